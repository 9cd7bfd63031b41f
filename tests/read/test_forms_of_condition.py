"""Conditions in many forms, each on another crisis, and what only looks like one."""

import pytest

from detente.read.ahead import conditionals
from detente.read.article import article
from detente.read.findings import extract

CONDITIONS = [
    ("Had the fleet sailed, Argentina would have withdrawn.", "Had the fleet sailed"),
    ("Should the talks fail, Peru will go to the court.", "Should the talks fail"),
    ("Were Iran to test a bomb, Saudi Arabia would follow.", "Were Iran to test a bomb"),
    ("Were it not for the snow, the army would have crossed.", "Were it not for the snow"),
    ("In the event of an attack, Poland would invoke the treaty.", "In the event of an attack"),
    ("Poland would invoke the treaty in the event of an attack.", "in the event of an attack"),
    ("In case of attack, Finland will blow the bridges.", "In case of attack"),
    ("Finland will stay out provided the Baltic remains calm.", "provided the Baltic remains calm"),
    ("Provided that Sweden agrees, the force will land in May.", "Provided that Sweden agrees"),
    ("Turkey will ratify as long as Sweden keeps its word.", "as long as Sweden keeps its word"),
    ("So long as the siege lasts, no talks are possible.", "So long as the siege lasts"),
    (
        "Unless the blockade is lifted, Qatar will leave the council.",
        "Unless the blockade is lifted",
    ),
    ("Qatar will not talk until the blockade is lifted.", "until the blockade is lifted"),
    ("Not until the blockade is lifted will Qatar talk.", "until the blockade is lifted"),
    ("Only if the blockade is lifted will Qatar talk.", "Only if the blockade is lifted"),
    ("Qatar will talk only when the blockade is lifted.", "only when the blockade is lifted"),
    ("In return for a loan, Jordan would recognise the border.", "In return for a loan"),
    ("Jordan offered to recognise the border in exchange for a loan.", "in exchange for a loan"),
    ("Lift the blockade and we will talk, the emir said.", "Lift the blockade"),
    ("Cross this river and you will die, the general told them.", "Cross this river"),
    ("One more shell and the truce is over, the commander said.", "One more shell"),
    ("Serbia must comply; otherwise Austria will march.", "Serbia must comply"),
    ("Serbia must comply, otherwise Austria will march.", "Serbia must comply"),
    ("Serbia must comply, or else Austria will march.", "Serbia must comply"),
    ("Serbia must comply or Austria will march.", "Serbia must comply"),
    ("Without American help, Israel would have lost.", "Without American help"),
    ("Without a ceasefire the aid cannot get through.", "Without a ceasefire"),
    ("But for the winter, the Finns would have been beaten.", "But for the winter"),
    ("Failing an answer by noon, the guns will open fire.", "Failing an answer by noon"),
    ("Given a ceasefire, the ships could sail within a week.", "Given a ceasefire"),
    ("Absent a ceasefire, the ships cannot sail.", "Absent a ceasefire"),
    (
        "On condition that Iraq withdraws, Iran will stop firing.",
        "On condition that Iraq withdraws",
    ),
    (
        "Iran agreed to stop firing on the understanding that Iraq would withdraw.",
        "on the understanding that Iraq would withdraw",
    ),
    (
        "Iran made its consent conditional on an Iraqi withdrawal.",
        "conditional on an Iraqi withdrawal",
    ),
    ("Iran's consent depends on an Iraqi withdrawal.", "on an Iraqi withdrawal"),
    ("Iran would consent, assuming Iraq withdraws.", "assuming Iraq withdraws"),
    ("Suppose Iraq withdraws: Iran would then consent.", "Suppose Iraq withdraws"),
    ("Even if Iraq withdraws, Iran will fight on.", "Even if Iraq withdraws"),
    ("If attacked, Cuba will fight.", "If attacked"),
    ("Cuba will fight if attacked.", "if attacked"),
    ("As soon as the snow melts, Norway's army will move.", "As soon as the snow melts"),
    ("Once the treaty is signed, Egypt will reopen the canal.", "Once the treaty is signed"),
    ("When the treaty is signed, Egypt will reopen the canal.", "When the treaty is signed"),
    ("If the dam fills in one season, Sudan loses its harvest.", "If the dam fills in one season"),
    ("The dam, if filled in one season, would ruin Sudan's harvest.", "if filled in one season"),
    ("Sudan said that if the dam was filled it would go to the UN.", "if the dam was filled"),
    ("Sudan said it would go to the UN if the dam was filled.", "if the dam was filled"),
    ("If it were up to Sudan, the dam would never have been built.", "If it were up to Sudan"),
    ("Sudan would have gone to war had the dam been filled.", "had the dam been filled"),
    ("In the absence of a deal, Chad will send troops.", "In the absence of a deal"),
    ("Barring a deal, Chad will send troops.", "Barring a deal"),
    ("Chad's support is contingent upon French money.", "contingent upon French money"),
    (
        "Chad is ready to withdraw in so far as Libya does the same.",
        "in so far as Libya does the same",
    ),
    (
        "Chad is ready to withdraw if and when Libya does the same.",
        "if and when Libya does the same",
    ),
    ("Chad will withdraw the moment Libya does the same.", "the moment Libya does the same"),
    ("If Russia attacks, NATO will respond.", "If Russia attacks"),
    ("The pact will collapse if either side cheats.", "if either side cheats"),
    ("Iran would talk were the sanctions lifted.", "were the sanctions lifted"),
    ("There can be no peace while foreign troops remain.", "while foreign troops remain"),
    ("There will be no deal until Armenia withdraws.", "until Armenia withdraws"),
    ("Sanctions are to stay until Armenia withdraws.", "until Armenia withdraws"),
    ("There can be no talks without a ceasefire.", "without a ceasefire"),
    ("No deal is possible without guarantees.", "without guarantees"),
    ("Once there is a price, there is a seller.", "Once there is a price"),
    ("Israel would pull back. In return, Hamas would free them.", "In return"),
    ("The talks may fail. In that case, Moscow would respond.", "In that case"),
    ("They may go. If not, Ghana will attack.", "If not"),
    ("But for American support, Israel would be alone.", "But for American support"),
    ("The moment a shot is fired, the truce is over.", "The moment a shot is fired"),
    (
        "The war will stop on the day Chad lays down its arms.",
        "on the day Chad lays down its arms",
    ),
    ("The longer the siege lasts, the more men Chad will lose.", "The longer the siege lasts"),
    ("Kenya would lead a force only with a mandate.", "only with a mandate"),
    ("Serbia insists on a withdrawal before any talks.", "before any talks"),
    (
        "Serbia must leave the valley or be driven out.",
        "Serbia must leave the valley",
    ),
    (
        "The council told Haiti to yield, failing which it would act.",
        "The council told Haiti to yield",
    ),
    (
        "Free the hostages and the war will end, the minister said.",
        "Free the hostages",
    ),
    (
        "Oman made an offer: if he yielded, they would support a year of talks.",
        "if he yielded",
    ),
    (
        "Abadi has demanded that the result be annulled before any dialogue can begin.",
        "before any dialogue can begin",
    ),
    ("Serbia refused to sign without guarantees.", "without guarantees"),
]

