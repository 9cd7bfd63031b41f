"""Whom a bare noun can't mean: whoever the same clause has something done to.

"The government has asked Lima for a list": whose government it is the clause doesn't say, but
not Peru's, which would be "it" or "itself" there. So what a verb is done to, told or given is
left out of those that its subject may be.
"""

from detente.read.who.mentions import Scene

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WHOM = frozenset({"to", "against", "with", "by"})
_NAMING = frozenset({"name", "capital", "demonym"})
_BESIDE = frozenset({"amod", "compound", "poss", "nmod"})
_HOMING = frozenset({"return", "go", "come", "withdraw", "move", "bring", "retreat", "flee", "fly"})
_UP = 3  # verbs that are joined


def done_to(scene: Scene, i: int) -> frozenset[str]:
    """Return the states that the clause of a subject at token `i` does something to, or is done by.

    Parameters
    ----------
    scene : Scene
        With states named.
    i : int
        The subject.
    """
    if scene.deps[i] not in _SUBJECTS:
        return frozenset()
    found: set[str] = set()
    verbs = [scene.heads[i]]
    for verb in verbs[: _UP + 1]:
        homing = scene.doc[verb].lemma_ in _HOMING
        for child in scene.children(verb):
            if scene.deps[child] in {"dobj", "dative"}:
                found |= _named(scene, child)
            elif scene.lowers[child] in _WHOM and not homing:
                for leaf in scene.children(child):
                    found |= _named(scene, leaf)
    return frozenset(found)


def _named(scene: Scene, i: int) -> set[str]:
    """Return the states that a word names, or the words beside it: "Lima", "the Danish envoy"."""
    whose = [c for c in scene.children(i) if scene.deps[c] in _BESIDE and c < i]
    return {
        actor
        for j in (i, *whose)
        if (actor := scene.actor[j]) and scene.form[j] in _NAMING
        if scene.kind_of(actor) in {"state", "region"}
    }
