"""Experts: words of likelihood as ranges, and several views as one.

Pooled views stand beside the model. Mixing them with it is done only by who
asks for it, with `with_model`, and then says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, isfinite, log

from detente.errors import InputError, NotFoundError
from detente.forecast.result import ExpertView
from detente.model.conflict import ExpertForecast

VERBAL: Mapping[str, tuple[float, float]] = {
    "almost no chance": (0.01, 0.05),
    "remote": (0.01, 0.05),
    "very unlikely": (0.05, 0.20),
    "highly improbable": (0.05, 0.20),
    "unlikely": (0.20, 0.45),
    "improbable": (0.20, 0.45),
    "roughly even chance": (0.45, 0.55),
    "roughly even odds": (0.45, 0.55),
    "likely": (0.55, 0.80),
    "probable": (0.55, 0.80),
    "very likely": (0.80, 0.95),
    "highly probable": (0.80, 0.95),
    "almost certain": (0.95, 0.99),
    "nearly certain": (0.95, 0.99),
}
"""Words of estimative probability and their ranges, as US Intelligence Community Directive 203."""

EDGE = 0.005
"""Log-odds pools keep this far from 0 and 1, so that one sure expert doesn't settle it."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """Several views as one: a probability, and the range that the same pool gives their ends."""

    probability: float
    low: float
    high: float
    method: str
    views: int


def in_words(probability: float) -> str:
    """Return the words for a probability, by the same ranges.

    Parameters
    ----------
    probability : float
        In [0, 1].

    Returns
    -------
    str
        Of `VERBAL`, the first name of the range; "certain" and "impossible" beyond.

    Raises
    ------
    InputError
        If it lies outside [0, 1].

    Examples
    --------
    >>> [in_words(p) for p in (0, 0.03, 0.5, 0.62, 1)]
    ['impossible', 'almost no chance', 'roughly even chance', 'likely', 'certain']
    """
    if not 0 <= probability <= 1:
        raise InputError(f"{probability} is no probability", "give one between 0 and 1")
    if probability in (0, 1):
        return "certain" if probability else "impossible"
    return next(
        (words for words, (_, high) in VERBAL.items() if probability < high), "almost certain"
    )


def from_words(words: str) -> tuple[float, float]:
    """Return the range that words of likelihood stand for.

    Raises
    ------
    NotFoundError
        If the words aren't in the table.

    Examples
    --------
    >>> from_words("Very likely")
    (0.8, 0.95)
    """
    key = " ".join(words.lower().split())
    if key not in VERBAL:
        raise NotFoundError(f"no range is known for {words!r}", f"use one of {', '.join(VERBAL)}")
    return VERBAL[key]


def view(expert: ExpertForecast) -> ExpertView:
    """Return what an expert of the model expects, as the forecast shows it."""
    return ExpertView(expert.by, expert.words, expert.low, expert.high, tuple(expert.because))


def linear(chances: Sequence[float], weights: Sequence[float] | None = None) -> float:
    r"""Return the weighted mean, :math:`\sum_j w_j p_j`.

    Parameters
    ----------
    chances : sequence of float
        Probabilities, at least one.
    weights : sequence of float, optional
        At least 0, not all 0; left out: equal. They are scaled to sum to one.

    Returns
    -------
    float
        Between the least and the largest of `chances`.

    References
    ----------
    .. [1] M. Stone, "The opinion pool", *Annals of Mathematical Statistics* 32 (1961).

    Examples
    --------
    >>> linear([0.2, 0.6], weights=[3, 1])
    0.3
    """
    shares = _shares(chances, weights)
    mean = sum(w * p for w, p in zip(shares, chances, strict=True))
    return min(max(chances), max(min(chances), round(mean, 15)))


