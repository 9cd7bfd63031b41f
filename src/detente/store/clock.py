"""When and by whom something was done.

``SOURCE_DATE_EPOCH``, where it is set, stands in for the clock, as in other
programs whose output has to be the same every time.
"""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_ACTING: ContextVar[str] = ContextVar("acting", default="")


def now() -> str:
    """Return the time in UTC, to the second: ``2024-10-30T12:00:00Z``."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def acting(name: str) -> Iterator[None]:
    """Have what is done inside written beside another name: a server's work is its users'."""
    before = _ACTING.set(name)
    try:
        yield
    finally:
        _ACTING.reset(before)


def who() -> str:
    """Return the name that is written beside what is done.

    Whoever a server acts for; else ``DETENTE_USER``, else the login's.
    """
    named = _ACTING.get() or os.environ.get("DETENTE_USER", "")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name
        return "unknown"
