"""What weighs on who would act: opinion, money, time, others' leave, and what is none."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

BURDENS = [
    "Most Danes oppose a war, polls show.",
    "Few Americans support a landing.",
    "A majority of Georgian voters distrust the ministry.",
    "The Spanish public has turned against the mission.",
    "The Greek premier fears a backlash.",
    "Neither side wants a war, diplomats in Algiers say.",
    "Kenyan conscripts refuse to serve abroad.",
    "The war costs Moscow 300 million dollars a day.",
    "Hungary has blocked the release of the funds.",
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
]


def _burdens(text: str) -> list[str]:
    return [claim.quote for claim in extract(article(text)) if claim.kind == "constraint"]


@pytest.mark.parametrize("text", BURDENS)
def test_a_burden_is_found(text: str) -> None:
    assert _burdens(text)


@pytest.mark.parametrize("text", NONE)
def test_what_weighs_on_nobody_is_none(text: str) -> None:
    assert _burdens(text) == []
