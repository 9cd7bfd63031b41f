"""Conditions in one clause: "must withdraw or face sanctions", "the loan depends on withdrawal"."""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional, made
from detente.read.text.neighbours import word_after
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS = frozenset(
    ("end", "outcome", "progress", "relation", "behaviour", "behavior", "conduct", "result", "word",
     "goodwill", "compliance", "implementation", "cooperation", "ceasefire", "truce", "settlement")
)  # fmt: skip
_CONSENTS = frozenset(
    ("consent", "approval", "support", "backing", "participation", "loan", "credit", "money",
     "vote", "success", "recognition", "membership", "entry", "release", "return", "help", "aid",
     "sanction", "tariff", "normalisation", "normalization", "withdrawal", "funding", "assistance")
)  # fmt: skip


def or_else(token: "Token") -> Conditional | None:
    """Do this or face that: "must withdraw or face sanctions"."""
    if token.lower_ != "or" or token.i + 1 >= len(token.doc):
        return None
    first = token.head
    second = next(
        (each for each in first.children if each.dep_ == "conj" and each.i > token.i), None
    )
    if second is None:
        return None
    if second.pos_ == "NOUN":
        return _or_noun(token, second)
    if not _suffered(token, first, second):
        return None
    condition = stretches.whole(first)
    return Conditional(second, condition[0], stretches.subtree(second)[1], *condition, "or face")


def _suffered(token: "Token", first: "Token", second: "Token") -> bool:
    """Say whether a second verb tells what else comes over somebody: "or face", "or be bombed"."""
    be = word_after(token) == "be"
    if first.pos_ != "VERB" or first.tag_ in {"VBD", "VBZ"} or (second.lemma_ == "be" and not be):
        return False
    if second.tag_ == "VBN" and (be or second.lemma_.lower() in _SUFFERING):
        return _bidden(first)
    return second.lemma_.lower() in _SUFFERING


_SUFFERING = frozenset(("face", "risk", "suffer", "see", "be", "bear", "lose"))


def _or_noun(token: "Token", second: "Token") -> Conditional | None:
    """Return "must leave within a week or face prosecution", where "face" was taken for a noun."""
    if word_after(token) not in {"face", "risk"} or token.i + 1 > second.i:
        return None
    bidding = [each for each in token.sent if each.i < token.i and _bidden(each)]
    first = next((each for each in reversed(bidding) if each.pos_ == "VERB"), None)
    if first is None:
        return None
    last = second.right_edge
    start = stretches.whole(first)[0]
    before = token.doc[token.i - 1]
    end = before.idx + len(before)
    return Conditional(first, start, last.idx + len(last), start, end, "or face")


def _bidden(verb: "Token") -> bool:
    """Say whether an infinitive or a modal bids: "must leave", "told to leave"."""
    helper = clauses.modal(verb)
    if helper is not None:
        return helper.lower_ in {"must", "should", "might", "shall"}
    if verb.tag_ == "VB" and verb.left_edge.i == verb.sent.start:  # "Withdraw or be destroyed"
        return True
    return verb.tag_ == "VB" and clauses.child(verb, "aux") is not None


def tied(token: "Token") -> Conditional | None:
    """Read "tied the loan to the release of the prisoners": one act made the price of another."""
    if token.lower_ not in TYING or token.pos_ != "VERB":
        return None
    thing = clauses.child(token, "nsubjpass" if clauses.passive(token) else "dobj")
    to = next(
        (
            each
            for near in (token, thing)
            if near is not None
            for each in clauses.kids(near)
            if each.dep_ == "prep" and each.lower_ == "to"
        ),
        None,
    )
    what = clauses.child(to, "pobj", "pcomp") if to is not None else None
    if thing is None or to is None or what is None:
        return None
    given = thing.lemma_.lower() in _CONSENTS or thing.tag_ == "VBG" or thing.lower_ == "lifting"
    asked = what.lemma_.lower() in _ENDS | _CONSENTS | _YIELDED or what.dep_ == "pcomp"
    return made(stretches.subtree(to), token, None, "tied to") if given and asked else None


TYING = frozenset(
    ("tie", "ties", "tied", "tying", "link", "links", "linked", "linking", "peg", "pegged")
)
_YIELDED = frozenset(
    ("withdrawal", "disarmament", "reform", "concession", "condition", "pullout", "lifting",
     "election", "reopening", "handover", "extradition")
)  # fmt: skip


def depends(token: "Token") -> Conditional | None:
    """Read "the loan depended on withdrawal": one act made the condition of another."""
    if token.lemma_ not in {"depend", "hinge", "rest"} or token.pos_ != "VERB":
        return None
    who = clauses.subject(token) or clauses.child(token, "compound")  # "the deal hinges"
    on = next(
        (each for each in token.children if each.dep_ == "prep" and each.lower_ in {"on", "upon"}),
        None,
    )
    if who is None or on is None:
        return None
    nouns = lexicon().nouns
    what = clauses.child(on, "pobj", "pcomp")
    open_act = clauses.lemma(who) in nouns or who.lemma_.lower() in _CONSENTS or who.tag_ == "VBG"
    if what is None or not open_act:
        return None
    if clauses.lemma(what) not in {*nouns, *_ENDS} and what.dep_ != "pcomp":
        return None
    return made(stretches.subtree(on), token, None, "depends on")
