"""A proposal in one sentence, in the model's own names and labels."""

from collections.abc import Mapping

from detente.model.conflict import Conflict, Option
from detente.store.naming import options
from detente.store.proposing import Proposal, Step
from detente.store.stances import crossed

_STATUS = {
    "done": "done", "ongoing": "under way", "planned": "planned", "threatened": "threatened",
    "considered": "under consideration", "possible": "possible", "demanded": "demanded",
    "ruled_out": "ruled out", None: "not known",
}  # fmt: skip


def said(one: Proposal, model: Conflict) -> str:  # noqa: PLR0911 - a sentence a kind
    """Return what a proposal would change, as a sentence without full stop."""
    step = one.steps[0]
    named = options(model)
    if any(step["do"] == "option" for step in one.steps):
        return _option(one, model)
    if one.kind in {"crossed", "moved", "status"}:
        return _status(one, model, named)
    if one.kind == "red_line":
        last = one.steps[-1]
        return f"{_who(model, one, last['by'])} draws a red line against {_statement(last['against'], named, model)}"
    owner = _who(model, one, step.get("of", ""))
    if one.kind == "priority":
        return f"{owner} {_wants(step['statement'], named, model, sign=step['sign'])}"
    if one.kind == "confidence":
        way = "surer" if step["confidence"] > step["was"] else "less sure"
        return (
            f"it is {way} that {owner} {_wants(step['statement'], named, model)} "
            f"({step['was']:.0%} to {step['confidence']:.0%})"
        )
    if one.kind == "constraint":
        return f"something stands in the way of {_act(step['on'], named, model)}: {step['says']}"
    return (
        f"{step['by']} gives {_statement(step['of'], named, model)} "
        f"{step['low']:.0%} to {step['high']:.0%} (“{step['words']}”)"
    )


def _option(one: Proposal, model: Conflict) -> str:
    step = next(step for step in one.steps if step["do"] == "option")
    maker = next((s for s in one.steps if s["do"] == "maker"), None)
    name = maker["name"] if maker else _name(model, step["of"])
    new = " (a new decision maker)" if maker else ""
    status = f", {_STATUS[step['status']]}" if step["status"] else ""
    lines = [_who(model, one, line["by"]) for line in one.steps if line["do"] == "red_line"]
    beyond = "".join(f"; {who}'s red line is crossed" for who in lines if one.kind == "crossed")
    return f"{name}{new} has a new option: {step['label'] or step['id']}{status}{beyond}"


def _status(one: Proposal, model: Conflict, named: Mapping[str, Option]) -> str:
    act = _act(one.about, named, model)
    by_kind: dict[str, Step] = {step["do"]: step for step in one.steps}
    parts = []
    if "status_quo" in by_kind:
        taken = by_kind["status_quo"]["taken"]
        lines = crossed(model, {one.about: taken})
        parts.append(f"{act}: {'this is now so' if taken else 'this is so no longer'}")
        parts += [f"{_name(model, line.by)}'s red line is crossed" for line in lines]
    if "status" in by_kind:
        step = by_kind["status"]
        now, was = _STATUS[step["status"]], _STATUS[step["was"]]
        parts.append(f"{act}: {now}, was {was}" if not parts else f"{now}, was {was}")
    if "reversible" in by_kind:
        parts.append("it can't be undone" if parts else f"{act}: it can't be undone")
    return "; ".join(parts)


def _who(model: Conflict, one: Proposal, dm: str) -> str:
    maker = next((s for s in one.steps if s["do"] == "maker" and s["id"] == dm), None)
    return maker["name"] if maker else _name(model, dm)


def _name(model: Conflict, dm: str) -> str:
    return (model.decision_makers[dm].name or dm) if dm in model.decision_makers else dm


def _act(name: str, named: Mapping[str, Option], model: Conflict) -> str:
    dm = name.partition(".")[0]
    option = named.get(name)
    return f"{_name(model, dm)}: {option.label}" if option and option.label else name


def _wants(statement: str, named: Mapping[str, Option], model: Conflict, *, sign: str = "") -> str:
    """Return that somebody wants a statement; of a single option also that it doesn't want it."""
    may = sign == "unknown"
    if statement.startswith("!") and statement[1:] in named:
        verb = "may not want" if may else "does not want"
        return f"{verb} “{_act(statement[1:], named, model)}”"
    return f"{'may want' if may else 'wants'} {_statement(statement, named, model)}"


def _statement(statement: str, named: Mapping[str, Option], model: Conflict) -> str:
    """Return a statement of one option in words, any other as it is written."""
    if statement in named:
        return f"“{_act(statement, named, model)}”"
    if statement.startswith("!") and statement[1:] in named:
        return f"not “{_act(statement[1:], named, model)}”"
    return f"“{statement}”"
