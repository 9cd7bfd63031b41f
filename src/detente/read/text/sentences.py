r"""Cut a text into the parts that are parsed apart.

A newline may end a paragraph, a headline or a list item, or it may be the
fold of a hard-wrapped line. A fold is read as a space; the rest are borders
that no sentence crosses. Parts are bounded, so that a text without a full
stop costs no more than others.

>>> [part.text for part in chunks("Talks fail\n\nBoth sides left. The envoy stayed.")]
['Talks fail', '\n\n', 'Both sides left. The envoy stayed.']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.read.text.datelines import opening

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

LONGEST_PART = 20_000
LONGEST_SENTENCE = 2_000
NARROWEST_WRAP, WIDEST_WRAP = 40, 120  # narrower is a list or verse

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\w+day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
_TOWN = r"[A-Z][\w.' ]{2,30}"
_AGENCY = r"(?:\s*\([^)\n]{2,20}\))"
# places in capitals, others only with an agency or a day beside them
DATELINE = re.compile(
    rf"\s*([A-ZÀ-Þ][A-ZÀ-Þ.'/ -]{{2,40}}|{_TOWN}(?:, {_TOWN})?(?=\s*\()|{_TOWN}(?=, {_DAY})|(?=\([A-Z]))"
    rf"{_AGENCY}?(?:,[^\n—(]{{0,40}}?| {_DAY})?{_AGENCY}?(?:\s*[—-]{{1,2}}\s+|\s-(?=[A-Z]))"
)
# what stands before the first sentence of a line: a bullet, the time of a live blog
_LEAD = re.compile(
    r"\s*(?:[-*•‣▪◦–—]|\(?\d{1,2}[.)](?=\s)|\[?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|BST|UTC|ET|EST|EDT|CET))?\]?"
    r"\s*[-—:|]?)\s+(?=\S)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<!\s)\s*\n\s*|^\s+|(?<!\s)\s+$")  # each run of space is looked at once
_BLANK_LINES = re.compile(r"\n[ ]*\n\s*")
_ITEM = re.compile(r"[ ]*(?:[-*•‣▪◦–—]|\d{1,3}[.)]|[a-z][.)])[ ]")
_END = re.compile(r"[.!?][\"')\]]*[ ]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of the text: a paragraph, or the white space between two."""

    start: int
    text: str
    blank: bool


def chunks(text: str) -> Iterator[Chunk]:
    """Cut folded text into paragraphs and the gaps between them.

    Parameters
    ----------
    text : str
        Folded text.

    Yields
    ------
    Chunk
        In order and without holes: joined, they are the text, but for
        newlines inside a hard-wrapped paragraph, which are spaces there.
        None but a gap begins or ends with white space, unless a part was cut
        for its length; no part is over `LONGEST_PART`.
    """
    text = unwrap(text)
    place = 0
    for gap in _BREAK.finditer(text):
        if gap.end() == gap.start():
            continue
        yield from _paragraph(place, text[place : gap.start()])
        yield Chunk(gap.start(), gap.group(), blank=True)
        place = gap.end()
    yield from _paragraph(place, text[place:])


def _paragraph(start: int, text: str) -> Iterator[Chunk]:
    """Yield a paragraph whole, or cut where a sentence ends, or where it must be.

    A dateline ("PARIS, 3 May - ..."), a bullet, and the time of a live blog's
    entry are parts of their own.
    """
    first = opening(text) or _undated(text)
    if 0 < first < len(text):
        lead = text[:first].rstrip()
        yield Chunk(start, lead, blank=False)
        yield Chunk(start + len(lead), text[len(lead) : first], blank=True)
        start, text = start + first, text[first:]
    while text:
        cut = len(text) if len(text) <= LONGEST_SENTENCE else _cut(text)
        words = text[:cut].rstrip(" ")
        if words:
            yield Chunk(start, words, blank=False)
        if len(words) < cut:
            yield Chunk(start + len(words), text[len(words) : cut], blank=True)
        start, text = start + cut, text[cut:]


def _undated(text: str) -> int:
    """Return how far a dateline without its year, a bullet or the time of an entry goes."""
    lead = DATELINE.match(text) or _LEAD.match(text)
    return lead.end() if lead else 0


def _cut(text: str) -> int:
    """Return where to cut a long text: the last sentence end that keeps sentences bounded."""
    last = 0
    for end in _END.finditer(text, 0, LONGEST_PART):
        if end.end() - last > LONGEST_SENTENCE:
            break
        last = end.end()
    if len(text) - last <= LONGEST_SENTENCE and len(text) <= LONGEST_PART:
        return len(text)
    if last:
        return last
    space = text.rfind(" ", 1, LONGEST_SENTENCE)
    return space + 1 if space > 0 else LONGEST_SENTENCE


def unwrap(text: str) -> str:
    r"""Return `text` with the newlines of hard-wrapped paragraphs made spaces.

    A block is hard-wrapped when no line but its last had room for the next
    line's first word. A line that goes on in lower case is a fold as well.

    Examples
    --------
    >>> unwrap("The envoy said that talks\nhad failed in the capital.\nNo date was set.\n\nEnd")
    'The envoy said that talks had failed in the capital.\nNo date was set.\n\nEnd'
    """
    if "\n" not in text:
        return text
    pieces: list[str] = []
    place = 0
    for gap in _BLANK_LINES.finditer(text):
        pieces += [_block(text[place : gap.start()]), gap.group()]
        place = gap.end()
    pieces.append(_block(text[place:]))
    return "".join(pieces)


def _block(block: str) -> str:
    lines = block.split("\n")
    if len(lines) < 2:  # noqa: PLR2004 - a short reach, plain where it stands
        return block
    width = max(len(line) for line in lines)
    wrapped = NARROWEST_WRAP <= width <= WIDEST_WRAP and all(
        len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairwise(lines)
    )
    joined = lines[0]
    for before, line in pairwise(lines):
        item = _ITEM.match(line) is not None
        runs_on = line[:1].islower() and before.rstrip()[-1:] not in {".", "!", "?", ":", ""}
        fold = not item and (wrapped or runs_on)
        joined += (" " if fold else "\n") + line
    return joined


def sentences(doc: "Doc") -> tuple["Span", ...]:
    """Return the sentences of a parsed text, without white space at their ends.

    Returns
    -------
    tuple of Span
        In order; none is empty.
    """
    found = []
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if start < end:
            found.append(doc[start:end])
    return tuple(found)
