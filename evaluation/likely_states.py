"""Fit whose a government without a name is: ``python evaluation/likely_states.py``.

Wherever the reader asks which state "the government" or "the army" is of, and a mark says
who does or says what that noun is the subject of, the signs of `detente.read.who.state_signs`
are noted for each state of the text. A choice among states by weights (McFadden's conditional
logit, 1974), with a ridge, is fitted to them. Prints the weights as TOML for
``src/detente/read/lexicon/likely_states.toml`` and, on standard error, how many are right when
the passage they stand in was left out of the fit.
"""
# ruff: noqa: INP001 - a script, no package

import sys
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from regression import folds
from scipy.optimize import minimize
from scipy.special import logsumexp

from detente.read.article import build
from detente.read.claim import Document
from detente.read.scoring.marked import Passage, passages
from detente.read.text import language
from detente.read.who import likely_states
from detente.read.who.mentions import Scene

RIDGE = 1.0
KINDS = ("event", "option", "statement")


@dataclass(frozen=True)
class Place:
    """A noun without a name: where its words begin, where its verb is, and what speaks for whom."""

    start: int
    verb: int
    signs: Mapping[str, Mapping[str, float]]


def asked(text: str) -> Iterator[Place]:
    """Yield each noun, as the subject of a verb, whose state the reader asks for."""
    found: dict[int, Place] = {}
    plain = likely_states.signs

    def noted(
        scene: Scene, place: int, taken: Container[str] = ()
    ) -> Mapping[str, dict[str, float]]:
        seen = plain(scene, place, taken)
        if scene.deps[place] == "nsubj":
            start = scene.offsets[scene.doc[place].left_edge.i]
            found[place] = Place(start, scene.offsets[scene.heads[place]], seen)
        return seen

    likely_states.signs = noted
    try:
        build(Document("d1", "", None, "", text), next(language.parse([text])))
    finally:
        likely_states.signs = plain
    yield from found.values()


def rows(passage: Passage) -> Iterator[tuple[list[Mapping[str, float]], list[bool]]]:
    """Yield the signs of each state for a noun, and which of them the marks say it is."""
    text = passage.path.read_text("utf-8")
    for place in asked(text):
        right: set[str] = set()
        for mark in passage.claims:
            span = mark.span(text)
            if mark.kind in KINDS and span and place.start - 3 <= span[0] <= place.verb < span[1]:
                right |= set(mark.speaker if mark.kind == "statement" else mark.actor)
        goal = [passage.party(state) in right for state in place.signs]
        if any(goal):
            yield list(place.signs.values()), goal


Choice = tuple[np.ndarray, np.ndarray]


def fitted(choices: list[Choice], ridge: float = RIDGE) -> np.ndarray:
    """Return the weights by which the right state of each choice is likeliest."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        lost, slope = ridge * weights @ weights / 2, ridge * weights
        for table, goal in choices:
            score = table @ weights
            among = logsumexp(score[goal])
            lost += logsumexp(score) - among
            share = np.where(goal, np.exp(score - among), 0.0)
            slope = slope + table.T @ (np.exp(score - logsumexp(score)) - share)
        return lost, slope

    return minimize(loss, np.zeros(choices[0][0].shape[1]), jac=True, method="L-BFGS-B").x


def main() -> None:
    """Fit, and say how well."""
    texts = passages(Path(__file__).parent, "dev")
    each = [(place, *row) for place, text in enumerate(texts) for row in rows(text)]
    names = sorted({name for _, states, _ in each for seen in states for name in seen})
    choices = [
        (np.array([[seen.get(name, 0.0) for name in names] for seen in states]), np.array(goal))
        for _, states, goal in each
    ]
    fold = folds(len(texts))[[place for place, *_ in each]]
    right = 0
    for k in sorted(set(fold)):
        weights = fitted([one for one, at in zip(choices, fold, strict=True) if at != k])
        here = [one for one, at in zip(choices, fold, strict=True) if at == k]
        right += sum(bool(goal[np.argmax(table @ weights)]) for table, goal in here)
    weights = fitted(choices)
    lines = ["[state]", *(f'"{n}" = {w:.2f}' for n, w in zip(names, weights, strict=True))]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stderr.write(f"{len(choices)} nouns, {right} right by weights fitted without them\n")


if __name__ == "__main__":
    main()
