"""Arguments that several verbs share, said once."""

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Reports: .txt, .md, .html, .pdf, .eml, feeds, a folder of them, or - for standard input.",
        show_default=False,
    ),
]
Model = Annotated[
    str,
    typer.Argument(
        help="A model file (.yaml, .gmcr, .json, .csv) or the name of a published case: see 'detente cases'.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Force = Annotated[
    bool,
    typer.Option(
        "--force", help="Replace output files even if they were edited or made by something else."
    ),
]
Fetch = Annotated[
    bool,
    typer.Option(
        "--fetch", help="Let http(s) addresses among the sources be fetched; off, nothing is."
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DAY",
        help="The day of reports that don't say theirs, as 2024-10-30.",
        show_default=False,
    ),
]
Seed = Annotated[
    int, typer.Option("--seed", min=0, help="Seed of the random draws; same seed, same answer.")
]
Draws = Annotated[
    int,
    typer.Option("--draws", "-n", min=1, help="How many readings of what isn't known are sampled."),
]
Horizon = Annotated[
    str | None,
    typer.Option(
        "--horizon",
        help="Until when: '6 months', '90 days' or a date; left out, until play comes to rest.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Where to write it.", show_default=False),
]
