"""Who wants to know how far a forecast is: set by a job, asked by what forecasts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Tell = Callable[[int, int], None]
_TELL: ContextVar[Tell | None] = ContextVar("tell", default=None)


def listener() -> Tell | None:
    """Return who is to be told how many draws are done, of how many; None where nobody asks."""
    return _TELL.get()


@contextmanager
def told(tell: Tell) -> Iterator[None]:
    """Have forecasts that are made inside tell how far they are; what `tell` raises ends them."""
    before = _TELL.set(tell)
    try:
        yield
    finally:
        _TELL.reset(before)
