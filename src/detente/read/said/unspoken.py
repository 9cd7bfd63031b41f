"""Verbs of speech that tell of no saying where they stand: "called a meeting", "admitted him to hospital".

A verb that has another meaning with the object it has, one that somebody else's
words report as long past, and one that only names what an envoy carries.
"""

from collections.abc import Callable, Mapping

from detente.read.said.tidings import asks_for_silence, handed_over
from detente.read.text.wordlists import speech, speech_verbs
from detente.read.who.mentions import Scene

_QUESTIONS = frozenset({"about", "whether", "if", "by", "what", "how", "why", "when"})
_DEMANDING = frozenset({"demand", "ask", "insist", "propose", "urge", "request", "recommend"})
_GIVING = frozenset({"offer", "give", "make", "issue", "promise", "send", "lodge"})
_BLAMING = frozenset(
    {"accuse", "suspect", "criticise", "criticize", "blame", "condemn", "denounce"}
)
_NAMING = frozenset({"call", "describe", "term", "label", "brand", "dub", "regard", "see"})
_AGAIN = frozenset({"same", "similar", "another", "second"})
_EACH = frozenset({"each", "both", "all", "sides", "parties"})
_CONTENT = frozenset({"effect", "support", "reply", "answer", "protest"})  # "to the effect"
_NEAR = 5  # words from "called" to its "together"
_REACH = 7  # words behind a note within which these stand
_CLIMB = 4  # clauses joined by "and" between a verb and who reports it


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
    if _told_of_as_past(scene, i) or _only_demanded(scene, i) or _by_the_way(scene, i, lemma):
        return True
    if scene.deps[i] == "acl" and scene.tags[i] == "VBG" and _in_a_note(scene, i):
        return True  # "sent a note demanding": one saying, which "sent" tells
    if _nothing(scene, i) or _only_blamed_for(scene, i):
        return True
    other = _OTHER.get(lemma)
    return other is not None and other(scene, i)


def _reported_under(scene: Scene, i: int) -> int | None:
    """Return the verb of speech in whose words a clause stands, "and" between them aside."""
    for _ in range(_CLIMB):
        above = scene.heads[i]
        if scene.deps[i] == "ccomp":
            said = above < i and scene.doc[above].lemma_ in speech_verbs()
            return above if said else None
        if scene.deps[i] != "conj":
            return None
        i = above
    return None


def _told_of_as_past(scene: Scene, i: int) -> bool:
    """Say whether words tell of an earlier plea or offer: "said that he had asked for help"."""
    children = scene.children(i)
    had = any(scene.deps[c] == "aux" and scene.lowers[c] == "had" for c in children)
    if scene.deps[i] == "conj" and scene.tags[i] == "VBN":  # "had been considered and ruled out"
        above = scene.children(scene.heads[i])
        had = had or any(scene.deps[c] == "aux" and scene.lowers[c] == "had" for c in above)
    clause = any(scene.deps[c] == "ccomp" for c in children)
    return had and not clause and _reported_under(scene, i) is not None


def _only_demanded(scene: Scene, i: int) -> bool:
    """Say whether speech is what somebody asks for: "demanded that Peru apologise and promise"."""
    if scene.tags[i] not in {"VB", "VBP"}:
        return False
    above = _reported_under(scene, i)
    if above is None or scene.doc[above].lemma_ not in _DEMANDING:
        return False
    return scene.lowers[scene.doc[i].left_edge.i] != "whether"


def _nothing(scene: Scene, i: int) -> bool:
    """Say whether nothing came of it: "offered no help", "gave no hint"."""
    return scene.doc[i].lemma_ in _GIVING and any(
        scene.deps[c] == "dobj" and any(scene.lowers[leaf] == "no" for leaf in scene.children(c))
        for c in scene.children(i)
    )


def _only_blamed_for(scene: Scene, i: int) -> bool:
    """Say whether speech is only what somebody is said to do: "accused of apologising"."""
    if scene.deps[i] != "pcomp" or scene.tags[i] != "VBG":
        return False
    above = scene.heads[scene.heads[i]]
    if scene.deps[above] == "dobj":  # the parser may hang "of" on who is accused
        above = scene.heads[above]
    return scene.doc[above].lemma_ in _BLAMING


def _by_the_way(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether a name that somebody gives a thing stands in another's words: "criticised what he called"."""
    if lemma not in _NAMING or scene.deps[i] not in {"ccomp", "pcomp"}:
        return False
    if not any(scene.lowers[c] == "what" for c in scene.children(i)):
        return False
    for _ in range(_CLIMB):
        i = scene.heads[i]
        if scene.parts[i] == "VERB":
            return scene.doc[i].lemma_ in speech_verbs()
    return False


def _in_a_note(scene: Scene, i: int) -> bool:
    """Say whether a participle tells what a note says that somebody hands over."""
    noun = scene.heads[i]
    verb = scene.heads[noun]
    return scene.deps[noun] == "dobj" and handed_over(scene, verb, scene.doc[verb].lemma_.lower())


def _goes(scene: Scene, i: int) -> bool:
    return any(scene.deps[c] == "aux" for c in scene.children(i))


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


def _calls_in(scene: Scene, i: int) -> bool:
    """Say whether people are called somewhere, a meeting is called, or a thing has its name."""
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
    """Say whether both sides bind themselves, as by a treaty: "each undertook to leave"."""
    return any(
        scene.deps[c] == "nsubj" and scene.lowers[c] in _EACH for c in scene.children(i)
    ) or any(
        scene.lowers[leaf] in _EACH
        for c in scene.children(i)
        if scene.deps[c] == "nsubj"
        for leaf in scene.children(c)
    )


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
    "explain": _bears_out,
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
