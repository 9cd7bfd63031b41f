"""What a text has a name do: the deeds of the verbs that it is the subject of."""

from collections.abc import Iterable, Iterator

from detente.read.text.words import lexicon
from detente.read.who.mentions import Scene

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SEVERAL = 2


def several_deeds(scene: Scene, places: Iterable[tuple[int, int]]) -> bool:
    """Say whether a name that stands at some places, first token and end, does several things."""
    return len({deed for start, end in places for deed in done_by(scene, start, end)}) >= _SEVERAL


def done_by(scene: Scene, start: int, end: int) -> Iterator[str]:
    """Yield the lemmas of the deeds that the tokens from `start` to `end` are the subject or agent of.

    What else a subject does by the same sentence's "and" is among them; what it only says isn't.
    """
    i = head(scene, start, end)
    above, dep = scene.heads[i], scene.deps[i]
    if dep == "conj" and scene.deps[above] in {"nsubj", "pobj"}:
        above, dep = scene.heads[above], scene.deps[above]
    if dep == "nsubj":
        yield from _deeds(scene, above)
    elif dep == "pobj" and scene.deps[above] == "agent":
        yield from _deeds(scene, scene.heads[above])


def head(scene: Scene, start: int, end: int) -> int:
    """Return the token of a stretch that hangs outside it."""
    return next(
        (i for i in range(end - 1, start - 1, -1) if not start <= scene.heads[i] < end), end - 1
    )


def _deeds(scene: Scene, verb: int) -> Iterator[str]:
    words, lemma = lexicon(), scene.doc[verb].lemma_.lower()
    if lemma in words.verbs or lemma in words.frames or ("verb", lemma) in words.operators:
        yield lemma
    for child in scene.children(verb):
        if scene.deps[child] == "conj" and not any(
            scene.deps[c] in _SUBJECTS for c in scene.children(child)
        ):
            yield from _deeds(scene, child)
