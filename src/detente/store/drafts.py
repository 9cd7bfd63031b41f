"""Two drafts side by side, and what one of them says in the names of the analyst's model."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from detente.model.conflict import Conflict, ExpertForecast, Option, Statement
from detente.store.naming import full, matched, options, renamed

KINDS = (
    "option", "crossed", "moved", "status", "red_line", "priority", "dropped", "confidence",
    "constraint", "expert",
)  # fmt: skip
Step = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change to the model that a report calls for.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    steps : tuple of dict
        What accepting it does, in the terms of `detente.store.applying`.
    because : tuple of str
        The claims it rests on, new ones first.
    about : str
        The option or the statement that it is about, in full names.
    said : str
        It in words.
    """

    kind: str
    steps: tuple[Step, ...]
    because: tuple[str, ...]
    about: str
    said: str = ""


@dataclass(slots=True)
class Drafts:
    """The model, the draft before and the draft after, and who is who in them."""

    model: Conflict
    before: Conflict
    after: Conflict
    to_model: dict[str, str] = field(init=False)
    to_before: dict[str, str] = field(init=False)
    new: dict[str, Option] = field(init=False)

    def __post_init__(self) -> None:
        self.to_model = matched(self.after, self.model)
        self.to_before = matched(self.after, self.before)
        self.new = {
            name: option
            for name, option in options(self.after).items()
            if name not in self.to_model and name not in self.to_before
        }

    def here(self, statement: str, owner: str | None) -> tuple[str, frozenset[str]]:
        """Return a statement of the draft after in the model's names, and what that lacks."""
        return renamed(full(self.after, statement, owner), self.to_model)

    def earlier(self, statement: str, owner: str | None) -> str:
        """Return a statement of the draft after in the names of the draft before."""
        return renamed(full(self.after, statement, owner), self.to_before)[0]


def about(drafts: Drafts) -> Iterator[tuple[set[str], Step]]:
    """Yield what the draft says of options, with the new options and decision makers it needs.

    A new decision maker is written with a dot behind it.
    """
    after = drafts.after

    def needs(missing: Iterable[str], *makers: str) -> set[str]:
        new = {f"{dm}." for dm in makers if dm not in drafts.model.decision_makers}
        return {*missing, *new}

    for owner, maker in after.decision_makers.items():
        for place, one in enumerate(maker.priorities or ()):
            said, missing = drafts.here(one.statement, owner)
            yield needs(missing, owner), priority_step(drafts, owner, place, said, one)
    for against in after.infeasible:
        said, missing = drafts.here(against, None)
        yield needs(missing), {"do": "infeasible", "statement": said}
    for line in after.red_lines:
        said, missing = drafts.here(line.against, None)
        yield (
            needs(missing, line.by),
            {"do": "red_line", **line.model_dump(mode="json"), "against": said},
        )
    for constraint in after.constraints:
        said, missing = drafts.here(constraint.on, None)
        yield needs(missing), {"do": "constraint", **constraint.model_dump(mode="json"), "on": said}
    for expert in after.experts:
        lacking, step = expert_step(drafts, expert)
        yield needs(lacking), step


def expert_step(drafts: Drafts, expert: ExpertForecast) -> tuple[set[str], Step]:
    """Return the step that puts an expert's forecast in, and the options that it lacks here."""
    said, missing = drafts.here(expert.of, None)
    given, more = drafts.here(expert.given, None) if expert.given else ("", ())
    told = {**expert.model_dump(mode="json"), "of": said, "given": given}
    return {*missing, *more}, {"do": "expert", **told}


def priority_step(drafts: Drafts, owner: str, place: int, said: str, one: Statement) -> Step:
    """Return the step that puts a priority in, behind the one it follows in the draft."""
    above = [
        drafts.here(other.statement, owner)[0]
        for other in (drafts.after.decision_makers[owner].priorities or ())[:place]
    ]
    fields = one.model_dump(mode="json")
    return {"do": "priority", "of": owner, **fields, "statement": said, "after": above}
