"""One claim's word on one actor's act."""

from dataclasses import dataclass

from detente.draft.words import Sense
from detente.read.claim import Claim

DONE = frozenset({"done", "ongoing"})
"""Statuses of what is the case now."""

ACTS = frozenset({"event", "option"})
"""Kinds of claims that speak of an act outright."""

HARD = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""The PLOVER types of force and pressure."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One claim's word on one actor's act.

    Attributes
    ----------
    claim : Claim
        Where it stands.
    actor : str
        Whose act it is.
    sense : Sense
        What act it is, from its words.
    role : str
        ``act forbidden reply hindered effect forecast``: what the claim says of it.
    place : int
        Its rank in the order of the text.
    sure : bool
        Whether the text itself says whose act it is, rather than the reader's guess.
    told : str or None
        Where the claim points to the act's own claim: how far that one says it has gone.
    past : bool
        Whether it is told in the simple past: "trained", not "has trained".
    old : bool
        Whether the act is of a year long before what the report is about.
    """

    claim: Claim
    actor: str
    sense: Sense
    role: str
    place: int
    sure: bool = True
    told: str | None = None
    old: bool = False
    past: bool = False

    @property
    def status(self) -> str | None:
        """How far the act has gone, as far as this claim says."""
        if self.sense.deny and self.role in {"act", "reply"} and self.claim.status is not None:
            return "ruled_out"
        if self.role == "reply" and self.claim.status in DONE and self.told not in DONE:
            return self.told or self.claim.status  # it was threatened, not done
        if self.role == "effect" and self.claim.status not in {*DONE, "threatened"}:
            return "possible"
        return self.claim.status if self.role in {"act", "reply", "effect"} else None

    @property
    def now(self) -> bool:
        """Whether the claim says that the act is done or under way."""
        return self.status in DONE and not self.claim.negated
