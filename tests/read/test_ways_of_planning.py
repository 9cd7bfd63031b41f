"""Acts not done, said in many ways: times given, courses listed, bargains, bare passives, "is to"."""

import pytest

from detente.read.article import article
from detente.read.reading import extract


def options(text: str) -> list[tuple[str, str | None, str | None]]:
    claims = extract(article(text))
    return [(claim.quote, claim.status, claim.actor) for claim in claims if claim.kind == "option"]


SAID = (
    # a time given
    ("Eritrea gave Yemen a month to leave the islands.", "leave", "demanded", "yemen"),
    ("Sudan was given a week to withdraw its troops.", "withdraw", "demanded", "sudan"),
    # denied infinitives
    ("Iran agreed not to attack the tankers.", "attack", "ruled_out", "iran"),
    ("Turkey told its units not to fire.", "fire", "ruled_out", None),
    # what is ruled out by a noun that tells no act
    ("Canada ruled out ground troops.", "ruled out", "ruled_out", "canada"),
    ("Norway excluded the use of its army.", "excluded", "ruled_out", "norway"),
    # what is said of an act that is the subject
    (
        "Norway said that pulling out its envoys was out of the question.",
        "pulling",
        "ruled_out",
        "norway",
    ),
    ("Sending ships is off the table, Peru said.", "Sending", "ruled_out", "peru"),
    ("Sending ships is not off the table, Peru said.", "Sending", "possible", "peru"),
    ("Joining the pact is not on the table, Chile said.", "Joining", "ruled_out", "chile"),
    ("Norway said that joining the pact remained an option.", "joining", "considered", "norway"),
    # what there will be none of
    ("There will be no talks with Pakistan, India said.", "no talks", "ruled_out", "india"),
    ("There would be no Chilean soldiers in Bolivia.", "soldiers", None, None),
    # bare passives
    (
        "Peru demanded that the pass be reopened and that prisoners be freed.",
        "freed",
        "demanded",
        None,
    ),
    ("Ministers in Lima resolved that the garrison be reinforced.", "reinforced", "planned", None),
    # courses
    ("The second course is to tow the Philippine ship away.", "tow", "considered", None),
    (
        "Among the courses before Chile are a blockade of Callao and a raid.",
        "raid",
        "considered",
        None,
    ),
    # verbs of no list, with what a modal or a promise says of a party
    (
        "Manila will go on with its patrols, the Philippines said.",
        "go on",
        "planned",
        "philippines",
    ),
    ("Chile vowed to turn the truce into a treaty.", "turn", "planned", "chile"),
    ("The Peruvian army was to leave Leticia.", "leave", "planned", "peru"),
    ("China must stop pointing lasers at Philippine crews.", "stop", "demanded", "china"),
    ("Bolivia agreed to contribute.", "contribute", "planned", "bolivia"),
    # what is done to a thing
    ("The corridor would be created, Azerbaijan said.", "created", None, None),
    # days to come, and words said to somebody
    ("The Swedish envoy arrives in Oslo tomorrow.", "arrives", "planned", "sweden"),
    ('"Stop the war in Sudan," Chad said.', "Stop", "demanded", None),
    # a thing that is supposed
    ("A war against Japan would be lost, China said.", "war against Japan", None, None),
    ("Diplomats think a Chilean raid improbable.", "raid", "possible", "chile"),
)
DONE = (
    "Colombia had to send a flotilla to Leticia.",
    "Spain gave Morocco a warm welcome.",
    "Peru bombed the port instead of shelling the town.",
    "Greece and Turkey held talks on a truce.",
)


@pytest.mark.parametrize(("text", "word", "status", "actor"), SAID)
def test_it_is_an_option(text, word, status, actor):
    found = options(text)
    fitting = [each for each in found if word in each[0]]
    assert fitting, found
    assert status is None or any(each[1] == status for each in fitting), found
    assert actor is None or any(each[2] == actor for each in fitting), found


@pytest.mark.parametrize("text", DONE)
def test_it_is_no_option(text):
    assert options(text) == []


def test_a_verb_of_no_list_has_its_likeliest_type():
    claims = extract(article("Chile agreed to leave Bolivia."))
    assert [claim.event for claim in claims if claim.kind == "option"] == ["RETREAT"]


def test_a_course_with_a_number_is_weighed():
    text = "Chile has three options.\n1. A blockade of Callao.\n2. A campaign in the desert.\n"
    assert sum(status == "considered" for _, status, _ in options(text)) == 2
