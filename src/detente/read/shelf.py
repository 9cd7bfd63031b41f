"""Keep what was read of each document, so that a long folder can be taken up again.

A page is filed under a checksum of its text, its date, its corrections, the
reader's own code and lexicon, and the model: whatever changes, it's read anew.
A file that isn't whole is read anew too.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from detente.errors import InputError
from detente.provenance import checksum
from detente.read import corrections
from detente.read.claim import Actor, Claim, Document
from detente.read.text import language


@dataclass(frozen=True, slots=True)
class Page:
    """What one document gave; its claims still have provisional ids."""

    document: Document
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = ()
    doubtful: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of pages that were read."""

    folder: Path

    def take(self, document: Document) -> Page | None:
        """Return the page of this document, if it's there and whole."""
        try:
            kept = json.loads(self._file(document).read_text("utf-8"))
            return Page(
                document,
                tuple(_actor(known) for known in kept["actors"]),
                tuple(claim_of(known) for known in kept["claims"]),
                tuple(kept["warnings"]),
                tuple(claim_of(known) for known in kept["doubtful"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, page: Page) -> None:
        """File a page; a file is there whole or not at all."""
        file = self._file(page.document)
        shown = {
            "actors": [asdict(actor) for actor in page.actors],
            "claims": [asdict(claim) for claim in page.claims],
            "warnings": list(page.warnings),
            "doubtful": [asdict(claim) for claim in page.doubtful],
        }
        file_whole(file, shown, "pages")

    def _file(self, document: Document) -> Path:
        own = repr(corrections.beside(document))
        facts = (document.id, document.title, document.date or "", document.source, document.text)
        name = checksum(*(fact.encode("utf-8", "replace") for fact in (*facts, own, reader())))
        return self.folder / f"{name.removeprefix('sha256:')}.json"


def file_whole(file: Path, shown: Mapping[str, object], what: str) -> None:
    """Write JSON that is there whole or not at all, with the folder around it.

    Parameters
    ----------
    file : Path
        Where it goes.
    shown : mapping of str to object
        What JSON can hold.
    what : str
        What isn't kept where that fails, in the plural.

    Raises
    ------
    InputError
        If the folder can't be written to.
    """
    half = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(shown, ensure_ascii=False), "utf-8")
        half.replace(file)
    except OSError as trouble:
        raise InputError(
            f"{what} can't be kept there",
            "name a folder that can be written to",
            where=str(file.parent),
        ) from trouble


@cache
def reader() -> str:
    """Return a checksum of what reads: this room's code and lexicons, and the model."""
    room = Path(str(files("detente.read")))
    parts = [
        file.read_bytes() for file in sorted(room.rglob("*")) if file.suffix in {".py", ".toml"}
    ]
    return checksum(*parts, repr(language.versions()).encode())


def claim_of(known: Mapping[str, Any]) -> Claim:
    """Return a claim as JSON has it."""
    many = {name: tuple(known[name]) for name in ("because", "inferred")}
    return Claim(**{**known, **many})


def _actor(known: dict[str, object]) -> Actor:
    mentions = tuple((str(d), int(s), int(e)) for d, s, e in known.pop("mentions"))  # type: ignore[attr-defined] # JSON
    return Actor(**known, mentions=mentions)  # type: ignore[arg-type] # JSON has what was put there
