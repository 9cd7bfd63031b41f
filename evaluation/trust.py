"""Fit how far a doer that the reader names can be trusted: ``python evaluation/trust.py``.

Every act of ``evaluation/dev`` that matches a mark says whether its doer is right; a
logistic regression with a ridge (each weight as if drawn from a normal distribution of
variance 1/RIDGE) tells from the signs of `detente.read.done.trust` how likely that is.
Prints the weights as TOML for ``src/detente/read/lexicon/trust.toml`` and, on standard
error, how acts fare by trust when the passage they stand in was left out of the fit.
"""
# ruff: noqa: INP001 - a script, no package

import sys

from articles import article_of
from regression import Row, trusted

from detente.read.ahead import conditionals
from detente.read.done import events
from detente.read.done.acts import find
from detente.read.done.choices import told
from detente.read.done.settle import settle
from detente.read.done.standoff import scene
from detente.read.done.trust import signs
from detente.read.matching import pair
from detente.read.scoring.marked import Passage

RIDGE = 3.0


def rows(passage: Passage) -> list[Row]:
    """Return the signs of each act of a passage that a mark asks about, and whether it is right."""
    article = article_of(passage)
    text = article.document.text
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


if __name__ == "__main__":
    sys.stdout.write(trusted("doer", rows, RIDGE, (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)))
