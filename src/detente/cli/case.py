"""``detente case``: a case that grows, reports in and what changed out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.options import Draws, Fetch, Force, Horizon, Json, Seed
from detente.cli.output import console, may_write, print_json, progress, write

if TYPE_CHECKING:
    from detente.store.case import Case
    from detente.store.growing import Change

app = typer.Typer(
    name="case",
    help=(
        "Follow a crisis: a case takes reports in as they come, says what each of them changes,"
        " and keeps every claim, model and forecast.\n\nBegin with: detente case new ukraine;"
        " detente case add ukraine report.txt"
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Folder = Annotated[
    Path, typer.Argument(metavar="CASE", help="The folder of the case.", show_default=False)
]
Store = Annotated[
    str,
    typer.Option(
        "--store",
        help="The address of the case's database, postgresql://USER@HOST/NAME; or DETENTE_STORE.",
        show_default=False,
    ),
]
Page = Annotated[
    Path | None,
    typer.Option("--html", help="Also write what changed as a page.", show_default=False),
]
NoForecast = Annotated[
    bool, typer.Option("--no-forecast", help="Leave the forecasts out: quicker.")
]


def register(parent: typer.Typer) -> None:
    """Add the verb to the command line."""
    from detente.cli import case_follow

    case_follow.register(app)
    parent.add_typer(app)


@contextmanager
def opened(folder: Path, store: str) -> "Iterator[Case]":
    """Open a case, say what that did, and let go of it at the end."""
    from detente.store.case import open_case

    case = open_case(folder, store=store)
    for note in case.notes:
        typer.echo(note, err=True)
    try:
        yield case
    finally:
        case.close()


@app.command()
def new(
    folder: Folder,
    *,
    title: Annotated[
        str, typer.Option("--title", help="What it is about.", show_default=False)
    ] = "",
    store: Store = "",
    join: Annotated[
        bool, typer.Option("--join", help="Work on a case that is in the store already.")
    ] = False,
) -> None:
    """Make a case: a folder with its store.

    The store is a file in the folder, or, with --store, a PostgreSQL database
    in which a team's cases stand side by side.

    Example: detente case new ukraine-2024 --title "Troops and lethal weapons"
    """
    from detente.store.case import new as make

    case = make(folder, title=title, store=store, join=join)
    case.close()
    typer.echo(f"Made the case {case.name}: add a report with 'detente case add {folder} REPORT'.")


@app.command()
def add(
    folder: Folder,
    reports: Annotated[
        list[str],
        typer.Argument(
            help="Reports: files, folders, feeds, - for standard input.", show_default=False
        ),
    ],
    *,
    accept: Annotated[
        bool, typer.Option("--accept", help="Carry all that is proposed into the model.")
    ] = False,
    date: Annotated[
        str,
        typer.Option(
            "--date", help="The reports' day, where they don't say it.", show_default=False
        ),
    ] = "",
    draws: Draws = 1000,
    seed: Seed = 0,
    horizon: Horizon = None,
    forecast: Annotated[
        bool, typer.Option(" /--no-forecast", help="Leave the forecasts out.")
    ] = True,
    html: Page = None,
    json: Json = False,
    force: Force = False,
    fetch: Fetch = False,
    store: Store = "",
) -> None:
    """Take reports in, and say what they change.

    Each report is kept as soon as it is read ("saved"); a text that came in
    before is known. The first report drafts the model. Later ones propose
    changes to it, which 'case accept' carries in; --accept does so at once.

    Example: detente case add ukraine-2024 tuesday.html --horizon "6 months"
    """
    from detente.read.formats import documents
    from detente.store import days
    from detente.store.growing import Asking
    from detente.store.growing import add as take

    if html is not None:
        may_write(html, "case", force=force)

    def saved(one: Any) -> None:
        if not json:
            known = "known already, as" if one.known else "saved as"
            typer.echo(f"{one.source}: {known} {one.document}")

    unread: list[str] = []
    with opened(folder, store) as case, progress("Reading and forecasting", quiet=json):
        found = (days.dated(one, date) for one in documents(reports, fetch=fetch, unread=unread))
        asking = Asking(draws, seed, horizon) if forecast else None
        change = take(case, _read(case, found), accept=accept, forecast=asking, saved=saved)
    _show(change, html=html, json=json, extra=unread)


def _read(case: "Case", found: Any) -> Any:
    from detente.store.growing import read_new

    return read_new(case, found)


def _show(change: "Change", *, html: Path | None, json: bool, extra: list[str]) -> None:
    from detente.report.changes import page, print_told, told

    said = told(change)
    if html is not None:
        write(html, page(said), "case")
    if json:
        from detente.store.telling import change_json

        print_json(change_json(change))
        return
    print_told(said, console())
    for warning in (*change.warnings, *extra):
        typer.echo(f"detente: {warning}", err=True)
    open_ = [one.name for one in change.proposed if one.accepted is None]
    if open_:
        typer.echo(
            f"Decide with 'detente case accept CASE' or 'detente case reject CASE {open_[0]}'."
        )
    if html is not None:
        typer.echo(f"Wrote {html}.")


@app.command()
def status(folder: Folder, *, json: Json = False, store: Store = "") -> None:
    """Say how a case stands: reports, claims, the model, what waits, the latest forecasts.

    Example: detente case status ukraine-2024
    """
    from detente.store import versions
    from detente.store.history import status as of
    from detente.store.telling import status_json

    with opened(folder, store) as case:
        version = versions.current(case)
        found = of(case)
    if json:
        print_json(status_json(found))
        return
    from detente.report.casework import print_status

    print_status(found, None if version is None else version.conflict(), console())


@app.command()
def log(
    folder: Folder,
    *,
    most: Annotated[int, typer.Option("--last", "-n", min=1, help="Only so many.")] = 50,
    json: Json = False,
    store: Store = "",
) -> None:
    """List what was done with a case, by whom and when.

    Example: detente case log ukraine-2024 --last 10
    """
    from detente.store.history import log as of
    from detente.store.telling import log_json

    with opened(folder, store) as case:
        found = of(case, most=most)
    if json:
        print_json({"log": log_json(found)})
        return
    from detente.report.casework import print_log

    print_log(found, console())


@app.command()
def diff(
    folder: Folder,
    a: Annotated[str, typer.Argument(help="A version of the model, m2, or a day, 2024-11-30.")],
    b: Annotated[
        str, typer.Argument(help="Another; left out, the latest.", show_default=False)
    ] = "",
    *,
    html: Page = None,
    json: Json = False,
    force: Force = False,
    store: Store = "",
) -> None:
    """Say what came to a case between two versions of its model, or two days.

    Example: detente case diff ukraine-2024 m1 m3
    """
    from detente.report.changes import difference, page, print_told
    from detente.store import versions
    from detente.store.history import diff as of
    from detente.store.telling import diff_json

    if html is not None:
        may_write(html, "case", force=force)
    with opened(folder, store) as case:
        version = versions.current(case)
        found = of(case, a, b)
    said = difference(found, None if version is None else version.conflict())
    if html is not None:
        write(html, page(said), "case")
    if json:
        print_json(diff_json(found))
        return
    print_told(said, console())


@app.command()
def proposals(
    folder: Folder,
    *,
    every: Annotated[bool, typer.Option("--all", help="Those decided, too.")] = False,
    json: Json = False,
    store: Store = "",
) -> None:
    """List the changes to the model that reports propose and nobody has decided.

    Example: detente case proposals ukraine-2024
    """
    from detente.store import deciding

    with opened(folder, store) as case, case.reading() as connection:
        found = [one for one in deciding.kept(connection, case.id) if every or one.accepted is None]
    if json:
        print_json({"proposals": [deciding.told(one) for one in found]})
        return
    from detente.report.casework import print_proposals

    print_proposals(found, console())


Numbers = Annotated[
    list[str] | None,
    typer.Argument(help="Proposals: p3 p4, or all; left out, all.", show_default=False),
]


@app.command()
def accept(
    folder: Folder,
    which: Numbers = None,
    *,
    draws: Draws = 1000,
    seed: Seed = 0,
    horizon: Horizon = None,
    forecast: Annotated[
        bool, typer.Option(" /--no-forecast", help="Leave the forecasts out.")
    ] = True,
    html: Page = None,
    json: Json = False,
    force: Force = False,
    store: Store = "",
) -> None:
    """Carry proposals into the model, forecast it anew, and say what changed.

    The model's comments and order stay; so does what was edited by hand.

    Examples: detente case accept ukraine-2024; detente case accept ukraine-2024 p3 p5
    """
    from detente.store import deciding
    from detente.store.growing import Asking
    from detente.store.growing import accept as take

    if html is not None:
        may_write(html, "case", force=force)
    with opened(folder, store) as case, progress("Forecasting", quiet=json):
        wanted = deciding.chosen(case, which or [])
        change = take(case, wanted, forecast=Asking(draws, seed, horizon) if forecast else None)
    _show(change, html=html, json=json, extra=[])


@app.command()
def reject(
    folder: Folder,
    which: Annotated[list[str], typer.Argument(help="Proposals: p3 p4, or all.")],
    *,
    why: Annotated[
        str, typer.Option("--why", help="The reason, for the log.", show_default=False)
    ] = "",
    store: Store = "",
) -> None:
    """Decide against proposals; they stay in the case as what was not taken.

    Example: detente case reject ukraine-2024 p4 --why "a rumour"
    """
    from detente.store import deciding

    with opened(folder, store) as case:
        wanted = deciding.chosen(case, which)
        deciding.reject(case, wanted, why)
    typer.echo(f"Rejected {', '.join(one.name for one in wanted) or 'nothing'}.")


@app.command()
def correct(
    folder: Folder,
    claim: Annotated[str, typer.Argument(help="A claim: c17.")],
    changes: Annotated[
        list[str], typer.Argument(help="FIELD=VALUE ..., or reject=true.", show_default=False)
    ],
    *,
    why: Annotated[
        str, typer.Option("--why", help="The reason, for the log.", show_default=False)
    ] = "",
    store: Store = "",
) -> None:
    """Put a claim right; what was read stays, and the correction beside it counts.

    Example: detente case correct ukraine-2024 c17 actor=russia status=threatened
    """
    from detente.store import correcting

    said = dict(correcting.parsed(one) for one in changes)
    with opened(folder, store) as case:
        correcting.correct(case, claim, said, why=why)
    typer.echo(f"Corrected {claim}.")


@app.command()
def keep(folder: Folder, *, store: Store = "") -> None:
    """Make model.yaml as it stands the case's model, whatever the store has meanwhile.

    Needed only when the model was edited here and by somebody else at once.

    Example: detente case keep ukraine-2024
    """
    from detente.store import versions

    with opened(folder, store) as case:
        version = versions.keep(case)
    typer.echo(f"Kept model.yaml as m{version.number}.")


@app.command()
def search(
    folder: Folder,
    words: Annotated[list[str], typer.Argument(help="Words, in any order.")],
    *,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="So many of each at most.")] = 20,
    json: Json = False,
    store: Store = "",
) -> None:
    """Find the documents and claims that hold some words.

    Example: detente case search ukraine-2024 lethal weapons
    """
    from dataclasses import asdict

    from detente.store.searching import search as look

    with opened(folder, store) as case:
        found, claims = look(case, " ".join(words), most=most)
    if json:
        print_json(
            {"documents": [asdict(one) for one in found], "claims": [asdict(one) for one in claims]}
        )
        return
    from detente.report.casework import print_hits

    print_hits(found, claims, console())


@app.command(name="export")
def export_(
    folder: Folder,
    to: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to; it must be empty or an export.")
    ],
    *,
    store: Store = "",
) -> None:
    """Write a case as a folder of plain files that reads well in git.

    Example: detente case export ukraine-2024 shared/ukraine
    """
    from detente.store.exporting import export

    with opened(folder, store) as case:
        count = export(case, to)
    typer.echo(f"Wrote {count} files to {to}.")


@app.command(name="import")
def import_(
    source: Annotated[Path, typer.Argument(metavar="FOLDER", help="An export of a case.")],
    folder: Folder,
    *,
    store: Store = "",
) -> None:
    """Make a case of an export.

    Example: detente case import shared/ukraine ukraine-2024
    """
    from detente.store.importing import import_case

    case = import_case(source, folder, store=store)
    case.close()
    typer.echo(f"Made the case {case.name} of {source}.")
