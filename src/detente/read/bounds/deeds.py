"""What a threat comes to: "strike" in "would have no choice but to strike".

The verb that says what is to come is often no deed itself: a party would have to act, be
forced to act, be ready to act.
"""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 6
VOWING = frozenset(("vow", "swear", "threaten", "promise", "pledge"))
_LEFT = frozenset(("force", "oblige", "compel", "bind", "prepare", "require", "have", "leave"))
_CHOICES = frozenset(("choice", "alternative", "option", "right", "duty"))


def deed(verb: "Token") -> "Token":
    """Return what somebody would have to do, be forced to do, or have no choice but to do."""
    if verb.lemma_ == "be":
        ready = clauses.child(verb, "acomp", "oprd")
        below = clauses.child(ready, "xcomp") if ready is not None else None
        return below if below is not None else verb
    if verb.lemma_ not in _LEFT | VOWING:
        return verb
    below = clauses.child(verb, "xcomp")
    choice = next(
        (each for each in verb.subtree if each.lemma_.lower() in _CHOICES and each.i > verb.i),
        None,
    )
    if below is None and choice is not None:
        below = next(
            (each for each in choice.doc[choice.i + 1 : choice.i + _NEAR] if each.tag_ == "VB"),
            None,
        )
    return below if below is not None else verb


def frame(verb: "Token") -> "Token":
    """Return the verb that says what is to come: "have" of "would have to strike"."""
    above = verb
    for _ in range(4):
        if above.pos_ in {"VERB", "AUX"} and clauses.modal(above) is not None:
            return above if above.lemma_ in {*_LEFT, "be"} else verb
        if above.dep_ not in {"xcomp", "advcl", "acl", "prep", "pcomp", "dobj", "relcl"}:
            return verb
        above = above.head
    return verb


def strikes(verb: "Token") -> bool:
    """Say whether an answer is a blow: who strikes "if it attacks" seldom means itself."""
    return lexicon().verbs.get(phrase(deed(verb), lexicon())) == "ASSAULT"


def measures(verb: "Token") -> bool:
    """Say whether steps are taken against somebody: "take measures", "take matters into our hands"."""
    return verb.lemma_ in {"take", "adopt", "consider"} and any(
        each.lemma_.lower() in {"matter", "measure", "countermeasure", "action", "step", "response"}
        for each in clauses.objects(verb)
    )


def to_come(verb: "Token", *, first: bool) -> bool:
    """Say whether a clause is what would be, or what "we" do in a quotation."""
    if any(
        each.dep_ in {"aux", "auxpass"} and each.lower_ in {*WILL, "might"}
        for each in clauses.kids(verb)
    ):
        return True
    if not clauses.passive(verb) and strikes(verb):
        helper = clauses.modal(verb)
        return helper is not None and helper.lower_ in {"could", "may"}
    return first and verb.tag_ == "VBP"
