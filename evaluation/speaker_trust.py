"""Fit how far a speaker that the reader names can be trusted: ``python evaluation/speaker_trust.py``.

Every statement that the reader finds in ``evaluation/dev`` is right or wrong: it matches a
mark and has its speaker, or not; those on border cases don't count. A logistic regression
with a ridge tells from the signs of `detente.read.said.doubts` how likely it is to be right.
Prints the weights as TOML for ``src/detente/read/lexicon/speaker_trust.toml`` and, on
standard error, how statements fare by trust when the passage they stand in was left out of the fit.
"""
# ruff: noqa: INP001 - a script, no package

import sys

from articles import article_of
from regression import Row, trusted

from detente.read.evaluate import same_speaker
from detente.read.matching import pair
from detente.read.said import doubts, speakers
from detente.read.scoring.marked import Passage
from detente.read.statements import extract

RIDGE = 10.0


def rows(passage: Passage) -> list[Row]:
    """Return the signs of each statement of a passage and whether it is right."""
    seen: dict[float, dict[str, float]] = {}

    def noted(signs: dict[str, float]) -> float:
        key = float(len(seen))
        seen[key] = signs
        return key

    speakers.trust = noted  # type: ignore[assignment] # each saying carries the number of its signs
    try:
        article = article_of(passage)
    finally:
        speakers.trust = doubts.trust  # type: ignore[assignment]
    text = article.document.text
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


if __name__ == "__main__":
    sys.stdout.write(trusted("speaker", rows, RIDGE, (0.6, 0.7, 0.75, 0.8, 0.82, 0.85, 0.9)))
