r"""Lines that a page broke, made paragraphs again.

A page says where its lines end and not where its paragraphs do. A line goes on
in the next where the next one's first word had no room in it, or where the next
begins in lower case; words parted at a line's end become one; what stands at the
top or the foot of page after page is no part of the text.

>>> flowed("The envoys of the two countries have re-\njected the terms.\nTalks end")
'The envoys of the two countries have rejected the terms.\n\nTalks end'
"""

import re
from collections import Counter
from collections.abc import Sequence

from detente.read.text.wordlists import listed

_PARTED = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010\u00ac]$")
_BREAK = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010\u00ac][ \t]*\n[ \t]*[a-z]")
_BLANK = re.compile(r"(\n[ \t]*\n\s*)")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ITEM = re.compile(r"(?:[-*•‣▪◦–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?:page |p\. ?)?[-–—| ]*(?:\d{1,4}|[ivxl]{1,6})[-–—| ]*(?:(?:of|/) ?\d{1,4})?", re.IGNORECASE
)
_HEADS = listed("hyphens", "heads")
_TAILS = listed("hyphens", "tails")
_NARROWEST = 25  # narrower lines are a list or a table
_NEAR = 3  # lines before and behind, by which the width of a column is told
_FULL, _FULL_STOP = 0.8, 0.9  # of that width: letters of a page are of many widths
_EDGE = 4  # lines at the top and at the foot of a page
_OFTEN = 0.6  # of the pages


def whole_words(text: str) -> str:
    r"""Return plain text with the words whole that were parted at a line's end.

    A text with form feeds, as `pdftotext` writes it, is one of pages. Other blocks than
    those with a parted word stay as they are.

    Examples
    --------
    >>> whole_words("Talks\n\nThe US-\nled force has with-\ndrawn from the town.")
    'Talks\n\nThe US-led force has withdrawn from the town.'
    """
    if "\f" in text:
        return pages(text.split("\f"))
    if not _BREAK.search(text):
        return text
    blocks = _BLANK.split(text)
    blocks[::2] = [flowed(each) if _BREAK.search(each) else each for each in blocks[::2]]
    return "".join(blocks)


def pages(found: Sequence[str]) -> str:
    """Put the pages of a document together as paragraphs.

    Parameters
    ----------
    found : sequence of str
        The text of each page, line by line.

    Returns
    -------
    str
        Paragraphs apart by blank lines, without what heads and foots the pages. A
        sentence that goes on over a page's end is whole.
    """
    parts = [
        [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in page.split("\n")] for page in found
    ]
    running = _running(parts)
    lines: list[str] = []
    for part in parts:
        text = _trimmed(part, running)
        while text and not text[0]:
            text.pop(0)
        while text and not text[-1]:
            text.pop()
        lines += text
    return flowed("\n".join(lines))


def flowed(text: str) -> str:
    """Make paragraphs of lines: those that only a page broke are joined."""
    lines = [line.strip() for line in text.split("\n")]
    known = Counter(_WORDS.findall(text.lower()))
    widths = [len(line) for line in lines]
    made: list[str] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else ""
        if not line or not before:
            if line:
                made.append(line)
            continue
        width = max(widths[max(0, place - _NEAR) : place + _NEAR])
        if _goes_on(before, line, width):
            made[-1] = _joined(made[-1], line, known)
        else:
            made.append(line)
    return "\n\n".join(made)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Say whether a line goes on with the one before it."""
    if _ITEM.match(line):
        return False
    if _PARTED.search(before) or (line[0].islower() and not _END.search(before)):
        return True
    first = line.split(" ", 1)[0]
    share = _FULL_STOP if _END.search(before) else _FULL
    return width >= _NARROWEST and len(before) + 1 + len(first) >= width * share


def _joined(text: str, line: str, known: Counter[str]) -> str:
    """Join a line to a text: one word where it was parted, else with a space."""
    parted = _PARTED.search(text)
    if parted is None or not line[:1].isalpha():
        return f"{text} {line}"
    word = _WORD.match(line)
    head, tail = parted[1], word[0] if word else ""
    soft = text[-1] == "\u00ad"
    if not soft and (tail[:1].isupper() or _is_compound(head, tail, known)):
        return text[:-1] + "-" + line
    return text[:-1] + line


def _is_compound(head: str, tail: str, known: Counter[str]) -> bool:
    """Say whether a word parted at a line's end has a hyphen of its own: "US-led"."""
    low, end = head.lower(), tail.lower()
    if known[low + end]:
        return False
    if (head.isupper() and len(head) > 1) or end in _TAILS or low in _HEADS:
        return True
    return known[f"{low}-{end}"] > 0


def _running(parts: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines that head or foot most pages, their numbers left out."""
    if len(parts) < 2:  # noqa: PLR2004 - one page repeats nothing
        return frozenset()
    seen = Counter(
        line for part in parts for line in {_plain(part[place]) for place in _edges(part)}
    )
    least = max(2, _OFTEN * len(parts))
    return frozenset(line for line, count in seen.items() if line and count >= least)


def _trimmed(part: Sequence[str], running: frozenset[str]) -> list[str]:
    """Return the lines of a page without its head, foot and number."""
    edges = set(_edges(part))
    return [
        line
        for place, line in enumerate(part)
        if place not in edges or not (_plain(line) in running or _PAGE.fullmatch(line))
    ]


def _edges(part: Sequence[str]) -> list[int]:
    told = [place for place, line in enumerate(part) if line]
    return sorted({*told[:_EDGE], *told[-_EDGE:]})


def _plain(line: str) -> str:
    return _NUMBER.sub("#", line).lower()
