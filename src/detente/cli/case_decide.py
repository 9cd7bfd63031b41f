"""``detente case``, the analyst's word: what reports propose, and what is put right."""

from typing import Annotated

import typer

from detente.cli.case_options import Folder, Forecast, Page, Store, opened, show
from detente.cli.options import Draws, Force, Horizon, Json, Seed
from detente.cli.output import console, may_write, print_json, progress, say_done

Numbers = Annotated[
    list[str] | None,
    typer.Argument(help="Proposals: p3 p4, or all; left out, all.", show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add the verbs to ``detente case``."""
    for verb in (proposals, accept, reject, correct, keep):
        app.command()(verb)


def proposals(
    folder: Folder,
    *,
    every: Annotated[bool, typer.Option("--all", help="Those decided, too.")] = False,
    json: Json = False,
    store: Store = "",
) -> None:
    """List the changes that reports propose and nobody has decided.

    Example: detente case proposals ukraine-2024
    """
    from detente.store import deciding, versions

    with opened(folder, store) as case:
        with case.reading() as connection:
            kept = deciding.kept(connection, case.id)
        version = versions.current(case)
    found = [one for one in kept if every or one.accepted is None]
    if json:
        print_json({"proposals": [deciding.told(one) for one in found]})
        return
    from detente.report.casework import print_proposals

    print_proposals(found, console(), None if version is None else version.conflict())


def accept(
    folder: Folder,
    which: Numbers = None,
    *,
    draws: Draws = 1000,
    seed: Seed = 0,
    horizon: Horizon = None,
    forecast: Forecast = True,
    html: Page = None,
    json: Json = False,
    force: Force = False,
    store: Store = "",
) -> None:
    """Carry proposals into the model, and say what that changes.

    It is forecast before and after. The model's comments and order stay; so does what was edited by hand.

    Examples: detente case accept ukraine-2024; detente case accept ukraine-2024 p3 p5
    """
    from detente.store import deciding
    from detente.store.growing import Asking
    from detente.store.growing import accept as take

    if html is not None:
        may_write(html, "case", force=force)
    with opened(folder, store) as case, progress("Forecasting", quiet=json):
        wanted = deciding.chosen(case, which or [])
        if not wanted and not json:
            typer.echo("No proposal is open.")
            return
        change = take(case, wanted, forecast=Asking(draws, seed, horizon) if forecast else None)
    show(change, folder, html=html, json=json)


def reject(
    folder: Folder,
    which: Annotated[list[str], typer.Argument(help="Proposals: p3 p4, or all.")],
    *,
    why: Annotated[
        str, typer.Option("--why", help="The reason, for the log.", show_default=False)
    ] = "",
    json: Json = False,
    store: Store = "",
) -> None:
    """Decide against proposals.

    They stay in the case as what was not taken, and aren't proposed again.

    Example: detente case reject ukraine-2024 p4 --why "a rumour"
    """
    from detente.store import deciding

    with opened(folder, store) as case:
        wanted = deciding.chosen(case, which)
        deciding.reject(case, wanted, why)
    names = ", ".join(one.name for one in wanted)
    say_done(
        f"Rejected {names}." if names else "No proposal is open.",
        json=json, rejected=[one.name for one in wanted],
    )  # fmt: skip


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
    json: Json = False,
    store: Store = "",
) -> None:
    """Put a claim right.

    What was read stays in the case, and the correction beside it counts. What
    it changes in the model is proposed. Fields are actor, action, target,
    status, negated, date, speaker, doer, condition, likelihood, low, high,
    event, novel, irreversible; an empty value says that it isn't known.

    Example: detente case correct ukraine-2024 c17 actor=russia status=threatened
    """
    from detente.report.casework import print_lines
    from detente.store import correcting, deciding, versions

    said = dict(correcting.parsed(one) for one in changes)
    with opened(folder, store) as case:
        versions.current(case)  # what was edited by hand is the model that changes
        numbers = correcting.correct(case, claim, said, why=why)
        with case.reading() as connection:
            new = [one for one in deciding.kept(connection, case.id) if one.number in numbers]
    if json:
        told = [deciding.told(one) for one in new]
        print_json({"claim": claim, "changes": said, "proposals": told})
        return
    typer.echo(
        f"Corrected {claim}; {'it proposes' if new else 'nothing in the model would change.'}"
    )
    print_lines(new, console())


def keep(folder: Folder, *, json: Json = False, store: Store = "") -> None:
    """Make model.yaml as it stands here the case's model.

    Needed only when the model was edited here and by somebody else at once.

    Example: detente case keep ukraine-2024
    """
    from detente.store import versions

    with opened(folder, store) as case:
        version = versions.keep(case)
    say_done(f"Kept model.yaml as m{version.number}.", json=json, model=f"m{version.number}")
