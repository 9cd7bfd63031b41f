"""One act that two documents report is one act with two sources.

Both claims are kept, each with its own quote; the later one names the earlier
in ``same_as``. Reports that differ on whether the act is denied, or on its
date, contradict each other: they are kept apart and not linked.
"""

import re
from collections.abc import Iterable
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
    Compares claims of one actor and kind only.
    """
    first: dict[tuple[str, str], list[tuple[Claim, frozenset[str]]]] = {}
    linked: list[Claim] = []
    for claim in claims:
        if claim.kind not in _MERGED or not claim.actor or not claim.action:
            linked.append(claim)
            continue
        words = stems(claim.action)
        known = first.setdefault((claim.kind, claim.actor), [])
        same = next(
            (
                other
                for other, their_words in known
                if other.document != claim.document
                and agree(claim, other)
                and _alike(words, their_words)
            ),
            None,
        )
        if same is None:
            known.append((claim, words))
        linked.append(claim if same is None else replace(claim, same_as=same.id))
    return tuple(linked)


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
    if one.target and other.target and one.target != other.target:
        return False
    if one.date and other.date:
        short = min(len(one.date), len(other.date))
        return one.date[:short] == other.date[:short]
    return True


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= _ENOUGH * min(len(one), len(other))
