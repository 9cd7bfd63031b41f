"""The page is whole, self-contained, linked both ways, and takes any text as text."""

import base64
import dataclasses
import hashlib
import itertools
import re

import pytest
from report import makers, pages

from detente.model.conflict import Conflict
from detente.read.claim import Claim, Document, Reading
from detente.report.brief import brief
from detente.report.html import page

HOSTILE = (
    "<script>alert(1)</script> \u202egnal\u202c & </article> “quoted” <img src=x onerror=y>\x00\x07"
)


@pytest.fixture(scope="module")
def html():
    return page(makers.brief())


@pytest.fixture(scope="module")
def read(html):
    return pages.read(html)


def test_the_same_brief_gives_the_same_bytes(html):
    assert page(makers.brief()) == html


def test_no_id_stands_twice_and_every_link_leads_somewhere(read):
    assert len(read.ids) == len(set(read.ids))
    assert read.links
    assert all(link.startswith("#") for link in read.links)
    assert {link[1:] for link in read.links} <= set(read.ids)
    pointed = [
        name
        for _, fields in read.tags
        for key in ("aria-labelledby", "aria-describedby")
        for name in (fields.get(key) or "").split()
    ]
    assert set(pointed) <= set(read.ids)


def test_every_claim_is_marked_and_linked_both_ways(read):
    for n in range(1, 11):
        assert f"claim-{n}" in read.ids
        assert f"quote-{n}" in read.ids
        assert f"#claim-{n}" in read.links
        assert f"#quote-{n}" in read.links
    marked = read.text("mark")
    assert "for the first time that it could supply coastal missiles to Orlan" in marked
    assert "minesweepers" not in marked
    assert {fields["class"] for fields in read.named("mark")} >= {
        "k-option",
        "k-red_line",
        "k-event",
    }


def test_nothing_is_fetched_and_nothing_can_run(html, read):
    names = {tag for tag, _ in read.tags}
    assert not names & {
        "script",
        "link",
        "iframe",
        "object",
        "embed",
        "img",
        "form",
        "base",
        "audio",
    }
    assert not re.search(r"\son\w+=|javascript:|@import|url\((?!#)", html)
    assert not any("style" in fields for _, fields in read.tags)
    assert not any(key in fields for _, fields in read.tags for key in ("src", "srcset", "action"))
    outside = {fields.get("xmlns") for _, fields in read.tags if "xmlns" in fields}
    assert outside <= {"http://www.w3.org/2000/svg"}
    assert len(re.findall(r"https?://", html)) == html.count('xmlns="http://www.w3.org/2000/svg"')


