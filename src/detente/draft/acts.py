"""An act of one actor: everything that is said of it, and what follows for it."""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.draft.lexicon import lexicon
from detente.draft.mention import DONE, HARD, Mention

_ROLE_WEIGHT = {"act": 2, "forbidden": 4, "reply": 3, "effect": 3, "forecast": 3, "hindered": 2}

_OPEN_WEIGHT = 1

_MILITARY = frozenset({"MOBILIZE", "ASSAULT", "COERCE"})

_OF_ARMS = frozenset({"use", "test"})

_MILITARY_VERBS = frozenset(
    {
        "deploy",
        "attack",
        "strike",
        "invade",
        "use",
        "occupy",
        "blockade",
        "war",
        "exercise",
        "patrol",
    }
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What follows from an act's mentions, while there are so many of them."""

    size: tuple[int, int]
    now: bool
    first: int
    event: str | None
    target: str | None
    score: int


@dataclass(slots=True)
class Act:
    """What one actor does or may do: everything that is said of it.

    Attributes
    ----------
    actor : str
        Whose act it is.
    verb, thing : str
        Its classes.
    marks : frozenset of str
        How far it goes.
    said : list of Mention
        The mentions, in the order of the text.
    ended : list of Mention
        Mentions of its end.
    undo : bool
        It is itself the end of something that nobody said began.
    option : str
        Its option id, given when it is drafted.
    """

    actor: str
    verb: str
    thing: str
    marks: frozenset[str] = frozenset()
    said: list[Mention] = field(default_factory=list)
    ended: list[Mention] = field(default_factory=list)
    undo: bool = False
    generic: str = ""
    option: str = ""
    _counted: "_Facts | None" = field(default=None, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The option as statements name it."""
        return f"{self.actor}.{self.option}"

    @property
    def every(self) -> list[Mention]:
        """All that is said of it, its end included, in the order of the text."""
        return sorted((*self.said, *self.ended), key=lambda one: one.place)

    @property
    def now(self) -> bool:
        """Whether it is the case now: the last word on it is that it is done, not ended."""
        return self._facts.now

    @property
    def first(self) -> int:
        """The place of its first mention."""
        return self._facts.first

    @property
    def event(self) -> str | None:
        """The event type that most of its mentions have, then the first."""
        return self._facts.event

    @property
    def target(self) -> str | None:
        """Upon whom or for whom it is done: what most of its claims say, then the first."""
        return self._facts.target

    @property
    def aim(self) -> str | None:
        """Its target, where some claim says it and the reader didn't only infer it."""
        said = {one.claim.target for one in self.said if "target" not in one.claim.inferred}
        return self.target if self.target in said else None

    @property
    def score(self) -> int:
        """How much the reports make of it; more for what is forbidden, promised or forecast."""
        return self._facts.score

    @property
    def _facts(self) -> "_Facts":
        """What follows from its mentions, counted again when there are more of them."""
        size = (len(self.said), len(self.ended))
        if self._counted is None or self._counted.size != size:
            self._counted = _facts(self, size)
        return self._counted

    def weighs(self) -> tuple[int, int]:
        """Return a key: what is spoken of most, then first, comes first."""
        return (-self.score, self.first)


def _facts(act: Act, size: tuple[int, int]) -> _Facts:
    both = (*act.said, *act.ended)
    score = sum(_ROLE_WEIGHT[one.role] for one in both)
    score += sum(_OPEN_WEIGHT for one in act.said if not one.now)
    return _Facts(
        size=size,
        now=_is_now(act),
        first=min((one.place for one in both), default=sys.maxsize),
        event=_most(one.claim.event for one in act.said if one.role == "act"),
        target=_most(one.claim.target for one in act.said),
        score=score + 2 * len({one.claim.document for one in act.said}),
    )


def _is_now(act: Act) -> bool:
    """Say whether the last word on an act is that it is done."""
    said = [(one.place, 0, one) for one in act.said] + [(one.place, 1, one) for one in act.ended]
    current = False
    said = [each for each in said if act.generic or each[2].sense.generic != "any"]
    for _, ending, one in sorted(said, key=lambda each: each[:2]):
        if ending:
            current = current and not one.now
        elif one.claim.negated and one.status in DONE:
            current = False
        elif one.now:
            current = True
    return current


def _most(named: Iterable[str | None]) -> str | None:
    """Return what is named most, then first."""
    counted = Counter(one for one in named if one)
    return counted.most_common(1)[0][0] if counted else None


def military(act: Act) -> bool:
    """Whether an act is one of force: by its verb, or by the reader's type."""
    return act.verb in _MILITARY_VERBS or (not act.verb and act.event in _MILITARY)


def stance(act: Act) -> str | None:
    """Return whether an act is ``for`` its target or ``against`` it, by its verb, else by its type."""
    ways = lexicon().stance
    for way in ("for", "against"):
        if act.verb in ways[way]:
            return way
    for way in ("for", "against"):
        if act.event in ways[f"{way}_events"]:
            return way
    return None


def hostile(act: Act) -> bool:
    """Whether an act is against somebody by its verb, or one of force or pressure by its type."""
    return stance(act) == "against" or act.event in HARD


def final_by_nature(act: Act) -> bool:
    """Whether an act can't be taken back whoever does it: an attack, a test, knowledge given."""
    final = lexicon().final
    arms = act.thing in lexicon().grades["arms"] or act.marks & final["marks"]
    return not act.undo and (
        (act.verb in final["classes"] and (act.verb not in _OF_ARMS or bool(arms)))
        or (act.verb == "declare" and act.thing in final["declared"])
        or act.thing in final["objects"]
        or (bool(act.marks & final["marks"]) and act.verb in {"use", "test", "supply"})
    )


def grave(act: Act) -> bool:
    """Whether nobody does an act lightly: war, or the use of weapons of mass destruction."""
    kinds = lexicon().grave
    return act.verb in kinds["classes"] or (act.verb == "use" and bool(act.marks & kinds["marks"]))
