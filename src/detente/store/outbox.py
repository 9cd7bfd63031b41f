"""Which alerts went out by which channel: written down after each, so none is lost by a stop.

What is told stands in the store; `detente.store.marks` says for each channel the
run that it told last. A process that is killed between telling and writing that
down tells it once more: an alert comes at least once, and one that comes twice
has the same id.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from detente.errors import SourceError
from detente.store import marks
from detente.store.alerts import Alert, last_run, since
from detente.store.case import Case


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out for alerts.

    Attributes
    ----------
    name : str
        By which it is known again the next time; no secret is in it.
    tell : callable
        Takes some alerts, and raises `SourceError` where they didn't go out.
    shared : bool
        Whether it comes to the same place from every machine, as a mail does: then
        all that watch a shared case tell each alert once between them.
    """

    name: str
    tell: Callable[[Sequence[Alert]], None]
    shared: bool = False


def begin(case: Case, channels: Sequence[Channel]) -> None:
    """Let channels that are new tell only what comes from now on."""
    here, there = marks.in_folder(case), marks.in_store(case)
    now = last_run(case)
    for one in channels:
        if one.shared and one.name not in there:  # an older watch kept its mark in the folder
            marks.put_in_store(case, one.name, here.get(one.name, now))
    new = [one.name for one in channels if not one.shared and one.name not in here]
    if new:
        marks.put_in_folder(case, dict.fromkeys(new, now))


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
        if not channel.shared:
            last = _told(case, channel, marks.in_folder(case), trouble)
            if last is not None:
                marks.put_in_folder(case, {channel.name: last})
            continue
        with marks.alone(case, channel.name) as mine:
            last = _told(case, channel, marks.in_store(case), trouble) if mine else None
            if last is not None:
                marks.put_in_store(case, channel.name, last)


def _told(
    case: Case, channel: Channel, known: Mapping[str, int], trouble: Callable[[str], None]
) -> int | None:
    """Tell what came after the mark of a channel; return up to which run, None for nothing."""
    waiting = since(case, known.get(channel.name, 0))
    if not waiting:
        return None
    try:
        channel.tell([alert for _, told in waiting for alert in told])
    except SourceError as error:
        trouble(str(error))
        return None
    return waiting[-1][0]
