"""What a report tells as background: what was before its story, or is over in it.

Read from the form of the clause alone: the pluperfect of a favour or a bargain ("had
built him a railway"), a participle that only says which one is meant ("an army trained
by German officers"), a time that is counted from another in the story ("a month later"),
and the years that a date lies before the report's own, or the year named last in a
paragraph from the one that the report is about.
"""

import re
from functools import cache

from detente.draft.mention import DONE
from detente.read.claim import Claim

_SOFT = frozenset({None, "AID", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE"})
_HAD = re.compile(
    r"\bhad\s+(?:(?:not|never|already|been|\w+ly)\s+){0,2}(?!begun\b|started\b|just\b)\w+",
    re.IGNORECASE,
)
_HAD_BEFORE = re.compile(r"\bhad\s+(?:(?!just\b)\w+ly\s+|been\s+)?$", re.IGNORECASE)
_BEGUN = re.compile(r"(?:begun|started|just)\b")
_WHICH = re.compile(r"(?:\w+(?:ed|en)|sent|built|sold|lent|fed|led|made|held|paid)\b.*\bby\b")
_LATER = re.compile(
    r"\b(?:an?|the|some|several|\w+)\s+(?:(?:full|short|few)\s+)?"
    r"(?:hour|day|night|week|fortnight|month|year|decade)s?\s+(?:later|afterwards?|before|earlier)\b"
    r"|\b(?:next|following|previous)\s+(?:day|night|morning|week|month|year)\b|\bthat (?:summer|winter|spring|autumn|year)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:after|since|because|where|when|whom?|which)\s+(?:[\w'’-]+\s+){0,3}$")
_HAVE = re.compile(r"\b(?:has|have|had|having|ha[sd]n['’]t|now|since|still)\b", re.IGNORECASE)
_ONGOING = re.compile(r"^\w+ing\b|\b(?:is|are|was|were)\s+\w+ing\b")
_YEAR = re.compile(
    r"\b(1[5-9]\d\d|20\d\d)\b(?!\s*(?:men|troops|soldiers|people|square|dollars|kilomet\w+|miles|tons|tonnes))"
)
_NEAR = 40
_OPENING = 300
_OLD_YEARS = 2


def old(claim: Claim, text: str, told: str) -> bool:
    """Say whether an act that is done is told as background.

    Parameters
    ----------
    claim : Claim
        A claim of an act that is done; anything else is no background.
    text : str
        The document's text.
    told : str
        The document's date; "" where it has none.

    Returns
    -------
    bool
        Whether it is over, or was before what the report is about.
    """
    if claim.status not in DONE:
        return False
    if claim.status == "done" and _dated(claim.date or "", told):
        return True
    if simple_past(claim, text) and _years_off(claim, text, told):
        return True
    here = claim.quote + re.split(r"[.;,]", text[claim.end : claim.end + _NEAR], maxsplit=1)[0]
    before = text[max(0, claim.start - _NEAR) : claim.start]
    had = _HAD.search(claim.quote) or (_HAD_BEFORE.search(before) and not _BEGUN.match(claim.quote))
    if claim.speaker is None and had and (claim.event in _SOFT or _AFTER.search(before)):
        return True
    if claim.status == "done" and _LATER.search(here):
        return True
    return claim.event in _SOFT and _WHICH.match(claim.quote) is not None


def _years_off(claim: Claim, text: str, told: str) -> bool:
    """Whether the year last named in a paragraph lies years before what the report is about."""
    about = int(told[:4]) if told[:4].isdigit() else main_year(text)
    start = text.rfind("\n", 0, claim.start) + 1
    sentence = re.split(r"(?<=[.!?])\s", text[claim.start : claim.end + _NEAR])[0]
    years = _YEAR.findall(text[start : claim.start] + sentence)
    return about is not None and bool(years) and about - int(years[-1]) > _OLD_YEARS


@cache
def main_year(text: str) -> int | None:
    """Return the year that a text is about by its first sentences; None where they have none.

    >>> main_year("The crisis of 1938 began in March. A union had been forbidden in 1919.")
    1938
    """
    years = _YEAR.findall(text[:_OPENING])
    return max(map(int, years), default=None)


def simple_past(claim: Claim, text: str) -> bool:
    """Say whether an act that is done is told in the simple past: "trained", not "has trained".

    What an analyst says is done stands in no words of the report.
    """
    if claim.rule == "analyst" or claim.rule.endswith("by hand"):
        return False
    before = text[max(0, claim.start - _NEAR) : claim.end]
    verb = _HAVE.search(before)
    return claim.status == "done" and verb is None and not _ONGOING.search(claim.quote)


def _dated(at: str, told: str) -> bool:
    """Whether a date lies years before that of the report."""
    if not (at[:4].isdigit() and told[:4].isdigit()):
        return False
    return int(told[:4]) - int(at[:4]) > _OLD_YEARS
