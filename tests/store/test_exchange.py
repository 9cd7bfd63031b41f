"""Exports come back as they went, and what comes from strangers is checked."""

import json
import os
import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from store.pages import FIRST, SECOND

from detente.errors import InputError, OutputExistsError
from detente.forecast import record
from detente.store import case as cases
from detente.store import correcting, deciding, growing, history, records
from detente.store.exporting import export
from detente.store.importing import import_case
from detente.store.searching import search


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def full(case):
    """Return a case in which everything happened."""
    growing.add(case, [FIRST, SECOND, FIRST], forecast=growing.Asking(draws=5))
    correcting.correct(case, "c2", {"actor": "aldova", "low": 0.5}, why="see page 2")
    growing.accept(case, deciding.chosen(case, ["p1"]), forecast=growing.Asking(draws=5))
    deciding.reject(case, deciding.chosen(case, ["p2"]))
    return case


@pytest.fixture(scope="session")
def once(tmp_path_factory):
    """Make an export that no test changes."""
    folder = tmp_path_factory.mktemp("once")
    case = cases.new(folder / "strait")
    growing.add(case, [FIRST, SECOND], accept=True)
    export(case, folder / "out")
    case.close()
    return folder / "out"


@pytest.fixture
def exported(once, tmp_path):
    """Return an export of one's own."""
    return Path(shutil.copytree(once, tmp_path / "out"))


def test_an_export_comes_back_as_it_went(full, tmp_path):
    export(full, tmp_path / "one")
    back = import_case(tmp_path / "one", tmp_path / "back")  # always to SQLite
    export(back, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert history.status(back).verdicts == history.status(full).verdicts
    assert [one.accepted for one in history.status(back).open] == [None]
    assert [one.id for one in search(back, "supply weapons")[1]] == ["c6"]
    assert back.model_path.read_bytes() == full.model_path.read_bytes()
    growing.add(back, [SECOND])
    back.close()


def test_an_export_goes_into_either_store(exported, store, tmp_path):
    back = import_case(exported, tmp_path / "back", store=store)
    export(back, tmp_path / "two")
    assert files(exported) == files(tmp_path / "two")
    assert [one.id for one in search(back, "supply weapons")[1]] == ["c6"]
    growing.add(back, [SECOND, FIRST])
    assert history.status(back).documents == 2
    back.close()


def test_what_is_refused_leaves_nothing_in_either_store(exported, store, tmp_path):
    change(exported / "log.jsonl", run=7)
    with pytest.raises(InputError, match=r"log\.jsonl"):
        import_case(exported, tmp_path / "back", store=store)
    assert not (tmp_path / "back").exists()
    change(exported / "log.jsonl", run=1)
    import_case(exported, tmp_path / "back", store=store).close()  # its name is free


def test_characters_that_no_database_holds(exported, store, tmp_path):
    """They come as escapes in JSON, and as bytes in a text."""
    path = exported / "documents" / "d1.txt"
    path.write_text(path.read_text()[:-2] + "\0.")
    about = exported / "documents" / "d1.json"
    about.write_text(about.read_text().replace('"title": "', '"title": "\\u0000'))
    change(exported / "claims.jsonl", target="\0", actor="\0")
    back = import_case(exported, tmp_path / "back", store=store)
    with back.reading() as connection:
        assert records.by_number(connection, back.id, [1])[0].target == "\ufffd"
    back.close()


def test_an_import_puts_the_indexes_back(exported, tmp_path):
    def indexes(case):
        with case.reading() as connection:
            query = text("SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')")
            return sorted(map(tuple, connection.execute(query)), key=str)

    back, fresh = import_case(exported, tmp_path / "back"), cases.new(tmp_path / "fresh")
    assert indexes(back) == indexes(fresh)
    with back.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA cache_size").scalar() == -2000
    back.close()
    fresh.close()


def test_every_field_of_a_claim_comes_back(new, tmp_path):
    """A field that the reader has and an import doesn't know would make exports unreadable."""
    known = FIRST.claims[0]
    values = {str: "words", bool: True, float: 0.25, int: 1, tuple: ("c1",)}
    said = {
        one.name: values[type(getattr(known, one.name))]
        for one in fields(known)
        if getattr(known, one.name) is not None
    }
    said |= {one.name: "words" for one in fields(known) if getattr(known, one.name) is None}
    fixed = {name: getattr(known, name) for name in ("id", "kind", "quote", "start", "end")}
    claim = replace(
        known, **{**said, **fixed, "low": 0.25, "high": 1, "trust": 0.5, "same_as": None}
    )
    case = new()
    growing.add(case, [replace(FIRST, claims=(known, claim))])
    export(case, tmp_path / "out")
    back = import_case(tmp_path / "out", tmp_path / "back")
    with case.reading() as here, back.reading() as there:
        assert records.by_number(here, case.id, [2]) == records.by_number(there, back.id, [2])
    back.close()


def test_an_export_reads_well(full, tmp_path):
    export(full, tmp_path / "out")
    found = files(tmp_path / "out")
    assert set(found) == {
        "case.yaml", "model.yaml", "history/m1.yaml", "history/m2.yaml", "documents/d1.txt",
        "documents/d1.json", "documents/d2.txt", "documents/d2.json", "claims.jsonl",
        "corrections.jsonl", "proposals.jsonl", "forecasts.jsonl", "log.jsonl",
    }  # fmt: skip
    assert found["model.yaml"] == found["history/m2.yaml"]
    first = json.loads(found["claims.jsonl"].splitlines()[0])
    assert found["documents/d1.txt"].decode()[first["start"] : first["end"]] == first["quote"]
    assert record.entries(tmp_path / "out" / "forecasts.jsonl")
    again = export(full, tmp_path / "out")
    assert again == len(found)


def test_an_export_does_not_cover_other_work(exported, new, tmp_path):
    other = new("other")
    with pytest.raises(OutputExistsError):
        export(other, exported)
    with pytest.raises(OutputExistsError):
        export(other, other.folder)
    assert import_case(exported, tmp_path / "mine", store="").name == "strait"
    with pytest.raises(OutputExistsError):
        import_case(exported, tmp_path / "mine")


def refused(exported, tmp_path, match=""):
    """Check that an import is refused in one sentence, and that nothing of it is left."""
    with pytest.raises(InputError, match=match) as caught:
        import_case(exported, tmp_path / "victim")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "victim").exists()


