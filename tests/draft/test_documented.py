"""The documented figures and bounds are those that are used."""

import re
from pathlib import Path

from detente.draft import parties
from detente.draft.beliefs import table
from detente.draft.wishes import _TIERS

PAGE = Path(__file__).parents[2] / "docs" / "theory" / "drafting.md"


def test_every_figure_of_the_table_stands_in_the_docs():
    text = PAGE.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w.]+)` \| ([\d.]+) \|", text, re.MULTILINE))
    for name, figure in table()["base"].items():
        assert float(rows[name]) == figure
    for name, figure in table()["own"].items():
        (row,) = re.findall(rf"^\|[^|]*`own\.{name}`[^|]*\| ([\d.]+) \|", text, re.MULTILINE)
        assert float(row) == figure
    for name, figure in table()["certainty"].items():
        assert re.search(rf"{name} {figure:g}\b", text)
    assert f"{table()['sources']['doubt_left']:g}^" in text
    assert f"at most }} {table()['sources']['most']:g}" in text


def test_the_bounds_and_the_order_of_priorities_stand_in_the_docs():
    text = PAGE.read_text(encoding="utf-8")
    assert (
        f"at most {parties.MOST_DECIDERS} decision makers, {parties.MOST_OPTIONS_EACH} options for "
        f"each and {parties.MOST_OPTIONS} in all"
    ) in text
    section = text.partition("## The order of priorities")[2].partition("## ")[0]
    assert len(re.findall(r"^\| \d \|", section, re.MULTILINE)) == len(_TIERS)
