"""The dates that a text names, counted from the day it was published.

A date is as fine as its words: a day ``2024-10-30``, a month ``2024-10`` or a
year ``2024``. What the words don't settle stays unknown. The common forms are
read here; what is left is asked of dateparser.
"""

import datetime as dt
import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from detente.read.article import Article

_YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2})")
_VAGUE = re.compile(
    r"\b(?:days?|weeks?|months?|years?|decades?|century|centuries|now|recent|coming|daily|annual)\b"
)
_COUNTED = re.compile(r"\b(?:ago|last|next|this|earlier|later)\b")
_LEAD = re.compile(
    r"^(?:(?:in|the|on|by|until|since|early|late|mid|mid-|around|about|of|from|next|last|this)\s+)+"
)
_MONTH_NAMES = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
    "aug august", "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
_MONTHS = {name: n for n, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WEEKDAYS = {
    name: n
    for n, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
DAY_WORDS = frozenset({*_MONTHS, *_WEEKDAYS})
_MONTH = r"(?P<m>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})-(?P<n>\d\d)-(?P<d>\d\d)",
        rf"{_DAY}(?: of)? {_MONTH}(?:,? (?P<y>\d{{4}}))?",
        rf"{_MONTH} {_DAY}(?:,? (?P<y>\d{{4}}))?",
        rf"{_MONTH}(?:,? (?:of )?(?P<y>\d{{4}}))?",
    )
)
_NAMED = {"today": 0, "tonight": 0, "this morning": 0, "yesterday": -1, "tomorrow": 1}
_LONGEST = 60


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


class Named(NamedTuple):
    """A date that a text names: its first character, its words, the words that it hangs on."""

    start: int
    text: str
    hangs_on: tuple[int, ...]


def dates_in(article: "Article") -> tuple[Named, ...]:
    """Return the dates that an article names, in their order."""
    return tuple(
        Named(entity.start_char, entity.text, _above(entity.root))
        for entity in article.doc.ents
        if entity.label_ == "DATE"
    )


def _above(date: "Token") -> tuple[int, ...]:
    above = date.head
    return (above.i, above.head.i) if above.dep_ == "prep" else (above.i,)


def date_of_act(
    named: tuple[Named, ...], head: "Token", start: int, end: int, base: str | None, *, ahead: bool
) -> str | None:
    """Return when an act is or was: by a date in its clause, or one that hangs on its verb.

    Parameters
    ----------
    named : tuple of Named
        What `dates_in` returned.
    head : Token
        The verb or noun of the act.
    start, end : int
        Its clause, in characters.
    base : str or None
        The document's date.
    ahead : bool
        Whether a weekday or a month without its year lies ahead, as of an act not done.
    """
    for date in named:
        if start <= date.start < end or head.i in date.hangs_on:
            found = plain(date.text, base, ahead=ahead)
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
    found = plain(words, base)
    if found:
        return found
    text = _LEAD.sub("", words.strip(" ,.").lower())
    relative = not re.search(r"\b(1[0-9]{3}|20[0-9]{2})\b", text)
    if (relative and base is None) or len(text) > _LONGEST or not text:
        return None
    if _VAGUE.search(text) and not (_COUNTED.search(words.lower()) or re.search(r"\d", text)):
        return None
    return _ask(words.strip(" ,.").lower(), base)


@lru_cache(maxsize=4096)
def plain(words: str, base: str | None, *, ahead: bool = False) -> str | None:
    """Return the date of words in a common form, None for all others.

    A weekday or a month without its year is the last one before `base`, or with
    `ahead` the next one.

    Examples
    --------
    >>> plain("Friday", "2024-10-30"), plain("Friday", "2024-10-30", ahead=True)
    ('2024-10-25', '2024-11-01')
    >>> plain("Oct. 21, 1962", None), plain("early March 1936", None), plain("21 October", None)
    ('1962-10-21', '1936-03', None)
    """
    said = words.strip(" ,.-—").lower()
    text = _LEAD.sub("", said)
    if _YEAR.fullmatch(text):
        return text
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            return _from_parts(match.groupdict(), base, ahead=ahead)
    day = _base_day(base)
    if day is None:
        return None
    if text in _NAMED:
        return (day + dt.timedelta(days=_NAMED[text])).isoformat()
    if text in _WEEKDAYS:
        away = (_WEEKDAYS[text] - day.weekday()) % 7
        back = not ahead and not said.startswith("next ")
        return (day + dt.timedelta(days=away - 7 if back and away else away)).isoformat()
    return None


def _base_day(base: str | None) -> dt.date | None:
    """Return a document's day, where it is one and no month or year."""
    try:
        return dt.date.fromisoformat(base[:10]) if base and len(base) >= len("2024-10-30") else None
    except ValueError:
        return None


def _from_parts(parts: dict[str, str | None], base: str | None, *, ahead: bool) -> str | None:
    month = int(parts["n"] or 0) if parts.get("n") else _MONTHS[parts["m"] or ""]
    number = parts.get("d")
    given = parts.get("y")
    if given is None:
        if base is None:
            return None
        year = _year_near(base, month, ahead=ahead)
    else:
        year = int(given)
    try:
        found = dt.date(year, month, int(number) if number else 1)
    except ValueError:
        return None
    return found.isoformat() if number else found.isoformat()[:7]


def _year_near(base: str, month: int, *, ahead: bool) -> int:
    """Return the year of a month named without it: the last such month, or the next."""
    year = int(base[:4])
    if len(base) < len("2024-10"):
        return year
    now = int(base[5:7])
    if ahead:
        return year + (month < now)
    return year - (month > now)


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
    named = any(word in _MONTHS for word in re.findall(r"[a-z]+", text))
    if answer.period == "month" or (named and not re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b", text)):
        return found[:7]
    return found


def _whole(base: str) -> str:
    """Return a day for a date that may be a month or a year."""
    return (base + "-01-01")[:10] if len(base) < len("2024-10-30") else base[:10]
