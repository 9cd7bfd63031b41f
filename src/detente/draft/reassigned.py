"""Acts that stand within a condition or a red line, given to another than who threatens or draws it.

Nobody makes its own act the condition of its threat, nor draws a line against itself.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from detente.draft.lexicon import lexicon
from detente.draft.mention import HARD
from detente.draft.room import Room, other_than
from detente.draft.together import in_condition
from detente.draft.words import sense
from detente.read.claim import Claim

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?P<what>\w+(?:ed|en|wn|un|ld|nt|ut|ck))\b"
)
_BY = re.compile(r"\bby\b")


def conditions(claims: Iterable[Claim], room: Room, changed: dict[str, Claim]) -> dict[str, Claim]:
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


def lines(claims: list[Claim], room: Room, changed: dict[str, Claim]) -> dict[str, Claim]:
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
            mended[act.id] = replace(act, actor=who, target=other_than(act.target, who, line.actor))
            mended[line.id] = replace(line, doer=who)
            mended |= {
                one.id: replace(one, actor=who, target=other_than(one.target, who, line.actor))
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


def _harmful(line: Claim, room: Room) -> str | None:
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


def _pressing(line: Claim, room: Room) -> str | None:
    """Return at whom a red line is drawn where that party presses or threatens who draws it."""
    presses = any(
        other.actor == line.target
        and other.target == line.actor
        and other.event in HARD | {"THREATEN"}
        for other in room.claims
    )
    return line.target if presses and line.target in room.parties - {line.actor} else None
