"""Read and write the files of GMCR+ (``.gmcr``, JSON).

What such a file holds, and what becomes of it:

===========================  ======================================================
field                        becomes
===========================  ======================================================
options[].name               an option's label; its id is made from it
options[].permittedDirection reversible: both, fwd (forward) or back (backward)
decisionMakers[].options     who owns an option, by index; this is its place too
infeasibles                  infeasible statements: ``[[index, "Y" or "N"], ...]``
preferences                  priorities, most important first; a pattern, or
                             ``{"compound": true, "members": [patterns]}`` for OR
preferenceRanking            a ranking, where useManualPreferenceRanking is true;
                             states count from 1 among the feasible ones
===========================  ======================================================

Older files say preferenceVector and useManualPreferenceVectors. What a model
has no place for is told in its notes.
"""

import json
from pathlib import Path
from typing import Any

from detente.errors import DetenteError, ModelError
from detente.model import check
from detente.model.build import game
from detente.model.conflict import Conflict
from detente.model.formats.gmcr_file import File, Maker, parse
from detente.model.formats.gmcr_write import dumps, left_out
from detente.model.formats.naming import ids
from detente.model.formats.source import decode, read_text, write_text
from detente.model.statements import truth
from detente.model.states import feasible_states

__all__ = ["dumps", "left_out", "load", "loads", "save"]

_DIRECTIONS = {"both": "both", "fwd": "forward", "back": "backward"}


def load(path: str | Path) -> Conflict:
    """Return the conflict that a file of GMCR+ holds.

    Raises
    ------
    ModelError
        If it holds none.
    TooLargeError
        If the file has more than 5 MB, or the conflict over 24 options.
    """
    return loads(read_text(path), str(path))


def save(conflict: Conflict, path: str | Path) -> None:
    """Write a conflict for GMCR+; `left_out` says what such a file can't hold.

    Raises
    ------
    ModelError
        If the conflict makes no game, or the file can't be written.
    """
    write_text(path, dumps(conflict))


def loads(text: str | bytes, name: str = "model.gmcr") -> Conflict:
    """Return the conflict that the text of a GMCR+ file describes.

    Returns
    -------
    Conflict
        Its notes tell each field that wasn't taken over, and whether options
        have changed places.

    Raises
    ------
    ModelError
        If the text describes none.

    Examples
    --------
    >>> both = [{"name": "Arm", "permittedDirection": "both"}]
    >>> north = {"name": "North", "options": [0], "preferences": [[[0, "N"]]]}
    >>> file = {"options": both, "decisionMakers": [north], "infeasibles": []}
    >>> loads(json.dumps(file)).decision_makers["north"].priorities[0].statement
    '!arm'
    """
    if isinstance(text, bytes):
        text = decode(text, name)
    file = parse(text, name)
    try:
        return _Reading(file, name).conflict()
    except DetenteError as error:
        raise error if error.where.startswith(name) else error.at(name) from error


