"""What changes nothing, or is only counted, settled, aimed at or laid down: no effects.

"Changed nothing", "led to no result", "cost 5m dollars", "became clear", "will show whether".
"""

from typing import TYPE_CHECKING

from detente.read.ahead.causes import listed
from detente.read.grammar import clauses
from detente.read.grammar.modals import FUTURE
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEW = frozenset(("few", "little"))
_NOTHING = frozenset(("nothing", "little", "none", "nobody"))
_DECIDING = frozenset(
    ("decide", "determine", "show", "settle", "reveal", "tell", "test", "establish", "clarify")
)
_MANY = frozenset(
    ("few", "several", "many", "dozens", "scores", "hundreds", "thousands", "millions")
)


def spares(verb: "Token") -> bool:
    """Say whether nothing is changed, or money or lives only counted: "changed nothing"."""
    things = [
        each for each in clauses.kids(verb) if each.dep_ in {"dobj", "dative"} and each.i > verb.i
    ]
    if any(
        each.lower_ in _NOTHING and each.i > verb.i
        for thing in (verb, *things)
        for each in (*clauses.kids(thing), thing)
    ):
        return True
    if any(each.lower_ in {"us", "me"} for each in things):  # "which brings us to"
        return True
    if any(_none(each) for each in clauses.prepositional(verb, "to", "in")):  # "led to no result"
        return True
    paid_by = clauses.child(verb, "dative")
    if verb.lemma_ == "cost" and paid_by is not None and _deed(verb):
        return any(each.lower_ in _FEW for thing in things for each in clauses.kids(thing))
    counted = verb.lemma_.lower() in {"cost", "kill", "wound", "injure", "claim", "take"}
    helper = clauses.modal(verb)
    if helper is not None and helper.lower_ in FUTURE and verb.lemma_ in {"kill", "cost"}:
        return any(each.ent_type_ == "MONEY" for thing in things for each in thing.subtree)
    return counted and bool(things) and any(_counts(thing) for thing in things)


def _none(thing: "Token") -> bool:
    return thing.lower_ in _NOTHING or any(each.lower_ == "no" for each in thing.lefts)


def _deed(verb: "Token") -> bool:
    who = clauses.subject(verb)
    return who is not None and (who.pos_ == "PRON" or clauses.lemma(who) in lexicon().nouns)


def _counts(thing: "Token") -> bool:
    """Say whether a noun only counts money or people: "5m dollars", "thousands of lives"."""
    words = tuple(thing.subtree)
    if any(each.ent_type_ == "MONEY" for each in words):
        return True
    people = {*word_class("people"), *listed("causes", "doers"), "life", "casualty", "person"}
    return any(each.ent_type_ == "CARDINAL" or each.lower_ in _MANY for each in words) and (
        thing.lower_ in _MANY or any(clauses.lemma(each) in people for each in words)
    )


def becomes_due(verb: "Token") -> bool:
    """Say whether a thing only becomes known or needed: "would become apparent", "be possible"."""
    said = clauses.child(verb, "acomp")
    return (
        verb.lemma_ in {"be", "become"}
        and said is not None
        and said.lower_ in listed("stative", "due")
    )


def intends(verb: "Token", kind: str) -> bool:
    """Say whether "means" tells an aim, or what a thing consists in: "this means giving in"."""
    below = [each for each in verb.rights if each.pos_ == "VERB"]
    aim = any(each.dep_ == "xcomp" and each.tag_ == "VB" for each in below)
    return aim or (kind == "linked" and any(each.tag_ == "VBG" for each in below))


def lays_down(verb: "Token") -> bool:
    """Say whether a bargain only says what is to be: "the deal would exchange gas for water"."""
    who = clauses.subject(verb)
    return who is not None and lexicon().nouns.get(clauses.lemma(who)) == "AGREE"


def decides(verb: "Token") -> bool:
    """Say whether a thing only settles a question: "the vote will show whether he is liked"."""
    said = clauses.child(verb, "ccomp")
    if said is None or verb.lemma_ not in _DECIDING:
        return False
    asked = any(each.tag_ in {"WP", "WRB", "WDT"} for each in said.lefts)
    return asked or bool({"whether", "if"} & clauses.marks(said))
