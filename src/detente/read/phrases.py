"""Phrases of the lexicon, looked up in a text all at once."""

import re
from collections.abc import Iterable
from functools import cache

from detente.read.words import table


@cache
def listed(name: str, part: str, key: str = "lines") -> tuple[str, ...]:
    """Return the lines of a list of phrases, in their order.

    Examples
    --------
    >>> "point of no return" in listed("consequences", "irreversible")
    True
    """
    text: str = table(name)[part][key]
    return tuple(dict.fromkeys(line.strip() for line in text.strip().splitlines() if line.strip()))


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    r"""Return one pattern for many phrases, longest first; a star is one word.

    Examples
    --------
    >>> pattern(["holds * back", "back"]).findall("What holds Beijing back?")
    ['holds Beijing back']
    """
    parts = [
        r"\S+".join(re.escape(part) for part in phrase.split("*"))
        for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    ]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)
