"""Acts done or ongoing: who did what to whom, and the sentences that tell none."""

import pytest

from detente.read.article import article
from detente.read.claim import PLOVER
from detente.read.done import acts, events
from detente.read.findings import extract

# sentence, a word of the quote, actor, target ("*": any), PLOVER type, status
DONE = [
    (
        "Egypt nationalised the Suez Canal Company in July 1956.",
        "nationalised",
        "egypt",
        "*",
        "COERCE",
        "done",
    ),
    (
        "Soviet tanks crushed the Hungarian uprising.",
        "crushed",
        "soviet_union",
        "hungary",
        "ASSAULT",
        "done",
    ),
    (
        "Malta's response was to expel the Libyan advisers.",
        "expel",
        "malta",
        "libya",
        "SANCTION",
        "done",
    ),
    (
        "One of Iran's first acts was to close the strait to American ships.",
        "close",
        "iran",
        "united_states",
        "COERCE",
        "done",
    ),
    ("Israeli jets bombed a reactor near Baghdad.", "bombed", "israel", "iraq", "ASSAULT", "done"),
    (
        "Britain was attacked by Argentina without warning.",
        "attacked",
        "argentina",
        "united_kingdom",
        "ASSAULT",
        "done",
    ),
    (
        "Iraqi forces occupied Kuwait within two days.",
        "occupied",
        "iraq",
        "kuwait",
        "ASSAULT",
        "done",
    ),
    (
        "Turkey launched an attack on Kurdish positions in Syria.",
        "attack",
        "turkey",
        "*",
        "ASSAULT",
        "done",
    ),
    (
        "Pakistan carried out airstrikes on India.",
        "airstrikes",
        "pakistan",
        "india",
        "ASSAULT",
        "done",
    ),
    ("Iraq laid claim to Kuwait.", "claim", "iraq", "kuwait", "REQUEST", "done"),
    (
        "Serbia shelled Sarajevo throughout the summer and blocked relief convoys.",
        "blocked",
        "serbia",
        "*",
        "COERCE",
        "done",
    ),
    ("Croatia drove the Serbs from the valley.", "drove", "croatia", "serbia", "ASSAULT", "done"),
    (
        "Soviet troops overran Herat, disarmed the militia and murdered the mayor.",
        "murdered",
        "soviet_union",
        "*",
        "ASSAULT",
        "done",
    ),
    (
        "In 1958 President Eisenhower of the United States ordered marines ashore in Lebanon.",
        "ordered",
        "united_states",
        "lebanon",
        "MOBILIZE",
        "done",
    ),
    ("France imposed sanctions on Mali.", "sanctions", "france", "mali", "SANCTION", "done"),
    (
        "Japan recalled its ambassador from South Korea.",
        "recalled",
        "japan",
        "south_korea",
        "SANCTION",
        "done",
    ),
    (
        "Ecuador broke off relations with Mexico.",
        "broke off",
        "ecuador",
        "mexico",
        "SANCTION",
        "done",
    ),
    (
        "Germany expelled four Russian diplomats.",
        "expelled",
        "germany",
        "russia",
        "SANCTION",
        "done",
    ),
    ("Iran seized a British tanker.", "seized", "iran", "united_kingdom", "COERCE", "done"),
    (
        "The Soviet Union blockaded West Berlin in 1948.",
        "blockaded",
        "soviet_union",
        "*",
        "COERCE",
        "done",
    ),
    ("Ethiopia closed its border with Eritrea.", "closed", "ethiopia", "eritrea", "COERCE", "done"),
    ("China deployed two destroyers to the strait.", "deployed", "china", "*", "MOBILIZE", "done"),
    ("North Korea tested a long-range missile.", "tested", "north_korea", "*", "MOBILIZE", "done"),
    ("India has put its army on high alert.", "alert", "india", "*", "MOBILIZE", "done"),
    (
        "Russia began massing troops near Ukraine.",
        "massing",
        "russia",
        "ukraine",
        "MOBILIZE",
        "ongoing",
    ),
    (
        "Greece and Turkey signed an agreement in Bern.",
        "signed",
        "greece",
        "turkey",
        "AGREE",
        "done",
    ),
    (
        "Ethiopia agreed to a ceasefire with Eritrea.",
        "agreed",
        "ethiopia",
        "eritrea",
        "AGREE",
        "done",
    ),
    ("Kennedy met Khrushchev in Vienna.", "met", "*", "*", "CONSULT", "done"),
    (
        "American diplomats held talks with North Korea.",
        "talks",
        "united_states",
        "north_korea",
        "CONSULT",
        "done",
    ),
    (
        "Belarus accused Poland of violating its airspace.",
        "accused",
        "belarus",
        "poland",
        "ACCUSE",
        "done",
    ),
    ("Canada condemned the invasion.", "condemned", "canada", "*", "ACCUSE", "done"),
    ("Venezuela rejected the ruling of the court.", "rejected", "venezuela", "*", "REJECT", "done"),
    ("Iran refused to admit inspectors.", "refused", "iran", "*", "REJECT", "done"),
    (
        "Vietnam demanded that China withdraw its rig.",
        "demanded",
        "vietnam",
        "china",
        "REQUEST",
        "done",
    ),
    ("Jordan urged Israel to show restraint.", "urged", "jordan", "israel", "REQUEST", "done"),
    ("China warned that it would answer with force.", "warned", "china", "*", "THREATEN", "done"),
    ("Libya threatened to close its oil ports.", "threatened", "libya", "*", "THREATEN", "done"),
    ("Iran supplies drones to Russia.", "drones", "iran", "russia", "AID", "ongoing"),
    (
        "The United States airlifted food to West Berlin.",
        "airlifted",
        "united_states",
        "*",
        "AID",
        "done",
    ),
    ("Norway sent ammunition to Ukraine.", "ammunition", "norway", "ukraine", "AID", "done"),
    ("Cuba sent troops to Angola.", "troops", "cuba", "angola", "MOBILIZE", "done"),
    ("France recognised Kosovo.", "recognised", "france", "kosovo", "SUPPORT", "done"),
    ("Israel lifted the blockade.", "lifted", "israel", "*", "CONCEDE", "done"),
    ("Syria withdrew its troops from Lebanon.", "withdrew", "syria", "lebanon", "RETREAT", "done"),
    ("Hamas released three hostages.", "released", "hamas", "*", "CONCEDE", "done"),
    ("Azerbaijan took control of Shusha.", "control", "azerbaijan", "*", "ASSAULT", "done"),
    ("Egyptian forces crossed the canal.", "crossed", "egypt", "*", "ASSAULT", "done"),
    (
        "The Soviet Union walked out of the talks in Geneva.",
        "walked out",
        "soviet_union",
        "*",
        "REJECT",
        "done",
    ),
    (
        "Turkey's invasion of Cyprus split the island.",
        "invasion",
        "turkey",
        "cyprus",
        "ASSAULT",
        "done",
    ),
    (
        "Russia's annexation of Crimea was denounced in Ottawa.",
        "annexation",
        "russia",
        "*",
        "ASSAULT",
        "done",
    ),
    (
        "Talks between Serbia and Kosovo collapsed in Brussels.",
        "Talks",
        "serbia",
        "kosovo",
        "CONSULT",
        "done",
    ),
    ("Chinese warships are blocking the harbour.", "blocking", "china", "*", "COERCE", "ongoing"),
    (
        "Washington responded with sanctions on Turkey.",
        "sanctions",
        "united_states",
        "turkey",
        "SANCTION",
        "done",
    ),
    (
        "Poland called the flight a provocation by Russia.",
        "provocation",
        "poland",
        "*",
        "ACCUSE",
        "done",
    ),
    ("Finland joined NATO.", "joined", "finland", "nato", "COOPERATE", "done"),
    (
        "Saudi Arabia opened its airspace to Israel.",
        "opened",
        "saudi_arabia",
        "*",
        "CONCEDE",
        "done",
    ),
    ("Houthi fighters fired missiles at a tanker.", "fired", "houthis", "*", "ASSAULT", "done"),
]

