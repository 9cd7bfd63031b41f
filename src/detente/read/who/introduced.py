"""Groups and companies that a text introduces by a common noun: "the Nagriamel movement".

The noun says what an unknown name is, before it, behind it, beside a comma or
over a form of "be"; later the name, or its first word, stands alone.
"""

from collections.abc import Iterator

from detente.read.text.wordlists import listed
from detente.read.who.deeds import several_deeds
from detente.read.who.groups import take_group
from detente.read.who.mentions import Scene

_TOLD = {
    "armed_group": listed("groups", "told_armed"),
    "party": listed("groups", "told_party"),
    "organisation": listed("groups", "told_group"),
    "company": listed("groups", "told_company"),
}
_CLASS = {word: kind for kind, words in _TOLD.items() for word in words}
_COMPANIES = listed("groups", "told_company")
_BEFORE_NAMES = listed("groups", "told_group") | _COMPANIES | {"militia", "movement", "party"}
_ARMED = listed("groups", "told_before")
_THINGS = listed("groups", "groups_of_things")
_STATES_OWN = frozenset({"state", "national", "government", "owned", "nationalised"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SOURCES = listed("groups", "told_of_sources")
_COMMON = listed("newcomers", "common")
_CAUSES = listed("groups", "causes")
_PLAIN = listed("groups", "plain_first_words")
_CALLED = frozenset({"call", "know", "name", "dub", "term", "style"})
_MODIFIES = frozenset({"compound", "amod", "nmod"})
_SHORTEST = 4
_FURTHER = 4


def name_introduced(scene: Scene) -> None:
    """Take each unknown name that a noun introduces as a group, wherever it stands."""
    for i, lower in enumerate(scene.lowers):
        kind = _CLASS.get(lower) or _CLASS.get(lower.removesuffix("s"))
        if kind is None or scene.parts[i] not in {"NOUN", "PROPN"} or scene.texts[i][0].isupper():
            continue
        if _of_a_source(scene, i) or _of_things(scene, i):
            continue
        if kind == "organisation" and not _ARMED.isdisjoint(scene.lowers[max(i - 3, 0) : i]):
            kind = "armed_group"
        for h in _introduced(scene, i, lower):
            start, end = _name(scene, h)
            if start <= h < end and _may_be_group(scene, start, end) and not _a_place(scene, h, i):
                _everywhere(scene, start, end, kind, _owner(scene, i, lower))
                break
    _cut_short(scene)


def _of_things(scene: Scene, i: int) -> bool:
    """Say whether a group is no party: "a group of islands", "the landing party"."""
    behind = scene.lowers[i + 1 : i + 4]
    return (behind[:1] == ["of"] and not _THINGS.isdisjoint(behind)) or (
        i > 0 and scene.lowers[i - 1] in _THINGS
    )


def _a_place(scene: Scene, h: int, i: int) -> bool:
    """Say whether a name beside a group's noun is where it is: "the Miami group"."""
    return h < i and scene.heads[h] == i and scene.entities[h] in _PLACES


def _owner(scene: Scene, i: int, lower: str) -> str | None:
    """Return the state whose company it is: "the Ukrainian state gas company Naftogaz"."""
    if lower not in _COMPANIES or _STATES_OWN.isdisjoint(scene.lowers[max(i - 4, 0) : i]):
        return None
    near = (scene.actor[j] for j in range(i - 1, max(i - 6, -1), -1) if scene.actor[j])
    owner = next(near, None)
    return owner if owner and scene.kind_of(owner) == "state" else None


def _of_a_source(scene: Scene, i: int) -> bool:
    """Say whether a group is one that is only quoted: "a rights group"."""
    return any(
        scene.lowers[j] in _SOURCES for j in range(max(i - 3, 0), i) if scene.texts[j] != ","
    )


def _introduced(scene: Scene, i: int, lower: str) -> Iterator[int]:
    """Yield tokens that may be the name that noun `i` introduces."""
    above = scene.heads[i]
    named = i + 1 < len(scene.texts) and scene.parts[i + 1] == "PROPN"
    modified = i > 0 and scene.deps[i - 1] in _MODIFIES and scene.heads[i - 1] == i
    if modified and lower in _BEFORE_NAMES and not named:
        yield i - 1  # "the Nagriamel movement", not "the Shi'ite movement Hezbollah"
    if scene.deps[i] == "appos" and above < i:
        yield above
    for child in scene.children(i):
        if child < i:
            continue
        if scene.deps[child] == "appos":
            if scene.entities[child] != "PERSON" or scene.parts[child - 1] != "PROPN":
                yield child
        else:
            yield from _called(scene, child)
    if scene.deps[i] == "attr":
        yield from (c for c in scene.children(above) if scene.deps[c] == "nsubj")
    if named and lower in _BEFORE_NAMES:
        yield i + 1
    yield from _one_of(scene, i)


def _called(scene: Scene, child: int) -> Iterator[int]:
    """Yield the name in "a group known as Killnet", "a group of hackers called Killnet"."""
    of = scene.deps[child] == "prep" and scene.lowers[child] == "of"
    below = (c for leaf in scene.children(child) for c in scene.children(leaf)) if of else [child]
    for verb in below:
        if scene.deps[verb] == "acl" and scene.doc[verb].lemma_ in _CALLED:
            yield from (leaf.i for leaf in scene.doc[verb].subtree if leaf.pos_ == "PROPN")


def _one_of(scene: Scene, i: int) -> Iterator[int]:
    """Yield the name in "the oldest movement was X", "the first of these movements was X"."""
    prep = scene.heads[i]
    of = scene.deps[i] == "pobj" and scene.lowers[prep] == "of"
    subject = scene.heads[prep] if of else i
    verb = scene.heads[subject]
    if scene.deps[subject] == "nsubj" and scene.doc[verb].lemma_ == "be":
        named = (c for c in scene.children(verb) if scene.deps[c] == "attr")
        yield from (c for c in named if scene.parts[c] == "PROPN")


def _name(scene: Scene, h: int) -> tuple[int, int]:
    """Return the stretch of capitals, hyphens between, that a token is in."""
    start, end = h, h + 1
    while start > 0 and _joins(scene, start - 1):
        start -= 1
    while end < len(scene.texts) and _joins(scene, end):
        end += 1
    while start < end and not scene.texts[start][:1].isupper():
        start += 1
    while end > start and not scene.texts[end - 1][:1].isupper():
        end -= 1
    return start, end


def _joins(scene: Scene, i: int) -> bool:
    if scene.texts[i] == "-":
        return True
    hyphened = (i and scene.texts[i - 1] == "-") or scene.texts[i + 1 : i + 2] == ["-"]
    return (scene.texts[i][:1].isupper() and scene.parts[i] == "PROPN") or (
        bool(hyphened) and scene.texts[i].isalpha()
    )


def _may_be_group(scene: Scene, start: int, end: int) -> bool:
    if start >= end or end - start > _FURTHER + 2:
        return False
    if any(scene.actor[j] is not None for j in range(start, end)):
        return False
    text = scene.texts[start]
    if scene.parts[end - 1] not in {"PROPN", "NOUN", "X"} or len(text) < _SHORTEST:
        return False
    if end - start == 1 and scene.lowers[start] in _COMMON:
        return False
    words = scene.gazetteer.words
    return scene.lowers[start] not in words["title"] and scene.lowers[start] not in words["state"]


def _everywhere(scene: Scene, start: int, end: int, kind: str, owner: str | None) -> None:
    """Take a name wherever the text has it, for its owner where it has one."""
    places = [
        (first, last)
        for first, last in scene.again(start, end)
        if scene.actor[first] is None and _whole(scene, first, end - start)
    ]
    own_will = owner is not None and several_deeds(scene, places)
    for first, last in places:
        if owner is None or own_will:
            take_group(scene, first, last, kind)
        else:
            scene.take(first, last, owner, "seat")


def _whole(scene: Scene, i: int, size: int) -> bool:
    """Say whether a name isn't part of a longer one."""
    return not any(
        0 <= j < len(scene.texts)
        and scene.parts[j] == "PROPN"
        and scene.texts[j][:1].isupper()
        and scene.sentence[j] == scene.sentence[i]
        for j in ((i - 1, i + size) if size == 1 else ())
    )


def _cut_short(scene: Scene) -> None:
    """Let the first word of a group's name stand for it: "Lashkar", "Sandline"."""
    short: dict[str, set[str]] = {}
    kinds = {"armed_group", "party", "organisation", "company"}
    for start, end, actor, form in scene.spans:
        text = scene.texts[start]
        if (
            form == "name"
            and end - start > 1
            and scene.kind_of(actor) in kinds
            and len(text) > _SHORTEST
            and text not in _PLAIN
            and text not in _CAUSES
            and scene.lowers[start] not in _COMMON
            and text.isalpha()
        ):
            short.setdefault(text, set()).add(actor)
    for i, text in enumerate(scene.texts):
        if text in short and len(short[text]) == 1 and scene.actor[i] is None:
            behind = scene.texts[i + 1 : i + 2]
            if behind != ["-"] and scene.parts[i] == "PROPN" and _whole(scene, i, 1):
                scene.take(i, i + 1, next(iter(short[text])), "name")
