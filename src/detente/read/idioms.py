"""Acts that no list of verbs tells: refusals by "would not", forces that are somewhere, names called.

"Washington would not hear of it" and "neither complied" are refusals; "a carrier
is off the coast" is a deployment; "the ministry called the remark boorish" is
an accusation.
"""

from typing import TYPE_CHECKING

from detente.read import clauses, parties
from detente.read.article import Article
from detente.read.verbs import Typed
from detente.read.wordlists import listed
from detente.read.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARING = listed("idioms", "hearing")
_COMPLYING = listed("idioms", "complying")
_WHERE = listed("idioms", "where")
_IN = listed("idioms", "in_which")
_PRAISE = listed("idioms", "praise")
_NAMING = frozenset({"call", "brand", "term", "label", "dub", "describe", "denounce"})
_WOULD = frozenset({"would", "'d"})
_MAIN = frozenset({"ROOT", "conj"})


def idiom(article: Article, verb: "Token", words: Lexicon) -> Typed | None:
    """Return what an idiom makes of a verb, None where it is plain."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return _being(article, verb, words)
    if lemma in _NAMING:
        return _naming(article, verb)
    if lemma in _HEARING | _COMPLYING and clauses.negated(verb) and _party(article, verb):
        helper = clauses.modal(verb)
        would = helper is not None and helper.lower_ in _WOULD
        willing = (would or (helper is not None and lemma == "hear")) and verb.dep_ in _MAIN
        if (lemma in _HEARING and willing) or (lemma in _COMPLYING and helper is None):
            return Typed("REJECT", None, "refusal")
    return None


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
    who = clauses.child(verb, "nsubj")
    if who is None or clauses.negated(verb) or clauses.modal(verb) is not None:
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
