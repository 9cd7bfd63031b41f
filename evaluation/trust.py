"""Fit how far a doer that the reader names can be trusted: ``python evaluation/trust.py``.

Every act of ``evaluation/dev`` that matches a mark says whether its doer is right; a
logistic regression with a ridge (each weight as if drawn from a normal distribution of
variance 1/RIDGE) tells from the signs of `detente.read.done.trust` how likely that is.
Prints the weights as TOML for ``src/detente/read/lexicon/trust.toml`` and, on standard
error, how acts fare by trust when the passage they stand in was left out of the fit.
"""
# ruff: noqa: INP001 - a script, no package

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from regression import as_toml, fitted, folds, left_out

from detente.read.ahead import conditionals
from detente.read.article import build
from detente.read.claim import Document
from detente.read.done import events
from detente.read.done.acts import find
from detente.read.done.choices import told
from detente.read.done.settle import settle
from detente.read.done.standoff import scene
from detente.read.done.trust import signs
from detente.read.matching import pair
from detente.read.scoring.marked import Passage, passages
from detente.read.text import language

RIDGE = 3.0

Row = tuple[dict[str, float], bool]


def rows(passage: Passage) -> list[Row]:
    """Return the signs of each act of a passage that a mark asks about, and whether it is right."""
    text = passage.path.read_text("utf-8")
    document = Document(id="d1", title="", date=None, source=passage.name, text=text)
    article = build(document, next(language.parse([text])))
    acts = settle(article, find(article), conditionals.find(article))
    stage = scene(article, acts)
    found: list[Row] = []
    for kind in ("event", "option"):
        mine = [act for act in told(acts) if events.kind(act) == kind]
        claims = [events.claim(article, act) for act in mine]
        marks = [mark for mark in passage.claims if mark.kind == kind]
        paired = pair(
            [mark.span(text) or (0, 0) for mark in marks],
            [(claim.start, claim.end) for claim in claims],
            [mark.optional for mark in marks],
        )
        for m, c in paired:
            if marks[m].actor and not marks[m].optional:
                right = passage.party(claims[c].actor) in marks[m].actor
                found.append((signs(article, mine[c], stage), right))
    return found


def main() -> None:
    """Fit, and say how well."""
    texts = passages(Path(__file__).parent, "dev")
    each = [(place, *row) for place, text in enumerate(texts) for row in rows(text)]
    names = sorted({name for _, seen, _ in each for name in seen})
    table = np.array([[seen.get(name, 0.0) for name in names] for _, seen, _ in each])
    right = np.array([right for *_, right in each], dtype=bool)
    fold = folds(len(texts))[[p for p, *_ in each]]
    chance = left_out(
        table,
        right,
        np.ones(len(right), dtype=bool),
        fold,
        lambda seen, goal: fitted(seen, goal, RIDGE),
    )
    sys.stdout.write(as_toml("doer", names, fitted(table, right, RIDGE)))
    tell = sys.stderr.write
    tell(f"{len(texts)} passages, {len(right)} acts, {right.mean():.3f} of the doers right\n")
    tenths = Counter((chance * 10).astype(int).tolist())
    for tenth in sorted(tenths):
        among = (chance * 10).astype(int) == tenth
        tell(f"trust {tenth / 10:.1f}: {tenths[tenth]:5} acts, {right[among].mean():.2f} right\n")
    for least in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        kept = chance >= least
        tell(
            f"from {least:.2f} on: {kept.mean():.3f} of the acts, {right[kept].mean():.3f} right;"
            f" of the others {right[~kept].mean():.3f}\n"
        )


if __name__ == "__main__":
    main()
