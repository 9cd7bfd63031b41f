"""A red line at a place, and the words that take in every case."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

STRICT_ANY = frozenset(
    ("any", "every", "whoever", "anyone", "anybody", "whatever", "anything", "each")
)
_SET_PHRASES = frozenset(
    (
        "moment", "time", "cost", "rate", "case", "event", "more", "longer", "day", "minute", "hour",
        "means", "mean", "way", "effort", "measure", "step", "reason", "possibility", "sense", "chance",
        "price", "length", "circumstance", "date", "doubt", "reckoning",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A red line at a place: its clause, who draws it, and what words forbid what."""

    start: int
    end: int
    by: "Token | None"
    rule: str
    act_start: int
    act_end: int
    doer: "Token | None" = None
    actor: str | None = None


def sweeping(word: "Token") -> bool:
    """Say whether a word takes in every case: "any", "whoever", but not "at any moment"."""
    return word.lower_ in STRICT_ANY and word.head.lower_ not in _SET_PHRASES
