"""Towns and provinces that act by an authority of their own: "the mayor of Harrow refused".

A mayor, a city council or a provincial governor is as a rule no more than a voice within
the state. Where a text has one do or say several things it's a party under the name of
its place, and so are its head, by name, and "the city".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from detente.read.text.wordlists import listed, speech, speech_verbs
from detente.read.who.actors import slug
from detente.read.who.deeds import done_by, head
from detente.read.who.mentions import Scene

_HEADS = listed("towns", "heads")
_GOVERNORS = listed("towns", "governors")
_BODIES = listed("towns", "bodies")
_LEVELS = listed("towns", "levels")
_PLACES = listed("towns", "places")
_REGIONS = listed("towns", "regions")
_LEADS = listed("towns", "leads")
_BESIDE = frozenset({"'s", "’s", "'", "’", "the"})
_SEVERAL = 2
_LONGEST = 4  # words of a name
_FIRST = 12  # tokens that a dateline may have

Places = list[tuple[int, int, str]]  # first token, the one after the last, form


def name_towns(scene: Scene) -> None:
    """Take each place whose own authority does several things as a party, by that authority."""
    found: dict[str, Places] = defaultdict(list)
    loose: Places = []
    own: set[str] = set()
    for i, lower in enumerate(scene.lowers):
        kind = _kind(scene, i, lower)
        if not kind:
            continue
        town = _town(scene, i)
        spans = [(i, i + 1, "noun"), *_persons(scene, i)]
        if town is not None:
            found[town] += spans
            own.update({town} if kind != "governor" else ())
        elif kind in {"head", "body"}:
            loose += spans
    if loose and (town := _only(scene, found)) is not None:
        found[town] += loose
        own.add(town)
    for town, places in found.items():
        _settle(scene, town, places, alone=len(found) == 1, own=town in own)


def _only(scene: Scene, found: Iterable[str]) -> str | None:
    """Return the one place whose authority is named, else the town that a report is from."""
    towns = list(found)
    if not towns:
        return _sent_from(scene)
    return towns[0] if len(towns) == 1 else None


def _kind(scene: Scene, i: int, lower: str) -> str:
    """Return what a noun is: a town's head, a governor, a local body, a named region."""
    if scene.parts[i] not in {"NOUN", "PROPN"} or scene.actor[i] is not None:
        return ""
    if lower in _HEADS:
        return "head"
    if lower in _GOVERNORS:
        return "governor"
    if lower in _BODIES and i and scene.lowers[i - 1] in _LEVELS:
        return "body"
    named = lower in _REGIONS and scene.texts[i][0].isupper() and scene.deps[i] == "nsubj"
    return "region" if named else ""


def _town(scene: Scene, i: int) -> str | None:
    """Return the name of the place whose authority a noun is."""
    if scene.lowers[i] in _REGIONS:
        return _name(scene, i + 1, i + 1)
    j = i
    while j and (scene.lowers[j - 1] in _LEVELS or scene.lowers[j - 1] in _BESIDE):
        j -= 1
    before = _name(scene, j, i)
    if before is not None:
        return before
    behind = scene.lowers[i + 1 : i + 2]
    if behind in (["of"], ["in"]):
        j = i + 2
        while scene.lowers[j : j + 1] and (
            scene.lowers[j] in {"the", "of", "nearby"} or scene.lowers[j] in _PLACES
        ):
            j += 1
        end = j
        while end < len(scene.texts) and end - j < _LONGEST and _capital(scene, end):
            end += 1
        return _name(scene, end, end)
    return None


def _name(scene: Scene, end: int, noun: int) -> str | None:
    """Return the capitals that end before a token as a place's name, where nobody has them."""
    start = end
    while start and end - start < _LONGEST and _capital(scene, start - 1):
        start -= 1
    if start == end or any(scene.actor[j] is not None for j in range(start, end)):
        return None
    if end - start == 1 and (
        scene.lowers[start] in _REGIONS
        or (end == noun and scene.doc[start].is_sent_start and scene.entities[start] != "GPE")
    ):
        return None
    return " ".join(scene.texts[start:end])


