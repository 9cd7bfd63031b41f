"""The scorer against cases counted by hand, and the evaluation set against its rules."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError, NotFoundError
from detente.read import evaluate as evaluation
from detente.read.claim import Actor, Claim, Document, Reading
from detente.read.evaluate import evaluate, main, same_speaker
from detente.read.matching import matches, pair, shared, together
from detente.read.scoring.marked import MANNERS, MARKED_KINDS, PARTS, passages
from detente.read.scoring.scorecard import ROWS, Tally, mistakes, table

SET = Path(__file__).parents[2] / "evaluation"
PAGE = SET.parent / "docs" / "reference" / "evaluation.md"

TEXT = (
    "Ruritania shelled the border town. Graustark may close the river if talks fail. "
    "The minister said that the river would stay open.\n"
)
HEAD = """\
crisis = "Ruritania"
manner = "wire"
actors = ["ruritania", "graustark"]
actors_also = ["zenda"]
"""
MARKS = """
[[claims]]
kind = "event"
quote = "Ruritania shelled the border town"
actor = "ruritania"
target = "graustark"
status = "done"
event = "ASSAULT"

[[claims]]
kind = "option"
quote = "Graustark may close the river"
actor = "graustark"
status = ["possible", "threatened"]
event = ["COERCE", "SANCTION"]

