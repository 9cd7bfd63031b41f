"""Who contends for the rule of a state, and so stands for himself and not for it.

A president speaks for his state. Once he is ousted, or somebody else says that he won
the vote, "Barro" and "Tolo" are parties of their own beside the state: each acts upon the
other, and the state upon both. Whoever is alone in an undisputed office stays the state.
"""

from collections import Counter
from collections.abc import Mapping

from detente.read.who.actors import slug
from detente.read.who.contests import in_office, signs, strength, struggle
from detente.read.who.mentions import Scene
from detente.read.who.offices import PAST

_Place = tuple[int, int]
_Person = tuple[str, str]  # actor, full name

_OFTEN = 3  # so often a party must be named
_SURE = 3.5  # so strong somebody's signs must be
_RULES = 2.0  # how much stronger those of who holds the highest office


def name_rivals(scene: Scene) -> None:
    """Let those who contend for the rule of a state stand for themselves."""
    people = {person: places for person, places in _people(scene).items() if len(places) >= _OFTEN}
    if not people:
        return
    about = struggle(scene)
    found = {person: _signs(scene, person, people, about) for person in people}
    surely = {person: strength(found[person], _told(scene, person[0], about)) for person in people}
    first = {
        person for person in people if surely[person] >= _SURE + _RULES * in_office(found[person])
    }
    states = {actor for actor, _ in first if scene.kind_of(actor) == "state"}
    for person, places in people.items():
        if person in first or person[0] in states:
            _stand_alone(scene, person, places)
    fallen = [places[0] for person, places in people.items() if _fell(found[person])]
    if len(fallen) == 1:
        _take_bare(scene, scene.actor[fallen[0][0]])


def _fell(found: Mapping[str, int]) -> bool:
    return bool(found["fallen"] or found["unseated"])


def _take_bare(scene: Scene, actor: str | None) -> None:
    """Take "the ousted president" for the one person who has fallen, if he stands for himself."""
    if actor is None or scene.kind_of(actor) != "person" or actor in scene.sources:
        return
    for i, lower in enumerate(scene.lowers):
        free = scene.actor[i] is None and lower in scene.gazetteer.words["title"]
        if free and any(scene.lowers[c] in PAST - {"former", "ex"} for c in scene.children(i)):
            scene.take(i, i + 1, actor, "noun")


def _people(scene: Scene) -> dict[_Person, list[_Place]]:
    """Return where each person is named who stands for a state, or is only quoted."""
    found: dict[_Person, list[_Place]] = {}
    for start, end, actor, form in sorted(set(scene.spans)):
        if form != "person" or scene.actor[start] != actor:
            continue
        person = _bearer(scene, start, end, actor)
        if person is None:
            continue
        quoted = actor in scene.sources and scene.kind_of(actor) == "person"
        if quoted or scene.kind_of(actor) == "state":
            found.setdefault(person, []).append((start, end))
    return found


def _bearer(scene: Scene, start: int, end: int, actor: str) -> _Person | None:
    """Return who is known by the last word of a name, or by its first: "Tan" of "Tan Wei-ming"."""
    known = (scene.last_names.get(scene.texts[i]) for i in (end - 1, start))
    return next((person for person in known if person and person[0] == actor), None)


def _signs(
    scene: Scene,
    person: _Person,
    people: Mapping[_Person, list[_Place]],
    about: Mapping[int, float],
) -> Counter[str]:
    """Count what tells that somebody contends, others of his state being those he may face."""
    others = {
        i
        for other, places in people.items()
        if other != person and (other[0] == person[0] or person[0] in scene.sources)
        for start, end in places
        for i in range(start, end)
    }
    return signs(scene, people[person], others, about)


def _told(scene: Scene, state: str, about: Mapping[int, float]) -> float:
    """Return how much is told of coups and votes where no other state is named."""
    found = 0.0
    for number, weight in about.items():
        span = scene.sentences[number]
        named = {scene.actor[i] for i in range(span.start, span.end)}
        states = {actor for actor in named if actor and scene.kind_of(actor) == "state"}
        if state in states or not states or state in scene.sources:
            found += weight
    return found


def _stand_alone(scene: Scene, person: _Person, places: list[_Place]) -> None:
    """Take somebody's names for himself."""
    before, name = person
    start, end = max(places, key=lambda place: (place[1] - place[0], -place[0]))
    last = scene.doc[end - 1]
    full = " ".join(scene.text[scene.offsets[start] : last.idx + len(last.text)].split())
    actor = slug(full)
    if not actor:
        return
    scene.names.setdefault(actor, full)
    scene.kinds[actor] = "person"
    scene.sources.discard(actor)
    for word, known in list(scene.last_names.items()):
        if known == person:
            scene.last_names[word] = (actor, name)
            scene.guesses.pop(word, None)
    begun = {start for start, _ in places}
    scene.spans = [span for span in scene.spans if span[0] not in begun]
    for start, end in places:
        scene.take(start, end, actor, "person")
    if before in scene.sources and before != actor:
        scene.spans = [
            (a, b, actor if other == before else other, form) for a, b, other, form in scene.spans
        ]
        scene.actor[:] = [actor if other == before else other for other in scene.actor]
        scene.sources.discard(before)
