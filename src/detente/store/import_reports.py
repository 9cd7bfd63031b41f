"""The runs, reports and claims of an export: what was read, and when it came in."""

from collections.abc import Iterator
from typing import Any

from detente.errors import InputError
from detente.read.claim import Document
from detente.store import exchange, tables
from detente.store.imported import (
    CLAIM,
    claim,
    claim_row,
    document,
    dumped,
    need,
    text_of,
    wrong,
)
from detente.store.intake import Intake
from detente.store.taking import clean, digest
from detente.store.untrusted import shallow

_CHUNK = 20_000
_RUN = ("case_id", "number", "verb", "said", "by", "at", "details")
_DOCUMENT = (
    "case_id", "run_id", "number", "digest", "title", "date", "source", "text", "actors",
    "warnings",
)  # fmt: skip
Log = list[tuple[str, dict[str, Any]]]
Texts = dict[str, tuple[int, str]]


def runs(into: Intake, log: Log) -> None:
    """Take in who did what and when."""
    rows = []
    for place, (where, one) in enumerate(log, 1):
        need(one.get("run") == place, "runs are numbered from 1", where)
        told = [text_of(one, key, where) for key in ("verb", "said", "by", "at")]
        details = one.get("details", {})
        need(isinstance(details, dict) and shallow(details), "details are a record", where)
        rows.append((into.case_id, place, *told, dumped(details)))
    into.put(tables.runs, _RUN, rows)
    into.runs = into.ids(tables.runs)


def documents(into: Intake) -> Texts:
    """Take in the reports; return the id and the text of each, by its name."""
    names = into.found.names(exchange.DOCUMENTS)
    numbers = sorted({int(m[1]) for name in names if (m := exchange.DOCUMENT.fullmatch(name))})
    need(
        numbers == list(range(1, len(numbers) + 1)), "documents are numbered from 1",
        str(into.found.path / exchange.DOCUMENTS),
    )  # fmt: skip
    rows, again, known = [], [], set()
    texts: list[str] = []
    for number in numbers:
        where = f"{into.found.path}/{exchange.DOCUMENTS}/d{number}"
        words, about = _read(into, number, where)
        found = Document(f"d{number}", about["title"], about["date"], about["source"], words)
        mark = digest(found)
        need(mark not in known, "no two documents have one text", where)
        known.add(mark)
        rows.append(
            (
                into.case_id, into.run(about, where), number, mark, found.title, found.date,
                found.source, words, dumped(about["actors"]), dumped(about["warnings"]),
            )
        )  # fmt: skip
        again += [(number, into.run(one, where), one["source"]) for one in about["again"]]
        texts.append(words)
    into.put(tables.documents, _DOCUMENT, rows)
    ids = into.ids(tables.documents)
    into.put(
        tables.sightings,
        ("document_id", "run_id", "source"),
        [(ids[number], run, source) for number, run, source in again],
    )
    return {f"d{number}": (ids[number], texts[number - 1]) for number in numbers}


def _read(into: Intake, number: int, where: str) -> tuple[str, dict[str, Any]]:
    name = f"{exchange.DOCUMENTS}/d{number}"
    words, about = into.found.text(f"{name}.txt"), into.found.data(f"{name}.json")
    if words is None or about is None:
        raise InputError(
            "a document has two files, .txt and .json", "export the case anew", where=where
        )
    words = clean(words)
    return words, document(about, len(words), where)


def claims(into: Intake, texts: Texts) -> None:
    """Take in the claims, each with the document that it stands in."""
    rows = []
    for row in _claims(into, texts):
        rows.append(row)
        if len(rows) == _CHUNK:
            into.put(tables.claims, CLAIM, rows)
            rows = []
    into.put(tables.claims, CLAIM, rows)


def _claims(into: Intake, texts: Texts) -> Iterator[tuple[Any, ...]]:
    case_id = into.case_id
    for place, (where, line) in enumerate(into.found.lines(exchange.CLAIMS), 1):
        one = claim(line, where)
        if one.get("document") not in texts:
            raise wrong("a claim names its document", where)
        document_id, words = texts[one["document"]]
        yield claim_row((case_id, document_id, place), one, words, where)
