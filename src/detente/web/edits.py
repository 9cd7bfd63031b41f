"""The changes that the page Model makes: each takes a conflict and a form, and changes the one.

A change is made on a fresh reading of the file, put back into its text with
comments and order kept, and read again: what the file can't say is refused
before anything is written.
"""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from detente.errors import InputError, ModelError, NotFoundError
from detente.forecast.horizon import day_of
from detente.model.conflict import CONCEPTS, Conflict, DecisionMaker, Statement
from detente.model.formats import yaml
from detente.model.formats.validation import inside, sentence_of
from detente.web import answers
from detente.web.beside import BESIDE
from detente.web.fields import Form, maker_of, need, number, place, statement_of

BY_HAND: dict[str, Any] = {"because": [], "assumed": "set by the analyst"}
"""Where a statement comes from that no quote stands for any more."""


def edited(text: str, do: str, form: Form) -> str:
    """Return the text of a model file with one change made.

    Parameters
    ----------
    text : str
        The model file.
    do : str
        Which change: a name in `EDITS`.
    form : mapping of str to str
        What to change, and to what.

    Returns
    -------
    str
        A text that loads; comments stand.

    Raises
    ------
    NotFoundError
        If there is no such change, or what it is to be made on isn't there.
    ModelError
        If the changed model would have a fault.

    Examples
    --------
    >>> text = "decision_makers: {seoul: {options: [arms], priorities: []}}"
    >>> new = edited(text, "add-statement", {"dm": "seoul", "statement": "!arms"})
    >>> yaml.loads(new).decision_makers["seoul"].priorities[0].statement
    '!arms'
    """
    if do not in EDITS:
        raise NotFoundError(f"there is no change {do!r}", f"there are {', '.join(EDITS)}")
    conflict = answers.conflict(text).model_copy(deep=True)
    try:
        EDITS[do](conflict, form)
        whole = Conflict.model_validate(conflict.model_dump())
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        path = inside(found["loc"], conflict.model_dump())
        raise ModelError(*sentence_of(found["type"], found, path)) from error
    new = yaml.update(text, whole)
    answers.conflict(new)  # kept for the page that answers
    return new


def _stated(conflict: Conflict, form: Form) -> list[Statement]:
    maker = maker_of(conflict, form)
    if maker.priorities is None and any(
        one is not None for one in (maker.ranking, maker.weights, maker.payoffs)
    ):
        raise InputError(
            f"{form['dm']} states its preferences otherwise than by priorities",
            "change them in the file",
        )
    return list(maker.priorities or [])


def _add_statement(conflict: Conflict, form: Form) -> None:
    stated = _stated(conflict, form)
    statement = statement_of(conflict, form, "statement", form["dm"])
    maker_of(conflict, form).priorities = [*stated, Statement(statement=statement, **BY_HAND)]


def _set_statement(conflict: Conflict, form: Form) -> None:
    stated = _stated(conflict, form)
    at = place(form, "at", len(stated))
    new: dict[str, Any] = {"statement": statement_of(conflict, form, "statement", form["dm"])}
    if form.get("confidence", "").strip():
        new["confidence"] = number(form, "confidence")
    for field in ("order", "sign"):
        if field in form:
            new[field] = form[field]
    if new["statement"] != stated[at].statement:
        new |= BY_HAND
    stated[at] = Statement.model_validate(stated[at].model_dump() | new)
    maker_of(conflict, form).priorities = stated


def _move_statement(conflict: Conflict, form: Form) -> None:
    stated = _stated(conflict, form)
    one = stated.pop(place(form, "at", len(stated)))
    stated.insert(place(form, "to", len(stated) + 1), one)
    maker_of(conflict, form).priorities = stated


def _drop_statement(conflict: Conflict, form: Form) -> None:
    stated = _stated(conflict, form)
    del stated[place(form, "at", len(stated))]
    maker_of(conflict, form).priorities = stated


