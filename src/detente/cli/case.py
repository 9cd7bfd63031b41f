"""``detente case``: a case that grows, reports in and what changed out."""

from typing import Annotated, Any

import typer

from detente.cli.case_options import Folder, Forecast, Page, Store, opened, show
from detente.cli.options import Draws, Fetch, Force, Horizon, Json, Seed
from detente.cli.output import console, may_write, print_json, progress, say_done, write

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


def register(parent: typer.Typer) -> None:
    """Add the verb to the command line."""
    from detente.cli import case_decide, case_follow, case_share, case_watch

    for part in (case_decide, case_follow, case_watch, case_share):
        part.register(app)
    parent.add_typer(app)


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
    json: Json = False,
) -> None:
    """Make a case: a folder with its store.

    The store is a file in the folder, or, with --store, a PostgreSQL database
    in which a team's cases stand side by side.

    Example: detente case new ukraine-2024 --title "Troops and lethal weapons"
    """
    from detente.store.case import new as make

    case = make(folder, title=title, store=store, join=join)
    case.close()
    say_done(
        f"Made the case {case.name}: add a report with 'detente case add {folder} REPORT'.",
        json=json, case=case.name, title=case.title, folder=str(folder),
    )  # fmt: skip


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
            "--date",
            help="The reports' day, whatever day they have of their own.",
            show_default=False,
        ),
    ] = "",
    draws: Draws = 1000,
    seed: Seed = 0,
    horizon: Horizon = None,
    forecast: Forecast = True,
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
    from detente.store.growing import Asking, read_new
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
        change = take(case, read_new(case, found), accept=accept, forecast=asking, saved=saved)
    show(change, folder, html=html, json=json, extra=unread)


@app.command()
def status(folder: Folder, *, json: Json = False, store: Store = "") -> None:
    """Say how a case stands.

    Reports and claims, the version of the model, the latest forecasts, what waits to be decided.

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
    a: Annotated[
        str,
        typer.Argument(metavar="FROM", help="A version of the model, m2, or a day, 2024-11-30."),
    ],
    b: Annotated[
        str,
        typer.Argument(metavar="TO", help="Another; left out, the latest.", show_default=False),
    ] = "",
    *,
    html: Page = None,
    json: Json = False,
    force: Force = False,
    store: Store = "",
) -> None:
    """Say what came between two versions of a case, or two days.

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
