"""Fit how likely an act that no rule takes up is a choice: ``python evaluation/chances.py``.

Every verb and noun of ``evaluation/dev`` that the rules leave over, and that stands as not
done, either matches a mark or doesn't; a logistic regression with a ridge (each weight as if
drawn from a normal distribution of variance 1/RIDGE) tells from the signs of
`detente.read.done.chances` how likely that is. A match with the wrong doer counts by half, a
border case not at all. Prints the weights as TOML for
``src/detente/read/lexicon/chances.toml`` and, on standard error, how the acts fare by chance
when the passage they stand in was left out of the fit.
"""
# ruff: noqa: INP001 - a script, no package

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from regression import as_toml, lean, left_out, tabled

from detente.read.ahead import conditionals
from detente.read.article import build
from detente.read.claim import Document
from detente.read.done.act import LIKELY, OPEN, Act
from detente.read.done.acts import find
from detente.read.done.choices import told
from detente.read.done.leftovers import signs
from detente.read.done.settle import settle
from detente.read.done.trust import trusted
from detente.read.matching import matches, pair
from detente.read.scoring.marked import Marked, Passage, passages
from detente.read.text import language
from detente.read.text.words import lexicon

RIDGE = 10.0
LEAST_PASSAGES = 8  # in how many a sign must be seen
LEAST_TRUST = 0.4  # in a doer; of one below it nothing would be told


@dataclass(frozen=True)
class Row:
    """One act that no rule takes up."""

    passage: int
    signs: frozenset[str]
    matched: bool
    border: bool
    doer: bool


def rows(place: int, passage: Passage) -> Iterator[Row]:
    """Yield what the rules leave over of a passage, with what a mark says of it."""
    text = passage.path.read_text("utf-8")
    document = Document(id="d1", title="", date=None, source=passage.name, text=text)
    article = build(document, next(language.parse([text])))
    found = find(article, least=0.0)
    by_rule = [act for act in found if act.rule not in LIKELY]
    settled = trusted(article, settle(article, found, conditionals.find(article)))
    kept = [each for each in told(settled) if each.status in OPEN and each.trust >= LEAST_TRUST]
    marks = [mark for mark in passage.claims if mark.kind == "option"]
    spans = [mark.span(text) or (0, 0) for mark in marks]
    firm = [(act.start, act.end) for act in kept if act.rule not in LIKELY]
    taken = {m for m, _ in pair(spans, firm, [mark.optional for mark in marks])}
    free = [(marks[m], spans[m]) for m in range(len(marks)) if m not in taken]
    made = {act.head.i: act for act in found}
    for act in kept:
        if act.rule not in LIKELY:
            continue
        beside = [each for each in by_rule if each.head.sent.start == act.head.sent.start]
        seen = frozenset(signs(article, made[act.head.i], beside, lexicon()))
        hit = [mark for mark, span in free if matches(span, (act.start, act.end))]
        required = [mark for mark in hit if not mark.optional]
        doer = any(_same(passage, act, mark) for mark in required)
        yield Row(place, seen, bool(required), bool(hit) and not required, doer)


def _same(passage: Passage, act: Act, mark: Marked) -> bool:
    return passage.party(act.actor) in mark.actor


def main() -> None:
    """Fit, and say how well."""
    texts = passages(Path(__file__).parent, "dev")
    each = [row for place, text in enumerate(texts) for row in rows(place, text)]
    places = [row.passage for row in each]
    names, table = tabled([row.signs for row in each], places, LEAST_PASSAGES)
    goal = np.array([(row.matched + row.doer) / 2 for row in each])
    matched, border = (np.array([getattr(r, n) for r in each]) for n in ("matched", "border"))
    doer = np.array([row.doer for row in each])
    likely = left_out(table, goal, ~border, places, RIDGE)
    sys.stdout.write(as_toml("option", names, lean(table[~border], goal[~border], RIDGE)))
    tell = sys.stderr.write
    tell(f"{len(texts)} passages, {len(each)} acts left over, {matched.sum()} of them marked\n")
    for least in (0.3, 0.35, 0.38, 0.4, 0.42, 0.45, 0.5, 0.55, 0.6):
        kept = (likely >= least) & ~border
        right = matched[kept].sum()
        tell(
            f"from {least:.2f} on: {right} marked of {kept.sum()}, {right / kept.sum():.2f};"
            f" the doer of {doer[kept].sum() / max(right, 1):.2f}\n"
        )


if __name__ == "__main__":
    main()
