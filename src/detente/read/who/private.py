"""Private people whom a text names by their nation: "a Danish surveyor named Omar Holm".

Such a word tells where they are from, and their deeds aren't their state's. The noun stands
for the person, and the nation for nobody. Who does several things is a party of his own.
"""

from collections.abc import Iterator

from detente.read.text.wordlists import listed
from detente.read.who.deeds import several_deeds
from detente.read.who.mentions import Scene

_CALLINGS = listed("persons", "callings")
_CALLED = frozenset({"name", "call", "know"})


def name_private(scene: Scene) -> None:
    """Let a private calling with a nation beside it stand for the person whom it introduces."""
    for i, lower in enumerate(scene.lowers):
        if lower not in _CALLINGS or scene.parts[i] != "NOUN":
            continue
        nation = next((c for c in scene.children(i) if c < i and scene.form[c] == "demonym"), None)
        person = next(_people(scene, i), None)
        if nation is None or person is None:
            continue
        scene.retake(nation, nation + 1, scene.actor[nation] or "", "leaning")
        if scene.actor[i] is None:
            scene.take(i, i + 1, person, "noun")
        if several_deeds(scene, [span[:2] for span in scene.spans if span[2] == person]):
            scene.sources.discard(person)


def _people(scene: Scene, i: int) -> Iterator[str]:
    """Yield who is named beside a noun, as a person: behind a comma, behind "named", before it."""
    beside = [scene.heads[i]] if scene.deps[i] in {"appos", "compound", "nmod"} else []
    for child in scene.children(i):
        if scene.deps[child] == "appos":
            beside.append(child)
        elif scene.deps[child] == "acl" and scene.doc[child].lemma_ in _CALLED:
            beside += scene.children(child)
    for j in beside:
        actor = scene.actor[j]
        if actor is not None and scene.form[j] == "person":
            yield actor
