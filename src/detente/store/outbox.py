"""Which alerts went out by which channel: written down after each, so none is lost by a stop.

What is told stands in the store; ``.watch`` in the case's folder says for each
channel the run that it told last. A process that is killed between telling and
writing that down tells it once more: an alert comes at least once, and one that
comes twice has the same id.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from detente.errors import SourceError
from detente.store.alerts import Alert, last_run, since
from detente.store.case import Case, write_whole

MARKS = ".watch"


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out for alerts.

    Attributes
    ----------
    name : str
        By which it is known again the next time; no secret is in it.
    tell : callable
        Takes some alerts, and raises `SourceError` where they didn't go out.
    """

    name: str
    tell: Callable[[Sequence[Alert]], None]


def begin(case: Case, channels: Sequence[Channel]) -> None:
    """Let channels that are new tell only what comes from now on."""
    marks = _marks(case)
    new = [one.name for one in channels if one.name not in marks]
    if new:
        _write(case, {**marks, **dict.fromkeys(new, last_run(case))})


def deliver(case: Case, channels: Sequence[Channel], trouble: Callable[[str], None]) -> None:
    """Tell by each channel what it has not told yet.

    A channel that fails is left where it is, and tells the same the next time.

    Parameters
    ----------
    case : Case
        The case.
    channels : sequence of Channel
        Those that `begin` was told of.
    trouble : callable
        Gets a sentence for each channel that fails.
    """
    for channel in channels:
        mark = _marks(case).get(channel.name, 0)
        waiting = since(case, mark)
        if not waiting:
            continue
        try:
            channel.tell([alert for _, told in waiting for alert in told])
        except SourceError as error:
            trouble(str(error))
            continue
        _write(case, {**_marks(case), channel.name: waiting[-1][0]})


def _marks(case: Case) -> dict[str, int]:
    try:
        found = json.loads((case.folder / MARKS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: run for name, run in found.items() if type(run) is int}


def _write(case: Case, marks: dict[str, int]) -> None:
    write_whole(case.folder / MARKS, json.dumps(marks, sort_keys=True, indent=1) + "\n")
