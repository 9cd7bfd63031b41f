"""Acts that no list of verbs tells: refusals by "would not", forces that are somewhere, names called.

"Washington would not hear of it" and "neither complied" are refusals; "a carrier
is off the coast" is a deployment; "the ministry called the remark boorish" is
an accusation.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.verbs import Typed
from detente.read.grammar import clauses
from detente.read.text.wordlists import listed
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARING = listed("idioms", "hearing")
_COMPLYING = listed("idioms", "complying")
_WHERE = listed("idioms", "where")
_IN = listed("idioms", "in_which")
_PRAISE = listed("idioms", "praise")
_NAMING = frozenset({"call", "brand", "term", "label", "dub", "describe", "denounce"})
_EXCLUDING = frozenset({"rule", "exclude", "preclude", "forswear", "foreswear"})
_FORCE = listed("idioms", "force")
_STEPS = listed("idioms", "steps")
_ENVOYS = listed("idioms", "envoys")
_WOULD = frozenset({"would", "'d"})
_WILL = _WOULD | {"will", "'ll", "shall", "wo"}


def idiom(article: Article, verb: "Token", words: Lexicon) -> Typed | None:
    """Return what an idiom makes of a verb, None where it is plain."""
    lemma = verb.lemma_.lower()
    if lemma in {"be", "expect"}:
        due = _due(verb, words)
        if due is not None or lemma != "be":
            return due
        return _being(article, verb, words)
    if lemma in _NAMING:
        return _naming(article, verb)
    if lemma in _EXCLUDING:
        return _excluding(verb, words)
    if lemma in _HEARING | _COMPLYING and clauses.negated(verb) and _party(article, verb):
        helper = clauses.modal(verb)
        would = helper is not None and helper.lower_ in _WOULD
        main = clauses.conjuncts_head(verb).dep_ == "ROOT"  # else it's what somebody says
        willing = (would or (helper is not None and lemma == "hear")) and main
        if (lemma in _HEARING and willing) or (lemma in _COMPLYING and helper is None):
            return Typed("REJECT", None, "refusal")
    return None


def _excluding(verb: "Token", words: Lexicon) -> Typed | None:
    """Take what is ruled out by a noun that tells no act of its own: "ruled out ground troops"."""
    if verb.lemma_ == "rule" and not any(
        each.lower_ == "out" and each.dep_ in {"prt", "advmod", "prep"} for each in verb.children
    ):
        return None
    thing = clauses.child(verb, "dobj")
    if thing is None or clauses.negated(verb) or clauses.passive(verb):
        return None
    meant = {thing.lemma_.lower(), *(each.lemma_.lower() for each in thing.subtree)}
    armed = meant & (_FORCE | words.classes["force"])
    if not armed and not meant & _STEPS:
        return None
    return Typed("ASSAULT" if armed else None, None, "ruled out")


def _party(article: Article, verb: "Token") -> bool:
    who = clauses.subject(verb)
    return (
        who is not None
        and not clauses.passive(verb)
        and (
            article.role_of(parties.actor_near(article, who)) == "party"
            or who.lower_ in {"neither", "both", "he", "she", "it", "they"}
        )
    )


def _being(article: Article, verb: "Token", words: Lexicon) -> Typed | None:
    """Take forces that are off a coast, ashore or over a town as moved there."""
    who = clauses.child(verb, "nsubj", "attr") if _there(verb) else clauses.child(verb, "nsubj")
    helper = clauses.modal(verb)
    if who is not None and helper is not None and helper.lower_ in _WILL:
        return _to_be(verb, who, words)
    if who is None or clauses.negated(verb) or helper is not None:
        return None
    lemma = who.lemma_.lower()
    forces = lemma in words.classes["force"] or lemma in {"man", "marine"}
    for each in verb.children:
        if each.i < verb.i or each.dep_ not in {"prep", "advmod", "acomp"}:
            continue
        if forces and each.lower_ in _WHERE:
            return Typed("MOBILIZE", None, "being")
        noun = clauses.child(each, "pobj")
        known = forces or article.role_of(parties.actor_near(article, who)) == "party"
        if known and noun is not None and noun.lemma_.lower() in _IN:
            return Typed(_STATES[noun.lemma_.lower()], None, "being")
    return None


def _due(verb: "Token", words: Lexicon) -> Typed | None:
    """Take somebody who is due or expected somewhere: "the envoy is due in Cairo on Friday"."""
    place = verb
    if verb.lemma_ == "be":
        word = clauses.child(verb, "acomp")
        if word is None or word.lower_ != "due":
            return None
        place = word
    elif not clauses.passive(verb) or clauses.child(verb, "xcomp", "ccomp") is not None:
        return None
    who = clauses.child(verb, "nsubj", "nsubjpass")
    if who is None or clauses.negated(verb):
        return None
    there = any(each.lower_ in {"back", "home", "here"} for each in place.children) or any(
        noun.ent_type_ in {"GPE", "LOC", "FAC"}
        for noun in clauses.prepositional(place, "in", "at", "on")
    )
    lemma = who.lemma_.lower()
    forces = lemma in words.classes["force"]
    known = forces or who.ent_type_ == "PERSON" or lemma in words.classes["people"] | _ENVOYS
    if not there or not known:
        return None
    return Typed("MOBILIZE" if forces else "CONSULT", None, "due")


def _there(verb: "Token") -> bool:
    return clauses.child(verb, "expl") is not None


def _to_be(verb: "Token", who: "Token", words: Lexicon) -> Typed | None:
    """Take forces that will or won't be somewhere: "there would be no foreign soldiers"."""
    if who.lemma_.lower() not in words.classes["force"] | {"man", "marine"}:
        return None
    placed = any(
        each.i > verb.i
        and (
            each.lower_ in _WHERE | {"in", "at", "on", "back", "there", "home", "gone", "out"}
            or each.lower_ == "available"
        )
        for each in verb.children
    )
    return Typed("MOBILIZE", None, "being") if placed or _there(verb) else None


_STATES = {
    "action": "ASSAULT", "revolt": "PROTEST", "rebellion": "PROTEST",
    "touch": "CONSULT", "contact": "CONSULT", "talk": "CONSULT", "negotiation": "CONSULT",
    "arm": "MOBILIZE", "alert": "MOBILIZE", "manoeuvre": "MOBILIZE", "standby": "MOBILIZE",
}  # fmt: skip


def _naming(article: Article, verb: "Token") -> Typed | None:
    """Take a name that a party calls something by as an accusation, unless it praises."""
    if not _party(article, verb) or any(each.lower_ == "what" for each in verb.lefts):
        return None
    small = next(
        (
            each
            for each in verb.children
            if each.dep_ in {"oprd", "ccomp", "xcomp", "acomp"} and each.i > verb.i
        ),
        None,
    )
    if small is None or small.pos_ not in {"ADJ", "NOUN"} or clauses.finite(small):
        return None
    said = {each.lemma_.lower() for each in small.subtree}
    return None if said & _PRAISE else Typed("ACCUSE", None, "naming")