[[claims]]
kind = "statement"
quote = "The minister said that the river would stay open"
speaker = ["graustark", "minister"]
"""


def claim(kind: str, quote: str, text: str = TEXT, **answers: Any) -> Claim:
    start = text.index(quote)
    fields = dict.fromkeys(
        ("actor", "action", "event", "target", "status", "speaker", "likelihood", "date",
         "condition"),
    )  # fmt: skip
    fields.update(answers)
    return Claim(
        id="c", document="d", kind=kind, negated=False,
        quote=quote, start=start, end=start + len(quote), **fields,
    )  # fmt: skip


def reads(*claims: Claim, actors: tuple[Actor, ...] = ()) -> Callable[[Path], Reading]:
    """Return a reader that finds these claims in whatever it reads."""

    def read(path: Path) -> Reading:
        text = path.read_text(encoding="utf-8")
        return Reading((Document("d", "", None, str(path), text),), actors, claims)

    return read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in PARTS:
        (tmp_path / part).mkdir()
    (tmp_path / "dev" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dev" / "one.toml").write_text(HEAD + MARKS, encoding="utf-8")
    return tmp_path


# Matching


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ((0, 30), (10, 100), True),  # 20 of the shorter 30: exactly two thirds
        ((0, 30), (11, 100), False),
        ((0, 65), (35, 100), True),  # 30 of 100 together: exactly 30 %
        ((0, 64), (35, 100), False),
        ((0, 10), (10, 20), False),
        ((0, 10), (0, 1000), True),  # a sentence that holds the clause
        ((5, 5), (0, 10), False),  # an empty quote is nothing
    ],
)
def test_thresholds_hold_to_the_character(a, b, same) -> None:
    assert matches(a, b) is same
    assert matches(b, a) is same


spans = st.tuples(st.integers(0, 12), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1]))


@settings(deadline=None, max_examples=150)
@given(st.lists(spans, max_size=5), st.lists(spans, max_size=5))
def test_pairing_is_the_best_of_all_pairings(marked, claimed) -> None:
    def value(pairs: list[tuple[int, int]]) -> tuple[int, float]:
        kept = [(m, c) for m, c in pairs if matches(marked[m], claimed[c])]
        return len(kept), round(sum(together(marked[m], claimed[c]) for m, c in kept), 6)

    found = pair(marked, claimed)
    few, many = sorted((len(marked), len(claimed)))
    best = (0, 0.0)
    for order in permutations(range(many), few):
        pairs = list(enumerate(order))
        if len(marked) > len(claimed):
            pairs = [(m, c) for c, m in pairs]
        best = max(best, value(pairs))
    assert value(found) == best
    assert all(matches(marked[m], claimed[c]) for m, c in found)
    assert len({m for m, _ in found}) == len({c for _, c in found}) == len(found)


@given(spans, spans)
def test_shared_counts_characters(a, b) -> None:
    assert shared(a, b) == len(set(range(*a)) & set(range(*b)))


def test_a_border_case_takes_no_claim_from_a_required_mark() -> None:
    assert pair([(0, 10), (0, 30)], [(0, 10)], [True, False]) == [(1, 0)]
    assert pair([(0, 10), (0, 30)], [(0, 10)]) == [(0, 0)]


# Scoring


def test_everything_found_is_all_ones(folder) -> None:
    reader = reads(
        claim("event", "Ruritania shelled the border town", actor="ruritania",
              target="graustark", status="done", event="ASSAULT"),
        claim("option", "Graustark may close the river", actor="graustark",
              status="threatened", event="SANCTION"),
        claim("statement", "The minister said that the river would stay open",
              speaker="graustark"),
        actors=(Actor("ruritania", "Ruritania"), Actor("graustark", "Graustark"),
                Actor("zenda", "Zenda"), Actor("minister", "minister", role="source")),
    )  # fmt: skip
    tally = evaluate(passages(folder), reader)
    for row in ("actors", "event", "option", "statement", "speakers"):
        assert (tally.precision(row), tally.recall(row)) == (1, 1)
    assert [tally.aspect(name) for name in ("actor", "target", "status", "event")] == [1] * 4
    assert tally.bent == 0
    assert tally.mistakes == []


def test_strict_takes_the_first_answer_only(folder) -> None:
    reader = reads(claim("option", "Graustark may close the river", actor="graustark",
                         status="threatened", event="COERCE"))  # fmt: skip
    tally = evaluate(passages(folder), reader, strict=True)
    assert tally.aspect("status") == 0
    assert tally.aspect("event") == 1


def test_one_mark_is_found_once(folder) -> None:
    reader = reads(
        claim("event", "Ruritania shelled the border town"),
        claim("event", "shelled the border town"),
    )
    tally = evaluate(passages(folder), reader)
    assert tally.precision("event") == 1 / 2
    assert tally.recall("event") == 1


def test_another_kind_is_no_match(folder) -> None:
    tally = evaluate(passages(folder), reads(claim("event", "Graustark may close the river")))
    assert (tally.precision("event"), tally.recall("option")) == (0, 0)
    assert tally.precision("option") is None


def test_wrong_speaker_is_neither_precise_nor_found(folder) -> None:
    said = "The minister said that the river would stay open"
    tally = evaluate(passages(folder), reads(claim("statement", said, speaker="ruritania")))
    assert (tally.precision("speakers"), tally.recall("speakers")) == (0, 0)
    assert (tally.precision("statement"), tally.recall("statement")) == (1, 1)
    assert [m.what for m in tally.mistakes if m.kind == "statement"] == ["wrong speaker"]


@pytest.mark.parametrize("border", [True, False])
def test_border_cases_count_for_nothing(folder, border) -> None:
    mark = (
        '\n[[claims]]\nkind = "constraint"\nquote = "if talks fail"\noptional = '
        + str(border).lower()
    )
    (folder / "dev" / "one.toml").write_text(HEAD + MARKS + mark, encoding="utf-8")
    found = evaluate(passages(folder), reads(claim("constraint", "if talks fail")))
    left = evaluate(passages(folder), reads())
    assert (found.claimed["constraint"], left.marked["constraint"]) == (
        (0, 0) if border else (1, 1)
    )
    strict = evaluate(passages(folder), reads(claim("constraint", "if talks fail")), strict=True)
    assert strict.claimed["constraint"] == 1


def test_an_open_target_is_not_asked_for(folder) -> None:
    reader = reads(claim("option", "Graustark may close the river", target="zenda"))
    tally = evaluate(passages(folder), reader)
    assert tally.aspect("target") is None
    assert tally.aspect("actor") == 0


def test_other_spellings_of_a_party_are_right(folder) -> None:
    (folder / "same.toml").write_text('same = [["ruritania", "ruritanian_kingdom"]]\n')
    reader = reads(
        claim("event", "Ruritania shelled the border town", actor="ruritanian_kingdom"),
        actors=(Actor("ruritanian_kingdom", "Ruritania"), Actor("graustark", "Graustark")),
    )
    tally = evaluate(passages(folder), reader)
    assert tally.aspect("actor") == 1
    assert (tally.precision("actors"), tally.recall("actors")) == (1, 1)


def test_a_party_of_the_passage_is_nobody_elses_other_name(folder) -> None:
    (folder / "same.toml").write_text('same = [["strelsau", "ruritania"]]\n')
    reader = reads(
        claim("event", "Ruritania shelled the border town", actor="ruritania"),
        actors=(Actor("ruritania", "Ruritania"), Actor("graustark", "Graustark")),
    )
    tally = evaluate(passages(folder), reader)
    assert tally.aspect("actor") == 1
    assert (tally.precision("actors"), tally.recall("actors")) == (1, 1)


def test_bent_quotes_are_counted(folder) -> None:
    good = claim("event", "Ruritania shelled the border town")
    bent = claim("event", "Graustark may")
    object.__setattr__(bent, "start", bent.start + 1)
    assert evaluate(passages(folder), reads(good, bent)).bent == 1


def test_the_reader_may_trim_the_text(folder) -> None:
    def read(path: Path) -> Reading:
        text = path.read_text(encoding="utf-8").removeprefix("Ruritania ")
        found = (claim("event", "shelled the border town", text),)
        return Reading((Document("d", "", None, str(path), text),), (), found)

    tally = evaluate(passages(folder), read)
    assert tally.bent == 0
    assert tally.marked["event"] == 1
    assert tally.right["event"] == 0  # the marked words aren't there any more


@pytest.mark.parametrize(
    ("given", "answers", "right"),
    [
        ("france", ["france", "macron"], True),
        ("emmanuel_macron", ["france", "macron"], True),
        ("diplomat", ["western_diplomats"], True),
        ("south_korea", ["north_korea"], False),
        ("united_nations", ["united_states"], False),
        (None, ["france"], False),
        ("analysts", ["france"], False),
    ],
)
def test_speakers(given, answers, right) -> None:
    parties = frozenset({"france", "north_korea", "south_korea", "united_states"})
    assert same_speaker(given, answers, parties) is right


# The command


def test_command_prints_table_and_mistakes(folder, monkeypatch, capsys) -> None:
    reader = reads(claim("event", "Graustark may close the river"))
    monkeypatch.setattr(evaluation, "evaluate", lambda texts, **how: evaluate(texts, reader, **how))
    assert main([str(folder), "--mistakes"]) == 0
    shown = capsys.readouterr().out
    assert "| acts done or ongoing | 0.00* | 0.70 | 0.00* | 0.65 | 0 | 1 | 1 |" in shown
    assert "## acts done or ongoing: missed (1)" in shown
    assert "- one: Graustark may close the river  [rule -]" in shown


@pytest.mark.parametrize("part", ["validation", "test"])
def test_mistakes_of_a_closed_part_only_when_asked(folder, monkeypatch, capsys, part) -> None:
    for path in (folder / "dev").iterdir():
        path.rename(folder / part / path.name)
    monkeypatch.setattr(evaluation, "evaluate", lambda texts, **_: evaluate(texts, reads()))
    assert main([str(folder), "--mistakes"]) == 0
    assert "missed" not in capsys.readouterr().out
    assert main([str(folder), "--mistakes", "--part", part]) == 0
    assert "missed" in capsys.readouterr().out


def test_json_holds_the_counts(folder, monkeypatch, capsys) -> None:
    monkeypatch.setattr(evaluation, "evaluate", lambda texts, **_: evaluate(texts, reads()))
    assert main([str(folder), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert set(shown["dev"]["rows"]) == set(ROWS)
    assert shown["dev"]["rows"]["event"]["marked"] == 1
    assert "mistakes" not in shown["dev"]


def test_a_missing_folder_is_one_sentence(tmp_path, capsys) -> None:
    assert main([str(tmp_path)]) == 1
    assert "no annotated passages" in capsys.readouterr().err
    with pytest.raises(NotFoundError):
        passages(tmp_path)


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ('"Ruritania shelled the border town"', '"Ruritania shelled a town"', "isn't in the text"),
        ('"ASSAULT"', '"SHELL"', "no PLOVER type"),
        ('status = "done"', 'status = "possible"', "status 'possible' is none of"),
        ('kind = "event"', 'kind = "deed"', "unknown kind"),
        ('actor = "ruritania"', 'actor = "zubrowka"', "not among the actors"),
        ('speaker = ["graustark", "minister"]', "", "needs a speaker"),
        ('target = "graustark"', 'aim = "graustark"', "unknown field 'aim'"),
        ('manner = "wire"', 'manner = "poem"', "the manner is none of"),
        ('crisis = "Ruritania"', 'crisis = ""', "no crisis"),
        ('target = "graustark"', "nth = 2", "isn't in the text"),
    ],
)
def test_wrong_annotations_are_refused(folder, was, now, says) -> None:
    text = HEAD + MARKS
    assert was in text
    (folder / "dev" / "one.toml").write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(InputError, match=says):
        passages(folder)


def test_no_crisis_in_both_parts(folder) -> None:
    for suffix in (".txt", ".toml"):
        copy = folder / "test" / f"two{suffix}"
        copy.write_bytes((folder / "dev" / f"one{suffix}").read_bytes())
    with pytest.raises(InputError, match="stands in two parts"):
        passages(folder)
    assert len(passages(folder, "dev")) == 1


def test_an_empty_tally_prints() -> None:
    shown = table(Tally(), "none")
    assert all(floor.label in shown for floor in ROWS.values())
    assert mistakes(Tally()) == ""


# The set itself


def test_the_set_is_what_its_page_says() -> None:
    """Loading checks each quote, kind, status, type and actor, and the split."""
    loaded = passages(SET)
    assert len(loaded) >= 60
    assert len({passage.crisis for passage in loaded}) >= 20
    assert {passage.manner for passage in loaded} == set(MANNERS)
    shares = [
        sum(len(passage.text.split()) for passage in loaded if passage.part == part)
        for part in PARTS
    ]
    assert min(shares) >= 15_000  # words; shares shrink as worn parts join dev
    for passage in loaded:
        assert 75 <= len(passage.text.split()) <= 850, passage.name
        assert passage.text.endswith("\n"), passage.name
        assert len(set(passage.claims)) == len(passage.claims), passage.name
    for part in PARTS:
        kinds = {mark.kind for passage in loaded if passage.part == part for mark in passage.claims}
        assert kinds == set(MARKED_KINDS)


def test_the_page_counts_right() -> None:
    page = PAGE.read_text(encoding="utf-8")
    parts = [passages(SET, part) for part in PARTS]
    assert f"| passages | {' | '.join(str(len(part)) for part in parts)} |" in page
    words = [sum(len(passage.text.split()) for passage in part) for part in parts]
    assert f"| words | {' | '.join(f'{count:,}' for count in words)} |" in page
    for kind in MARKED_KINDS:
        cells = []
        for part in parts:
            marks = [mark for passage in part for mark in passage.claims if mark.kind == kind]
            soft = sum(mark.optional for mark in marks)
            cells.append(f"{len(marks) - soft} + {soft}")
        assert f"| {ROWS[kind].label.split(',')[0]} | {' | '.join(cells)} |" in page


def test_a_name_of_another_text_is_that_of_its_own_here(folder) -> None:
    """The gunmen of one text aren't the hijackers of another, and a text may join its own ids."""
    (folder / "same.toml").write_text(
        'same = [["pirates", "gunmen"], ["graustark", "the_crown"]]', encoding="utf-8"
    )
    path = folder / "dev" / "one.toml"
    plain = path.read_text(encoding="utf-8")
    assert passages(folder)[0].party("gunmen") == "pirates"
    assert passages(folder)[0].party("the_crown") == "graustark"
    named = plain.replace('actors = ["', 'actors = ["gunmen", "', 1)
    path.write_text(named, encoding="utf-8")
    assert passages(folder)[0].party("gunmen") == "gunmen"
    own = plain.replace("[[claims]]", 'same = [["graustark", "gunmen"]]\n\n[[claims]]', 1)
    path.write_text(own, encoding="utf-8")
    assert passages(folder)[0].party("gunmen") == "graustark"
    path.write_text(plain.replace("[[claims]]", 'same = "gunmen"\n\n[[claims]]', 1), "utf-8")
    with pytest.raises(InputError, match="no list of lists"):
        passages(folder)
