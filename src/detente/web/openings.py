"""Open what a workbench works on: a folder, or a case."""

from functools import partial

from detente.store.case import Case
from detente.web.bench import Bench
from detente.web.case_reports import CaseReports
from detente.web.casespace import CaseSpace
from detente.web.folder_reports import FolderReports, draft_first
from detente.web.jobs import Jobs
from detente.web.reader import MOST_SECONDS, Reader
from detente.web.readingroom import ReadingRoom
from detente.web.workspace import Workspace


def bench(source: Workspace | Case, *, seconds: float = MOST_SECONDS) -> Bench:
    """Return what one folder or case is worked on with.

    Parameters
    ----------
    source : Workspace or Case
        The folder, or the case.
    seconds : float
        How long one report may take to be read.
    """
    jobs = Jobs()
    if isinstance(source, Case):
        return case_bench(source, jobs, Reader(seconds))
    room = ReadingRoom(source, jobs, seconds, after=partial(draft_first, source))
    return Bench(source, FolderReports(source, room), jobs)


def case_bench(case: Case, jobs: Jobs, reader: Reader, *, room: str = "", at: str = "") -> Bench:
    """Return what a case is worked on with, one of several of a server where `room` names it."""
    space = CaseSpace(case)
    return Bench(space, CaseReports(space, jobs, room, reader), jobs, space, room, at)
