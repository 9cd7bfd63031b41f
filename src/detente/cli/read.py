"""``detente read``: reports in, claims out."""

import os
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import Day, Fetch, Json, Sources
from detente.cli.output import advancing, console, print_json

MANY, MOST_WORKERS = 100, 4


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
    date: Day = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            min=1,
            help="Processes to read with; left out, one, and one for each core where there are"
            " a hundred reports or more.",
            show_default=False,
        ),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            metavar="FOLDER",
            help="Keep what was read here, so that a long folder can be taken up again.",
            show_default=False,
        ),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            metavar="ADDRESS",
            help="Let this Dask scheduler's workers read (needs the extra 'cluster').",
            show_default=False,
        ),
    ] = None,
    lines: Annotated[
        bool,
        typer.Option(
            "--lines",
            help="Print each report as it is read, as JSON on a line of its own: for folders of any"
            " length.",
        ),
    ] = False,
    llm: Annotated[
        str | None,
        typer.Option(
            "--llm",
            metavar="MODEL",
            help="Let this language model read too (provider:model, your own account; the text is"
            " sent to it). Needs the extra 'llm'.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read reports into claims, each with its exact quote.

    A claim is an act done or ongoing (event), an act not yet done (option), a
    red line, a conditional, a constraint, a consequence, a forecast, a
    statement or a relation. Who acts, upon whom, who says so, how far it has
    gone and the rule that found it stand beside the quote. Acts are listed apart
    and not claimed where the report does not make clear who does them.

    Corrections in a file 'REPORT.claims.jsonl' beside a report are applied.

    Examples: detente read report.txt; detente read reports/ --json;
    curl ... | detente read -
    """
    from detente.read.formats import how_many
    from detente.read.reading import read as read_sources
    from detente.read.reading import read_singly

    of = how_many(sources)
    workers = workers or worth_while(of)
    if lines:
        for one in read_singly(
            *sources, fetch=fetch, date=date, workers=workers, keep=keep, llm=llm, cluster=cluster
        ):
            print_json(one.to_json(), line=True)
        return
    with advancing("Reading", quiet=json) as tell:
        reading = read_sources(
            *sources,
            fetch=fetch,
            date=date,
            workers=workers,
            keep=keep,
            llm=llm,
            cluster=cluster,
            progress=None if tell is None else lambda done, _: tell(done, max(done, of)),
        )
    if json:
        print_json(reading.to_json())
        return
    from detente.report.terminal import print_reading

    print_reading(reading, console(), explain=explain)


def worth_while(reports: int) -> int:
    """Return how many processes pay for the seconds in which each of them loads the model."""
    return min(os.cpu_count() or 1, MOST_WORKERS) if reports >= MANY else 1
