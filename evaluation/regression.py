"""A logistic regression with a ridge, for the scripts beside it that fit the reader's weights."""
# ruff: noqa: INP001 - beside scripts, no package

import sys
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

from detente.read.scoring.marked import Passage, passages

Row = tuple[Mapping[str, float], bool]

FOLDS = 12
SEED = 0
LEAST_WEIGHT = 0.08  # smaller ones are left out


def fitted(table: Any, goal: np.ndarray, ridge: float) -> np.ndarray:
    """Return the weights of a logistic regression (Cox 1958), the constant first.

    Parameters
    ----------
    table : array or sparse matrix, rows by signs
        What was seen of each row.
    goal : array of float, rows
        How right each row is, 0 to 1.
    ridge : float
        Each weight is held to 0 as if drawn from a normal distribution of variance
        1/ridge; the constant is free.
    """

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = weights[0] + table @ weights[1:]
        slope = expit(score) - goal
        bent = ridge * weights[1:]
        lost = np.logaddexp(0, score).sum() - score @ goal + weights[1:] @ bent / 2
        return lost, np.concatenate(([slope.sum()], table.T @ slope + bent))

    start = np.zeros(table.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B").x


def chances(table: Any, weights: np.ndarray) -> np.ndarray:
    """Return what the weights give each row, 0 to 1."""
    return expit(weights[0] + table @ weights[1:])


def tabled(
    signs: Sequence[frozenset[str]], passages: Sequence[Hashable], least: int
) -> tuple[list[str], csr_matrix]:
    """Return the signs seen in so many passages at least, and which of them each row has."""
    where: dict[str, set[Hashable]] = {}
    for seen, passage in zip(signs, passages, strict=True):
        for name in seen:
            where.setdefault(name, set()).add(passage)
    names = sorted(name for name, places in where.items() if len(places) >= least)
    place = {name: column for column, name in enumerate(names)}
    cells = [(row, place[name]) for row, seen in enumerate(signs) for name in seen if name in place]
    rows, columns = np.array(cells).T
    shape = (len(signs), len(names))
    return names, csr_matrix((np.ones(len(cells)), (rows, columns)), shape=shape)


def lean(table: Any, goal: np.ndarray, ridge: float, least: float = LEAST_WEIGHT) -> np.ndarray:
    """Return the weights as `fitted` does, those that hardly count as 0."""
    found = fitted(table, goal, ridge)
    found[1:][abs(found[1:]) < least] = 0.0
    return found


def folds(passages: int) -> np.ndarray:
    """Return in which fold each of so many passages is, by chance."""
    return np.random.default_rng(SEED).permutation(passages) % FOLDS


def left_out(
    table: Any,
    goal: np.ndarray,
    used: np.ndarray,
    fold: np.ndarray,
    fit: Callable[[Any, np.ndarray], np.ndarray],
) -> np.ndarray:
    """Return the chance of each row by weights fitted without its fold.

    Parameters
    ----------
    table : array or sparse matrix, rows by signs
        What was seen of each row.
    goal : array of float, rows
        How right each row is, 0 to 1.
    used : array of bool, rows
        Those that weights are fitted to.
    fold : array of int, rows
        The fold of each; one below 0 is fitted to always, and has no chance.
    fit : callable
        What returns the weights of a table and a goal, as `lean` does.
    """
    found = np.zeros(len(fold))
    for k in sorted(set(fold[fold >= 0])):
        weights = fit(table[(fold != k) & used], goal[(fold != k) & used])
        found[fold == k] = chances(table[fold == k], weights)
    return found


def trusted(
    part: str, rows: Callable[[Passage], list[Row]], ridge: float, limits: Iterable[float]
) -> str:
    """Return the weights that tell what is right of ``dev``, as TOML, and say how well they do.

    Parameters
    ----------
    part : str
        The name of the weights' table.
    rows : callable
        From a passage to the signs of each thing judged in it, and whether it is right.
    ridge : float
        As in `fitted`.
    limits : iterable of float
        From which trust on it is told, on standard error, how much is kept and right: of
        ``dev`` when its passage was left out of the fit, and of ``validation``, which no
        weight and no rule was made by, with the weights returned.
    """
    folder = Path(__file__).parent
    dev, held = (
        [(place, *row) for place, text in enumerate(passages(folder, name)) for row in rows(text)]
        for name in ("dev", "validation")
    )
    names = sorted({name for _, seen, _ in dev for name in seen})
    table, new = (
        np.array([[seen.get(name, 0.0) for name in names] for _, seen, _ in each])
        for each in (dev, held)
    )
    right, new_right = (np.array([row[2] for row in each], dtype=bool) for each in (dev, held))
    used = np.ones(len(right), dtype=bool)
    place = np.array([row[0] for row in dev])
    fold = folds(place.max() + 1)[place]
    chance = left_out(table, right, used, fold, lambda seen, goal: fitted(seen, goal, ridge))
    weights = fitted(table, right, ridge)
    for title, likely, goal in (
        ("dev", chance, right),
        ("validation", chances(new, weights), new_right),
    ):
        sys.stderr.write(f"{title}: {len(goal)}, {goal.mean():.3f} of them right\n")
        for least in limits:
            kept = likely >= least
            sys.stderr.write(
                f"from {least:.2f} on: {kept.mean():.3f} of them, {goal[kept].mean():.3f} right;"
                f" of the others {goal[~kept].mean():.3f}\n"
            )
    return as_toml(part, names, weights)


def as_toml(part: str, names: Iterable[str], weights: np.ndarray) -> str:
    """Return the weights that aren't 0 as a part of a lexicon's file."""
    named = [("constant", weights[0]), *zip(names, weights[1:], strict=True)]
    lines = [f"[{part}]", *(f'"{name}" = {weight:.2f}' for name, weight in named if weight)]
    return "\n".join(lines) + "\n"
