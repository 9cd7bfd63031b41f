"""How far a draft's options are those that people marked: whose they are, and whether they are open.

``python evaluation/drafts.py [FOLDER] [--part dev|test]`` reads and drafts each passage on its
own and judges each option by the marks that its claims' quotes meet. It prints the table of
`docs/theory/drafting.md`.
"""
# ruff: noqa: INP001 - a script, no package

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from detente.draft.drafting import draft
from detente.draft.mention import ACTS
from detente.model.conflict import Option
from detente.read.claim import Claim
from detente.read.matching import matches
from detente.read.reading import read
from detente.read.scoring.marked import PARTS, Marked, Passage, passages
from detente.read.signing import whole

HERE = Path(__file__).parent
VERDICTS = {
    "open": "marked as this party's, and open or going on",
    "over": "marked as this party's, but only as done",
    "another's": "marked as another's",
    "unmarked": "rests on words that nobody marked as an act",
    "no act": "rests on other kinds of claims alone: a red line, a condition",
    "assumed": "assumed, and said to be",
}


def meeting(passage: Passage, claims: Iterable[Claim]) -> list[Marked]:
    """Return the marks of acts that the claims' quotes meet."""
    spans = [(claim.start, claim.end) for claim in claims]
    return [
        mark
        for mark in passage.claims
        if mark.kind in ACTS
        and any(matches(span, found) for span in spans if (found := mark.span(passage.text)))
    ]


def verdict(option: Option, claims: list[Claim], marks: list[Marked], own: list[Marked]) -> str:
    """Say what the marks that an option's claims meet, and those of its own party, make of it."""
    if not option.because:
        return "assumed"
    if not claims:
        return "no act"
    if own:
        return "over" if all(set(mark.status) <= {"done"} for mark in own) else "open"
    return "another's" if marks else "unmarked"


def judged(passage: Passage) -> tuple[Counter[str], int, int]:
    """Return the verdicts on a passage's draft, and how many marked options it models, of how many."""
    reading = read(passage.path.with_suffix(".txt"))
    told = {claim.id: claim for claim in whole(reading).claims if claim.kind in ACTS}
    counted: Counter[str] = Counter()
    modelled: set[int] = set()
    for party, maker in draft(reading).decision_makers.items():
        for option in maker.options.values():
            claims = [told[one] for one in option.because if one in told]
            marks = meeting(passage, claims)
            own = [mark for mark in marks if passage.party(party) in mark.actor]
            counted[verdict(option, claims, marks, own)] += 1
            modelled.update(map(id, own))
    due = [mark for mark in passage.claims if mark.kind == "option" and not mark.optional]
    return counted, sum(id(mark) in modelled for mark in due), len(due)


def main() -> None:
    """Print the verdicts over a folder's passages."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    parser.add_argument("--part", choices=PARTS, default="test")
    asked = parser.parse_args()
    found = passages(asked.folder, asked.part)
    counted: Counter[str] = Counter()
    modelled = due = 0
    for passage in found:
        verdicts, some, every = judged(passage)
        counted += verdicts
        modelled, due = modelled + some, due + every
    every = sum(counted.values()) or 1
    lines = [f"{asked.part}: {len(found)} passages, {sum(counted.values())} options", ""]
    lines += ["| an option of a draft is | options | share |", "| --- | ---: | ---: |"]
    lines += [f"| {v} | {counted[k]} | {counted[k] / every:.2f} |" for k, v in VERDICTS.items()]
    lines += ["", f"Of {due} marked options {modelled} are in a draft's model.", ""]
    sys.stdout.write("\n".join(lines))


if __name__ == "__main__":
    main()
