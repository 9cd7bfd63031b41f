"""The JSON Schema of `model.yaml`, made from the records.

It is shipped as ``model.schema.json`` beside this module, so that editors can
check a file while it is written; a test holds the two together. The schema
covers the shorthand that `detente.model.formats.yaml` reads. That names and
statements refer to what is there, a schema can't say.
"""

import json
from importlib.resources import files
from typing import Any

from detente.model.conflict import Conflict
from detente.model.statements import LONGEST

FILE = "model.schema.json"
"""The name of the shipped file."""

ID = r"^[^\s.!&|()0-9-][^\s.!&|()]*$"
"""What an id may look like, in words that every engine of expressions reads alike.

It lets some through that `detente.model.statements.NAME` doesn't.
"""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a model file.

    Returns
    -------
    dict of JSON values
        Draft 2020-12; a new one each time.

    Examples
    --------
    >>> json_schema()["title"]
    'Détente model'
    """
    schema = Conflict.model_json_schema()
    records = schema["$defs"]
    text = {"type": "string"}
    maker = records["DecisionMaker"]["properties"]
    maker["options"] = _one_of(
        {
            "type": "object",
            "propertyNames": {"pattern": ID},
            "additionalProperties": _one_of({"$ref": "#/$defs/Option"}, text, {"type": "null"}),
        },
        {"type": "array", "items": {**text, "pattern": ID}, "uniqueItems": True},
        {"type": "null"},
        like=maker["options"],
    )
    stated = {**text, "minLength": 1, "maxLength": LONGEST}
    maker["priorities"] = _one_of(
        {"type": "array", "items": _one_of({"$ref": "#/$defs/Statement"}, stated)},
        {"type": "null"},
        like=maker["priorities"],
    )
    for record in records.values():
        if "because" in record["properties"]:
            because = record["properties"]["because"]
            record["properties"]["because"] = _or_text(because)
    top = schema["properties"]
    top["decision_makers"] |= {
        "propertyNames": {"pattern": ID},
        "additionalProperties": _one_of({"$ref": "#/$defs/DecisionMaker"}, {"type": "null"}),
    }
    top["evidence"]["additionalProperties"] = _one_of({"$ref": "#/$defs/Evidence"}, text)
    for field in ("infeasible", "notes", "open_questions"):
        top[field] = _or_text(top[field])
    _nothing_is_default(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Détente model",
        "description": "A conflict: decision makers, options, priorities, evidence.",
    }


def written() -> str:
    """Return the text that the shipped file should hold."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def shipped() -> str:
    """Return the text of the shipped file."""
    return (files("detente.model") / FILE).read_text(encoding="utf-8")


def _one_of(*choices: dict[str, Any], like: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a schema that any of `choices` fits, described as `like` is."""
    kept: dict[str, Any] = (
        {key: like[key] for key in ("description", "title") if key in like} if like else {}
    )
    return {"anyOf": list(choices), **kept}


def _or_text(field: dict[str, Any]) -> dict[str, Any]:
    """Let a list of texts also be one text."""
    described: dict[str, Any] = _popped(field)
    return {"anyOf": [field, {"type": "string"}], **described}


def _nothing_is_default(schema: dict[str, Any]) -> None:
    """Let a field with nothing behind its colon stand for its default, where it may."""
    for record in (schema, schema["$defs"]["DecisionMaker"]):
        for name, field in record["properties"].items():
            if name in record.get("required", ()) or {"type": "null"} in field.get("anyOf", ()):
                continue
            described = _popped(field)
            choices = field.pop("anyOf", None) or [field]
            record["properties"][name] = {"anyOf": [*choices, {"type": "null"}], **described}


def _popped(field: dict[str, Any]) -> dict[str, Any]:
    """Take the words that describe a field out of it."""
    return {key: field.pop(key) for key in ("description", "title") if key in field}
