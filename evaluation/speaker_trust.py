"""Fit how far a speaker that the reader names can be trusted: ``python evaluation/speaker_trust.py``.

Every statement that the reader finds in ``evaluation/dev`` is right or wrong: it matches a
mark and has its speaker, or not; those on border cases don't count. A logistic regression
with a ridge tells from the signs of `detente.read.said.doubts` how likely it is to be right.
Prints the weights as TOML for ``src/detente/read/lexicon/speaker_trust.toml`` and, on
standard error, how statements fare by trust when the passage they stand in was left out of the fit.
"""
# ruff: noqa: INP001 - a script, no package

import sys
from pathlib import Path

import numpy as np
from regression import as_toml, fitted, folds, left_out

from detente.read.article import build
from detente.read.claim import Document
from detente.read.evaluate import same_speaker
from detente.read.matching import pair
from detente.read.said import doubts, speakers
from detente.read.scoring.marked import Passage, passages
from detente.read.statements import extract
from detente.read.text import language

RIDGE = 10.0

Row = tuple[dict[str, float], bool]


def rows(passage: Passage) -> list[Row]:
    """Return the signs of each statement of a passage and whether it is right."""
    seen: dict[float, dict[str, float]] = {}

    def noted(signs: dict[str, float]) -> float:
        key = float(len(seen))
        seen[key] = signs
        return key

    speakers.trust = noted  # type: ignore[assignment] # each saying carries the number of its signs
    try:
        text = passage.path.read_text("utf-8")
        document = Document(id="d1", title="", date=None, source=passage.name, text=text)
        article = build(document, next(language.parse([text])))
    finally:
        speakers.trust = doubts.trust  # type: ignore[assignment]
    claims = list(extract(article))
    names = {actor.id: actor.name for actor in article.cast.values()}
    marks = [mark for mark in passage.claims if mark.kind == "statement"]
    paired = pair(
        [mark.span(text) or (0, 0) for mark in marks],
        [(claim.start, claim.end) for claim in claims],
        [mark.optional for mark in marks],
    )
    mark_of = {c: marks[m] for m, c in paired}
    found: list[Row] = []
    for place, claim in enumerate(claims):
        mark = mark_of.get(place)
        if mark is not None and mark.optional:
            continue
        right = mark is not None and same_speaker(
            passage.party(claim.speaker),
            mark.speaker,
            passage.actors | passage.actors_also,
            names.get(claim.speaker or "", ""),
        )
        found.append((seen[claim.trust or 0.0], right))
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
    sys.stdout.write(as_toml("speaker", names, fitted(table, right, RIDGE)))
    tell = sys.stderr.write
    tell(f"{len(texts)} passages, {len(right)} statements, {right.mean():.3f} of them right\n")
    for least in (0.6, 0.65, 0.7, 0.75, 0.8, 0.85):
        kept = chance >= least
        tell(
            f"from {least:.2f} on: {kept.mean():.3f} of the statements, {right[kept].mean():.3f} right;"
            f" of the others {right[~kept].mean():.3f}\n"
        )


if __name__ == "__main__":
    main()