class _Reading:
    """Turns a file into a conflict; indices are those of the file's options."""

    def __init__(self, file: File, name: str) -> None:
        self.file, self.name = file, name
        self.notes: list[str] = []
        self.owner = self._owners()
        self.makers = ids([maker.name for maker in file.decisionMakers], "dm")
        self.ids = self._option_ids()

    def conflict(self) -> Conflict:
        made = Conflict(title=Path(self.name).stem, source="a file of GMCR+")
        for dm, maker in zip(self.makers, self.file.decisionMakers, strict=True):
            made.add(
                dm,
                options={
                    self.ids[k][1]: {
                        "label": self.file.options[k].name,
                        "reversible": _DIRECTIONS[self.file.options[k].permittedDirection],
                    }
                    for k in maker.options
                },
                priorities=[],
                name=maker.name,
            )
        made.infeasible = self._infeasible(made)
        for dm, maker in zip(self.makers, self.file.decisionMakers, strict=True):
            self._prefer(made, dm, maker)
        self._tell(made)
        made.notes = self.notes
        check.faults(made).raise_any()
        return made

    def _owners(self) -> dict[int, int]:
        """Return whose each option is; none may have two owners, or none."""
        owner: dict[int, int] = {}
        for i, maker in enumerate(self.file.decisionMakers):
            for k in maker.options:
                if not 0 <= k < len(self.file.options):
                    raise ModelError(
                        f"{maker.name!r} owns option {k}, and there are"
                        f" {len(self.file.options)} options",
                        "options count from 0",
                    )
                if k in owner:
                    other = self.file.decisionMakers[owner[k]].name
                    raise ModelError(
                        f"option {k}, {self.file.options[k].name!r}, is owned twice,"
                        f" by {other!r} and by {maker.name!r}",
                        "give it to one of them",
                    )
                owner[k] = i
        alone = [k for k in range(len(self.file.options)) if k not in owner]
        if alone:
            named = ", ".join(repr(self.file.options[k].name) for k in alone[:5])
            raise ModelError(f"nobody owns {named}", "give each option to a decision maker")
        order = [k for maker in self.file.decisionMakers for k in maker.options]
        if order != sorted(order):
            self.notes.append(
                "options stand in the order of their decision makers here, so bits and the numbers"
                f" of states differ from the file's: its options {order} are bits 0 to"
                f" {len(order) - 1}"
            )
        return owner

    def _option_ids(self) -> dict[int, tuple[str, str]]:
        """Return the decision maker and the id of each option."""
        named: dict[int, tuple[str, str]] = {}
        for dm, maker in zip(self.makers, self.file.decisionMakers, strict=True):
            made = ids([self.file.options[k].name for k in maker.options], "option")
            named |= {k: (dm, one) for k, one in zip(maker.options, made, strict=True)}
        return named

    def _infeasible(self, made: Conflict) -> list[str]:
        found = []
        for k, value in enumerate(self.file.infeasibles):
            text = self._statement(value, None, f"infeasibles[{k}]")
            if text:
                found.append(text)
        made.infeasible = found
        return found

    def _statement(self, value: Any, dm: str | None, where: str) -> str:
        """Return a pattern, or an OR of patterns, as a statement; empty if it says nothing."""
        if isinstance(value, dict):
            extra = sorted(set(value) - {"compound", "members"})
            if extra or not isinstance(value.get("members"), list):
                raise ModelError(
                    f"{where} is no compound of patterns",
                    'write {"compound": true, "members": [patterns]}',
                )
            members = [self._pattern(one, where) for one in value["members"]]
        else:
            members = [self._pattern(value, where)]
        if not members or not all(members):
            always = "true" if members else "false"
            self.notes.append(f"{where} is always {always}, so it was left out")
            return ""
        return _as_text(members, lambda k: self._called(k, dm))

    def _pattern(self, value: Any, where: str) -> list[tuple[int, bool]]:
        todo = 'write [[index, "Y"], [index, "N"], ...]'
        if not isinstance(value, list):
            raise ModelError(f"{where} is no pattern", todo)
        found: dict[int, bool] = {}
        for one in value:
            fits = isinstance(one, list) and len(one) == 2 and one[1] in ("Y", "N")  # noqa: PLR2004 - index, "Y"
            if not fits or not isinstance(one[0], int) or isinstance(one[0], bool):
                raise ModelError(f"{where}: {str(one)[:40]!r} is no part of a pattern", todo)
            if one[0] not in self.ids:
                raise ModelError(
                    f"{where}: there is no option {one[0]}",
                    f"options run from 0 to {len(self.ids) - 1}",
                )
            if found.setdefault(one[0], one[1] == "Y") != (one[1] == "Y"):
                raise ModelError(f"{where}: option {one[0]} is both Y and N", "keep one of them")
        return list(found.items())

    def _called(self, k: int, dm: str | None) -> str:
        owner, option = self.ids[k]
        return option if owner == dm else f"{owner}.{option}"

    def _prefer(self, made: Conflict, dm: str, maker: Maker) -> None:
        stated = [
            text
            for k, value in enumerate(maker.preferences)
            if (text := self._statement(value, dm, f"preferences[{k}] of {maker.name!r}"))
        ]
        target = made.decision_makers[dm]
        if not self.file.manual:
            target.priorities = [{"statement": text} for text in stated]  # type: ignore[misc] # validated on assignment
            return
        if maker.ranking is None:
            raise ModelError(
                f"{maker.name!r} has no preferenceRanking, and the file says that rankings are used",
                "give it one, or set useManualPreferenceRanking to false",
            )
        target.priorities, target.ranking = None, self._ranking(made, maker)
        if stated:
            self.notes.append(
                f"{dm}: the ranking entered by hand counts, not the statements"
                f" {'; '.join(repr(text) for text in stated)}"
            )

    def _ranking(self, made: Conflict, maker: Maker) -> list[int | list[int]]:
        """Return a ranking as bit masks; the file counts feasible states from 1."""
        names = made.option_names()
        excluded = (truth(made, text) for text in made.infeasible)
        states = feasible_states(len(names), excluded).nonzero()[0].tolist()

        def mask(n: int) -> int:
            if not 1 <= n <= len(states):
                raise ModelError(
                    f"the ranking of {maker.name!r} has state {n}, and there are"
                    f" {len(states)} feasible states",
                    "states count from 1",
                )
            return int(states[n - 1])

        ranking = maker.ranking or []
        return [[mask(n) for n in one] if isinstance(one, list) else mask(one) for one in ranking]

    def _tell(self, made: Conflict) -> None:
        """Note what wasn't taken over."""
        for dm, maker in zip(self.makers, self.file.decisionMakers, strict=True):
            if maker.misperceptions:
                self.notes.append(
                    f"{dm}: misperceptions ({len(maker.misperceptions)}) were not taken over; here"
                    " every decision maker sees all states"
                )
            if maker.payoffs is not None and not _same_order(made, dm, maker.payoffs):
                self.notes.append(f"{dm}: the payoffs in the file differ from its preferences")
            for key in sorted(maker.model_extra or {}):
                self.notes.append(f"{dm}: the field {key!r} was not taken over")
        for k, option in enumerate(self.file.options):
            for key in sorted(option.model_extra or {}):
                self.notes.append(f"option {k}: the field {key!r} was not taken over")
        groups = [one for one in self.file.coalitions or () if isinstance(one, list)]
        if groups:
            self.notes.append(f"coalitions were not taken over: {json.dumps(groups)}")
        for key in sorted(self.file.model_extra or {}):
            self.notes.append(f"the field {key!r} was not taken over")


def _same_order(made: Conflict, dm: str, payoffs: list[float]) -> bool:
    """Say whether payoffs of the feasible states order them as the model does."""
    try:
        built = game(made)
    except DetenteError:
        return True  # the model is at fault in another way, which is said elsewhere
    ranks = built.rank[built.decision_maker(dm)][built.states].tolist()
    if len(ranks) != len(payoffs):
        return False
    levels = {value: level for level, value in enumerate(sorted(set(payoffs)))}
    return [levels[value] for value in payoffs] == ranks


def _as_text(members: list[list[tuple[int, bool]]], called: Any) -> str:
    """Return an OR of patterns as a statement, ``iff`` where two patterns say that."""
    if len(members) == 2 and all(len(one) == 2 for one in members):  # noqa: PLR2004 - a pair of pairs
        first, second = (dict(one) for one in members)
        if first.keys() == second.keys() and all(first[k] != second[k] for k in first):
            (a, wanted), (b, other) = sorted(first.items())
            return f"{called(a)} iff {'' if wanted == other else '!'}{called(b)}"
    patterns = (
        " & ".join(f"{'' if taken else '!'}{called(k)}" for k, taken in one) for one in members
    )
    return " | ".join(patterns)
