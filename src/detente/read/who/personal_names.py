"""Where names of people stand: stretches of a text that may be one, left to right.

The parser's names are trimmed of titles and marks; names that it missed are
found behind a title and as subjects of words of speech.
"""

from typing import TYPE_CHECKING

from detente.read.text.dates import DAY_WORDS
from detente.read.text.wordlists import listed, speech_verbs
from detente.read.who.mentions import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span

_MONTHS = listed("persons", "months") | DAY_WORDS
_NAMED_MONTHS = frozenset(month.title() for month in listed("persons", "months"))
_LEADING = frozenset({"minister", "president", "secretary", "premier", "chancellor", "spokesman"})
_SHIPS = listed("persons", "ships")
_BEFORE = listed("persons", "before_names")
_LINKS = frozenset({"al", "bin", "ibn", "de", "van", "von", "der", "el", "ben", "ag", "ould", "du"})
_LABELS = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC", "PRODUCT"})
_LONGEST = 4


def candidates(scene: Scene) -> list[tuple[int, int]]:
    """Return stretches that may be a person's name, left to right."""
    found = [place for entity in scene.doc.ents if (place := _trimmed(scene, entity)) is not None]
    taken = {i for start, end in found for i in range(start, end)}
    for start, end, _, form in scene.spans:
        if form == "person" and start not in taken:
            found.append((start, end))
    found += _behind_titles(scene, taken) + _behind_dates(scene, taken)
    return sorted(set(found) | set(speaking_names(scene, taken)))


def _trimmed(scene: Scene, entity: "Span") -> tuple[int, int] | None:
    """Return an entity without titles and marks, if it may be a person's name."""
    start, end = entity.start, entity.end
    if scene.tags[start] in {"MD", "VBZ", "VBP", "VBD"} and end - start > 1:
        start += 1  # "Will Iran close the strait?"
    title = scene.gazetteer.words["title"]
    while (
        start < end
        and not (start and scene.lowers[start - 1] in _LEADING)
        and (scene.lowers[start] in title or scene.lowers[start] in _BEFORE)
    ):
        start += 1
    while start < end - 1 and (
        scene.entities[start] == "DATE"
        or scene.lowers[start] in _MONTHS
        or scene.texts[start].isdigit()
    ):
        start += 1
    while end > start and scene.lowers[end - 1] in {"'s", "'", ",", "."}:
        end -= 1
    if start >= end or any(scene.actor[i] and scene.form[i] != "person" for i in range(start, end)):
        return None
    words = scene.texts[start:end]
    joined = zip(words, ["", *words], strict=False)  # "Park Won-gon"
    if not all(
        word[:1].isupper() or word[:1] in "-'." or word in _LINKS or before == "-"
        for word, before in joined
    ):
        return None
    if words[-1].lower() in scene.gazetteer.words["state"] and len(words) > 1:
        return None
    fits = entity.label_ == "PERSON" or (entity.label_ in _LABELS and len(words) <= _LONGEST)
    return (start, end) if fits else None


def _behind_titles(scene: Scene, taken: set[int]) -> list[tuple[int, int]]:
    """Return names that the parser missed behind a title: "Colonel Itagaki"."""
    title = scene.gazetteer.words["title"]
    found = []
    for i in range(1, len(scene.texts)):
        if (
            scene.parts[i] == "PROPN"
            and scene.texts[i][:1].isupper()
            and i not in taken
            and scene.actor[i] is None
            and scene.lowers[i - 1] in title
            and scene.lowers[i] not in title
            and scene.texts[i - 1][:1].isupper()
            and scene.lowers[i] not in {"general", "of"}
            and not (i > 1 and scene.lowers[i - 2] in _SHIPS)
        ):
            end = i + 1
            while (
                end < len(scene.texts)
                and (scene.parts[end] == "PROPN" or _joined(scene, end))
                and end not in taken
                and scene.actor[end] is None
            ):
                end += 1
            found.append((i, end))
    return found


def _behind_dates(scene: Scene, taken: set[int]) -> list[tuple[int, int]]:
    """Return last names that the parser took into a date: "On 3 May Barro, the foreign minister, agreed"."""
    return [
        (i, i + 1)
        for i in range(1, len(scene.texts) - 1)
        if scene.parts[i] == "PROPN"
        and scene.texts[i][:1].isupper()
        and i not in taken
        and scene.actor[i] is None
        and scene.texts[i - 1] in _NAMED_MONTHS
        and scene.lowers[i] not in _MONTHS
        and scene.texts[i + 1] == ","
    ]


def _joined(scene: Scene, i: int) -> bool:
    """Say whether a token is a hyphen within a name, or the word behind one: "Anwaar-ul-Haq"."""
    if i + 1 < len(scene.texts) and scene.texts[i] == "-":
        return True
    return scene.texts[i - 1] == "-" and scene.texts[i][:1].isalpha()


def speaking_names(scene: Scene, taken: set[int]) -> list[tuple[int, int]]:
    """Return names of two or three words that are subjects of a word of speech.

    Parameters
    ----------
    scene : Scene
        With states named.
    taken : set of int
        Tokens that are part of a name already.
    """
    found = []
    for i, dep in enumerate(scene.deps):
        if (
            dep not in {"nsubj", "pobj"}
            or scene.parts[i] != "PROPN"
            or scene.actor[i]
            or i in taken
        ):
            continue
        governor = scene.heads[i]
        if scene.doc[governor].lemma_ not in speech_verbs() and scene.lowers[governor] != "to":
            continue
        if scene.lowers[governor] == "to" and scene.lowers[scene.heads[governor]] != "according":
            continue
        start = i
        while (
            start > 0
            and scene.parts[start - 1] == "PROPN"
            and scene.heads[start - 1] == i
            and (
                scene.actor[start - 1] is None
                and scene.lowers[start - 1] not in _MONTHS
                and scene.lowers[start - 1] not in scene.gazetteer.words["title"]
            )
        ):
            start -= 1
        if scene.lowers[i] in scene.gazetteer.words["state"]:
            continue
        if 1 <= i - start <= 2 and not any(  # noqa: PLR2004 - a short reach, plain where it stands
            scene.texts[j] in scene.gazetteer.words["institute"] for j in range(start, i + 1)
        ):
            found.append((start, i + 1))
    return found