def _set_maker(conflict: Conflict, form: Form) -> None:
    maker = maker_of(conflict, form)
    if "name" in form:
        maker.name = form["name"].strip()
    asked = {one: form[one] for one in CONCEPTS if form.get(one, "").strip()}
    if "foresight" in form:
        weights = {one: number(form, one) for one in asked}
        if weights and (min(weights.values()) < 0 or not any(weights.values())):
            raise InputError(
                "weights of looking ahead are 0 or more, and one of them above 0",
                "write nothing where it is not known",
            )
        maker.foresight = weights or None


def _add_maker(conflict: Conflict, form: Form) -> None:
    conflict.add(need(form, "id"), name=form.get("name", "").strip(), priorities=[])


def _drop_maker(conflict: Conflict, form: Form) -> None:
    maker_of(conflict, form)
    del conflict.decision_makers[form["dm"]]


def _add_option(conflict: Conflict, form: Form) -> None:
    maker = maker_of(conflict, form)
    name = need(form, "id")
    if name in maker.options:
        raise InputError(f"{form['dm']} has an option {name!r} already", "give it another id")
    new = {"options": {name: {"label": form.get("label", "").strip()}}}
    made = DecisionMaker.model_validate(new).options[name]
    maker.options = {**maker.options, name: made}


def _set_option(conflict: Conflict, form: Form) -> None:
    maker = maker_of(conflict, form)
    name = form.get("option", "")
    if name not in maker.options:
        raise NotFoundError(f"{form['dm']} has no option {name!r}", "look at the page again")
    option = maker.options[name]
    option.label = form.get("label", option.label).strip()
    if "status" in form:
        option.status = form["status"] or None  # type: ignore[assignment] # checked as it is set
    if "reversible" in form:
        option.reversible = form["reversible"]  # type: ignore[assignment] # checked as it is set
    full = f"{form['dm']}.{name}"
    taken = list(conflict.status_quo or [])
    if form.get("taken") == "yes" and full not in taken:
        conflict.status_quo = [one for one in conflict.option_names() if one in {*taken, full}]
    elif form.get("taken") == "no" and full in taken:
        conflict.status_quo = [one for one in taken if one != full]


def _drop_option(conflict: Conflict, form: Form) -> None:
    maker = maker_of(conflict, form)
    name = form.get("option", "")
    if name not in maker.options:
        raise NotFoundError(f"{form['dm']} has no option {name!r}", "look at the page again")
    maker.options = {key: one for key, one in maker.options.items() if key != name}
    if conflict.status_quo is not None:
        full = f"{form['dm']}.{name}"
        conflict.status_quo = [one for one in conflict.status_quo if one != full]


def _add_infeasible(conflict: Conflict, form: Form) -> None:
    conflict.infeasible = [*conflict.infeasible, statement_of(conflict, form, "statement", None)]


def _drop_infeasible(conflict: Conflict, form: Form) -> None:
    at = place(form, "at", len(conflict.infeasible))
    conflict.infeasible = [one for n, one in enumerate(conflict.infeasible) if n != at]


def _set_title(conflict: Conflict, form: Form) -> None:
    conflict.title = form.get("title", "").strip()
    if "as_of" in form:
        day = form["as_of"].strip()
        if day and day_of(day) is None:
            raise InputError(f"{day[:40]!r} is no day", "write it as 2024-11-30")
        conflict.as_of = day


EDITS: dict[str, Callable[[Conflict, Form], None]] = {
    "add-statement": _add_statement,
    "set-statement": _set_statement,
    "move-statement": _move_statement,
    "drop-statement": _drop_statement,
    "add-maker": _add_maker,
    "set-maker": _set_maker,
    "drop-maker": _drop_maker,
    "add-option": _add_option,
    "set-option": _set_option,
    "drop-option": _drop_option,
    "add-infeasible": _add_infeasible,
    "drop-infeasible": _drop_infeasible,
    "set-title": _set_title,
    **BESIDE,
}
"""Name -> change."""
