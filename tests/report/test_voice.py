"""Statements, states and unknowns are put into the conflict's own words."""

import pytest
from report import makers

from detente.forecast.result import Driver
from detente.model.conflict import Conflict
from detente.report.hinges import aim, hinge, telling, wanted
from detente.report.voice import voice


@pytest.fixture(scope="module")
def speaking():
    return voice(makers.conflict(), makers.game())


@pytest.mark.parametrize(
    ("statement", "owner", "said"),
    [
        ("escorts", "league", "the Harbour League sends escorts into the Selin Strait"),
        ("!karsk.mine", "league", "Karsk does not mine the strait"),
        ("mine if league.escorts", "karsk",
         "Karsk mines the strait if the Harbour League sends escorts into the Selin Strait"),
        ("!(mine & jets)", "karsk",
         "Karsk does not mine the strait or Karsk does not give Norrland fighter jets"),
        ("!(mine if jets)", "karsk",
         "Karsk gives Norrland fighter jets but Karsk does not mine the strait"),
        ("mine iff jets", "karsk",
         "Karsk mines the strait if, and only if, Karsk gives Norrland fighter jets"),
        ("mine & (jets | league.escorts)", "karsk",
         ("Karsk mines the strait, and Karsk gives Norrland fighter jets or the Harbour League "
         "sends escorts into the Selin Strait")),
        ("no such option", "karsk", "no such option"),
    ],
)  # fmt: skip
def test_statements_are_said_as_clauses(speaking, statement, owner, said):
    assert speaking.statement(statement, owner) == said


@pytest.mark.parametrize(
    ("statement", "said", "infinitive"),
    [
        ("mine", "to mine the strait", "to mine the strait"),
        ("!mine", "not to mine the strait", "not to mine the strait"),
        ("!!mine", "to mine the strait", "to mine the strait"),
        ("!tavia.missiles", "Tavia not to supply coastal missiles to Orlan",
         "to have Tavia not supply coastal missiles to Orlan"),
        ("jets if tavia.missiles",
         "to give Norrland fighter jets if Tavia supplies coastal missiles to Orlan",
         "to give Norrland fighter jets if Tavia supplies coastal missiles to Orlan"),
        ("mine | jets", "it so that Karsk mines the strait or Karsk gives Norrland fighter jets",
         "to have it so that Karsk mines the strait or Karsk gives Norrland fighter jets"),
    ],
)  # fmt: skip
def test_wishes_follow_wants(speaking, statement, said, infinitive):
    assert wanted(speaking, 2, statement) == said
    assert aim(speaking, 2, statement) == infinitive


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        ("karsk: holds !tavia.missiles", "Karsk wants Tavia not to supply coastal missiles to Orlan"),
        ("karsk: wants mine", "Karsk wants to mine the strait"),
        ("league: puts !escorts first",
         "it is among the first aims of the Harbour League not to send escorts into the Selin Strait"),
        ("tavia: looks ahead as nash", "Tavia looks no further than its own move"),
        ("league.escorts: capability constraint binds",
         "a lack of means keeps the Harbour League from sending escorts into the Selin Strait"),
        ("league.escorts: law constraint binds (2)",
         "the law keeps the Harbour League from sending escorts into the Selin Strait"),
        ("something else of karsk", "something else of Karsk"),
    ],
)  # fmt: skip
def test_unknowns_follow_if(speaking, unknown, said):
    assert hinge(speaking, Driver(unknown, 0.5, 0.1, 0.4)) == said


def test_all_ways_of_looking_ahead_are_one_matter():
    looks = [
        Driver(f"a: looks ahead as {c}", 1, 0, 1, shift=s) for c, s in (("nash", 0.1), ("gmr", 0.3))
    ]
    other = Driver("a: holds x", 1, 0, 1, shift=0.2)
    assert [d.unknown for d in telling((*looks, other), 5)] == [
        "a: looks ahead as gmr",
        "a: holds x",
    ]


def test_states_are_named_by_what_differs_from_now(speaking):
    assert speaking.outcome(16) == "the present state"
    assert speaking.outcome(2) == (
        "the outcome in which Tavia supplies coastal missiles to Orlan and Norrland stops sending "
        "volunteers to the Karsk fleet"
    )


def test_a_conflict_can_be_named_without_its_game():
    assert voice(makers.conflict()).clause(3) == "Karsk gives Norrland fighter jets"


def test_ids_in_a_note_become_words(speaking):
    assert speaking.readable("Nothing says how far tavia looks at karsk.mine.") == (
        "Nothing says how far Tavia looks at “mine the strait”."
    )


def test_an_id_that_is_a_word_becomes_a_name_only_where_one_stands():
    made = Conflict(status_quo=[])
    made.add("a", name="Aldova", options=["act"], priorities=[])
    made.add("us", name="United States", options=["aid"], priorities=[])
    speaking = voice(made)
    assert speaking.readable("Nothing says how far us, a look ahead.") == (
        "Nothing says how far the United States, Aldova look ahead."
    )
    said = "Nothing says whether two parties can agree on a step together."
    assert speaking.readable(said) == said
