"""HTML to plain text: the article on the page, its title and its date.

trafilatura finds the article. Where it finds none, or can't cope, the words
of the page are taken as they stand, without scripts, styles and menus.
"""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from detente.errors import SourceError
from detente.read.formats import Raw
from detente.read.formats.plain import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
# what pages call their encoding, and what they mean by it, as browsers have it
_MEANT = dict.fromkeys(
    ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"
)
_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "nav",
        "footer",
        "form",
        "aside",
        "iframe",
        "object",
        "select",
        "button",
    }
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "tr",
        "td",
        "th",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "main",
        "blockquote",
        "figure",
        "figcaption",
        "dd",
        "dt",
        "hr",
    }
)
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "source", "embed"})
# a mark that no tag follows: a parser would look for its end through the whole page, each time
_UNCLOSED = re.compile(r"<(?!!)(?=[^<>]*(?:<|\Z))")
_LIVE = re.compile(r"LiveBlogPosting|live-?blog|key-?(?:points|events|moments)", re.IGNORECASE)
_MARKED = re.compile(  # where a page says what its article is, the rest can be let go
    r"<(?:article|main)\b|articleBody|(?:entry|post|article|story)-?_?(?:content|body|text)",
    re.IGNORECASE,
)
_HIDDEN = ["//*[@hidden]", "//template", "//*[contains(translate(@style,' ',''),'display:none')]"]
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_RULE = re.compile(r"[-:\s]+")
_SHORT = 30  # a cell that is a day
_LARGEST_TREE = 8 * 2**20


def texts(content: bytes) -> Iterator[Raw]:
    """Yield the article of a page.

    Raises
    ------
    SourceError
        If there's no text on the page.
    """
    yield page(markup(content))


def markup(content: bytes) -> str:
    """Return the markup as text, by its declared encoding where that works."""
    declared = _CHARSET.search(content[:4096])
    if declared and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            name = declared.group(1).decode("ascii").lower()
            return content.decode(_MEANT.get(name, name)).replace("\r\n", "\n")
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode(content)


def page(text: str) -> Raw:
    r"""Return the article of some markup, with its title and date.

    Examples
    --------
    >>> page("<title>Talks</title><p>The envoy left.<script>x()</script>").text
    'The envoy left.\n'
    """
    text = _UNCLOSED.sub(" ", text.replace("\x00", " "))
    title, date, body = _extracted(text) if len(text) <= _LARGEST_TREE else ("", None, "")
    words = _Words()
    try:
        words.feed(text)
        words.close()
    except (AssertionError, RecursionError, ValueError):  # html.parser on broken declarations
        pass
    plain = words.text()
    run_together = "\n" not in body and "\n\n" in plain and len(plain) < 2 * len(body)
    if run_together or len(body) < min(200, len(plain) // 4):
        body = plain
    if not body.strip():
        raise SourceError(
            "there is no text on the page", "save the article itself, as text or HTML"
        )
    return Raw(body.strip() + "\n", title=title or words.title, date=date)


def _extracted(text: str) -> tuple[str, str | None, str]:
    """Return what trafilatura makes of a page: title, date, text."""
    import logging

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        import trafilatura

        found = trafilatura.bare_extraction(
            text,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            favor_recall=_LIVE.search(text) is not None or _MARKED.search(text) is None,
            prune_xpath=_HIDDEN,
            # a date somewhere in the words is seldom the page's own
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:  # noqa: BLE001 - a parser of hostile input may raise anything
        return "", None, ""
    if found is None or isinstance(found, dict):
        return "", None, ""
    lines = [_cells(line) for line in (found.text or "").split("\n")]
    body = "\n\n".join(line for line in lines if line.strip())
    date = found.date if found.date and re.fullmatch(r"\d{4}-\d{2}-\d{2}", found.date) else None
    return html.unescape(found.title or ""), date, body


def _cells(line: str) -> str:
    """Return a row of a table as words: what happened behind its day, other cells apart."""
    if not line.startswith("|"):
        return line
    cells = [cell.strip() for cell in line.split("|")]
    return row([cell for cell in cells if cell and not _RULE.fullmatch(cell)])


def row(cells: list[str]) -> str:
    r"""Return the cells of a row as words.

    Examples
    --------
    >>> row(["1 May 2024", "Norway seized a ship."]), row(["Norway", "denied it"])
    ('1 May 2024: Norway seized a ship.', 'Norway\n\ndenied it')
    """
    dated = len(cells) > 1 and len(cells[0]) <= _SHORT and re.search(r"\d", cells[0])
    return "\n\n".join([": ".join(cells[:2]), *cells[2:]] if dated else cells)


class _Words(HTMLParser):
    """Gather the words of a page; unclosed tags do no harm."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self._parts: list[str] = []
        self._skipped: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self._in_title = True
        elif tag == "body":
            self._skipped.clear()
        if self._skipped and tag == self._skipped[-1] == "p":  # a paragraph ends the one before
            self._skipped.pop()
        inside = bool(self._skipped) and tag == self._skipped[-1]
        unseen = tag in _SKIPPED or (tag in _BLOCKS and _hidden(attrs))
        if (inside or unseen) and tag not in _VOID:
            self._skipped.append(tag)
        if tag in _BLOCKS:
            self._parts.append("\n\n" if tag != "br" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif tag in self._skipped:
            while self._skipped and self._skipped.pop() != tag:
                pass
        if tag in _BLOCKS and tag not in _VOID:
            self._parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title = " ".join((self.title + data).split())[:300]
        elif (
            "script" not in self._skipped
            and "style" not in self._skipped
            and (not self._skipped or self._skipped == ["head"])
        ):
            self._parts.append(re.sub(r"\s+", " ", data))

    def text(self) -> str:
        joined = "".join(self._parts)
        lines = (re.sub(r"[ \t]+", " ", line).strip() for line in joined.split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _hidden(attrs: list[tuple[str, str | None]]) -> bool:
    """Say whether an element isn't shown."""
    return any(
        name == "hidden" or (name == "style" and value and _UNSEEN.search(value))
        for name, value in attrs
    )
