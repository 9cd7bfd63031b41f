"""Whose "the ship" and "the plane" are, and whose their names: of the craft spoken of before.

"A Norwegian freighter, the Tampa, ... the vessel ... the captain" are all Norway's, once the
text has told whose the first is.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene
from detente.read.who.owners import LOOSE, owner_of

_ARMED = listed("crafts", "armed")
_UNARMED = listed("crafts", "unarmed")
_AFLOAT = listed("crafts", "afloat")
_ALOFT = listed("crafts", "aloft")
_FLYING = listed("crafts", "flying")
_ABOARD = listed("crafts", "aboard")
_SAILED = listed("crafts", "sailed")
_BOARDED = listed("crafts", "boarded")
_CRAFTS = _ARMED | _UNARMED | _AFLOAT | _ALOFT
_SHIPS = frozenset({"ship", "vessel"})
_THE = frozenset({"the", "this", "that", "these", "those"})
_BESIDE = frozenset({"poss", "compound", "nmod"})
_LONG = 4  # words of a ship's name
_FAR = 6  # sentences back to a craft that is only called "the ship"


@dataclass(slots=True)
class _Fleet:
    """The crafts spoken of so far: noun, whether several, owner, sentence; and those that have a name."""

    seen: list[tuple[str, bool, str | None, int]] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)


def name_crafts(scene: Scene) -> None:
    """Take ships and planes, and those aboard, for the owner of the craft that they mean.

    Parameters
    ----------
    scene : Scene
        With `actor` filled for names and for nouns that are somebody's own.

    Notes
    -----
    One pass over the words, and steps only at nouns of crafts.
    """
    fleet = _Fleet()
    for i, lower in enumerate(scene.lowers):
        if scene.parts[i] == "PROPN" and scene.actor[i] is None and scene.texts[i][:1].isupper():
            _called(scene, i, fleet)
        elif scene.parts[i] not in {"NOUN", "PROPN"}:
            continue
        elif lower in _ABOARD:
            _aboard(scene, i, fleet)
        elif _lemma(scene, i) in _CRAFTS:
            _craft(scene, i, fleet)


def _called(scene: Scene, i: int, fleet: _Fleet) -> None:
    """Take a craft's name, one that was told before or that only a craft can bear: "boarded the Tampa"."""
    text = scene.texts[i]
    if text not in fleet.named and scene.lowers[i - 1 : i] == ["the"] and _sails(scene, i):
        whose = _most(each[2] for each in fleet.seen if not each[1])
        if whose is not None:
            fleet.named[text] = whose
    if text in fleet.named:
        scene.take(i, i + 1, fleet.named[text], "noun")
        scene.crafts.append(i)
        fleet.seen.append((text, False, fleet.named[text], scene.sentence[i]))


def _sails(scene: Scene, i: int) -> bool:
    """Say whether what a name does, or what is done to it, is a craft's: "sailed", "aboard the ..."."""
    above, dep = scene.heads[i], scene.deps[i]
    if dep == "pobj":
        return scene.lowers[above] in {"aboard", "onboard"} or scene.lowers[above - 1] == "board"
    verbs = _SAILED if dep == "nsubj" else _BOARDED if dep in {"dobj", "nsubjpass"} else ()
    return _lemma(scene, above) in verbs


def _lemma(scene: Scene, i: int) -> str:
    return scene.doc[i].lemma_.lower()


def _craft(scene: Scene, i: int, fleet: _Fleet) -> None:
    """Take one noun of a craft, and remember whose it is and what it is called."""
    name = _name(scene, i)
    actor = scene.actor[i] if scene.form[i] == "noun" else None
    if scene.actor[i] is None:
        actor = _owner(scene, i) or _before(scene, i, fleet, name)
        if actor is not None:
            scene.take(i, i + 1, actor, "noun")
    scene.crafts.append(i)
    fleet.seen.append((_lemma(scene, i), scene.tags[i] == "NNS", actor, scene.sentence[i]))
    if name is not None and actor is not None and scene.tags[i] != "NNS":
        fleet.named.setdefault(scene.texts[name], actor)
        if scene.actor[name] is None:
            scene.take(name, name + 1, actor, "noun")


