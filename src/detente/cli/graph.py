"""``detente graph``: conflicts whose states and moves are listed, not made of options."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.options import Json
from detente.cli.output import print_json
from detente.errors import ModelError

if TYPE_CHECKING:
    from detente.solve.edges import Graph


def register(app: typer.Typer) -> None:
    """Add the verb to the command line."""
    app.command()(graph)


def graph(
    file: Annotated[Path, typer.Argument(help="A graph: moves and rankings, in YAML.")],
    *,
    json: Json = False,
) -> None:
    """Solve a conflict whose moves are listed one by one.

    For moves that aren't options: a common move, a move that can't be followed
    up. Nobody moves twice in a row. The file lists, for each decision maker,
    its moves as pairs of states, and all states best first (a nested list is a
    tie):

    moves: {a: [[peace, war]], b: [[war, peace]]}

    rankings: {a: [war, peace], b: [[peace, war]]}

    Example: detente graph conflict.yaml
    """
    from detente.solve.edges import solve_graph

    solved = solve_graph(load(file))
    if json:
        print_json(solved.to_json())
        return
    typer.echo(f"{len(solved.graph.states)} states, equilibria by concept:")
    for concept in solved.stable:
        typer.echo(f"  {concept:5} {', '.join(solved.equilibria(concept)) or 'none'}")


def load(file: Path) -> "Graph":
    """Read a graph from a file.

    Raises
    ------
    ModelError
        If it isn't there or holds no graph; the message names the file.
    """
    from detente.model.formats.source import read_text
    from detente.model.formats.yaml_tree import read
    from detente.solve.edges import Graph

    tree, _ = read(read_text(file), str(file))
    todo = "write 'moves:' and 'rankings:', each with every decision maker"
    if not isinstance(tree, dict) or set(tree) != {"moves", "rankings"}:
        raise ModelError("this is no graph", todo, where=str(file))
    moves, rankings = tree["moves"], tree["rankings"]
    if not all(isinstance(part, dict) for part in (moves, rankings)):
        raise ModelError("this is no graph", todo, where=str(file))
    pairs = {
        str(dm): [_pair(one, file) for one in _list(listed, file)] for dm, listed in moves.items()
    }
    ranked = {
        str(dm): [
            [str(s) for s in place] if isinstance(place, list) else str(place)
            for place in _list(listed, file)
        ]
        for dm, listed in rankings.items()
    }
    try:
        return Graph.of(pairs, ranked)
    except ModelError as error:
        raise error.at(str(file)) from error


def _list(value: Any, file: Path) -> list[Any]:
    if isinstance(value, list):
        return value
    raise ModelError(f"{value!r} is no list", "write [a, b]", where=str(file))


def _pair(value: Any, file: Path) -> tuple[str, str]:
    if isinstance(value, list) and len(value) == 2:  # noqa: PLR2004 - from and to
        return str(value[0]), str(value[1])
    raise ModelError(f"{value!r} is no move", "write [from, to]", where=str(file))
