"""Words looked up in documents and claims: FTS5 on SQLite, tsvector on PostgreSQL."""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

from detente.errors import InputError
from detente.store.case import Case

MOST = 20
_AROUND = 90
_SQLITE = {
    "documents": """
        SELECT d.number, d.date, d.title, d.source, d.text AS words, d.number AS document
        FROM documents_words w JOIN documents d ON d.id = w.rowid
        WHERE documents_words MATCH :query AND d.case_id = :case ORDER BY rank, d.number LIMIT :most
        """,
    "claims": """
        SELECT c.number, c.date, c.kind AS title, d.source, c.quote AS words, d.number AS document
        FROM claims_words w JOIN claims c ON c.id = w.rowid JOIN documents d ON d.id = c.document_id
        WHERE claims_words MATCH :query AND c.case_id = :case ORDER BY rank, c.number LIMIT :most
        """,
}
_POSTGRESQL = {
    "documents": """
        SELECT d.number, d.date, d.title, d.source, d.text AS words, d.number AS document
        FROM documents d, plainto_tsquery('english', :query) q
        WHERE to_tsvector('english', left(d.title || ' ' || d.text, 200000)) @@ q AND d.case_id = :case
        ORDER BY d.number LIMIT :most
        """,
    "claims": """
        SELECT c.number, c.date, c.kind AS title, d.source, c.quote AS words, d.number AS document
        FROM claims c JOIN documents d ON d.id = c.document_id, plainto_tsquery('english', :query) q
        WHERE to_tsvector('english', left(c.quote, 200000)) @@ q AND c.case_id = :case
        ORDER BY c.number LIMIT :most
        """,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or a claim that holds the words."""

    id: str
    document: str
    date: str
    title: str
    source: str
    words: str


def search(case: Case, words: str, *, most: int = MOST) -> tuple[list[Hit], list[Hit]]:
    """Return the documents and the claims that hold all of some words.

    Parameters
    ----------
    case : Case
        Where to look.
    words : str
        Words; they stand in any order, and their beginnings count on SQLite,
        their stems on PostgreSQL.
    most : int
        How many of each at most.

    Returns
    -------
    documents, claims : list of Hit
        Best first on SQLite, oldest first on PostgreSQL. `words` is the text around the first hit.

    Raises
    ------
    InputError
        If there are no words.
    """
    plain = re.findall(r"\w+", words)
    if not plain:
        raise InputError("there is no word to look for", "give some words")
    with case.reading() as connection:
        return (
            _hits(connection, case.id, "documents", plain, most),
            _hits(connection, case.id, "claims", plain, most),
        )


def _hits(
    connection: Connection, case_id: int, where: str, plain: list[str], most: int
) -> list[Hit]:
    if connection.dialect.name == "sqlite":
        query, sql = " ".join(f'"{word}"*' for word in plain), _SQLITE[where]
    else:
        query, sql = " ".join(plain), _POSTGRESQL[where]
    rows = connection.execute(text(sql), {"query": query, "case": case_id, "most": most})
    letter = where[0]
    return [
        Hit(
            f"{letter}{row.number}",
            f"d{row.document}",
            row.date or "",
            row.title,
            row.source,
            around(row.words, plain),
        )
        for row in rows
    ]


def around(words: str, plain: list[str]) -> str:
    """Return the part of a text around the first of some words, on one line."""
    low = words.lower()
    places = [place for word in plain if (place := low.find(word.lower())) >= 0]
    first = min(places, default=0)
    start, end = max(0, first - _AROUND), first + _AROUND
    part = " ".join(words[start:end].split())
    return f"{'… ' if start else ''}{part}{' …' if end < len(words) else ''}"
