"""Blows held ready for whoever does a thing, and warnings of what would come of an act, in our own sentences."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

DRAWN = [
    # whoever does it, by many words for being ready
    "Peru said it was ready to sink ships that enter its waters without permission.",
    "Peru has threatened sanctions against those who obstruct the peace process.",
    "Chile said it would take firm action against intruding vessels.",
    "The Kenyan navy has orders to fire on vessels that approach the island.",
    "Warsaw said it would shoot down drones entering its airspace.",
    "Warsaw vowed to shoot down drones that entered its airspace.",
    "Warsaw's law allows soldiers to shoot at anyone who breaches the fence.",
    "Morocco was determined to react, with all its might, to any threat.",
    "Sudan said it had given the army a green light to respond to any provocation.",
    "The rebels have threatened to kill the captives at the first sign of a rescue attempt.",
    "Russia sent two more ships, with orders to shoot if they are attacked.",
    "The president threatened to cut off aid to countries that voted for the resolution.",
    "The company threatened to sue anyone who bought Iranian oil.",
    # what would come of another's act
    "The rebel leader warned that fighting would resume if Taylor did not step down.",
    "Morocco warns that relations will get worse if Spain lets him leave.",
    "Ghana insists that no gas be drilled for before an agreement is reached.",
    "Beijing told the firms to stop buying from Vilnius or lose access to its market.",
    "Peru said it would regard a landing as an act of war.",
    # ties cut, refusals that are answered, what may not be while another does a thing
    "Peru will break off relations with any country that recognises the island.",
    "Iraq's refusal to disarm will result in military conflict, Washington said.",
    "Peru said there could be no talks as long as Chilean troops remained on the island.",
    "Kenya gave Uganda until Monday to free the men held in Kampala or face sanctions.",
    "Oslo warned Copenhagen against crossing what it called a red line.",
]

NONE = [
    "Poland shot down drones that entered its airspace.",
    "The court ordered the state to compensate those who lost land.",
    "The committee has the power to punish members who had missed meetings.",
    "The army promised to punish the soldiers who had killed the protesters.",
    "The navy was told to protect ships that enter the bay.",
    "Peru will suspend exports of weapons that could be used in the war.",
    "Peru told Chile's sponsors to rein in those who were playing at war.",
    "Peru promised to answer any request for help.",
    "Ukraine vowed to retake every village.",
    "The UN warned that famine would follow if the fighting went on.",
    "Kenya warned that the disease would spread if nothing was done.",
    "Kenya insisted that no money be wasted.",
    "Kenya threatened to resign from the committee if it was not heard.",
    "Peru said it would not let him leave the country.",
    "Peru would not allow reporters to visit the camp.",
    "The talks will resume if both sides agree.",
    "The failure of the talks would lead to war, Peru's minister said.",
    "Peru broke off relations with Chile.",
    "Kenya gave the committee until Monday to report or to ask for more time.",
]


def _lines(text: str) -> list[str]:
    return [claim.quote for claim in extract(article(text)) if claim.kind == "red_line"]


@pytest.mark.parametrize("text", DRAWN)
def test_a_line_is_drawn_for_whoever_comes(text: str) -> None:
    assert len(_lines(text)) == 1


@pytest.mark.parametrize("text", NONE)
def test_what_waits_for_nobody_is_no_line(text: str) -> None:
    assert _lines(text) == []


def test_whoever_is_struck_is_told_by_who_holds_the_blow_ready() -> None:
    text = article("Peru said on Monday it was ready to sink ships that enter its waters.")
    [line] = [claim for claim in extract(text) if claim.kind == "red_line"]
    assert line.actor == "peru"
    assert line.quote == "it was ready to sink ships that enter its waters"
