"""The page Report: the articles with their claims, and what an analyst puts right in them."""

from collections import Counter
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from detente.errors import DetenteError, InputError, NotFoundError
from detente.read.claim import KINDS, PLOVER, Claim, Document, Reading
from detente.report.quotes import Paragraph, paragraphs
from detente.web.bench import Bench, Desk, Files, Form, screen, sentence, status_of
from detente.web.workspace import StaleError, Workspace

LONG = 120_000
PATIENCE = 3.0
STATUSES = (
    "done", "ongoing", "planned", "threatened", "considered", "possible", "demanded", "ruled_out",
)  # fmt: skip
TEXTS = ("actor", "action", "target", "speaker", "date", "condition")
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
        for name, content in given:
            desk.workspace.add(name, content)
    except DetenteError as error:
        return _page(request, desk, "", "", trouble=sentence(error), status=status_of(error))
    desk.room.look(wait=PATIENCE)
    return RedirectResponse("/?said=added", 303)


@router.post("/documents/remove")
def remove(desk: Desk, form: Form) -> Response:
    """Take a report out."""
    desk.workspace.remove(form.get("name", ""))
    desk.room.look(wait=PATIENCE)
    return RedirectResponse("/?said=removed", 303)


@router.post("/claims")
def put_right(request: Request, desk: Desk, form: Form) -> Response:
    """Reject, correct or add a claim; or take such a correction back."""
    doc = form.get("doc", "")
    try:
        reading = desk.room.look(wait=PATIENCE).reading
        document = _document(reading, doc)
        path = desk.workspace.document(_file(document))
        if form.get("do") == "take-back":
            line = form.get("line", "")
            desk.workspace.take_back(path, int(line) if line.isdecimal() and len(line) < 9 else 0)  # noqa: PLR2004 - a line number
        else:
            desk.workspace.correct(path, _correction(reading, document, form))
    except DetenteError as error:
        trouble = sentence(error)
        chosen = form.get("claim", "")
        return _page(request, desk, doc, chosen, trouble=trouble, status=status_of(error))
    desk.room.look(wait=PATIENCE)
    return RedirectResponse("/?" + urlencode({"doc": doc, "said": "corrected"}), 303)


@router.post("/draft")
def draft_model(request: Request, desk: Desk, form: Form) -> Response:
    """Draft the model from the reports, in place of the one there is."""
    try:
        draft(desk, on=form.get("tag") or None)
    except DetenteError as error:
        return _page(request, desk, "", "", trouble=sentence(error), status=status_of(error))
    return RedirectResponse("/model?said=drafted", 303)


@router.get("/documents")
@router.get("/documents/remove")
@router.get("/claims")
@router.get("/draft")
def back() -> Response:
    """Lead back to the page whose forms are sent here."""
    return RedirectResponse("/", 303)


def draft(desk: Bench, *, on: str | None) -> None:
    """Draft the model from what was read.

    Raises
    ------
    InputError
        If nothing was read yet.
    StaleError
        If the model was changed since version `on`.
    """
    look = desk.room.look(wait=PATIENCE)
    if look.busy:
        raise InputError("the reports are still being read", "try again in a moment")
    if not look.reading.documents:
        raise InputError("there is no report to draft from", "add one first")
    desk.workspace.save(drafted(look.reading), on=on)


def draft_first(workspace: Workspace, reading: Reading) -> None:
    """Draft the model from what was read, if there is none yet."""
    if reading.documents and workspace.model() is None:
        with suppress(StaleError):  # somebody was faster: theirs stands
            workspace.save(drafted(reading), on=None)


def drafted(reading: Reading) -> str:
    """Return the text of a model drafted from what was read."""
    from detente.draft.drafting import draft as make
    from detente.model.formats.yaml import dumps

    return dumps(make(reading))


