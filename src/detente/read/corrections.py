r"""What an analyst has put right: a file beside the article, kept apart from the reading.

``report.txt`` has its corrections in ``report.txt.claims.jsonl`` or
``report.claims.jsonl``, or in a ``claims.jsonl`` in its folder whose lines name the article. Each line is one
JSON object::

    {"do": "reject", "kind": "option", "quote": "may send troops"}
    {"do": "correct", "kind": "event", "quote": "struck the port", "set": {"actor": "israel"}}
    {"do": "add", "kind": "red_line", "quote": "any landing means war", "actor": "china"}

A claim is found by its kind and the words of its quote, not by its number, so
the corrections hold when the reader changes and the article is read again.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from itertools import islice
from pathlib import Path
from typing import Any

from detente.errors import SourceError
from detente.read.claim import KINDS, PLOVER, Claim, Document, put_right
from detente.read.text.language import fold

SUFFIX = ".claims.jsonl"
SHARED = "claims.jsonl"
_AROUND = " \"'“”‘’«»…."  # what may stand around a quote that was copied
LARGEST = 5 * 2**20
_ACTIONS = ("reject", "correct", "add")
_FIXED = frozenset(
    {"id", "document", "quote", "start", "end", "rule", "because", "same_as", "inferred", "trust"}
)
_FIELDS = {field.name for field in fields(Claim)} - _FIXED
_STATUSES = (
    "done",
    "ongoing",
    "planned",
    "threatened",
    "considered",
    "possible",
    "demanded",
    "ruled_out",
)
_FLAGS = frozenset({"negated", "novel", "irreversible"})
_NUMBERS = frozenset({"low", "high"})


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a file of corrections.

    `do` is ``reject``, ``correct`` or ``add``; `nth` counts where a quote
    stands more than once in its text, from 1; `known` are the fields of the
    claim to set.
    """

    do: str
    kind: str
    quote: str
    nth: int = 1
    known: dict[str, Any] = field(default_factory=dict)
    where: str = ""


def beside(document: Document) -> list[Correction]:
    """Return the corrections that stand beside a document's file, if any.

    Raises
    ------
    SourceError
        If a line of the file isn't a correction; says which.
    """
    path = Path(document.source)
    found: list[Correction] = []
    own = (path.name + SUFFIX, path.stem + SUFFIX)
    for name in dict.fromkeys((*own, SHARED)):
        file, shared = path.parent / name, name == SHARED
        try:
            if not path.is_file() or not file.is_file():
                continue
        except (OSError, ValueError):  # a source that is no path
            return []
        found += load(file, article=path.name if shared else None)
    return found


def load(path: str | Path, *, article: str | None = None) -> list[Correction]:
    """Read a file of corrections.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` file: one JSON object a line, blank lines and lines that
        begin with ``#`` left out.
    article : str, optional
        Take only lines whose ``"article"`` is this file name.

    Raises
    ------
    SourceError
        If a line isn't a correction; says which and why.
    """
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(
                f"it is over the limit of {LARGEST // 2**20} MB", "shorten it", where=str(path)
            )
        lines = path.read_text("utf-8-sig").split("\n")  # other ends of lines may be in a quote
    except (OSError, UnicodeDecodeError) as trouble:
        raise SourceError(
            "can't be read as UTF-8 text", "check the file", where=str(path)
        ) from trouble
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        where = f"{path}:{number}"
        try:
            given = json.loads(line)
        except (ValueError, RecursionError) as trouble:
            raise SourceError(
                "the line is not JSON", "write one object a line", where=where
            ) from trouble
        if not isinstance(given, dict):
            raise SourceError("the line is not a JSON object", "write {...}", where=where)
        named = given.pop("article", None)
        if article is None or named == article:
            found.append(_correction(given, where))
    return found


def _correction(given: dict[str, Any], where: str) -> Correction:
    do, kind, quote = given.pop("do", None), given.pop("kind", None), given.pop("quote", None)
    nth, known = given.pop("nth", 1), given.pop("set", None)
    if do not in _ACTIONS:
        raise SourceError(f'"do" is {do!r}', f"it is one of {', '.join(_ACTIONS)}", where=where)
    if kind not in KINDS:
        raise SourceError(f'"kind" is {kind!r}', f"it is one of {', '.join(KINDS)}", where=where)
    if not isinstance(quote, str) or not quote.strip():
        raise SourceError('"quote" is missing', "copy the words from the article", where=where)
    if not isinstance(nth, int) or isinstance(nth, bool) or nth < 1:
        raise SourceError('"nth" is not a count from 1', "leave it out or count", where=where)
    if do == "add" and known is None:
        known, given = given, {}
    if given:
        raise SourceError(
            f"unknown fields {sorted(given)}", 'put what changes into "set"', where=where
        )
    known = {} if known is None else known
    if not isinstance(known, dict):
        raise SourceError('"set" is not an object', 'write {"field": value}', where=where)
    if do == "correct" and not known:
        raise SourceError("nothing to correct", 'name what changes in "set"', where=where)
    _check(known, where)
    return Correction(do, kind, quote, nth, known, where)


