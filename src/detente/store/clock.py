"""When and by whom something was done.

``SOURCE_DATE_EPOCH``, where it is set, stands in for the clock, as in other
programs whose output has to be the same every time.
"""

import getpass
import os
from datetime import UTC, datetime


def now() -> str:
    """Return the time in UTC, to the second: ``2024-10-30T12:00:00Z``."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def who() -> str:
    """Return the name that is written beside what is done: ``DETENTE_USER``, else the login's."""
    named = os.environ.get("DETENTE_USER", "")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name
        return "unknown"
