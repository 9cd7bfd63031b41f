"""Sources as programs write them: pages in lines, parted words, replies, saved pages, sloppy feeds."""

import os
import re
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import SourceError
from detente.read.claim import Document
from detente.read.formats import documents, feed, html, lines, markdown
from detente.read.reading import read


def one(path: Path, unread: list[str] | None = None) -> Document:
    (document,) = documents([path], unread=unread)
    return document


def put(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# --- lines of pages


HEAD, FOOT = "Strait Monitor | May 2024", "Page {} of 3"


def page(number: int, *body: str) -> str:
    return "\n".join((HEAD, *body, FOOT.format(number)))


def test_a_sentence_that_goes_on_over_lines_and_pages_is_whole() -> None:
    first = page(
        1,
        "The talks",
        "It was the third day on which Finland",
        "accused Norway of blocking the port of",
    )
    second = page(2, "Narvik, and of a great many other things.", "Sweden left.")
    third = page(3, "Nobody knew of another day for the talks.")
    assert lines.pages([first, second, third]).split("\n\n") == [
        "The talks",
        (
            "It was the third day on which Finland accused Norway of blocking the port of Narvik,"
            " and of a great many other things. Sweden left."
        ),
        "Nobody knew of another day for the talks.",
    ]


def test_what_stands_on_one_page_only_is_kept() -> None:
    assert "Norway closed it" in lines.pages(["Norway closed it\nThe end", "Another day\nThe end"])


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Norway de-\nployed two ships", "Norway deployed two ships"),
        ("the US-\nled force left", "the US-led force left"),
        ("a Russian-\nbacked group left", "a Russian-backed group left"),
        ("long-\nrange guns", "long-range guns"),
        ("the decla\u00ad\nration of war", "the declaration of war"),
        ("North-\nSouth talks", "North-South talks"),
        ("a re-arm pact; they re-\narm now", "a re-arm pact; they re-arm now"),
        ("Nor-\nway left", "Norway left"),
    ],
)
def test_words_parted_at_a_lines_end(broken: str, whole: str) -> None:
    assert lines.flowed(broken) == whole


def test_a_parted_word_in_plain_text_is_read(tmp_path: Path) -> None:
    path = put(
        tmp_path, "a.txt", "A title\n\nOn Monday Norway de-\nployed two frigates.\n\n- one\n- two\n"
    )
    (claim,) = read(path).claims
    assert claim.quote == "Norway deployed two frigates"
    assert one(path).text.endswith("- one\n- two\n")


def test_plain_text_of_pages_as_pdftotext_writes_it(tmp_path: Path) -> None:
    body = "The envoys met in the capital on Monday. Norway would\nsend\n\n\fits fleet to the strait.\n\f"
    assert "would send its fleet" in one(put(tmp_path, "a.txt", body)).text


# --- encodings


