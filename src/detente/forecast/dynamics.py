r"""One reading as a chain, and what sparse linear algebra says of it.

A `Chain` is a continuous-time Markov chain over the states that play can come
to. Its generator is :math:`Q`, with the rate of each move off the diagonal and
minus the sum of its row on it. Then

- where it is after `t` months is :math:`e_0 \exp(Qt)`;
- the chance :math:`h` of ever entering a set is the least solution of
  :math:`Qh = 0` outside it, 1 inside;
- the mean time :math:`m` until it is entered, where that is certain, solves
  :math:`Qm = -1` outside it, 0 inside.

The ensemble answers the first two for every reading with kernels of its own;
this module answers them by other means, for one reading and any size, which
is what a test compares them with.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from detente.axes import BoolM
from detente.errors import InputError, TooLargeError
from detente.forecast.beliefs import Beliefs

if TYPE_CHECKING:
    from scipy.sparse import csr_array

MOST_STATES = 100_000
"""The most states of a chain."""


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Play from a start, in one reading.

    Attributes
    ----------
    states : (N,) array of int
        The states that play can come to, as bit masks; the first is the start.
    rates : (N, N) sparse array
        Moves per month from row to column; the diagonal is empty.
    """

    states: NDArray[np.int64]
    rates: "csr_array"

    def generator(self, stop: NDArray[np.bool_] | None = None) -> "csr_array":
        """Return :math:`Q`; states in `stop` are never left."""
        from scipy.sparse import csr_array, diags_array

        rates = self.rates
        if stop is not None:
            rates = csr_array(diags_array((~stop).astype(float)) @ rates)
        return csr_array(rates - diags_array(np.asarray(rates.sum(axis=1)).reshape(-1)))

    def inside(self, target: BoolM) -> NDArray[np.bool_]:
        """Return which of its states lie in a set of states."""
        return target[self.states]


def chain(beliefs: Beliefs, reading: NDArray[np.int16]) -> Chain:
    """Return the chain of one reading.

    Parameters
    ----------
    beliefs : Beliefs
        What is known and unknown.
    reading : (U,) array of int16
        A row of what `detente.forecast.sampling.sample` draws.

    Returns
    -------
    Chain
        State 0 of it is the start, and every state can be reached from there.

    Raises
    ------
    TooLargeError
        If there are over 100,000 states to be reached.
    """
    from scipy.sparse import csr_array

    from detente.forecast import _kernels
    from detente.forecast.ensemble import arrays

    model = arrays(beliefs)
    size = len(beliefs.game.feasible)
    limit = min(size, MOST_STATES)
    states = np.zeros((1, limit), dtype=np.int64)
    ptrs = np.zeros((1, limit + 1), dtype=np.int64)
    n_states = np.zeros(1, dtype=np.int64)
    draws = (np.zeros(2, dtype=np.int64), np.zeros(0, dtype=np.uint64))
    nothing = np.zeros((0, size), dtype=np.bool_)
    kept = (
        np.zeros((0, 0), dtype=np.float32),
        np.zeros(0, dtype=np.int32),
        np.zeros((0, 1), dtype=np.int32),
    )
    _, to, rate = _kernels.run(
        np.ascontiguousarray(reading)[None],
        draws,
        model,
        (np.array(beliefs.pace), nothing, np.inf),
        (True, np.zeros(1, dtype=np.int64)),
        (n_states, states, ptrs, np.zeros((5, size), dtype=np.int64), *kept),
    )
    n = int(n_states[0])
    if n == 0:
        raise TooLargeError(
            f"play can come to more than {MOST_STATES:,} states", "ask for a simulation"
        )
    ptr = ptrs[0, : n + 1]
    rates = csr_array((rate[: ptr[-1]], to[: ptr[-1]], ptr), shape=(n, n))
    rates.sum_duplicates()
    return Chain(states[0, :n], rates)


