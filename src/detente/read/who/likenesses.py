"""Names that are like a party's and mean none: "an energy NATO", "2,500 Europeans lived there"."""

from detente.read.text.wordlists import listed
from detente.read.who.actors import Entry, plain_name
from detente.read.who.mentions import Scene

_DONE_TO_PEOPLE = listed("mentions", "done_to_people")


def spoken_of(scene: Scene, actor: str) -> bool:
    """Say whether a text speaks of a land at all: "Kim Beazley" is of no Korea where none is named."""
    demonym = scene.gazetteer.demonyms.get(actor, "")
    return any(word.rsplit(" ", 1)[-1] in scene.text for word in (plain_name(actor), demonym))


def of_the_continent(scene: Scene, entry: Entry, start: int) -> bool:
    """Say whether "American" is of more than the United States: "a South American diplomat"."""
    side = scene.lowers[start - 1] in {"south", "north", "latin", "central"} if start else False
    return side and entry.text in {"American", "Americans"}


def such_a(scene: Scene, entry: Entry, start: int) -> bool:
    """Say whether a body's name is only a likeness: "an energy NATO", "an Arab NATO"."""
    if entry.form != "name" or scene.gazetteer.kinds.get(entry.actor) != "bloc":
        return False
    return any(scene.lowers[c] in {"a", "an"} for c in scene.children(start))


def mere_people(scene: Scene, entry: Entry, start: int) -> bool:
    """Say whether Europeans are people and no governments: "2,500 Europeans lived there"."""
    if entry.text != "Europeans":
        return False
    verb = scene.doc[scene.heads[start]].lemma_
    counted = any(scene.deps[c] == "nummod" for c in scene.children(start))
    return counted or (scene.deps[start] in {"dobj", "nsubjpass"} and verb in _DONE_TO_PEOPLE)
