"""Who leads fighters that have no name: "the rebels led by Kwame Doru", "rebel leader Kwame Doru".

The leader, his men and "the rebels" are then one party, called after him; as a
source that is only quoted he would leave his men without anybody to act for.
"""

from collections import Counter
from collections.abc import Iterator

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene
from detente.read.who.offices import PAST

_FIGHTERS = listed("owners", "fighters")
_MEN = _FIGHTERS | listed("groups", "own_men")
_ADJECTIVES = listed("groups", "rebellious")
_LEADING = listed("groups", "rebels_heads")
_LED = frozenset({"lead", "command", "head"})
_REACH = 4


def name_fronts(scene: Scene) -> None:
    """Make a side of whoever is said to lead fighters without a name."""
    found = dict.fromkeys(
        actor
        for i, lower in enumerate(scene.lowers)
        for leader in (*_led(scene, i, lower), *_titled(scene, i, lower))
        if (actor := _person(scene, leader)) is not None
    )
    named = Counter(actor for _, _, actor, _ in scene.spans)
    others = sum(many for actor, many in named.items() if scene.kind_of(actor) == "armed_group")
    if len(found) == 1 and named[next(iter(found))] > max(others, 1):
        scene.sources -= found.keys()
        scene.fronts |= found.keys()
        for last, (actor, _) in scene.last_names.items():
            if actor in found:
                scene.guesses.pop(last, None)


def _led(scene: Scene, i: int, lower: str) -> Iterator[int]:
    """Yield who leads a noun's fighters: "rebels led by X", "loyal to X", "X's rebels"."""
    if lower not in _MEN:
        return
    own = lower in _FIGHTERS
    for child in scene.children(i):
        if scene.deps[child] == "acl" and scene.doc[child].lemma_ in _LED and own:
            yield from _behind(scene, child, {"by"})
        elif scene.lowers[child] == "loyal":
            yield from _behind(scene, child, {"to"})
        elif scene.deps[child] == "prep" and scene.lowers[child] in {"under", "of"} and own:
            yield from (c for c in scene.children(child) if scene.deps[c] == "pobj")
        elif scene.deps[child] == "poss" and own:
            yield child


def _behind(scene: Scene, i: int, preps: set[str]) -> Iterator[int]:
    for prep in scene.children(i):
        if scene.lowers[prep] in preps:
            for leaf in scene.children(prep):
                if scene.deps[leaf] == "pobj":
                    yield leaf


def _titled(scene: Scene, i: int, lower: str) -> Iterator[int]:
    """Yield who is called their leader: "rebel leader X", "the leader of the rebels, X"."""
    if lower not in _LEADING:
        return
    rebels = scene.lowers[i - 1] in _ADJECTIVES
    of = any(scene.lowers[leaf] in _FIGHTERS for leaf in _behind(scene, i, {"of"}))
    past = any(scene.lowers[c] in PAST for c in scene.children(i))
    if past or not (rebels or of):
        return
    if scene.form[i + 1 : i + 2] == ["person"]:
        yield i + 1
    elif scene.deps[i] == "appos":
        yield scene.heads[i]
    yield from (c for c in scene.children(i) if scene.deps[c] == "appos")


def _person(scene: Scene, i: int) -> str | None:
    """Return the person of a name, or of the name that a title is put before."""
    near = (i, *(c for c in scene.children(i) if scene.deps[c] == "appos" and c - i <= _REACH))
    for j in near:
        actor = scene.actor[j]
        if actor is not None and scene.form[j] == "person" and scene.kind_of(actor) == "person":
            return actor
    return None
