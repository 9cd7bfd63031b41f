"""The forecasts of an export, and what came of them."""

from typing import Any

from sqlalchemy import select

from detente.store import exchange, records, tables
from detente.store.import_reports import Log
from detente.store.imported import need, text_of, texts, wrong
from detente.store.intake import Intake

_FORECAST = (
    "case_id", "run_id", "model_id", "entry", "question", "horizon", "as_of", "model",
    "probability", "low", "high", "seed", "draws",
)  # fmt: skip
_MOST = 2**31


def forecasts(into: Intake, log: Log, models: dict[int, int]) -> None:
    """Take in forecasts and outcomes.

    Parameters
    ----------
    into : Intake
        Where to.
    log : list of (str, dict)
        Its runs: they say which forecasts and outcomes each of them made.
    models : dict
        The ids of the versions of the model, by number.
    """
    made, resolved = _told(into, log, models)
    rows, outcomes = [], []
    for where, one in into.found.records(exchange.FORECASTS):
        entry = text_of(one, "id", where)
        if one.get("kind") == "outcome":
            good = isinstance(one.get("outcome"), bool) and entry in resolved
            need(good, "an outcome is true or false", where)
            outcomes.append((entry, one["outcome"], text_of(one, "resolved", where), where))
            continue
        good = one.get("kind") == "forecast" and entry in made
        need(good, "a forecast is in the log", where)
        rows.append((into.case_id, *made[entry], entry, *_forecast(one, where)))
    into.put(tables.forecasts, _FORECAST, rows)
    query = select(tables.forecasts.c.entry, tables.forecasts.c.id).where(
        tables.forecasts.c.case_id == into.case_id
    )
    ids = dict(into.connection.execute(query).all())
    for entry, *_, where in outcomes:
        need(entry in ids, "an outcome is of a forecast", where)
    into.put(
        tables.outcomes,
        ("run_id", "forecast_id", "outcome", "resolved"),
        [(resolved[entry], ids[entry], yes, day) for entry, yes, day, _ in outcomes],
    )


def _told(
    into: Intake, log: Log, models: dict[int, int]
) -> tuple[dict[str, tuple[int, int]], dict[str, int]]:
    """Return the run and the model of each forecast, and the run of each outcome."""
    made: dict[str, tuple[int, int]] = {}
    resolved: dict[str, int] = {}
    for place, (where, one) in enumerate(log, 1):
        told = one.get("forecast") or {}
        good = isinstance(told, dict) and texts(told.get("entries", []))
        need(good, "a forecast has entries", where)
        for entry in told.get("entries", []):
            of = records.number(str(told.get("of", "")))
            if of not in models:
                raise wrong("a forecast names its model", where)
            made[entry] = (into.runs[place], models[of])
        came = one.get("outcomes", [])
        need(texts(came), "outcomes name forecasts", where)
        resolved.update(dict.fromkeys(came, into.runs[place]))
    return made, resolved


def _forecast(one: dict[str, Any], where: str) -> tuple[Any, ...]:
    """Return the part of a forecast's row that the record itself says."""
    chances = [one.get(key) for key in ("probability", "low", "high")]
    good = all(isinstance(p, int | float) and type(p) is not bool and 0 <= p <= 1 for p in chances)
    need(good, "a probability is from 0 to 1", where)
    counts = [one.get(key) for key in ("seed", "draws")]
    good = all(type(n) is int and 0 <= n < _MOST for n in counts)
    need(good, "seed and draws are counts", where)
    words = [text_of(one, key, where) for key in ("question", "horizon", "as_of", "model")]
    return (*words, *chances, *counts)
