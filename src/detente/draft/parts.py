"""What a draft is put together from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.draft.acts import Act
from detente.draft.links import Link, Links
from detente.draft.mentions import parties
from detente.draft.sides import Sides
from detente.draft.wishes import Wish
from detente.read.claim import Claim, Reading


@dataclass(slots=True)
class Parts:
    """What a draft is put together from."""

    reading: Reading
    claims: list[Claim]
    called: Mapping[str, str] = field(init=False)
    kept: list[Act] = field(default_factory=list)
    left: list[Act] = field(default_factory=list)
    guessed: list[Act] = field(default_factory=list)
    links: Links = field(init=False)
    lines: list[tuple[Claim, Link]] = field(default_factory=list)
    deciders: list[str] = field(default_factory=list)
    sides: Sides = field(default_factory=Sides)
    opposed: set[frozenset[str]] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    wishes: dict[str, list[Wish]] = field(default_factory=dict)
    theatres: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.called = parties(self.reading)
