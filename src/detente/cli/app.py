"""The verbs of ``detente``, in the order of the data's way."""

from typing import Annotated

import typer

from detente.cli import (
    brief,
    case,
    cases,
    convert,
    draft,
    forecast,
    graph,
    read,
    record,
    serve,
    solve,
    team,
)

app = typer.Typer(
    name="detente",
    help=(
        "Read the reporting on an international crisis and answer: will the talk turn into"
        " action?\n\nThe way is read -> draft -> solve -> forecast, and brief does all of it."
        " Every verb but serve takes --json (one document on stdout, nothing else) and --help (its manual)."
    ),
    epilog="Exit codes: 0 done, 1 bad input (one sentence on stderr), 2 bad usage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer hands a flag over by position
    if asked:
        from importlib.metadata import version

        typer.echo(f"detente {version('detente')}")
        raise typer.Exit


@app.callback()
def detente(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Hold what is common to all verbs."""


for verb in (brief, read, draft, solve, forecast, record, case, serve, team, cases, convert, graph):
    verb.register(app)
