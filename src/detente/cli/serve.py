"""``detente serve``: the workbench in a browser."""

import secrets
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from detente.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(serve)


def serve(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="[DIR | CASE | REPORT | MODEL]",
            help="The folder to work in, or of a case; or a report, for which one is made; or a model.",
        ),
    ] = Path(),
    *,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes one that is free.")
    ] = 0,
    store: Annotated[
        str,
        typer.Option(
            "--store", help="The address of the case's store; or DETENTE_STORE.", show_default=False
        ),
    ] = "",
) -> None:
    """Open the workbench in a browser.

    Serves on this machine only, at the address that it prints: open it in a
    browser; it lets in the first who comes with it. The reports stand in the
    folder's documents/, the model is its model.yaml, the same file that every
    other verb takes. The folder of a case opens the case, with what came to it
    and what waits for a decision. Stop with Ctrl-C.

    Needs the extra 'web': pip install 'detente[web]'.

    Examples: detente serve; detente serve report.txt; detente serve crisis/ --port 8321
    """
    if any(find_spec(name) is None for name in ("fastapi", "uvicorn", "python_multipart")):
        raise InputError(
            "the workbench needs packages that aren't installed", "pip install 'detente[web]'"
        )
    from detente.web.serving import listening, opened
    from detente.web.serving import serve as run

    workspace = opened(source, store=store)
    bound = listening(port)
    token = secrets.token_urlsafe(32)
    at = f"http://127.0.0.1:{bound.getsockname()[1]}"
    for note in getattr(workspace, "notes", ()):
        typer.echo(note, err=True)
    typer.echo(f"The workbench on {workspace.folder} is at\n\n  {at}/start?token={token}\n")
    typer.echo("Open this address in a browser; it works once. Ctrl-C stops the workbench.")
    run(workspace, bound, token=token)
