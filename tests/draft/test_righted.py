"""Claims are set right by one another before anything is drafted."""

import pytest
from draft.readings import Report

from detente.draft.both import for_both
from detente.draft.drafting import draft
from detente.draft.mentions import mentions, ordered
from detente.draft.objects import object_of, with_particle
from detente.draft.righted import righted
from detente.draft.vague import vague


def report(text):
    made = Report("", "2020-05-05", text, north="North", south="South", west="West", east="East")
    return made, made.say


def only(made):
    (claim,) = righted(made.reading()).claims
    return claim


def statements(conflict, dm):
    return [one.statement for one in conflict.decision_makers[dm].priorities]


def test_what_one_wants_of_another_is_its_demand():
    text = "North wants South to lower the toll."
    made, say = report(text)
    say("option", text[:-1], "south", "lower the toll", status="considered")
    claim = only(made)
    assert (claim.status, claim.speaker, claim.actor) == ("demanded", "north", "south")


def test_what_one_wants_done_is_not_its_own_act():
    text = "North wants the crews released."
    made, say = report(text)
    say("option", text[:-1], "north", "release the crews", status="considered")
    claim = only(made)
    assert (claim.status, claim.speaker, claim.actor) == ("demanded", "north", None)


def test_an_apology_from_somebody_is_theirs():
    text = "North demanded an apology from South."
    made, say = report(text)
    say("option", text[:-1], None, "apology from South", status="demanded", target="south")
    claim = only(made)
    assert (claim.actor, claim.target) == ("south", None)


def test_nobody_threatens_with_its_own_act():
    text = "North will send troops if sanctions are imposed. South is considering sanctions."
    made, say = report(text)
    then = say("option", "North will send troops", "north", "send troops", status="planned",
               event="MOBILIZE", target="south")  # fmt: skip
    cause = say("option", "sanctions are imposed", "north", "impose sanctions", status="possible",
                event="SANCTION")  # fmt: skip
    say("option", "South is considering sanctions", "south", "sanctions", status="considered",
        event="SANCTION", target="north")  # fmt: skip
    say("conditional", "North will send troops if sanctions are imposed", "north", "send troops",
        condition="if sanctions are imposed", because=(then, cause), status="planned")  # fmt: skip
    assert "troops if south.sanction" in statements(draft(made.reading()), "north")


def test_nobody_forbids_its_own_act():
    text = "West plans an intervention in North. South called an intervention a red line."
    made, say = report(text)
    say("option", "West plans an intervention in North", "west", "intervene in North",
        status="planned", event="ASSAULT", target="north")  # fmt: skip
    act = say("option", "an intervention a red line", "south", "intervention", event="ASSAULT",
              status="threatened", rule="noun, modified")  # fmt: skip
    say("red_line", "South called an intervention a red line", "south", "intervention",
        because=(act,))  # fmt: skip
    claims = {claim.kind: claim for claim in righted(made.reading()).claims}
    assert claims["red_line"].doer == "west"
    assert claims["option"].actor == "west"


def test_what_was_given_up_is_not_planned():
    text = "North has suspended preparations for the summit at Belo."
    made, say = report(text)
    say("option", "preparations for the summit at Belo", "north", "summit at Belo",
        status="planned", rule="noun, governed", event="CONSULT")  # fmt: skip
    assert only(made).status == "ruled_out"


def test_what_is_only_forecast_is_not_done():
    text = "Experts think a Northern strike unlikely."
    made, say = report(text)
    strike = say("event", "a Northern strike", "north", "strike", status="done", event="ASSAULT",
                 rule="noun, named")  # fmt: skip
    say("forecast", text[:-1], "north", "strike", because=(strike,), low=0.1, high=0.3)
    assert righted(made.reading()).claims[0].status == "possible"


def test_a_call_for_a_ceasefire_is_an_option_of_both():
    text = "North shelled South. West demanded a ceasefire."
    made, say = report(text)
    say("event", "North shelled South", "north", "shell South", event="ASSAULT", status="done",
        target="south")  # fmt: skip
    say("option", "demanded a ceasefire", "south", "ceasefire", status="demanded", speaker="west",
        rule="noun, governed")  # fmt: skip
    reading = made.reading()
    claims = ordered(reading)
    said = for_both(mentions(reading, claims), reading, claims)
    assert {one.actor for one in said if one.sense.verb == "ceasefire"} == {"north", "south"}


def test_two_groups_that_nothing_ties_are_two_theatres():
    text = "North may attack South. South may attack North. East may attack West. West may attack East."
    made, say = report(text)
    for one, other in (("north", "south"), ("south", "north"), ("east", "west"), ("west", "east")):
        quote = f"{one.title()} may attack {other.title()}"
        say("option", quote, one, f"attack {other.title()}", event="ASSAULT", status="considered",
            target=other)  # fmt: skip
    conflict = draft(made.reading())
    assert conflict.theatres == {
        "North and South": ["north", "south"],
        "East and West": ["east", "west"],
    }
    assert any("is this one conflict" in question for question in conflict.open_questions)


def test_a_report_with_one_chooser_asks_for_the_others():
    text = "North may close the strait. South protested."
    made, say = report(text)
    say("option", "North may close the strait", "north", "close the strait", status="considered",
        event="COERCE")  # fmt: skip
    first = draft(made.reading()).open_questions[0]
    assert first.startswith("Only North was found to have a choice")
    assert "South" in first


def test_a_history_that_is_over_is_called_so():
    text = "North occupies the islands. South blockades the port."
    made, say = report(text)
    say("event", "North occupies the islands", "north", "occupy the islands", status="ongoing",
        event="COERCE", target="south")  # fmt: skip
    say("event", "South blockades the port", "south", "blockade the port", status="ongoing",
        event="COERCE", target="north")  # fmt: skip
    asked = draft(made.reading()).open_questions
    assert any("is this history?" in question for question in asked)


@pytest.mark.parametrize(
    ("phrase", "quote", "expected"),
    [
        ("pull their troops", "their troops be pulled back", "pull back their troops"),
        ("let the army", "would not let the army through", "let the army through"),
        ("hand over the port", "hand over the port", "hand over the port"),
        ("send troops", "send troops back", "send troops back"),
        ("build a road", "build up a road", "build a road"),
    ],
)
def test_a_verb_keeps_its_particle(phrase, quote, expected):
    assert with_particle(phrase, quote) == expected


def test_a_bare_verb_is_done_to_what_the_text_has_just_named():
    text = "The base at Orm costs much. Members of the coalition call for its closure."
    made, say = report(text)
    say("option", "its closure", "north", "close", status="demanded", rule="noun, governed")
    (claim,) = made.reading().claims
    assert object_of("close", claim, {"d1": text}) == "the base"
    assert object_of("arrest", claim, {"d1": text}) == ""


def test_vague_words_are_no_option_and_are_named_as_left_out():
    assert [words for words in ("agree", "block it", "mobilise", "close the port") if vague(words)] == [
        "agree", "block it",
    ]  # fmt: skip
    text = "North may close the port. South may attack North. West may agree."
    made, say = report(text)
    say("option", "North may close the port", "north", "close the port", status="considered",
        event="COERCE", target="south")  # fmt: skip
    say("option", "South may attack North", "south", "attack North", status="considered",
        event="ASSAULT", target="north")  # fmt: skip
    say("option", "West may agree", "west", "agree", status="considered", event="AGREE")
    conflict = draft(made.reading())
    assert set(conflict.decision_makers) == {"north", "south"}
    assert any("West: agree" in note for note in conflict.notes)
