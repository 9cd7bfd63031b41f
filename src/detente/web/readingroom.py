"""Read the workspace's reports in a process of its own, which can be stopped.

Reports are hostile until shown otherwise: one that makes a parser run for ever
is given up after a time, told of, and the others are read. What was read is kept
on disk, so opening a workspace again reads only what is new.
"""

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError, InputError
from detente.provenance import checksum
from detente.read.claim import Document, Reading
from detente.web.workspace import Workspace

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MOST_SECONDS = 120.0
"""How long one report may take to be read."""

EMPTY = Reading((), (), ())


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of the reports now: what was read, whether reading goes on, what went wrong."""

    reading: Reading
    busy: bool
    done: int = 0
    total: int = 0
    trouble: tuple[str, ...] = ()


@dataclass(eq=False)
class ReadingRoom:
    """Reads a workspace's reports when they change.

    Parameters
    ----------
    workspace : Workspace
        Where the reports are.
    seconds : float
        How long one report may take.
    after : callable, optional
        Called with what was read, each time.
    """

    workspace: Workspace
    seconds: float = MOST_SECONDS
    after: Callable[[Reading], None] | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _state: str = ""
    _look: Look = Look(EMPTY, busy=False)
    _thread: threading.Thread | None = None
    _process: Any = None
    _pipe: "Connection | None" = None
    _given_up: dict[str, str] = field(default_factory=dict)

    def look(self, wait: float = 0.0) -> Look:
        """Return what is known of the reports; start reading them if they changed.

        Parameters
        ----------
        wait : float
            Seconds to wait for a reading to be done.
        """
        with self._lock:
            state = self._fingerprint()
            if state != self._state and self._thread is None:
                self._state = state
                total = len(self.workspace.documents())
                self._look = Look(self._look.reading, busy=True, total=total)
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
            thread = self._thread
        if thread is not None and wait > 0:
            thread.join(wait)
        with self._lock:
            if self._thread is None and self._fingerprint() != self._state and wait > 0:
                return self.look(wait)
            return self._look

    def close(self) -> None:
        """Stop the process that reads."""
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process.join()
            if self._pipe is not None:
                self._pipe.close()
            self._process = self._pipe = None

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

    def _work(self) -> None:
        given_up: list[str] = []
        reading = EMPTY
        while True:
            paths = [
                path
                for path in self.workspace.documents()
                if self._given_up.get(path.name) != _mark(path)
            ]
            given_up = [
                f"{path.name}: it took more than {self.seconds:.0f} seconds and was left unread"
                for path in self.workspace.documents()
                if path not in paths
            ]
            if not paths:
                reading = EMPTY
                break
            try:
                reading = self._read(paths)
                break
            except _TooLongError as late:
                self._given_up[late.path.name] = _mark(late.path)
            except DetenteError as error:
                given_up.append(str(error))
                reading = EMPTY
                break
        try:
            if self.after is not None:
                self.after(reading)
        except DetenteError as error:
            given_up.append(str(error))
        trouble = tuple(_local(one, self.workspace) for one in (*reading.warnings, *given_up))
        with self._lock:
            self._look = Look(reading, busy=False, trouble=trouble)
            self._thread = None

    def _read(self, paths: list[Path]) -> Reading:
        pipe = self._opened()
        keep = str(self.workspace.kept / "read")
        done, opened = 0, ""
        try:
            pipe.send(([str(path) for path in paths], keep))
            while pipe.poll(self.seconds):
                kind, value = pipe.recv()
                if kind == "open":
                    opened = value
                elif kind == "done":
                    done += 1
                    with self._lock:
                        self._look = Look(
                            self._look.reading, busy=True, done=done, total=len(paths)
                        )
                elif kind == "read":
                    return value
                else:
                    raise InputError(*value)
        except (EOFError, OSError) as error:
            self.close()
            raise _TooLongError(_of(paths, opened)) from error
        self.close()
        raise _TooLongError(_of(paths, opened))

    def _opened(self) -> "Connection":
        with self._lock:
            if self._process is None or not self._process.is_alive() or self._pipe is None:
                context = multiprocessing.get_context("spawn")
                self._pipe, theirs = context.Pipe()
                self._process = context.Process(target=serve, args=(theirs,), daemon=True)
                self._process.start()
                theirs.close()
            return self._pipe


class _TooLongError(Exception):
    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


def serve(pipe: "Connection") -> None:
    """Read what is asked for, until nobody asks any more: the body of the reading process."""
    from detente.read.formats import documents
    from detente.read.reading import gather, read_each

    while True:
        try:
            paths, keep = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            found: list[Document] = []
            unread: list[str] = []
            for path in paths:
                pipe.send(("open", path))
                try:
                    found += documents([path])
                except DetenteError as error:
                    unread.append(str(error))
            pages = []
            for page in read_each(_told(pipe, found), keep=keep):
                pages.append(page)
                pipe.send(("done", page.document.source))
            reading = gather(pages)
            pipe.send(("read", replace(reading, warnings=(*reading.warnings, *unread))))
        except DetenteError as error:
            pipe.send(("failed", (error.what, error.todo)))
        except KeyboardInterrupt:
            return


def _told(pipe: "Connection", found: list[Document]) -> Iterator[Document]:
    """Yield the documents with their numbers, saying of each that it is next."""
    for n, document in enumerate(found, 1):
        pipe.send(("open", document.source))
        yield replace(document, id=f"d{n}")


def _mark(path: Path) -> str:
    try:
        known = path.stat()
    except OSError:
        return ""
    return f"{known.st_size} {known.st_mtime_ns}"


def _of(paths: list[Path], opened: str) -> Path:
    """Return the report that was being read when nothing was heard any more."""
    return next((path for path in paths if opened.startswith(str(path))), paths[0])


def _local(text: str, workspace: Workspace) -> str:
    """Return a message without the folder's path in it."""
    return text.replace(f"{workspace.documents_folder}/", "")
