"""The page Brief: the answer, and what to take away: page, Markdown, model file."""

import html
import re

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse, PlainTextResponse

from detente.errors import DetenteError
from detente.report.brief import Brief
from detente.report.html import page as set_page
from detente.web import answers
from detente.web.bench import Bench, Desk, bench_of, screen, sentence, status_of
from detente.web.security import POLICY

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')

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
    return screen(
        request,
        "brief.html.j2",
        "/brief",
        content=content,
        tag=current.tag,
        seed=made.forecast.seed,
        draws=made.forecast.draws,
        with_reports=made.reading is not None,
        has_reports=bool(desk.reports.files()),
    )


@router.get("/brief/page")
def whole(request: Request, version: str = "") -> Response:
    """Return the brief as its own page, of this version of the model or the one now."""
    shown = set_page(_version(bench_of(request), version))
    return HTMLResponse(shown, headers={"content-security-policy": policy(shown)})


@router.get("/brief/markdown")
def markdown(request: Request, version: str = "") -> Response:
    """Return the brief as Markdown."""
    made = _version(bench_of(request), version)
    return PlainTextResponse(
        made.to_markdown(),
        headers={"content-disposition": 'attachment; filename="brief.md"'},
        media_type="text/markdown",
    )


@router.get("/model.yaml")
def model_file(desk: Desk) -> Response:
    """Return the model file, byte for byte."""
    return Response(
        desk.model().text.encode(),
        headers={"content-disposition": 'attachment; filename="model.yaml"'},
        media_type="application/yaml",
    )


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
