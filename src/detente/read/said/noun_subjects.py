"""Which noun of a subject speaks, and for whom: the person beside a thing, a side's spokesman, kin with a name."""

from detente.read.text.wordlists import speech
from detente.read.who.mentions import Scene
from detente.read.who.owned import spoken_of
from detente.read.who.owners import quoted

_GROUPINGS = frozenset({"alliance", "bloc", "union", "coalition"})
_LOOSE = frozenset({"governments", "leaders", "countries", "states", "powers", "capitals"})
_KIN = frozenset(
    {
        "son",
        "daughter",
        "brother",
        "sister",
        "wife",
        "husband",
        "widow",
        "cousin",
        "uncle",
        "nephew",
    }
)


def person_beside(scene: Scene, i: int) -> int:
    """Return the person that the parser joined to a thing: "forbade raids and the king rebuked him".

    The token itself where it may speak.
    """
    if scene.actor[i] is not None or scene.parts[i] != "NOUN" or may_speak(scene, i):
        return i
    for child in scene.children(i):
        if scene.deps[child] == "conj" and child > i and may_speak(scene, child):
            return child
    return i


def may_speak(scene: Scene, i: int) -> bool:
    """Say whether a word is of those who can speak: a person, an official, an expert."""
    nouns = scene.gazetteer.words
    known = nouns["expert"] | nouns["anonymous"] | nouns["title"] | speech("persons")
    return scene.lowers[i] in known or scene.form[i] == "person"


def of_a_side(scene: Scene, i: int) -> str | None:
    """Return the side of "an alliance official" or "a rebel spokesman": the one named last, or most."""
    nouns = scene.gazetteer.words
    if scene.lowers[i] not in nouns["title"] and scene.lowers[i] not in nouns["anonymous"]:
        return None
    for child in scene.children(i):
        if child > i or scene.deps[child] not in {"compound", "amod"}:
            continue
        named = scene.actor[child]
        if named is not None and (scene.kind_of(named) != "group" or "_" in named):
            return None
        if scene.lowers[child] in _GROUPINGS:
            return _last_bloc(scene, child)
        if scene.lowers[child] in nouns["group"]:
            return spoken_of(scene, child, {"armed_group"})
    return None


def _last_bloc(scene: Scene, i: int) -> str | None:
    return next(
        (
            scene.actor[j]
            for j in range(i - 1, -1, -1)
            if scene.actor[j] and scene.kind_of(scene.actor[j] or "") == "bloc"
        ),
        None,
    )


def loose(scene: Scene, i: int) -> str | None:
    """Return "European governments" as such, since they don't speak with one voice."""
    if scene.form[i] != "name" or scene.lowers[i] not in _LOOSE or scene.texts[i][:1].isupper():
        return None
    words = [c for c in scene.children(i) if c < i and scene.deps[c] in {"amod", "compound"}]
    name = " ".join(scene.texts[c] for c in words if scene.texts[c][:1].isupper())
    return quoted(scene, i, f"{name} {scene.lowers[i]}", "people") if name else None


def kin(scene: Scene, i: int) -> str | None:
    """Return somebody's kin by the own name: "the king's elder son, Omar,"."""
    if scene.lowers[i] not in _KIN:
        return None
    name = next(
        (c for c in scene.children(i) if scene.deps[c] == "appos" and scene.parts[c] == "PROPN"),
        None,
    )
    if name is None:
        return None
    first = scene.doc[name].left_edge.i
    words = [j for j in range(first, name + 1) if scene.parts[j] == "PROPN"]
    return quoted(scene, i, " ".join(scene.texts[j] for j in words), "person")
