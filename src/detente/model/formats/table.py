"""Tables of payoffs as text: JSON and CSV, read strictly."""

import csv
import io
import itertools
import json
import math
from collections.abc import Iterator
from typing import Any, TypeAlias

from detente.errors import ModelError, TooLargeError
from detente.model.formats.gmcr_file import read_json
from detente.model.states import LIMIT

Players: TypeAlias = dict[str, list[str]]
"""Player -> its strategies."""

Payoffs: TypeAlias = dict[tuple[int, ...], list[float]]
"""A strategy of each player, by index -> the payoff of each."""

MOST_CELLS = 1 << 16
"""The most combinations of strategies of a table."""


def from_json(text: str) -> tuple[Players, Payoffs]:
    """Return the table that a JSON text holds.

    Raises
    ------
    ModelError
        If it holds none.
    TooLargeError
        If it has over 65,536 combinations of strategies.
    """
    data = read_json(text, "")
    fields = {"players", "payoffs"}
    if not isinstance(data, dict) or set(data) != fields or not isinstance(data["players"], dict):
        raise ModelError(
            "this is no table of payoffs", 'write {"players": {...}, "payoffs": [...]}'
        )
    players = data["players"]
    for player, strategies in players.items():
        fits = isinstance(strategies, list) and all(isinstance(one, str) for one in strategies)
        if not fits or not strategies or len(set(strategies)) < len(strategies):
            raise ModelError(
                f"the strategies of {player!r} are no list of names, each once", "correct them"
            )
    payoffs: Payoffs = {}
    for cell in _cells(players):
        value: Any = data["payoffs"]
        for k, strategies in zip(cell, players.values(), strict=True):
            if not isinstance(value, list) or len(value) != len(strategies):
                raise ModelError(
                    "the payoffs aren't nested as the players' strategies are",
                    f"a list of {len(strategies)} should stand at each place of its level",
                )
            value = value[k]
        if not isinstance(value, list) or len(value) != len(players):
            raise ModelError(
                f"{_called(players, cell)} has no payoff for each of {len(players)} players",
                "give it a list of numbers",
            )
        payoffs[cell] = [_number(one) for one in value]
    return players, payoffs


def from_csv(text: str) -> tuple[Players, Payoffs]:
    """Return the table that a CSV text holds.

    Raises
    ------
    ModelError
        If it holds none; ``where`` is the number of the line.
    TooLargeError
        If it has over 65,536 combinations of strategies.
    """
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]
    except csv.Error as error:
        raise ModelError(f"the text is no CSV: {error}", "correct it") from error
    head = [one.strip() for one in rows[0]] if rows else []
    n = len(head) // 2
    if n == 0 or len(head) % 2 or len(set(head[:n])) < n or not all(head[:n]):
        raise ModelError(
            "the first line should name each player once, then the payoffs of each",
            "write: usa,ussr,payoff usa,payoff ussr",
            where="1",
        )
    found: dict[tuple[str, ...], list[float]] = {}
    for line, row in enumerate(rows[1:], start=2):
        try:
            played, values = _row(row, n, found)
        except ModelError as error:
            raise error.at(str(line)) from error
        found[played] = values
    players = {
        player: list(dict.fromkeys(played[i] for played in found))
        for i, player in enumerate(head[:n])
    }
    payoffs: Payoffs = {}
    for cell in _cells(players):
        played = tuple(mine[k] for mine, k in zip(players.values(), cell, strict=True))
        if played not in found:
            raise ModelError(f"there is no line for {', '.join(played)}", "add it")
        payoffs[cell] = found[played]
    return players, payoffs


def _row(
    row: list[str], n: int, found: dict[tuple[str, ...], list[float]]
) -> tuple[tuple[str, ...], list[float]]:
    """Return the strategies and the payoffs of a line; none of `found` may come again."""
    if len(row) != 2 * n:
        raise ModelError(
            f"the line has {len(row)} columns, and the first has {2 * n}", "correct it"
        )
    try:
        values = [float(one) for one in row[n:]]
    except ValueError as error:
        raise ModelError("a payoff is no number", "correct it") from error
    played = tuple(one.strip() for one in row[:n])
    if played in found:
        raise ModelError(f"{', '.join(played)} stands twice", "keep one of the lines")
    return played, [_number(one) for one in values]


def _cells(players: Players) -> Iterator[tuple[int, ...]]:
    """Return all combinations of strategies, as indices, if they aren't too many."""
    count = math.prod(len(mine) for mine in players.values())
    options = sum(len(mine) - 1 for mine in players.values())
    if count > MOST_CELLS or options > LIMIT:
        raise TooLargeError(
            f"the table has {count:,} combinations of strategies and needs {options} options;"
            f" {MOST_CELLS:,} and {LIMIT} are the limits",
            "leave strategies out",
        )
    if not players or not all(players.values()):
        raise ModelError("the table has no strategies", "add a line for each combination")
    return itertools.product(*(range(len(mine)) for mine in players.values()))


def _number(value: Any) -> float:
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    try:
        number = float(value) if fits else math.nan
    except OverflowError:
        number = math.nan
    if not math.isfinite(number):
        raise ModelError(f"{str(value)[:40]!r} is no payoff", "give a finite number")
    return number


def _called(players: Players, cell: tuple[int, ...]) -> str:
    return ", ".join(mine[k] for mine, k in zip(players.values(), cell, strict=True))


def to_json(players: Players, payoffs: Payoffs) -> str:
    """Return a table as JSON."""

    def nested(cell: tuple[int, ...]) -> Any:
        if len(cell) == len(players):
            return payoffs[cell]
        mine = list(players.values())[len(cell)]
        return [nested((*cell, k)) for k in range(len(mine))]

    return json.dumps({"players": players, "payoffs": nested(())}, ensure_ascii=False) + "\n"


def to_csv(players: Players, payoffs: Payoffs) -> str:
    """Return a table as CSV."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    write([*players, *(f"payoff {one}" for one in players)])
    for cell, values in payoffs.items():
        write([*(mine[k] for mine, k in zip(players.values(), cell, strict=True)), *values])
    return out.getvalue()
