"""Labels that an analyst can read alone: whole names, whole objects, no word that may mean anything."""

import pytest
from draft.readings import Report

from detente.draft.complete import lacks_object, possessed
from detente.draft.completed import completed
from detente.draft.cutting import cut_short
from detente.draft.drafting import draft
from detente.draft.forms import formed
from detente.draft.questions import the
from detente.draft.tails import trimmed
from detente.draft.unfolded import unfolded
from detente.draft.vague import vague
from detente.read.claim import Actor


def report(text, title=""):
    return Report(title, "", text, north="North", south="South")


def say(made, quote, actor, action, *how, kind="option", rule=""):
    event, status, target = how
    made.say(kind, quote, actor, action, event=event, status=status, target=target, rule=rule)


def claim(quote, action, text="", kind="option", **fields):
    made = report(text or f"{quote}.")
    made.say(kind, quote, "north", action, **fields)
    return made.claims[0]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (
            "deploy 6,000 members of the new Home Guard on the southern border",
            "deploy 6,000 members of the new Home Guard",
        ),
        (
            "give the envoy safe conduct out of the Republic of Sudria",
            "give the envoy safe conduct out of the Republic of Sudria",
        ),
        (
            "strip the mission in the old town of its diplomatic status",
            "strip the mission in the old town of its diplomatic status",
        ),
        ("hold talks", "hold talks"),
    ],
)
def test_a_long_phrase_is_cut_where_a_phrase_ends(words, label):
    assert cut_short(words.split()) == label


def test_a_name_within_a_name_stays():
    made = report("North may send patrols to the Upper North Sea, South warns.")
    say(made, "may send patrols to the Upper North Sea", "north",
             "send patrols to the Upper North Sea", "COERCE", "possible", "south")  # fmt: skip
    say(made, "South warns", "south", "warn", "THREATEN", "done", "north", kind="event")
    (option,) = draft(made.reading()).decision_makers["north"].options.values()
    assert option.label == "send patrols to the Upper North Sea"


def test_how_many_is_no_place():
    assert not lacks_object("expel at least one officer")
    assert not lacks_object("seize as many as five boats")
    assert lacks_object("seize at dawn")


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("bar her from the election", "bar her from the election"),
        ("recall her envoy", "recall its envoy"),
        ("close his country's border", "close its border"),
    ],
)
def test_whose_and_whom(phrase, said):
    state = Actor("north", "North", (), "party", "state")
    assert possessed(phrase, claim("It will act", "act"), state) == said


@pytest.mark.parametrize(
    ("words", "unsaid"),
    [
        ("suspend the decision", True),
        ("settle the matter", True),
        ("refrain from actions", True),
        ("refrain from provocative acts", False),
        ("let lapse", True),
        ("accept every one", True),
        ("membership among the miners", True),
        ("go ahead with seats in parliament", True),
        ("go ahead with nuclear tests", False),
        ("take measures", False),
        ("help much", True),
    ],
)
def test_what_may_mean_anything_is_vague(words, unsaid):
    assert vague(words) is unsaid


@pytest.mark.parametrize(
    ("phrase", "text", "said"),
    [
        (
            "refrain from actions",
            "It was asked to refrain from actions that could raise tensions, he said.",
            "refrain from actions that could raise tensions",
        ),
        ("order 400 marines", "It will order 400 marines ashore.", "order 400 marines ashore"),
        (
            "suspend the decision",
            "North protested the extension of the harbour limits. It asked to suspend the decision.",
            "suspend the extension of the harbour limits",
        ),
        ("drop the demand", "It may drop the demand to reopen the mine.",
         "drop the demand to reopen the mine"),
        ("refrain from actions", "It should refrain from actions.", "refrain from actions"),
    ],
)  # fmt: skip
def test_what_a_label_wants_is_taken_from_beside_it(phrase, text, said):
    quote = phrase if phrase in text else text.rstrip(".")
    one = claim(quote, phrase, text)
    assert completed(phrase, one, text) == said


def test_a_pronoun_behind_an_object_is_cut():
    assert trimmed("take revenge on them") == "take revenge"
    assert trimmed("hold up shipments by questioning") == "hold up shipments"
    assert trimmed("negotiate with them") == "negotiate with them"


