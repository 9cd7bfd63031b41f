"""Articles are cut at their quotes without losing a character."""

from hypothesis import given
from hypothesis import strategies as st

from detente.read.claim import KINDS, Claim, Document
from detente.report.quotes import paragraphs


def _claim(number, start, end, text, kind="statement"):
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
    return Claim(id=f"c{number}", document="d", kind=kind, negated=False, quote=text[start:end],
                 start=start, end=end, **nothing)  # fmt: skip


@st.composite
def texts_and_claims(draw):
    text = draw(st.text(alphabet="ab \n.", min_size=1, max_size=120))
    spans = draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=8)
    )
    claims = [
        _claim(n, min(a, b), max(a, b), text, KINDS[n % len(KINDS)])
        for n, (a, b) in enumerate(spans)
    ]
    return text, claims


@given(texts_and_claims())
def test_pieces_are_the_text_and_each_quote_ends_once(made):
    text, claims = made
    numbers = {claim.id: n for n, claim in enumerate(claims, 1)}
    shown = paragraphs(Document("d", "", None, "", text), claims, numbers)
    joined = "".join(piece.text for one in shown for piece in one.pieces)
    assert "".join(joined.split()) == "".join(text.split())
    ended = [n for one in shown for piece in one.pieces for n in piece.ends]
    visible = [numbers[c.id] for c in claims if text[c.start : c.end].strip()]
    assert sorted(ended) == sorted(set(ended))
    assert set(visible) <= set(ended)
    for one in shown:
        for piece in one.pieces:
            assert set(piece.ends) <= set(piece.numbers)
            assert bool(piece.kind) == bool(piece.numbers)


def test_nested_and_crossing_quotes_share_pieces():
    text = "abcdefgh"
    claims = [
        _claim(1, 0, 8, text),
        _claim(2, 2, 5, text, "option"),
        _claim(3, 4, 7, text, "event"),
    ]
    numbers = {"c1": 1, "c2": 2, "c3": 3}
    (one,) = paragraphs(Document("d", "", None, "", text), claims, numbers)
    assert [(p.text, p.numbers, p.ends) for p in one.pieces] == [
        ("ab", (1,), ()), ("cd", (1, 2), ()), ("e", (1, 2, 3), (2,)), ("fg", (1, 3), (3,)),
        ("h", (1,), (1,)),
    ]  # fmt: skip
    assert one.pieces[2].kind == "option"


def test_a_long_article_keeps_what_was_quoted_and_counts_the_rest():
    text = "\n".join(["filler " * 20] * 50 + ["the quote"] + ["filler " * 20] * 50)
    start = text.index("the quote")
    shown = paragraphs(
        Document("d", "", None, "", text), [_claim(1, start, start + 9, text)], {"c1": 1}, long=1000
    )
    assert ["".join(p.text for p in one.pieces) for one in shown] == ["the quote", ""]
    assert all(one.skipped > 5000 for one in shown)


def test_claims_of_other_documents_are_passed_over():
    document = Document("other", "", None, "", "abc")
    (one,) = paragraphs(document, [_claim(1, 0, 2, "abc")], {"c1": 1})
    assert [piece.numbers for piece in one.pieces] == [()]


def test_one_endless_line_loses_its_middles():
    text = "x" * 50_000 + "the quote" + "y" * 50_000
    (one,) = paragraphs(
        Document("d", "", None, "", text), [_claim(1, 50_000, 50_009, text)], {"c1": 1}
    )
    assert sum(len(piece.text) for piece in one.pieces) < 3_000
    assert sum(len(piece.text) + piece.skipped for piece in one.pieces) == len(text)
    assert [piece.ends for piece in one.pieces if piece.ends] == [(1,)]
