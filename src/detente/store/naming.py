"""Which option of one model is which of another: a draft names anew, an analyst renames."""

import re
from collections.abc import Mapping

from detente.draft.words import sense
from detente.errors import ModelError
from detente.model.conflict import Conflict, Option
from detente.model.statements import parse

_FULL = re.compile(r"(?<![\w.-])[^\W\d][\w-]*\.[\w-]+")
Names = Mapping[str, str]


def options(conflict: Conflict) -> dict[str, Option]:
    """Return every option of a model by its full name, in bit order."""
    return {
        f"{dm}.{name}": option
        for dm, maker in conflict.decision_makers.items()
        for name, option in maker.options.items()
    }


def matched(source: Conflict, target: Conflict) -> dict[str, str]:
    """Return for options of `source` the option of `target` that is the same act.

    Options are one when they rest on the same claims, have one name, or have
    labels that mean the same act of the same decision maker; the best matches
    are made first, and none twice.
    """
    ours, theirs = options(source), options(target)
    scored = []
    for a, (name, option) in enumerate(ours.items()):
        for b, (other, known) in enumerate(theirs.items()):
            score = _alike(name, option, other, known)
            if score:
                scored.append((-score, a, b, name, other))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for *_, name, other in sorted(scored):
        if name not in found and other not in taken:
            found[name] = other
            taken.add(other)
    return found


def _alike(name: str, option: Option, other: str, known: Option) -> int:
    """Return how sure it is that two options are one: a like act before a name, a name before claims."""
    if name.partition(".")[0] != other.partition(".")[0]:
        return 0
    shared = len(set(option.because) & set(known.because))
    return 1000 * _one_act(option.label, known.label) + 100 * (name == other) + 10 * shared


def _one_act(label: str, other: str) -> bool:
    if not label or not other:
        return False
    one, two = sense(label), sense(other)
    return bool(one.verb) and one.key == two.key and one.marks == two.marks


def full(conflict: Conflict, statement: str, owner: str | None) -> str:
    """Return a statement with every option named in full."""
    return parse(statement, conflict.option_names(), owner).text()


def renamed(statement: str, names: Names) -> tuple[str, frozenset[str]]:
    """Return a statement in full names with the names of another model.

    Returns
    -------
    statement : str
        The statement, in full names.
    missing : frozenset of str
        The options that the other model doesn't have; they keep their names.
    """
    missing = set()

    def other(found: re.Match[str]) -> str:
        name = found[0]
        if name not in names:
            missing.add(name)
        return names.get(name, name)

    return _FULL.sub(other, statement), frozenset(missing)


def short(statement: str, owner: str, known: Mapping[str, Option] | list[str]) -> str:
    """Return a statement as its owner's priorities have it: own options without prefix."""
    try:
        return parse(statement, list(known), owner).text(owner)
    except ModelError:
        return statement
