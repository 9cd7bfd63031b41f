"""Fit how likely a party's saying is an act: ``python evaluation/said_acts.py``.

Every saying of a party in ``evaluation/dev`` that no act is told by either matches the mark of
an event that no other claim meets, or doesn't. A logistic regression with a ridge (each weight
as if drawn from a normal distribution of variance 1/RIDGE) tells from the signs of
`detente.read.bounds.said_acts` how likely that is. A match with the wrong speaker counts by
half, a border case not at all. Prints the weights as TOML for
``src/detente/read/lexicon/said_acts.toml`` and, on standard error, how sayings fare by chance
when the passage they stand in was left out of the fit.
"""
# ruff: noqa: INP001 - a script, no package

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from articles import article_of
from regression import as_toml, folds, lean, left_out, tabled

from detente.read.ahead import conditionals
from detente.read.bounds import red_lines
from detente.read.bounds.said_acts import candidates, signs, within
from detente.read.bounds.threatened import threatened
from detente.read.done import events
from detente.read.done.acts import find
from detente.read.done.settle import settle
from detente.read.done.trust import trusted
from detente.read.matching import matches, pair
from detente.read.scoring.marked import Passage, passages

RIDGE = 8.0
LEAST_PASSAGES = 8  # in how many a sign must be seen


@dataclass(frozen=True)
class Row:
    """One saying that no act is told by."""

    passage: int
    signs: frozenset[str]
    matched: bool
    border: bool
    speaker: bool


def rows(place: int, passage: Passage) -> Iterator[Row]:
    """Yield the sayings of a passage that no act is told by, with what a mark says of each."""
    article = article_of(passage)
    text = article.document.text
    conditions = conditionals.find(article)
    acts = trusted(article, settle(article, find(article), conditions))
    lines = tuple(red_lines.claims(article, acts, conditions))
    acts = threatened(acts, lines, conditions)
    marks = [mark for mark in passage.claims if mark.kind == "event"]
    spans = [mark.span(text) or (0, 0) for mark in marks]
    found = [
        (each.start, each.end) for each in events.claims(article, acts) if each.kind == "event"
    ]
    taken = {m for m, _ in pair(spans, found, [mark.optional for mark in marks])}
    for saying in candidates(article, acts):
        quote = (saying.quote_start, saying.quote_end)
        hit = [
            mark
            for m, (mark, span) in enumerate(zip(marks, spans, strict=True))
            if m not in taken and matches(span, quote)
        ]
        firm = [mark for mark in hit if not mark.optional]
        seen = frozenset(signs(article, saying, within(acts, saying), lines))
        right = any(passage.party(saying.speaker) in mark.actor for mark in firm)
        yield Row(place, seen, bool(firm), bool(hit) and not firm, right)


def main() -> None:
    """Fit, and say how well."""
    texts = passages(Path(__file__).parent, "dev")
    each = [row for place, text in enumerate(texts) for row in rows(place, text)]
    places = [row.passage for row in each]
    names, table = tabled([row.signs for row in each], places, LEAST_PASSAGES)
    goal = np.array([(row.matched + row.speaker) / 2 for row in each])
    matched, border, speaker = (
        np.array([getattr(row, name) for row in each]) for name in ("matched", "border", "speaker")
    )
    fit = partial(lean, ridge=RIDGE)
    likely = left_out(table, goal, ~border, folds(max(places) + 1)[places], fit)
    tell = sys.stderr.write
    tell(f"{len(each)} sayings that no act is told by, {matched.sum()} of them marked\n")
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65):
        kept = (likely >= least) & ~border
        right = matched[kept].sum()
        tell(
            f"from {least:.2f} on: {right} marked of {kept.sum()}, {right / kept.sum():.2f};"
            f" the speaker of {speaker[kept].sum() / max(right, 1):.2f}\n"
        )
    sys.stdout.write(as_toml("saying", names, fit(table[~border], goal[~border])))


if __name__ == "__main__":
    main()
