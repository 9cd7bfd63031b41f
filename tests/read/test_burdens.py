"""What weighs on who would act: opinion, money, time, others' leave, and what is none."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

BURDENS = [
    "The law forbids the Kenyan army to enter.",
    "Decisions on Chad require unanimity.",
    "Most Danes oppose a war, polls show.",
    "Few Americans support a landing.",
    "A majority of Georgian voters distrust the ministry.",
    "The Spanish public has turned against the mission.",
    "The Greek premier fears a backlash.",
    "Neither side wants a war, diplomats in Algiers say.",
    "Kenyan conscripts refuse to serve abroad.",
    "The war costs Moscow 300 million dollars a day.",
    "Ghana said that it would send no troops.",
    "Hezbollah has been badly weakened.",
    "Iranian batteries have not been replaced.",
    "It would take Estonia years to build such a force.",
    "The marshes make an Ethiopian advance impossible.",
    "Jordan relies on American aid.",
    "Taiwan buys nearly all of its gas abroad.",
    "France no longer has the aircraft.",
    "The Hyderabad army has hardly any artillery.",
    "Swiss law bans the sale of arms to countries at war.",
    "The treaty does not oblige Washington to send troops.",
    "Austria is bound by its neutrality.",
    "Any text would be vetoed by Russia.",
    "The bill has been stuck in Congress, and Kyiv waits.",
    "The African force exists mainly on paper.",
    "Egypt is heavily indebted.",
    "Pakistan is on the brink of default.",
    "The peacekeepers may use force only in self-defence.",
    "No European state has the ships to clear the strait.",
    "Support for the war is falling in Israel.",
    "Washington fears being drawn into a wider war.",
    "The law requires the president to inform Congress within 48 hours.",
    "Venezuela owes China 19 billion dollars.",
    "There is no mechanism to enforce the Sudanese truce.",
    "The winter makes an offensive unlikely before spring.",
    "The Senate has yet to ratify the treaty.",
]

NONE = [
    "Most Danes live in towns.",
    "95 percent of voters backed the Venezuelan plan.",
    "Guatemala had opposed the proposal.",
    "The raid cost the Saudi crew their lives.",
    "Iran blocked the road.",
    "The Chilean minister is not hard to find.",
    "Poland has only recently joined the group.",
    "The Somali spokesman has no information on casualties.",
    "The two armies of Korea are parted by a river.",
    "Officials in Lima could not confirm the report.",
    "Italy received the zone less a few villages.",
    "Turkey said that its patience was exhausted.",
    "The war lasted three years, and Kenya kept out of it.",
    "The Thai submarine stayed on station a third longer.",
    "Many in Yerevan thought that the town would be next.",
    "Elections were held in Burundi in July.",
    "Norway sent help without permission.",
    "The court has ruled on the Somali border.",
    "There is no doubt in Lima that the deal will hold.",
    "Nobody in Cairo wanted to go into the weekend without news.",
    "The coalition bombed Hodeidah on Monday.",
    # what somebody has done is an act
    "Russia has vetoed three resolutions on Syria.",
    "The Soviet Union vetoed resolutions that called for a truce.",
    "Mexico refused permission for such a flight to land.",
    "The opposition in Maseru rejects that.",
    "The Security Council bans exports of coal.",
    # what once was so, or what a law only mentions
    "Libya had bought several hundred tanks from Moscow.",
    "Argentina was not consulted as the statute of 1975 requires.",
    "Chad told them that nothing could be achieved.",
    "The raid had made things awkward for everybody in Oman.",
]


def _burdens(text: str) -> list[str]:
    return [claim.quote for claim in extract(article(text)) if claim.kind == "constraint"]


@pytest.mark.parametrize("text", BURDENS)
def test_a_burden_is_found(text: str) -> None:
    assert _burdens(text)


@pytest.mark.parametrize("text", NONE)
def test_what_weighs_on_nobody_is_none(text: str) -> None:
    assert _burdens(text) == []
