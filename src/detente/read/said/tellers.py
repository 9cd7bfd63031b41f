"""Who speaks: the token of a verb's subject or agent, its own or one that it shares."""

from detente.read.grammar.slips import swallowed
from detente.read.said.subjectless import agent, without_subject
from detente.read.text.wordlists import speech, speech_verbs
from detente.read.who.mentions import Scene

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis", "dep"})
_AUX = frozenset({"aux", "auxpass"})
_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "VB": "bare"}
_JOINT = 3  # words between "and" and the verb it joins
_UP = 5  # so many verbs above one may lend it their subject


def teller(scene: Scene, i: int) -> int | None:
    """Return the token of who speaks by the verb at `i`, None where nobody is said to."""
    raised = shared = False
    for _ in range(_UP):
        known, who = _at_verb(scene, i, raised=raised, shared=shared)
        if known:
            return who
        dep, above = scene.deps[i], scene.heads[i]
        further = _beyond_noun(scene, i)
        if further is not None:
            i, raised, shared = further, False, False
            continue
        if above == i or dep == "acl" or not _lends(scene, i):
            return without_subject(scene, i)
        if dep == "pcomp" or scene.parts[above] == "ADJ":  # "was careful to say"
            above = scene.heads[above]
            cited = _cited(scene, above) if dep == "pcomp" else None
            if cited is not None:
                return cited
        if scene.parts[above] not in {"VERB", "AUX"}:
            return above if scene.parts[above] in {"PROPN", "NOUN"} else None
        outer = _teller_above(scene, i, above) if dep == "conj" else None
        if outer is not None:
            i = outer
            continue
        joined = dep in {"conj", "advcl"}
        nearer = _behind_time(scene, i) or (_nearer_speaker(scene, i, above) if joined else None)
        if nearer is not None:
            return nearer
        raised, shared = dep == "xcomp", dep == "conj"
        i = above
    return None


def _beyond_noun(scene: Scene, i: int) -> int | None:
    """Return the verb whose subject speaks where a noun stands between the two."""
    above = scene.heads[i]
    if scene.deps[i] == "acl" and scene.lowers[above] == "pains":  # "is at pains to stress"
        return scene.heads[scene.heads[above]]
    noun = scene.heads[above]
    if scene.deps[i] == "pcomp" and scene.deps[noun] == "dobj" and _is_place(scene, i):
        return scene.heads[noun]  # "held rallies in Lahore demanding"
    return None


def _cited(scene: Scene, verb: int) -> int | None:
    """Return who is quoted: "the agency quoted a minister as saying"."""
    if scene.doc[verb].lemma_ not in {"quote", "cite"}:
        return None
    return next((c for c in scene.children(verb) if scene.deps[c] == "dobj"), None)


def _at_verb(scene: Scene, i: int, *, raised: bool, shared: bool) -> tuple[bool, int | None]:
    """Say whether a verb itself tells who speaks, and who: its subject, or a passive's agent."""
    own, passive = _subjects(scene, i)
    if own is not None and scene.deps[i] == "pcomp" and _is_place(scene, i):
        return False, None
    if own is not None:
        return True, _who_can_speak(scene, i, own) if shared else own
    if passive is not None:
        return True, _passive(scene, i, passive, raised=raised, shared=shared)
    by = any(scene.deps[child] == "auxpass" for child in scene.children(i))
    if by and raised and scene.deps[i] == "conj":
        return False, None  # "has left and is reported to have told"
    return by, agent(scene, i) if by else None


def _is_place(scene: Scene, i: int) -> bool:
    """Say whether the parser took a town for who speaks: "rallies in Lahore and Karachi demanding"."""
    own = next((c for c in scene.children(i) if scene.deps[c] == "nsubj"), None)
    return own is not None and scene.entities[own] == "GPE" and scene.lowers[scene.heads[i]] == "in"


def _subjects(scene: Scene, i: int) -> tuple[int | None, int | None]:
    """Return a verb's own subject, or one that the parser gave to an aside, and a passive's."""
    passive = None
    for child in scene.children(i):
        if scene.deps[child] == "nsubj":
            later = _nearer_subject(scene, i, child)
            return (child if later is None else later), None
        if scene.deps[child] == "nsubjpass":
            passive = child
    if passive is not None:
        return None, passive
    return _subject_of_helper(scene, i) or _subject_of_aside(scene, i), None


def _nearer_subject(scene: Scene, i: int, first: int) -> int | None:
    """Return the second of two subjects: "Addressing parliament, Modi said"."""
    if scene.tags[scene.doc[first].left_edge.i] != "VBG":
        return None
    for child in scene.children(i):
        if first < child < i and scene.deps[child] == "nsubj" and "," in scene.texts[first:child]:
            return child
    return None


def _subject_of_helper(scene: Scene, i: int) -> int | None:
    """Return the subject that the parser gave to an auxiliary: "It has, however, offered"."""
    for child in scene.children(i):
        if scene.deps[child] == "aux" and child < i:
            for leaf in scene.children(child):
                if leaf < child and scene.deps[leaf] == "nsubj":
                    return leaf
    return None


