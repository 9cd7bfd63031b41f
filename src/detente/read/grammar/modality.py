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

_SERIES = 40  # words
_SERIAL = frozenset(("planned", "demanded", "threatened", "considered"))

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
    if found.status == "infinitive" and not found.cues:
        _as_before(head, found, words)
    if turned:
        refrains = bool(found.cues) and found.status in STRONGER["ruled_out"]
        found.status = "ruled_out" if refrains else "denied"
    if found.status == "denied":
        found.status, found.negated = None, True
    return found


def _as_before(verb: "Token", found: Standing, words: Lexicon) -> None:
    """Let an infinitive of a series stand as the one before: "told them to leave, to pay and to apologise".

    A parser often hangs the later ones on another verb, as if they told its purpose.
    """
    to = next((each for each in verb.children if each.tag_ == "TO"), None)
    if to is None or to.i == 0:
        return
    doc, place = verb.doc, to.i - 1
    while place > verb.sent.start and doc[place].lower_ in {"not", "and", "or", "also", "then"}:
        place -= 1
    if place == to.i - 1 and doc[place].text not in {",", ";"}:
        return
    for each in reversed(doc[max(verb.sent.start, to.i - _SERIES) : to.i]):
        if each.tag_ != "TO" or each.head.tag_ != "VB" or each.head.i >= to.i:
            continue
        first = standing(each.head, words)
        if first.cues and first.status in _SERIAL:
            found.status, found.governed, found.top = first.status, first.governed, first.top
            found.cues, found.modal = list(first.cues), first.modal
        return


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
