"""The act that a red line forbids, where the line's words are a clause and not the act.

"Sovereignty in the region was a red line", "any entry of troops would be an act of
aggression", "nobody could take a drop of its water": what is forbidden is a part of such a
clause, or isn't in it at all. Where it isn't, the line forbids no act that the draft can
name, and is asked about.
"""

import re
from dataclasses import replace

from detente.read.claim import Claim

_WHAT = r"(?P<what>[^,;:.]+?)"
_A_LINE = r"(?:an?|the|its|their|his|her|our|one of \w+)\s+(?:[\w-]+\s+){0,2}?(?:red\s+)?lines?\b"
_AS_LINE = (
    # "called a declaration of independence a red line"
    re.compile(
        r"\b(?:calls?|called|calling|naming|named?|terms?|termed|declare[sd]?|consider\w*"
        rf"|regard\w*|describe[sd]?|sees?|treat\w*|makes?|made)\s+{_WHAT}"
        rf"\s+(?:as\s+|to be\s+)?{_A_LINE}",
        re.IGNORECASE,
    ),
    # "that any change in its frontier is a red line"
    re.compile(
        rf"(?:\bthat\s+|^|[,;:]\s*|\bfor [\w ]{{2,20}}?\s(?=(?:the|an?|any)\b)){_WHAT}\s+"
        rf"(?:is|are|was|were|would be|will be|remains?|constitutes?)\s+(?:for \w+\s+)?{_A_LINE}",
        re.IGNORECASE,
    ),
    # "the red line is the use of gas"
    re.compile(
        r"\bred lines?\s*(?:is|was|would be|are|includes?|:|,)\s+(?P<what>[^,;.]+)", re.IGNORECASE
    ),
)
_LINE = re.compile(r"\blines?\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:nobody|no one|no-one|no other power|no outsider|none)\s+(?:could|may|can|will|would|must|shall|should)\s+"
    r"(?:be allowed to\s+|ever\s+)?(?P<what>\w.+)$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\s+(?:would|will|could|may|might|shall|must|is|are|was|were|has|have|had|means?|meant|amounts?|amounted)\b.*$"
)
_NO_ACT = re.compile(
    r"^(?:it|they|he|she|we|this|that|nothing|those|whoever|anyone|anybody|everyone|not|no|any of them)\b"
    r"|^if\b.*\b(?:not|try|tries|tried)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"^that\s+")
_ATTEMPT = re.compile(r"^(?:any |an |another |further |such )*(?:attempts?|efforts?|bids?) to\s+")
_PLAIN = re.compile(r"[a-z]+(?:\s|$)")
_SUBJECT = re.compile(
    r"(?:the|an?|any|further|another|more|other|land|such)\s|\w+ \w+(?:tion|sion|ment)\b"
)
_FEW = 4


def barred(claim: Claim) -> Claim:
    """Return a red line with the words of the act that it forbids alone; "" where it has none.

    Parameters
    ----------
    claim : Claim
        Any claim; only a red line's words are changed.

    Examples
    --------
    >>> act("It called a declaration of independence a red line")
    'a declaration of independence'
    >>> act("nobody could take a drop of the country's water")
    "take a drop of the country's water"
    >>> act("the entry of troops would be an act of aggression"), act("it reserved the right to respond")
    ('the entry of troops', '')
    """
    if claim.kind != "red_line" or not claim.action:
        return claim
    found = act(claim.action)
    return claim if found == claim.action else replace(claim, action=found)


def act(words: str) -> str:
    """Return the part of a clause that names what is forbidden."""
    said = " ".join(words.split())
    if _LINE.search(said) and len(said.split()) > _FEW:
        for form in _AS_LINE:
            found = form.search(said)
            if found:
                return _named(found["what"])
    nobody = _NOBODY.match(said)
    if nobody:
        return nobody["what"]
    return _named(said)


def _named(said: str) -> str:
    """Return a subject without its verb ("the entry of troops would be"), a verb phrase as it is."""
    if _NO_ACT.match(said):
        return ""
    told = _ATTEMPT.sub("", _THAT.sub("", said.rpartition(" that ")[2]))
    if said.lower().startswith("if ") or (_PLAIN.match(told) and not _SUBJECT.match(told)):
        return said
    return _FINITE.sub("", told)