@pytest.mark.parametrize(
    ("quote", "action", "kind", "status", "said"),
    [
        ("agreed in May to sell the port", "agree", "event", "done",
         ("option", "planned", "sell the port")),
        ("offered to lift the ban", "offer", "event", "done", ("option", "possible", "lift the ban")),
        ("would go ahead with its plan to send leaflets", "go with its plan", "option", "possible",
         ("option", "possible", "send leaflets")),
        ("will help to build two harbours", "help", "option", "planned",
         ("option", "planned", "help build two harbours")),
        ("tried to sell the port", "try", "event", "done", ("event", "done", "sell the port")),
    ],
)  # fmt: skip
def test_what_is_promised_is_planned_and_not_done(quote, action, kind, status, said):
    made = report(f"North {quote}.")
    say(made, quote, "north", action, None, status, "south", kind=kind)
    (one,) = unfolded(made.reading()).claims
    assert (one.kind, one.status, one.action) == said


@pytest.mark.parametrize(
    ("text", "quote", "action", "rule", "said"),
    [
        ("There was no threat to storm the mission.", "was no threat to storm the mission",
         "storm the mission", "verb", ("option", "ruled_out", "storm the mission")),
        ("North did it not because of pressure.", "pressure", "pressure", "noun, governed",
         ("option", "done", "")),
        ("Silence would be taken as approval.", "Silence would be taken as approval",
         "take silence as approval", "verb", ("option", "done", "")),
        ("It accused neighbouring South.", "neighbouring South", "neighbour South", "verb",
         ("option", "done", "")),
    ],
)  # fmt: skip
def test_what_nobody_plans_is_no_act(text, quote, action, rule, said):
    made = report(text)
    say(made, quote, "north", action, "ASSAULT", "done", "south", rule=rule)
    (one,) = formed(made.reading()).claims
    assert (one.kind, one.status, one.action) == said


def test_the_front_has_its_article():
    assert the("Front for the Freedom of Sudria") == "the Front for the Freedom of Sudria"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Q&A: Why are North and South close to a clash?", False),
        ("What is the row between North and South about?", False),
        ("How far will North go?", True),
        ("What next for North?", True),
        ("North and South: a quarrel in the family", True),
    ],
)
def test_a_heading_that_asks_what_was_is_no_title(title, kept):
    made = report("North will close the border to South. South may expel its envoys.", title)
    say(made, "will close the border to South", "north", "close the border to South",
             "COERCE", "planned", "south")  # fmt: skip
    say(made, "may expel its envoys", "south", "expel its envoys", "SANCTION",
             "possible", "north")  # fmt: skip
    found = draft(made.reading()).title
    assert (found == title) is kept
    assert kept or found == "Will North close the border to South?"


def test_nobody_withdraws_itself_and_no_half_of_a_pair_is_cut():
    made = report("North may withdraw North. South may send South and Estern troops.")
    say(made, "may withdraw North", "north", "withdraw North", "RETREAT", "possible", "south")
    say(made, "may send South and Estern troops", "south",
        "send South and Estern troops", "MOBILIZE", "possible", "north")  # fmt: skip
    labels = [
        one.label
        for maker in draft(made.reading()).decision_makers.values()
        for one in maker.options.values()
    ]
    assert labels == ["withdraw", "send South and Estern troops"]


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("fire on each other in the streets", "fire"),
        ("use force against one another over the lake", "use force"),
    ],
)
def test_each_other_is_no_object_of_one(phrase, said):
    assert trimmed(phrase) == said


def test_what_is_not_got_along_with_it_denies_nothing():
    made = report("North would obtain the fort but no land. South may open its port.")
    say(made, "would obtain the fort but no land", "north", "obtain the fort but no land",
        "COERCE", "possible", "south")  # fmt: skip
    (one,) = unfolded(made.reading()).claims
    assert one.action == "obtain the fort"


def test_a_doers_own_name_gives_way_to_its():
    made = report("North may shut North's pipeline. South may expel its envoys.")
    say(made, "may shut North's pipeline", "north", "shut the North's pipeline", "COERCE",
        "possible", "south")  # fmt: skip
    say(made, "may expel its envoys", "south", "expel its envoys", "SANCTION", "possible", "north")
    (one,) = draft(made.reading()).decision_makers["north"].options.values()
    assert one.label in {"shut its pipeline", "shut the pipeline"}
