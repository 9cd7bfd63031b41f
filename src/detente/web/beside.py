"""Changes of what stands beside options and priorities: red lines, constraints, experts."""

from collections.abc import Callable
from typing import Any, TypeVar

from detente.model.conflict import Conflict, Constraint, ExpertForecast, Part, RedLine
from detente.web.fields import Form, maker_of, need, number, place, statement_of

P = TypeVar("P", bound=Part)


def _red_line(conflict: Conflict, form: Form) -> dict[str, Any]:
    maker_of(conflict, form)
    return {
        "by": form["dm"],
        "against": statement_of(conflict, form, "statement", form["dm"]),
        "threat": form.get("threat", "").strip(),
    }


def _constraint(_: Conflict, form: Form) -> dict[str, Any]:
    given = {"on": need(form, "on"), "says": form.get("says", "").strip()}
    if form.get("kind"):
        given["kind"] = form["kind"]
    return given | {"binds": number(form, "binds") if form.get("binds", "").strip() else None}


def _expert(conflict: Conflict, form: Form) -> dict[str, Any]:
    given = form.get("given", "").strip()
    return {
        "by": need(form, "by"),
        "of": statement_of(conflict, form, "statement", None),
        "given": statement_of(conflict, form, "given", None) if given else "",
        "words": form.get("words", "").strip(),
        "low": number(form, "low"),
        "high": number(form, "high"),
    }


def _changes(
    kind: type[P],
    field: str,
    read: Callable[[Conflict, Form], dict[str, Any]],
    core: tuple[str, ...],
) -> dict[str, Callable[[Conflict, Form], None]]:
    """Return the changes of a list of the model: add one, set one, drop one.

    A part whose `core` is changed isn't what its quotes say any more, so it loses them.
    """
    by_hand = {"because": [], "assumed": "set by the analyst"}

    def listed(conflict: Conflict) -> list[P]:
        found: list[P] = list(getattr(conflict, field))
        return found

    def add(conflict: Conflict, form: Form) -> None:
        made = kind.model_validate(read(conflict, form) | by_hand)
        setattr(conflict, field, [*listed(conflict), made])

    def put(conflict: Conflict, form: Form) -> None:
        parts = listed(conflict)
        at = place(form, "at", len(parts))
        old, new = parts[at].model_dump(), read(conflict, form)
        if any(old[one] != new[one] for one in core):
            new |= by_hand
        parts[at] = kind.model_validate(old | new)
        setattr(conflict, field, parts)

    def drop(conflict: Conflict, form: Form) -> None:
        parts = listed(conflict)
        del parts[place(form, "at", len(parts))]
        setattr(conflict, field, parts)

    name = {"red_lines": "red-line", "constraints": "constraint", "experts": "expert"}[field]
    return {f"add-{name}": add, f"set-{name}": put, f"drop-{name}": drop}


BESIDE: dict[str, Callable[[Conflict, Form], None]] = {
    **_changes(RedLine, "red_lines", _red_line, ("by", "against")),
    **_changes(Constraint, "constraints", _constraint, ("on", "says")),
    **_changes(ExpertForecast, "experts", _expert, ("by", "of", "given", "low", "high")),
}
"""Name -> change."""
