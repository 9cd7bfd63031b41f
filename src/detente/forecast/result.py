"""What a forecast hands on: a probability for every option, with its interval and drivers."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from detente.axes import BoolDO
from detente.provenance import Provenance


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
    difference.
    """

    unknown: str        # what is not known, in the model's terms: "russia: !nato.troops is held"
    if_true: float
    if_false: float
    effect: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class OptionForecast:
    """How likely an option is to be exercised by the horizon."""

    option: str
    probability: float
    low: float
    high: float
    experts: tuple[ExpertView, ...] = ()
    drivers: tuple[Driver, ...] = ()


@dataclass(frozen=True, slots=True)
class StateForecast:
    """How likely play is to end at a state, and how often it is an equilibrium."""

    state: int
    probability: float
    low: float
    high: float
    robust: Mapping[str, float]     # concept -> share of the draws in which it is an equilibrium


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
        In each draw: was the option exercised? Every share can be recounted.
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

    def to_json(self) -> dict[str, Any]:
        """Return the public JSON shape of ``detente forecast``."""
        options = {}
        for name, one in self.options.items():
            shown = asdict(one)
            del shown["option"]
            shown["experts"] = [dict(e, because=list(e["because"])) for e in shown["experts"]]
            shown["drivers"] = list(shown["drivers"])
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
                }
                for one in self.states
            ],
            "red_lines": [
                {"by": by, "against": against, "probability": p}
                for by, against, p in self.red_lines
            ],
            "notes": list(self.notes),
            "provenance": self.provenance.to_json(),
        }
