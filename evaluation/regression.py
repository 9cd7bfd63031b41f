"""A logistic regression with a ridge, for the scripts beside it that fit the reader's weights."""
# ruff: noqa: INP001 - beside scripts, no package

from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit


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
