"""Words of likelihood and the range of probability they stand for.

The bands are those of the Intelligence Community Directive 203 [1]_; words
that it leaves out are placed by studies of how people read them [2]_ [3]_ [4]_.
The table is ``lexicon/likelihood.toml``.

References
----------
.. [1] Office of the Director of National Intelligence, *Intelligence
   Community Directive 203: Analytic Standards* (2015).
.. [2] S. Kent, "Words of estimative probability", *Studies in Intelligence* 8 (1964).
.. [3] B. C. Wintle, H. Fraser, B. C. Wills, A. E. Nicholson and F. Fidler,
   "Verbal probabilities: very likely to be somewhat more confusing than
   numbers", *PLoS ONE* 14 (2019).
.. [4] D. R. Mandel, "Accuracy of intelligence forecasts from the intelligence
   consumer's perspective", *Policy Insights from the Behavioral and Brain
   Sciences* 2 (2015).
"""

import re
from dataclasses import dataclass
from functools import cache

from detente.read.text.words import table, words

_PERCENT = re.compile(
    r"(\d{1,3}(?:\.\d+)?)(?:\s?(?:%|per ?cent))?(?:\s?(?:-|to|and)\s?(\d{1,3}(?:\.\d+)?))?\s?(?:%|per ?cent)",
    re.IGNORECASE,
)

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = "|".join((*_NUMBERS[1:], "twenty", "a hundred", r"\d{1,3}"))
_IN = re.compile(
    rf"\b({_COUNT}|a)(?:\s+chances?)?[\s-]in[\s-](?:an?\s)?({_COUNT}|hundred)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Words of likelihood at a place of a text, and the range they stand for."""

    words: str
    start: int
    end: int
    low: float
    high: float
    band: str

    def denied(self) -> "Likelihood":
        """Return what the same words say with "not" before them.

        Examples
        --------
        >>> found = find("It is likely.")[0].denied()
        >>> found.low, found.high
        (0.2, 0.45)
        """
        low, high = round(1 - self.high, 4), round(1 - self.low, 4)
        return Likelihood(self.words, self.start, self.end, low, high, self.band)


@cache
def _index() -> tuple[dict[str, str], re.Pattern[str]]:
    known = table("likelihood")
    bands: dict[str, str] = {}
    for band, text in known["words"].items():
        bands |= dict.fromkeys(words(text), band)
    for band, text in known["phrases"].items():
        bands |= dict.fromkeys((line.strip() for line in text.strip().splitlines()), band)
    longest = sorted(bands, key=lambda word: (-len(word), word))
    return bands, re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b", re.IGNORECASE)


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list of ``lexicon/likelihood.toml``.

    >>> "object" in listed("reactions")
    True
    """
    return frozenset(words(table("likelihood")["lists"][name]))


def band_range(band: str) -> tuple[float, float]:
    """Return the lowest and highest probability of a band.

    Examples
    --------
    >>> band_range("very_unlikely")
    (0.05, 0.2)
    """
    low, high = table("likelihood")["bands"][band]
    return low, high


def find(text: str) -> tuple[Likelihood, ...]:
    """Return the words of likelihood in a text, phrases before single words.

    A figure ("a 30 per cent chance") gives its own range, five points wide on each side.

    Examples
    --------
    >>> [(found.words, found.low, found.high) for found in find("War is highly unlikely.")]
    [('highly unlikely', 0.05, 0.2)]
    >>> [(found.words, found.low) for found in find("He put the chance at 40 to 50 per cent.")]
    [('chance', 0.1), ('40 to 50 per cent', 0.4)]
    """
    bands, pattern = _index()
    found = []
    for each in pattern.finditer(text):
        band = bands[each.group().lower()]
        found.append(Likelihood(each.group(), each.start(), each.end(), *band_range(band), band))
    for each in _PERCENT.finditer(text):
        first = float(each.group(1)) / 100
        second = float(each.group(2)) / 100 if each.group(2) else None
        low, high = (first, second) if second is not None else (first - 0.05, first + 0.05)
        if 0 <= first <= 1 and (second is None or first <= second <= 1):
            low, high = max(0.0, round(low, 4)), min(1.0, round(high, 4))
            found.append(Likelihood(each.group(), each.start(), each.end(), low, high, "figure"))
    found += _shares(text)
    return tuple(sorted(found, key=lambda each: each.start))


def _shares(text: str) -> list[Likelihood]:
    """Return the shares in a text, five points wide on each side.

    Examples
    --------
    >>> [(found.words, found.low, found.high) for found in _shares("a one-in-four chance")]
    [('one-in-four', 0.2, 0.3)]
    """
    found = []
    for each in _IN.finditer(text):
        part, whole = _number(each.group(1)), _number(each.group(2))
        if 0 < part < whole:
            low, high = max(part / whole - 0.05, 0.0), min(part / whole + 0.05, 1.0)
            span = each.start(), each.end(), round(low, 4), round(high, 4)
            found.append(Likelihood(each.group(), *span, "figure"))
    return found


def _number(word: str) -> int:
    word = word.lower().removeprefix("a ")
    if word.isdigit():
        return int(word)
    return {"a": 1, "twenty": 20, "hundred": 100}.get(word) or _NUMBERS.index(word)
