"""Fit how likely a conditional is a threat: ``python evaluation/threats.py``.

Every conditional of ``evaluation/dev`` matches a red line that is marked or doesn't, and every
one of ``evaluation/threats.toml`` is made to be one or not; a logistic regression with a ridge
(each weight as if drawn from a normal distribution of variance 1/RIDGE) tells from the signs of
`detente.read.bounds.threat_signs` how likely that is. Border cases are left out. Prints the
weights as TOML for ``src/detente/read/lexicon/threats.toml`` and, on standard error, how the
conditionals of ``dev`` fare when the passage they stand in was left out of the fit: folds by
passage or, with a file of lines "passage hand", by who wrote it.
"""
# ruff: noqa: INP001 - a script, no package

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from articles import article_of
from regression import as_toml, folds, lean, left_out, tabled

from detente.read.ahead import conditionals
from detente.read.article import Article
from detente.read.article import article as article_from
from detente.read.bounds.threat_signs import signs
from detente.read.bounds.threats import candidates
from detente.read.done.acts import find
from detente.read.done.settle import settle
from detente.read.done.trust import trusted
from detente.read.matching import matches
from detente.read.scoring.marked import Passage, passages

RIDGE = 4.0
LEAST_TEXTS = 6  # in how many a sign must be seen
LEAST_WEIGHT = 0.05  # smaller ones are left out
MADE = -1  # the place of sentences that are made


@dataclass(frozen=True)
class Row:
    """One conditional."""

    passage: int
    text: str
    signs: frozenset[str]
    marked: bool
    border: bool


def _seen(text: Article) -> Iterator[tuple[frozenset[str], tuple[int, int]]]:
    conditions = conditionals.find(text)
    acts = trusted(text, settle(text, find(text), conditions))
    for each, both in candidates(text, conditions):
        yield frozenset(signs(text, acts, each, both)), (each.start, each.end)


def rows(place: int, passage: Passage) -> Iterator[Row]:
    """Yield the conditionals of a passage, with what a mark says of them."""
    article = article_of(passage)
    text = article.document.text
    marks = [mark for mark in passage.claims if mark.kind == "red_line"]
    spans = [mark.span(text) or (0, 0) for mark in marks]
    for seen, span in _seen(article):
        hit = [mark for mark, at in zip(marks, spans, strict=True) if matches(at, span)]
        marked = any(not mark.optional for mark in hit)
        yield Row(place, passage.name, seen, marked, bool(hit) and not marked)


def made(folder: Path) -> Iterator[Row]:
    """Yield the conditionals of the sentences that are made."""
    table = tomllib.loads((folder / "threats.toml").read_text("utf-8"))
    for key, drawn in (("drawn", True), ("not_drawn", False)):
        for line in table[key].strip().splitlines():
            for seen, _ in _seen(article_from(line)):
                yield Row(MADE, line, seen, drawn, border=False)


def parted(texts: list[Passage], hands: str | None) -> np.ndarray:
    """Return in which fold each passage is: by chance, or by its hand."""
    if hands is None:
        return folds(len(texts))
    lines = Path(hands).read_text("utf-8").splitlines()
    whose = dict(line.split() for line in lines)
    known = sorted(set(whose.values()))
    return np.array([known.index(whose[each.name]) for each in texts])


def main() -> None:
    """Fit, and say how well."""
    folder = Path(__file__).parent
    texts = passages(folder, "dev")
    each = [row for place, text in enumerate(texts) for row in rows(place, text)]
    each += made(folder)
    names, table = tabled([row.signs for row in each], [row.text for row in each], LEAST_TEXTS)
    marked, border = (np.array([getattr(r, n) for r in each]) for n in ("marked", "border"))
    place = np.array([row.passage for row in each])
    of_text = parted(texts, sys.argv[1] if len(sys.argv) > 1 else None)
    fold = np.where(place == MADE, MADE, of_text[place])
    goal = marked.astype(float)
    fit = partial(lean, ridge=RIDGE, least=LEAST_WEIGHT)
    likely = left_out(table, goal, ~border, fold, fit)
    sys.stdout.write(as_toml("threat", names, fit(table[~border], goal[~border])))
    judged = (place != MADE) & ~border
    tell = sys.stderr.write
    total = marked[judged].sum()
    tell(f"{len(texts)} passages, {judged.sum()} conditionals, {total} of them marked\n")
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        kept = judged & (likely >= least)
        right = marked[kept].sum()
        tell(
            f"from {least:.2f} on: {right} marked of {kept.sum()}, {right / kept.sum():.2f},"
            f" and {right / total:.2f} of all\n"
        )


if __name__ == "__main__":
    main()
