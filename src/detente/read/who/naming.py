"""Every name of the lexicon, found in a parsed text, the longest first.

A name may be found and yet not mean the actor: that of a sea, a treaty, a
person; or mean only where something happens.
"""

from detente.read.text.datelines import opening
from detente.read.text.sentences import DATELINE
from detente.read.text.wordlists import listed
from detente.read.who.actors import Entry, first_word
from detente.read.who.ages import age
from detente.read.who.colonial import name_colonial
from detente.read.who.crowned import settle_crowned
from detente.read.who.likenesses import mere_people, of_the_continent, spoken_of, such_a
from detente.read.who.mentions import Scene

_PLACE_WORDS = listed("mentions", "place_words")
_WAYS = listed("mentions", "ways")
_TRAVEL = listed("mentions", "travel")
_STRUCK = listed("mentions", "struck")
# a name before one of these is the name of a sea, a war, a treaty: not of the actor
_THINGS = listed("mentions", "things")
_SHIPS = listed("persons", "ships") - {"the"}
_LEANING = frozenset({"pro", "anti", "non", "ex", "trans"})
_HELD = listed("mentions", "held")
_FIRST_LINES = 6
_COUNCILS = frozenset({"Security Council", "Human Rights Council", "General Assembly"})
_OF_ONES_OWN = frozenset({"'s", "'", "its", "his", "their", "national", "supreme", "russian"})
# "Wakatsuki Reijiro": the listed name may be followed by the given one
FAMILY_FIRST = frozenset({"japan", "china", "taiwan", "north_korea", "south_korea"})
_COMMON_FAMILY = frozenset({"Kim", "Lee", "Park", "Li", "Wang", "Chen", "Zhang", "Liu", "Yang"})
_WITH_CONGRESS = listed("organs", "with_congress")
_AMERICAN = frozenset({"us", "u.s.", "american", "states", "the"})
# names of peoples that people are also called by
_GIVEN = frozenset({"Karen", "Shan", "Chin", "Roman", "German", "Norman"})
_SIDES = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})


def name_states(scene: Scene) -> None:
    """Find every name of the lexicon, the longest first, from left to right."""
    entries = scene.gazetteer.entries
    text = scene.text
    i, n = 0, len(scene.texts)
    while i < n:
        word = scene.lowers[i]
        found = entries.get(word) or entries.get(first_word(word))
        entry = _match(found, text, scene.offsets[i]) if found else None
        if entry is None:
            i += 1
            continue
        stop = scene.offsets[i] + len(entry.text)
        end = i + 1
        while end < n and scene.offsets[end] < stop:
            end += 1
        if _means(scene, entry, i, end):
            _take(scene, entry, i, end)
        i = end
    settle_crowned(scene)
    age(scene)
    name_colonial(scene)
    _dateline(scene)
    _congress(scene)


def _match(entries: tuple[Entry, ...], text: str, place: int) -> Entry | None:
    for entry in entries:
        if entry.beside and entry.beside not in text:
            continue  # the same letters may be others' here
        stop = place + len(entry.text)
        here = text[place:stop]
        same = here == entry.text or (
            len(here) > 3 and here.isupper() and here == entry.text.upper()  # noqa: PLR2004 - a short reach, plain where it stands
        )
        if same and not text[stop : stop + 1].isalnum():  # noqa: SIM102 - two questions
            if entry.text.endswith(".") or text[stop : stop + 1] != "." or not _initials(here):
                return entry
    return None


def _initials(text: str) -> bool:
    """Say whether a text is an abbreviation whose last point would be cut off."""
    return "." in text.rsplit(" ", 1)[-1]


def _opening_verb(scene: Scene, i: int) -> bool:
    """Say whether a word is a participle that opens its sentence, capital and all: "Crossing Turkey's line"."""
    if i < 0 or not scene.lowers[i].endswith("ing") or len(scene.texts[i]) < 6:  # noqa: PLR2004 - "Sing", "King"
        return False
    return i == 0 or scene.sentence[i - 1] != scene.sentence[i]


