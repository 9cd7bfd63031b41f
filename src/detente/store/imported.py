"""The records of an export checked one by one, and made the rows that they stand for."""

import json
from collections.abc import Iterator
from typing import Any

from detente.errors import InputError
from detente.read.claim import KINDS, Actor
from detente.store import records
from detente.store.matching import VERDICTS
from detente.store.taking import clean

_SPAN = 2
_TEXT: set[type] = {str}
_FLAG: set[type] = {bool}
_SHARE: set[type] = {int, float}
_WHOLE: set[type] = {int}
_LIST: set[type] = {list}
_COLUMNS: dict[str, set[type]] = {
    "id": _TEXT, "document": _TEXT, "kind": _TEXT, "quote": _TEXT, "actor": _TEXT, "act": _TEXT,
    "status": _TEXT, "day": _TEXT, "verdict": _TEXT, "earlier": _TEXT, "negated": _FLAG,
}  # fmt: skip
_BODY: dict[str, set[type]] = {
    "action": _TEXT, "event": _TEXT, "target": _TEXT, "speaker": _TEXT, "likelihood": _TEXT,
    "date": _TEXT, "condition": _TEXT, "rule": _TEXT, "certainty": _TEXT, "doer": _TEXT,
    "novel": _FLAG, "irreversible": _FLAG, "low": _SHARE, "high": _SHARE, "start": _WHOLE,
    "end": _WHOLE, "because": _LIST,
}  # fmt: skip
_TYPES = {**_COLUMNS, **_BODY}
_KNOWN = frozenset({"", *VERDICTS})
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def claim_row(place: int, one: dict[str, Any], words: str, where: str) -> dict[str, Any]:
    """Return the row of a claim but for its case and its document.

    Parameters
    ----------
    place : int
        Its number, as its place in the file gives it.
    one : dict
        The record.
    words : str
        The text of its document.
    where : str
        What to call its place in messages.

    Raises
    ------
    InputError
        If it is none as an export has it.
    """
    body = {}
    for key, value in one.items():
        kinds = _TYPES.get(key)
        if kinds is None or type(value) not in kinds:
            raise wrong(f"a claim's {key[:40]!r} isn't so", where)
        if key in _BODY:
            body[key] = value
    if one.get("id") != f"c{place}":
        raise wrong("claims are numbered from c1", where)
    start, end, quote = one.get("start", -1), one.get("end", -1), one.get("quote")
    if not 0 <= start <= end or words[start:end] != quote:
        raise wrong("a claim's quote stands in its document", where)
    if one.get("kind") not in KINDS or one.get("verdict", "") not in _KNOWN:
        raise wrong("a claim has a kind and a verdict", where)
    earlier = one.get("earlier")
    number = None if earlier is None else records.number(earlier)
    if (earlier is not None and (number is None or number >= place)) or not texts(
        body.get("because", [])
    ):
        raise wrong("a claim names claims before it", where)
    return {
        "number": place, "kind": one["kind"], "actor": one.get("actor"), "act": clean(one.get("act", "")),
        "status": one.get("status"), "negated": one.get("negated", False), "date": one.get("day"),
        "verdict": one.get("verdict", ""), "earlier": number, "quote": clean(quote),
        "body": dumped(body),
    }  # fmt: skip


def actors(told: Any, number: int, length: int, where: str) -> Iterator[Actor]:
    """Yield who is in a document of so many characters."""
    need(isinstance(told, list), "actors are a list", where)
    for one in told:
        need(isinstance(one, dict), "an actor is a record", where)
        mentions = one.get("mentions", [])
        good = isinstance(mentions, list) and all(
            isinstance(m, list)
            and len(m) == _SPAN
            and all(type(n) is int and 0 <= n <= length for n in m)
            for m in mentions
        )
        need(good, "a mention is a span of the text", where)
        yield Actor(
            id=text_of(one, "id", where), name=text_of(one, "name", where),
            role=text_of(one, "role", where), kind=text_of(one, "kind", where),
            mentions=tuple((f"d{number}", m[0], m[1]) for m in mentions),
        )  # fmt: skip


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
    return clean(_ENCODE(value))
