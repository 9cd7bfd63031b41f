"""``detente cases``: the library of published conflicts."""

from typing import Annotated

import typer

from detente.cli.options import Json
from detente.cli.output import console, print_json


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(cases)


def cases(
    name: Annotated[
        str | None,
        typer.Argument(help="A case, to see what its source prints.", show_default=False),
    ] = None,
    *,
    json: Json = False,
) -> None:
    """List the published conflicts that come with Détente.

    Each can be named wherever a model is asked for. With a name: its model
    file, as a start for one's own.

    Examples: detente cases; detente cases elmira; detente solve elmira
    """
    from detente import cases as library

    if name is not None:
        if json:
            model = library.load(name).model_dump(mode="json")
            print_json({"model": model, "published": library.published(name)})
        else:
            typer.echo(library.text(name), nl=False)
        return
    loaded = {one: library.load(one) for one in library.names()}
    if json:
        print_json(
            {
                "cases": [
                    {"name": one, "title": conflict.title, "source": conflict.source}
                    for one, conflict in loaded.items()
                ]
            }
        )
        return
    from detente.report.terminal import print_cases

    print_cases(loaded, console())
