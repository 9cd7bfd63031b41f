"""The day of a report that doesn't say it outside its text: the dateline's, or the analyst's."""

from dataclasses import replace
from datetime import date

from detente.errors import InputError
from detente.read.claim import Document
from detente.read.datelines import first_day


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
    return replace(document, date=first_day(document.text))


def checked(day: str) -> str:
    """Return a day as YYYY-MM-DD, or say that it is none."""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise InputError(f"{day!r} is no day", "write it as 2024-11-30") from error
