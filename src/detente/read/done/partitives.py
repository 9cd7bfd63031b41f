"""Of whom an aside tells a part: "Peruvian troops, many of them conscripts, crossed"."""

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_THOSE = frozenset(("them", "whom", "which", "these", "those"))
_BEHIND = 3  # words: the part itself, "of", "them"
_FAR = 8


def whole_of(part: "Token") -> "Token | None":
    """Return the noun before the comma whose part an aside names, None where it names none.

    The nearest plural is taken, else the noun right before the comma.

    Examples
    --------
    >>> from detente.read.article import article
    >>> doc = article("Peru's troops, many of them conscripts, crossed the river.").doc
    >>> whole_of(doc[4]).text
    'troops'
    >>> whole_of(doc[2]) is None
    True
    """
    doc, first = part.doc, part.left_edge.i
    if first < 2 or doc[first - 1].text != ",":  # noqa: PLR2004 - a noun and a comma
        return None
    words = [each.lower_ for each in doc[first : part.i + _BEHIND]]
    if not any(word == "of" and after in _THOSE for word, after in pairwise(words)):
        return None
    nearest = current = doc[first - 2]
    for _ in range(_FAR):
        if current.tag_ in {"NNS", "NNPS"}:
            return current
        if current.head.i == current.i or current.head.i >= first:
            break
        current = current.head
    return nearest if nearest.pos_ in {"NOUN", "PROPN"} else None
