"""What a forecast hands on: a probability for every option, with its interval and drivers."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.axes import BoolDO, FloatDO
from detente.forecast.intervals import wilson
from detente.provenance import Provenance

if TYPE_CHECKING:
    from detente.forecast.played import Played
    from detente.forecast.pool import Pooled
    from detente.forecast.unknowns import Unknown


@dataclass(frozen=True, slots=True)
class ExpertView:
    """What a named source expects of an option, beside what the model says."""

    by: str
    words: str
    low: float
    high: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Driver:
    """An unknown that an answer hangs on.

    `if_true` and `if_false` are the probabilities of the option among the draws
    in which the unknown came out one way or the other; `effect` is their
    difference, known to within `error` (its standard error).
    """

    unknown: str  # what is not known, in the model's terms: "russia: holds !nato.troops"
    if_true: float
    if_false: float
    effect: float
    label: str = ""  # the same in words
    error: float = 0.0
    index: float = 0.0  # share of the variance between draws that it explains alone
    shift: float = 0.0  # how far the news of it is expected to move the probability
    share: float = 0.0  # how often it came true


@dataclass(frozen=True, slots=True)
class OptionForecast:
    """How likely an option is to be exercised by the horizon.

    `low` and `high` bound the error of sampling a finite number of readings
    (95 %, Wilson): more draws narrow them. `range_low` and `range_high` are
    the lowest and the highest probability that learning a single unknown
    could give it: no number of draws narrows those, only news does.
    """

    option: str
    probability: float
    low: float
    high: float
    experts: tuple[ExpertView, ...] = ()
    drivers: tuple[Driver, ...] = ()
    pooled: "Pooled | None" = None  # the experts as one, where there are several
    hedged: float | None = None  # allowing for model error; None where none is allowed for
    range_low: float = 0.0
    range_high: float = 1.0
    at_end: float = 0.0  # probability that it is taken when play ends
    months: float | None = None  # by when half of the histories that exercise it have done so


@dataclass(frozen=True, slots=True)
class StateForecast:
    """How likely play is to end at a state, and how often it is an equilibrium."""

    state: int
    probability: float
    low: float
    high: float
    robust: Mapping[str, float]  # concept -> share of the draws in which it is an equilibrium
    hedged: float | None = None


@dataclass(frozen=True, slots=True)
class PathForecast:
    """A way that play goes: the states from the first to the last, and how often."""

    states: tuple[int, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class WayForecast:
    """How play begins: the states of the first steps, and how often it begins so.

    `open` says whether it goes on from there; if not, it rests there.
    """

    states: tuple[int, ...]
    probability: float
    open: bool


@dataclass(frozen=True, slots=True)
class QuestionForecast:
    """How likely a statement is to come true by the horizon."""

    statement: str
    probability: float
    low: float
    high: float
    experts: tuple[ExpertView, ...] = ()
    hedged: float | None = None


@dataclass(frozen=True, slots=True)
class ConditionalForecast:
    """What experts expect of a statement if another is true, and what the model says then.

    The model's figures are None where what is supposed is no list of options
    taken or not taken: then it can't be asked.
    """

    statement: str
    given: str
    experts: tuple[ExpertView, ...]
    probability: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """The forecast of a conflict.

    Attributes
    ----------
    horizon : str
        Until when: "no horizon" where play runs until it rests.
    draws, seed : int
        How many readings of the unknowns were sampled, from which seed.
    options : mapping of str to OptionForecast
        In bit order.
    states : tuple of StateForecast
        Likeliest first.
    red_lines : tuple of (by, against, probability)
        How likely each red line is to be crossed.
    exercised : (D, O) array of bool
        In each draw: was the option exercised in the history that was played?
    chances : (D, O) array of float
        In each draw: the probability that it is exercised, over all histories
        that the reading allows. Every probability is its mean over the draws;
        that of `exercised` agrees within the error of sampling.
    questions : tuple of QuestionForecast
        Statements that were asked about, or that experts speak of.
    no_return : float
        Probability that play enters a state from which no moves lead back.
    times, curves : (G,) and (O, G) arrays of float
        Months, and the probability of each option by then; empty without a horizon.
    paths : tuple of PathForecast
        The likeliest ways from the first state to the last, likeliest first.
    ways : tuple of WayForecast
        How play begins, the first three steps at most, likeliest first.
    played, unknowns : Played and tuple of Unknown, or None and ()
        The saved draws, and what differs between them.
    doubt : float
        The weight of model error in what is `hedged`: the probability that what
        the model says of wishes is wrong. 0 where none is allowed for.
    reference : Played or None
        The draws of the same conflict of one who knows nothing of wishes.
    red_lines_hedged : tuple of float
        The probability of crossing each red line, allowing for model error.
    no_return_hedged : float or None
        The same for `no_return`.
    conditionals : tuple of ConditionalForecast
        What experts expect under a condition, beside the model's own answer.
    supposed : mapping of str to Played
        For each condition the draws that its answer is counted from.
    provenance : Provenance
        Where it comes from.
    """

    horizon: str
    draws: int
    seed: int
    options: Mapping[str, OptionForecast]
    states: tuple[StateForecast, ...]
    red_lines: tuple[tuple[str, str, float], ...]
    exercised: BoolDO
    provenance: Provenance
    notes: tuple[str, ...] = ()
    chances: FloatDO = field(default_factory=lambda: np.zeros((0, 0)))
    questions: tuple[QuestionForecast, ...] = ()
    no_return: float = 0.0
    times: tuple[float, ...] = ()
    curves: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    paths: tuple[PathForecast, ...] = ()
    ways: tuple[WayForecast, ...] = ()
    played: "Played | None" = None
    unknowns: "tuple[Unknown, ...]" = ()
    doubt: float = 0.0
    reference: "Played | None" = None
    red_lines_hedged: tuple[float, ...] = ()
    no_return_hedged: float | None = None
    conditionals: tuple[ConditionalForecast, ...] = ()
    supposed: "Mapping[str, Played]" = field(default_factory=dict)

    def band(self, option: str) -> tuple[tuple[float, float], ...]:
        """Return the interval of an option's probability at each of the times.

        As `low` and `high` it bounds the error of sampling; where all is known
        it has no width.
        """
        one = self.options[option]
        certain = one.low == one.high
        return tuple(
            (p, p) if certain else wilson(p, self.draws) for p in self.curves.get(option, ())
        )

    def to_json(self) -> dict[str, Any]:
        """Return the public JSON shape of ``detente forecast``."""
        options = {}
        for name, one in self.options.items():
            shown = asdict(one)
            del shown["option"]
            shown["experts"] = [_expert(e) for e in one.experts]
            shown["drivers"] = list(shown["drivers"])
            shown["curve"] = list(self.curves.get(name, ()))
            shown["curve_low"] = [low for low, _ in self.band(name)]
            shown["curve_high"] = [high for _, high in self.band(name)]
            options[name] = shown
        return {
            "horizon": self.horizon,
            "draws": self.draws,
            "seed": self.seed,
            "options": options,
            "equilibria": [
                {
                    "state": one.state,
                    "probability": one.probability,
                    "low": one.low,
                    "high": one.high,
                    "robust": dict(one.robust),
                    "hedged": one.hedged,
                }
                for one in self.states
            ],
            "red_lines": [
                {"by": by, "against": against, "probability": p, "hedged": hedged}
                for (by, against, p), hedged in zip_longest(self.red_lines, self.red_lines_hedged)
            ],
            "questions": [
                {
                    "statement": one.statement,
                    "probability": one.probability,
                    "low": one.low,
                    "high": one.high,
                    "experts": [_expert(e) for e in one.experts],
                    "hedged": one.hedged,
                }
                for one in self.questions
            ],
            "conditionals": [
                dict(asdict(one), experts=[_expert(e) for e in one.experts])
                for one in self.conditionals
            ],
            "no_return": self.no_return,
            "no_return_hedged": self.no_return_hedged,
            "doubt": self.doubt,
            "months": list(self.times),
            "paths": [
                {"states": list(one.states), "probability": one.probability} for one in self.paths
            ],
            "ways": [asdict(one) | {"states": list(one.states)} for one in self.ways],
            "notes": list(self.notes),
            "provenance": self.provenance.to_json(),
        }


def _expert(view: ExpertView) -> dict[str, Any]:
    return dict(asdict(view), because=list(view.because))
