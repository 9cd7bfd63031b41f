"""Do jobs on threads, say how far it is, and stop at once when somebody asks to."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Job: TypeAlias = tuple[str, Callable[[], object]]
Progress: TypeAlias = Callable[[float, str], None]
Stop: TypeAlias = NDArray[np.uint32]


def do(
    jobs: Sequence[Job], threads: int, stop: Stop, progress: Progress | None, *, here: bool
) -> None:
    """Do every job, in any order.

    Parameters
    ----------
    jobs : sequence of (name, callable)
        What is to do; none needs another's result.
    threads : int
        How many to do side by side.
    stop : (1,) array of uint32
        Set to 1 when the work is broken off; long jobs look at it.
    progress : callable or None
        Called after each job, from this thread, with the share done and the name.
    here : bool
        Do them one after the other in this thread, which is quickest for
        small jobs. On threads of their own, Ctrl-C is heard while they work.
    """
    if here:
        for n, (name, job) in enumerate(jobs):
            job()
            if progress:
                progress((n + 1) / len(jobs), name)
        return
    pool = ThreadPoolExecutor(threads, thread_name_prefix="detente-solve")
    try:
        names = {pool.submit(job): name for name, job in jobs}
        for n, future in enumerate(as_completed(names)):
            future.result()
            if progress:
                progress((n + 1) / len(jobs), names[future])
    except BaseException:
        stop[0] = 1
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
