"""Effects as plain reports tell them: who suffers what, what fell by how much, what nobody could do."""

import pytest

from detente.read.ahead import conditionals
from detente.read.ahead.consequences import by_rule
from detente.read.article import article
from detente.read.findings import extract
from detente.read.grammar.predicates import predicates

EFFECTS = [
    "Grain exports from the port have fallen by half.",
    "The price of bread in Kabul has nearly doubled.",
    "Tourism from China fell to almost nothing.",
    "Officials hinted that aid to the country could be affected.",
    "The two envoys warned that relations would be damaged.",
    "Malta would be forced to choose sides, the paper wrote.",
    "The damage to the alliance would be grave.",
    "The cost for Chad is heavy.",
    "The blockade has cost Zambia 300 million dollars.",
    "The coup showed that the treaty was dead.",
    "The raid led Kenya to close its border.",
    "Turkey will cut the pipeline next month, which means that exports will stop.",
    "The strike brought the port to a standstill.",
    "The affair has moved Greece closer to Egypt.",
    "Diplomats fear a blockade that would cut the island's food supply.",
    "The war strengthened the king, whereas it weakened the army.",
    "The war confirmed the power of the generals.",
    "An interview with the minister led to protests in the capital.",
    "Peru kept its ships at home, which made them useless for the blockade.",
    "If Iran mines the strait, no insurer will cover a tanker.",
    "If the talks fail, the president may not be able to hold back the army.",
    "Unfriendly steps of this kind will inevitably lead to a response, the ministry said.",
]

NO_EFFECTS = [
    "The price of bread was discussed.",
    "Exports are up to the ministry.",
    "He did not say whether aid could be affected.",
    "In no event would Portugal be drawn into the war.",
    "The corridor would be left out of the treaty.",
    "The letter showed that he had known.",
    "Photographs showed that the bridge was down.",
    "The bridge cost China four billion dollars.",
    "It has cost few lives.",
    "The party, which leads in the polls, opposes the deal.",
    "No vote would be held.",
    "Only talks could end the war.",
    "Two measures would change the picture.",
    "The road leads to the port.",
]


def _by_rule(text: str) -> list[str]:
    here = article(text)
    found = by_rule(here, predicates(here.doc), conditionals.find(here))
    return [here.text[start:end] for start, end, *_ in found]


@pytest.mark.parametrize("text", EFFECTS)
def test_the_effect_is_found(text: str) -> None:
    claims = [claim for claim in extract(article(text)) if claim.kind == "consequence"]
    assert claims, text
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)


@pytest.mark.parametrize("text", NO_EFFECTS)
def test_what_brings_nothing_about_is_no_effect(text: str) -> None:
    assert not _by_rule(text)
