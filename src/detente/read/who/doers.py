"""Names that no list knows and that do things again and again: a league, a company, a movement.

A name that is the subject of several deeds is an actor of its own, whatever it is.
What is only quoted stays a source, and a ship, a place or a paper is none.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from detente.read.text.wordlists import listed, speech_verbs
from detente.read.text.words import lexicon
from detente.read.who.actors import slug
from detente.read.who.groups import take_group
from detente.read.who.mentions import Scene

_COMMON = listed("newcomers", "common") | listed("groups", "of_the_world")
_SIDES = listed("newcomers", "sides")
_SHIPS = (listed("persons", "ships") - {"the"}) | {"a", "an", "river"}
_FIGHTERS = listed("owners", "fighters") | listed("groups", "own_men") | listed("groups", "members")
_PLACED = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "into", "from"})
_NO_DOER = frozenset(
    {"DATE", "TIME", "LAW", "EVENT", "LANGUAGE", "CARDINAL", "ORDINAL", "MONEY", "LOC", "FAC"}
)
_AFLOAT = frozenset(
    {"sail", "sink", "anchor", "dock", "cruise", "founder", "moor", "capsize", "fly"}
)
_HOLDING = frozenset({"compound", "poss", "amod", "nmod"})
_FOUNDED = frozenset({"junta", "front", "movement", "militia", "committee", "command", "council"})
_FORMING = frozenset({"form", "proclaim", "found", "create", "establish", "organise", "organize"})
_SHORTEST = 3
_DEEDS = 2


@dataclass(slots=True)
class _Use:
    """What a text says of a name that nobody knows."""

    places: list[tuple[int, int]] = field(default_factory=list)
    deeds: set[str] = field(default_factory=set)
    own: int = 0  # it has fighters, members or a leader
    said: int = 0
    within: int = 0  # it stands within a sentence, so that its capital says something
    placed: int = 0
    other: int = 0  # it is called a ship, a person or a date


def name_doers(scene: Scene) -> None:
    """Take each name that does several things, and that nobody knows, as an actor."""
    uses: dict[str, _Use] = defaultdict(_Use)
    end = 0
    for i in range(len(scene.texts)):
        if i < end or not _part(scene, i):
            continue
        end = i + 1
        while end < len(scene.texts) and _part(scene, end):
            end += 1
        start = i + (end - i > 1 and _only_opens(scene, i))
        name = " ".join(scene.texts[start:end])
        if len(name) >= _SHORTEST and (end - start > 1 or scene.lowers[start] not in _COMMON):
            _see(scene, start, end, uses[name])
    for use in uses.values():
        if _acts(use):
            for start, stop in use.places:
                take_group(scene, start, stop, "organisation")


def name_founded(scene: Scene) -> None:
    """Take a body that rebels form as their own: "They formed a military junta ... the junta"."""
    for i, lower in enumerate(scene.lowers):
        if lower not in _FOUNDED or scene.deps[i] != "dobj" or scene.actor[i] is not None:
            continue
        before = [c for c in scene.children(i) if c < i]
        if scene.doc[scene.heads[i]].lemma_ not in _FORMING or not before:
            continue
        if scene.lowers[before[0]] not in {"a", "an"} or any(scene.actor[c] for c in before):
            continue
        later = [j for j in range(i + 1, len(scene.texts)) if the_same(scene, j, lower)]
        use = _Use()
        for j in later:
            if scene.deps[j] == "nsubj":
                _does(scene, scene.heads[j], use)
        if len(use.deeds) >= _DEEDS:
            name = " ".join(scene.lowers[before[0] + 1 : i + 1])
            actor = slug(name)
            scene.names[actor], scene.kinds[actor] = name, "organisation"
            for j in (i, *later):
                scene.take(j, j + 1, actor, "noun")


def the_same(scene: Scene, i: int, lower: str) -> bool:
    """Say whether a word is a noun again with nothing but "the" before it."""
    if scene.lowers[i] != lower or scene.actor[i] is not None:
        return False
    return [scene.lowers[c] for c in scene.children(i) if c < i] == ["the"]


def _only_opens(scene: Scene, i: int) -> bool:
    """Say whether a word before a name only opens its sentence: "Later Zanvori attacked"."""
    opens = bool(scene.doc[i].is_sent_start)
    return opens and scene.texts.count(scene.texts[i + 1]) > scene.texts.count(scene.texts[i])


def _part(scene: Scene, i: int) -> bool:
    text = scene.texts[i]
    if not text[:1].isupper() or scene.parts[i] != "PROPN" or scene.actor[i] is not None:
        return False
    if text in _SIDES or scene.entities[i] in {"DATE", "TIME"}:
        return False
    words, lower = scene.gazetteer.words, scene.lowers[i]
    return not any(lower in words[kind] for kind in ("title", "state", "country", "institute"))


def _see(scene: Scene, start: int, end: int, use: _Use) -> None:
    """Note what the words around one place say of a name."""
    use.places.append((start, end))
    i = next((j for j in range(start, end) if not start <= scene.heads[j] < end), end - 1)
    above, dep = scene.heads[i], scene.deps[i]
    person = scene.entities[i] == "PERSON" and end - start > 1
    ship = start > 0 and scene.lowers[start - 1] in _SHIPS
    beside = (
        scene.actor[start - 1] is not None and start > 0 and scene.deps[start - 1] == "compound"
    )
    use.within += not scene.doc[start].is_sent_start
    use.other += person or ship or beside or scene.entities[i] in _NO_DOER
    if dep == "pobj":
        use.placed += scene.lowers[above] in _PLACED
        if scene.lowers[above] == "by" and scene.deps[above] == "agent":
            _does(scene, scene.heads[above], use)
    elif dep == "nsubj":
        _does(scene, above, use)
    elif dep in _HOLDING and above >= end:
        use.own += scene.lowers[above] in _FIGHTERS


def _does(scene: Scene, verb: int, use: _Use) -> None:
    """Note what a name is said to do, and what else it does by the same sentence's "and"."""
    words, lemma = lexicon(), scene.doc[verb].lemma_.lower()
    if lemma in speech_verbs():
        use.said += 1
    elif lemma in words.verbs or lemma in words.frames or ("verb", lemma) in words.operators:
        use.deeds.add(lemma)
    use.other += lemma in _AFLOAT
    for child in scene.children(verb):
        if scene.deps[child] == "conj" and not any(
            scene.deps[c] in {"nsubj", "nsubjpass"} for c in scene.children(child)
        ):
            _does(scene, child, use)


def _acts(use: _Use) -> bool:
    """Say whether a name is an actor's, by all that a text says of it."""
    if use.other or not use.within or 2 * use.placed > len(use.deeds) or use.said > len(use.deeds):
        return False
    return len(use.deeds) + bool(use.own) >= _DEEDS
