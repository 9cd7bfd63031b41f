"""Fighters whom a text sets against a named group: "the hijackers gave way to the Front" aren't the Front.

"The rebels" are as a rule the armed group that a text is about. They aren't where a clause has
both, one acting on the other, and not where the group tells of what hijackers or gunmen do: it
speaks of its own men as its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from detente.read.text.wordlists import listed, speech_verbs
from detente.read.who.mentions import Scene

_NOUNS = listed("owners", "fighters") | listed("bands", "attackers")
_STRANGERS = listed("bands", "attackers") | listed("bands", "captors")
_KINDS = frozenset({"armed_group", "party"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_DOWN = frozenset({"prep", "agent", "pobj", "dobj", "dative", "nsubj", "nsubjpass", "pcomp"})
_OF = frozenset({"of", "for", "as", "under", "like", "including", "within", "among", "than"})
_SAME = frozenset(
    {"be", "become", "call", "name", "join", "belong", "include", "represent", "form", "know"}
)
_STEPS = 6


def set_apart(scene: Scene) -> Mapping[str, frozenset[str]]:
    """Return, by noun, the named groups that it doesn't mean."""
    found: dict[str, set[str]] = defaultdict(set)
    for i, lower in enumerate(scene.lowers):
        if lower in _NOUNS and scene.parts[i] == "NOUN" and not _of_somebody(scene, i):
            found[lower].update(_others(scene, i))
    return {noun: frozenset(actors) for noun, actors in found.items()}


def _of_somebody(scene: Scene, i: int) -> bool:
    return any(scene.actor[c] is not None for c in scene.children(i) if c < i)


def _others(scene: Scene, i: int) -> Iterator[str]:
    """Yield the groups that stand in a noun's clause as somebody else, or that tell of it."""
    verb = _verb(scene, i)
    if verb is None or scene.doc[verb].lemma_.lower() in _SAME:
        return
    subject = scene.deps[i] == "nsubj"
    for child in scene.children(verb):
        ahead = scene.lowers[child] == "from" and not subject  # "arrested rebels from the Front"
        if not ahead and not scene.doc[child].is_ancestor(scene.doc[i]) and child != i:
            yield from _named(scene, child, _STEPS)
    says = scene.heads[verb]
    if (
        subject
        and scene.lowers[i] in _STRANGERS
        and scene.deps[verb] == "ccomp"
        and scene.doc[says].lemma_ in speech_verbs()
    ):
        for child in scene.children(says):
            if scene.deps[child] == "nsubj":
                yield from _named(scene, child, 0)


def _verb(scene: Scene, i: int) -> int | None:
    """Return the verb that a noun is an argument of, by itself or behind a preposition."""
    above = scene.heads[i]
    if scene.deps[i] == "pobj" and scene.lowers[above] not in _OF:
        above = scene.heads[above]
    elif scene.deps[i] not in _ARGUMENTS:
        return None
    return above if scene.parts[above] == "VERB" else None


def _named(scene: Scene, i: int, steps: int) -> Iterator[str]:
    """Yield the group of a noun phrase, and of those that hang on it within its clause."""
    if scene.deps[i] not in _DOWN or scene.lowers[i] in _OF:
        return
    actor = scene.actor[i]
    if actor is not None and scene.form[i] in {"name", "person"}:
        if scene.kind_of(actor) in _KINDS or actor in scene.fronts:
            yield actor
    elif steps and scene.parts[i] not in {"VERB", "AUX"}:
        for child in scene.children(i):
            if child > i:
                yield from _named(scene, child, steps - 1)
    elif not steps:
        yield from (
            held
            for c in scene.children(i)
            if (held := scene.actor[c]) is not None and scene.kind_of(held) in _KINDS
        )
