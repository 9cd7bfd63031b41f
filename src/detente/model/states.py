"""States: which combinations of options can be, and how people write one.

A state is a bit mask: bit `k` is set when option `k` is taken. People write it
as its number, or as Y and N in the order of the options.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from detente.axes import BoolM, IntS
from detente.errors import ModelError, NotFoundError, TooLargeError

LIMIT = 24
"""The most options whose ``2**O`` states are laid out in arrays."""


def n_masks(n_options: int) -> int:
    """Return ``2**n_options``, if arrays of that many states fit.

    Raises
    ------
    TooLargeError
        If there are more than 24 options.

    Examples
    --------
    >>> n_masks(10)
    1024
    """
    if n_options > LIMIT:
        raise TooLargeError(
            f"the model has {n_options:,} options, and {LIMIT} is the limit:"
            f" its 2^{n_options:,} states would take {_memory(n_options)} for each decision maker",
            "merge options, or split the model into theatres",
        )
    return 1 << n_options


def _memory(n_options: int) -> str:
    """Return what an array of four bytes for each of ``2**n_options`` states takes."""
    units = ("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB")
    tens, rest = divmod(n_options + 2, 10)
    if tens >= len(units):
        return "more memory than there is"
    return f"{1 << rest} {units[tens]}"


def feasible_states(
    n_options: int, excluded: Iterable[BoolM] = (), listed: Iterable[int] | None = None
) -> BoolM:
    """Return which states can be.

    Parameters
    ----------
    n_options : int
        How many options there are, `O`.
    excluded : iterable of (2**O,) array of bool
        The truth of each statement whose states can't be.
    listed : iterable of int, optional
        The feasible states outright; left out, all that isn't excluded.

    Returns
    -------
    (2**O,) array of bool
        A new array with at least one True.

    Raises
    ------
    ModelError
        If a listed state is no bit mask of the options, or nothing is feasible.
    TooLargeError
        If there are more than 24 options.
    """
    size = n_masks(n_options)
    if listed is None:
        feasible = np.ones(size, dtype=np.bool_)
    else:
        feasible = np.zeros(size, dtype=np.bool_)
        states = list(listed)
        wrong = [s for s in states if not 0 <= s < size]
        if wrong:
            raise ModelError(
                f"{few(wrong)} can't be a state of {n_options} options",
                f"a state is a bit mask from 0 to {size - 1}",
            )
        feasible[states] = True
    for truth in excluded:
        feasible &= ~truth
    if not feasible.any():
        raise ModelError(
            "no state is feasible",
            "every combination of options is ruled out; drop one of the infeasible statements",
        )
    return feasible


def state(taken: Iterable[str], options: Sequence[str]) -> int:
    """Return the bit mask of the state at which just these options are taken.

    Raises
    ------
    NotFoundError
        If there is no such option.

    Examples
    --------
    >>> state(["b.y"], ["a.x", "b.y"])
    2
    """
    bits = {name: bit for bit, name in enumerate(options)}
    found = 0
    for name in taken:
        if name not in bits:
            raise NotFoundError(
                f"there is no option {name!r}", f"the options are {', '.join(options) or 'none'}"
            )
        found |= 1 << bits[name]
    return found


def pattern(s: int, n_options: int) -> str:
    """Write a state as Y and N, in the order of the options.

    Examples
    --------
    >>> pattern(4, 4)
    'NNYN'
    """
    return "".join("Y" if s >> k & 1 else "N" for k in range(n_options))


def few(states: Iterable[int] | IntS, most: int = 5) -> str:
    """List at most a few states, and say how many more there are.

    Examples
    --------
    >>> few([3, 1]), few(range(9), most=3)
    ('states 3 and 1', 'states 0, 1, 2 and 6 more')
    """
    found = [int(s) for s in states]
    if len(found) == 1:
        return f"state {found[0]}"
    if len(found) > most:
        return f"states {', '.join(map(str, found[:most]))} and {len(found) - most} more"
    return f"states {', '.join(map(str, found[:-1]))} and {found[-1]}"
