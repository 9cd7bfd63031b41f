"""Bands without a name, parties where a text is about them: exiles, strikers, hijackers, firms."""

import pytest

from detente.read.claim import Document
from detente.read.reading import read


def _of(text: str, word: str) -> tuple[str | None, str | None]:
    """Return whom the last `word` of a text means, and that actor's role."""
    start = text.rindex(word)
    found = read(Document(id="d", title="", date=None, source="note", text=text))
    for actor in found.actors:
        if any(first <= start < last for _, first, last in actor.mentions):
            return actor.id, actor.role
    return None, None


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            (
                "Angolan exiles raided two villages on the Zambian coast on Friday. Zambia closed the road. "
                "The exiles burned a bridge and withdrew at night."
            ),
            "exiles",
            "angolan_exiles",
        ),
        (
            (
                "Raids by Chilean exiles went on all summer. Peru let them pass. "
                "Its police looked away. Later the exiles attacked a barracks."
            ),
            "exiles",
            "chilean_exiles",
        ),
        (
            (
                "The mutineers seized the radio station in Lusaka on Monday. Zambia sent troops. "
                "In the evening the mutineers released the minister."
            ),
            "mutineers",
            "mutineers",
        ),
        (
            (
                "Zambia on Monday expelled six Angolan asylum seekers. Angola demanded their return. "
                "Zambia said it had arrested the asylum seekers at the port."
            ),
            "seekers",
            "angolan_asylum_seekers",
        ),
    ],
)
def test_a_band_that_a_text_comes_back_to_is_a_party(text: str, word: str, actor: str) -> None:
    assert _of(text, word) == (actor, "party")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # named once
        ("Zambia closed the road. Exiles raided a village. Angola protested.", "Exiles"),
        # nothing is done by them
        (
            (
                "Zambia fears the exiles. Angola wants money for the exiles. "
                "There are camps for exiles near the river."
            ),
            "exiles",
        ),
        # of two peoples
        (
            (
                "Angolan exiles raided a village on Friday. Zambia protested. "
                "Chilean exiles burned a bridge and attacked a post."
            ),
            "exiles",
        ),
        # people who only say things or live there
        (
            (
                "Residents fled the town on Friday. The residents burned tyres. "
                "Zambia sent police. The residents attacked a shop."
            ),
            "residents",
        ),
        (
            (
                "Analysts attacked the plan on Friday. The analysts warned Zambia. "
                "Later the analysts rejected the offer."
            ),
            "analysts",
        ),
        # asylum seekers of whom the text doesn't set out to tell
        (
            (
                "Zambia closed the border. Angola protested. Talks failed. Ministers met again. "
                "Last year Zambia arrested asylum seekers. It later expelled some asylum seekers."
            ),
            "seekers",
        ),
    ],
)
def test_a_band_at_the_edge_is_none(text: str, word: str) -> None:
    _, role = _of(text, word)
    assert role != "party"


def test_people_at_work_who_strike_are_the_strikers() -> None:
    text = (
        "The firm told 3,000 striking dockers on Monday to go back. The dockers rejected the offer. "
        "Zambia sent police. On Friday they fired on the dockers, who had blocked the quay."
    )
    assert _of(text, "dockers") == ("strikers", "party")


def test_people_at_work_who_do_not_strike_are_nobody() -> None:
    text = (
        "The firm told 3,000 dockers on Monday to go back. The dockers rejected the offer. "
        "Zambia sent police. On Friday the dockers blocked the quay."
    )
    assert _of(text, "dockers")[0] is None


def test_workers_who_strike_a_thing_are_no_strikers() -> None:
    text = (
        "The dockers struck a deal on Monday. The dockers rejected an offer by Zambia. "
        "On Friday the dockers blocked the quay."
    )
    assert _of(text, "dockers")[0] is None


_FIRMS = (
    "The foreign mining companies refused to pay the tax. Zambia accused the companies of fraud. ",
    "The companies appealed to the court. Zambia seized the pits of the companies. ",
    "The companies offered a sum. The companies threatened to leave. Zambia rejected the offer.",
)


def test_firms_are_a_party_where_a_text_is_about_them() -> None:
    assert _of("".join(_FIRMS), "companies") == ("mining_companies", "party")


def test_firms_that_come_up_a_few_times_are_none() -> None:
    assert _of("".join(_FIRMS[:2]), "companies")[0] is None


@pytest.mark.parametrize(
    ("text", "word", "role"),
    [
        (
            (
                "The opposition rejected the result. Zambia sent police. "
                "Angola warned the opposition to stay away from the palace."
            ),
            "opposition",
            "party",
        ),
        ("Zambia sent police. Angola met the opposition.", "opposition", None),
        # several marks of one mention are one mention
        (
            "Zambia sent police. The opposition leaders rejected the result and left.",
            "leaders",
            "bystander",
        ),
    ],
)
def test_rebels_and_oppositions_stand_out_by_two_acts(
    text: str, word: str, role: str | None
) -> None:
    assert _of(text, word)[1] == role
