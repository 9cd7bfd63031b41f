"""``detente team``: the accounts of a shared workbench, and what was done through it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import Json
from detente.cli.output import print_json, say_done
from detente.errors import InputError

if TYPE_CHECKING:
    from sqlalchemy import Engine

app = typer.Typer(
    name="team",
    help=(
        "Keep the accounts of a shared workbench: who may read or edit which case. Passwords are"
        " asked for, or read from standard input; never an argument.\n\nBegin with: detente team"
        " add ana --role editor --store postgresql://USER@HOST/DATABASE; detente serve --team"
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Name = Annotated[str, typer.Argument(help="The account's name.", show_default=False)]
Role = Annotated[str, typer.Option("--role", help="reader or editor.", show_default=False)]
In = Annotated[
    str, typer.Option("--case", help="Only in this case; else in every one.", show_default=False)
]
Store = Annotated[
    str,
    typer.Option(
        "--store", help="The address of the team's store; or DETENTE_STORE.", show_default=False
    ),
]
NoPassword = Annotated[bool, typer.Option("--no-password", help="A trusted proxy says who it is.")]


def register(parent: typer.Typer) -> None:
    """Add the verb to the command line."""
    parent.add_typer(app)


@contextmanager
def opened(store: str, *, make: bool = False) -> "Iterator[Engine]":
    """Open the team's store, brought up to date if need be, or made where that is asked for."""
    from detente.store.engine import open_engine
    from detente.store.migrate import ready
    from detente.store.teams import store_of

    engine = open_engine(store_of(store))
    try:
        ready(engine, "the team's store", make=make)
        yield engine
    finally:
        engine.dispose()


def asked(name: str) -> str:
    """Return a password: asked for twice on a terminal, else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    from getpass import getpass

    given = getpass(f"Password of {name}: ")
    if getpass("Again: ") != given:
        raise InputError("the two passwords differ", "give the same twice")
    return given


@app.command()
def add(
    name: Name,
    *,
    role: Role = "reader",
    case: In = "",
    no_password: NoPassword = False,
    json: Json = False,
    store: Store = "",
) -> None:
    """Make an account, with a role in one case or in every case.

    Examples: detente team add ana --role editor; detente team add ben --case ukraine-2024
    """
    from detente.store import accounts

    with opened(store, make=True) as engine:
        accounts.checked_name(name)
        accounts.checked_role(engine, role, case)
        made = accounts.add(engine, name, None if no_password else asked(name))
        accounts.grant(engine, made.name, role, case)
        _note(engine, f"team add {made.name} {role} {case or '*'}")
    say_done(
        f"Made the account {made.name}, {role} of {case or 'every case'}.",
        json=json, name=made.name, role=role, case=case or "*",
    )  # fmt: skip


@app.command()
def grant(name: Name, *, role: Role, case: In = "", json: Json = False, store: Store = "") -> None:
    """Give an account a role in a case, or in every case.

    Example: detente team grant ben --role editor --case ukraine-2024
    """
    from detente.store import accounts

    with opened(store) as engine:
        accounts.grant(engine, name, role, case)
        _note(engine, f"team grant {name} {role} {case or '*'}")
    say_done(
        f"{name} is {role} of {case or 'every case'}.",
        json=json, name=name, role=role, case=case or "*",
    )  # fmt: skip


@app.command()
def revoke(name: Name, *, case: In = "", json: Json = False, store: Store = "") -> None:
    """Take an account's role in a case away, or what it may do in every case.

    Example: detente team revoke ben --case ukraine-2024
    """
    from detente.store import accounts

    with opened(store) as engine:
        accounts.grant(engine, name, None, case)
        _note(engine, f"team revoke {name} {case or '*'}")
    say_done(
        f"{name} has no role of its own in {case or 'every case'} any more.",
        json=json, name=name, role=None, case=case or "*",
    )  # fmt: skip


@app.command()
def password(
    name: Name, *, no_password: NoPassword = False, json: Json = False, store: Store = ""
) -> None:
    """Give an account another password; it is signed out everywhere.

    Example: detente team password ana
    """
    from detente.store import accounts

    with opened(store) as engine, engine.connect() as connection:
        accounts.find(connection, name)
        connection.rollback()
        accounts.change_password(engine, name, None if no_password else asked(name))
        _note(engine, f"team password {name}")
    say_done(
        f"{name} has another password, and is signed out everywhere.",
        json=json, name=name, password=not no_password,
    )  # fmt: skip


@app.command()
def close(name: Name, *, json: Json = False, store: Store = "") -> None:
    """Close an account: it is signed out, and can't sign in; what it did stays told.

    Example: detente team close ben
    """
    from detente.store import accounts

    with opened(store) as engine:
        accounts.set_open(engine, name, to=False)
        _note(engine, f"team close {name}")
    say_done(f"{name} is closed.", json=json, name=name, open=False)


@app.command(name="open")
def open_(name: Name, *, json: Json = False, store: Store = "") -> None:
    """Open a closed account again.

    Example: detente team open ben
    """
    from detente.store import accounts

    with opened(store) as engine:
        accounts.set_open(engine, name, to=True)
        _note(engine, f"team open {name}")
    say_done(f"{name} is open.", json=json, name=name, open=True)


@app.command(name="list")
def list_(*, json: Json = False, store: Store = "") -> None:
    """List the accounts, each with its cases and roles.

    Example: detente team list
    """
    from detente.store import accounts

    with opened(store) as engine:
        found = accounts.listed(engine)
    if json:
        rows = [
            {
                "name": one.name, "open": one.open, "password": one.by_password,
                "access": [{"case": case, "role": role} for case, role in held],
            }
            for one, held in found
        ]  # fmt: skip
        print_json({"accounts": rows})
        return
    for one, held in found:
        roles = ", ".join(
            f"{role} of {'every case' if case == '*' else case}" for case, role in held
        )
        state = "" if one.open else ", closed"
        typer.echo(f"{one.name}{state}: {roles or 'no case'}")
    if not found:
        typer.echo("There are no accounts yet: detente team add NAME --role editor")


@app.command()
def log(
    *,
    most: Annotated[int, typer.Option("--last", "-n", min=1, help="Only so many.")] = 50,
    who: Annotated[
        str, typer.Option("--who", help="Only of this account.", show_default=False)
    ] = "",
    case: In = "",
    json: Json = False,
    store: Store = "",
) -> None:
    """List what was done through the workbench: who, when, what, on which version.

    Example: detente team log --who ana
    """
    from dataclasses import asdict

    from detente.store import audit

    with opened(store) as engine:
        found = audit.entries(engine, most=most, who=who, case=case)
    if json:
        print_json({"audit": [asdict(one) for one in found]})
        return
    for one in found:
        parts = (one.at, one.who or "-", one.case, one.what, one.said, one.version, one.address)
        typer.echo("  ".join(part for part in parts if part))


def _note(engine: "Engine", what: str) -> None:
    from detente.store import audit, clock

    audit.note(engine, clock.who(), what, said="done", address="command line")
