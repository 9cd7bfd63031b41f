"""A text as long as a book is read in parts, so that time and memory grow with its length only.

Who is meant is told within a part. All offsets count in the whole text.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from detente.read.claim import Actor, Claim

LONGEST = 150_000
"""Characters: some fifty pages."""
_BORDERS = (re.compile(r"\n[ \t]*\n\s*"), re.compile(r"[.!?][\"'”’)]*\s+"), re.compile(r"\s+"))


def parts(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    r"""Yield where the parts of a text start and end: between paragraphs, else sentences, else words.

    Parameters
    ----------
    text : str
        Any text.
    longest : int
        Characters of a part, at most.

    Yields
    ------
    (int, int)
        Joined, the parts are the text.

    Examples
    --------
    >>> text = "One one.\n\nTwo. Three."
    >>> [text[start:end] for start, end in parts(text, 14)]
    ['One one.\n\n', 'Two. Three.']
    """
    start = 0
    while len(text) - start > longest:
        end = _border(text, start, start + longest)
        yield start, end
        start = end
    yield start, len(text)


def _border(text: str, start: int, end: int) -> int:
    """Return the last place in the second half of a stretch where a text can be cut."""
    for border in _BORDERS:
        last = deque(border.finditer(text, (start + end) // 2, end), maxlen=1)
        if last:
            return last[0].end()
    return end


def moved(claim: Claim, start: int) -> Claim:
    """Return a claim of the part that starts at `start` as one of the whole text."""
    if not start:
        return claim
    return replace(
        claim,
        id=f"{claim.id}+{start}",
        because=tuple(f"{cause}+{start}" for cause in claim.because),
        start=claim.start + start,
        end=claim.end + start,
    )


def moved_actor(actor: Actor, start: int) -> Actor:
    """Return an actor of a part with its mentions as places of the whole text."""
    if not start:
        return actor
    mentions = tuple((name, first + start, last + start) for name, first, last in actor.mentions)
    return replace(actor, mentions=mentions)
