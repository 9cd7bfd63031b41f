"""What a new report would change in the model: a list of proposals, each with its grounds.

Two drafts are compared, one of what was known and one of that with the report.
What is in the second and not in the first is proposed, said in the names of
the analyst's model. What was proposed once and not taken isn't proposed again,
since the first draft has it too.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from detente.draft.drafting import draft
from detente.model.conflict import Conflict, Statement
from detente.read.claim import Reading
from detente.store.drafts import (
    KINDS,
    Drafts,
    Proposal,
    Step,
    about,
    expert_step,
    priority_step,
)
from detente.store.naming import full, options
from detente.store.stances import beyond, crossed

__all__ = ["KINDS", "Proposal", "Step", "because_of", "proposals"]
_LEAST_SHIFT = 0.02
_SURE = (0.02, 0.98)


def proposals(
    model: Conflict, before: Reading, after: Reading, *, fresh: AbstractSet[str] | None = None
) -> list[Proposal]:
    """Return what the claims of `after` that `before` lacks would change in the model.

    Parameters
    ----------
    model : Conflict
        The model as it stands.
    before, after : Reading
        What was known, and that with what is new.
    fresh : set of str, optional
        The claims that are new or that changed; left out, those that `before`
        lacks.

    Returns
    -------
    list of Proposal
        New options first, then what happened, then what is thought of it.
        Each names claims of the new documents, or what follows from one that
        does.
    """
    if fresh is None:
        fresh = {claim.id for claim in after.claims} - {claim.id for claim in before.claims}
    drafts = Drafts(model, draft(before), draft(after))
    found = [
        *_new_options(drafts),
        *_happened(drafts),
        *_red_lines(drafts),
        *_priorities(drafts),
        *_attached(drafts),
    ]
    order = {kind: place for place, kind in enumerate(KINDS)}
    kept = [_fresh_first(one, fresh) for one in found if not fresh.isdisjoint(one.because)]
    return sorted(kept, key=lambda one: order[one.kind])


def _fresh_first(one: Proposal, fresh: AbstractSet[str]) -> Proposal:
    because = (*(c for c in one.because if c in fresh), *(c for c in one.because if c not in fresh))
    return Proposal(one.kind, one.steps, because, one.about, one.said)


def _new_options(drafts: Drafts) -> Iterator[Proposal]:
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
        beside = [step for needs, step in about(drafts) if needs <= told and needs & here]
        because = [*option.because]  # its own grounds first: they are shown
        because += [c for step in (*steps, *beside) for c in step.get("because", ())]
        kind = "crossed" if _is_beyond(drafts, name) else "option"
        yield Proposal(kind, (*steps, *beside), tuple(dict.fromkeys(because)), name)


def _is_beyond(drafts: Drafts, name: str) -> bool:
    """Whether a new option is taken already, and a red line stands against it."""
    taken = set(drafts.after.status_quo or ())
    return name in taken and any(
        name in full(drafts.after, line.against, None) for line in beyond(drafts.after, taken)
    )


def _happened(drafts: Drafts) -> Iterator[Proposal]:
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


def _red_lines(drafts: Drafts) -> Iterator[Proposal]:
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


def _priorities(drafts: Drafts) -> Iterator[Proposal]:
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
                    yield Proposal("priority", (priority_step(drafts, dm, place, said, one),),
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


def _attached(drafts: Drafts) -> Iterator[Proposal]:
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
        missing, step = expert_step(drafts, expert)
        if missing or tuple(expert.because) in said_before | seen:
            continue
        yield Proposal("expert", (step,), tuple(expert.because), step["of"])


def because_of(found: Iterable[Proposal]) -> list[str]:
    """Return all claims that some proposals name."""
    return list(dict.fromkeys(claim for one in found for claim in one.because))
