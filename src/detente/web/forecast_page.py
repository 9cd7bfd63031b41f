"""The page Forecast: how likely each option is, by when, what it hangs on, and what if."""

from itertools import pairwise
from typing import Any

from fastapi import APIRouter, Request, Response

from detente.errors import DetenteError
from detente.forecast.result import Driver, ExpertView, Forecast
from detente.model.conflict import Conflict
from detente.report import words
from detente.report.hinges import hinge, telling
from detente.report.voice import Voice
from detente.solve.result import Move
from detente.web import answers
from detente.web.bench import Desk, screen
from detente.web.curves import Curve, drawn, top, when
from detente.web.kept import part
from detente.web.templating import made
from detente.web.unshown import unshown
from detente.web.whatif import KNOW, Question, WhatIf, address, forecasts, question

STATES = 12
DRIVERS = 3
PATHS = 10
NOTES = 20
HORIZONS = ("3 months", "6 months", "1 year")
_OPENING = "the outcome in which "

router = APIRouter(include_in_schema=False)

__all__ = ["forecasts", "router"]


@router.get("/forecast")
def show(request: Request, desk: Desk) -> Response:
    """Show the forecast, beside the baseline where something is supposed."""
    try:
        text = desk.model().text
        asked = question(text, request.query_params)
        body = part(
            "forecast_body.html.j2",
            text,
            asked,
            lambda: _body(text, forecasts(text, request.query_params)),
        )
    except DetenteError as error:
        return unshown(request, desk, "/forecast", error)
    return screen(request, "forecast.html.j2", "/forecast", body=body)


def _body(text: str, found: WhatIf) -> dict[str, Any]:
    """Return all that the page shows."""
    conflict = answers.conflict(text)
    speaking = answers.spoken(text)
    shown, baseline = found.shown, found.baseline
    supposed = dict(found.question.assume)
    rows = [_row(conflict, speaking, k, found) for k in range(len(speaking.phrases))]
    before = {(by, against): p for by, against, p in baseline.red_lines}
    return {
        "asked": found.question,
        "assume": supposed,
        "what_if": found.supposed is not None,
        "known": [
            (f"{KNOW}{name}", _unknown(speaking, name), so)
            for name, so in found.question.assume
            if ":" in name
        ],
        "supposing": _supposing(speaking, found.question),
        "rows": rows,
        "curves": _curves(rows, found),
        "when": when,
        "horizons": [(one, address(found.question, horizon=one)) for one in HORIZONS],
        "paths": _paths(speaking, shown),
        "states": _states(speaking, shown, baseline),
        "experts": _experts(speaking, shown, rows),
        "shown": shown,
        "baseline": baseline,
        "red_lines": [
            {
                "by": words.sentence_case(words.with_article(_name(conflict, by))),
                "against": speaking.statement(against, by),
                "now": p,
                "base": before.get((by, against), p),
            }
            for by, against, p in shown.red_lines
        ],
        "notes": [speaking.readable(one) for one in shown.notes[:NOTES]],
        "more_notes": max(0, len(shown.notes) - NOTES),
        "makers": _makers(conflict, speaking, found.question),
    }


def _name(conflict: Conflict, dm: str) -> str:
    maker = conflict.decision_makers.get(dm)
    return (maker.name if maker else "") or dm.replace("_", " ")


def _supposing(speaking: Voice, asked: Question) -> list[str]:
    """Say what is supposed, a clause each."""
    said = []
    for name, forced in asked.assume:
        if ":" in name:
            so = "it is known that" if forced else "it is known not to be so that"
            said.append(f"{so} {_unknown(speaking, name)}")
            continue
        clause = speaking.clause(speaking.game.option(name))
        said.append(f"{clause}, whatever else happens" if forced else f"never: {clause}")
    for dm, _ in asked.orders:
        i = speaking.game.decision_makers.index(dm)
        said.append(f"{speaking.names[i]} {speaking.agree(i, 'has', 'have')} other priorities")
    return said


def _unknown(speaking: Voice, name: str) -> str:
    """Put an unknown of the forecast into words."""
    return hinge(speaking, Driver(name, 0.0, 0.0, 0.0))


def _row(
    conflict: Conflict,
    speaking: Voice,
    k: int,
    found: WhatIf,
) -> dict[str, Any]:
    shown, baseline, supposed = found.shown, found.baseline, dict(found.question.assume)
    name = speaking.game.options[k]
    dm, _, option = name.partition(".")
    one, base = shown.options[name], baseline.options[name]
    known = conflict.decision_makers[dm].options[option]
    return {
        "name": name,
        "owner": int(speaking.game.owner[k]),
        "says": words.sentence_case(speaking.clause(k)),
        "status": words.STATUS.get(known.status, ""),
        "reversible": known.reversible,
        "taken": name in (conflict.status_quo or ()),
        "one": one,
        "base": base,
        "supposed": supposed.get(name),
        "drivers": [
            {
                "says": hinge(speaking, driver),
                "if_true": driver.if_true,
                "if_false": driver.if_false,
                "yes": address(found.question, **{f"{KNOW}{driver.unknown}": "yes"}),
                "no": address(found.question, **{f"{KNOW}{driver.unknown}": "no"}),
            }
            for driver in telling(one.drivers, DRIVERS)
        ],
    }


