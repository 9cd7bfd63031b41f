"""Hear Ctrl-C even where it falls into code that swallows it.

Python raises it wherever the program is at that moment. Where that is inside a library
that catches everything, a long reading would go on as if nothing had been said.
"""

import signal
import threading
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import TypeVar

Made = TypeVar("Made")


def stoppable(made: Iterable[Made]) -> Iterator[Made]:
    """Yield what is made, and stop after the item during which Ctrl-C came.

    Parameters
    ----------
    made : iterable
        Drawn one by one.

    Yields
    ------
    Made
        The same, in the same order.

    Raises
    ------
    KeyboardInterrupt
        At once, as ever, or after the item whose making swallowed it.

    Notes
    -----
    Only the main thread hears signals; in another, or where somebody listens to Ctrl-C
    already, this only yields.

    Examples
    --------
    >>> list(stoppable([1, 2, 3]))
    [1, 2, 3]
    """
    here = threading.current_thread() is threading.main_thread()
    if not here or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield from made
        return
    asked: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:
        asked.append(number)
        signal.default_int_handler(number, frame)

    signal.signal(signal.SIGINT, hear)
    try:
        for each in made:
            if asked:
                raise KeyboardInterrupt
            yield each
        if asked:
            raise KeyboardInterrupt
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