def test_the_policy_allows_its_own_style_sheet_only(html, read):
    (policy,) = [
        fields["content"]
        for fields in read.named("meta")
        if fields.get("http-equiv") == "Content-Security-Policy"
    ]
    style = html[html.index("<style>") + 7 : html.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_outline_has_one_title_and_no_gaps(read):
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert read.named("html")[0]["lang"] == "en"
    assert "Escorts, mines and a narrow strait" in read.text("title")
    assert {"header", "nav", "main", "footer"} <= {tag for tag, _ in read.tags}
    assert all(fields.get("scope") in {"row", "col"} for fields in read.named("th"))


def test_the_answer_comes_first(read):
    text = read.text("h1", "p", "h2")
    first = text.index(
        "Something new is likely to be done, though no single step is more likely than not"
    )
    order = ["How likely each step is", "Red lines", "What holds, and why", "The evidence"]
    places = [text.index(heading, first) for heading in order]
    assert places == sorted(places)


def test_hostile_text_stays_text():
    made = makers.brief()
    conflict = made.conflict.model_copy(deep=True)
    conflict.title = HOSTILE
    conflict.decision_makers["karsk"].name = HOSTILE
    conflict.decision_makers["karsk"].options["mine"].label = f"mine {HOSTILE}"
    conflict.open_questions = [HOSTILE]
    conflict.red_lines[0].threat = HOSTILE
    conflict.experts[0].by = HOSTILE
    document = Document("d1", HOSTILE, HOSTILE, HOSTILE, HOSTILE + "x" * 5000)
    nothing = dict.fromkeys(
        ("action", "event", "target", "likelihood", "date", "condition", "status")
    )
    claim = Claim(
        id='c"><b>', document="d1", kind="event", actor=HOSTILE, speaker=HOSTILE, negated=False,
        quote=HOSTILE[:25], start=0, end=25, **nothing,
    )  # fmt: skip
    hostile = dataclasses.replace(
        made, conflict=conflict, reading=Reading((document,), (), (claim,), warnings=(HOSTILE,))
    )
    html = page(hostile)
    read = pages.read(html)
    assert "script" not in {tag for tag, _ in read.tags}
    assert "img" not in {tag for tag, _ in read.tags}
    assert "<script>alert(1)</script>" in read.text("mark")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", html)
    assert len(read.ids) == len(set(read.ids))


def test_a_model_is_briefed_with_its_own_quotes():
    made = dataclasses.replace(makers.brief(), reading=None)
    read = pages.read(page(made))
    assert "claim-10" in read.ids
    assert not any(one.startswith("quote-") for one in read.ids)
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_ids_that_no_claim_has_are_not_linked():
    made = makers.brief()
    conflict = made.conflict.model_copy(deep=True)
    conflict.decision_makers["tavia"].options["missiles"].because = ["c6", "gone"]
    read = pages.read(page(dataclasses.replace(made, conflict=conflict)))
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_a_bare_model_has_a_page_too():
    bare = Conflict(status_quo=[])
    bare.add("a", options=["go"], priorities=["go"])
    read = pages.read(page(brief(bare, draws=20)))
    assert "No red line is on record." in read.text("p")
    assert "This model carries no quotes." in read.text("p")


def test_a_model_without_a_status_quo_is_briefed_without_forecast():
    lost = Conflict(infeasible=["!a.go & !b.go"])
    lost.add("a", options=["go"], priorities=["!go"])
    lost.add("b", options=["go"], priorities=["!go"])
    made = brief(lost, draws=20)
    text = pages.read(page(made)).text("h1", "li", "p")
    assert made.forecast.options == {}
    assert "was not forecast" in text
    assert "Say in status_quo" in text


def test_long_material_is_cut_and_the_page_says_so():
    text = "\n".join(f"Line {n} of a long report, {'word ' * 40}" for n in range(900))
    nothing = dict.fromkeys(
        (
            "actor",
            "action",
            "event",
            "target",
            "status",
            "speaker",
            "likelihood",
            "date",
            "condition",
        )
    )
    claims = tuple(
        Claim(id=f"k{n}", document="d1", kind="event", negated=False, quote=text[n * 9 : n * 9 + 5],
              start=n * 9, end=n * 9 + 5, **nothing)
        for n in range(400)
    )  # fmt: skip
    long = Reading((Document("d1", "Long", None, "long.txt", text),), (), claims)
    html = page(dataclasses.replace(makers.brief(), reading=long))
    read = pages.read(html)
    assert len(html) < 400_000
    assert "characters without a claim are left out here" in read.text("p")
    assert re.search(r"and \d+ more claims", read.text("p"))
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_a_path_of_the_machine_is_not_shown():
    made = makers.brief()
    (document,) = made.reading.documents
    kept = dataclasses.replace(
        document, title="/home/someone/strait.txt", source="/home/someone/strait.txt"
    )
    html = page(
        dataclasses.replace(made, reading=dataclasses.replace(made.reading, documents=(kept,)))
    )
    assert "/home/someone" not in html
    assert "strait.txt" in html


def test_a_notebook_shows_the_page_in_a_frame_of_its_own():
    shown = makers.brief()._repr_html_()
    assert shown.startswith("<iframe")
    assert 'sandbox=""' in shown
    assert "<h1" not in shown
