"""Whose an office, an army, a body or a person is, as seen in who speaks."""

import pytest

from detente.read.article import article
from detente.read.statements import extract
from detente.read.who.actors import slug

SPEAKERS = [
    # an office is of the state in whose city it sits
    (
        "Turkey sent jets. In Jerusalem the foreign ministry spoke of a folly. Israel waited.",
        ["israel"],
    ),
    (
        (
            "AMMAN, May 3 - Israel waited. Jordan closed the bridge, a step that "
            "a government spokesman in Jerusalem denounced."
        ),
        ["israel"],
    ),
    (
        "The United States waited. Peru wanted a fleet, said the Treasury in Lima.",
        ["peru"],
    ),
    ("Cyprus burned. The colonels in Athens denied that they had sent arms.", ["greece"]),
    ("Some in Lima argued that Chile would yield.", ["peru"]),
    # a government isn't the one that its own clause does something to
    ("Chile waited. Peru sent ships. The government asked Peru for a list.", ["chile"]),
    ("Peru sent ships to Chile. The government denounced the Peruvian envoy.", ["chile"]),
    # a land without an army has its state's
    ("NOUMEA, May 3 - France landed troops in New Caledonia. The army denied it.", ["france"]),
    # where a word shows that it has one it may be its own
    (
        "ERBIL, May 3 - The army of Kurdistan region moved. Iraqi Kurdistan waited. The army denied it.",
        ["iraqi_kurdistan"],
    ),
    # the council named last, with a state's own among them
    (
        (
            "The Security Council met. Iraq's demand came from the Revolutionary Command Council. "
            "Iraq waited. The council threatened to leave."
        ),
        ["iraq"],
    ),
    ("The Security Council met. The council demanded a truce.", ["united_nations"]),
    # a party isn't the American house
    ("The banned Nepali Congress accused the king of theft.", ["nepali_congress"]),
    ("Congress accused the king of theft.", ["united_states"]),
    # an embassy is a guest's
    (
        "LONDON, May 3 - Britain expelled ten Soviet officials. The embassy called it a farce.",
        ["soviet_union"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_whose_office_speaks(text: str, speakers: list[str]) -> None:
    assert [claim.speaker for claim in extract(article(text))] == speakers


PERSONS = [
    # whose troops somebody leads, and for whom somebody goes about
    (
        (
            "The United States waited. General Ida Holm, who commanded the United Nations troops "
            "in Bosnia, demanded a truce."
        ),
        "united_nations",
    ),
    ("Italy waited. Ida Holm for NATO demanded a truce.", "nato"),
    ("Ukraine fired. The Russian-installed mayor Ida Holm said that it was over.", "russia"),
    # an expert by what he does, but not an officer with a rank
    ('"Cyprus will wait," said Ida Holm, who teaches law in Nicosia.', "ida_holm"),
    # a people's name that is also a first name
    ('"Armenia will wait," said Karen Avagyan, a former negotiator.', "karen_avagyan"),
    # one of several by name is of their side, unless his own is told
    (
        (
            "AMMAN, May 3 - Israel's ministers met. They argued. The gates were a trap, said one of them, "
            "Regional Minister Ida Holm."
        ),
        "israel",
    ),
    ("A lawyer in Lima, Ida Holm, said that Chile had lied.", "ida_holm"),
    ("The families' lawyer, Ida Holm, said that Chile had lied.", "ida_holm"),
    # several states have a vice president: he is at home where the report is from
    (
        "LA PAZ, May 3 - Chile met the United States. Vice President Juan Holm said it was late.",
        "bolivia",
    ),
    # whom the parser took into a date
    (
        "Ghana's president, Kofi Mensah, left, and in March Mensah announced that Guinea would yield.",
        "ghana",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), PERSONS)
def test_whose_a_person_is(text: str, speaker: str) -> None:
    assert [claim.speaker for claim in extract(article(text))][-1:] == [speaker]


VOICES = [
    # a thing before a comma doesn't speak
    (
        (
            "Chad fired two rounds and then several shells across the line near Abeche, "
            "the defence ministry in Khartoum said, and Sudan fired back."
        ),
        ["sudan"],
    ),
    # those who are to keep calm don't ask for it
    ("Peru has confined itself to a call for restraint by all sides.", ["peru"]),
    ("A call by Peru for a truce was heard.", ["peru"]),
    # boards speak for whose they are
    ("Members of a trade delegation warned that Chile would pay.", ["delegation"]),
    # the trade before a person belongs to the name
    ("A grid worker said that it was dark.", ["grid_worker"]),
    ("Ten Nobel peace laureates asked for a truce.", ["nobel_peace_laureates"]),
    # a company by the name behind it
    ("It was dark, according to the state company Enervolt.", ["enervolt"]),
]


@pytest.mark.parametrize(("text", "speakers"), VOICES)
def test_which_noun_speaks(text: str, speakers: list[str]) -> None:
    assert [claim.speaker for claim in extract(article(text))] == speakers


SILENT = [
    "President Ida Holm of Peru ordered more aircraft to the Gulf.",
    "Peru's president ordered his lawyers to prepare a case.",
    "The senator called the press to his house.",
    "The rebels called themselves the Guardians of Peace.",
    "Talks would stop until Peru had explained itself.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_a_deed_or_a_name_is_no_saying(text: str) -> None:
    assert [c for c in extract(article(text)) if c.kind == "statement"] == []


def test_an_order_to_another_is_a_saying() -> None:
    text = 'Peru ordered Chile by radio to leave or "the consequences will be yours".'
    assert [claim.speaker for claim in extract(article(text))] == ["peru"]


def test_ids_have_no_accents() -> None:
    assert slug("Anna Kröger") == "anna_kroger"
    assert slug("Lech Wałęsa") == "lech_walesa"
