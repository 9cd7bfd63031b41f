"""What the form of a clause says against its act.

A reader of verbs takes "are tied up in Lebanon" for an act, and "shut the camps" for one
that is done where the list began with "must". What the form of the clause, or the words
just before it, show to be a state, a demand, somebody else's offer or a thing that is
there already is set right here; a claim that tells no act keeps its words and loses the act.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from detente.draft.lexicon import lemma
from detente.draft.mention import ACTS
from detente.draft.untold import untold
from detente.read.claim import Claim, Reading

_STATE = re.compile(
    r"\b(?:is|are|am)\s+(?:(?!being)\w+ly\s+|now\s+|still\s+|already\s+)?"
    r"(?P<what>\w+(?:ed|en|un|ug|ung|und|elt|ied))\b",
)
_BY = re.compile(r"\bby\s+(?!the (?:end|summer|winter|spring)|\d|now|then)")
# past and plain form are the same: "must hand over the man, shut the camps"
_SAME_FORM = frozenset(
    {"shut", "cut", "put", "set", "hit", "let", "quit", "split", "spread", "cast", "shed", "bid"}
)
_MODAL = re.compile(
    r"\b(?:must|should|shall|has to|have to|had to|ought to|needs? to|to)\s+\w[^.;:]*?(?:,|\band|\bor)\s+$"
)
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s|\n")
_REFUSED = re.compile(
    r"\b(?:turn(?:ed|s|ing)? down|reject(?:ed|s|ing)?|refus(?:ed|es|ing)|declin(?:ed|es|ing)|spurn(?:ed|s|ing)"
    r"|dismiss(?:ed|es|ing)|rebuff(?:ed|s|ing)|ignor(?:ed|es|ing)|brush(?:ed|es|ing) (?:off|aside)|scorn(?:ed|s|ing)"
    r"|snubb(?:ed|ing)|shrugg(?:ed|ing) off)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?P<offer>(?:offers?|proposals?|plans?|calls?|pleas?|requests?|suggestions?|appeals?)\s+(?:of|for|from|to)\s+(?:[\w'’-]+\s+){0,4})?$",
    re.IGNORECASE,
)
_GIVEN = frozenset({"apology", "apologies", "regrets", "offer", "proposal", "plea", "request"})
_MEETINGS = frozenset({"mediation", "arbitration", "talks", "negotiations", "help", "assistance"})
_THERE = re.compile(
    r"\b(?:treaty|treaties|pact|accord|convention|charter|covenant|memorandum|entente|alliance)\b"
)
_BARGAIN = re.compile(r"\b(?:agreement|deal|contract|arrangement)\b")
_OF_THEIRS = re.compile(r"^(?:both )?(?:its|their|his|\w+(?:['’]s|s['’]))\s", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|its|their|his|this|that|\w+(?:['’]s|s['’]))\s", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:advis[eo]rs?|aides?|officials?|ministers?|generals?|diplomats?|delegates?|experts?|instructors?)\s+"
    r"(?:are|is|were|was|have|has|had|say|said|think|thought|believe|believed|fear|feared|hope|hoped)\b"
)
_BETWEEN = re.compile(
    r"(?:an? |the )?(?:\w+ )?(?:war|clash|conflict|battle|fight|quarrel) (?:between|among)\b|house arrest\b"
)
_STATE_OF = re.compile(r"\b(?:state|brink|verge|edge) of (?:an? )?(?:\w+ )?$")
_LEAVE = re.compile(
    r"\b(?:authori[sz]\w*|empower\w*|mandat\w+|allow\w*|permit\w*)\s+(?:its |all |the |other |any )*"
    r"(?:member|states|governments|countries|nations|members)\b.*\bto\b"
)
_RIGHT = re.compile(
    r"\b(?:agreement|treaty|pact|accord|charter|convention|law|constitution)\b[^.;]{0,60}"
    r"\b(?:allows?|permits?|lets?|entitles?)\b[^.;]*$"
    r"|\bhad (?:allowed|permitted|let|authori[sz]ed|entitled)\b[^.;]*$"
)
_WARNED = re.compile(
    r"\bwarn(?:ed|s|ing)?\b.*\bthat (?:an?|any|the|such an?) (?:[\w-]+ ){1,4}?(?:might|would|could|may|will|can)\b"
    r"(?! (?:\w+ )?be \w+)"
)
_END_OF = re.compile(
    r"\b(?:an? |the )?(?:(?:immediate|complete|early|quick|full|permanent) )?(?:end|halt|stop|cessation|termination)"
    r" (?:to|of) (?:all |the |any |its |their |further |these |those )*$"
)
# "there was no threat to storm it": what is ruled out, and not done
_NO_PLAN = re.compile(
    r"\bno (?:\w+ )?(?:threats?|intentions?|plans?|wish|desire|orders?|attempts?) (?:to|of) (?P<what>\w+)"
)
_CLOSE = 40
_SPREADS = re.compile(
    r"^(?:the |renewed |heavy )*(?:fighting|hostilities|violence|bloodshed|conflict|clashes|unrest)\b",
    re.IGNORECASE,
)
_WINDOW = 200


def formed(reading: Reading) -> Reading:
    """Return a reading in which no state, and no thing that is there, is taken for an act.

    Parameters
    ----------
    reading : Reading
        As the reader made it.

    Returns
    -------
    Reading
        The same claims by id and quote. A claim whose clause tells no act has no action; what
        is made of such claims alone, a forecast of one, say, has none either.
    """
    texts = {document.id: document.text for document in reading.documents}
    claims = [_each(claim, reading.claims, texts) for claim in reading.claims]
    void = {one.id for one in claims if one.kind in ACTS and not one.action}
    alive = {one.id for one in claims if one.kind in ACTS} - void
    claims = [
        _emptied(one)
        if one.kind in {"forecast", "constraint", "consequence"}
        and void.intersection(one.because)
        and not alive.intersection(one.because)
        else one
        for one in claims
    ]
    return replace(reading, claims=tuple(claims))


def _each(claim: Claim, claims: Iterable[Claim], texts: Mapping[str, str]) -> Claim:
    if claim.kind not in ACTS or not claim.action:
        return claim
    text = texts.get(claim.document, "")
    kinds = (
        _is_state,
        _is_there,
        _spreads,
        _are_people,
        _of_others,
        _warned_of,
        _authorised,
    )
    if (
        any(one(claim) for one in kinds)
        or untold(claim, text)
        or _named_state(claim, text)
        or _allowed(claim, text)
    ):
        return _emptied(claim)
    claim = _unplanned(claim)
    return _refused(_demanded(_ended(claim, text), claims, text), text)


def _ended(claim: Claim, text: str) -> Claim:
    """Take for an end what stands behind one: "demanded an end to reconnaissance flights"."""
    before = text[max(0, claim.start - _CLOSE) : claim.start]
    if claim.rule.startswith("noun") and _END_OF.search(before):
        return replace(claim, action=f"end {claim.action}")
    return claim


def _unplanned(claim: Claim) -> Claim:
    """Take for ruled out what there is no plan to do: "there was no threat to storm it"."""
    found = _NO_PLAN.search(claim.quote)
    if claim.kind not in {"event", "option"} or claim.status == "ruled_out" or found is None:
        return claim
    if lemma(found["what"].lower()) != lemma((claim.action or "").split()[0].lower()):
        return claim
    return replace(claim, kind="option", status="ruled_out")


def _emptied(claim: Claim) -> Claim:
    return replace(claim, action="")


def _is_state(claim: Claim) -> bool:
    """Whether a clause says what is the case and not what is done: "its army is poorly trained".

    A present passive without "being" and without a doer tells a state.
    """
    if claim.kind != "event" or claim.status != "ongoing" or claim.rule.startswith("noun"):
        return False
    found = _STATE.search(claim.quote)
    verb = (claim.action or "").split()[0]
    return (
        found is not None
        and found["what"][:1].lower() == verb[:1].lower()
        and _BY.search(claim.quote) is None
    )


def _is_there(claim: Claim) -> bool:
    """Whether a noun means a treaty that is there and not one to be made: "the alliance's treaty"."""
    noun = claim.rule.startswith("noun") and claim.status in {"possible", "considered", "done"}
    return (
        noun
        and claim.event in {"AGREE", "COOPERATE"}
        and (
            (_THERE.search((claim.action or "").lower()) and _DEFINITE.match(claim.quote))
            or (_BARGAIN.search((claim.action or "").lower()) and _OF_THEIRS.match(claim.quote))
        )
        is not None
    )


def _spreads(claim: Claim) -> bool:
    """Whether it is the fighting that acts and nobody in it: "the fighting spread to Shanghai"."""
    return claim.rule.startswith("noun, subject") and _SPREADS.match(claim.quote) is not None


def _are_people(claim: Claim) -> bool:
    """Whether a noun is of people who do something else: "the president's advisers are agreed"."""
    return claim.rule.startswith("noun") and _PEOPLE.search(claim.quote) is not None


def _of_others(claim: Claim) -> bool:
    """Whether a noun is of what is between others, or of a state: "a war between two allies"."""
    return claim.rule.startswith("noun") and _BETWEEN.match(claim.quote) is not None


def _warned_of(claim: Claim) -> bool:
    """Whether what is warned of follows from a thing, and isn't done by who warns of it."""
    return "actor" in claim.inferred and _WARNED.search(claim.quote) is not None


