"""The page Case: what has come to it, what waits for a decision, how good its forecasts were."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from detente.errors import DetenteError, InputError
from detente.forecast.scores import Report
from detente.model.conflict import Conflict
from detente.report import changes
from detente.report.timeline import timeline_svg
from detente.store import deciding, history, questions
from detente.store.questions import Question
from detente.store.searching import Hit, search
from detente.store.timeline import Timeline, timeline
from detente.web import answers, casework
from detente.web.bench import Bench, Cased, Desk, Form, screen, status_of
from detente.web.casespace import CaseSpace
from detente.web.saying import sentence
from detente.web.templating import made

MOMENTS, RUNS, FOUND = 60, 12, 20
OUTCOMES = {"yes": True, "no": False}

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the page shows of a case as it stands."""

    status: history.Status
    conflict: Conflict | None
    quotes: dict[str, str]
    timeline: Timeline
    chart: str
    questions: tuple[Question, ...]
    score: Report | None
    log: tuple[history.Entry, ...]
    last: changes.Told | None


@router.get("/case")
def show(request: Request, desk: Desk, space: Cased, q: str = "", actor: str = "") -> Response:
    """Show how a case stands, and what a search finds in it."""
    return _page(request, desk, space, q=q, actor=actor)


@router.get("/case/changes")
def changed(request: Request, space: Cased, a: str = "", b: str = "") -> Response:
    """Show what came between two versions of the model, or two days."""
    try:
        found = history.diff(space.case, a.strip(), b.strip())
        model = space.model()
        told = changes.difference(found, None if model is None else answers.conflict(model.text))
    except DetenteError as error:
        return screen(
            request, "trouble.html.j2", "/case", status=status_of(error), trouble=sentence(error)
        )
    return screen(request, "changes.html.j2", "/case", told=told, a=a, b=b)


@router.post("/case/accept")
def accept(request: Request, desk: Desk, space: Cased, form: Form) -> Response:
    """Carry proposals into the model; it is a job, whose result is what that changes."""
    try:
        wanted = _wanted(space, form)
        said = f"Carrying in {', '.join(one.name for one in wanted[:6])}"
        job = desk.jobs.start(said, lambda job: casework.accept(space, wanted, job), room=desk.room)
    except DetenteError as error:
        return _page(request, desk, space, error=error)
    job.wait(2.5)
    return RedirectResponse(f"/jobs/{job.id}", 303)


@router.post("/case/reject")
def reject(request: Request, desk: Desk, space: Cased, form: Form) -> Response:
    """Decide against proposals."""
    try:
        deciding.reject(space.case, _wanted(space, form), form.get("why", "").strip()[:400])
    except DetenteError as error:
        return _page(request, desk, space, error=error)
    return RedirectResponse("/case?said=rejected#proposals", 303)


@router.post("/case/resolve")
def resolve(request: Request, desk: Desk, space: Cased, form: Form) -> Response:
    """Say what came of a question."""
    try:
        outcome = OUTCOMES.get(form.get("outcome", ""))
        if outcome is None:
            raise InputError("it isn't said what came of it", "say yes or no")
        day = form.get("on", "").strip()
        questions.resolve(space.case, form.get("question", ""), outcome=outcome, on=day)
    except DetenteError as error:
        return _page(request, desk, space, error=error)
    return RedirectResponse("/case?said=resolved#questions", 303)


@router.get("/case/accept")
@router.get("/case/reject")
@router.get("/case/resolve")
def back() -> Response:
    """Lead back to the page whose forms are sent here."""
    return RedirectResponse("/case", 303)


def _wanted(space: CaseSpace, form: dict[str, str]) -> list[deciding.Kept]:
    which = form.get("which", "")
    if not which:
        raise InputError("no proposal was chosen", "press the button of one")
    found = deciding.chosen(space.case, [which])
    if not found:
        raise InputError("nothing waits for a decision", "add a report first")
    return found


