"""Take a report in: its text once, its claims each with what it is to those known."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from sqlalchemy import insert, select, text

from detente.provenance import checksum
from detente.read.claim import Actor, Claim, Document, Reading
from detente.read.gathering import number as numbered
from detente.read.shelf import Page
from detente.store import records
from detente.store.case import Case, Run
from detente.store.matching import Known, act_keys, last_known, verdict
from detente.store.tables import claims, documents, sightings

_UNHELD = re.compile("[\x00\ud800-\udfff]")
_Record = TypeVar("_Record", Document, Actor, Claim)
MOST_EARLIER = 12
"""How many of the latest claims about an act a new one is compared with."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a report.

    Attributes
    ----------
    document : str
        Its id in the case.
    known : bool
        Whether its text had come in before.
    title, source : str
        As they came.
    claims : tuple of Claim
        Its claims, with their ids in the case.
    verdicts : mapping of str to (str, str or None)
        Claim id: what it is to those known, and the id of the one it was
        matched with.
    warnings : tuple of str
        What the reader has to say of it.
    """

    document: str
    known: bool
    title: str
    source: str
    date: str | None
    claims: tuple[Claim, ...]
    verdicts: Mapping[str, tuple[str, str | None]]
    warnings: tuple[str, ...] = ()


def digest(document: Document) -> str:
    """Return the checksum by which one text is known wherever it comes from.

    White space and the form of Unicode don't matter to it.
    """
    plain = " ".join(unicodedata.normalize("NFC", document.text).split())
    return checksum(plain.encode("utf-8", "surrogatepass"))


def is_known(case: Case, document: Document) -> str | None:
    """Return the id of the document of this text, if it came in before."""
    query = select(documents.c.number).where(
        documents.c.case_id == case.id, documents.c.digest == digest(document)
    )
    with case.reading() as connection:
        found = connection.execute(query).scalar()
    return None if found is None else f"d{found}"


def keys_of(page: Page) -> list[str]:
    """Return the act that each claim of a page speaks of."""
    named = Reading((page.document,), page.actors, numbered(page.claims))
    keys = act_keys(named)
    return [keys.get(claim.id, "") for claim in named.claims]


def put(run: Run, page: Page, keys: Sequence[str]) -> Taken:
    """Keep a page in a run that is under way."""
    document = page.document
    known = run.connection.execute(
        select(documents.c.id, documents.c.number).where(
            documents.c.case_id == run.case_id, documents.c.digest == digest(document)
        )
    ).first()
    if known is not None:
        run.connection.execute(
            insert(sightings),
            {"document_id": known.id, "run_id": run.id, "source": clean(document.source)},
        )
        return Taken(
            document=f"d{known.number}",
            known=True,
            title=document.title,
            source=document.source,
            date=document.date,
            claims=(),
            verdicts={},
        )
    place = run.next(documents)
    document_id = run.connection.execute(
        insert(documents).returning(documents.c.id),
        {
            "case_id": run.case_id,
            "run_id": run.id,
            "number": place,
            "digest": digest(document),
            "title": clean(document.title),
            "date": document.date,
            "source": clean(document.source),
            "text": clean(document.text),
            "actors": clean(records.actors_text(page.actors)),
            "warnings": json.dumps(list(page.warnings), ensure_ascii=True),
        },
    ).scalar_one()
    made = _renumbered(page.claims, run.next(claims) - 1, f"d{place}")
    judged = judge(run, made, keys)
    rows = [
        row(run.case_id, document_id, claim, key, verdicts, reported=document.date)
        for claim, key, verdicts in zip(made, keys, judged, strict=True)
    ]
    if rows:
        run.connection.execute(insert(claims), rows)
    index_words(run, document_id)
    return Taken(
        document=f"d{place}",
        known=False,
        title=document.title,
        source=document.source,
        date=document.date,
        claims=tuple(made),
        verdicts={
            claim.id: (word, None if other is None else f"c{other}")
            for claim, (word, other) in zip(made, judged, strict=True)
            if word
        },
        warnings=page.warnings,
    )


def row(
    case_id: int,
    document_id: int,
    claim: Claim,
    key: str,
    judged: tuple[str, int | None],
    *,
    reported: str | None,
) -> dict[str, Any]:
    """Return the row of a claim."""
    return {
        "case_id": case_id,
        "document_id": document_id,
        "number": int(claim.id[1:]),
        "kind": claim.kind,
        "actor": claim.actor,
        "act": clean(key),
        "status": claim.status,
        "negated": claim.negated,
        "date": claim.date or (reported or "")[:10] or None,
        "verdict": judged[0],
        "earlier": judged[1],
        "quote": clean(claim.quote),
        "body": clean(records.body(claim)),
    }


def _renumbered(page: Sequence[Claim], before: int, document: str) -> list[Claim]:
    """Return the claims of a page with their ids in the case, and so what they point to."""
    new = {}
    made = numbered(page)
    for claim in made:
        new[claim.id] = f"c{before + int(claim.id[1:])}"
    return [
        replace(
            claim,
            id=new[claim.id],
            document=document,
            because=tuple(new[one] for one in claim.because if one in new),
            same_as=None,
        )
        for claim in made
    ]


def judge(run: Run, made: Sequence[Claim], keys: Sequence[str]) -> list[tuple[str, int | None]]:
    """Return what each claim is to those known before its document."""
    earlier = {key: _earlier(run, key) for key in sorted(set(keys) - {""})}
    return [
        verdict(claim, earlier[key]) if key else ("", None)
        for claim, key in zip(made, keys, strict=True)
    ]


def _earlier(run: Run, key: str) -> list[Known]:
    query = (
        records.claim_query(run.case_id)
        .where(claims.c.act == clean(key))
        .order_by(claims.c.number.desc())
        .limit(MOST_EARLIER)
    )
    rows = run.connection.execute(query).all()[::-1]
    numbers = {f"c{row.number}": (row.number, row.document) for row in rows}
    return last_known(
        (claim, *numbers[claim.id]) for claim in records.corrected(run.connection, rows)
    )


def index_words(run: Run, document_id: int) -> None:
    """Make a document and its claims findable; PostgreSQL does so by itself."""
    if run.connection.dialect.name != "sqlite":
        return
    run.connection.execute(
        text(
            "INSERT INTO documents_words(rowid, words) "
            "SELECT id, title || ' ' || text FROM documents WHERE id = :id"
        ),
        {"id": document_id},
    )
    run.connection.execute(
        text(
            "INSERT INTO claims_words(rowid, words) "
            "SELECT id, quote FROM claims WHERE document_id = :id"
        ),
        {"id": document_id},
    )


def cleaned(page: Page) -> Page:
    """Return a page whose every text a database can hold; no offset moves."""
    return Page(
        _clean_record(page.document),
        tuple(_clean_record(one) for one in page.actors),
        tuple(_clean_record(one) for one in page.claims),
        tuple(clean(one) for one in page.warnings),
    )


def _clean_record(record: _Record) -> _Record:
    changed: dict[str, Any] = {
        one.name: clean(value)
        for one in fields(record)
        if isinstance(value := getattr(record, one.name), str) and _UNHELD.search(value)
    }
    return replace(record, **changed) if changed else record


def clean(words: str) -> str:
    """Return a text that any database can hold, of the same length: no NUL, no half characters."""
    if words.isascii() and "\0" not in words:
        return words
    return _UNHELD.sub("\ufffd", words)
