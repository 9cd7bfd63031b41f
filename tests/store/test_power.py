"""Power cuts and full disks: what was reported as saved is there when the store comes back.

A server is ended as by a power cut: all its processes at once, writing as a real
one does. What the system's own cache had not written yet can't be taken away from
here, so that the settings that see to that are checked by their names.
``DETENTE_CRASHES`` sets how often (2 by default).
"""

import os
import random
import re
import subprocess
import time
from pathlib import Path

import pytest
from sqlalchemy import event, text
from store.forking import ended, forked
from store.pages import FIRST
from store.test_trust import adding, report, told_by, whole

from detente.errors import InputError
from detente.store import case as cases
from detente.store import growing
from detente.store.case import open_case
from detente.store.engine import said
from detente.store.exporting import export

CRASHES = int(os.environ.get("DETENTE_CRASHES", "2"))
SCRIPT = Path(__file__).parent.parent.parent / ".ci" / "postgres"
SECONDS = 120


def run(*words: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own script
        [SCRIPT, *words], capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def server():
    """Yield the address and the folder of a server that writes as a real one does."""
    pytest.importorskip("psycopg")
    if not SCRIPT.exists():
        pytest.skip("there is no script to start PostgreSQL")
    told = dict(re.findall(r"export (\w+)=(\S+)", run("--safe")))
    if "DETENTE_TEST_POSTGRES" not in told:
        pytest.skip("PostgreSQL isn't installed")
    yield told["DETENTE_TEST_POSTGRES"], told["DETENTE_TEST_POSTGRES_DIR"]
    run("stop", told["DETENTE_TEST_POSTGRES_DIR"])


def test_a_server_that_is_cut_off_has_what_was_saved(server, tmp_path):
    address, folder = server
    case = cases.new(tmp_path / "strait", store=address)
    growing.add(case, [FIRST])
    with case.reading() as connection:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            assert connection.execute(text(f"SHOW {name}")).scalar() == "on"
    case.close()
    luck = random.Random(11)  # noqa: S311 - when to cut
    saved: list[str] = []
    for number in range(CRASHES):
        reader, writer = os.pipe()
        first = 1000 * number
        child = forked(lambda: adding(case.folder, range(first, first + 1000), writer))  # noqa: B023 - run at once
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            heard = pipe.readline()  # it is under way
            time.sleep(luck.uniform(0, 0.2))
            run("crash", folder)
            heard += pipe.read()
        assert ended(child) != 0
        saved += heard.decode().splitlines()
        run("start", folder)
    there = open_case(case.folder)
    titles = whole(there)
    assert len(saved) >= CRASHES
    assert set(saved) <= set(titles)
    assert len(titles) <= 1 + len(saved) + CRASHES  # at most one a run was saved and not yet said
    growing.add(there, [report(-1)])
    there.close()


def test_a_server_that_is_away_is_one_sentence(server, tmp_path):
    address, folder = server
    case = cases.new(tmp_path / "port", store=address)
    growing.add(case, [FIRST])
    run("crash", folder)
    with pytest.raises(InputError, match="server doesn't answer") as caught:
        growing.add(case, [report(1)])
    assert "\n" not in str(caught.value)
    run("start", folder)
    growing.add(case, [report(1)])  # the same open case finds it again
    assert len(whole(case)) == 2
    case.close()


def test_sqlite_writes_so_that_a_power_cut_loses_nothing(new):
    case = new()
    with case.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2  # FULL
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_store_that_may_not_grow_is_one_sentence_and_loses_nothing(new):
    """SQLite's own word for a full disk, which a limit on files doesn't bring forth."""
    case = new()
    growing.add(case, [FIRST])
    pages = []

    def limit(connection, _):
        pages[:] = [connection.execute("PRAGMA page_count").fetchone()[0] + 8]
        connection.execute(f"PRAGMA max_page_count = {pages[0]}")

    event.listen(case.engine, "connect", limit)
    case.engine.dispose()
    with pytest.raises(InputError, match="no room on the disk") as caught:
        growing.add(case, (report(number, 30) for number in range(1000)))
    assert "\n" not in str(caught.value)
    case.close()
    there = open_case(case.folder)
    growing.add(there, [report(-1)])
    there.close()


@pytest.fixture
def small(tmp_path):
    """Yield a folder on a disk of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - our own words
    except (OSError, subprocess.SubprocessError):
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True, timeout=SECONDS)  # noqa: S603, S607 - as above


def test_a_disk_that_fills_up(small):
    case = cases.new(small / "strait")
    growing.add(case, [FIRST])
    case.close()

    def fill():
        there = open_case(small / "strait")
        for number in range(10_000):
            growing.add(there, [report(number, 20)])

    words = told_by(fill)
    assert "room on the disk" in words or "disk is full" in words
    assert "\n" not in words
    reader = open_case(small / "strait")
    before = len(whole_or_read(reader))
    assert before > 1
    with pytest.raises(InputError, match="can't be written"):
        export(reader, small / "out")
    reader.close()


def whole_or_read(case):
    """Return the titles of a case whose disk is full: it can be read, if not checked."""
    with case.reading() as connection:
        return connection.execute(text("SELECT title FROM documents")).scalars().all()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("could not extend file: No space left on device", "no room on the disk"),
        ("database or disk is full", "no room on the disk"),
        ("cannot execute INSERT in a read-only transaction", "can't be written to"),
        ("attempt to write a readonly database", "can't be written to"),
        ("connection to server at 127.0.0.1 failed: Connection refused", "doesn't answer"),
        ("server closed the connection unexpectedly", "doesn't answer"),
        ("terminating connection due to administrator command", "doesn't answer"),
        ("the database system is starting up", "doesn't answer"),
        ("connection failed: password authentication failed for user ana", "refuses you"),
        ("permission denied for table claims", "refuses you"),
        ("canceling statement due to lock timeout", "is busy"),
    ],
)
def test_what_a_database_says_is_said_to_a_person(words, sentence):
    told = str(said(OSError(f"{words}\nDETAIL: and more"), "here"))
    assert sentence in told
    assert "\n" not in told
