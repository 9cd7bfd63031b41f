"""What a rule for forecasts finds: the clause, the verb of what is expected, the rule."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """A forecast's clause, the verb of what is expected, and how it was found."""

    start: int
    end: int
    verb: "Token"
    rule: str
