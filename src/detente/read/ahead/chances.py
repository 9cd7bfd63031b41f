"""Nouns of likelihood and of belief: "a low likelihood of war", "the fear that it would come"."""

from functools import cache
from typing import TYPE_CHECKING

from detente.read.ahead.expected import Found
from detente.read.grammar import clauses, stretches
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_RATED = frozenset(("be", "remain", "put", "seem", "grow", "rise", "estimate"))


@cache
def graded_nouns() -> frozenset[str]:
    """Return the nouns that may make a forecast."""
    return word_class("likelihood_nouns") | word_class("risks") | word_class("beliefs")


def chance(token: "Token") -> Found | None:  # noqa: PLR0911 - a list of cases
    """Return "a low likelihood of intervention", "there is little chance that"."""
    lemma = token.lemma_.lower()
    if lemma in word_class("risks") and _graded(token):
        return Found(*stretches.whole(token.head), token.head, "noun of likelihood")
    feared = _there_is(token) if lemma in word_class("risks") else None
    if feared is not None:
        return feared
    of = any(each.dep_ in {"prep", "acl", "ccomp", "relcl"} for each in token.children)
    if not of or (token.dep_ == "pobj" and token.head.lower_ == "under"):  # "under no doubt that"
        return None
    if lemma in word_class("beliefs"):
        return _belief(token)
    grade = any(
        (each.dep_ in {"amod", "det"} and each.lower_ in word_class("grades")) or each.like_num
        for each in token.children
    )
    if (
        lemma not in {"likelihood", "probability", "odds", "expectation", "forecast", "prediction"}
        and not grade
    ):
        return None
    verb = clauses.head_verb(token)
    if verb.pos_ in {"VERB", "AUX"}:
        start, end = stretches.whole(verb)
        first, last = stretches.subtree(token)
        return Found(min(start, first), max(end, last), verb, "noun of likelihood")
    return None


def _there_is(noun: "Token") -> Found | None:
    """Return "there is a danger that Lebanon will be drawn in"."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ != "be" or clauses.child(verb, "expl") is None:
        return None
    if verb.tag_ == "VBD":
        return None
    for said in noun.children:
        if said.dep_ not in {"acl", "relcl", "ccomp"} or clauses.modal(said) is None:
            continue
        who = clauses.child(said, *clauses.SUBJECTS)
        if who is not None and who.lower_ not in {"that", "which"}:
            return Found(
                stretches.whole(verb)[0], stretches.subtree(said)[1], said, "there is a risk"
            )
    return None


def _graded(token: "Token") -> bool:
    """Say whether a chance is said to be some size: "the danger is high", "put the risk at"."""
    if token.dep_ not in {"nsubj", "dobj"} or token.head.lemma_ not in _RATED:
        return False
    graded = clauses.child(token.head, "acomp", "attr", "prep", "advmod")
    return graded is not None and any(
        each.lower_ in word_class("grades")
        or each.like_num
        or each.lower_ in {"likely", "rising", "growing"}
        for each in graded.subtree
    )


def _belief(token: "Token") -> Found | None:
    """Return "the fear that it would come", "it was his belief that they would yield"."""
    said = clauses.child(token, "acl", "ccomp")
    if said is None and token.dep_ in {"attr", "nsubj"} and token.head.lemma_ == "be":
        said = clauses.child(token.head, "ccomp")
        if said is not None and said.i > token.i and clauses.modal(said) is not None:
            start, _ = stretches.whole(token.head)
            return Found(start, stretches.subtree(said)[1], said, "noun of expecting")
    if said is None or clauses.modal(said) is None:
        return None
    start, end = stretches.subtree(token)
    return Found(start, end, said, "noun of expecting")
