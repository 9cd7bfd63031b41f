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

from detente.errors import DetenteError
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
    _given_up: dict[str, tuple[str, str]] = field(default_factory=dict)
    _closed: bool = False

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
        """Stop reading, for good."""
        self._closed = True
        if self._process is not None:
            self._process.kill()
        thread = self._thread
        if thread is not None:
            thread.join()
        self._stop()

    def _stop(self) -> None:
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process.join()
                self._process.close()
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
        """Read what there is; a report that can't be is given up, and the others are read."""
        reading, trouble = EMPTY, []
        try:
            while paths := [path for path in self.workspace.documents() if self._trusted(path)]:
                try:
                    reading = self._read(paths)
                    break
                except _GivenUpError as one:
                    self._given_up[one.path.name] = (_mark(one.path), one.why)
                if self._closed:
                    return
            trouble += [
                f"{path.name}: {self._given_up[path.name][1]}"
                for path in self.workspace.documents()
                if not self._trusted(path)
            ]
            if self.after is not None:
                self.after(reading)
        except DetenteError as error:
            trouble.append(str(error))
        finally:
            told = tuple(_local(one, self.workspace) for one in (*reading.warnings, *trouble))
            with self._lock:
                self._look = Look(reading, busy=False, trouble=told)
                self._thread = None

    def _trusted(self, path: Path) -> bool:
        """Say whether a report is to be read: it wasn't given up as it stands."""
        return self._given_up.get(path.name, ("", ""))[0] != _mark(path)

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
                    raise _GivenUpError(_of(paths, opened), f"it can't be read ({value})")
        except (EOFError, OSError) as error:
            self._stop()
            why = "its reading stopped for want of memory or by a fault"
            raise _GivenUpError(_of(paths, opened), why) from error
        self._stop()
        why = f"it took more than {self.seconds:g} seconds and was left unread"
        raise _GivenUpError(_of(paths, opened), why)

    def _opened(self) -> "Connection":
        with self._lock:
            if self._process is None or not self._process.is_alive() or self._pipe is None:
                context = multiprocessing.get_context("spawn")
                self._pipe, theirs = context.Pipe()
                self._process = context.Process(target=serve, args=(theirs,), daemon=True)
                self._process.start()
                theirs.close()
            return self._pipe


class _GivenUpError(Exception):
    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path.name)
        self.path = path
        self.why = why


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
        except KeyboardInterrupt:
            return
        except Exception as error:  # noqa: BLE001 - whatever a report does to a parser is told
            pipe.send(("failed", f"{type(error).__name__}: {error}"[:300]))


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
