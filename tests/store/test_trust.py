"""What was reported as saved is there, whatever happens in the middle of the next report.

``DETENTE_KILLS`` sets how often a process is killed while it adds (30 by default).
"""

import os
import random
import resource
import signal
import stat
import tempfile
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import select, text
from store.forking import ended, forked
from store.pages import FIRST, page

from detente.errors import DetenteError
from detente.store import case as cases
from detente.store import growing, history, versions
from detente.store.case import open_case
from detente.store.migrate import VERSIONS, move
from detente.store.tables import claims, documents

KILLS = int(os.environ.get("DETENTE_KILLS", "30"))
NOBODY = 65534


def report(number: int, length: int = 3):
    said = [("aldova", f"deploy troops to the strait {k}", "planned") for k in range(length)]
    return page(*said, title=f"Report {number}", day="2030-01-01", extra=f"Number {number}. ")


def adding(folder: Path, numbers, told: int):
    """Add reports to a case, saying each one's title as soon as it is saved."""
    case = open_case(folder)
    for number in numbers:
        growing.add(
            case, [report(number)],
            saved=lambda one: os.write(told, f"{one.title}\n".encode()) and None,
        )  # fmt: skip


def whole(case) -> list[str]:
    """Check that nothing in a store is half there; return the titles of its reports."""
    with case.reading() as connection:
        rows = connection.execute(
            select(documents.c.number, documents.c.id, documents.c.title)
            .where(documents.c.case_id == case.id).order_by(documents.c.number)
        ).all()  # fmt: skip
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        numbers = connection.execute(
            select(claims.c.number).where(claims.c.case_id == case.id).order_by(claims.c.number)
        ).scalars().all()  # fmt: skip
        assert numbers == list(range(1, len(numbers) + 1))
        for row in rows[1:]:
            query = select(claims.c.id).where(claims.c.document_id == row.id)
            assert len(connection.execute(query).all()) == 3
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
            found = connection.execute(
                text("SELECT count(*) FROM documents_words WHERE documents_words MATCH 'number'")
            ).scalar()
            assert found == len(rows) - 1
    return [row.title for row in rows]


def test_a_child_that_stands_still_is_ended():
    assert ended(forked(lambda: threading.Event().wait(), 0.2)) == -signal.SIGKILL
    assert ended(forked(lambda: None)) == 0


def test_kill_in_the_middle_loses_nothing_that_was_saved(case):
    growing.add(case, [FIRST])
    folder, number = case.folder, 0
    case.close()
    luck = random.Random(7)  # noqa: S311 - when to kill
    saved: list[str] = []
    for _ in range(KILLS):
        reader, writer = os.pipe()
        first = number
        child = forked(lambda: adding(folder, range(first, first + 1000), writer))  # noqa: B023 - run at once
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            heard = pipe.readline()  # it is under way
            time.sleep(luck.uniform(0, 0.08))
            os.kill(child, signal.SIGKILL)
            ended(child)
            heard += pipe.read()
        saved += heard.decode().splitlines()
        number += 1000
    there = open_case(folder)
    titles = whole(there)
    assert len(saved) >= KILLS
    assert set(saved) <= set(titles)
    assert len(titles) <= 1 + len(saved) + KILLS  # at most one a run was saved and not yet said
    growing.add(there, [report(-1)])
    assert versions.current(there).number == 1
    there.close()


def test_two_processes_at_once_lose_nothing(case):
    growing.add(case, [FIRST])
    case.close()
    reader, writer = os.pipe()
    children = [
        forked(lambda start=start: adding(case.folder, range(start, start + 12), writer))
        for start in (0, 100)
    ]
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        heard = pipe.read().decode().splitlines()
    assert [ended(child) for child in children] == [0, 0]
    there = open_case(case.folder)
    titles = whole(there)
    assert len(titles) == 25
    assert set(heard) < set(titles)
    there.close()


def told_by(work) -> str:
    """Run `work` in a process of its own; return the one sentence of the error it meets."""
    reader, writer = os.pipe()

    def run():
        try:
            work()
            os.write(writer, b"nothing")
        except DetenteError as error:
            os.write(writer, str(error).encode())

    child = forked(run)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        words = pipe.read().decode()
    assert ended(child) == 0
    return words


@pytest.fixture
def outside():
    """Return a folder that another user may look into."""
    with tempfile.TemporaryDirectory(prefix="detente-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def unprivileged():
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def test_a_folder_that_only_can_be_read(outside):
    case = cases.new(outside / "strait")
    growing.add(case, [FIRST])
    case.close()
    for path in case.folder.iterdir():
        path.chmod(0o444)
    case.folder.chmod(0o555)

    def write():
        unprivileged()
        growing.add(open_case(case.folder), [report(1)])

    def look():
        unprivileged()
        assert history.status(open_case(case.folder)).documents == 1

    def begin():
        unprivileged()
        cases.new(case.folder / "inner")

    assert "can't be written" in told_by(write)
    assert told_by(look) == "nothing"
    assert "can't be made" in told_by(begin)
    case.folder.chmod(stat.S_IRWXU)


def test_an_older_store_that_only_can_be_read_is_told(outside):
    case = cases.new(outside / "strait")
    move(case.engine, "here", VERSIONS[-2])
    case.close()
    for path in case.folder.iterdir():
        path.chmod(0o444)
    case.folder.chmod(0o555)

    def look():
        unprivileged()
        open_case(case.folder)

    said = told_by(look)
    assert f"strait: the store has version {VERSIONS[-2]} and has to be brought to" in said
    assert said.endswith("it can't be written to: copy the case to a folder of your own")
    case.folder.chmod(stat.S_IRWXU)


def test_a_full_disk_is_one_sentence_and_loses_nothing(new):
    case = new()
    growing.add(case, [FIRST])
    case.close()
    room = (case.folder / "case.db").stat().st_size + 200_000

    def fill():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        there = open_case(case.folder)
        for number in range(10_000):
            one = report(number)
            growing.add(there, [one])

    words = told_by(fill)
    assert "disk" in words
    assert "\n" not in words
    there = open_case(case.folder)
    assert len(whole(there)) > 1
    growing.add(there, [report(-1)])
    there.close()
