r"""Read and write a table of payoffs: a game in normal form, as JSON or CSV.

As CSV, a line for each combination of strategies: a column for each player,
then a column of payoffs for each, in the same order::

    usa,ussr,payoff usa,payoff ussr
    wait,wait,3,3
    wait,strike,0,2
    strike,wait,2,0
    strike,strike,1,1

As JSON, the same with payoffs nested by player::

    {"players": {"usa": ["wait", "strike"], "ussr": ["wait", "strike"]},
     "payoffs": [[[3, 3], [0, 2]], [[2, 0], [1, 1]]]}

A player with `n` strategies gets `n - 1` options, one for each strategy but the
first, of which at most one is taken: playing the first is taking none.
Payoffs order a player's outcomes and nothing more.
"""

import itertools
import math
from pathlib import Path

from detente.errors import DetenteError, ModelError
from detente.model import check
from detente.model.build import game
from detente.model.conflict import Conflict
from detente.model.formats import table
from detente.model.formats.gmcr_write import without_place
from detente.model.formats.naming import ids
from detente.model.formats.source import decode, read_text, write_text
from detente.model.formats.table import Payoffs, Players


def load(path: str | Path) -> Conflict:
    """Return the conflict of a table; the suffix .csv means CSV, any other JSON.

    Raises
    ------
    ModelError
        If the file holds no table.
    """
    return loads(read_text(path), str(path))


def save(conflict: Conflict, path: str | Path) -> None:
    """Write the conflict as a table, in the format that the suffix names.

    Raises
    ------
    ModelError
        If the conflict is no game in normal form, or the file can't be written.
    """
    write_text(path, dumps(conflict, as_csv=Path(path).suffix.lower() == ".csv"))


def loads(text: str | bytes, name: str = "table.json") -> Conflict:
    r"""Return the conflict of a table of payoffs.

    Parameters
    ----------
    text : str or bytes
        JSON, or CSV if `name` ends in ``.csv``.
    name : str
        What to call it in messages.

    Returns
    -------
    Conflict
        Each player is a decision maker with payoffs.

    Raises
    ------
    ModelError
        If the text is no such table.
    TooLargeError
        If it has over 65,536 combinations of strategies.

    Examples
    --------
    >>> chicken = "l,r,payoff l,payoff r\ngo,go,0,0\ngo,swerve,3,1\nswerve,go,1,3\nswerve,swerve,2,2"
    >>> found = loads(chicken, "chicken.csv")
    >>> found.option_names(), found.decision_makers["l"].payoffs
    (['l.swerve', 'r.swerve'], {0: 0.0, 2: 3.0, 1: 1.0, 3: 2.0})
    """
    if isinstance(text, bytes):
        text = decode(text, name)
    try:
        read = table.from_csv if name.lower().endswith(".csv") else table.from_json
        return _conflict(*read(text), name)
    except DetenteError as error:
        where = f"{name}:{error.where}" if error.where.isdigit() else name
        raise (error if error.where.startswith(name) else error.at(where)) from error


def dumps(conflict: Conflict, *, as_csv: bool = False) -> str:
    """Return a conflict as a table of payoffs, which are its ranks.

    Parameters
    ----------
    conflict : Conflict
        Every combination of the decision makers' feasible choices is
        feasible, and all options are reversible.
    as_csv : bool
        As CSV rather than JSON.

    Returns
    -------
    str
        A strategy is called by the options that it takes, joined by ``+``;
        taking none is ``nothing``.

    Raises
    ------
    ModelError
        If the conflict is no game in normal form.
    """
    built = game(conflict)
    states = built.states.tolist()
    owned = [built.mask(i) for i in range(len(built.decision_makers))]
    choices = [sorted({s & mask for s in states}) for mask in owned]
    if math.prod(map(len, choices)) != len(states):
        raise ModelError(
            "the choices of the decision makers depend on each other,"
            " which a table of payoffs can't say",
            "keep the model as YAML",
        )
    if not (built.forward & built.backward).all():
        raise ModelError(
            "an option can't be undone, which a table of payoffs can't say",
            "keep the model as YAML",
        )
    called = [
        ["+".join(one.partition(".")[2] for one in built.taken(s)) or "nothing" for s in mine]
        for mine in choices
    ]
    payoffs: Payoffs = {
        cell: [int(built.rank[i, sum(parts)]) for i in range(len(owned))]
        for cell, parts in zip(
            itertools.product(*(range(len(mine)) for mine in choices)),
            itertools.product(*choices),
            strict=True,
        )
    }
    players = dict(zip(built.decision_makers, called, strict=True))
    return (table.to_csv if as_csv else table.to_json)(players, payoffs)


def _conflict(players: Players, payoffs: Payoffs, name: str) -> Conflict:
    """Return the conflict of a table that is whole."""
    made = Conflict(title=Path(name).stem)
    bits: list[list[int]] = []  # the bits that each strategy of each player sets
    free = 0
    for dm, (player, strategies) in zip(ids(players, "player"), players.items(), strict=True):
        options = ids(strategies[1:], "option")
        labels = {one: {"label": said} for one, said in zip(options, strategies[1:], strict=True)}
        made.add(dm, options=labels, name=player)
        made.infeasible += [f"{dm}.{a} & {dm}.{b}" for a, b in itertools.combinations(options, 2)]
        bits.append([0, *(1 << free + k for k in range(len(options)))])
        free += len(options)
    for i, maker in enumerate(made.decision_makers.values()):
        maker.payoffs = {
            sum(mine[k] for mine, k in zip(bits, cell, strict=True)): values[i]
            for cell, values in payoffs.items()
        }
    check.faults(made).raise_any()
    return made


def left_out(conflict: Conflict) -> list[str]:
    """Return what a table of payoffs can't hold of a conflict, a sentence each."""
    said = without_place(conflict, "a table of payoffs")
    stated = [dm for dm, maker in conflict.decision_makers.items() if maker.payoffs is None]
    if stated:
        said.append(f"what {', '.join(stated)} prefers is kept as ranks, not as it was said")
    return said
