"""What the commands of ``detente case`` share: arguments, the case they open, what they show."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.output import console, print_json, write

if TYPE_CHECKING:
    from detente.store.case import Case
    from detente.store.growing import Change

Folder = Annotated[
    Path, typer.Argument(metavar="CASE", help="The folder of the case.", show_default=False)
]
Store = Annotated[
    str,
    typer.Option(
        "--store",
        help="The address of the case's database, postgresql://USER@HOST/NAME; or DETENTE_STORE.",
        show_default=False,
    ),
]
Page = Annotated[
    Path | None,
    typer.Option("--html", help="Also write what changed as a page.", show_default=False),
]
Forecast = Annotated[
    bool,
    typer.Option(
        "--forecast/--no-forecast", help="Say how the forecasts move, or leave them out.",
        show_default=False,
    ),
]  # fmt: skip


@contextmanager
def opened(folder: Path, store: str) -> "Iterator[Case]":
    """Open a case, say what that did, and let go of it at the end."""
    from detente.store.case import open_case

    case = open_case(folder, store=store)
    for note in case.notes:
        typer.echo(note, err=True)
    try:
        yield case
    finally:
        case.close()


def show(
    change: "Change", folder: Path, *, html: Path | None, json: bool, extra: Sequence[str] = ()
) -> None:
    """Print what a change was, and write its page."""
    from detente.report.changes import page, print_told, told

    said = told(change)
    if html is not None:
        write(html, page(said), "case")
    if json:
        from detente.store.telling import change_json

        print_json(change_json(change))
        return
    print_told(said, console())
    for warning in (*change.warnings, *extra):
        typer.echo(f"detente: {warning}", err=True)
    open_ = [one.name for one in change.proposed if one.accepted is None]
    if open_:
        typer.echo(
            f"Decide with 'detente case accept {folder}' and 'detente case reject {folder} {open_[0]}'."
        )
    if html is not None:
        typer.echo(f"Wrote {html}.")