def test_a_page_that_calls_windows_letters_latin(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-1"><p>Sweden’s premier said: “No ship will pass, ever.”</p>'
    text = one(put(tmp_path, "a.html", page.encode("cp1252"))).text
    assert text == "Sweden’s premier said: “No ship will pass, ever.”\n"


def test_an_old_macintosh(tmp_path: Path) -> None:
    text = "Sweden’s premier said “no”."
    assert one(put(tmp_path, "a.txt", text.encode("mac_roman"))).text == text


# --- pages


def test_cells_of_a_table_stand_apart_and_a_day_with_what_happened() -> None:
    table = (
        "<table><tr><th>Date</th><th>Event</th></tr>"
        "<tr><td>1 May 2024</td><td>Norway seized a trawler.</td></tr>"
        "<tr><td>Poland closed its border</td><td>Germany sent aid</td></tr></table>"
    )
    text = html.page(
        f"<article><h1>Strait</h1><p>{'Both sides met. ' * 20}</p>{table}</article>"
    ).text
    assert "1 May 2024: Norway seized a trawler." in text
    assert "|" not in text
    assert "border Germany" not in text


def test_a_list_on_a_page_without_an_article_is_kept() -> None:
    words = (
        "Norway said on Friday that it had closed the strait to every ship of its neighbour. " * 3
    )
    text = html.page(
        f"<body><div><h1>Strait</h1><p>{words}</p><ul><li>Finland accused Norway of it.</li>"
        f"<li>Denmark sent observers.</li></ul><p>{words}</p></div></body>"
    ).text
    assert "Finland accused Norway of it." in text


def test_a_date_within_the_words_is_not_the_pages() -> None:
    words = "In 1998, on 12 June, Norway closed it. " + "Both sides met again and again there. " * 9
    assert html.page(f"<article><p>{words}</p></article><footer>(c) 2019</footer>").date is None


@pytest.mark.parametrize("mark", ["hidden", 'style="display: none"'])
def test_what_a_page_hides_is_not_read(mark: str) -> None:
    text = html.page(
        f"<p>Norway left.</p><div {mark}><div>a</div>Iran left.</div><p>Peru came.</p>"
    ).text
    assert text == "Norway left.\n\nPeru came.\n"


# --- mail


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = headers.get("subject", "News")
    message["Date"] = headers.get("date", "Fri, 03 May 2024 09:00:00 +0200")
    message["Message-ID"] = "<1@a.example>"
    return message


def test_quoted_lines_are_read_without_their_marks(tmp_path: Path) -> None:
    message = mail()
    message.set_content("Look:\n\n> Norway sent\n> > two ships.\n")
    assert one(put(tmp_path, "a.eml", bytes(message))).text == "Look:\n\nNorway sent\ntwo ships.\n"


def test_a_mail_that_was_attached_is_a_document(tmp_path: Path) -> None:
    message, inner = mail(), mail(subject="Inner", date="Thu, 02 May 2024 09:00:00 +0200")
    inner.set_content("Norway left.")
    message.set_content("See below.")
    message.add_attachment(inner)
    found = [
        (each.title, each.date) for each in documents([put(tmp_path, "a.eml", bytes(message))])
    ]
    assert found == [("News", "2024-05-03"), ("Inner", "2024-05-02")]


def test_an_attachment_is_named(tmp_path: Path) -> None:
    message = mail()
    message.set_content("See the report.")
    message.add_attachment("Norway left.", filename="report.txt")
    unread: list[str] = []
    assert "Norway" not in one(put(tmp_path, "a.eml", bytes(message)), unread).text
    assert len(unread) == 1
    assert "'report.txt' is not read" in unread[0]


def test_all_of_a_mails_own_words_are_read(tmp_path: Path) -> None:
    message = mail()
    message.set_content("Norway left.")
    message.make_mixed()
    more = EmailMessage()
    more.set_content("Peru came.")
    message.attach(more)
    assert one(put(tmp_path, "a.eml", bytes(message))).text == "Norway left.\n\nPeru came.\n"


@pytest.mark.parametrize("name", ["saved.mhtml", "mail"])
def test_a_saved_page_and_a_mail_without_a_suffix(tmp_path: Path, name: str) -> None:
    message = mail()
    message.set_content("<p>Norway’s fleet left.</p>", subtype="html", cte="quoted-printable")
    assert one(put(tmp_path, name, bytes(message))).text == "Norway’s fleet left.\n"


# --- feeds and Markdown


def test_the_markup_of_an_atom_entry_parts_its_paragraphs() -> None:
    entry = (
        b"<entry><content><div><p>Norway left.</p><p>Peru <b>came</b>.</p></div></content></entry>"
    )
    (raw,) = feed.texts(b"<feed>" + entry + b"</feed>")
    assert raw.text == "Norway left.\n\nPeru came.\n"


@pytest.mark.parametrize("marked", ["Norway&nbsp;left", "Norway\xa0left"])
def test_a_sloppy_feed_is_read(marked: str) -> None:
    content = f"\n <rss><item><title>{marked} & Peru came</title></item></rss>"
    (raw,) = feed.texts(content.encode())
    assert raw.title == "Norway left & Peru came"


def test_the_address_of_an_entry_is_that_of_its_article() -> None:
    links = b'<link rel="self" href="https://a.example/s"/><link href="https://a.example/1"/>'
    (raw,) = feed.texts(b"<feed><entry><title>Talks</title>" + links + b"</entry></feed>")
    assert raw.source == "https://a.example/1"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("[![logo](l.png)](http://a.example)\n\nNorway left.", "Norway left.\n"),
        ("[Norway](http://a.example/N_(state)) left.", "Norway left.\n"),
        ("Norway **has\nleft** it.", "Norway has\nleft it.\n"),
        ("A **b\n\nc** d.", "A **b\n\nc** d.\n"),
        (r"Norway \*left\*.", "Norway *left*.\n"),
        ("| 1 May | Norway left. |", "1 May: Norway left.\n"),
    ],
)
def test_markdown_as_it_is_written(marked: str, plain: str) -> None:
    assert markdown.strip(marked)[0] == plain


