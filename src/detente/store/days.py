"""The day of a report that doesn't say it outside its text: the dateline's, or the analyst's."""

from dataclasses import replace

from detente.forecast.record import day as checked
from detente.read.claim import Document
from detente.read.text.datelines import first_day

__all__ = ["checked", "dated"]


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
