"""Which outcomes hold, and why: states chosen, named and argued for in words."""

from typing import TYPE_CHECKING

import numpy as np

from detente.model.game import Game
from detente.report import narrate, words
from detente.report.content import Line, Outcome
from detente.report.voice import Voice
from detente.solve.no_return import Point
from detente.solve.no_return import no_return as find_no_return
from detente.solve.result import Move, Stability

if TYPE_CHECKING:
    from detente.report.brief import Brief

MOST_OUTCOMES = 12
ARGUED = 4
LEAST = 0.005
MOST_POINTS = 8
ALPHABET = 26
# The strongest argument first: what needs no reply, then replies that pay, then threats.
STRENGTH = ("nash", "sseq", "seq", "smr", "gmr", "sim")
HOLDS = {
    "nash": "nobody gains by moving alone",
    "sseq": "others have reason to answer every move that would gain something, and so undo the gain for good",
    "seq": "others have reason to answer every move that would gain something, and so undo the gain",
    "smr": "others could answer every move that would gain something, and so undo the gain for good",
    "gmr": "others could answer every move that would gain something, and so undo the gain",
    "sim": "others moving at the same time would undo the gain of every move that has one",
}


def outcomes(brief: "Brief", voice: Voice) -> tuple[list[Outcome], int]:
    """Return the outcomes worth naming, likeliest first, and how many more hold.

    These are the present state, the outcomes that the forecast's play ends at,
    and the equilibria of the model as it stands.
    """
    game = brief.game
    chances = {one.state: one for one in brief.forecast.states}
    held = equilibria(brief.stability)
    chosen = {state for state, one in chances.items() if one.probability >= LEAST}
    chosen |= set(held)
    if game.status_quo is not None:
        chosen.add(game.status_quo)

    def weight(s: int) -> tuple[float, float, int, int]:
        chance = chances[s].probability if s in chances else 0.0
        return (-chance, -float(s == game.status_quo), -len(held.get(s, ())), s)

    ordered = sorted(chosen, key=weight)
    kept = ordered[:MOST_OUTCOMES]
    if game.status_quo is not None and game.status_quo not in kept:
        kept[-1] = game.status_quo
    made = []
    for n, s in enumerate(kept):
        one = chances.get(s)
        now = s == game.status_quo
        clauses = voice.difference(game.status_quo or 0, s)
        name = "The present state" if now else words.sentence_case("; ".join(clauses))
        made.append(
            Outcome(
                state=s,
                letter=letter(n),
                name=name or "Nobody acts",
                clauses=tuple(clauses),
                situation=tuple(voice.situation(s)),
                concepts=held.get(s, ()),
                now=now,
                probability=None if one is None else one.probability,
                low=0.0 if one is None else one.low,
                high=1.0 if one is None else one.high,
                why=tuple(argument(brief.stability, voice, s)) if n < ARGUED else (),
            )
        )
    return made, len(ordered) - len(kept)


def equilibria(stability: Stability) -> dict[int, tuple[str, ...]]:
    """Return each equilibrium with the concepts under which it is one."""
    held: dict[int, list[str]] = {}
    for concept in stability.concepts:
        for s in stability.equilibria(concept).tolist():
            held.setdefault(s, []).append(concept)
    return {s: tuple(concepts) for s, concepts in sorted(held.items())}


def strongest(concepts: tuple[str, ...]) -> str:
    """Return the strongest of the concepts, empty where there is none."""
    return next((one for one in STRENGTH if one in concepts), "")


def argument(stability: Stability, voice: Voice, s: int) -> list[Line]:
    """Say for every decision maker why it stays at a state, or that it doesn't.

    Each is argued for by the strongest concept under which the state is stable
    for it; those with nothing to gain are told together, last.
    """
    game = stability.game
    content: list[int] = []
    moved: list[Line] = []
    told: list[Line] = []
    asked = [one for one in STRENGTH if one in stability.concepts]
    for i in range(len(game.decision_makers)):
        concept = next((one for one in asked if stability.of(one)[i, s]), None)
        if concept is None and asked:
            witness = stability.why(asked[0], i, s)
            moved += [Line(text) for text in narrate.why(voice, witness)]
        elif concept is not None:
            witness = stability.why(concept, i, s)
            if witness.deterred:
                told += [Line(text) for text in narrate.why(voice, witness, limit=2)]
            else:
                content.append(i)
    return moved + told + [Line(text) for text in _content(voice, content, s)]


def _content(voice: Voice, content: list[int], s: int) -> list[str]:
    """Tell together who has nothing to gain, and who has no move to make."""
    idle = [i for i in content if not voice.game.moves(i, s)]
    calm = [i for i in content if i not in idle]
    said = []
    if len(calm) == 1:
        said.append(narrate.content(voice, calm[0], s))
    elif calm:
        names = words.sentence_case(words.listed([voice.names[i] for i in calm]))
        said.append(f"{names} gain nothing by moving alone.")
    if idle:
        names = words.sentence_case(words.listed([voice.names[i] for i in idle]))
        has = "have" if len(idle) > 1 or voice.plural[idle[0]] else "has"
        said.append(f"{names} {has} no move left to make here.")
    return said


