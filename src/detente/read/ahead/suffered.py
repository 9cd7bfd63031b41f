"""Effects that somebody or something suffers: "aid could be affected", "would lose the loan", "had to be cut".

Each function looks at one verb and returns the effect that it tells, if any.
"""

from typing import TYPE_CHECKING

from detente.read.ahead.causes import listed
from detente.read.ahead.effects import Effect, names
from detente.read.article import Article
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modals import FUTURE
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORFEITING = frozenset(("lose", "forfeit"))
_SLIDING = frozenset(("slide", "slip", "descend", "drift", "relapse", "lapse", "plunge", "sink"))


def suffered(article: Article, verb: "Token") -> "Effect | None":
    """Return what somebody or something suffers, if a verb tells that."""
    return affected(article, verb) or bearing(verb) or forfeited(verb) or had_to(article, verb)


def affected(article: Article, verb: "Token") -> "Effect | None":
    """Return "aid could be affected", "relations would be damaged": who does it is left out."""
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in FUTURE or not clauses.passive(verb):
        return None
    if clauses.negated(verb) or clauses.conditional(verb) or "whether" in clauses.marks(verb):
        return None
    known = names(verb)
    if not known & listed("affected", "plainly") or "leave_out" in known or _in_no_event(verb):
        return None
    who = clauses.subject(verb)
    if who is None or (helper.lower_ in {"will", "'ll"} and article.actor_of(who) is not None):
        return None
    return *stretches.whole(verb), verb, None, "affected"


def _in_no_event(verb: "Token") -> bool:
    """Say whether a sentence only asks, or rules a thing out: "in no event could it be drawn in"."""
    first = verb.left_edge.i
    words = [each.lower_ for each in verb.doc[first : verb.i]]
    return verb.sent[-1].text == "?" or "no" in words or "nor" in words


def bearing(verb: "Token") -> "Effect | None":
    """Return "the damage would be large", "the cost for Chad is serious"."""
    who = clauses.child(verb, "nsubj")
    said = clauses.child(verb, "acomp")
    if verb.lemma_ != "be" or who is None or said is None or clauses.conditional(verb):
        return None
    if clauses.lemma(who) not in listed("bearing") or clauses.negated(verb):
        return None
    told = any(each.dep_ == "prep" for each in clauses.kids(who)) or clauses.modal(verb) is not None
    return (*stretches.whole(verb), verb, who, "the damage is") if told else None


def forfeited(verb: "Token") -> "Effect | None":
    """Return "Pakistan could lose the funds", "could slide into war": nobody chooses to."""
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in FUTURE:
        return None
    if verb.lemma_ in _SLIDING:
        thing = next(clauses.prepositional(verb, "into"), None)
    else:
        thing = clauses.child(verb, "dobj") if verb.lemma_ in _FORFEITING else None
    if thing is None or thing.i < verb.i or clauses.negated(verb) or clauses.conditional(verb):
        return None
    return None if _in_no_event(verb) else (*stretches.whole(verb), verb, None, "would lose")


def had_to(article: Article, verb: "Token") -> "Effect | None":
    """Return "spending had to be reduced", "oil had to be flown in": what nobody chose."""
    below = clauses.child(verb, "xcomp")
    if verb.lemma_ != "have" or verb.tag_ != "VBD" or below is None or not clauses.passive(below):
        return None
    who = clauses.child(verb, "nsubj")
    if who is None or clauses.conditional(verb) or verb.dep_ in {"relcl", "advcl"}:
        return None
    if who.pos_ != "NOUN" or article.actor_of(who) is not None:
        return None
    if clauses.lemma(who) in word_class("people") or below.lemma_.lower() in lexicon().saying:
        return None
    return *stretches.whole(verb), verb, None, "had to be"
