"""Weights of a logistic regression that stand in a file of the lexicon, and the chance they give."""

import math
from collections.abc import Iterable, Mapping
from functools import cache

from detente.read.text.words import table


@cache
def weights(name: str, part: str) -> Mapping[str, float]:
    """Return the weights of a part of a file of the lexicon, by sign; `constant` is one."""
    return {sign: float(weight) for sign, weight in table(name)[part].items()}


def chance(known: Mapping[str, float], seen: Iterable[tuple[str, float]]) -> float:
    """Return the chance, 0 to 1, that weights give to what was seen.

    Parameters
    ----------
    known : mapping of str to float
        As `weights` returns them.
    seen : iterable of (str, float)
        Signs and how much of each; all of them have a weight.

    Examples
    --------
    >>> known = {"constant": 0.0, "named": 2.0}
    >>> chance(known, []), chance(known, [("named", 1.0)]) > 0.8
    (0.5, True)
    """
    return _logistic(known["constant"] + sum(known[sign] * value for sign, value in seen))


def likelihood(known: Mapping[str, float], seen: Iterable[str]) -> float:
    """Return the chance that weights give to signs that were seen; one without a weight counts nothing.

    Examples
    --------
    >>> likelihood({"constant": 0.0, "named": 2.0}, ["named", "new"]) > 0.8
    True
    """
    score = known["constant"]
    for sign in seen:
        score += known.get(sign, 0.0)
    return _logistic(score)


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score))
