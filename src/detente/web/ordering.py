"""Priorities in another order, for the question what would follow from it."""

from typing import Any

from detente.model.conflict import Conflict

Orders = tuple[tuple[str, tuple[int, ...]], ...]
"""Decision maker, and its priorities by number from 0, the most important first."""


def reordered(conflict: Conflict, orders: Orders) -> dict[str, Any]:
    """Return the priorities of those who have another order, as a forecast takes them.

    In the order that is supposed every place is known. A priority that isn't named
    is dropped.

    Examples
    --------
    >>> talks = Conflict()
    >>> _ = talks.add("a", options=["act"], priorities=["act", "!act"])
    >>> [one["statement"] for one in reordered(talks, (("a", (1,)),))["a"]]
    ['!act']
    """
    return {
        dm: [
            (conflict.decision_makers[dm].priorities or [])[n].model_dump() | {"order": "known"}
            for n in order
        ]
        for dm, order in orders
    }
