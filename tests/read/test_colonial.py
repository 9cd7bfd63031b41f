"""Soldiers from a colony are those of the power that rules it."""

from detente.read.article import article


def _actors(text: str, word: str) -> set[str | None]:
    read = article(text)
    return {read.actor_of(token) for token in read.doc if token.text == word}


def test_men_from_a_colony_are_its_rulers_troops() -> None:
    text = "In 1938 France sent ships to Syria. Senegalese troops landed and opened fire."
    assert _actors(text, "troops") == {"france"}
    text = "In 1919 Britain warned Persia. Two battalions of Indian cavalry crossed the border."
    assert _actors(text, "cavalry") == {"united_kingdom"}


def test_a_land_with_an_army_of_its_own_has_its_troops() -> None:
    text = "In 1998 France warned Guinea. Senegalese troops landed and opened fire."
    assert _actors(text, "troops") == {"senegal"}


def test_a_land_that_acts_itself_has_its_troops() -> None:
    text = "In 1938 France warned Senegal. Senegal refused. Senegalese troops opened fire."
    assert _actors(text, "troops") == {"senegal"}


def test_people_from_a_colony_are_no_troops() -> None:
    text = "In 1938 France sent ships. Senegalese merchants protested."
    assert "france" not in _actors(text, "Senegalese")
