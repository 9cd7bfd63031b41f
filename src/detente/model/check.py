"""Check that all names and statements of a conflict refer to what is there.

`faults` finds what makes a model wrong whatever else is added to it; a model
that is only unfinished, say without preferences, passes. `warnings` finds what
is right but hardly meant.
"""

import difflib
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from detente.model.conflict import Conflict, DecisionMaker
from detente.model.faults import Faults, Path, written
from detente.model.statements import MANY, NAME, RESERVED, numbered, parse, shown


def faults(conflict: Conflict) -> Faults:
    """Return what is wrong with the names and statements of a conflict.

    Examples
    --------
    >>> seoul = Conflict(status_quo=["seoul.arm"])
    >>> _ = seoul.add("seoul", options=["arms"], priorities=["!arms & !north.arms"])
    >>> for fault in faults(seoul).found:
    ...     print(fault)
    decision_makers.seoul.priorities[0]: column 10 of '!arms & !north.arms': there is no option 'north.arms': did you mean seoul.arms?
    status_quo[0]: there is no option 'seoul.arm': did you mean seoul.arms?
    """
    found = Faults(conflict)
    bits = numbered(conflict.option_names())
    for dm, maker in conflict.decision_makers.items():
        _ids(found, dm, maker)
    for path, text, owner in stated(conflict):
        with found.at(*path):
            parse(text, bits, owner)
    _numbers(found)
    _references(found)
    return found


def stated(conflict: Conflict) -> Iterator[tuple[Path, str, str | None]]:
    """Yield every statement of a conflict: its path, its text and whose it is."""
    for dm, maker in conflict.decision_makers.items():
        here: Path = ("decision_makers", dm)
        for k, one in enumerate(maker.priorities or ()):
            yield (*here, "priorities", k), one.statement, dm
        for text in maker.weights or ():
            yield (*here, "weights", text), text, dm
    for k, text in enumerate(conflict.infeasible):
        yield ("infeasible", k), text, None
    for k, line in enumerate(conflict.red_lines):
        yield ("red_lines", k, "against"), line.against, line.by
    for k, expert in enumerate(conflict.experts):
        yield ("experts", k, "of"), expert.of, None
        if expert.given:
            yield ("experts", k, "given"), expert.given, None


def warnings(conflict: Conflict) -> list[str]:
    """Return what is right but hardly meant, a sentence each.

    Parameters
    ----------
    conflict : Conflict
        A conflict without faults.

    Returns
    -------
    list of str
        Statements that are true, or false, at every state whatever happens;
        statements that stand twice with one decision maker; claims that
        are cited and not kept.

    Examples
    --------
    >>> chicken = Conflict()
    >>> _ = chicken.add("left", options=["swerve"], priorities=["swerve if swerve", "swerve"])
    >>> warnings(chicken)
    ["decision_makers.left.priorities[0]: 'swerve if swerve' is always true, so it changes nothing"]
    """
    found = Faults(conflict)
    bits = numbered(conflict.option_names())
    seen: dict[tuple[str | None, str | int, object], str] = {}
    for path, text, owner in stated(conflict):
        expression = parse(text, bits, owner)
        constant = expression.constant()
        if constant is not None:
            always = "true" if constant else "false"
            found.add(path, f"{shown(text)} is always {always}, so it changes nothing")
        if path[-2] in {"priorities", "infeasible"}:
            first = seen.setdefault((owner, path[-2], expression), text)
            if first is not text:
                found.add(path, f"{shown(text)} stands twice, and the second changes nothing")
    _repeated(found)
    _own_lines(found, bits)
    if conflict.evidence:
        for path, claim in _cited(conflict):
            if claim not in conflict.evidence:
                found.add(path, f"claim {claim!r} is cited and not among the evidence")
    return [str(one) for one in found.found]


