"""Plain present-day reports: who did it, to whom, and what is no act at all."""

import pytest

from detente.read.claim import Claim, Document
from detente.read.reading import read
from detente.read.signing import whole


def claims(text: str, *kinds: str) -> list[Claim]:
    """Return the claims of a text, of these kinds alone where any is given."""
    found = whole(read(Document(id="d1", title="", date=None, source="note", text=text)))
    return [claim for claim in found.claims if not kinds or claim.kind in kinds]


def one(text: str, word: str, *kinds: str) -> Claim:
    """Return the shortest claim that has a word in its action or quote."""
    fitting = [
        claim
        for claim in claims(text, *kinds)
        if word in (claim.action or "") or word in claim.quote
    ]
    return min(fitting, key=lambda claim: len(claim.quote))


@pytest.mark.parametrize(
    ("text", "word", "actor", "target"),
    [
        (
            (
                "Eritrea answered the next day with an air raid on the Ethiopian town of Adigrat,"
                " in which six civilians were killed."
            ),
            "were killed",
            "eritrea",
            "ethiopia",
        ),
        (
            "Jordan asked the United States and Britain for help. Both began to fly weapons to Amman.",
            "began to fly",
            "united_states",
            "jordan",
        ),
    ],
)
def test_who_did_it_is_told_in_the_words_before(
    text: str, word: str, actor: str, target: str
) -> None:
    """Deaths belong to the raid, and "both" are the two named last."""
    found = one(text, word, "event")
    assert (found.actor, found.target) == (actor, target)


def test_who_counts_the_dead_did_not_kill_them() -> None:
    """A ministry that reports its own losses is no attacker, the UN neither victim nor attacker."""
    text = (
        "Azerbaijan attacked Armenia on Tuesday. Armenia asked Russia for help. At least 25 people"
        " were killed, the Armenian authorities say."
    )
    assert one(text, "were killed", "event").actor == "azerbaijan"


@pytest.mark.parametrize(
    ("text", "word", "event"),
    [
        ("Iran said any Iraqi crossing would be met by force.", "met by force", "ASSAULT"),
        ("Russia blocked a UN statement on the war in Syria.", "statement", "REJECT"),
        ("Peru threw out the Mexican ambassador in return.", "ambassador", "SANCTION"),
        ("Lithuania applied the sanctions imposed by the European Union.", "applied", "SANCTION"),
        (
            "Libya tried to arrange a ceasefire between Mali and Burkina Faso.",
            "ceasefire",
            "CONSULT",
        ),
    ],
)
def test_types_go_by_what_is_acted_upon(text: str, word: str, event: str) -> None:
    """The object says what sort of act a plain verb tells."""
    assert event in {
        claim.event for claim in claims(text, "event", "option") if word in claim.quote
    }


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("France called the seizure of the ship a breach of the law.", "option", "seizure"),
        ("India warned its citizens against travelling to Canada.", "red_line", "travelling"),
        (
            "Washington has not said what it would do if Russia cut the cable.",
            "red_line",
            "cable",
        ),
        ("The Soviet Union took a neutral position.", "event", "position"),
    ],
)
def test_nothing_is_made_of_it(text: str, kind: str, words: str) -> None:
    """Names for a deed, advice to travellers and open questions are no demands and no lines."""
    assert not [claim for claim in claims(text, kind) if words in claim.quote]


def test_a_ship_is_its_states() -> None:
    """A ship with a flag acts for its state, and so does its captain."""
    text = (
        "The Colombian corvette ARC Caldas entered the Gulf of Venezuela. Venezuela demanded that it"
        " leave. The captain of the Caldas refused."
    )
    assert {claim.actor for claim in claims(text, "event")} == {"colombia", "venezuela"}


def test_a_security_council_with_an_owner_is_no_un_body() -> None:
    """Its secretary speaks for the state."""
    text = (
        "Nikolai Patrushev, the secretary of Russia's Security Council, says Lithuania will suffer."
    )
    found = read(Document(id="d1", title="", date=None, source="note", text=text))
    assert {claim.speaker for claim in found.claims if claim.kind == "statement"} == {"russia"}
    assert "united_nations" not in {actor.id for actor in found.actors}


def test_a_question_names_its_state() -> None:
    """The verb that opens a question is no part of a name."""
    assert one("Will Iran close the Strait of Hormuz?", "close").actor == "iran"


def test_what_is_their_own_is_of_those_told() -> None:
    """A mediator who urges both is no party to their quarrel."""
    text = "Mali fought Burkina Faso. The UN urged both parties to settle their dispute peacefully."
    assert "united_nations" not in {claim.target for claim in claims(text, "option")}


@pytest.mark.parametrize(
    ("label", "action"),
    [
        ("Option A: stay out.", "stay out"),
        ("Option B: strike the mines.", "strike the mines"),
        ("Option C: negotiate with Iran.", "negotiate with Iran"),
        ("Scenario 1: send more ships and wait.", "send more ships"),
    ],
)
def test_labelled_options_are_of_whoever_has_them(label: str, action: str) -> None:
    """What stands behind a label is a choice, and the label does nothing."""
    found = one(
        f"Iran has closed the strait. Washington has four options. {label}", action, "option"
    )
    assert (found.actor, found.action) == ("united_states", action)


