"""Keep what a folder's reports say at hand: they are read anew when they change.

What was read is kept on disk, so opening a workspace again reads only what is
new. Reading is a job like others, and can be stopped.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from detente.errors import DetenteError
from detente.provenance import checksum
from detente.read.claim import Reading
from detente.web.jobs import Job, Jobs, StoppedError, TooManyError
from detente.web.reader import MOST_SECONDS, GivenUpError, Reader
from detente.web.workspace import Workspace

EMPTY = Reading((), (), ())
_NO_FILES = checksum(b"")
STOPPED = "Reading was stopped. Read the reports again to go on."


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of the reports at one moment: what was read, what goes on, what went wrong.

    A reading that ends a moment later changes nothing in it: who shows it as
    going on asks again, and gets the next one.
    """

    reading: Reading
    job: Job | None = None
    trouble: tuple[str, ...] = ()
    stopped: bool = False

    @property
    def busy(self) -> bool:
        """Whether reading went on."""
        return self.job is not None


@dataclass(eq=False)
class ReadingRoom:
    """Reads a workspace's reports when they change.

    Parameters
    ----------
    workspace : Workspace
        Where the reports are.
    jobs : Jobs
        Where reading is done.
    seconds : float
        How long one report may take.
    after : callable, optional
        Called with what was read, each time.
    """

    workspace: Workspace
    jobs: Jobs = field(default_factory=Jobs)
    seconds: float = MOST_SECONDS
    after: Callable[[Reading], None] | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _state: str = _NO_FILES  # of which nothing need be read
    _look: Look = Look(EMPTY)
    _given_up: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Have a process to read with; it isn't started yet."""
        self.reader = Reader(self.seconds)

    def look(self, wait: float = 0.0) -> Look:
        """Return what is known of the reports; start reading them if they changed.

        Parameters
        ----------
        wait : float
            Seconds to wait for a reading to be done.
        """
        with self._lock:
            self._settle()
            state = self._fingerprint()
            if state != self._state and not self._look.busy:
                self._start(state)
            job = self._look.job
        if job is not None and wait > 0:
            job.wait(wait)
        with self._lock:
            self._settle()
            if not self._look.busy and self._fingerprint() != self._state and wait > 0:
                return self.look(wait)
            return self._look

    def _settle(self) -> None:
        """Note that a reading was stopped before it began, which its work can't say."""
        job = self._look.job
        if job is not None and job.over:
            self._look = Look(self._look.reading, trouble=(STOPPED,), stopped=True)

    def again(self) -> None:
        """Read the reports again that were left when reading was stopped."""
        with self._lock:
            self._settle()
            if not self._look.busy:
                self._state = ""

    def close(self) -> None:
        """Stop reading, for good."""
        self.jobs.close()
        self.reader.stop()

    def _start(self, state: str) -> None:
        try:
            job = self.jobs.start("Reading the reports", self._work)
        except TooManyError as error:  # looked at again with the next page
            self._look = replace(self._look, trouble=(str(error),))
            return
        self._state = state
        self._look = Look(self._look.reading, job)

    def _fingerprint(self) -> str:
        parts = []
        for path in self.workspace.documents():
            for one in (path, self.workspace.corrections(path)):
                try:
                    known = one.stat()
                except OSError:
                    continue
                parts.append(f"{one.name}\n{known.st_size}\n{known.st_mtime_ns}")
        return checksum("\n".join(parts).encode())

    def _work(self, job: Job) -> str:
        """Read what there is; a report that can't be is given up, and the others are read."""
        from detente.read.gathering import gather

        with self._lock:  # until whoever started this has noted it
            reading, trouble = self._look.reading, []
        stopped = False
        try:
            reading = EMPTY
            while paths := [path for path in self.workspace.documents() if self._trusted(path)]:
                try:
                    keep = self.workspace.kept / "read"
                    pages, unread = self.reader.read(paths, keep=keep, tell=job.tell)
                except GivenUpError as one:
                    self._given_up[one.path.name] = (_mark(one.path), one.why)
                    continue
                reading = gather(pages)
                trouble += unread
                break
            trouble += [
                f"{path.name}: {self._given_up[path.name][1]}"
                for path in self.workspace.documents()
                if not self._trusted(path)
            ]
            if self.after is not None:
                self.after(reading)
        except StoppedError:
            stopped = True
            reading = self._look.reading
            trouble.append(STOPPED)
            raise
        except DetenteError as error:
            trouble.append(str(error))
        except Exception as error:
            trouble.append(f"Reading stopped by a fault of the program ({type(error).__name__}).")
            raise
        finally:
            told = tuple(_local(one, self.workspace) for one in (*reading.warnings, *trouble))
            with self._lock:
                self._look = Look(reading, trouble=told, stopped=stopped)
        return "/"

    def _trusted(self, path: Path) -> bool:
        """Say whether a report is to be read: it wasn't given up as it stands."""
        return self._given_up.get(path.name, ("", ""))[0] != _mark(path)


def _mark(path: Path) -> str:
    try:
        known = path.stat()
    except OSError:
        return ""
    return f"{known.st_size} {known.st_mtime_ns}"


def _local(text: str, workspace: Workspace) -> str:
    """Return a message without the folder's path in it."""
    return text.replace(f"{workspace.documents_folder}/", "")
