"""From what was played to what is reported: shares, intervals, drivers, paths."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.forecast.beliefs import Beliefs
from detente.forecast.drivers import drivers
from detente.forecast.intervals import wilson
from detente.forecast.played import CONCEPTS, Played
from detente.forecast.pool import pool, view
from detente.forecast.questions import Question
from detente.forecast.result import (
    ExpertView,
    Forecast,
    OptionForecast,
    PathForecast,
    QuestionForecast,
    StateForecast,
    WayForecast,
)
from detente.forecast.unknowns import Unknown
from detente.provenance import Provenance

MOST_STATES = 200
"""How many states of the outcome are listed."""

UNLISTED = 1e-6
"""The probability of unlisted states from which on it is said."""

LITTLE = 0.001
"""What is less than this is said to be under it."""

MOST_PATHS = 5
"""How many paths are listed."""

MOST_WAYS = 8
"""How many beginnings are listed."""

STEPS = 3
"""How many steps of a beginning are told."""

MOST_DRIVERS = 8
"""How many drivers of each option are listed."""


def summarise(
    beliefs: Beliefs,
    played: Played,
    unknowns: Sequence[Unknown],
    asked: Sequence[Question],
    labels: Sequence[str],
    *,
    horizon: str,
    times: tuple[float, ...],
    provenance: Provenance,
    seed: int,
) -> Forecast:
    """Return the forecast that the saved draws give.

    Parameters
    ----------
    beliefs : Beliefs
        What was known and unknown.
    played : Played
        What came of it; targets are the options, then `asked`, then no return.
    unknowns : sequence of Unknown
        What differs between the draws.
    asked : sequence of Question
        The statements among the targets.
    labels : sequence of str
        The name of each target.
    horizon, times, provenance, seed
        As the forecast hands them on.

    Returns
    -------
    Forecast
        Nothing in it isn't counted here from `played`.
    """
    draws = len(played.which)
    certain = not unknowns and bool(played.exact.all())
    weights = np.bincount(played.which, minlength=len(played.readings)).astype(np.float64)
    n = len(beliefs.game.options)
    chances = np.clip(played.chances, 0.0, 1.0)
    options = {
        name: _option(
            name,
            played,
            unknowns,
            k,
            weights,
            experts=tuple(
                view(one.expert) for one in asked if one.expert is not None and one.names(name)
            ),
            certain=certain,
        )
        for k, name in enumerate(labels[:n])
    }
    every = [min(1.0, float(weights @ chances[:, t]) / draws) for t in range(len(labels))]
    states = _states(played, draws, certain=certain)
    elsewhere = 1.0 - sum(one.probability for one in states)
    exact = 1.0 - float(weights @ ~played.exact) / draws
    return Forecast(
        horizon=horizon,
        draws=draws,
        seed=seed,
        options=options,
        states=states,
        red_lines=tuple(
            (one.by, one.statement, every[n + k])
            for k, one in enumerate(asked)
            if one.kind == "red_line"
        ),
        exercised=_happened(played, n, times),
        provenance=provenance,
        notes=(*beliefs.notes, *_notes(exact, elsewhere, played)),
        chances=chances[played.which, :n],
        questions=_questions(asked, labels[:n], every[n:-1], draws, certain=certain),
        no_return=every[-1],
        times=times,
        curves={
            name: tuple((weights @ np.clip(played.curves[:, :, k], 0.0, 1.0) / draws).tolist())
            for k, name in enumerate(labels[:n])
            if times
        },
        paths=_paths(played),
        ways=_ways(played),
        played=played,
        unknowns=tuple(unknowns),
    )


def _happened(played: Played, n: int, times: tuple[float, ...]) -> NDArray[np.bool_]:
    first = played.first[:, :n]
    return np.isfinite(first) if not times else first <= np.float32(times[-1])


def _interval(p: float, draws: int, *, certain: bool) -> tuple[float, float]:
    return (p, p) if certain else wilson(p, draws)


def _option(
    name: str,
    played: Played,
    unknowns: Sequence[Unknown],
    k: int,
    weights: NDArray[np.float64],
    *,
    experts: tuple[ExpertView, ...],
    certain: bool,
) -> OptionForecast:
    chance = np.clip(played.chances[:, k], 0.0, 1.0)
    draws = len(played.which)
    p = min(1.0, float(weights @ chance) / draws)
    low, high = _interval(p, draws, certain=certain)
    found = drivers(unknowns, played.readings[played.which], chance[played.which])
    ends = [p, *(one.if_true for one in found), *(one.if_false for one in found)]
    taken = (played.outcome_state >> k & 1) * (played.outcome_state >= 0)
    at_end = float(weights @ (taken * played.outcome_chance).sum(axis=1)) / draws
    first = played.first[:, k]
    seen = first[np.isfinite(first)]
    return OptionForecast(
        option=name,
        probability=p,
        low=low,
        high=high,
        experts=experts,
        pooled=pool(experts) if len(experts) > 1 else None,
        drivers=found[:MOST_DRIVERS],
        range_low=min(ends),
        range_high=max(ends),
        at_end=min(1.0, at_end),
        months=float(np.median(seen)) if len(seen) else None,
    )


def _states(played: Played, draws: int, *, certain: bool) -> tuple[StateForecast, ...]:
    """Return where play ends, and what is an equilibrium in most draws though play misses it."""
    share = played.ends(played.stable.shape[1])
    robust = played.stable / max(1, played.counted)
    shown = np.flatnonzero((share > 0) | (robust.max(axis=0) >= 0.5))  # noqa: PLR2004 - most
    order = shown[np.lexsort((shown, -robust[:, shown].sum(axis=0), -share[shown]))][:MOST_STATES]
    found = []
    for s in order:
        p = min(1.0, float(share[s]))
        low, high = _interval(p, draws, certain=certain)
        per = {concept: float(robust[c, s]) for c, concept in enumerate(CONCEPTS)}
        found.append(StateForecast(int(s), p, low, high, per))
    return tuple(found)


def _paths(played: Played) -> tuple[PathForecast, ...]:
    counts = Counter(map(bytes, played.paths))
    found = []
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_PATHS]:
        states = np.frombuffer(key, dtype=played.paths.dtype)
        found.append(PathForecast(tuple(states[states >= 0].tolist()), count / len(played.paths)))
    return tuple(found)


def _ways(played: Played) -> tuple[WayForecast, ...]:
    """Count the histories by how they begin: shorter ones apart from those that go on."""
    counts = Counter(map(bytes, np.ascontiguousarray(played.paths[:, : STEPS + 2])))
    begun: Counter[tuple[tuple[int, ...], bool]] = Counter()
    for key, count in counts.items():
        states = np.frombuffer(key, dtype=played.paths.dtype)
        kept = tuple(states[states >= 0].tolist())
        begun[kept[: STEPS + 1], len(kept) > STEPS + 1] += count
    likeliest = sorted(begun.items(), key=lambda item: (-item[1], item[0]))[:MOST_WAYS]
    return tuple(
        WayForecast(states, count / len(played.paths), goes_on)
        for (states, goes_on), count in likeliest
    )


def _questions(
    asked: Sequence[Question],
    options: Sequence[str],
    chances: Sequence[float],
    draws: int,
    *,
    certain: bool,
) -> tuple[QuestionForecast, ...]:
    found: dict[str, Any] = {}
    for one, p in zip(asked, chances, strict=True):
        single = any(one.names(name) for name in options)
        if one.kind == "red_line" or (one.kind == "expert" and single):
            continue
        views = (view(one.expert),) if one.expert is not None else ()
        if one.statement in found:
            views = (*found[one.statement].experts, *views)
        low, high = _interval(p, draws, certain=certain)
        found[one.statement] = QuestionForecast(one.statement, p, low, high, views)
    return tuple(found.values())


def _notes(exact: float, elsewhere: float, played: Played) -> list[str]:
    notes = []
    if exact < 1:
        notes.append(
            f"In {1 - exact:.0%} of the readings play has too many states to be solved;"
            " there a history was played instead."
        )
    if elsewhere > UNLISTED:
        little = f"{elsewhere:.1%}" if elsewhere >= LITTLE else "under 0.1%"
        notes.append(
            f"Play ends with {little} in states"
            " that aren't listed, each less likely than those that are."
        )
    if not played.counted:
        notes.append("The model is too large for its equilibria to be counted over the readings.")
    elif played.counted < len(played.which):
        low, high = wilson(0.5, played.counted)
        notes.append(
            f"Equilibria were counted in the first {played.counted:,} readings only, so their shares"
            f" are known to within {50 * (high - low):.0f} points."
        )
    return notes
