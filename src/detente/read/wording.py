"""Say an act as a short verb phrase: "close the strait to Israeli ships"."""

from typing import TYPE_CHECKING

from detente.read import clauses
from detente.read.words import Lexicon, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def action_of(head: "Token") -> str:
    """Return an act as a short verb phrase: the base form with its object.

    Examples
    --------
    >>> from detente.read.article import article
    >>> action_of(article("Egypt has closed the strait to Israeli ships.").doc[2])
    'close the strait to Israeli ships'
    """
    words = lexicon()
    if head.pos_ in {"NOUN", "PROPN"}:
        return _noun_action(head, words)
    parts = [head.lemma_.lower()]
    particle = clauses.child(head, "prt")
    if particle is not None:
        parts.append(particle.lower_)
    if clauses.passive(head):
        thing = next(clauses.objects(head), None)
        if thing is not None and thing.pos_ != "PRON":
            parts.append(_phrase_text(thing))
    for each in head.children:
        if (each.i > head.i and each.dep_ in {"dobj", "dative", "prep", "oprd"}) or (
            each.dep_ == "xcomp" and each.tag_ == "VBG" and head.lemma_.lower() in words.turned
        ):
            if each.dep_ == "prep" and (each.lower_ in _TIME or _timely(each)):
                continue
            parts.append(_phrase_text(each))
    return " ".join(parts)[:120]


_TIME = frozenset(
    ("since", "after", "before", "during", "until", "within", "despite", "amid", "following")
)


def _timely(prep: "Token") -> bool:
    noun = clauses.child(prep, "pobj")
    return noun is not None and noun.ent_type_ in {"DATE", "TIME"}


def _noun_action(noun: "Token", words: Lexicon) -> str:
    base = words.base.get(noun.lemma_.lower())
    before = [
        each.text for each in noun.lefts if each.dep_ in {"compound", "amod"} and not each.ent_type_
    ]
    rest = [
        _phrase_text(each)
        for each in noun.rights
        if each.dep_ == "prep" and not _timely(each) and each.lower_ not in _TIME
    ]
    if base is None:
        return " ".join([*before, noun.text, *rest])[:120]
    if rest and rest[0].startswith("of "):
        rest[0] = rest[0][3:]
    return " ".join([base, *before, *rest])[:120]


def _phrase_text(token: "Token") -> str:
    tokens = [each for each in token.subtree if not _cut(each, token)]
    return "".join(each.text_with_ws for each in tokens).strip(" ,;")


def _cut(each: "Token", top: "Token") -> bool:
    """Say whether a word of a phrase belongs to a clause that hangs on it."""
    current = each
    for _ in range(clauses.FAR):
        if current is top or current.i == top.i:
            return False
        if current.dep_ in clauses.BROKEN_OFF or current.dep_ == "acl":
            return True
        current = current.head
    return False
