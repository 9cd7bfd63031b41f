"""``detente convert`` and ``detente schema``: model files in and out of other programs."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import Force, Json, Model
from detente.cli.output import may_write, print_json, say_done
from detente.cli.sources import conflict as load_conflict
from detente.errors import OutputExistsError


def register(app: typer.Typer) -> None:
    """Add the verbs to the command line."""
    app.command()(convert)
    app.command()(schema)


def convert(
    model: Model,
    output: Annotated[
        Path,
        typer.Argument(help="The file to write: .yaml, .gmcr, .json or .csv.", show_default=False),
    ],
    *,
    force: Force = False,
    json: Json = False,
) -> None:
    """Convert a model file: GMCR+ (.gmcr) or a table of payoffs (.json, .csv) to .yaml and back.

    What the other form can't hold is reported on stderr, line by line, never
    dropped silently.

    Examples: detente convert Elmira.gmcr elmira.yaml; detente convert garrison garrison.gmcr
    """
    from detente.model.formats import left_out, save

    if output.exists() and not force:
        raise OutputExistsError(
            "exists", "name another file, or give --force to replace it", where=str(output)
        )
    may_write(output, "convert", force=True)
    conflict = load_conflict(model)
    save(conflict, output)
    notes = [*conflict.notes, *left_out(conflict, output)]
    for note in notes:
        typer.echo(f"detente: {note}", err=True)
    say_done(f"Wrote {output}.", json=json, wrote=str(output), notes=notes)


def schema(*, json: Json = False) -> None:  # noqa: ARG001 - it is JSON either way
    """Print the JSON Schema of model.yaml, with --json or without.

    Example: detente schema > model.schema.json
    """
    from detente.model.schema import json_schema

    print_json(json_schema())
