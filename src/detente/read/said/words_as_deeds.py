"""Verbs of speech that tell a deed or a name and no saying.

"Ordered his lawyers to sue", "called the press to his house", "calls itself the Front",
"considered firing", "students protested in the square".
"""

from detente.read.text.wordlists import speech
from detente.read.who.mentions import Scene

_AWAY = frozenset({"home", "away"})
_REACH = 9  # words from "gave" to the "that" of what notice is given of


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
    if "home" in scene.lowers[i + 1 : i + 3]:
        return True  # "calling home its envoys", "called them home"
    whom = any(scene.deps[c] == "dobj" and scene.parts[c] == "NOUN" for c in children)
    place = any(scene.deps[c] == "prep" and scene.lowers[c] == "to" for c in children)
    home = any(scene.lowers[c] in _AWAY for c in children)
    return (
        whom
        and (place or home)
        and not any(scene.deps[c] in {"oprd", "ccomp", "xcomp"} for c in children)
    )


def weighs_a_deed(scene: Scene, i: int) -> bool:
    """Say whether a deed of one's own is considered: "considered firing", "is considering whether to leave"."""
    return any(
        (scene.deps[c] == "xcomp" and scene.tags[c] == "VBG")
        or (scene.deps[c] in {"ccomp", "xcomp"} and _asks_whether(scene, c))
        for c in scene.children(i)
    )


def _asks_whether(scene: Scene, clause: int) -> bool:
    return any(scene.lowers[c] == "whether" for c in scene.children(clause))


def demonstrates(scene: Scene, i: int) -> bool:
    """Say whether a crowd protests, in the street: "students protested against the mine"."""
    children = scene.children(i)
    if any(scene.deps[c] in {"ccomp", "parataxis"} for c in children):
        return False
    who = next((c for c in children if scene.deps[c] == "nsubj"), None)
    if who is None or scene.tags[who] != "NNS":
        return False
    nouns = scene.gazetteer.words
    bodies = nouns["title"] | nouns["state"] | nouns["country"] | nouns["anonymous"]
    return scene.lowers[who] not in bodies | speech("delegates")


def serves_notice(scene: Scene, i: int) -> bool:
    """Say whether notice is given of which nothing is told: "gave the tenants notice to leave"."""
    given = any(scene.deps[c] == "dobj" and scene.lowers[c] == "notice" for c in scene.children(i))
    return given and "that" not in scene.lowers[i : i + _REACH]


def menaces(scene: Scene, i: int) -> bool:
    """Say whether somebody is only threatened, with nothing that is told: "Lima was threatening Bolivia"."""
    children = scene.children(i)
    if any(scene.deps[c] in {"xcomp", "ccomp", "advcl", "prep"} for c in children):
        return False
    whom = next((c for c in children if scene.deps[c] == "dobj"), None)
    return whom is not None and scene.actor[whom] is not None
