"""Until when: "6 months", "90 days", or a day after the model's own."""

import re
from datetime import date

from detente.errors import InputError

DAYS_PER_MONTH = 30.4375
"""A twelfth of the mean year of the Julian calendar."""

_DAYS = {"day": 1.0, "week": 7.0, "month": DAYS_PER_MONTH, "year": 12 * DAYS_PER_MONTH}
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*(day|week|month|year)s?", re.IGNORECASE)
_LONGEST = 1200.0


def months(horizon: str | None, as_of: str = "") -> float:
    """Return how many months a horizon is away.

    Parameters
    ----------
    horizon : str or None
        ``"6 months"``, ``"90 days"``, ``"2 weeks"``, ``"1 year"``, or a day as
        ``2025-04-30``; None is for ever.
    as_of : str
        The day the model speaks of, as ``YYYY-MM-DD``; needed for a day.

    Returns
    -------
    float
        Above 0; infinite for None.

    Raises
    ------
    InputError
        If it can't be read, lies in the past or over a century ahead.

    Examples
    --------
    >>> months("6 months"), months(None)
    (6.0, inf)
    >>> round(months("2025-01-30", "2024-10-30"), 2)
    3.02
    """
    if horizon is None:
        return float("inf")
    text = horizon.strip()
    span = _SPAN.fullmatch(text)
    away = float(span[1]) * _DAYS[span[2].lower()] if span else float(_days_to(text, as_of))
    if away <= 0:
        day = "" if span else f" on {as_of}, the day the model speaks of"
        raise InputError(f"the horizon {text!r} lies in the past{day}", "give a later one")
    found = away / DAYS_PER_MONTH
    if found > _LONGEST:
        raise InputError(f"the horizon {text!r} is over a century away", "give a nearer one")
    return found


def _days_to(text: str, as_of: str) -> int:
    day = day_of(text)
    if day is None:
        raise InputError(
            f"the horizon {text!r} can't be read", 'write "6 months", "90 days" or 2025-04-30'
        )
    today = day_of(as_of)
    if today is None:
        raise InputError(
            f"the horizon is a day, {text}, but the model doesn't say which day it speaks of",
            "set as_of in the model to YYYY-MM-DD, or give a span such as 6 months",
        )
    return (day - today).days


def day_of(text: str) -> date | None:
    """Return the day that a text names; None if it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
