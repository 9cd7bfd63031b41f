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
from detente.read.formats.folders import in_folder, reason
from detente.read.formats.signs import clean
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
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20})://")
_MADE = re.compile(rb"<!-- written by detente \w+ sha256:[0-9a-f]{16} -->\s*\Z")
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
    seen: set[tuple[int, int]] = set()
    number = 0
    for source in sources:
        for document in _opened(source, fetch=fetch, unread=unread, seen=seen):
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
        count += (
            sum(1 for _ in in_folder(path, _READERS)) if path is not None and path.is_dir() else 1
        )
    return count


def _opened(
    source: str | Path | Document,
    *,
    fetch: bool,
    unread: list[str] | None,
    seen: set[tuple[int, int]],
) -> Iterator[Document]:
    if isinstance(source, Document):
        yield source
        return
    text = str(source)
    if not text.strip():
        raise SourceError(
            "a source without a name", "name a file, a folder, or - for standard input"
        )
    if text == "-":
        yield from _texts(sys.stdin.buffer.read(LARGEST + 1), "", "standard input", unread)
    elif (scheme := _SCHEME.match(text)) is not None:
        if scheme[1].lower() not in {"http", "https"}:
            raise SourceError(
                "only http and https addresses are read", "save it as a file", where=text
            )
        if not fetch:
            raise SourceError("addresses are not asked for", "add --fetch to allow it", where=text)
        from detente.read.formats.fetch import get

        page = get(text)
        yield from _texts(page.content, page.suffix, text, unread)
    else:
        yield from _on_disk(Path(source), unread, seen)


def _on_disk(  # noqa: C901 - one case after another
    path: Path, unread: list[str] | None, seen: set[tuple[int, int]]
) -> Iterator[Document]:
    where = str(path)
    try:
        if path.is_dir():
            found = list(in_folder(path, _READERS, unread))
            if not found:
                raise SourceError(
                    "no article in the folder", f"it reads {' '.join(_READERS)}", where=where
                )
            for file in found:
                try:
                    yield from _on_disk(file, unread, seen)
                except InputError as trouble:
                    if unread is None:
                        raise
                    unread.append(str(trouble))
            return
        if not path.exists():
            raise SourceError("no such file", "check the path", where=where)
        if not path.is_file():
            raise SourceError(
                "not a file that can be read",
                "give a file or a folder, or - for standard input",
                where=where,
            )
        told = path.stat()
        if (told.st_dev, told.st_ino) in seen and told.st_ino:
            if unread is not None:
                unread.append(f"{where}: given more than once, and read once")
            return
        seen.add((told.st_dev, told.st_ino))
        if told.st_size > LARGEST:
            raise _too_large(told.st_size, where)
        content = path.read_bytes()
    except (OSError, ValueError) as trouble:
        if isinstance(trouble, InputError):
            raise
        raise SourceError(
            f"can't be read ({reason(trouble)})", "check the path", where=where
        ) from trouble
    yield from _texts(content, path.suffix.lower(), where, unread)


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
    if _MADE.search(content[-200:]):
        raise SourceError(
            "it was written by Détente itself", "give the reports that it was made of", where=where
        )
    kind = _kind(content, suffix)
    try:
        raws = list(import_module(f"detente.read.formats.{kind}").texts(content))
    except InputError as trouble:
        raise (trouble if trouble.where else trouble.at(where)) from trouble
    from detente.read.formats.plain import mended

    cleaned = [(raw, mended(clean(raw.text))) for raw in raws]
    found = [(raw, text) for raw, text in cleaned if text.strip()]
    if not found:
        raise SourceError("no text was found in it", "give it some text", where=where)
    for raw, text in found:
        if unread is not None:
            unread += [f"{where}: {sentence}" for sentence in raw.left]
        yield Document(
            id="",
            title=mended(clean(raw.title)),
            date=raw.date or dateline(text),
            source=raw.source or where,
            text=text,
        )


def _kind(content: bytes, suffix: str) -> str:
    """Return the format of some bytes: by their look where the suffix says little."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    named = _READERS.get(suffix)
    if named is None:
        return _looks(content)
    return (_surely(content) or named) if named == "plain" else named


def _looks(content: bytes) -> str:
    """Return the format that the first bytes look like."""
    head = content[:2000].lower()
    if b"<body" in head or b"<p>" in head or b"<div" in head:
        return _surely(content) or "html"
    return _surely(content) or "plain"


def _surely(content: bytes) -> str | None:
    """Return the format that the first bytes say, whatever the file is called."""
    if _MAIL.match(content) and _MAILED.search(content[:20_000]):
        return "mail"
    head = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith((b"<?xml", b"<rss", b"<feed")):
        return "feed" if b"<rss" in head or b"<feed" in head or b"<rdf" in head else "html"
    return None
