"""Names of groups that begin with a number or a day: "the 8-Point Movement", "the April 9 Movement".

A number before an army's unit is none of these: "the 16th Brigade" belongs to somebody. Nor
is a date or a count: "on May 4 Labour Party leaders", "40 Popular Front men".
"""

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_HEADS = listed("groups", "heads_behind_numbers")
_MONTHS = listed("persons", "months")
_ORDINAL = ("th", "st", "nd", "rd")
_BEFORE_DATES = frozenset({"on", "since", "until", "by", "from", "before", "after", "and", ","})


def with_number(scene: Scene, start: int, head: int) -> int:
    """Return where a group's name begins, the number or the day before its capitals with it.

    Parameters
    ----------
    scene : Scene
        With its tokens.
    start : int
        The first capital of the name.
    head : int
        Its last word: ``Movement``.
    """
    if scene.texts[head] not in _HEADS:
        return start
    if start > 1 and scene.texts[start - 1] == "-" and scene.texts[start - 2].isdigit():
        return start - 2
    if not start:
        return start
    if scene.texts[start - 1].isdigit() and _called(scene, start - 2):
        return start - 2 if scene.lowers[start - 2] in _MONTHS else start
    if scene.lowers[start - 1].endswith(_ORDINAL) and scene.texts[start - 1][0].isdigit():
        return start - 1
    named = scene.lowers[start] in _MONTHS and start > 1 and scene.lowers[start - 1] == "of"
    return start - 2 if named and scene.texts[start - 2][0].isdigit() else start


def _called(scene: Scene, i: int) -> bool:
    """Say whether a month opens a name: "the April 9 Movement", not "on April 9 Movement men"."""
    return i > 0 and scene.lowers[i - 1] not in _BEFORE_DATES