def of_rates(rates: Mapping[tuple[int, int], float], start: int = 0) -> Chain:
    """Return a chain from its moves, for trying things out.

    Parameters
    ----------
    rates : mapping of (int, int) to float
        Moves per month from one state to another, above 0.
    start : int
        Where it starts.

    Raises
    ------
    InputError
        If a rate isn't above 0, or a state moves to itself.

    Examples
    --------
    A two-state chain is at the other state after `t` months with probability
    ``1 - exp(-t)`` if it never comes back:

    >>> one_way = of_rates({(0, 1): 1.0})
    >>> float(after(one_way, 2.0)[1].round(3))
    0.865
    """
    from scipy.sparse import csr_array

    for (s, q), rate in rates.items():
        if s == q or not 0 < rate < np.inf:
            raise InputError(
                f"the move from {s} to {q} has the rate {rate}",
                "give moves between states, above 0",
            )
    rest = sorted({s for pair in rates for s in pair} - {start})
    states = np.array([start, *rest], dtype=np.int64)
    at = {int(s): k for k, s in enumerate(states)}
    rows, columns = [at[s] for s, _ in rates], [at[q] for _, q in rates]
    shape = (len(states), len(states))
    return Chain(states, csr_array((list(rates.values()), (rows, columns)), shape=shape))


def after(one: Chain, months: float) -> NDArray[np.float64]:
    """Return where play is after some months: a probability for each state.

    Parameters
    ----------
    one : Chain
        The chain, with `N` states.
    months : float
        Finite, at least 0.

    Returns
    -------
    (N,) array of float
        It sums to one.

    Notes
    -----
    The action of the matrix exponential on a vector [1]_; cost grows with the
    number of moves times the largest rate times `months`.

    References
    ----------
    .. [1] A. H. Al-Mohy and N. J. Higham, "Computing the action of the matrix
       exponential", *SIAM Journal on Scientific Computing* 33 (2011).
    """
    return _spread(one.generator(), months)


def by(one: Chain, target: BoolM, months: float) -> float:
    """Return the chance that a set of states is entered within some months."""
    inside = one.inside(target)
    return float(_spread(one.generator(stop=inside), months)[inside].sum())


def ever(one: Chain, target: BoolM) -> float:
    """Return the chance that a set of states is ever entered.

    Parameters
    ----------
    one : Chain
        The chain.
    target : (2**O,) array of bool
        The set.

    Returns
    -------
    float
        In [0, 1].
    """
    return float(_ever(one, one.inside(target))[0])


def first_passage(one: Chain, target: BoolM) -> float:
    """Return the mean number of months until a set of states is entered, given that it is.

    Parameters
    ----------
    one : Chain
        The chain.
    target : (2**O,) array of bool
        The set.

    Returns
    -------
    float
        0 if play starts inside; infinite if the set is never entered.

    Notes
    -----
    With `h` the chance of entering the set, the mean of the time on those
    histories that do is :math:`m_0 / h_0`, where :math:`Qm = -h` outside.

    Examples
    --------
    >>> race = of_rates({(0, 1): 1.0, (0, 2): 3.0})
    >>> first_passage(race, np.array([False, True, False]))  # the first of the two
    0.25
    """
    from scipy.sparse.linalg import spsolve

    inside = one.inside(target)
    if inside[0]:
        return 0.0
    h = _ever(one, inside)
    open_ = np.flatnonzero(~inside & (h > 0))
    if h[0] == 0:
        return float("inf")
    system = one.generator()[open_][:, open_].tocsc()
    m = np.atleast_1d(spsolve(system, -h[open_]))
    return float(m[np.flatnonzero(open_ == 0)[0]] / h[0])


def _spread(generator: Any, months: float) -> NDArray[np.float64]:
    from scipy.sparse.linalg import expm_multiply

    begin = np.zeros(generator.shape[0])
    begin[0] = 1.0
    if months == 0 or generator.nnz == 0:
        return begin
    found = expm_multiply(generator.T.tocsr() * months, begin, traceA=generator.trace() * months)
    return np.clip(found, 0.0, 1.0)


def _ever(one: Chain, inside: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return for each state the chance of ever entering the set: zero where there is no way."""
    from scipy.sparse.csgraph import breadth_first_order
    from scipy.sparse.linalg import spsolve

    h = inside.astype(np.float64)
    reaching = inside.copy()
    back = one.rates.T.tocsr()
    for s in np.flatnonzero(inside):
        if back[[s]].nnz:
            reaching[breadth_first_order(back, s, return_predecessors=False)] = True
    open_ = np.flatnonzero(reaching & ~inside)
    if len(open_):
        q = one.generator()
        into = np.asarray(q[open_][:, np.flatnonzero(inside)].sum(axis=1)).reshape(-1)
        h[open_] = np.clip(np.atleast_1d(spsolve(q[open_][:, open_].tocsc(), -into)), 0.0, 1.0)
    return h
