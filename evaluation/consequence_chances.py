"""Fit how likely a clause tells a consequence: ``python evaluation/consequence_chances.py``.

Every clause of ``evaluation/dev`` that may tell one either matches a mark or doesn't, whether
the rules find it or not: they were written beside these passages, and on others they miss more.
A logistic regression with a ridge (each weight as if drawn from a normal distribution of
variance 1/RIDGE) tells from the signs of `detente.read.ahead.telling` how likely that is; a
border case counts not at all. Prints the weights as TOML for
``src/detente/read/lexicon/consequence_chances.toml`` and, on standard error, how clauses fare
by chance when the passage they stand in was left out of the fit: all, and those that no rule
takes up.
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
from detente.read.ahead.consequences import by_rule
from detente.read.ahead.supposed import clauses_of
from detente.read.ahead.telling import Scene, signs
from detente.read.bounds import red_lines
from detente.read.bounds.threatened import threatened
from detente.read.done.acts import find
from detente.read.done.settle import settle
from detente.read.done.trust import trusted
from detente.read.grammar.predicates import predicates
from detente.read.matching import matches
from detente.read.scoring.marked import Passage, passages

RIDGE = 6.0
LEAST_PASSAGES = 12  # in how many a sign must be seen


@dataclass(frozen=True)
class Row:
    """One clause that may tell a consequence."""

    passage: int
    signs: frozenset[str]
    matched: bool
    border: bool
    by_rule: bool


def rows(place: int, passage: Passage) -> Iterator[Row]:
    """Yield the clauses of a passage that may tell a consequence, with what a mark says of each."""
    article = article_of(passage)
    text = article.document.text
    conditions = conditionals.find(article)
    acts = trusted(article, settle(article, find(article), conditions))
    acts = threatened(acts, tuple(red_lines.claims(article, acts, conditions)), conditions)
    verbs = predicates(article.doc)
    told = [(each[0], each[1]) for each in by_rule(article, verbs, conditions)]
    scene = Scene(article, {act.head.i: act for act in acts}, conditions, told)
    marks = [
        (mark, mark.span(text) or (0, 0)) for mark in passage.claims if mark.kind == "consequence"
    ]
    for clause in clauses_of(scene, verbs):
        span = clause[1]
        hit = [mark for mark, where in marks if matches(where, span)]
        required = any(not mark.optional for mark in hit)
        taken_up = any(span[0] < end and start < span[1] for start, end in told)
        yield Row(
            place, frozenset(signs(scene, *clause)), required, bool(hit) and not required, taken_up
        )


def main() -> None:
    """Fit, and say how well."""
    texts = passages(Path(__file__).parent, "dev")
    each = [row for place, text in enumerate(texts) for row in rows(place, text)]
    places = [row.passage for row in each]
    names, table = tabled([row.signs for row in each], places, LEAST_PASSAGES)
    matched, border, ruled = (
        np.array([getattr(row, name) for row in each]) for name in ("matched", "border", "by_rule")
    )
    goal = matched.astype(float)
    fit = partial(lean, ridge=RIDGE)
    likely = left_out(table, goal, ~border, folds(max(places) + 1)[places], fit)
    sys.stdout.write(as_toml("consequence", names, fit(table[~border], goal[~border])))
    tell = sys.stderr.write
    tell(f"{len(texts)} passages, {len(each)} clauses, {matched.sum()} of them marked\n")
    for least in (0.05, 0.08, 0.1, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        shares = []
        for among in (np.ones(len(each), dtype=bool), ruled, ~ruled):
            kept = (likely >= least) & ~border & among
            right = matched[kept].sum()
            shares.append(f"{right} of {kept.sum()}, {right / max(kept.sum(), 1):.2f}")
        told, by_rules, beside = shares
        tell(f"from {least:.2f} on: {told}; by rules {by_rules}; beside them {beside}\n")


if __name__ == "__main__":
    main()
