"""Obstacles in many words: who would not, who alone may, what is lacking or worn."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

OBSTACLES = [
    "No Arab state would send troops to police the strip.",
    "No government in Lima could survive such a retreat.",
    "Only the Senate can ratify the pact that Washington signed.",
    "An assault across the marsh would be slow and costly for the Ethiopian army.",
    "Chad's reserves cover barely three weeks of imports.",
    "Pakistan's economy has shrunk by a tenth in a year.",
    "Belgrade faces parliamentary elections in the spring.",
    "The lira has lost a third of its value, which ties Ankara's hands.",
    "Armenia's army is still recovering from the last war.",
    "British officers were forbidden to pursue the rebels across the border.",
    "By December the passes to Ladakh will be closed to Indian convoys.",
    "Bolivia had a single regiment in the Chaco.",
    "The Greek fleet has neither fuel nor crews.",
    "The alliance's charter says nothing on wars between members.",
    "Jordan imports most of its grain from Ukraine.",
    "The Kenyan parliament was not sitting, and no money could be voted.",
    "Kuwait lives off the oil that passes through the strait.",
    "The Turkish air force was superior but fully taken up with the Kurdish front.",
    "The public in Spain would not support another expedition.",
    "Three battalions would not suffice to hold the French enclave.",
    "If Finland resisted, it would resist alone.",
    "Any Israeli deputy who votes for withdrawal risks his seat.",
    "The president's own generals were divided over the Somali campaign.",
    "Peru's artillery was too light to breach the fort.",
]

NONE = [
    "Iran said it had no hostile intention.",
    "Hungary had no part in the raid.",
    "It is hard to believe that Libya fired first.",
    "If Jakarta could not end the violence, it should say so.",
    "Only three years before, Egypt had signed the treaty.",
    "The clash could not be ruled out, the Indian officer said.",
    "Turkish troops burned what they could not carry.",
    "Only Portugal voted against.",
    "Russia sent no ships.",
    "The Danish minister had nothing to do with the leak.",
]


def _obstacles(text):
    return [claim.quote for claim in extract(article(text)) if claim.kind == "constraint"]


@pytest.mark.parametrize("text", OBSTACLES)
def test_an_obstacle_is_found(text):
    assert _obstacles(text)


@pytest.mark.parametrize("text", NONE)
def test_what_hinders_nobody_is_no_obstacle(text):
    assert _obstacles(text) == []
