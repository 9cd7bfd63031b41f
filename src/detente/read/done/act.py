"""The record of an act, and how far its clause goes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.grammar.modality import HOSTILE, Standing

if TYPE_CHECKING:
    from spacy.tokens import Token


SPEECH = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE"))
OWN_FORCES = frozenset(("MOBILIZE", "RETREAT"))
LIKELY = frozenset(("likely", "noun, likely"))
"""The rules of acts that are told by their chance alone (`detente.read.done.leftovers`)."""

OPEN = frozenset(("planned", "threatened", "considered", "possible", "demanded", "ruled_out"))


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """An act at a place of the text.

    `event` is a PLOVER type or None; `start` and `end` are the characters of
    its clause, `core_start` to `core_end` those of the act alone, without the
    words that govern it; `inferred` names what was settled by likelihood alone, and
    `chance` is the doer's among all that it could have been; `trust` is the chance that
    an analyst would name the same doer.
    """

    head: "Token"
    noun: "Token | None"
    event: str | None
    standing: Standing
    status: str | None
    actor: str | None
    target: str | None
    start: int
    end: int
    core_start: int
    core_end: int
    action: str
    rule: str
    inferred: tuple[str, ...] = ()
    chance: float = 1.0
    trust: float = 1.0

    @property
    def hypothetical(self) -> bool:
        """Whether it stands behind "if" or its like."""
        return self.standing.hypothetical


def governed_start(head: "Token", how: Standing) -> int:
    """Return where the words begin that govern the act, if in one clause with it.

    The subject of a governing verb is left out: "refused to withdraw", "to withdraw".
    """
    if head.dep_ == "conj" or (not how.cues and how.top is head):
        return head.idx
    top = how.top or head
    if top.i > head.i or head.i - top.i > 14:  # noqa: PLR2004 - a clause, not a period
        return head.idx
    return top.left_edge.idx if top.pos_ == "NOUN" and top.i - top.left_edge.i < 6 else top.idx  # noqa: PLR2004


def hostile_status(how: Standing, event: str | None) -> str | None:
    """Read a vow to strike as a threat."""
    if (
        how.status == "planned"
        and event in HOSTILE
        and any(cue.lemma_ in {"vow", "warn", "swear", "pledge", "threaten"} for cue in how.cues)
    ):
        return "threatened"
    return how.status
