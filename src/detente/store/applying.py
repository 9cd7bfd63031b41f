"""Carry accepted proposals into the model: each step is a small change to a copy."""

from collections.abc import Callable, Iterable, Mapping

from detente.errors import ModelError
from detente.model import check
from detente.model.conflict import (
    Conflict,
    Constraint,
    DecisionMaker,
    Evidence,
    ExpertForecast,
    Option,
    RedLine,
    Statement,
)
from detente.read.claim import Claim
from detente.store.naming import full, renamed, short
from detente.store.proposing import Step


def applied(conflict: Conflict, steps: Iterable[Step]) -> Conflict:
    """Return the conflict with some steps taken; the one given stays as it is.

    Raises
    ------
    ModelError
        If a step no longer fits the model: what it is about is gone.
    """
    made = conflict.model_copy(deep=True)
    bundled = False
    for step in steps:
        if bundled and step["do"] in _BESIDE and not _fits(made, step):
            continue  # it also names an option that was not accepted
        bundled = bundled or step["do"] == "option"
        try:
            _STEPS[step["do"]](made, step)
        except KeyError as error:
            raise ModelError(
                f"the model no longer has {error.args[0]!r}", "reject the proposal"
            ) from error
    check.faults(made).raise_any()
    return made


def with_evidence(conflict: Conflict, claims: Iterable[Claim]) -> Conflict:
    """Return the conflict with the quotes of claims that it names."""
    named = set(_named(conflict))
    made = conflict.model_copy(deep=True)
    evidence = dict(made.evidence)
    for claim in claims:
        if claim.id in named:
            evidence.setdefault(
                claim.id,
                Evidence(
                    quote=claim.quote,
                    document=claim.document,
                    start=claim.start,
                    end=claim.end,
                    speaker=claim.speaker,
                    kind=claim.kind,
                ),
            )
    made.evidence = evidence
    return made


def _fits(conflict: Conflict, step: Step) -> bool:
    """Whether the model has everything that a step names."""
    makers = {
        step[key] for key in ("of", "by") if key in step and step["do"] in {"priority", "red_line"}
    }
    said = step.get("statement") or step.get("against") or step.get("on") or step.get("of") or ""
    known = {name: name for name in conflict.option_names()}
    return makers <= set(conflict.decision_makers) and not renamed(said, known)[1]


def _named(conflict: Conflict) -> Iterable[str]:
    for part in (*conflict.red_lines, *conflict.constraints, *conflict.experts):
        yield from part.because
    for maker in conflict.decision_makers.values():
        yield from maker.because
        for one in (*maker.options.values(), *(maker.priorities or ())):
            yield from one.because


def _maker(conflict: Conflict, step: Step) -> None:
    conflict.decision_makers.setdefault(
        step["id"], DecisionMaker(name=step["name"], because=step["because"], priorities=[])
    )


def _option(conflict: Conflict, step: Step) -> None:
    fields = {key: value for key, value in step.items() if key in Option.model_fields}
    mine = conflict.decision_makers[step["of"]].options
    mine.setdefault(step["id"], Option.model_validate(fields))


def _status(conflict: Conflict, step: Step) -> None:
    option = _the_option(conflict, step["option"])
    option.status = step["status"]
    _add_grounds(option.because, step)


def _reversible(conflict: Conflict, step: Step) -> None:
    option = _the_option(conflict, step["option"])
    option.reversible = step["reversible"]
    _add_grounds(option.because, step)


def _status_quo(conflict: Conflict, step: Step) -> None:
    _the_option(conflict, step["option"])
    taken = set(conflict.status_quo or ())
    (taken.add if step["taken"] else taken.discard)(step["option"])
    conflict.status_quo = [name for name in conflict.option_names() if name in taken]


def _priority(conflict: Conflict, step: Step) -> None:
    owner = step["of"]
    maker = conflict.decision_makers[owner]
    mine = list(maker.priorities or ())
    held = [full(conflict, one.statement, owner) for one in mine]
    if step["statement"] in held:
        return
    fields = {key: value for key, value in step.items() if key in Statement.model_fields}
    fields["statement"] = short(step["statement"], owner, conflict.option_names())
    above = [held.index(one) for one in step.get("after", ()) if one in held]
    mine.insert(max(above, default=-1) + 1, Statement.model_validate(fields))
    maker.priorities = mine


def _confidence(conflict: Conflict, step: Step) -> None:
    owner = step["of"]
    for one in conflict.decision_makers[owner].priorities or ():
        if full(conflict, one.statement, owner) == step["statement"]:
            one.confidence = step["confidence"]
            _add_grounds(one.because, step)
            return
    raise KeyError(step["statement"])


def _infeasible(conflict: Conflict, step: Step) -> None:
    if step["statement"] not in conflict.infeasible:
        conflict.infeasible = [*conflict.infeasible, step["statement"]]


def _red_line(conflict: Conflict, step: Step) -> None:
    fields = {key: value for key, value in step.items() if key in RedLine.model_fields}
    conflict.red_lines = [*conflict.red_lines, RedLine.model_validate(fields)]


def _constraint(conflict: Conflict, step: Step) -> None:
    _the_option(conflict, step["on"])
    fields = {key: value for key, value in step.items() if key in Constraint.model_fields}
    conflict.constraints = [*conflict.constraints, Constraint.model_validate(fields)]


def _expert(conflict: Conflict, step: Step) -> None:
    fields = {key: value for key, value in step.items() if key in ExpertForecast.model_fields}
    conflict.experts = [*conflict.experts, ExpertForecast.model_validate(fields)]


def _as_of(conflict: Conflict, step: Step) -> None:
    conflict.as_of = max(conflict.as_of, step["day"])


_BESIDE = frozenset({"priority", "infeasible", "red_line", "constraint", "expert"})
_STEPS: Mapping[str, Callable[[Conflict, Step], None]] = {
    "maker": _maker,
    "option": _option,
    "status": _status,
    "reversible": _reversible,
    "status_quo": _status_quo,
    "priority": _priority,
    "confidence": _confidence,
    "infeasible": _infeasible,
    "red_line": _red_line,
    "constraint": _constraint,
    "expert": _expert,
    "as_of": _as_of,
}


def _the_option(conflict: Conflict, name: str) -> Option:
    dm, _, option = name.partition(".")
    if dm not in conflict.decision_makers or option not in conflict.decision_makers[dm].options:
        raise KeyError(name)
    return conflict.decision_makers[dm].options[option]


def _add_grounds(because: list[str], step: Step) -> None:
    because.extend(name for name in step.get("because", ()) if name not in because)
