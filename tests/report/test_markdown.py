"""The brief as Markdown: the same sentences, no text taken for markup, every footnote there."""

import dataclasses
import re

from report import makers


def test_every_reference_has_its_note():
    text = makers.brief().to_markdown()
    notes = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert notes == {str(n) for n in range(1, 11)}
    assert set(re.findall(r"\[\^(\d+)\]", text)) <= notes


def test_it_says_what_the_page_says():
    made = makers.brief()
    text = made.to_markdown()
    assert text.startswith(f"# {made.content.headline}\n")
    for line in (*made.content.answer, *made.content.no_return):
        assert line.text in text
    assert text == makers.brief().to_markdown()


def test_no_text_is_taken_for_markup():
    made = makers.brief()
    conflict = made.conflict.model_copy(deep=True)
    conflict.title = "# <b>bold</b> [link](x) *star*\n\n- item"
    conflict.open_questions = ["| a | b |", "```\ncode"]
    text = dataclasses.replace(made, conflict=conflict).to_markdown()
    assert r"\# \<b\>bold\</b\> \[link\](x) \*star\* - item" in text
    assert r"- \| a \| b \|" in text
    assert "```" not in text.replace("\\`", "")
