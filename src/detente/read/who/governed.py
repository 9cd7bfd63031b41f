"""Which lands within a state have a government or an army of their own, by what a text says of them.

"The Aceh government", "Aceh's parliament" show that there is one. Of a people or a mere region of
which no word shows it, "the government" and "the army" are not: they are those of the state.
"""

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_ARMED = listed("owners", "armed_services")
_RULING = listed("owners", "ruling")
_OF_STATES = listed("owners", "of_states")
_BESIDE = frozenset({"poss", "amod", "compound", "nmod"})


def without(scene: Scene, lower: str) -> frozenset[str]:
    """Return the regions of a text that aren't shown to have what a noun names, an army or a government.

    Parameters
    ----------
    scene : Scene
        With states named, and what is theirs.
    lower : str
        The noun: ``army``, ``government``.
    """
    nouns = _ARMED if lower in _ARMED else _ARMED | _RULING
    regions = {actor for actor in scene.actor if actor and scene.kind_of(actor) == "region"}
    if not regions or lower not in _OF_STATES:
        return frozenset()
    shown = {
        scene.actor[i]
        for i, word in enumerate(scene.lowers)
        if word in nouns and scene.actor[i] in regions and _told(scene, i)
    }
    return frozenset(regions - shown)


def _told(scene: Scene, i: int) -> bool:
    """Say whether words beside a noun tell whose it is."""
    return any(
        scene.actor[child] == scene.actor[i] and scene.deps[child] in _BESIDE
        or (scene.lowers[child] == "of" and any(scene.actor[leaf] == scene.actor[i] for leaf in scene.children(child)))
        for child in scene.children(i)
    )
