"""From sources to documents: files, folders, feeds, mail, standard input, addresses.

A document is plain text. What made it up (markup, scripts, page breaks) is
gone before anything is read, and all offsets count in what is left.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from detente.errors import InputError, SourceError, TooLargeError
from detente.read.claim import Document
from detente.read.text.datelines import dateline

LARGEST = 50 * 2**20
_READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
IN_FOLDERS = tuple(_READERS)
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]{0,40}[ -/]{0,10}[@-~]|\][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\)|[@-Z\\^_])?"
)
_CONTROLS = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160)), " ") | dict.fromkeys(
    (0x0B, 0x0C, 0x85, 0x2028), "\n"
)
_MAIL = re.compile(rb"\s{0,20}(?:[A-Za-z][A-Za-z-]{1,40}:[ \t][^\n]{0,1000}\n|From [^\n]{3,200}\n)")
_MAILED = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path):[ \t]", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Raw:
    """What a format's reader gives: one text with what is known of it."""

    text: str
    title: str = ""
    date: str | None = None
    source: str = ""
    left: tuple[str, ...] = ()  # what of it was not read, as sentences


def documents(
    sources: Iterable[str | Path | Document],
    *,
    fetch: bool = False,
    unread: list[str] | None = None,
) -> Iterator[Document]:
    """Yield the documents of some sources, numbered ``d1``, ``d2``... as they come.

    Parameters
    ----------
    sources : iterable of str, Path or Document
        Files, folders, ``"-"``, addresses, and documents, which keep their ids.
    fetch : bool
        Whether addresses may be asked for.
    unread : list of str, optional
        Gets a sentence for each file of a folder that can't be read. Without
        it such a file is an error.

    Raises
    ------
    SourceError
        If a source is missing, empty, or of no known kind.
    TooLargeError
        If one is over 50 MB.
    """
    taken: set[str] = set()
    number = 0
    for source in sources:
        for document in _opened(source, fetch=fetch, unread=unread):
            number += 1
            name = document.id or f"d{number}"
            while name in taken:
                name = f"d{number}"
                number += name in taken
            taken.add(name)
            yield replace(document, id=name)


def how_many(sources: Iterable[str | Path | Document]) -> int:
    """Return how many files and documents some sources are, as far as a look at folders tells.

    A feed counts as one, whatever it holds.

    Examples
    --------
    >>> how_many(["-", Document("d1", "", None, "note", "Talks failed.")])
    2
    """
    count = 0
    for source in sources:
        path = None if isinstance(source, Document) or str(source) == "-" else Path(source)
        count += sum(1 for _ in _in_folder(path)) if path is not None and path.is_dir() else 1
    return count


def _in_folder(path: Path) -> Iterator[Path]:
    """Yield the files of a folder that can be articles, hidden ones left out."""
    return (
        file
        for file in path.rglob("*")
        if file.suffix.lower() in _READERS
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    )


def _opened(
    source: str | Path | Document, *, fetch: bool, unread: list[str] | None
) -> Iterator[Document]:
    if isinstance(source, Document):
        yield source
        return
    text = str(source)
    if text == "-":
        yield from _texts(sys.stdin.buffer.read(LARGEST + 1), "", "standard input", unread)
    elif text.startswith(("http://", "https://")):
        if not fetch:
            raise SourceError("addresses are not asked for", "add --fetch to allow it", where=text)
        from detente.read.formats.fetch import get

        page = get(text)
        yield from _texts(page.content, page.suffix, text, unread)
    else:
        yield from _on_disk(Path(source), unread)


def _on_disk(path: Path, unread: list[str] | None) -> Iterator[Document]:  # noqa: C901 - one case after another
    where = str(path)
    try:
        if path.is_dir():
            found = sorted(_in_folder(path))
            if not found:
                raise SourceError(
                    "no article in the folder", f"it reads {' '.join(_READERS)}", where=where
                )
            for file in found:
                try:
                    yield from _on_disk(file, unread)
                except InputError as trouble:
                    if unread is None:
                        raise
                    unread.append(str(trouble))
            return
        if not path.exists():
            raise SourceError("no such file", "check the path", where=where)
        if not path.is_file():
            raise SourceError("not a file that can be read", "give a file or a folder", where=where)
        size = path.stat().st_size
        if size > LARGEST:
            raise _too_large(size, where)
        content = path.read_bytes()
    except (OSError, ValueError) as trouble:
        if isinstance(trouble, InputError):
            raise
        raise SourceError(
            f"can't be read ({_reason(trouble)})", "check the path", where=where
        ) from trouble
    yield from _texts(content, path.suffix.lower(), where, unread)


def _reason(trouble: Exception) -> str:
    return (getattr(trouble, "strerror", None) or str(trouble)).lower()


def _too_large(size: int, where: str) -> TooLargeError:
    return TooLargeError(
        f"{size / 2**20:.0f} MB is over the limit of {LARGEST // 2**20} MB", "split it", where=where
    )


def _texts(
    content: bytes, suffix: str, where: str, unread: list[str] | None = None
) -> Iterator[Document]:
    """Yield the documents in some bytes, by the suffix of their file or by their look."""
    if len(content) > LARGEST:
        raise _too_large(len(content), where)
    if not content.strip():
        raise SourceError("it is empty", "give it some text", where=where)
    kind = _READERS.get(suffix) if suffix in _READERS else None
    if content[:5] == b"%PDF-":
        kind = "pdf"
    elif kind is None or kind == "plain":
        kind = kind or _looks(content)
    try:
        raws = list(import_module(f"detente.read.formats.{kind}").texts(content))
    except InputError as trouble:
        raise (trouble if trouble.where else trouble.at(where)) from trouble
    if not raws:
        raise SourceError("no text was found in it", "give it some text", where=where)
    from detente.read.formats.plain import mended

    for raw in raws:
        text = mended(clean(raw.text))
        day = raw.date or dateline(text)
        if unread is not None:
            unread += [f"{where}: {sentence}" for sentence in raw.left]
        yield Document(
            id="", title=mended(clean(raw.title)), date=day, source=raw.source or where, text=text
        )


def clean(text: str) -> str:
    r"""Return a text without the marks that steer a terminal or a printer.

    Marks that end a line or a page become newlines.

    Examples
    --------
    >>> clean("\x1b[31mTalks\x1b[0m failed.\u2028War\x00 broke out.")
    'Talks failed.\nWar  broke out.'
    """
    if not _STEERING.search(text):
        return text
    text = re.sub(r"\r\n?", "\n", _ESCAPES.sub("", text))
    return text.replace("\u2029", "\n\n").translate(_CONTROLS)


def _looks(content: bytes) -> str:
    """Return the format that the first bytes look like."""
    if _MAIL.match(content) and _MAILED.search(content[:20_000]):
        return "mail"
    head = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith((b"<?xml", b"<rss", b"<feed")):
        return "feed" if b"<rss" in head or b"<feed" in head or b"<rdf" in head else "html"
    if b"<body" in head or b"<p>" in head or b"<div" in head:
        return "html"
    return "plain"
