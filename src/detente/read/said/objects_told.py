"""What a verb of speech that takes an object needs before it counts: "call" its "for", "offer" whom.

"Lima called for a truce" is a saying, "Lima called a meeting" none.
"""

from collections.abc import Callable, Mapping

from detente.read.text.wordlists import speech
from detente.read.who.mentions import Scene

_REACH = 9  # words behind "describe" within which its "as" stands
_NEAR = 7  # words behind "spoke" within which its "of" stands


def with_object(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:
    """Say whether a verb such as "denounce" or "call" has what it needs, in a main clause."""
    deps = {scene.deps[child] for child in children}
    if _restricts(scene, i, lemma):
        return False
    needs = _NEEDS.get(lemma)
    if needs is not None:
        return needs(scene, i, children)
    if scene.tags[i] == "VBG" and scene.deps[i] in {"advcl", "acl"}:
        if lemma == "urge" and has_object(scene, children, speech("urged")):
            return True
        needed = {"dobj", "prep"} if lemma in {"accuse", "blame"} else {"xcomp", "ccomp"}
        return lemma in speech("aside") and bool(needed & deps)
    if "agent" in deps:
        return scene.deps[i] in {"ROOT", "conj", "ccomp"} or (
            scene.deps[i] == "acl" and lemma in speech("aside") | speech("about")
        )
    return bool({"dobj", "xcomp", "ccomp", "prep", "dative", "prt"} & deps)


def _restricts(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether a clause only tells which thing is meant: "the withdrawal that Peru demanded"."""
    return (
        scene.deps[i] in {"relcl", "acl"}
        and "," not in {scene.texts[i - 1], scene.texts[scene.doc[i].left_edge.i - 1]}
        and lemma in {"demand", "call", "describe", "promise"}
        and not _named_teller(scene, i)
        and not _wherein(scene, i)
    )


def _wherein(scene: Scene, i: int) -> bool:
    """Say whether a clause tells what was said in a paper: "a note in which Lima called on"."""
    return any(
        scene.lowers[leaf] == "which"
        for c in scene.children(i)
        if scene.deps[c] == "prep" and c < i
        for leaf in scene.children(c)
    )


def _named_teller(scene: Scene, i: int) -> bool:
    """Say whether a clause has somebody's name for its subject: "what Ankara called a farce"."""
    return any(
        scene.deps[c] == "nsubj" and scene.actor[c] and scene.form[c] != "pronoun"
        for c in scene.children(i)
    )


def _calls(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether "call" calls for, calls on, or calls a thing something."""
    deps = {scene.deps[c] for c in children}
    called = any(
        scene.deps[c] in {"prep", "prt"} and scene.lowers[c] in {"for", "on", "upon"}
        for c in children
    ) or scene.lowers[i + 1 : i + 2] in (["for"], ["on"], ["upon"])
    if not {"up", "off", "out", "back", "at"}.isdisjoint(scene.lowers[i + 1 : i + 2]):
        return False
    names = [c for c in children if scene.deps[c] == "oprd"]
    bare = names and all(scene.parts[c] == "PROPN" and not scene.children(c) for c in names)
    named = bool({"oprd", "ccomp", "xcomp"} & deps) or _adjective_behind(scene, children)
    if bare and not called:
        return False  # "the Iraqis called it Tammuz"
    what = any(scene.lowers[c] == "what" for c in children)
    return (called or named) and (not what or _named_teller(scene, i))


def _adjective_behind(scene: Scene, children: list[int]) -> bool:
    """Say whether an adjective ends the object: "called talk of a blockade absurd"."""
    for c in children:
        if scene.deps[c] == "dobj":
            last = scene.doc[c].right_edge.i
            return scene.parts[last] == "ADJ" and scene.heads[last] < last
    return False


def _presses(scene: Scene, i: int, children: list[int]) -> bool:
    upon = any(
        scene.deps[c] == "prep" and scene.lowers[c] in {"on", "upon", "for"} for c in children
    )
    return upon or any(scene.deps[c] == "xcomp" for c in children) or _marks_off(scene, i, children)


def _speaks(scene: Scene, i: int, children: list[int]) -> bool:
    del children
    for j in range(i + 1, min(scene.doc[i].right_edge.i, i + _NEAR)):
        above = scene.heads[j]
        if scene.lowers[j] != "of":
            continue
        with_it = scene.deps[above] == "pobj" and scene.lowers[scene.heads[above]] in {"with", "in"}
        if above == i or with_it or scene.entities[above] in {"DATE", "TIME"}:
            return True  # "spoke this morning, with satisfaction, of a blow"
    return False


def _reports(scene: Scene, i: int, children: list[int]) -> bool:
    del i
    return any(
        scene.deps[c] == "dobj" or (scene.deps[c] == "xcomp" and scene.tags[c] == "VBG")
        for c in children
    )


def _compares(scene: Scene, i: int, children: list[int]) -> bool:
    likened = {"to", "with"} & set(scene.lowers[i + 1 : i + _REACH])
    thing = scene.parts[i + 1] in {"DET", "PROPN", "NOUN", "PRON", "ADJ"}
    return (thing or _reports(scene, i, children)) and bool(likened)


def _dubs(scene: Scene, i: int, children: list[int]) -> bool:
    deps = [scene.deps[c] for c in children]
    if '"' in scene.texts[i + 1 : i + _REACH]:
        return True  # 'branded the seizure "an act of piracy"'
    return "oprd" in deps or "as" in scene.lowers[i + 1 : i + _REACH] or deps.count("dobj") > 1


def _marks_off(scene: Scene, i: int, children: list[int]) -> bool:
    return (
        any(
            scene.deps[c] == "prep" and scene.lowers[c] in {"as", "for", "to", "against"}
            for c in children
        )
        or any(scene.lowers[c] == "how" for c in children)
        or "as" in scene.lowers[i + 1 : i + _REACH]
    )


def _offers(scene: Scene, i: int, children: list[int]) -> bool:
    if scene.tags[i] == "VBG" and scene.deps[i] in {"advcl", "acl"}:
        return False
    if any(
        scene.deps[c] == "dative" and scene.actor[c] and scene.parts[c] != "ADP" for c in children
    ):
        return True  # "offered Lima an alternative"
    return any(scene.deps[c] in {"xcomp", "advcl", "ccomp"} for c in children) or has_object(
        scene, children, speech("offers")
    )


def _describes(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a thing is described as something, or people describe what they saw."""
    who = next((c for c in children if scene.deps[c] == "nsubj"), None)
    seen = any(scene.deps[c] in {"dobj", "ccomp"} for c in children)
    people = who is not None and scene.tags[who] == "NNS" and scene.actor[who] is None
    return (people and seen) or _marks_off(scene, i, children)


def _advises(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a course is advised, not a government."""
    del i
    if any(scene.deps[c] == "xcomp" for c in children):
        return True
    return any(
        scene.deps[c] in {"dobj", "nsubjpass"}
        and scene.actor[c] is None
        and scene.parts[c] == "NOUN"
        and scene.lowers[c] not in speech("hearers")
        for c in children
    )


def _challenges(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether somebody is challenged to do a thing, or to a duel."""
    return "to" in scene.lowers[i + 1 : i + _REACH] and any(
        scene.deps[c] == "dobj" for c in children
    )


_NEEDS: Mapping[str, Callable[[Scene, int, list[int]], bool]] = {
    "call": _calls,
    "press": _presses,
    "speak": _speaks,
    "report": _reports,
    "compare": _compares,
    "offer": _offers,
    "advise": _advises,
    "challenge": _challenges,
    **dict.fromkeys(("dub", "term", "label", "brand"), _dubs),
    "describe": _describes,
    **dict.fromkeys(("appeal", "characterise", "characterize", "portray"), _marks_off),
}


def that_clause(scene: Scene, children: list[int]) -> bool:
    """Say whether a clause with "that", "whether" or a question word hangs on a verb."""
    return any(
        scene.deps[child] == "ccomp"
        and any(
            scene.lowers[leaf] in {"that", "whether", "how", "why", "what"} and leaf < child
            for leaf in scene.children(child)
        )
        for child in children
    ) or any(scene.deps[c] == "ccomp" and scene.doc[c].left_edge.lower_ == "that" for c in children)


def has_object(scene: Scene, children: list[int], nouns: frozenset[str]) -> bool:
    """Say whether a verb has one of these nouns for its object."""
    return any(
        scene.deps[child] in {"dobj", "nsubjpass"} and scene.lowers[child] in nouns
        for child in children
    )
