"""What those in office foretell of others: "warned that the war may last", no threat or plan of their own."""

from typing import TYPE_CHECKING

from detente.read.ahead.likelihood import listed
from detente.read.article import Article
from detente.read.grammar import clauses
from detente.read.grammar.modals import WILL
from detente.read.spans import Saying
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

OPEN = frozenset(("may", "might", "could"))
SELF = frozenset(("i", "we", "you", "it", "that", "this", "which", "who"))
ASKED = frozenset(("what", "who", "which", "that", "whoever", "whatever"))


def warned(article: Article, speaker: str, verb: "Token", helper: "Token", who: "Token") -> bool:  # noqa: PLR0911 - a list of cases
    """Say whether somebody in office warns of what others may do: no threat, no plan of their own."""
    saying = article.saying_at(verb)
    if saying is None or verb.dep_ == "relcl" or who.lower_ in SELF or clauses.perfect(verb):
        return False
    doer = article.actor_of(who)
    if doer == speaker or any(each.lower_ == "any" or each.tag_ == "PRP$" for each in who.lefts):
        return False
    spies = "intelligence" in article.text[saying.quote_start : saying.start].lower()
    if who.lower_ in ASKED or (helper.lower_ in WILL and _threat(verb)):
        return False
    said = verb_of(saying)
    if said in listed("foretelling") or spies:
        if said not in {"warn", "caution"}:
            return True
        grave = helper.lower_ in WILL and verb.lemma_ in {"be", "have"}
        return not clauses.passive(verb) and not grave and verb.lemma_ != "become"
    if said in listed("judging") and helper.lower_ == "would":
        return not clauses.passive(verb) and verb.lemma_ not in {"be", "have", "require", "need"}
    if said in word_class("promising"):
        return False
    hostile = lexicon().verbs.get(clauses.lemma(verb)) in {"ASSAULT", "COERCE"}
    if hostile and doer is not None and helper.lower_ in WILL and not clauses.negated(verb):
        return article.role_of(doer) == "party" and who.lower_ not in {"he", "she", "they"}
    drifts = verb.lemma_ in listed("drifts") or well(verb)
    return helper.lower_ in OPEN and drifts and not clauses.negated(verb)


def _threat(verb: "Token") -> bool:
    """Say whether "will" threatens whom it is told of: "Israel will pay for it"."""
    return verb.lemma_ in listed("threatened")


def verb_of(saying: Saying) -> str:
    """Return the lemma of the word that somebody is said to speak by."""
    return saying.rule.rpartition(":")[2]


def well(verb: "Token") -> bool:
    """Say whether "well" or its like stands with the modal: "may well", "could yet"."""
    return any(
        each.dep_ == "advmod" and each.lower_ in {"well", "easily", "soon", "yet", "still"}
        for each in verb.children
    )
