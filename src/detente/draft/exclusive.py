"""Options of one decision maker that can't both be taken: a truce and the war that goes on.

Only what is plain is marked, and only of acts that can be taken back: whoever has struck
may still agree to a truce afterwards.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from detente.draft.acts import Act, final_by_nature
from detente.draft.lexicon import key_of

_TRUCE = frozenset({"ceasefire", "hold_fire", "disarm", "surrender", key_of("capitulate")})
_FIGHTS = frozenset({"attack", "strike", "invade", "war"})
_KEEPS = frozenset(map(key_of, ("kill", "execute", "hang", "arrest")))
_SENT = frozenset({"deploy", "occupy", "invade"})


def exclusive(kept: Sequence[Act]) -> Iterator[str]:
    """Yield a statement for each two options of one owner that can't both hold.

    Parameters
    ----------
    kept : sequence of Act
        The options of the draft, named.
    """
    for one, other in combinations(kept, 2):
        if one.actor != other.actor or (one.now and other.now) or _final(one) or _final(other):
            continue
        if _opposite(one, other) or _opposite(other, one):
            yield f"{one.name} & {other.name}"


def _final(act: Act) -> bool:
    return not act.now and final_by_nature(act)


def _opposite(one: Act, other: Act) -> bool:
    """Whether the first ends or forgoes what the second is."""
    if one.verb in _TRUCE and not one.undo:
        fights = other.verb in _FIGHTS and not other.undo
        return fights and _same_target(one, other)
    if one.verb == "release" and not one.undo:
        return other.verb in _KEEPS and not other.undo and other.thing == one.thing
    withdraws = one.undo and not other.undo and bool(one.thing) and one.thing == other.thing
    return withdraws and other.verb in {one.verb, *_SENT} and _same_target(one, other)


def _same_target(one: Act, other: Act) -> bool:
    """Whether two acts concern one and the same party, as far as the report says."""
    return len({one.target, other.target} - {None}) < 2  # noqa: PLR2004 - one and the same
