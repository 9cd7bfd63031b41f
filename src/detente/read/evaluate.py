"""How well the reader reads: its claims against those that people have marked.

``python -m detente.read.evaluate`` prints the table; `docs/reference/evaluation.md`
says what the figures mean and what they can't say.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from detente.errors import DetenteError
from detente.read.claim import Claim, Reading
from detente.read.matching import pair
from detente.read.scoring.marked import MARKED_KINDS, PARTS, Marked, Passage, passages
from detente.read.scoring.scorecard import Mistake, Tally, mistakes, table

Reader = Callable[[Path], Reading]


def evaluate(
    texts: Iterable[Passage], reader: Reader | None = None, *, strict: bool = False
) -> Tally:
    """Read each passage on its own and count what is right.

    Parameters
    ----------
    texts : iterable of Passage
        The annotated passages.
    reader : callable, optional
        From a path to a `Reading`; `detente.read` where left out.
    strict : bool
        Take only the likeliest of several defensible actors, targets, statuses
        and types, and count claims on border cases as false alarms. A speaker
        may still be named as state or person.

    Returns
    -------
    Tally
        The counts; passages and mistakes in the order of `texts`.
    """
    if reader is None:
        from detente.read.reading import read

        reader = read
    tally = Tally()
    for passage in texts:
        score(passage, reader(passage.path), tally, strict=strict)
    return tally


def score(passage: Passage, reading: Reading, tally: Tally, *, strict: bool = False) -> None:
    """Add to `tally` what a reading of `passage` finds, misses and invents.

    Quotes are looked up in the text that the reader keeps, so a reader may
    normalise white space at the ends; a mark that isn't in that text is missed.
    """
    document = reading.documents[0]
    tally.passages += 1
    tally.claims += len(reading.claims)
    tally.bent += sum(
        document.text[claim.start : claim.end] != claim.quote for claim in reading.claims
    )
    _score_actors(passage, reading, tally)
    names = {actor.id: actor.name for actor in reading.actors}
    for kind in MARKED_KINDS:
        marks = [
            (mark, mark.span(document.text) or (0, 0))
            for mark in passage.claims
            if mark.kind == kind and not (strict and mark.optional)
        ]
        found = [claim for claim in reading.claims if claim.kind == kind]
        pairs = pair(
            [span for _, span in marks],
            [(claim.start, claim.end) for claim in found],
            [mark.optional for mark, _ in marks],
        )
        matched = [(marks[m][0], found[c]) for m, c in pairs]
        firm = [(mark, claim) for mark, claim in matched if not mark.optional]
        tally.marked[kind] += sum(not mark.optional for mark, _ in marks)
        tally.claimed[kind] += len(found) - (len(matched) - len(firm))
        tally.right[kind] += len(firm)
        paired_marks = {m for m, _ in pairs}
        paired_claims = {c for _, c in pairs}
        tally.mistakes += [
            Mistake(passage.name, kind, "missed", mark.quote, _answers(mark))
            for m, (mark, _) in enumerate(marks)
            if m not in paired_marks and not mark.optional
        ]
        tally.mistakes += [
            Mistake(passage.name, kind, "false", claim.quote, f"rule {claim.rule or '-'}")
            for c, claim in enumerate(found)
            if c not in paired_claims
        ]
        if kind in ("event", "option"):
            _score_aspects(passage, firm, tally, strict=strict)
        elif kind == "statement":
            _score_speakers(passage, firm, names, tally)
    tally.marked["speakers"] = tally.marked["statement"]
    tally.claimed["speakers"] = tally.claimed["statement"]


def _score_actors(passage: Passage, reading: Reading, tally: Tally) -> None:
    parties = (actor.id for actor in reading.actors if actor.role == "party")
    found = {passage.party(each) or each for each in parties} - set(passage.actors_also)
    tally.right["actors"] += len(found & passage.actors)
    tally.claimed["actors"] += len(found)
    tally.marked["actors"] += len(passage.actors)
    for what, ids in (("missed", passage.actors - found), ("false", found - passage.actors)):
        tally.mistakes += [Mistake(passage.name, "actors", what, each) for each in sorted(ids)]


def _score_aspects(
    passage: Passage, matched: Sequence[tuple[Marked, Claim]], tally: Tally, *, strict: bool
) -> None:
    for mark, claim in matched:
        for name in ("actor", "target", "status", "event"):
            answers: tuple[str, ...] = getattr(mark, name)
            if not answers:
                continue
            given: str | None = getattr(claim, name)
            if name in ("actor", "target"):
                given = passage.party(given)
            tally.aspect_asked[name] += 1
            if given in (answers[:1] if strict else answers):
                tally.aspect_right[name] += 1
            else:
                tally.mistakes.append(_wrong(passage, mark, name, given))


def _score_speakers(
    passage: Passage,
    matched: Sequence[tuple[Marked, Claim]],
    names: dict[str, str],
    tally: Tally,
) -> None:
    for mark, claim in matched:
        tally.aspect_asked["speaker"] += 1
        parties = passage.actors | passage.actors_also
        speaker = passage.party(claim.speaker)
        if same_speaker(speaker, mark.speaker, parties, names.get(claim.speaker or "", "")):
            tally.right["speakers"] += 1
            tally.aspect_right["speaker"] += 1
        else:
            tally.mistakes.append(_wrong(passage, mark, "speaker", claim.speaker))


def same_speaker(
    given: str | None, answers: Sequence[str], parties: frozenset[str], name: str = ""
) -> bool:
    """Say whether a claim's speaker is one of the right ones.

    A party must be that party by id. A person or a nameless source is right by
    its last word, singular or plural: ``hong_min`` for ``min``, ``diplomat``
    for ``western_diplomats``.

    Parameters
    ----------
    given : str or None
        The claim's speaker.
    answers : sequence of str
        The right ids.
    parties : frozenset of str
        Those ids that are parties.
    name : str
        The speaker's name as the reader shows it.

    Examples
    --------
    >>> same_speaker("north_korea", ["south_korea"], frozenset({"south_korea"}))
    False
    >>> same_speaker("emmanuel_macron", ["france", "macron"], frozenset({"france"}))
    True
    """
    if given is None:
        return False
    if given in answers:
        return True
    last = {_last(given), _last(name)} - {""}
    return any(_last(each) in last for each in answers if each not in parties)


def _last(name: str) -> str:
    words = name.lower().replace("_", " ").split()
    return words[-1].removesuffix("s") if words else ""


def _answers(mark: Marked) -> str:
    parts = [
        f"{name} {'|'.join(getattr(mark, name))}"
        for name in ("actor", "target", "status", "event", "speaker")
        if getattr(mark, name)
    ]
    return ", ".join(parts)


def _wrong(passage: Passage, mark: Marked, name: str, given: str | None) -> Mistake:
    right = " or ".join(getattr(mark, name))
    return Mistake(passage.name, mark.kind, f"wrong {name}", mark.quote, f"{given}, not {right}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 0 done, 1 bad input, 2 bad usage."""
    parser = argparse.ArgumentParser(
        prog="python -m detente.read.evaluate",
        description="Compare what the reader finds with what people marked.",
    )
    parser.add_argument(
        "folder", nargs="?", default="evaluation", type=Path, help="holds dev/ and test/"
    )
    parser.add_argument("--part", choices=PARTS, help="only this part (default: each in turn)")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of tables")
    parser.add_argument(
        "--mistakes",
        action="store_true",
        help="list misses and false alarms; of the test part only with --part test",
    )
    parser.add_argument(
        "--strict", action="store_true", help="only the likeliest answer; no border cases"
    )
    asked = parser.parse_args(arguments)
    try:
        texts = passages(asked.folder, asked.part)
        tallies = {
            part: evaluate([text for text in texts if text.part == part], strict=asked.strict)
            for part in PARTS
            if any(text.part == part for text in texts)
        }
    except DetenteError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    shown = [part for part in tallies if part == (asked.part or "dev")] if asked.mistakes else []
    if asked.json:
        document: dict[str, Any] = {part: tally.to_json() for part, tally in tallies.items()}
        for part in shown:
            document[part]["mistakes"] = [
                {name: getattr(m, name) for name in ("passage", "kind", "what", "quote", "note")}
                for m in tallies[part].mistakes
            ]
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        return 0
    blocks = [table(tally, part) for part, tally in tallies.items()]
    blocks += [mistakes(tallies[part]) for part in shown]
    sys.stdout.write("\n\n".join(blocks) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
