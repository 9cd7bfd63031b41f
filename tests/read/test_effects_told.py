"""Effects told in many ways, each of another act, and what has none."""

import pytest

from detente.read.ahead import conditionals
from detente.read.ahead.consequences import by_rule
from detente.read.article import article
from detente.read.grammar.predicates import predicates

EFFECTS = [
    ("The raid led to a wider war.", "The raid led to a wider war"),
    ("The raid left the village without water.", "The raid left the village without water"),
    ("The blockade left Qatar dependent on Iran.", "The blockade left Qatar dependent on Iran"),
    (
        "The collapse of the talks paved the way for war.",
        "The collapse of the talks paved the way for war",
    ),
    (
        "As a result, the border between Chad and Libya was closed.",
        "As a result, the border between Chad and Libya was closed",
    ),
    (
        "Chad shut the border, with the effect that traders lost their market.",
        "Chad shut the border, with the effect that traders lost their market",
    ),
    (
        "Chad shut the border, with the result that prices doubled.",
        "Chad shut the border, with the result that prices doubled",
    ),
    ("An attack would trigger a regional war.", "An attack would trigger a regional war"),
    (
        "An attack would raise the risk of a regional war.",
        "An attack would raise the risk of a regional war",
    ),
    ("A strike could draw Iran into the war.", "A strike could draw Iran into the war"),
    ("The strike drew Iran into the war.", "The strike drew Iran into the war"),
    ("The strike brought Iran into the war.", "The strike brought Iran into the war"),
    ("The mobilisation set off a chain of others.", "The mobilisation set off a chain of others"),
    ("The war cost Ethiopia a tenth of its budget.", "The war cost Ethiopia a tenth of its budget"),
    ("The ultimatum made war all but certain.", "The ultimatum made war all but certain"),
    (
        "The ultimatum made it impossible for Serbia to give way.",
        "The ultimatum made it impossible",
    ),
    ("The embargo has halved Serbia's trade.", "The embargo has halved Serbia's trade"),
    ("The embargo drove prices up.", "The embargo drove prices up"),
    (
        "The embargo pushed the dinar to a record low.",
        "The embargo pushed the dinar to a record low",
    ),
    ("The embargo forced the factories to close.", "The embargo forced the factories to close"),
    ("Thousands fled as a result of the raid.", "Thousands fled as a result of the raid"),
    ("The border was closed, stranding thousands of lorries.", "stranding thousands of lorries"),
    (
        "Turkey shot down the jet, bringing the two countries to the brink of war.",
        "bringing the two countries to the brink of war",
    ),
    ("The defeat cost the premier his office.", "The defeat cost the premier his office"),
    ("The defeat brought down the government.", "The defeat brought down the government"),
    ("The landing changed everything.", "The landing changed everything"),
    ("The landing turned a quarrel into a war.", "The landing turned a quarrel into a war"),
    ("The treaty ended a dispute of forty years.", "The treaty ended a dispute of forty years"),
    ("Annexation would mean the end of the treaty.", "Annexation would mean the end of the treaty"),
    ("Annexation would bring sanctions.", "Annexation would bring sanctions"),
    ("Annexation would isolate Moscow.", "Annexation would isolate Moscow"),
    ("Annexation would close the door to talks.", "Annexation would close the door to talks"),
    (
        "Annexation would make a return to talks impossible.",
        "Annexation would make a return to talks impossible",
    ),
    ("Annexation would spell ruin for the port.", "Annexation would spell ruin for the port"),
    (
        "If the dam broke, a million people would be without homes.",
        "a million people would be without homes",
    ),
    ("If the dam broke, the city would be flooded.", "the city would be flooded"),
    ("The bridge was blown up, cutting off the island.", "cutting off the island"),
    ("The bridge was blown up; the island was thereby cut off.", "the island was thereby cut off"),
    ("The bridge was blown up, which cut off the island.", "which cut off the island"),
    ("This meant that the island was cut off.", "This meant that the island was cut off"),
    ("That cut off the island.", "That cut off the island"),
    ("The price was a decade of isolation.", "The price was a decade of isolation"),
    ("The outcome was a frozen front.", "The outcome was a frozen front"),
    ("The upshot was a frozen front.", "The upshot was a frozen front"),
    ("Its effect was to unite the Arabs.", "Its effect was to unite the Arabs"),
    (
        "The effect of the raid was to unite the Arabs.",
        "The effect of the raid was to unite the Arabs",
    ),
    ("The raid served only to unite the Arabs.", "The raid served only to unite the Arabs"),
    (
        "The canal stayed shut for eight years as a consequence.",
        "The canal stayed shut for eight years as a consequence",
    ),
    (
        "The raid strengthened the hand of the generals.",
        "The raid strengthened the hand of the generals",
    ),
    ("The raid robbed the talks of any sense.", "The raid robbed the talks of any sense"),
    ("The raid opened a rift between the allies.", "The raid opened a rift between the allies"),
    ("The raid dealt a blow to the talks.", "The raid dealt a blow to the talks"),
    ("The raid plunged the region into crisis.", "The raid plunged the region into crisis"),
    ("The raid unleashed a flood of refugees.", "The raid unleashed a flood of refugees"),
    ("The raid is likely to lead to a wider war.", "The raid is likely to lead to a wider war"),
    ("The raid threatens to ignite a wider war.", "The raid threatens to ignite a wider war"),
]

NO_EFFECTS = [
    "Egypt led the delegation to Geneva.",
    "The road leads to Damascus.",
    "The president left the capital.",
    "France would send troops.",
    "Kenya closed the border.",
    "The envoy made a speech.",
    "The minister raised the matter.",
    "Spain would be willing to talk.",
    "The treaty would be signed in Rome.",
    "The talks would resume on Monday.",
    "The army brought up its guns.",
    "The attack began at dawn.",
    "The talks ended at noon.",
]


def _by_rule(text: str) -> list[str]:
    here = article(text)
    found = by_rule(here, predicates(here.doc), conditionals.find(here))
    return [here.text[start:end] for start, end, *_ in found]


@pytest.mark.parametrize(("text", "quote"), EFFECTS)
def test_the_effect_is_found(text: str, quote: str) -> None:
    assert _by_rule(text) == [quote]


@pytest.mark.parametrize("text", NO_EFFECTS)
def test_moves_meetings_and_plans_have_no_effect_by_themselves(text: str) -> None:
    assert _by_rule(text) == []
