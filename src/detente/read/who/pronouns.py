"""Whom pronouns mean within a document: "it", "they", "his", "whose", "both".

The rules are few and prefer silence: the last subject that fits, in the
sentence or the two before it.
"""

from collections.abc import Container

from detente.read.text.wordlists import listed, speech
from detente.read.text.words import word_class
from detente.read.who.about import owns_matter, tells_behind
from detente.read.who.answering import who_answers
from detente.read.who.antecedents import (
    MANY,
    OBJECTS,
    PERSON,
    governs_both,
    is_main,
    is_subject,
    may_stand_for,
    owner_near,
    plural_at,
    struck,
    told_aside,
    verb_above,
    who_is_told,
    who_says,
    who_says_so,
    whose_land,
)
from detente.read.who.both import SUBJECTS, other_than_subject
from detente.read.who.crafts import of_craft
from detente.read.who.letters import sender
from detente.read.who.mentions import Scene
from detente.read.who.offered import who_must

_THINGS = frozenset({"it", "its", "itself"})
_MANY_KINDS = frozenset({"armed_group", "group", "party", "people"})
_REACH = 2
_MEMORY = 4
_EMPTY_IT = listed("references", "empty_it")
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "lawyer", "leader", "adviser"})
_LETTERS = listed("speakers", "letters")
_MINDED = listed("references", "minded")


def meaning(scene: Scene, i: int) -> str | None:
    """Return the actor that a pronoun of the third person stands for."""
    lower = scene.lowers[i]
    if lower == "whose":
        return antecedent(scene, i)
    asked = who_answers(scene, i)
    if asked is not None:
        return asked
    bound = who_must(scene, i)
    if bound is not None:
        return bound
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
    aboard = of_craft(scene, i)
    if aboard is not None:
        return aboard
    if scene.lowers[i] == "it" and scene.deps[i] in SUBJECTS | {"expl"}:
        lemma = scene.doc[governor].lemma_
        below = {scene.deps[child] for child in scene.children(governor)}
        empty = lemma in _EMPTY_IT and "dobj" not in below and not _minded(scene, governor)
        if scene.deps[i] == "expl" or empty:
            return None
        if scene.deps[i] == "nsubjpass" and "ccomp" in below:
            return None
    wrote = _writer(scene, i)
    if wrote is not None:
        return wrote
    teller = who_says(scene, i)
    if teller is not None and scene.actor[teller] is None and _body(scene, teller):
        return None  # "the assembly warned that it would return"
    return _last_subject(scene, i, plural=False)


def _writer(scene: Scene, i: int) -> str | None:
    """Return who wrote what "it" says: "A Soviet note followed on Friday. It repeated the demand"."""
    here = scene.sentence[i]
    if scene.deps[i] not in SUBJECTS or not here or scene.sentences[here].start < i - 4:
        return None
    verb = scene.sentences[here - 1].root.i
    who = next((c for c in scene.children(verb) if scene.deps[c] in SUBJECTS), None)
    if who is None or scene.lowers[who] not in speech("papers") | _LETTERS:
        return None
    return scene.actor[who] or owner_near(scene, who) or sender(scene, who)


def _minded(scene: Scene, verb: int) -> bool:
    """Say whether a verb tells of somebody's mind or place: "it was ready", "it is on its own soil"."""
    return any(
        (scene.deps[c] in {"acomp", "oprd"} and scene.lowers[c] in _MINDED)
        or (scene.deps[c] == "prep" and scene.lowers[c] in {"on", "at", "under", "against", "with"})
        for c in scene.children(verb)
    )


def _whose_or_whom(scene: Scene, i: int, j: int) -> bool:
    """Say whether a word of the same sentence will do for a pronoun though it's no subject.

    So it does for "its", where it is an owner itself, and where both are objects:
    "would give the army a base and encourage it to attack".
    """
    if scene.lowers[i] in {"its", "their"} or scene.deps[j] == "poss":
        return True
    joined = scene.deps[i] in OBJECTS and scene.deps[verb_above(scene, i)] == "conj"
    return joined and scene.deps[j] in OBJECTS


def _body(scene: Scene, j: int) -> bool:
    words = scene.gazetteer.words
    kinds = ("institution", "state", "country", "alliance", "armed")
    return any(scene.lowers[j] in words[kind] for kind in kinds)


def _last_subject(scene: Scene, i: int, *, plural: bool) -> str | None:
    """Return the actor that was the subject last, else one that is named before a possessive.

    In the pronoun's own sentence any subject will do; of the sentences before
    it the subject of the main clause is looked for first.
    """
    teller = who_says_so(scene, i) or (who_is_told(scene, i) if plural else None)
    if teller is not None:
        return teller
    own, before = scene.sentence[i], None
    owner: str | None = None
    entered = whose_land(scene, i)
    for j in range(i - 1, -1, -1):
        back = own - scene.sentence[j]
        if back > _REACH:
            break
        if back and owner:
            return owner
        if plural and not (owner or before) and _strangers(scene, j):
            return None
        if scene.actor[j] in entered or not may_stand_for(scene, i, j, plural=plural):
            continue
        if is_subject(scene, j) or (back and owns_matter(scene, j)):
            told = tells_behind(scene, i, j) if back else told_aside(scene, i, j)
            if not told and (not back or is_main(scene, j)):
                return scene.actor[j]
            before = before or scene.actor[j]
        elif not back and owner is None and _whose_or_whom(scene, i, j):
            owner = scene.actor[j]
    return owner or before


