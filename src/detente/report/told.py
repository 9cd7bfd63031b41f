"""A page of sentences under headings: printed, or made one HTML page that stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.report.printing import head, say

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, with the quotes that it rests on; or a line of a file, exactly as it is."""

    text: str
    quotes: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its columns are called, and its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Attributes
    ----------
    heading : str
        What it is about.
    lines : tuple of Line
        Sentences.
    charts : tuple of str
        SVG elements made here, their texts escaped; on pages only.
    tables : tuple of Table
        What the charts show and more, in words.
    """

    heading: str
    lines: tuple[Line, ...] = ()
    charts: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """All that a page on a change says."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def print_told(page: Told, console: "Console") -> None:
    """Print what a page says."""
    head(console, page.title)
    if page.lead:
        say(console, page.lead)
    for section in page.sections:
        head(console, section.heading)
        for line in section.lines:
            if line.exact:
                _print_exact(console, line.text)
                continue
            say(console, line.text, indent=2, hang=4)
            for quote in line.quotes:
                say(console, f"“{' '.join(quote.split())}”", "dim", indent=6)
        for place, table in enumerate(section.tables):
            if place or section.lines:
                console.print()
            print_table(console, table)


def _print_exact(console: "Console", words: str) -> None:
    from rich.text import Text

    clean = "".join(c if c.isprintable() else " " for c in words)
    style = {"+": "green", "-": "red", "@": "dim"}.get(clean[:1], "")
    console.print(Text(f"  {clean}", style=style), soft_wrap=True)


def print_table(console: "Console", table: Table) -> None:
    """Print a table; the last column takes the room that is left."""
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in table.head:
        grid.add_column(name, overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text("".join(c if c.isprintable() else " " for c in cell)) for cell in row))
    console.print(grid)


def page(told_: Told, *, charts: Sequence[tuple[str, str]] = ()) -> str:
    """Return what is told as one self-contained HTML page.

    Parameters
    ----------
    told_ : Told
        What it says.
    charts : sequence of (str, str)
        Headings, and SVG elements made here, their texts escaped.
    """
    from detente.report import html

    style = html._style() + html._read("changes.css")  # noqa: SLF001 - the same room's page
    safe = html._safe  # noqa: SLF001
    template: Any = html._environment().get_template("changes.html.j2")  # noqa: SLF001
    return str(
        template.render(
            t=told_,
            style=safe(style),
            drawn=safe,
            policy=html._policy(style),  # noqa: SLF001
            charts=[(heading, safe(svg)) for heading, svg in charts],
        )
    )
