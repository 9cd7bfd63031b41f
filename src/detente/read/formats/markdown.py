r"""Markdown to plain text: the marks go, the words and the lines stay.

>>> next(texts(b"# Talks\n\nThe *envoy* [left](http://a.example).")).text
'Talks\n\nThe envoy left.\n'
"""

import re
from collections.abc import Iterator

from detente.errors import SourceError
from detente.read.formats import Raw
from detente.read.formats.html import row
from detente.read.formats.lines import whole_words
from detente.read.formats.plain import decode
from detente.read.text.datelines import dateline

# emphasis may go on over the end of a line, never over that of a paragraph
_LETTER = r"(?:[^\n]|\n(?![ \t]*\n))"
_EMPHASIS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(\*\*|__)(?=\S)({_LETTER}{{0,2000}}?\S)\1"), r"\2"),
    (
        re.compile(
            r"(?<![\w*\\])\*(?=\S)((?:[^*\n]|\n(?![ \t]*\n)){1,2000}?)(?<=[^\s\\])\*(?![\w*])"
        ),
        r"\1",
    ),
    (
        re.compile(
            r"(?<![\w_\\])_(?=\S)((?:[^_\n]|\n(?![ \t]*\n)){1,2000}?)(?<=[^\s\\])_(?![\w_])"
        ),
        r"\1",
    ),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FACT = re.compile(r"(title|date)[ \t]*[:=](.*)", re.IGNORECASE)
_FENCE = re.compile(r"^[ \t]{0,3}(```+|~~~+)")
_RULE = re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$|^[ \t]*[=-]{2,}[ \t]*$")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|?[ \t]*$")
_LINE_MARK = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|(?:>[ \t]?)+)")
_ITEM = re.compile(r"^([ \t]*)[*+-][ \t]+(?:\[[ xX]\][ \t]+)?")
_REFERENCE = re.compile(r"^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.*$")
_TARGET = r"\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)"  # an address may have a pair of brackets
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--[^\n]{0,5000}?-->"), ""),
    (re.compile(rf"!\[([^\]\n]{{0,500}})\]{_TARGET}"), ""),
    (re.compile(rf"\[([^\[\]\n]{{0,1000}})\]{_TARGET}"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,1000})\]\[[^\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"\[\^[^\]\n]{1,50}\]"), ""),
    (re.compile(r"<(https?://[^\s<>]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>"), ""),
    (re.compile(r"~~([^~\n]{1,2000})~~"), r"\1"),
    (re.compile(r"(?<!`)`{1,3}(?!`)([^`\n]{1,2000})`{1,3}"), r"\1"),
)


def texts(content: bytes) -> Iterator[Raw]:
    """Yield the one text of a Markdown file; title and date may be in its front matter.

    Raises
    ------
    SourceError
        If it's binary or nothing is left of it.
    """
    text = decode(content)
    facts: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        facts = _facts(front.group(2))
        text = text[front.end() :]
    plain, heading = strip(text)
    if not plain.strip():
        raise SourceError("it is empty", "give it some text")
    yield Raw(whole_words(plain), title=facts.get("title") or heading, date=facts.get("date"))


def _facts(front: str) -> dict[str, str]:
    """Return title and date from front matter, without reading it as YAML."""
    found: dict[str, str] = {}
    for line in front.split("\n"):
        fact = _FACT.match(line)
        if fact:
            found.setdefault(fact[1].lower(), fact[2].strip().strip("'\""))
    day = dateline(found.pop("date", ""))
    return found | ({"date": day} if day else {})


def strip(text: str) -> tuple[str, str]:
    """Return the text without marks, and its first heading.

    Code stays out: it says nothing about a crisis. Tables keep their cells.
    """
    kept: list[str] = []
    heading, fence = "", ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark.group(1).startswith(fence):
                fence = ""
            continue
        if mark:
            fence = mark.group(1)
            continue
        if _RULE.match(line) or _REFERENCE.match(line) or ("|" in line and _TABLE_RULE.match(line)):
            if re.match(r"^[ \t]*=+[ \t]*$", line) and kept and not heading:
                heading = kept[-1]
            continue
        is_heading = line.lstrip().startswith("#")
        plain = _inline(_ITEM.sub(r"\1- ", _LINE_MARK.sub("", line)))
        if is_heading:
            plain = plain.rstrip("# ")
            heading = heading or plain.strip()
        if plain.strip().startswith("|"):
            cells = (cell.strip() for cell in plain.split("|"))
            plain = row([cell for cell in cells if cell]) + "\n"
        kept.append(plain.rstrip(" \t"))
    whole = "\n".join(kept)
    for pattern, replacement in _EMPHASIS:
        whole, heading = pattern.sub(replacement, whole), pattern.sub(replacement, heading)
    return re.sub(r"\n{3,}", "\n\n", whole).strip("\n") + "\n", heading


def _inline(line: str) -> str:
    for pattern, replacement in _INLINE:
        line = pattern.sub(replacement, line)
    return line
