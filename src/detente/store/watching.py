"""Watch a folder or a feed: what is new goes into the case, what matters is told.

Each report is kept in a transaction of its own, a text that is known is passed
over, and what was told is written down channel by channel, so that watching may
stop at any moment and go on later.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from detente.errors import DetenteError, SourceError
from detente.read.claim import Document
from detente.store import days, outbox
from detente.store.alerts import WATCHED, Alert, alerts
from detente.store.case import Case
from detente.store.growing import Asking, add, read_new
from detente.store.outbox import Channel
from detente.store.taking import is_known


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
    change = add(
        case, read_new(case, new), accept=accept, forecast=forecast, details={WATCHED: True}
    )
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


def watch(
    case: Case, once: Callable[[], object], channels: Sequence[Channel], *, interval: float,
    rounds: int | None = None, trouble: Callable[[str], None] = lambda _: None,
) -> None:  # fmt: skip
    """Look again and again, and tell what came; it ends with Ctrl-C or after `rounds`.

    What an earlier watch took in and didn't come to tell is told first.

    Parameters
    ----------
    case : Case
        The case.
    once : callable
        Looks once, and takes in what is new.
    channels : sequence of Channel
        Where what came is told.
    interval : float
        Seconds between two looks.
    rounds : int, optional
        How many looks; left out, for ever.
    trouble : callable
        Gets a sentence for what fails and is tried again at the next look.

    Raises
    ------
    DetenteError
        What fails at the first look, unless it is a source that may come back;
        with `rounds`, whatever fails.
    """
    outbox.begin(case, channels)
    done = 0
    while True:
        try:
            outbox.deliver(case, channels, trouble)
            once()
        except DetenteError as error:
            if rounds is not None or (not done and not isinstance(error, SourceError)):
                raise
            trouble(str(error))
        else:
            outbox.deliver(case, channels, trouble)
        done += 1
        if rounds is not None and done >= rounds:
            return
        time.sleep(interval)
