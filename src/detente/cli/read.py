"""``detente read``: reports in, claims out."""

from typing import Annotated

import typer

from detente.cli.options import Fetch, Json, Sources
from detente.cli.output import console, print_json, progress


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(read)


def read(
    sources: Sources,
    *,
    json: Json = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show for each claim the rule that made it.")
    ] = False,
    fetch: Fetch = False,
) -> None:
    """Read reports into claims, each with its exact quote.

    A claim is an act done or ongoing (event), an act not yet done (option), a
    red line, a conditional, a constraint, a consequence, a forecast, a
    statement or a relation. Who acts, upon whom, who says so, how far it has
    gone and the rule that found it stand beside the quote.

    Corrections in a file 'REPORT.claims.jsonl' beside a report are applied.

    Examples: detente read report.txt; detente read reports/ --json;
    curl ... | detente read -
    """
    from detente.read.reading import read as read_sources

    with progress("Reading", quiet=json):
        reading = read_sources(*sources, fetch=fetch)
    if json:
        print_json(reading.to_json())
        return
    from detente.report.terminal import print_reading

    print_reading(reading, console(), explain=explain)
