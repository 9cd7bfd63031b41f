"""The page Forecast: how likely each option is, what it hangs on, and what if."""

from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams

from detente.errors import DetenteError, InputError
from detente.forecast.result import Forecast
from detente.model.conflict import Conflict
from detente.report import words
from detente.report.hinges import hinge
from detente.report.voice import Voice
from detente.web import answers
from detente.web.bench import Desk, screen, sentence, status_of

STATES = 12
DRIVERS = 3

router = APIRouter(include_in_schema=False)


@router.get("/forecast")
def show(request: Request, desk: Desk) -> Response:
    """Show the forecast, beside the baseline where something is supposed."""
    try:
        text = desk.model().text
        asked, assume, baseline, supposed = forecasts(text, request.query_params)
        conflict = answers.conflict(text)
        speaking = answers.spoken(text)
    except DetenteError as error:
        return screen(
            request,
            "trouble.html.j2",
            "/forecast",
            status=status_of(error),
            trouble=sentence(error),
        )
    shown = supposed or baseline
    before = {(by, against): p for by, against, p in baseline.red_lines}
    return screen(
        request,
        "forecast.html.j2",
        "/forecast",
        asked=asked,
        assume=dict(assume),
        rows=[
            _row(conflict, speaking, k, shown, baseline, supposed=dict(assume))
            for k in range(len(speaking.phrases))
        ],
        what_if=bool(assume),
        states=_states(speaking, shown, baseline),
        shown=shown,
        red_lines=[
            {
                "by": words.sentence_case(words.with_article(_name(conflict, by))),
                "against": speaking.statement(against, by),
                "now": p,
                "base": before.get((by, against), p),
            }
            for by, against, p in shown.red_lines
        ],
        speaking=speaking,
    )


def forecasts(
    text: str, query: QueryParams
) -> tuple[dict[str, Any], tuple[tuple[str, bool], ...], Forecast, Forecast | None]:
    """Return what is asked, what is supposed, and both forecasts: a job makes them ahead."""
    asked = {
        "draws": _count(query.get("draws", ""), "draws", answers.usual_draws(text)),
        "seed": _count(query.get("seed", ""), "seed", 0),
        "horizon": query.get("horizon", "").strip()[:40] or None,
    }
    assume = _assumed(query, answers.spoken(text))
    baseline = answers.foreseen(text, **asked)
    return asked, assume, baseline, answers.foreseen(text, **asked, assume=assume) if assume else None


def _count(given: str, name: str, default: int) -> int:
    if not given.strip():
        return default
    if not given.strip().isdecimal() or len(given.strip()) > 9:  # noqa: PLR2004 - more than anybody asks for
        raise InputError(f"{name} {given.strip()[:20]!r} is no count", "write a whole number")
    return int(given)


def _name(conflict: Conflict, dm: str) -> str:
    maker = conflict.decision_makers.get(dm)
    return (maker.name if maker else "") or dm.replace("_", " ")


def _assumed(query: QueryParams, speaking: Voice) -> tuple[tuple[str, bool], ...]:
    """Return what the form supposes: ``if-OPTION=yes`` or ``no`` for each option."""
    found = []
    for name in speaking.game.options:
        said = query.get(f"if-{name}", "")
        if said in {"yes", "no"}:
            found.append((name, said == "yes"))
    return tuple(found)


def _row(
    conflict: Conflict,
    speaking: Voice,
    k: int,
    shown: Forecast,
    baseline: Forecast,
    *,
    supposed: dict[str, bool],
) -> dict[str, Any]:
    name = speaking.game.options[k]
    dm, _, option = name.partition(".")
    one, base = shown.options[name], baseline.options[name]
    part = conflict.decision_makers[dm].options[option]
    return {
        "name": name,
        "says": words.sentence_case(speaking.clause(k)),
        "status": words.STATUS.get(part.status, ""),
        "reversible": part.reversible,
        "taken": name in (conflict.status_quo or ()),
        "one": one,
        "base": base,
        "supposed": supposed.get(name),
        "drivers": [
            {
                "says": hinge(speaking, driver),
                "if_true": driver.if_true,
                "if_false": driver.if_false,
            }
            for driver in one.drivers[:DRIVERS]
        ],
        "experts": one.experts,
    }


def _states(speaking: Voice, shown: Forecast, baseline: Forecast) -> list[dict[str, Any]]:
    before = {one.state: one.probability for one in baseline.states}
    return [
        {
            "one": one,
            "says": words.sentence_case(speaking.outcome(one.state).removeprefix(_OPENING)),
            "base": before.get(one.state, 0.0),
        }
        for one in shown.states[:STATES]
    ]


_OPENING = "the outcome in which "