def log_odds(
    chances: Sequence[float], weights: Sequence[float] | None = None, *, extremise: float = 1.0
) -> float:
    r"""Return the probability whose log odds are the weighted mean of the experts'.

    .. math:: \operatorname{logit} p = a \sum_j w_j \operatorname{logit} p_j

    Parameters
    ----------
    chances : sequence of float
        Probabilities; they are kept 0.005 away from 0 and 1.
    weights : sequence of float, optional
        At least 0, not all 0; left out: equal.
    extremise : float
        :math:`a`. Above 1 moves the pool away from one half, as is right for
        experts that each know a different part [1]_; 1 leaves it.

    Returns
    -------
    float
        A probability.

    References
    ----------
    .. [1] J. Baron et al., "Two reasons to make aggregated probability
       forecasts more extreme", *Decision Analysis* 11 (2014).

    Examples
    --------
    >>> round(log_odds([0.2, 0.8]), 3), round(log_odds([0.8, 0.8], extremise=2), 3)
    (0.5, 0.941)
    """
    if not 0 < extremise < float("inf"):
        raise InputError(f"a pool can't be extremised by {extremise}", "give a number above 0")
    shares = _shares(chances, weights)
    kept = [min(1 - EDGE, max(EDGE, p)) for p in chances]
    mean = sum(w * log(p / (1 - p)) for w, p in zip(shares, kept, strict=True))
    return 1 / (1 + exp(-extremise * mean))


POOLS: dict[str, Callable[..., float]] = {"linear": linear, "log_odds": log_odds}


def pool(
    views: Sequence[ExpertView],
    method: str = "log_odds",
    *,
    record: Mapping[str, float] | None = None,
    extremise: float = 1.0,
) -> Pooled:
    """Return several experts' views as one.

    Parameters
    ----------
    views : sequence of ExpertView
        At least one; the middle of each range is taken as its probability.
    method : {"log_odds", "linear"}
        How they are pooled.
    record : mapping of str to float, optional
        The mean Brier score of each expert so far. An expert weighs as one
        over the score, 0.25 (no skill) where there is none, 0.01 at the least.
    extremise : float
        For log odds: see `log_odds`.

    Returns
    -------
    Pooled
        `low` and `high` pool the low and the high ends.

    Raises
    ------
    InputError
        If there is no view, or a number is no probability.
    NotFoundError
        If there is no such method.

    Examples
    --------
    >>> views = [ExpertView("a", "unlikely", 0.2, 0.45), ExpertView("b", "likely", 0.55, 0.8)]
    >>> round(pool(views).probability, 2), round(pool(views, record={"a": 0.05}).probability, 2)
    (0.5, 0.38)
    """
    if method not in POOLS:
        raise NotFoundError(f"no pool {method!r}", f"there are {', '.join(POOLS)}")
    weights = [1 / max(0.01, (record or {}).get(view.by, 0.25)) for view in views]

    def pooled(chances: list[float]) -> float:
        if method == "linear":
            return linear(chances, weights)
        return log_odds(chances, weights, extremise=extremise)

    return Pooled(
        probability=pooled([(view.low + view.high) / 2 for view in views]),
        low=pooled([view.low for view in views]),
        high=pooled([view.high for view in views]),
        method=method,
        views=len(views),
    )


def with_model(model: float, experts: Pooled, weight: float = 0.5) -> float:
    """Return the model's probability and the experts' pooled view as one, when asked for.

    Parameters
    ----------
    model : float
        What the model says.
    experts : Pooled
        What the experts say, from `pool`.
    weight : float
        Of the experts, in [0, 1]. One half treats the model as one more view
        as good as theirs together; there is no record yet to do better with.

    Returns
    -------
    float
        Between the two, pooled as the experts were.

    Raises
    ------
    InputError
        If a number lies outside [0, 1].

    Examples
    --------
    >>> views = [ExpertView("a", "unlikely", 0.1, 0.3)]
    >>> round(with_model(0.4, pool(views, "linear"), weight=0.25), 3)
    0.35
    """
    if not 0 <= weight <= 1:
        raise InputError(f"the weight of the experts is {weight}", "give one between 0 and 1")
    return POOLS[experts.method]([model, experts.probability], [1 - weight, weight])


def _shares(chances: Sequence[float], weights: Sequence[float] | None) -> list[float]:
    """Check the numbers, and scale the weights to sum to one."""
    if not chances:
        raise InputError("there is no view to pool", "give at least one")
    for p in chances:
        if not 0 <= p <= 1:
            raise InputError(f"{p} is no probability", "give one between 0 and 1")
    used = [1.0] * len(chances) if weights is None else list(weights)
    if (
        len(used) != len(chances)
        or any(not (w >= 0 and isfinite(w)) for w in used)
        or not any(used)
    ):
        raise InputError(
            f"{len(used)} weights can't weigh {len(chances)} views",
            "give one of at least 0 for each, not all 0",
        )
    return [w / sum(used) for w in used]
