"""Passages that people have annotated: text beside TOML, checked as they load.

``evaluation/GUIDELINES.md`` says what is marked and how.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.errors import InputError, NotFoundError
from detente.read.claim import KINDS, PLOVER

PARTS = ("dev", "validation", "test")
MANNERS = ("wire", "analysis", "history")
DONE = ("done", "ongoing")
NOT_DONE = ("planned", "threatened", "considered", "possible", "demanded", "ruled_out")
MARKED_KINDS = tuple(kind for kind in KINDS if kind != "relation")
_HEAD = {"crisis", "manner", "date", "invented", "actors", "actors_also", "same", "claims"}
_FIELDS = (
    "kind", "quote", "nth", "actor", "target", "status", "event", "speaker", "doer",
    "optional",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """One annotated claim; of each answer all that are right, the likelier first.

    An empty tuple says that the annotation leaves that answer open.
    """

    kind: str
    quote: str
    nth: int
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    doer: tuple[str, ...] = ()
    optional: bool = False

    def span(self, text: str) -> tuple[int, int] | None:
        """Return where the quote stands in `text`, None where it doesn't."""
        start = -1
        for _ in range(self.nth):
            start = text.find(self.quote, start + 1)
            if start < 0:
                return None
        return start, start + len(self.quote)


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotated text."""

    name: str
    part: str
    crisis: str
    manner: str
    path: Path
    text: str
    actors: frozenset[str]
    actors_also: frozenset[str]
    claims: tuple[Marked, ...]
    same: Mapping[str, str] = field(default_factory=dict)

    def party(self, name: str | None) -> str | None:
        """Return the id that the annotation uses for the party `name`."""
        if not name:
            return None
        return self.same.get(name, name)


def passages(folder: Path, part: str | None = None) -> list[Passage]:
    """Load the annotated passages below `folder`, sorted by part and name.

    Parameters
    ----------
    folder : Path
        Holds ``dev``, ``validation`` and ``test``, or some of them.
    part : str, optional
        Only this part.

    Raises
    ------
    NotFoundError
        If no passage is there.
    InputError
        If an annotation is wrong: a quote that isn't in its text, an unknown
        kind, status, type or field, a crisis that stands in two parts. All
        faults are in the message, one a line.
    """
    paths = [
        (each, path)
        for each in PARTS
        if part in (None, each)
        for path in sorted((folder / each).glob("*.toml"))
    ]
    if not paths:
        raise NotFoundError(
            "no annotated passages", "name the folder that holds dev/ and test/", where=str(folder)
        )
    faults: list[str] = []
    same = _same(folder / "same.toml")
    loaded = [_passage(each, path, same, faults) for each, path in paths]
    seen: dict[str, str] = {}
    faults += [
        f"{passage.path}: the crisis {passage.crisis!r} stands in two parts"
        for passage in loaded
        if seen.setdefault(passage.crisis, passage.part) != passage.part
    ]
    if faults:
        raise InputError("the annotation is wrong:\n" + "\n".join(faults), where=str(folder))
    return loaded


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
        raise InputError(str(error), where=str(path)) from error


def _same(path: Path) -> dict[str, str]:
    """Return the id to use for each other spelling of it; empty without the file."""
    groups: list[list[str]] = _load(path)["same"] if path.exists() else []
    return _firsts(groups)


def _firsts(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    return {other: first for first, *others in groups for other in others}


def _passage(part: str, path: Path, same: Mapping[str, str], faults: list[str]) -> Passage:
    head = _load(path)
    try:
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(error), where=str(path)) from error
    actors = frozenset(head.get("actors", ()))
    also = frozenset(head.get("actors_also", ()))
    claims = tuple(_marked(claim) for claim in head.get("claims", ()))
    faults += [f"{path}: {fault}" for fault in _head_faults(head)]
    for given, claim in zip(head.get("claims", ()), claims, strict=True):
        said = f"{claim.kind} {claim.quote!r}"
        faults += [
            f"{path}: {said}: {fault}" for fault in _faults(given, claim, text, actors | also)
        ]
    return Passage(
        name=path.stem,
        part=part,
        crisis=head.get("crisis", ""),
        manner=head.get("manner", ""),
        path=path.with_suffix(".txt"),
        text=text,
        actors=actors,
        actors_also=also,
        claims=claims,
        same=_same_here(same, _groups(head), actors, also, claims),
    )


def _same_here(
    same: Mapping[str, str],
    own: Iterable[Sequence[str]],
    actors: frozenset[str],
    also: frozenset[str],
    claims: Iterable[Marked],
) -> dict[str, str]:
    """Return which ids name one party in a passage: what is said of all texts, but for its own words.

    Samoa is itself in a text on Samoa, though Western Samoa goes by that name elsewhere, and
    the gunmen of one text aren't those of another.
    """
    answers = {
        each
        for claim in claims
        for each in (*claim.actor, *claim.target, *claim.speaker, *claim.doer)
    }
    here = actors | also
    known = here | answers
    kept = {
        other: first
        for other, first in same.items()
        if not (other in here and first not in actors) and (first in known or other not in known)
    }
    return kept | _firsts(own)


def _marked(given: Mapping[str, Any]) -> Marked:
    return Marked(
        kind=given.get("kind", ""),
        quote=given.get("quote", ""),
        nth=given.get("nth", 1),
        optional=given.get("optional", False),
        **{
            name: _listed(given.get(name, ()))
            for name in ("actor", "target", "status", "event", "speaker", "doer")
        },
    )


def _listed(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _groups(head: Mapping[str, Any]) -> list[list[str]]:
    """Return the groups of ids that name one party in a passage, none where they aren't lists."""
    groups = head.get("same", [])
    listed = isinstance(groups, list) and all(isinstance(group, list) for group in groups)
    return groups if listed else []


