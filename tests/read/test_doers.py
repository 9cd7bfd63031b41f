"""Whose an act is: what a demand asks, who goes on speaking, whom a noun or pronoun means."""

import pytest

from detente.read.claim import Document
from detente.read.reading import read
from detente.read.signing import whole

# text, words of the act's quote, who does it
DOERS = [
    # a demander doesn't demand of himself
    (
        "Turkey took the isle. Britain warned Turkey that it would fire unless its forces withdrew.",
        "its forces withdrew",
        "turkey",
    ),
    (
        "Truman threatened Stalin with war in Iran unless the troops left.",
        "the troops left",
        "soviet_union",
    ),
    (
        "India told Nepal that no aid would be given until the garrison was withdrawn.",
        "the garrison was withdrawn",
        "nepal",
    ),
    (
        "India told Nepal that no aid would be given until the garrison was withdrawn.",
        "no aid would be given",
        "india",
    ),
    # nor does who asks it of others, known or not
    (
        (
            "On 12 June Otunbayeva, the Kyrgyz president, appealed to the Russian president to "
            "send peacekeepers."
        ),
        "send peacekeepers",
        "russia",
    ),
    (
        "Zambia asked for British troops on the south bank of the river to hold the dam.",
        "hold the dam",
        "united_kingdom",
    ),
    # but for leave one asks to use it oneself
    ("Peru asked Chile for leave to cross the border.", "cross the border", "peru"),
    # who is accused, not who accuses; each has words of its own
    ("Kamal Thapa of Nepal accused India of shelling a post.", "shelling a post", "india"),
    ("Kamal Thapa of Nepal accused India of shelling a post.", "accused India of", "nepal"),
    # but the accuser goes on behind the accusation
    (
        "Chile accused Peru of having armed rebels and broke off relations.",
        "broke off relations",
        "chile",
    ),
    # who is spoken to isn't who speaks
    (
        (
            "Peru and Chile met. The Peruvian premier said that Chile had a right to be there but "
            "urged it not to fire."
        ),
        "urged it",
        "peru",
    ),
    # who lost the ground doesn't leave it
    (
        "Iraq holds Kuwaiti soil. Kuwait demanded the evacuation of Kuwaiti territory.",
        "the evacuation",
        "iraq",
    ),
    # a participle that tells what its subject does
    ("Spain struck Morocco. France is opposed to any sanction.", "France is opposed", "france"),
    # who gives what another receives
    ("Iran had received assurances from Pakistan before the raid.", "assurances", "pakistan"),
    # whose the act is that is ended or planned
    (
        "Pakistan fought India. American arms deliveries to Pakistan were ended in May.",
        "American arms deliveries to Pakistan were ended",
        "united_states",
    ),
    # the envoy who is called in and asked does neither
    (
        "Chile fought Peru. The Chilean envoy was called to the ministry and asked to explain.",
        "asked to explain",
        "peru",
    ),
    # who strikes in the clause that hangs on it
    (
        "Chad fought Libya. A Chadian guard was killed when Sudanese soldiers opened fire.",
        "guard was killed",
        "sudan",
    ),
    # from whose land a thing is sent
    (
        "Peru fought Chile. Rifles had been sent to Peru from Mexican ports in May.",
        "Rifles had been sent",
        "mexico",
    ),
    # a subject that the parser gave to "was"
    ("Iran drilled. The United States was opposed to a landing.", "opposed", "united_states"),
    # who proposes a truce without a part in the fighting doesn't stop fighting
    (
        "Iran attacked a town in Iraq and lost the fight. Kuwait proposed an immediate truce.",
        "an immediate truce",
        "iran",
    ),
    # "by helicopter" is nobody
    ("Spanish troops landed by helicopter on an islet of Morocco.", "landed", "spain"),
    # but what he'll do himself before he stops is his
    (
        "India fought Pakistan. India will not stop until every intruder is evicted.",
        "every intruder is evicted",
        "india",
    ),
    # "by" a day is nobody
    ("Mali rejoiced. French troops departed by Christmas.", "French troops departed", "france"),
    # a sentence whose verb the parser took for a participle
    (
        "Iran nationalised the oil. The Foreign Secretary, Herbert Morrison, pressed for an invasion.",
        "pressed for an invasion",
        "united_kingdom",
    ),
    # a senator speaks for himself and acts as one of his country's
    (
        "The United States and Peru met. Senator Borah accused Peru of piracy.",
        "Senator Borah accused Peru of piracy",
        "united_states",
    ),
    # who goes on speaking
    (
        "Israel said it would not allow Iran to build a bomb and threatened to bomb the plant.",
        "threatened to bomb the plant",
        "israel",
    ),
    (
        "Nigeria protested that the French deployment was provocative and accused Paris of meddling.",
        "accused Paris of meddling",
        "nigeria",
    ),
    (
        "Colombia said one of the boats had carried its citizens and demanded an explanation.",
        "demanded an explanation",
        "colombia",
    ),
    # who speaks of himself
    (
        "China demanded that Japan withdraw its ships and warned it would retaliate.",
        "it would retaliate",
        "china",
    ),
    # one junta, one regime
    (
        (
            "The junta in Myanmar shelled a camp in Thailand. Laos and China protested. The junta, which "
            "denied it, closed the border."
        ),
        "closed the border",
        "myanmar",
    ),
    # the scene of a sentence
    (
        (
            "Greece and Turkey quarrelled over Cyprus. In Athens, after a night of talks, the colonels "
            "ordered a mobilisation."
        ),
        "ordered a mobilisation",
        "greece",
    ),
    # an attack that is warned of is another's, an answer the speaker's own
    (
        "Turkey threatened Cyprus. Greece warned that an attack on Cyprus would mean war.",
        "an attack on Cyprus",
        "turkey",
    ),
    # what is done to a leader by his own, and with forces by their own
    ("Britain protested. President Bishop of Grenada was executed.", "was executed", "grenada"),
    ("Iran threatened Iraq. American ships were ordered to the Gulf.", "ordered", "united_states"),
    # whose army an official speaks of
    (
        "Pakistan attacked. India told parliament that if Pakistan went on, the army would strike.",
        "the army would strike",
        "india",
    ),
    # who speaks to them is none of them
    (
        "India and Pakistan fought. Russia called on them to withdraw their troops.",
        "withdraw their troops",
        "pakistan",
    ),
    # whose stands beside its name
    (
        "The Marines waited at a base in Thailand whose government demanded that they leave.",
        "whose government demanded",
        "thailand",
    ),
]


