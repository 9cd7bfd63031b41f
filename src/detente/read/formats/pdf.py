"""PDF to plain text: page after page, made paragraphs again.

A PDF is hostile input: pages, the size of what a page unpacks to, and time are
bounded, and whatever goes wrong inside the file is one sentence.
"""

import io
import logging
import re
import time
import warnings
from collections.abc import Iterator
from typing import Any

from detente.errors import SourceError, TooLargeError
from detente.read.formats import Raw
from detente.read.formats.lines import pages as paragraphs
from detente.read.formats.plain import first_line
from detente.read.text.datelines import dateline

MOST_PAGES = 2_000
LARGEST_PAGE = 20 * 2**20
MOST_TEXT = 20 * 2**20
MOST_SECONDS = 120.0

_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(
    r"(?:untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxp|tex))", re.IGNORECASE
)


def texts(content: bytes) -> Iterator[Raw]:
    """Yield the text of a PDF.

    Raises
    ------
    SourceError
        If it's encrypted, broken, or has no text, as a scan has none.
    TooLargeError
        If it has too many pages, or unpacks to too much.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield _read(content)
    except (SourceError, TooLargeError):
        raise
    except Exception as trouble:  # a parser of hostile files may raise anything
        if type(trouble).__name__ == "LimitReachedError":  # the library's own bound, newer than 6.0
            raise TooLargeError(
                "a part of it unpacks to more than the limit",
                "save it again, or copy its text into a file",
            ) from trouble
        raise SourceError(
            f"it is not a PDF that can be read ({type(trouble).__name__})",
            "save it again, or copy its text into a file",
        ) from trouble


def _read(content: bytes) -> Raw:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not _opened(reader):
        raise SourceError("it is encrypted", "save it without a password")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise TooLargeError(
            f"{count} pages are over the limit of {MOST_PAGES}",
            "split it",
        )
    pages: list[str] = []
    total, began = 0, time.monotonic()
    for page in reader.pages:
        _check(page)
        text = (page.extract_text() or "").replace("\r\n", "\n").replace("\r", "\n")
        pages.append(text)
        total += len(text)
        if total > MOST_TEXT:
            raise TooLargeError(
                f"its text is over the limit of {MOST_TEXT // 2**20} MB", "split it"
            )
        if time.monotonic() - began > MOST_SECONDS:
            raise TooLargeError(
                f"reading it takes over {MOST_SECONDS:.0f} seconds, which is the limit", "split it"
            )
    text = paragraphs(pages).strip()
    if not text:
        raise SourceError(
            "there is no text in the PDF", "it may be a scan: run text recognition on it first"
        )
    title, date = _facts(reader)
    return Raw(text + "\n", title=title or first_line(text), date=dateline(text) or date)


def _opened(reader: Any) -> bool:
    """Say whether a PDF with a protection opens without a password."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # noqa: BLE001 - a parser of hostile input may raise anything
        return False


def _check(page: Any) -> None:
    """Refuse a page whose content would unpack to more than the limit."""
    contents = page.get("/Contents")
    if contents is None:
        return
    found = contents.get_object()
    for stream in found if isinstance(found, list) else [found]:
        inner = stream.get_object()
        if len(inner.get_data()) > LARGEST_PAGE:
            raise TooLargeError(
                f"a page unpacks to over {LARGEST_PAGE // 2**20} MB, which is the limit",
                "save it again, or copy its text into a file",
            )


def _facts(reader: Any) -> tuple[str, str | None]:
    """Return the title, and the day on which the file was made: often that of the print."""
    try:
        facts = reader.metadata or {}
        title = str(facts.get("/Title") or "").strip()
        made = _DATE.match(str(facts.get("/CreationDate") or ""))
    except Exception:  # noqa: BLE001 - a parser of hostile input may raise anything
        return "", None
    if _NO_TITLE.fullmatch(title):
        title = ""
    return title[:300], "-".join(made.groups()) if made else None
