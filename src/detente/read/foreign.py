"""Tell whether a text is English, by the share of its commonest words.

>>> is_english("The minister said that the talks had not ended and that more would follow.")
True
>>> is_english("Der Minister sagte, dass die Gespräche nicht beendet seien und weitere folgten.")
False
"""

import re

_COMMON = frozenset(
    """the of and to in a that is was for on with as by at from it he his be this have has had not are but
    or an were which their they its who been would will if could should after may more than said about
    into also over no we our us you i between against because when while during under there these
    those some any other new first two one all him her she them what how before both can might must
    did do does so such up out only""".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_FEWEST, _LEAST = 12, 0.17
_SAMPLE = 20_000


def is_english(text: str) -> bool:
    """Say whether a text reads like English; a text of a few words passes.

    Parameters
    ----------
    text : str
        Plain text; its first 20,000 characters are looked at.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE].replace("’", "'"))]
    letters = sum(letter.isalpha() for letter in text[:_SAMPLE])
    latin = sum(letter.isalpha() and letter < "\u0250" for letter in text[:_SAMPLE])
    if letters and latin < letters / 2:
        return False
    if len(words) < _FEWEST:
        return True
    share = sum(word in _COMMON for word in words) / len(words)
    return share >= (_LEAST if len(words) >= 40 else _LEAST / 2)  # noqa: PLR2004 - a headline


def warning(text: str) -> str | None:
    """Return the sentence that says a text can't be read, or None."""
    if not any(letter.isalpha() for letter in text):
        return "there are no words in it"
    if not is_english(text):
        return "it doesn't seem to be in English: only English is read"
    return None