def test_front_matter_of_another_kind() -> None:
    (raw,) = markdown.texts(
        b"+++\ntitle = 'Talks'\ndate = 2024-05-03T10:00:00Z\n+++\nNorway left.\n"
    )
    assert (raw.title, raw.date, raw.text) == ("Talks", "2024-05-03", "Norway left.\n")


# --- folders


def test_a_source_without_a_name_is_no_folder() -> None:
    with pytest.raises(SourceError, match="without a name"):
        list(documents([""]))


def test_what_is_passed_over_in_a_folder_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.docx", "c.png", "a.txt.claims.jsonl", "model.yaml", ".d.txt"):
        put(tmp_path, name, "Norway left.")
    unread: list[str] = []
    assert len(list(documents([tmp_path], unread=unread))) == 1
    assert unread == [
        f"{tmp_path}: 2 of its files passed over, as they are no articles (.docx, .png)"
    ]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "Norway left.")
    unread: list[str] = []
    assert len(list(documents([path, tmp_path, path], unread=unread))) == 1
    assert unread == [f"{path}: given more than once, and read once"] * 2


def test_a_page_of_our_own_is_no_report(tmp_path: Path) -> None:
    mark = "<p>Norway may leave.</p>\n<!-- written by detente brief sha256:0123456789abcdef -->\n"
    put(tmp_path, "a.txt", "Norway left.")
    put(tmp_path, "brief.html", mark)
    unread: list[str] = []
    assert [each.text for each in documents([tmp_path], unread=unread)] == ["Norway left."]
    assert "written by Détente itself" in unread[0]


def test_a_folder_that_cant_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.txt", "Norway left.")
    (tmp_path / "closed").mkdir()
    opened = os.scandir

    def scandir(place: str) -> object:
        if str(place).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(place))
        return opened(place)

    monkeypatch.setattr(os, "scandir", scandir)
    unread: list[str] = []
    assert len(list(documents([tmp_path], unread=unread))) == 1
    assert unread == [f"{tmp_path / 'closed'}: can't be opened (permission denied)"]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://a.example/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("HTTP://127.0.0.1/", "the host isn't a public one: give a public address"),
        ("http://localhost/x", "the host isn't a public one: give a public address"),
    ],
)
def test_an_address_that_isnt_fetched_says_why_in_one_sentence(address: str, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(documents([address], fetch=True))
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{address}: ")
    assert "can't be fetched" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE html><p>Norway left.</p>",
        "<rss><item><title>Norway left.</title></item></rss>",
        "Message-ID: <1@a.example>\nSubject: x\n\nNorway left.",
    ],
)
def test_what_a_text_file_says_it_is_goes_before_its_name(tmp_path: Path, content: str) -> None:
    assert one(put(tmp_path, "a.txt", content)).text == "Norway left.\n"


LINES = st.lists(st.text(st.sampled_from("aBc. -\u00ad1•\n"), max_size=60), max_size=12)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_no_letter_is_lost_in_making_paragraphs(found: list[str]) -> None:
    text = "\n".join(found)

    def letters(words: str) -> str:
        return re.sub(r"[\s\xad-]", "", words)

    assert letters(lines.flowed(text)) == letters(text)
    assert letters(lines.whole_words(text)) == letters(text)
