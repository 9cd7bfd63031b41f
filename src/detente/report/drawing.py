"""The drawing of outcomes and the moves between them, as SVG.

Outcomes stand in columns by the number of moves that separate them from the
present state. Each is a card with its letter, what sets it apart, and its
probability; each move is an arrow with the badge of who makes it. Nothing is
said by colour alone: movers have badges, moves that are deterred are dashed,
and what can't be taken back ends in a bar.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from detente.report import words
from detente.report.charts import FONT
from detente.report.routes import Arrow, Node
from detente.report.voice import Voice

CARD, LINE, GAP, COLUMN = 150, 15, 20, 50
TOP, LEFT = 34, 6
WRAP = 20
MOST_LINES = 5
COLOURS = 8


@dataclass(frozen=True, slots=True)
class Card:
    """Where an outcome is drawn, and in which lines it is named."""

    node: Node
    x: float
    y: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Its height on the page, at half its own."""
        return self.y + self.height / 2


def drawing(
    voice: Voice,
    nodes: Sequence[Node],
    arrows: Sequence[Arrow],
    name: str,
    *,
    to: Callable[[Node | Arrow], tuple[str, str]] | None = None,
) -> str:
    """Draw outcomes and moves.

    Parameters
    ----------
    voice : Voice
        The words of the conflict.
    nodes, arrows : sequences
        What `detente.report.routes.routes` chose.
    name : str
        Prefix of the ids in the picture, unique in the page.
    to : callable, optional
        Returns the address of the link that a card or an arrow's badge is, and its
        name, empty where what is written on it is name enough; left out, nothing
        is a link.

    Returns
    -------
    str
        One ``<svg>`` element with a title and a description; the same bytes
        for the same input.
    """
    cards = placed(voice, nodes, arrows)
    last = max(card.x for card in cards.values())
    loops = any(cards[one.move.before].x == cards[one.move.after].x == last for one in arrows)
    width = last + CARD + LEFT + 52 * loops
    floor = max(card.y + card.height for card in cards.values())
    under = any(_is_long(cards[one.move.before], cards[one.move.after]) for one in arrows)
    height = floor + (44 if under else 16)
    by_layer = sorted({card.node.layer: card.x for card in cards.values()}.items())
    heads = [
        f'<text class="head" x="{x:g}" y="16">{escape(_heading(layer))}</text>'
        for layer, x in by_layer
    ]
    drawn = [
        _arrow(voice, arrow, cards, n, name=name, floor=floor) for n, arrow in enumerate(arrows)
    ]
    movers = sorted({arrow.move.mover for arrow in arrows})
    markers = "".join(
        f'<marker id="{name}-{kind}{i}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" '
        f'markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path class="tip p{i % COLOURS}" d="{shape}"/></marker>'
        for i in movers
        for kind, shape in (
            ("end", "M0 0.5L10 5L0 9.5z"),
            ("bar", "M0 0.5L8 5L0 9.5zM8 0h2v10h-2z"),
        )
    )
    role = "img" if to is None else "group"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="{role}" font-family="{FONT}" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">Outcomes and the moves between them</title>'
        f'<desc id="{name}-desc">{escape(described(voice, nodes, arrows))}</desc>'
        f"<defs>{markers}</defs>{''.join(heads)}"
        f"{''.join(line for line, _ in drawn)}"
        f"{''.join(_linked(_card(card), card.node, to) for card in cards.values())}"
        f"{''.join(_linked(drawn[n][1], arrow, to) for n, arrow in enumerate(arrows))}</svg>"
    )


def _linked(
    shape: str, what: Node | Arrow, to: Callable[[Node | Arrow], tuple[str, str]] | None
) -> str:
    if to is None:
        return shape
    address, name = to(what)
    label = f' aria-label="{escape(name)}"' if name else ""
    return f'<a href="{escape(address)}"{label}>{shape}</a>'


