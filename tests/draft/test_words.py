"""What an act is, from its words."""

import pytest

from detente.draft.lexicon import lemma, lexicon
from detente.draft.words import sense

NAMES = frozenset({"nato", "russia", "russian", "north", "korea", "ukraine", "iran", "israel"})

SAME = [
    (
        "deploy troops to Ukraine",
        "NATO troop deployment",
        "sending soldiers",
        "the dispatch of forces",
    ),
    ("supply lethal weapons", "providing lethal weaponry", "delivery of lethal arms"),
    ("use tactical nuclear weapons", "the use of nuclear arms", "resort to nuclear weapons"),
    ("impose sanctions on oil", "new embargo", "sanctions against Iran"),
    ("hold talks", "return to negotiations", "negotiate"),
    ("close the strait", "closure of the straits", "shut the waterway"),
    ("withdraw its troops from the north", "pull out forces", "the withdrawal of soldiers"),
    ("bomb the airfield", "air strike", "shelling the town"),
    ("blockade the port", "a naval quarantine"),
]
APART = [
    ("supply weapons", "use weapons"),
    ("deploy troops", "withdraw troops"),
    ("supply weapons", "supply oil"),
    ("close the border", "blockade the border"),
    ("build a dam", "bomb a dam"),
]
TALK = [
    "call for restraint",
    "warn of war",
    "be concerned",
    "lead to war",
    "fear an attack",
    "prevent Russia from providing technology",
    "",
]


@pytest.mark.parametrize("phrases", SAME, ids=lambda one: one[0])
def test_one_act_in_different_words_has_one_key(phrases):
    keys = {sense(phrase, NAMES).key for phrase in phrases}
    assert len(keys) == 1
    assert keys != {("", "", False)}


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_acts_have_different_keys(one, other):
    assert sense(one, NAMES).key != sense(other, NAMES).key


@pytest.mark.parametrize("phrase", TALK)
def test_talk_and_effects_are_no_acts(phrase):
    assert not sense(phrase, NAMES)


@pytest.mark.parametrize(
    ("phrase", "marks"),
    [
        ("supply lethal weapons", {"lethal"}),
        ("use tactical nuclear weapons", {"nuclear"}),
        ("send more troops", {"more"}),
        ("launch a full-scale ground offensive", {"full_scale", "ground"}),
        ("supply weapons", set()),
        ("strategic weapons", set()),
    ],
)
def test_marks_of_escalation_are_kept(phrase, marks):
    assert sense(phrase, NAMES).marks == marks


@pytest.mark.parametrize("phrase", ["NATO's intervention", "direct involvement in the war"])
def test_an_act_named_only_by_its_kind_is_generic(phrase):
    assert sense(phrase, NAMES).generic == "military"


@pytest.mark.parametrize(
    ("word", "like"),
    [("refugees", "refuse"), ("protect", "protest"), ("charged", "change"), ("missing", "mass")],
)
def test_a_word_is_never_read_as_one_spelt_much_like_it(word, like):
    assert lemma(word) != lemma(like)


def test_spelling_never_turns_a_short_word():
    assert lemma("gras") not in lexicon().objects


def test_every_listed_word_names_one_class():
    words = [word for words in lexicon().kinds.values() for word in words]
    assert words
    for table in (lexicon().verbs, lexicon().objects, lexicon().marks):
        assert all(value for value in table.values())
    known = set(lexicon().verbs.values())
    assert lexicon().whole <= known
    assert lexicon().lasting <= known
    assert {narrow for names in lexicon().broad.values() for narrow in names} <= known
