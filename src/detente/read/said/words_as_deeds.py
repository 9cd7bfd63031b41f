"""Verbs of speech that tell a deed or a name and no saying.

"Ordered his lawyers to sue", "called the press to his house", "calls itself the Front".
"""

from detente.read.who.mentions import Scene


def orders_ones_own(scene: Scene, i: int) -> bool:
    """Say whether an order is a deed: "ordered his lawyers to sue", "ordered that it be retaken", not "ordered it to stop"."""
    whom = next((c for c in scene.children(i) if scene.deps[c] == "dobj"), None)
    told = whom if whom is not None else next((c for c in _clause_subjects(scene, i)), None)
    return (
        told is None
        or scene.actor[told] is None
        or any(scene.deps[c] == "poss" and scene.tags[c] == "PRP$" for c in scene.children(told))
    )


def _clause_subjects(scene: Scene, i: int) -> list[int]:
    """Return the subjects of the clauses "to ..." that hang on a verb."""
    below = (
        c
        for c in scene.children(i)
        if scene.deps[c] in {"ccomp", "xcomp"} and scene.tags[c] == "VB"
    )
    return [
        leaf
        for c in below
        for leaf in scene.children(c)
        if scene.deps[leaf] == "nsubj"
        and not any(scene.lowers[m] == "that" for m in scene.children(c))
    ]


def of_oneself(scene: Scene, i: int) -> bool:
    """Say whether somebody only names or explains himself: "calls itself the Front", "explained itself"."""
    children = scene.children(i)
    whom = [c for c in children if scene.deps[c] == "dobj"]
    for c in children:  # "calls itself the Front": the parser's small clause
        if c > i and scene.parts[c] not in {"VERB", "AUX"}:
            whom += [leaf for leaf in scene.children(c) if scene.deps[leaf] == "nsubj"]
    return any(scene.lowers[c].endswith(("self", "selves")) for c in whom)


def calls_to(scene: Scene, i: int) -> bool:
    """Say whether people are called to a place: "called the press to his house"."""
    children = scene.children(i)
    whom = any(scene.deps[c] == "dobj" and scene.parts[c] == "NOUN" for c in children)
    place = any(scene.deps[c] == "prep" and scene.lowers[c] == "to" for c in children)
    home = any(scene.lowers[c] in {"home", "away"} for c in children)
    return (
        whom
        and (place or home)
        and not any(scene.deps[c] in {"oprd", "ccomp", "xcomp"} for c in children)
    )
