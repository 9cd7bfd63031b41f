"""Words that tell no act of a party, and what a person says of his own government's steps."""

import pytest
from draft.readings import Report

from detente.draft.drafting import draft
from detente.draft.righted import righted
from detente.draft.untold import untold


def option(quote, action, before, rule):
    made = Report("", "", f"{before}{quote}.", north="North", south="South")
    made.say("option", quote, "north", action, status="possible", target="south", rule=rule)
    return made.claims[0], made.document.text


@pytest.mark.parametrize(
    ("quote", "action", "before", "rule"),
    [
        ("which borders on South", "border on South", "", "verb"),
        ("Silence would be taken as consent", "take silence as consent", "", "verb"),
        ("who took over the presidency", "take over the presidency", "", "verb"),
        ("two thirds of citizens back the cabinet", "back the cabinet", "", "verb"),
        ("A common decision to wait would help South", "help South", "", "verb"),
        ("it alone may appoint the abbot", "appoint the abbot", "", "verb"),
        ("independence", "independence", "The island votes on ", "noun, governed"),
        ("buildings in the old town", "build in the old town", "", "noun, likely"),
        ("a summit of the League called on South", "summit", "", "noun, heading"),
        ("stealing public money", "steal public money", "He is accused by North of ", "verb"),
        ("to use the lane", "use the lane", "It had no permission from North ", "likely"),
    ],
)
def test_no_act_is_told(quote, action, before, rule):
    assert untold(*option(quote, action, before, rule))


@pytest.mark.parametrize(
    ("quote", "action", "before", "rule"),
    [
        ("North may help South", "help South", "", "verb"),
        ("pressure on South", "pressure", "It will put ", "noun, governed"),
        ("North may hold a summit", "hold a summit", "", "noun, governed"),
        ("to use the lane", "use the lane", "It has ordered its ships ", "likely"),
    ],
)
def test_an_act_is_told(quote, action, before, rule):
    assert not untold(*option(quote, action, before, rule))


def announced(text, *said):
    made = Report("", "", text, north="North", south="South")
    made.actor("ana_sol", "Ana Sol", role="source", kind="person")
    made.say("event", "Ana Sol of North warned South", "north", "warn", event="THREATEN",
             status="done", target="south")  # fmt: skip
    for quote, action, fields in said:
        made.say("option", quote, "south", action, status="planned", target="north", **fields)
    return {one.quote: one.actor for one in righted(made.reading()).claims}


def test_what_somebody_says_that_he_would_do_is_his_governments_step():
    found = announced(
        "Ana Sol of North warned South. Otherwise, she said, she would cut the number of envoys.",
        ("she would cut the number of envoys", "cut the number of envoys", {"speaker": "ana_sol"}),
    )
    assert found["she would cut the number of envoys"] == "north"


def test_what_somebody_announces_to_be_done_is_his_governments_step():
    quote = "announced that the missions would be brought to parity"
    found = announced(
        f"Ana Sol of North warned South. On Monday Sol {quote}.",
        (quote, "bring the missions to parity", {"inferred": ("actor",)}),
    )
    assert found[quote] == "north"


def test_what_is_done_by_another_stays_the_others():
    quote = "announced that the road would be closed by South"
    found = announced(
        f"Ana Sol of North warned South. On Monday Sol {quote}.",
        (quote, "close the road", {"inferred": ("actor",)}),
    )
    assert found[quote] == "south"


def test_any_attempt_that_is_warned_of_is_the_others():
    made = Report("", "", "North said any attempt to enter the mission would be a hostile act. "
                  "South threatened to close the mission.", north="North", south="South")  # fmt: skip
    act = made.say("option", "to enter the mission", "north", "enter the mission",
                   status="possible", target="south", event="MOBILIZE")  # fmt: skip
    made.say("red_line", "any attempt to enter the mission would be a hostile act", "north",
             "enter the mission", target="south", doer="south", because=(act,),
             rule="any ... will be answered")  # fmt: skip
    made.say("option", "threatened to close the mission", "south", "close the mission",
             status="threatened", target="north", event="COERCE")  # fmt: skip
    makers = draft(made.reading()).decision_makers
    assert "enter the mission" in {one.label for one in makers["south"].options.values()}
