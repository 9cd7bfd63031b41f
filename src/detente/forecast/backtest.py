"""Hold the method against history, by what probability the outcome got.

A trial is a conflict and the state in which it ended. Where an analyst has
written the model knowing the end, as published cases are, a good score says
little; a bad one says much. The library of cases is small, so whatever the
scores are, they are shown with their numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, log2
from typing import Any

import numpy as np

from detente.axes import FloatM
from detente.errors import InputError
from detente.forecast import model_error, scores
from detente.forecast.forecasting import forecast
from detente.forecast.result import Forecast
from detente.model.conflict import Conflict


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """A conflict, and the state in which history ended it."""

    name: str
    conflict: Conflict
    outcome: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the forecast of one trial gave to its outcome.

    Attributes
    ----------
    name : str
        Of the trial.
    outcome : int
        The state in which history ended it.
    probability : float
        That the forecast gave to this very state.
    chance : float
        What naming one of the feasible states at random would give.
    rank : int
        1 if the outcome was called likeliest; 0 if play never ends there.
    equilibrium : mapping of str to float
        Share of the readings in which the outcome is an equilibrium, by concept.
    options : mapping of str to (float, bool)
        For each option the probability that it is taken when play ends, and
        whether it was.
    notes : tuple of str
        What the forecast had to assume.
    hedged : float
        What the outcome got allowing for model error.
    hedged_options : mapping of str to (float, bool)
        As `options`, allowing for model error.
    """

    name: str
    outcome: int
    probability: float
    chance: float
    rank: int
    equilibrium: Mapping[str, float]
    options: Mapping[str, tuple[float, bool]]
    notes: tuple[str, ...] = ()
    hedged: float = 0.0
    hedged_options: Mapping[str, tuple[float, bool]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Backtest:
    """All verdicts, and the scores over all options of all trials.

    Attributes
    ----------
    verdicts : tuple of Verdict
        In the order of the trials.
    options : Report
        Scores of the options: was each taken in the end?
    log : float
        Mean log score of the outcomes in bits; infinite if one was missed.
    log_chance : float
        The same for naming a feasible state at random.
    hedged_options : Report
        Scores of the options allowing for model error.
    hedged_log : float
        Mean log score of the outcomes allowing for it.
    """

    verdicts: tuple[Verdict, ...]
    options: scores.Report
    log: float
    log_chance: float
    hedged_options: scores.Report
    hedged_log: float
    parameters: Mapping[str, Any] = field(default_factory=dict)


def backtest(
    trials: Sequence[Trial],
    *,
    draws: int = 1000,
    seed: int = 0,
    joint: bool | None = None,
    doubt: float | None = None,
) -> Backtest:
    """Forecast conflicts whose end is known, and score the forecasts.

    Parameters
    ----------
    trials : sequence of Trial
        At least one.
    draws, seed : int
        Of each forecast.
    joint, doubt
        As `detente.forecast.forecasting.forecast` has them.

    Returns
    -------
    Backtest
        Nothing is left out, whatever it says.

    Raises
    ------
    InputError
        If there are no trials, or an outcome is no feasible state.

    Examples
    --------
    >>> talks = Conflict(status_quo=[])
    >>> _ = talks.add("a", options=["act"], priorities=["act"])
    >>> found = backtest([Trial("talks", talks, 1)])
    >>> found.verdicts[0].probability, found.options.brier, found.log
    (1.0, 0.0, 0.0)
    """
    if not trials:
        raise InputError(
            "there is nothing to test on", "give at least one conflict and its outcome"
        )
    verdicts = tuple(
        _verdict(one, forecast(one.conflict, draws=draws, seed=seed, joint=joint, doubt=doubt))
        for one in trials
    )
    return Backtest(
        verdicts=verdicts,
        options=_scored([one.options for one in verdicts]),
        log=_bits([one.probability for one in verdicts]),
        log_chance=_bits([one.chance for one in verdicts]),
        hedged_options=_scored([one.hedged_options for one in verdicts]),
        hedged_log=_bits([one.hedged for one in verdicts]),
        parameters={"draws": draws, "seed": seed, "joint": joint, "doubt": doubt},
    )


def _scored(options: Sequence[Mapping[str, tuple[float, bool]]]) -> scores.Report:
    pairs = [pair for one in options for pair in one.values()]
    return scores.report([p for p, _ in pairs], [o for _, o in pairs])


def _bits(given: Sequence[float]) -> float:
    """Return the mean log score of what outcomes got."""
    return sum(-log2(p) if p > 0 else inf for p in given) / len(given)


def _verdict(trial: Trial, found: Forecast) -> Verdict:
    played = found.played
    size = 1 << len(found.options)
    if played is None or not 0 <= trial.outcome < size:
        raise InputError(
            f"the outcome of {trial.name} is {trial.outcome}, no state of it",
            f"give a bit mask from 0 to {size - 1}",
        )
    listed = {one.state: (rank, one) for rank, one in enumerate(found.states, start=1)}
    rank, here = listed.get(trial.outcome, (0, None))
    probability = here.probability if here is not None else 0.0
    stable = played.stable[:, trial.outcome] / max(1, played.counted)
    other = played if found.reference is None else found.reference
    ends = other.ends(size)
    return Verdict(
        name=trial.name,
        outcome=trial.outcome,
        probability=probability,
        chance=1 / _feasible(trial),
        rank=rank if probability > 0 else 0,
        equilibrium={
            concept: float(share)
            for concept, share in zip(("nash", "gmr", "smr", "seq", "sseq"), stable, strict=True)
        },
        options={
            name: (one.at_end, bool(trial.outcome >> k & 1))
            for k, (name, one) in enumerate(found.options.items())
        },
        notes=found.notes,
        hedged=model_error.mix(probability, float(ends[trial.outcome]), found.doubt),
        hedged_options={
            name: (
                model_error.mix(one.at_end, _taken(ends, k), found.doubt),
                bool(trial.outcome >> k & 1),
            )
            for k, (name, one) in enumerate(found.options.items())
        },
    )


def _taken(ends: FloatM, k: int) -> float:
    """Return how likely an option is taken in the end."""
    return float(ends[(np.arange(len(ends)) >> k & 1).astype(np.bool_)].sum())


def _feasible(trial: Trial) -> int:
    from detente.forecast.beliefs import beliefs

    feasible = beliefs(trial.conflict).game.feasible
    if not feasible[trial.outcome]:
        raise InputError(
            f"the outcome of {trial.name}, state {trial.outcome}, is not feasible there",
            "check the model or the outcome",
        )
    return int(feasible.sum())
