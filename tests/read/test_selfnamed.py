"""Groups that are told by what they call themselves."""

import pytest

from detente.read.article import article
from detente.read.findings import extract


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (
            (
                "The intruders, who called themselves Sons of the Tide, wiped the computers of Sweden. "
                "The intruders demanded a ransom. Sweden refused."
            ),
            "sons_of_the_tide",
        ),
        (
            "Hackers known as Cold River attacked the banks of Peru. Peru blamed Cold River.",
            "cold_river",
        ),
        (
            (
                "Officers who called themselves Free Sons seized Togo's radio. "
                "The Free Sons arrested the president."
            ),
            "free_sons",
        ),
        (
            (
                "A group calling itself the Red Dawn Army claimed the attack on Togo. "
                "The Red Dawn Army attacked again. Togo protested."
            ),
            "red_dawn_army",
        ),
    ],
)
def test_who_gives_himself_a_name_acts_under_it(text: str, group: str) -> None:
    here = article(text)
    assert here.role_of(group) == "party"
    assert group not in here.passing


def test_the_noun_before_the_name_is_the_groups() -> None:
    text = (
        "The intruders, who called themselves Sons of the Tide, wiped the computers of Sweden. "
        "The intruders threatened the king."
    )
    claims = extract(article(text))
    doers = {claim.actor for claim in claims if "threatened the king" in claim.quote}
    assert doers == {"sons_of_the_tide"}


@pytest.mark.parametrize(
    "text",
    [
        "A man calling himself Red Dawn shot a guard in Togo. Red Dawn fled. Togo closed the border.",
        "Togo closed the strait known as Cold River. Togo mined Cold River.",
        "Villagers who called themselves Catholics fled Togo. Togo shut the border.",
    ],
)
def test_men_and_straits_and_whoever_does_nothing_are_no_parties(text: str) -> None:
    here = article(text)
    assert {actor for actor in here.cast if here.role_of(actor) == "party"} - here.passing == {
        "togo"
    }