def _check(known: dict[str, Any], where: str) -> None:
    for name, value in known.items():
        if name not in _FIELDS:
            raise SourceError(
                f"a claim has no field {name!r} to set",
                f"it is one of {', '.join(sorted(_FIELDS))}",
                where=where,
            )
        wrong = (
            (name == "status" and value not in (None, *_STATUSES))
            or (name == "event" and value not in (None, *PLOVER))
            or (name == "kind" and value not in KINDS)
            or (name in _FLAGS and not isinstance(value, bool))
            or (name in _NUMBERS and not (value is None or _is_share(value)))
            or (name not in _FLAGS | _NUMBERS and not (value is None or isinstance(value, str)))
        )
        if wrong:
            raise SourceError(
                f"{name} can't be {value!r}", "see docs/reference/reader.md", where=where
            )


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def apply(
    document: Document, claims: Sequence[Claim], corrections: Iterable[Correction]
) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """Return a document's claims with the corrections made, and what couldn't be made.

    Parameters
    ----------
    document : Document
        Where the quotes are looked up.
    claims : sequence of Claim
        What the reader found, with provisional ids.
    corrections : iterable of Correction
        In the order of their file.

    Returns
    -------
    (tuple of Claim, tuple of str)
        Claims made or changed by hand have the rule ``analyst``. The strings
        say which corrections no longer fit the text or the reading.
    """
    kept = list(claims)
    missed: list[str] = []
    for correction in corrections:
        place = _find(document.text, correction)
        if place is None:
            missed.append(f"{correction.where}: the quote is not in the article")
        elif correction.do == "add":
            kept.append(_made(document, correction, *place))
        else:
            start, end = place
            hit = [
                number
                for number, claim in enumerate(kept)
                if claim.kind == correction.kind and (claim.start, claim.end) == (start, end)
            ] or _overlapping(kept, correction.kind, start, end)
            if not hit:
                missed.append(f"{correction.where}: there is no such claim any more")
            for number in reversed(hit):
                if correction.do == "reject":
                    del kept[number]
                else:
                    kept[number] = put_right(kept[number], {**correction.known, "rule": "analyst"})
    return tuple(sorted(kept, key=lambda claim: (claim.start, claim.end, claim.kind))), tuple(
        missed
    )


def _find(text: str, correction: Correction) -> tuple[int, int] | None:
    """Return where the words of a correction stand, as they are or else as they look.

    Lines may have been wrapped anew, quotation marks made straight, and a long quote
    may end in the dots that a terminal shows.
    """
    place = -1
    for _ in range(correction.nth):
        place = text.find(correction.quote, place + 1)
        if place < 0:
            break
    if place >= 0:
        return place, place + len(correction.quote)
    words = fold(correction.quote).split()
    seen = fold(text)
    for told in (words, fold(correction.quote.strip(_AROUND)).split()):
        if told:
            pattern = re.compile(r"\s+".join(re.escape(word) for word in told))
            found = next(islice(pattern.finditer(seen), correction.nth - 1, None), None)
            if found is not None:
                return found.span()
    return None


def _overlapping(claims: Sequence[Claim], kind: str, start: int, end: int) -> list[int]:
    """Return the claim of a kind whose span shares most with this one, two thirds of the shorter."""
    best: list[int] = []
    most = 0
    for place, claim in enumerate(claims):
        shared = min(claim.end, end) - max(claim.start, start)
        shorter = min(claim.end - claim.start, end - start)
        if claim.kind == kind and shared * 3 >= shorter * 2 and shared > most:
            best, most = [place], shared
    return best


def _made(document: Document, correction: Correction, start: int, end: int) -> Claim:
    known: dict[str, Any] = dict.fromkeys(
        (
            "actor",
            "action",
            "event",
            "target",
            "status",
            "speaker",
            "likelihood",
            "date",
            "condition",
        )
    )
    known |= {"negated": False} | correction.known
    known["kind"] = correction.kind
    return Claim(
        id=f"analyst:{correction.kind}@{start}-{end}",
        document=document.id,
        quote=document.text[start:end],
        start=start,
        end=end,
        rule="analyst",
        **known,
    )
