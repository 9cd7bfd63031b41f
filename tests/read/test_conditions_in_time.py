"""Conditions by time, by turned words and by name, hung where a parser doesn't hang them."""

import pytest

from detente.read.ahead import conditionals
from detente.read.article import article

CONDITIONS = [
    # what is still open by its own modal
    ("Norland said its fleet would act when the ultimatum expired.", "when the ultimatum expired"),
    ("Norland would leave the island when the inquiry was over.", "when the inquiry was over"),
    ("Peru may return the envoys after Chile has paid.", "after Chile has paid"),
    ("Peru hinted that it might talk after Chile had paid.", "after Chile had paid"),
    ("That isn't going to happen while the army has a say.", "while the army has a say"),
    ("No talks are possible while the bombing continues.", "while the bombing continues"),
    ("Norland would sign no treaty while the guns were firing.", "while the guns were firing"),
    # or by the words that govern it
    (
        "Ethiopia promised not to fill the lake until the engineers had reported.",
        "until the engineers had reported",
    ),
    (
        "Egypt asked that the work be stopped until a treaty was signed.",
        "until a treaty was signed",
    ),
    ("The general ruled out any talks until the rebels disarm.", "until the rebels disarm"),
    (
        "The general ruled out a withdrawal from the hill that he holds until the rebels disarm.",
        "until the rebels disarm",
    ),
    ("The union froze aid until the president stepped down.", "until the president stepped down"),
    ("A thaw is unlikely until both have voted.", "until both have voted"),
    ("Norland was to lift the blockade once the ships were seen.", "once the ships were seen"),
    ("They agreed that talks begin once each side had left.", "once each side had left"),
    ("Norland refused to meet anybody before the port was open.", "before the port was open"),
    ("Norland insists that the troops leave before any talks start.", "before any talks start"),
    # behind a teller put in between
    ("The rebels would stop, he said, once the army stopped.", "once the army stopped"),
    (
        "The minister will not negotiate, it is stated in Paris, until the last soldier has left.",
        "until the last soldier has left",
    ),
    # turned
    (
        "France wrote that, were Spain to land, it would call on its allies.",
        "were Spain to land",
    ),
    ("The offer stood; were it refused, he let it be known, he would resign.", "were it refused"),
    (
        "The next to be hit may be Malta, should the missiles be landed there.",
        "should the missiles be landed there",
    ),
    # with no comma
    ("If the king did not yield he would march on the city.", "If the king did not yield"),
    # only
    ("The force would go in only at the invitation of Chad.", "only at the invitation of Chad"),
    (
        "Chad said it was ready to talk, but only when the border was quiet.",
        "only when the border was quiet",
    ),
    # by name
    (
        "Malta had made the search one of four conditions for releasing the ship.",
        "the search one of four conditions for releasing the ship",
    ),
    ("Norland tied the loan to the release of the prisoners.", "to the release of the prisoners"),
    ("A withdrawal is the price of peace, he said.", "the price of peace"),
    ("Donors made new loans dependent on better relations.", "dependent on better relations"),
    ("The deal hinges on a vote in May.", "on a vote in May"),
    # phrases
    ("If not, there will be war.", "If not"),
    ("Otherwise the army will act.", "Otherwise"),
    ("Without the consent of Iraq no state is going to help.", "Without the consent of Iraq"),
    ("Without a guarantee investors are unlikely to pay.", "Without a guarantee"),
    ("It is improbable that he would try it without a nod.", "without a nod"),
    ("Greece considered a blockade in case Bulgaria refused.", "in case Bulgaria refused"),
    ("Short of an invasion, nothing will bring the regime down.", "Short of an invasion"),
    ("The moment they fire a shot, we will answer.", "The moment they fire a shot"),
    ("We would revise it after another attack.", "after another attack"),
]

PLAIN = [
    "The troops left when the war was over.",
    "The army fought until the reserves came up.",
    "There were too few men to hold the wall once the river had frozen.",
    "The missiles, which could reach the capital, were about to be landed.",
    "When the army came, he would hide in the hills.",
    "They would meet on Sundays, when the weather was good.",
    "The talks will resume on Monday, a day after rebels shelled the capital.",
    "The strikes began once the rains had stopped.",
    "They reached the river before the snow fell.",
    "The army will attack before winter comes.",
    "The assault will be launched within days, after hundreds of soldiers landed nearby.",
    "It came at the very moment when the king would speak.",
    "Norland linked the attack to Iran.",
    "They depend on imports for food.",
    "Norland became wholly dependent on its neighbour.",
    "Had the envoy not been told of the plan?",
    "The official spoke on condition of anonymity.",
    "The fleet waited while the ministers talked.",
    "In exchange the rebels received food.",
    "Without a word, he left the room.",
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_a_condition_is_found_with_what_hangs_on_it(text, condition):
    found = [text[each.condition_start : each.condition_end] for each in find(text)]
    assert found == [condition]
    assert all(each.end - each.start > len(condition) + 3 for each in find(text)) or (
        "conditions for" in condition or "price" in condition
    )


@pytest.mark.parametrize("text", PLAIN)
def test_a_time_that_has_been_or_is_only_dated_is_no_condition(text):
    assert not find(text)


def test_what_was_ready_is_quoted_from_who_was_ready():
    text = "Norland said it was ready to withdraw if Sudland did the same."
    (found,) = find(text)
    assert text[found.start : found.end] == ("it was ready to withdraw if Sudland did the same")


def test_what_is_owed_is_quoted_with_its_condition():
    text = "The pact obliges each side to help the other if it is attacked."
    (found,) = find(text)
    assert text[found.start : found.end] == "to help the other if it is attacked"


def test_a_threat_that_a_parser_takes_for_a_noun_is_quoted_whole():
    text = "They must leave within a week or face prosecution."
    (found,) = find(text)
    assert text[found.start : found.end] == text[:-1]


def test_a_condition_in_turn_is_quoted_with_what_is_given_for_it():
    text = "Sudan would keep its posts, and in exchange Chad would let the traders pass."
    (found,) = find(text)
    assert text[found.start : found.end] == text[:-1]


def find(text):
    return conditionals.find(article(text))
