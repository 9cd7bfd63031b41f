"""Read sources into a `Reading`: every extractor over every document, then one order.

>>> from detente.read.claim import Document
>>> text = "France warned that it could send troops if Italy did."
>>> document = Document(id="d1", title="", date=None, source="note", text=text)
>>> reading = read(document)
>>> all(claim.quote == text[claim.start : claim.end] for claim in reading.claims)
True
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date as calendar
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import InputError
from detente.read import corrections
from detente.read.article import Article, build
from detente.read.claim import Actor, Claim, Document, Reading
from detente.read.gathering import gather, merged
from detente.read.grammar import clauses
from detente.read.lengths import moved, moved_actor, parts
from detente.read.shelf import Page, Shelf
from detente.read.signing import signed, with_named
from detente.read.standing import told_apart
from detente.read.stopping import stoppable
from detente.read.text import language

if TYPE_CHECKING:
    from pydantic_ai.models import Model

# (name, module): each module has ``extract(article) -> Iterator[Claim]``. Where two claims share
# kind, span, actor and action, the first extractor's stays.
EXTRACTORS: tuple[tuple[str, str], ...] = (
    ("statements", "detente.read.statements"),
    ("relations", "detente.read.done.relations"),
    ("findings", "detente.read.findings"),
)


def read(
    *sources: str | Path | Document,
    fetch: bool = False,
    workers: int = 1,
    keep: str | Path | None = None,
    progress: Callable[[int, str], None] | None = None,
    llm: "str | Model | None" = None,
    cluster: str | None = None,
    date: str | None = None,
) -> Reading:
    """Read articles into claims.

    Parameters
    ----------
    *sources : str, Path or Document
        Files (text, Markdown, HTML, PDF, mail, feeds), folders, ``"-"`` for
        standard input, documents already in hand, or, with `fetch`, addresses.
        A file in a folder that can't be read is a warning.
    fetch : bool
        Whether ``http`` and ``https`` addresses may be asked for.
    workers : int
        Processes that read documents side by side.
    keep : str or Path, optional
        A folder for what was read of each document: what is there already is
        taken from it, so a reading that was broken off goes on where it was.
    progress : callable, optional
        Called after each document with how many are done and its source.
    llm : str or pydantic_ai.models.Model, optional
        A language model to read beside the rules, ``provider:model``; needs the
        extra ``llm``. The documents' text is sent to its provider.
    cluster : str, optional
        Address of a Dask scheduler, ``tcp://...`` or ``tls://...``, whose workers read
        (extra ``cluster``); the claims are the same to the byte.
    date : str, optional
        The day, ``YYYY-MM-DD``, of documents that don't say theirs: "on Wednesday" is
        counted from it.

    Returns
    -------
    Reading
        Claims in the order of the documents and of their text, numbered
        ``c1``, ``c2``...; each quote is exactly its span of the text. Acts whose doer
        is in too much doubt stand apart, in `doubtful`.

    Raises
    ------
    SourceError
        If a source can't be read.
    InputError
        If `date` is no day.
    TooLargeError
        If a source is over the limit.
    ModelMissingError
        If no language model is installed.
    """
    unread: list[str] = []
    pages = []
    for page in _pages(
        sources,
        unread,
        fetch=fetch,
        workers=workers,
        keep=keep,
        llm=llm,
        cluster=cluster,
        date=date,
    ):
        pages.append(page)
        if progress is not None:
            progress(len(pages), page.document.source)
    reading = gather(pages)
    return replace(reading, warnings=reading.warnings + tuple(unread))


def read_singly(
    *sources: str | Path | Document,
    fetch: bool = False,
    workers: int = 1,
    keep: str | Path | None = None,
    llm: "str | Model | None" = None,
    cluster: str | None = None,
    date: str | None = None,
) -> Iterator[Reading]:
    """Read articles one after the other, and hold none of them back: memory stays flat.

    Parameters are those of `read`.

    Yields
    ------
    Reading
        One for each document, its claims numbered from ``c1``; nothing links it to others.
        What couldn't be read until then is among its warnings, and what is left of that is
        a last reading without a document.
    """
    unread: list[str] = []
    for page in _pages(
        sources,
        unread,
        fetch=fetch,
        workers=workers,
        keep=keep,
        llm=llm,
        cluster=cluster,
        date=date,
    ):
        reading = gather([page])
        yield replace(reading, warnings=reading.warnings + tuple(unread))
        unread.clear()
    if unread:
        yield replace(gather([]), warnings=tuple(unread))


def _pages(
    sources: Iterable[str | Path | Document],
    unread: list[str],
    *,
    fetch: bool,
    workers: int,
    keep: str | Path | None,
    llm: "str | Model | None",
    cluster: str | None,
    date: str | None,
) -> Iterator[Page]:
    """Yield what the rules, and a model where one is asked, make of each document."""
    from detente.read.formats import documents

    found = _dated(documents(sources, fetch=fetch, unread=unread), date)
    for page in read_each(found, workers=workers, keep=keep, cluster=cluster):
        yield page if llm is None else _with_model(page, llm, keep)


def _dated(documents: Iterable[Document], date: str | None) -> Iterable[Document]:
    """Return documents with a day for those that don't say theirs."""
    if date is None:
        return documents
    try:
        day = calendar.fromisoformat(date).isoformat()
    except ValueError as trouble:
        raise InputError(f"{date!r} is no day", "write it as 2024-10-30") from trouble
    return (one if one.date else replace(one, date=day) for one in documents)


