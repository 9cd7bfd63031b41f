"""``detente draft``: reports in, a model file for the analyst out."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import Day, Fetch, Force, Json, Sources
from detente.cli.output import console, may_write, print_json, progress, write
from detente.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(draft)


def draft(
    sources: Sources,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The model file to write.")] = Path(
        "model.yaml"
    ),
    json: Json = False,
    force: Force = False,
    fetch: Fetch = False,
    date: Day = None,
) -> None:
    """Draft a conflict model from reports, with its evidence.

    Writes a model file to be read, corrected and kept: decision makers,
    options and their status, priorities, red lines, constraints, forecasts of
    named experts. Every element names the claims it rests on or says why it is
    assumed; what the reports leave open is listed as questions.

    An output file that was edited since is never replaced without --force.
    With --json nothing is written: the model is printed.

    Examples: detente draft report.txt; detente draft monday.html tuesday.pdf -o crisis.yaml
    """
    from detente.draft.drafting import draft as draft_reading
    from detente.read.reading import read as read_sources

    if not json:
        if output.resolve() in {Path(source).resolve() for source in sources}:
            raise InputError(
                "this would replace what is read", "name another file", where=str(output)
            )
        may_write(output, "draft", force=force)
    with progress("Reading and drafting", quiet=json):
        conflict = draft_reading(read_sources(*sources, fetch=fetch, date=date))
    if json:
        print_json(conflict.model_dump(mode="json"))
        return
    from detente.model.formats.yaml import dumps
    from detente.report.terminal import print_draft

    write(output, dumps(conflict), "draft")
    print_draft(conflict, console())
    typer.echo(f"Wrote {output}: correct it, then run 'detente solve {output}'.")
