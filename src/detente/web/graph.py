"""The outcomes that the page draws, and the moves between them.

The same choice of outcomes and moves, at most 60 of them, is drawn twice: as SVG
here, whose cards and badges are links, and by the page's script on a canvas that
can be moved about. The tables beside both say the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.axes import BoolM
from detente.report import words
from detente.report.content import Outcome
from detente.report.drawing import badges, drawing, placed
from detente.report.outcomes import STRENGTH, letter
from detente.report.routes import Arrow, Node, routes
from detente.report.voice import Voice
from detente.solve.result import Move, Stability

if TYPE_CHECKING:
    from detente.report.brief import Brief

MOST_NAMED = 12
"""So many outcomes have a letter here, and are drawn with the ways to them."""

KINDS = {
    "taken": "pays, and nothing deters it",
    "deterred": "would pay, but replies that pay the others deter it",
    "threatened": "would pay, but for a threat",
    "reply": "does not pay who makes it: a reply",
}
"""Kind of an arrow -> what that means."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn: as SVG, as elements for the script, and as rows of tables."""

    svg: str
    elements: dict[str, Any]
    nodes: tuple[Node, ...]
    moves: tuple[Arrow, ...]
    kinds: tuple[str, ...]
    final: bool


def named(stability: Stability, voice: Voice, most: int = MOST_NAMED) -> tuple[list[Outcome], int]:
    """Return the present state and the equilibria, the strongest first, and how many more there are.

    Parameters
    ----------
    stability : Stability
        The model, solved.
    voice : Voice
        Its words.
    most : int
        How many are named at most.

    Returns
    -------
    outcomes : list of Outcome
        Each with its letter; the present state is A.
    more : int
        How many equilibria have no letter.
    """
    game = stability.game
    concepts = [one for one in STRENGTH if one in stability.concepts]  # the strongest first
    holds = np.array([stability.equilibrium(one) for one in concepts]).reshape(len(concepts), -1)
    chosen: BoolM = np.any(holds, axis=0) if concepts else np.zeros_like(game.feasible)
    if game.status_quo is not None:
        chosen[game.status_quo] = True
    states = np.flatnonzero(chosen)
    held = holds[:, states]
    strongest = held.argmax(axis=0) if concepts else states
    order = np.lexsort((states, strongest, -held.sum(axis=0), states != game.status_quo))
    kept = [
        _outcome(
            voice,
            int(states[n]),
            letter(at),
            tuple(one for one in stability.concepts if held[concepts.index(one), n]),
        )
        for at, n in enumerate(order[:most].tolist())
    ]
    return kept, max(0, len(states) - most)


def _outcome(voice: Voice, s: int, called: str, concepts: tuple[str, ...]) -> Outcome:
    now = s == voice.game.status_quo
    clauses = voice.difference(voice.game.status_quo or 0, s)
    name = "The present state" if now else words.sentence_case("; ".join(clauses))
    return Outcome(
        state=s,
        letter=called,
        name=name or "Nobody acts",
        clauses=tuple(clauses),
        situation=tuple(voice.situation(s)),
        concepts=concepts,
        now=now,
    )


def drawn(brief: "Brief", voice: Voice, outcomes: Sequence[Outcome]) -> Drawn:
    """Choose what is drawn, and draw it.

    Parameters
    ----------
    brief : Brief
        The model solved; a forecast isn't needed.
    voice : Voice
        Its words.
    outcomes : sequence of Outcome
        From `named`.
    """
    nodes, arrows = routes(brief, outcomes, most=MOST_NAMED)
    letters = {node.state: node.letter for node in nodes}
    marks = badges(voice)

    def to(one: Node | Arrow) -> tuple[str, str]:
        if isinstance(one, Node):
            return state_address(one.state), ""
        before, after = one.move.before, one.move.after
        mover = f"{marks[one.move.mover]}: {voice.names[one.move.mover]}"
        return move_address(one.move), f"{mover}, from {letters[before]} to {letters[after]}"

    return Drawn(
        svg=drawing(voice, nodes, arrows, "map", to=to),
        elements=_elements(voice, nodes, arrows),
        nodes=tuple(nodes),
        moves=tuple(arrows),
        kinds=tuple(kind for kind in KINDS if any(one.kind == kind for one in arrows)),
        final=any(one.final for one in arrows),
    )


def state_address(s: int) -> str:
    """Return where a state is told of."""
    return f"/outcomes?state={s}#why"


def move_address(move: Move) -> str:
    """Return where a move is told of."""
    return f"/outcomes?before={move.before}&after={move.after}#why"


def _elements(voice: Voice, nodes: Sequence[Node], arrows: Sequence[Arrow]) -> dict[str, Any]:
    """Return what the page's script draws: states by column and row, and moves."""
    cards = placed(voice, nodes, arrows)
    columns: dict[float, list[int]] = {}
    for s, card in sorted(cards.items(), key=lambda pair: (pair[1].x, pair[1].y)):
        columns.setdefault(card.x, []).append(s)
    place = {s: (n, row) for n, x in enumerate(sorted(columns)) for row, s in enumerate(columns[x])}
    marks = badges(voice)
    return {
        "states": [
            {
                "state": node.state,
                "letter": node.letter,
                "column": place[node.state][0],
                "row": place[node.state][1],
                "now": node.now,
                "holds": node.holds,
                "lines": _lines(voice, node),
            }
            for node in nodes
        ],
        "moves": [
            {
                "before": one.move.before,
                "after": one.move.after,
                "mover": one.move.mover,
                "badge": marks[one.move.mover],
                "kind": one.kind,
                "final": one.final,
                "says": words.sentence_case(
                    f"{voice.names[one.move.mover]} {voice.present_act(one.move)}"
                ),
            }
            for one in arrows
        ],
    }


def _lines(voice: Voice, node: Node) -> list[str]:
    clauses = voice.difference(voice.game.status_quo or 0, node.state)
    if node.now or not clauses:
        return ["As things are" if node.now else "Nobody acts"]
    return [words.shortened(words.sentence_case(clause), 120) for clause in clauses]
