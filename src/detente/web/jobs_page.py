"""Long work as pages see it: how far it is, as events while one looks; a way to stop it."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams
from starlette.responses import RedirectResponse, StreamingResponse

from detente.errors import DetenteError
from detente.report.changes import Told
from detente.web import forecast_page, watching
from detente.web.bench import Desk, Form, NotYoursError, screen, status_of
from detente.web.jobs import Job, TooManyError
from detente.web.roles import READER
from detente.web.saying import sentence

LISTENERS = 24
"""So many pages may listen at once; others look again by themselves."""

_BEAT, _ALIVE = 0.15, 15.0
places = threading.BoundedSemaphore(LISTENERS)

router = APIRouter(include_in_schema=False)


@router.get("/jobs")
def every(request: Request, desk: Desk) -> Response:
    """List the work that is under way and what came of the last."""
    return screen(request, "jobs.html.j2", "/jobs", jobs=desk.jobs.of(desk.room))


@router.get("/jobs/{name}")
def show(request: Request, desk: Desk, name: str) -> Response:
    """Show how far a piece of work is, and what it found."""
    job = desk.jobs.get(name, desk.room)
    over = job.over  # looked at once, before what it found
    if job.state == "done" and job.to:
        return RedirectResponse(job.to, 303)
    return screen(
        request,
        "job.html.j2",
        "/case" if desk.case is not None else "/",
        job=job,
        refresh="" if over else f"/jobs/{job.id}",
        told=job.found if isinstance(job.found, Told) else None,
    )


@router.post("/jobs/{name}/stop")
def stop(request: Request, desk: Desk, name: str) -> Response:
    """Stop a piece of work; who only reads a case stops their own."""
    job = desk.jobs.get(name, desk.room)
    mine(request, job).stop()
    job.wait(2.0)
    return RedirectResponse(f"/jobs/{job.id}", 303)


def mine(request: Request, job: Job) -> Job:
    """Return a piece of work that somebody may stop.

    Raises
    ------
    NotYoursError
        If it is another's, and they only read the case.
    """
    who = request.scope.get("detente.who")
    if who is not None and who.role == READER and job.by != who.name:
        raise NotYoursError("this is another's work", "ask them, or an editor, to stop it")
    return job


@router.get("/jobs/{name}/stop")
def back(name: str) -> Response:
    """Lead back to the page whose form is sent here."""
    return RedirectResponse(f"/jobs/{name}", 303)


@router.get("/jobs/{name}/events")
async def events(desk: Desk, name: str) -> Response:
    """Say how far a piece of work is, as server-sent events until it is over."""
    job = desk.jobs.get(name, desk.room)
    if not places.acquire(blocking=False):
        raise TooManyError(f"{LISTENERS} pages listen already", "load the page again instead")
    places.release()  # taken again when the first word is asked for, which may never be
    headers = {"x-accel-buffering": "no"}
    return StreamingResponse(
        _Told(job), media_type="text/event-stream; charset=utf-8", headers=headers
    )


class _Told:
    """The events of a job; whoever stops listening gives the place free."""

    def __init__(self, job: Job) -> None:
        self.job = job

    async def __aiter__(self) -> AsyncIterator[str]:
        if not places.acquire(blocking=False):
            return
        try:
            async for line in self._lines():
                yield line
        finally:
            places.release()

    async def _lines(self) -> AsyncIterator[str]:
        seen, quiet = -1, 0.0
        while True:
            job, over = self.job, self.job.over
            if over or job.changes != seen:
                seen, quiet = job.changes, 0.0
                yield f"event: {'over' if over else 'progress'}\ndata: {json.dumps(job.to_json())}\n\n"
            elif quiet >= _ALIVE:
                quiet = 0.0
                yield ": still at it\n\n"
            if over:
                return
            await asyncio.sleep(_BEAT)
            quiet += _BEAT


@router.post("/forecast")
def long_forecast(request: Request, desk: Desk, form: Form) -> Response:
    """Make a forecast as a job; its result is the page Forecast with it."""
    given = {name: value for name, value in form.items() if value}
    try:
        text = desk.model().text
        draws = given.get("draws", "")
        said = f"Forecasting with {int(draws):,} draws" if draws.isdecimal() else "Forecasting"
        query = QueryParams(given)
        job = desk.jobs.start(said, lambda job: _foreseen(job, text, query), room=desk.room)
    except DetenteError as error:
        return screen(
            request,
            "trouble.html.j2",
            "/forecast",
            status=status_of(error),
            trouble=sentence(error),
        )
    job.wait(1.0)
    return RedirectResponse(f"/jobs/{job.id}", 303)


def _foreseen(job: Job, text: str, query: QueryParams) -> str:
    """Make a forecast, which is then kept at hand for its page; return the page's address."""
    job.tell(step="Drawing")
    with watching.told(job.tell):
        forecast_page.forecasts(text, query)
    return f"/forecast?{urlencode(query.multi_items())}"
