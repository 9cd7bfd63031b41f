"""Where a reading speaks of somebody's act: the raw material of options.

Every claim is looked at once. What it contributes depends on its kind: an
``option`` speaks of its actor's act, a ``red_line`` of the act it forbids, a
``constraint`` of the act it hinders, and so on (see `_ROLE`). Claims are taken
in the order of their text, whatever the order in which they were handed over.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from detente.draft.words import NOTHING, Sense, lexicon, sense, tokens
from detente.read.claim import Claim, Reading

DONE = frozenset({"done", "ongoing"})
"""Statuses of what is the case now."""

_ROLE = {
    "event": "act",
    "option": "act",
    "red_line": "forbidden",
    "conditional": "reply",
    "constraint": "hindered",
    "consequence": "effect",
    "forecast": "forecast",
}
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT", "PROTEST"})


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
    """

    claim: Claim
    actor: str
    sense: Sense
    role: str
    place: int

    @property
    def status(self) -> str | None:
        """How far the act has gone, as far as this claim says."""
        return self.claim.status if self.role in {"act", "reply", "effect"} else None

    @property
    def now(self) -> bool:
        """Whether the claim says that the act is done or under way."""
        return self.status in DONE and not self.claim.negated


def ordered(reading: Reading) -> list[Claim]:
    """Return the claims in the order of the documents and of their text."""
    rank = {document.id: k for k, document in enumerate(reading.documents)}

    def place(claim: Claim) -> tuple[int | str, ...]:
        return (
            rank.get(claim.document, len(rank)), claim.document, claim.start, claim.end,
            claim.kind, claim.actor or "", claim.action or "", claim.id,
        )  # fmt: skip

    return sorted(reading.claims, key=place)


def parties(reading: Reading) -> dict[str, str]:
    """Return id and name of everybody who may act, persons and sources left out."""
    return {
        actor.id: actor.name or actor.id
        for actor in sorted(reading.actors, key=lambda one: one.id)
        if actor.role == "party" and actor.kind != "person"
    }


def names(reading: Reading) -> frozenset[str]:
    """Return the words by which actors are called, but for words that name acts."""
    texts = {document.id: document.text for document in reading.documents}
    called = [actor.name for actor in reading.actors]
    called += [actor.id.replace("_", " ") for actor in reading.actors]
    called += [
        texts[document][start:end]
        for actor in reading.actors
        for document, start, end in actor.mentions
        if document in texts and end - start < 60  # noqa: PLR2004 - longer is no name
    ]
    table = lexicon()
    return frozenset(
        word
        for text in called
        for word in tokens(text)
        if table.forms.get(word) is None
    )


def mentions(reading: Reading, claims: Iterable[Claim]) -> list[Mention]:
    """Return what the claims say of the parties' acts, in the order given.

    Parameters
    ----------
    reading : Reading
        Who is who.
    claims : iterable of Claim
        Its claims, in order.

    Returns
    -------
    list of Mention
        None of them of a source, a person, or of mere talk.
    """
    may_act, called = parties(reading), names(reading)
    found = []
    for place, claim in enumerate(claims):
        role = _ROLE.get(claim.kind)
        doer = _doer(claim)
        if role is None or doer not in may_act or not claim.action:
            continue
        spoken = act_of(claim, called)
        if spoken:
            found.append(Mention(claim, doer, spoken, role, place))
    return found


def _doer(claim: Claim) -> str | None:
    """Return whose act the claim's `action` is."""
    if claim.kind == "red_line":
        return claim.doer
    if claim.kind == "constraint":
        return claim.doer or claim.actor
    return claim.actor


def act_of(claim: Claim, called: frozenset[str]) -> Sense:
    """Return the act that a claim's words speak of; nothing where they only talk."""
    spoken = sense(claim.action or "", called)
    if not spoken or (claim.event in _SPEECH and not spoken.known):
        return NOTHING
    if not spoken.known and not spoken.generic and not spoken.undo and claim.event is None:
        return NOTHING
    return spoken
