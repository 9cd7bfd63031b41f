"""Cut an article at the quotes of its claims, so that a page can mark them.

Quotes may nest and overlap. A text is cut at every start and end of a quote, so
that each piece is covered by a fixed set of claims; pieces are then grouped by
paragraph. Long articles keep the paragraphs that were quoted and the ones
beside them; what is left out is counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from detente.read.claim import Claim, Document

LONG = 24_000
"""Articles longer than this, in characters, show only what was quoted."""

PLAIN, QUOTED = 1_200, 6_000
"""In a long article, pieces without and with claims longer than this lose their middle."""

_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims.

    `numbers` are the claims that cover it, `ends` those whose quote ends with
    it, and `kind` is the kind of the shortest of them. `skipped` counts the
    characters that are left out after the text.
    """

    text: str
    numbers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    kind: str = ""
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces; `skipped` counts the characters left out before it."""

    pieces: tuple[Piece, ...]
    skipped: int = 0


def paragraphs(
    document: Document, claims: Sequence[Claim], numbers: dict[str, int], *, long: int = LONG
) -> list[Paragraph]:
    """Cut a document into paragraphs and pieces.

    Parameters
    ----------
    document : Document
        The text; every claim's quote stands in it at its offsets.
    claims : sequence of Claim
        The claims of any documents; those of others are passed over.
    numbers : dict of str to int
        The number under which each claim is listed.
    long : int
        Documents longer than this show only what was quoted.

    Returns
    -------
    list of Paragraph
        The texts of all pieces joined are the document's text, but for the
        white space at line breaks and for what is counted as skipped.
    """
    text = document.text
    mine = sorted(
        (c for c in claims if c.document == document.id and c.id in numbers and c.start < c.end),
        key=lambda c: (c.start, -c.end, numbers[c.id]),
    )
    spans = []
    at = 0
    for found in _BREAK.finditer(text):
        spans.append((at, found.start()))
        at = found.end()
    spans.append((at, len(text)))
    spans = [(start, end) for start, end in spans if start < end]
    last = {c.id: n for n, (a, b) in enumerate(spans) for c in mine if c.start < b and c.end > a}
    made = []
    skipped = 0
    for n, (start, end) in enumerate(spans):
        here = [c for c in mine if c.start < end and c.end > start]
        if len(text) > long and not here:
            skipped += end - start
            continue
        ended = {c.id for c in here if last[c.id] == n}
        pieces = _pieces(text, start, end, claims=here, numbers=numbers, ended=ended)
        if len(text) > long:
            pieces = tuple(part for piece in pieces for part in _clipped(piece))
        made.append(Paragraph(pieces, skipped))
        skipped = 0
    if skipped:
        made.append(Paragraph((), skipped))
    return made


def _clipped(piece: Piece) -> tuple[Piece, ...]:
    """Take the middle out of a piece that is too long."""
    most = QUOTED if piece.numbers else PLAIN
    if len(piece.text) <= most:
        return (piece,)
    head, tail = piece.text[: most // 2], piece.text[-most // 2 :]
    gone = len(piece.text) - len(head) - len(tail)
    return (
        replace(piece, text=head, ends=(), skipped=gone),
        replace(piece, text=tail),
    )


def _pieces(
    text: str,
    start: int,
    end: int,
    *,
    claims: list[Claim],
    numbers: dict[str, int],
    ended: set[str],
) -> tuple[Piece, ...]:
    cuts = {start, end}
    for claim in claims:
        cuts.update(cut for cut in (claim.start, claim.end) if start < cut < end)
    bounds = sorted(cuts)
    made = []
    for a, b in pairwise(bounds):
        over = [claim for claim in claims if claim.start < b and claim.end > a]
        shortest = min(over, key=lambda c: (c.end - c.start, numbers[c.id]), default=None)
        ends = [c for c in over if c.id in ended and min(c.end, end) == b]
        made.append(
            Piece(
                text[a:b],
                tuple(sorted(numbers[claim.id] for claim in over)),
                tuple(sorted(numbers[claim.id] for claim in ends)),
                shortest.kind if shortest else "",
            )
        )
    return tuple(made)