def change(path, **fields):
    lines = path.read_text().splitlines()
    first = json.loads(lines[0])
    first.update(fields)
    path.write_text("\n".join([json.dumps(first), *lines[1:]]) + "\n")


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "c2"}, {"id": "../c1"}, {"document": "d9"}, {"document": "../../etc/passwd"},
        {"quote": "other words"}, {"start": -1}, {"end": 10**9}, {"start": True}, {"start": 1e3},
        {"kind": "rumour"}, {"verdict": "true"}, {"earlier": "c7"}, {"actor": 5}, {"status": []},
        {"because": "c1"}, {"because": [1]}, {"negated": "yes"}, {"novel": 1}, {"low": "0.5"},
        {"low": 1.5}, {"low": True}, {"end": 10**4000}, {"earlier": "d1"}, {"kind": None}, {"unknown": 1},
        {"day": 2030},
    ],
)  # fmt: skip
def test_a_claim_that_is_none(exported, tmp_path, fields):
    change(exported / "claims.jsonl", **fields)
    refused(exported, tmp_path, "claims.jsonl:1")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("log.jsonl", {"run": 7}), ("log.jsonl", {"verb": None}), ("log.jsonl", {"details": []}),
        ("proposals.jsonl", {"id": "p9"}), ("proposals.jsonl", {"run": 99}),
        ("proposals.jsonl", {"steps": []}), ("proposals.jsonl", {"accepted": 1}),
        ("proposals.jsonl", {"because": [1]}),
    ],
)  # fmt: skip
def test_a_record_that_is_none(exported, tmp_path, name, fields):
    change(exported / name, **fields)
    refused(exported, tmp_path, name)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": 5}, {"date": 2030}, {"source": None}, {"run": 99}, {"run": True}, {"warnings": "no"},
        {"again": [{"run": 99, "source": "x"}]}, {"again": [5]}, {"actors": {}}, {"actors": [{}]},
        {"actors": [{"id": "a", "name": "A", "role": "", "kind": "", "mentions": [[0, 10**6]]}]},
        {"actors": [{"id": "a", "name": "A", "role": "", "kind": "", "mentions": [[-1, 1]]}]},
        {"actors": [{"id": "a", "name": "A", "role": "", "kind": "", "mentions": [[0, 1, 2]]}]},
    ],
)  # fmt: skip
def test_a_document_that_is_none(exported, tmp_path, fields):
    path = exported / "documents" / "d1.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **fields}))
    refused(exported, tmp_path, "d1")


