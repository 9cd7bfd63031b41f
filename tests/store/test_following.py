"""Over time: the timeline, questions and their score, theatres."""

from pathlib import Path

import pytest
from store.pages import FIRST, SECOND
from store.pages import page as page_of

from detente.errors import InputError, NotFoundError
from detente.model.formats import load, yaml
from detente.read.text.datelines import first_day
from detente.report.changes import page, told
from detente.report.theatres import by_theatre, told_link
from detente.report.timeline import spec, timeline_svg, told_timeline
from detente.report.timeline_charts import spec_of
from detente.solve.solving import solve
from detente.store import growing, questions, theatres, timeline
from detente.store.asking import Chance

QUICK = growing.Asking(draws=20)
EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "ukraine-2024" / "theatres.yaml"
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


def test_the_page_of_a_timeline_has_a_picture_and_tables_for_each_decision_maker(followed):
    found = timeline.timeline(followed)
    conflict = yaml.load(followed.model_path)
    told = told_timeline(found, conflict, "A strait")
    by = {one.heading: one for one in told.sections}
    assert list(by) == ["How likely each option was", "Aldova", "Borland", "Cormia"]
    history, said = by["Aldova"].tables
    assert [row[1:4] for row in history.rows] == [
        ("2030-01-01", "m1", "considered"), ("2030-02-01", "m2", "done, taken"),
    ]  # fmt: skip
    assert [row[0] for row in said.rows] == ["2030-01-01", "2030-02-01"]
    drawn = spec_of(found, "aldova", conflict)
    above, below = (part["data"]["values"] for part in drawn["vconcat"])
    assert [(one["day"], one["lane"], one["n"]) for one in above] == [
        ("2030-01-01", "statements", 1), ("2030-02-01", "acts", 1),
    ]  # fmt: skip
    assert [one["status"] for one in below] == ["considered", "taken"]
    assert below[1]["p"] == 1
    html = page(told)
    assert html.count("<svg") == 4
    assert "<table" in html
    assert html == page(told_timeline(found, conflict, "A strait"))


def test_a_timeline_of_hostile_words_is_escaped(case):
    bad = page_of(("aldova", "<script>alert(1)</script>", "planned"), day="2030-01-01")
    growing.add(case, [bad], forecast=QUICK)
    html = page(told_timeline(timeline.timeline(case), yaml.load(case.model_path), "<b>"))
    assert "<script>" not in html
    assert "<b>" not in html


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
    with pytest.raises(NotFoundError, match="resolved already"):
        questions.resolve(followed, "borland.blockade", outcome=False)
    with pytest.raises(NotFoundError, match=r"perhaps cormia\.weapons\?"):
        questions.resolve(followed, "cormia.weapon", outcome=False)
    with pytest.raises(NotFoundError, match="open are"):
        questions.resolve(followed, "?", outcome=False)
    with pytest.raises(InputError, match="no day"):
        questions.resolve(followed, "cormia.weapons", outcome=True, on="soon")


def test_what_was_asked_after_the_outcome_was_known_stays_open(followed):
    with pytest.raises(InputError, match="were made after 2029-12-31"):
        questions.resolve(followed, "borland.blockade", outcome=False, on="2029-12-31")
    assert questions.resolve(followed, "borland.blockade", outcome=False, on="2030-01-15") == 1
    left = questions.questions(followed, open_only=True)
    assert [one.as_of for one in left if one.question == "borland.blockade"] == ["2030-02-01"]


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


def test_which_statements_reach_over_to_another_theatre():
    found = theatres.ties(yaml.loads(LINKED))
    assert [(one.theatre, one.by, one.options) for one in found] == []
    more = yaml.loads(
        LINKED.replace(
            "a: {options: [move], priorities: [", "a: {options: [move], priorities: [c.move, "
        )
    )
    assert [(one.theatre, one.by, one.statement, one.options) for one in theatres.ties(more)] == [
        ("West", "a", "c.move", ("c.move",))
    ]
    assert theatres.shared(more) == ["b"]
    assert theatres.of(more, ["c"]) == ["East"]


def test_what_holds_alone_and_together():
    """In the West nobody moves first; that the East has moved makes both of them move."""
    conflict = yaml.loads("""\
theatres: {West: [a, b], East: [b, c]}
decision_makers:
  a: {options: [move], priorities: ["move iff b.move", "!move"]}
  b: {options: [move], priorities: ["move iff c.move", "!move"]}
  c: {options: [move], priorities: ["move"]}
status_quo: []
""")
    nash = {
        (one.theatre, one.options): (
            bool({"nash"} & set(one.alone)),
            bool({"nash"} & set(one.together)),
        )
        for one in theatres.held(conflict)
    }
    assert nash["West", ()] == (True, False)
    assert nash["West", ("a.move", "b.move")] == (False, True)
    assert nash["East", ("b.move", "c.move")] == (True, True)
    quiet = next(
        one for one in theatres.held(conflict) if (one.theatre, one.options) == ("West", ())
    )
    assert quiet.leaves == ("c",)  # it moves first, and the West after it


def test_each_theatre_solved_by_hand_is_what_is_told():
    """Against solving the model with the others' options taken out of it."""
    conflict = load(EXAMPLE)
    alone = theatres.alone(conflict, "Europe")
    held = solve(alone)
    names = conflict.option_names()
    for one in theatres.held(conflict):
        if one.theatre == "Europe" and "nash" in one.alone:
            state = sum(1 << names.index(option) for option in (*one.options, "north_korea.units"))
            assert held.equilibrium("nash")[state]
    n_nash = sum("nash" in one.alone for one in theatres.held(conflict) if one.theatre == "Europe")
    assert n_nash == held.equilibrium("nash").sum()


def test_europe_and_the_korean_peninsula():
    conflict = load(EXAMPLE)
    found = theatres.link(conflict, growing.Asking(draws=300))
    assert found.shared == ("russia",)
    reach = {(one.theatre, one.by): one.options for one in found.ties}
    assert reach["Korean Peninsula", "south_korea"] == ("nato.troops",)
    lethal = next(one for one in found.options if one.option == "south_korea.lethal")
    assert lethal.tells
    assert lethal.shift > 0.05  # troops in Europe are answered in Korea
    europe = [one for one in found.outcomes if one.theatre == "Europe"]
    assert any(one.together and not one.alone for one in europe)
    said = told_link(found, conflict, "Two theatres")
    assert said.lead.startswith("Two theatres share Russia. The link makes")
    html = page(said)
    assert "Korean Peninsula" in html
    assert html.count("<table") == 4


def test_a_change_says_what_the_link_of_theatres_changes(case):
    growing.add(case, [FIRST])
    words = case.model_path.read_text().replace(
        "decision_makers:",
        "theatres: {Strait: [aldova, borland], Port: [borland]}\ndecision_makers:",
        1,
    )
    case.model_path.write_text(words)
    change = growing.add(case, [SECOND], forecast=QUICK)
    assert change.link is not None
    assert change.link.shared == ("borland",)
    headings = [one.heading for one in told(change).sections]
    assert {"By theatre", "What joins them", "Strait", "Port"} <= set(headings)
    mine = by_theatre(list(change.proposed), change.conflict)
    names = {one.kind: one.name for one in change.proposed}
    said = {one.text.partition(":")[0]: one.text for one in mine.lines}
    assert names["crossed"] in said["Strait"]
    assert names["option"] in said["in no theatre yet"]  # Cormia is new


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
