r"""The day that a plain text says it is of: in a dateline, or on a line of its own.

>>> dateline("PARIS, 3 March 1936 - The cabinet met at noon.")
'1936-03-03'
>>> dateline("Talks in Lima\nPublished: Monday, 5 May 2025\n\nBoth sides left.")
'2025-05-05'
>>> dateline("The war began in 1980. On 3 March 1981 it spread.") is None
True
"""

import re
from collections.abc import Iterator
from datetime import date

_HEAD = 600  # characters within which any full date is looked for
_LINES = 6  # lines within which a dateline stands
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
    re.compile(r"\b(?P<y>(?:1[6-9]|20)\d\d)-(?P<n>\d\d)-(?P<d>\d\d)(?:T[\d:.Z+-]*)?(?!\d)"),
    re.compile(r"\b(?P<m>[A-Z][A-Za-z]{2,8})\.? (?P<d>\d{1,2}),? (?P<y>(?:1[6-9]|20)\d\d)\b"),
    re.compile(r"\b(?P<d>\d{1,2}) (?P<m>[A-Z][A-Za-z]{2,8})\.?,? (?P<y>(?:1[6-9]|20)\d\d)\b"),
)
# what may stand beside a date on a line that says nothing else
_BESIDE = re.compile(
    r"(?:published|updated|last updated|posted|date|dated|issued|filed|on|at|of|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    r"\d{1,2}[:.]\d\d|a\.?m\.?|p\.?m\.?|gmt|utc|bst|est|edt|cet|[\s,.:|()\[\]–—-]+)",
    re.IGNORECASE,
)
_NAME = (
    r"[A-Z][^\W\d_]+(?:[ .'-]+(?:[A-Z][^\W\d_]*|de|la|el|al|den|der)){0,3}\.?"
    r"(?:, [A-Z][^\W\d_.]*(?: [A-Z][^\W\d_.]*)?\.?){0,2}"
)
_ASIDE = r"(?:\s*\([^)\n]{2,30}\))?"  # an agency or a country in brackets
# one place or more, with their country or without, in front of a date
_PLACE = re.compile(
    rf"\s*\(?{_NAME}(?:\s?/\s?{_NAME})*{_ASIDE}[,.:]?\s*(?P<parted>[—–|]|--?)?\s*\(?"
)
# what stands between a dateline's date and the first sentence
_BEHIND = re.compile(rf"[,.]?\s*\)?{_ASIDE}\s*(?:[—–:|]|--?)\s*")
_STOP = re.compile(r"\.\s+(?=[A-Z])")  # instead, where the place has a dash behind it
_BESIDE_A_PLACE = re.compile(rf"\s*[|/,–—-]\s*{_NAME}\s*")


def dateline(text: str) -> str | None:
    """Return the day of a dateline or of a line that is only a date, where there is one.

    Parameters
    ----------
    text : str
        Plain text; only its first lines are looked at.

    Returns
    -------
    str or None
        An ISO day. A date in a sentence is never taken, nor one without its year.
    """
    lines = (line for line in text[: 4 * _HEAD].split("\n") if line.strip())
    for line, _ in zip(lines, range(_LINES), strict=False):
        for start, end, day in _days(line[:_HEAD]):
            alone = not _BESIDE.sub("", line[:start] + " " + line[end:])
            placed = not line[:start].strip() and _BESIDE_A_PLACE.fullmatch(line, end)
            if alone or placed or _body(line, start, end):
                return day
    return None


def opening(line: str) -> int:
    """Return how far a dateline with its day goes in a line, 0 where there is none.

    Examples
    --------
    >>> line = "PRISTINA/BELGRADE, June 12, 1999 - Troops crossed the border."
    >>> line[opening(line):]
    'Troops crossed the border.'
    """
    return next((_body(line, start, end) for start, end, _ in _days(line[:_HEAD])), 0)


def _body(line: str, start: int, end: int) -> int:
    """Return where the first sentence begins behind a dateline's date, 0 for no dateline."""
    place = _PLACE.fullmatch(line, 0, start)
    behind = place and (_BEHIND.match(line, end) or (place["parted"] and _STOP.match(line, end)))
    return behind.end() if behind else 0


def first_day(text: str) -> str | None:
    """Return the first full date near the beginning of a text, wherever it stands.

    Examples
    --------
    >>> first_day("The war spread on 3 March 1981.")
    '1981-03-03'
    """
    return next((day for _, _, day in sorted(_days(text[:_HEAD]))), None)


def _days(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the full dates in a text with their places."""
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            named = match.groupdict()
            month = int(named["n"]) if named.get("n") else _MONTHS.get(named["m"].lower(), 0)
            try:
                day = date(int(named["y"]), month, int(named["d"]))
            except ValueError:
                continue
            yield match.start(), match.end(), day.isoformat()
