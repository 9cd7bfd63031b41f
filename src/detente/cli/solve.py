"""``detente solve``: stability, equilibria and why."""

from typing import Annotated

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
            help="Say why this state (a bit mask) is stable or not, for every decision maker.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Find the states that hold, and say why.

    For every decision maker and state: is it stable under nash (no improvement
    to be had), gmr (each improvement can be punished), smr (punished without
    escape), seq (punished by replies that pay), sseq (such replies without
    escape), sim (the others move at the same time)? States stable for all are
    equilibria. Points of no return and what play can reach from the status quo
    are told beside.

    A state is a bit mask: bit k is set when the k-th option of the model is
    taken.

    Examples: detente solve model.yaml; detente solve elmira --concepts nash,seq;
    detente solve garrison --why 52
    """
    from detente.model.build import game as build
    from detente.solve.solving import solve as solve_game

    asked = None if concepts is None else _concepts(concepts)
    conflict = load_conflict(model)
    with named(model), progress("Solving", quiet=json):
        game = build(conflict)
        stability = solve_game(game, concepts=asked)
    if why is not None:
        game.state(why)
    if json:
        shown = stability.to_json(conflict.title)
        if why is not None:
            from detente.report.narrate import why_json

            shown["why"] = why_json(conflict, stability, why)
        print_json(shown)
        return
    from detente.report.terminal import print_stability, print_why

    if why is None:
        print_stability(conflict, stability, console())
    else:
        print_why(conflict, stability, why, console())


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
