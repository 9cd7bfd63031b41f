"""Read a page back: its parts, ids, links and text, by the strict rules that it promises."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

VOID = {"meta", "br", "path", "rect", "line", "circle", "link", "img"}


@dataclass
class Page(HTMLParser):
    """A page, read; a tag that is not closed in its place fails."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self):
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag, attrs):
        """Keep a tag, its id and its link; it stays open until it is closed."""
        fields = dict(attrs)
        self.tags.append((tag, fields))
        if "id" in fields:
            self.ids.append(fields["id"])
        if "href" in fields:
            self.links.append(fields["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Keep a tag that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        """Close the tag that was opened last."""
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
            self.open.pop()

    def handle_data(self, data):
        """Keep a text with the tag that it stands in."""
        self.texts.append((self.open[-1] if self.open else "", data))

    def text(self, *tags: str) -> str:
        """Return the text, of some tags only if any are named."""
        return " ".join("".join(t for tag, t in self.texts if not tags or tag in tags).split())

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every tag of a name."""
        return [fields for name, fields in self.tags if name == tag]


def read(html: str) -> Page:
    made = Page()
    made.feed(html)
    made.close()
    assert made.open == []
    return made


def read_svg(svg: str) -> ET.Element:
    """Read a picture as XML."""
    return ET.fromstring(svg)  # noqa: S314 - drawn by the test itself
