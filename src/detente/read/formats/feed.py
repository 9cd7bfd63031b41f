"""RSS and Atom files to plain text: a document for each entry.

The standard library's expat reads them. A document type with entities is
refused before anything is expanded, and nothing outside the file is opened.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from html.entities import name2codepoint
from xml.parsers import expat

from detente.errors import InputError, SourceError, TooLargeError
from detente.read.formats import Raw
from detente.read.formats.html import page

_ENTRIES = frozenset({"item", "entry"})
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("published", "pubdate", "date", "updated", "issued")
_BLOCKS = frozenset(("p", "div", "li", "br", "h1", "h2", "h3", "h4", "blockquote", "tr", "td"))
_MARK = re.compile(rb"&(?:([A-Za-z][A-Za-z0-9]{1,10});|(?![#A-Za-z]))")
_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DEEPEST, _MOST_ENTRIES = 200, 10_000


@dataclass(slots=True)
class _State:
    entry: dict[str, str] | None = None
    entries: list[dict[str, str]] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    inside: int = 0  # depth at which the entry began
    root: str = ""


def texts(content: bytes) -> Iterator[Raw]:
    """Yield each entry of a feed that has text.

    Raises
    ------
    SourceError
        If it's no well-formed XML, declares entities, or is no feed.
    TooLargeError
        If it has over 10,000 entries.
    """
    state = _State()
    try:
        try:
            _parser(state).Parse(content.lstrip(), True)  # noqa: FBT003 - taken by position
        except expat.ExpatError:
            state = _State()
            _parser(state).Parse(_well_formed(content.lstrip()), True)  # noqa: FBT003 - the same
    except expat.ExpatError as trouble:
        raise SourceError(
            f"it is not well-formed XML (line {trouble.lineno})",
            "save the feed again",
        ) from trouble
    except InputError:
        raise
    except (LookupError, ValueError) as trouble:
        raise SourceError("its encoding can't be told", "save it as UTF-8") from trouble
    if state.root not in {"rss", "feed", "rdf", "channel"}:
        raise SourceError(
            f"it is XML, but no RSS or Atom feed (<{state.root}>)", "save the articles"
        )
    for entry in state.entries:
        raw = _raw(entry)
        if raw is not None:
            yield raw


def _well_formed(content: bytes) -> bytes:
    """Return a feed with its marks for characters as XML knows them, and bare ``&`` as text."""

    def known(mark: re.Match[bytes]) -> bytes:
        name = mark[1]
        if name is None:
            return b"&amp;"
        code = name2codepoint.get(name.decode("ascii"))
        return mark[0] if code is None or name in _XML else b"&#%d;" % code

    return _MARK.sub(known, content)


def _parser(state: _State) -> expat.XMLParserType:  # noqa: C901 - one case after another
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def entity(*_: object) -> None:
        raise SourceError(
            "it declares entities, which feeds don't need", "remove its document type"
        )

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rsplit(" ", 1)[-1].lower()
        state.root = state.root or tag
        state.path.append(tag)
        if len(state.path) > _DEEPEST:
            raise SourceError("its elements are nested too deep", "save the feed again")
        if tag in _ENTRIES and state.entry is None:
            state.entry, state.inside = {}, len(state.path)
            if len(state.entries) >= _MOST_ENTRIES:
                raise TooLargeError(f"over {_MOST_ENTRIES} entries, which is the limit", "split it")
        elif tag == "link" and state.entry is not None and attributes.get("href"):
            if attributes.get("rel", "alternate") == "alternate":
                state.entry["link"] = attributes["href"]
            else:
                state.entry.setdefault("link", attributes["href"])
        elif tag in _BLOCKS and state.entry is not None and len(state.path) > state.inside + 1:
            words("\n\n")  # the article's own markup, as Atom has it

    def end(name: str) -> None:
        if name.rsplit(" ", 1)[-1].lower() in _BLOCKS:
            words("\n\n")
        if state.entry is not None and len(state.path) == state.inside:
            state.entries.append(state.entry)
            state.entry = None
        state.path.pop()

    def words(data: str) -> None:
        if state.entry is not None and len(state.path) > state.inside:
            key = state.path[state.inside]
            state.entry[key] = state.entry.get(key, "") + data

    parser.EntityDeclHandler = entity
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    parser.buffer_text = True
    return parser


def _raw(entry: dict[str, str]) -> Raw | None:
    title = " ".join(entry.get("title", "").split())[:300]
    body = max((entry.get(key, "") for key in _TEXTS), key=len)
    if re.search(r"<[a-zA-Z/!][^>]{0,1000}>", body):
        try:
            body = page(body).text
        except SourceError:
            body = ""
    body = re.sub(r"[ \t]*\n[ \t]*\n\s*", "\n\n", body.strip())
    text = f"{title}\n\n{body}" if title and not body.startswith(title) else body
    text = text.strip() + "\n"
    if not text.strip():
        return None
    return Raw(text, title=title, date=_date(entry), source=_link(entry))


def _link(entry: dict[str, str]) -> str:
    link = entry.get("link", "").strip()[:500]
    return link if link.startswith(("http://", "https://")) else ""


def _date(entry: dict[str, str]) -> str | None:
    for key in _DATES:
        written = entry.get(key, "").strip()
        day = re.match(r"\d{4}-\d{2}-\d{2}", written)
        if day:
            return day.group()
        if written:
            try:
                return parsedate_to_datetime(written).date().isoformat()
            except (ValueError, TypeError, IndexError, OverflowError):
                continue
    return None
