"""A workbench in this process, opened as a browser opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from store.conftest import database, server  # noqa: F401 - fixtures of a shared store
from web.browser import browser

from detente.web.app import workbench
from detente.web.workspace import Workspace

PORT = 8321
MODEL = """\
# two ports and a strait
detente: 1
title: A strait and a port
decision_makers:
  aldova:
    name: Aldova
    options:
      close: {label: close the strait, reversible: forward}   # it has said so
    priorities:
      - "!borland.blockade"
      - {statement: "close if borland.blockade", confidence: 0.6, order: unknown}
      - "!close"
  borland:
    name: Borland
    options:
      blockade: {label: blockade the port, status: considered}
    priorities: ["!aldova.close", "blockade"]
status_quo: []
red_lines: [{by: aldova, against: borland.blockade}]
"""
REPORT = """\
Iran is considering a naval blockade of Israel. Israel warned on Tuesday that it may strike
Iran if the blockade is imposed. Iran may also deploy missiles to Syria. Analysts say that a
blockade is unlikely.
"""


@pytest.fixture(scope="module")
def chromium():
    """Return a browser, one for all tests of a module."""
    with browser() as one:
        yield one


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace with a model and no report."""
    (tmp_path / "model.yaml").write_text(MODEL, encoding="utf-8")
    return Workspace(tmp_path)


@pytest.fixture
def stranger(workspace: Workspace) -> Iterator[TestClient]:
    """Return a browser that hasn't been let in."""
    with TestClient(
        workbench(workspace, port=PORT),
        base_url=f"http://127.0.0.1:{PORT}",
        follow_redirects=False,
    ) as client:
        yield client


@pytest.fixture
def client(stranger: TestClient) -> TestClient:
    """Return a browser that came by the start address."""
    assert stranger.get("/start", params={"token": stranger.app.key.token}).status_code == 303
    return stranger


@pytest.fixture
def tag(client: TestClient) -> str:
    """Return the tag of the model as it stands."""
    return client.get("/api/model").json()["etag"]
