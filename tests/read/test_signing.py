"""What the reader signs and what it leaves open: trust, the parting, the way back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.read.article import article
from detente.read.claim import Claim, Document
from detente.read.done import trust
from detente.read.done.acts import find
from detente.read.done.standoff import scene
from detente.read.findings import extract
from detente.read.reading import read
from detente.read.shelf import Shelf
from detente.read.signing import LEAST_TRUST, signed, whole, with_doubtful
from detente.read.text.words import table

OPEN = "India accused Pakistan. Masked gunmen attacked a barracks in Srinagar."
TEXTS = (
    OPEN,
    "Egypt seized the canal. It was warned that the fleet would sail, and shots were fired.",
    "If the rebels advance, France could send troops. They attacked, and Peru was blamed for it.",
    "The talks failed. A blockade was considered by Chile, whose navy had been mobilised.",
)


def claim(place: int, kind: str, level: float | None, because: tuple[str, ...] = ()) -> Claim:
    known = dict.fromkeys(("action", "event", "target", "status", "speaker", "likelihood", "date"))
    return Claim(
        f"event@{place}-{place + 1}", "d1", kind, "peru", negated=False, condition=None,
        quote="x", start=place, end=place + 1, because=because, trust=level, **known,
    )  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_every_sign_has_a_weight_and_every_weight_a_sign_that_is_bounded(text: str) -> None:
    here = article(text)
    acts = trust.trusted(here, find(here))
    stage = scene(here, acts)
    weights = set(table("trust")["doer"])
    assert acts
    for act in acts:
        seen = trust.signs(here, act, stage)
        assert set(seen) <= weights
        assert all(0 <= value <= 1 for name, value in seen.items() if name != "guessed log odds")
        assert 0 < act.trust < 1


def test_a_doer_named_long_ago_is_trusted_less_and_so_is_one_whom_others_followed() -> None:
    filler = "The harbour lay quiet and the shops were shut. " * 5
    texts = (
        "Chile has a navy. It attacked the port of Callao.",
        f"Chile has a navy. {filler}It attacked the port of Callao.",
        "Chile has a navy. Peru, Bolivia and Brazil know. It attacked the port of Callao.",
    )
    near, far, others = (_signs(text, "attacked") for text in texts)
    assert near["named long ago"] < others["named long ago"] < far["named long ago"] <= 1
    assert near["others since"] == 0 or near["others since"] < others["others since"] <= 1


def test_a_word_that_stands_for_somebody_else_speaks_against_the_doer() -> None:
    here = article("Chile attacked the port of Callao. Peru protested.")
    act = next(each for each in find(here) if each.head.text == "attacked")
    stage = scene(here, find(here))
    assert trust.signs(here, act, stage)["told by another's word"] == 0
    other = replace(act, actor="peru")
    assert trust.signs(here, other, stage)["told by another's word"] == 1


def test_texts_of_many_actors_and_of_persons_are_told_by_their_scene() -> None:
    one, many, person = (
        scene(here, find(here))
        for here in map(
            article,
            (
                "Chile attacked the port. Chile sent its navy.",
                "Chile attacked the port. Peru, Bolivia and Brazil protested.",
                "Macron attacked the plan. Macron rejected it.",
            ),
        )
    )
    assert one.spread == one.personal == 0
    assert 0 < many.spread < 1
    assert person.personal > 0 == many.personal


def test_a_text_of_nobody_has_no_spread() -> None:
    assert scene(article("It rained."), ()).spread == 0


def _signs(text: str, verb: str) -> dict[str, float]:
    here = article(text)
    acts = find(here)
    act = next(each for each in acts if each.head.text == verb)
    seen = trust.signs(here, replace(act, actor="chile"), scene(here, acts))
    return {name.removeprefix("told ").removeprefix("guessed "): seen[name] for name in seen}


def test_the_words_of_a_doer_count() -> None:
    named, unnamed = (
        next(c for c in extract(article(text)) if "attacked" in c.quote).trust or 0.0
        for text in ("Chile attacked the port of Callao.", "Masked gunmen attacked the port.")
    )
    assert named > 0.8 > LEAST_TRUST["event"] > unnamed


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*LEAST_TRUST, "red_line"]),
            st.none() | st.floats(0, 1) | st.sampled_from([*LEAST_TRUST.values()]),
            st.lists(st.integers(0, 7), max_size=2),
        ),
        max_size=8,
    )
)
def test_the_parting_is_as_defined(parts: list[tuple[str, float | None, list[int]]]) -> None:
    claims = [
        claim(place, kind, level, tuple(f"event@{n}-{n + 1}" for n in because))
        for place, (kind, level, because) in enumerate(parts)
    ]
    kept, left = signed(claims)
    assert sorted((*kept, *left), key=lambda one: one.start) == claims
    assert list(kept) == sorted(kept, key=lambda one: one.start)
    built_on = {one for each in claims for one in each.because}
    for one in claims:
        least = LEAST_TRUST.get(one.kind, 0.0)
        doubted = one.trust is not None and one.trust < least
        assert (one in left) == (doubted and one.id not in built_on)
    assert not {one.id for one in left} & {cause for one in kept for cause in one.because}


@pytest.mark.parametrize("text", TEXTS)
def test_ids_run_on_and_quotes_are_exact(text: str) -> None:
    reading = read(Document("d1", "", None, "note", text))
    found = (*reading.claims, *reading.doubtful)
    assert [one.id for one in found] == [f"c{n}" for n in range(1, len(found) + 1)]
    assert all(text[one.start : one.end] == one.quote for one in found)
    assert {one.id for one in whole(reading).claims} == {one.id for one in found}
    assert [one["id"] for one in reading.to_json()["doubtful"]] == [
        one.id for one in reading.doubtful
    ]


def test_only_what_is_asked_for_is_taken_in() -> None:
    reading = read(Document("d1", "", None, "note", OPEN))
    (left,) = reading.doubtful
    assert with_doubtful(reading, ()) == reading
    taken = with_doubtful(reading, (left.id,))
    assert left in taken.claims
    assert taken.doubtful == ()


def test_whoever_knows_the_doer_claims_the_act(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(OPEN, "utf-8")
    (left,) = read(report).doubtful
    line = {"do": "correct", "kind": left.kind, "quote": left.quote, "set": {"actor": "pakistan"}}
    (tmp_path / "report.txt.claims.jsonl").write_text(json.dumps(line), "utf-8")
    again = read(report)
    assert again.doubtful == ()
    assert [one.actor for one in again.claims if one.quote == left.quote] == ["pakistan"]
    (tmp_path / "report.txt.claims.jsonl").write_text(json.dumps({**line, "set": {"trust": "1"}}))
    with pytest.raises(Exception, match="no field 'trust'"):
        read(report)


def test_what_is_left_open_is_kept_with_the_page(tmp_path: Path) -> None:
    document = Document("d1", "", None, "note", OPEN)
    first = read(document, keep=tmp_path)
    page = Shelf(tmp_path).take(document)
    assert page is not None
    assert len(page.doubtful) == len(first.doubtful) == 1
    assert read(document, keep=tmp_path) == first
    assert replace(first, doubtful=()) != first
