"""Who must do something for what is offered or threatened: not who offers it.

"Austria offered Serbia a loan if it opened the border": a condition put to somebody is his
to meet, so "it" is Serbia and not Austria, the subject before.
"""

from collections.abc import Iterator

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MANY = frozenset({"they"})
_PRONOUNS = frozenset({"it", "they"})
_MARKS = frozenset({"if", "unless", "until", "should"})
_OFFERS = listed("references", "offers")
_WHOM = frozenset({"to", "against", "on", "upon", "with", "for", "in", "inside", "from"})
_OBJECTS = frozenset({"dobj", "dative"})
_BESIDE = frozenset({"amod", "compound", "poss", "nmod"})
_PLURALS = frozenset({"NNS", "NNPS"})
_UP = 3


def who_must(scene: Scene, i: int) -> str | None:
    """Return whose part it is to do what a pronoun's clause tells, for an offer or under a threat.

    Parameters
    ----------
    scene : Scene
        The document, resolved up to the pronoun.
    i : int
        The pronoun's token.

    Returns
    -------
    str or None
        An actor; None where nothing is offered or threatened, or the text doesn't say to whom.
    """
    if scene.deps[i] not in _SUBJECTS or scene.lowers[i] not in _PRONOUNS:
        return None
    verb = _offer_above(scene, i)
    if verb is None:
        return None
    subject = _subject(scene, verb)
    for j in _whom(scene, verb, i):
        actor = scene.actor[j]
        if actor in {None, subject, *scene.sources} or scene.form[j] in {"leaning", "held"}:
            continue
        if _agrees(scene, i, j):
            return actor
    return None


def _offer_above(scene: Scene, i: int) -> int | None:
    """Return the verb of offering or threatening on which a pronoun's condition hangs."""
    verb = scene.heads[i]
    if scene.deps[verb] != "advcl":
        return None
    if not any(scene.lowers[c] in _MARKS for c in scene.children(verb) if c < i):
        return None
    for _ in range(_UP):
        verb = scene.heads[verb]
        if verb > i:
            return None
        if scene.doc[verb].lemma_ in _OFFERS:
            return verb
        if scene.deps[verb] not in {"xcomp", "conj", "acl"}:
            return None
    return None


def _subject(scene: Scene, verb: int) -> str | None:
    for _ in range(_UP):
        who = next((c for c in scene.children(verb) if scene.deps[c] in _SUBJECTS), None)
        if who is not None:
            return scene.actor[who]
        if scene.deps[verb] not in {"conj", "xcomp"}:
            return None
        verb = scene.heads[verb]
    return None


def _whom(scene: Scene, verb: int, i: int) -> Iterator[int]:
    """Yield the words that tell to whom a thing is offered, of the verb and of those below it."""
    for c in scene.children(verb):
        if c >= i:
            return
        if scene.deps[c] in _OBJECTS and scene.parts[c] != "ADP":
            yield c
            yield from (far for far in scene.children(c) if scene.deps[far] in _BESIDE)
        if scene.deps[c] in {"prep", "dative"} and scene.lowers[c] in _WHOM:
            for far in scene.children(c):
                yield far
                yield from (own for own in scene.children(far) if scene.deps[own] in _BESIDE)
        if scene.deps[c] == "xcomp":
            yield from _whom(scene, c, i)


def _agrees(scene: Scene, i: int, j: int) -> bool:
    many = scene.tags[j] in _PLURALS
    return scene.lowers[i] in _MANY or not many or scene.form[j] in {"name", "capital"}
