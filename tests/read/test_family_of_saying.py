"""The family of saying: promises, denials, regrets, convictions, orders; sentences of our own."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

SAID = [
    (
        "Lima apologised for the raid but denied that any shell had crossed the river.",
        ["peru", "peru"],
    ),
    ("Norway regretted the death of the two fishermen.", ["norway"]),
    ("Oman undertook to keep the strait open.", ["oman"]),
    ("Kigali renounced its claim to the islands.", ["rwanda"]),
    ("Sweden declared its neutrality.", ["sweden"]),
    ("The ambassador had been told by Rome to avoid any quarrel.", ["italy"]),
    ("Rabat confirmed an exchange of fire near the wall.", ["morocco"]),
    ("Laos reserved the right to answer.", ["laos"]),
    ("Brezhnev had claimed a right to intervene in Poland.", ["soviet_union"]),
    ("Spain has repeatedly offered to mediate.", ["spain"]),
    ("Manila brushed off the charge as a smokescreen.", ["philippines"]),
    ("Hanoi waved away the accusation.", ["vietnam"]),
    ("Peru shrugged off the threat.", ["peru"]),
    ("Delhi played down the report.", ["india"]),
    ("Berlin let it be known in private that it would not fight.", ["germany"]),
    ("The Poles let it be understood, however, that they would not march.", ["poland"]),
    ("Prague has let London know in a note that it will not yield.", ["czech_republic"]),
    ("A decree signed by King Hassan announced a general call-up.", ["morocco"]),
    ("The king told the UN chief in a telephone call that Morocco remained calm.", ["morocco"]),
    ("Burhan told his emissaries to discuss corridors and nothing else.", ["sudan"]),
    ("The idea of a private company has been floated by American officials.", ["united_states"]),
    ("The message was repeated by the Turkish chief of staff.", ["turkey"]),
    ("Ghana called talk of a blockade absurd.", ["ghana"]),
    ("Diplomats are inclined to believe that Spain is bluffing.", ["diplomats"]),
    ("Economists are agreed that Niger cannot pay.", ["economists"]),
    ("Analysts were sceptical that Chile would fight.", ["analysts"]),
    ("Officials are confident that the dam will hold.", ["officials"]),
    ("Brazil was adamant that no troops would go.", ["brazil"]),
    ("Tokyo is at pains to stress that no treaty was signed.", ["japan"]),
    ("The advisers have raised doubts about the plan.", ["advisers"]),
    ("Nepal voiced alarm at the build-up.", ["nepal"]),
    ("Jordan insisted on a vote.", ["jordan"]),
    ("Kuwait cited a treaty of 1922.", ["kuwait"]),
    ("Ottawa protested that it had not been asked.", ["canada"]),
    ("Belgium hinted at sanctions.", ["belgium"]),
    ("Belgium signalled its readiness to talk.", ["belgium"]),
    ("Cairo conceded defeat.", ["egypt"]),
    ("Cairo conceded that the raid had failed.", ["egypt"]),
    ("Senator Alan Reed called the raid an act of piracy.", ["alan_reed"]),
    (
        "Representative Joan Park said the Senate would block the sale of jets to Egypt.",
        ["joan_park"],
    ),
    ("Lawmakers in Washington said the sale would fail.", ["lawmakers"]),
    ("Members of Congress warned against the sale.", ["members_of_congress"]),
    ("Latin Americans complained that nobody had asked them.", ["latin_americans"]),
    ("The foreign ministry in Oslo said the ship was empty.", ["norway"]),
    ("A Sudanese mediator said that both were lying.", ["sudanese_mediators"]),
    ("An Egyptian journalist said that both were lying.", ["journalists"]),
    (
        "Syria closed the border after Israel confirmed that it had struck Damascus and said it would strike again.",
        ["israel", "israel"],
    ),
    (
        "The Peruvian president said one of the boats had carried soldiers and demanded an answer.",
        ["peru", "peru"],
    ),
    (
        "Mauro Reyes of a bank in Lima said that Chile would lose. But accidents happen, he said.",
        ["mauro_reyes", "mauro_reyes"],
    ),
    (
        "The commission found that Japan was to blame. It recommended a new state.",
        ["commission", "commission"],
    ),
    (
        "Four officers reported that a war was unlikely; one of them, Karl Blum, suggested a pact.",
        ["officers", "karl_blum"],
    ),
    ("A strike would make peace impossible, said one diplomat.", ["diplomats"]),
    (
        "Diplomats said that peace was far. A strike would make it impossible, said one.",
        ["diplomats", "diplomats"],
    ),
    ("Within two years, said the Libyan army; within ten, said the rebels.", ["libya", "rebels"]),
    (
        "He was ready to die, General Omar Diallo of Mali told a Paris newspaper, and would not leave.",
        ["mali"],
    ),
    (
        "Carter will fly to Haiti on Saturday in a last attempt to end the crisis, the White House announced on Friday.",
        ["united_states"],
    ),
    (
        "The planes will land at dawn, the Danish government said in a statement on Friday, as ships closed in.",
        ["denmark"],
    ),
    ("Mao, most historians now think, meant to deliver one blow.", ["historians"]),
    ("The aim, many scholars believe, was to test Egypt.", ["scholars"]),
    ("Ethiopia told Kenya, in the plainest of terms, that it would not move.", ["ethiopia"]),
    ("A letter in which the Thai king urged restraint was published.", ["thailand"]),
    ("Canada's insistence that it must be heard angered London.", ["canada"]),
    ("Despite Kenya's call for a truce, the shelling went on.", ["kenya"]),
    (
        "The shelling went on despite a call by President Emmanuel Macron of France for a truce.",
        ["france"],
    ),
    ("His resignation was demanded by Ankara.", ["turkey"]),
    ("It was claimed by Tehran that the ship had turned.", ["iran"]),
    ("Yerevan was accused by Baku of laying mines.", ["azerbaijan"]),
    (
        "Seoul accuses the North of sending drones; Pyongyang denies it.",
        ["south_korea", "north_korea"],
    ),
    ("Uganda's army spokesman, Felix Okot, said that no soldier had crossed.", ["uganda"]),
    (
        "The cabinet instructed General Hart to tell the Turks that the guns would open fire.",
        ["cabinet"],
    ),
    ("London was warned by its consul that the fort would fall.", ["united_kingdom"]),
    ("Some in Paris argue that the treaty is dead.", ["france"]),
    ("Critics contend that Rome has given way.", ["critics"]),
    ("Qatar's emir sent word that he would come.", ["qatar"]),
    ("In a telegram to Berlin, the Tsar begged the Kaiser to stop the mobilisation.", ["russia"]),
    ("The communique spoke of frank talks.", ["communique"]),
    ("The note from Vienna demanded an answer within two days.", ["austria"]),
    ("Hungary's line was that the treaty forbade it.", ["hungary"]),
    ("The message from Delhi was clear: no talks while the shelling lasted.", ["india"]),
    ("The Thai version is that the Cambodians fired first.", ["thailand"]),
    ("As Tunis saw it, the pact was dead.", ["tunisia"]),
    ("In Algiers it is said that the generals want no war.", ["algeria"]),
    ("Angola swore it would fight on.", ["angola"]),
    ("Angola has sworn to fight on.", ["angola"]),
    (
        "Prime Minister Ana Costa of Portugal wrote to the Indian prime minister that Goa was not for sale.",
        ["portugal"],
    ),
    ("The ministry reminded the Ugandan leader of his duty.", ["ministry"]),
    ("Pilots reported seeing a boat near the port.", ["pilots"]),
    ("Passengers described him clutching his head.", ["passengers"]),
    ("Historians differ over whether he could have won.", ["historians"]),
    (
        "Iran and Iraq fought along the river. Each accused the other of shelling its villages.",
        ["iran"],
    ),
    ('Omar Said, the Libyan premier: "There will be no talks."', ["libya"]),
    ("Egypt, which earns much from the canal, offered its good offices.", ["egypt"]),
    (
        'President Ford of the United States branded the seizure "an act of piracy".',
        ["united_states"],
    ),
    ("The king of Jordan confessed that he was tired.", ["jordan"]),
    ("Israel's justification is that the pact has collapsed.", ["israel"]),
    (
        "A spokeswoman for the Turkish foreign ministry shot back that Greece had been asked.",
        ["turkey"],
    ),
    (
        '"We drink from one cup," the Kazakh president was quoted as saying by the state news agency.',
        ["kazakhstan"],
    ),
    (
        "Asked about the fleet, the Russian minister replied with a shrug that it was at sea.",
        ["russia"],
    ),
    ('"We are ready," spokesman Alan Reed told reporters in the capital of Peru.', ["alan_reed"]),
    (
        "The Iraqi parliament met. Iran mourned. Its adviser, Hossein Karimi, told a network that war would come.",
        ["iran"],
    ),
    (
        "The commission found that Japan was to blame and that the new state was a sham. It recommended talks.",
        ["commission", "commission"],
    ),
    ("The king of Jordan spoke this morning of lies.", ["jordan"]),
    ("An offer which Chilean officials dismissed was repeated.", ["chile"]),
    ("The bridge would fall, diplomats point out, in days.", ["diplomats"]),
]
SILENT = [
    "Both states undertook great works.",
    "Austria declared war on Serbia.",
    "The Finns had been told to avoid any quarrel.",
    "The council let it pass.",
    "The rains told the farmers to sow.",
    "Kenya called up its reserves.",
    "Brazil was confident that no troops would go.",
    "Few in Paris believe that the treaty is dead.",
    "It is an open secret in Lima that the army is weak.",
    "Havana quoted the treaty.",
    "The Chilean minister described the plan.",
    "The Finns meant what they said.",
    "They read the ruling, which both claim to respect.",
    "Neither man said anything about the boats.",
    "The Iraqis called it Tammuz.",
    "Reservists, called up on the 19th, went home.",
    "The president, asked about the war, smiled.",
    "The plan would fail, a carpenter said.",
    "He thanked his mother.",
]


def speakers(text: str) -> list[str | None]:
    found = sorted(extract(article(text)), key=lambda claim: claim.start)
    return [claim.speaker for claim in found]


@pytest.mark.parametrize(("text", "who"), SAID)
def test_who_says_it(text: str, who: list[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize("text", SILENT)
def test_no_words_no_speaker(text: str) -> None:
    assert speakers(text) == []
