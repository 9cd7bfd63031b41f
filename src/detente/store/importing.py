"""Make a case of an export: everything is checked before anything is kept.

The folder may come from anybody. Only the files named in
`detente.store.exchange` are opened, none through a link; nothing that a record
says is ever used as a path; and all rows go in with one transaction.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select, text

from detente.errors import DetenteError, InputError, NotFoundError
from detente.model.formats import yaml
from detente.read.claim import Document
from detente.store import exchange, records, tables
from detente.store.case import Case, new
from detente.store.engine import writing
from detente.store.imported import actors, claim_row, dumped, named, need, text_of, texts, wrong
from detente.store.taking import clean, digest
from detente.store.untrusted import Folder, shallow
from detente.store.versions import digest_of, latest, show

_CHUNK = 5_000


def import_case(source: str | Path, folder: str | Path, *, store: str = "") -> Case:
    """Make a case of an export.

    Parameters
    ----------
    source : str or Path
        The export.
    folder : str or Path
        The new case's folder.
    store : str
        The address of a PostgreSQL database; left out, a file in the folder.

    Raises
    ------
    InputError
        If it is no export, or a part of it isn't what an export has; then
        there is no new case.
    """
    found = Folder(Path(source))
    about = _about(found)
    fresh = not Path(folder).exists()
    case = new(folder, title=about["title"], store=store, name=about["name"])
    try:
        with writing(case.engine, str(source)) as connection:
            _Import(connection, case.id, found).run()
        with case.reading() as connection:
            version = latest(connection, case.id)
        if version is not None:
            show(case, version)
    except BaseException:
        case.close()
        _undo(case, fresh=fresh)
        raise
    return case


def _undo(case: Case, *, fresh: bool) -> None:
    """Take a case away that was only begun."""
    if case.engine.dialect.name == "sqlite":
        for name in ("case.db", "case.db-wal", "case.db-shm"):
            (case.folder / name).unlink(missing_ok=True)
    else:
        with writing(case.engine, str(case.folder)) as connection:
            connection.execute(tables.cases.delete().where(tables.cases.c.id == case.id))
    for name in (exchange.ABOUT, exchange.MODEL, ".model"):
        (case.folder / name).unlink(missing_ok=True)
    if fresh:
        try:
            case.folder.rmdir()
        except OSError:  # something else stands there by now
            return


def _about(found: Folder) -> dict[str, str]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    where = str(found.path / exchange.ABOUT)
    told = found.text(exchange.ABOUT, most=100_000)
    if told is None:
        raise NotFoundError(
            "there is no export of a case here", "it has a case.yaml", where=str(found.path)
        )
    try:
        about = YAML(typ="safe", pure=True).load(told)
    except (YAMLError, ValueError, RecursionError) as error:
        raise InputError("can't be read", "export the case anew", where=where) from error
    if not isinstance(about, dict) or "exported" not in about:
        raise InputError(
            "this is no export of a case", "make one: detente case export", where=where
        )
    if about["exported"] != exchange.FORMAT:
        raise InputError(
            f"the export has format {about['exported']!r}, and this program knows {exchange.FORMAT}",
            "install a newer Détente",
            where=where,
        )
    for key in ("name", "title"):
        if not isinstance(about.get(key), str):
            raise InputError(f"says no {key}", "export the case anew", where=where)
    return {"name": about["name"], "title": about["title"][:1000]}


class _Import:
    """One import: what is read is checked, and put in in the order in which it hangs together."""

    def __init__(self, connection: Connection, case_id: int, found: Folder) -> None:
        self.connection, self.case_id, self.found = connection, case_id, found
        self.runs: dict[int, int] = {}
        self.documents: dict[int, tuple[int, str, str | None]] = {}
        self.claims = 0
        self.forecast_of: dict[str, tuple[int, int]] = {}
        self.outcome_run: dict[str, int] = {}
        self.models: dict[int, int] = {}
        self.made_by: dict[int, int] = {}

    def run(self) -> None:
        """Take everything in."""
        log = list(self.found.lines(exchange.LOG))
        self._runs(log)
        self._documents()
        self._claims()
        self._models(log)
        self._corrections()
        self._proposals()
        self._answers(log)
        if self.connection.dialect.name == "sqlite":
            self._index()

    def _runs(self, log: list[tuple[str, dict[str, Any]]]) -> None:
        rows = []
        for place, (where, one) in enumerate(log, 1):
            need(one.get("run") == place, "runs are numbered from 1", where)
            said = {key: text_of(one, key, where) for key in ("verb", "said", "by", "at")}
            details = one.get("details", {})
            need(isinstance(details, dict) and shallow(details), "details are a record", where)
            rows.append(
                {"case_id": self.case_id, "number": place, **said, "details": dumped(details)}
            )
        self._put(tables.runs, rows)
        self.runs = self._ids(tables.runs)

    def _documents(self) -> None:
        names = self.found.names(exchange.DOCUMENTS)
        numbers = sorted({int(m[1]) for name in names if (m := exchange.DOCUMENT.fullmatch(name))})
        need(
            numbers == list(range(1, len(numbers) + 1)), "documents are numbered from 1",
            str(self.found.path / exchange.DOCUMENTS),
        )  # fmt: skip
        rows, again, seen = [], [], set()
        for number in numbers:
            name = f"{exchange.DOCUMENTS}/d{number}"
            where = str(self.found.path / name)
            words, about = self.found.text(f"{name}.txt"), self.found.record(f"{name}.json")
            if words is None or about is None:
                raise InputError(
                    "a document has two files, .txt and .json", "export the case anew", where=where
                )
            row = self._document(number, words, about, where)
            need(row["digest"] not in seen, "no two documents have one text", where)
            seen.add(row["digest"])
            rows.append(row)
            again += [(number, one, where) for one in about.get("again", [])]
            self.documents[number] = (0, words, row["date"])
        self._put(tables.documents, rows)
        ids = self._ids(tables.documents)
        self.documents = {n: (ids[n], words, day) for n, (_, words, day) in self.documents.items()}
        self._put(
            tables.sightings,
            [
                {
                    "document_id": ids[n],
                    "run_id": self._run(one, where),
                    "source": text_of(one, "source", where),
                }
                for n, one, where in again
            ],
        )

    def _document(
        self, number: int, words: str, about: dict[str, Any], where: str
    ) -> dict[str, Any]:
        day = about.get("date")
        need(day is None or isinstance(day, str), "a date is text or null", where)
        title, source = text_of(about, "title", where), text_of(about, "source", where)
        warnings = about.get("warnings", [])
        need(texts(warnings), "warnings are texts", where)
        document = Document(f"d{number}", title, day, source, clean(words))
        return {
            "case_id": self.case_id, "run_id": self._run(about, where), "number": number,
            "digest": digest(document), "title": clean(title), "date": day, "source": clean(source),
            "text": document.text, "warnings": dumped(warnings),
            "actors": clean(records.actors_text(actors(about.get("actors", []), number, len(words), where))),
        }  # fmt: skip

    def _claims(self) -> None:
        rows: list[dict[str, Any]] = []
        for place, (where, one) in enumerate(self.found.lines(exchange.CLAIMS), 1):
            rows.append(self._claim(place, one, where))
            if len(rows) == _CHUNK:
                self._put(tables.claims, rows)
                rows = []
        self._put(tables.claims, rows)

    def _claim(self, place: int, one: dict[str, Any], where: str) -> dict[str, Any]:
        document = records.number(str(one.get("document", "")))
        if document not in self.documents:
            raise wrong("a claim names its document", where)
        document_id, words, _ = self.documents[document]
        return {
            "case_id": self.case_id,
            "document_id": document_id,
            **claim_row(place, one, words, where),
        }

    def _models(self, log: list[tuple[str, dict[str, Any]]]) -> None:
        by = {
            one["model"]: place
            for place, (_, one) in enumerate(log, 1)
            if named(one.get("model"), "m")
        }
        names = self.found.names(exchange.HISTORY)
        numbers = sorted(int(m[1]) for name in names if (m := exchange.VERSION.fullmatch(name)))
        where = str(self.found.path / exchange.HISTORY)
        need(numbers == list(range(1, len(numbers) + 1)), "versions are numbered from 1", where)
        rows = []
        for number in numbers:
            name = f"{exchange.HISTORY}/m{number}.yaml"
            words = self.found.text(name, most=5_000_000) or ""
            try:
                yaml.loads(words, str(self.found.path / name))
            except RecursionError as error:
                raise InputError(
                    "it is nested too deep", "export the case anew", where=name
                ) from error
            need(
                f"m{number}" in by,
                "the log names the run of a version",
                str(self.found.path / name),
            )
            rows.append(
                {
                    "case_id": self.case_id, "run_id": self.runs[by[f"m{number}"]], "number": number,
                    "digest": digest_of(words), "text": words,
                }
            )  # fmt: skip
        self._put(tables.models, rows)
        self.models = self._ids(tables.models)

    def _corrections(self) -> None:
        found = list(self.found.lines(exchange.CORRECTIONS))
        ids = self._ids(tables.claims) if found else {}
        rows = []
        for where, one in found:
            from detente.store.correcting import checked

            claim = records.number(str(one.get("claim", "")))
            if claim not in ids:
                raise wrong("a correction names a claim", where)
            try:
                changes = checked(one.get("changes"))
            except DetenteError as error:
                raise error.at(where) from error
            rows.append(
                {
                    "run_id": self._run(one, where), "claim_id": ids[claim],
                    "changes": dumped(changes), "why": text_of(one, "why", where),
                }
            )  # fmt: skip
        self._put(tables.corrections, rows)

    def _proposals(self) -> None:
        rows, decided = [], []
        for place, (where, one) in enumerate(self.found.lines(exchange.PROPOSALS), 1):
            need(one.get("id") == f"p{place}", "proposals are numbered from p1", where)
            steps = one.get("steps")
            good = isinstance(steps, list) and all(isinstance(step, dict) for step in steps)
            need(good and bool(steps) and shallow(steps), "a proposal has steps", where)
            need(texts(one.get("because")), "a proposal names its claims", where)
            told = {"about": text_of(one, "about", where), "steps": steps}
            rows.append(
                {
                    "case_id": self.case_id, "run_id": self._run(one, where), "number": place,
                    "kind": text_of(one, "kind", where), "said": text_of(one, "said", where),
                    "steps": dumped(told), "because": dumped(one["because"]),
                }
            )  # fmt: skip
            if one.get("accepted") is not None:
                need(isinstance(one["accepted"], bool), "accepted is true, false or null", where)
                decided.append(
                    (place, self._run({"run": one.get("decided")}, where), one["accepted"])
                )
        self._put(tables.proposals, rows)
        ids = self._ids(tables.proposals)
        self._put(
            tables.decisions,
            [{"run_id": run, "proposal_id": ids[n], "accepted": yes} for n, run, yes in decided],
        )

    def _answers(self, log: list[tuple[str, dict[str, Any]]]) -> None:
        for place, (where, one) in enumerate(log, 1):
            told = one.get("forecast") or {}
            need(
                isinstance(told, dict) and texts(told.get("entries", [])),
                "a forecast has entries",
                where,
            )
            for entry in told.get("entries", []):
                of = records.number(str(told.get("of", "")))
                if of not in self.models:
                    raise wrong("a forecast names its model", where)
                self.forecast_of[entry] = (self.runs[place], self.models[of])
            came = one.get("outcomes", [])
            need(texts(came), "outcomes name forecasts", where)
            self.outcome_run.update(dict.fromkeys(came, self.runs[place]))
        rows, outcomes = [], []
        for where, one in self.found.lines(exchange.FORECASTS):
            entry = text_of(one, "id", where)
            if one.get("kind") == "outcome":
                need(
                    isinstance(one.get("outcome"), bool) and entry in self.outcome_run,
                    "an outcome is true or false",
                    where,
                )
                outcomes.append((entry, one["outcome"], text_of(one, "resolved", where), where))
                continue
            need(
                one.get("kind") == "forecast" and entry in self.forecast_of,
                "a forecast is in the log",
                where,
            )
            rows.append(self._forecast(entry, one, where))
        self._put(tables.forecasts, rows)
        query = select(tables.forecasts.c.entry, tables.forecasts.c.id).where(
            tables.forecasts.c.case_id == self.case_id
        )
        ids = dict(self.connection.execute(query).all())
        for entry, *_, where in outcomes:
            need(entry in ids, "an outcome is of a forecast", where)
        self._put(
            tables.outcomes,
            [
                {
                    "run_id": self.outcome_run[e],
                    "forecast_id": ids[e],
                    "outcome": yes,
                    "resolved": day,
                }
                for e, yes, day, _ in outcomes
            ],
        )

    def _forecast(self, entry: str, one: dict[str, Any], where: str) -> dict[str, Any]:
        chances: dict[str, Any] = {key: one.get(key) for key in ("probability", "low", "high")}
        good = all(type(p) in {int, float} and 0 <= p <= 1 for p in chances.values())
        need(good, "a probability is from 0 to 1", where)
        counts: dict[str, Any] = {key: one.get(key) for key in ("seed", "draws")}
        need(
            all(type(n) is int and 0 <= n < 2**31 for n in counts.values()),
            "seed and draws are counts",
            where,
        )
        run, model = self.forecast_of[entry]
        words = {key: text_of(one, key, where) for key in ("question", "horizon", "as_of", "model")}
        return {
            "case_id": self.case_id, "run_id": run, "model_id": model, "entry": entry,
            **words, **chances, **counts,
        }  # fmt: skip

    def _index(self) -> None:
        for table, words in (("documents", "title || ' ' || text"), ("claims", "quote")):
            self.connection.execute(
                text(
                    f"INSERT INTO {table}_words(rowid, words) SELECT id, {words} FROM {table} "  # noqa: S608 - our own names
                    "WHERE case_id = :case"
                ),
                {"case": self.case_id},
            )

    def _run(self, one: dict[str, Any], where: str) -> int:
        number = one.get("run") if isinstance(one, dict) else None
        if type(number) is not int or number not in self.runs:
            raise wrong("a record names its run", where)
        return self.runs[number]

    def _put(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        if self.connection.dialect.name != "sqlite":
            self.connection.execute(insert(table), rows)
            return
        names = list(rows[0])  # straight to the driver: a third of the time of a long import
        marks = ", ".join("?" * len(names))
        self.connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - our own names
            [tuple(row.values()) for row in rows],
        )

    def _ids(self, table: Table) -> dict[int, int]:
        query = select(table.c.number, table.c.id).where(table.c.case_id == self.case_id)
        return dict(self.connection.execute(query).all())
