"""Fit how likely a name is a party's: ``python evaluation/standing.py``.

Every party or bystander of ``evaluation/dev`` that the reader finds is among the parties that
were marked, or isn't; those marked as named in passing count neither way, as in the score. A
logistic regression with a ridge (each weight as if drawn from a normal distribution of variance
1/RIDGE) tells from the signs of `detente.read.standing` how likely that is. Prints the weights
as TOML for ``src/detente/read/lexicon/standing.toml`` and, on standard error, what the two
limits keep: of ``dev`` when the passage was left out of the fit, and of ``validation``.
"""
# ruff: noqa: INP001 - a script, no package

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from articles import article_of
from regression import as_toml, chances, folds, lean, left_out

from detente.read.reading import extract
from detente.read.scoring.marked import Passage, passages
from detente.read.standing import signs

RIDGE = 3.0
LEAST_SEEN = 8  # passages, in which a sign must be seen
LIMITS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6)

Row = tuple[int, dict[str, float], bool, bool]


def rows(place: int, passage: Passage) -> list[Row]:
    """Return of each actor of a passage: its place, signs, whether it only passes, is a party."""
    article = article_of(passage)
    found: list[Row] = []
    for actor, seen in signs(article, extract(article)).items():
        name = passage.party(actor) or actor
        if name not in passage.actors_also or name in passage.actors:
            found.append((place, seen, actor in article.passing, name in passage.actors))
    return found


def told(title: str, likely: np.ndarray, passing: np.ndarray, right: np.ndarray) -> None:
    """Say on standard error how many parties each pair of limits names, right and wrong."""
    sys.stderr.write(f"{title}: {len(right)}, right as the rules have it ")
    sys.stderr.write(f"{(right & ~passing).sum()}, wrong {(~right & ~passing).sum()}\n")
    for party in LIMITS:
        line = []
        for bystander in (*LIMITS[1:], 1.1):
            kept = likely >= np.where(passing, bystander, party)
            line.append(f"{bystander:.1f}: {(right & kept).sum()} {(~right & kept).sum()}")
        sys.stderr.write(f"parties from {party:.1f} on, bystanders from {', '.join(line)}\n")


def main() -> None:
    """Print the weights."""
    folder = Path(__file__).parent
    dev, held = (
        [row for place, text in enumerate(passages(folder, part)) for row in rows(place, text)]
        for part in ("dev", "validation")
    )
    where = Counter(sign for sign, _ in {(sign, row[0]) for row in dev for sign in row[1]})
    names = sorted(sign for sign, count in where.items() if count >= LEAST_SEEN)
    table, new = (
        np.array([[row[1].get(name, 0.0) for name in names] for row in each])
        for each in (dev, held)
    )
    passing, new_passing = (np.array([row[2] for row in each], dtype=bool) for each in (dev, held))
    right, new_right = (np.array([row[3] for row in each], dtype=bool) for each in (dev, held))
    place = np.array([row[0] for row in dev])
    likely = left_out(
        table,
        right,
        np.ones(len(dev), dtype=bool),
        folds(place.max() + 1)[place],
        lambda seen, goal: lean(seen, goal, RIDGE),
    )
    weights = lean(table, right, RIDGE)
    told("dev", likely, passing, right)
    told("validation", chances(new, weights), new_passing, new_right)
    sys.stdout.write(as_toml("party", names, weights))


if __name__ == "__main__":
    main()
