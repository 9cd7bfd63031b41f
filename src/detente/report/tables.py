"""The tableau of a solved conflict as text, CSV, LaTeX and HTML.

Columns are the states or groups of states, as in the literature's own tables:
options with Y, N or -, then for each concept who is stable there, and E where
all are.
"""

import csv
import io
from collections.abc import Callable, Sequence
from html import escape

from detente.model.game import Game
from detente.solve.tableau import Row

Grid = list[list[str]]


def grid(rows: Sequence[Row], game: Game, concepts: Sequence[str]) -> Grid:
    """Return the table as cells: a head, a line for each option, a line for each concept."""
    head = ["", *(_states(row) for row in rows)]
    options = [[name, *(row.pattern[k] for row in rows)] for k, name in enumerate(game.options)]
    verdicts = [
        [
            concept,
            *(
                "E" if concept in row.equilibrium else " ".join(row.stable[concept]) or "."
                for row in rows
            ),
        ]
        for concept in concepts
    ]
    return [head, *options, *verdicts]


def as_text(cells: Grid) -> str:
    """Return the table with aligned columns; long ones are cut into blocks of 100 signs.

    Examples
    --------
    >>> print(as_text([["", "0", "1"], ["a.act", "N", "Y"], ["nash", ".", "E"]]))
           0  1
    a.act  N  Y
    nash   .  E
    """
    widths = [max(len(line[c]) for line in cells) for c in range(len(cells[0]))]
    blocks, block, used = [], [0], widths[0]
    for c in range(1, len(widths)):
        if used + widths[c] + 2 > 100 and len(block) > 1:  # noqa: PLR2004 - signs in a line
            blocks.append(block)
            block, used = [0], widths[0]
        block.append(c)
        used += widths[c] + 2
    blocks.append(block)
    return "\n\n".join(
        "\n".join("  ".join(line[c].ljust(widths[c]) for c in block).rstrip() for line in cells)
        for block in blocks
    )


def as_csv(cells: Grid) -> str:
    """Return the table as comma-separated values."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(cells)
    return out.getvalue()


def as_latex(cells: Grid) -> str:
    r"""Return the table as a LaTeX ``tabular``, with everything special escaped.

    Examples
    --------
    >>> print(as_latex([["", "0"], ["a.b_c", "Y"]]))
    \begin{tabular}{lc}
    \hline
     & 0 \\
    \hline
    a.b\_c & Y \\
    \hline
    \end{tabular}
    """
    lines = [" & ".join(map(_latex, line)) + r" \\" for line in cells]
    columns = "l" + "c" * (len(cells[0]) - 1)
    return "\n".join(
        [
            rf"\begin{{tabular}}{{{columns}}}",
            r"\hline",
            lines[0],
            r"\hline",
            *lines[1:],
            r"\hline",
            r"\end{tabular}",
        ]
    )


def as_html(cells: Grid) -> str:
    """Return the table as an HTML ``table`` with scopes, everything escaped."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in cells[0])
    body = "\n".join(
        f'<tr><th scope="row">{escape(line[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in line[1:])
        + "</tr>"
        for line in cells[1:]
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


FORMATS: dict[str, Callable[[Grid], str]] = {
    "text": as_text,
    "csv": as_csv,
    "latex": as_latex,
    "html": as_html,
}
"""Name of a format -> how it is written."""

_LATEX = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


def _states(row: Row) -> str:
    shown = " ".join(map(str, row.states[:4]))
    return f"{shown} ..." if len(row.states) > 4 else shown  # noqa: PLR2004 - a head stays short
