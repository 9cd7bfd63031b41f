"""Cases on SQLite and on PostgreSQL, where there is one."""

import os
import re
import subprocess
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from detente.store import case as cases
from detente.store.case import Case

SECONDS = 240
"""The longest that the server may take to start, or to stop."""
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Return the address of a PostgreSQL server: the one that is named, or one of our own."""
    named = os.environ.get("DETENTE_TEST_POSTGRES", "")
    if named:
        yield named
        return
    pytest.importorskip("psycopg")
    script = ROOT / ".ci" / "postgres"
    if not script.exists():
        pytest.skip("there is no script to start PostgreSQL")
    started = subprocess.run(  # noqa: S603 - our own script
        [script], capture_output=True, text=True, check=False, timeout=SECONDS
    )
    told = dict(re.findall(r"export (\w+)=(\S+)", started.stdout))
    if started.returncode or "DETENTE_TEST_POSTGRES" not in told:
        pytest.skip(started.stderr.strip() or "PostgreSQL didn't start")
    yield told["DETENTE_TEST_POSTGRES"]
    stop = [script, "stop", told["DETENTE_TEST_POSTGRES_DIR"]]
    subprocess.run(stop, check=False, timeout=SECONDS)  # noqa: S603 - as above


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """Return the address of an empty schema of its own."""
    from sqlalchemy import create_engine, text

    name = f"t{uuid.uuid4().hex[:12]}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{server}?options=-csearch_path%3D{name}"
    with engine.begin() as connection:
        connection.execute(
            text("SET lock_timeout = '60s'")
        )  # a test that left a lock isn't waited for
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> str:
    """Return the address of an empty store: "" for a file in the case's folder."""
    return "" if request.param == "sqlite" else request.getfixturevalue("database")


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Callable[..., Case]]:
    """Return a function that makes a case, and close all of them at the end."""
    made: list[Case] = []

    def make(name: str = "strait", store: str = "", **more: str) -> Case:
        case = cases.new(tmp_path / name, store=store, **more)
        made.append(case)
        return case

    yield make
    for case in made:
        case.close()


@pytest.fixture
def case(new: Callable[..., Case], store: str) -> Case:
    """Return an empty case, on each kind of store."""
    return new(store=store)
