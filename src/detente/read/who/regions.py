"""Bodies of states by their region: "Caribbean leaders" are the Caribbean Community where a text names it."""

from collections import Counter

from detente.read.text.wordlists import listed, table
from detente.read.who.mentions import Scene
from detente.read.who.owners import LOOSE

_HEADS = listed("regions", "heads")
_OF_BODIES = listed("regions", "of_bodies")
_SIDES = listed("newcomers", "sides")
_LONGEST = 3  # words of a region


# by a region's adjective in small letters, the bodies of its states
_BODIES_OF: dict[str, list[str]] = {}
for _body_of_states, _adjectives in table("grammar")["bodies_of_regions"].items():
    for _adjective in _adjectives:
        _BODIES_OF.setdefault(_adjective, []).append(_body_of_states)
_ALL = frozenset(body for bodies in _BODIES_OF.values() for body in bodies)


def name_regions(scene: Scene) -> None:
    """Take "Caribbean leaders", and "the regional body", for a body that the text names."""
    named = Counter(
        actor
        for _, _, actor, form in scene.spans
        if form == "name" and scene.kind_of(actor) == "bloc"
    )
    if not named:
        return
    for i, lower in enumerate(scene.lowers):
        if lower not in _HEADS or scene.parts[i] not in {"NOUN", "PROPN"}:
            continue
        start = _begin(scene, i)
        if start == i:
            continue
        above = scene.actor[scene.heads[i]] if scene.deps[i] == "compound" else None
        if above in named:  # "the regional organisation SADC"
            body: str | None = above
        else:
            body = _body(scene, start, i, named)
            body = body if scene.actor[i] in {None, body, *LOOSE, "west"} else None
        if body is not None:
            scene.retake(start, i + 1, body, "noun")


def _begin(scene: Scene, i: int) -> int:
    """Return where the words before a noun begin that tell of which region it is."""
    j = i
    while j and scene.lowers[j - 1] in _OF_BODIES:
        j -= 1  # "Caribbean foreign ministers"
    for size in range(_LONGEST, 0, -1):
        region = " ".join(scene.lowers[max(j - size, 0) : j]).replace(" - ", "-")
        if region in _BODIES_OF or region == "regional":
            return j - size
    return i


def _body(scene: Scene, start: int, i: int, named: Counter[str]) -> str | None:
    """Return the one body of the region that the text names; of "regional", of all regions."""
    region = " ".join(scene.lowers[start:i]).replace(" - ", "-")
    if scene.texts[start - 1] in _SIDES and start:
        return None
    fits = max((word for word in _BODIES_OF if region.startswith(word)), key=len, default="")
    found = [body for body in _BODIES_OF.get(fits, sorted(_ALL)) if body in named]
    return found[0] if len(found) == 1 else None
