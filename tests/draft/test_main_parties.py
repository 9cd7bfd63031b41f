"""The two whom a report is about decide, wherever it leaves them anything; and the title asks what is grave."""

import pytest
from draft.readings import Report

from detente.draft.drafting import draft
from detente.draft.gravity import FORCE, PRESSURE, STEP, TRIFLE, gravity

TEXT = (
    "North expelled 18 envoys of South on Monday. South may close the mission of North. "
    "West, which stands by North, may send observers. North and South have long been rivals; "
    "South called North a liar, and North called South worse."
)


def report(text=TEXT):
    made = Report("", "2020-05-05", text, north="North", south="South", west="West")
    made.say("event", "North expelled 18 envoys of South on Monday", "north",
             "expel 18 envoys of South", event="SANCTION", status="done",
             target="south")  # fmt: skip
    made.say("option", "South may close the mission of North", "south",
             "close the mission of North", event="COERCE", status="possible",
             target="north")  # fmt: skip
    made.say("option", "may send observers", "west", "send observers", event="SUPPORT",
             status="possible", target="south")  # fmt: skip
    return made


def test_the_pressure_of_a_main_party_is_an_option_where_it_has_no_other():
    conflict = draft(report().reading())
    (option,) = conflict.decision_makers["north"].options.values()
    assert option.label == "expel 18 envoys of South"
    assert "go on" in option.assumed
    assert [name for name in conflict.status_quo if name.startswith("north.")]


def test_what_was_done_is_no_option_beside_one_that_is_open():
    made = report(f"{TEXT} North will recall its staff.")
    made.say("option", "North will recall its staff", "north", "recall its staff",
             event="SANCTION", status="planned", target="south")  # fmt: skip
    labels = {one.label for one in draft(made.reading()).decision_makers["north"].options.values()}
    assert labels == {"recall its staff"}


def test_whoever_is_named_little_needs_no_option():
    made = Report("", "2020-05-05", TEXT, north="North", south="South", west="West")
    made.say("event", "West, which stands by North", "west", "expel one envoy of South",
             event="SANCTION", status="done", target="south")  # fmt: skip
    made.say("option", "South may close the mission of North", "south",
             "close the mission of North", event="COERCE", status="possible",
             target="north")  # fmt: skip
    assert "west" not in draft(made.reading()).decision_makers


def test_a_party_named_as_often_as_the_least_of_two_is_asked_about():
    made = Report("", "2020-05-05", TEXT, north="North", south="South", west="West")
    made.say("option", "South may close the mission of North", "south",
             "close the mission of North", event="COERCE", status="possible",
             target="north")  # fmt: skip
    made.say("option", "may send observers", "west", "send observers", event="SUPPORT",
             status="possible", target="south")  # fmt: skip
    asked = draft(made.reading()).open_questions
    assert any("The report names North often" in one for one in asked)


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("open fire", FORCE),
        ("fire at a guard post", FORCE),
        ("send an observer", STEP),
        ("send three battalions of troops", PRESSURE),
        ("send the refugees back", STEP),
        ("send troops back", PRESSURE),
        ("reclaim the airspace in stages", PRESSURE),
        ("provide food and medicine", TRIFLE),
    ],
)
def test_how_grave_a_step_is(words, grade):
    assert gravity(words) == grade


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        ("kill them", "Will South close the mission of North?"),
        ("kill the captives", "Will North kill the captives?"),
    ],
)
def test_a_title_asks_nothing_that_a_pronoun_hides(action, asked):
    made = Report("", "", f"North threatened to {action}. South may close the mission of North.",
                  north="North", south="South")  # fmt: skip
    made.say("option", f"North threatened to {action}", "north", action, event="ASSAULT",
             status="threatened", target="south")  # fmt: skip
    made.say("option", "South may close the mission of North", "south",
             "close the mission of North", event="CONCEDE", status="ruled_out",
             target="north")  # fmt: skip
    made.say("option", "close the mission of North", "south",
             "close the mission of North", event="CONCEDE", status="possible",
             target="north")  # fmt: skip
    assert draft(made.reading()).title == asked
