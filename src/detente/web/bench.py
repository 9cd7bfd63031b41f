"""What one running workbench has at hand, and how its pages are answered."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from starlette.datastructures import UploadFile
from starlette.responses import HTMLResponse

from detente.errors import DetenteError, NotFoundError, TooLargeError
from detente.web.readingroom import ReadingRoom
from detente.web.security import Key
from detente.web.templating import page
from detente.web.workspace import LARGEST, StaleError, Version, Workspace

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
SAID = {
    "saved": "Saved.",
    "moved": "Moved. The answers are worked out anew.",
    "undone": "Undone.",
    "redone": "Done again.",
    "added": "The report was added.",
    "removed": "The report was taken out; it is kept in the folder .detente/removed.",
    "drafted": "The model was drafted from the reports. Undo brings the one before back.",
    "corrected": "Put right. The model is as it was; draft it anew to take this up.",
}


@dataclass(frozen=True, eq=False)
class Bench:
    """The workspace, its reader and the key to them."""

    workspace: Workspace
    room: ReadingRoom
    key: Key

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
    bench: Bench = request.app.state.bench
    return bench


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
Form = Annotated[dict[str, str], Depends(form_of)]
Files = Annotated[list[tuple[str, bytes]], Depends(files_of)]


def status_of(error: DetenteError) -> int:
    """Return the status that goes with an error."""
    if isinstance(error, StaleError):
        return 409
    if isinstance(error, NotFoundError):
        return 404
    return 413 if isinstance(error, TooLargeError) else 422


def sentence(error: DetenteError) -> str:
    """Say an error as a sentence or two."""
    parts = [part for part in (error.where, error.what) if part]
    told = ": ".join(parts)
    told = f"{told[:1].upper()}{told[1:]}."
    return f"{told} {error.todo[:1].upper()}{error.todo[1:]}." if error.todo else told


def screen(
    request: Request, template: str, here: str, *, status: int = 200, **content: Any
) -> Response:
    """Return one of the workbench's pages."""
    bench = bench_of(request)
    said = SAID.get(request.query_params.get("said", ""), "") if status == 200 else ""  # noqa: PLR2004 - OK
    shown = {
        "screens": SCREENS,
        "here": here,
        "said": said,
        "trouble": None,
        "refresh": "",
        "folder": bench.workspace.folder.name,
    }
    return HTMLResponse(page(template, shown | content), status)
