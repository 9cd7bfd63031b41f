"""Acts not done, each with how it stands: from modals, governing words and conditions."""

import pytest

from detente.read.article import article
from detente.read.findings import extract

# sentence, a word of the quote, actor ("*": any), status
OPEN = [
    ("Washington vowed to respond.", "respond", "united_states", "threatened"),
    (
        "Riyadh is expected to raise the matter at the Security Council.",
        "raise",
        "saudi_arabia",
        "possible",
    ),
    ("Turkey threatened to close the straits.", "close", "turkey", "threatened"),
    ("Iran is considering a withdrawal from the treaty.", "withdrawal", "iran", "considered"),
    ("France plans to send two frigates to the Red Sea.", "frigates", "france", "planned"),
    ("Germany will deliver tanks to Ukraine.", "tanks", "germany", "planned"),
    ("Pakistan could shell the road.", "shell", "pakistan", "possible"),
    ("China may blockade Taiwan.", "blockade", "china", "possible"),
    ("An attack on Poland could not be ruled out.", "attack", "*", "possible"),
    ("Sweden ruled out sending troops to Mali.", "sending", "sweden", "ruled_out"),
    ("Israel refused to withdraw its troops.", "withdraw", "israel", "ruled_out"),
    (
        "Sudan has set two red lines: the deployment of Chadian tanks to Darfur and the supply of missiles.",
        "deployment",
        "chad",
        "possible",
    ),
    # what is demanded, proposed, rejected: nouns, plain verbs, subjunctives
    ("Peru demanded an explanation.", "explanation", "*", "demanded"),
    ("Norway has rejected an outside inquiry.", "inquiry", "*", "ruled_out"),
    ("Chile demanded the reinstatement of the judges.", "reinstatement", "*", "demanded"),
    ("Canada proposed a conference of four powers.", "conference", "*", "possible"),
    ("Finland proposed that both armies retire.", "retire", "*", "possible"),
    ("Ghana asked Togo to wait.", "wait", "togo", "demanded"),
    ("Japan will not recognise the annexation.", "recognise", "japan", "ruled_out"),
    ("Vietnam urged China to remove the rig.", "remove", "china", "demanded"),
    (
        "Peru demanded that Chilean ships lower their flag and that Chilean sailors leave the bay.",
        "leave the bay",
        "chile",
        "demanded",
    ),
    (
        "Kuwait said it was studying the note but that it would not negotiate.",
        "negotiate",
        "kuwait",
        "ruled_out",
    ),
    (
        "A limited operation by Israel cannot be excluded.",
        "limited operation",
        "israel",
        "possible",
    ),
    ("Armenia demanded that Azerbaijan withdraw its troops.", "withdraw", "azerbaijan", "demanded"),
    (
        "The United Nations called on Rwanda to withdraw its troops.",
        "withdraw",
        "rwanda",
        "demanded",
    ),
    ("Britain demanded the withdrawal of Argentine troops.", "withdrawal", "argentina", "demanded"),
    ("Russia must end its war against Ukraine.", "war", "russia", "demanded"),
    ("NATO is debating an intervention in Libya.", "intervention", "nato", "considered"),
    ("India agreed to hold talks with China.", "talks", "india", "planned"),
    ("Ethiopia is preparing to invade Eritrea.", "invade", "ethiopia", "planned"),
    ("Egypt is ready to reopen the crossing.", "reopen", "egypt", "planned"),
    ("Iran vowed to retaliate against Israel.", "retaliate", "iran", "threatened"),
    (
        "Khrushchev proposed withdrawing the missiles from Cuba.",
        "withdrawing",
        "soviet_union",
        "possible",
    ),
    ("There were plans for an American invasion of Cuba.", "invasion", "united_states", "planned"),
    ("The possibility of a Chinese attack on Taiwan worries Japan.", "attack", "china", "possible"),
    ("Colombia is unlikely to attack Venezuela.", "attack", "colombia", "possible"),
    ("Serbia is about to recall its ambassador from Croatia.", "recall", "serbia", "planned"),
    (
        "Saudi Arabia was reported to be considering an attack on Yemen.",
        "attack",
        "saudi_arabia",
        "considered",
    ),
    ("Russia said it would supply missiles to Syria.", "missiles", "russia", "planned"),
    ("Norway decided to close the port.", "close", "norway", "planned"),
    ("Kenya has no plans to send soldiers to Haiti.", "soldiers", "kenya", "ruled_out"),
    ("Iceland threatened to leave NATO and close the base.", "close", "iceland", "threatened"),
    (
        "Airstrikes on Syria remain under consideration in Washington.",
        "Airstrikes",
        "*",
        "considered",
    ),
    ("Moscow reserves the right to strike, and will bomb the depots.", "bomb", "russia", "planned"),
    (
        "Unless Serbia withdraws its army, NATO will bomb Belgrade.",
        "withdraws",
        "serbia",
        "demanded",
    ),
    ("If Iran attacks Israel, the region will burn.", "attacks", "iran", "possible"),
    (
        "Hungary would never send troops to Ukraine, Budapest said.",
        "troops",
        "hungary",
        "ruled_out",
    ),
]

NOT_OPEN = [
    "Serbia sent troops to the border.",
    "Greece has signed the accord.",
    "The weather may change.",
    "Prices could rise.",
]


@pytest.mark.parametrize(("text", "word", "actor", "status"), OPEN)
def test_an_act_not_done_has_the_status_that_the_text_gives_it(text, word, actor, status):
    found = [claim for claim in extract(article(text)) if claim.kind == "option"]
    fitting = [claim for claim in found if word in claim.quote and claim.status == status]
    assert fitting, [(claim.quote, claim.status) for claim in found]
    assert actor in ("*", *(claim.actor for claim in fitting))


@pytest.mark.parametrize("text", NOT_OPEN)
def test_what_is_done_or_no_act_is_no_option(text):
    assert [claim.quote for claim in extract(article(text)) if claim.kind == "option"] == []


def test_a_threat_is_an_event_and_its_content_an_option():
    claims = list(extract(article("Turkey threatened to close the straits.")))
    assert [(claim.kind, claim.event, claim.status) for claim in claims][:2] == [
        ("event", "THREATEN", "done"),
        ("option", "COERCE", "threatened"),
    ]


def test_stopping_an_act_is_another_act():
    claims = [
        c
        for c in extract(article("Britain demanded that Iran stop seizing ships."))
        if c.kind == "option"
    ]
    assert [(claim.event, claim.status) for claim in claims] == [("CONCEDE", "demanded")]


def test_a_done_act_and_its_repetition_stand_apart():
    claims = list(extract(article("Syria shelled the town and threatened to shell it again.")))
    assert [claim.status for claim in claims if claim.event == "ASSAULT"] == ["done", "threatened"]
