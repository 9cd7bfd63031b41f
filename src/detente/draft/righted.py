"""Claims set right where their own words, or those beside them, say otherwise.

A reader sees a clause at a time. What can't be so in the light of the whole is
mended here before anything is drafted: nobody draws a red line against its own
act, nor makes its own act the condition of its threat; what somebody wants of
another is a demand; what is only forecast isn't done.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from detente.draft.announced import OF_HIMSELF, acting_for, announcer
from detente.draft.barred import barred
from detente.draft.forms import formed
from detente.draft.lexicon import lexicon
from detente.draft.mention import DONE, HARD
from detente.draft.together import in_condition
from detente.draft.unfolded import unfolded
from detente.draft.words import sense
from detente.read.claim import Claim, Reading

_WANTS = re.compile(
    r"\b(?:wants?|wanted|wishes|would like|would rather have|is pressing|are pressing|presses for|pressed for|seeks to have|sought to have)\b"
)
_DONE_TO = re.compile(
    r"^\s+(?:the|its|their|his|her|all|these|those)\b.*\b\w+(?:ed|en|wn|ne|ut)\s*$"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?P<what>\w+(?:ed|en|wn|un|ld|nt|ut|ck))\b"
)
_BY = re.compile(r"\bby\b")
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
    room = _Room(reading)
    claims = [_each(claim, room) for claim in reading.claims]
    changed = {one.id: one for one in claims}
    changed |= _conditions(claims, room, changed)
    changed |= _lines(list(changed.values()), room, changed)
    return replace(reading, claims=tuple(changed[claim.id] for claim in reading.claims))


class _Room:
    """Where the parties are named, and what is said of them."""

    def __init__(self, reading: Reading) -> None:
        self.parties = {a.id for a in reading.actors if a.role == "party" and a.kind != "person"}
        self.sources = {a.id for a in reading.actors if a.role == "source"}
        self.claims = reading.claims
        self.texts = {document.id: document.text for document in reading.documents}
        self.acting_for = acting_for(reading, self.parties)
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        for actor in reading.actors:
            for document, start, end in actor.mentions:
                if actor.id in self.parties:
                    self._spans.setdefault(document, []).append((start, end, actor.id))
        for spans in self._spans.values():
            spans.sort()

    def named(self, document: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return the parties named between two places of a text, in their order."""
        return [one for one in self._spans.get(document, ()) if start <= one[0] and one[1] <= end]


def _each(claim: Claim, room: _Room) -> Claim:
    for mend in _MENDS:
        claim = mend(claim, room)
    return claim


def _wanted(claim: Claim, room: _Room) -> Claim:
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


def _asked_of(claim: Claim, room: _Room) -> Claim:
    """Find whose act is demanded where the demand says from whom: "an apology from Finland"."""
    if claim.kind != "option" or claim.actor is not None or claim.status != "demanded":
        return claim
    for start, _, who in room.named(claim.document, claim.start, claim.end):
        if who != claim.speaker and _FROM.search(claim.quote[: start - claim.start]):
            return replace(claim, actor=who, target=_other(claim.target, who, claim.speaker))
    return claim


def _other(target: str | None, doer: str | None, instead: str | None = None) -> str | None:
    """Return the target of an act that is given to another doer: nobody acts upon itself."""
    return instead if target == doer else target


def _forecast_only(claim: Claim, room: _Room) -> Claim:
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


def _pronoun(claim: Claim, room: _Room) -> Claim:
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


def _unnamed(claim: Claim, room: _Room) -> Claim:
    """Give a plan or threat without a doer to the party that speaks of it as its own."""
    own = claim.kind in {"option", "conditional"} and claim.status in {"planned", "threatened"}
    if own and claim.actor is None and claim.speaker in room.parties - {claim.target}:
        return replace(claim, actor=claim.speaker)
    return claim


def _stopped(claim: Claim, room: _Room) -> Claim:
    """Take for ruled out what was just given up: "suspended preparations for the summit"."""
    if claim.kind != "option" or claim.status not in {"planned", "considered"}:
        return claim
    text = room.texts.get(claim.document, "")
    noun = (claim.action or "").split()[:1] if claim.rule.startswith("noun") else []
    at = text.find(noun[0], claim.start, claim.end) if noun else -1
    before = text[max(0, claim.start - _JUST_BEFORE) : max(at, claim.start)]
    return replace(claim, status="ruled_out") if _GIVEN_UP.search(before) else claim


