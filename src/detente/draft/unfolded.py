"""Acts whose words stand further on in their clause: "let refugees leave", "decided to sell".

The reader calls an act by its verb and the verb's object. Where the verb only carries
another (let, decide, attempt), says that something is ruled out, or is lost without the
word behind it ("go back"), the clause has the rest, and the act is called by that.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from detente.draft.lexicon import lemma
from detente.draft.mention import ACTS
from detente.draft.phrases import infinitive
from detente.read.claim import Claim, Reading

_LETS = frozenset({"let", "allow", "permit", "enable"})
_CARRIES = frozenset(
    {"decide", "attempt", "try", "promise", "propose", "offer", "agree", "continue", "begin"}
    | {"resume", "undertake", "vow", "pledge", "intend", "plan", "start", "choose", "prepare"}
)
_PLANNED = {"kind": "option", "status": "planned"}
_AS: Mapping[str, dict[str, Any]] = {
    **dict.fromkeys(
        ("decide", "promise", "agree", "undertake", "vow", "pledge", "intend"), _PLANNED
    ),
    **dict.fromkeys(("plan", "choose", "prepare"), _PLANNED),
    "offer": {"kind": "option", "status": "possible"},
    "propose": {"kind": "option", "status": "considered"},
}
_MOVES = frozenset({"go", "come", "turn", "pull", "move", "return", "step", "walk", "draw", "stay"})
_REST = r"(?P<rest>[^,;:.\"”()]+)"
_STOPS = re.compile(
    r"\s+(?:unless|until|if|when|while|because|since|although|though|as long|as soon|before|after"
    r"|who|which|that|whether|and|but|so|is|are|was|were|said|says|told)\b.*$"
)
_WHEN = r"(?:(?:in|on|at|by) (?:(?:the|early|late|mid) )*(?:\d+ )?[A-Za-z]+(?: (?:of )?\d{1,4})? )?"
_TO_DO = re.compile(rf"^(?:{_WHEN}to|on|in)\s+(?P<deed>(?!be\b)(?!{_WHEN}\d)\w+.*)$")
_RULED_OUT = re.compile(r"^rule out (?P<what>.+)$")
_WAY = re.compile(
    r"(?:back|in|into|out|home|ahead|down|away|from|off|aside|up|ashore|against|to|through|across|over)\b"
)
_ANSWERS = re.compile(
    r"^(?:respond|react|reply|answer|retaliate|hit back|strike back) by (?P<deed>\w+ing) (?P<what>.+)$"
)
# "an attack would be treated as an act of war" threatens an answer
_TREATS = re.compile(r"^(?:treat|regard|consider|view)\s")
# "any attempt would be met with force" does as well
_MEETS = re.compile(
    r"^(?:meet|answer|counter|greet) .*\bwith (?:\w+ ){0,2}(?:force|fire|fight|reprisals?|retaliation)\b"
)
# "would go ahead with a plan to send leaflets" plans to send them
_PLAN = re.compile(
    r"\b(?:go|goes|going|went|press|push|proceed|carry)\w* (?:ahead |on |forward )?with (?:an?|the|its|their) "
    r"(?:\w+ )?(?:plan|threat|decision|proposal)s? to (?P<deed>[a-z]+ [^,;:.\"”()]+)"
)
_HELPS = re.compile(r"^to (?P<deed>(?!be\b)[a-z]+ .*)$")
# what was not got along with it denies nothing: "obtained a fortress but no land"
_BUT = re.compile(r"(?<=\w) but n(?:o|ot|one|othing|ever)\b")
_MOST_WORDS = 12


def unfolded(reading: Reading) -> Reading:
    """Return the reading with the acts of such clauses called by all their words.

    Parameters
    ----------
    reading : Reading
        As the reader made it.

    Returns
    -------
    Reading
        The same claims by id and quote.
    """
    return replace(reading, claims=tuple(map(_each, reading.claims)))


def _each(claim: Claim) -> Claim:
    if claim.kind not in ACTS or not claim.action or claim.rule.startswith("noun"):
        return claim
    said = _BUT.split(claim.action)[0]
    claim = claim if said == claim.action else replace(claim, action=said)
    excluded = _RULED_OUT.match(said)
    if excluded and claim.status == "ruled_out":
        return replace(claim, action=excluded["what"], rule=f"noun, {claim.rule}")
    action = _gone_ahead(claim) or _answer(said, claim.status)
    if action != said:
        return replace(claim, action=action)
    first, _, more = said.partition(" ")
    verb = lemma(first.lower())
    if verb in _LETS:
        rest = _behind(claim.quote, verb)
        longer = len(rest.split()) > len(more.split()) + 1 and not rest.startswith("to ")
        return replace(claim, action=f"{verb} {rest}") if longer else claim
    return claim if more else _carried(claim, verb)


def _carried(claim: Claim, verb: str) -> Claim:
    """Return a claim of a bare verb called by what it carries; what was promised isn't done yet."""
    action = _further(claim, verb)
    promised = claim.kind == "event" and claim.status == "done" and action != claim.action
    return replace(claim, action=action, **(_AS.get(verb, {}) if promised else {}))


def _further(claim: Claim, verb: str) -> str:
    """Return a bare verb with the words that stand behind it: "decided to sell", "went back"."""
    rest = _behind(claim.quote, verb)
    deed = _TO_DO.match(rest)
    if verb == "help" and (helps := _HELPS.match(rest)):
        return f"help {helps['deed']}"
    if verb in _CARRIES and deed:
        return deed["deed"]
    return f"{verb} {rest}" if verb in _MOVES and _WAY.match(rest) else claim.action or ""


def _gone_ahead(claim: Claim) -> str:
    """Return what is gone ahead with, where it is a plan: "go ahead with a plan to send leaflets"."""
    planned = _PLAN.search(claim.quote)
    goes = planned and (claim.action or "").startswith(("go", "press", "push", "proceed", "carry"))
    return _STOPS.sub("", planned["deed"]) if planned and goes else ""


def _answer(action: str, status: str | None) -> str:
    """Return what an answer consists in: "respond by ending the freight", "treat it as war"."""
    answered = _ANSWERS.match(action)
    if answered:
        return f"{infinitive(answered['deed'])} {answered['what']}"
    threat = status == "threatened" and _TREATS.match(action)
    return "retaliate" if threat or _MEETS.match(action) else action


def _behind(quote: str, verb: str) -> str:
    """Return the words that stand behind a verb in its clause, "" where it isn't found.

    >>> _behind("it would let Algerian fighters cross the border unless Paris pays", "let")
    'Algerian fighters cross the border'
    """
    for found in re.finditer(r"[A-Za-z]+", quote):
        if lemma(found.group().lower()) == verb:
            rest = re.match(rf"\s+{_REST}", quote[found.end() :])
            words = _STOPS.sub("", f" {rest['rest']}").split() if rest else []
            return " ".join(words[:_MOST_WORDS])
    return ""
