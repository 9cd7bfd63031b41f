"""Sayings by an adjective: "officials are confident that", "Lima was adamant that"."""

from detente.read.said.extents import Speech, child_edges, end_of
from detente.read.said.tellers import teller
from detente.read.text.wordlists import listed, speech
from detente.read.who.mentions import Scene

_COPULAS = frozenset({"be", "remain", "seem", "sound", "feel", "stay", "become", "appear"})
_THINKING = frozenset({"believe", "think", "suppose", "doubt", "assume", "agree", "conclude"})
_UNREAL = listed("speech", "unreal")
_OF = frozenset({"about", "of"})


def convinced(scene: Scene, i: int) -> Speech | None:
    """Find "is inclined to believe that", "was adamant that", "are sceptical about"."""
    be = i
    if scene.deps[i] in {"acomp", "oprd", "attr"} or scene.parts[i] == "ADJ":
        be = scene.heads[i]
        if scene.doc[be].lemma_ not in _COPULAS:
            return None
    elif not any(scene.deps[c] == "nsubjpass" for c in scene.children(i)):
        return None
    if any(scene.deps[c] == "aux" and scene.lowers[c] in _UNREAL for c in scene.children(be)):
        return None  # "could not be sure"
    words = _held(scene, i, be)
    subject = _who(scene, i, be)
    if words is None or subject is None or scene.lowers[subject] in {"it", "this", "that"}:
        return None
    left = scene.doc[subject].left_edge.i if subject < be else be
    first, last = child_edges(scene, words)
    start, end = scene.doc[left].idx, end_of(scene, last)
    mind = scene.lowers[i] not in speech("outspoken")
    return Speech(be, subject, start, end, scene.doc[first].idx, end, "said:convinced", mind)


def _who(scene: Scene, i: int, be: int) -> int | None:
    """Return the subject of "is sure", of the passive "is convinced" as well."""
    if be == i:
        return next((c for c in scene.children(i) if scene.deps[c] in {"nsubj", "nsubjpass"}), None)
    return teller(scene, be)


def _held(scene: Scene, i: int, be: int) -> int | None:
    """Return the head of what is held: a clause, "to believe" with one, "about the prospect"."""
    for above in dict.fromkeys((i, be)):
        for child in scene.children(above):
            if child < i:
                continue
            if scene.deps[child] == "ccomp":
                return child
            if scene.deps[child] == "xcomp" and scene.doc[child].lemma_ in _THINKING:
                return child
            if above == i and scene.deps[child] == "prep" and scene.lowers[child] in _OF:
                return child
    return None
