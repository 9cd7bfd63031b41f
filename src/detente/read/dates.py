"""The dates that a text names, counted from the day it was published.

A date is as fine as its words: a day ``2024-10-30``, a month ``2024-10`` or a
year ``2024``. What the words don't settle stays unknown.
"""

import datetime as dt
import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

_YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2})")
_VAGUE = re.compile(
    r"\b(?:days?|weeks?|months?|years?|decades?|century|centuries|now|recent|coming|daily|annual)\b"
)
_COUNTED = re.compile(r"\b(?:ago|last|next|this|earlier|later)\b")
_MONTHS = re.compile(
    r"\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)


def date_of(span: "Span", base: str | None) -> str | None:
    """Return the first date that a span names and that can be settled.

    Parameters
    ----------
    span : Span
        A stretch of a parsed text.
    base : str or None
        The document's date, ``2024-10-30``.

    Returns
    -------
    str or None
        An ISO day, month or year; None where nothing is named, or where the
        words are relative and the document has no date.
    """
    for entity in span.ents:
        if entity.label_ == "DATE":
            found = settle(entity.text, base)
            if found:
                return found
    return None


@lru_cache(maxsize=4096)
def settle(words: str, base: str | None) -> str | None:
    """Return the date that some words mean.

    Examples
    --------
    >>> settle("Wednesday", "2024-11-01"), settle("February", "2024-11-01")
    ('2024-10-30', '2024-02')
    >>> settle("1962", None), settle("Wednesday", None), settle("recent weeks", "2024-11-01")
    ('1962', None, None)
    """
    text = words.strip(" ,.").lower()
    text = re.sub(
        r"^(?:(?:in|the|on|by|until|since|early|late|mid|mid-|around|about)\s+)+", "", text
    )
    year = _YEAR.fullmatch(text)
    if year:
        return year.group(1)
    relative = not re.search(r"\b(1[0-9]{3}|20[0-9]{2})\b", text)
    if (relative and base is None) or len(text) > 60 or not text:  # noqa: PLR2004 - a short reach, plain where it stands
        return None
    if _VAGUE.search(text) and not (_COUNTED.search(text) or re.search(r"\d", text)):
        return None
    return _ask(text, base)


def _ask(text: str, base: str | None) -> str | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser warns of things in dateutil
        from dateparser.date import DateDataParser

        day = dt.datetime.fromisoformat(_whole(base)) if base else None
        settings = {"PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
        if day is not None:
            settings["RELATIVE_BASE"] = day
        try:
            answer = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
        except (ValueError, OverflowError, RecursionError):  # odd digits
            return None
    if answer.date_obj is None:
        return None
    found = answer.date_obj.date().isoformat()
    if answer.period == "year":
        return found[:4]
    if answer.period == "month" or (
        _MONTHS.search(text) and not re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b", text)
    ):
        return found[:7]
    return found


def _whole(base: str) -> str:
    """Return a day for a date that may be a month or a year."""
    return (base + "-01-01")[:10] if len(base) < 10 else base[:10]  # noqa: PLR2004 - a short reach, plain where it stands