def _means(scene: Scene, entry: Entry, start: int, end: int) -> bool:
    """Say whether a name that was found means the actor, here."""
    asked = start > 0 and scene.tags[start - 1] == "MD" and scene.texts[start - 1][:1].isupper()
    if (
        not asked
        and scene.entities[start] == "PERSON"
        and _in_persons_name(scene, entry, start, end)
    ):
        return False
    elsewhere = start > 0 and scene.lowers[start - 1] == "another"
    elsewhere = elsewhere or of_the_continent(scene, entry, start) or such_a(scene, entry, start)
    elsewhere = elsewhere or mere_people(scene, entry, start)
    elsewhere = elsewhere or _anothers_congress(scene, entry, start)
    if elsewhere or _ship(scene, entry, start) or _ones_own(scene, entry, start):
        return False
    after = scene.lowers[end] if end < len(scene.texts) else ""
    before = scene.lowers[start - 1] if start else ""
    if entry.form == "person" and " " not in entry.text:
        longer = (
            end < len(scene.texts)
            and scene.parts[end] == "PROPN"
            and scene.texts[end][:1].isupper()
            and (
                entry.actor not in FAMILY_FIRST
                or entry.text in _COMMON_FAMILY
                or not spoken_of(scene, entry.actor)
            )
        )
        return scene.parts[start] == "PROPN" and after not in _THINGS and not longer
    if entry.form == "media" and " " not in entry.text:
        return scene.deps[start] != "dobj" and not (
            entry.text in {"Guardian", "Economist", "Dawn"} and before != "the"
        )
    if (
        before in _SIDES
        and scene.texts[start - 1][:1].isupper()
        and entry.form in {"name", "capital"}
    ):
        return start > 1 and scene.sentence[start - 2] != scene.sentence[start]
    return not _called_after(scene, entry, start, end)


def _anothers_congress(scene: Scene, entry: Entry, start: int) -> bool:
    """Say whether a congress has another's name before it: "the Nepali Congress", a party."""
    if entry.text != "Congress" or not start or not scene.texts[start - 1][:1].isupper():
        return False
    if scene.lowers[start - 1] in _AMERICAN:
        return False
    return scene.deps[start - 1] in {"compound", "amod"} and scene.heads[start - 1] == start


def _ones_own(scene: Scene, entry: Entry, start: int) -> bool:
    """Say whether a council is a state's: "Russia's Security Council" is no UN body."""
    return start > 0 and entry.text in _COUNCILS and scene.lowers[start - 1] in _OF_ONES_OWN


def _ship(scene: Scene, entry: Entry, start: int) -> bool:
    """Say whether a name is a ship's: "the cruiser Colombo", "HMS Mauritius"."""
    if entry.form in {"demonym", "seat"}:
        return False  # "the Greek destroyer", "the destroyer USS Cole"
    if start == 0:
        return False
    before, name = scene.lowers[start - 1], scene.texts[start]
    if before == "the" and entry.form == "name" and entry.text.istitle() and " " not in entry.text:
        return any(  # "HMS Mauritius", and then "the Mauritius"
            scene.texts[i] == name and scene.lowers[i - 1] in _SHIPS for i in range(1, start)
        )
    return before in _SHIPS


def _in_persons_name(scene: Scene, entry: Entry, start: int, end: int) -> bool:
    """Say whether the name of a place is part of a person's: "Jack London"."""
    if entry.weak and not _alone(scene, start, end):
        return True
    if entry.form not in {"capital", "name", "demonym"} or _opening_verb(scene, start - 1):
        return False
    inside = scene.doc[start].ent_iob_ == "I"
    if entry.form == "demonym":
        first = entry.text in _GIVEN and scene.doc[end].ent_iob_ == "I"  # "Roman Weber"
        person = (inside and entry.text != "Soviet") or first
    else:
        person = inside or (
            end < len(scene.texts)
            and scene.entities[end] == "PERSON"
            and scene.doc[end].ent_iob_ == "I"
            and scene.parts[end] == "PROPN"
        )
    return person and " " not in entry.text and not entry.text.isupper()


def _called_after(scene: Scene, entry: Entry, start: int, end: int) -> bool:
    """Say whether a name is that of a sea, a treaty or a colony called after the actor."""
    after = scene.lowers[end] if end < len(scene.texts) else ""
    if (
        start
        and entry.form == "name"
        and scene.form[start - 1] == "demonym"
        and scene.actor[start - 1] != entry.actor
    ):
        return True  # a territory: "French Congo"
    if entry.form == "seat" and after == "of" and end - start == 1:
        return "".join(scene.texts[end + 1 : end + 2])[:1].isupper()  # "the Congress of Vienna"
    if entry.form not in {"name", "demonym", "capital"} or end - start > 2:  # noqa: PLR2004 - a short reach, plain where it stands
        return False
    if after in _THINGS and scene.texts[end][:1].isupper():
        return True
    if entry.form == "capital" and after in {"i", "ii", "iii"} and scene.texts[end].isupper():
        return True  # "Minsk II"
    of = start > 1 and scene.lowers[start - 1] == "of"
    return of and scene.lowers[start - 2] in _THINGS and scene.texts[start - 2][:1].isupper()


