"""Write a case as a folder of plain files."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from detente.errors import InputError, OutputExistsError
from detente.store import deciding, exchange, records, versions
from detente.store.case import Case, write_whole
from detente.store.tables import (
    claims,
    corrections,
    decisions,
    documents,
    forecasts,
    models,
    outcomes,
    proposals,
    runs,
    sightings,
)


def export(case: Case, to: str | Path) -> int:
    """Write a case to a folder; return how many files it has there.

    Parameters
    ----------
    case : Case
        The case.
    to : str or Path
        Made if it isn't there. It may hold an earlier export of the same case,
        whose files are replaced, and files of others, which are left alone.

    Raises
    ------
    OutputExistsError
        If another case, or a case that is worked on, stands there.
    InputError
        If it can't be written to.
    """
    versions.current(case)
    to = Path(to)
    _free(to, case)
    with case.reading() as connection:
        files = dict(_files(connection, case))
    try:
        for folder in (to, to / exchange.HISTORY, to / exchange.DOCUMENTS):
            folder.mkdir(parents=True, exist_ok=True)
            if folder.is_symlink():
                raise InputError("this is a link", "name a folder", where=str(folder))
    except OSError as error:
        raise InputError(
            f"can't be made ({error.strerror})", "check the path and the rights", where=str(to)
        ) from error
    for name, text in files.items():
        path = to / name
        if path.is_symlink() or not path.exists() or path.read_bytes() != text.encode():
            write_whole(path, text)
    return len(files)


def _free(to: Path, case: Case) -> None:
    if (to / "case.db").exists() or to.resolve() == case.folder.resolve():
        raise OutputExistsError("a case is worked on there", "name another folder", where=str(to))
    about = to / exchange.ABOUT
    if about.exists() and about.read_text("utf-8", "replace") != _about(case):
        raise OutputExistsError("another case is there", "name another folder", where=str(to))


def _about(case: Case) -> str:
    return (
        f"{exchange.HEAD}exported: {exchange.FORMAT}\n"
        f"name: {json.dumps(case.name, ensure_ascii=False)}\n"
        f"title: {json.dumps(case.title, ensure_ascii=False)}\n"
    )


def _files(connection: Connection, case: Case) -> Iterator[tuple[str, str]]:
    """Yield the files of an export, each with its text."""
    numbers = {
        row.id: row.number
        for row in connection.execute(
            select(runs.c.id, runs.c.number).where(runs.c.case_id == case.id)
        )
    }
    yield exchange.ABOUT, _about(case)
    every = versions.every(connection, case.id)
    if every:
        yield exchange.MODEL, every[-1].text
    for one in every:
        yield f"{exchange.HISTORY}/m{one.number}.yaml", one.text
    yield from _documents(connection, case.id, numbers)
    yield exchange.CLAIMS, "".join(map(exchange.line, _claims(connection, case.id)))
    yield (
        exchange.CORRECTIONS,
        "".join(map(exchange.line, _corrections(connection, case.id, numbers))),
    )
    yield exchange.PROPOSALS, "".join(map(exchange.line, _proposals(connection, case.id, numbers)))
    yield exchange.FORECASTS, "".join(map(exchange.line, _forecasts(connection, case.id)))
    yield exchange.LOG, "".join(map(exchange.line, _log(connection, case.id, numbers)))


def _documents(
    connection: Connection, case_id: int, numbers: dict[int, int]
) -> Iterator[tuple[str, str]]:
    seen: dict[int, list[dict[str, Any]]] = defaultdict(list)
    again = (
        select(sightings)
        .join(documents, documents.c.id == sightings.c.document_id)
        .where(documents.c.case_id == case_id)
        .order_by(sightings.c.id)
    )
    for row in connection.execute(again):
        seen[row.document_id].append({"run": numbers[row.run_id], "source": row.source})
    query = select(documents).where(documents.c.case_id == case_id).order_by(documents.c.number)
    for row in connection.execute(query):
        name = f"{exchange.DOCUMENTS}/d{row.number}"
        about = {
            "id": f"d{row.number}", "title": row.title, "date": row.date, "source": row.source,
            "run": numbers[row.run_id], "warnings": json.loads(row.warnings),
            "again": seen[row.id], "actors": json.loads(row.actors),
        }  # fmt: skip
        yield f"{name}.txt", row.text
        yield f"{name}.json", json.dumps(about, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _claims(connection: Connection, case_id: int) -> Iterator[dict[str, Any]]:
    for row in connection.execute(records.claim_query(case_id).order_by(claims.c.number)):
        kept = {
            **json.loads(row.body), "id": f"c{row.number}", "document": f"d{row.document}",
            "kind": row.kind, "quote": row.quote, "actor": row.actor, "status": row.status,
            "negated": bool(row.negated) or None, "act": row.act or None,
            "verdict": row.verdict or None, "day": row.date,
            "earlier": None if row.earlier is None else f"c{row.earlier}",
        }  # fmt: skip
        yield {key: value for key, value in kept.items() if value is not None}


def _corrections(
    connection: Connection, case_id: int, numbers: dict[int, int]
) -> Iterator[dict[str, Any]]:
    query = (
        select(corrections, claims.c.number)
        .join(claims, claims.c.id == corrections.c.claim_id)
        .where(claims.c.case_id == case_id)
        .order_by(corrections.c.id)
    )
    for row in connection.execute(query):
        yield {
            "claim": f"c{row.number}", "run": numbers[row.run_id],
            "changes": json.loads(row.changes), "why": row.why,
        }  # fmt: skip


def _proposals(
    connection: Connection, case_id: int, numbers: dict[int, int]
) -> Iterator[dict[str, Any]]:
    query = (
        select(proposals.c.number, proposals.c.run_id, decisions.c.run_id.label("decided"))
        .outerjoin(decisions, decisions.c.proposal_id == proposals.c.id)
        .where(proposals.c.case_id == case_id)
    )
    when = {row.number: (row.run_id, row.decided) for row in connection.execute(query)}
    for one in deciding.kept(connection, case_id):
        run, decided = when[one.number]
        yield {
            "id": one.name, "kind": one.kind, "said": one.said, "about": one.about,
            "steps": list(one.steps), "because": list(one.because), "run": numbers[run],
            "accepted": one.accepted, "decided": None if decided is None else numbers[decided],
        }  # fmt: skip


def _forecasts(connection: Connection, case_id: int) -> Iterator[dict[str, Any]]:
    query = (
        select(forecasts, outcomes.c.outcome, outcomes.c.resolved)
        .outerjoin(outcomes, outcomes.c.forecast_id == forecasts.c.id)
        .where(forecasts.c.case_id == case_id)
        .order_by(forecasts.c.id)
    )
    rows = connection.execute(query).all()
    for row in rows:
        yield {
            "kind": "forecast", "id": row.entry, "question": row.question, "horizon": row.horizon,
            "as_of": row.as_of, "probability": row.probability, "low": row.low, "high": row.high,
            "model": row.model, "seed": row.seed, "draws": row.draws,
        }  # fmt: skip
    for row in rows:
        if row.outcome is not None:
            yield {
                "kind": "outcome", "id": row.entry, "outcome": bool(row.outcome),
                "resolved": row.resolved,
            }  # fmt: skip


def _log(connection: Connection, case_id: int, numbers: dict[int, int]) -> Iterator[dict[str, Any]]:
    """Yield the runs, each with the versions, forecasts and outcomes that it made."""
    made: dict[int, dict[str, Any]] = defaultdict(dict)
    versions_made = select(models.c.run_id, models.c.number).where(models.c.case_id == case_id)
    for run_id, number in connection.execute(versions_made):
        made[run_id]["model"] = f"m{number}"
    asked = (
        select(forecasts.c.run_id, forecasts.c.entry, models.c.number)
        .join(models, models.c.id == forecasts.c.model_id)
        .where(forecasts.c.case_id == case_id)
        .order_by(forecasts.c.id)
    )
    for run_id, entry, number in connection.execute(asked):
        told = made[run_id].setdefault("forecast", {"of": f"m{number}", "entries": []})
        told["entries"].append(entry)
    came = (
        select(outcomes.c.run_id, forecasts.c.entry)
        .join(forecasts, forecasts.c.id == outcomes.c.forecast_id)
        .where(forecasts.c.case_id == case_id)
        .order_by(outcomes.c.id)
    )
    for run_id, entry in connection.execute(came):
        made[run_id].setdefault("outcomes", []).append(entry)
    query = select(runs).where(runs.c.case_id == case_id).order_by(runs.c.number)
    for row in connection.execute(query):
        yield {
            "run": numbers[row.id], "verb": row.verb, "said": row.said, "by": row.by, "at": row.at,
            "details": json.loads(row.details), **made[row.id],
        }  # fmt: skip
