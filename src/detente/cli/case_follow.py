"""``detente case`` over time: timeline, questions and their score, theatres."""

from typing import Annotated

import typer

from detente.cli.case_options import Folder, Page, Store, opened
from detente.cli.options import Draws, Force, Horizon, Json, Seed
from detente.cli.output import console, may_write, print_json, progress, say_done, write
from detente.cli.record import Answer


def register(app: typer.Typer) -> None:
    """Add the verbs to ``detente case``."""
    for verb in (timeline, questions, resolve, score, theatres):
        app.command()(verb)


def timeline(
    folder: Folder,
    *,
    actor: Annotated[
        str,
        typer.Option("--actor", help="Only this decision maker's, by its id.", show_default=False),
    ] = "",
    html: Page = None,
    json: Json = False,
    force: Force = False,
    store: Store = "",
) -> None:
    """Show a case by date: what was done, said and expected.

    Example: detente case timeline ukraine-2024 --actor russia --html timeline.html
    """
    from dataclasses import asdict

    from detente.errors import NotFoundError
    from detente.report.timeline import print_timeline, told_timeline
    from detente.report.told import page
    from detente.store import versions
    from detente.store.timeline import timeline as of

    if html is not None:
        may_write(html, "case", force=force)
    with opened(folder, store) as case:
        version = versions.current(case)
        found = of(case, actor=actor)
        title = case.title
        if actor and not found.moments:
            there = sorted({one.actor for one in of(case).moments})
            raise NotFoundError(
                f"nothing is told of {actor!r}", f"the reports tell of {', '.join(there) or 'nobody'}",
                where=str(folder),
            )  # fmt: skip
    conflict = None if version is None else version.conflict()
    if html is not None:
        write(html, page(told_timeline(found, conflict, title)), "case")
    if json:
        print_json(asdict(found))
        return
    print_timeline(found, console(), conflict)
    if html is not None:
        typer.echo(f"Wrote {html}.")


def questions(
    folder: Folder,
    *,
    every: Annotated[bool, typer.Option("--all", help="Those resolved, too.")] = False,
    json: Json = False,
    store: Store = "",
) -> None:
    """List the forecasts that wait for what comes of them.

    Example: detente case questions ukraine-2024
    """
    from dataclasses import asdict

    from detente.report import words
    from detente.store.questions import questions as of

    with opened(folder, store) as case:
        found = of(case, open_only=not every)
    if json:
        print_json({"questions": [asdict(one) for one in found]})
        return
    for one in found:
        came = {True: ": came true", False: ": did not come true", None: ""}[one.outcome]
        day = f", asked on {one.as_of}" if one.as_of else ""
        typer.echo(
            f"{words.percent(one.probability):>9}  {one.question} ({one.horizon}{day}){came}  {one.id}"
        )
    if not found:
        typer.echo("No question is open.")


def resolve(
    folder: Folder,
    question: Annotated[str, typer.Argument(help="The option or statement, or a forecast's id.")],
    outcome: Annotated[Answer, typer.Argument(help="Did it come true by the horizon?")],
    *,
    on: Annotated[
        str, typer.Option("--on", help="The day it was known, YYYY-MM-DD.", show_default=False)
    ] = "",
    json: Json = False,
    store: Store = "",
) -> None:
    """Say what came of a question.

    All its open forecasts are resolved by that; with --on, those made until then.

    Example: detente case resolve ukraine-2024 nato.troops no --on 2025-04-30
    """
    from detente.store.questions import resolve as settle

    with opened(folder, store) as case:
        done = settle(case, question, outcome=outcome is Answer.yes, on=on)
    say_done(
        f"Resolved {done} forecast{'s' if done != 1 else ''} of {question}.",
        json=json, question=question, outcome=outcome is Answer.yes, resolved=done,
    )  # fmt: skip


def score(folder: Folder, *, json: Json = False, store: Store = "") -> None:
    """Score the forecasts of a case that are resolved, so far.

    Example: detente case score ukraine-2024
    """
    from dataclasses import asdict

    from detente.cli.record import _finite
    from detente.store.questions import score as of

    with opened(folder, store) as case:
        report = of(case)
    if json:
        print_json(_finite(asdict(report)))
        return
    from detente.report.scoring import print_scores

    print_scores(report, console())


def theatres(
    folder: Folder,
    *,
    draws: Draws = 1000,
    seed: Seed = 0,
    horizon: Horizon = None,
    html: Page = None,
    json: Json = False,
    force: Force = False,
    store: Store = "",
) -> None:
    """Answer linked conflicts alone and together, and compare.

    Theatres are named in model.yaml: theatres: {Europe: [nato, russia], Korea: [russia, seoul]}.
    By itself, a theatre is the model in which all others stay as they are now.

    Example: detente case theatres ukraine-2024
    """
    from detente.errors import NotFoundError
    from detente.report.theatres import print_link, told_link
    from detente.report.told import page
    from detente.store import versions
    from detente.store.growing import Asking
    from detente.store.telling import link_json
    from detente.store.theatres import link

    if html is not None:
        may_write(html, "case", force=force)
    with opened(folder, store) as case:
        version = versions.current(case)
    if version is None:
        raise NotFoundError("the case has no model yet", "add a report first", where=str(folder))
    conflict = version.conflict()
    with progress("Solving and forecasting", quiet=json):
        found = link(conflict, Asking(draws, seed, horizon))
    if html is not None:
        write(html, page(told_link(found, conflict, case.title)), "case")
    if json:
        print_json(link_json(found))
        return
    print_link(found, conflict, case.title, console())
    if html is not None:
        typer.echo(f"Wrote {html}.")
