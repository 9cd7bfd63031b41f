"""How a verb stands that tense alone doesn't tell: loose participles, what might have been, "any that".

Each rule looks at the verb and at the clause above it.
"""

from typing import TYPE_CHECKING

from detente.read.done.act import OPEN
from detente.read.grammar import clauses
from detente.read.grammar.modality import Standing
from detente.read.grammar.operators import asked_before, bare_passive, own
from detente.read.grammar.slips import displaced
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_LASTING = frozenset(("AID", "SUPPORT", "COOPERATE", "MOBILIZE"))


def might_have(verb: "Token") -> bool:
    """Say whether a verb tells what somebody could have done: "might have closed the strait"."""
    helper = clauses.modal(verb)
    return (
        helper is not None
        and helper.lower_ in {"would", "could", "might", "'d"}
        and not clauses.negated(verb)
        and clauses.perfect(verb)
    )


def any_that(verb: "Token", how: Standing) -> bool:
    """Say whether a verb tells of whoever may do it: "will shoot down any drone that enters"."""
    if verb.dep_ != "relcl" or how.status not in {"done", "ongoing"} or how.cues:
        return False
    any_one = any(each.lower_ in {"any", "every", "no"} for each in verb.head.lefts)
    return (any_one or verb.head.lower_ in {"anyone", "anybody"}) and above(verb) in OPEN


def punctual(verb: "Token", status: str | None, event: str | None) -> str | None:
    """Read a present like "Malaysia expels the ambassador" as done: headlines and chronicles."""
    if status == "ongoing" and verb.tag_ == "VBZ" and event is not None and event not in _LASTING:
        return "done"
    return status


def loose(verb: "Token", how: Standing) -> str | None:  # noqa: PLR0911 - a list of cases
    """Say how a verb without tense stands where nothing governs it."""
    if how.status == "participle" and displaced(verb):
        return "done"
    if how.status == "participle":
        if verb.dep_ in {
            "acl",
            "advcl",
            "pcomp",
            "conj",
            "ROOT",
            "ccomp",
            "csubj",
            "pobj",
            "xcomp",
            "relcl",
        }:
            base = above(verb)
            if base == "possible" and verb.dep_ == "acl" and verb.tag_ == "VBN":
                # "the weapons provided could be seen as ...": whoever provides them
                return "done" if clauses.agent(verb) is not None else None
            if base in {"possible", "planned", "threatened", "demanded"} and verb.tag_ == "VBG":
                return "possible"
            return "done"
        return None
    if bare_passive(verb):
        return asked_before(verb, lexicon())
    if verb.dep_ == "ROOT":  # a heading: "To strike the nuclear sites."
        return "considered" if verb.i <= verb.sent.start + 2 else "possible"
    if verb.dep_ in {"advcl", "acl", "relcl", "xcomp", "conj", "ROOT", "csubj", "ccomp"}:
        return "planned" if verb.dep_ in {"advcl", "acl", "xcomp"} else "possible"
    return None


def above(verb: "Token") -> str | None:
    """Return how the clause stands that a participle hangs on."""
    current = verb
    for _ in range(4):
        if current.head.i == current.i:
            return None
        current = current.head
        if current.pos_ in {"VERB", "AUX"}:
            status, _ = own(current, lexicon())
            if status not in {"participle", "infinitive"}:
                return status
    return None