def _several(scene: Scene, i: int) -> str | None:
    """Return whom "they" means: a plural that stands near before a state that is one thing.

    "Israel struck the rebels after they had fired on it": the rebels, not Israel.
    """
    teller = who_says(scene, i)
    many = _strangers_above(scene, i) if teller is None else _spoken_for(scene, teller)
    if many is not None:
        # nobody known, too: "two countries said that they would go"
        return scene.actor[many] or owner_near(scene, many)
    if _strangers_before(scene, i):
        return None
    actor = _last_subject(scene, i, plural=True)
    if actor is None:
        near = None if scene.deps[i] in SUBJECTS else _plural_before(scene, i)
        here = near is not None and scene.sentence[near] == scene.sentence[i]
        return scene.actor[near] if near is not None and here else None
    if scene.kind_of(actor) in _MANY_KINDS:
        return actor
    place = next((j for j in range(i - 1, -1, -1) if scene.actor[j] == actor), i)
    if plural_at(scene, place):
        return actor
    near = _plural_before(scene, i)
    return actor if near is None else scene.actor[near]


def _spoken_for(scene: Scene, teller: int) -> int | None:
    """Return the several who say something: themselves, or by one "spokesman for the rebels"."""
    if _several_of(scene, teller):
        return teller
    if scene.lowers[teller] not in _SPOKESMEN:
        return None
    behind = (c for c in scene.children(teller) if scene.lowers[c] in {"for", "of"})
    leaves = (leaf for c in behind for leaf in scene.children(c))
    return next((leaf for leaf in leaves if plural_at(scene, leaf)), None)


def _several_of(scene: Scene, j: int) -> bool:
    """Say whether a subject is several: "two countries", "Canada and Mexico"."""
    return scene.tags[j] == "NNS" or any(scene.deps[c] == "conj" for c in scene.children(j))


def _strangers_above(scene: Scene, i: int) -> int | None:
    """Return the several of nobody known who are the subject that a clause of "they" hangs on.

    "The two men had been given a week to leave because they had refused to answer".
    """
    verb = scene.heads[i]
    if scene.deps[i] not in SUBJECTS or scene.deps[verb] != "advcl" or scene.heads[verb] > i:
        return None
    who = next((c for c in scene.children(scene.heads[verb]) if scene.deps[c] in SUBJECTS), None)
    if who is None or scene.actor[who] is not None or scene.tags[who] != "NNS":
        return None
    return who if scene.doc[who].lemma_.lower() in word_class("people") else None


def _strangers_before(scene: Scene, i: int) -> bool:
    """Say whether the subject before "they" is several of nobody known: "If the contingents fail, they"."""
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] != scene.sentence[i] or scene.actor[j] is not None:
            return False
        if scene.deps[j] in SUBJECTS:
            return scene.tags[j] == "NNS"
    return False


def _plural_before(scene: Scene, i: int) -> int | None:
    """Return the nearest plural that "they" may mean, a subject before others."""
    found: int | None = None
    for j in range(i - 1, -1, -1):
        back = scene.sentence[i] - scene.sentence[j]
        if back > 1 or (back and found is not None):
            break
        if not plural_at(scene, j) or not may_stand_for(scene, i, j, plural=True):
            continue
        if is_subject(scene, j):
            return j
        if found is None and scene.deps[j] in OBJECTS:
            found = j
    return found


def _strangers(scene: Scene, j: int) -> bool:
    """Say whether a word is people of nobody known who are the subject: "The horsemen ... they"."""
    return (
        scene.actor[j] is None
        and scene.tags[j] == "NNS"
        and scene.deps[j] in {"nsubj", "nsubjpass"}
        and scene.doc[j].lemma_.lower() in word_class("people")
        and is_main(scene, j)
    )


def person(scene: Scene, i: int, others: Container[str] = ()) -> str | None:
    """Return the actor of the person spoken of last, a subject before others.

    Last names in `others` are of people who can't be meant.
    """
    title = scene.gazetteer.words["title"]
    expert = scene.gazetteer.words["expert"]
    lower_object = (
        scene.lowers[i] == "him"
        or (scene.lowers[i] == "her" and scene.deps[i] != "poss")
        or struck(scene, i)
    )
    other: str | None = None
    subject: str | None = None
    here = False
    doers: set[str] = set()
    for j in range(i - 1, -1, -1):
        back = scene.sentence[i] - scene.sentence[j]
        if back > (_MEMORY if other is None else _REACH - 1):
            break
        actor = scene.actor[j]
        if actor is None or (scene.form[j] == "person" and scene.texts[j] in others):
            continue
        if back == 0 and lower_object and is_subject(scene, j) and governs_both(scene, i, j):
            doers.add(actor)  # "considered the place to be his and told him to leave"
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
        if known and (is_subject(scene, j) or (named and _owns_subject(scene, j))):
            main = is_main(scene, j) if back else not told_aside(scene, i, j)
            if main:
                return actor
            subject = subject or actor
        if known and other is None and back <= 1:
            other = actor
            here = not back
    return other if here and other else subject or other


def _owns_subject(scene: Scene, j: int) -> bool:
    """Say whether somebody's thing is the subject: "Zelaya's plane turned away"."""
    return scene.deps[j] == "poss" and scene.deps[scene.heads[j]] in SUBJECTS
