"""What an act would set free: a consequence that takes away what holds another back.

"Arming the south could remove any reason for the patron to deny the north its
missiles" speaks of the patron's act, though nobody says that it is planned. The
claim itself is kept as the evidence.
"""

import re
from dataclasses import replace

from detente.read.claim import Claim, Reading

_TAKEN_AWAY = re.compile(
    r"\b(?:eliminat|remov|undermin|weaken|los|end|erod|destroy|tak\w+ away|cost|leav\w+ (?:no|without))\w*\b",
    re.IGNORECASE,
)
_HELD_BACK = (
    # preventing X from providing Y with Z
    re.compile(r"\b(?:prevent|stop|keep|restrain|deter|dissuad|discourag)\w*\s+$", re.IGNORECASE),
    # a reason for X to deny Y the Z
    re.compile(
        r"\b(?:reason|justification|ground|incentive|argument|motive)s?\s+for\s+$", re.IGNORECASE
    ),
)
_ACT = (
    re.compile(r"\s*from\s+(\w+ing\b[^.;]*)", re.IGNORECASE),
    re.compile(
        r"\s*(?:to\s+(?:deny|withhold\s+from|refuse)|to\s+not|not\s+to)\s+([^.;]*)", re.IGNORECASE
    ),
)
_NEAR = 160
_DENIED = re.compile(r"\b(?:deny|withhold|refuse)\b", re.IGNORECASE)


def freed(claim: Claim, reading: Reading) -> Claim | None:
    """Return a consequence as a claim of the act that it sets free, if it does.

    Parameters
    ----------
    claim : Claim
        Any claim; only a consequence can be meant.
    reading : Reading
        Where the parties are named.

    Returns
    -------
    Claim or None
        The claim with the one set free as its actor, that act as its action,
        and status ``possible``.
    """
    if claim.kind != "consequence" or not _TAKEN_AWAY.search(claim.quote):
        return None
    for actor in sorted(reading.actors, key=lambda one: one.id):
        if actor.role != "party" or actor.id == claim.doer:
            continue
        for document, start, end in actor.mentions:
            if document != claim.document or start < claim.start or end > claim.end:
                continue
            before = claim.quote[: start - claim.start]
            action = _action(before, claim.quote[end - claim.start :])
            if action:
                return replace(
                    claim,
                    actor=actor.id,
                    action=action,
                    status="possible",
                    target=None,
                    doer=claim.doer or claim.actor,
                    inferred=(),
                )
    return None


def let_go(claim: Claim, reading: Reading) -> Claim:
    """Return an option of holding something back as the act that would be let go, if it would.

    "Could remove any reason for the patron to deny the north its missiles": the
    patron's option is to give them. Any other claim is returned as it is.
    """
    if claim.kind != "option" or not _DENIED.search(claim.action or ""):
        return claim
    text = next((one.text for one in reading.documents if one.id == claim.document), "")
    before = text[max(0, claim.start - _NEAR) : claim.end].rpartition(claim.action or "")[0]
    whom = claim.quote.partition(" to ")[0]
    held = re.sub(rf"{re.escape(whom)}\s+to\s*$", "", before)
    act = _ACT[1].match(f" to {claim.action}")
    if not (act and _TAKEN_AWAY.search(held) and _HELD_BACK[1].search(held)):
        return claim
    return replace(claim, action=f"give {act.group(1)}", event="AID", status="possible")


def _action(before: str, after: str) -> str:
    if not _TAKEN_AWAY.search(before):
        return ""
    for held, act in zip(_HELD_BACK, _ACT, strict=True):
        found = act.match(after) if held.search(before) else None
        if found:
            denied = _DENIED.search(found.group(0)[: found.start(1) - found.start(0)])
            return f"give {found.group(1)}" if denied else found.group(1)
    return ""
