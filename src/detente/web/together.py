"""What decision makers could do together: equilibria that a coalition would leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.report import words
from detente.report.content import Outcome
from detente.report.voice import Voice
from detente.solve.coalitions import Vulnerable, coalition_stability, improvements
from detente.solve.result import Stability

MOST_MAKERS = 5
"""With more decision makers than this only pairs, and all together, are looked at."""

MOST_SHOWN = 8
MOST_AIMS = 4


@dataclass(frozen=True, slots=True)
class Shaken:
    """An outcome that holds alone and not together, in words."""

    state: int
    members: str
    to: tuple[int, ...]
    more: int
    act: str
    kept: tuple[str, ...]


def coalitions(makers: int) -> list[tuple[int, ...]]:
    """Return the coalitions that are looked at.

    Examples
    --------
    >>> coalitions(3)
    [(0, 1), (0, 2), (1, 2), (0, 1, 2)]
    >>> len(coalitions(8))
    29
    """
    who = range(makers)
    sizes = range(2, makers + 1) if makers <= MOST_MAKERS else (2, makers)
    return [one for size in sizes for one in combinations(who, size)]


def shaken(
    stability: Stability, voice: Voice, outcomes: Sequence[Outcome]
) -> tuple[list[Shaken], int]:
    """Return the named outcomes that a coalition would leave, and how many more cases there are.

    Of several coalitions that would leave the same outcome for the same others, the
    smallest stands for all.

    Parameters
    ----------
    stability : Stability
        The model, solved.
    voice : Voice
        Its words.
    outcomes : sequence of Outcome
        Those that are asked about; only what holds counts.
    """
    game = stability.game
    held = {one.state: one.concepts for one in outcomes if one.concepts}
    who = coalitions(len(game.decision_makers))
    if not held or not who:
        return [], 0
    found = []
    judged = coalition_stability(game, who, states=sorted(held))
    leaving = ~judged.stable["nash"]
    for one in outcomes:
        if one.state not in held:
            continue
        x = judged.states.tolist().index(one.state)
        before: set[tuple[int, ...]] = set()
        for c, members in enumerate(judged.coalitions):
            if not leaving[c, x]:
                continue
            to = improvements(game, members, one.state)
            if to in before:
                continue
            before.add(to)
            kept = tuple(name for name in judged.stable if judged.stable[name][c, x])
            found.append(Vulnerable(one.state, held[one.state], members, to, kept))
    return [_said(voice, one) for one in found[:MOST_SHOWN]], max(0, len(found) - MOST_SHOWN)


def _said(voice: Voice, one: Vulnerable) -> Shaken:
    best = max(one.to, key=lambda q: (-(q ^ one.state).bit_count(), -q))
    return Shaken(
        state=one.state,
        members=words.sentence_case(words.listed([voice.names[i] for i in one.coalition])),
        to=one.to[:MOST_AIMS],
        more=max(0, len(one.to) - MOST_AIMS),
        act="; ".join(voice.difference(one.state, best)),
        kept=one.deterred,
    )
