"""What decision makers could do together: equilibria that a coalition would leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from detente.report import words
from detente.report.content import Outcome
from detente.report.voice import Voice
from detente.solve.coalitions import coalition_stability, improvements
from detente.solve.result import Stability

MOST_MAKERS = 5
MANY_STATES = 1 << 12
"""With more decision makers or states than this only pairs, and all together, are looked at."""

MOST_SHOWN = 8
MOST_AIMS = 4


@dataclass(frozen=True, slots=True)
class Shaken:
    """An outcome that holds alone and not together, in words."""

    state: int
    members: str
    who: tuple[str, ...]
    to: tuple[int, ...]
    more: int
    act: str
    kept: tuple[str, ...]


def coalitions(makers: int, states: int = 0) -> list[tuple[int, ...]]:
    """Return the coalitions that are looked at.

    Examples
    --------
    >>> coalitions(3)
    [(0, 1), (0, 2), (1, 2), (0, 1, 2)]
    >>> len(coalitions(8))
    29
    """
    who = range(makers)
    sizes: Iterable[int] = range(2, makers + 1)
    if makers > MOST_MAKERS or (states > MANY_STATES and makers > 2):  # noqa: PLR2004 - a pair is all
        sizes = (2, makers)
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
    who = coalitions(len(game.decision_makers), len(game.feasible))
    if not held or not who:
        return [], 0
    judged = coalition_stability(game, who, concepts=["nash"], states=sorted(held))
    leaving = ~judged.stable["nash"]
    found = []
    for one in outcomes:
        if one.state not in held:
            continue
        x = judged.states.tolist().index(one.state)
        before: set[tuple[int, ...]] = set()
        for c in np.flatnonzero(leaving[:, x]).tolist():
            to = improvements(game, judged.coalitions[c], one.state)
            if to not in before:
                before.add(to)
                found.append((judged.coalitions[c], one.state, to))
    shown = found[:MOST_SHOWN]
    return [_said(voice, *one) for one in shown], len(found) - len(shown)


def _said(voice: Voice, members: tuple[int, ...], s: int, to: tuple[int, ...]) -> Shaken:
    asked = ("gmr", "smr", "seq")
    held = coalition_stability(voice.game, [members], concepts=asked, states=[s])
    nearest = min(to, key=lambda q: ((q ^ s).bit_count(), q))
    return Shaken(
        state=s,
        members=words.sentence_case(words.listed([voice.names[i] for i in members])),
        who=tuple(voice.game.decision_makers[i] for i in members),
        to=to[:MOST_AIMS],
        more=max(0, len(to) - MOST_AIMS),
        act="; ".join(voice.difference(s, nearest)),
        kept=tuple(one for one in asked if held.stable[one].all()),
    )
