"""Words that the reader took for an act, and that tell none.

Where a state lies, how a thing is understood, why something was done, what people think
in a poll, what a decision would bring, what a meeting said, a right that is claimed, of
what somebody is accused: nobody is about to do any of that.
"""

import re
from collections.abc import Callable

from detente.read.claim import Claim

_BESIDE = re.compile(r"^(?:neighbou?r|border|adjoin|adjacent)\b")
_TAKEN_AS = re.compile(
    r"^(?:take|see|read|understand|interpret) .*\b(?:as|for) (?:an? |its |their )?(?:direct )?"
    r"(?:threat|approval|consent|assent|agreement|refusal|rejection|sign|proof|admission|insult|weakness)\b"
)
_OFFICE = re.compile(
    r"^(?:take over|take up|assume|hold|take) .*\b(?:presidency|chair|chairmanship|office)\b"
)
_LASTS = re.compile(r"^take (?:\w+ ){0,2}(?:months|weeks|years|days|hours|time|decades)\b")
_CAUSE = re.compile(
    r"\b(?:because of|due to|owing to|despite|in spite of|thanks to|under|amid|close to|near|votes? on|voted on|referendum on)"
    r" (?:any |the |such |\w+ )?$",
    re.IGNORECASE,
)
_POLLED = re.compile(
    r"\b(?:quarters|thirds|halves|half|majority|minority|most|per ?cent|share) of (?:the )?(?:[\w'’-]+ )?"
    r"(?:\w+s|people|public|population) (?:back|support|want|favour|favor|oppose|approve|believe)\b"
)
_EFFECT = re.compile(
    r"^(?:an?|the|such an?|any|that|this) (?:[\w-]+ ){0,3}?(?:decision|move|step|treaty|deal|agreement|ban|law|ruling)\b"
    r".*\b(?:would|could|might|may|will) (?:also |only |not )?(?P<does>help|hurt|harm|strengthen|weaken|cost|push|bar|endanger|ease|worsen|please|anger)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"^(?:[^,]{0,20}, )?(?:an?|the|their|its|last \w+['’]s) (?:\w+ )?(?:summit|conference|meeting|congress)\b"
    r".*\b(?:called on|urged|said|adopted|decided|agreed|condemned|demanded|ended|failed|produced|brought)\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"\b(?:alone|only) (?:may|can|has the right to)\b")
_ACCUSED = re.compile(r"\baccused by [^.;]{2,60} of (?:having )?$")
_BUILDINGS = re.compile(r"^(?:the |its |their )?(?:\w+ )?(?:buildings|dwellings|settlements)\b")
_APPROVED = re.compile(
    r"\b(?:approval|permission|clearance|authori[sz]ation|consent|licen[cs]e)(?: (?:from|of|by) [^.;,]{2,40})? $"
)
_CLOSE = 80


def untold(claim: Claim, text: str) -> bool:
    """Say whether a claim's words tell no act of the one to whom it is given.

    Parameters
    ----------
    claim : Claim
        An event or an option with an action.
    text : str
        The document's text.
    """
    before = text[max(0, claim.start - _CLOSE) : claim.start]
    return any(one(claim, before) for one in _KINDS)


def _of_words(claim: Claim, before: str) -> bool:  # noqa: ARG001 - a test like the others
    """Whether a verb tells where a state lies, how a thing is understood or who presides."""
    action = claim.action or ""
    return any(one.match(action) for one in (_BESIDE, _TAKEN_AS, _OFFICE, _LASTS))


def _of_people(claim: Claim, before: str) -> bool:  # noqa: ARG001 - a test like the others
    """Whether people only think so, or the subject is a decision, or a right is claimed."""
    effect = _EFFECT.match(claim.quote)
    does = effect is not None and (claim.action or "").startswith(effect["does"])
    return does or any(one.search(claim.quote) for one in (_POLLED, _RIGHT))


def _noun(claim: Claim, before: str) -> bool:
    """Whether a noun is of a reason, a thing that stands there, or a meeting that has been."""
    if not claim.rule.startswith("noun"):
        return False
    cause = claim.kind == "option" and _CAUSE.search(before)
    return bool(cause or _BUILDINGS.match(claim.quote) or _MEETING.match(claim.quote))


def _charged(claim: Claim, before: str) -> bool:
    """Whether another is accused of it, or it waits for an approval that isn't there."""
    waits = claim.kind == "option" and claim.status in {"planned", "possible"}
    return bool(_ACCUSED.search(before) or (waits and _APPROVED.search(before)))


_KINDS: tuple[Callable[[Claim, str], bool], ...] = (_of_words, _of_people, _noun, _charged)
