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
from pathlib import Path

import numpy as np
from regression import chances, fitted
from scipy.sparse import csr_matrix

from detente.read.ahead import conditionals
from detente.read.article import Article, article, build
from detente.read.bounds.threat_signs import signs
from detente.read.bounds.threats import candidates
from detente.read.claim import Document
from detente.read.done.acts import find
from detente.read.done.settle import settle
from detente.read.done.trust import trusted
from detente.read.matching import matches
from detente.read.scoring.marked import Passage, passages
from detente.read.text import language

RIDGE = 4.0
FOLDS = 12
SEED = 0
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
    text = passage.path.read_text("utf-8")
    document = Document(id="d1", title="", date=None, source=passage.name, text=text)
    marks = [mark for mark in passage.claims if mark.kind == "red_line"]
    spans = [mark.span(text) or (0, 0) for mark in marks]
    for seen, span in _seen(build(document, next(language.parse([text])))):
        hit = [mark for mark, at in zip(marks, spans, strict=True) if matches(at, span)]
        marked = any(not mark.optional for mark in hit)
        yield Row(place, passage.name, seen, marked, bool(hit) and not marked)


def made(folder: Path) -> Iterator[Row]:
    """Yield the conditionals of the sentences that are made."""
    table = tomllib.loads((folder / "threats.toml").read_text("utf-8"))
    for key, drawn in (("drawn", True), ("not_drawn", False)):
        for line in table[key].strip().splitlines():
            for seen, _ in _seen(article(line)):
                yield Row(MADE, line, seen, drawn, border=False)


def fit(table: csr_matrix, goal: np.ndarray) -> np.ndarray:
    """Return the weights, the constant first, those that hardly count as 0."""
    found = fitted(table, goal, RIDGE)
    found[1:][abs(found[1:]) < LEAST_WEIGHT] = 0.0
    return found


def folds(texts: list[Passage], hands: str | None) -> np.ndarray:
    """Return in which fold each passage is: by chance, or by its hand."""
    if hands is None:
        return np.random.default_rng(SEED).permutation(len(texts)) % FOLDS
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
    where: dict[str, set[str]] = {}
    for row in each:
        for name in row.signs:
            where.setdefault(name, set()).add(row.text)
    names = sorted(name for name, seen in where.items() if len(seen) >= LEAST_TEXTS)
    table = csr_matrix([[float(name in row.signs) for name in names] for row in each])
    marked, border = (np.array([getattr(r, n) for r in each]) for n in ("marked", "border"))
    place = np.array([row.passage for row in each])
    of_text = folds(texts, sys.argv[1] if len(sys.argv) > 1 else None)
    fold = np.where(place == MADE, MADE, of_text[place])
    likely = np.zeros(len(each))
    for k in sorted(set(fold) - {MADE}):
        used = (fold != k) & ~border
        likely[fold == k] = chances(table[fold == k], fit(table[used], marked[used].astype(float)))
    weights = fit(table[~border], marked[~border].astype(float))
    named = [("constant", weights[0]), *zip(names, weights[1:], strict=True)]
    lines = ["[threat]", *(f'"{name}" = {weight:.2f}' for name, weight in named if weight)]
    sys.stdout.write("\n".join(lines) + "\n")
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