def _acts(text: str) -> list[tuple[str, str | None]]:
    reading = read(Document(id="d", title="", date=None, source="note", text=text))
    return [
        (one.quote, one.actor) for one in whole(reading).claims if one.kind in {"event", "option"}
    ]


@pytest.mark.parametrize(("text", "words", "doer"), DOERS, ids=[words for _, words, _ in DOERS])
def test_doers(text: str, words: str, doer: str) -> None:
    found = {actor for quote, actor in _acts(text) if words in quote}
    assert doer in found, _acts(text)


SIDES = [
    (
        "India and Pakistan fought for days. Washington says both sides have agreed to stop.",
        {"india", "pakistan"},
    ),
    (
        "Thailand fired on Cambodia. China said the two countries should talk.",
        {"thailand", "cambodia"},
    ),
]


@pytest.mark.parametrize(("text", "sides"), SIDES, ids=["both sides", "two countries"])
def test_who_speaks_of_two_is_neither(text: str, sides: set[str]) -> None:
    reading = read(Document(id="d", title="", date=None, source="note", text=text))
    mine = [one for one in reading.claims if one.kind in {"event", "option"}]
    last = [one for one in mine if one.start > text.index(". ")]
    assert {one.actor for one in last} & sides
    assert all(
        {one.actor, one.target} - {None} <= {*sides, "united_states", "china"} for one in last
    )


GROUPS = [
    ("Rebels of the M23 took Goma. The rebels marched on.", "marched on", "m23"),
    (
        "The Houthis seized a ship. The rebels fired missiles at Israel.",
        "fired missiles",
        "houthis",
    ),
    ("Hijackers seized a plane in Uganda. The rebels fired on it.", "fired on it", "rebels"),
]


@pytest.mark.parametrize(("text", "words", "doer"), GROUPS, ids=[text for text, _, _ in GROUPS])
def test_fighters_of_a_named_group(text: str, words: str, doer: str) -> None:
    assert doer in {actor for quote, actor in _acts(text) if words in quote}


def test_who_is_released_does_not_release() -> None:
    text = "Mali holds ten Ivorian soldiers. Ivory Coast demanded their release."
    assert "ivory_coast" not in {actor for quote, actor in _acts(text) if quote == "their release"}