def _teller_above(scene: Scene, i: int, above: int) -> int | None:
    """Return the verb that a verb is joined to by "and" over the words told by it.

    The parser joins it to the nearest: "insists that Chad left and warns", "doubted
    that Peru would invade but insisted", "said that Chile had a right but urged it to wait".
    """
    told = _tense(scene, i)
    if told is None or _tense(scene, above) is None:
        return None
    if _tense(scene, above) == told and scene.doc[above].lemma_ in speech_verbs():
        return None
    inner = above
    for _ in range(_UP):
        outer = scene.heads[inner]
        if outer >= inner or ";" in scene.texts[outer:i]:
            return None
        if scene.doc[outer].lemma_ in speech_verbs() and _tense(scene, outer) == told:
            return outer
        if scene.parts[outer] not in {"VERB", "AUX", "NOUN", "ADP"}:
            return None
        inner = outer
    return None


def _tense(scene: Scene, i: int) -> str | None:
    """Return whether a verb is past, present, perfect, an infinitive or after a modal."""
    helpers = {scene.lowers[c]: scene.tags[c] for c in scene.children(i) if scene.deps[c] in _AUX}
    if "MD" in helpers.values():
        return "modal"
    for words, tense in (({"had"}, "pluperfect"), ({"has", "have"}, "perfect")):
        if words & helpers.keys():
            return tense
    if {"is", "are", "am"} & helpers.keys():
        return "present"
    if {"was", "were", "did"} & helpers.keys():
        return "past"
    return _TENSES.get(scene.tags[i])


def _behind_time(scene: Scene, i: int) -> int | None:
    """Return who speaks in "they left, and in March Barro announced", whom the parser took into the date."""
    taken = swallowed(scene.doc[i]) if scene.deps[i] == "conj" else None
    return None if taken is None else taken.i


def _nearer_speaker(scene: Scene, i: int, above: int) -> int | None:
    """Return who speaks in "Syria left after Egypt confirmed the raid and said that ..."."""
    if scene.tags[i] == "VBG":
        return _speaker_just_before(scene, i, above)
    if scene.doc[above].lemma_ in speech("say") | speech("clause") | speech("object"):
        return None
    if scene.tags[i] not in {"VBD", "VBZ", "VBP"}:
        return None
    joint = next((j for j in range(i - 1, above, -1) if scene.lowers[j] == "and"), i)
    if i - joint > _JOINT or scene.texts[joint - 1] == ",":
        return None
    for j in range(joint - 1, above, -1):
        if scene.deps[j] == "advcl" and scene.doc[j].lemma_ in speech_verbs():
            return next((c for c in scene.children(j) if scene.deps[c] == "nsubj"), None)
    return None


def _speaker_just_before(scene: Scene, i: int, above: int) -> int | None:
    """Return who speaks in "a list that Lima has rejected, calling it a forgery"."""
    if scene.texts[i - 1] != ",":
        return None
    for j in range(i - 2, above, -1):
        if scene.parts[j] == "VERB":
            if scene.deps[j] != "relcl" or scene.doc[j].lemma_ not in speech_verbs():
                return None
            return next((c for c in scene.children(j) if scene.deps[c] == "nsubj"), None)
    return None


def _who_can_speak(scene: Scene, i: int, own: int) -> int:
    """Return who speaks where the subject at hand is a thing: "X said a boat had sunk and asked"."""
    above = scene.heads[i]
    thing = scene.actor[own] is None and scene.parts[own] in {"NOUN", "NUM"}
    if not thing or scene.deps[i] != "ccomp" or above > i:
        return own
    if scene.doc[above].lemma_ not in speech("say") | speech("clause"):
        return own
    nouns = scene.gazetteer.words
    known = nouns["expert"] | nouns["anonymous"] | nouns["title"] | speech("persons")
    if scene.lowers[own] in known | speech("papers") | speech("benches"):
        return own
    return next((c for c in scene.children(above) if scene.deps[c] == "nsubj"), own)


def _lends(scene: Scene, i: int) -> bool:
    """Say whether a verb takes its subject from the word above it."""
    dep = scene.deps[i]
    return dep == "pcomp" or (
        dep in _SHARING and not (dep == "advcl" and _bare_participle(scene, i))
    )


def _bare_participle(scene: Scene, i: int) -> bool:
    return scene.tags[i] == "VBN" and not any(
        scene.deps[child] == "aux" for child in scene.children(i)
    )


def _passive(scene: Scene, i: int, subject: int, *, raised: bool, shared: bool) -> int | None:
    """Return who speaks where the verb above is passive: "X said five were killed and vowed"."""
    lemma = scene.doc[i].lemma_
    if raised or lemma in {"quote", "cite", "hear"}:
        return subject
    above = scene.heads[i]
    if shared and scene.deps[i] == "ccomp" and scene.doc[above].lemma_ in speech("say"):
        return teller(scene, above)
    return agent(scene, i)


def _subject_of_aside(scene: Scene, i: int) -> int | None:
    """Return the subject that the parser gave to an aside: "Hitler, enraged at ..., told"."""
    for child in scene.children(i):
        if (
            child < i
            and scene.parts[child] == "VERB"
            and scene.deps[child] in {"advcl", "parataxis", "ccomp"}
        ):
            for leaf in scene.children(child):
                if leaf < child and scene.deps[leaf] in _SUBJECTS and scene.texts[leaf + 1] == ",":
                    return leaf
    return None