def _repeated(found: Faults) -> None:
    """Note names that stand twice in a list in which once is enough."""
    conflict = found.conflict
    for path, names in (
        (("status_quo",), conflict.status_quo or ()),
        *((("theatres", theatre), members) for theatre, members in conflict.theatres.items()),
    ):
        for k, name in enumerate(names):
            if name in names[:k]:
                found.add((*path, k), f"{name} stands twice, and the second changes nothing")


def _own_lines(found: Faults, bits: Mapping[str, int]) -> None:
    """Note red lines that a decision maker draws against itself."""
    for k, line in enumerate(found.conflict.red_lines):
        named = {name.partition(".")[0] for name in parse(line.against, bits, line.by).names}
        if named == {line.by}:
            found.add(
                ("red_lines", k),
                f"{line.by} draws a red line against an act of its own",
                "is it so?",
            )


def _ids(found: Faults, dm: str, maker: DecisionMaker) -> None:
    rule = "an id starts with a letter, and has letters, digits, _ and - only"
    if not re.fullmatch(NAME, unicodedata.normalize("NFC", dm)):
        found.add(("decision_makers", dm), f"{shown(dm)} can't be the id of a decision maker", rule)
    for option in maker.options:
        here: Path = ("decision_makers", dm, "options", option)
        if option in RESERVED:
            found.add(
                here, f"{option!r} can't be the id of an option", "it is a word of statements"
            )
        elif not re.fullmatch(NAME, unicodedata.normalize("NFC", option)):
            found.add(here, f"{shown(option)} can't be the id of an option", rule)


def _numbers(found: Faults) -> None:
    """Check that weights and payoffs are numbers that can be compared."""
    for dm, maker in found.conflict.decision_makers.items():
        for kind in ("weights", "payoffs"):
            for key, value in (getattr(maker, kind) or {}).items():
                if not math.isfinite(value):
                    found.add(
                        ("decision_makers", dm, kind, key),
                        f"{value} can't be compared with other {kind}",
                        "give a finite number",
                    )


def _references(found: Faults) -> None:
    conflict = found.conflict
    names = dict.fromkeys(conflict.option_names())
    makers = conflict.decision_makers
    for k, name in enumerate(conflict.status_quo or ()):
        _known(found, ("status_quo", k), name, names, "option")
    for k, line in enumerate(conflict.red_lines):
        _known(found, ("red_lines", k, "by"), line.by, makers, "decision maker")
    for k, one in enumerate(conflict.constraints):
        _known(found, ("constraints", k, "on"), one.on, names, "option")
    for k, expert in enumerate(conflict.experts):
        if expert.low > expert.high:
            found.add(
                ("experts", k),
                f"low is {expert.low:g} and high is {expert.high:g}",
                "low is the lower end of the range: change them round",
            )
    for theatre, members in conflict.theatres.items():
        for k, dm in enumerate(members):
            _known(found, ("theatres", theatre, k), dm, makers, "decision maker")


def _known(found: Faults, path: Path, name: str, names: Mapping[str, Any], what: str) -> None:
    if name in names:
        return
    if len(names) > MANY:
        found.add(path, f"there is no {what} {shown(name)}", f"there are {len(names):,}")
        return
    near = [one for one in names if one.endswith(f".{name}")]
    near = near or difflib.get_close_matches(name, names, n=3)
    todo = (
        f"did you mean {' or '.join(near)}?" if near else f"there is {', '.join(names) or 'none'}"
    )
    found.add(path, f"there is no {what} {shown(name)}", todo)


def _cited(conflict: Conflict) -> Iterator[tuple[Path, str]]:
    """Yield every claim that a part rests on, with the part's path."""

    def below(value: object, path: Path) -> Iterator[tuple[Path, str]]:
        if isinstance(value, dict):
            for claim in value.get("because") or ():
                yield (*path, "because"), claim
            for key, part in value.items():
                yield from below(part, (*path, key))
        elif isinstance(value, list):
            for k, part in enumerate(value):
                yield from below(part, (*path, k))

    yield from below(conflict.model_dump(exclude={"evidence"}), ())


__all__ = ["faults", "stated", "warnings", "written"]
