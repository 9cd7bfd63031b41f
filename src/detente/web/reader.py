"""Read reports in a process of its own, which can be stopped.

Reports are hostile until shown otherwise: one that makes a parser run for ever
is given up after a time, told of, and the others are read.
"""

import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError
from detente.read.claim import Document

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from detente.read.shelf import Page

MOST_SECONDS = 120.0
"""How long one report may take to be read."""

_BEAT = 0.2


class GivenUpError(Exception):
    """A report that can't be read, and why."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path.name)
        self.path = path
        self.why = why


@dataclass(eq=False)
class Reader:
    """A process that reads; it is started when it is needed, and again after it was stopped.

    Parameters
    ----------
    seconds : float
        How long one report may take.
    """

    seconds: float = MOST_SECONDS
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _process: Any = None
    _pipe: "Connection | None" = None

    def read(
        self,
        paths: Sequence[Path],
        *,
        keep: Path | None = None,
        dated: bool = False,
        tell: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> "tuple[list[Page], list[str]]":
        """Read some reports; who comes meanwhile waits.

        Parameters
        ----------
        paths : sequence of Path
            The files.
        keep : Path, optional
            Where what was read is kept.
        dated : bool
            Whether a report without a day gets that of its dateline.
        tell : callable
            Told of each report done, of how many, and again and again while
            one is read; what it raises stops the reading.

        Returns
        -------
        pages : list of Page
            In the order of the files.
        unread : list of str
            What can't be opened, and why.

        Raises
        ------
        GivenUpError
            If one takes too long or ends the process.
        """
        while not self._turn.acquire(timeout=_BEAT):
            tell(0, len(paths))
        try:
            return self._read(paths, keep, dated, tell)
        except BaseException:
            self.stop()  # whatever is still in the pipe is nobody's
            raise
        finally:
            self._turn.release()

    def _read(
        self,
        paths: Sequence[Path],
        keep: Path | None,
        dated: bool,  # noqa: FBT001 - handed on
        tell: Callable[[int, int], None],
    ) -> "tuple[list[Page], list[str]]":
        pages: list[Page] = []
        opened = ""
        tell(0, len(paths))
        try:
            pipe = self._opened()
            pipe.send(([str(path) for path in paths], keep and str(keep), dated))
            while self._heard(pipe, lambda: tell(len(pages), len(paths))):
                kind, value = pipe.recv()
                if kind == "open":
                    opened = value
                elif kind == "page":
                    pages.append(value)
                elif kind == "over":
                    return pages, value
                else:
                    raise GivenUpError(_of(paths, opened), f"it can't be read ({value})")
        except (EOFError, OSError) as error:
            why = "its reading stopped for want of memory or by a fault"
            raise GivenUpError(_of(paths, opened), why) from error
        why = f"it took more than {self.seconds:g} seconds and was left unread"
        raise GivenUpError(_of(paths, opened), why)

    def _heard(self, pipe: "Connection", tell: Callable[[], None]) -> bool:
        """Wait for a word of the process, as long as one report may take; say that we wait."""
        waited = 0.0
        while waited < self.seconds:
            if pipe.poll(min(_BEAT, self.seconds - waited)):
                tell()
                return True
            waited += _BEAT
            tell()
        return False

    @property
    def runs(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    def stop(self) -> None:
        """End the process, whatever it does."""
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process.join()
                self._process.close()
            if self._pipe is not None:
                self._pipe.close()
            self._process = self._pipe = None

    def _opened(self) -> "Connection":
        with self._lock:
            if self._process is None or not self._process.is_alive() or self._pipe is None:
                self.stop()
                context = multiprocessing.get_context("spawn")
                self._pipe, theirs = context.Pipe()
                self._process = context.Process(target=serve, args=(theirs,), daemon=True)
                self._process.start()
                theirs.close()
            return self._pipe


def serve(pipe: "Connection") -> None:
    """Read what is asked for, until nobody asks any more: the body of the reading process."""
    while True:
        try:
            paths, keep, dated = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            _serve(pipe, paths, keep, dated=dated)
        except KeyboardInterrupt:
            return
        except Exception as error:  # noqa: BLE001 - whatever a report does to a parser is told
            pipe.send(("failed", f"{type(error).__name__}: {error}"[:300]))


def _serve(pipe: "Connection", paths: list[str], keep: str | None, *, dated: bool) -> None:
    from detente.read.formats import documents
    from detente.read.reading import read_each
    from detente.store.days import dated as with_day

    found: list[Document] = []
    unread: list[str] = []
    for path in paths:
        pipe.send(("open", path))
        try:
            found += documents([path])
        except DetenteError as error:
            unread.append(str(error))
    if dated:
        found = [with_day(one) for one in found]
    for page in read_each(_told(pipe, found), keep=keep):
        pipe.send(("page", page))
    pipe.send(("over", unread))


def _told(pipe: "Connection", found: list[Document]) -> Iterator[Document]:
    """Yield the documents with their numbers, saying of each that it is next."""
    for n, document in enumerate(found, 1):
        pipe.send(("open", document.source))
        yield replace(document, id=f"d{n}")


def _of(paths: Sequence[Path], opened: str) -> Path:
    """Return the report that was being read when nothing was heard any more."""
    return next((path for path in paths if opened.startswith(str(path))), paths[0])
