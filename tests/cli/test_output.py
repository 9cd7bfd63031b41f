"""A file is written whole or not at all, and marked so that edits are noticed."""

import json
import subprocess
import sys

import pytest

from detente.cli.output import may_write, write
from detente.errors import InputError, OutputExistsError


@pytest.mark.parametrize("name", ["page.html", "model.yaml", "notes.txt"])
def test_what_was_written_may_be_written_again(tmp_path, name):
    path = tmp_path / name
    write(path, "one: two", "draft")
    may_write(path, "draft", force=False)
    assert path.read_text().startswith("one: two\n")


@pytest.mark.parametrize(
    "edit", [("two", "three"), ("draft ", "draft  "), ("one", "One")], ids=["value", "mark", "key"]
)
def test_an_edit_is_noticed(tmp_path, edit):
    path = tmp_path / "model.yaml"
    write(path, "one: two", "draft")
    path.write_text(path.read_text().replace(*edit))
    with pytest.raises(OutputExistsError, match=r"model\.yaml"):
        may_write(path, "draft", force=False)
    may_write(path, "draft", force=True)


def test_another_verbs_file_is_kept(tmp_path):
    path = tmp_path / "model.yaml"
    write(path, "one: two", "draft")
    with pytest.raises(OutputExistsError, match="detente draft"):
        may_write(path, "brief", force=False)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="make it first"):
        may_write(tmp_path / "no" / "model.yaml", "draft", force=False)


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "model.yaml"
    write(path, "one: two", "draft")
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="No space left"):
        write(path, "three: four", "draft")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("start", [("-m", "detente"), ("-c", "from detente.cli import run; run()")])
def test_a_process_ends_with_its_code_and_all_its_output(start, tmp_path):
    command = [sys.executable, *start, "cases", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)  # noqa: S603 - our own command
    assert done.returncode == 0
    assert "elmira" in {case["name"] for case in json.loads(done.stdout)["cases"]}
    command[-2:] = ["solve", "nowhere.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)  # noqa: S603
    assert (done.returncode, done.stdout) == (1, "")
    assert "nowhere.yaml" in done.stderr
