"""Whether a verb is somebody's saying where it stands: what hangs on it decides.

The verbs are in ``lexicon/speech.toml``, by what they need.
"""

from detente.read.said.extents import CONTENT, stands_aside
from detente.read.said.needs import special, that_further_on
from detente.read.said.objects_told import has_object, that_clause, with_object
from detente.read.said.tidings import handed_over, held_of, measured
from detente.read.text.wordlists import listed, speech, table_of
from detente.read.who.mentions import Scene

_UNREAL = listed("speech", "unreal")
_DOES = listed("speech", "does")  # "went on to say", "was quick to say"
_MADE = speech("made")  # "was forced to admit"
_RISES = speech("rises")  # "took to the radio to appeal"
_RAISED = frozenset({"think", "believe", "expect"})  # "not" belongs to what is thought
_SO = frozenset({"so", "such", "order", "now", "provided", "given", "seeing", "sure"})
_ASKING = frozenset({"demand", "ask", "insist", "propose", "urge", "request", "recommend"})
_FAR = 14  # words from "wrote" to its "that"
_THAT = frozenset({"it", "this", "that", "them", "these"})


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
    behind_noun = behind_noun and scene.deps[scene.heads[i]] != "ROOT"  # a slip: "Athens boasted"
    if behind_noun and lemma not in speech("aside") | speech("about") | speech("inverting"):
        return False  # "aid threatened by Congress"
    children = scene.children(i)
    active = {"aux", "auxpass", "agent", "nsubj", "ccomp"}
    agentless = not any(scene.deps[c] in active for c in children)
    if lemma == "ask" and scene.tags[i] == "VBN" and agentless:
        return False  # "the president, asked about it"
    if lemma in speech("say"):
        return not any(
            scene.deps[c] == "dobj" and scene.lowers[c] == "what" and scene.deps[i] == "ccomp"
            for c in children
        )  # "meant what they said"
    return (
        _parenthetic(scene, i, lemma, children)
        or _with_clause(scene, i, lemma, children, quoting=quoting)
        or special(scene, i, lemma, children)
        or (lemma in speech("about") and _waved_off(scene, i, lemma, children))
        or (lemma in speech("object") and with_object(scene, i, lemma, children))
        or paired(scene, lemma, children)
        or handed_over(scene, i, lemma)
        or measured(scene, i, lemma)
    )


