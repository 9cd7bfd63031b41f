"""The record of how an act stands, and how one governing word sets it, turns it or leaves it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.read.grammar import clauses
from detente.read.grammar.operators import foreseen, operator, own, predicate
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


NEGATED = {
    "planned": "ruled_out",
    "ruled_out": "possible",
    "considered": "ruled_out",
    "possible": "ruled_out",
    "demanded": None,
    "threatened": None,
    "denied": "done",
}
STRONGER = {
    "ruled_out": {"planned", "considered", "possible", "threatened", "demanded"},
    "considered": {"possible", "planned", "ruled_out"},
    "demanded": {"possible", "considered", "planned"},
    "threatened": {"possible", "planned"},
    "planned": {"possible", "considered"},
}
HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))


@dataclass(slots=True)
class Standing:
    """How an act stands, and the words that say so.

    `status` is None where nothing is asserted (a purpose, a denied past).
    `cues` are the governing words, innermost first; `doers` says for the
    outermost of them whose act it is, where grammar hands it on.
    """

    status: str | None
    negated: bool = False
    certainty: str = "stated"
    hypothetical: bool = False
    cues: list["Token"] = field(default_factory=list)
    governed: str | None = None
    top: "Token | None" = None
    modal: "Token | None" = None


def turn(what: str, above: "Token", found: Standing) -> None:
    """Let a governing word set, turn or keep the status."""
    denied = clauses.negated(above)
    if above.pos_ == "ADJ" and above.head.pos_ in {"VERB", "AUX"}:
        denied = denied or (clauses.negated(above.head) and what != "possible")
    found.cues.append(above)
    if what in {"transparent", "ongoing"}:
        if what == "ongoing" and found.status in {"infinitive", "participle", "done"}:
            found.status = "ongoing"
        if denied:
            found.status, found.negated = None, True
        return
    if what == "denied":
        if denied:
            return
        found.status, found.negated = None, True
        return
    status: str | None = NEGATED[what] if denied else what
    if status == "demanded" and foreseen(above):
        status = "possible"
    if (
        (
            found.governed is None
            and (
                found.status
                in {None, "infinitive", "participle", "ongoing", "done", "possible", "planned"}
                or (found.status == "demanded" and what in {"planned", "considered"})
            )
        )
        or found.status is None
        or status is None
        or found.status in STRONGER.get(status, ())
    ):
        found.status = status
    found.governed = found.status


def take_tense(above: "Token", found: Standing, words: Lexicon) -> None:
    """Take the tense of a governing verb where the act has none."""
    if above.pos_ not in {"VERB", "AUX"}:
        return
    status, helper = own(above, words)
    if found.status in {"infinitive", "participle"} and status not in {"infinitive", "participle"}:
        found.status = None if status == "denied" else status
        found.modal = helper
    elif helper is not None and found.status in {"ongoing", "done"} and status:
        found.status, found.modal = status, helper
    elif found.status == "considered" and helper is not None and status == "ruled_out":
        found.status = "ruled_out"


def settle_subject(verb: "Token", found: Standing, words: Lexicon) -> None:
    """Settle an act named by the subject: "a strike could not be ruled out", "talks will resume"."""
    found.top = verb
    what = operator(verb, words)
    status, helper = own(verb, words)
    if what is not None and clauses.passive(verb) and what not in {"transparent", "ongoing"}:
        denied = clauses.negated(verb)
        turn(what, verb, found)
        if what == "denied" and not denied:
            found.status = None
        return
    to_do = clauses.child(verb, "xcomp")
    if verb.lemma_ == "be" and verb.tag_ != "VB" and to_do is not None and to_do.tag_ == "VB":
        turn("planned", to_do, found)
        return
    said = predicate(verb, words)
    if said is not None:
        what_said, word = said
        turn(what_said, word, found)
        return
    if status == "denied":
        found.status, found.negated = found.status, True
        return
    if found.status in {None, "done"} and status not in {"infinitive", "participle"}:
        found.status, found.modal = status, helper
