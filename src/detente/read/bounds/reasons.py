"""Reasons why something isn't done, or won't be: "a war is unlikely, because neither can afford one".

What stands behind "because" or "since" is what stands in the way, where the clause above
it denies, doubts or puts off an act.
"""

from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.text.phrases import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVING = frozenset(("because", "since"))
_ALSO = frozenset(("as", "for"))
_AS_WANTED = frozenset(
    ("want", "wish", "demand", "ask", "say", "do", "suggest", "claim", "urge", "hope")
)
_NO = frozenset(("no", "nobody", "neither", "none", "hardly", "never", "little", "nor"))


def reason(verb: "Token") -> bool:
    """Say whether a clause gives the reason why something isn't done or isn't likely."""
    first = clauses.conjuncts_head(verb) if verb.dep_ == "conj" else verb
    if first.dep_ not in {"advcl", "ccomp"} or first.i < first.head.i:
        return False
    if verb.tag_ == "VB" and clauses.modal(verb) is None:
        return False
    marks = clauses.marks(first)
    above = first.head
    if "since" in marks and any(each.lower_ in {"has", "have"} for each in clauses.kids(above)):
        return False
    doubted = _doubted(above)
    if marks & _GIVING:
        return doubted or _denied(above)
    told = first.lemma_.lower() in _AS_WANTED  # "hesitated to march, as some of his men wanted"
    return bool(marks & _ALSO) and doubted and first.dep_ == "advcl" and not told


def fear(verb: "Token") -> bool:
    """Say whether somebody fears what would come of it: "Berlin fears that penalties would"."""
    said = clauses.child(verb, "ccomp")
    if verb.lemma_ != "fear" or verb.tag_ not in {"VBZ", "VBP"} or said is None:
        return False
    helper = clauses.modal(said)
    return helper is not None and helper.lower_ in {"would", "'d"}  # "could spill over" is foretold


def _doubted(verb: "Token") -> bool:
    """Say whether a clause calls an act unlikely, or somebody slow to do it."""
    if verb.lemma_.lower() in listed("constraints", "clauses", "holding_off"):
        return True
    below = (verb, *clauses.kids(verb))
    return any(each.lower_ in listed("constraints", "clauses", "doubted") for each in below)


def _denied(verb: "Token") -> bool:
    who = clauses.child(verb, *clauses.SUBJECTS)
    nobody = who is not None and (
        who.lower_ in _NO or any(each.lower_ in _NO for each in clauses.kids(who))
    )
    return nobody or clauses.negated(verb) or any(each.lower_ in _NO for each in clauses.kids(verb))
