"""One game structure, many preference profiles: equilibria of each, in bounded memory."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any

import numpy as np

from detente.axes import BoolDM, BoolM, IntIM
from detente.errors import InputError
from detente.model.game import Game
from detente.solve import room
from detente.solve.engine import SHAPED, SMALL, verdicts
from detente.solve.rules import Rules
from detente.solve.solving import as_game, chosen, threads_to_use
from detente.solve.work import Progress

BATCH = ("nash", "seq", "gmr")
LABELS = 1 << 22  # masks times profiles that one job takes at a time


def solve_many(
    conflict: Any,
    ranks: Iterable[IntIM],
    *,
    concepts: Sequence[str] = BATCH,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Mapping[str, BoolDM]:
    """Return the equilibria of a conflict under each of many preference profiles.

    Parameters
    ----------
    conflict : Conflict, Game or path
        The options, move rules and feasible states; its own ranks play no part.
    ranks : (D, I, M) array of int32, or iterable of D such (I, M) arrays
        Profiles: larger is better, -1 where infeasible.
    concepts : sequence of str
        Any of ``nash gmr smr seq sseq``.
    threads : int, optional
        How many cores to use; left out: those there are, and one for a small
        conflict, where more bring nothing.
    progress : callable, optional
        Called with the share of profiles done (0 where their number isn't
        known) and a few words.

    Returns
    -------
    mapping of str to (D, M) array of bool
        Is the state stable for all decision makers under the profile?

    Raises
    ------
    InputError
        If a profile doesn't fit the game, or a concept has no batch form.
    TooLargeError
        If the answer itself wouldn't fit; `equilibria_of_each` then still works.

    Examples
    --------
    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> friends = [[3, 2, 1, 0], [3, 1, 2, 0]]
    >>> held = solve_many(dilemma, np.array([dilemma.rank, friends]))
    >>> held["nash"].tolist()
    [[False, False, False, True], [True, False, False, False]]
    """
    game = as_game(conflict)
    known = len(ranks) if isinstance(ranks, Sequence | np.ndarray) else 0
    room.check_bytes(known * len(concepts) * len(game.feasible), "the equilibria of all profiles")
    rows: list[Mapping[str, BoolM]] = []
    for one in equilibria_of_each(game, ranks, concepts=concepts, threads=threads):
        rows.append(one)
        if progress and (known == 0 or len(rows) % max(1, known // 100) == 0):
            progress(len(rows) / known if known else 0.0, f"{len(rows)} profiles")
    held = {
        name: np.array([row[name] for row in rows], dtype=np.bool_).reshape(
            len(rows), len(game.feasible)
        )
        for name in concepts
    }
    for array in held.values():
        array.flags.writeable = False
    return held


def equilibria_of_each(
    game: Game,
    ranks: Iterable[IntIM],
    *,
    concepts: Sequence[str] = BATCH,
    threads: int | None = None,
) -> Iterator[Mapping[str, BoolM]]:
    """Yield the equilibria under each profile, in their order, a few profiles at a time.

    Parameters and errors are those of `solve_many`; a mapping is yielded as
    soon as its profile and those before it are done.
    """
    asked, _ = chosen(concepts, len(game.feasible))
    for one in asked:
        if one not in SHAPED:
            raise InputError(f"{one} has no batch form", f"ask for some of {', '.join(SHAPED)}")
    # small profiles change hands between threads so often that one thread is as quick
    cores = 1 if threads is None and len(game.feasible) <= SMALL else threads_to_use(threads)
    room.check(len(game.feasible), len(game.decision_makers), len(asked), cores)
    rules = Rules.of(game, closely=True)
    size = max(1, min(64, LABELS // len(game.feasible)))

    def several(profiles: list[tuple[int, IntIM]]) -> list[Mapping[str, BoolM]]:
        return [
            {name: np.all(stable, axis=0) for name, stable in verdicts(rules, rank, asked).items()}
            for rank in (_checked(game, n, profile) for n, profile in profiles)
        ]

    numbered = enumerate(ranks)
    chunks = iter(lambda: list(islice(numbered, size)), [])
    if cores == 1:
        for chunk in chunks:
            yield from several(chunk)
        return
    pool = ThreadPoolExecutor(cores, thread_name_prefix="detente-batch")
    try:
        waiting: deque[Future[list[Mapping[str, BoolM]]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(several, chunk))
            if len(waiting) > 2 * cores:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _checked(game: Game, n: int, rank: IntIM) -> IntIM:
    found = np.ascontiguousarray(rank, dtype=np.int32)
    if found.shape != game.rank.shape:
        raise InputError(
            f"profile {n} has the shape {found.shape}",
            f"give ranks of {game.rank.shape[0]} decision makers for {game.rank.shape[1]} masks",
        )
    if np.any((found < 0) & game.feasible):
        raise InputError(f"profile {n} leaves a feasible state unranked", "rank it 0 or above")
    closed = found.view()
    closed.flags.writeable = False  # as a game's ranks are: the same compiled kernels fit
    return closed
