"""Whether a verb is somebody's saying where it stands: what hangs on it decides.

The verbs are in ``lexicon/speech.toml``, by what they need.
"""

from collections.abc import Callable, Mapping
from functools import cache

from detente.read.extents import CONTENT, stands_aside
from detente.read.mentions import Scene
from detente.read.tidings import handed_over, held_of, measured
from detente.read.wordlists import listed, speech, table

_UNREAL = listed("speech", "unreal")
_DOES = listed("speech", "does")  # "went on to say", "was quick to say"
_MADE = speech("made")  # "was forced to admit"
_RISES = speech("rises")  # "took to the radio to appeal"
_THAT = frozenset({"it", "this", "that", "them", "these"})
_REACH = 9  # words behind "describe" within which its "as" stands


def told(scene: Scene, i: int, lemma: str, *, quoting: bool) -> bool:
    """Say whether the verb at `i` tells somebody's words.

    Parameters
    ----------
    scene : Scene
        The document.
    i : int
        The verb's token.
    lemma : str
        Its lemma.
    quoting : bool
        Whether the sentence has a quotation that the verb isn't part of.
    """
    behind_noun = scene.deps[i] == "acl" and scene.tags[i] == "VBN" and scene.texts[i - 1] != ","
    if behind_noun and lemma not in speech("aside") | speech("about") | speech("inverting"):
        return False  # "aid threatened by Congress"
    if lemma in speech("say"):
        return True
    children = scene.children(i)
    special = _SPECIAL.get(lemma)
    return (
        _parenthetic(scene, i, lemma, children)
        or _with_clause(scene, i, lemma, children, quoting=quoting)
        or (special is not None and special(scene, i, children))
        or (lemma in speech("about") and _waved_off(scene, i, lemma, children))
        or (lemma in speech("object") and _with_object(scene, i, lemma, children))
        or paired(scene, lemma, children)
        or handed_over(scene, i, lemma)
        or measured(scene, i, lemma)
    )


