"""Whom a speaking pronoun means: often who spoke just before, a source or a body no list knows.

References are resolved before anybody is heard, so that "it recommended" after
"the commission found" would else mean the last state that was a subject.
"""

from collections.abc import Sequence

from detente.read.mentions import Scene
from detente.read.wordlists import listed, speech

_SORTS = {
    **dict.fromkeys(("he", "she"), "person"),
    "it": "body",
    "they": "many",
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = {"person": 2, "body": 1, "many": 1}  # sentences back
_FORCES = listed("speakers", "forces")


def recalled(scene: Scene, i: int, heard: Sequence[tuple[int, str]], *, aside: bool) -> str | None:
    """Return who a pronoun means that speaks, where that is somebody heard before.

    Parameters
    ----------
    scene : Scene
        The document.
    i : int
        The pronoun.
    heard : sequence of (int, str)
        The token and the id of each who spoke so far, in order.
    aside : bool
        Whether the words come first: "the bridge was lost, he said".

    Returns
    -------
    str or None
        An id, or None where the pronoun may mean somebody else.
    """
    sort = _SORTS.get(scene.lowers[i])
    if sort is None:
        return None
    near = [
        (j, speaker)
        for j, speaker in heard
        if j < i
        and 0 <= scene.sentence[i] - scene.sentence[j] <= _REACH[sort]
        and _sort(scene, j) == sort
    ]
    if not near:
        return None
    latest = scene.sentence[near[-1][0]]
    together = [pair for pair in near if scene.sentence[pair[0]] == latest]
    place, speaker = next((pair for pair in reversed(together) if _main(scene, pair[0])), near[-1])
    known = scene.actor[i]
    if known is None or known == speaker:
        return speaker
    if aside and sort == "person" and scene.sentence[i] - latest == 1:
        return speaker
    return speaker if _last_subject(scene, i, known) < place else None


def _sort(scene: Scene, i: int) -> str:
    """Return whether a word that spoke is a person, a body or several."""
    lower, nouns = scene.lowers[i], scene.gazetteer.words
    if lower in _SORTS or lower == "who":
        return _SORTS.get(lower, "")
    if scene.form[i] == "person":
        return "person"
    if scene.tags[i] in {"NNS", "NNPS"}:
        return "many"
    if lower in nouns["title"] | nouns["expert"] | nouns["anonymous"] | speech("persons"):
        return "person"
    if lower in speech("benches") | speech("chambers") | _FORCES or scene.actor[i]:
        return "body"
    return ""


def _main(scene: Scene, i: int) -> bool:
    """Say whether a word is the subject of its sentence's main verb."""
    verb = scene.heads[i]
    while scene.deps[verb] == "conj" and scene.heads[verb] < verb:
        verb = scene.heads[verb]
    return scene.deps[i] in _SUBJECTS and scene.deps[verb] == "ROOT"


def _last_subject(scene: Scene, i: int, actor: str) -> int:
    """Return where an actor was a subject last before a place, -1 where it wasn't."""
    for j in range(i - 1, -1, -1):
        if scene.actor[j] == actor and _main(scene, j):
            return j
    return -1