NO_CONDITIONS = [
    "If need be, Cuba will fight alone.",
    "The envoy asked if Cuba would fight.",
    "It is unclear if Cuba would fight.",
    "Once a colony, Goa became a state.",
    "When the treaty was signed, Egypt reopened the canal.",
    "Sudan can only win by going to the court.",
    "Sudan will go to the court after the rains.",
    "Sudan has until Friday to answer.",
    "They talked until dawn.",
    "Ghana will withdraw, an official said, speaking on condition of anonymity.",
    "Two diplomats said, on condition that they not be named, that Ghana would withdraw.",
    "Ghana, provided with new rifles, held the bridge.",
    "As if nothing had happened, Ghana reopened the border.",
    "They cannot wait while the weather gets worse.",
    "Ghana would not stand idle while Togo armed.",
    "Ghana would fight only with the greatest reluctance.",
    "Without doubt the army will move.",
    "The price of oil would be high.",
    "Conditions for refugees are bad.",
    "In return, Egypt got wheat.",
    "On the day the war began, he was in Rome.",
    "The army may stay or be withdrawn.",
    "The two sides will meet without preconditions.",
    "He refused to speak without explanation.",
    "The rebels held the hills and the army was in the town.",
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_the_condition_is_found(text: str, condition: str) -> None:
    claims = [claim for claim in extract(article(text)) if claim.kind == "conditional"]
    assert [claim.condition for claim in claims] == [condition]
    assert claims[0].quote == text[claims[0].start : claims[0].end]


@pytest.mark.parametrize("text", NO_CONDITIONS)
def test_times_questions_and_comparisons_are_none(text: str) -> None:
    assert [c.quote for c in extract(article(text)) if c.kind == "conditional"] == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("If attacked again, he told his officers, we shall use aircraft.", "use aircraft"),
        (
            "If they stay, one of his aides told reporters, they will be treated as enemies.",
            "enemies",
        ),
        ("If Peru fired, it gave warning, it would fire back at once.", "fire back at once"),
    ],
)
def test_a_teller_between_the_halves_is_neither(text: str, end: str) -> None:
    (found,) = conditionals.find(article(text))
    assert text[found.start : found.end].endswith(end)


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("The envoys are not subject to that country's courts, the ministry said.", False),
        ("The deal is subject to approval by the parliament.", True),
        ("Neither country can live without the motorway.", False),
        ("None may be laid without the consent of all five states.", True),
        ("Peru could not close the road without ruining its own farmers.", False),
        ("Peru would not close the road without a guarantee from Chile.", True),
        ("Without closing the road, Peru will not stop the smugglers.", True),
        ("Peru wants a fence, as in the case of Chile, along the road.", False),
        ("In the case of an attack, Peru will close the road.", True),
        ("The law was passed in the absence of the opposition.", False),
        ("Peru will close the road in the absence of a deal.", True),
        ("It would be surprising if Peru closed the road.", False),
        ("The envoys would be surprised if Peru closed the road.", False),
        ("Peru will close the road if it must.", False),
        ("Peru could close the road, if it wished.", False),
        ("Peru could not close the road even if it wished.", True),
        ("Peru will close the road if it must pay for it.", True),
        ("Peru will close the road for as long as necessary.", False),
        ("Peru will hold the road as long as it can.", False),
        ("Peru will hold the road as long as it can pay for it.", True),
        ("It is a matter subject to which no treaty was signed.", False),
        ("Peru closed the road lest smugglers use it.", False),
    ],
)
def test_a_law_a_cost_an_absence_and_a_single_case_are_no_condition(
    text: str,
    conditional: bool,  # noqa: FBT001
) -> None:
    kinds = {each.kind for each in extract(article(text))}
    assert ("conditional" in kinds) is conditional
