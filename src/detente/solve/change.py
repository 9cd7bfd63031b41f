"""The smallest change to the priorities that makes a state an equilibrium, or stops its being one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any, Literal

import numpy as np

from detente.axes import BoolM, IntM
from detente.errors import InputError
from detente.model.conflict import Conflict
from detente.model.game import Game
from detente.model.preferences import lexicographic
from detente.model.statements import parse
from detente.solve.solving import as_game
from detente.solve.why import why

KINDS = ("swap", "drop", "add")
TRIALS = 20_000  # changed models that are tried before the search gives up
ROOM = 1 << 28  # the most masks that all of them together may have


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to the priorities of one decision maker.

    `position` counts from 0, the most important. A swap exchanges the
    statements at `position` and `other`; an added statement stands at
    `position` afterwards.
    """

    kind: Literal["swap", "drop", "add"]
    decision_maker: str
    position: int
    statement: str
    other: int | None = None
    other_statement: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Some edits that together do it."""

    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The smallest changes found, smallest first.

    Attributes
    ----------
    state, concept
        What was asked about.
    makes : bool
        True: these make the state an equilibrium. False: it is one, and these
        stop it.
    changes : tuple of Change
        All of the same, least number of edits; empty if there is none.
    tried : int
        How many changed models were looked at.
    complete : bool
        True: nothing smaller does it. False: the search gave up, after `TRIALS` or,
        in a large model, earlier.
    """

    state: int
    concept: str
    makes: bool
    changes: tuple[Change, ...]
    tried: int
    complete: bool

    def to_json(self) -> dict[str, Any]:
        """Return JSON values."""
        return {
            "state": self.state,
            "concept": self.concept,
            "makes": self.makes,
            "changes": [
                [
                    {
                        "kind": edit.kind,
                        "decision_maker": edit.decision_maker,
                        "position": edit.position,
                        "statement": edit.statement,
                        "other": edit.other,
                        "other_statement": edit.other_statement,
                    }
                    for edit in change.edits
                ]
                for change in self.changes
            ],
            "tried": self.tried,
            "complete": self.complete,
        }


@dataclass(frozen=True, slots=True, eq=False)
class _Trial:
    """An edit and the ranks that its decision maker then has."""

    i: int
    edit: Edit
    rank: IntM


