"""What a new report would change in the model: a list of proposals, each with its grounds.

Two drafts are compared, one of what was known and one of that with the report.
What is in the second and not in the first is proposed, said in the names of
the analyst's model. What was proposed once and not taken isn't proposed again,
since the first draft has it too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from detente.draft.drafting import draft
from detente.model.conflict import Conflict, Option, Statement
from detente.read.claim import Reading
from detente.store.naming import full, matched, options, renamed
from detente.store.stances import beyond, crossed

KINDS = (
    "option", "crossed", "moved", "status", "red_line", "priority", "dropped", "confidence",
    "constraint", "expert",
)  # fmt: skip
_LEAST_SHIFT = 0.02
_SURE = (0.02, 0.98)
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
class _Drafts:
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


def proposals(model: Conflict, before: Reading, after: Reading) -> list[Proposal]:
    """Return what the claims of `after` that `before` lacks would change in the model.

    Parameters
    ----------
    model : Conflict
        The model as it stands.
    before, after : Reading
        What was known, and that with what is new.

    Returns
    -------
    list of Proposal
        New options first, then what happened, then what is thought of it.
        Each names claims of the new documents, or what follows from one that
        does.
    """
    fresh = {claim.id for claim in after.claims} - {claim.id for claim in before.claims}
    drafts = _Drafts(model, draft(before), draft(after))
    found = [
        *_new_options(drafts),
        *_happened(drafts),
        *_red_lines(drafts),
        *_priorities(drafts),
        *_attached(drafts),
    ]
    order = {kind: place for place, kind in enumerate(KINDS)}
    kept = [_fresh_first(one, fresh) for one in found if fresh & set(one.because)]
    return sorted(kept, key=lambda one: order[one.kind])


def _fresh_first(one: Proposal, fresh: set[str]) -> Proposal:
    because = (*(c for c in one.because if c in fresh), *(c for c in one.because if c not in fresh))
    return Proposal(one.kind, one.steps, because, one.about, one.said)


def _new_options(drafts: _Drafts) -> Iterator[Proposal]:
    """Yield each new option with what is thought of it, as soon as all that it names is there."""
    told: set[str] = set()
    for name, option in drafts.new.items():
        dm, _, short = name.partition(".")
        here = {name} if dm in drafts.model.decision_makers else {name, f"{dm}."}
        here -= told
        told |= here
        steps: list[Step] = []
        if dm not in drafts.model.decision_makers:
            maker = drafts.after.decision_makers[dm]
            steps.append({"do": "maker", "id": dm, "name": maker.name, "because": maker.because})
        steps.append({"do": "option", "of": dm, "id": short, **option.model_dump(mode="json")})
        if name in (drafts.after.status_quo or ()):
            steps.append({"do": "status_quo", "option": name, "taken": True})
        about = [step for needs, step in _about(drafts) if needs <= told and needs & here]
        because = [c for step in (*steps, *about) for c in step.get("because", ())]
        kind = "crossed" if _is_beyond(drafts, name) else "option"
        yield Proposal(kind, (*steps, *about), tuple(dict.fromkeys(because)), name)


def _is_beyond(drafts: _Drafts, name: str) -> bool:
    """Whether a new option is taken already, and a red line stands against it."""
    taken = set(drafts.after.status_quo or ())
    return name in taken and any(
        name in full(drafts.after, line.against, None) for line in beyond(drafts.after, taken)
    )


def _about(drafts: _Drafts) -> Iterator[tuple[set[str], Step]]:
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
            yield needs(missing, owner), _priority_step(drafts, owner, place, said, one)
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
        said, missing = drafts.here(expert.of, None)
        yield needs(missing), {"do": "expert", **expert.model_dump(mode="json"), "of": said}


def _priority_step(drafts: _Drafts, owner: str, place: int, said: str, one: Statement) -> Step:
    """Return the step that puts a priority in, behind the one it follows in the draft."""
    above = [
        drafts.here(other.statement, owner)[0]
        for other in (drafts.after.decision_makers[owner].priorities or ())[:place]
    ]
    fields = one.model_dump(mode="json")
    return {"do": "priority", "of": owner, **fields, "statement": said, "after": above}


def _happened(drafts: _Drafts) -> Iterator[Proposal]:
    """Yield what moved the status quo, and other changes of how far an option has gone."""
    now, then = set(drafts.after.status_quo or ()), set(drafts.before.status_quo or ())
    ours = set(drafts.model.status_quo or ())
    known, old = options(drafts.model), options(drafts.before)
    after = options(drafts.after)
    for name, mine in drafts.to_model.items():
        option, past = after[name], drafts.to_before.get(name)
        was = old[past].status if past else known[mine].status
        changed = option.status not in {was, known[mine].status}
        steps: list[Step] = []
        if changed:
            steps.append({"do": "status", "option": mine, "status": option.status,
                          "was": known[mine].status, "because": list(option.because)})  # fmt: skip
        taken = name in now
        was_taken = past in then if past else mine in ours
        moved = taken not in {was_taken, mine in ours}
        if moved:
            steps.append({"do": "status_quo", "option": mine, "taken": taken})
        if (
            option.reversible != "both"
            and known[mine].reversible == "both"
            and (past is None or old[past].reversible == "both")
        ):
            steps.append({"do": "reversible", "option": mine, "reversible": option.reversible,
                          "because": list(option.because)})  # fmt: skip
        if not steps:
            continue
        lines = crossed(drafts.model, {mine: taken}) if moved else []
        kind = "crossed" if lines else "moved" if moved else "status"
        yield Proposal(kind, tuple(steps), tuple(option.because), mine)


def _red_lines(drafts: _Drafts) -> Iterator[Proposal]:
    known = {(one.by, full(drafts.model, one.against, None)) for one in drafts.model.red_lines}
    old = {(one.by, full(drafts.before, one.against, None)) for one in drafts.before.red_lines}
    for line in drafts.after.red_lines:
        said, missing = drafts.here(line.against, None)
        if (
            missing
            or (line.by, said) in known
            or (line.by, drafts.earlier(line.against, None)) in old
        ):
            continue
        steps: list[Step] = []
        if line.by not in drafts.model.decision_makers:
            maker = drafts.after.decision_makers[line.by]
            steps.append(
                {"do": "maker", "id": line.by, "name": maker.name, "because": maker.because}
            )
        steps.append({"do": "red_line", **line.model_dump(mode="json"), "against": said})
        yield Proposal("red_line", tuple(steps), tuple(line.because), said)


def _priorities(drafts: _Drafts) -> Iterator[Proposal]:
    """Yield priorities that are new, gone, or held with another confidence."""
    for dm, maker in drafts.after.decision_makers.items():
        mine = _held(drafts.model, dm)
        old = _held(drafts.before, dm)
        for place, one in enumerate(maker.priorities or ()):
            said, missing = drafts.here(one.statement, dm)
            past = old.get(drafts.earlier(one.statement, dm))
            if missing or dm not in drafts.model.decision_makers:
                continue
            if drafts.model.decision_makers[dm].priorities is None:
                continue  # it is ranked outright: only its analyst can say where this belongs
            if said not in mine:
                if past is None:
                    yield Proposal("priority", (_priority_step(drafts, dm, place, said, one),),
                                   tuple(one.because), said)  # fmt: skip
                continue
            shift = one.confidence - past.confidence if past else 0.0
            if past is None or abs(shift) < _LEAST_SHIFT:
                continue
            if shift < 0 and not set(past.because) <= set(one.because):
                continue  # its grounds went to another statement: that is no doubt
            to = round(min(max(mine[said].confidence + shift, _SURE[0]), _SURE[1]), 2)
            step = {"do": "confidence", "of": dm, "statement": said, "confidence": to,
                    "was": mine[said].confidence, "because": list(one.because)}  # fmt: skip
            yield Proposal("confidence", (step,), tuple(one.because), said)


def _held(conflict: Conflict, dm: str) -> Mapping[str, Statement]:
    if dm not in conflict.decision_makers:
        return {}
    return {
        full(conflict, one.statement, dm): one
        for one in conflict.decision_makers[dm].priorities or ()
    }


def _attached(drafts: _Drafts) -> Iterator[Proposal]:
    """Yield constraints and experts' forecasts that are new."""
    known = {(one.on, one.says) for one in drafts.model.constraints}
    old = {(one.on, one.says) for one in drafts.before.constraints}
    for one in drafts.after.constraints:
        on = drafts.to_model.get(one.on)
        before = drafts.to_before.get(one.on, one.on)
        if on is None or (on, one.says) in known or (before, one.says) in old:
            continue
        step: Step = {"do": "constraint", **one.model_dump(mode="json"), "on": on}
        yield Proposal("constraint", (step,), tuple(one.because), on)
    said_before = {tuple(one.because) for one in drafts.before.experts}
    seen = {tuple(one.because) for one in drafts.model.experts}
    for expert in drafts.after.experts:
        said, missing = drafts.here(expert.of, None)
        if missing or tuple(expert.because) in said_before | seen:
            continue
        step = {"do": "expert", **expert.model_dump(mode="json"), "of": said}
        yield Proposal("expert", (step,), tuple(expert.because), said)


def because_of(found: Iterable[Proposal]) -> list[str]:
    """Return all claims that some proposals name."""
    return list(dict.fromkeys(claim for one in found for claim in one.because))
