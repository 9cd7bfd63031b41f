"""Which earlier mention a pronoun may stand for, as far as grammar says.

A mention must agree with the pronoun, and the object of a verb isn't the subject of
the same verb. Who says something of himself, and who is told to do a thing of his
own, are known without looking further.
"""

from detente.read.text.wordlists import listed, speech_verbs
from detente.read.text.words import word_class
from detente.read.who.both import SUBJECTS
from detente.read.who.mentions import Scene

MANY = frozenset({"they", "their", "them", "themselves", "theirs"})
PERSON = frozenset({"he", "his", "him", "she", "her", "hers", "himself", "herself"})
_ENTERING = listed("references", "entering")
_LANDS = listed("references", "lands")
_SAME_IN_PLURAL = listed("references", "same_in_plural")
_INTO = frozenset({"into", "in", "inside", "through", "near", "off", "over"})
_OWNING = frozenset({"poss", "compound", "amod", "nmod"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})


def may_stand_for(scene: Scene, i: int, j: int, *, plural: bool) -> bool:
    """Say whether the pronoun at `i` may mean who is named at `j`."""
    actor = scene.actor[j]
    if plural and scene.form[j] == "person":
        return _with_others(scene, j) and not _same_clause(scene, i, j)
    if actor is None or scene.place[j] or scene.form[j] in {"leaning", "held", "person"}:
        return False
    if scene.form[j] == "pronoun":
        fits = scene.lowers[j] not in PERSON and (scene.lowers[j] in MANY) == plural
    else:
        fits = actor not in scene.sources and _fits(scene, j, plural=plural)
    return fits and not _same_clause(scene, i, j)


def _with_others(scene: Scene, j: int) -> bool:
    """Say whether a person is the first of several: "Nixon and his adviser thought ... They"."""
    others = [c for c in scene.children(j) if scene.deps[c] == "conj" and c > j]
    return any(scene.actor[c] not in {None, *scene.sources} for c in others)


def _fits(scene: Scene, j: int, *, plural: bool) -> bool:
    if plural and scene.lowers[j] in _SAME_IN_PLURAL:
        return scene.form[j] != "person"
    many = scene.tags[j] in {"NNS", "NNPS"} or (scene.form[j] == "demonym" and plural_at(scene, j))
    if scene.form[j] == "person":
        return False
    if plural:
        return many or scene.form[j] in {"name", "capital", "seat"}
    return not many or scene.form[j] in {"name", "capital", "seat"}


def plural_at(scene: Scene, j: int) -> bool:
    """Say whether a word names several: "the rebels", "the British", "they"."""
    if scene.form[j] == "pronoun":
        return scene.lowers[j] in MANY
    if scene.tags[j] in {"NNS", "NNPS"} or scene.lowers[j] in _SAME_IN_PLURAL:
        return scene.form[j] in {"noun", "demonym"}
    whole = scene.deps[j] in OBJECTS | SUBJECTS and scene.parts[j] != "VERB"
    return scene.form[j] == "demonym" and whole


def told_aside(scene: Scene, i: int, j: int) -> bool:
    """Say whether a subject is that of a clause beside a noun which a pronoun stands outside of.

    "President Roosevelt, to whom the Kaiser appealed, said that he would": not the Kaiser.
    """
    if scene.deps[j] not in SUBJECTS:
        return False
    verb = scene.heads[j]
    return scene.deps[verb] == "relcl" and not scene.doc[verb].is_ancestor(scene.doc[i])


def who_says(scene: Scene, i: int) -> int | None:
    """Return the subject of the verb of speech that a clause hangs on whose subject a pronoun is."""
    verb = scene.heads[i]
    says = scene.heads[verb]
    if scene.deps[i] not in SUBJECTS or scene.deps[verb] != "ccomp" or says > i:
        return None
    if scene.doc[says].lemma_ == "know" and scene.doc[scene.heads[says]].lemma_ == "let":
        says = scene.heads[says]
    elif scene.doc[says].lemma_ not in speech_verbs():
        return None
    who = _subject_of(scene, says)
    if who is None and scene.deps[says] == "conj":
        says = scene.heads[says]
        who = _subject_of(scene, says)
    if who is not None and scene.tags[who] in {"WDT", "WP"} and scene.deps[says] == "relcl":
        who = scene.heads[says]
    return who


def who_says_so(scene: Scene, i: int) -> str | None:
    """Return who says of himself what a clause tells: "China warned that it would retaliate"."""
    who = who_says(scene, i)
    if who is None or scene.actor[who] is None or scene.actor[who] in scene.sources:
        return None
    if scene.form[who] not in {"name", "capital", "seat", "noun"} or scene.place[who]:
        return None
    return scene.actor[who]


def who_is_told(scene: Scene, i: int) -> str | None:
    """Return those told to do a thing of their own: "urged both to settle their dispute"."""
    verb = verb_above(scene, i)
    above = scene.heads[verb]
    if (
        scene.deps[i] in SUBJECTS
        or scene.deps[verb] not in {"xcomp", "ccomp"}
        or scene.tags[verb] != "VB"
    ):
        return None
    whom = next(
        (c for c in scene.children(above) if scene.deps[c] in {"dobj", "dative"} and c < verb), None
    )
    if whom is None or scene.doc[above].lemma_.lower() not in word_class("hands_on"):
        return None
    return scene.actor[whom] if scene.actor[whom] not in scene.sources else None


