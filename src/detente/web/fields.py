"""The fields of the forms that change a model: each is read here, or refused in a sentence."""

from collections.abc import Mapping
from math import isfinite

from detente.errors import InputError, NotFoundError
from detente.model.conflict import Conflict, DecisionMaker
from detente.model.statements import parse

Form = Mapping[str, str]

DIGITS = 6
"""No list here has a place with more digits."""


def need(form: Form, name: str) -> str:
    """Return a field that must be filled in."""
    value = form.get(name, "").strip()
    if not value:
        raise InputError(f"{name.replace('_', ' ')} is empty", "fill it in")
    return value


def maker_of(conflict: Conflict, form: Form) -> DecisionMaker:
    """Return the decision maker that a form is about."""
    name = form.get("dm", "")
    if name not in conflict.decision_makers:
        raise NotFoundError(f"there is no decision maker {name!r}", "look at the page again")
    return conflict.decision_makers[name]


def place(form: Form, name: str, size: int) -> int:
    """Return a place in a list of `size`, from 0."""
    given = form.get(name, "")
    if not given.isdecimal() or len(given) > DIGITS or int(given) >= size:
        raise NotFoundError(f"there is no place {given!r} in the list", "look at the page again")
    return int(given)


def statement_of(conflict: Conflict, form: Form, name: str, owner: str | None) -> str:
    """Return a statement of a form, if it is one of this conflict."""
    statement = need(form, name)
    parse(statement, conflict.option_names(), owner)
    return statement


def number(form: Form, name: str) -> float:
    """Return a field that is a number."""
    given = form.get(name, "").strip()
    try:
        found = float(given)
    except ValueError as error:
        raise InputError(f"{name} {given[:40]!r} is no number", "write it like 0.8") from error
    if not isfinite(found):
        raise InputError(f"{name} {given[:40]!r} is no number to count with", "write it like 0.8")
    return found
