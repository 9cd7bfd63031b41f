"""Over time: the timeline, questions and their score, theatres."""

import pytest
from store.pages import FIRST, SECOND

from detente.errors import InputError, NotFoundError
from detente.model.formats import yaml
from detente.report.timeline import spec, timeline_svg
from detente.store import growing, questions, theatres, timeline
from detente.store.asking import Chance
from detente.read.datelines import first_day

QUICK = growing.Asking(draws=20)
LINKED = """\
theatres: {West: [a, b], East: [b, c]}
decision_makers:
  a: {options: [move], priorities: ["move iff b.move"]}
  b: {options: [move], priorities: ["move"]}
  c: {options: [move], priorities: ["!b.move", "move if b.move", "!move"]}
status_quo: []
"""


@pytest.fixture
def followed(case):
    growing.add(case, [FIRST], forecast=QUICK)
    growing.add(case, [SECOND], forecast=QUICK, accept=True)
    return case


def test_a_timeline_is_in_the_order_of_days(followed):
    found = timeline.timeline(followed)
    days = [one.day for one in found.moments]
    assert days == sorted(days)
    assert {one.actor for one in found.moments} == {"aldova", "borland", "cormia"}
    assert {one.actor for one in timeline.timeline(followed, actor="cormia").moments} == {"cormia"}
    assert len(timeline.timeline(followed, most=2).moments) == 2
    assert timeline.timeline(followed, most=2).more


def test_each_option_has_its_history(followed):
    stages = [one for one in timeline.timeline(followed).stages if one.option == "aldova.troops"]
    assert [(one.version, one.status, one.taken) for one in stages] == [
        (1, "considered", False), (2, "done", True),
    ]  # fmt: skip
    assert stages[1].chance.probability == 1


def test_the_picture_of_a_timeline(followed):
    found = timeline.timeline(followed)
    conflict = yaml.load(followed.model_path)
    drawn = spec(found, conflict)
    assert {row["option"] for row in drawn["data"]["values"]} >= {
        "Aldova: deploy troops to the strait"
    }
    svg = timeline_svg(found, conflict)
    assert svg.startswith("<svg")
    assert svg == timeline_svg(found, conflict)
    assert "<script" not in svg


def test_questions_are_resolved_once_and_scored(followed):
    asked = questions.questions(followed, open_only=True)
    assert "borland.blockade" in {one.question for one in asked}
    with pytest.raises(InputError, match="resolved yet"):
        questions.score(followed)
    mine = [one for one in asked if one.question == "borland.blockade"]
    assert questions.resolve(followed, "borland.blockade", outcome=False, on="2030-06-01") == len(
        mine
    )
    report = questions.score(followed)
    assert report.forecasts == len(mine)
    assert report.brier == pytest.approx(sum(one.probability**2 for one in mine) / len(mine))
    with pytest.raises(NotFoundError, match="no open forecast"):
        questions.resolve(followed, "borland.blockade", outcome=False)
    with pytest.raises(InputError, match="no day"):
        questions.resolve(followed, "cormia.weapons", outcome=True, on="soon")


def test_what_was_taken_when_it_was_forecast_is_no_forecast(followed):
    found = [one for one in questions.questions(followed) if one.question == "aldova.troops"]
    assert [one.settled for one in found] == [False, True]
    questions.resolve(followed, "aldova.troops", outcome=True)
    assert questions.score(followed).forecasts == 1


def chances(conflict):
    """Give each option 1 where nothing holds it back, else 0: enough to tell who may move."""
    return {
        name: Chance(float(name not in conflict.infeasible), 0, 0)
        for name in conflict.option_names()
    }


def test_a_theatre_alone_holds_the_others_as_they_are():
    conflict = yaml.loads(LINKED)
    assert theatres.alone(conflict, "West").infeasible == ["c.move"]
    assert theatres.alone(conflict, "East").infeasible == ["a.move"]
    conflict.status_quo = ["c.move"]
    assert theatres.alone(conflict, "West").infeasible == ["!c.move"]
    conflict.status_quo, conflict.feasible = ["c.move"], [0, 4, 5]
    assert theatres.alone(conflict, "West").feasible == [4, 5]
    with pytest.raises(NotFoundError, match="no theatre"):
        theatres.alone(conflict, "North")


def test_what_a_link_changes():
    found = theatres.linked(yaml.loads(LINKED), QUICK)
    assert {(one.theatre, one.option) for one in found} == {
        ("West", "a.move"), ("West", "b.move"), ("East", "b.move"), ("East", "c.move"),
    }  # fmt: skip
    moved = next(one for one in found if (one.theatre, one.option) == ("West", "b.move"))
    assert moved.shift == moved.together.probability - moved.alone.probability
    whole = yaml.loads(LINKED.replace("[a, b]", "[a, b, c]").replace("[b, c]", "[a, b, c]"))
    assert not any(one.shift for one in theatres.linked(whole, QUICK))
    with pytest.raises(NotFoundError, match="no theatres"):
        theatres.linked(yaml.loads("decision_makers: {}"), chances)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("SEOUL, Oct. 30, 2024 - NATO", "2024-10-30"), ("on 4 September 2023, officials", "2023-09-04"),
        ("2025-04-28: it", "2025-04-28"), ("February 30, 2024 and March 1, 2024", "2024-03-01"),
        ("in October", None), ("", None), ("x" * 700 + " Oct. 30, 2024", None),
    ],
)  # fmt: skip
def test_datelines(words, day):
    assert first_day(words) == day
