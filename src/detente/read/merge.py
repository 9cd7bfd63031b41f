"""One act that two documents report is one act with two sources.

Both claims are kept, each with its own quote; the later one names the earlier
in ``same_as``. Reports that differ on whether the act is denied contradict each
other (`detente.read.denials`): they are kept apart and not linked, and neither are
those that give another date.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.read.claim import Claim
from detente.read.text.wordlists import listed

_MERGED = frozenset({"event", "option", "red_line"})
_EMPTY = listed("merge", "empty")
_ENDINGS = re.compile(r"(?:ments?|ations?|ions?|ings?|ies|ed|es|s|e|y)$")
_ENOUGH = 0.5


def link(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Link the claims of different documents that report one act.

    Parameters
    ----------
    claims : iterable of Claim
        Numbered, in the order of their documents.

    Returns
    -------
    tuple of Claim
        The same claims in the same order. `same_as` is the id of the first
        claim of another document that reports the same act: same actor, same
        kind, targets and dates that don't differ, and at least half of the
        shorter one's words of action.

    Notes
    -----
    Compares claims of one actor and kind only, and of those the ones that share a word.
    """
    told = _Told()
    linked: list[Claim] = []
    for claim in claims:
        if claim.kind not in _MERGED or not claim.actor or not claim.action:
            linked.append(claim)
            continue
        words = stems(claim.action)
        same = next(
            (
                other
                for other in told.alike(claim.kind, claim, words)
                if other.document != claim.document and agree(claim, other)
            ),
            None,
        )
        if same is None:
            told.add(claim.kind, claim, words)
        linked.append(claim if same is None else replace(claim, same_as=same.id))
    return tuple(linked)


class _Told:
    """Claims by who acts and by the words of the act, so that few are compared."""

    def __init__(self) -> None:
        self._claims: list[tuple[Claim, int]] = []
        self._places: dict[tuple[str, str | None, str], list[int]] = {}

    def add(self, sort: str, claim: Claim, words: frozenset[str]) -> None:
        """Keep a claim under each of its words."""
        place = len(self._claims)
        self._claims.append((claim, len(words)))
        for word in words:
            self._places.setdefault((sort, claim.actor, word), []).append(place)

    def alike(self, sort: str, claim: Claim, words: frozenset[str]) -> Iterator[Claim]:
        """Yield those of the same doer, in their order, that share half of the shorter's words."""
        shared = Counter(
            place for word in words for place in self._places.get((sort, claim.actor, word), ())
        )
        for place in sorted(shared):
            other, size = self._claims[place]
            if shared[place] >= _ENOUGH * min(len(words), size):
                yield other


def stems(action: str) -> frozenset[str]:
    """Return the words of an action, cut to their stems.

    Examples
    --------
    >>> sorted(stems("supplying lethal weapons")) == sorted(stems("supply the lethal weapon"))
    True
    """
    words = re.findall(r"[a-z0-9]+", action.lower())
    return frozenset(_stem(word) for word in words if word not in _EMPTY)


def _stem(word: str) -> str:
    return _ENDINGS.sub("", _ENDINGS.sub("", word)) if len(word) > 4 else word.rstrip("s")  # noqa: PLR2004 - a short reach, plain where it stands


def agree(one: Claim, other: Claim) -> bool:
    """Say whether two claims can be about one act: nothing that both say differs."""
    if one.negated != other.negated or (one.status == "ruled_out") != (other.status == "ruled_out"):
        return False
    if one.event and other.event and one.event != other.event:
        return False
    ours, theirs = _said_target(one), _said_target(other)
    if ours and theirs and ours != theirs:
        return False
    if one.date and other.date:
        short = min(len(one.date), len(other.date))
        return one.date[:short] == other.date[:short]
    return True


def _said_target(claim: Claim) -> str | None:
    """Return the target that a report gives, not the one that was only guessed."""
    return None if "target" in claim.inferred else claim.target
