"""States, rights, treaties and others' offers are no acts, whatever their verb."""

import pytest
from draft.readings import report

from detente.draft.drafting import draft
from detente.draft.forms import formed
from detente.draft.righted import righted
from detente.read.claim import Document


def first(made):
    return formed(made.reading()).claims[0]


@pytest.mark.parametrize(
    ("quote", "action", "told"),
    [
        ("are tied up in the hills", "tie up in the hills", ""),
        ("is poorly equipped", "equip", ""),
        ("are still dug in at the bridge", "dig in at the bridge", ""),
        ("are being moved to the hills", "move to the hills", "move to the hills"),
        ("are armed by West", "arm", "arm"),
    ],
)
def test_a_present_passive_without_a_doer_tells_a_state(quote, action, told):
    made, say = report(f"Half of the men of North {quote}.")
    say("event", quote, "north", action, status="ongoing", event="COERCE", rule="verb")
    assert first(made).action == told


@pytest.mark.parametrize(
    ("lead", "kind", "status"),
    [
        ("South must hand over the man, ", "option", "demanded"),
        ("South handed over the man and ", "event", "done"),
    ],
)
def test_a_list_after_must_is_demanded_to_its_end(lead, kind, status):
    made, say = report(f"{lead}shut the camps and go.")
    how = {"kind": kind, "status": status}
    say(how["kind"], lead.strip(" ,").removesuffix(" and"), "south", "hand over the man",
        status=how["status"], event="CONCEDE", speaker="north", rule="verb")  # fmt: skip
    say("event", "shut the camps", "south", "shut the camps", status="done", event="COERCE",
        rule="verb")  # fmt: skip
    claim = formed(made.reading()).claims[1]
    assert (claim.kind, claim.status) == (kind, status)


def test_mediation_that_is_turned_down_is_not_offered_but_refused():
    text = "North turned down offers of mediation from West."
    made, say = report(text)
    say("option", "mediation", "north", "mediation", status="planned", event="CONSULT",
        rule="noun, governed")  # fmt: skip
    claim = first(made)
    assert (claim.status, claim.action) == ("ruled_out", "accept mediation")


def test_an_apology_that_is_rejected_was_anothers():
    made, say = report("North rejected the apology as an insult.")
    say("option", "the apology", "north", "apology", status="ruled_out", event="CONCEDE",
        rule="noun, governed")  # fmt: skip
    assert first(made).action == ""


def test_an_apology_that_is_demanded_stays():
    made, say = report("North demanded an apology.")
    say("option", "an apology", "south", "apology", status="demanded", event="CONCEDE",
        speaker="north", rule="noun, governed")  # fmt: skip
    assert first(made).action == "apology"


@pytest.mark.parametrize(
    ("quote", "action", "told"),
    [
        ("the alliance's treaty", "treaty", False),
        ("their fishing agreement", "fishing agreement", False),
        ("a treaty of peace", "treaty of peace", True),
        ("an agreement on the fish", "agreement on the fish", True),
    ],
)
def test_a_treaty_that_is_there_is_no_option(quote, action, told):
    made, say = report(f"North may yet invoke {quote}.")
    say("option", quote, "north", action, status="possible", event="AGREE", rule="noun, modified")
    assert bool(first(made).action) is told


@pytest.mark.parametrize(
    ("text", "quote", "action"),
    [
        ("The fighting spread to the coast.", "The fighting spread to the coast", "fighting"),
        ("It fears a war between two allies.", "a war between two allies", "war"),
        ("He spoke of a state of undeclared war.", "undeclared war", "undeclared war"),
        ("North's advisers are agreed.", "North's advisers are agreed", "advisers"),
    ],
)
def test_nouns_that_are_nobodys_act(text, quote, action):
    made, say = report(text)
    say("event", quote, "north", action, status="done", event="ASSAULT", rule="noun, subject")
    assert first(made).action == ""


def test_what_is_warned_of_is_not_what_the_warner_does():
    text = "West warned that an invasion might set the coast ablaze. It warned that ships would be sunk."
    made, say = report(text)
    say("option", "West warned that an invasion might set the coast ablaze", "west",
        "set the coast ablaze", status="threatened", event="ASSAULT", rule="frame",
        inferred=("actor",))  # fmt: skip
    say("option", "It warned that ships would be sunk", "west", "sink ships", status="threatened",
        event="ASSAULT", rule="verb", inferred=("actor",))  # fmt: skip
    assert [one.action for one in formed(made.reading()).claims] == ["", "sink ships"]


def test_a_right_that_a_treaty_gives_is_no_plan():
    text = "An agreement of 1996 allows North to train its pilots there. North may train them."
    made, say = report(text)
    say("option", "train its pilots there", "north", "train its pilots", status="possible",
        event="AID", rule="verb")  # fmt: skip
    say("option", "North may train them", "north", "train them", status="possible", event="AID",
        rule="verb")  # fmt: skip
    assert [one.action for one in formed(made.reading()).claims] == ["", "train them"]


def test_what_is_made_of_no_act_has_none_either():
    made, say = report("North's best men are tied up in the hills.")
    act = say("event", "are tied up in the hills", "north", "tie up", status="ongoing",
              event="COERCE", rule="verb")  # fmt: skip
    say("constraint", "North's best men are tied up in the hills", "north", "tie up",
        because=(act,))  # fmt: skip
    assert [one.action for one in righted(made.reading()).claims] == ["", ""]


def test_an_end_to_a_thing_is_not_the_thing():
    made = draft(
        Document(
            "d1",
            "",
            None,
            "t",
            "Ghana demanded an end to reconnaissance flights by Togo along its coast. "
            "Togo is considering an embargo. Ghana threatened to close the border with Togo.",
        )
    )
    found = [one.label for dm in made.decision_makers.values() for one in dm.options.values()]
    assert not [label for label in found if "flights" in label and not label.startswith("end")]
