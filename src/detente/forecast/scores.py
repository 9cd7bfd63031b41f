"""How good forecasts were: Brier and log scores, calibration, skill.

Each score takes the probabilities that were given and what came of them (1 or
0), and is proper: nobody expects to do better by saying what they don't think.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log2

from detente.errors import InputError
from detente.forecast.intervals import wilson


def brier(chances: Sequence[float], outcomes: Sequence[bool]) -> float:
    r"""Return the Brier score, :math:`\frac1n \sum (p_k - o_k)^2`: 0 is best, 0.25 is one half always.

    Parameters
    ----------
    chances : sequence of float
        The probability that was given to each event.
    outcomes : sequence of bool
        Whether each event happened.

    Returns
    -------
    float
        In [0, 1].

    References
    ----------
    .. [1] G. W. Brier, "Verification of forecasts expressed in terms of
       probability", *Monthly Weather Review* 78 (1950).

    Examples
    --------
    >>> round(brier([0.9, 0.2], [True, False]), 3)
    0.025
    """
    pairs = _pairs(chances, outcomes)
    return sum((p - o) ** 2 for p, o in pairs) / len(pairs)


def logarithmic(chances: Sequence[float], outcomes: Sequence[bool]) -> float:
    r"""Return the log score, :math:`-\frac1n \sum \log_2 P(\text{what happened})`, in bits.

    Returns
    -------
    float
        At least 0, which is best; 1 is one half always; infinite where
        something happened that was called impossible.

    References
    ----------
    .. [1] I. J. Good, "Rational decisions", *JRSS B* 14 (1952).

    Examples
    --------
    >>> logarithmic([0.5, 0.5], [True, False]), logarithmic([0.0], [True])
    (1.0, inf)
    """
    given = [p if o else 1 - p for p, o in _pairs(chances, outcomes)]
    return sum(-log2(p) if p > 0 else inf for p in given) / len(given)


def skill(score: float, reference: float) -> float:
    """Return the skill against a reference: 1 is perfect, 0 no better, below 0 worse.

    Where the reference is perfect, skill is 0 for a perfect score and minus
    infinity for any other.

    Examples
    --------
    >>> skill(0.1, 0.25), skill(0.3, 0.0)
    (0.6, -inf)
    """
    if reference == 0:
        return 0.0 if score == 0 else -inf
    return 1 - score / reference


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about the same probability, and how often they came true.

    `low` and `high` bound the share that came true (95 %, Wilson). A bin in
    which the mean forecast lies between them shows no miscalibration.
    """

    forecasts: int
    mean: float
    happened: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of some resolved forecasts, beside two references.

    `base_rate` is the share of events that happened, known only afterwards,
    which is a hard reference; "nothing happens" gives every event 0.
    """

    forecasts: int
    brier: float
    log: float
    base_rate: float
    skill_base_rate: float
    skill_nothing: float
    calibration: tuple[Bin, ...]


def calibration(
    chances: Sequence[float], outcomes: Sequence[bool], bins: int = 5
) -> tuple[Bin, ...]:
    """Return how often forecasts came true, in bins of equal width; empty bins are left out.

    Parameters
    ----------
    chances : sequence of float
        The probabilities given.
    outcomes : sequence of bool
        What came of them.
    bins : int
        How many, at least 1.

    Returns
    -------
    tuple of Bin
        By rising probability; their `forecasts` add up to all.

    Examples
    --------
    >>> [(one.forecasts, one.happened) for one in calibration([0.1, 0.15, 0.9], [False, True, True])]
    [(2, 0.5), (1, 1.0)]
    """
    if bins < 1:
        raise InputError(f"{bins} bins can't hold forecasts", "give 1 or more")
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for p, o in _pairs(chances, outcomes):
        held[min(bins - 1, int(p * bins))].append((p, o))
    found = []
    for pairs in held:
        if pairs:
            n = len(pairs)
            happened = sum(o for _, o in pairs) / n
            mean = sum(p for p, _ in pairs) / n
            found.append(Bin(n, mean, happened, *wilson(happened, n)))
    return tuple(found)


def report(chances: Sequence[float], outcomes: Sequence[bool]) -> Report:
    """Return all scores of some resolved forecasts.

    Examples
    --------
    >>> found = report([0.8, 0.3, 0.1], [True, False, False])
    >>> round(found.brier, 3), round(found.skill_nothing, 2)
    (0.047, 0.86)
    """
    pairs = _pairs(chances, outcomes)
    score = brier(chances, outcomes)
    rate = sum(o for _, o in pairs) / len(pairs)
    return Report(
        forecasts=len(pairs),
        brier=score,
        log=logarithmic(chances, outcomes),
        base_rate=rate,
        skill_base_rate=skill(score, brier([rate] * len(pairs), outcomes)),
        skill_nothing=skill(score, brier([0.0] * len(pairs), outcomes)),
        calibration=calibration(chances, outcomes),
    )


def _pairs(chances: Sequence[float], outcomes: Sequence[bool]) -> list[tuple[float, bool]]:
    if len(chances) != len(outcomes) or not len(chances):
        raise InputError(
            f"{len(chances)} forecasts can't be scored by {len(outcomes)} outcomes",
            "give one outcome for each forecast, and at least one",
        )
    for p in chances:
        if not 0 <= p <= 1:
            raise InputError(f"{p} is no probability", "give one between 0 and 1")
    return [(float(p), bool(o)) for p, o in zip(chances, outcomes, strict=True)]
