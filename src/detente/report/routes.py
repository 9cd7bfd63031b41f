"""Which outcomes and moves are drawn: the present state, what holds, and the ways between.

Drawn are the outcomes that the brief names, the shortest way of improvements
from the present state to each of them, and the moves that somebody would like to
make now but is deterred from, with the reply. All else is left to the tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.model.game import Game
from detente.report.content import Outcome
from detente.report.outcomes import STRENGTH, improvements, letter, reachable, strongest
from detente.solve.result import Move, Stability

if TYPE_CHECKING:
    from detente.report.brief import Brief

MOST_NODES = 60
MOST_MOVES = 120
MOST_PATHS = 12
WITHOUT_THREATS = ("nash", "sseq", "seq")
CREDIBLE = ("sseq", "seq")
MOST_OUTCOMES = 9
# outcomes and ways that are less likely than this are left to the table
WORTH = 0.015


@dataclass(frozen=True, slots=True)
class Node:
    """An outcome that is drawn; `layer` counts the moves from the present state."""

    state: int
    letter: str
    layer: int
    now: bool
    holds: bool
    probability: float | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """A move that is drawn.

    `kind` is ``taken`` (it pays and nothing deters it), ``deterred`` (it pays,
    but a reply that pays the others keeps the mover from it), ``threatened`` (only
    replies that needn't pay those who make them do) or ``reply`` (it does not pay
    in the model as it stands: a reply, or a move under another reading). `final` moves can't be taken back.
    """

    move: Move
    kind: str
    final: bool


def routes(
    brief: "Brief", named: Sequence[Outcome], *, most: int = MOST_OUTCOMES
) -> tuple[list[Node], list[Arrow]]:
    """Choose what is drawn.

    Parameters
    ----------
    brief : Brief
        The results.
    named : list of Outcome
        The outcomes that the brief names, each with its letter.
    most : int
        How many of them are drawn, beside the present state and the ways between.

    Returns
    -------
    nodes : list of Node
        At most 60, by layer and state.
    arrows : list of Arrow
        Moves between them, by start and end.
    """
    game = brief.game
    start = game.status_quo
    if start is None:
        start = named[0].state if named else int(game.states[0])
    ways = reachable(game, start)
    everything, named = named, _drawn(named, most)
    states = {start}
    moves: dict[tuple[int, int], Move] = {}
    _add_played(brief, states, moves)
    for one in named:
        _add_way(ways, one.state, states, moves)
    _add_deterred(brief.stability, start, states, moves)
    for i in range(len(game.decision_makers)):
        for q in improvements(game, i, start):
            if q in states:
                moves.setdefault((start, q), Move(i, start, q))
    _connect(game, states, moves, start)
    kept = _first(states, named, start)
    letters = _letters(kept, everything)
    layers = _layers(kept, moves, start, game)
    nodes = [_node(s, letters[s], layers[s], brief, named) for s in kept]
    arrows = [
        _arrow(brief.stability, move)
        for _, move in sorted(moves.items())
        if move.before in letters and move.after in letters
    ]
    return sorted(nodes, key=lambda n: (n.layer, n.state)), arrows[:MOST_MOVES]


def _drawn(named: Sequence[Outcome], most: int) -> list[Outcome]:
    """Return the outcomes to be drawn: where play ends, and what holds without mere threats."""
    kept = [
        one
        for one in named
        if (one.probability or 0.0) >= WORTH or strongest(one.concepts) in WITHOUT_THREATS
    ][:most]
    return kept + [one for one in named if one.now and one not in kept]


def _add_played(brief: "Brief", states: set[int], moves: dict[tuple[int, int], Move]) -> None:
    """Add the ways that play goes in the forecast, the likeliest first."""
    owner = brief.game.owner
    for path in brief.forecast.paths[:MOST_PATHS]:
        if path.probability < WORTH or len(states) + len(path.states) > MOST_NODES:
            continue
        for s, q in pairwise(path.states):
            movers = {int(owner[k]) for k in range(len(owner)) if (s ^ q) >> k & 1}
            if len(movers) == 1:
                states.update((s, q))
                moves[s, q] = Move(movers.pop(), s, q)


def _add_way(
    ways: dict[int, tuple[int, Move | None]],
    s: int,
    states: set[int],
    moves: dict[tuple[int, int], Move],
) -> None:
    states.add(s)
    step = ways[s][1] if s in ways and not any(after == s for _, after in moves) else None
    while step is not None and len(states) < MOST_NODES:
        states.update((step.before, step.after))
        moves[step.before, step.after] = step
        step = ways[step.before][1]


def _connect(game: Game, states: set[int], moves: dict[tuple[int, int], Move], start: int) -> None:
    """Give every outcome that no arrow reaches one legal move that leads there, if there is one."""
    reached = {after for _, after in moves} | {start}
    for q in sorted(states - reached, key=lambda q: ((q ^ start).bit_count(), q)):
        nearest = sorted(reached, key=lambda s: ((s ^ start).bit_count(), (s ^ q).bit_count(), s))
        for s in nearest:
            movers = {int(game.owner[k]) for k in range(len(game.owner)) if (s ^ q) >> k & 1}
            if len(movers) == 1 and game.legal(s, q):
                moves[s, q] = Move(movers.pop(), s, q)
                reached.add(q)
                break


def _add_deterred(
    stability: Stability, start: int, states: set[int], moves: dict[tuple[int, int], Move]
) -> None:
    """Add the moves that would pay now and are deterred, with the replies."""
    for i in range(len(stability.game.decision_makers)):
        concept = _deterring(stability, i, start)
        if not concept:
            continue
        told = stability.why(concept, i, start).deterred
        plainest = sorted(told, key=lambda one: (one.improvement.after ^ start).bit_count())
        for one in plainest[:1]:
            for step in (one.improvement, *one.reply[:3]):
                if len(states) < MOST_NODES:
                    states.update((step.before, step.after))
                    moves.setdefault((step.before, step.after), step)


def _first(states: set[int], named: Sequence[Outcome], start: int) -> list[int]:
    order = {one.state: n for n, one in enumerate(named)}
    ordered = sorted(states, key=lambda s: (s != start, order.get(s, len(order)), s))
    return sorted(ordered[:MOST_NODES])


def _letters(kept: list[int], named: Sequence[Outcome]) -> dict[int, str]:
    """Return each state's letter; states that the brief doesn't name get the next ones."""
    letters = {one.state: one.letter for one in named}
    more = len(named)
    for s in kept:
        if s not in letters:
            letters[s] = letter(more)
            more += 1
    return {s: letters[s] for s in kept}


def _layers(
    kept: list[int], moves: dict[tuple[int, int], Move], start: int, game: Game
) -> dict[int, int]:
    """Count moves from the start along drawn arrows; what none reaches, options apart."""
    layers = {start: 0}
    frontier = [start]
    while frontier:
        after = []
        for s in frontier:
            for before, q in sorted(moves):
                if before == s and q not in layers and q in kept:
                    layers[q] = layers[s] + 1
                    after.append(q)
        frontier = after
    far = max(layers.values())
    for s in kept:
        if s not in layers:
            movers = {int(game.owner[k]) for k in range(len(game.options)) if (s ^ start) >> k & 1}
            layers[s] = min(max(1, len(movers)), far + 1)
    return layers


def _node(s: int, name: str, layer: int, brief: "Brief", named: Sequence[Outcome]) -> Node:
    one = next((one for one in named if one.state == s), None)
    return Node(
        state=s,
        letter=name,
        layer=layer,
        now=s == brief.game.status_quo,
        holds=bool(one and one.concepts),
        probability=None if one is None else one.probability,
    )


def _deterring(stability: Stability, i: int, s: int) -> str:
    """Return the strongest concept under which a decision maker's improvements are deterred."""
    asked = [one for one in STRENGTH if one != "nash" and one in stability.concepts]
    return next((one for one in asked if stability.of(one)[i, s]), "")


def _arrow(stability: Stability, move: Move) -> Arrow:
    game = stability.game
    i, s, q = move.mover, move.before, move.after
    final = any(
        not (game.backward[k] if q >> k & 1 else game.forward[k])
        for k in range(len(game.options))
        if (s ^ q) >> k & 1
    )
    if game.rank[i, q] <= game.rank[i, s]:
        kind = "reply"
    else:
        by = _deterring(stability, i, s)
        kind = "taken" if not by else "deterred" if by in CREDIBLE else "threatened"
    return Arrow(move, kind, final)