def _announced(claim: Claim, room: _Room) -> Claim:
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
    return replace(claim, actor=who, target=_other(claim.target, who, claim.actor), inferred=())


def _upon_itself(claim: Claim, room: _Room) -> Claim:
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


def _line(claim: Claim, room: _Room) -> Claim:  # noqa: ARG001 - a mend like the others
    return barred(claim)


_MENDS: tuple[Callable[[Claim, _Room], Claim], ...] = (
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


def _conditions(
    claims: Iterable[Claim], room: _Room, changed: dict[str, Claim]
) -> dict[str, Claim]:
    """Give what a threat hangs on to another than who threatens: "if sanctions were imposed"."""
    mended = {}
    for claim in claims:
        if claim.kind != "conditional" or claim.actor is None:
            continue
        for other in (changed[one] for one in claim.because if one in changed):
            if other.actor != claim.actor or not in_condition(claim, other):
                continue
            if not (_without_agent(other) or "actor" in other.inferred):
                continue
            who = _who_else(other, claim.actor, claims)
            if who is None and other.target in room.parties - {claim.actor}:
                who = other.target
            mended[other.id] = replace(other, actor=who, target=claim.actor)
    return mended


def _without_agent(claim: Claim) -> bool:
    """Whether a claim's act is told in a passive that names no doer: "sanctions were imposed"."""
    verb = (claim.action or "").partition(" ")[0].lower()[:3]
    return _BY.search(claim.quote) is None and any(
        found["what"].lower().startswith(verb) for found in _PASSIVE.finditer(claim.quote)
    )


def _lines(claims: list[Claim], room: _Room, changed: dict[str, Claim]) -> dict[str, Claim]:
    """Give an act that somebody calls its red line to another than itself."""
    mended = {}
    for line in claims:
        if line.kind != "red_line" or line.actor is None:
            continue
        told = line.doer if line.doer != line.actor else None
        if told is not None and not line.rule.startswith("any"):
            continue
        mine = [
            act
            for act in claims
            if act.kind in {"event", "option"}
            and act.actor == line.actor
            and act.document == line.document
            and line.start <= act.start
            and act.end <= line.end
            and (act.id in line.because or _same(act, line))
        ]
        for act in mine:
            if act.status in {"threatened", "planned"} and not act.rule.startswith("noun"):
                continue  # its own reply, named beside the line
            who = told or _who_else(act, line.actor, claims)
            who = who or _harmful(line, room) or _pressing(line, room)
            mended[act.id] = replace(act, actor=who, target=_other(act.target, who, line.actor))
            mended[line.id] = replace(line, doer=who)
            mended |= {
                one.id: replace(one, actor=who, target=_other(one.target, who, line.actor))
                for one in claims
                if one.kind == "consequence" and one.actor == line.actor and _same(one, line)
            }
    return {key: one for key, one in mended.items() if one != changed[key]}


def _same(act: Claim, line: Claim) -> bool:
    return bool(act.action) and act.action == line.action


def _who_else(claim: Claim, owner: str, claims: Iterable[Claim]) -> str | None:
    """Return the one other party that is said to do, plan or be asked for the same."""
    meant = sense(claim.action or "")
    found = {
        other.actor
        for other in claims
        if other.kind in {"event", "option"} and other.actor not in {None, owner}
        for spoken in [sense(other.action or "")]
        if (meant.thing and spoken.thing == meant.thing and spoken.verb == meant.verb)
        or (meant.verb and not meant.thing and spoken.verb == meant.verb)
        or (meant.generic == "military" and spoken.generic == "military")
        or (meant.verb in lexicon().whole and spoken.verb == meant.verb)
    }
    return next(iter(found)) if len(found) == 1 else None


def _harmful(line: Claim, room: _Room) -> str | None:
    """Return who uses force upon the one that a red line protects: "while Serbia is crushed"."""
    protected = {one[2] for one in room.named(line.document, line.start, line.end)} - {line.actor}
    found = {
        other.actor
        for other in room.claims
        if other.kind == "event"
        and other.event in HARD
        and other.target in protected
        and other.actor in room.parties - protected - {line.actor}
    }
    return next(iter(found)) if len(found) == 1 else None


def _pressing(line: Claim, room: _Room) -> str | None:
    """Return at whom a red line is drawn where that party presses or threatens who draws it."""
    presses = any(
        other.actor == line.target
        and other.target == line.actor
        and other.event in HARD | {"THREATEN"}
        for other in room.claims
    )
    return line.target if presses and line.target in room.parties - {line.actor} else None
