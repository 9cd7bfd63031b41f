"""Make a case of an export: everything is checked before anything is kept.

The folder may come from anybody. Only the files named in
`detente.store.exchange` are opened, none through a link; nothing that a record
says is ever used as a path; and all rows go in with one transaction.
"""

from pathlib import Path

from detente.errors import InputError, NotFoundError
from detente.store import exchange, import_forecasts, import_model, import_reports, tables
from detente.store.case import Case, new
from detente.store.engine import writing
from detente.store.intake import Intake, index_words, quickly
from detente.store.untrusted import Folder
from detente.store.versions import latest, show


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
    with Folder(Path(source)) as found:
        about = _about(found)
        found.plain(exchange.FILES)
        fresh = not Path(folder).exists()
        case = new(folder, title=about["title"], store=store, name=about["name"])
        try:
            with writing(case.engine, str(source)) as connection:
                _take(Intake(connection, case.id, found))
            _show(case)
        except BaseException:
            case.close()
            _undo(case, fresh=fresh)
            case.close()  # what undoing it opened
            raise
    return case


def _take(into: Intake) -> None:
    """Take everything in, in the order in which it hangs together."""
    log = list(into.found.records(exchange.LOG))
    with quickly(into.connection):
        import_reports.runs(into, log)
        import_reports.claims(into, import_reports.documents(into))
        models = import_model.versions(into, log)
        import_model.corrections(into)
        import_model.proposals(into)
        import_forecasts.forecasts(into, log, models)
    index_words(into.connection, into.case_id)


def _show(case: Case) -> None:
    with case.reading() as connection:
        version = latest(connection, case.id)
    if version is not None:
        show(case, version)


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
            "there is no export of a case here",
            "name a folder with the case.yaml of one",
            where=str(found.path),
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
