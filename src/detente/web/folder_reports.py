"""The reports of a folder, read whenever they change, and what is put right in them."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import DetenteError, InputError, NotFoundError
from detente.read.claim import Claim, Document, Reading
from detente.web.jobs import Job
from detente.web.readingroom import ReadingRoom
from detente.web.shown import Fixed, Form, Shown, changed, drafted, known
from detente.web.workspace import StaleError, Workspace

PATIENCE = 3.0


@dataclass(eq=False)
class FolderReports:
    """The reports of a workspace."""

    workspace: Workspace
    room: ReadingRoom
    removable: bool = True

    def shown(self, doc: str, claim: str) -> Shown:
        """Return a report: that of the claim, else the one asked for, else the first."""
        look = self.room.look()
        reading = look.reading
        chosen = next((one for one in reading.claims if one.id == claim), None)
        documents = {one.id: one for one in reading.documents}
        here = documents.get(chosen.document if chosen else doc) or next(
            iter(documents.values()), None
        )
        return Shown(
            listed=tuple(
                (one.id, one.title or Path(one.source).name or one.id) for one in reading.documents
            ),
            document=here,
            claims=() if here is None else _of(here, reading.claims),
            claim=chosen,
            numbers={one.id: n for n, one in enumerate(reading.claims, 1)},
            names={actor.id: actor.name for actor in reading.actors},
            files=tuple(self.files()),
            job=look.job if look.busy else None,
            trouble=look.trouble,
            stopped=look.stopped,
            fixes=() if here is None else self._fixes(here),
            doubtful=() if here is None else _of(here, reading.doubtful),
        )

    def files(self) -> list[str]:
        """Return the names of the reports."""
        return [path.name for path in self.workspace.documents()]

    def reading(self, text: str) -> Reading | None:  # noqa: ARG002 - a folder has one
        """Return what was read; None while it is read."""
        look = self.room.look()
        return None if look.busy else look.reading

    def whole(self, document: str, wait: float) -> tuple[Reading, Sequence[str]]:
        """Return what was read, of one document or of all."""
        look = self.room.look(wait=wait)
        if look.busy:
            raise InputError("the reports are still being read", "ask again later")
        reading = look.reading
        if document:
            here = _document(reading, document)
            mine, open_ = _of(here, reading.claims), _of(here, reading.doubtful)
            reading = Reading((here,), reading.actors, mine, doubtful=open_)
        return reading, look.trouble

    def add(self, given: Sequence[tuple[str, bytes]]) -> tuple[list[str], Job | None]:
        """Put reports into the folder; all of them, or those before the first that can't be."""
        names = [self.workspace.add(name, content).name for name, content in given]
        self.room.look(wait=PATIENCE)
        return names, None

    def remove(self, name: str) -> None:
        """Take a report out."""
        self.workspace.remove(name)
        self.room.look(wait=PATIENCE)

    def again(self) -> None:
        """Read what was left unread when somebody stopped the reading."""
        self.room.again()
        self.room.look(wait=PATIENCE)

    def put_right(self, form: Form) -> None:
        """Reject, correct or add a claim, or take that back, in the file beside the report."""
        reading = self.room.look(wait=PATIENCE).reading
        document = _document(reading, form.get("doc", ""))
        path = self.workspace.document(_file(document))
        if form.get("do") == "take-back":
            line = form.get("key", "")
            at = int(line) if line.isdecimal() and len(line) < 9 else 0  # noqa: PLR2004 - a line number
            self.workspace.take_back(path, at)
        else:
            self.workspace.correct(path, _correction(reading, document, form))
        self.room.look(wait=PATIENCE)

    def draft(self, *, on: str | None) -> None:
        """Draft the model from what was read."""
        look = self.room.look(wait=PATIENCE)
        if look.busy:
            raise InputError("the reports are still being read", "try again in a moment")
        if not look.reading.documents:
            raise InputError("there is no report to draft from", "add one first")
        self.workspace.save(drafted(look.reading), on=on)

    def close(self) -> None:
        """Stop reading."""
        self.room.close()

    def _fixes(self, document: Document) -> tuple[Fixed, ...]:
        """Return what was put right in a report, with the numbers of the lines."""
        from detente.read.corrections import load

        try:
            file = self.workspace.corrections(self.workspace.document(_file(document)))
            found = load(file) if file.is_file() else []
        except DetenteError:
            return ()
        return tuple(
            Fixed(one.where.rsplit(":", 1)[-1], one.do, one.kind, one.quote, one.known)
            for one in found
        )


def draft_first(workspace: Workspace, reading: Reading) -> None:
    """Draft the model from what was read, if there is none yet."""
    if reading.documents and workspace.model() is None:
        with suppress(StaleError):  # somebody was faster: theirs stands
            workspace.save(drafted(reading), on=None)


def _correction(reading: Reading, document: Document, form: Form) -> dict[str, Any]:
    do = form.get("do", "")
    if do == "add":
        quote = form.get("quote", "").strip()
        if not quote or quote not in document.text:
            raise InputError(
                "the quote is not in the report", "copy its words exactly as they stand there"
            )
        return {"do": "add", "kind": form.get("kind", ""), "quote": quote, "set": known(form)}
    found = (*reading.claims, *reading.doubtful)
    claim = next((one for one in found if one.id == form.get("claim", "")), None)
    if claim is None or claim.document != document.id:
        raise NotFoundError("there is no such claim any more", "choose one of the page")
    line: dict[str, Any] = {"do": do, "kind": claim.kind, "quote": claim.quote}
    nth = _nth(document.text, claim)
    if nth > 1:
        line["nth"] = nth
    if do == "correct":
        line["set"] = changed(claim, form, same=claim in reading.doubtful)
    return line


def _of(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a document."""
    return tuple(claim for claim in claims if claim.document == document.id)


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
