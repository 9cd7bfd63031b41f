"""Labels are whole verb phrases: no tails, no lost object, "its" of one and "their" of many."""

import pytest
from draft.readings import Report

from detente.draft.complete import (
    found_object,
    lacks_object,
    many,
    possessed,
    spelled_out,
    with_object,
)
from detente.draft.drafting import draft
from detente.draft.gravity import gravity
from detente.draft.tails import trimmed
from detente.read.claim import Actor


@pytest.mark.parametrize(
    ("phrase", "whole"),
    [
        ("carry out raids on airstrips and perhaps an attempt", "carry out raids on airstrips"),
        ("conclude a pact with either of them", "conclude a pact"),
        ("shut the port for most of Monday", "shut the port"),
        ("hold talks within a week", "hold talks"),
        ("annex the island at once", "annex the island"),
        ("fight a six-week war", "fight a war"),
        ("resist a war by every means", "resist a war"),
        ("hold negotiations on condition", "hold negotiations"),
        ("sink an ship", "sink a ship"),
        ("send a European force", "send a European force"),
        ("put together an European force", "put together a European force"),
        ("give the territory not to Sudria but", "give the territory"),
        ("open its oil and gold to foreigners", "open its oil and gold to foreigners"),
        ("occupy the north and the south", "occupy the north and the south"),
        ("mine the strait", "mine the strait"),
        ("send men to the island", "send men to the island"),
    ],
)
def test_tails_are_cut_and_phrases_kept(phrase, whole):
    assert trimmed(phrase) == whole


def claim(quote, text="", **fields):
    made = Report("", "", text or f"{quote}.", north="North", south="South")
    made.say("option", quote, "north", "act", **fields)
    return made.claims[0]


STATE = Actor("north", "North", (), "party", "state")
REBELS = Actor("rebels", "rebels", (), "party", "group")


@pytest.mark.parametrize(
    ("phrase", "owner", "said"),
    [
        ("lay down their arms", STATE, "lay down its arms"),
        ("lay down their arms", REBELS, "lay down their arms"),
        ("let the rebels keep their arms", STATE, "let the rebels keep their arms"),
        ("move his troops", STATE, "move its troops"),
    ],
)
def test_possessives_are_their_owners(phrase, owner, said):
    assert possessed(phrase, claim("his troops could be moved"), owner) == said


def test_his_is_not_the_states_where_the_clause_names_the_state():
    assert possessed("close his accounts", claim("North closed his accounts"), STATE) == (
        "close the accounts"
    )


@pytest.mark.parametrize(
    ("name", "kind", "plural"),
    [("Houthis", "armed_group", True), ("Hamas", "armed_group", False), ("rebels", "group", True),
     ("Netherlands", "state", False), ("Rapid Support Forces", "armed_group", True)],
)  # fmt: skip
def test_who_is_many(name, kind, plural):
    assert many(Actor("one", name, (), "party", kind)) is plural


def test_a_pronoun_gives_way_to_the_name_that_is_known():
    known = claim("it attacked it", target="south")
    guessed = claim("it attacked it", target="south", inferred=("target",))
    assert spelled_out("attack it", known, {"south": "South"}) == "attack South"
    assert spelled_out("attack it", guessed, {"south": "South"}) == "attack it"
    assert spelled_out("lend it a billion", known, {"south": "South"}) == "lend South a billion"


@pytest.mark.parametrize(
    ("phrase", "quote", "after", "whole"),
    [
        ("punish under the law", "the crew would be punished under the law", "", "punish the crew under the law"),
        ("hand over", "Sudria must hand over", " or throw out the general, and go", "hand over the general"),
        ("occupy", "Norrland may occupy", " and administer Bosnia and go", "occupy Bosnia and go"),
        ("free", "they would be freed", ".", "free"),
    ],
)  # fmt: skip
def test_what_a_verb_is_done_to_is_found_in_its_clause(phrase, quote, after, whole):
    one = claim(quote, f"{quote}{after}")
    assert lacks_object(phrase)
    thing = found_object(phrase, one, f"{quote}{after}")
    assert (with_object(phrase, thing) if thing else phrase).startswith(whole.split(" and go")[0])


def test_a_draft_has_the_object_that_two_verbs_share():
    text = "South must hand over or throw out the exiles. North will close the border."
    made = Report("", "2020-01-01", text, north="North", south="South")
    made.say("option", "South must hand over", "south", "hand over", status="demanded",
             speaker="north", event="CONCEDE", target="north")  # fmt: skip
    made.say("option", "North will close the border", "north", "close the border",
             status="planned", event="SANCTION", target="south")  # fmt: skip
    (option,) = draft(made.reading()).decision_makers["south"].options.values()
    assert option.label == "hand over the exiles"


def test_a_title_asks_the_gravest_step_and_no_courtesy():
    text = (
        "West will mediate. West will mediate soon. North may bomb South. South may yield the port."
    )
    made = Report("", "2020-01-01", text, north="North", south="South", west="West")
    made.say("option", "West will mediate", "west", "mediate", status="planned", event="CONSULT")
    made.say("option", "West will mediate soon", "west", "mediate", status="planned",
             event="CONSULT")  # fmt: skip
    made.say("option", "North may bomb South", "north", "bomb South", status="considered",
             event="ASSAULT", target="south")  # fmt: skip
    made.say("option", "South may yield the port", "south", "cede the port", status="considered",
             event="CONCEDE", target="north")  # fmt: skip
    assert draft(made.reading()).title == "Will North bomb South?"


@pytest.mark.parametrize(
    ("words", "grade"),
    [("invade the island", 3), ("blockade the coast", 2), ("send weapons to the rebels", 2),
     ("pay compensation", 1), ("stop bombing the camps", 1), ("mediate", 0), ("hold its fire", 0)],
)  # fmt: skip
def test_how_grave(words, grade):
    assert gravity(words) == grade
