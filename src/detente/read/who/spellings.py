"""How else a paper may spell a listed name: "Organization" or "Organisation", "al-Qaeda" or "Al Qaeda".

The lexicon has each name once; papers on both sides of the Atlantic, and with or without
a hyphen behind the Arabic article, print it in their own way.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_PAIRS = (
    ("Organisation", "Organization"),
    ("Defence", "Defense"),
    ("Centre", "Center"),
    ("Labour", "Labor"),
    ("Mobilisation", "Mobilization"),
    ("Stabilisation", "Stabilization"),
    ("Programme", "Program"),
    ("UN ", "U.N. "),
    ("US ", "U.S. "),
)
_ARTICLE = re.compile(r"\b[Aa]l[- ](?=[A-Z])")


def spellings(name: str) -> list[str]:
    """Return the other ways in which a name is printed.

    Examples
    --------
    >>> spellings("Defence Council")
    ['Defense Council']
    >>> spellings("al-Badr")
    ['Al-Badr', 'al Badr', 'Al Badr']
    >>> spellings("Nasser")
    []
    """
    found = [name]
    for pair in _PAIRS:
        for one, other in (pair, pair[::-1]):
            found += [text.replace(one, other) for text in found if _has(text, one)]
    if _ARTICLE.search(name):
        found += [_ARTICLE.sub(how, text) for text in found for how in _articles(text)]
    found += [bare for text in found for bare in without_marks(text)]
    return [text for text in dict.fromkeys(found) if text != name]


def _has(text: str, part: str) -> bool:
    """Say whether a name has a word: "UN " is none of "UNMIK"."""
    whole = rf"\b{re.escape(part)}" if part.endswith(" ") else rf"\b{part}\b"
    return re.search(whole, text) is not None


def _articles(text: str) -> tuple[str, ...]:
    """Return how the article may be written: in small letters within a name, in any at its beginning."""
    opens = _ARTICLE.match(text) is not None
    return ("al-", "Al-", "al ", "Al ") if opens else ("al-", "al ")


def without_marks(name: str) -> list[str]:
    """Return the ways in which a paper without accents prints a name.

    Examples
    --------
    >>> without_marks("Bülow"), without_marks("Poincaré"), without_marks("Nasser")
    (['Bulow', 'Buelow'], ['Poincare'], [])
    """
    if name.isascii():
        return []
    both = (plain(name), plain(name.translate(_UMLAUTS)))
    return [text for text in dict.fromkeys(both) if text != name]


def plain(name: str) -> str:
    """Return a name in letters without accents or strokes.

    Examples
    --------
    >>> plain("Løvenskiold"), plain("Kröger")
    ('Lovenskiold', 'Kroger')
    """
    return unaccented(name.translate(_LETTERS))


def unaccented(text: str) -> str:
    """Return a text without the accents that stand apart from their letters.

    Examples
    --------
    >>> unaccented("José Núñez")
    'Jose Nunez'
    """
    parted = unicodedata.normalize("NFKD", text)
    return "".join(each for each in parted if not unicodedata.combining(each))