def _alone(scene: Scene, start: int, end: int) -> bool:
    """Say whether a name stands by itself wherever the text has it: "Chad refused"."""
    text = scene.texts[start]
    for i, other in enumerate(scene.texts):
        if other != text:
            continue
        beside = (i - 1, i + end - start)
        if any(
            0 <= j < len(scene.texts)
            and scene.parts[j] == "PROPN"
            and scene.entities[j] == "PERSON"
            and scene.texts[j][:1].isupper()
            for j in beside
        ):
            return False
    return True


def _take(scene: Scene, entry: Entry, start: int, end: int) -> None:
    form = entry.form
    before = scene.lowers[start - 2] if start > 1 and scene.texts[start - 1] == "-" else ""
    inside = scene.texts[end - 1]
    held = "-" in inside and inside.rsplit("-", 1)[1].lower() in _HELD
    follows = end + 1 < len(scene.texts) and scene.texts[end] == "-"
    if before in _LEANING or (start and scene.lowers[start - 1] in _LEANING):
        form = "leaning"
    elif held or (follows and scene.lowers[end + 1] in _HELD):
        form = "held"
    head = _head(scene, start, end)
    scene.take(start, end, entry.actor, form, place=_is_place(scene, head, entry.form))


def _head(scene: Scene, start: int, end: int) -> int:
    """Return the token of a stretch that hangs outside it."""
    for i in range(end - 1, start - 1, -1):
        if not start <= scene.heads[i] < end or scene.heads[i] == i:
            return i
    return end - 1


def _is_place(scene: Scene, i: int, form: str) -> bool:  # noqa: PLR0911 - one case after another
    """Say whether a name is only where something happens."""
    while scene.deps[i] == "conj" and 0 < i - scene.heads[i] <= 4:  # noqa: PLR2004 - a short reach, plain where it stands
        i = scene.heads[i]
    governor = scene.heads[i]
    lemma = scene.doc[governor].lemma_
    if scene.deps[i] == "pobj":
        word = scene.lowers[governor]
        if word in _PLACE_WORDS:
            return True
        if form == "capital" and word in _WAYS:
            above = scene.doc[scene.heads[governor]].lemma_
            return above in _TRAVEL or word != "from"
        return False
    if form == "capital":
        if scene.deps[i] in {"dobj", "nsubjpass"}:
            return lemma in _STRUCK
        return scene.deps[i] in {"compound", "nmod", "npadvmod", "appos"}
    if scene.deps[i] == "compound":
        return scene.lowers[governor] in _THINGS or scene.lowers[governor] in {"conflict", "border"}
    return False


def _dateline(scene: Scene) -> None:
    """Note the state that a report is sent from: "PARIS, Jan. 3 - ..."."""
    for span in scene.sentences[:_FIRST_LINES]:
        if not (DATELINE.fullmatch(span.text + " ") or opening(span.text + " A")):
            continue
        for i in range(span.start, span.end):
            if scene.actor[i] and scene.form[i] in {"capital", "name"}:
                scene.dateline = scene.dateline or scene.actor[i]
                scene.place[i] = True
        return


def _congress(scene: Scene) -> None:
    """Take "Congress" for that of the state that a report is sent from, where it has one."""
    state = scene.dateline
    if state not in _WITH_CONGRESS:
        return
    for start, end, actor, _ in tuple(scene.spans):
        if actor != "united_states" or scene.texts[start:end] != ["Congress"]:
            continue
        american = set(scene.lowers[max(start - 2, 0) : start]) & {
            "u.s.",
            "us",
            "american",
            "states",
        }
        sentence = scene.sentence[start]
        beside = any(
            other == actor and place != start and scene.sentence[place] == sentence
            for place, _, other, _ in scene.spans
        )
        if not american and not beside and scene.lowers[end : end + 1] != ["in"]:
            scene.take(start, end, state, "seat")