def read_each(
    documents: Iterable[Document],
    *,
    workers: int = 1,
    keep: str | Path | None = None,
    cluster: str | None = None,
) -> Iterator[Page]:
    """Read documents one after the other, in their order; memory stays flat.

    Parameters
    ----------
    documents : iterable of Document
        Drawn as they are needed.
    workers : int
        Processes; 1 reads in this one.
    keep : str or Path, optional
        A folder for what was read, as in `read`.
    cluster : str, optional
        Address of a Dask scheduler whose workers read instead.

    Yields
    ------
    Page
        One for each document, in the documents' order.
    """
    if cluster is not None:
        from detente.read.crowd import read_on

        yield from read_on(cluster, documents, None if keep is None else Shelf(Path(keep)))
        return
    work = read_page if keep is None else partial(_read_kept, Shelf(Path(keep)))
    if workers <= 1:
        yield from stoppable(map(work, documents))
        return
    from detente.read.parallel import spread

    yield from stoppable(spread(work, documents, workers))


def _with_model(page: Page, model: "str | Model", keep: str | Path | None) -> Page:
    from detente.read.answers import with_model  # needs Pydantic, which takes its time

    return with_model(page, model, keep)


def _read_kept(shelf: Shelf, document: Document) -> Page:
    page = shelf.take(document)
    if page is None:
        page = read_page(document)
        shelf.put(page)
    return page


def read_page(
    document: Document, corrected: Sequence[corrections.Correction] | None = None
) -> Page:
    """Read one document, with what was corrected; left out, what stands beside its file."""
    from detente.read.text.foreign import warning

    alien = warning(document.text)
    if alien:
        return Page(document, (), (), (f"{document.source}: {alien}",))
    known = corrections.beside(document) if corrected is None else corrected
    found: list[Claim] = []
    cast: list[Actor] = []
    for start, end in parts(document.text):
        part = document if end - start == len(document.text) else _part(document, start, end)
        with _memory():
            article = build(part, next(language.parse([part.text])))
            here = extract(article)
            found += (moved(claim, start) for claim in here)
            cast += (moved_actor(actor, start) for actor in told_apart(article, here))
            clauses.forget(article.doc)
    claims, missed = corrections.apply(document, found, known)
    said = () if claims else (f"{document.source}: no act, threat or forecast was found in it",)
    kept, doubtful = signed(claims)
    return Page(document, with_named(merged(cast), claims), kept, said + missed, doubtful)


def _part(document: Document, start: int, end: int) -> Document:
    return replace(document, text=document.text[start:end])


def extract(article: Article) -> tuple[Claim, ...]:
    """Run every extractor over an article.

    Returns
    -------
    tuple of Claim
        Sorted by start, end and kind; no two share kind, span, actor and action.
    """
    found: dict[tuple[str | int | None, ...], Claim] = {}
    for _, module in EXTRACTORS:
        for claim in import_module(module).extract(article):
            key = (claim.kind, claim.start, claim.end, claim.actor, claim.action, claim.target)
            found.setdefault(key, claim)
    return tuple(sorted(found.values(), key=_place))


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return (claim.start, claim.end, claim.kind, claim.actor or "", claim.action or "")


@contextmanager
def _memory() -> Iterator[None]:
    """Forget a document's words once it is read, where spaCy can."""
    zone = getattr(language.model(), "memory_zone", None)
    if zone is None:  # pragma: no cover - spaCy before 3.8
        yield
        return
    with zone():
        yield
