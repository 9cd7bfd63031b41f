"""The page Model: the option form, the priorities, and the file beside them."""

import difflib
from hashlib import sha256
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from detente.errors import DetenteError, InputError
from detente.model import check
from detente.model.conflict import Conflict, Statement
from detente.model.formats import yaml
from detente.report.content import Outcome
from detente.report.voice import Voice, voice
from detente.web import answers
from detente.web.bench import Bench, Desk, Form, screen, sentence, status_of
from detente.web.edits import edited
from detente.web.workspace import StaleError

COLUMNS = 8

router = APIRouter(include_in_schema=False)


@router.get("/model")
def show(request: Request, desk: Desk) -> Response:
    """Show the model."""
    return _page(request, desk)


@router.post("/model")
def change(request: Request, desk: Desk, form: Form) -> Response:
    """Make one change to the model; what can't be is said beside what was given."""
    do, tag = form.get("do", ""), form.get("tag") or None
    try:
        if do in {"undo", "redo"}:
            desk.workspace.step(-1 if do == "undo" else 1, on=tag)
            return _back("undone" if do == "undo" else "redone")
        current = desk.workspace.model()
        if do == "text":
            text = form.get("text", "").replace("\r\n", "\n")
            yaml.loads(text)
        elif do == "start" and current is None:
            text = "detente: 1\ntitle: A new model\ndecision_makers: {}\nstatus_quo: []\n"
        elif current is None:
            raise InputError("there is no model to change", "add a report, or start a new one")
        elif current.tag != tag:
            raise _stale()
        else:
            text = edited(current.text, do, form)
        desk.workspace.save(text, on=tag)
    except DetenteError as error:
        return _page(request, desk, given=form, error=error)
    return _back("moved" if do == "move-statement" else "saved")


def _back(said: str) -> Response:
    return RedirectResponse(f"/model?said={said}", 303)


def _stale() -> StaleError:
    return StaleError(
        "the model was changed by somebody else since you opened it, so nothing was saved",
        "look at it as it is now and make your change again",
    )


def _page(
    request: Request,
    desk: Bench,
    *,
    given: dict[str, str] | None = None,
    error: DetenteError | None = None,
) -> Response:
    """Show the model; after an error, with what was given and what is wrong with it."""
    status = 200 if error is None else status_of(error)
    try:
        current = desk.workspace.model()
    except DetenteError as unread:
        return screen(request, "trouble.html.j2", "/model", status=422, trouble=sentence(unread))
    form = {"text": "", "statement": ""} | (given or {})
    content: dict[str, Any] = {
        "tag": current.tag if current else "",
        "text": current.text if current else "",
        "given": form,
        "trouble": None if error is None else sentence(error),
        "stale": isinstance(error, StaleError),
        "difference": _difference(current.text if current else "", form, error),
        "steps": desk.workspace.can_step(),
        "conflict": None,
        "fault": "",
        "unfinished": "",
        "warnings": [],
    }
    if current is not None:
        try:
            conflict = answers.conflict(current.text)
        except DetenteError as fault:
            content["fault"] = str(fault)
        else:
            content |= _shown(current.text, conflict)
    return screen(request, "model.html.j2", "/model", status=status, **content)


def _difference(text: str, form: dict[str, str], error: DetenteError | None) -> list[str]:
    """Return the lines in which a text that came too late differs from the file."""
    if not isinstance(error, StaleError) or form.get("do") != "text":
        return []
    theirs = form.get("text", "").replace("\r\n", "\n")
    lines = difflib.unified_diff(
        text.splitlines(), theirs.splitlines(), "the model now", "what you sent", lineterm="", n=1
    )
    return list(lines)[:400]


def _shown(text: str, conflict: Conflict) -> dict[str, Any]:
    speaking = voice(conflict)
    outcomes: tuple[Outcome, ...] = ()
    unfinished = ""
    try:
        outcomes = answers.held(text).outcomes
    except DetenteError as error:
        unfinished = sentence(error)
    names = conflict.option_names()
    return {
        "conflict": conflict,
        "makers": [
            _maker(conflict, speaking, n, dm) for n, dm in enumerate(conflict.decision_makers)
        ],
        "outcomes": [one for one in outcomes if one.concepts or one.now][:COLUMNS],
        "bits": {name: k for k, name in enumerate(names)},
        "names": names,
        "taken": set(conflict.status_quo or ()),
        "unfinished": unfinished,
        "warnings": check.warnings(conflict),
        "ruled_out": [speaking.statement(one) for one in conflict.infeasible],
    }


def _maker(conflict: Conflict, speaking: Voice, n: int, dm: str) -> dict[str, Any]:
    maker = conflict.decision_makers[dm]
    seen: dict[str, int] = {}
    rows: list[dict[str, Any]] = []
    for one in maker.priorities or ():
        nth = seen[one.statement] = seen.get(one.statement, 0) + 1
        key = sha256(f"{dm}\n{nth}\n{one.statement}".encode()).hexdigest()[:10]
        rows.append(
            {
                "key": f"s{key}",
                "one": one,
                "words": speaking.statement(one.statement, dm),
                "quotes": _quotes(conflict, one),
            }
        )
    other = next((kind for kind in ("ranking", "weights", "payoffs") if getattr(maker, kind)), "")
    return {
        "id": dm,
        "n": n,
        "maker": maker,
        "name": maker.name or dm.replace("_", " "),
        "rows": rows,
        "other": other,
    }


def _quotes(conflict: Conflict, one: Statement) -> list[tuple[str, str]]:
    return [
        (claim, conflict.evidence[claim].quote)
        for claim in one.because[:6]
        if claim in conflict.evidence
    ]