def letter(n: int) -> str:
    """Return A, B, ... Z, AA, AB, ... for 0, 1, ...

    Examples
    --------
    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return (letter(n // ALPHABET - 1) if n >= ALPHABET else "") + chr(ord("A") + n % ALPHABET)


def improvements(game: Game, i: int, s: int) -> list[int]:
    """Return the states that `i` can move to and prefers, ascending."""
    rank = game.rank[i]
    return [q for q in game.moves(i, s) if rank[q] > rank[s]]


def no_return(brief: "Brief", voice: Voice) -> tuple[list[Line], int]:
    """Say which open steps can't be taken back, what they close off and what would follow.

    Returns
    -------
    lines : list of Line
        One for each step, those that would pay first.
    more : int
        How many steps aren't told.
    """
    game = brief.game
    if game.status_quo is None:
        return [], 0
    found = find_no_return(brief.stability, limit=64).points
    steps: dict[tuple[int, ...], Point] = {}
    for point in sorted(found, key=lambda point: not point.improving):
        steps.setdefault(point.options, point)  # the same step may end several moves
    single = {options[0] for options in steps if len(options) == 1}
    told = [  # several steps at once say no more than each of them
        point for options, point in steps.items() if len(options) == 1 or not single >= {*options}
    ]
    return [Line(_point(brief, voice, point)) for point in told[:MOST_POINTS]], max(
        0, len(told) - MOST_POINTS
    )


def _point(brief: "Brief", voice: Voice, point: Point) -> str:
    move = point.move
    i = move.mover
    has = voice.agree(i, "has", "have")
    lasting = Move(i, move.before, move.before ^ sum(1 << k for k in point.options))
    done = f"{voice.names[i]} {has} {voice.act(lasting, 'participle')}"
    said = [f"Once {done}{_chance(brief, point)}, that cannot be taken back"]
    said += _lost(point)
    heading = ": ".join(said) + "."
    if point.improving and point.preventers:
        ways = [
            f"{voice.names[one.decision_maker]} by {voice.act(one.move, 'gerund')}"
            for one in point.preventers[:2]
            if one.move is not None
        ]
        if ways:
            heading += f" It could still be headed off: {words.listed(ways, 'or')}."
    elif point.improving:
        heading += (
            f" As the model stands {voice.names[i]} would gain by it, "
            "and nobody else could head it off."
        )
    return f"{heading} {_follow(brief.stability, voice, move.after, i)}"


def _lost(point: Point) -> list[str]:
    """Say what goes out of reach: outcomes that hold, or how many there were."""
    lost = {s for states in point.lost.values() for s in states}
    kept = {s for states in point.kept.values() for s in states}
    if lost and (kept or len(lost) > 1):
        every = words.counted(len(lost) + len(kept), "outcome")
        are = "is" if len(lost) == 1 else "are"
        hold = "hold" if len(lost) + len(kept) > 1 else "holds"
        return [f"of {every} that {hold}, {words.number(len(lost))} {are} then out of reach"]
    if point.closed:
        every = f"{point.closed + point.open:,} outcomes that can still be reached"
        are = "is" if point.closed == 1 else "are"
        return [f"{point.closed:,} of the {every} {are} then gone for good"]
    return []


def _chance(brief: "Brief", point: Point) -> str:
    """Return what the forecast gives to a single step, in brackets."""
    if len(point.options) != 1:
        return ""
    found = brief.forecast.options.get(brief.game.options[point.options[0]])
    return f" ({words.percent(found.probability)})" if found is not None else ""


def _follow(stability: Stability, voice: Voice, q: int, mover: int) -> str:
    """Say who would have a reason to answer at once."""
    game = stability.game
    told: list[str] = []
    for i in range(len(game.decision_makers)):
        better = improvements(game, i, q) if i != mover else []
        if better:
            best = max(better, key=lambda t: (int(game.rank[i, t]), -t))
            reason = "" if told else " would then have reason"
            told.append(f"{voice.names[i]}{reason} to {voice.act(Move(i, q, best), 'base')}")
    if not told:
        return "Nobody else would then gain by answering alone."
    return f"{words.sentence_case(words.listed(told))}."


def reachable(game: Game, start: int, most: int = 4096) -> dict[int, tuple[int, Move | None]]:
    """Return what improvements reach from a state: steps and the last move, breadth first.

    Stops at `most` states, so that a large conflict costs no more than a small one.
    """
    found: dict[int, tuple[int, Move | None]] = {start: (0, None)}
    frontier = [start]
    while frontier and len(found) < most:
        after = []
        for s in frontier:
            for i in range(len(game.decision_makers)):
                for q in improvements(game, i, s):
                    if q not in found:
                        found[q] = (found[s][0] + 1, Move(i, s, q))
                        after.append(q)
        frontier = sorted(after)
    return found


def robust(brief: "Brief", s: int) -> float | None:
    """Return in what share of the draws a state holds under its widest concept."""
    for one in brief.forecast.states:
        if one.state == s and one.robust:
            return float(np.max(list(one.robust.values())))
    return None
