"""Whose act it is, where the clause itself doesn't say."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from detente.draft.lexicon import lemma
from detente.draft.mention import ACTS, Mention
from detente.read.claim import Claim, Reading

_PASSIVE = re.compile(
    r"\w+(?:ed|en|nt|ld)\s+(?:to|in|on|for|from|at|against|into|over)\b", re.IGNORECASE
)
_PASSIVE_ANY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|un|ld|nt|ut|ck)\b"
    r"|^\w+(?:ed|en|nt|ld)\b(?=.*\bby\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:(?:is|are|was|were|be)\s+)?(?:about\s+|ready\s+|willing\s+)?to\s+(?=\w)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
DOUBTED = 0.5
"""Trusted less than this, the doer of an act is a guess, however the clause reads."""
_SUBJECT = 12  # a quote that begins with a doer's name, or "the" and the name, says who does it
_GONE_IN = ({"occupy", "invade"}, {"attack", "deploy"})


_BY_PRONOUN = re.compile(r"(?:it|they|he|she|we|i)\b(?! \w+ed that\b)", re.IGNORECASE)
_ANNOUNCED = frozenset({"threatened", "planned", "ruled_out"})


def _weighed(claim: Claim) -> bool:
    """Whether a noun is the object of a verb of weighing or planning."""
    return claim.rule == "noun, governed" and claim.status in {"considered", "planned"}


def _subjectless(claim: Claim) -> bool:
    """Whether a clause begins with its verb, so that its subject stands before it."""
    verb = (claim.action or "").split(maxsplit=1)[:1]
    if not verb or _PASSIVE_ANY.search(claim.quote):
        return False
    head = _LEAD.sub("", claim.quote).split(maxsplit=1)[0]
    return lemma(head.lower()) == lemma(verb[0].lower())


def _doubted(claim: Claim) -> bool:
    """Whether the reader trusts the doer of an act less than not."""
    return claim.kind in ACTS and claim.trust is not None and claim.trust < DOUBTED


class Guesses:
    """Which mentions have a doer that the text doesn't say.

    The reader says so itself (`inferred`), or the act is a noun and neither the
    doer's name nor a word for it stands in the sentence.
    """

    def __init__(self, reading: Reading) -> None:
        self._ends = {
            document.id: [0, *(found.end() for found in _SENTENCE_END.finditer(document.text))]
            for document in reading.documents
        }
        self._named = {actor.id: actor.mentions for actor in reading.actors}
        self._parties: dict[str, list[tuple[int, int, str]]] = {}
        for actor in reading.actors:
            if actor.role == "party":
                for document, start, end in actor.mentions:
                    self._parties.setdefault(document, []).append((start, end, actor.id))
        self._words: dict[tuple[str, str | None], list[tuple[int, int]]] = {}
        for claim in reading.claims:
            if claim.kind == "statement" and claim.speaker:
                key = (claim.document, claim.speaker)
                self._words.setdefault(key, []).append((claim.start, claim.end))
        acts = [claim for claim in reading.claims if claim.kind in ACTS and claim.actor]
        self._guessed = {one.id for one in acts if "actor" in one.inferred or _doubted(one)}
        self._acts: dict[tuple[str, str | None], list[Claim]] = {}
        for claim in acts:
            self._acts.setdefault((claim.document, claim.actor), []).append(claim)

    def of(self, one: Mention) -> bool:
        """Whether the doer of a mention is a guess."""
        claim = one.claim
        named = self._named.get(one.actor, ())
        if _doubted(claim):
            return True
        guessed = "actor" in claim.inferred and one.actor == claim.actor
        if guessed or self._made_of_guesses(claim):
            return not (self._just_named(claim, one.actor) or self._announced(claim, one.actor))
        hanging = claim.kind == "conditional" and claim.speaker != one.actor
        if not named or not (hanging or claim.rule.startswith("noun")):
            return False
        ends = self._ends.get(claim.document, [0])
        left = ends[bisect_right(ends, claim.start) - 1]
        after = bisect_left(ends, max(claim.end, claim.start + 1))
        right = ends[after] if after < len(ends) else sys.maxsize
        return not any(
            document == claim.document and left <= start and end <= right
            for document, start, end in named
        )

    def _just_named(self, claim: Claim, actor: str) -> bool:
        """Whether the doer is the last one named before its act: "binds Norway to defend".

        Of a noun only where a verb of weighing stands before it: "is considering an embargo".
        """
        if not (_weighed(claim) if claim.rule.startswith("noun") else _subjectless(claim)):
            return False
        ends = self._ends.get(claim.document, [0])
        left = ends[bisect_right(ends, claim.start) - 1]
        reach = claim.start + _SUBJECT
        before = [
            (start, who)
            for start, end, who in self._parties.get(claim.document, ())
            if left <= start and end <= reach and who != claim.target
        ]
        return bool(before) and max(before)[1] == actor

    def _announced(self, claim: Claim, actor: str) -> bool:
        """Whether the doer itself says what will be done: "it warned that ships would be stopped"."""
        return bool(
            claim.status in _ANNOUNCED
            and not claim.rule.startswith("noun")
            and (_PASSIVE_ANY.search(claim.quote) or _BY_PRONOUN.match(claim.quote))
            and any(
                start <= claim.start and claim.end <= end
                for start, end in self._words.get((claim.document, actor), ())
            )
        )

    def _made_of_guesses(self, claim: Claim) -> bool:
        """Whether a forecast, say, is of an act in the same words whose doer was guessed."""
        if claim.kind in ACTS or claim.kind == "red_line" or claim.speaker == claim.actor:
            return False
        within = [
            act.id
            for act in self._acts.get((claim.document, claim.actor), ())
            if claim.start <= act.start and act.end <= claim.end and act.action == claim.action
        ] or [
            act.id
            for act in self._acts.get((claim.document, claim.actor), ())
            if claim.start <= act.start and act.end <= claim.end
        ]
        return bool(within) and self._guessed.issuperset(within)


def named_at(reading: Reading) -> frozenset[tuple[str, str, int]]:
    """Return where actors are named: actor, document, start."""
    return frozenset(
        (actor.id, document, start)
        for actor in reading.actors
        for document, start, _ in actor.mentions
    )


def rightful(
    direct: dict[str, Mention], named: frozenset[tuple[str, str, int]]
) -> dict[str, Mention]:
    """Give acts whose doer isn't said to the one party that does them.

    An ending ("wants the frigates withdrawn") belongs to whoever does what shall
    end, "an immediate withdrawal" to the one party that has gone in, and a passive without an agent ("weapons provided to the south") to
    whoever is said outright to do it.
    """
    doing: dict[str, set[tuple[str, str, bool]]] = {}
    for one in direct.values():
        if not one.sense.undo and not _agentless(one):
            doing.setdefault(one.sense.thing, set()).add((one.actor, one.sense.verb, one.now))
    found = {}
    for key, one in direct.items():
        running: set[str] = set()
        claim = one.claim
        said = any((one.actor, claim.document, claim.start + k) in named for k in range(_SUBJECT))
        if (one.sense.undo or _agentless(one)) and one.sense.known and not said:
            running = {
                actor
                for actor, verb, now in doing.get(one.sense.thing, ())
                if (now or (actor == one.actor and one.sense.undo))
                and one.sense.verb in ({"", verb} if one.sense.undo else {verb})
            }
        elif one.sense.undo and not said and "actor" in claim.inferred:
            running = _there(direct.values())
        owner = running.pop() if len(running) == 1 else one.actor
        found[key] = replace(one, actor=owner)
    return found


def _there(mentions: Iterable[Mention]) -> set[str]:
    """Return who is said to be where it shall leave: by force, else by sending troops."""
    said = [one for one in mentions if one.now and one.sure]
    for verbs in _GONE_IN:
        found = {one.actor for one in said if one.sense.verb in verbs}
        if found:
            return found
    return set()


def _agentless(one: Mention) -> bool:
    """Whether an act that is done is told in a passive that names no doer."""
    return one.now and _PASSIVE.match(one.claim.quote) is not None
