"""Tell whether a text is English, by the share of its commonest words.

>>> is_english("The minister said that the talks had not ended and that more would follow.")
True
>>> is_english("Der Minister sagte, dass die Gespräche nicht beendet seien und weitere folgten.")
False
"""

import re

from detente.read.text.wordlists import listed

_COMMON = listed("foreign", "common")
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
    return share >= (_LEAST if len(words) >= 40 else _LEAST / 2)  # noqa: PLR2004 - a short reach, plain where it stands


def warning(text: str) -> str | None:
    """Return the sentence that says a text can't be read, or None."""
    if not any(letter.isalpha() for letter in text):
        return "there are no words in it"
    if not is_english(text):
        return "it doesn't seem to be in English: only English is read"
    return None
