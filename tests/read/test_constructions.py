"""Constructions, each in a short sentence of its own on another crisis."""

import pytest

from detente.read.article import article
from detente.read.reading import extract

# sentence, kind, actor, status, words within the quotes; None: not asked
SAID = [
    ("The options include a naval blockade, seizing the islands and cutting off gas.", "option", None, "considered", ["blockade", "seizing the islands", "cutting off gas"]),
    ("Iran could close the strait, shell the harbours or seize a tanker.", "option", "iran", "possible", ["close the strait", "shell the harbours", "seize a tanker"]),
    ("Egypt is weighing a strike on the dam, sabotage or a cyber attack.", "option", "egypt", "considered", ["strike on the dam"]),
    ("Closing the canal would cost Egypt dearly.", "option", "egypt", "possible", ["Closing the canal"]),
    ("Moscow will have to act against Georgia.", "option", "russia", "possible", ["act against Georgia"]),
    ("Ankara's threat to close the straits alarmed Washington.", "option", "turkey", "threatened", ["close the straits"]),
    ("Britain made plans to occupy the port of Suez.", "option", "united_kingdom", "planned", ["occupy the port"]),
    ("China's preparations for landing troops on Kinmen alarmed Taipei.", "option", "china", "planned", ["landing troops"]),
    ("Pakistan's refusal to hand over the pilot angered India.", "option", "pakistan", "ruled_out", ["hand over the pilot"]),
    ("Japan voiced its readiness to mediate between Iran and Iraq.", "option", "japan", "planned", ["mediate"]),
    ("Turkey called on Greece to withdraw its troops.", "option", "greece", "demanded", ["withdraw its troops"]),
    ("Serbia insisted that Kosovo withdraw its police.", "option", "kosovo", "demanded", ["withdraw its police"]),
    ("The Security Council demanded that Iraq leave Kuwait.", "option", "iraq", "demanded", ["leave Kuwait"]),
    ("Germany ought to hold back the submarines from Turkey.", "option", "germany", "demanded", ["hold back the submarines"]),
    ("Armenia has to open the road to Nakhchivan.", "option", "armenia", "demanded", ["open the road"]),
    ("The junta in Niger means to arrest Bazoum for treason.", "option", "niger", "planned", ["arrest Bazoum"]),
    ("Ethiopia is going to fill the dam in July.", "option", "ethiopia", "planned", ["fill the dam"]),
    ("Wilson promised a battalion, and London offered a loan to Iceland.", "option", None, None, ["battalion"]),
    ("Ethiopia urged Eritrea to halt its advance.", "option", "eritrea", "demanded", ["halt its advance"]),
    ("India promised Pakistan to withdraw from the glacier.", "option", "india", "planned", ["withdraw from the glacier"]),
    ("Vietnam will not negotiate with China under fire.", "option", "vietnam", "ruled_out", ["negotiate"]),
    ("Talks between Somalia and Kenya may resume in June.", "option", "somalia", "possible", ["Talks between Somalia and Kenya"]),
    ("Israel told Hezbollah that it would strike Beirut.", "event", "israel", "done", ["told Hezbollah"]),
    ("Chile replied that it would not cede the islands.", "event", "chile", "done", ["replied"]),
    ("Finland said that Soviet guns had shelled its town.", "event", "finland", "done", ["said"]),
    ("Washington would not hear of a partition of Berlin.", "event", "united_states", "done", ["would not hear of"]),
    ("Serbia did not comply with the ultimatum.", "event", "serbia", "done", ["did not comply"]),
    ("Moscow called the American remark boorish.", "event", "russia", "done", ["called"]),
    ("A British carrier is off the coast of Argentina.", "event", "united_kingdom", "ongoing", ["is off the coast"]),
    ("China stopped buying Philippine bananas.", "event", "china", "done", ["stopped buying"]),
    ("Germany got the Turkish ship recalled.", "event", "germany", "done", ["recalled"]),
    ("In April 2008 Germany and France blocked the Georgian plan.", "event", "germany", "done", ["blocked"]),
    ("Libya, whose planes bombed Chad, denied it.", "event", "libya", "done", ["planes bombed"]),
    ("Sudan accused Chad of arming rebels and closed the border.", "event", "sudan", "done", ["accused Chad", "closed the border"]),
    ("The Dutch ambassador was expelled by Indonesia.", "event", "indonesia", "done", ["expelled"]),
    ("The South rejected the ceasefire after North Korea shelled the island.", "event", "south_korea", "done", ["rejected the ceasefire"]),
    ("Chad refused, and Nigeria withheld its approval.", "event", "chad", "done", ["Chad refused"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor", "status", "quotes"), SAID)
def test_constructions(
    text: str, kind: str, actor: str | None, status: str | None, quotes: list[str]
) -> None:
    found = [claim for claim in extract(article(text)) if claim.kind == kind]
    for quote in quotes:
        told = [claim for claim in found if quote in claim.quote]
        assert told
        if actor is not None:
            assert actor in {claim.actor for claim in told}
        if status is not None:
            assert status in {claim.status for claim in told}


NOTHING = [
    "The lake lies between Kenya and Uganda.",
    "Greece is smaller than Turkey and has fewer people.",
    "Lisbon and Madrid speak of the weather.",
    "Nothing in the record of Iran supports it.",
    "A general strike closed the shops of Bolivia.",
    "The old quarrel of Chile and Peru is forgotten.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_act_is_invented(text: str) -> None:
    found = [claim for claim in extract(article(text)) if claim.kind in {"event", "option"}]
    assert [claim for claim in found if claim.event == "ASSAULT"] == []
    if "strike" not in text:
        assert found == []


HINDERED = [
    ("Egyptian jets would have to cross Sudan.", "egypt"),
    ("The Serbian army is tired and unpaid.", "serbia"),
    ("London could do little by itself.", "united_kingdom"),
    ("Malaysia needs Chinese money.", "malaysia"),
    ("Russia is not ready: its harvest is not yet in.", "russia"),
    ("The Nigerian Senate opposes a war in Niger.", "nigeria"),
    ("Finland had the Bolsheviks to worry about.", "finland"),
    ("India cannot supply its posts above Siachen.", "india"),
    ("Winter is closing in on the army of Ethiopia.", "ethiopia"),
]


@pytest.mark.parametrize(("text", "actor"), HINDERED)
def test_hindrances_by_the_make_of_a_clause(text: str, actor: str) -> None:
    found = [claim for claim in extract(article(text)) if claim.kind == "constraint"]
    assert actor in {claim.actor for claim in found}


def test_what_is_taken_from_elsewhere_is_marked() -> None:
    text = "Turkey and Greece quarrel. Turkish ships entered the bay. The port was shelled."
    claims = [claim for claim in extract(article(text)) if claim.quote.startswith("The port")]
    assert claims
    assert "actor" in claims[0].inferred
    named = [c for c in extract(article("Iran attacked Iraq.")) if c.kind == "event"]
    assert named[0].inferred == ()
