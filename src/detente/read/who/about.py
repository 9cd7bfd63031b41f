"""Whom an earlier sentence is about, where its subject isn't.

"Shells fell on the Peruvian side, Chile said" is about Peru, not about who only tells it at the
end; "Peru's choice is a hard one" is about Peru, whose matter is the subject. The "it" of the
next sentence goes by that.
"""

from detente.read.text.wordlists import listed, speech_verbs
from detente.read.who.antecedents import is_main
from detente.read.who.both import SUBJECTS
from detente.read.who.mentions import Scene

_MATTERS = listed("references", "matters")


def tells_behind(scene: Scene, i: int, j: int) -> bool:
    """Say whether a subject only tells what its sentence has said before.

    Parameters
    ----------
    scene : Scene
        The document, resolved up to the pronoun.
    i : int
        A pronoun of a later sentence; one that goes on to speak is the teller all the same.
    j : int
        The subject.
    """
    verb = scene.heads[j]
    if scene.deps[j] not in SUBJECTS or scene.doc[verb].lemma_ not in speech_verbs():
        return False
    if scene.doc[scene.heads[i]].lemma_ in speech_verbs():
        return False
    return any(scene.deps[c] == "ccomp" and c < j for c in scene.children(verb))


def owns_matter(scene: Scene, j: int) -> bool:
    """Say whether it's a matter of this party's that a main clause is about: its choice, its answer."""
    thing = scene.heads[j]
    return (
        scene.deps[j] == "poss"
        and scene.deps[thing] in SUBJECTS | {"ROOT", "attr"}
        and scene.actor[thing] is None
        and scene.doc[thing].lemma_.lower() in _MATTERS
        and is_main(scene, thing)
    )
