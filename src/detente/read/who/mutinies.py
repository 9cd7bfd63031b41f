"""What tells that somebody turns upon the head of his own state by force.

A general whose guards storm the palace, or who holds his president, is no longer the state.
It shows in "held by his own general, Tolo", and in a deed of force by him or his men upon
another of his state: "Tolo's guards stormed Barro's palace", "Tolo freed Barro".
"""

from collections.abc import Container, Iterator

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_RANKS = listed("rivals", "ranks")
_FORCE = listed("rivals", "force")
_FOLLOWERS = listed("rivals", "followers")
_FORCED = listed("rivals", "forced") | listed("rivals", "unseat") | listed("rivals", "remove")
_STEPS = 3
_REACH = 5


def mutiny(scene: Scene, head: int, others: Container[int]) -> Iterator[str]:
    """Yield what the words around a name tell of its bearer's mutiny.

    Parameters
    ----------
    scene : Scene
        With persons named.
    head : int
        The token of the name that the others hang on.
    others : container of int
        Tokens that name other persons of his state.
    """
    noun = _first(scene, head)
    if _own_officer(scene, noun):
        yield "own"
    whose = scene.heads[noun] if scene.deps[noun] == "poss" else noun
    if whose != noun and scene.lowers[whose] not in _FOLLOWERS:
        return
    if scene.deps[whose] == "nsubj" and _by_force(scene, scene.heads[whose], others):
        yield "turned"


def _first(scene: Scene, head: int) -> int:
    """Return the first of the names that one is joined to: "Tolo and Barro"."""
    for _ in range(_STEPS):
        if scene.deps[head] != "conj":
            break
        head = scene.heads[head]
    return head


def _own_officer(scene: Scene, noun: int) -> bool:
    """Say whether a name stands behind "held by his own general,", whatever the parser hangs it on."""
    start = min((c for c in scene.children(noun) if scene.deps[c] == "compound"), default=noun)
    rank = min(start, noun) - 2
    if rank < 0 or scene.texts[rank + 1] != "," or scene.lowers[rank] not in _RANKS:
        return False
    ahead = scene.lowers[max(rank - _REACH, 0) : rank]
    return "own" in ahead and "by" in ahead and _told_of_force(scene, scene.sentence[noun])


def _told_of_force(scene: Scene, number: int) -> bool:
    """Say whether a sentence has a word of force done to somebody: "detained", "the detention of"."""
    span = scene.sentences[number]
    words = (scene.doc[i].lemma_.lower() for i in range(span.start, span.end))
    return any(word in _FORCE or word in _FORCED for word in words)


def _by_force(scene: Scene, verb: int, others: Container[int]) -> bool:
    """Say whether a verb of force has another of the same state, or what is his, as its object."""
    if scene.doc[verb].lemma_.lower() not in _FORCE or scene.tags[verb] == "VB":
        return False
    if any(scene.deps[child] == "neg" for child in scene.children(verb)):
        return False
    return any(
        scene.deps[child] == "dobj"
        and (child in others or any(_owns(scene, c, others) for c in scene.children(child)))
        for child in scene.children(verb)
    )


def _owns(scene: Scene, child: int, others: Container[int]) -> bool:
    return scene.deps[child] == "poss" and child in others
