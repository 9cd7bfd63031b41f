"""Which red lines the status quo is beyond."""

from collections.abc import Mapping

from detente.errors import ModelError
from detente.model.conflict import Conflict, RedLine
from detente.model.statements import parse

_MOST = 20  # a table over more options than this isn't made


def beyond(conflict: Conflict, taken: set[str]) -> list[RedLine]:
    """Return the red lines that are crossed where just these options are taken."""
    names = conflict.option_names()
    found = []
    for line in conflict.red_lines:
        try:
            told = parse(line.against, names)
        except ModelError:
            continue
        if len(names) > _MOST:
            held = (
                told.names[0] in taken
                if len(told.names) == 1 and str(told) == told.names[0]
                else False
            )
        else:
            state = sum(1 << bit for bit, name in enumerate(names) if name in taken)
            held = bool(told.truth(len(names))[state])
        if held:
            found.append(line)
    return found


def crossed(conflict: Conflict, moves: Mapping[str, bool]) -> list[RedLine]:
    """Return the red lines that are crossed when options are taken up or given up.

    Parameters
    ----------
    conflict : Conflict
        With the status quo from which the moves are made.
    moves : mapping of str to bool
        Option: whether it is taken now.
    """
    before = set(conflict.status_quo or ())
    after = {name for name in before if moves.get(name, True)} | {
        name for name, taken in moves.items() if taken
    }
    old = [(line.by, line.against) for line in beyond(conflict, before)]
    return [line for line in beyond(conflict, after) if (line.by, line.against) not in old]
