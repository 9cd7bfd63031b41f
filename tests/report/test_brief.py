"""The whole way on models: kept results, the same each time, honest about what isn't there."""

import json

import pytest
from report import makers

from detente import cases
from detente.errors import InputError
from detente.model.conflict import Conflict
from detente.read.claim import Document, Reading
from detente.report.answer import headline, turns
from detente.report.brief import brief
from detente.report.html import page
from detente.report.narrate import why_json
from detente.report.steps import probability, verdict
from detente.report.voice import voice


@pytest.mark.parametrize("name", ["elmira", "prisoners_dilemma", "garrison"])
def test_published_cases_are_briefed_twice_alike(name):
    one, two = (brief(cases.load(name), draws=40, seed=3) for _ in range(2))
    assert one.content == two.content
    assert page(one) == page(two)
    assert json.dumps(one.to_json()) == json.dumps(two.to_json())


def test_a_model_file_is_briefed_without_reading(tmp_path):
    from detente.model.formats.yaml import dumps

    file = tmp_path / "strait.yaml"
    file.write_text(dumps(makers.conflict()), encoding="utf-8")
    made = brief(file, draws=20)
    assert made.reading is None
    assert made.conflict == makers.conflict()
    assert len(made.content.claims) == 10


def test_a_missing_file_is_said_in_a_sentence(tmp_path):
    with pytest.raises(InputError, match="nowhere"):
        brief(tmp_path / "nowhere.yaml")


def test_the_json_has_the_shapes_of_the_other_verbs():
    value = makers.brief().to_json()
    json.dumps(value, allow_nan=False)
    assert value["read"]["claims"][0]["id"] == "c1"
    assert value["solve"]["status_quo"] == 16
    assert set(value["forecast"]["options"]) == set(makers.game().options)
    assert value["headline"]


def test_reasons_of_a_state_as_json():
    made = makers.brief()
    value = why_json(made.conflict, made.stability, 16)
    assert json.loads(json.dumps(value)) == value
    reasons = {(one["concept"], one["decision_maker"]): one for one in value["reasons"]}
    assert reasons["seq", "tavia"]["deterred"][0]["improvement"] == ["tavia", 16, 18]
    assert reasons["nash", "tavia"]["undeterred"] == ["tavia", 16, 18]


@pytest.mark.parametrize(
    ("shares", "some", "said"),
    [
        ((0.1, 0.7, 0.2, 0.6), 0.9,
         ("Tavia is likely to supply coastal missiles to Orlan and Karsk likely to give Norrland "
         "fighter jets")),
        ((0.1, 0.5, 0.1, 0.2), 0.6, "An even call whether Tavia will supply coastal missiles to Orlan"),
        ((0.3, 0.4, 0.3, 0.2), 0.7, "Something new is likely to be done, though no single step is more likely than not"),
        ((0.3, 0.3, 0.1, 0.2), 0.5, "An even call between talk and action"),
        ((0.3, 0.1, 0.1, 0.1), 0.4, "Talk, for now: no new step is more likely than not"),
        ((0.1, 0.1, 0.0, 0.1), 0.2, "Talk, for now: no new step is likely"),
    ],
    ids=["likely", "even", "some", "any", "talk", "quiet"],
)  # fmt: skip
def test_the_headline_follows_the_figures(shares, some, said):
    from dataclasses import replace

    made = makers.brief()
    steps = [
        replace(step, probability=share)
        for step, share in zip(
            sorted(made.content.steps, key=lambda s: made.game.options.index(s.option)),
            shares,
            strict=True,
        )
    ]
    speaking = voice(made.conflict, made.game)
    assert headline(speaking, turns(speaking, steps), some) == said


def test_without_options_left_nothing_is_open():
    made = makers.brief()
    assert headline(voice(made.conflict, made.game), [], None).startswith("No step is open")


def test_an_expert_is_compared_with_the_model():
    assert verdict(0.1, 0.05, 0.2) == "the model agrees"
    assert verdict(0.3, 0.05, 0.2) == "the model holds it to be likelier"
    assert verdict(0.01, 0.05, 0.2) == "the model holds it to be less likely"
    assert verdict(None, 0.05, 0.2) == "the model does not speak of this"


def test_a_statement_is_judged_by_the_draws():
    conflict, drawn = makers.conflict(), makers.forecast()
    both = drawn.exercised[:, 1] & ~drawn.exercised[:, 3]
    assert probability(conflict, drawn, "tavia.missiles & !karsk.jets") == pytest.approx(
        both.mean()
    )
    assert probability(conflict, drawn, "nobody.knows") is None


def test_every_line_rests_on_listed_claims():
    content = makers.brief().content
    listed = {row.number for row in content.claims}
    lines = [*content.answer, *content.changes, *content.no_return, *content.assumptions]
    lines += [want for party in content.parties for want in party.wants]
    for line in lines:
        assert set(line.because) <= listed


def test_what_rests_on_nothing_is_listed_as_assumed():
    told = " ".join(f"{line.text} {line.assumed}" for line in makers.brief().content.assumptions)
    assert "it trades through the strait" in told
    assert "Norrland wants Karsk to give Norrland fighter jets" in told


def test_a_text_without_a_conflict_gives_an_empty_brief_that_says_so():
    document = Document("d1", "Cake", None, "cake.txt", "Mix the flour with two eggs.")
    made = brief(Reading((document,), (), ()), draws=20)
    assert made.content.headline.startswith("No conflict was found")
    assert made.to_json()["solve"]["states"] == [0]
    assert "Mix the flour" in page(made)
    assert made.content.steps == ()


def test_a_model_without_options_gives_an_empty_brief_too():
    empty = Conflict(title="Nobody can act")
    empty.add("a")
    made = brief(empty)
    assert made.content.headline == "No conflict yet: the model gives nobody an option"
    assert "Nobody can act" in made.to_markdown()
