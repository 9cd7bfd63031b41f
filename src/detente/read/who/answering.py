"""Who answers what he was asked: not who asked it.

"India asked the leaders to delay it. They declined": the subject of the request is
who spoke, so "they" are those whom it was put to.
"""

from collections.abc import Iterator

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANSWERS = listed("references", "answers")
_ASKS = listed("references", "asks")
_WHOM = frozenset({"dobj", "dative"})
_TO = frozenset({"to", "on", "upon", "with"})
_MANY = frozenset({"they", "both"})
_ONE = frozenset({"it", "he", "she"})
_PERSONS = frozenset({"he", "she"})
_PLURALS = frozenset({"NNS", "NNPS"})
_FAR = 60


def who_answers(scene: Scene, i: int) -> str | None:
    """Return whom a request was put to just before that a pronoun's clause answers.

    Parameters
    ----------
    scene : Scene
        The document, resolved up to the pronoun.
    i : int
        The pronoun's token.

    Returns
    -------
    str or None
        An actor; None where the clause answers nothing, or the text doesn't say whom
        somebody asked.
    """
    verb = scene.heads[i]
    if scene.deps[i] not in _SUBJECTS or scene.lowers[i] not in _MANY | _ONE:
        return None
    if scene.doc[verb].lemma_ not in _ANSWERS or scene.deps[verb] in {"ccomp", "relcl"}:
        return None
    asks = _asked_before(scene, i)
    if asks is None:
        return None
    asker = _subject(scene, asks)
    for j in _asked(scene, asks, i):
        actor = scene.actor[j]
        if actor not in {None, asker, *scene.sources} and _agrees(scene, i, j):
            return actor
    return None


def _asked_before(scene: Scene, i: int) -> int | None:
    """Return the verb of asking that is the last told before a word, in its sentence or the one before."""
    for j in range(i - 1, max(i - _FAR, -1), -1):
        if scene.sentence[i] - scene.sentence[j] > 1:
            return None
        main = scene.parts[j] == "VERB" and scene.deps[j] in {"ROOT", "conj", "ccomp"}
        if main and scene.doc[j].lemma_ in _ASKS and _subject(scene, j) is not None:
            return j
        if main and scene.deps[j] == "ROOT":
            return None
    return None


def _subject(scene: Scene, verb: int) -> str | None:
    for _ in range(3):
        who = next((c for c in scene.children(verb) if scene.deps[c] == "nsubj"), None)
        if who is not None:
            return scene.actor[who]
        if scene.deps[verb] != "conj":
            return None
        verb = scene.heads[verb]
    return None


def _asked(scene: Scene, verb: int, i: int) -> Iterator[int]:
    """Yield those whom a request is put to: its objects, those behind "to", who is to do it."""
    children = [c for c in scene.children(verb) if c < i]
    yield from (c for c in children if scene.deps[c] in _WHOM and scene.parts[c] != "ADP")
    for c in children:
        if scene.deps[c] in {"prep", "dative"} and scene.lowers[c] in _TO:
            yield from (far for far in scene.children(c) if scene.deps[far] == "pobj")
    for each in scene.doc[verb].subtree:
        inner = scene.heads[each.i] not in {verb, each.i} and each.i < i
        if inner and each.dep_ in _SUBJECTS | _WHOM and each.head.dep_ != "relcl":
            yield each.i  # "offered to fly him out", "demanded that the garrison leave"


def _agrees(scene: Scene, i: int, j: int) -> bool:
    many = scene.tags[j] in _PLURALS or scene.lowers[j] in {"them", "both"}
    many = many or any(scene.deps[c] == "conj" for c in scene.children(j))
    if scene.lowers[i] in _MANY:
        return many or scene.form[j] != "person"
    return not many and (scene.lowers[i] in _PERSONS or scene.form[j] != "person")
