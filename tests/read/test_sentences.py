"""Where a text is cut before it's parsed."""

import pytest

from detente.read.article import article
from detente.read.text.sentences import LONGEST_PART, chunks, unwrap

WRAPPED = (
    "The envoy said on Tuesday that the talks in the\n"
    "capital had failed, and that both delegations\n"
    "would go home before the end of the week."
)


def parts(text: str) -> list[str]:
    return [part.text for part in chunks(text) if not part.blank]


def test_a_hard_wrapped_paragraph_is_one_part() -> None:
    assert parts(WRAPPED) == [WRAPPED.replace("\n", " ")]


def test_short_lines_are_a_list() -> None:
    assert parts("Iran left\nIraq stayed\nOman waited") == [
        "Iran left",
        "Iraq stayed",
        "Oman waited",
    ]


def test_unwrapping_keeps_every_offset() -> None:
    assert len(unwrap(WRAPPED)) == len(WRAPPED)
    assert unwrap(WRAPPED).replace(" ", "") == WRAPPED.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("PARIS, May 3 - Talks failed.", "PARIS, May 3 -"),
        ("WASHINGTON (AP) — Talks failed.", "WASHINGTON (AP) —"),
        ("Kyiv (Reuters) - Talks failed.", "Kyiv (Reuters) -"),
        ("SEOUL, Aug. 9, 2017 - Talks failed.", "SEOUL, Aug. 9, 2017 -"),
        ("LIMA/QUITO (Agency), May 3 - Talks failed.", "LIMA/QUITO (Agency), May 3 -"),
        ("Lima, Peru (Agency) — Talks failed.", "Lima, Peru (Agency) —"),
        ("Lima, 3 May (Agency) - Talks failed.", "Lima, 3 May (Agency) -"),
        ("BOGOTÁ, May 3 - Talks failed.", "BOGOTÁ, May 3 -"),
        ("SÃO PAULO (Agency) May 3 - Talks failed.", "SÃO PAULO (Agency) May 3 -"),
        ("(Agency) - Talks failed.", "(Agency) -"),
        ("LIMA, May 3 -Talks failed.", "LIMA, May 3 -"),
        ("14:05 Talks failed.", "14:05"),
        ("9.30pm GMT - Talks failed.", "9.30pm GMT -"),
        ("• Talks failed.", "•"),
        ("- Talks failed.", "-"),
    ],
)
def test_what_stands_before_a_sentence_is_cut_off(line: str, lead: str) -> None:
    assert parts(line) == [lead, "Talks failed."]


def test_a_sentence_with_a_dash_is_no_dateline() -> None:
    assert parts("France - for once - agreed.") == ["France - for once - agreed."]


def test_sentences_do_not_cross_a_headline() -> None:
    read = article("Oman offers to mediate\n\nIran declined the offer.")
    assert [span.text for span in read.sentences] == [
        "Oman offers to mediate",
        "Iran declined the offer.",
    ]


def test_parts_are_bounded() -> None:
    assert max(len(part.text) for part in chunks("word. " * 20_000)) <= LONGEST_PART
