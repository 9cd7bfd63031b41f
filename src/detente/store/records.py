"""Claims and documents as rows, and back; corrections are laid over them as they are read.

A claim's id is its number in the case, ``c17``; a document's is ``d3``. What
the reader found stays in the rows; what an analyst put right stands in
`corrections`, and the latest word on a field counts.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from detente.read.claim import Actor, Claim, Document, put_right
from detente.store.tables import claims, corrections, documents

COLUMNS = ("kind", "actor", "status", "negated", "quote")
_NOT_IN_BODY = frozenset({*COLUMNS, "id", "document", "same_as"})
_PLAIN: dict[str, Any] = {
    "negated": False, "rule": "", "certainty": "stated", "novel": False, "irreversible": False,
    "because": (), "inferred": (),
}  # fmt: skip
_CHUNK = 500
_DIGITS = 9


def body(claim: Claim) -> str:
    """Return the fields of a claim that have no column, those at their default left out."""
    rest = {
        key: value
        for key, value in asdict(claim).items()
        if key not in _NOT_IN_BODY and value is not None and value != _PLAIN.get(key)
    }
    return json.dumps(rest, ensure_ascii=False, sort_keys=True)


def claim_of(row: Row[Any]) -> Claim:
    """Return the claim of a row of `claims` joined with its document's number."""
    rest = json.loads(row.body)
    for many in ("because", "inferred"):
        rest[many] = tuple(rest.get(many, ()))
    known: dict[str, Any] = {
        "action": None, "event": None, "target": None, "speaker": None, "likelihood": None,
        "date": None, "condition": None,
    }  # fmt: skip
    return Claim(
        **{
            **known,
            **rest,
            "id": f"c{row.number}",
            "document": f"d{row.document}",
            "kind": row.kind,
            "actor": row.actor,
            "status": row.status,
            "negated": bool(row.negated),
            "quote": row.quote,
            "same_as": None if row.earlier is None or row.verdict != "same" else f"c{row.earlier}",
        }
    )


def claim_query(case_id: int) -> Select[Any]:
    """Return the query of a case's claims, each with the number of its document."""
    return _joined().where(claims.c.case_id == case_id)


def _joined() -> Select[Any]:
    return select(
        claims, documents.c.number.label("document"), documents.c.date.label("reported")
    ).join(documents, documents.c.id == claims.c.document_id)


def by_number(connection: Connection, case_id: int, numbers: Iterable[int]) -> list[Claim]:
    """Return the claims with these numbers as they stand now, in their order."""
    wanted = sorted(set(numbers))
    found: list[Row[Any]] = []
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        query = claim_query(case_id).where(claims.c.number.in_(part)).order_by(claims.c.number)
        found += connection.execute(query).all()
    return corrected(connection, found)


def of_documents(connection: Connection, case_id: int, numbers: Sequence[int]) -> list[Claim]:
    """Return all claims of some documents as they stand now."""
    rows = connection.execute(
        select(documents.c.id).where(
            documents.c.case_id == case_id, documents.c.number.in_(numbers)
        )
    ).scalars()
    # by the documents' rows alone, and sorted here: so no plan reads all claims of the case
    query = _joined().where(claims.c.document_id.in_(list(rows)))
    found = sorted(connection.execute(query), key=lambda row: row.number)
    return corrected(connection, found)


def corrected(connection: Connection, rows: Sequence[Row[Any]]) -> list[Claim]:
    """Return the claims of rows with their corrections; those rejected are left out."""
    changes: dict[int, dict[str, Any]] = {}
    ids = [row.id for row in rows]
    for start in range(0, len(ids), _CHUNK):
        query = (
            select(corrections.c.claim_id, corrections.c.changes)
            .where(corrections.c.claim_id.in_(ids[start : start + _CHUNK]))
            .order_by(corrections.c.id)
        )
        for claim_id, said in connection.execute(query):
            changes.setdefault(claim_id, {}).update(json.loads(said))
    found = []
    for row in rows:
        said = dict(changes.get(row.id, ()))
        if said.pop("reject", False):
            continue
        claim = claim_of(row)
        found.append(_corrected(claim, said) if said else claim)
    return found


def _corrected(claim: Claim, said: dict[str, Any]) -> Claim:
    """Return a claim as somebody put it right; its rule says that they did."""
    if all(getattr(claim, name) == value for name, value in said.items()):
        return claim  # what was put right was taken back
    return put_right(claim, {**said, "rule": f"{claim.rule}, put right by hand".lstrip(", ")})


def document_of(row: Row[Any]) -> Document:
    """Return the document of a row."""
    return Document(
        id=f"d{row.number}", title=row.title, date=row.date, source=row.source, text=row.text
    )


def actors_of(row: Row[Any]) -> list[Actor]:
    """Return who is in the document of a row, with mentions in that document."""
    name = f"d{row.number}"
    return [
        Actor(
            id=one["id"],
            name=one["name"],
            role=one["role"],
            kind=one["kind"],
            mentions=tuple((name, start, end) for start, end in one["mentions"]),
        )
        for one in json.loads(row.actors)
    ]


def actors_text(actors: Iterable[Actor]) -> str:
    """Return actors as they are kept with their document."""
    return json.dumps(
        [
            {
                "id": one.id,
                "name": one.name,
                "role": one.role,
                "kind": one.kind,
                "mentions": [[start, end] for _, start, end in one.mentions],
            }
            for one in actors
        ],
        ensure_ascii=False,
        sort_keys=True,
    )


def number(name: str) -> int | None:
    """Return the number in an id as ``c17``; None where it is no such id, or none that a store holds.

    Examples
    --------
    >>> number("c17"), number("macron"), number("c" + "9" * 30)
    (17, None, None)
    """
    digits = name[1:]
    if name[:1] not in "cdmpfr" or not digits.isdecimal() or len(digits) > _DIGITS:
        return None
    return int(digits)
