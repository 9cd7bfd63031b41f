"""What the page Model shows of a model: its options, priorities and all that stands beside them."""

import difflib
from hashlib import sha256
from typing import Any

from detente.errors import DetenteError
from detente.model import check
from detente.model.conflict import CONCEPTS, Conflict, ExpertForecast, Grounded, Statement
from detente.report import words
from detente.report.content import Outcome
from detente.report.voice import Voice, voice
from detente.web import answers
from detente.web.exchange import SUFFIXES
from detente.web.saying import sentence
from detente.web.workspace import StaleError

COLUMNS = 8
MOST_LINES = 400
MOST_QUOTES = 6


def content(
    plain: dict[str, Any], given: dict[str, str], error: DetenteError | None
) -> dict[str, Any]:
    """Return all that the page shows."""
    text: str = plain["text"]
    form = {"text": "", "statement": ""} | given
    found: dict[str, Any] = plain | {
        "given": form,
        "trouble": None if error is None else sentence(error),
        "stale": isinstance(error, StaleError),
        "difference": _difference(text, form, error),
        "conflict": None,
        "fault": "",
        "unfinished": "",
        "warnings": [],
    }
    if text:
        try:
            conflict = answers.conflict(text)
        except DetenteError as fault:
            found["fault"] = str(fault)
        else:
            found |= _shown(text, conflict)
    return found


def _difference(text: str, form: dict[str, str], error: DetenteError | None) -> list[str]:
    """Return the lines in which a text that came too late differs from the file."""
    if not isinstance(error, StaleError) or form.get("do") != "text":
        return []
    theirs = form.get("text", "").replace("\r\n", "\n")
    lines = difflib.unified_diff(
        text.splitlines(), theirs.splitlines(), "the model now", "what you sent", lineterm="", n=1
    )
    return list(lines)[:MOST_LINES]


def _shown(text: str, conflict: Conflict) -> dict[str, Any]:
    speaking = voice(conflict)
    outcomes: list[Outcome] = []
    unfinished = ""
    try:
        outcomes, _ = answers.best(text)
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
        "names": list(zip(names, speaking.phrases, strict=True)),
        "called": dict(zip(conflict.decision_makers, speaking.names, strict=True)),
        "concepts": CONCEPTS,
        "taken": set(conflict.status_quo or ()),
        "unfinished": unfinished,
        "warnings": check.warnings(conflict),
        "ruled_out": [speaking.statement(one) for one in conflict.infeasible],
        "red_lines": [
            (one, speaking.statement(one.against, one.by), _quotes(conflict, one))
            for one in conflict.red_lines
        ],
        "constraints": [
            (one, speaking.clause(names.index(one.on)), _quotes(conflict, one))
            for one in conflict.constraints
        ],
        "experts": [
            (one, _expected(speaking, one), _quotes(conflict, one)) for one in conflict.experts
        ],
        "suffixes": ",".join(SUFFIXES),
    }


def _expected(speaking: Voice, one: ExpertForecast) -> str:
    said = speaking.statement(one.of)
    return f"{said} if {speaking.statement(one.given)}" if one.given else said


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
                "doubt": _doubt(one),
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


def _doubt(one: Statement) -> str:
    """Say what isn't sure of a priority."""
    said = []
    if one.confidence < 1:
        said.append(f"held with {words.percent(one.confidence)}")
    if one.order != "known":
        said.append("place partly known" if one.order == "partly" else "place unknown")
    if one.sign == "unknown":
        said.append("or the opposite")
    return ", ".join(said)


def _quotes(conflict: Conflict, one: Grounded) -> list[tuple[str, str]]:
    return [
        (claim, conflict.evidence[claim].quote)
        for claim in one.because[:MOST_QUOTES]
        if claim in conflict.evidence
    ]
