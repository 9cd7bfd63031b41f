"""What one running workbench has at hand, and how its pages are answered."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from starlette.datastructures import UploadFile
from starlette.responses import HTMLResponse

from detente.errors import DetenteError, InputError, NotFoundError, TooLargeError
from detente.web import roles
from detente.web.casespace import CaseSpace
from detente.web.jobs import Jobs, TooManyError
from detente.web.looking import looked_at
from detente.web.shown import Reports
from detente.web.templating import page
from detente.web.uploads import LARGEST
from detente.web.workspace import Space, StaleError, Version

MOST_FILES = 20
MOST_FIELDS = 60
MOST_FIELD = 6 * 2**20

SCREENS = (
    ("/", "Report"),
    ("/model", "Model"),
    ("/outcomes", "Outcomes"),
    ("/forecast", "Forecast"),
    ("/brief", "Brief"),
)
CASE = ("/case", "Case")
SAID = {
    "saved": "Saved.",
    "moved": "Moved. The answers are worked out anew.",
    "undone": "Undone.",
    "redone": "Done again.",
    "added": "The report was added.",
    "removed": "The report was taken out; it is kept in the folder .detente/removed.",
    "drafted": "The model was drafted from the reports. Undo brings the one before back.",
    "corrected": "Put right. The model is as it was; draft it anew to take this up.",
    "rejected": "Rejected. It stays in the case as what was not taken.",
    "resolved": "Noted. The score counts it.",
    "stopped": "Stopped.",
    "made": "The case was made.",
    "password": "The password was changed; every other browser was signed out.",
}
_OWN = re.compile(
    r"""((?:href|action|formaction|src|data-[a-z]+|hx-get|hx-post)=")/(?!/|static/)"""
)


class NotYoursError(InputError):
    """Something that only another, or an editor, may do."""


@dataclass(frozen=True, eq=False)
class Bench:
    """What one folder or case is worked on with.

    Attributes
    ----------
    workspace : Space
        Where the model stands.
    reports : Reports
        Who keeps the reports.
    jobs : Jobs
        Long work.
    case : CaseSpace or None
        The case, where it is one.
    room : str
        Its name among the jobs.
    at : str
        What its addresses begin with, where a server has several.
    """

    workspace: Space
    reports: Reports
    jobs: Jobs
    case: CaseSpace | None = None
    room: str = ""
    at: str = ""

    @property
    def screens(self) -> tuple[tuple[str, str], ...]:
        """The pages, in their order; a case begins with what has come to it."""
        return (CASE, *SCREENS) if self.case is not None else SCREENS

    def model(self) -> Version:
        """Return the model file as it stands.

        Raises
        ------
        NotFoundError
            If there is none yet.
        """
        found = self.workspace.model()
        if found is None:
            raise NotFoundError("there is no model yet", "add a report on the page Report first")
        return found


def bench_of(request: Request) -> Bench:
    """Return the workbench that a request is made to."""
    bench: Bench = request.scope.get("detente.bench") or request.app.state.bench
    return bench


def case_of(request: Request) -> CaseSpace:
    """Return the case that is worked on.

    Raises
    ------
    NotFoundError
        If it is a folder without a case.
    """
    found = bench_of(request).case
    if found is None:
        raise NotFoundError(
            "this is no case", "make one with 'detente case new DIR', and serve that folder"
        )
    return found


async def form_of(request: Request) -> dict[str, str]:
    """Return the fields of a form; files are left out, of several values the last counts."""
    form = await request.form(max_files=0, max_fields=MOST_FIELDS, max_part_size=MOST_FIELD)
    return {name: value for name, value in form.multi_items() if isinstance(value, str)}


async def files_of(request: Request) -> list[tuple[str, bytes]]:
    """Return the files of a form, each with its name; one that is too large is cut and refused."""
    form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
    found = []
    for _, value in form.multi_items():
        if isinstance(value, UploadFile) and value.filename:
            found.append((value.filename, await value.read(LARGEST + 1)))
    await form.close()
    return found


Desk = Annotated[Bench, Depends(bench_of)]
Cased = Annotated[CaseSpace, Depends(case_of)]
Form = Annotated[dict[str, str], Depends(form_of)]
Files = Annotated[list[tuple[str, bytes]], Depends(files_of)]


def status_of(error: DetenteError) -> int:
    """Return the status that goes with an error."""
    if isinstance(error, StaleError):
        return 409
    for kind, status in ((TooManyError, 429), (NotYoursError, 403)):
        if isinstance(error, kind):
            return status
    if isinstance(error, NotFoundError):
        return 404
    return 413 if isinstance(error, TooLargeError) else 422


def screen(
    request: Request, template: str, here: str, *, status: int = 200, **content: Any
) -> Response:
    """Return one of the workbench's pages."""
    bench: Bench | None = request.scope.get("detente.bench") or request.app.state.bench
    said = SAID.get(request.query_params.get("said", ""), "") if status == 200 else ""  # noqa: PLR2004 - OK
    shown = {
        "screens": bench.screens if bench is not None else (),
        "here": here,
        "said": said,
        "trouble": None,
        "refresh": "",
        "folder": bench.workspace.name if bench is not None else "",
        "who": request.scope.get("detente.who"),
    }
    text = page(template, shown | content)
    who: Any = shown["who"]
    if who is not None and who.role == roles.READER:
        text = looked_at(text)
    return HTMLResponse(placed(text, bench.at if bench is not None else ""), status)


def placed(text: str, at: str) -> str:
    """Return a page whose addresses begin with `at`; only templates write quotation marks bare.

    Examples
    --------
    >>> placed('<a href="/model">m</a> <link href="/static/a.css"> href=&#34;/x', "/c/strait")
    '<a href="/c/strait/model">m</a> <link href="/static/a.css"> href=&#34;/x'
    """
    return _OWN.sub(rf"\g<1>{at}/", text) if at else text
