"""Single rules of the draft, each on the smallest reading that shows it."""

import dataclasses

import pytest
from draft.readings import Report
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.draft.attached import hindrance
from detente.draft.drafting import draft
from detente.draft.freed import freed
from detente.draft.naming import slug
from detente.draft.questions import the
from detente.model.build import game
from detente.model.check import faults, warnings
from detente.model.formats.yaml import dumps, loads
from detente.read.claim import KINDS, PLOVER, Actor, Claim, Document, Reading


def report(text, **actors):
    made = Report("", "2020-05-05", text, **actors)
    return made, made.say


def statements(conflict, dm):
    return [one.statement for one in conflict.decision_makers[dm].priorities]


def test_a_withdrawal_ends_an_invasion():
    text = "North invaded the province. South demands that North withdraw its forces."
    made, say = report(text, north="North", south="South")
    say(
        "event",
        "North invaded the province",
        "north",
        "invade the province",
        event="ASSAULT",
        status="done",
        target="south",
    )
    say(
        "option",
        "North withdraw its forces",
        "north",
        "withdraw its forces",
        event="RETREAT",
        status="demanded",
        speaker="south",
    )
    say("option", "South", "south", "close the border", status="considered", event="SANCTION")
    conflict = draft(made.reading())
    assert conflict.status_quo == ["north.invade"]
    assert "!north.invade" in statements(conflict, "south")


def test_what_was_invaded_long_ago_is_history():
    made, say = report("North invaded the province.", north="North", south="South")
    say(
        "event",
        "North invaded the province",
        "north",
        "invade the province",
        event="ASSAULT",
        status="done",
        target="south",
    )
    assert draft(made.reading()).decision_makers == {}


def test_crossing_a_red_line_means_the_act_just_spoken_of():
    text = "South may sell missiles to West. For South, crossing the red line of North is costly."
    made, say = report(text, north="North", south="South", west="West")
    say(
        "option",
        "South may sell missiles",
        "south",
        "sell missiles",
        event="AID",
        status="possible",
        target="west",
    )
    say(
        "red_line",
        "crossing the red line of North",
        "north",
        "cross the red line of North",
        doer="south",
    )
    conflict = draft(made.reading())
    assert [(line.by, line.against) for line in conflict.red_lines] == [("north", "south.missiles")]
    assert statements(conflict, "north")[0] == "!south.missiles"


def test_an_act_in_a_red_lines_own_words_is_not_planned():
    text = "North has one red line: the deployment of troops by South."
    made, say = report(text, north="North", south="South")
    act = say("option", text, "south", "deploy troops", event="MOBILIZE", status="planned")
    say("red_line", text, "north", "deploy troops", doer="south", because=(act,))
    assert draft(made.reading()).decision_makers["south"].options["troops"].status == "possible"


def test_a_step_is_the_act_that_was_just_spoken_of():
    text = "South is considering the recognition of West, a step that could not be undone."
    made, say = report(text, south="South", west="West")
    say(
        "option",
        "considering the recognition of West",
        "south",
        "recognise West",
        event="SUPPORT",
        status="considered",
        target="west",
    )
    step = say("option", "a step", "south", "step", status="considered")
    say("option", "South", "south", "close the border", event="SANCTION", status="considered")
    say(
        "consequence",
        "that could not be undone",
        None,
        "step",
        doer="south",
        because=(step,),
        irreversible=True,
    )
    options = draft(made.reading()).decision_makers["south"].options
    assert {name: option.reversible for name, option in options.items()} == {
        "recognise": "forward",
        "close_border": "both",
    }


@pytest.mark.parametrize(
    ("quote", "condition", "expected"),
    [
        ("South would send troops if North does", "North does", "troops if north.attack"),
        ("South won't send troops unless North attacks", "unless North attacks",
         "!troops if !north.attack"),
        ("South would send troops unless North attacks", "unless North attacks",
         "troops if !north.attack"),
    ],
)  # fmt: skip
def test_conditions_keep_their_signs(quote, condition, expected):
    made, say = report(f"North may attack. {quote}.", north="North", south="South")
    attack = say(
        "option", "North may attack", "north", "attack", event="ASSAULT", status="possible"
    )
    say(
        "conditional",
        quote,
        "south",
        "send troops",
        event="MOBILIZE",
        status="planned",
        condition=condition,
        because=(attack,),
        speaker="south",
    )
    assert expected in statements(draft(made.reading()), "south")