def what_would_change(
    conflict: Conflict,
    state: int,
    concept: str,
    *,
    edits: int = 2,
    kinds: Sequence[str] = KINDS,
    limit: int = 5,
) -> Changes:
    """Return the smallest changes to the priorities that turn a state's verdict round.

    Parameters
    ----------
    conflict : Conflict
        The conflict. Decision makers that don't state priorities (but a
        ranking, weights or payoffs) stay as they are.
    state : int
        A feasible state, as a bit mask.
    concept : str
        Under which concept it is to become, or to cease to be, an equilibrium.
    edits : {1, 2}
        The most edits that a change may have.
    kinds : sequence of str
        Which edits to try: ``swap`` two statements, ``drop`` one, ``add`` one
        (an option taken or not taken, of whomever, that isn't stated yet).
    limit : int
        The most changes to return.

    Returns
    -------
    Changes
        Fewest edits first; then those that leave the more important
        statements alone; then swaps before drops before additions.

    Raises
    ------
    InputError
        If a kind of edit, or a number, makes no sense.
    NotFoundError
        If there is no such state or concept.

    Notes
    -----
    One look at the state for each changed model, and there are about as many
    single edits as options times statements; pairs are tried only if no
    single edit does it.

    Examples
    --------
    >>> dilemma = Conflict()
    >>> for dm, other in (("a", "b"), ("b", "a")):
    ...     _ = dilemma.add(dm, options=["betray"], priorities=[f"!{other}.betray", "betray"])
    >>> found = what_would_change(dilemma, 3, "nash")
    >>> found.makes, found.changes[0].edits[0].kind, found.changes[0].edits[0].statement
    (False, 'add', '!a.betray')
    """
    for kind in kinds:
        if kind not in KINDS:
            raise InputError(f"no kind of edit {kind!r}", f"there are {', '.join(KINDS)}")
    if edits not in {1, 2} or limit < 1:
        raise InputError("changes have 1 or 2 edits, and at least one is listed", "ask for that")
    game = as_game(conflict)
    held = _verdicts(game, concept, game.state(state))
    makes = not all(held)
    tried = 0
    found: list[tuple[_Trial, ...]] = []
    complete = True
    most = min(TRIALS, max(1000, ROOM // len(game.feasible)))
    for size in range(1, edits + 1):
        trials = (
            ((one,) for one in _singles(conflict, game, kinds))
            if size == 1
            else _pairs(conflict, game, kinds)
        )
        if size > 1 and tried * len(game.feasible) > ROOM:
            complete = False
            break
        for trial in trials:
            if tried >= most:
                complete = False
                break
            tried += 1
            if _equilibrium(_changed(game, trial), concept, state) == makes:
                found.append(trial)
        if found:
            break
    found.sort(key=_size)
    return Changes(
        state=state,
        concept=concept,
        makes=makes,
        changes=tuple(Change(tuple(one.edit for one in trial)) for trial in found[:limit]),
        tried=tried,
        complete=complete,
    )


def _verdicts(game: Game, concept: str, s: int) -> list[bool]:
    return [why(game, concept, i, s).stable for i in range(len(game.decision_makers))]


def _equilibrium(game: Game, concept: str, s: int) -> bool:
    return all(why(game, concept, i, s).stable for i in range(len(game.decision_makers)))


def _changed(game: Game, trial: Iterable[_Trial]) -> Game:
    rank = game.rank.copy()
    for one in trial:
        rank[one.i] = one.rank
    return replace(game, rank=rank)


def _size(trial: tuple[_Trial, ...]) -> tuple[Any, ...]:
    """Sort the change that leaves the most important statements alone first."""
    touched = [
        min(one.edit.position, one.edit.position if one.edit.other is None else one.edit.other)
        for one in trial
    ]
    return (
        sorted(-position for position in touched)[::-1],
        [KINDS.index(one.edit.kind) for one in trial],
        [(one.i, one.edit.position, one.edit.other or 0, one.edit.statement) for one in trial],
    )


def _singles(conflict: Conflict, game: Game, kinds: Sequence[str]) -> Iterator[_Trial]:
    """Yield every single edit that changes somebody's ranks."""
    for i, (dm, maker) in enumerate(conflict.decision_makers.items()):
        if maker.priorities is not None:
            stated = [one.statement for one in maker.priorities]
            yield from _edits(game, i, dm, stated, kinds)


def _edits(
    game: Game, i: int, dm: str, stated: Sequence[str], kinds: Sequence[str]
) -> Iterator[_Trial]:
    """Yield the edits of one list of priorities that change its ranks, each with the new ranks."""
    truths = {text: parse(text, game.options, dm).truth(len(game.options)) for text in stated}
    present = _rank(game, stated, truths)
    offered = []
    for name in game.options if "add" in kinds else ():
        for text in (name, f"!{name}"):
            truth = parse(text, game.options, dm).truth(len(game.options))
            if not any(np.array_equal(truth, truths[one]) for one in stated):
                truths[text] = truth
                offered.append(text)
    for edit in _possible(dm, stated, offered, kinds):
        rank = _rank(game, apply(edit, stated), truths)
        if not np.array_equal(rank, present):
            yield _Trial(i, edit, rank)


def _possible(
    dm: str, stated: Sequence[str], offered: Sequence[str], kinds: Sequence[str]
) -> Iterator[Edit]:
    if "swap" in kinds:
        for a, b in combinations(range(len(stated)), 2):
            yield Edit("swap", dm, a, stated[a], b, stated[b])
    if "drop" in kinds:
        for a, text in enumerate(stated):
            yield Edit("drop", dm, a, text)
    for text, a in product(offered, range(len(stated), -1, -1)):
        yield Edit("add", dm, a, text)


def apply(edit: Edit, stated: Sequence[str]) -> list[str]:
    """Return the statements after an edit.

    Examples
    --------
    >>> apply(Edit("swap", "a", 0, "x", 2, "z"), ["x", "y", "z"])
    ['z', 'y', 'x']
    """
    after = list(stated)
    if edit.kind == "drop":
        del after[edit.position]
    elif edit.kind == "add":
        after.insert(edit.position, edit.statement)
    elif edit.other is not None:
        a, b = edit.position, edit.other
        after[a], after[b] = after[b], after[a]
    return after


def _rank(game: Game, stated: Sequence[str], truths: dict[str, BoolM]) -> IntM:
    return lexicographic((truths[text] for text in stated), game.feasible)


def _pairs(conflict: Conflict, game: Game, kinds: Sequence[str]) -> Iterator[tuple[_Trial, ...]]:
    """Yield pairs of edits: of two decision makers, then one after the other of the same."""
    singles = list(_singles(conflict, game, kinds))
    for one, two in combinations(singles, 2):
        if one.i != two.i:
            yield one, two
    for one in singles:
        dm = one.edit.decision_maker
        stated = [each.statement for each in conflict.decision_makers[dm].priorities or ()]
        for two in _edits(game, one.i, dm, apply(one.edit, stated), kinds):
            yield one, two
