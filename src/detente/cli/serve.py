"""``detente serve``: the workbench in a browser."""

import secrets
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NamedTuple

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
    team: Annotated[
        bool, typer.Option("--team", help="Serve the cases of a shared store, with accounts.")
    ] = False,
    bind: Annotated[
        str, typer.Option("--bind", help="With --team: the address to listen at.")
    ] = "127.0.0.1",
    host: Annotated[
        list[str],
        typer.Option(
            "--host",
            help="With --team: a name that browsers know it by.",
            default_factory=list,
            show_default=False,
        ),
    ],
    cert: Annotated[
        Path | None,
        typer.Option(
            "--tls-cert", help="With --team: a certificate, to speak https.", show_default=False
        ),
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--tls-key", help="With --team: its key.", show_default=False)
    ] = None,
    proxy: Annotated[
        list[str],
        typer.Option(
            "--proxy",
            help="With --team: the address of a trusted proxy.",
            default_factory=list,
            show_default=False,
        ),
    ],
    user_header: Annotated[
        str,
        typer.Option(
            "--user-header",
            help="With --proxy: the header that names the user.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Open the workbench in a browser.

    Serves on this machine only, at the address that it prints: open it in a
    browser; it lets in the first who comes with it. The reports stand in the
    folder's documents/, the model is its model.yaml, the same file that every
    other verb takes. The folder of a case opens the case, with what came to it
    and what waits for a decision. Stop with Ctrl-C.

    With --team it serves all cases of a shared store to those who have an
    account: see 'detente team'. On another address than this machine's own it
    wants a certificate, or a proxy that has one.

    Needs the extra 'web': pip install 'detente[web]'; --team also 'team'.

    Examples: detente serve; detente serve report.txt; detente serve crisis/ --port 8321;
    detente serve --team --store postgresql://ana@db.example.org/cases
    """
    _needs("fastapi", "uvicorn", "python_multipart", extra="web")
    if team:
        _needs("argon2", extra="team")
        _serve_team(Shared(store, port, bind, tuple(host), cert, key, tuple(proxy), user_header))
        return
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


class Shared(NamedTuple):
    """What the command line says of a team's workbench."""

    store: str
    port: int
    bind: str
    hosts: tuple[str, ...]
    cert: Path | None
    key: Path | None
    proxies: tuple[str, ...]
    header: str


def _serve_team(asked: Shared) -> None:
    from detente.web.serving import run
    from detente.web.team_serving import Terms, prepared

    if (asked.cert is None) != (asked.key is None):
        raise InputError("certificate and key go together", "give --tls-cert and --tls-key")
    tls = None if asked.cert is None or asked.key is None else (asked.cert, asked.key)
    app, bound, at = prepared(
        Terms(asked.store, asked.port, asked.bind, asked.hosts, tls, asked.proxies, asked.header)
    )
    typer.echo(f"The team's workbench is at\n\n  {at}\n")
    typer.echo("Accounts are made with 'detente team add'. Ctrl-C stops the workbench.")
    run(app, bound, tls=tls)


def _needs(*packages: str, extra: str) -> None:
    if any(find_spec(name) is None for name in packages):
        raise InputError(
            "the workbench needs packages that aren't installed", f"pip install 'detente[{extra}]'"
        )