def test_an_act_that_a_step_would_set_free():
    text = (
        "Arming the east could remove any reason for Patron to deny North the technology of "
        "missiles. Arming the east could weaken hopes of preventing Patron from selling tanks."
    )
    made, say = report(text, patron="Patron", north="North", south="South")
    arms = say(
        "option", "Arming the east", "south", "supply weapons", event="AID", status="considered"
    )
    first, second = text.split(". ")
    guessed = {"because": (arms,), "inferred": ("actor",)}  # the doer of the cause is a guess
    say("consequence", first, "south", "supply weapons", doer="south", **guessed)
    say("consequence", second, None, "supply weapons", doer="south", because=(arms,))
    conflict = draft(made.reading())
    assert list(conflict.decision_makers["patron"].options) == ["technology", "tanks"]
    assert statements(conflict, "south")[:2] == ["!patron.technology", "!patron.tanks"]
    assert "technology if south.weapons" in statements(conflict, "patron")
    assert freed(made.claims[0], made.reading()) is None


def test_support_of_one_is_no_mediation_between_two():
    text = "West offered to mediate. West may support South."
    made, say = report(text, west="West", south="South")
    say("option", "offered to mediate", "west", "mediate", event="CONSULT", status="planned")
    say(
        "option",
        "West may support South",
        "west",
        "support South",
        event="SUPPORT",
        status="possible",
        target="south",
    )
    assert list(draft(made.reading()).decision_makers["west"].options) == ["mediate", "support"]


def test_the_rival_of_the_helped_minds():
    text = "North has attacked South. West may send weapons to South. North may close the strait."
    made, say = report(text, north="North", south="South", west="West")
    say(
        "event",
        "North has attacked South",
        "north",
        "attack South",
        event="ASSAULT",
        status="done",
        target="south",
    )
    say(
        "option",
        "West may send weapons to South",
        "west",
        "send weapons",
        event="AID",
        status="possible",
        target="south",
    )
    say(
        "option",
        "North may close the strait",
        "north",
        "close the strait",
        event="COERCE",
        status="possible",
    )
    (minds,) = [
        one
        for one in draft(made.reading()).decision_makers["north"].priorities
        if one.statement == "!west.weapons"
    ]
    assert minds.assumed
    assert minds.because == ["c1"]


def test_what_a_party_says_of_the_other_is_no_forecast():
    text = "North may attack, South said. An analyst thinks an attack unlikely. South may arm."
    made, say = report(text, north="North", south="South")
    made.actor("analyst", "An analyst", role="source", kind="person")
    attack = say(
        "option", "North may attack", "north", "attack", event="ASSAULT", status="possible"
    )
    say("option", "South may arm", "south", "deploy troops", event="MOBILIZE", status="possible")
    for speaker, quote in (("south", "South said"), ("analyst", "thinks an attack unlikely")):
        say(
            "forecast",
            quote,
            "north",
            "attack",
            speaker=speaker,
            low=0.1,
            high=0.3,
            likelihood="unlikely",
            because=(attack,),
        )
    assert [one.by for one in draft(made.reading()).experts] == ["An analyst"]


def test_an_actor_never_acts_upon_itself():
    made, say = report("North helps North.", north="North")
    say(
        "option",
        "North helps North",
        "north",
        "supply weapons",
        event="AID",
        status="possible",
        target="north",
    )
    assert draft(made.reading()).decision_makers == {}


def test_persons_and_sources_do_not_decide():
    made, say = report("The general may attack. The institute may attack.")
    made.actor("general", "The general", kind="person")
    made.actor("institute", "The institute", role="source", kind="institution")
    for who, quote in (
        ("general", "The general may attack"),
        ("institute", "The institute may attack"),
    ):
        say("option", quote, who, "attack", event="ASSAULT", status="possible")
    assert draft(made.reading()).decision_makers == {}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the constitution forbids it", "law"),
        ("whether its stockpiles of shells are sufficient", "capability"),
        ("the voters are weary of war", "opinion"),
        ("its allies are divided", "alliance"),
        ("the budget can't bear the cost", "money"),
        ("it isn't Tuesday", "other"),
    ],
)
def test_kinds_of_constraints(words, kind):
    assert hindrance(words) == kind


def test_slugs_and_names():
    assert (slug("Côte d'Ivoire"), slug("iff"), slug("")) == ("côte_d_ivoire", "a_iff", "a")
    assert [the(name) for name in ("United States", "France", "European Union")] == [
        "the United States",
        "France",
        "the European Union",
    ]


ACTIONS = [
    "deploy troops", "supply lethal weapons", "intervention", "withdraw", "lift sanctions", "attack",
    "respond", "say", "", "use nuclear weapons", "more strikes", "cross a red line", "zzz qqq",
    "hold talks", "if", "42", "supply weapons to North", "step",
]  # fmt: skip
TEXT = "North and South and West fear that East could attack unless talks begin, they said. " * 3
ids = st.sampled_from([None, "north", "south", "west", "east", "if", "9th army", "person"])