def _parenthetic(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:
    """Say whether "as" opens a clause of speech: "as Lima insists", "as Lima saw it"."""
    seen = lemma in {"see", "put", "tell"} and scene.lowers[i + 1 : i + 2] == ["it"]
    if seen and scene.deps[i] == "advcl" and scene.texts[i + 2 : i + 3] in ([","], ["."]):
        return any(scene.lowers[c] == "as" and c < i for c in children)
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
        return that_clause(scene, children)
    return _clausal(scene, i, children) or (
        quoting and scene.deps[i] not in {"pcomp", "acl", "relcl"}
    )


def _clausal(scene: Scene, i: int, children: list[int]) -> bool:
    if scene.lowers[i + 1 : i + 3] == ["in", "writing"]:
        return True  # "promised in writing that"
    if i + 1 >= len(scene.lowers):
        return any(scene.deps[c] in {"ccomp", "xcomp"} for c in children)
    if scene.lowers[i + 1] in {"with", "by", "in"} and that_further_on(scene, i):
        return True  # "replied with a shrug that"
    if scene.parts[i + 1] == "ADP" and _that_after_phrase(scene, i):
        return True
    return (
        scene.deps[i] == "parataxis"
        or stands_aside(scene, i)
        or any(scene.deps[child] in CONTENT or _that_behind(scene, child) for child in children)
    )


def _that_after_phrase(scene: Scene, i: int) -> bool:
    """Say whether "that" stands behind commas: "wrote on the eighth, in a post, that"."""
    for j in range(i + 1, min(i + _FAR, len(scene.texts))):
        if scene.tags[j] in {"VBD", "VBZ", "VBP", "MD"} or scene.sentence[j] != scene.sentence[i]:
            return False
        if scene.lowers[j] == "that" and scene.deps[j] == "mark":
            return scene.texts[j - 1] == ","
    return False


def _that_behind(scene: Scene, clause: int) -> bool:
    """Say whether a clause with "that" was taken for an adverb's: "wrote, in a post, that"."""
    return scene.deps[clause] == "advcl" and any(
        scene.deps[c] == "mark" and scene.lowers[c] == "that" and scene.lowers[c - 1] not in _SO
        for c in scene.children(clause)
    )


def _waved_off(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:
    """Say whether words are what a verb such as "reject" rejects."""
    if scene.deps[i] == "relcl" and scene.lowers[scene.heads[i]] in (
        speech("topics") | speech("brushed")
    ):
        return True  # "a suggestion that Lima rejected"
    topics = speech("topics") | (_THAT if lemma in speech("waved_off") else frozenset())
    return (
        _clausal(scene, i, children)
        or any(scene.lowers[child] == "as" for child in children)
        or "as" in scene.lowers[i + 1 : min(scene.doc[i].right_edge.i, i + _FAR)]
        or has_object(scene, children, topics)
    )


def minded(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether a verb tells a state of mind with what it holds: "think that", "doubt it"."""
    if lemma not in speech("mind"):
        return False
    clause = any(scene.deps[child] in CONTENT for child in scene.children(i))
    return clause or scene.deps[i] == "parataxis" or held_of(scene, i, lemma)


def paired(scene: Scene, lemma: str, children: list[int]) -> bool:
    """Say whether a verb and its object together tell of words: "voice concern", "give notice"."""
    nouns = table_of("pairs").get(lemma)
    return nouns is not None and has_object(scene, children, nouns)


def pair_verbs() -> frozenset[str]:
    """Return the verbs that tell of words with some objects only."""
    return frozenset(table_of("pairs"))


def unreal(scene: Scene, i: int, *, quoting: bool) -> bool:
    """Say whether the speech didn't take place: "could say", "if he says", "to say"."""
    children = scene.children(i)
    dep = scene.deps[i]
    if _supposed(scene, i, children):
        return True
    if dep == "xcomp" and any(scene.lowers[child] == "have" for child in children):
        return False
    bare = not any(scene.deps[child] in {"nsubj", "aux"} for child in children)
    infinitive = scene.tags[i] == "VB" or (
        scene.tags[i] == "VBP" and scene.tags[scene.heads[i]] == "VB"
    )
    if dep == "conj" and infinitive and bare:
        return unreal(scene, scene.heads[i], quoting=quoting)  # "must condemn it and promise"
    does = _brought_about(scene, i)
    base = scene.tags[i] == "VB" and not _mistagged(scene, children)
    if base and dep in {"xcomp", "advcl", "acl", "relcl", "pcomp"} and not does:
        return True
    helpers = _UNREAL - {"to"} if does or dep == "xcomp" else _UNREAL
    if any(scene.deps[child] == "aux" and scene.lowers[child] == "will" for child in children):
        return True
    return not quoting and any(
        scene.deps[child] == "aux" and scene.lowers[child] in helpers for child in children
    )


def _mistagged(scene: Scene, children: list[int]) -> bool:
    """Say whether a present tense was taken for an infinitive: "while rivals close to Iran accuse him"."""
    own = any(scene.deps[c] == "nsubj" and scene.tags[c] == "NNS" for c in children)
    return own and not any(scene.deps[c] == "aux" for c in children)


def _supposed(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether speech is only supposed or asked for: "if he says", "demanded that Lima apologise"."""
    done = any(scene.deps[c] == "aux" and scene.doc[c].lemma_ == "do" for c in children)
    if done and scene.doc[i].sent.text.rstrip().endswith("?"):
        return True  # "What does Lima say?"
    if scene.deps[i] == "pcomp" and scene.lowers[scene.heads[i]] == "without":
        return True
    if scene.deps[i] == "ccomp" and scene.tags[i] == "VB":
        above = scene.doc[scene.heads[i]].lemma_
        return above in _ASKING
    return scene.deps[i] == "advcl" and any(
        scene.deps[child] == "mark" and scene.lowers[child] in {"if", "unless", "lest"}
        for child in children
    )


def _brought_about(scene: Scene, i: int) -> bool:
    """Say whether the verb above an infinitive says that it came about: "was forced to admit"."""
    above = scene.heads[i]
    lemma = scene.doc[above].lemma_
    if lemma in _DOES:
        return True
    if scene.lowers[above] == "was" and scene.deps[i] == "xcomp":
        behind = scene.lowers[above + 1 : above + 2]
        return behind == ["to"]  # "he was to write later", not "was wrong to"
    if scene.deps[i] == "xcomp" and lemma in _MADE:
        return any(scene.deps[c] in {"nsubjpass", "auxpass"} for c in scene.children(above))
    if lemma in speech("errands") and not any(scene.deps[c] == "ccomp" for c in scene.children(i)):
        return False  # "sent a minister to plead", "broke into the hall to protest"
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
    if scene.doc[i].lemma_ in _RAISED and any(scene.deps[c] in CONTENT for c in children):
        return False  # "do not think that it could" holds that it couldn't
    ruled = any(scene.deps[child] == "prt" and scene.lowers[child] == "out" for child in children)
    if not ruled and any(
        scene.deps[child] == "neg"
        or (scene.deps[child] == "dobj" and scene.lowers[child] in {"nothing", "anything"})
        for child in children
    ):
        return True
    return any(scene.lowers[child] in {"no", "neither"} for child in scene.children(subject))
