"""Bands: people whom a text calls only by what they do, as exiles, defectors, hijackers, strikers.

Such people are mostly at the edge of a text that is about states. They're a party where the text
comes back to them and has them do things: "Tarvian exiles raided the coast ... The exiles train
in Gaskia". They are called after their people where the text tells it, else by their noun.

People at work are strikers where the text has them strike: "3,000 striking dockers ... The dockers
refused".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from detente.read.text.wordlists import listed
from detente.read.text.words import lexicon
from detente.read.who.actors import slug
from detente.read.who.deeds import done_by
from detente.read.who.mentions import Scene

_DOERS = listed("bands", "doers") | listed("bands", "attackers")
_CARRIED = listed("bands", "carried")
_FIRMS = listed("bands", "firms")
_WORKERS = listed("bands", "workers")
_SEEKERS = "seekers"
_OTHERS = frozenset({"other", "no", "any", "former", "more", "many", "some", "most"})
_SUFFERING = frozenset({"dobj", "nsubjpass", "dative"})
_RISEN = listed("bands", "risen")
_WITHIN = frozenset({"compound", "amod", "nmod"})
_OWNING = frozenset({"amod", "compound", "poss", "nmod"})
_NAMING = frozenset({"demonym", "name"})
_TWICE, _OFTEN, _ABOUT = 2, 3, 6
_FIRST = 3  # sentences


def name_bands(scene: Scene) -> None:
    """Take each band that a text comes back to, and that does things there, as a party."""
    strikers = _strikers(scene)
    found: dict[str, list[int]] = defaultdict(list)
    for i, lower in enumerate(scene.lowers):
        noun = "strikers" if lower in strikers else _noun(scene, i)
        if noun and _free(scene, i, noun):
            found[noun].append(i)
    for noun, places in found.items():
        people = _people(scene, places)
        if len(people) < _TWICE and _comes_back(scene, noun, places):
            _settle(scene, noun, next(iter(people), None), places)
    scene.bands.update(_risen(scene))


def _risen(scene: Scene) -> Iterator[str]:
    """Yield the rebels and the oppositions, known as groups already, that a text comes back to."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, actor in enumerate(scene.actor):
        if actor is not None and scene.kinds.get(actor) == "group" and scene.lowers[i] in _RISEN:
            places[actor].append(i)
    for actor, found in places.items():
        sentences = {scene.sentence[i] for i in found}
        acts = {scene.heads[i] for i in found if scene.deps[i] in _SUFFERING | {"nsubj"}}
        if (len(acts) >= _TWICE and len(sentences) >= _TWICE) or (
            acts and len(sentences) >= _OFTEN
        ):
            yield actor


def _noun(scene: Scene, i: int) -> str | None:
    """Return what a band is called by a noun: "exiles", "asylum seekers"."""
    lower = scene.lowers[i]
    if lower == _SEEKERS and i and scene.lowers[i - 1] == "asylum":
        return f"asylum {lower}"
    return lower if lower in _DOERS | _CARRIED | _FIRMS else None


def _free(scene: Scene, i: int, noun: str) -> bool:
    """Say whether a noun stands for several people of nobody known, and for itself."""
    unknown = scene.actor[i] is None or scene.names.get(scene.actor[i] or "") == noun
    return unknown and scene.tags[i] == "NNS" and scene.deps[i] not in _WITHIN


def _strikers(scene: Scene) -> frozenset[str]:
    """Return the nouns of people at work who strike: "striking dockers", "the dockers walked out"."""
    found = {
        scene.lowers[i]
        for i, lower in enumerate(scene.lowers)
        if lower in _WORKERS and scene.tags[i] == "NNS" and _strikes(scene, i)
    }
    return frozenset(found | {"strikers"}) if found else frozenset()


def _strikes(scene: Scene, i: int) -> bool:
    """Say whether the words beside a noun tell of a strike of its people."""
    if any(scene.lowers[c] == "striking" for c in scene.children(i)):
        return True
    verb = scene.heads[i]
    if scene.deps[i] != "nsubj":
        return False
    lemma, after = scene.doc[verb].lemma_.lower(), scene.lowers[verb + 1 : verb + 3]
    ways = {("walk", "out"), ("walk", "off"), ("down", "tools"), ("go", "on"), ("stop", "work")}
    if lemma == "strike":
        return not any(scene.deps[c] == "dobj" for c in scene.children(verb))
    return (lemma, *after[:1]) in ways and (lemma != "go" or after[1:] == ["strike"])


def _people(scene: Scene, places: Iterable[int]) -> dict[str, None]:
    """Return the actors whose people a band are, by the words beside its nouns."""
    found: dict[str, None] = {}
    for i in places:
        for child in scene.children(i):
            actor = scene.actor[child]
            if (
                child < i
                and actor is not None
                and scene.deps[child] in _OWNING
                and scene.form[child] in _NAMING
            ):
                found[actor] = None
    return found


def _comes_back(scene: Scene, noun: str, places: Iterable[int]) -> bool:
    """Say whether a text is to a good part about a band, and tells what it does."""
    meant = [i for i in places if not _OTHERS & {scene.lowers[c] for c in scene.children(i)}]
    sentences = {scene.sentence[i] for i in meant}
    done = {deed for i in meant for deed in (*done_by(scene, i, i + 1), *_act_of(scene, i))}
    acts = len(done) + len({scene.heads[i] for i in meant if _suffers(scene, i)})
    early = min(sentences, default=_FIRST) < _FIRST
    kind = noun.rsplit(" ", 1)[-1]
    if kind in _FIRMS:
        return len(sentences) >= _ABOUT and len(done) >= _OFTEN
    if kind in _CARRIED:
        return early and len(sentences) >= _TWICE and acts > 0
    enough = len(sentences) >= _OFTEN or (
        early and len(sentences) >= _TWICE and len(done) >= _TWICE
    )
    return enough and bool(done) and acts >= _TWICE


def _act_of(scene: Scene, i: int) -> Iterator[str]:
    """Yield the act that is told by a noun before "by": "raids by Tarvian exiles"."""
    prep = scene.heads[i]
    if scene.deps[i] == "pobj" and scene.lowers[prep] == "by":
        act = scene.doc[scene.heads[prep]].lemma_.lower()
        if lexicon().nouns.get(act) not in {None, "NONE"}:
            yield act


def _suffers(scene: Scene, i: int) -> bool:
    """Say whether something is done to those whom a noun stands for."""
    words, lemma = lexicon(), scene.doc[scene.heads[i]].lemma_.lower()
    return scene.deps[i] in _SUFFERING and (lemma in words.verbs or lemma in words.frames)


def _trade(scene: Scene, noun: str, places: Iterable[int]) -> str | None:
    """Return the trade that firms are first called by: "the shipping companies"."""
    beside = (c for i in places for c in scene.children(i) if scene.deps[c] == "compound")
    return next((scene.lowers[c] for c in beside), None) if noun in _FIRMS else None


def _settle(scene: Scene, noun: str, people: str | None, places: Iterable[int]) -> None:
    """Take a band's nouns for it, under its people's name where that's told."""
    adjective = scene.gazetteer.demonyms.get(people) if people else _trade(scene, noun, places)
    name = f"{adjective} {noun}" if adjective else noun
    actor = slug(name)
    scene.names[actor], scene.kinds[actor] = name, "group"
    scene.bands.add(actor)
    for i in places:
        scene.take(i, i + 1, actor, "noun")
