"""Stores of other versions: older ones are migrated with a copy, newer ones are left alone."""

import pytest
from sqlalchemy import inspect, select, text
from store.pages import FIRST, SECOND

from detente.errors import InputError, NotFoundError, OutputExistsError
from detente.store import case as cases
from detente.store import growing, history
from detente.store.case import open_case
from detente.store.engine import open_engine, reading, writing
from detente.store.migrate import VERSIONS, move, version
from detente.store.searching import search
from detente.store.tables import metadata


def test_every_migration_goes_up_and_down(case):
    growing.add(case, [FIRST, SECOND])
    where = str(case.folder)
    for step in reversed(VERSIONS[:-1]):
        move(case.engine, where, step)
        with case.reading() as connection:
            assert version(connection) == step
    move(case.engine, where, VERSIONS[-1])
    assert history.status(case).documents == 2
    assert [one.id for one in search(case, "supply weapons")[0]] == ["d2"]
    move(case.engine, where, "base")
    assert set(inspect(case.engine).get_table_names()) <= {"alembic_version"}


def test_the_migrations_make_the_tables_that_the_queries_know(case):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with case.reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    kept = [one for one in found if "_words" not in str(one)]  # made for search, on purpose
    assert kept == []


def test_the_versions_are_the_migrations():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    from detente.store import migrate

    config = Config()
    config.set_main_option(
        "script_location", str(__import__("pathlib").Path(migrate.__file__).parent / "migrations")
    )
    config.set_main_option("path_separator", "os")
    walked = [one.revision for one in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(walked)) == VERSIONS


@pytest.mark.parametrize("old", VERSIONS[:-1])
def test_an_older_store_is_migrated_and_a_copy_kept(new, old):
    case = new()
    growing.add(case, [FIRST])
    move(case.engine, "here", old)
    case.close()
    again = open_case(case.folder)
    assert history.status(again).documents == 1
    assert f"case.version-{old}.db" in again.notes[0]
    again.close()
    copy = open_engine(case.folder / f"case.version-{old}.db")
    with reading(copy, "copy") as connection:
        assert version(connection) == old
        assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == 1
    copy.dispose()


def test_a_newer_store_is_refused(case):
    with writing(case.engine, "here") as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    case.close()
    with pytest.raises(InputError, match="version 0999, and this program knows"):
        open_case(case.folder)


@pytest.mark.parametrize(
    "words", ["", "case: 2\nname: a\n", "case: 1\n", "[", "case: 1\nname: [a]\n", "\x00"]
)
def test_a_case_file_that_is_none(new, words):
    case = new()
    (case.folder / "case.yaml").write_text(words)
    with pytest.raises(InputError, match=r"case\.yaml"):
        open_case(case.folder)


def test_what_is_no_case(tmp_path):
    with pytest.raises(NotFoundError, match="there is no case here"):
        open_case(tmp_path)
    (tmp_path / "case.yaml").write_text("case: 1\nname: a\n")
    with pytest.raises(NotFoundError, match="lost its store"):
        open_case(tmp_path)
    (tmp_path / "case.db").write_bytes(b"no database at all, but some bytes" * 100)
    with pytest.raises(InputError, match="no store"):
        open_case(tmp_path)


def test_a_case_is_not_made_twice(case, store, new):
    with pytest.raises(OutputExistsError):
        cases.new(case.folder, store=store)
    if store:
        with pytest.raises(OutputExistsError, match="has a case"):
            cases.new(case.folder.parent / "two" / "strait", store=store)
        joined = new("three/strait", store=store, join=True)
        assert joined.id == case.id


@pytest.mark.parametrize("name", ["..", "-x", "a\nb", "_", "a" * 101])
def test_names_that_no_case_has(tmp_path, name):
    with pytest.raises(InputError):
        cases.new(tmp_path / "x", name=name)


@pytest.mark.parametrize(
    "address",
    ["mysql://a@b/c", "postgresql://", "http://example.org", "://", "postgresql://u@127.0.0.1:1/x"],
)
def test_addresses_where_no_store_can_be(tmp_path, address):
    with pytest.raises(InputError):
        cases.new(tmp_path / "x", store=address)


def test_a_password_is_never_written_down(new, database, monkeypatch):
    monkeypatch.setenv("DETENTE_USER", "ana")
    case = new(store=database.replace("detente@", "detente:secret@"))
    assert "secret" not in (case.folder / "case.yaml").read_text()
    assert "secret" not in history.status(case).store
    with case.reading() as connection:
        assert connection.execute(select(1)).scalar() == 1
