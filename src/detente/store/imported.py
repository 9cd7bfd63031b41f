"""The records of an export checked one by one, and made the rows that they stand for.

What a claim or a document is made of is checked by compiled validators, which
read the JSON themselves: a long import spends most of its time here.
"""

import json
from typing import Any, get_args, get_origin, get_type_hints

from pydantic_core import CoreConfig, SchemaValidator, ValidationError, to_json
from pydantic_core import core_schema as of

from detente.errors import InputError
from detente.read.claim import KINDS, Claim
from detente.store import records
from detente.store.matching import VERDICTS
from detente.store.taking import clean

_MOST, _NO = 2**31 - 1, False
_TEXT, _FLAG = of.str_schema(), of.bool_schema()
_TEXTS = of.list_schema(_TEXT)
_COUNT = of.int_schema(ge=0, le=_MOST)
_SHARE = of.union_schema([
    of.int_schema(ge=0, le=1), of.float_schema(ge=0, le=1, allow_inf_nan=False)
])  # fmt: skip
_COLUMNS = {
    "id": _TEXT, "document": _TEXT, "kind": of.literal_schema(list(KINDS)), "quote": _TEXT,
    "actor": _TEXT, "act": _TEXT, "status": _TEXT, "day": _TEXT, "earlier": _TEXT, "negated": _FLAG,
    "verdict": of.literal_schema(["", *VERDICTS]),
}  # fmt: skip
_BY_TYPE = {str: _TEXT, bool: _FLAG, int: _COUNT, float: _SHARE, tuple: _TEXTS}


def _kind(hint: Any) -> of.CoreSchema:
    """Return the validator for a field of a claim, by what it is declared as."""
    kinds = [one for one in (get_args(hint) or (hint,)) if one is not type(None)]
    return _BY_TYPE[tuple if get_origin(hint) is tuple else kinds[0]]


_BODY = {  # whatever else a claim has, by its name: so the texts of bodies are sorted
    name: _kind(hint)
    for name, hint in sorted(get_type_hints(Claim).items())
    if name not in {*_COLUMNS, "same_as"}
}
CLAIM = (
    "case_id", "document_id", "number", "kind", "actor", "act", "status", "negated", "date",
    "verdict", "earlier", "quote", "body",
)  # fmt: skip
"""The columns of a claim's row, as `claim_row` gives them."""


def _validator(fields: dict[str, Any], *, extra: of.ExtraBehavior, needed: bool) -> SchemaValidator:
    """Return a validator of JSON objects whose fields come out in the order given here."""
    made = {name: of.typed_dict_field(kind, required=needed) for name, kind in fields.items()}
    return SchemaValidator(
        of.typed_dict_schema(made, extra_behavior=extra, config=CoreConfig(strict=True))
    )


def _list_of(fields: dict[str, Any]) -> of.ListSchema:
    made = {name: of.typed_dict_field(kind) for name, kind in fields.items()}
    return of.list_schema(
        of.typed_dict_schema(made, extra_behavior="ignore", config=CoreConfig(strict=True))
    )


_claim = _validator({**_COLUMNS, **_BODY}, extra="forbid", needed=False).validate_json
_document = _validator(
    {
        "actors": _list_of({
            "id": _TEXT, "kind": _TEXT, "name": _TEXT, "role": _TEXT,
            "mentions": of.list_schema(of.list_schema(_COUNT, min_length=2, max_length=2)),
        }),
        "again": _list_of({"run": _COUNT, "source": _TEXT}),
        "date": of.nullable_schema(_TEXT), "run": _COUNT, "source": _TEXT, "title": _TEXT,
        "warnings": _TEXTS,
    },
    extra="ignore", needed=True,
).validate_json  # fmt: skip


def claim(line: bytes, where: str) -> dict[str, Any]:
    """Return what a line of an export says of a claim; every field is of its type.

    Raises
    ------
    InputError
        If it says no claim.
    """
    try:
        found: dict[str, Any] = _claim(line)
    except ValidationError as error:
        raise _said(error, "a claim", where) from error
    return _cleaned(found) if b"\\u" in line else found


def document(told: bytes, length: int, where: str) -> dict[str, Any]:
    """Return what an export says of a document of so many characters.

    Raises
    ------
    InputError
        If it says no document, or a mention isn't in the text.
    """
    try:
        found: dict[str, Any] = _document(told)
    except ValidationError as error:
        raise _said(error, "a document", where) from error
    if not all(
        end <= length for one in found["actors"] for span in one["mentions"] for end in span
    ):
        raise wrong("a mention is a span of the text", where)
    return _cleaned(found) if b"\\u" in told else found


def claim_row(
    ids: tuple[int, int, int], one: dict[str, Any], words: str, where: str
) -> tuple[Any, ...]:
    """Return the row of a claim, in the order of `CLAIM`.

    Parameters
    ----------
    ids : (int, int, int)
        The rows of its case and of its document, and its number, as its place
        in the file gives it.
    one : dict
        What `claim` gave; it is used up.
    words : str
        The text of its document.
    where : str
        What to call its place in messages.

    Raises
    ------
    InputError
        If it is none as an export has it.
    """
    take, (case_id, document_id, place) = one.pop, ids
    if take("id", "") != f"c{place}":
        raise wrong("claims are numbered from c1", where)
    start, end, quote = one.get("start", -1), one.get("end", -1), take("quote", None)
    if not 0 <= start <= end or words[start:end] != quote:
        raise wrong("a claim's quote stands in its document", where)
    kind, earlier = take("kind", None), take("earlier", None)
    if kind is None:
        raise wrong("a claim has a kind", where)
    number = None
    if earlier is not None:
        number = records.number(earlier)
        if earlier[:1] != "c" or number is None or number >= place:
            raise wrong("a claim names claims before it", where)
    del one["document"]
    return (
        case_id, document_id, place, kind, take("actor", None), take("act", ""),
        take("status", None), take("negated", _NO), take("day", None), take("verdict", ""),
        number, quote, to_json(one).decode(),
    )  # fmt: skip


def _cleaned(value: Any) -> Any:
    """Return a JSON value whose texts a database can hold."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return value


def _said(error: ValidationError, what: str, where: str) -> InputError:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return InputError("this isn't JSON", "export the case anew", where=where)
    if not first["loc"]:
        return InputError("this is no record", "export the case anew", where=where)
    return wrong(f"{what}'s {str(first['loc'][0])[:40]!r} isn't so", where)


def named(name: Any, letter: str) -> bool:
    """Say whether a value is an id such as ``m3``."""
    return isinstance(name, str) and name[:1] == letter and name[1:].isdecimal()


def texts(value: Any) -> bool:
    """Say whether a value is a list of texts."""
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def text_of(one: dict[str, Any], key: str, where: str) -> str:
    """Return a text that a record must have."""
    value = one.get(key)
    if not isinstance(value, str):
        raise wrong(f"{key} is a text", where)
    return clean(value)


def need(good: bool, what: str, where: str) -> None:  # noqa: FBT001 - an assertion
    """Refuse a record unless something holds of it."""
    if not good:
        raise wrong(what, where)


def wrong(what: str, where: str) -> InputError:
    """Return the error for a record that isn't as an export has it."""
    return InputError(
        f"this is not as an export has it: {what}", "export the case anew", where=where
    )


def dumped(value: Any) -> str:
    """Return a value as JSON, as the store keeps it."""
    return clean(json.dumps(value, ensure_ascii=False, sort_keys=True))
