"""Work in a process of its own, which is never waited for without end."""

import os
import signal
import threading
import warnings

SECONDS = 120
"""The longest that a child may take; a test takes a few seconds."""


def forked(work, seconds: float = SECONDS) -> int:
    """Run `work` in a process of its own; return its id.

    A child of a process that has threads may stand still for ever: it is killed
    then, so that whoever reads from it or waits for it goes on, and fails.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # threads of compiled code that the child doesn't use
        child = os.fork()
    if child:
        timer = threading.Timer(seconds, _end, (child,))
        timer.daemon = True
        timer.start()
        _TIMERS[child] = timer
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


_TIMERS: dict[int, threading.Timer] = {}


def _end(child: int) -> None:
    """Kill a child that nobody has waited for yet."""
    try:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            os.kill(child, signal.SIGKILL)
    except ChildProcessError:
        return


def ended(child: int) -> int:
    """Wait for a child; return its exit code, negative where a signal ended it."""
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    _TIMERS.pop(child).cancel()
    return code