def _parenthetic(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:
    """Say whether "as" opens a clause of speech: "as Lima insists"."""
    return (
        scene.deps[i] == "advcl"
        and lemma in speech("clause") | speech("object")
        and lemma not in speech("strict")
        and not any(scene.deps[c] in {"dobj", "aux"} for c in children)
        and any(scene.lowers[c] == "as" and scene.deps[c] == "mark" for c in children)
    )


def _with_clause(scene: Scene, i: int, lemma: str, children: list[int], *, quoting: bool) -> bool:
    """Say whether a verb such as "announce" has what it needs: a clause, or quoted words."""
    if lemma not in speech("clause"):
        return False
    if lemma in speech("strict"):
        return _that_clause(scene, children)
    return _clausal(scene, i, children) or (
        quoting and scene.deps[i] not in {"pcomp", "acl", "relcl"}
    )


def _clausal(scene: Scene, i: int, children: list[int]) -> bool:
    return (
        scene.deps[i] == "parataxis"
        or stands_aside(scene, i)
        or any(scene.deps[child] in CONTENT for child in children)
    )


def _waved_off(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:
    """Say whether words are what a verb such as "reject" rejects."""
    topics = speech("topics") | (_THAT if lemma in speech("waved_off") else frozenset())
    return (
        _clausal(scene, i, children)
        or any(scene.lowers[child] == "as" for child in children)
        or _has_object(scene, children, topics)
    )


def _that_clause(scene: Scene, children: list[int]) -> bool:
    """Say whether a clause with "that", "whether" or a question word hangs on a verb."""
    return any(
        scene.deps[child] == "ccomp"
        and any(
            scene.lowers[leaf] in {"that", "whether", "how", "why", "what"} and leaf < child
            for leaf in scene.children(child)
        )
        for child in children
    )


def minded(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether a verb tells a state of mind with what it holds: "think that", "doubt it"."""
    if lemma not in speech("mind"):
        return False
    clause = any(scene.deps[child] in CONTENT for child in scene.children(i))
    return clause or scene.deps[i] == "parataxis" or held_of(scene, i, lemma)


def paired(scene: Scene, lemma: str, children: list[int]) -> bool:
    """Say whether a verb and its object together tell of words: "voice concern", "give notice"."""
    nouns = _pairs().get(lemma)
    return nouns is not None and _has_object(scene, children, nouns)


@cache
def _pairs() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in table("speech")["pairs"].strip().splitlines():
        verbs, _, nouns = line.partition(":")
        for verb in verbs.split():
            found[verb] = found.get(verb, frozenset()) | frozenset(nouns.split())
    return found


def pair_verbs() -> frozenset[str]:
    """Return the verbs that tell of words with some objects only."""
    return frozenset(_pairs())


def _has_object(scene: Scene, children: list[int], nouns: frozenset[str]) -> bool:
    return any(
        scene.deps[child] in {"dobj", "nsubjpass"} and scene.lowers[child] in nouns
        for child in children
    )


def _tells_to(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether somebody named is told to do a thing."""
    del i
    return any(scene.deps[c] == "xcomp" for c in children) and any(
        scene.deps[c] in {"dobj", "dative"} and scene.actor[c] and scene.form[c] != "pronoun"
        for c in children
    )


def _claims(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a deed is claimed: responsibility, an attack, to have done it."""
    del i
    deeds = {"responsibility", "attack", "attacks", "bombing", "raid", "victory", "credit"}
    return any(scene.lowers[c] in deeds or scene.deps[c] == "xcomp" for c in children)


def _finds(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a court or an inquiry finds something to be so."""
    del i
    return _that_clause(scene, children) and any(
        scene.deps[c] == "nsubj" and scene.lowers[c] in speech("benches") for c in children
    )


def _objects(scene: Scene, i: int, children: list[int]) -> bool:
    del i
    return any(scene.deps[c] == "prep" and scene.lowers[c] == "to" for c in children)


def _rules_out(scene: Scene, i: int, children: list[int]) -> bool:
    del i
    return any(scene.deps[c] == "prt" for c in children)


def _protests(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a state or a body protests, which it does by words; a crowd does it in the street."""
    who = next((c for c in children if scene.deps[c] == "nsubj"), None)
    if who is None or scene.actor[who] is None or scene.deps[i] not in {"ROOT", "conj", "ccomp"}:
        return False
    return scene.kind_of(scene.actor[who] or "") in {"state", "bloc", "institution"}


_SPECIAL: Mapping[str, Callable[[Scene, int, list[int]], bool]] = {
    "tell": _tells_to,
    "claim": _claims,
    "rule": _rules_out,
    "protest": _protests,
    "find": _finds,
    "object": _objects,
}


def _with_object(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:
    """Say whether a verb such as "denounce" or "call" has what it needs, in a main clause."""
    deps = {scene.deps[child] for child in children}
    if _restricts(scene, i, lemma):
        return False
    needs = _NEEDS.get(lemma)
    if needs is not None:
        return needs(scene, i, children)
    if scene.tags[i] == "VBG" and scene.deps[i] in {"advcl", "acl"}:
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
        and scene.texts[i - 1] != ","
        and lemma in {"demand", "call", "describe", "promise"}
        and not _named_teller(scene, i)
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
    named = bool({"oprd", "ccomp", "xcomp"} & deps)
    what = any(scene.lowers[c] == "what" for c in children)
    return (called or named) and (not what or _named_teller(scene, i))


def _presses(scene: Scene, i: int, children: list[int]) -> bool:
    upon = any(scene.deps[c] == "prep" and scene.lowers[c] in {"on", "upon"} for c in children)
    return upon or any(scene.deps[c] == "xcomp" for c in children) or _marks_off(scene, i, children)


def _speaks(scene: Scene, i: int, children: list[int]) -> bool:
    del i
    return any(scene.lowers[c] == "of" for c in children)


def _reports(scene: Scene, i: int, children: list[int]) -> bool:
    del i
    return any(scene.deps[c] == "dobj" for c in children)


def _compares(scene: Scene, i: int, children: list[int]) -> bool:
    return _reports(scene, i, children) and any(scene.lowers[c] in {"to", "with"} for c in children)


def _dubs(scene: Scene, i: int, children: list[int]) -> bool:
    deps = [scene.deps[c] for c in children]
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
    return any(scene.deps[c] in {"xcomp", "advcl"} for c in children)


_NEEDS: Mapping[str, Callable[[Scene, int, list[int]], bool]] = {
    "call": _calls,
    "press": _presses,
    "speak": _speaks,
    "report": _reports,
    "compare": _compares,
    "offer": _offers,
    **dict.fromkeys(("dub", "term", "label", "brand"), _dubs),
    **dict.fromkeys(("describe", "appeal", "characterise", "characterize", "portray"), _marks_off),
}


def unreal(scene: Scene, i: int, *, quoting: bool) -> bool:
    """Say whether the speech didn't take place: "could say", "if he says", "to say"."""
    children = scene.children(i)
    dep = scene.deps[i]
    if dep == "advcl" and any(
        scene.deps[child] == "mark" and scene.lowers[child] in {"if", "unless", "lest"}
        for child in children
    ):
        return True
    if dep == "xcomp" and any(scene.lowers[child] == "have" for child in children):
        return False
    does = _brought_about(scene, i)
    if scene.tags[i] == "VB" and dep in {"xcomp", "advcl", "acl", "relcl", "pcomp"} and not does:
        return True
    helpers = _UNREAL - {"to"} if does or dep == "xcomp" else _UNREAL
    return not quoting and any(
        scene.deps[child] == "aux" and scene.lowers[child] in helpers for child in children
    )


def _brought_about(scene: Scene, i: int) -> bool:
    """Say whether the verb above an infinitive says that it came about: "was forced to admit"."""
    above = scene.heads[i]
    lemma = scene.doc[above].lemma_
    if lemma in _DOES:
        return True
    if lemma == "be" and scene.deps[i] == "xcomp" and scene.tags[above] == "VBD":
        return True  # "he was to write later"
    if scene.deps[i] == "xcomp" and lemma in _MADE:
        return any(scene.deps[c] in {"nsubjpass", "auxpass"} for c in scene.children(above))
    return (
        scene.deps[i] in {"advcl", "xcomp"}
        and lemma in _RISES
        and scene.tags[above] in {"VBD", "VBZ"}
    )


def negated(scene: Scene, i: int, subject: int) -> bool:
    """Say whether nothing was said, or by nobody."""
    if scene.lowers[subject] in {"nobody", "none", "nothing"}:
        return True
    children = scene.children(i)
    ruled = any(scene.deps[child] == "prt" and scene.lowers[child] == "out" for child in children)
    if not ruled and any(
        scene.deps[child] == "neg"
        or (scene.deps[child] == "dobj" and scene.lowers[child] == "nothing")
        for child in children
    ):
        return True
    return any(scene.lowers[child] == "no" for child in scene.children(subject))
