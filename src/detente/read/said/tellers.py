"""Who speaks: the token of a verb's subject or agent, its own or one that it shares."""

from detente.read.grammar.slips import before_its_verb, behind_year, beside, mistaken, swallowed
from detente.read.said.tidings import after_a_name
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
        if dep == "acl" and scene.lowers[above] == "pains":  # "is at pains to stress"
            i = scene.heads[scene.heads[above]]
            continue
        if above == i or dep == "acl" or not _lends(scene, i):
            return _without_subject(scene, i)
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
        nearer = _nearer_speaker(scene, i, above) if dep in {"conj", "advcl"} else None
        if nearer is not None:
            return nearer
        raised, shared = dep == "xcomp", dep == "conj"
        i = above
    return None


def _cited(scene: Scene, verb: int) -> int | None:
    """Return who is quoted: "the agency quoted a minister as saying"."""
    if scene.doc[verb].lemma_ not in {"quote", "cite"}:
        return None
    return next((c for c in scene.children(verb) if scene.deps[c] == "dobj"), None)


def _at_verb(scene: Scene, i: int, *, raised: bool, shared: bool) -> tuple[bool, int | None]:
    """Say whether a verb itself tells who speaks, and who: its subject, or a passive's agent."""
    own, passive = _subjects(scene, i)
    if own is not None:
        return True, _who_can_speak(scene, i, own) if shared else own
    if passive is not None:
        return True, _passive(scene, i, passive, raised=raised, shared=shared)
    by = any(scene.deps[child] == "auxpass" for child in scene.children(i))
    if by and raised and scene.deps[i] == "conj":
        return False, None  # "has left and is reported to have told"
    return by, agent(scene, i) if by else None


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


def _nearer_speaker(scene: Scene, i: int, above: int) -> int | None:
    """Return who speaks in "Syria left after Egypt confirmed the raid and said that ..."."""
    if scene.doc[above].lemma_ in speech("say") | speech("clause") | speech("object"):
        return None
    if scene.tags[i] == "VBG":
        return _speaker_just_before(scene, i, above)
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


def _without_subject(scene: Scene, i: int) -> int | None:
    """Return who speaks by a verb that has no subject and shares none."""
    dep, above = scene.deps[i], scene.heads[i]
    if above == i:
        found = after_a_name(scene, i)
        return _behind_phrase(scene, i) if found is None else found
    if dep == "acl":
        return _behind_noun(scene, i, above)
    return agent(scene, i) if dep == "advcl" else None  # "Lee, criticised for his restraint, ..."


def _behind_phrase(scene: Scene, i: int) -> int | None:
    """Return the subject that the parser took into the phrase before: "On the 9th Siad announced"."""
    verb = scene.doc[i]
    taken = behind_year(verb) or mistaken(verb) or swallowed(verb) or beside(verb)
    if taken is not None:
        return taken.i
    adverb = next((c for c in scene.children(i) if c < i and scene.deps[c] == "advmod"), None)
    if adverb is not None and scene.texts[adverb] in scene.last_names:
        return adverb  # "Bely replied"
    if not i:
        return None
    name = i - 1
    while name and scene.deps[name] in {"aux", "neg", "advmod"}:
        name -= 1
    alone = scene.form[name - 1] != "person" and scene.deps[name - 1] == "compound"
    named = alone and scene.form[name] == "person"
    if named and before_its_verb(scene.doc[i], scene.doc[name]):
        return name  # "On the sidelines of the summit in Kazan Xi told"
    if scene.actor[name] and scene.parts[name] == "NOUN" and scene.deps[name] in {"dobj", "pobj"}:
        return name if scene.tags[i] in {"VBD", "VBZ"} and scene.deps[i] == "ROOT" else None
    return _behind_day(scene, i)


def _behind_day(scene: Scene, i: int) -> int | None:
    """Return the name or the noun behind a day: "On 18 August a second secretary asked"."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and child < i and scene.lowers[child] in {"on", "in"}:
            for leaf in scene.children(child):
                name = scene.deps[leaf] == "pobj" and scene.parts[leaf] == "PROPN"
                if name and leaf == i - 1 and leaf - child > 1 and scene.entities[leaf] != "DATE":
                    return leaf
                for noun in scene.children(leaf):
                    if scene.deps[noun] == "appos" and scene.entities[leaf] == "DATE":
                        return noun
    return None


def agent(scene: Scene, i: int) -> int | None:
    """Return the noun behind "by" of a passive."""
    for child in scene.children(i):
        if scene.deps[child] == "agent":
            for leaf in scene.children(child):
                if scene.deps[leaf] == "pobj":
                    return leaf
    return None


def _bare_participle(scene: Scene, i: int) -> bool:
    return scene.tags[i] == "VBN" and not any(
        scene.deps[child] == "aux" for child in scene.children(i)
    )


def _behind_noun(scene: Scene, i: int, noun: int) -> int | None:
    """Return who speaks by a verb that hangs on a noun: "a note demanding", "a claim denied by"."""
    if scene.tags[i] == "VBG":
        return _sender(scene, noun) if scene.lowers[noun] in speech("handed") else noun
    by = agent(scene, i)
    if scene.deps[noun] == "appos" and scene.deps[scene.heads[noun]] == "ROOT" and by is None:
        return scene.heads[noun]  # a slip: "Peru, an ally of Chile, called for"
    if by is None and scene.heads[noun] == noun and scene.texts[i - 1] == ",":
        return noun  # a slip: "The minister, Ida Holm, pressed for talks"
    if by is not None or (scene.tags[i] == "VBN" and not _says_that(scene, i)):
        return by
    root = scene.doc[i].sent.root.i
    if scene.actor[root] and root < i:
        return root
    return noun if scene.heads[noun] == noun else None  # a parser's slip: "The note called on all"


def _says_that(scene: Scene, i: int) -> bool:
    """Say whether a clause hangs on a verb, as on no passive behind a noun."""
    return any(scene.deps[c] == "ccomp" and c > i for c in scene.children(i))


def _sender(scene: Scene, noun: int) -> int:
    """Return who sends a note that demands: "Austria sent an ultimatum demanding"."""
    verb = scene.heads[noun]
    if scene.deps[noun] == "dobj" and verb != noun:
        who = next((c for c in scene.children(verb) if scene.deps[c] == "nsubj"), None)
        return noun if who is None else who
    return noun


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