def _head_faults(head: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted(set(head) - _HEAD):
        yield f"unknown field {name!r}"
    if not head.get("crisis"):
        yield "no crisis"
    if head.get("manner") not in MANNERS:
        yield f"the manner is none of {', '.join(MANNERS)}"
    if not head.get("actors"):
        yield "no actors"
    if "same" in head and not _groups(head):
        yield '"same" is no list of lists of ids'


def _faults(
    given: Mapping[str, Any], claim: Marked, text: str, parties: frozenset[str]
) -> Iterator[str]:
    """Yield what is wrong with one annotated claim."""
    for name in sorted(set(given) - set(_FIELDS)):
        yield f"unknown field {name!r}"
    if claim.kind not in MARKED_KINDS:
        yield "unknown kind"
    yield from _quote_faults(claim, text)
    yield from _answer_faults(claim, parties)


def _quote_faults(claim: Marked, text: str) -> Iterator[str]:
    if not claim.quote or claim.nth < 1 or claim.span(text) is None:
        yield "the quote isn't in the text"
    elif claim.quote != claim.quote.strip() or "\n" in claim.quote:
        yield "the quote begins or ends with a space, or runs over a line"


def _answer_faults(claim: Marked, parties: frozenset[str]) -> Iterator[str]:
    allowed = {"event": DONE, "option": NOT_DONE}.get(claim.kind, DONE + NOT_DONE)
    for status in sorted(set(claim.status) - set(allowed)):
        yield f"the status {status!r} is none of {', '.join(allowed)}"
    for event in sorted(set(claim.event) - set(PLOVER)):
        yield f"{event!r} is no PLOVER type"
    if claim.kind in ("event", "option"):
        for party in sorted({*claim.actor, *claim.target} - parties):
            yield f"{party!r} is not among the actors"
        if not (claim.status and claim.event and (claim.actor or claim.optional)):
            yield "an act needs actor, status and event"
    if claim.kind == "statement" and not claim.speaker:
        yield "a statement needs a speaker"
