"""From plain values to a Conflict: shorthand is written out, faults get their line."""

from typing import Any

from pydantic import ValidationError

from detente.errors import ModelError
from detente.model.conflict import Conflict
from detente.model.faults import Path
from detente.model.formats.validation import said

VERSION = 1
"""The version of the format that this Détente reads and writes."""


def shape(data: Any, lines: dict[Path, int], name: str) -> Conflict:
    """Return the conflict that plain values describe.

    Parameters
    ----------
    data : JSON values
        What the file holds.
    lines : dict of path to int
        The line of each part.
    name : str
        What the file is called, for messages.

    Raises
    ------
    ModelError
        If they describe none; the message has a line for each fault.
    """
    _versioned(data, lines, name)
    whole = written_out(data)
    places = {path: f"{name}:{line}" for path, line in lines.items()}
    try:
        conflict = Conflict.model_validate(whole)
    except ValidationError as error:
        raise said(error, whole, places, name) from error
    conflict.keep_places(places)
    return conflict


def written_out(data: dict[str, Any]) -> dict[str, Any]:
    """Return a model's values with all shorthand written out.

    A list of options becomes a map, a text an option's label, a statement, a
    quote or a list of one.

    Examples
    --------
    >>> written_out({"decision_makers": {"us": {"options": ["arm"], "priorities": ["!arm"]}}})
    {'decision_makers': {'us': {'options': {'arm': {}}, 'priorities': [{'statement': '!arm'}]}}}
    """
    whole = dict(data)
    if isinstance(whole.get("decision_makers"), dict):
        whole["decision_makers"] = {
            dm: _maker(maker) for dm, maker in whole["decision_makers"].items()
        }
    for key in ("infeasible", "notes", "open_questions"):
        if isinstance(whole.get(key), str):
            whole[key] = [whole[key]]
    if isinstance(whole.get("evidence"), dict):
        whole["evidence"] = {
            claim: {"quote": one} if isinstance(one, str) else one
            for claim, one in whole["evidence"].items()
        }
    for key in ("red_lines", "constraints", "experts"):
        if isinstance(whole.get(key), list):
            whole[key] = [_grounded(one) for one in whole[key]]
    # "infeasible:" with nothing behind it is an empty one
    return {key: value for key, value in whole.items() if value is not None}


def _maker(maker: Any) -> Any:
    if maker is None:
        return {}
    if not isinstance(maker, dict):
        return maker
    whole = {key: value for key, value in _grounded(maker).items() if value is not None}
    options = whole.get("options")
    if isinstance(options, list) and all(isinstance(one, str) for one in options):
        whole["options"] = {one: {} for one in options}
        if len(whole["options"]) < len(options):
            whole["options"] = options  # one stands twice; let it be said
    elif isinstance(options, dict):
        whole["options"] = {key: _option(one) for key, one in options.items()}
    if isinstance(whole.get("priorities"), list):
        whole["priorities"] = [
            {"statement": one} if isinstance(one, str) else _grounded(one)
            for one in whole["priorities"]
        ]
    return whole


def _option(option: Any) -> Any:
    if option is None:
        return {}
    return {"label": option} if isinstance(option, str) else _grounded(option)


def _grounded(part: Any) -> Any:
    if isinstance(part, dict) and isinstance(part.get("because"), str):
        return {**part, "because": [part["because"]]}
    return part


def _versioned(data: Any, lines: dict[Path, int], name: str) -> None:
    """Refuse what is no model, or a newer one."""
    where = f"{name}:{lines.get((), 1)}"
    if not isinstance(data, dict):
        raise ModelError(
            "this is no model", "a model file starts with detente: 1, title: ...", where=where
        )
    found = data.get("detente", VERSION)
    if isinstance(found, int) and not isinstance(found, bool) and found > VERSION:
        raise ModelError(
            f"the file is of format {found}, and this Détente reads format {VERSION}",
            "install a newer Détente",
            where=f"{name}:{lines[('detente',)]}",
        )
