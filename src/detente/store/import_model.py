"""What was made of an export's reports: versions of the model, corrections, decisions."""

from typing import Any

from detente.errors import DetenteError, InputError
from detente.model.formats import yaml
from detente.store import exchange, records, tables
from detente.store.correcting import checked
from detente.store.import_reports import Log
from detente.store.imported import dumped, named, need, text_of, texts, wrong
from detente.store.intake import Intake
from detente.store.untrusted import shallow
from detente.store.versions import digest_of

_MOST = 5_000_000


def versions(into: Intake, log: Log) -> dict[int, int]:
    """Take in the versions of the model; return the id of each by its number."""
    by = {
        one["model"]: place for place, (_, one) in enumerate(log, 1) if named(one.get("model"), "m")
    }
    names = into.found.names(exchange.HISTORY)
    numbers = sorted(int(m[1]) for name in names if (m := exchange.VERSION.fullmatch(name)))
    where = str(into.found.path / exchange.HISTORY)
    need(numbers == list(range(1, len(numbers) + 1)), "versions are numbered from 1", where)
    rows = []
    for number in numbers:
        name = f"{exchange.HISTORY}/m{number}.yaml"
        where = str(into.found.path / name)
        words = into.found.text(name, most=_MOST) or ""
        try:
            yaml.loads(words, where)
        except RecursionError as error:
            raise InputError(
                "it is nested too deep", "export the case anew", where=where
            ) from error
        need(f"m{number}" in by, "the log names the run of a version", where)
        run = into.runs[by[f"m{number}"]]
        rows.append((into.case_id, run, number, digest_of(words), words))
    into.put(tables.models, ("case_id", "run_id", "number", "digest", "text"), rows)
    return into.ids(tables.models)


def corrections(into: Intake) -> None:
    """Take in what an analyst put right."""
    found = list(into.found.records(exchange.CORRECTIONS))
    ids = into.ids(tables.claims) if found else {}
    rows = []
    for where, one in found:
        claim = records.number(str(one.get("claim", "")))
        if claim not in ids:
            raise wrong("a correction names a claim", where)
        try:
            changes = checked(one.get("changes"))
        except DetenteError as error:
            raise error.at(where) from error
        why = text_of(one, "why", where)
        rows.append((into.run(one, where), ids[claim], dumped(changes), why))
    into.put(tables.corrections, ("run_id", "claim_id", "changes", "why"), rows)


def proposals(into: Intake) -> None:
    """Take in what reports proposed, and what was decided."""
    rows, decided = [], []
    for place, (where, one) in enumerate(into.found.records(exchange.PROPOSALS), 1):
        need(one.get("id") == f"p{place}", "proposals are numbered from p1", where)
        rows.append(_proposal(into, place, one, where))
        if one.get("accepted") is not None:
            need(isinstance(one["accepted"], bool), "accepted is true, false or null", where)
            run = into.run({"run": one.get("decided")}, where)
            decided.append((run, place, one["accepted"]))
    columns = ("case_id", "run_id", "number", "kind", "said", "steps", "because")
    into.put(tables.proposals, columns, rows)
    ids = into.ids(tables.proposals)
    into.put(
        tables.decisions,
        ("run_id", "proposal_id", "accepted"),
        [(run, ids[place], yes) for run, place, yes in decided],
    )


def _proposal(into: Intake, place: int, one: dict[str, Any], where: str) -> tuple[Any, ...]:
    steps = one.get("steps")
    good = isinstance(steps, list) and all(isinstance(step, dict) for step in steps)
    need(good and bool(steps) and shallow(steps), "a proposal has steps", where)
    need(texts(one.get("because")), "a proposal names its claims", where)
    told = {"about": text_of(one, "about", where), "steps": steps}
    return (
        into.case_id, into.run(one, where), place, text_of(one, "kind", where),
        text_of(one, "said", where), dumped(told), dumped(one["because"]),
    )  # fmt: skip
