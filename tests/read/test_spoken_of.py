"""Speech that is only spoken of makes no saying; what looks like it and is one does."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

NOBODYS = [
    ("Several analysts suspect that Chad has offered to finance it.", ["analysts"]),
    ("Diplomats in Brussels said Germany was pressing for an exemption.", ["diplomats"]),
    (
        "Peru is quietly asking Chile and Brazil for help, two diplomats familiar with the matter said.",
        ["diplomats"],
    ),
    ("France avoided raising the question of the border.", []),
    ("Kenya has stopped demanding the return of the island.", []),
    ("Peru joined Chile in demanding their release.", []),
    ("Washington could help by offering to ease the sanctions.", []),
    ("Peru gave up its demand that the talks be held in Lima.", []),
    ("India turned down Nepal's request for a meeting of the ministers.", []),
    ("Students broke into the hall to protest against the deal.", []),
    ("Saudi Arabia sent a deputy minister to Washington to plead for restraint.", []),
    ("Russia said that it was unacceptable to lecture the kingdom on human rights.", ["russia"]),
    ("The fighting in Sudan threatens to spread to Chad.", []),
]
SOMEBODYS = [
    ("Peru began by repudiating the raid as the work of Communists.", ["peru"]),
    (
        "The talks went on for a week, with China and Russia insisting on a milder text.",
        ["china"],
    ),
    ('"We have full evidence," Jiang was quoted by the agency as saying.', ["jiang"]),
    (
        "If troops were to enter the valley, Morocco gave warning, it would not consider itself bound.",
        ["morocco"],
    ),
    ("Russia protested; its envoy asked whether Britain meant it.", ["russia", "russia"]),
    ("Chad threatened to close the border.", ["chad"]),
    ("Kennedy wrote to suggest that the talks be held in Vienna.", ["united_states"]),
    ("A call by Peru for a truce went unheard.", ["peru"]),
    (
        "A judge could order the release of the ship, which Chile has demanded, calling it a hostage.",
        ["chile", "chile"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), NOBODYS + SOMEBODYS)
def test_who_is_heard(text: str, speakers: list[str]) -> None:
    assert [claim.speaker for claim in extract(article(text))] == speakers


RESTRICTIVE = [
    "The affair is awkward for a government that has criticised Zimbabwe for sending soldiers.",
    "The Council is likely to issue a statement that deplores the attack.",
    "The patrol walked towards a group of Chinese who were shouting slogans.",
    "In the agreement of 1936 Germany recognised Austria, and Austria undertook to conduct a policy of its own.",
    "Japan holds the rocks, which both Koreas claim.",
    "The line runs through waters claimed by Greece.",
]


@pytest.mark.parametrize("text", RESTRICTIVE)
def test_what_only_tells_which_is_meant_is_no_saying(text: str) -> None:
    assert not list(extract(article(text)))


def test_an_aside_with_who_is_one() -> None:
    found = extract(article("The talks failed for Amin, who had offered to settle the matter."))
    assert len(list(found)) == 1
