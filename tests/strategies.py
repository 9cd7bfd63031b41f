"""Random games for property tests: ties, infeasible states, irreversible options."""

import numpy as np
from hypothesis import strategies as st

from detente.model.game import Game

RULES = ["both", "both", "forward", "backward"]


@st.composite
def games(
    draw: st.DrawFn,
    *,
    actors: tuple[int, int] = (2, 4),
    options: tuple[int, int] = (1, 5),
    ties: bool = True,
    all_feasible: bool = False,
    reversible: bool = False,
) -> Game:
    """Draw a game: each option owned by someone, at least one state feasible."""
    n = draw(st.integers(*actors))
    owners = sorted(draw(st.lists(st.integers(0, n - 1), min_size=options[0], max_size=options[1])))
    owns = {f"d{i}": [f"o{k}" for k, j in enumerate(owners) if j == i] for i in range(n)}
    names = [f"{dm}.{name}" for dm, mine in owns.items() for name in mine]
    size = 1 << len(names)
    if all_feasible:
        feasible = list(range(size))
    else:
        out = draw(st.sets(st.integers(0, size - 1), max_size=size - 1))
        feasible = [s for s in range(size) if s not in out]
    # one seed for the payoffs: hypothesis shrinks it poorly but draws a hundred times faster
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    levels = draw(st.integers(1, max(1, len(feasible)))) if ties else None
    payoffs = [
        rng.permutation(len(feasible))
        if levels is None
        else rng.integers(0, levels, size=len(feasible))
        for _ in range(n)
    ]
    rules = {} if reversible else {name: draw(st.sampled_from(RULES)) for name in names}
    return Game.of(
        owns,
        payoffs,
        feasible=feasible,
        reversible=rules,
        status_quo=draw(st.sampled_from(feasible)),
    )


def random_game(
    seed: int,
    *,
    options: tuple[int, ...],
    feasible: float = 1.0,
    levels: int | None = None,
    irreversible: float = 0.0,
) -> Game:
    """Make a game from a seed: `options` for each decision maker, as large as wanted."""
    rng = np.random.default_rng(seed)
    names = [f"d{i}.o{k}" for i, count in enumerate(options) for k in range(count)]
    size = 1 << len(names)
    can_be = rng.random(size) < feasible
    can_be[rng.integers(size)] = True
    rank = np.full((len(options), size), -1, dtype=np.int32)
    for row in rank:
        count = int(can_be.sum())
        drawn = rng.permutation(count) if levels is None else rng.integers(0, levels, size=count)
        row[can_be] = np.unique(drawn, return_inverse=True)[1]
    rules = rng.random(len(names))
    return Game(
        decision_makers=tuple(f"d{i}" for i in range(len(options))),
        options=tuple(names),
        owner=np.repeat(np.arange(len(options)), options).astype(np.int8),
        forward=rules >= irreversible / 2,
        backward=rules < 1 - irreversible / 2,
        feasible=can_be,
        rank=rank,
        status_quo=int(np.flatnonzero(can_be)[0]),
    )