@pytest.mark.parametrize(
    "name", ["case.yaml", "model.yaml", "documents/d1.txt", "documents/d1.json", "history/m1.yaml"]
)
@pytest.mark.parametrize("kind", ["symlink", "fifo", "folder", "gone", "binary"])
def test_a_file_that_is_no_plain_file(exported, tmp_path, name, kind):
    path = exported / name
    content = path.read_bytes()
    path.unlink()
    if kind == "symlink":
        (tmp_path / "elsewhere").write_bytes(content)
        path.symlink_to(tmp_path / "elsewhere")
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "binary":
        path.write_bytes(b"\xff\xfe\x00\x01")
    if name == "model.yaml" and kind in {"gone", "binary"}:  # it isn't read: history/ is
        import_case(exported, tmp_path / "fine").close()
        return
    with pytest.raises((InputError, LookupError)):
        import_case(exported, tmp_path / "victim")
    assert not (tmp_path / "victim").exists()


def test_a_folder_that_is_a_link(exported, tmp_path):
    (exported / "documents").rename(tmp_path / "away")
    (exported / "documents").symlink_to(tmp_path / "away")
    refused(exported, tmp_path, "link")


def test_bombs(exported, tmp_path):
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + k)}: &{chr(98 + k)} [{','.join(['*' + chr(97 + k)] * 9)}]\n" for k in range(20)
    )
    kept = (exported / "history" / "m1.yaml").read_text()
    (exported / "history" / "m1.yaml").write_text(bomb)
    refused(exported, tmp_path, "m1.yaml")
    (exported / "history" / "m1.yaml").write_text(kept)
    (exported / "log.jsonl").write_text(
        '{"run":1,"details":' + "[" * 100_000 + "]" * 100_000 + "}\n"
    )
    refused(exported, tmp_path, "log.jsonl:1")
    (exported / "log.jsonl").write_text('{"run":' + "9" * 100_000 + "}\n")
    refused(exported, tmp_path, "log.jsonl:1")
    (exported / "case.yaml").write_text("exported: 1\nname: ../../x\ntitle: a\n")
    refused(exported, tmp_path, "can't be called")
    (exported / "case.yaml").write_text("exported: 9\nname: x\ntitle: a\n")
    refused(exported, tmp_path, "format 9")


def test_files_that_are_too_large(exported, tmp_path):
    with (exported / "documents" / "d1.txt").open("r+b") as file:
        file.truncate(60 * 2**20)
    refused(exported, tmp_path, "over the limit")
    with (exported / "documents" / "d1.txt").open("r+b") as file:
        file.truncate(10)
    with (exported / "claims.jsonl").open("r+b") as file:
        file.truncate(2 * 2**30)
    refused(exported, tmp_path, "over the limit|isn't JSON|wherever|not as an export")


def test_other_files_are_left_alone(exported, tmp_path):
    (exported / ".git").mkdir()
    (exported / "documents" / "notes.md").write_text("mine")
    (exported / "documents" / "d1.txt.bak").symlink_to("/etc/passwd")
    import_case(exported, tmp_path / "fine").close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_is_one_sentence_or_harmless(exported, tmp_path, data):
    name = data.draw(
        st.sampled_from(
            [
                "case.yaml",
                "claims.jsonl",
                "log.jsonl",
                "proposals.jsonl",
                "documents/d2.json",
                "documents/d2.txt",
            ]
        )
    )
    path = exported / name
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    path.write_bytes(
        content[:at]
        + data.draw(st.binary(max_size=4))
        + content[at + data.draw(st.integers(0, 9)) :]
    )
    victim = tmp_path / "victim"
    try:
        import_case(exported, victim).close()
    except (InputError, LookupError) as error:
        assert "Traceback" not in str(error)  # noqa: PT017 - either way is good
    finally:
        path.write_bytes(content)
        if victim.exists():
            for one in victim.iterdir():
                one.unlink()
            victim.rmdir()
