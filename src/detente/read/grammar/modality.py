"""How an act stands: done, ongoing, planned, threatened, considered, possible, demanded, ruled out.

An act's own tense or modal says it first. Then the words that govern the act
are looked at from the inside out ("refused to consider sending"): each may
set the status, turn it round, or leave it (`detente.read.grammar.climbing`).
"""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.climbing import ORDINALS, climb
from detente.read.grammar.operators import no_choice, own, yet_to_come
from detente.read.grammar.turning import HOSTILE, STRONGER, Standing
from detente.read.text.words import Lexicon, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["HOSTILE", "ORDINALS", "Standing", "standing"]


def standing(head: "Token", words: Lexicon | None = None) -> Standing:
    """Say how the act of a verb or noun stands.

    Parameters
    ----------
    head : Token
        The verb or noun of the act.
    words : Lexicon, optional
        The words; `lexicon()` where not given.

    Returns
    -------
    Standing
        Its status is None where the text asserts nothing of the act.
    """
    words = words or lexicon()
    if head.pos_ in {"NOUN", "PROPN"}:
        found = Standing(_by_modifier(head, words))
        if clauses.negated(head):
            found.negated = True
    else:
        status, helper = own(head, words)
        found = Standing(status, modal=helper)
        if head.dep_ == "conj" and not clauses.finite(head):
            _inherit(head, found, words)
    found.top = head
    turned = found.status == "denied" and head.tag_ == "VB" and not clauses.finite(head)
    if turned:  # "agreed not to use force"
        found.status = "infinitive"
    if (
        found.status in {"ongoing", "done"}
        and head.tag_ in {"VBZ", "VBP", "VBN"}
        and yet_to_come(head)
    ):
        found.status = "possible"
    climb(head, found, words)
    if found.status in {"infinitive", "planned"} and no_choice(head):
        found.status = "planned"
    if turned:
        refrains = bool(found.cues) and found.status in STRONGER["ruled_out"]
        found.status = "ruled_out" if refrains else "denied"
    if found.status == "denied":
        found.status, found.negated = None, True
    return found


def _by_modifier(noun: "Token", words: Lexicon) -> str | None:
    for each in noun.children:
        if each.dep_ in {"amod", "det", "advmod", "compound"}:
            status = words.modifiers.get(each.lower_)
            if status:
                return status
    return None


def _inherit(verb: "Token", found: Standing, words: Lexicon) -> None:
    """Give a coordinated verb without a tense the tense of the verb before it."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
        status, helper = own(first, words)
        if first.tag_ == verb.tag_ or helper is not None:
            if status not in {None, "denied"} or clauses.negated(first):
                found.status, found.modal = status, helper
            if clauses.finite(first):
                return