def test_a_label_before_a_sentence_is_no_choice() -> None:
    """Behind the label a whole clause tells what happens."""
    text = "Washington has two options. Option A: Iran opened the strait."
    assert not [claim for claim in claims(text, "option") if claim.actor == "united_states"]


def test_refusing_one_thing_and_doing_another() -> None:
    """A past tense behind "but" is not part of what was refused."""
    text = "France refused to send troops but supplied weapons and fuel to Chad."
    done = one(text, "supplied", "event")
    assert (done.actor, done.target, done.quote) == (
        "france",
        "chad",
        "supplied weapons and fuel to Chad",
    )
    assert one(text, "send", "option").quote == "refused to send troops"


@pytest.mark.parametrize(
    "said",
    [
        "The operation will continue until the hostages are freed, Israel said.",
        "Israel said the operation would go on.",
        "The campaign would resume, the Israeli army said.",
    ],
)
def test_what_is_to_go_on_is_planned(said: str) -> None:
    """An operation that is to continue is the option of who carries it on."""
    found = claims(f"Israel launched an operation in Gaza. {said}", "option")
    assert {"planned", "threatened"} & {c.status for c in found if c.actor == "israel"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mali and Burkina Faso accepted the ruling, thereby ending the dispute.", "ending"),
        ("Chad's major response came on 29 June, when it appealed to France.", "response"),
        ("Posts stood in the areas claimed by India.", "claimed"),
        ("Greece and Turkey both want the shelf that both countries claim.", "claim"),
        ("How far will India and Canada go?", "go"),
        ("Canada will not stand by while Spain takes the last fish.", "stand by"),
        ("Somalis formed the majority of the people of Kenya's north.", "majority"),
    ],
)
def test_no_act_of_its_own(text: str, words: str) -> None:
    """What only dates, ends, claims or counts is no act."""
    assert not [claim for claim in claims(text, "event", "option") if words in claim.quote]


def test_help_that_is_sought_is_asked_of_somebody() -> None:
    """To seek help from a state is a request, and the help is that state's option."""
    text = "Kenya sought military assistance from Britain."
    asked = one(text, "sought", "event")
    assert (asked.actor, asked.target, asked.event) == ("kenya", "united_kingdom", "REQUEST")
    option = one(text, "assistance", "option")
    assert (option.actor, option.status) == ("united_kingdom", "demanded")


def test_a_question_says_nothing() -> None:
    """A live page that asks what somebody has said reports no words."""
    assert not claims("What has Beijing said? Little so far.", "statement")


def test_what_is_doubted_is_not_planned() -> None:
    """A step that somebody doubts is no plan."""
    text = "He doubts that Egypt will stop the flow of arms to Sudan."
    assert "planned" not in {claim.status for claim in claims(text, "option")}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Germany, France and Italy met. The three countries say the embargo must hold.",
            "embargo",
            "germany",
        ),
        (
            "Mali fought Niger. The United States and Britain were not involved. Both urged restraint.",
            "Both",
            "united_states",
        ),
        (
            (
                "Guatemala threatened Belize. The United Nations adopted a resolution on 8 December that backed it and called on the"
                " parties to resume their talks."
            ),
            "called on",
            "united_nations",
        ),
    ],
)
def test_who_speaks_for_several_or_by_a_paper(text: str, words: str, speaker: str) -> None:
    """Counted countries are those named in a row; a resolution speaks for whoever adopted it."""
    assert one(text, words, "statement").speaker == speaker


def test_both_leaders_are_those_just_named() -> None:
    """Leaders named in the sentence before are meant, not those whose states are named most."""
    text = (
        "Turkey warned Greece. Turkey and Greece mobilised. President Joe Biden called the Egyptian"
        " president, Abdel Fattah al-Sisi. Both leaders agreed on a truce."
    )
    agreed = one(text, "agreed", "event")
    assert (agreed.actor, agreed.target) == ("united_states", "egypt")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Asked about a strike on Iran, Trump said there were many options.", "option", "strike"),
        ("Asked about a strike on Iran, Trump said there were many options.", "event", "Asked"),
        ("How should Lithuania respond to China?", "option", "respond"),
        ("Iran and Oman quarrelled over the border.", "statement", "quarrelled"),
    ],
)
def test_neither_asked_nor_said(text: str, kind: str, words: str) -> None:
    """A reporter's question is nobody's demand, and a quarrel no words."""
    assert not [claim for claim in claims(text, kind) if words in claim.quote]


def test_unknown_men_are_no_party() -> None:
    """Armed men whom nobody knows are not given to a state that is near."""
    text = "Tunisia and Libya had met. Some 300 armed men attacked the town of Gafsa."
    assert one(text, "attacked", "event").actor is None


def test_a_sender_is_told_without_who_says_so() -> None:
    """The words that name a source are no part of the act."""
    found = one("Turkey has sent fighters to Libya, according to the Pentagon.", "sent", "event")
    assert found.quote == "Turkey has sent fighters to Libya"
