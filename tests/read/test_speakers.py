"""Who says what: sentences of our own, and the speaker of each statement in them."""

from itertools import pairwise

import pytest

from detente.read.article import article
from detente.read.statements import extract
from detente.read.text.quotations import quotations

SPEAKERS = [
    ("Tehran said it would respond.", ["iran"]),
    ("Pakistan's army chief warned that any strike would be answered.", ["pakistan"]),
    ('"We will not be moved," the Danish premier told parliament.', ["denmark"]),
    ("According to Kyiv, the bridge was hit at dawn.", ["ukraine"]),
    ("The bridge was hit at dawn, according to the Ukrainian army.", ["ukraine"]),
    ("Talks had failed, a Turkish official said.", ["turkey"]),
    ("Talks, a Turkish official said, had failed.", ["turkey"]),
    ("Analysts say that Egypt is bluffing.", ["analysts"]),
    ("It was said that Egypt was bluffing.", []),
    ("Egypt may say that it was provoked.", []),
    ("Egypt did not say whether it would act.", []),
    ("If Egypt says no, the talks are over.", []),
    ("Egypt was accused by Sudan of closing the river.", ["sudan"]),
    ("Belgrade denied the charge and accused Zagreb of lying.", ["serbia", "serbia"]),
    ("Spain, adding that it wanted peace, recalled its envoy.", ["spain"]),
    ("Peru called for a truce.", ["peru"]),
    ("Peru called up its reserves.", []),
    ("India ruled out talks.", ["india"]),
    ("The court ruled in March.", []),
    ("Witnesses reported that tanks had crossed the river.", ["witnesses"]),
    ("Officials in Nairobi say Kenya will send police.", ["kenya"]),
    ("Western diplomats doubt that either side can win.", ["western_diplomats"]),
    ("Norway doubts that it can win.", []),
    ("In the view of Lena Orr of the Harbour Institute, Malta will yield.", ["lena_orr"]),
    ("The Houthis claimed responsibility for the raid.", ["houthis"]),
    ("Cyprus made it clear that the base would stay.", ["cyprus"]),
    ("Reuters reported that shells had hit the port.", ["reuters"]),
    ("Bolivia said that Chile had warned that it would shoot.", ["bolivia", "chile"]),
    ("Greece told Turkey to stop drilling.", ["greece"]),
    ("'They will have to shoot first,' Rhodesia's premier said.", ["rhodesia"]),
    ("WARSAW, May 3 - Latvia said on Friday it had closed the border.", ["latvia"]),
    ("Manila lodged a protest with Hanoi over the raid.", ["philippines"]),
    ("The minister gave a note to his clerk.", []),
    ("It was announced in Lima that the garrison would stay.", ["peru"]),
    ("It was announced that the garrison would stay.", []),
    ("Khartoum branded the move an act of war.", ["sudan"]),
    ("The farmer branded the cow.", []),
    ("Greek officials have intimated that Athens might lift its veto.", ["greece"]),
    ("India put the losses at one aircraft.", ["india"]),
    ("India put the aircraft on a ship.", []),
    ("Diplomats see little chance of a truce.", ["diplomats"]),
    ("Diplomats see the port from the hill.", []),
    ("Spain was careful to say that it would wait.", ["spain"]),
    ("Two diplomats, who asked not to be named, said Malta would yield.", ["diplomats"]),
    ("Chad accused Niger. Its Libyan counterpart rejected the charge.", ["chad", "libya"]),
    ('"We will not kneel," the prime minister told parliament in Yerevan.', ["armenia"]),
    ("The reply to Moscow stated that the fleet would sail.", ["reply"]),
    ("Chad went on to accuse Libya of lying.", ["chad"]),
    ('India was blunt: "There will be no talks."', ["india"]),
    ("Peru's threat was dismissed by Chile as bluster.", ["chile"]),
    ("The raid was condemned by Chad.", ["chad"]),
    ("The officials of Chad have said nothing.", []),
    ('"We are ready," said General Abel Dox, head of Chad\'s junta.', ["chad"]),
    ("In talks with Der Spiegel, the Polish minister, Jan Orr, argued for it.", ["poland"]),
    ("State Department spokesperson Ann Orr said it was watching.", ["united_states"]),
    ("The army says that the bridge was mined.", ["army"]),
    ("The Japanese Foreign Office notified London that it was final.", ["japan"]),
    ("Peru reasoned poorly.", []),
    ("One of the rebels said that the town would fall.", ["rebels"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS, ids=[text for text, _ in SPEAKERS])
def test_speakers(text: str, speakers: list[str]) -> None:
    claims = list(extract(article(text)))
    assert sorted(claim.speaker or "" for claim in claims) == sorted(speakers)
    for claim in claims:
        assert claim.quote == text[claim.start : claim.end]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = (
        'Ada Finn, an analyst at the Baltic Forum, said: "Finland will wait. It has time. '
        'If we move first, we lose." Sweden mobilised.'
    )
    read = article(text)
    for words in ("will wait", "has time", "we move first"):
        assert read.speaker_of(text.index(words)) == "ada_finn"
        assert read.quoted(text.index(words))
    assert read.speaker_of(text.index("Sweden")) is None
    claims = list(extract(read))
    assert len(claims) == 1
    assert claims[0].quote.endswith('we lose."')


def test_a_second_sentence_in_quotation_marks_belongs_to_the_speaker_before() -> None:
    text = '"We are ready," said the Thai premier. "We hope it is not needed." Laos was silent.'
    read = article(text)
    assert read.speaker_of(text.index("hope")) == "thailand"
    assert read.speaker_of(text.index("silent")) is None


def test_curly_quotation_marks_count_as_marks() -> None:
    text = "“We will stay,” the Belgian minister said."
    (claim,) = extract(article(text))
    assert claim.speaker == "belgium"
    assert claim.quote.startswith("“We")


def test_sayings_do_not_overlap() -> None:
    text = 'Chile said that Peru had claimed that "Bolivia warned us that it would act".'
    sayings = article(text).sayings
    assert all(one.end <= two.start for one, two in pairwise(sayings))


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert quotations('He said: "We go on\nand on.') == ((10, 18),)


def test_apostrophes_are_no_quotation_marks() -> None:
    assert quotations("The rebels' base and the army's camp, the envoys' words.") == ()


@pytest.mark.parametrize(
    "text", ["The terms are set.", "Violence is set to go on.", "They put.", "said", "see"]
)
def test_a_verb_at_the_edge_of_a_text_tells_nothing(text):
    assert [each.speaker for each in article(text).sayings] == []