def described(voice: Voice, nodes: Sequence[Node], arrows: Sequence[Arrow]) -> str:
    """Say in words what is drawn, move by move, for those who don't see it."""
    letters = {node.state: node.letter for node in nodes}
    said = []
    for arrow in arrows:
        move = arrow.move
        start, end = letters[move.before], letters[move.after]
        might = {
            "taken": "would pay and is not deterred",
            "deterred": "would pay but is deterred",
            "threatened": "would pay but for a threat",
            "reply": "does not pay in the model as it stands",
        }[arrow.kind]
        final = ", and cannot be taken back" if arrow.final else ""
        said.append(f"From {start} to {end}, {voice.names[move.mover]}: {might}{final}")
    holding = [node.letter for node in nodes if node.holds]
    opening = f"Outcomes that hold: {words.listed(holding) or 'none of these'}."
    return f"{opening} {'. '.join(said)}." if said else opening


def badges(voice: Voice) -> tuple[str, ...]:
    """Return a badge of one or two letters for each decision maker, all different.

    Initials are tried first, then the first letters of the name.
    """
    taken: list[str] = []
    for name in voice.names:
        every = [word for word in name.removeprefix("the ").split() if word[0].isalnum()] or [name]
        core = [word for word in every if word[0].isupper() or word[0].isdigit()] or every
        tries = ["".join(word[0] for word in core[:2]).upper(), core[0][:2].capitalize()]
        tries += [core[0][0].upper() + letter for letter in core[0][1:]]
        tries += [f"{core[0][0].upper()}{n}" for n in range(2, 130)]
        first = [core[0][0].upper()] if len(core) == 1 else []
        taken.append(next(one for one in first + tries if one not in taken))
    return tuple(taken)


def placed(voice: Voice, nodes: Sequence[Node], arrows: Sequence[Arrow]) -> dict[int, Card]:
    """Put each card into its column, near the cards that lead to it.

    Returns
    -------
    dict of int to Card
        By state; within a column in the order in which they stand, from the top.
    """
    columns: dict[int, list[Node]] = {}
    for node in nodes:
        columns.setdefault(node.layer, []).append(node)
    before: dict[int, list[int]] = {}
    for arrow in arrows:
        before.setdefault(arrow.move.after, []).append(arrow.move.before)
    slot: dict[int, float] = {}
    cards: dict[int, Card] = {}
    tallest = 0.0
    stacks: list[tuple[int, list[Card], float]] = []
    for n, layer in enumerate(sorted(columns)):

        def near(node: Node) -> tuple[float, float, int]:
            ends = [slot[s] for s in before.get(node.state, ()) if s in slot]
            mean = sum(ends) / len(ends) if ends else 1e9
            return (mean, -(node.probability or 0.0), node.state)

        y = 0.0
        stack = []
        for at, node in enumerate(sorted(columns[layer], key=near)):
            lines = _lines(voice, node)
            high: float = 30 + LINE * len(lines) + (10 if node.probability is not None else 4)
            stack.append(Card(node, LEFT + n * (CARD + COLUMN), y, high, lines))
            slot[node.state] = float(at)
            y += high + GAP
        stacks.append((layer, stack, y - GAP))
        tallest = max(tallest, y - GAP)
    for _, stack, high in stacks:
        shift = TOP + (tallest - high) / 2
        for card in stack:
            cards[card.node.state] = Card(
                card.node, card.x, round(card.y + shift, 1), card.height, card.lines
            )
    return cards


def _lines(voice: Voice, node: Node) -> tuple[str, ...]:
    base = voice.game.status_quo or 0
    clauses = voice.difference(base, node.state)
    if node.now or not clauses:
        clauses = ["as things are"]
    lines: list[str] = []
    for clause in clauses:
        lines += textwrap.wrap(words.sentence_case(clause), WRAP, break_long_words=True) or [""]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], words.shortened(lines[MOST_LINES - 1] + " …", WRAP)]
    return tuple(lines)


