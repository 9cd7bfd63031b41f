"""Verbs of speech that tell of no saying where they stand: "called a meeting", "admitted him to hospital".

A verb that has another meaning with the object it has. What is only spoken of is in
`spoken_of`.
"""

from collections.abc import Callable, Mapping

from detente.read.said.spoken_of import spoken_of
from detente.read.said.tidings import asks_for_silence
from detente.read.said.words_as_deeds import (
    calls_to,
    demonstrates,
    menaces,
    of_oneself,
    orders_ones_own,
    serves_notice,
    weighs_a_deed,
)
from detente.read.text.wordlists import speech, speech_verbs
from detente.read.who.mentions import Scene

_QUESTIONS = frozenset({"about", "whether", "if", "by", "what", "how", "why", "when"})
_GIVING = frozenset({"offer", "give", "make", "issue", "promise", "send", "lodge"})
_AGAIN = frozenset({"same", "similar", "another", "second"})
_EACH = frozenset({"each", "both", "all", "sides", "parties"})
_CONTENT = frozenset({"effect", "support", "reply", "answer", "protest"})  # "to the effect"
_NEAR = 5  # words from "called" to its "together"
_REACH = 7  # words behind a note within which these stand


def unspoken(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether the verb of speech at `i` tells of no saying, whatever hangs on it.

    Parameters
    ----------
    scene : Scene
        The document.
    i : int
        The verb's token.
    lemma : str
        Its lemma.
    """
    if scene.deps[i] in {"amod", "compound"} or asks_for_silence(scene, i, lemma):
        return True
    if spoken_of(scene, i, lemma) or _nothing(scene, i):
        return True
    other = _OTHER.get(lemma)
    return other is not None and other(scene, i)


def _nothing(scene: Scene, i: int) -> bool:
    """Say whether nothing came of it: "offered no help", "gave no hint"."""
    return scene.doc[i].lemma_ in _GIVING and any(
        scene.deps[c] == "dobj" and any(scene.lowers[leaf] == "no" for leaf in scene.children(c))
        for c in scene.children(i)
    )


def _goes(scene: Scene, i: int) -> bool:
    """Say whether a deed goes on, or a thing is gone on with: "would continue", "continued its work"."""
    children = scene.children(i)
    on = scene.doc[i].lemma_ == "continue" and any(scene.deps[c] == "dobj" for c in children)
    return on or any(scene.deps[c] == "aux" for c in children)


def _is_asked(scene: Scene, i: int) -> bool:
    """Say whether a question is put to who speaks: "Asked whether", "the king, asked about it"."""
    if scene.texts[i] == "Asked":
        return True
    behind = scene.texts[i - 1] == "," and scene.lowers[i + 1 : i + 2]
    if not behind or scene.lowers[i + 1] not in _QUESTIONS:
        return False
    closed = any(
        scene.texts[j] == "," and scene.tags[j + 1] in {"VBD", "VBZ"}
        for j in range(i + 1, scene.doc[i].sent.end - 1)
    )
    return closed or scene.deps[i] not in {"conj", "ROOT"}


def _agrees(scene: Scene, i: int) -> bool:
    """Say whether parties agree on a thing, as sources agree that something is so."""
    if any(
        scene.deps[c] == "xcomp" or (scene.deps[c] == "prep" and scene.lowers[c] in {"to", "on"})
        for c in scene.children(i)
    ):
        return True
    who = next((c for c in scene.children(i) if scene.deps[c] == "nsubj"), None)
    actor = None if who is None else scene.actor[who]
    quoted = any(
        a <= scene.doc[i].sent.end_char and b >= scene.doc[i].sent.start_char
        for a, b in scene.quotes
    )
    return not quoted and (who is None or (actor is not None and actor not in scene.sources))


def _explains(scene: Scene, i: int) -> bool:
    return of_oneself(scene, i) or _bears_out(scene, i)


def _calls_in(scene: Scene, i: int) -> bool:
    """Say whether people are called somewhere, a meeting is called, or a thing has its name."""
    if calls_to(scene, i) or of_oneself(scene, i):
        return True
    if "together" in scene.lowers[i : i + _NEAR] or any(
        scene.lowers[c] in {"in", "up", "back"} and c > i
        for c in scene.children(i)
        if scene.deps[c] in {"advmod", "prt"}
    ):
        return True
    named = any(scene.deps[c] in {"oprd", "ccomp", "xcomp"} for c in scene.children(i))
    if not named and any(
        scene.deps[c] == "dobj" and scene.lowers[c] in speech("convened") for c in scene.children(i)
    ):
        return True
    known_as = scene.lowers[i - 1] in {
        "also",
        "often",
        "sometimes",
        "usually",
        "formerly",
        "commonly",
    }
    if known_as and scene.texts[i - 2] in {",", "("}:
        return True
    if scene.lowers[i + 1 : i + 2] == ["on"] and not named:  # a visit
        reach = scene.lowers[i + 1 : scene.doc[i].right_edge.i + 1]
        return not {"to", "for", "not"} & set(reach)
    return False


def _lets_in(scene: Scene, i: int) -> bool:
    """Say whether somebody is admitted somewhere."""
    return any(
        scene.deps[c] in {"dobj", "nsubjpass"}
        and (scene.actor[c] or scene.parts[c] == "PROPN" or scene.lowers[c] in speech("let_in"))
        for c in scene.children(i)
    )


def _sends_away(scene: Scene, i: int) -> bool:
    """Say whether somebody is dismissed from office."""
    return any(
        scene.deps[c] in {"dobj", "nsubjpass"}
        and (scene.form[c] == "person" or scene.entities[c] == "PERSON")
        for c in scene.children(i)
    )


def _treaty_near(scene: Scene, i: int) -> bool:
    """Say whether a treaty is spoken of in a sentence or in the one before."""
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 1:
            return False
        if scene.lowers[j] in speech("treaties"):
            return True
    return False


def _gives_away(scene: Scene, i: int) -> bool:
    """Say whether a demand or a threat is given up, or mere notice is given."""
    return serves_notice(scene, i) or any(
        scene.lowers[c] == "up" for c in scene.children(i) if scene.deps[c] == "prt"
    )


def _befalls(scene: Scene, i: int) -> bool:
    """Say whether a thing is about to happen by itself: "the fighting threatens to spread"."""
    return menaces(scene, i) or any(
        scene.deps[c] == "xcomp" and scene.doc[c].lemma_ in speech("befalls")
        for c in scene.children(i)
    )


def _gives_up(scene: Scene, i: int) -> bool:
    """Say whether a treaty is denounced, and so ended."""
    return any(
        scene.deps[c] in {"dobj", "nsubjpass"} and scene.lowers[c] in speech("treaties")
        for c in scene.children(i)
    )


def _bears_out(scene: Scene, i: int) -> bool:
    """Say whether a thing bears a thing out: "the treaty confirmed the border"."""
    if any(scene.deps[c] in {"ccomp", "parataxis"} for c in scene.children(i)):
        return False
    deps = {scene.deps[c]: c for c in scene.children(i)}
    who = deps.get("nsubj")
    thing = who is not None and scene.actor[who] is None and scene.parts[who] == "NOUN"
    return thing and "dobj" in deps


def _is_pressing(scene: Scene, i: int) -> bool:
    return scene.tags[i] in {"VBG", "VB"} and not any(
        scene.lowers[c] in {"has", "have", "had"} for c in scene.children(i)
    )


def _in_a_treaty(scene: Scene, i: int) -> bool:
    """Say whether sides bind themselves by a treaty: "each undertook to leave"."""
    if not any(scene.deps[c] == "ccomp" for c in scene.children(i)) and _treaty_near(scene, i):
        return True
    return any(
        scene.deps[c] == "nsubj" and scene.lowers[c] in _EACH for c in scene.children(i)
    ) or any(
        scene.lowers[leaf] in _EACH
        for c in scene.children(i)
        if scene.deps[c] == "nsubj"
        for leaf in scene.children(c)
    )


def _claims_land(scene: Scene, i: int) -> bool:
    """Say whether a thing is claimed for one's own: "rocks which both claim", "waters claimed by Peru"."""
    children = scene.children(i)
    if any(scene.deps[c] in {"ccomp", "xcomp", "parataxis"} for c in children):
        return False
    if scene.deps[i] in {"relcl", "acl"} or any(scene.lowers[c] == "which" for c in children):
        return True
    return scene.deps[i] == "conj" and not any(scene.deps[c] == "dobj" for c in children)


def _keeps_a_right(scene: Scene, i: int) -> bool:
    """Say whether a right is reserved in the words of a saying: "warned that it reserved the right"."""
    return scene.deps[i] in {"ccomp", "advcl", "pcomp"}


def _founds(scene: Scene, i: int) -> bool:
    """Say whether what is proclaimed is a state, or a state of things, and so a deed."""
    return any(
        scene.deps[c] in {"dobj", "nsubjpass"} and scene.lowers[c] in speech("founded")
        for c in scene.children(i)
    )


def _teaches(scene: Scene, i: int) -> bool:
    return not any(scene.deps[c] == "dobj" for c in scene.children(i))


def _hands_something(scene: Scene, i: int) -> bool:
    """Say whether a note is handed over of which nothing more is said than that."""
    children = scene.children(i)
    for c in children:
        if scene.deps[c] not in {"dobj", "nsubjpass"} or scene.lowers[c] not in speech("blank"):
            continue
        below = scene.children(c)
        said = any(
            (scene.deps[leaf] == "acl" or scene.lowers[leaf] in _AGAIN)
            or (scene.deps[leaf] == "prep" and scene.lowers[leaf] not in {"to", "at", "in"})
            or (scene.deps[leaf] == "relcl" and scene.doc[leaf].lemma_ in speech_verbs())
            for leaf in below
        )
        told = any(scene.deps[leaf] in {"ccomp", "xcomp", "advcl"} for leaf in children)
        return not said and not told and not _CONTENT & set(scene.lowers[c : c + _REACH])
    return False


_OTHER: Mapping[str, Callable[[Scene, int], bool]] = {
    **dict.fromkeys(("go", "continue", "read"), _goes),
    "consider": weighs_a_deed,
    "protest": demonstrates,
    "give": _gives_away,
    "threaten": _befalls,
    "claim": _claims_land,
    "ask": _is_asked,
    "agree": _agrees,
    "call": _calls_in,
    "admit": _lets_in,
    "confirm": _bears_out,
    "press": _is_pressing,
    "undertake": _in_a_treaty,
    "proclaim": _founds,
    "declare": _founds,
    "lecture": _teaches,
    "dismiss": _sends_away,
    "denounce": _gives_up,
    "explain": _explains,
    "order": orders_ones_own,
    "reserve": _keeps_a_right,
    **dict.fromkeys(
        (
            "send",
            "hand",
            "present",
            "deliver",
            "pass",
            "file",
            "submit",
            "lodge",
            "dispatch",
            "despatch",
            "transmit",
            "issue",
            "address",
            "publish",
            "release",
        ),
        _hands_something,
    ),
}
