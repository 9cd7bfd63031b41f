"""Paragraphs, headings and bars on a terminal."""

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model.conflict import Grounded
from detente.report import words

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100
BAR = 22
MOST_REFS = 8


def bar(console: "Console", text: str, p: float, low: float, high: float) -> None:
    """Print a clause and, under it, its probability as a bar, in figures and in words."""
    full = round(BAR * p)
    room = f"({words.interval(low, high)}) " if high > low else ""
    filled = "█" * full + "·" * (BAR - full)
    say(console, text)
    say(
        console,
        f"{filled} {words.percent(p):>5}  {room}{words.term(p)}",
        "cyan",
        indent=4,
    )


def refs(because: Sequence[int]) -> str:
    """Return the numbers of claims as they stand behind a sentence."""
    return f" [{', '.join(map(str, because[:MOST_REFS]))}]" if because else ""


def ground(part: Grounded) -> str:
    """Say what a part of a model rests on."""
    if part.because:
        return f" [{', '.join(part.because[:MOST_REFS])}]"
    return f" ({words.assumed(part.assumed)})" if part.assumed else ""


def some(names: Sequence[str], most: int = 12) -> str:
    """Join names, the first `most` of them."""
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return words.listed(shown)


def head(console: "Console", title: str) -> None:
    """Print the heading of a section."""
    console.print()
    say(console, title, "bold underline")


def rule(console: "Console", title: str) -> None:
    """Print the title of what follows."""
    say(console, title, "bold blue")


def say(console: "Console", text: str, style: str = "", *, indent: int = 0, hang: int = 0) -> None:
    """Print a paragraph, wrapped at words, with control characters taken out."""
    from rich.text import Text

    clean = "".join(c if c.isprintable() else " " for c in text)
    width = max(20, min(console.width, WIDEST))
    lines = textwrap.wrap(
        clean,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_on_hyphens=False,
    )
    for line in lines:
        console.print(Text(line, style=style), soft_wrap=True)