NOTHING = [
    "The island lies eighty miles from the mainland.",
    "Relations between the two countries are poor.",
    "France is a permanent member of the Security Council.",
    "Many in Tokyo feel uneasy about the neighbour's rise.",
    "The strait is narrow and shallow.",
    "Russia has a long coast on the Arctic Ocean.",
    "Iran did not attack anybody that year.",
    "Oil prices rose by three dollars.",
    "The question remains how the crisis began.",
    "Nobody in Seoul knows the answer.",
    "The treaty contains twelve articles.",
    "India considers itself a great power.",
    "The summer was unusually hot.",
    "Germany provided evidence of its good faith.",
    "The report raises questions about the army's readiness.",
    "Analysts remember the winter of 1995.",
]


@pytest.mark.parametrize(("text", "word", "actor", "target", "event", "status"), DONE)
def test_an_act_is_found_with_doer_target_type_and_status(  # noqa: PLR0917 - a row of the table
    text, word, actor, target, event, status
):
    found = [claim for claim in extract(article(text)) if claim.kind == "event"]
    fitting = [claim for claim in found if word in claim.quote and claim.event == event]
    assert fitting, [(claim.quote, claim.event) for claim in found]
    assert fitting[0].status == status
    assert actor in ("*", fitting[0].actor)
    assert target in ("*", fitting[0].target)


