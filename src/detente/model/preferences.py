"""Preferences: from statements, scores or a list of states to dense ranks.

A rank is a number for each state: 0 for the worst feasible state, larger is
better, equal is indifferent, and no number between is left out; -1 where the
state is infeasible. Three ways lead there, and each costs a few passes over
the states, whatever the number of statements:

- `lexicographic` from statements, most important first;
- `by_score` from weights or payoffs;
- `by_list` from states listed best first.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.axes import BoolM, FloatM, IntM
from detente.errors import ModelError
from detente.model.states import few


def lexicographic(truths: Iterable[BoolM], feasible: BoolM) -> IntM:
    """Return ranks from prioritised statements.

    A state is preferred to another when it makes the first statement true, in
    order of importance, in which they differ [1]_. This is the order of the
    score that adds ``2**(m - k)`` for the k-th of m statements, but holds for
    any number of them.

    Parameters
    ----------
    truths : iterable of (2**O,) array of bool
        The truth of each statement, most important first. None at all:
        indifferent among all states.
    feasible : (2**O,) array of bool
        Which states can be.

    Returns
    -------
    (2**O,) array of int32
        Dense ranks, -1 where infeasible.

    Notes
    -----
    O(m 2**O): ranks are refined by a statement at a time and made dense again
    before they outgrow a table.

    References
    ----------
    .. [1] L. Fang, K. W. Hipel, D. M. Kilgour and X. Peng, "A decision support
       system for interactive decision making, part I: model formulation", *IEEE
       Transactions on Systems, Man, and Cybernetics C* 33 (2003).

    Examples
    --------
    >>> yes = np.array([False, True, False, True]), np.array([False, False, True, True])
    >>> lexicographic(yes, np.array([True, True, False, True])).tolist()
    [0, 1, -1, 2]
    """
    rank = np.zeros(len(feasible), dtype=np.int32)
    bound, most = 1, max(4 * len(feasible), 1 << 16)
    for truth in truths:
        if 2 * bound > most:
            bound = _make_dense(rank, feasible, bound)
        rank <<= 1
        rank |= truth
        bound *= 2
    _make_dense(rank, feasible, bound)
    rank[~feasible] = -1
    return rank


def by_score(scores: NDArray[np.float64], feasible: BoolM) -> IntM:
    """Return ranks from a score for each state; larger is better.

    Parameters
    ----------
    scores : (2**O,) array of float
        Finite at every feasible state.
    feasible : (2**O,) array of bool
        Which states can be.

    Returns
    -------
    (2**O,) array of int32
        Dense ranks, -1 where infeasible; equal scores have equal ranks.

    Notes
    -----
    O(S log S) for the S feasible states.

    Examples
    --------
    >>> by_score(np.array([0.5, -2.0, 9.0, 0.5]), np.array([True, True, False, True])).tolist()
    [1, 0, -1, 1]
    """
    rank = np.full(len(feasible), -1, dtype=np.int32)
    rank[feasible] = np.unique(scores[feasible], return_inverse=True)[1]
    return rank


def weighted(truths: Iterable[BoolM], weights: Sequence[float], size: int) -> FloatM:
    """Return for each state the sum of the weights of the true statements.

    The weights are summed exactly and rounded once, so that two states whose
    weights add up to the same have the same score, in whatever order they
    stand: ``0.1 + 0.2`` and ``0.3`` are equal when written so.

    Parameters
    ----------
    truths : iterable of (size,) array of bool
        The truth of each statement.
    weights : sequence of float
        Its weight, which may be negative.
    size : int
        How many states there are.

    Returns
    -------
    (size,) array of float
        The scores.

    Raises
    ------
    ModelError
        If the weights add up to more than a float holds.

    Examples
    --------
    >>> a, b, c = np.eye(3, dtype=bool)
    >>> weighted([a, a, b], [0.1, 0.2, 0.3], 3).tolist()
    [0.3, 0.3, 0.0]
    """
    if not math.isfinite(sum(map(abs, weights))):
        raise ModelError("the weights add up to more than a number can hold", "scale them down")
    scaled, unit = _whole(weights)
    # sums that a float holds exactly, in a unit that leaves them normal numbers
    if sum(abs(weight) for weight in scaled) < 1 << 53 and unit <= 10**200:
        total = np.zeros(size, dtype=np.int64)
        for truth, weight in zip(truths, scaled, strict=True):
            np.add(total, weight, out=total, where=truth)
        return total / float(unit)
    total_f = np.zeros(size, dtype=np.float64)
    for truth, weight_f in zip(truths, weights, strict=True):
        np.add(total_f, weight_f, out=total_f, where=truth)
    return total_f


def by_list(ranking: Sequence[int | Sequence[int]], feasible: BoolM) -> IntM:
    """Return ranks from the feasible states listed best first.

    Parameters
    ----------
    ranking : sequence of int or of sequences of int
        States as bit masks, best first; a nested sequence is a tie.
    feasible : (2**O,) array of bool
        Which states can be.

    Returns
    -------
    (2**O,) array of int32
        Dense ranks, -1 where infeasible.

    Raises
    ------
    ModelError
        If a feasible state is missing, or one stands twice, or one isn't feasible.

    Examples
    --------
    >>> by_list([3, [0, 1]], np.array([True, True, False, True])).tolist()
    [0, 0, -1, 1]
    """
    classes = [[place] if isinstance(place, int) else list(place) for place in ranking]
    classes = [place for place in classes if place]
    listed = [s for place in classes for s in place]
    _all_there(listed, feasible, "the ranking")
    rank = np.full(len(feasible), -1, dtype=np.int32)
    for level, place in enumerate(reversed(classes)):
        rank[place] = level
    return rank


def by_payoff(payoffs: Mapping[int, float], feasible: BoolM) -> IntM:
    """Return ranks from a payoff for each feasible state; larger is better.

    Raises
    ------
    ModelError
        If a feasible state has no payoff, or an infeasible one has.

    Examples
    --------
    >>> by_payoff({0: 1.5, 1: -3, 3: 1.5}, np.array([True, True, False, True])).tolist()
    [1, 0, -1, 1]
    """
    _all_there(list(payoffs), feasible, "the payoffs")
    scores = np.zeros(len(feasible))
    scores[list(payoffs)] = list(payoffs.values())
    return by_score(scores, feasible)


def _make_dense(rank: IntM, feasible: BoolM, bound: int) -> int:
    """Renumber `rank`, all below `bound`, so that feasible states leave no gap."""
    seen = np.zeros(bound, dtype=np.bool_)
    seen[rank[feasible]] = True
    level = np.cumsum(seen, dtype=np.int32)
    level -= 1
    np.maximum(level, 0, out=level)  # an infeasible rank may lie below all feasible ones
    np.take(level, rank, out=rank, mode="clip")
    return int(level[-1]) + 1


def _whole(weights: Sequence[float]) -> tuple[list[int], int]:
    """Return the weights as whole numbers of a decimal unit, as they are written."""
    from fractions import Fraction
    from math import lcm

    exact = [Fraction(repr(float(weight))) for weight in weights]
    unit = lcm(*(one.denominator for one in exact))
    return [int(one * unit) for one in exact], unit


def _all_there(listed: list[int], feasible: BoolM, what: str) -> None:
    """Check that every feasible state is listed once, and no other."""
    size = len(feasible)
    inside = [s for s in listed if 0 <= s < size]
    wrong = dict.fromkeys(s for s in listed if not (0 <= s < size and feasible[s]))
    count = np.bincount(inside, minlength=size) if inside else np.zeros(size, dtype=np.int64)
    faults = []
    if wrong:
        faults.append(f"{few(wrong)} {'is' if len(wrong) == 1 else 'are'} not feasible")
    if (count > 1).any():
        doubled = np.flatnonzero(count > 1)
        faults.append(f"{few(doubled)} {'stands' if len(doubled) == 1 else 'stand'} twice")
    if (missing := np.flatnonzero(feasible & (count == 0))).size:
        faults.append(f"{few(missing)} {'is' if len(missing) == 1 else 'are'} missing")
    if faults:
        raise ModelError(f"{what}: {', '.join(faults)}", "list each feasible state just once")
