"""Run the command line in this process, as the shell would see it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from detente.cli import main


@dataclass(frozen=True)
class Run:
    """What a command left: its exit code and its two streams."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path
) -> Callable[..., Run]:
    """Return a function that runs ``detente ARGS`` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def call(*args: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["detente", *map(str, args)])
        with pytest.raises(SystemExit) as stopped:
            main()
        out, err = capfd.readouterr()
        return Run(int(stopped.value.code or 0), out, err)

    return call