@st.composite
def any_claims(draw):
    made = []
    for k in range(draw(st.integers(0, 9))):
        start = draw(st.integers(0, len(TEXT) - 2))
        end = draw(st.integers(start + 1, min(len(TEXT), start + 80)))
        words = draw(st.sampled_from(["", "unless talks begin", "North attacks", TEXT[start:end]]))
        because = draw(st.lists(st.sampled_from([f"c{j}" for j in range(k + 2)]), max_size=2))
        made.append(
            Claim(
                id=f"c{k}", document="d1", kind=draw(st.sampled_from(KINDS)), actor=draw(ids),
                action=draw(st.sampled_from([None, *ACTIONS])),
                event=draw(st.sampled_from([None, *PLOVER])), target=draw(ids),
                status=draw(
                    st.sampled_from(
                        [None, "done", "ongoing", "planned", "threatened", "considered", "possible",
                         "demanded", "ruled_out"]
                    )
                ),
                negated=draw(st.booleans()), speaker=draw(ids), likelihood=None, date=None,
                condition=words or None, quote=TEXT[start:end], start=start, end=end,
                irreversible=draw(st.booleans()), low=draw(st.sampled_from([None, 0.1])), high=0.4,
                doer=draw(ids), because=tuple(because),
            )
        )  # fmt: skip
    return tuple(made)


@settings(deadline=None, max_examples=60)
@given(any_claims())
def test_no_claims_whatever_break_it(claims):
    """Drafts are valid, grounded and the same whatever the order of the claims."""
    actors = tuple(
        Actor(one, one.title(), (("d1", TEXT.find(one.title()), TEXT.find(one.title()) + len(one)),)
              if one.title() in TEXT else (), "party", "person" if one == "person" else "state")
        for one in ("north", "south", "west", "east", "if", "9th army", "person")
    )  # fmt: skip
    reading = Reading((Document("d1", "", "2020-01-01", "x", TEXT),), actors, claims)
    conflict = draft(reading)
    assert faults(conflict).found == []
    assert warnings(conflict) == []
    if conflict.option_names():
        assert game(conflict).status_quo is not None
    assert loads(dumps(conflict)) == conflict
    for maker in conflict.decision_makers.values():
        for part in (maker, *maker.options.values(), *maker.priorities):
            assert part.because or part.assumed
            assert set(part.because) <= set(conflict.evidence)
    assert draft(dataclasses.replace(reading, claims=claims[::-1])) == conflict


def test_a_demand_without_a_speaker_is_made_by_who_demands_there():
    text = (
        "North has deployed troops. South demanded that North withdraw its troops. South may arm."
    )
    made, say = report(text, north="North", south="South")
    say(
        "event",
        "North has deployed troops",
        "north",
        "deploy troops",
        event="MOBILIZE",
        status="done",
    )
    say(
        "event",
        "South demanded that North withdraw its troops",
        "south",
        "demand",
        event="REQUEST",
        status="done",
        target="north",
    )
    say(
        "option",
        "North withdraw its troops",
        "north",
        "withdraw its troops",
        event="RETREAT",
        status="demanded",
    )
    say("option", "South may arm", "south", "deploy ships", event="MOBILIZE", status="possible")
    assert "!north.troops" in statements(draft(made.reading()), "south")


def test_a_red_line_told_in_a_whole_sentence():
    text = "North has called a declaration of independence by South a red line."
    made, say = report(text, north="North", south="South")
    say("red_line", text, "north", text, doer="south")
    assert draft(made.reading()).red_lines[0].against == "south.independence"


def test_a_threat_of_sanctions_is_no_sanction():
    text = "West threatened sanctions against North."
    made, say = report(text, north="North", west="West")
    say(
        "event", text, "west", "threaten sanctions", event="THREATEN", status="done", target="north"
    )
    say(
        "option",
        text,
        "west",
        "impose sanctions",
        event="SANCTION",
        status="threatened",
        target="north",
    )
    conflict = draft(made.reading())
    assert conflict.status_quo == []
    assert conflict.decision_makers["west"].options["sanction"].status == "threatened"


def test_what_hangs_on_a_condition_is_not_planned():
    text = "South will sign a treaty if North opens the border."
    made, say = report(text, north="North", south="South")
    then = say(
        "option",
        "South will sign a treaty",
        "south",
        "sign a treaty",
        event="AGREE",
        status="planned",
        speaker="south",
    )
    when = say(
        "option",
        "North opens the border",
        "north",
        "open the border",
        event="CONCEDE",
        status="demanded",
        target="south",
    )
    say(
        "conditional",
        text[:-1],
        "south",
        "sign a treaty",
        event="AGREE",
        status="planned",
        condition="if North opens the border",
        because=(then, when),
        speaker="south",
    )
    conflict = draft(made.reading())
    assert conflict.decision_makers["south"].options["agree"].status == "possible"
    assert conflict.decision_makers["north"].options["open_border"].status == "possible"
    assert statements(conflict, "south")[0] == "agree if north.open_border"


