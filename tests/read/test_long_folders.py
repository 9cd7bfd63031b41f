"""A folder that is broken off and taken up again, files that can't be read, left marks."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from detente.read.formats import documents, how_many
from detente.read.parallel import spread
from detente.read.reading import read
from detente.read.stopping import stoppable

STATES = ("Peru", "Chile", "Bolivia", "Ghana", "Togo", "Benin", "Kenya", "Uganda")


def folder_of(place: Path, count: int) -> Path:
    folder = place / "reports"
    folder.mkdir()
    for number in range(count):
        one, other = STATES[number % 8], STATES[(number + 3) % 8]
        text = f"{one} warned {other} on 3 May 2025 that it would close border post {number}."
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
    return folder


def test_what_was_read_before_a_stop_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, kept = folder_of(tmp_path, 4), tmp_path / "kept"
    whole = read(folder)

    def stop(done: int, _: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(folder, keep=kept, progress=stop)
    assert len(list(kept.iterdir())) == 2

    from detente.read import reading

    anew: list[str] = []
    read_page = reading.read_page
    monkeypatch.setattr(reading, "read_page", lambda d: anew.append(d.id) or read_page(d))
    assert read(folder, keep=kept).to_json() == whole.to_json()
    assert anew == ["d3", "d4"]


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl-C")
def test_ctrl_c_stops_two_processes_without_a_traceback(tmp_path: Path) -> None:
    folder, kept = folder_of(tmp_path, 3000), tmp_path / "kept"
    command = [sys.executable, "-c", "from detente.cli import main; main()", "read", str(folder)]
    command += ["--json", "--workers", "2", "--keep", str(kept)]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        while running.poll() is None and not (kept.exists() and list(kept.glob("*.json"))):
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        said = running.stderr.read().decode() if running.stderr else ""
        code = running.wait()
    assert code == 130
    assert "Traceback" not in said
    assert 0 < len(list(kept.glob("*.json"))) < 3000
    assert not list(kept.glob("*.part"))


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl-C")
def test_a_stop_that_a_library_swallows_is_heard_after_the_document() -> None:
    made: list[int] = []

    def deaf(n: int) -> int:
        made.append(n)
        if n == 2:
            with suppress(KeyboardInterrupt):
                os.kill(os.getpid(), signal.SIGINT)
                time.sleep(1)
        return n

    before = signal.getsignal(signal.SIGINT)
    for last in (9, 3):  # also while the last one is made
        made.clear()
        with pytest.raises(KeyboardInterrupt):
            list(stoppable(map(deaf, range(last))))
        assert made == [0, 1, 2]
        assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(os.name != "posix", reason="listens to the signal of Ctrl-C")
def test_whoever_listens_to_ctrl_c_already_goes_on_doing_so() -> None:
    def mine(*_: object) -> None:
        """Do nothing."""

    before = signal.signal(signal.SIGINT, mine)
    try:
        assert [signal.getsignal(signal.SIGINT) for _ in stoppable([1])] == [mine]
    finally:
        signal.signal(signal.SIGINT, before)
    assert list(stoppable(iter("ab"))) == ["a", "b"]


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals are POSIX's")
def test_a_process_is_deaf_to_ctrl_c_from_its_first_moment() -> None:
    """It inherits that, so that it is so while it still loads; whoever started it hears it."""
    held = partial(signal.pthread_sigmask, signal.SIG_BLOCK)
    assert all(signal.SIGINT in mask for mask in spread(held, [[], []], 2))
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_each_file_that_is_skipped_is_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 2)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "empty.txt").write_text("", "utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    reading = read(folder)
    assert [Path(document.source).name for document in reading.documents] == [
        "0000.txt",
        "0001.txt",
    ]
    for name in ("broken.pdf", "empty.txt", "binary.txt"):
        assert sum(name in warning for warning in reading.warnings) == 1
    assert how_many([folder]) == 5  # what isn't an article by its name isn't counted


def test_marks_left_in_a_page_do_not_stick_to_words(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("&nbsp;&quot;We stay,&quot; said&nbsp;Iran&#39;s minister. 1 &lt; 2", "utf-8")
    (document,) = documents([file])
    assert document.text == '\xa0"We stay," said\xa0Iran\'s minister. 1 &lt; 2'
    claims = [claim for claim in read(document).claims if claim.kind == "statement"]
    assert [claim.speaker for claim in claims] == ["iran"]
    assert "We stay" in claims[0].quote
