"""Groups told by what they call themselves: "the intruders, who called themselves Sons of the Tide".

Whoever gives himself a name means to act under it, whatever he is otherwise: hackers,
officers, students. The noun before it is the group's too, where it comes again.
"""

from detente.read.text.wordlists import listed
from detente.read.who.doers import the_same
from detente.read.who.groups import kind_of_name, take_group
from detente.read.who.mentions import Scene

_CALLED = frozenset({"call", "name", "style", "dub", "term"})
_SELVES = frozenset({"themselves", "itself"})
_MANY = listed("groups", "told_armed") | listed("groups", "told_group") | listed("groups", "bands")
_JOINTS = frozenset({"of", "the", "for", "and", "in", "de", "del", "la", "al", "-"})
_BEFORE = frozenset({"the", "as", '"', "'", "“", "‘"})
_LONG = 9


def name_selfnamed(scene: Scene) -> None:
    """Take each name that several people give themselves as an actor, and their noun with it."""
    for i, lower in enumerate(scene.lowers):
        told = lower in _SELVES and i > 0 and scene.doc[i - 1].lemma_.lower() in _CALLED
        known = lower == "as" and scene.lowers[i - 1 : i] == ["known"]
        if not (told or known):
            continue
        noun = _noun(scene, i - 1)
        if noun is None or (known and scene.lowers[noun] not in _MANY):
            continue
        start, end = _name(scene, i + 1)
        words = sum(text[:1].isupper() for text in scene.texts[start:end])
        if words < 2 - (scene.lowers[noun] in _MANY) or any(scene.actor[start:end]):
            continue
        kind = kind_of_name(scene.texts[start:end]) or "organisation"
        places = list(scene.again(start, end))
        actor = ""
        for first, last in places:
            actor = take_group(scene, first, last, kind)
        for j in range(noun, len(scene.texts)):
            if j == noun or the_same(scene, j, scene.lowers[noun]):
                scene.take(j, j + 1, actor, "noun")


def _noun(scene: Scene, verb: int) -> int | None:
    """Return the noun that a verb of naming hangs on: "hackers who called themselves", "a group calling itself"."""
    if scene.deps[verb] not in {"acl", "relcl", "advcl"}:
        return None
    noun = scene.heads[verb]
    plain = scene.parts[noun] == "NOUN" and noun < verb
    return noun if plain and scene.actor[noun] is None else None


def _name(scene: Scene, start: int) -> tuple[int, int]:
    """Return the capitals behind a word of naming, small joints between them."""
    while scene.lowers[start : start + 1] and scene.lowers[start] in _BEFORE:
        start += 1
    end = i = start
    while i < min(start + _LONG, len(scene.texts)):
        if scene.texts[i][:1].isupper():
            end = i + 1
        elif scene.lowers[i] not in _JOINTS or i == start:
            break
        i += 1
    return start, end
