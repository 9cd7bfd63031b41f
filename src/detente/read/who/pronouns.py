"""Whom pronouns mean within a document: "it", "they", "his", "whose", "both".

The rules are few and prefer silence: the last subject that fits, in the
sentence or the two before it.
"""

from collections.abc import Container

from detente.read.text.wordlists import listed, speech_verbs
from detente.read.text.words import word_class
from detente.read.who.both import SUBJECTS, other_than_subject
from detente.read.who.mentions import Scene

_THINGS = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "their", "them", "themselves", "theirs"})
PERSON = frozenset({"he", "his", "him", "she", "her", "hers", "himself", "herself"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_REACH = 2
_MEMORY = 4
_EMPTY_IT = listed("references", "empty_it")


def meaning(scene: Scene, i: int) -> str | None:
    """Return the actor that a pronoun of the third person stands for."""
    lower = scene.lowers[i]
    if lower == "whose":
        return antecedent(scene, i)
    if lower in _THINGS:
        return _thing(scene, i)
    if lower in MANY:
        return _several(scene, i)
    return person(scene, i) if lower in PERSON else other_than_subject(scene, i)


def antecedent(scene: Scene, i: int) -> str | None:
    """Return whom "whose" stands for: the name before it, else the noun that its clause hangs on."""
    if i and scene.actor[i - 1] is not None and scene.form[i - 1] in {"name", "demonym"}:
        return scene.actor[i - 1]
    if i > 1 and scene.texts[i - 1] == "," and scene.form[i - 2] == "name":
        return scene.actor[i - 2]
    for _ in range(6):
        i = scene.heads[i]
        if scene.deps[i] == "relcl":
            return scene.actor[scene.heads[i]]
    return None


def _thing(scene: Scene, i: int) -> str | None:
    governor = scene.heads[i]
    if scene.lowers[i] == "it" and scene.deps[i] in SUBJECTS | {"expl"}:
        lemma = scene.doc[governor].lemma_
        below = {scene.deps[child] for child in scene.children(governor)}
        if scene.deps[i] == "expl" or (lemma in _EMPTY_IT and "dobj" not in below):
            return None
        if scene.deps[i] == "nsubjpass" and "ccomp" in below:
            return None
    return _last_subject(scene, i, plural=False)


def _last_subject(scene: Scene, i: int, *, plural: bool) -> str | None:
    """Return the actor that was the subject last, else one that is named before a possessive.

    In the pronoun's own sentence any subject will do; of the sentences before
    it the subject of the main clause is looked for first.
    """
    teller = _who_says_so(scene, i) or (_who_is_told(scene, i) if plural else None)
    if teller is not None:
        return teller
    own, before = scene.sentence[i], None
    owner: str | None = None
    owning = scene.lowers[i] in {"its", "their"}
    for j in range(i - 1, -1, -1):
        back = own - scene.sentence[j]
        if back > _REACH:
            break
        if back and owner:
            return owner
        if plural and not (owner or before) and _strangers(scene, j):
            return None
        if not _may_stand_for(scene, i, j, plural=plural):
            continue
        if _is_subject(scene, j):
            if not back or _is_main(scene, j):
                return scene.actor[j]
            before = before or scene.actor[j]
        elif not back and owner is None and (owning or scene.deps[j] == "poss"):
            owner = scene.actor[j]
    return owner or before


def _several(scene: Scene, i: int) -> str | None:
    """Return whom "they" means: a plural that stands near before a state that is one thing.

    "Israel struck the rebels after they had fired on it": the rebels, not Israel.
    """
    actor = _last_subject(scene, i, plural=True)
    if actor is None or scene.kind_of(actor) != "state":
        return actor
    place = next((j for j in range(i - 1, -1, -1) if scene.actor[j] == actor), i)
    if _plural(scene, place):
        return actor
    near = _plural_before(scene, i)
    return actor if near is None else scene.actor[near]


def _plural_before(scene: Scene, i: int) -> int | None:
    """Return the nearest plural that "they" may mean, a subject before others."""
    found: int | None = None
    for j in range(i - 1, -1, -1):
        back = scene.sentence[i] - scene.sentence[j]
        if back > 1 or (back and found is not None):
            break
        if not _plural(scene, j) or not _may_stand_for(scene, i, j, plural=True):
            continue
        if _is_subject(scene, j):
            return j
        if found is None and scene.deps[j] in _OBJECTS:
            found = j
    return found


def _plural(scene: Scene, j: int) -> bool:
    """Say whether a word names several: "the rebels", "the British", "they"."""
    if scene.form[j] == "pronoun":
        return scene.lowers[j] in MANY
    if scene.tags[j] in {"NNS", "NNPS"}:
        return scene.form[j] in {"noun", "demonym"}
    whole = scene.deps[j] in _OBJECTS | SUBJECTS and scene.parts[j] != "VERB"
    return scene.form[j] == "demonym" and whole


def _may_stand_for(scene: Scene, i: int, j: int, *, plural: bool) -> bool:
    """Say whether the pronoun at `i` may mean who is named at `j`."""
    actor = scene.actor[j]
    if actor is None or scene.place[j] or scene.form[j] in {"leaning", "held", "person"}:
        return False
    if scene.form[j] == "pronoun":
        fits = scene.lowers[j] not in PERSON and (scene.lowers[j] in MANY) == plural
    else:
        fits = actor not in scene.sources and _fits(scene, j, plural=plural)
    return fits and not _same_clause(scene, i, j)


def _who_says_so(scene: Scene, i: int) -> str | None:
    """Return who says of himself what a clause tells: "China warned that it would retaliate"."""
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
    if who is None or scene.actor[who] is None or scene.actor[who] in scene.sources:
        return None
    if scene.form[who] not in {"name", "capital", "seat", "noun"} or scene.place[who]:
        return None
    return scene.actor[who]


def _who_is_told(scene: Scene, i: int) -> str | None:
    """Return those told to do a thing of their own: "urged both to settle their dispute"."""
    verb = _verb_above(scene, i)
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


def _subject_of(scene: Scene, verb: int) -> int | None:
    return next((c for c in scene.children(verb) if scene.deps[c] in {"nsubj", "nsubjpass"}), None)


def _strangers(scene: Scene, j: int) -> bool:
    """Say whether a word is people of nobody known who are the subject: "The horsemen ... they"."""
    return (
        scene.actor[j] is None
        and scene.tags[j] == "NNS"
        and scene.deps[j] in {"nsubj", "nsubjpass"}
        and scene.doc[j].lemma_.lower() in word_class("people")
        and _is_main(scene, j)
    )


def _is_cleft(scene: Scene, j: int) -> bool:
    """Say whether it's the name in "It was Washington that ended it"."""
    return scene.deps[j] == "attr" and any(
        scene.lowers[child] == "it" and child < j for child in scene.children(scene.heads[j])
    )


def _is_main(scene: Scene, j: int) -> bool:
    while scene.deps[j] not in SUBJECTS | {"attr"} and scene.heads[j] != j:
        j = scene.heads[j]
    verb = scene.heads[j]
    if scene.deps[verb] == "ccomp":
        return not any(scene.deps[child] == "mark" for child in scene.children(verb))
    return scene.deps[verb] in {"ROOT", "conj"}


def _is_subject(scene: Scene, j: int) -> bool:
    """Say whether a mention is, or begins, the subject of a clause."""
    for _ in range(3):
        if scene.deps[j] in SUBJECTS or _is_cleft(scene, j):
            return True
        if scene.deps[j] not in {"compound", "conj", "flat", "nmod"}:
            return False
        j = scene.heads[j]
    return False


def _governs_both(scene: Scene, i: int, j: int) -> bool:
    """Say whether `j` is the subject of the verb whose object the pronoun `i` is, or of its first conjunct."""
    verb, above = _verb_above(scene, i), _verb_above(scene, j)
    while scene.deps[verb] == "conj" and verb != above:
        verb = scene.heads[verb]
    return verb == above


def _same_clause(scene: Scene, i: int, j: int) -> bool:
    """Say whether a pronoun that isn't a possessive hangs on the verb whose subject `j` is.

    "Rwanda had declared war on it": it isn't Rwanda.
    """
    if _struck(scene, i):
        return _governs_both(scene, i, j)
    if scene.lowers[i] in {"its", "their", "itself", "themselves"} or scene.deps[i] in SUBJECTS:
        return False
    verb, doing = _verb_above(scene, i), _verb_above(scene, j)
    for _ in range(4):
        if verb == doing:
            return True
        own = any(scene.deps[c] in SUBJECTS for c in scene.children(verb))
        if own or scene.deps[verb] not in {"advcl", "xcomp", "conj", "pcomp"}:
            return False
        verb = _verb_above(scene, verb)  # "China spoke to both, urging them"
    return False


def _struck(scene: Scene, i: int) -> bool:
    """Say whether a pronoun owns what is struck: "Peru bombed his ships" are not Peru's own."""
    thing = scene.heads[i]
    if scene.deps[i] != "poss" or scene.deps[thing] != "dobj":
        return False
    if any(scene.lowers[child] == "own" for child in scene.children(thing)):
        return False
    return scene.doc[scene.heads[thing]].lemma_.lower() in word_class("blows")


def _verb_above(scene: Scene, i: int) -> int:
    for _ in range(8):
        i = scene.heads[i]
        if scene.parts[i] in {"VERB", "AUX"}:
            break
    return i


def _fits(scene: Scene, j: int, *, plural: bool) -> bool:
    many = scene.tags[j] in {"NNS", "NNPS"} or (
        scene.lowers[j].endswith("s")
        and (scene.form[j] == "demonym" and scene.parts[j] in {"NOUN", "PROPN"})
    )
    if scene.form[j] == "person":
        return False
    if plural:
        return many or scene.form[j] in {"name", "capital", "seat"}
    return not many or scene.form[j] in {"name", "capital", "seat"}


def person(scene: Scene, i: int, others: Container[str] = ()) -> str | None:
    """Return the actor of the person spoken of last, a subject before others.

    Last names in `others` are of people who can't be meant.
    """
    title = scene.gazetteer.words["title"]
    expert = scene.gazetteer.words["expert"]
    lower_object = (
        scene.lowers[i] == "him"
        or (scene.lowers[i] == "her" and scene.deps[i] != "poss")
        or _struck(scene, i)
    )
    other: str | None = None
    subject: str | None = None
    here = False
    for j in range(i - 1, -1, -1):
        back = scene.sentence[i] - scene.sentence[j]
        if back > _MEMORY:
            break
        actor = scene.actor[j]
        if actor is None or (scene.form[j] == "person" and scene.texts[j] in others):
            continue
        if back == 0 and lower_object and _is_subject(scene, j) and _governs_both(scene, i, j):
            continue
        known = (
            scene.form[j] == "person"
            or scene.lowers[j] in title
            or scene.lowers[j] in expert
            or (scene.form[j] == "pronoun" and scene.lowers[j] in PERSON)
        )
        named = scene.form[j] in {"person", "pronoun"}
        if known and not named and scene.tags[j] in {"NNS", "NNPS"}:
            continue  # "officials"; the parser takes "Guterres" for a plural, too
        if known and not named and other is not None and actor in scene.sources:
            continue  # "one supporter was shot. Zelaya's plane turned away. He said ..."
        if known and (_is_subject(scene, j) or (named and _owns_subject(scene, j))):
            if not back or _is_main(scene, j):
                return actor
            subject = subject or actor
        if known and other is None and back <= 1:
            other = actor
            here = not back
    return other if here and other else subject or other


def _owns_subject(scene: Scene, j: int) -> bool:
    """Say whether somebody's thing is the subject: "Zelaya's plane turned away"."""
    return scene.deps[j] == "poss" and scene.deps[scene.heads[j]] in SUBJECTS
