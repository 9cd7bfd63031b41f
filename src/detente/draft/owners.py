"""Whose act it is, where the clause itself doesn't say."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from detente.draft.mention import Mention
from detente.read.claim import Reading

_PASSIVE = re.compile(
    r"\w+(?:ed|en|nt|ld)\s+(?:to|in|on|for|from|at|against|into|over)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
_SUBJECT = 12  # a quote that begins with a doer's name, or "the" and the name, says who does it
_GONE_IN = ({"occupy", "invade"}, {"attack", "deploy"})


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

    def of(self, one: Mention) -> bool:
        """Whether the doer of a mention is a guess."""
        claim = one.claim
        named = self._named.get(one.actor, ())
        if "actor" in claim.inferred:
            return True
        if not named or not claim.rule.startswith("noun"):
            return False
        ends = self._ends.get(claim.document, [0])
        left = ends[bisect_right(ends, claim.start) - 1]
        after = bisect_left(ends, max(claim.end, claim.start + 1))
        right = ends[after] if after < len(ends) else sys.maxsize
        return not any(
            document == claim.document and left <= start and end <= right
            for document, start, end in named
        )


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