def whose_land(scene: Scene, i: int) -> frozenset[str]:
    """Return whose waters, air or soil a pronoun's verb enters: "it crossed into Russian waters"."""
    verb = scene.heads[i]
    if scene.deps[i] not in SUBJECTS or scene.doc[verb].lemma_ not in _ENTERING:
        return frozenset()
    ways = [c for c in scene.children(verb) if scene.lowers[c] in _INTO or scene.deps[c] == "dobj"]
    lands = (far for c in ways for far in (c, *scene.children(c)) if scene.lowers[far] in _LANDS)
    owners = (scene.actor[c] for land in lands for c in scene.children(land) if c < land)
    return frozenset(owner for owner in owners if owner is not None)


def owner_near(scene: Scene, j: int) -> str | None:
    """Return whose a noun of nobody known is, by the words beside it: "officers in Rawalpindi"."""
    beside = [c for c in scene.children(j) if c < j and scene.deps[c] in _OWNING]
    behind = [c for c in scene.children(j) if c > j and scene.lowers[c] in {"of", "from", "in"}]
    places = (*beside, *(leaf for c in behind for leaf in scene.children(c)))
    named = (c for c in places if scene.form[c] not in {"leaning", "held"})
    return next((scene.actor[c] for c in named if scene.actor[c] is not None), None)


def _subject_of(scene: Scene, verb: int) -> int | None:
    return next((c for c in scene.children(verb) if scene.deps[c] in {"nsubj", "nsubjpass"}), None)


def is_subject(scene: Scene, j: int) -> bool:
    """Say whether a mention is, or begins, the subject of a clause."""
    for _ in range(3):
        if scene.deps[j] in SUBJECTS or _is_cleft(scene, j) or _stands_alone(scene, j):
            return True
        named = scene.deps[j] == "appos" and scene.actor[scene.heads[j]] is None
        named = named and scene.form[j] == "name"  # "The largest party, al-Wefaq, declined"
        if scene.deps[j] not in {"compound", "conj", "flat", "nmod"} and not named:
            return False
        j = scene.heads[j]
    return False


def _is_cleft(scene: Scene, j: int) -> bool:
    """Say whether it's the name in "It was Washington that ended it"."""
    return scene.deps[j] == "attr" and any(
        scene.lowers[child] == "it" and child < j for child in scene.children(scene.heads[j])
    )


def _stands_alone(scene: Scene, j: int) -> bool:
    """Say whether a name is all that a sentence says: "And the Taliban?"."""
    return (
        scene.deps[j] == "ROOT"
        and scene.parts[j] in {"NOUN", "PROPN"}
        and not any(scene.parts[child] in {"VERB", "AUX"} for child in scene.children(j))
    )


def is_main(scene: Scene, j: int) -> bool:
    """Say whether a subject is that of a main clause, or of what is said in it."""
    while scene.deps[j] not in SUBJECTS | {"attr"} and scene.heads[j] != j:
        j = scene.heads[j]
    if scene.heads[j] == j:
        return True
    verb = scene.heads[j]
    if scene.deps[verb] == "ccomp":
        said_first = scene.heads[verb] > j  # "The bridge was lost, he said"
        return said_first and not any(scene.deps[c] == "mark" for c in scene.children(verb))
    return scene.deps[verb] in {"ROOT", "conj"}


def governs_both(scene: Scene, i: int, j: int) -> bool:
    """Say whether `j` is the subject of the verb whose object the pronoun `i` is, or of its first conjunct."""
    verb, above = verb_above(scene, i), verb_above(scene, j)
    while scene.deps[verb] == "conj" and verb != above:
        verb = scene.heads[verb]
    return verb == above


def _same_clause(scene: Scene, i: int, j: int) -> bool:
    """Say whether a pronoun that isn't a possessive hangs on the verb whose subject `j` is.

    "Rwanda had declared war on it": it isn't Rwanda.
    """
    if struck(scene, i):
        return governs_both(scene, i, j)
    if scene.lowers[i] in {"its", "their", "itself", "themselves"} or scene.deps[i] in SUBJECTS:
        return False
    verb, doing = verb_above(scene, i), verb_above(scene, j)
    for step in range(4):
        if verb == doing:  # but "hailed the ships and ordered them to leave"
            return not step or is_subject(scene, j)
        own = any(scene.deps[c] in SUBJECTS for c in scene.children(verb))
        if own or scene.deps[verb] not in {"advcl", "xcomp", "conj", "pcomp"}:
            return False
        verb = verb_above(scene, verb)  # "China spoke to both, urging them"
    return False


def struck(scene: Scene, i: int) -> bool:
    """Say whether a pronoun owns what is struck: "Peru bombed his ships" are not Peru's own."""
    thing = scene.heads[i]
    if scene.deps[i] != "poss" or scene.deps[thing] != "dobj":
        return False
    if any(scene.lowers[child] == "own" for child in scene.children(thing)):
        return False
    return scene.doc[scene.heads[thing]].lemma_.lower() in word_class("blows")


def verb_above(scene: Scene, i: int) -> int:
    """Return the verb that a word hangs on, near or far."""
    for _ in range(8):
        i = scene.heads[i]
        if scene.parts[i] in {"VERB", "AUX"}:
            break
    return i
