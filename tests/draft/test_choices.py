"""What is an option, what is history, and what is only a guess."""

import pytest
from draft.readings import report

from detente.draft.background import old, simple_past
from detente.draft.drafting import draft


def options(made):
    return [one for one in draft(made.reading()).option_names() if not one.endswith(".settle")]


def two_sides(say):
    """Let both sides decide something outright, so that neither stands aside."""
    say("option", "North will blockade South", "north", "blockade South", status="planned",
        event="COERCE", target="south")  # fmt: skip
    say("option", "South will strike North", "south", "strike North", status="planned",
        event="ASSAULT", target="north")  # fmt: skip


BOTH = "North will blockade South. South will strike North."


def test_a_guess_at_the_doer_makes_no_option_and_is_named():
    made, say = report(f"{BOTH} The passes will be closed.")
    two_sides(say)
    say("option", "The passes will be closed", "north", "close the passes", status="planned",
        event="COERCE", target="south", inferred=("actor", "target"), rule="frame")  # fmt: skip
    conflict = draft(made.reading())
    assert conflict.option_names() == ["north.blockade", "south.strike"]
    assert any("close the passes (North?)" in note for note in conflict.notes)


@pytest.mark.parametrize(
    ("quote", "fields"),
    [
        ("An apology was demanded", {"status": "demanded", "speaker": "south", "event": "CONCEDE"}),
        ("it would release the crew", {"status": "planned", "speaker": "north", "event": "CONCEDE"}),
    ],
)  # fmt: skip
def test_a_guess_that_another_asks_for_or_that_speaks_for_itself_stays(quote, fields):
    made, say = report(f"{BOTH} {quote}.")
    two_sides(say)
    say("option", quote, "north", "release the crew", inferred=("actor",), rule="verb", **fields)
    assert "north.release_crew" in options(made)


def test_the_last_one_named_before_the_verb_is_no_guess():
    made, say = report(f"{BOTH} Its treaty binds West to defend the island.")
    two_sides(say)
    say("option", "to defend the island", "west", "defend the island", status="demanded",
        event="SUPPORT", inferred=("actor",), rule="verb")  # fmt: skip
    assert "west.defend_islands" in options(made)


def test_a_passive_threat_is_of_the_one_who_announces_it():
    text = f"{BOTH} North warned that any ship would be stopped."
    made, say = report(text)
    two_sides(say)
    say("statement", "North warned that any ship would be stopped", None, None, speaker="north")
    say("option", "any ship would be stopped", "north", "board any ship", status="threatened",
        event="COERCE", inferred=("actor",), rule="verb")  # fmt: skip
    assert "north.board_ships" in options(made)


def test_what_stands_in_the_way_of_a_thing_done_does_not_reopen_it():
    text = f"{BOTH} North signed a pact, which cost it dear."
    made, say = report(text)
    two_sides(say)
    act = say("event", "North signed a pact", "north", "sign a pact", status="done", event="AGREE",
              target="west", rule="verb")  # fmt: skip
    say("constraint", "which cost it dear", "north", "sign a pact", because=(act,))
    assert "north.agree" not in options(made)


@pytest.mark.parametrize(
    ("text", "quote", "event", "is_old"),
    [
        ("Its companies had built South a railway.", "Its companies had built South a railway", None, True),
        ("North had blockaded the port.", "North had blockaded the port", "COERCE", False),
        ("It struck after North had seized the port.", "North had seized the port", "COERCE", True),
        ("North recaptured the lake a month later.", "North recaptured the lake", "ASSAULT", True),
        ("An army trained by North men held it.", "trained by North", "AID", True),
        ("South had begun to build a road.", "South had begun to build a road", None, False),
        ("North blockades the port.", "North blockades the port", "COERCE", False),
    ],
)  # fmt: skip
def test_what_is_told_as_background(text, quote, event, is_old):
    made, say = report(text)
    say("event", quote, "north", "act", status="done", event=event, rule="verb")
    assert old(made.claims[0], text, "2020-05-05") is is_old


def test_an_act_of_years_ago_is_background():
    made, say = report("North sent troops.")
    say("event", "North sent troops", "north", "send troops", status="done", event="MOBILIZE",
        date="2014-03")  # fmt: skip
    claim = made.claims[0]
    assert old(claim, "North sent troops.", "2020-05-05")
    assert not old(claim, "North sent troops.", "2015-01-01")
    assert not old(claim, "North sent troops.", "")


@pytest.mark.parametrize(
    ("quote", "is_past"),
    [("North trained the general", True), ("North has trained the general", False),
     ("training the general", False)],
)  # fmt: skip
def test_the_simple_past(quote, is_past):
    made, say = report(f"{quote}.")
    say("event", quote, "north", "train the general", status="done", event="AID")
    assert simple_past(made.claims[0], f"{quote}.") is is_past


def test_a_ministers_resignation_is_no_option_unless_it_is_asked_for():
    made, say = report(f"{BOTH} Its minister may resign. South wants North to step down.")
    two_sides(say)
    say("option", "Its minister may resign", "north", "resign", status="threatened",
        event="RETREAT", rule="verb")  # fmt: skip
    assert "north.resign" not in options(made)
    say("option", "North to step down", "north", "step down", status="demanded", speaker="south",
        event="RETREAT", rule="verb")  # fmt: skip
    assert "north.resign" in options(made)


def test_a_truce_that_a_third_proposes_is_one_of_the_two_that_fight():
    text = "North shelled South. South shelled North. West has proposed an immediate truce."
    made, say = report(text)
    say("event", "North shelled South", "north", "shell South", status="ongoing", event="ASSAULT",
        target="south")  # fmt: skip
    say("event", "South shelled North", "south", "shell North", status="ongoing", event="ASSAULT",
        target="north")  # fmt: skip
    say("option", "an immediate truce", "west", "immediate truce", status="considered",
        event="RETREAT", speaker="west", rule="noun, governed")  # fmt: skip
    conflict = draft(made.reading())
    assert set(conflict.decision_makers) == {"north", "south"}
    assert {"north.ceasefire", "south.ceasefire"} <= set(conflict.option_names())


def test_a_threat_with_a_condition_is_not_done():
    text = "North threatened to close its ports unless South gave up the islands."
    made, say = report(text)
    act = say("option", "to close its ports", "north", "close its ports", status="threatened",
              event="COERCE", target="south")  # fmt: skip
    asked = say("option", "South gave up the islands", "south", "give up the islands",
                status="demanded", speaker="north", event="CONCEDE", target="north")  # fmt: skip
    say("conditional", text[:-1], "north", "threaten", status="done", event="THREATEN",
        speaker="north", condition="unless South gave up the islands", because=(act, asked))  # fmt: skip
    conflict = draft(made.reading())
    assert conflict.status_quo == []
    assert (
        "north.close_ports" in conflict.option_names()
        or "north.close_port" in conflict.option_names()
    )
