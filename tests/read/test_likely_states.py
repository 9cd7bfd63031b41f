"""Which state a government, an army or an office without a name is most likely of."""

import pytest

from detente.read.article import article
from detente.read.statements import extract

LIKELY = [
    (
        (
            "Chad and Sudan have quarrelled for years.\nChad's options\n"
            "Sudan has more tanks. The cabinet said that it would wait."
        ),
        "chad",
    ),
    (
        (
            "DAMASCUS, April 20 - Israel shelled Lebanon on Friday. Israel sent tanks to Lebanon.\n"
            "Israel has called up its reservists, and Israel wants a truce. Rain fell. "
            "The government has promised not to go further."
        ),
        "israel",
    ),
    (
        (
            "Israel shelled Lebanon on Friday. Israel sent tanks. The road to Syria is shut. "
            "The government has promised not to go further."
        ),
        "israel",
    ),
    ("DAMASCUS, April 20 - The government said that it would wait for Israel.", "syria"),
    ("In Cairo the government said that it would wait.", "egypt"),
]


@pytest.mark.parametrize(("text", "speaker"), LIKELY)
def test_whose_government_speaks(text: str, speaker: str) -> None:
    assert [claim.speaker for claim in extract(article(text))][-1:] == [speaker]


def test_what_is_named_far_off_is_nobodys() -> None:
    text = "Chad sent troops.\nIt rained. Nobody came. The road was long. The bridge fell.\n"
    found = [c.speaker for c in extract(article(text + "It snowed. The ministry said it knew."))]
    assert found == ["ministry"]
