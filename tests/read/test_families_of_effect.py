"""Effects in the words of reporters and historians, and sentences that look like effects."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

EFFECTS = [
    "The defeat broke the spirit of the garrison.",
    "The raid lasted an hour. It cost Lima the goodwill of its neighbours.",
    "Traders fear that the cargo will be diverted for good.",
    "It could not be kept without driving Tirana into the arms of Moscow.",
    "The feud grew out of a raid on a salt caravan.",
    "One more sinking would be a gift to the war party.",
    "The shelling of the port drove thousands of dockers inland.",
    "That walk-out meant that the conference ended without a text.",
    "The seizure of the tanker cost Muscat the goodwill of the shipowners.",
    "The closure of the airspace forced airlines to fly around the Caucasus.",
    "The killing of the envoy prompted three neighbours to recall their ambassadors.",
    "The clash set off a scramble for ammunition in both capitals.",
    "The truce opened the way for an exchange of prisoners.",
    "The purge paved the way for a harder line.",
    "The embargo led, in turn, to smuggling on a grand scale.",
    "The loss of the bridge deprived the garrison of its only road.",
    "The ceasefire allowed the rebels to regroup.",
    "The intervention turned a quarrel over grazing into a war of two states.",
    "The dam was breached, with the result that two provinces went hungry.",
    "Ankara closed the crossing, leaving four hundred lorries stranded.",
    "Belgrade cut the line, forcing the mission to rely on radios.",
    "Riyadh cut its output, driving the price above a hundred dollars.",
    "The assassination brought the two republics to the edge of war.",
    "A blockade would trigger a run on the banks.",
    "The skirmishes could spiral into a general war.",
    "Any shot fired near the reactor could set the whole region alight.",
    "Losing the pass would open the plain to armoured columns.",
    "To withdraw now would hand the valley to the militias.",
    "To give in would be to invite the next demand.",
    "A strike would be a gift to the hardliners in Tehran.",
    "Annexation would be the end of the two-state idea.",
    "The quarrel poisoned relations for a generation.",
    "Trade between the two has never recovered.",
    "If the mandate lapsed, the observers would have to leave.",
    "Should the talks fail, the islanders would find themselves without a doctor.",
    "Were the strait to be mined, Japan would run out of fuel within sixty days.",
    "Without the pipeline Niger would lose half of its income.",
    "The crisis was sparked by the arrest of two priests.",
    "The exodus was brought about by the burning of the mosques.",
    "The border war, set off by a quarrel over a well, lasted for a month.",
    "The episode discredited the moderates in Khartoum.",
    "The defection left the president with four loyal battalions.",
    "It was a humiliation that brought down the cabinet.",
    "The decision emboldened the separatists.",
    "Never again did the two fleets exercise together.",
    "After the massacre no government in Dhaka would deal with them again.",
    "The sanctions are biting; they have cost the country a third of its exports.",
    "A single misread radar echo could start a war that nobody wants.",
    "Such a move would embarrass Paris and strengthen the hand of the generals.",
    "An oil spill there would ruin the fisheries of three states.",
    "The effect of the ban was to drive the trade underground.",
    "The withdrawal created a vacuum which the warlords filled.",
    "Recognition of the enclave would set a precedent for a dozen others.",
    "The raid made a settlement harder.",
    "The arrests gave the mob a cause.",
    "The attack is likely to harden opinion in Delhi.",
    "The delay threatens to wreck the whole accord.",
    "The speech sent the currency tumbling.",
    "The move isolated Tirana from its only ally.",
    "The treaty's collapse has left Europe without limits on missiles.",
    "The rupture halved the trade between the two ports.",
    "Losing Kufra would mean losing the wells.",
    "Closing the pass left the islanders unable to sell their wool.",
    "A break with Moscow would send prices soaring.",
    "Riots swept him from office.",
    "The raid was a blunder that officials said could undo years of talks.",
    "If the dam burst, Khartoum would be lost.",
    "If the guarantor fell, Tirana could hardly stand aside.",
    "Should the mandate end, the neighbours would draw their own conclusions.",
    "The annexation was a shock. It would turn the whole region against Baku.",
]

NONE = [
    "Those who allowed the crime would not reach their ambitions, Ankara said.",
    "The second plan would take time.",
    "We would be surprised if the bridge held.",
    "Chad rejected a truce that left Faya in foreign hands.",
    "Which brings us to the second question.",
    "Article 5, which obliges members to help, would not apply.",
    "The brigade moved north and brought up its guns.",
    "The minister set out the plan in a letter.",
    "The talks will resume on Monday.",
    "The delegation left Vienna with nothing to show.",
    "The road leads to the old customs house.",
    "The army will set up a camp near the river.",
    "Two hundred people were killed in the shelling.",
    "The law obliges ministers to consult parliament.",
    "The report will be published on Friday.",
    "The convoy carried flour and made the journey in two days.",
    "The government would not accept the offer.",
    "Insurers will not cover the route.",
    "The envoy raised the question of the prisoners.",
    "The summit will discuss the border.",
    "The general gave a short speech.",
    "The statement made no mention of the missing men.",
    "It took three weeks to reach the coast.",
    "The prime minister said that it would not change its course.",
    "The two sides drew up a list of prisoners.",
    "The ministry turned the request down.",
    "The frigate turned back.",
    "The front would open fire if it was attacked.",
    "The raid cost the lives of thirty people.",
    "The war cost 5 million dollars a day.",
    "The blockade changed nothing.",
    "What would a blockade do?",
    "If the rebels want the port, they would have to take the ridge first.",
    "Britain said that if it was attacked it would be ready.",
    "Moscow means to vote against the text.",
    "The treaty allows both fleets to pass.",
]


def _effects(text):
    return [claim.quote for claim in extract(article(text)) if claim.kind == "consequence"]


@pytest.mark.parametrize("text", EFFECTS)
def test_an_effect_is_found_in_many_words(text):
    assert len(_effects(text)) == 1


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_an_effect_is_none(text):
    assert _effects(text) == []
