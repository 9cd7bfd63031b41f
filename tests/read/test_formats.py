"""Sources: each kind of file, and each kind of bad one."""

import io
import sys
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from detente.errors import InputError, SourceError, TooLargeError
from detente.read import formats
from detente.read.claim import Document
from detente.read.formats import documents, feed, html, markdown, pdf, plain

PAGE = """<!doctype html><html><head><title>Strait closed</title>
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<script>var words = "<p>Scripts never speak</p>";</script><style>p {}</style></head>
<body><nav><a href="/">Home</a></nav><article><h1>Strait closed</h1>
<p>Norway said on Friday that it had closed the strait to every ship of Sweden&rsquo;s fleet.
<p>Sweden called the step <b>&ldquo;an act of war&rdquo;</b> and put its army on alert.
<p>Denmark asked both of its neighbours to wait, and offered to host a conference in the autumn.
</article><script>evil()</script></body>"""


def one(path: Path) -> Document:
    (document,) = documents([path])
    return document


def put(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def pdf_of(text: str, *, password: str = "", stream: bytes | None = None) -> bytes:
    """Return a PDF of one page that shows `text`."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    content = DecodedStreamObject()
    lines = " T* ".join(f"({line}) Tj" for line in text.split("\n"))
    content.set_data(stream or f"BT /F1 12 Tf 14 TL 20 250 Td {lines} ET".encode())
    page[NameObject("/Contents")] = writer._add_object(content.flate_encode())  # noqa: SLF001 - the bound itself is tested
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


# --- plain text and encodings


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "“São Tomé” said no – the café’s owner didn’t. " * 8
    assert one(put(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_newlines_are_made_one_kind() -> None:
    assert plain.decode(b"a\r\nb\rc") == "a\nb\nc"


def test_what_steers_a_terminal_goes_and_marks_and_emoji_stay(tmp_path: Path) -> None:
    text = "Iran\x00 \x1b[31mleft\x1b[0m.\u200f\x1b]0;title\x07 Iraq \U0001f680 stayed."
    assert one(put(tmp_path, "a.txt", text)).text == "Iran  left.\u200f Iraq \U0001f680 stayed."


BAD = [
    ("missing.txt", None, "no such file"),
    ("empty.txt", b"", "it is empty"),
    ("blank.txt", b" \n\t\n", "it is empty"),
    ("binary.txt", bytes(range(256)) * 40, "binary"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "binary"),
    ("broken.pdf", b"%PDF-1.7\nnot really", "not a PDF"),
    ("scan.pdf", pdf_of(""), "no text in the PDF"),
    ("locked.pdf", pdf_of("secret", password="x"), "encrypted"),  # noqa: S106 - the password of a made file
    ("empty.html", b"<html><body><script>x()</script></body></html>", "no text on the page"),
    ("entities.rss", b'<!DOCTYPE r [<!ENTITY a "b">]><rss><item>&a;</item></rss>', "entities"),
    ("other.xml", b"<svg></svg>", "no RSS or Atom"),
    ("broken.xml", b"<rss><channel>", "not well-formed"),
    ("nothing.rss", b"<rss><channel></channel></rss>", "no text"),
    ("nothing.eml", b"Subject: x\n\n", "no text in the mail"),
]


@pytest.mark.parametrize(("name", "content", "says"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_source_is_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        one(path)
    assert says in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_file_over_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(formats.LARGEST + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(TooLargeError, match="over the limit of 50 MB"):
        one(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BytesIO(b"Oman waited.")

    monkeypatch.setattr(sys, "stdin", Standard())
    (document,) = documents(["-"])
    assert (document.text, document.source) == ("Oman waited.", "standard input")


def test_a_folder_in_the_order_of_its_names(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "Second one.")
    put(tmp_path, "a.md", "# First\n\none")
    put(tmp_path, "notes.jpg", b"\xff\xd8\xff")
    (tmp_path / ".hidden").mkdir()
    put(tmp_path / ".hidden", "c.txt", "never")
    found = list(documents([tmp_path]))
    assert [document.id for document in found] == ["d1", "d2"]
    assert [document.title for document in found] == ["First", ""]


def test_an_empty_folder_says_what_it_reads(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no article in the folder: it reads \.txt"):
        list(documents([tmp_path]))


def test_documents_keep_their_ids_and_clashes_are_solved() -> None:
    given = Document("d1", "", None, "x", "text")
    assert [document.id for document in documents([given, given])] == ["d1", "d2"]


def test_an_address_needs_permission() -> None:
    with pytest.raises(SourceError, match="--fetch"):
        list(documents(["https://news.example/a"]))


# --- markup


def test_html(tmp_path: Path) -> None:
    document = one(put(tmp_path, "a.html", PAGE))
    assert document.title == "Strait closed"
    assert document.date == "2024-05-03"
    assert "closed the strait to every ship of Sweden’s fleet" in document.text
    for never in ("evil", "Scripts", "<", "Home"):
        assert never not in document.text


def test_html_is_known_by_its_look(tmp_path: Path) -> None:
    assert one(put(tmp_path, "page.txt2", PAGE)).title == "Strait closed"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Iran left",
        "<div><p>Iran <b>left<table><tr><td>",
        "<p>Iran left</p" * 50,
        "<<<p>Iran left<!--",
    ],
)
def test_unclosed_tags_do_no_harm(markup: str) -> None:
    assert "Iran" in html.page(markup).text


def test_a_declared_encoding_is_believed() -> None:
    page = '<meta charset="iso-8859-1"><p>Café talks failed.</p>'.encode("latin-1")
    assert "Café" in html.markup(page)


MARKDOWN = """---
title: "Strait closed"
date: 2024-05-03
---
# Strait *closed*

Norway **said** [on Friday](https://a.example/x(y)) that ~~it~~ `had` closed it.[^1]

> Sweden _waited_.

* Denmark
  1. Finland

| A | B |
|---|---|
| one | two |

```python
secret()
```

![picture](a.png)
[ref]: https://b.example
"""


def test_markdown() -> None:
    (raw,) = markdown.texts(MARKDOWN.encode())
    assert (raw.title, raw.date) == ("Strait closed", "2024-05-03")
    for kept in (
        "Strait closed\n",
        "Norway said on Friday",
        "Sweden waited.",
        "- Denmark",
        "one\n\ntwo",
    ):
        assert kept in raw.text
    for gone in ("**", "](", "#", "secret", "picture", "b.example", "[^", "---", "|"):
        assert gone not in raw.text


def test_markdown_keeps_what_only_looks_like_a_mark() -> None:
    text, _ = markdown.strip("snake_case_name and 2 * 3 * 4 and a_b")  # noqa: B005 - no path
    assert text == "snake_case_name and 2 * 3 * 4 and a_b\n"


# --- PDF


def test_pdf(tmp_path: Path) -> None:
    document = one(put(tmp_path, "a.pdf", pdf_of("Norway closed the strait to ambas-\nsadors.")))
    assert document.text == "Norway closed the strait to ambassadors.\n"


def test_a_pdf_of_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 0)
    with pytest.raises(TooLargeError, match="1 pages are over the limit of 0"):
        list(pdf.texts(pdf_of("x")))


def test_a_page_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LARGEST_PAGE", 2**20)
    bomb = pdf_of("", stream=b"q " * 2**20)
    assert len(bomb) < 2**16
    with pytest.raises(InputError, match=r"over 1 MB|not a PDF that can be read"):
        list(pdf.texts(bomb))


# --- feeds and mail

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Strait closed</title><link>https://news.example/1</link>
<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Norway closed it.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>
<item><title>Second</title><description>Sweden waited.</description></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry>
<title>Strait closed</title><link href="file:///etc/passwd"/><updated>2024-05-03T10:00:00Z</updated>
<content type="html">&lt;p&gt;Norway closed it.&lt;/p&gt;</content></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    first, second = documents([put(tmp_path, "a.rss", RSS)])
    assert (first.title, first.date, first.source) == (
        "Strait closed",
        "2024-05-03",
        "https://news.example/1",
    )
    assert first.text == "Strait closed\n\nNorway closed it.\n"
    assert second.text == "Second\n\nSweden waited.\n"


def test_atom(tmp_path: Path) -> None:
    document = one(put(tmp_path, "a.xml", ATOM))
    assert document.text == "Strait closed\n\nNorway closed it.\n"
    assert document.source == str(tmp_path / "a.xml")


def test_a_feed_nested_too_deep() -> None:
    with pytest.raises(SourceError, match="nested too deep"):
        list(feed.texts(b"<rss>" + b"<a>" * 500 + b"</a>" * 500 + b"</rss>"))


MAIL = b"""From: desk@news.example
Subject: =?utf-8?q?Strait_cl=C3=B6sed?=
Date: Fri, 03 May 2024 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: multipart/alternative; boundary=y

--y
Content-Type: text/html; charset=utf-8

<p>Markup</p>
--y
Content-Type: text/plain; charset=utf-8

Norway closed it.
--y--
--x
Content-Type: text/plain
Content-Disposition: attachment; filename=a.txt

attached
--x--
"""


def test_mail(tmp_path: Path) -> None:
    document = one(put(tmp_path, "a.eml", MAIL))
    assert (document.title, document.date) == ("Strait clösed", "2024-05-03")
    assert document.text.strip() == "Norway closed it."
