"""What a paragraph or a heading is about says who does what nobody is said to do."""

from detente.read.article import article
from detente.read.done.acts import find
from detente.read.done.likeliest import likeliest, signs
from detente.read.done.standoff import scene
from detente.read.done.topics import heading, topic

TWO = (
    "Egypt and Israel have fought for a week, and Israel and Egypt have both lost planes.\n\n"
    "{first} has lost many planes. The other front is quiet. "
    "Troops were sent to the canal on Monday."
)


def _last(text):
    here = article(text)
    return here, find(here)[-1]


def _guess(text):
    here, act = _last(text)
    return likeliest(here, act, (), scene(here, find(here)), None)[0]


def test_a_paragraph_goes_on_about_whom_it_opens_with():
    assert _guess(TWO.format(first="Egypt")) == "egypt"
    assert _guess(TWO.format(first="Israel")) == "israel"


def test_the_first_sentence_has_no_topic_before_it():
    here, act = _last("Egypt is poor. It rained.\n\nTroops were sent to the canal on Monday.")
    assert topic(here, act.head) is None


def test_the_topic_is_who_opens_the_own_paragraph():
    here, act = _last("Israel is rich.\n\nEgypt is poor. Troops were sent to the canal.")
    assert topic(here, act.head) == "egypt"


def test_a_heading_counts_that_names_one_party():
    text = "What {who} can do\n\nThe week was quiet. A blockade could follow."
    here, act = _last(text.format(who="Egypt"))
    assert heading(here, act.head) == "egypt"
    here, act = _last(text.format(who="Egypt or Israel"))
    assert heading(here, act.head) is None


def test_a_sentence_is_no_heading():
    here, act = _last("Egypt is poor.\n\nThe week was quiet. A blockade could follow.")
    assert heading(here, act.head) is None


def test_each_party_is_seen_by_the_same_signs():
    here, act = _last(TWO.format(first="Egypt"))
    seen = signs(here, act, (), scene(here, find(here)), None)
    assert {"egypt", "israel"} <= seen.keys()
    assert seen["egypt"]["topic"]
    assert not seen["israel"]["topic"]
