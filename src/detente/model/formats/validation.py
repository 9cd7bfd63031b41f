"""Say what validation found in sentences, each with the place of the part."""

import difflib
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from detente.errors import ModelError
from detente.model.conflict import Conflict
from detente.model.faults import MOST, Path
from detente.model.statements import shown

_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "over"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "under"),
}


def said(
    error: ValidationError, whole: dict[str, Any], places: Mapping[Path, str], name: str
) -> ModelError:
    """Return one error that says each fault once, where it stands.

    Parameters
    ----------
    error : pydantic.ValidationError
        What validation found.
    whole : JSON values
        What was validated.
    places : mapping of path to str
        ``file:line`` of each part.
    name : str
        The file, where no place is known.
    """
    lines: dict[str, None] = {}
    faults = [(inside(one["loc"], whole), one) for one in error.errors(include_url=False)]
    paths = {path for path, _ in faults}
    for path, one in faults:
        # a list that is no whole number, either: only what is wrong inside it matters
        if "ranking" in path and any(len(p) > len(path) and p[: len(path)] == path for p in paths):
            continue
        place: Path = path
        while place and place not in places:
            place = place[:-1]
        what, todo = sentence_of(one["type"], one, path)
        lines[str(ModelError(what, todo, where=places.get(place, name)))] = None
    shown = list(lines)
    if len(shown) > MOST:
        shown[MOST:] = [f"and {len(shown) - MOST:,} more faults"]
    return ModelError("\n".join(shown))


def inside(loc: tuple[str | int, ...], whole: Any) -> Path:
    """Return the part of an error's path that leads through the data.

    Pydantic puts the names of a union's members into its paths.

    Examples
    --------
    >>> inside(("ranking", 0, "list[int]", 1), {"ranking": [[0, "x"]]})
    ('ranking', 0, 1)
    """
    path: list[str | int] = []
    value: Any = whole
    for step in loc:
        within = isinstance(value, list) and isinstance(step, int) and step < len(value)
        found: Any = value
        if within or (isinstance(value, dict) and step in value):
            value = found[step]
        elif isinstance(value, dict) and step == loc[-1]:
            path.append(step)  # a field that is missing
            break
        else:
            continue
        path.append(step)
    return tuple(path)


def fields_at(path: Path) -> list[str]:
    """Return the names of the fields of the record at a path of a model.

    Examples
    --------
    >>> fields_at(("red_lines", 0))
    ['because', 'assumed', 'by', 'against', 'threat']
    """
    kind: Any = Conflict
    for step in path:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            kind = _bare(kind.model_fields[str(step)].annotation)
        else:
            kind = _bare(typing.get_args(kind)[-1])
    is_record = isinstance(kind, type) and issubclass(kind, BaseModel)
    return list(kind.model_fields) if is_record else []


def _bare(kind: Any) -> Any:
    """Return a type without ``| None``."""
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        return next(one for one in typing.get_args(kind) if one is not type(None))
    return kind


def sentence_of(kind: str, one: Any, path: Path) -> tuple[str, str]:
    """Return what is wrong and what to do, for one fault of validation.

    Parameters
    ----------
    kind : str
        Pydantic's name for the fault.
    one : mapping
        The fault, as `ValidationError.errors` gives it.
    path : tuple of str and int
        Where it is.

    Examples
    --------
    >>> sentence_of("less_than_equal", {"input": 2, "ctx": {"le": 1}}, ("doubt",))
    ("'doubt' is 2", 'it must be at most 1')
    """
    field = _named(path)
    value = repr(one.get("input"))
    value = value if len(value) <= 40 else f"{value[:37]}..."  # noqa: PLR2004 - a line's worth
    if "ranking" in path and kind not in {"list_type", "extra_forbidden"}:
        return f"{value} can't be ranked", "list states as bit masks, a nested list for a tie"
    if kind in _BOUNDS:
        key, side = _BOUNDS[kind]
        return f"{field} is {value}", f"it must be {side} {one['ctx'][key]:g}"
    for prefix, words in _WORDS.items():
        if kind.startswith(prefix):
            return words(field, value, one, path)
    return f"{field}: {one['msg'].lower()}", "correct it"


def _named(path: Path) -> str:
    """Name a part for a sentence.

    Examples
    --------
    >>> _named(("as_of",)), _named(("red_lines", 1)), _named(())
    ("'as_of'", "entry 2 of 'red_lines'", 'the model')
    """
    if not path:
        return "the model"
    last = path[-1]
    return shown(last) if isinstance(last, str) else f"entry {last + 1} of {_named(path[:-1])}"


def _fields(path: Path) -> str:
    """Say which fields there are where an unknown one stands, the nearest first."""
    known = fields_at(path[:-1])
    near = difflib.get_close_matches(str(path[-1]), known, n=1)
    return f"did you mean {near[0]}?" if near else f"the fields are {', '.join(known)}"


def _choices(one: Any) -> str:
    """Say what a value may be, the nearest first."""
    expected = str(one.get("ctx", {}).get("expected", "")).replace("'", "")
    known = expected.replace(" or ", ", ").split(", ")
    near = difflib.get_close_matches(str(one.get("input")), known, n=1)
    return f"did you mean {near[0]}?" if near else f"it is one of {expected}"


def _unlisted(field: str, value: str, path: Path) -> str:
    """Say that a value, or the key of a map, is none of those that there are."""
    if field == value and len(path) > 1:  # a key of the map that it stands in
        return f"{_named(path[:-1])} names {value}"
    return f"{value} is no {field.strip(chr(39))}"


# start of pydantic's name for a fault -> its sentence
_WORDS: dict[str, Callable[[str, str, Any, Path], tuple[str, str]]] = {
    "extra_forbidden": lambda f, _v, _o, path: (f"there is no field {f}", _fields(path)),
    "missing": lambda f, _v, _o, _p: (f"the field {f} is missing", "add it"),
    "literal_error": lambda f, v, one, path: (_unlisted(f, v, path), _choices(one)),
    "string_type": lambda f, v, _o, _p: (f"{f} should be text and is {v}", "put it in quotes"),
    "dict_type": lambda f, v, _o, _p: (f"{f} should be a map and is {v}", "write key: value"),
    "model": lambda f, v, _o, _p: (f"{f} should be a map and is {v}", "write key: value"),
    "list_type": lambda f, v, _o, _p: (f"{f} should be a list and is {v}", "write [one, two]"),
    "json_invalid": lambda _f, _v, _o, _p: ("this is no JSON", "send one JSON document"),
    "bool": lambda f, v, _o, _p: (f"{f} should be true or false and is {v}", "correct it"),
    "string_too_long": lambda f, _v, one, _p: (
        f"{f} is too long",
        f"{one['ctx']['max_length']:,} characters are the limit",
    ),
    "string_pattern_mismatch": lambda f, v, _o, _p: (f"{f} can't be {v}", "correct it"),
    "too_long": lambda f, _v, one, _p: (
        f"{f} has too many entries",
        f"{one['ctx']['max_length']:,} are the limit",
    ),
    "int": lambda f, v, _o, _p: (f"{f} should be a whole number and is {v}", "correct it"),
    "finite_number": lambda f, v, _o, _p: (f"{f} is {v}", "give a finite number"),
    "float": lambda f, v, _o, _p: (f"{f} should be a number and is {v}", "correct it"),
}