def _curves(rows: list[dict[str, Any]], found: WhatIf) -> dict[str, Any]:
    """Return the curves of the options that are open, as pictures and as rows of a table."""
    shown = found.shown
    if not shown.times:
        return {"pictures": [], "rows": [], "months": []}
    curves = []
    for row in rows:
        name = row["name"]
        if row["supposed"] is not None or (row["taken"] and row["one"].probability >= 1):
            continue
        base = found.baseline.curves.get(name, ()) if found.supposed is not None else ()
        curves.append(
            Curve(row["says"], shown.times, shown.curves[name], shown.band(name), tuple(base))
        )
    most = top(curves)
    picked = range(1, len(shown.times), 2)  # every second, the last among them
    return {
        "pictures": [
            {"says": one.says, "svg": made(drawn(one, most, f"curve-{n}")), "end": one.chance[-1]}
            for n, one in enumerate(curves)
        ],
        "rows": [
            {"says": one.says, "cells": [(one.chance[n], *one.band[n]) for n in picked]}
            for one in curves
        ],
        "months": [shown.times[n] for n in picked],
    }


def _paths(speaking: Voice, shown: Forecast) -> list[dict[str, Any]]:
    """Return the likeliest ways that play goes, each as the moves it is made of."""
    owner = speaking.game.owner
    ways = []
    for path in shown.paths[:PATHS]:
        steps = []
        for before, after in pairwise(path.states):
            movers = {int(owner[k]) for k in speaking.changed(before, after)}
            mover = movers.pop() if len(movers) == 1 else None
            says = (
                "; ".join(speaking.difference(before, after))
                if mover is None
                else f"{speaking.names[mover]} {speaking.present_act(Move(mover, before, after))}"
            )
            steps.append(
                {
                    "says": words.sentence_case(says),
                    "before": before,
                    "after": after,
                    "mover": mover,
                }
            )
        ways.append({"probability": path.probability, "steps": steps, "start": path.states[0]})
    return ways


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


def _experts(speaking: Voice, shown: Forecast, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what named sources expect, each beside the model's own figure."""
    found = [
        _expert(row["says"], view, row["one"].probability, supposed=row["supposed"] is not None)
        for row in rows
        for view in row["one"].experts
    ]
    found += [
        _expert(words.sentence_case(speaking.statement(one.statement)), view, one.probability)
        for one in shown.questions
        for view in one.experts
        if one.statement not in shown.options
    ]
    for one in shown.conditionals:
        says = f"{speaking.statement(one.statement)} if {speaking.statement(one.given)}"
        found += [_expert(words.sentence_case(says), view, one.probability) for view in one.experts]
    return found


def _expert(
    says: str, view: ExpertView, model: float | None, *, supposed: bool = False
) -> dict[str, Any]:
    verdict, apart = "agrees", False
    if supposed:
        verdict = "supposed"
    elif model is None:
        verdict = "not asked of the model"
    elif model < view.low:
        verdict, apart = f"{_apart(view.low - model)} lower", True
    elif model > view.high:
        verdict, apart = f"{_apart(model - view.high)} higher", True
    return {"says": says, "view": view, "model": model, "verdict": verdict, "apart": apart}


def _apart(gap: float) -> str:
    points = max(1, round(gap * 100))
    return f"{points} point{'' if points == 1 else 's'}"


def _makers(conflict: Conflict, speaking: Voice, asked: Question) -> list[dict[str, Any]]:
    """Return what the form of what-if questions shows of each decision maker."""
    orders = dict(asked.orders)
    makers = []
    for i, (dm, maker) in enumerate(conflict.decision_makers.items()):
        stated = [speaking.statement(one.statement, dm) for one in maker.priorities or ()]
        order = orders.get(dm, tuple(range(len(stated))))
        makers.append(
            {
                "id": dm,
                "n": i,
                "name": words.sentence_case(speaking.names[i]),
                "options": [
                    (f"{dm}.{option}", speaking.phrases[speaking.game.option(f"{dm}.{option}")])
                    for option in maker.options
                ],
                "stated": [(n + 1, stated[n]) for n in order],
                "dropped": [(n + 1, one) for n, one in enumerate(stated) if n not in order],
                "order": " ".join(str(n + 1) for n in order),
                "own": " ".join(str(n + 1) for n in range(len(stated))),
                "changed": dm in orders,
            }
        )
    return makers
