"""Acts told again by a word that stands for the one before: "did so", "followed suit"."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.read.done.act import Act
from detente.read.grammar import clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = 60  # words


def again(verb: "Token", found: Mapping[int, Act]) -> str | None:
    """Return the type of the act before, which is done again: "did so", "followed suit"."""
    lemma = verb.lemma_
    if lemma not in {"do", "follow"} or verb.pos_ != "VERB":
        return None
    thing = clauses.child(verb, "dobj")
    same = thing is not None and thing.lower_ in (
        {"same", "likewise"} if lemma == "do" else {"suit"}
    )
    so = lemma == "do" and any(
        each.lower_ in {"so", "likewise"} and each.i == verb.i + 1 for each in verb.children
    )
    if not (same or so):
        return None
    before = [place for place in found if place < verb.i and found[place].event is not None]
    return found[max(before)].event if before and verb.i - max(before) < _BACK else None
