"""Fit how likely an act that no rule takes up is marked: ``python evaluation/chances.py``.

Every verb and noun of ``evaluation/dev`` that the rules leave over either matches a mark or
doesn't: of an option where it isn't done, of an event where it is. For each of the two a
logistic regression with a ridge (each weight as if drawn from a normal distribution of
variance 1/RIDGE) tells from the signs of `detente.read.done.chances` how likely that is. A
match with the wrong doer counts by half, a border case not at all. Prints the weights as TOML
for ``src/detente/read/lexicon/chances.toml`` and, on standard error, how the acts fare by
chance when the passage they stand in was left out of the fit.
"""
# ruff: noqa: INP001 - a script, no package

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from articles import article_of
from regression import as_toml, folds, lean, left_out, tabled

from detente.read.ahead import conditionals
from detente.read.done.act import LIKELY, OPEN, Act
from detente.read.done.acts import find
from detente.read.done.choices import told
from detente.read.done.leftovers import LEAST_CHANCE, signs
from detente.read.done.settle import settle
from detente.read.done.trust import trusted
from detente.read.matching import matches, pair
from detente.read.scoring.marked import Marked, Passage, passages
from detente.read.text.words import lexicon

KINDS = ("option", "event")
RIDGE = 10.0
LEAST_PASSAGES = 8  # in how many a sign must be seen
LEAST_TRUST = 0.4  # in a doer; of one below it nothing would be told


@dataclass(frozen=True)
class Row:
    """One act that no rule takes up."""

    passage: int
    kind: str
    signs: frozenset[str]
    matched: bool
    border: bool
    doer: bool


def rows(place: int, passage: Passage) -> Iterator[Row]:
    """Yield what the rules leave over of a passage, with what a mark says of it."""
    article = article_of(passage)
    text = article.document.text
    found = find(article, least=dict.fromkeys(LEAST_CHANCE, 0.0))
    settled = trusted(article, settle(article, found, conditionals.find(article)))
    kept = [each for each in told(settled) if each.trust >= LEAST_TRUST]
    by_rule = [act for act in found if act.rule not in LIKELY]
    made = {act.head.i: act for act in found}
    for act, kind, mark in _matched(passage, text, kept):
        beside = [each for each in by_rule if each.head.sent.start == act.head.sent.start]
        seen = frozenset(signs(article, made[act.head.i], beside, lexicon()))
        marked = mark is not None and not mark.optional
        doer = marked and passage.party(act.actor) in mark.actor
        yield Row(place, kind, seen, marked, mark is not None and mark.optional, doer)


def _matched(
    passage: Passage, text: str, acts: Sequence[Act]
) -> Iterator[tuple[Act, str, Marked | None]]:
    """Yield what no rule takes up, its kind and the mark that it meets and that no rule's act met."""
    for kind in KINDS:
        marks = [mark for mark in passage.claims if mark.kind == kind]
        spans = [mark.span(text) or (0, 0) for mark in marks]
        mine = [act for act in acts if (act.status in OPEN) == (kind == "option")]
        firm = [(act.start, act.end) for act in mine if act.rule not in LIKELY]
        taken = {m for m, _ in pair(spans, firm, [mark.optional for mark in marks])}
        free = [(marks[m], spans[m]) for m in range(len(marks)) if m not in taken]
        for act in mine:
            if act.rule not in LIKELY:
                continue
            met = [mark for mark, span in free if matches(span, (act.start, act.end))]
            met.sort(key=lambda mark: (mark.optional, passage.party(act.actor) not in mark.actor))
            yield act, kind, met[0] if met else None


def main() -> None:
    """Fit, and say how well."""
    texts = passages(Path(__file__).parent, "dev")
    each = [row for place, text in enumerate(texts) for row in rows(place, text)]
    parts = (_part(kind, [row for row in each if row.kind == kind]) for kind in KINDS)
    sys.stdout.write("\n".join(parts))


def _part(kind: str, each: Sequence[Row]) -> str:
    """Return the weights of a kind as TOML, and say how well they do."""
    places = [row.passage for row in each]
    names, table = tabled([row.signs for row in each], places, LEAST_PASSAGES)
    goal = np.array([(row.matched + row.doer) / 2 for row in each])
    matched, border = (np.array([getattr(r, n) for r in each]) for n in ("matched", "border"))
    doer = np.array([row.doer for row in each])
    fit = partial(lean, ridge=RIDGE)
    likely = left_out(table, goal, ~border, folds(max(places) + 1)[places], fit)
    tell = sys.stderr.write
    tell(f"{kind}: {len(each)} acts left over, {matched.sum()} of them marked\n")
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        kept = (likely >= least) & ~border
        right = matched[kept].sum()
        tell(
            f"from {least:.2f} on: {right} marked of {kept.sum()}, {right / kept.sum():.2f};"
            f" the doer of {doer[kept].sum() / max(right, 1):.2f}\n"
        )
    return as_toml(kind, names, fit(table[~border], goal[~border]))


if __name__ == "__main__":
    main()
