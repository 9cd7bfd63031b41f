"""How far two annotators agree: the marks of the second, judged as if a reader claimed them.

``python evaluation/agreement.py [FIRST]`` compares the annotations in ``second/`` with those of
the same passages below FIRST, by default this folder, and prints the table of
`docs/reference/evaluation.md`.
"""
# ruff: noqa: INP001 - a script, no package

import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from detente.read.evaluate import score
from detente.read.matching import pair
from detente.read.scoring.marked import MARKED_KINDS, Marked, Passage, passages
from detente.read.scoring.scorecard import ASPECT_LABELS, ROWS, Tally

HERE = Path(__file__).parent
ANSWERS = ("actor", "target", "status", "event", "speaker")


def pairs(first: Path, second: Path) -> list[tuple[Passage, Passage]]:
    """Load the passages, of either part, that both folders annotate, the texts from `first`."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "test").mkdir()
        shutil.copy(first / "same.toml", folder)
        for path in sorted(second.glob("*.toml")):
            shutil.copy(path, folder / "test")
            text = next(first.glob(f"*/{path.stem}.txt"))
            shutil.copy(text, folder / "test")
        other = {passage.name: passage for passage in passages(folder)}
    ours = [passage for passage in passages(first) if passage.name in other]
    return [(passage, other[passage.name]) for passage in ours]


def firm(passage: Passage, kind: str) -> list[Marked]:
    """Return the marks of a kind that aren't border cases."""
    return [mark for mark in passage.claims if mark.kind == kind and not mark.optional]


def as_reading(second: Passage) -> Any:
    """Dress an annotator's required marks as a reader's claims, with the likelier answers only.

    It has what the scorer asks of a Reading and no more.
    """
    claims = []
    for mark in second.claims:
        if mark.optional:
            continue
        start, end = mark.span(second.text) or (0, 0)
        answers = {name: next(iter(getattr(mark, name)), None) for name in ANSWERS}
        claims.append(
            SimpleNamespace(
                kind=mark.kind, start=start, end=end, quote=mark.quote, rule=None, **answers
            )
        )
    actors = [SimpleNamespace(id=each, name=each, role="party") for each in sorted(second.actors)]
    return SimpleNamespace(
        documents=[SimpleNamespace(text=second.text)], claims=claims, actors=actors
    )


def required_by_both(both: Iterable[tuple[Passage, Passage]], kind: str) -> tuple[int, int, int]:
    """Count what both mark as required, what the first does and what the second does."""
    shared = ours = theirs = 0
    for first, second in both:
        mine, other = firm(first, kind), firm(second, kind)
        shared += len(pair(_spans(mine, first.text), _spans(other, second.text)))
        ours += len(mine)
        theirs += len(other)
    return shared, ours, theirs


def _spans(marks: Sequence[Marked], text: str) -> list[tuple[int, int]]:
    return [mark.span(text) or (0, 0) for mark in marks]


def table(both: Sequence[tuple[Passage, Passage]]) -> str:
    """Return the agreement on marks and on their answers as Markdown."""
    tally, strict = Tally(), Tally()
    for first, second in both:
        score(first, as_reading(second), tally)
        score(first, as_reading(second), strict, strict=True)
    lines = [
        "| | first | second | both | F | precision | recall |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind in MARKED_KINDS:
        shared, ours, theirs = required_by_both(both, kind)
        cells = [str(ours), str(theirs), str(shared), _share(2 * shared, ours + theirs)]
        lines.append(f"| {ROWS[kind].label} | {' | '.join(cells)} | {_scored(tally, kind)} |")
    shared = sum(len(first.actors & second.actors) for first, second in both)
    ours, theirs = (sum(len(each[side].actors) for each in both) for side in (0, 1))
    cells = [str(ours), str(theirs), str(shared), _share(2 * shared, ours + theirs)]
    lines.append(f"| {ROWS['actors'].label} | {' | '.join(cells)} | {_scored(tally, 'actors')} |")
    lines += [
        "",
        "| on matched marks | defensible | likelier | of |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, label in ASPECT_LABELS.items():
        shares = [
            _share(each.aspect_right[name], each.aspect_asked[name]) for each in (tally, strict)
        ]
        lines.append(f"| {label} | {' | '.join(shares)} | {tally.aspect_asked[name]} |")
    return "\n".join(lines)


def _scored(tally: Tally, row: str) -> str:
    return (
        f"{_share(tally.right[row], tally.claimed[row])} | "
        f"{_share(tally.right[row], tally.marked[row])}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


if __name__ == "__main__":
    given = Path(sys.argv[1]) if sys.argv[1:] else HERE
    sys.stdout.write(table(pairs(given, HERE / "second")) + "\n")
