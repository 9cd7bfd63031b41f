"""Read documents side by side in several processes, in the order they came in."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
_AHEAD = 4


def spread(work: Callable[[Given], Made], given: Iterable[Given], workers: int) -> Iterator[Made]:
    """Yield ``work(x)`` for each `x`, in order, with a few ahead and no more.

    Parameters
    ----------
    work : callable
        A function of a module, so that another process finds it.
    given : iterable
        Drawn as workers get free: memory stays flat over a long folder.
    workers : int
        How many processes.

    Yields
    ------
    Made
        In the order of `given`. What `work` raises is raised here.
    """
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_stopping) as pool:
        waiting: deque[Future[Made]] = deque()
        try:
            for one in given:
                with _undisturbed():
                    waiting.append(pool.submit(work, one))
                if len(waiting) >= workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back for a moment, for this process and for good for one that is started.

    A process that is still loading has no handler yet and would print where it was.
    What is held back is heard as soon as the moment is over.
    """
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover - not POSIX
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_stopping() -> None:
    """Let Ctrl-C, which a terminal tells every process, stop the first one only.

    It waits for what is being read and starts nothing more.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
