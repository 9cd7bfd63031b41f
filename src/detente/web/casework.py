"""What the workbench does with a case: takes reports in, carries proposals in, forecasts anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError
from detente.model.conflict import Conflict
from detente.report.changes import Line as Said
from detente.report.changes import Section, Told, told
from detente.store import deciding, growing
from detente.store.asking import Chance
from detente.store.growing import Asking, Change
from detente.web.casespace import CaseSpace
from detente.web.jobs import Job, StoppedError

if TYPE_CHECKING:
    from detente.read.shelf import Page

HELD_BACK = "The forecasts were left out: the work was stopped. What came in is kept."


@dataclass(frozen=True)
class Watched(Asking):
    """How forecasts are made in a job: between two of them it can be stopped."""

    job: Job | None = None

    def __call__(self, conflict: Conflict) -> Mapping[str, Chance]:
        """Return the chances of a model's questions."""
        if self.job is not None:
            self.job.tell(step="Forecasting what that changes")
        return super().__call__(conflict)


def take(space: CaseSpace, read: "tuple[list[Page], list[str]]", job: Job) -> Told:
    """Take pages in; return what they change, told.

    A report is kept as soon as it is in the store; whoever stops the job then
    only leaves the forecasts out.
    """
    pages, unread = read
    job.tell(len(pages), len(pages), "Taking it into the case")
    found: list[Any] = []
    try:
        change = growing.add(space.case, pages, forecast=Watched(job=job), saved=found.append)
    except StoppedError:
        shown = Told(space.name, HELD_BACK, _came(found))
    except DetenteError as error:
        if not found:
            raise
        shown = Told(space.name, _unforeseen(error), _came(found))  # what came in is kept
    else:
        shown = told(change)
        unread = [*change.warnings, *unread]
    if unread:
        section = Section("To be known", tuple(Said(one) for one in unread[:20]))
        shown = replace(shown, sections=(*shown.sections, section))
    return shown


def _came(found: Sequence[Any]) -> tuple[Section, ...]:
    lines = tuple(Said(f"{one.document}: {one.title}") for one in found)
    return (Section("Reports", lines),) if lines else ()


def _unforeseen(error: DetenteError) -> str:
    return f"What came in is kept, but nothing was forecast: {error}."


def accept(space: CaseSpace, wanted: Sequence[deciding.Kept], job: Job) -> Told:
    """Carry proposals into the model; return what that changes, told."""
    job.tell(step="Carrying it into the model")
    before = space.number()
    try:
        change: Change = growing.accept(space.case, wanted, forecast=Watched(job=job))
    except StoppedError:
        return Told(space.name, HELD_BACK, ())
    except DetenteError as error:
        if space.number() == before:
            raise
        return Told(space.name, _unforeseen(error), ())
    return told(change)
