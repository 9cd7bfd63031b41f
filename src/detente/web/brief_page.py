"""The page Brief: the answer, and what to take away: page, PDF, Markdown, model file.

What is named by a version, draws and a seed is made of these alone, so the
address gives the same bytes tomorrow, as long as the program is the same.
"""

import html
import re
import threading
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.responses import HTMLResponse, PlainTextResponse

from detente.errors import DetenteError
from detente.report.brief import Brief
from detente.report.html import page as set_page
from detente.web import answers
from detente.web.bench import Bench, Desk, bench_of, screen, status_of
from detente.web.jobs import TooManyError
from detente.web.saying import sentence
from detente.web.security import POLICY

MOST_PDFS = 4
"""So many PDFs are made or waited for at once."""

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
presses = threading.BoundedSemaphore(MOST_PDFS)

router = APIRouter(include_in_schema=False)


@router.get("/brief")
def show(request: Request, desk: Desk) -> Response:
    """Show the answer, with the ways to take it away."""
    try:
        current = desk.model()
        made = _brief(desk, current.text)
        content = made.content
    except DetenteError as error:
        return screen(
            request, "trouble.html.j2", "/brief", status=status_of(error), trouble=sentence(error)
        )
    seed, draws = made.forecast.seed, made.forecast.draws
    return screen(
        request,
        "brief.html.j2",
        "/brief",
        content=content,
        tag=current.tag,
        number=desk.case.number() if desk.case is not None else 0,
        seed=seed,
        draws=draws,
        query=urlencode({"draws": draws, "seed": seed}),
        with_reports=made.reading is not None,
        has_reports=bool(desk.reports.files()),
    )


@router.get("/brief/page")
def whole(request: Request, version: str = "") -> Response:
    """Return the brief as its own page, with the reports as they are read now."""
    return _as_page(_version(bench_of(request), version))


@router.get("/brief/markdown")
def markdown(request: Request, version: str = "") -> Response:
    """Return the brief as Markdown, with the reports as they are read now."""
    return _as_markdown(_version(bench_of(request), version), "brief")


def _named(
    desk: Desk,
    version: str,
    draws: Annotated[int | None, Query(ge=1, le=answers.MOST_DRAWS)] = None,
    seed: Annotated[int, Query(ge=0, lt=2**63)] = 0,
) -> Brief:
    """Return the brief on a version of the model alone, its quotes those that it carries."""
    return answers.briefed(desk.workspace.version(version), None, draws=draws, seed=seed)


Named = Annotated[Brief, Depends(_named)]


@router.get("/brief/{version}")  # noqa: FAST003 - what is named takes it
def lasting(made: Named) -> Response:
    """Return the brief on just this version, of these draws and this seed, as a page."""
    return _as_page(made)


@router.get("/brief/{version}/brief.md")
def lasting_markdown(made: Named, version: str) -> Response:
    """Return the brief on just this version as Markdown."""
    return _as_markdown(made, f"brief-{version}")


@router.get("/brief/{version}/brief.pdf")
def lasting_pdf(made: Named, version: str) -> Response:
    """Return the brief on just this version as a PDF."""
    if not presses.acquire(blocking=False):
        raise TooManyError(f"{MOST_PDFS} PDFs are being made", "ask again in a moment")
    try:
        content = typeset(set_page(made))
    finally:
        presses.release()
    headers = {"content-disposition": f'attachment; filename="brief-{version}.pdf"'}
    return Response(content, headers=headers, media_type="application/pdf")


@router.get("/model.yaml")
def model_file(desk: Desk) -> Response:
    """Return the model file, byte for byte."""
    return Response(
        desk.model().text.encode(),
        headers={"content-disposition": 'attachment; filename="model.yaml"'},
        media_type="application/yaml",
    )


@lru_cache(maxsize=4)
def typeset(page: str) -> bytes:
    """Return a page as a PDF; the last ones are kept."""
    from detente.report.pdf import pdf

    return pdf(page)


def _as_page(made: Brief) -> Response:
    shown = set_page(made)
    return HTMLResponse(shown, headers={"content-security-policy": policy(shown)})


def _as_markdown(made: Brief, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}.md"'}
    return PlainTextResponse(made.to_markdown(), headers=headers, media_type="text/markdown")


def policy(page: str) -> str:
    """Return the policy that a brief carries, which allows its one style sheet by its hash.

    Examples
    --------
    >>> policy("<p>no policy</p>") == POLICY
    True
    """
    found = _META.search(page)
    return f"{html.unescape(found[1])}; frame-ancestors 'none'" if found else POLICY


def _version(desk: Bench, version: str) -> Brief:
    text = desk.workspace.version(version) if version else desk.model().text
    return _brief(desk, text)


def _brief(desk: Bench, text: str) -> Brief:
    return answers.briefed(text, desk.reports.reading(text))
