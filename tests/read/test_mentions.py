"""Who is meant: sentences of our own on many crises, and the parties in them."""

import pytest

from detente.read.article import article

PARTIES = [
    # states by name, demonym, capital and seat
    ("China warned Taiwan.", {"china", "taiwan"}),
    ("Beijing has told Taipei to wait.", {"china", "taiwan"}),
    ("The Kremlin and the White House exchanged letters.", {"russia", "united_states"}),
    ("Downing Street backed the Élysée.", {"united_kingdom", "france"}),
    ("Indian troops faced Pakistani rangers.", {"india", "pakistan"}),
    ("The Turks and the Greeks mobilised.", {"turkey", "greece"}),
    ("The U.S. sent warships, and the UK followed.", {"united_states", "united_kingdom"}),
    ("South Korea and the DPRK cut the line.", {"south_korea", "north_korea"}),
    ("South Sudan accused Sudan of an air raid.", {"south_sudan", "sudan"}),
    ("Saudi Arabia broke with Qatar.", {"saudi_arabia", "qatar"}),
    ("Guinea-Bissau and Guinea closed the border.", {"guinea_bissau", "guinea"}),
    (
        "The Democratic Republic of the Congo recalled its envoy.",
        {"democratic_republic_of_the_congo"},
    ),
    # alliances, institutions, armed groups
    ("NATO asked the European Union for help.", {"nato", "european_union"}),
    ("The UN Security Council condemned Hezbollah.", {"united_nations", "hezbollah"}),
    ("ECOWAS threatened the junta in Niamey.", {"ecowas", "niger"}),
    ("The Houthis fired on ships.", {"houthis"}),
    ("Hamas militants crossed the fence.", {"hamas"}),
    ("Chechen rebels seized a theatre.", {"chechnya"}),
    ("The Rapid Support Forces took the bridge.", {"rapid_support_forces"}),
    ("The White Army, a militia, overran the garrison.", {"white_army"}),
    ("The pro-Ethiopia camp seized the port.", {"pro_ethiopia_camp"}),
    # history
    ("The Soviet Union put missiles into Cuba, and Moscow denied it.", {"soviet_union", "cuba"}),
    ("Prussia defeated Austria-Hungary.", {"prussia", "austria_hungary"}),
    ("West Germany recognised East Germany.", {"west_germany", "east_germany"}),
    ("The Ottoman Empire declared war on Serbia.", {"ottoman_empire", "serbia"}),
    (
        "North Vietnam and the Viet Cong attacked; Hanoi had planned it.",
        {"north_vietnam", "viet_cong"},
    ),
    ("Confederate guns fired on the fort.", {"confederate_states"}),
    # what is no party
    ("Talks were held in Geneva.", set()),
    ("The envoys flew to Cairo.", set()),
    ("The Korean War had ended.", set()),
    ("The Persian Gulf was calm.", set()),
    ("The frigate sailed for South Georgia.", set()),
    ("They were accused of anti-American feeling.", set()),
    ("A storm delayed the convoy.", set()),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES, ids=[text for text, _ in PARTIES])
def test_parties(text: str, parties: set[str]) -> None:
    cast = article(text).cast.values()
    assert {actor.id for actor in cast if actor.role == "party"} == parties


WORDS = [
    ("Chinese warships circled the island.", "warships", "china"),
    ("The army of Eritrea dug in.", "army", "eritrea"),
    ("Kenya's defence ministry denied it.", "ministry", "kenya"),
    ("The French president left early.", "president", "france"),
    ("Lithuania's foreign minister called for calm.", "minister", "lithuania"),
    ("The junta in Buenos Aires refused.", "junta", "argentina"),
    ("In Moscow the government said nothing.", "government", "russia"),
    ("US-backed forces entered the town.", "forces", None),
    ("A pro-Ukraine coalition met.", "coalition", "pro_ukraine_coalition"),
    ("NATO member Turkey objected.", "member", None),
    ("Iran said that it would answer.", "it", "iran"),
    ("Japan protested, but its ships stayed.", "its", "japan"),
    ("It is likely that Spain will wait.", "It", None),
    ("It was said that Spain would wait.", "It", None),
    ("NATO met in Rome. The alliance agreed on nothing.", "alliance", "nato"),
    ("Israel struck Hezbollah. The group replied at once.", "group", "hezbollah"),
    ("French President Emmanuel Macron spoke. Later Macron left.", "Macron", "france"),
    ('"We will fight," the Georgian president said.', "We", "georgia"),
    ("We know little about it.", "We", None),
    ("Ethiopia mobilised. It called up reservists.", "It", "ethiopia"),
    ("Armenia lost the war. Its army was broken.", "Its", "armenia"),
    ("The rebels took Goma. They then marched on Bukavu.", "They", "rebels"),
]


@pytest.mark.parametrize(("text", "word", "actor"), WORDS, ids=[f"{w}: {t}" for t, w, _ in WORDS])
def test_whom_a_word_means(text: str, word: str, actor: str | None) -> None:
    read = article(text)
    token = [token for token in read.doc if token.text == word][-1]
    assert read.actor_of(token) == actor


def test_both_sides_are_the_two_that_the_text_is_about() -> None:
    read = article("Ethiopia shelled Eritrea. Eritrea answered Ethiopia. Both sides dug in.")
    last = read.sentences[-1]
    assert set(read.actors_in(last)) == {"ethiopia", "eritrea"}


def test_a_person_with_a_chair_is_a_source_and_stays_one() -> None:
    read = article(
        "Dana Ortiz, a professor at the Institute of War Studies, said Peru would wait. "
        "Ortiz added that Chile might not."
    )
    assert read.cast["dana_ortiz"].role == "source"
    assert {actor.id for actor in read.cast.values() if actor.role == "party"} == {"peru", "chile"}
    assert [saying.speaker for saying in read.sayings] == ["dana_ortiz", "dana_ortiz"]


def test_the_title_in_the_text_wins_over_the_list_of_leaders() -> None:
    read = article("The Canadian ambassador, John Kennedy, protested. Kennedy then left.")
    token = [token for token in read.doc if token.text == "Kennedy"][-1]
    assert read.actor_of(token) == "canada"


def test_a_minister_without_a_country_belongs_to_the_dateline() -> None:
    read = article(
        "OSLO, May 3 - Sweden closed the strait. Prime Minister Lars Hansen said he regretted it."
    )
    assert [saying.speaker for saying in read.sayings] == ["norway"]
    assert "norway" in read.cast


def test_russia_is_the_soviet_union_in_a_text_of_its_time() -> None:
    old = article("In 1961 Moscow warned the West. The Russians closed the border.")
    new = article("In 2021 Moscow warned the West. The Russians closed the border.")
    assert "soviet_union" in old.cast
    assert "russia" not in old.cast
    assert "russia" in new.cast


def test_mentions_are_in_order_and_apart() -> None:
    read = article("Iran's president met Iraq's. He told Baghdad's envoy that Tehran would wait.")
    ends = [mention.end for mention in read.mentions]
    starts = [mention.start for mention in read.mentions]
    assert starts == sorted(starts)
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    for actor in read.cast.values():
        for _, start, end in actor.mentions:
            assert read.document.text[start:end].strip()
