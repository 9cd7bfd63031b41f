"""The page Model: the option form, the priorities, and the file beside them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import UploadFile
from starlette.responses import JSONResponse, RedirectResponse

from detente.errors import DetenteError, InputError, NotFoundError
from detente.model.conflict import Conflict
from detente.model.formats import yaml
from detente.model.statements import parse
from detente.report.voice import voice
from detente.web import answers
from detente.web.bench import MOST_FIELDS, Bench, Desk, Form, screen, status_of
from detente.web.edits import edited
from detente.web.exchange import LARGEST, SUFFIXES, given_out, taken_in
from detente.web.kept import part
from detente.web.model_content import content
from detente.web.saying import sentence
from detente.web.templating import made, page
from detente.web.workspace import StaleError

LONGEST = 2000
"""No statement of a form is longer."""

router = APIRouter(include_in_schema=False)


@router.get("/model")
def show(request: Request, desk: Desk) -> Response:
    """Show the model."""
    return _page(request, desk)


async def _uploaded(request: Request) -> tuple[str, str, bytes]:
    """Return the tag, the name and the content of a model file that is taken in."""
    form = await request.form(max_files=1, max_fields=MOST_FIELDS)
    found = form.get("file")
    name, content = "", b""
    if isinstance(found, UploadFile):
        name, content = found.filename or "", await found.read(LARGEST + 1)
    tag = form.get("tag")
    await form.close()
    return tag if isinstance(tag, str) else "", name, content


@router.post("/model/import")
def take_in(
    request: Request, desk: Desk, given: Annotated[tuple[str, str, bytes], Depends(_uploaded)]
) -> Response:
    """Put a file in the model's place; undo brings the one before back."""
    tag, name, content = given
    try:
        if not name:
            raise InputError("no file was chosen", f"choose one of {' '.join(SUFFIXES)}")
        text = taken_in(name, content)
        desk.workspace.save(text, on=tag or None)
    except DetenteError as error:
        return _page(request, desk, given={"do": "import"}, error=error)
    return _back("saved")


@router.get("/model/import")
def back() -> Response:
    """Lead back to the page whose form is sent here."""
    return RedirectResponse("/model", 303)


@router.get("/model.gmcr")
def give_out(request: Request, desk: Desk) -> Response:
    """Return the model as a file for GMCR+."""
    try:
        text = desk.model().text
        found = given_out(answers.conflict(text), text, ".gmcr")
    except DetenteError as error:
        return screen(
            request, "trouble.html.j2", "/model", status=status_of(error), trouble=sentence(error)
        )
    return Response(
        found.text,
        media_type=found.kind,
        headers={"content-disposition": 'attachment; filename="model.gmcr"'},
    )


@router.get("/model/check")
def checked(desk: Desk, statement: str = "", dm: str = "") -> Response:
    """Say how a statement reads while it is written, or what is wrong with it."""
    try:
        said = _read_back(answers.conflict(desk.model().text), statement.strip(), dm)
    except InputError as error:  # while one writes, that is no fault of the request
        return JSONResponse({"wrong": sentence(error)})
    except DetenteError as error:
        return JSONResponse({"wrong": sentence(error)}, status_of(error))
    return JSONResponse({"reads": said})


def _read_back(conflict: Conflict, written: str, dm: str) -> str:
    if dm and dm not in conflict.decision_makers:
        raise NotFoundError(f"there is no decision maker {dm!r}", "look at the page again")
    if len(written) > LONGEST:
        raise InputError("the statement is too long", "say it in several")
    if not written:
        return ""
    said = voice(conflict).expression(parse(written, conflict.option_names(), dm or None))
    return f"{said[:1].upper()}{said[1:]}."


@router.post("/model")
def change(request: Request, desk: Desk, form: Form) -> Response:
    """Make one change to the model; what can't be is said beside what was given."""
    do, tag = form.get("do", ""), form.get("tag") or None
    try:
        if do in {"undo", "redo"}:
            desk.workspace.step(-1 if do == "undo" else 1, on=tag)
            return _back("undone" if do == "undo" else "redone")
        current = desk.workspace.model()
        if do == "text":
            text = form.get("text", "").replace("\r\n", "\n")
            yaml.loads(text)
        elif do == "start" and current is None:
            text = "detente: 1\ntitle: A new model\ndecision_makers: {}\nstatus_quo: []\n"
        elif current is None:
            raise InputError("there is no model to change", "add a report, or start a new one")
        elif current.tag != tag:
            raise _stale()
        else:
            text = edited(current.text, do, form)
        desk.workspace.save(text, on=tag)
    except DetenteError as error:
        return _page(request, desk, given=form, error=error)
    return _back("moved" if do == "move-statement" else "saved")


def _back(said: str) -> Response:
    return RedirectResponse(f"/model?said={said}", 303)


def _stale() -> StaleError:
    return StaleError(
        "the model was changed by somebody else since you opened it, so nothing was saved",
        "look at it as it is now and make your change again",
    )


def _page(
    request: Request,
    desk: Bench,
    *,
    given: dict[str, str] | None = None,
    error: DetenteError | None = None,
) -> Response:
    """Show the model; after an error, with what was given and what is wrong with it."""
    try:
        current = desk.workspace.model()
    except DetenteError as unread:
        return screen(request, "trouble.html.j2", "/model", status=422, trouble=sentence(unread))
    text = current.text if current else ""
    plain = {
        "tag": current.tag if current else "",
        "text": text,
        "steps": desk.workspace.can_step(),
    }
    if error is None:
        body = part("model_body.html.j2", text, plain["steps"], lambda: content(plain, {}, None))
        return screen(request, "model.html.j2", "/model", body=body)
    shown = content(plain, given or {}, error)
    return screen(
        request,
        "model.html.j2",
        "/model",
        status=status_of(error),
        trouble=shown["trouble"],
        body=made(page("model_body.html.j2", shown)),
    )