def _authorised(claim: Claim) -> bool:
    """Whether a party only lets states at large do an act: "authorised member states to use"."""
    return _LEAVE.search(claim.quote) is not None


def _allowed(claim: Claim, text: str) -> bool:
    """Whether a treaty allows an act, or it had been allowed: a right that is there, no plan."""
    if claim.status != "possible" or claim.rule.startswith("noun") or claim.speaker is not None:
        return False
    before = text[max(0, claim.start - _CLOSE * 2) : claim.start] + claim.quote
    return _RIGHT.search(before) is not None


def _named_state(claim: Claim, text: str) -> bool:
    """Whether a noun only names a state that somebody speaks of: "a state of undeclared war"."""
    before = text[max(0, claim.start - _CLOSE) : claim.start]
    return claim.rule.startswith("noun") and _STATE_OF.search(before) is not None


def _demanded(claim: Claim, claims: Iterable[Claim], text: str) -> Claim:
    """Take for demanded what stands in a list after "must": "must hand him over, shut the camps"."""
    verb = (claim.action or "").split()[0].lower()
    if claim.kind != "event" or claim.status != "done" or lemma(verb) not in _SAME_FORM:
        return claim
    at = claim.start + max(0, claim.quote.lower().find(verb))
    before = _SENTENCE.split(text[max(0, at - _WINDOW) : at])[-1]
    if not _MODAL.search(before):
        return claim
    low = at - len(before)
    led = [
        one
        for one in claims
        if one.kind == "option"
        and one.document == claim.document
        and one.actor == claim.actor
        and low <= one.start < claim.start
    ]
    if not led:
        return claim
    first = max(led, key=lambda one: one.start)
    return replace(claim, kind="option", status=first.status, speaker=first.speaker)


def _refused(claim: Claim, text: str) -> Claim:
    """Give a refused thing its sense: others' mediation is not accepted, an apology was another's."""
    if not claim.rule.startswith("noun"):
        return claim
    before = _SENTENCE.split(text[max(0, claim.start - _WINDOW) : claim.start])[-1]
    found = _REFUSED.search(before)
    if found is None:
        return claim
    words = (claim.action or "").lower().split()
    if set(words) & _MEETINGS and found["offer"]:
        return replace(claim, kind="option", status="ruled_out", action=f"accept {claim.action}")
    if set(words) & _GIVEN and not found["offer"]:
        return _emptied(claim)  # what was rejected had been made by another
    return claim
