"""What is said of both sides: a call for a ceasefire is an option of each that fights."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from detente.draft.mention import Mention
from detente.draft.mentions import parties
from detente.read.claim import Claim, Reading

_BOTH = re.compile(
    r"\b(?:both (?:sides|parties|governments|armies|countries|capitals|states|camps|of them|to|have)|each side"
    r"|all (?:sides|parties)|the (?:two )?(?:sides|parties|belligerents|adversaries)|one another|each other)\b",
    re.IGNORECASE,
)
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"})
_MUTUAL = frozenset({"ceasefire", "negotiate"})


def for_both(
    mentions: Iterable[Mention], reading: Reading, claims: Sequence[Claim]
) -> list[Mention]:
    """Return the mentions and, of what is said of both sides, one for the other side as well.

    Parameters
    ----------
    mentions : iterable of Mention
        What is said of the parties' acts, in order.
    reading : Reading
        Who is who.
    claims : sequence of Claim
        All claims: who stands against whom.

    Notes
    -----
    The other side is the party with which the doer has most to do in force,
    pressure and threats. A ceasefire or talks asked for without saying of whom
    are asked of both; a truce that a third proposes is one of the two that fight.
    """
    own_masters = parties(reading)
    may_act = {a.id for a in reading.actors if a.id in own_masters and a.kind != "institution"}
    between = _hostility(claims, may_act)
    named = {
        actor.id: [(document, start, end) for document, start, end in actor.mentions]
        for actor in reading.actors
    }
    fighting = _fighting(claims, may_act)
    found: list[Mention] = []
    for one in mentions:
        if one.sense.verb == "ceasefire" and one.actor not in fighting and _asked_for(one):
            less = {who for who in fighting if len(named[who]) > len(named[one.actor])}
            both_sides = _of_the_fighting(one, between, less)
            found += [each for each in both_sides if each.actor in may_act]
            continue
        if one.actor not in may_act and one.sense.verb == "ceasefire":
            continue
        found.append(one)
        if one.role not in {"act", "reply"} or one.now or one.sense.undo:
            continue
        general = (
            one.sense.verb in _MUTUAL and one.status == "demanded" and not _in_words(one, named)
        )
        both = one.status in {"demanded", "planned"} and _BOTH.search(one.claim.quote)
        if not (both or general):
            continue
        other = _other_side(one.actor, between)
        if other is not None and other != one.claim.speaker:
            found.append(replace(one, actor=other, claim=_turned(one.claim, other)))
    return found


def _asked_for(one: Mention) -> bool:
    return one.role == "act" and not one.now and not one.sense.undo


def _fighting(claims: Iterable[Claim], may_act: Container[str]) -> set[str]:
    """Return who attacks or is attacked by another party."""
    pairs = (
        (claim.actor, claim.target)
        for claim in claims
        if claim.event == "ASSAULT" and claim.kind == "event" and claim.actor != claim.target
    )
    return {one or "" for pair in pairs if all(who in may_act for who in pair) for one in pair}


def _of_the_fighting(
    one: Mention, between: Counter[tuple[str, str]], fighting: Container[str]
) -> list[Mention]:
    """Return a truce that a third proposes as one that it asks of the two who fight."""
    pairs = [(-n, pair) for pair, n in between.items() if all(who in fighting for who in pair)]
    if not pairs:
        return [one]
    pair = min(pairs)[1]
    asks = replace(one.claim, status="demanded", speaker=one.claim.speaker or one.actor)
    turned = (
        replace(asks, actor=who, target=other) for who, other in (pair, tuple(reversed(pair)))
    )
    return [replace(one, actor=claim.actor or "", claim=claim, sure=True) for claim in turned]


def _turned(claim: Claim, other: str) -> Claim:
    target = claim.actor if claim.target == other else claim.target
    return replace(claim, actor=other, target=target)


def _in_words(one: Mention, named: dict[str, list[tuple[str, int, int]]]) -> bool:
    """Whether a claim's own words name whose act it is."""
    claim = one.claim
    return any(
        document == claim.document and claim.start <= start and end <= claim.end
        for document, start, end in named.get(one.actor, ())
    )


def _hostility(claims: Iterable[Claim], may_act: Container[str]) -> Counter[tuple[str, str]]:
    """Count what each pair has done or threatened to one another."""
    between: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        pair = (claim.actor, claim.target)
        if claim.event in _HOSTILE and claim.actor in may_act and claim.target in may_act:
            one, other = sorted(who or "" for who in pair)
            if one != other:
                between[one, other] += 1
    return between


def _other_side(actor: str, between: Counter[tuple[str, str]]) -> str | None:
    mine = [(-count, pair) for pair, count in between.items() if actor in pair]
    if not mine:
        return None
    one, other = min(mine)[1]
    return other if one == actor else one