def _correction(reading: Reading, document: Document, form: dict[str, str]) -> dict[str, Any]:
    do = form.get("do", "")
    if do == "add":
        quote = form.get("quote", "").strip()
        if not quote or quote not in document.text:
            raise InputError(
                "the quote is not in the report", "copy its words exactly as they stand there"
            )
        return {"do": "add", "kind": form.get("kind", ""), "quote": quote, "set": _known(form)}
    claim = _claim(reading, form.get("claim", ""))
    if claim is None or claim.document != document.id:
        raise NotFoundError("there is no such claim any more", "choose one of the page")
    line: dict[str, Any] = {"do": do, "kind": claim.kind, "quote": claim.quote}
    nth = _nth(document.text, claim)
    if nth > 1:
        line["nth"] = nth
    if do == "correct":
        changed = {
            name: value
            for name, value in ({"kind": form.get("kind", claim.kind)} | _known(form)).items()
            if value != getattr(claim, name)
        }
        if not changed:
            raise InputError("nothing was changed", "change a field first")
        line["set"] = changed
    return line


def _known(form: dict[str, str]) -> dict[str, Any]:
    known: dict[str, Any] = {
        name: form[name].strip() or None for name in (*TEXTS, "status", "event") if name in form
    }
    if "negated" in form:
        known["negated"] = form["negated"] == "yes"
    return known


def _nth(text: str, claim: Claim) -> int:
    """Return which occurrence of its quote a claim is, from 1, as corrections count."""
    n, place = 1, text.find(claim.quote)
    while 0 <= place < claim.start:
        n, place = n + 1, text.find(claim.quote, place + 1)
    return n


def _file(document: Document) -> str:
    """Return the file name of a document; an entry of a feed or mail has its file's."""
    return document.source.replace("\\", "/").rsplit("/", 1)[-1].split("#", 1)[0]


def _document(reading: Reading, name: str) -> Document:
    for document in reading.documents:
        if document.id == name:
            return document
    raise NotFoundError(f"there is no report {name!r}", "choose one of the list")


def _claim(reading: Reading, name: str) -> Claim | None:
    return next((claim for claim in reading.claims if claim.id == name), None)


def _page(
    request: Request,
    desk: Bench,
    doc: str,
    chosen: str,
    *,
    trouble: str | None = None,
    status: int = 200,
) -> Response:
    look = desk.room.look()
    reading = look.reading
    claim = _claim(reading, chosen)
    documents = {one.id: one for one in reading.documents}
    shown = documents.get(claim.document if claim else doc) or next(iter(documents.values()), None)
    mine = [one for one in reading.claims if shown is not None and one.document == shown.id]
    numbers = {one.id: n for n, one in enumerate(reading.claims, 1)}
    cut = [] if shown is None else paragraphs(shown, mine, numbers, long=LONG)
    model = desk.workspace.model()
    return screen(
        request,
        "report.html.j2",
        "/",
        status=status,
        trouble=trouble,
        refresh=request.url.path if look.busy and request.method == "GET" else "",
        look=look,
        files=[path.name for path in desk.workspace.documents()],
        documents=list(documents.values()),
        document=shown,
        file=_file(shown) if shown else "",
        paragraphs=cut,
        shortest=_shortest(cut, reading),
        ids={n: name for name, n in numbers.items()},
        numbers=numbers,
        claims=mine,
        kinds=Counter(one.kind for one in mine),
        claim=claim,
        names={actor.id: actor.name for actor in reading.actors},
        actors=sorted(actor.id for actor in reading.actors),
        choices=CHOICES,
        corrections=_corrections(desk, shown),
        tag=model.tag if model else "",
        has_model=model is not None,
    )


def _shortest(cut: list[Paragraph], reading: Reading) -> dict[tuple[int, ...], str]:
    """Return for each set of claims over a piece of text the one whose quote is shortest."""
    claims = reading.claims
    return {
        piece.numbers: min((claims[n - 1] for n in piece.numbers), key=lambda c: c.end - c.start).id
        for paragraph in cut
        for piece in paragraph.pieces
        if piece.numbers
    }


def _corrections(desk: Bench, document: Document | None) -> list[dict[str, Any]]:
    """Return what was put right in a report, with the numbers of the lines."""
    from detente.read.corrections import load

    if document is None:
        return []
    try:
        file = desk.workspace.corrections(desk.workspace.document(_file(document)))
        found = load(file) if file.is_file() else []
    except DetenteError:
        return []
    return [
        {
            "line": int(one.where.rsplit(":", 1)[-1]),
            "do": one.do,
            "kind": one.kind,
            "quote": one.quote,
            "known": one.known,
        }
        for one in found
    ]
