"""Reports of different crises, given together, are told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.draft.apart import LEAST, crises, foremost
from detente.draft.drafting import draft
from detente.read.claim import Actor, Claim, Document, Reading
from detente.read.reading import read
from detente.report.brief import brief


def reading(*acts: tuple[int, str, str | None]) -> Reading:
    """Return a reading in which each act is of a report, by somebody, on somebody."""
    number = max((one for one, _, _ in acts), default=0)
    documents = [Document(f"d{n}", "", None, f"folder/r{n}.txt", "x") for n in range(1, number + 1)]
    names = sorted({name for _, *pair in acts for name in pair if name})
    claims = [
        Claim(
            id=f"c{n}", document=f"d{d}", kind="event", actor=actor, action="strike", target=target,
            event="ASSAULT", status="done", negated=False, speaker=None, likelihood=None, date=None,
            condition=None, quote="x", start=0, end=1,
        )
        for n, (d, actor, target) in enumerate(acts, 1)
    ]  # fmt: skip
    actors = [Actor(id=name, name=name.title(), kind="state") for name in names]
    return Reading(tuple(documents), tuple(actors), tuple(claims))


def ids(found: Reading) -> list[list[str]]:
    return [[document.id for document in group] for group in crises(found)]


def test_reports_without_a_main_party_in_common_are_apart():
    found = reading((1, "chile", "peru"), (2, "mali", "togo"), (3, "peru", "bolivia"))
    assert ids(found) == [["d1", "d3"], ["d2"]]
    assert foremost(found, crises(found)[0]) == ["Peru", "Bolivia"]


def test_a_party_in_passing_ties_nothing():
    many = [(1, "chile", "peru")] * 4 + [(1, "france", None)] + [(2, "mali", "france")] * 4
    assert ids(reading(*many)) == [["d1"], ["d2"]]


def test_a_report_without_acts_stands_nowhere():
    assert ids(reading((2, "mali", "togo"))) == [["d2"]]


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from("abcdef"), st.none()), max_size=12))
def test_groups_are_the_components_of_shared_main_parties(acts):
    """The definition, slowly: close "shares a main party" under what follows from it."""
    found = reading(*acts)
    main = {}
    for n in {one for one, _, _ in acts}:
        who = [actor for d, actor, _ in acts if d == n]
        main[f"d{n}"] = {one for one in who if who.count(one) >= LEAST * len(who)}
    tied = {(a, b) for a in main for b in main if main[a] & main[b]}
    for middle in main:
        tied |= {(a, b) for a in main for b in main if {(a, middle), (middle, b)} <= tied}
    wanted = {frozenset(b for b in main if (a, b) in tied) for a in main if main[a]}
    assert {frozenset(group) for group in ids(found)} == wanted


@pytest.fixture(scope="module")
def both():
    texts = (
        "Chile may close the pass to Peru. Peru warned it would strike Chile.",
        "Mali threatened to blockade Togo. Togo could expel Mali's envoys.",
    )
    return [
        read(Document("d1", "", None, f"r{n}.txt", text)) for n, text in enumerate(texts, 1)
    ], read(*(Document(f"d{n}", "", None, f"r{n}.txt", text) for n, text in enumerate(texts, 1)))


def test_a_draft_asks_and_a_brief_says_so(both):
    apart, together = both
    first = draft(together).open_questions[0]
    assert first.startswith("The reports tell of 2 crises with other main parties: ")
    assert "(r1.txt)" in first
    assert "(r2.txt)" in first
    told = brief(together, draws=20).content.answer[0].text
    assert told.startswith("The reports tell of 2 crises")
    alone = brief(apart[0], draws=20)
    assert not any("crises" in line.text for line in alone.content.answer)
    assert not any("crises" in one for one in alone.conflict.open_questions)
