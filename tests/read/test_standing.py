"""Parties and bystanders by chance: the signs, the two limits, and where the rules stand."""

import math

import pytest

from detente.read.article import article
from detente.read.reading import extract
from detente.read.signing import signed
from detente.read.standing import LEAST_BYSTANDER, LEAST_PARTY, party_chance, signs, told_apart
from detente.read.text.words import table
from detente.read.who.actors import gazetteer

QUARREL = (
    "Peru closed its border with Chile on Monday. Chile recalled its ambassador from Lima. "
    "Peru said that it would not yield, and Chile accused it of blackmail. "
    "Ministers from Chile, Peru{third} met in Quito. The talks failed within a day. "
    "Peru sent two frigates to the strait. Chile protested, and the markets fell. {last}"
)


def roles(text: str) -> dict[str, str]:
    here = article(text)
    return {each.id: each.role for each in told_apart(here, extract(here))}


def test_whom_the_text_only_joins_to_parties_by_name_is_a_party_after_all() -> None:
    text = QUARREL.format(third="", last="It was an affair of Peru, Chile and Bolivia.")
    assert "bolivia" in article(text).passing
    assert roles(text) == {"peru": "party", "chile": "party", "bolivia": "party"}


def test_whose_people_or_goods_are_only_named_is_not() -> None:
    text = QUARREL.format(third="", last="An old Belgian clock stopped.")
    assert roles(text) == {"peru": "party", "chile": "party", "belgium": "bystander"}


def test_a_short_text_is_left_to_the_rules() -> None:
    text = "Peru warned Chile. It was an affair of Peru, Chile and Bolivia."
    here = article(text)
    assert here.passing == {"bolivia"}
    assert roles(text)["bolivia"] == "bystander"


@pytest.mark.parametrize(
    ("third", "last", "actor"),
    [
        (" and the rebels", "Chile warned the rebels.", "rebels"),
        ("", "Peru, Chile and the international community fell silent.", "international_community"),
    ],
)
def test_a_group_without_a_name_is_made_no_party(third: str, last: str, actor: str) -> None:
    text = QUARREL.format(third=third, last=last)
    assert actor in article(text).passing
    assert roles(text)[actor] == "bystander"


@pytest.mark.parametrize(
    "last", ["An old Belgian clock stopped.", "Bolivia looked on.", "NATO was silent on Cyprus."]
)
def test_roles_and_signs_are_as_defined(last: str) -> None:
    here = article(QUARREL.format(third=" and Ecuador", last=last))
    claims = extract(here)
    seen = signs(here, claims)
    kept = signed(claims)[0]
    weights = table("standing")["party"]
    assert set(seen) == {each.id for each in here.cast.values() if each.role == "party"}
    for each in told_apart(here, claims):
        mine = seen[each.id]
        assert all(0 < value <= 1 for value in mine.values())
        score = weights["constant"] + sum(
            weights[sign] * value for sign, value in mine.items() if sign in weights
        )
        assert party_chance(mine) == pytest.approx(1 / (1 + math.exp(-score)))
        assert ("does" in mine) == any(
            claim.actor == each.id for claim in kept if claim.kind in {"event", "option"}
        )
        assert ("unlisted" in mine) == (each.id not in gazetteer().kinds)
        if each.kind not in {"group", "region", "bloc"}:
            least = LEAST_BYSTANDER if each.id in here.passing else LEAST_PARTY
            assert (each.role == "party") == (party_chance(mine) >= least)


def test_acts_that_are_left_open_are_no_sign() -> None:
    here = article("Rebels shelled the port of Callao. Peru accused Chile.")
    claims = extract(here)
    kept, left = signed(claims)
    open_alone = {claim.actor for claim in left} - {claim.actor for claim in kept}
    assert "rebels" in open_alone
    seen = signs(here, claims)
    assert "does" in seen["peru"]
    assert not [each for each in open_alone & set(seen) if "does" in seen[each]]
