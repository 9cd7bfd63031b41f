"""``detente solve``: stability, equilibria, why, and what an analyst asks next."""

from typing import Annotated, Any

import typer

from detente.cli.options import Json, Model
from detente.cli.output import console, print_json, progress
from detente.cli.sources import conflict as load_conflict
from detente.cli.sources import named
from detente.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(solve)


def solve(
    model: Model,
    *,
    concepts: Annotated[
        str | None,
        typer.Option(
            "--concepts",
            "-c",
            help="Which stability concepts, with commas between; left out, all of them"
            " (on a very large model sim only if named).",
            show_default=False,
        ),
    ] = None,
    why: Annotated[
        int | None,
        typer.Option(
            "--why",
            metavar="STATE",
            help="Why this state is stable or not, for every decision maker and concept.",
            show_default=False,
        ),
    ] = None,
    evolution: Annotated[
        bool,
        typer.Option("--evolution", help="What can be reached from the status quo, step by step."),
    ] = False,
    no_return: Annotated[
        bool,
        typer.Option(
            "--no-return", help="The moves that can't be taken back, and what they close off."
        ),
    ] = False,
    coalitions: Annotated[
        str | None,
        typer.Option(
            "--coalitions",
            metavar="WHO",
            help="Coalitions: 'all', or members joined by + and coalitions by commas, 'a+b,b+c'.",
            show_default=False,
        ),
    ] = None,
    joint_moves: Annotated[
        bool,
        typer.Option(
            "--joint-moves",
            help="Let a coalition flip all its options at once, over infeasible states;"
            " otherwise it moves by legal steps of its members.",
        ),
    ] = False,
    foresight: Annotated[
        bool, typer.Option("--foresight", help="Limited-move and non-myopic stability.")
    ] = False,
    change: Annotated[
        int | None,
        typer.Option(
            "--change",
            metavar="STATE",
            help="The smallest change to the priorities that makes this state an equilibrium, or"
            " that breaks it.",
            show_default=False,
        ),
    ] = None,
    conditions: Annotated[
        int | None,
        typer.Option(
            "--conditions",
            metavar="STATE",
            help="What each decision maker must prefer for this state to be stable.",
            show_default=False,
        ),
    ] = None,
    effects: Annotated[
        bool, typer.Option("--effects", help="What each option does to the equilibria.")
    ] = False,
    table: Annotated[
        str | None,
        typer.Option(
            "--table",
            metavar="FORMAT",
            help="The tableau of states, options and stability: text, csv, latex or html.",
            show_default=False,
        ),
    ] = None,
    under: Annotated[
        str,
        typer.Option(
            "--under", help="The concept that --change, --conditions and --effects ask about."
        ),
    ] = "seq",
    json: Json = False,
) -> None:
    """Find the states that hold, and say why.

    For every decision maker and state: is it stable under nash (no improvement
    to be had), gmr (each improvement can be punished), smr (punished without
    escape), seq (punished by replies that pay), sseq (such replies without
    escape), sim (the others move at the same time)? States stable for all are
    equilibria.

    A state is a bit mask: bit k is set when the k-th option of the model is
    taken.

    Examples: detente solve model.yaml; detente solve elmira --concepts nash,seq;
    detente solve garrison --why 52; detente solve elmira --coalitions all;
    detente solve syria_iraq --change 1 --under nash
    """
    from detente.cli import analyses
    from detente.model.build import game as build
    from detente.model.check import warnings
    from detente.solve.solving import solve as solve_game

    asked = None if concepts is None else _concepts(concepts)
    conflict = load_conflict(model)
    with named(model), progress("Solving", quiet=json):
        game = build(conflict)
        stability = solve_game(game, concepts=asked)
        further = analyses.asked_for(
            conflict,
            stability,
            evolution=evolution,
            no_return=no_return,
            coalitions=coalitions,
            joint_moves=joint_moves,
            foresight=foresight,
            change=change,
            conditions=conditions,
            effects=effects,
            table=table,
            under=under,
        )
        if why is not None:
            game.state(why)
    if json:
        shown: dict[str, Any] = stability.to_json(conflict.title)
        if why is not None:
            from detente.report.narrate import why_json

            shown["why"] = why_json(conflict, stability, why)
        for one in further:
            shown |= one.fields
        print_json(shown)
        return
    from detente.report.terminal import print_stability, print_why
    from detente.report.voice import voice

    terminal = console()
    for warning in warnings(conflict):
        placed = warning.startswith(f"{model}:")
        typer.echo(f"detente: {warning}" if placed else f"detente: {model}: {warning}", err=True)
    if why is not None:
        print_why(conflict, stability, why, terminal)
    elif not further:
        print_stability(conflict, stability, terminal)
    for one in further:
        one.show(voice(conflict, game), terminal)


def _concepts(text: str) -> tuple[str, ...]:
    from detente.model.conflict import CONCEPTS

    asked = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [concept for concept in asked if concept not in CONCEPTS]
    if unknown or not asked:
        raise InputError(
            f"no concept {', '.join(unknown) or 'was named'}",
            f"there are {', '.join(CONCEPTS)}",
            where="--concepts",
        )
    return asked
