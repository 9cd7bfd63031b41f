"""Acts whose words stand further on, and open acts that no list holds."""

import pytest
from draft.readings import report

from detente.draft.drafting import draft
from detente.draft.unfolded import unfolded
from detente.draft.words import sense


def labels(made, party="north"):
    maker = draft(made.reading()).decision_makers.get(party)
    return [option.label for option in maker.options.values()] if maker else []


@pytest.mark.parametrize(
    ("quote", "action", "told"),
    [
        ("would let refugees leave for the coast", "let", "let refugees leave for the coast"),
        ("could allow farmers to cross the river", "allow", "allow farmers to cross the river"),
        ("decided to sell the frigates, they said", "decide", "sell the frigates"),
        ("should go back to the lines of May", "go", "go back to the lines of May"),
        ("would pull out", "pull", "pull out"),
        # near misses: a thing allowed, words that are whole, a mover with a thing behind it
        ("would be allowed to buy bread", "allow", "allow"),
        ("would allow the sale", "allow the sale", "allow the sale"),
        ("would go on Monday", "go", "go"),
        ("decided the matter", "decide the matter", "decide the matter"),
    ],
)
def test_an_act_is_called_by_all_the_words_of_its_clause(quote, action, told):
    made, say = report(f"North {quote}.")
    say("option", quote, "north", action, status="planned", event="CONCEDE", rule="verb")
    assert unfolded(made.reading()).claims[0].action == told


def test_what_is_ruled_out_is_the_act_and_not_the_ruling_out():
    made, say = report("North ruled out a withdrawal.")
    say("option", "ruled out a withdrawal", "north", "rule out a withdrawal", status="ruled_out",
        rule="ruled out")  # fmt: skip
    claim = unfolded(made.reading()).claims[0]
    assert (claim.action, claim.status) == ("a withdrawal", "ruled_out")


@pytest.mark.parametrize(
    "words",
    [
        "take the case to the UN Security Council",
        "bring the dispute before the International Court of Justice",
        "appeal to the United Nations",
        "file a suit",
        "submit its claim to arbitration",
        "go to the court in The Hague",
    ],
)
def test_going_to_court_or_council_is_one_act_in_many_words(words):
    assert sense(words).verb == "appeal"


@pytest.mark.parametrize(
    "words", ["bring the men to the border", "appeal to the public", "go to war"]
)
def test_but_not_whatever_is_brought_or_appealed_to(words):
    assert sense(words).verb != "appeal"


def crisis(say, *, inferred=()):
    say("option", "will send troops", "south", "send troops", status="threatened", target="north",
        event="MOBILIZE", rule="verb")  # fmt: skip
    say("option", "will disband its militia", "north", "disband its militia", status="planned",
        event="RETREAT", rule="verb", inferred=inferred)  # fmt: skip


def test_an_open_act_in_words_that_no_list_holds_is_an_option_where_its_doer_is_named():
    made, say = report("South will send troops. North will disband its militia.")
    crisis(say)
    assert labels(made) == ["disband its militia"]


def test_and_none_where_its_doer_is_only_guessed():
    made, say = report("South will send troops. North knows. It will disband its militia.")
    crisis(say, inferred=("actor",))
    assert labels(made) == []


def test_what_is_retaken_is_over_and_what_is_occupied_goes_on():
    for verb, kept in (("recaptured the hill", []), ("occupied the hill", ["occupy the hill"])):
        made, say = report(f"South will send troops. North {verb}. North will talk.")
        say("option", "will send troops", "south", "send troops", status="threatened",
            target="north", event="MOBILIZE", rule="verb")  # fmt: skip
        plain = verb.replace("recaptured", "recapture").replace("occupied", "occupy")
        say("event", verb, "north", plain, status="done", event="ASSAULT", target="south",
            rule="verb")  # fmt: skip
        say("option", "will talk", "north", "talk", status="planned", event="CONSULT", rule="verb")
        assert [one for one in labels(made) if "hill" in one] == kept


def test_measures_that_are_threatened_are_an_option_and_not_the_war_that_is_on():
    text = "North has invaded West. North threatened South with retaliatory measures. South may close the port."
    made, say = report(text)
    say("event", "has invaded West", "north", "invade West", status="ongoing", target="west",
        event="ASSAULT", rule="verb")  # fmt: skip
    say("option", "retaliatory measures", "north", "retaliatory measures", status="threatened",
        target="south", event="COERCE", rule="noun, governed")  # fmt: skip
    say("option", "may close the port", "south", "close the port", status="possible",
        event="COERCE", target="north", rule="verb")  # fmt: skip
    assert "take retaliatory measures" in labels(made)


def test_withdrawing_does_not_end_a_training():
    text = "North has trained militiamen. North will pull out. South may close the port."
    made, say = report(text)
    say("event", "has trained militiamen", "north", "train militiamen", status="ongoing",
        event="AID", rule="verb")  # fmt: skip
    say("option", "will pull out", "north", "pull out", status="planned", event="RETREAT",
        rule="verb")  # fmt: skip
    say("option", "may close the port", "south", "close the port", status="possible",
        event="COERCE", target="north", rule="verb")  # fmt: skip
    assert {"train militiamen", "pull out"} <= set(labels(made))


def test_what_the_drawer_of_a_line_threatens_is_its_reply_and_none_is_made_up():
    text = (
        "South may send troops. North says that would cross a red line. North will close the port."
    )
    made, say = report(text)
    act = say("option", "may send troops", "south", "send troops", status="possible",
              event="MOBILIZE", target="north", rule="verb")  # fmt: skip
    say("red_line", "that would cross a red line", "north", "send troops", doer="south",
        because=(act,), rule="red line")  # fmt: skip
    say("option", "will close the port", "north", "close the port", status="threatened",
        event="COERCE", target="south", rule="verb")  # fmt: skip
    conflict = draft(made.reading())
    maker = conflict.decision_makers["north"]
    assert [option.label for option in maker.options.values()] == ["close the port"]
    reply = [wish for wish in maker.priorities if " if " in wish.statement]
    assert len(reply) == 1
    assert reply[0].statement.endswith(" if south.troops")
    assert reply[0].assumed