def _card(card: Card) -> str:
    node = card.node
    kind = f"card{' now' if node.now else ''}{' holds' if node.holds else ''}"
    tags = " · ".join([*(["now"] if node.now else []), *(["holds"] if node.holds else [])])
    figure = "" if node.probability is None else words.percent(node.probability)
    parts = [f'<g class="{kind}">']
    parts.append(
        f'<rect class="box" x="{card.x:g}" y="{card.y:g}" width="{CARD}" '
        f'height="{card.height:g}" rx="4"/>'
    )
    if node.holds:
        parts.append(
            f'<rect class="inner" x="{card.x + 3:g}" y="{card.y + 3:g}" width="{CARD - 6}" '
            f'height="{card.height - 6:g}" rx="2"/>'
        )
    parts.append(
        f'<text class="letter" x="{card.x + 11:g}" y="{card.y + 20:g}">{node.letter}'
        + (f'<tspan class="tag" dx="7">{tags}</tspan>' if tags else "")
        + "</text>"
    )
    if figure:
        parts.append(
            f'<text class="figure" x="{card.x + CARD - 11:g}" y="{card.y + 20:g}" '
            f'text-anchor="end">{figure}</text>'
        )
    for n, line in enumerate(card.lines):
        parts.append(
            f'<text class="says" x="{card.x + 11:g}" y="{card.y + 38 + n * LINE:g}">'
            f"{escape(line)}</text>"
        )
    if node.probability is not None:
        y = card.y + card.height - 10
        parts.append(
            f'<rect class="track" x="{card.x + 11:g}" y="{y:g}" width="{CARD - 22}" height="3"/>'
        )
        parts.append(
            f'<rect class="bar" x="{card.x + 11:g}" y="{y:g}" '
            f'width="{(CARD - 22) * node.probability:.1f}" height="3"/>'
        )
    return "".join(parts) + "</g>"


def _arrow(
    voice: Voice, arrow: Arrow, cards: dict[int, Card], n: int, *, name: str, floor: float
) -> tuple[str, str]:
    """Return an arrow's line and its badge."""
    i = arrow.move.mover
    spread = (n * 7) % 15 - 7  # so that arrows at one card don't run together
    points = _curve(cards[arrow.move.before], cards[arrow.move.after], spread, floor)
    (px, py), (c1x, c1y), (c2x, c2y), (qx, qy) = points
    mark = "bar" if arrow.final else "end"
    line = (
        f'<path class="move p{i % COLOURS} {arrow.kind}" '
        f'd="M{px:.1f} {py:.1f}C{c1x:.1f} {c1y:.1f} {c2x:.1f} {c2y:.1f} {qx:.1f} {qy:.1f}" '
        f'marker-end="url(#{name}-{mark}{i})"/>'
    )
    t = 0.5 + 0.06 * ((n % 3) - 1)
    bx, by = (
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * c + 3 * (1 - t) * t**2 * d + t**3 * q
        for p, c, d, q in zip(*points, strict=True)
    )
    badge = badges(voice)[i]
    return line, (
        f'<g class="badge p{i % COLOURS}"><circle cx="{bx:.1f}" cy="{by:.1f}" r="9.5"/>'
        f'<text x="{bx:.1f}" y="{by + 3.4:.1f}" text-anchor="middle">{escape(badge)}</text></g>'
    )


def _is_long(a: Card, b: Card) -> bool:
    """Say whether an arrow would have to cross a column."""
    return abs(a.x - b.x) > 1.5 * (CARD + COLUMN)


def _curve(a: Card, b: Card, spread: int, floor: float) -> tuple[tuple[float, float], ...]:
    """Return the four points of an arrow's curve: ends and controls."""
    if _is_long(a, b):  # below all cards
        x1, x2 = a.x + CARD / 2 + spread, b.x + CARD / 2 + spread
        y1, y2 = a.y + a.height, b.y + b.height + 2
        deep = (8 * (floor + 20 + spread) - y1 - y2) / 6
        return ((x1, y1), (x1, deep), (x2, deep), (x2, y2))
    start, end = a.middle + _lean(a, b, spread), b.middle + _lean(b, a, spread)
    if a.x == b.x:
        x = a.x + CARD
        pull = 34.0 + abs(a.middle - b.middle) * 0.08 + spread
        return ((x, start), (x + pull, start), (x + pull, end), (x + 2, end))
    forth = 1 if a.x < b.x else -1
    x1, x2 = (a.x + CARD, b.x - 2) if forth > 0 else (a.x, b.x + CARD + 2)
    pull = forth * max(34.0, abs(x2 - x1) * 0.45)
    return ((x1, start), (x1 + pull, start), (x2 - pull, end), (x2, end))


def _lean(a: Card, b: Card, spread: int) -> float:
    """Leave a card a little toward the other one."""
    room = a.height / 2 - 10
    toward = max(-1.0, min(1.0, (b.middle - a.middle) / 160)) * room * 0.55
    return max(-room, min(room, toward + spread))


def _heading(layer: int) -> str:
    if layer == 0:
        return "Now"
    return f"After {words.counted(layer, 'move')}"
