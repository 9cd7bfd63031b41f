"""The workbench as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from detente.errors import DetenteError, InputError, NotFoundError
from detente.model.formats.validation import sentence_of
from detente.store.case import Case
from detente.web import (
    api,
    brief_page,
    case_api,
    case_page,
    forecast_page,
    jobs_page,
    model_page,
    outcomes_page,
    report_page,
)
from detente.web.bench import Bench, screen, status_of
from detente.web.openings import bench
from detente.web.reader import MOST_SECONDS
from detente.web.saying import sentence
from detente.web.security import Door, Gate, Key, own_hosts
from detente.web.templating import STATIC, packed, static
from detente.web.workspace import Workspace

_PLACES = frozenset({"query", "path", "header", "cookie", "body"})
FOREVER = "private, max-age=31536000, immutable"
ROUTERS = (
    report_page.router, model_page.router, outcomes_page.router, forecast_page.router,
    brief_page.router, case_page.router, jobs_page.router, api.router, case_api.router,
)  # fmt: skip


def workbench(
    source: Workspace | Case, *, port: int, key: Key | None = None, seconds: float = MOST_SECONDS
) -> Gate:
    """Return the workbench over a folder or a case, for one person.

    Parameters
    ----------
    source : Workspace or Case
        The folder that is worked on, or the case.
    port : int
        The port it is served at: part of the hosts that it answers to.
    key : Key, optional
        The token and cookie; left out, new ones.
    seconds : float
        How long one report may take to be read.

    Returns
    -------
    Gate
        An ASGI application; ``.key.token`` opens it, once.
    """
    one = bench(source, seconds=seconds)
    home = one.screens[0][0]
    return Gate(Door(pages(one), key or Key(), port, home), own_hosts(port))


def pages(one: Bench | None = None) -> FastAPI:
    """Return the pages and the API, over one folder or case, or over what each request names."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if one is not None:
            one.reports.shown("", "")
        yield
        if one is not None:
            one.reports.close()

    app = FastAPI(
        title="Détente workbench",
        version="1",
        description="Read, model, solve and forecast a crisis. Shapes: the page JSON shapes.",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.bench = one
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/static/{name}", _static, include_in_schema=False)
    app.add_exception_handler(DetenteError, _told)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    return app


def _static(request: Request, name: str) -> Response:
    if name not in STATIC:
        raise NotFoundError("there is no such file", "go back to the workbench")
    content, kind = static(name)
    headers = {"cache-control": FOREVER, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", "") and len(packed(name)) < len(content):
        content, headers["content-encoding"] = packed(name), "gzip"
    return Response(content, media_type=kind, headers=headers)


def _of_api(request: Request) -> bool:
    path = str(request.scope["path"]).removeprefix(request.scope.get("root_path", ""))
    return path.startswith("/api/")


async def _told(request: Request, error: Exception) -> Response:
    if not isinstance(error, DetenteError):
        raise error
    if _of_api(request):
        return api.answer(error)
    return screen(request, "trouble.html.j2", "", status=status_of(error), trouble=sentence(error))


async def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    what = {404: "there is no such page", 405: "that can't be done here"}.get(
        error.status_code, str(error.detail)
    )
    if _of_api(request):
        return JSONResponse(
            {"what": what, "todo": "", "where": ""}, error.status_code, headers=error.headers
        )
    told = f"{what[:1].upper()}{what[1:].rstrip('.')}."
    return screen(request, "trouble.html.j2", "", status=error.status_code, trouble=told)


async def _invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    named = tuple(part for part in first["loc"] if part not in _PLACES)
    told = InputError(*sentence_of(first["type"], first, named))
    if _of_api(request):
        where = ".".join(str(part) for part in first["loc"])
        return JSONResponse({"what": told.what, "todo": told.todo, "where": where}, 422)
    return screen(request, "trouble.html.j2", "", status=422, trouble=sentence(told))
