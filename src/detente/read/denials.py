"""Reports that contradict each other: one says what the other denies.

Both claims are kept, each with its quote; a reading names the pairs. An act that is done is
denied by whoever is said to have done it, an act not yet done by its being ruled out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.read.claim import Claim
from detente.read.merge import stems

_NO = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)(?: that)?|never|"
    r"(?:did|does|do|has|have|had|was|were|is|are)(?:n[’']t| not))\s+(.+)",
    re.IGNORECASE | re.DOTALL,
)
_ENOUGH, _FEWEST = 0.6, 2  # of the words of an act, and words
_ACTS = frozenset({"event", "option"})


@dataclass(frozen=True, slots=True)
class _Word:
    """One claim's word on an act: whether it is so."""

    place: int
    claim: Claim
    who: str
    sort: str
    words: frozenset[str]
    denied: bool
    free: bool  # words of a denial, among others


def contradictions(claims: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of claims of different documents of which one denies what the other says.

    Parameters
    ----------
    claims : iterable of Claim
        Numbered, in the order of their documents.

    Returns
    -------
    tuple of (str, str)
        Ids, the later claim's first. A report contradicts an act of another once, in however
        many claims.
    """
    known: dict[tuple[str, str, bool, str], list[_Word]] = {}
    found: dict[tuple[str, str], str] = {}
    for place, claim in enumerate(claims):
        for word in _words(claim, place):
            against = {
                other.place: other.claim.id
                for each in sorted(word.words)
                for other in known.get((word.who, word.sort, not word.denied, each), ())
                if _differ(word, other)
            }
            if against:  # one report contradicts another's act once, in however many claims
                found.setdefault((claim.document, against[min(against)]), claim.id)
            for each in word.words:
                known.setdefault((word.who, word.sort, word.denied, each), []).append(word)
    return tuple((later, earlier) for (_, earlier), later in found.items())


def _words(claim: Claim, place: int) -> Iterator[_Word]:
    """Yield what a claim says of somebody's act."""
    if claim.kind in _ACTS and claim.actor and claim.action and claim.same_as is None:
        denied = claim.negated or claim.status == "ruled_out"
        words = stems(claim.action)
        if len(words) >= _FEWEST and not _NO.search(claim.action + " x"):
            yield _Word(place, claim, claim.actor, claim.kind, words, denied, free=False)
    who = claim.speaker if claim.kind == "statement" else claim.actor
    no = _NO.search(claim.quote) if who and claim.kind in {"statement", "event"} else None
    if who and no:
        yield _Word(place, claim, who, "event", stems(no[1]), denied=True, free=True)


def _differ(one: _Word, other: _Word) -> bool:
    """Say whether two words are on one act."""
    ours, theirs = one.claim, other.claim
    if ours.document == theirs.document or (one.free and other.free):
        return False
    shared = len(one.words & other.words)
    sizes = [len(word.words) for word in (one, other) if not word.free]
    if shared < max(_FEWEST, _ENOUGH * min(sizes)):
        return False
    if ours.date and theirs.date and not (one.free or other.free):
        short = min(len(ours.date), len(theirs.date))
        return ours.date[:short] == theirs.date[:short]
    return True
