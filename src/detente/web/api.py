"""The REST API: the same functions as the pages and the command line, in the same JSON shapes."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Header, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse

from detente.errors import DetenteError, InputError
from detente.model.formats import yaml
from detente.model.formats.source import decode
from detente.report.narrate import why_json
from detente.web import answers
from detente.web.bench import MOST_FILES, Desk, Files, status_of
from detente.web.moves import told
from detente.web.saying import place
from detente.web.whatif import order_of
from detente.web.workspace import StaleError, Version

LONGEST = 300.0
MOST_BITS = 1 << answers.MOST_OPTIONS


class Fault(BaseModel):
    """What is wrong, what to do about it, and where."""

    what: str
    todo: str = ""
    where: str = ""


class Model(BaseModel):
    """The model: its text, and what that says."""

    etag: str = Field(description="give it as If-Match when the model is put")
    yaml: str
    model: dict[str, Any] = Field(description="field by field, as the page on the data model says")


class Added(BaseModel):
    """The reports that were taken in, under their names in the workspace."""

    documents: list[str]
    job: str | None = Field(default=None, description="the work of reading them, where it is one")


class Asked(BaseModel):
    """What to forecast."""

    model_config = ConfigDict(extra="forbid")

    draws: int = Field(default=answers.DRAWS, ge=1, le=answers.MOST_DRAWS)
    seed: int = Field(default=0, ge=0, lt=2**63)
    horizon: str | None = Field(default=None, max_length=40, description="'6 months', or a day")
    assume: dict[str, bool] = Field(
        default_factory=dict,
        max_length=64,
        description="options forced (true) or forbidden (false), unknowns settled",
    )
    orders: dict[str, list[Annotated[int, Field(ge=1, le=10_000)]]] = Field(
        default_factory=dict,
        max_length=64,
        description="decision maker: its priorities by number from 1, in the order that is supposed",
    )


def _fault(what: str) -> dict[str, Any]:
    return {"model": Fault, "description": what}


REFUSED: dict[int | str, dict[str, Any]] = {
    400: _fault("the request can't be parsed"),
    401: {"description": "the cookie of the start address is missing"},
    403: {"description": "the request comes from another site"},
    404: _fault("there is no such thing"),
    413: _fault("too large"),
    421: {"description": "the server doesn't go by that name"},
    422: _fault("what was given can't be used"),
}
ETAG = Header(description="the tag of the version that is replaced, or * where there is none yet")

router = APIRouter(prefix="/api", responses=REFUSED, tags=["workbench"])


@router.get("/documents")
def documents(desk: Desk) -> Added:
    """List the reports."""
    return Added(documents=desk.reports.files())


@router.post(
    "/documents",
    status_code=201,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "required": ["files"],
                        "properties": {
                            "files": {
                                "type": "array",
                                "minItems": 1,
                                "maxItems": MOST_FILES,
                                "items": {"type": "string", "format": "binary"},
                            }
                        },
                    }
                }
            },
        }
    },
)
def add(desk: Desk, given: Files) -> Added:
    """Take reports in: multipart, at most 20 files of at most 5 MB."""
    if not given:
        raise InputError("no file was sent", "send one or more as multipart/form-data")
    names, job = desk.reports.add(given)
    return Added(documents=names, job=None if job is None else job.id)


@router.get("/read")
def read(
    desk: Desk,
    document: Annotated[str, Query(max_length=40, description="only of this one, as d1")] = "",
) -> dict[str, Any]:
    """Return the claims of the reports, in the shape of ``detente read --json``."""
    reading, trouble = desk.reports.whole(document, LONGEST)
    shown = reading.to_json()
    shown["warnings"] = list(trouble)
    return shown


@router.get("/model")
def model(desk: Desk, response: Response) -> Model:
    """Return the model as text and field by field, with its tag."""
    current = desk.model()
    response.headers["etag"] = f'"{current.tag}"'
    return _shown(current)


@router.put(
    "/model",
    responses={
        412: _fault("the model was changed since; nothing was saved"),
        428: _fault("If-Match is missing"),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/yaml": {"schema": {"type": "string"}}},
        }
    },
)
async def put_model(
    request: Request,
    desk: Desk,
    response: Response,
    if_match: Annotated[str | None, ETAG] = None,
) -> Model:
    """Replace the model, if it still is the version that If-Match names."""
    from starlette.concurrency import run_in_threadpool

    if if_match is None:
        return _refusal(428, "If-Match is missing", "give the model's etag, or * for a first model")  # type: ignore[return-value] # an answer stands for itself
    on = None if if_match.strip() == "*" else if_match.strip().removeprefix("W/").strip('"')
    text = decode(await request.body(), "model.yaml")
    try:
        saved = await run_in_threadpool(_save, desk, text, on)
    except StaleError as error:
        return _refusal(412, error.what, error.todo)  # type: ignore[return-value] # as above
    response.headers["etag"] = f'"{saved.tag}"'
    return await run_in_threadpool(_shown, saved)


@router.get("/solve")
def solve(desk: Desk) -> dict[str, Any]:
    """Return what holds, in the shape of ``detente solve --json``."""
    text = desk.model().text
    return answers.solved(text).to_json(answers.conflict(text).title)


@router.get("/why/{state}")
def why(desk: Desk, state: Annotated[int, Path(ge=0, lt=MOST_BITS)]) -> dict[str, Any]:
    """Say why a state holds or doesn't, as ``detente solve --why --json`` does."""
    text = desk.model().text
    stability = answers.solved(text)
    stability.game.state(state)
    return {"state": state, "why": why_json(answers.conflict(text), stability, state)}