def _capital(scene: Scene, i: int) -> bool:
    if not scene.texts[i][:1].isupper() or scene.parts[i] != "PROPN":
        return False
    lower, words = scene.lowers[i], scene.gazetteer.words
    return lower not in words["title"] and lower not in _LEVELS


def _persons(scene: Scene, i: int) -> Iterator[tuple[int, int, str]]:
    """Yield the names beside a local office: "Mayor Ann Holm", "Ann Holm, the mayor of Harrow"."""
    noun = i
    if scene.lowers[i] in _BODIES:
        prep = scene.heads[i]
        if scene.deps[i] != "pobj" or scene.lowers[prep] != "of":
            return
        noun = scene.heads[prep]
        if scene.lowers[noun] not in _LEADS:
            return
    elif scene.lowers[i] in _REGIONS:
        return
    nouns = [noun, *(leaf for c in scene.children(noun) for leaf in scene.children(c))]
    beside = [c for each in nouns for c in scene.children(each) if scene.deps[c] == "appos"]
    if scene.deps[noun] in {"appos", "compound"}:
        beside.append(scene.heads[noun])
    for h in beside:
        if scene.parts[h] != "PROPN" or scene.actor[h] is not None:
            continue
        start = h
        while start and start - 1 != noun and _capital(scene, start - 1):
            start -= 1
        if h - start < _LONGEST and scene.texts[h][:1].isupper():
            yield start, h + 1, "person"


def _sent_from(scene: Scene) -> str | None:
    """Return the town that a report is sent from: "HARROW, Kenya, May 3 - "."""
    first = scene.texts[0] if scene.texts else ""
    end = 0
    while end < min(_FIRST, len(scene.texts)) and scene.texts[end].isupper():
        end += 1
    if not end or len(first) < _LONGEST - 1 or any(scene.actor[:end]):
        return None
    return " ".join(scene.texts[:end]).title()


def _settle(scene: Scene, town: str, places: Places, *, alone: bool, own: bool) -> None:
    """Take a place's authority for a party, if it does or says several things."""
    last = {scene.texts[end - 1]: (start, end) for start, end, form in places if form == "person"}
    again = [
        (i, i + 1, "person")
        for i, text in enumerate(scene.texts)
        if text in last
        and scene.actor[i] is None
        and not any(start <= i < end for start, end, _ in places)
        and not _capital(scene, i - 1)
    ]
    if alone:
        again += [(i, i + 1, "noun") for i in _called(scene, places)]
    every = [*places, *again]
    deeds = {deed for start, end, _ in every for deed in _does(scene, start, end)}
    if len(deeds if own else deeds - speech("say")) < _SEVERAL:
        return  # a governor who only says things is the state's man
    actor = slug(town)
    if actor in scene.gazetteer.names:
        return
    scene.names[actor], scene.kinds[actor] = town, "organisation"
    for word, (start, end) in last.items():
        scene.last_names[word] = (actor, " ".join(scene.texts[start:end]))
    for start, end, form in every:
        scene.take(start, end, actor, form)


def _called(scene: Scene, places: Places) -> Iterator[int]:
    """Yield where "the city" and "the councils" act further on."""
    first = min(start for start, _, _ in places)
    bodies = {scene.lowers[start].rstrip("s") for start, _, form in places if form == "noun"}
    for i in range(first + 1, len(scene.texts)):
        lower = scene.lowers[i]
        if scene.actor[i] is not None or any(start == i for start, _, _ in places):
            continue
        if lower.rstrip("s") in bodies | _PLACES and scene.deps[i] in {"nsubj", "pobj", "dobj"}:
            before = [scene.lowers[c] for c in scene.children(i) if c < i]
            acts = scene.deps[i] == "nsubj" and any(_does(scene, i, i + 1))
            if before in (["the"], ["both"]) and (acts or lower.rstrip("s") not in _PLACES):
                yield i


def _does(scene: Scene, start: int, end: int) -> Iterator[str]:
    """Yield the lemmas of what a stretch of tokens does or says."""
    yield from done_by(scene, start, end)
    i = head(scene, start, end)
    lemma = scene.doc[scene.heads[i]].lemma_.lower()
    if scene.deps[i] == "nsubj" and lemma in speech_verbs():
        yield lemma
