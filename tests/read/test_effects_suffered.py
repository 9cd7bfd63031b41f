"""Effects that somebody suffers, that come one after the other, and that only one kind of thing has."""

import pytest

from detente.read.ahead import conditionals
from detente.read.ahead.consequences import by_rule
from detente.read.article import article
from detente.read.grammar.predicates import predicates

EFFECTS = [
    # what nobody chooses
    ("Chad could lose the loan.", ["Chad could lose the loan"]),
    (
        "The islands would forfeit their right to fish.",
        ["The islands would forfeit their right to fish"],
    ),
    ("Mali could slide back into civil war.", ["Mali could slide back into civil war"]),
    ("Rations had to be cut by half.", ["Rations had to be cut by half"]),
    # one after the other
    (
        "A blockade would starve the port and push the rebels towards Libya.",
        ["A blockade would starve the port", "push the rebels towards Libya"],
    ),
    (
        "The attack would unite the clans, embolden the militias and expose the capital to revenge.",
        [
            "The attack would unite the clans",
            "embolden the militias",
            "expose the capital to revenge",
        ],
    ),
    # what an act does that is told for the first time
    (
        "He spoke of a coup that would set a terrible precedent.",
        ["that would set a terrible precedent"],
    ),
    ("The defeat left the capital exposed.", ["The defeat left the capital exposed"]),
    (
        "The longer the siege lasts, the more men it will cost and the harder a truce will be.",
        ["the more men it will cost", "the harder a truce will be"],
    ),
    # what no party would say of itself
    ("Turkey said that it would harm the talks.", ["it would harm the talks"]),
    # verbs of the present and the past
    ("The visit eased the tension.", ["The visit eased the tension"]),
    ("The raid had damaged the plan for a truce.", ["The raid had damaged the plan for a truce"]),
    (
        "The dam held back water for weeks, which forced the smelter to close.",
        ["which forced the smelter to close"],
    ),
]

PLAIN = [
    "He will most likely lose to a general.",
    "The minister had to be told.",
    "Chad could not lose the loan.",
    "The law that ended the strike was passed in May.",
    "A mine damaged a lorry.",
    "The strike hit a warehouse.",
    "The row turned violent.",
    "The plan would give each side a veto.",
    "The king had a son that ended up in exile.",
]


@pytest.mark.parametrize(("text", "quotes"), EFFECTS)
def test_each_effect_is_quoted_apart(text, quotes):
    assert effects(text) == quotes


PLAINLY_TOLD = [
    "The row delayed the treaty by a year.",
    "The standoff has frozen trade.",
    "The attack killed the peace process.",
    "The ban hit farmers hard.",
    "The tariffs hurt exporters in the north.",
    "The sanctions have cost Norland two billion dollars in trade.",
    "The closure of the strait would deprive Europe of a fifth of its oil.",
    "The pullout would leave a vacuum that the rebels could fill.",
    "Trade between the two has fallen by 40 per cent since the border was closed.",
    "Because of the embargo, hospitals have run out of medicine.",
    "The withdrawal of the mission would endanger aid deliveries.",
    "The war turned neighbours into enemies.",
    "Its collapse would send refugees across the border.",
]


@pytest.mark.parametrize("text", PLAINLY_TOLD)
def test_a_plain_effect_is_found(text):
    assert effects(text)


@pytest.mark.parametrize("text", PLAIN)
def test_what_only_happened_is_no_effect(text):
    assert not effects(text)


def effects(text):
    here = article(text)
    found = by_rule(here, predicates(here.doc), conditionals.find(here))
    return [here.text[start:end] for start, end, *_ in sorted(found, key=lambda each: each[:2])]
