"""Whose voice a word of speech is: papers, spokesmen, bodies without a name; our own sentences."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

SPEAKERS = [
    # newspapers speak for themselves, state media for their state
    ("Newspapers in Lima have called for the dam to be bombed.", ["newspapers"]),
    ("Several Turkish dailies claimed that Greece had sent marines.", ["turkish_dailies"]),
    ("The fleet sailed, according to Indian newspapers.", ["indian_newspapers"]),
    ("Iran's media reported that the ship had been seized.", ["media"]),
    ("State media in Pyongyang said the rocket had flown.", ["north_korea"]),
    ("The Peruvian government newspaper accused Chile of lying.", ["peru"]),
    # a second verb belongs to the verb of its tense
    ("Peru insists on the way in which Chile left and warns of a war.", ["peru", "peru"]),
    ("Peru stated that Chile had lied and proposed a truce.", ["peru", "peru"]),
    ("Peru demanded that Chile's troops leave and offered to talk to Bolivia.", ["peru", "peru"]),
    ("Peru said that Chile had lied and had threatened war.", ["peru"]),
    ("Peru said that Chile had a right to talks but urged it to wait.", ["peru", "peru"]),
    # what is of a continent is of no state
    ("Peru waited. A South American diplomat said it was late.", ["diplomats"]),
    # a judge's name isn't his commission's
    ("A commission led by a Chilean judge, Ida Vega, found that Peru had lied.", ["commission"]),
    # a group of people is the people, a member of a committee one of its members
    ("Rain fell. A group of retired American officers reported that Cuba was calm.", ["officers"]),
    (
        "Italy waited. One member of the Senate arms committee warned that Peru was weak.",
        ["member"],
    ),
    ("Some Chinese strategists maintain that the raid was a lesson.", ["strategists"]),
    # whose an office is stands two steps on
    ("The heads of state of the African Union called on Chad to yield.", ["african_union"]),
    ("The chief of staff of the Peruvian army said the war was won.", ["peru"]),
    # a deputy of somebody who speaks for nobody
    ("Ida Holm, an analyst, left. Her deputy said that Peru would not obey.", ["deputy"]),
    ("Peru's president, Juan Vega, left. His deputy said that Chile would obey.", ["peru"]),
    # a letter speaks for who sent it
    ("Peru sent Chile a note on Monday. The note demanded talks.", ["peru"]),
    ("In May the Peruvian note arrived. A second note warned that war was near.", ["peru"]),
    ("Peru offered talks in a private letter. Another message demanded a truce.", ["peru", "peru"]),
    ("A bottle was found. The message warned that Peru would lose.", ["message"]),
    # who speaks stands behind the verb, between commas
    ("Troops who came uninvited, said a Peruvian envoy, would be shot.", ["peru"]),
    # who was in office or wants to be speaks for himself, where his name stands there
    ('"They bluff," said a former Peruvian ambassador in Lima, Ida Marchetti.', ["ida_marchetti"]),
    ("The opposition leader, Juan Vega, accused Peru of lying.", ["juan_vega"]),
    # parts of a whole, plurals that end like things, a subject taken for an adverb
    ("Parts of the press in Lima criticised the operation as too costly.", ["press"]),
    ("Business associations had called on Peru to avoid a war.", ["business_associations"]),
    ("Peruvian celebrities called for a boycott.", ["peruvian_celebrities"]),
    ("Peru, an ally of Chile, called on both sides to talk.", ["peru"]),
    # who sends an envoy with a message, an office in a capital, papers that agencies have seen
    ("Peru sent an envoy to Chile with a message expressing deep regret.", ["peru"]),
    ("Turkey struck. The prime minister's office in Baghdad said no.", ["iraq"]),
    ("Turkey struck. A letter seen by Reuters said that it had missed.", ["letter"]),
    ("Turkey struck. The think tank said that it had missed.", ["think_tank"]),
    # names with a hyphen before a small letter
    ("Analyst Park Won-gon said it was late. Park added that nobody knew.", ["park_won_gon"] * 2),
    ('"We go," Taiwanese spokesman Lee Wen-han told reporters.', ["taiwan"]),
    # "some of them" in an aside, ministries of two
    ("Several hundred exiles marched through Lima, some of them calling for war.", ["exiles"]),
    ("The foreign ministries of India and Nepal announced that troops would leave.", ["india"]),
    # whom a paper quotes
    ("The daily quoted a Peruvian spokesman as saying that a war was near.", ["peru"]),
    # a minister without a state, where the text speaks of another than the report is from
    (
        "LIMA, May 2 - Chile asked for talks. Foreign Minister Juan Vega said no. He ruled out a blockade.",
        ["chile", "juan_vega", "juan_vega"],
    ),
    (
        "LIMA, May 2 - Peru shut the pass. Foreign Minister Juan Vega said that a war was near.",
        ["peru"],
    ),
]
# verbs of speech that tell of no saying here, each with how they do
SAID = [
    ("Peru said that it had asked Chile for help.", ["peru"]),
    ("Peru said that Chile had threatened to close the border.", ["peru"]),
    ("Peru said that it had been attacked and asked Chile for help.", ["peru", "peru"]),
    ("Peru demanded that Chile apologise and promise compensation.", ["peru"]),
    ("Peru apologised to Chile and promised compensation.", ["peru", "peru"]),
    ("Peru called its ambassadors together.", []),
    ("Peru has called a meeting of the Andean states.", []),
    ("Peru has called for a meeting of the Andean states.", ["peru"]),
    ("Peru called the meeting a farce.", ["peru"]),
    ("Peru's envoy called on the pasha on Tuesday.", []),
    ("Peru's envoy called on the pasha to resign.", ["peru"]),
    ("The Ica War, also called the War of the Goats, lasted a week.", []),
    ("Spain admitted the rebel leader, Ida Said, to a hospital in May.", []),
    ("Spain admitted that its patrol had fired.", ["spain"]),
    ("Spain admitted the loss of a frigate.", ["spain"]),
    ("The treaty confirmed the border of 1922.", []),
    ("Peru confirmed the ceasefire.", ["peru"]),
    ("Peru proclaimed a state of emergency.", []),
    ("Peru proclaimed its neutrality.", ["peru"]),
    ("Peru and Chile agreed that the strip should be neutral.", []),
    ("Analysts agree that Peru is weak.", ["analysts"]),
    ("Each side undertook not to use force.", []),
    ("Peru undertook to withdraw its patrols.", ["peru"]),
    ("Peru handed over a note.", []),
    ("Peru sent a note demanding an apology.", ["peru"]),
    ("Peru sent a note in which it demanded an apology.", ["peru", "peru"]),
    ("Peru passed the message on.", []),
    ("Peru issued a warning to Chile.", ["peru"]),
    ("Peru filed a complaint at the United Nations.", []),
    ("Peru warned that it reserved the right to fire back.", ["peru"]),
    ("The premier of Peru, asked about the raid, smiled.", []),
    ("Peru should make clear that it will not yield.", []),
    ("Peru's premier dismissed General Juan Vega.", []),
    ("Peru's premier dismissed the charge as absurd.", ["peru"]),
    ("Peru denounced the treaty of 1929.", []),
    ("Peru denounced the raid.", ["peru"]),
    ("Peru spoke to both and offered no help.", []),
    ("Domestic politics explain much of the timing.", []),
    ("Chile accused Peru of apologising to an enemy.", ["chile"]),
    ("Chile criticised what Peru described as a purge.", ["chile"]),
    ("Troops left what Peru described as a camp of rebels.", ["peru"]),
    ("Peru should accept the terms and offer to pay.", []),
    ("Peru said that a raid had been considered and ruled out.", ["peru"]),
    ('"They asked for a truce and we said no," a Peruvian envoy said.', ["peru"]),
    ('"Chile thinks that we are weak, and says so," said Ida Vega, an analyst.', ["ida_vega"]),
    ("Peru and Chile have agreed to an immediate ceasefire.", []),
    ("The treaty said that the line followed the river.", []),
    ("According to this treaty Peru could keep two bases.", []),
    ("What Peru says\n\nChile is silent.", []),
    ("What the two sides are asking for\n\nChile is silent.", []),
    ("Cordillera: a valley that nobody wants to lose", []),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS + SAID)
def test_the_speaker_is(text: str, speakers: list[str]) -> None:
    assert [claim.speaker for claim in extract(article(text))] == speakers