@pytest.mark.parametrize("text", NOTHING)
def test_no_act_is_invented_for_a_sentence_without_one(text):
    assert [
        (claim.kind, claim.quote)
        for claim in extract(article(text))
        if claim.kind in {"event", "option"}
    ] == []


def test_coordinated_verbs_are_acts_of_their_own():
    found = extract(article("Israel blockaded the port and seized two ships."))
    assert [claim.quote for claim in found if claim.kind == "event"] == [
        "Israel blockaded the port",
        "seized two ships",
    ]


def test_a_claim_quotes_the_text_exactly_and_names_known_types():
    text = "“Iran’s navy” seized a tanker; Oman’s envoy met the crew. Tehran vowed to retaliate."
    for claim in extract(article(text)):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.event is None or claim.event in PLOVER
        assert claim.rule


def test_what_is_said_to_be_new_is_marked():
    claims = extract(article("For the first time since 1967 Israel opened the crossing to Syria."))
    assert any(claim.novel for claim in claims if claim.kind == "event")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Iran reportedly supplied missiles to Russia.", "reported"),
        ("Iran allegedly supplied missiles to Russia.", "alleged"),
        ("Iran supplied missiles to Russia.", "stated"),
        ("There are signs that Iran has supplied missiles to Russia.", "indicated"),
    ],
)
def test_hedges_say_how_sure_the_text_is(text, certainty):
    found = [claim for claim in extract(article(text)) if claim.event == "AID"]
    assert found
    assert found[0].certainty == certainty


def test_events_and_options_share_out_the_acts():
    page = article("Iran seized a ship and may seize another.")
    found = acts.find(page)
    kinds = [events.kind(act) for act in found]
    assert kinds == ["event", "option"]
    assert [claim.id for claim in events.claims(page, found)] == [
        events.identity(page, act) for act in found
    ]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Britain threatened a naval blockade of Kuwait.", "blockade Kuwait"),
        ("NATO is considering a troop deployment to Ukraine.", "deploy troops to Ukraine"),
        ("Britain considered air strikes on Basra.", "carry out air strikes on Basra"),
    ],
)
def test_a_noun_is_said_as_a_verb_phrase_that_reads(text: str, action: str) -> None:
    said = [claim.action for claim in extract(article(text)) if claim.kind == "option"]
    assert action in said


def test_a_response_that_was_to_act_is_one_act():
    text = "Malta and Italy met. Italy's first response was to close the border with Malta."
    told = [c for c in extract(article(text)) if c.kind in {"event", "option"}]
    assert [(c.kind, c.actor, c.action) for c in told[1:]] == [
        ("event", "italy", "close the border with Malta")
    ]


def test_an_apposition_leaves_no_commas_behind():
    text = "Libya sent an envoy, Diego Cordovez, of the ministry to Malta."
    [told] = [c for c in extract(article(text)) if c.kind == "event"]
    assert ", ," not in told.action
    assert ",  " not in told.action


def test_a_doer_of_an_unknown_name_is_not_replaced_by_a_known_party():
    text = "The United Nations met on Monday. If Tarvia closes the strait, Belorn will cut off its gas."
    doers = {claim.actor for claim in extract(article(text)) if claim.kind == "option"}
    assert "united_nations" not in doers
