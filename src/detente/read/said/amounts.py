"""Whom an amount that speaks is of: "some", "one of them", "a group of officers", "each side"."""

from collections import Counter

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene
from detente.read.who.offices import evidence
from detente.read.who.owners import quoted

_GATHERINGS = listed("speakers", "gatherings")
_UNBOUND = listed("speakers", "unbound")
_NEAR = 1  # sentences back in which "each side" is looked for first
_ONE = frozenset({"one", "another"})
_WIDEST = 8  # words of a name with its title
_SOME = frozenset({"some", "many", "others", "several"})


def some(scene: Scene, i: int) -> tuple[int, str | None]:
    """Return the noun that an amount is of, and who is meant by "both", "some" or "one of them"."""
    if scene.lowers[i] == "both" and scene.actor[i] is not None:
        return i, scene.actor[i]
    some = scene.lowers[i] in _SOME and of_them(scene, i) == i
    if some and (there := _in_capital(scene, i)) is not None:
        return i, there
    i, found = _counted(scene, i)
    if found is None and scene.lowers[i] in {"each", "both", "either", "neither"}:
        found = one_of_two(scene, i)
    if found is None and some:
        people = _people_before(scene, i)
        if people is not None:
            return people, quoted(scene, people, scene.lowers[people], "people")
        found = quoted(scene, i, scene.lowers[i], "people")
    return i, found


def _in_capital(scene: Scene, i: int) -> str | None:
    """Return the state of "some in Lima": those who are in its government."""
    return next(
        (
            scene.actor[leaf]
            for c in scene.children(i)
            if scene.deps[c] == "prep" and scene.lowers[c] in {"in", "at"}
            for leaf in scene.children(c)
            if scene.form[leaf] in {"capital", "seat"}
        ),
        None,
    )


def _people_before(scene: Scene, i: int) -> int | None:
    """Return the people who are the subject of the sentence before: "Migrants came. Some said"."""
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 1:
            return None
        above = scene.sentence[j] == scene.sentence[i] - 1 and scene.deps[scene.heads[j]] == "ROOT"
        if above and scene.deps[j] in {"nsubj", "nsubjpass"}:
            people = scene.tags[j] == "NNS" or scene.lowers[j] in {"people", "police"}
            return j if people and scene.actor[j] is None else None
    return None


def name_of_one(scene: Scene, i: int) -> int:
    """Return the name behind "one of them, Transport Minister Omar Barro,", or the token itself."""
    if scene.lowers[i] not in _ONE:
        return i
    after = max(of_them(scene, i), i) + 1
    if scene.texts[after : after + 1] != [","]:
        return i
    for j in range(after + 1, min(after + 1 + _WIDEST, len(scene.texts))):
        if not scene.texts[j][:1].isupper() and scene.texts[j] not in {"-", "the"}:
            break
        last = scene.entities[j] == "PERSON" or scene.form[j] == "person"
        if last and scene.heads[j] not in range(j + 1, after + 1 + _WIDEST):
            return j
    return i


def told_of(scene: Scene, i: int) -> bool:
    """Say whether the words beside a name, or a list, tell whose somebody is, so that it's no guess."""
    if scene.form[i] != "person":
        return False
    start = i
    while start and scene.form[start - 1] == "person":
        start -= 1
    return evidence(scene, start, i + 1)[0] not in {"title", "office"}


def people_in(scene: Scene, i: int) -> int:
    """Return the people in "a group of retired officers", or the token itself."""
    whole = of_them(scene, i) if scene.lowers[i] in _GATHERINGS else i
    many = scene.tags[whole] == "NNS" or scene.lowers[whole] in _UNBOUND
    return whole if many else i


def each_of(scene: Scene, i: int) -> bool:
    """Say whether a noun is "each side", "both countries": one of two is as right as the other."""
    return any(scene.lowers[c] in {"each", "both", "neither", "either"} for c in scene.children(i))


def one_of_two(scene: Scene, i: int) -> str | None:
    """Return the party named most before "each accused the other", in the sentence before if two are."""
    parties = [
        (scene.sentence[j], actor)
        for j, actor in enumerate(scene.actor[:i])
        if actor
        and actor not in scene.sources
        and not scene.place[j]
        and not (j and scene.actor[j - 1] == actor)
        and scene.kind_of(actor) in {"state", "region", "armed_group", "group"}
    ]
    near = Counter(actor for sentence, actor in parties if sentence >= scene.sentence[i] - _NEAR)
    named = near if len(near) > 1 else Counter(actor for _, actor in parties)
    return named.most_common(1)[0][0] if len(named) > 1 else None


def _counted(scene: Scene, i: int) -> tuple[int, str | None]:
    """Return the noun in "one of them", or who is meant by a bare number."""
    whole = of_them(scene, i)
    for child in scene.children(i):
        if scene.deps[child] == "appos" and scene.actor[child]:  # "one of them, Chen Yi,"
            return whole, scene.actor[child]
    if scene.lowers[whole] == "them" and (many := _many_above(scene, i)) is not None:
        return many, scene.actor[many]
    if whole == i:
        return whole, last_source(scene, i, many=True)
    return whole, last_source(scene, whole) if scene.lowers[whole] == "them" else None


def _many_above(scene: Scene, i: int) -> int | None:
    """Return whom "some of them" are of in an aside: "exiles marched, some of them calling for war"."""
    verb = scene.heads[i]
    if scene.deps[i] != "nsubj" or scene.deps[verb] != "advcl":
        return None
    subjects = (c for c in scene.children(scene.heads[verb]) if scene.deps[c] == "nsubj")
    return next((c for c in subjects if scene.tags[c] == "NNS"), None)


def of_them(scene: Scene, i: int) -> int:
    """Return the noun in "one of them", "some of the officials", or the token itself."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] == "of":
            for leaf in scene.children(child):
                return leaf
    return i


def last_source(scene: Scene, i: int, *, many: bool = False) -> str | None:
    """Return the source that spoke last, for a pronoun that no party fits."""
    several = many or scene.lowers[i] in {"they", "them"}
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 2:
            return None
        actor = scene.actor[j]
        if actor in scene.sources and (scene.tags[j] in {"NNS", "NNPS"}) == several:
            return actor
    return None