def test_an_ending_belongs_to_who_does_what_shall_end():
    text = "West has sent frigates. North wants the frigates withdrawn and may close the base."
    made, say = report(text, north="North", west="West")
    say("event", "West has sent frigates", "west", "send frigates", event="MOBILIZE", status="done")
    say(
        "option",
        "the frigates withdrawn",
        "north",
        "withdraw the frigates",
        event="RETREAT",
        status="demanded",
        speaker="north",
    )
    say(
        "option",
        "may close the base",
        "north",
        "close the base",
        event="COERCE",
        status="threatened",
        speaker="north",
    )
    conflict = draft(made.reading())
    assert conflict.option_names() == ["west.ships", "north.close_base"]
    assert "!west.ships" in statements(conflict, "north")
    assert "close_base if west.ships" in statements(conflict, "north")


def test_not_doing_it_is_no_other_act():
    text = "South said it would give no help. West may help South with weapons."
    made, say = report(text, south="South", west="West")
    say(
        "option",
        "it would give no help",
        "south",
        "give no weapons",
        event="AID",
        status="possible",
    )
    say("option", "West may help", "west", "send weapons", event="AID", status="possible")
    option = draft(made.reading()).decision_makers["south"].options["weapons"]
    assert (option.status, option.label) == ("ruled_out", "give weapons")


def test_a_red_line_is_against_the_act_within_its_words():
    text = "Debate about a troop deployment by South, a red line set by North, goes on."
    made, say = report(text, north="North", south="South", west="West")
    say(
        "option",
        "troop deployment by South",
        "south",
        "deploy troops",
        event="MOBILIZE",
        status="considered",
    )
    say("red_line", text[:-9], "north", "debate", doer="west")
    assert [line.against for line in draft(made.reading()).red_lines] == ["south.troops"]


def test_cooperation_is_no_attack():
    text = "North may attack. If North and West deepen their military cooperation, South will arm."
    made, say = report(text, north="North", west="West", south="South")
    say("option", "North may attack", "north", "attack", event="ASSAULT", status="possible")
    together = say(
        "option",
        "North and West deepen their military cooperation",
        "north",
        "deepen their military cooperation",
        status="possible",
        target="west",
    )
    then = say(
        "option", "South will arm", "south", "deploy troops", event="MOBILIZE", status="planned"
    )
    say(
        "conditional",
        text.partition(". ")[2][:-1],
        "south",
        "deploy troops",
        event="MOBILIZE",
        status="planned",
        condition="If North and West deepen their military cooperation",
        because=(together, then),
        speaker="south",
    )
    conflict = draft(made.reading())
    assert list(conflict.decision_makers["north"].options) == ["attack", "cooperation"]
    assert "troops if north.cooperation" in statements(conflict, "south")


def test_a_passive_without_an_agent_is_the_act_of_who_is_said_to_do_it():
    text = "West provides weapons to South. East may send lethal weapons. The weapons provided to South."
    made, say = report(text, west="West", east="East", south="South")
    say(
        "event",
        "West provides weapons to South",
        "west",
        "provide weapons",
        event="AID",
        status="ongoing",
        target="south",
    )
    say(
        "option",
        "East may send lethal weapons",
        "east",
        "send lethal weapons",
        event="AID",
        status="possible",
        target="south",
    )
    say(
        "event",
        "provided to South",
        "east",
        "provide weapons",
        event="AID",
        status="done",
        target="south",
    )
    conflict = draft(made.reading())
    assert conflict.option_names() == ["west.weapons", "east.lethal_weapons"]
    assert conflict.status_quo == ["west.weapons"]


def test_support_says_that_it_helps_and_not_with_what():
    text = "East may send weapons to South. East supports South."
    made, say = report(text, east="East", south="South")
    say(
        "option",
        "East may send weapons",
        "east",
        "send weapons",
        event="AID",
        status="possible",
        target="south",
    )
    say(
        "event",
        "East supports South",
        "east",
        "support South",
        event="SUPPORT",
        status="ongoing",
        target="south",
    )
    conflict = draft(made.reading())
    assert (conflict.option_names(), conflict.status_quo) == (["east.weapons"], [])


def test_if_it_fails_means_if_it_is_not():
    text = "West is mediating. If the mediation fails, East will send weapons."
    made, say = report(text, west="West", east="East")
    talks = say(
        "option", "the mediation fails", "west", "mediation", event="CONSULT", status="possible"
    )
    then = say(
        "option", "East will send weapons", "east", "send weapons", event="AID", status="planned"
    )
    say(
        "conditional",
        text.partition(". ")[2][:-1],
        "east",
        "send weapons",
        event="AID",
        status="planned",
        condition="If the mediation fails",
        because=(talks, then),
    )
    assert "weapons if !west.mediate" in statements(draft(made.reading()), "east")
