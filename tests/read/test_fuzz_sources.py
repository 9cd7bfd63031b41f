"""Hostile bytes: any source gives documents or one sentence, and never hangs."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.read.claim import Document
from detente.read.formats import _texts
from detente.read.reading import read

SUFFIXES = ["", ".txt", ".md", ".html", ".pdf", ".eml", ".rss", ".xml"]
PIECES = st.sampled_from(
    [
        b"<p>",
        b"</p>",
        b"<script>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<?xml ?>",
        b"<rss>",
        b"<item>",
        b"</item>",
        b"<title>",
        b"&lt;",
        b"&#x110000;",
        b"&#0;",
        b"<!DOCTYPE a [",
        b"]>",
        b"%PDF-1.4\n",
        b"1 0 obj<</Length 5>>stream\n",
        b"endstream endobj",
        b"trailer<</Root 1 0 R>>",
        b"xref\n0 1\n",
        b"startxref 9 %%EOF",
        b"Subject: ",
        b"Content-Type: text/html; charset=x\n\n",
        b"Content-Transfer-Encoding: base64\n",
        b"MIME-Version: 1.0\n",
        b"---\n",
        b"```",
        b"[a](",
        b"**",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x00",
        b"\xe2\x80\x8f",
        b"\xf0\x9f\x9a\x80",
        b"\n\n",
        b"Iran warned Iraq.",
        b"\x80\x81",
        b"<b" * 20,
        b"![" * 20,
        b"_a" * 20,
    ]
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
@given(
    content=st.one_of(st.lists(PIECES, max_size=30).map(b"".join), st.binary(max_size=400)),
    suffix=st.sampled_from(SUFFIXES),
)
@example(content=b"\xff\xfe\x00\xd8", suffix=".txt")
@example(content=b"%PDF-" + b"9" * 400, suffix=".pdf")
def test_any_bytes(content: bytes, suffix: str) -> None:
    try:
        found = list(_texts(content, suffix, "fuzz"))
    except InputError as trouble:
        assert str(trouble)  # noqa: PT017 - any error will do, and none is needed
        assert "\n" not in str(trouble)  # noqa: PT017 - any error will do, and none is needed
        return
    assert found
    for document in found:
        assert document.text.strip()
        document.text.encode("utf-8")


WORDS = st.sampled_from(
    [
        "Iran",
        "the rebels",
        "it",
        "they",
        "We",
        "said",
        "warned",
        "that",
        "if",
        "would",
        "strike",
        "NATO",
        ",",
        ".",
        '"',
        "“",
        "”",
        "'",
        ";",
        "—",
        "-",
        ":",
        "(",
        ")",
        "\n",
        "\n\n",
        "He",
        "its",
        "both sides",
        "President",
        "John Smith",
        "of",
        "Moscow",
        "red line",
        "according to",
        "by",
        "was",
        "not",
        "may",
        "unless",
        "14:05",
        "•",
        "PARIS, May 3 -",
        "\x00",
        "\u200f",
        "\U0001f680",
        "the alliance",
        "'s",
        "one of them",
        "minister",
        "former",
        "head of the Institute",
        "US-backed",
        "pro-Russian",
        "1914",
    ]
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    reading = read(Document("d1", "", "2024-05-03", "fuzz", text))
    ids = {claim.id for claim in reading.claims}
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start < claim.end
        assert set(claim.because) <= ids
    for actor in reading.actors:
        assert all(0 <= start < end <= len(text) for _, start, end in actor.mentions)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "piece", [b"<", b"[", b"*", b"_", b"`", b"(", b"&", b"\\", b"<a ", b"![", b"> "]
)
def test_a_long_run_of_one_mark_takes_no_long_time(piece: bytes, suffix: str) -> None:
    try:
        found = list(_texts(b"Iran " + piece * 20_000, suffix, "fuzz"))
    except InputError:
        return
    assert found
