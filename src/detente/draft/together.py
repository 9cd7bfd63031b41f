"""Claims read in the light of one another."""

from collections.abc import Iterable
from dataclasses import replace

from detente.draft.lexicon import lexicon
from detente.read.claim import Claim


def read_together(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims in the light of one another.

    An act within a red line or a condition is possible, not planned; one that
    hangs on a condition is planned only if that is fulfilled; a demand without
    a speaker is made by whoever is said to speak or to demand there.
    """
    claims = list(claims)
    by_id = {claim.id: claim for claim in claims}
    supposed: set[str] = set()
    hanging: set[str] = set()
    for claim in claims:
        told = [by_id[other] for other in claim.because if other in by_id]
        if claim.kind == "red_line":
            supposed.update(
                one.id for one in told if _within(one, claim) and not _answers(one, claim)
            )
        elif claim.kind == "conditional":
            supposed.update(one.id for one in told if in_condition(claim, one))
            hanging.update(one.id for one in told if _within(one, claim))
    spoken = [claim for claim in claims if claim.kind == "statement" or claim.event == "REQUEST"]
    found = []
    for claim in claims:
        how, who = claim.status, claim.speaker
        if claim.id in supposed and how in {"planned", "threatened", "demanded", "ruled_out"}:
            how = "possible"
        elif claim.id in hanging and how == "planned":
            against = claim.event in lexicon().stance["against_events"]
            how = "threatened" if against else "possible"
        if how == "demanded" and who is None:
            who = _asking(claim, spoken)
        changed = (how, who) != (claim.status, claim.speaker)
        found.append(replace(claim, status=how, speaker=who) if changed else claim)
    return found


def _answers(act: Claim, line: Claim) -> bool:
    """Whether an act is what the drawer of a red line threatens: "we will answer with fire"."""
    return act.actor == line.actor and act.status == "threatened"


def _asking(claim: Claim, spoken: Iterable[Claim]) -> str | None:
    """Return who makes a demand: the speaker of the narrowest claim around it."""
    around = [
        (one.end - one.start, one.id, who)
        for one in spoken
        for who in [one.actor if one.event == "REQUEST" else one.speaker]
        if _within(claim, one) and who not in {None, claim.actor}
    ]
    return min(around)[2] if around else None


def _within(one: Claim, other: Claim) -> bool:
    return one.document == other.document and other.start <= one.start and one.end <= other.end


def in_condition(claim: Claim, other: Claim) -> bool:
    """Say whether another claim stands inside the condition of this one."""
    offset = claim.quote.find(claim.condition) if claim.condition else -1
    if offset < 0:
        return False
    start = claim.start + offset
    end = start + len(claim.condition or "")
    return other.document == claim.document and start <= other.start < end
