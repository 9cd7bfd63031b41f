"""The day of a report that doesn't say it outside its text: the dateline's, or the analyst's."""

import re
from dataclasses import replace
from datetime import date

from detente.errors import InputError
from detente.read.claim import Document

_HEAD = 600
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = (
    re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<n>\d\d)-(?P<d>\d\d)\b"),
    re.compile(r"\b(?P<m>[A-Z][a-z]{2,8})\.? (?P<d>\d{1,2}),? (?P<y>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<d>\d{1,2}) (?P<m>[A-Z][a-z]{2,8})\.?,? (?P<y>(?:19|20)\d\d)\b"),
)


def dated(document: Document, day: str = "") -> Document:
    """Return a document with its day: the one given, its own, or its dateline's.

    Parameters
    ----------
    document : Document
        As it was read.
    day : str
        What the analyst says it is, YYYY-MM-DD.

    Raises
    ------
    InputError
        If `day` is none.

    Examples
    --------
    >>> dated(Document("d1", "", None, "a.txt", "SEOUL, Oct. 30, 2024 - Talks ended.")).date
    '2024-10-30'
    """
    if day:
        return replace(document, date=checked(day))
    if document.date:
        return document
    return replace(document, date=dateline(document.text))


def dateline(text: str) -> str | None:
    """Return the first full date near the beginning of a text."""
    head = text[:_HEAD]
    found = []
    for pattern in _DAYS:
        for match in pattern.finditer(head):
            named = match.groupdict()
            month = int(named["n"]) if named.get("n") else _MONTHS.get(named["m"].lower(), 0)
            try:
                day = date(int(named["y"]), month, int(named["d"]))
            except ValueError:
                continue
            found.append((match.start(), day.isoformat()))
    return min(found)[1] if found else None


def checked(day: str) -> str:
    """Return a day as YYYY-MM-DD, or say that it is none."""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise InputError(f"{day!r} is no day", "write it as 2024-11-30") from error
