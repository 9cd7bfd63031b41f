"""What an analyst puts right in a report of a case: added by hand, listed, taken back."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, text

from detente.errors import InputError, NotFoundError
from detente.read.claim import KINDS, Claim
from detente.read.shelf import Page
from detente.store import records, taking
from detente.store.case import Case
from detente.store.correcting import checked, correct
from detente.store.tables import claims, corrections, documents

RULE = "analyst"
_FIELDS = (
    "actor", "action", "event", "target", "status", "speaker", "likelihood", "date", "condition",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fix:
    """What was put right about one claim: `do` is ``reject``, ``correct`` or ``add``."""

    claim: str
    do: str
    kind: str
    quote: str
    known: dict[str, Any]


def add(case: Case, document: str, kind: str, quote: str, known: dict[str, Any]) -> str:
    """Add a claim to a document that is there; return its id.

    Parameters
    ----------
    case : Case
        The case.
    document : str
        The document's id, ``d3``.
    kind, quote : str
        What sort of claim it is, and its words, exactly as they stand.
    known : dict
        Other fields and their values.

    Raises
    ------
    NotFoundError
        If there is no such document.
    InputError
        If the words don't stand in it, or a field can't have this value.
    """
    if kind not in KINDS:
        raise InputError(f"kind can't be {kind!r}", f"it is one of {', '.join(KINDS)}")
    known = checked(known) if known else {}
    number = records.number(document) if document.startswith("d") else None
    with case.writing("correct", f"added to {document}: {quote[:80]}") as run:
        row = run.connection.execute(
            select(documents).where(
                documents.c.case_id == case.id, documents.c.number == (number or 0)
            )
        ).first()
        if row is None:
            raise NotFoundError(f"there is no report {document!r}", "choose one of the list")
        start = row.text.find(quote) if quote.strip() else -1
        if start < 0:
            raise InputError(
                "the quote is not in the report", "copy its words exactly as they stand there"
            )
        new = run.next(claims)
        claim = Claim(
            **{
                **dict.fromkeys(_FIELDS),
                "negated": False,
                **known,
                "id": f"c{new}",
                "document": document,
                "kind": kind,
                "quote": quote,
                "start": start,
                "end": start + len(quote),
                "rule": RULE,
            }
        )
        page = Page(records.document_of(row), tuple(records.actors_of(row)), (claim,))
        keys = taking.keys_of(page)
        judged = taking.judge(run, [claim], keys)
        fields = taking.row(case.id, row.id, claim, keys[0], judged[0], reported=row.date)
        made = run.connection.execute(insert(claims).returning(claims.c.id), fields).scalar_one()
        if run.connection.dialect.name == "sqlite":
            run.connection.execute(
                text("INSERT INTO claims_words(rowid, words) VALUES (:id, :words)"),
                {"id": made, "words": fields["quote"]},
            )
    return f"c{new}"


def fixes(case: Case, document: str) -> list[Fix]:
    """Return what was put right in a document and stands, by claim."""
    number = records.number(document) or 0
    found = []
    with case.reading() as connection:
        query = records.claim_query(case.id).where(documents.c.number == number)
        rows = {row.id: row for row in connection.execute(query.order_by(claims.c.number))}
        changes: dict[int, dict[str, Any]] = {}
        said = select(corrections).where(corrections.c.claim_id.in_(list(rows)))
        for one in connection.execute(said.order_by(corrections.c.id)):
            changes.setdefault(one.claim_id, {}).update(json.loads(one.changes))
    for key, row in rows.items():
        claim = records.claim_of(row)
        known = dict(changes.get(key, ()))
        rejected = known.pop("reject", False)
        known = {name: value for name, value in known.items() if getattr(claim, name) != value}
        if rejected:
            found.append(Fix(claim.id, "reject", claim.kind, claim.quote, {}))
        elif known or claim.rule == RULE:
            do = "add" if claim.rule == RULE else "correct"
            found.append(Fix(claim.id, do, claim.kind, claim.quote, known))
    return found


def take_back(case: Case, claim: str) -> None:
    """Take back what was put right about a claim: one added is rejected, others are as read.

    Raises
    ------
    NotFoundError
        If there is no such claim, or nothing was put right about it.
    """
    number = records.number(claim) if claim.startswith("c") else None
    with case.reading() as connection:
        row = connection.execute(
            records.claim_query(case.id).where(claims.c.number == (number or 0))
        ).first()
        known: dict[str, Any] = {}
        if row is not None:
            query = select(corrections.c.changes).where(corrections.c.claim_id == row.id)
            for said in connection.execute(query.order_by(corrections.c.id)).scalars():
                known.update(json.loads(said))
    if row is None:
        raise NotFoundError(f"there is no claim {claim!r}", "look at the page again")
    read = records.claim_of(row)
    if known.get("reject"):
        back: dict[str, Any] = {"reject": False}
    elif read.rule == RULE:
        back = {"reject": True}
    else:
        back = {name: getattr(read, name) for name in known if name != "reject"}
        back = {name: value for name, value in back.items() if value != known[name]}
    if not back:
        raise NotFoundError(f"nothing was put right about {claim}", "look at the page again")
    correct(case, claim, back, why="taken back")
