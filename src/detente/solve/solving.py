"""Solve a conflict: which states are stable, for whom, under which concept."""

import os
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from detente.axes import BoolIM
from detente.errors import InputError, NotFoundError
from detente.model.game import Game
from detente.provenance import Provenance, versions
from detente.solve import room, sim
from detente.solve.engine import SHAPED, SMALL, verdicts
from detente.solve.result import Stability
from detente.solve.rules import Rules
from detente.solve.work import Progress, do

CONCEPTS = (*SHAPED, "sim")
SIM_MASKS = 1 << 18  # above this many masks, sim is solved for only if it is named


def solve(
    conflict: Any,
    *,
    concepts: Sequence[str] | str | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Stability:
    """Return which states of a conflict are stable, for whom, under which concept.

    Parameters
    ----------
    conflict : Conflict, Game or path
        What to solve; a path is a model file.
    concepts : sequence of str, optional
        Any of ``nash gmr smr seq sseq sim``. Left out: all of them, but no
        ``sim`` for more than ``SIM_MASKS`` combinations of options; the
        provenance then says so.
    threads : int, optional
        How many cores to use; left out: those there are, for a large conflict.
    progress : callable, optional
        Called with the share done, 0 to 1, and what was done last.

    Returns
    -------
    Stability
        Verdicts under each concept, in the order of `CONCEPTS`. Whatever the
        number of threads, the verdicts are the same.

    Raises
    ------
    NotFoundError
        If there is no such concept.
    TooLargeError
        If it wouldn't fit in memory, before anything is allocated.
    ModelError
        If the conflict makes no game.

    Notes
    -----
    A few passes over the combinations of options for each decision maker; see
    the theory page on the engine for measured times.

    Examples
    --------
    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> solved = solve(dilemma)
    >>> solved.equilibria("nash").tolist(), solved.equilibria("seq").tolist()
    ([3], [0, 3])
    """
    game = as_game(conflict)
    asked, left_out = chosen(concepts, len(game.feasible))
    cores = threads_to_use(threads)
    rules = Rules.of(game, closely=True)
    room.check(len(game.feasible), rules.actors, len(asked), cores)
    shaped = [one for one in asked if one in SHAPED]
    half = len(shaped) / len(asked)
    found = verdicts(rules, game.rank, shaped, threads=cores, progress=_part(progress, 0.0, half))
    if "sim" in asked:
        found["sim"] = _simultaneous(rules, game, cores, _part(progress, half, 1.0))
    for one in found.values():
        one.flags.writeable = False
    parameters: dict[str, Any] = {"concepts": list(asked)}
    if left_out:
        parameters["left_out"] = left_out
    return Stability(
        game=game,
        stable={one: found[one] for one in asked},
        provenance=Provenance(
            "solve",
            model=game.checksum(),
            parameters=parameters,
            versions=versions("detente", "numba", "numpy"),
        ),
    )


def chosen(concepts: Sequence[str] | str | None, masks: int) -> tuple[tuple[str, ...], list[str]]:
    """Return the concepts to solve for, in the order of `CONCEPTS`, and those left out for size."""
    if concepts is None:
        left_out = ["sim"] if masks > SIM_MASKS else []
        return tuple(one for one in CONCEPTS if one not in left_out), left_out
    named = [concepts] if isinstance(concepts, str) else list(concepts)
    for one in named:
        if one not in CONCEPTS:
            raise NotFoundError(f"no concept {one!r}", f"there are {', '.join(CONCEPTS)}")
    if not named:
        raise InputError("no concept asked for", f"name some of {', '.join(CONCEPTS)}")
    return tuple(one for one in CONCEPTS if one in named), []


def as_game(conflict: Any) -> Game:
    """Return the game of a conflict, of a model file, or the game itself."""
    if isinstance(conflict, Game):
        return conflict
    if isinstance(conflict, str | os.PathLike):
        # the readers of files load Pydantic and a YAML parser: only where a file is to be read
        conflict = import_module("detente.model.formats").load(Path(conflict))
    return import_module("detente.model.build").game(conflict)


def threads_to_use(threads: int | None) -> int:
    """Return how many threads to work on: as asked, or one for each core of this process."""
    if threads is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if threads < 1:
        raise InputError(f"{threads} threads can't solve anything", "use 1 or more")
    return threads


def _simultaneous(rules: Rules, game: Game, threads: int, progress: Progress | None) -> BoolIM:
    stable = np.empty(game.rank.shape, dtype=np.bool_)
    stop = np.zeros(1, dtype=np.uint32)
    jobs = [
        (
            f"sim for decision maker {i + 1}",
            partial(sim.judge, rules, game.rank, i, stable[i], stop),
        )
        for i in range(rules.actors)
    ]
    do(jobs, threads, stop, progress, here=len(game.feasible) <= SMALL)
    return stable


def _part(progress: Progress | None, start: float, end: float) -> Progress | None:
    """Return a progress that runs from `start` to `end` while the work runs from 0 to 1."""
    if progress is None:
        return None
    return lambda share, what: progress(start + share * (end - start), what)
