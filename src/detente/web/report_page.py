"""The page Report: the articles with their claims, and what an analyst puts right in them."""

from collections import Counter
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from detente.errors import DetenteError, InputError
from detente.read.claim import KINDS, PLOVER
from detente.report.quotes import Paragraph, paragraphs
from detente.store.correcting import STATUSES
from detente.web.bench import Bench, Desk, Files, Form, screen, status_of
from detente.web.saying import sentence
from detente.web.shown import Shown

LONG = 120_000
CHOICES = {"kind": KINDS, "status": STATUSES, "event": PLOVER}

router = APIRouter(include_in_schema=False)


@router.get("/")
def show(request: Request, desk: Desk, doc: str = "", claim: str = "") -> Response:
    """Show a report with its claims marked, and the record of one of them."""
    return _page(request, desk, doc, claim)


@router.post("/documents")
def add(request: Request, desk: Desk, given: Files) -> Response:
    """Take reports in; all of them, or those before the first that can't be taken."""
    try:
        if not given:
            raise InputError("no file was chosen", "choose one or more reports")
        _, job = desk.reports.add(given)
    except DetenteError as error:
        return _page(request, desk, "", "", trouble=sentence(error), status=status_of(error))
    return RedirectResponse("/?said=added" if job is None else f"/jobs/{job.id}", 303)


@router.post("/documents/remove")
def remove(desk: Desk, form: Form) -> Response:
    """Take a report out."""
    desk.reports.remove(form.get("name", ""))
    return RedirectResponse("/?said=removed", 303)


@router.post("/documents/read")
def read_again(desk: Desk) -> Response:
    """Read what was left unread when somebody stopped the reading."""
    desk.reports.again()
    return RedirectResponse("/", 303)


@router.post("/claims")
def put_right(request: Request, desk: Desk, form: Form) -> Response:
    """Reject, correct or add a claim; or take such a correction back."""
    doc = form.get("doc", "")
    try:
        desk.reports.put_right(form)
    except DetenteError as error:
        trouble = sentence(error)
        chosen = form.get("claim", "")
        return _page(request, desk, doc, chosen, trouble=trouble, status=status_of(error))
    return RedirectResponse("/?" + urlencode({"doc": doc, "said": "corrected"}), 303)


@router.post("/draft")
def draft_model(request: Request, desk: Desk, form: Form) -> Response:
    """Draft the model from the reports, in place of the one there is."""
    try:
        desk.reports.draft(on=form.get("tag") or None)
    except DetenteError as error:
        return _page(request, desk, "", "", trouble=sentence(error), status=status_of(error))
    return RedirectResponse("/model?said=drafted", 303)


@router.get("/documents")
@router.get("/documents/remove")
@router.get("/documents/read")
@router.get("/claims")
@router.get("/draft")
def back() -> Response:
    """Lead back to the page whose forms are sent here."""
    return RedirectResponse("/", 303)


def _page(
    request: Request,
    desk: Bench,
    doc: str,
    chosen: str,
    *,
    trouble: str | None = None,
    status: int = 200,
) -> Response:
    found = desk.reports.shown(doc, chosen)
    document, claims, numbers = found.document, list(found.claims), found.numbers or {}
    cut = [] if document is None else paragraphs(document, claims, numbers, long=LONG)
    model = desk.workspace.model()
    names = found.names or {}
    return screen(
        request,
        "report.html.j2",
        "/",
        status=status,
        trouble=trouble,
        refresh="/" if found.job is not None and request.method == "GET" else "",
        found=found,
        document=document,
        paragraphs=cut,
        shortest=_shortest(cut, found),
        ids={n: name for name, n in numbers.items()},
        numbers=numbers,
        claims=claims,
        kinds=Counter(one.kind for one in claims),
        claim=found.claim,
        names=names,
        actors=sorted(names),
        choices=CHOICES,
        removable=desk.reports.removable,
        tag=model.tag if model else "",
        has_model=model is not None,
    )


def _shortest(cut: list[Paragraph], found: Shown) -> dict[tuple[int, ...], str]:
    """Return for each set of claims over a piece of text the one whose quote is shortest."""
    by_number = {(found.numbers or {})[one.id]: one for one in found.claims}
    return {
        piece.numbers: min((by_number[n] for n in piece.numbers), key=lambda c: c.end - c.start).id
        for paragraph in cut
        for piece in paragraph.pieces
        if piece.numbers
    }
