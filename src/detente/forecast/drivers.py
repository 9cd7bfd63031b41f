"""What an answer hangs on: the effect of each unknown, counted among the draws.

For an unknown that came true in some draws and not in others, the effect on an
answer is the difference of its mean between them. The index is the share of
the variance between draws that the unknown explains alone (Sobol's first
order, from the draws themselves), less what chance would give. The shift is
how far the probability is expected to move once the unknown is known: the
piece of news with the largest shift is the one to look for first.
"""

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from detente.forecast.result import Driver
from detente.forecast.unknowns import Unknown

RARE = 0.02
"""An unknown that comes out one way in fewer draws than this is not judged."""

DOUBT = 0.05
"""The chance that anything at all is called a driver where nothing is."""


def drivers(
    unknowns: Sequence[Unknown],
    readings: NDArray[np.int16],
    answer: NDArray[np.float64],
    most: int | None = None,
) -> tuple[Driver, ...]:
    """Return what an answer hangs on, the largest effect first.

    Parameters
    ----------
    unknowns : sequence of Unknown
        What differs between the draws.
    readings : (D, U) array of int16
        The reading of each draw.
    answer : (D,) array of float
        The answer in each draw, a probability.
    most : int, optional
        How many at most.

    Returns
    -------
    tuple of Driver
        Those whose effect is told from chance, given how many are looked at
        (Bonferroni, 5 % over all of them). `effect` equals `if_true` less
        `if_false`, and `index` lies in [0, 1].

    Notes
    -----
    O(D) for each unknown. An unknown that can't be asked in a draw (the place of
    a statement that isn't held) is judged among the draws in which it can. The
    index and the shift speak of all draws, so such an unknown counts for less.

    References
    ----------
    .. [1] A. Saltelli et al., *Global Sensitivity Analysis: The Primer* (2008).
    .. [2] R. A. Howard, "Information value theory", *IEEE Transactions on
       Systems Science and Cybernetics* 2 (1966).
    """
    found = []
    clear = NormalDist().inv_cdf(1 - DOUBT / (2 * max(1, len(unknowns))))
    spread = float(answer.var())
    for one in unknowns:
        yes, asked = one.came_true(readings)
        no = asked & ~yes
        if min(yes.sum(), no.sum()) < max(2, RARE * len(answer)):
            continue
        judged = _driver(one, answer[yes], answer[no], len(answer), spread)
        if abs(judged.effect) > max(clear * judged.error, 1e-12):
            found.append(judged)
    found.sort(key=lambda one: (-abs(one.effect), one.unknown))
    return tuple(found[:most])


def _driver(
    one: Unknown,
    yes: NDArray[np.float64],
    no: NDArray[np.float64],
    draws: int,
    spread: float,
) -> Driver:
    high, low = float(yes.mean()), float(no.mean())
    here = (len(yes) + len(no)) / draws
    share = len(yes) / (len(yes) + len(no))
    effect = high - low
    error = float(np.sqrt(yes.var(ddof=1) / len(yes) + no.var(ddof=1) / len(no)))
    between = share * (1 - share) * (effect**2 - error**2) * here
    return Driver(
        unknown=one.name,
        if_true=high,
        if_false=low,
        effect=effect,
        label=one.label,
        error=error,
        index=min(1.0, max(0.0, between / spread)) if spread > 0 else 0.0,
        shift=2 * share * (1 - share) * abs(effect) * here,
        share=share,
    )


def news(found: Sequence[Driver]) -> Driver | None:
    """Return the unknown whose coming to light is expected to move the answer most.

    Examples
    --------
    >>> rare = Driver("a", 0.9, 0.1, 0.8, shift=0.02)
    >>> common = Driver("b", 0.6, 0.2, 0.4, shift=0.2)
    >>> news([rare, common]).unknown
    'b'
    """
    return max(found, key=lambda one: (one.shift, one.unknown), default=None)
