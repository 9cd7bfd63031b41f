"""Names and messages with signs that would steer the terminal."""

from pathlib import Path

import pytest

from detente.cli import main


def test_a_name_doesnt_steer_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_text("")
    monkeypatch.setattr("sys.argv", ["detente", "read", str(path)])
    with pytest.raises(SystemExit):
        main()
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert "it is empty" in said