def _owner(scene: Scene, i: int) -> str | None:
    """Return whose a craft is by the words beside it: "a Norwegian freighter"."""
    owner = owner_of(scene, i)
    return None if owner in scene.sources | LOOSE else owner


def of_craft(scene: Scene, i: int) -> str | None:
    """Return whose "its" is in "boarded the Tampa and arrested its captain": the craft's."""
    if scene.deps[i] != "poss" or scene.lowers[scene.heads[i]] not in _ABOARD:
        return None
    near = (j for j in reversed(scene.crafts) if j < i and scene.sentence[i] == scene.sentence[j])
    return next((scene.actor[j] for j in near), None)


def _name(scene: Scene, i: int) -> int | None:
    """Return the last word of a craft's name: "the freighter Tampa", "a destroyer, HMS Defender"."""
    j = i + 1
    if scene.texts[j : j + 1] == [","]:
        j += 1
    if scene.lowers[j : j + 1] == ["the"]:
        j += 1
    last = None
    while j < min(i + 1 + _LONG, len(scene.texts)):
        fits = scene.texts[j][:1].isupper() and scene.texts[j].isalpha()
        if not fits or scene.parts[j] != "PROPN" or scene.actor[j] is not None:
            break
        last, j = j, j + 1
    if last is None or scene.texts[j : j + 1] == ["'s"]:
        return None
    return last if scene.heads[last] == i or scene.heads[i] == last else None


def _before(scene: Scene, i: int, fleet: _Fleet, name: int | None) -> str | None:
    """Return whose a craft is that the text doesn't say beside it: of that name, else "the" one before."""
    if name is not None:
        return fleet.named.get(scene.texts[name])
    children = [c for c in scene.children(i) if c < i]
    if not {scene.lowers[c] for c in children} & _THE:
        return None
    if any(scene.deps[c] in _BESIDE or scene.actor[c] is not None for c in children):
        return None
    return _spoken_of(scene, i, fleet)


def _spoken_of(scene: Scene, i: int, fleet: _Fleet) -> str | None:
    """Return whose the craft is that was spoken of last and that a noun can mean."""
    lemma, many = _lemma(scene, i), scene.tags[i] == "NNS"
    near = [each for each in fleet.seen if scene.sentence[i] - each[3] <= _FAR]
    same = [each for each in near if each[0] == lemma and each[1] == many]
    fits = same or [each for each in near if each[1] == many and _may_be(lemma, each[0])]
    return _most(each[2] for each in fits)


def _most(owners: Iterable[str | None]) -> str | None:
    """Return who owns more than half of some crafts, None where that's nobody or isn't told."""
    counts = Counter(owners)
    whose, often = next(iter(counts.most_common(1)), (None, 0))
    return whose if 2 * often > counts.total() else None


def _may_be(lemma: str, other: str) -> bool:
    """Say whether a craft called by one noun may be the one called by another."""
    if lemma in _AFLOAT:
        return other not in _ALOFT
    if lemma == "warship":
        return other in _ARMED | _AFLOAT or other not in _CRAFTS
    if lemma in _FLYING:
        return other in _ALOFT
    return other in _SHIPS and lemma not in _ALOFT


def _aboard(scene: Scene, i: int, fleet: _Fleet) -> None:
    """Take "the captain" and "the crew" for the owner of the craft spoken of last."""
    children = [c for c in scene.children(i) if c < i]
    if scene.actor[i] is not None or [scene.lowers[c] for c in children] != ["the"]:
        return
    near = [each for each in fleet.seen if scene.sentence[i] - each[3] <= _FAR and not each[1]]
    whose = _most(each[2] for each in near)
    if whose is not None and not _of_another(scene, i):
        scene.take(i, i + 1, whose, "noun")


def _of_another(scene: Scene, i: int) -> bool:
    """Say whether something behind tells whose crew it is: "the crew of the Yinhe"."""
    return any(scene.deps[c] in {"prep", "appos", "relcl"} and c > i for c in scene.children(i))
