"""Acts whose words stand further on in their clause: "let refugees leave", "decided to sell".

The reader calls an act by its verb and the verb's object. Where the verb only carries
another (let, decide, attempt), says that something is ruled out, or is lost without the
word behind it ("go back"), the clause has the rest, and the act is called by that.
"""

import re
from dataclasses import replace

from detente.draft.lexicon import lemma
from detente.draft.mention import ACTS
from detente.draft.phrases import infinitive
from detente.read.claim import Claim, Reading

_LETS = frozenset({"let", "allow", "permit", "enable"})
_CARRIES = frozenset(
    {"decide", "attempt", "try", "promise", "propose", "offer", "agree", "continue", "begin"}
    | {"resume", "undertake", "vow", "pledge", "intend", "plan", "start", "choose", "prepare"}
)
_MOVES = frozenset({"go", "come", "turn", "pull", "move", "return", "step", "walk", "draw", "stay"})
_REST = r"(?P<rest>[^,;:.\"”()]+)"
_STOPS = re.compile(
    r"\s+(?:unless|until|if|when|while|because|since|although|though|as long|as soon|before|after"
    r"|who|which|that|whether|and|but|so|is|are|was|were|said|says|told)\b.*$"
)
_TO_DO = re.compile(r"^(?:to|on|in)\s+(?P<deed>(?!be\b)\w+.*)$")
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
_MOST_WORDS = 8


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
    excluded = _RULED_OUT.match(claim.action)
    if excluded and claim.status == "ruled_out":
        return replace(claim, action=excluded["what"], rule=f"noun, {claim.rule}")
    action = _answer(claim.action, claim.status)
    if action != claim.action:
        return replace(claim, action=action)
    first, _, more = claim.action.partition(" ")
    verb = lemma(first.lower())
    if verb in _LETS:
        rest = _behind(claim.quote, verb)
        longer = len(rest.split()) > len(more.split()) + 1 and not rest.startswith("to ")
        return replace(claim, action=f"{verb} {rest}") if longer else claim
    return claim if more else replace(claim, action=_further(claim, verb))


def _further(claim: Claim, verb: str) -> str:
    """Return a bare verb with the words that stand behind it: "decided to sell", "went back"."""
    rest = _behind(claim.quote, verb)
    deed = _TO_DO.match(rest)
    if verb in _CARRIES and deed:
        return deed["deed"]
    return f"{verb} {rest}" if verb in _MOVES and _WAY.match(rest) else claim.action or ""


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
