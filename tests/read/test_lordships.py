"""Who is called after a place, who was of which state in his years, and who led a side of his own."""

import pytest

from detente.read.article import article


def _actors(text: str, word: str) -> set[str | None]:
    read = article(text)
    return {read.actor_of(token) for token in read.doc if token.text == word}


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            "In 1895 Britain refused. Lord Salisbury sent ships to Chile. Salisbury rejected the demand.",
            "Salisbury",
            "united_kingdom",
        ),
        ("In 1868 Prussia sent an army. Bismarck demanded the port.", "Bismarck", "prussia"),
        ("In 1887 Germany sent a squadron. Bismarck demanded the port.", "Bismarck", "germany"),
        ("In 1925 Japan sent ships. Wu Peifu attacked Tientsin.", "Peifu", "wu_peifu"),
    ],
)
def test_a_name_means_whom_the_text_and_its_years_tell(text: str, word: str, actor: str) -> None:
    assert _actors(text, word) == {actor}


def test_a_capital_stays_one_where_its_state_is_spoken_of() -> None:
    text = (
        "In 1965 Lord Salisbury warned Rhodesia. Rhodesia refused. Salisbury rejected the demand."
    )
    assert "rhodesia" in _actors(text, "Salisbury")
