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
    told = (_owner(scene, i) for i, word in enumerate(scene.lowers) if word in nouns)
    return frozenset(regions - {actor for actors in told for actor in actors})


def _owner(scene: Scene, i: int) -> list[str | None]:
    """Return whose the words beside a noun may say that it is."""
    children = scene.children(i)
    beside = [scene.actor[c] for c in children if scene.deps[c] in _BESIDE]
    of = [c for c in children if scene.lowers[c] == "of"]
    return beside + [scene.actor[leaf] for c in of for leaf in scene.children(c)]