@router.get("/moves/{before}/{after}")
def move(
    desk: Desk,
    before: Annotated[int, Path(ge=0, lt=MOST_BITS)],
    after: Annotated[int, Path(ge=0, lt=MOST_BITS)],
) -> dict[str, Any]:
    """Say concept by concept why a move is made or isn't, as the page Outcomes does."""
    text = desk.model().text
    found = told(answers.solved(text), answers.spoken(text), before, after)
    makers = answers.game(text).decision_makers
    return {
        "before": found.before,
        "after": found.after,
        "decision_maker": None if found.mover is None else makers[found.mover],
        "act": found.act,
        "verdicts": [
            {"concept": concept, "deterred": one["deterred"], "sentences": list(one["sentences"])}
            for one in found.verdicts
            for concept in one["concepts"]
        ],
        "notes": list(found.notes),
    }


@router.get("/coalitions")
def coalitions(desk: Desk) -> dict[str, Any]:
    """Say which outcomes that hold would be left by several together, as the page Outcomes does."""
    found, more = answers.together(desk.model().text)
    return {
        "coalitions": [
            {
                "state": one.state,
                "members": list(one.who),
                "to": list(one.to),
                "more_to": one.more,
                "act": one.act,
                "kept_by": list(one.kept),
            }
            for one in found
        ],
        "more": more,
    }


@router.post("/forecast")
def forecast(desk: Desk, asked: Annotated[Asked | None, Body()] = None) -> dict[str, Any]:
    """Return the forecast, in the shape of ``detente forecast --json``."""
    one, text = asked or Asked(), desk.model().text
    conflict = answers.conflict(text)
    orders = tuple(
        (dm, order)
        for dm, numbers in sorted(one.orders.items())
        if (order := order_of(conflict, dm, numbers)) is not None
    )
    assume = tuple(sorted(one.assume.items()))
    found = answers.foreseen(text, one.draws, one.seed, one.horizon, assume, orders)
    return found.to_json()


@router.get("/brief")
def brief(
    desk: Desk,
    version: Annotated[str | None, Query(pattern="^([0-9a-f]{16}|m[0-9]{1,9})$")] = None,
    seed: Annotated[int, Query(ge=0, lt=2**63)] = 0,
) -> dict[str, Any]:
    """Return the brief, in the shape of ``detente brief --json``."""
    text = desk.workspace.version(version) if version else desk.model().text
    return answers.briefed(text, desk.reports.reading(text), seed=seed).to_json()


def answer(error: DetenteError) -> Response:
    """Return an error as the API says it."""
    return _refusal(status_of(error), error.what, error.todo, place(error.where))


def _refusal(status: int, what: str, todo: str = "", where: str = "") -> Response:
    return JSONResponse({"what": what, "todo": todo, "where": where}, status)


def _save(desk: Desk, text: str, on: str | None) -> Version:
    yaml.loads(text)
    return desk.workspace.save(text, on=on)


def _shown(current: Version) -> Model:
    found = yaml.loads(current.text)
    return Model(etag=current.tag, yaml=current.text, model=found.model_dump(mode="json"))
