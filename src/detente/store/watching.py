"""Watch a folder or a feed: what is new goes into the case, what matters is told.

Each report is kept in a transaction of its own, and a text that is known is
passed over, so that watching may stop at any moment and go on later.
"""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.errors import InputError, SourceError
from detente.read.claim import Document
from detente.store import clock, days
from detente.store.case import Case
from detente.store.growing import Asking, Change, add, read_new
from detente.store.taking import is_known

TELLING = ("crossed", "moved", "option", "red_line", "status", "expert")
_SECONDS = 10
Tell = Callable[["Alert"], None]


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that a report says and that somebody should know."""

    at: str
    case: str
    document: str
    source: str
    kind: str
    said: str

    def line(self) -> str:
        """Return the alert as a line of JSON."""
        shown = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(shown, ensure_ascii=False, sort_keys=True) + "\n"


def look(
    case: Case, source: str, *, fetch: bool = False, accept: bool = False,
    forecast: Asking | None = None, unread: list[str] | None = None,
) -> list[Alert]:  # fmt: skip
    """Take in what is new in a folder or a feed, once; return what it says.

    Parameters
    ----------
    case : Case
        Where to.
    source : str
        A folder, a file, or, with `fetch`, the address of a feed.
    fetch : bool
        Whether addresses may be asked for.
    accept : bool
        Whether what is proposed goes into the model at once.
    forecast : Asking, optional
        How to forecast.
    unread : list of str, optional
        Gets a sentence for each file that can't be read.

    Raises
    ------
    SourceError
        If the source isn't there.
    """
    new = [days.dated(one) for one in _documents(case, source, fetch=fetch, unread=unread)]
    if not new:
        return []
    change = add(case, read_new(case, new), accept=accept, forecast=forecast)
    return alerts(case, change)


def _documents(
    case: Case, source: str, *, fetch: bool, unread: list[str] | None
) -> Iterator[Document]:
    from detente.read.formats import IN_FOLDERS, documents

    if "://" not in source and Path(source).is_dir():
        there = any(path.suffix.lower() in IN_FOLDERS for path in Path(source).rglob("*"))
        if not there:
            return
    for document in documents([source], fetch=fetch, unread=[] if unread is None else unread):
        if is_known(case, document) is None:
            yield document


def alerts(case: Case, change: Change) -> list[Alert]:
    """Return what a change has to tell: reports, and what they propose of weight."""
    at, found = clock.now(), []
    sources = {one.document: one.source for one in change.taken}
    of = {claim.id: one.document for one in change.taken for claim in one.claims}
    for one in change.taken:
        if not one.known:
            said = f"{one.title or one.source}: {len(one.claims)} claims"
            found.append(Alert(at, case.name, one.document, one.source, "report", said))
    for proposal in change.proposed:
        if proposal.kind in TELLING:
            document = next((of[name] for name in proposal.because if name in of), "")
            found.append(
                Alert(at, case.name, document, sources.get(document, ""), proposal.kind, proposal.said)
            )  # fmt: skip
    return found


def watch(
    once: Callable[[], list[Alert]], tell: list[Tell], *, interval: float, rounds: int | None = None,
    trouble: Callable[[str], None] = lambda _: None,
) -> None:  # fmt: skip
    """Look again and again, and tell what is found; it ends with Ctrl-C or after `rounds`.

    A source that fails once is said, and looked at again the next time.
    """
    done = 0
    while True:
        try:
            for alert in once():
                for one in tell:
                    one(alert)
        except SourceError as error:
            if rounds is not None:
                raise
            trouble(str(error))
        done += 1
        if rounds is not None and done >= rounds:
            return
        time.sleep(interval)


def to_file(path: Path) -> Tell:
    """Return a function that adds alerts to a file, a line of JSON each."""

    def tell(alert: Alert) -> None:
        try:
            with path.open("a", encoding="utf-8") as file:
                file.write(alert.line())
        except OSError as error:
            raise InputError(
                f"can't be written ({error.strerror})", "check the folder", where=str(path)
            ) from error

    return tell


def to_webhook(address: str, trouble: Callable[[str], None]) -> Tell:
    """Return a function that posts alerts to an address as JSON; a failure is said, not fatal.

    Raises
    ------
    InputError
        If the address is none of http or https.
    """
    if not address.startswith(("https://", "http://")):
        raise InputError(
            "a webhook has an http(s) address", "give --webhook https://...", where=address
        )

    def tell(alert: Alert) -> None:
        request = urllib.request.Request(  # noqa: S310 - http(s) only, checked above
            address, alert.line().encode(), {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310
                pass
        except (OSError, urllib.error.URLError, ValueError) as error:
            trouble(f"{address}: the alert couldn't be delivered ({error})")

    return tell
