"""Claims set right where their own words, or those beside them, say otherwise.

A reader sees a clause at a time. What can't be so in the light of the whole is
mended here before anything is drafted: nobody draws a red line against its own
act, nor makes its own act the condition of its threat; what somebody wants of
another is a demand; what is only forecast isn't done.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from detente.draft.announced import OF_HIMSELF, announcer
from detente.draft.barred import barred
from detente.draft.forms import formed
from detente.draft.mention import DONE, HARD
from detente.draft.reassigned import conditions, lines
from detente.draft.room import Room, other_than
from detente.draft.unfolded import unfolded
from detente.draft.words import sense
from detente.read.claim import Claim, Reading

_WANTS = re.compile(
    r"\b(?:wants?|wanted|wishes|would like|would rather have|is pressing|are pressing|presses for|pressed for|seeks to have|sought to have)\b"
)
_DONE_TO = re.compile(
    r"^\s+(?:the|its|their|his|her|all|these|those)\b.*\b\w+(?:ed|en|wn|ne|ut)\s*$"
)
_UPON = re.compile(r"\b(?:upon|on|against)\s+(?:the\s+)?$")
_FROM = re.compile(r"\b(?:from|on)\s+(?:the\s+)?$")
_PRONOUN = re.compile(r"^(accept|agree to|sign|reject|refuse|propose) (?:one|it|this|that)\b")
_NEAR = 300
_GIVEN_UP = re.compile(
    r"\b(?:suspended|suspends|cancel\w*|called off|abandoned|dropped|shelved|postponed|scrapped|halted)"
    r"(?:\s+[\w'’-]+){0,7}\s*$",
    re.IGNORECASE,
)
_JUST_BEFORE = 30
_OPEN = frozenset({"considered", "planned", "possible", None})
_PEACE = {"ceasefire": "a ceasefire", "negotiate": "talks"}


def righted(reading: Reading) -> Reading:
    """Return a reading whose claims agree with one another about who does what.

    Parameters
    ----------
    reading : Reading
        As the reader made it.

    Returns
    -------
    Reading
        The same claims by id and quote; of some the actor, the speaker, the
        status or the words of the act are others.
    """
    reading = formed(unfolded(reading))
    room = Room(reading)
    claims = [_each(claim, room) for claim in reading.claims]
    changed = {one.id: one for one in claims}
    changed |= conditions(claims, room, changed)
    changed |= lines(list(changed.values()), room, changed)
    return replace(reading, claims=tuple(changed[claim.id] for claim in reading.claims))


def _each(claim: Claim, room: Room) -> Claim:
    for mend in _MENDS:
        claim = mend(claim, room)
    return claim


def _wanted(claim: Claim, room: Room) -> Claim:
    """Make what one wants of another a demand: "The king wants Brevia to lower the toll"."""
    cue = _WANTS.search(claim.quote)
    if claim.kind != "option" or claim.status not in _OPEN or cue is None:
        return claim
    at = claim.start + cue.end()
    before = room.named(claim.document, claim.start, claim.start + cue.start())
    after = [one[2] for one in room.named(claim.document, at, claim.end)]
    wanter = before[-1][2] if before else claim.speaker
    if claim.actor in after and wanter in room.parties and wanter != claim.actor:
        return replace(claim, status="demanded", speaker=wanter)
    if _DONE_TO.match(claim.quote[cue.end() :]) and claim.actor not in after:
        return replace(claim, status="demanded", speaker=claim.actor, actor=None)
    return claim


def _asked_of(claim: Claim, room: Room) -> Claim:
    """Find whose act is demanded where the demand says from whom: "an apology from Finland"."""
    if claim.kind != "option" or claim.actor is not None or claim.status != "demanded":
        return claim
    for start, _, who in room.named(claim.document, claim.start, claim.end):
        if who != claim.speaker and _FROM.search(claim.quote[: start - claim.start]):
            return replace(claim, actor=who, target=other_than(claim.target, who, claim.speaker))
    return claim


def _forecast_only(claim: Claim, room: Room) -> Claim:
    """Take an act for possible that stands within a forecast of it by another than its doer."""
    done = claim.kind == "event" and claim.status in DONE and claim.rule.startswith("noun")
    planned = claim.kind == "option" and claim.status == "planned" and claim.speaker != claim.actor
    if not done and not planned:
        return claim
    if planned and claim.speaker in room.sources:
        return replace(claim, status="possible")  # a source's "it will" is its forecast
    for other in room.claims:
        if (
            other.kind == "forecast"
            and claim.id in other.because
            and other.document == claim.document
            and other.start <= claim.start
            and claim.end <= other.end
            and (done or other.speaker != claim.actor)
        ):
            return replace(claim, kind="option", status="possible")
    return claim


def _pronoun(claim: Claim, room: Room) -> Claim:
    """Put the noun for the pronoun: a ceasefire was asked for, "it would accept one"."""
    found = _PRONOUN.match(claim.action or "")
    if found is None:
        return claim
    near = [
        (other.start, _PEACE[verb])
        for other in room.claims
        if other.document == claim.document and 0 < claim.start - other.start <= _NEAR
        for verb in [sense(other.action or "").verb]
        if verb in _PEACE
    ]
    if not near:
        return claim
    noun = max(near)[1]
    verb = "hold" if noun == "talks" else "agree to"
    return replace(claim, action=f"{verb} {noun}")


def _unnamed(claim: Claim, room: Room) -> Claim:
    """Give a plan or threat without a doer to the party that speaks of it as its own."""
    own = claim.kind in {"option", "conditional"} and claim.status in {"planned", "threatened"}
    if own and claim.actor is None and claim.speaker in room.parties - {claim.target}:
        return replace(claim, actor=claim.speaker)
    return claim


def _stopped(claim: Claim, room: Room) -> Claim:
    """Take for ruled out what was just given up: "suspended preparations for the summit"."""
    if claim.kind != "option" or claim.status not in {"planned", "considered"}:
        return claim
    text = room.texts.get(claim.document, "")
    noun = (claim.action or "").split()[:1] if claim.rule.startswith("noun") else []
    at = text.find(noun[0], claim.start, claim.end) if noun else -1
    before = text[max(0, claim.start - _JUST_BEFORE) : max(at, claim.start)]
    return replace(claim, status="ruled_out") if _GIVEN_UP.search(before) else claim


def _announced(claim: Claim, room: Room) -> Claim:
    """Give what somebody says that he will do, or has announced, to the party for which he acts."""
    if claim.kind not in {"option", "conditional"} or claim.status == "demanded":
        return claim
    speaker = claim.speaker
    if speaker in room.parties or (speaker and not OF_HIMSELF.search(claim.quote)):
        return claim
    before = room.texts.get(claim.document, "")[max(0, claim.start - _NEAR) : claim.start]
    who = announcer(claim, before, room.acting_for) if speaker is None else None
    if speaker is not None:
        who = room.acting_for.get(speaker)
    if who is None or who == claim.actor or who not in room.parties:
        return claim
    return replace(claim, actor=who, target=other_than(claim.target, who, claim.actor), inferred=())


def _upon_itself(claim: Claim, room: Room) -> Claim:
    """Give an attack upon the one that is taken for its doer to the other that its words name."""
    guessed = claim.rule.startswith("noun") or "actor" in claim.inferred
    if claim.event not in HARD or claim.actor is None or not guessed:
        return claim
    named = room.named(claim.document, claim.start, claim.end)
    upon = [
        start
        for start, _, who in named
        if who == claim.actor and _UPON.search(claim.quote[: start - claim.start])
    ]
    others = {who for start, _, who in named if who != claim.actor and upon and start < upon[0]}
    if len(others) != 1:
        return claim
    return replace(claim, actor=others.pop(), target=claim.actor, inferred=())


def _line(claim: Claim, room: Room) -> Claim:  # noqa: ARG001 - a mend like the others
    return barred(claim)


_MENDS: tuple[Callable[[Claim, Room], Claim], ...] = (
    _line,
    _upon_itself,
    _wanted,
    _asked_of,
    _forecast_only,
    _pronoun,
    _unnamed,
    _stopped,
    _announced,
)
