"""The act that a claim's words speak of; nothing where they only talk."""

import re
from dataclasses import replace

from detente.draft.lexicon import key_of, lemma, lexicon, tokens
from detente.draft.mention import HARD
from detente.draft.turns import to_law
from detente.draft.words import NOTHING, Sense, gist, sense
from detente.read.claim import Claim

_LINE = re.compile(r"\bred lines?\b", re.IGNORECASE)
_NOUN_FIRST = re.compile(r"(?:the|an?|any|further|another|more|its|their|such|no|one|if)\b")
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_TO_POWER = re.compile(r"(?:seize|take|win|hold|come to|rise to|lose) (?:the )?(?:power|office)\b")
# what is promised is a claim of its own
_PROMISED = re.compile(r"(?:promise|pledge|vow|threaten|offer)\b", re.IGNORECASE)
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT", "PROTEST"})
_MADE_KNOWN = re.compile(r"(?:let it be known|make (?:it )?(?:clear|known|plain))\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?P<verb>[a-z]+) (?:the|an?|any|its|their|such|further|another|all|this|that|these|those)\s"
)
_ENTERS = re.compile(r"(?:set foot|enter|cross|go|come|land|move)\b")
_SENT = frozenset({"troops", "ships", "aircraft", "missiles", "weapons", "tanks", "drones"})


def _threat(claim: Claim) -> Sense:
    """Return the act of a threat whose verb is mostly no act: "bring down the government"."""
    words = tokens(claim.action or "")
    stop = next(
        (k for k, one in enumerate(words) if k and one in lexicon().kinds["behind"]), len(words)
    )
    hard = claim.event in HARD and claim.status in {"threatened", "planned"}
    if not hard or claim.kind not in {"option", "conditional"} or stop < 2:  # noqa: PLR2004 - a verb and its object
        return NOTHING
    return Sense(key_of(lemma(words[0])), key_of(lemma(words[stop - 1])), words=tuple(words[:stop]))


def _idle(action: str) -> bool:
    """Whether what is done is done to nothing: "settle anything", "lend their names"."""
    words = tokens(action)
    stop = next(
        (k for k, one in enumerate(words) if k and one in lexicon().kinds["behind"]), len(words)
    )
    empty = lexicon().kinds["empty"]
    if to_law(action):
        return False
    if _TO_POWER.match(action):
        return True
    if "each other" in action and key_of(lemma(words[0])) not in lexicon().verbs:
        return True
    return len(words) > 1 and (words[-1] in empty or (stop > 1 and words[stop - 1] in empty))


def _towards(claim: Claim, spoken: Sense) -> Sense:
    """Return what is done about an act of force as what it is: "repudiate the raid" is no raid."""
    found = _ABOUT.match(claim.action or "")
    if claim.rule.startswith("noun") or found is None or spoken.undo or not spoken.verb:
        return spoken
    table, head = lexicon(), lemma(found["verb"].lower())
    known = head in table.forms and head in table.forms.values()
    if known or spoken.verb == key_of(head) or table.deeds.get(found["verb"]):
        return spoken
    if spoken.verb not in table.grades["force"]:
        return spoken
    return replace(
        spoken, verb=key_of(head), thing=spoken.verb, marks=frozenset(), words=(head, *spoken.words)
    )


def act_of(claim: Claim, called: frozenset[str]) -> Sense:
    """Return the act that a claim's words speak of; nothing where they only talk."""
    words = claim.action or ""
    if _LINE.search(words) or _MADE_KNOWN.match(words) or words == "force":
        return NOTHING  # "cross a red line" says that an act is forbidden, not which
    if claim.kind == "event" and (claim.event in _SAID or _PROMISED.match(claim.action or "")):
        return NOTHING
    spoken = _towards(claim, sense(claim.action or "", called)) or _threat(claim)
    if not spoken or _idle(claim.action or "") or (claim.event in _SPEECH and not spoken.known):
        return NOTHING
    kinds = lexicon().kinds
    bare = spoken.thing and not spoken.verb and not spoken.undo
    if spoken.thing in kinds["none"] or (bare and spoken.thing not in kinds["acts"]):
        return NOTHING
    if not spoken.known and not spoken.generic and not spoken.undo and claim.event is None:
        return NOTHING
    return spoken


def forbidden(action: str, spoken: Sense, called: frozenset[str]) -> Sense:
    """Return the act that a red line's words name; nothing where they name a thing alone."""
    spoken = spoken or gist(action, called)
    if not spoken.verb and spoken.thing in _SENT:
        return replace(spoken, verb="deploy")  # "their troops in the zone"
    by_verb = action[:1].islower() and not _NOUN_FIRST.match(action)
    deed = any(word in lexicon().deeds for word in tokens(action)[:4])
    known = spoken.verb in lexicon().verbs.values() or spoken.undo or spoken.generic
    if known or deed or (by_verb and (spoken.verb or _ENTERS.match(action))):
        return spoken
    return NOTHING