def standing(space: CaseSpace, actor: str = "") -> Standing:
    """Return all that the page shows of a case, worked out once for each state of it."""
    model = space.model()  # an edit by hand is kept before the rest is looked at
    conflict = None
    if model is not None:
        try:
            conflict = answers.conflict(model.text)
        except DetenteError:  # said on the page Model
            conflict = None
    key = f"standing {actor} {'' if model is None else model.tag}"
    return space.kept(key, lambda: _standing(space, conflict, actor))


def _standing(space: CaseSpace, conflict: Conflict | None, actor: str) -> Standing:
    case = space.case
    status = history.status(case)
    asked = questions.questions(case)
    moments = timeline(case, actor=actor, most=MOMENTS)
    done = any(one.outcome is not None and not one.settled for one in asked)
    return Standing(
        status=status,
        conflict=conflict,
        quotes=_quotes(case, status.open),
        timeline=moments,
        chart=timeline_svg(moments, conflict),
        questions=tuple(asked),
        score=questions.score(case) if done else None,
        log=tuple(history.log(case, most=RUNS)[::-1]),
        last=_last(space, status, conflict),
    )


def _last(
    space: CaseSpace, status: history.Status, conflict: Conflict | None
) -> changes.Told | None:
    """Return what the latest version of the model changed."""
    if status.model is None or status.model < 2:  # noqa: PLR2004 - there is nothing before the first
        return None
    found = history.diff(space.case, f"m{status.model - 1}", f"m{status.model}")
    return changes.difference(found, conflict)


def _quotes(case: Any, open_: tuple[deciding.Kept, ...]) -> dict[str, str]:
    """Return the words that open proposals rest on."""
    from detente.store import records

    numbers = [n for one in open_ for name in one.because[:3] if (n := records.number(name))]
    with case.reading() as connection:
        return {one.id: one.quote for one in records.by_number(connection, case.id, numbers)}


def _page(
    request: Request,
    desk: Bench,
    space: CaseSpace,
    *,
    q: str = "",
    actor: str = "",
    error: DetenteError | None = None,
) -> Response:
    found: tuple[list[Hit], list[Hit]] | None = None
    job = desk.jobs.under_way(desk.room)
    try:
        shown = standing(space, actor[:80])
        if q.strip():
            found = search(space.case, q[:200], most=FOUND)
    except DetenteError as fault:
        return screen(
            request, "trouble.html.j2", "/case", status=status_of(fault), trouble=sentence(fault)
        )
    makers = shown.conflict.decision_makers if shown.conflict else {}
    names = {dm: maker.name or dm for dm, maker in makers.items()}
    open_ = [one for one in shown.questions if one.outcome is None and not one.settled]
    return screen(
        request,
        "case.html.j2",
        "/case",
        status=200 if error is None else status_of(error),
        trouble=None if error is None else sentence(error),
        shown=shown,
        chart=made(shown.chart),
        labels=_labels(shown.conflict),
        actors=sorted(names.items(), key=lambda one: (one[1].casefold(), one[0])),
        names=names,
        actor=actor,
        open=_latest(open_),
        resolved=[one for one in shown.questions if one.outcome is not None],
        job=job,
        q=q,
        hits=found,
        versions=shown.status.model or 0,
    )


def _latest(open_: list[Question]) -> list[tuple[Question, int]]:
    """Return of each open question the latest forecast, and how many there are of it."""
    last: dict[str, Question] = {}
    count: dict[str, int] = {}
    for one in open_:
        last[one.question] = one
        count[one.question] = count.get(one.question, 0) + 1
    return [(one, count[name]) for name, one in sorted(last.items())]


def _labels(conflict: Conflict | None) -> dict[str, str]:
    if conflict is None:
        return {}
    return {
        f"{dm}.{name}": f"{maker.name or dm}: {option.label or name}"
        for dm, maker in conflict.decision_makers.items()
        for name, option in maker.options.items()
    }
