"""``detente case``, handed on: a folder of plain files, and a case made of one."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.case_options import Folder, Store, opened
from detente.cli.options import Json
from detente.cli.output import say_done


def register(app: typer.Typer) -> None:
    """Add the verbs to ``detente case``."""
    app.command(name="export")(export_)
    app.command(name="import")(import_)


def export_(
    folder: Folder,
    to: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to; it must be empty or an export.")
    ],
    *,
    json: Json = False,
    store: Store = "",
) -> None:
    """Write a case as a folder of plain files that reads well in git.

    Example: detente case export ukraine-2024 shared/ukraine
    """
    from detente.store.exporting import export

    with opened(folder, store) as case:
        count = export(case, to)
    say_done(f"Wrote {count} files to {to}.", json=json, files=count, folder=str(to))


def import_(
    source: Annotated[Path, typer.Argument(metavar="FOLDER", help="An export of a case.")],
    folder: Folder,
    *,
    json: Json = False,
    store: Store = "",
) -> None:
    """Make a case of an export.

    Example: detente case import shared/ukraine ukraine-2024
    """
    from detente.store.importing import import_case

    case = import_case(source, folder, store=store)
    case.close()
    say_done(
        f"Made the case {case.name} of {source}.",
        json=json, case=case.name, folder=str(folder), export=str(source),
    )  # fmt: skip
