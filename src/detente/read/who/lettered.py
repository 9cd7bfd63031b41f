"""Bodies whose letters a text gives behind their full name: "the People's Front of the Coast (PFC)".

Whoever writes the letters means to speak of the body again. The capitals before the brackets
are its name, back to the word that the letters begin with; where they are of another language
("the South Tyrolean People's Party (SVP)"), back to its article. Such a body acts for itself,
if the text has it do anything, whatever states stand in its name.
"""

from detente.read.text.wordlists import listed
from detente.read.who.deeds import done_by
from detente.read.who.groups import kind_of_name, take_group
from detente.read.who.mentions import Scene

_JOINTS = listed("groups", "lettered_joints")
_THINGS = listed("groups", "lettered_things")
_MEMBERS = listed("groups", "members") | listed("groups", "own_men")
_MARKS = frozenset({"'s", "'", "-", "–"})
_LETTERS = (2, 9)
_LONG = 14
_OFTEN = 3


def name_lettered(scene: Scene) -> None:
    """Take each unlisted body whose letters stand in brackets as an actor, wherever it is named."""
    for at, text in enumerate(scene.texts):
        if text != "(" or scene.texts[at + 2 : at + 3] != [")"] or not _letters(scene, at + 1):
            continue
        letters = scene.texts[at + 1]
        span = _name(scene, at, letters)
        if span is None:
            continue
        start, end = span
        if _known(scene, start, end) or _is_thing(scene, start, end):
            continue
        places = _places(scene, start, end, letters)
        listed_as = {
            actor
            for actor, _ in scene.gazetteer.named(letters)
            if not (_spells(scene, start, end, letters) and _anothers(scene, actor, span, letters))
        }
        kind = kind_of_name(scene.texts[start:end])
        if len(listed_as) == 1:
            (actor,) = listed_as
        elif listed_as or not (
            kind or len(places) >= _OFTEN or any(_acts(scene, place) for place in places)
        ):
            continue
        else:
            actor = take_group(scene, start, end, kind or "organisation")
        for first, last in places:
            scene.retake(first, last, actor, "name")


def _anothers(scene: Scene, actor: str, span: tuple[int, int], letters: str) -> bool:
    """Say whether listed letters are those of other words: AMIB of no "Mining Industry of Basra"."""
    words = set(scene.lowers[slice(*span)])
    full = [
        set(entry.text.lower().split())
        for entries in scene.gazetteer.entries.values()
        for entry in entries
        if entry.actor == actor and letters in _initials(entry.text)
    ]
    return bool(full) and not any(2 * len(each & words) > len(each) for each in full)


def _initials(name: str) -> tuple[str, str]:
    """Return the letters of a name, without its small words and with them."""
    first = [word[0] for word in name.split()]
    return "".join(each for each in first if each.isupper()), "".join(first).upper()


def _acts(scene: Scene, place: tuple[int, int]) -> bool:
    return any(True for _ in done_by(scene, *place))


def _letters(scene: Scene, i: int) -> bool:
    text = scene.texts[i]
    least, most = _LETTERS
    return (
        least <= len(text) <= most
        and text[0].isupper()
        and sum(each.isupper() for each in text) * 2 > len(text)
        and text.replace("-", "").replace("–", "").isalpha()
    )


def _name(scene: Scene, at: int, letters: str) -> tuple[int, int] | None:
    """Return where the name before a bracket begins and ends."""
    begin = _run(scene, at)
    words = [i for i in range(begin, at) if scene.texts[i][:1].isupper()]
    if len(words) < 2:  # noqa: PLR2004 - a name of several words
        return None
    fits = [i for i in words if _spells(scene, i, at, letters)]
    start = fits[-1] if fits else _behind_article(scene, begin, at)
    end = at
    while end > start and not scene.texts[end - 1][:1].isupper():
        end -= 1
    named = sum(scene.texts[i][:1].isupper() for i in range(start, end))
    return (start, end) if named > 1 else None


def _run(scene: Scene, at: int) -> int:
    """Return where the capitals begin that stand before a bracket, joints between them."""
    begin = i = at
    while i > max(at - _LONG, 0) and scene.sentence[i - 1] == scene.sentence[at]:
        i -= 1
        text = scene.texts[i]
        if text[:1].isupper():
            begin = i
        elif not (scene.lowers[i] in _JOINTS or text in _MARKS or text == ","):
            break
    return begin


def _spells(scene: Scene, start: int, at: int, letters: str) -> bool:
    """Say whether letters are, in order, the first ones of the words from a token on."""
    initials = [scene.texts[i][0] for i in range(start, at) if scene.texts[i][:1].isupper()]
    wanted = [each for each in letters if each.isupper()]
    if initials == wanted:
        return True
    small = [scene.texts[i][0].upper() for i in range(start, at) if scene.texts[i][:1].isalpha()]
    return small == wanted


def _behind_article(scene: Scene, begin: int, at: int) -> int:
    """Return the beginning of a name whose letters don't spell it: behind its own article."""
    start = begin
    for i in range(begin, at):
        own = scene.lowers[i] == "the" and (
            scene.lowers[i - 1] not in _JOINTS - {"and"} or scene.lowers[begin] in _MEMBERS
        )
        if own or (scene.texts[i] == "," and not _of_before(scene, begin, i)):
            start = i + 1
    while start < at and not (
        scene.texts[start][:1].isupper() and scene.lowers[start] not in {"the", "a", "an"}
    ):
        start += 1
    return start


def _of_before(scene: Scene, begin: int, i: int) -> bool:
    """Say whether a comma stands within a list behind "of": "of Preševo, Medvedja and Bujanovac"."""
    return "of" in scene.lowers[begin:i]


def _known(scene: Scene, start: int, end: int) -> bool:
    """Say whether the name is that of an actor that is listed."""
    named = scene.gazetteer.named(" ".join(scene.texts[start:end]))
    return bool(named) or any(
        first <= start and last >= end and form == "name" for first, last, _, form in scene.spans
    )


def _is_thing(scene: Scene, start: int, end: int) -> bool:
    """Say whether what has the letters is no body: a treaty, a plan, a line, a state's ministry."""
    return any(scene.lowers[i] in _THINGS for i in range(start, end))


def _places(scene: Scene, start: int, end: int, letters: str) -> list[tuple[int, int]]:
    """Return where a body is named: in full, and by its letters."""
    short = ((i, i + 1) for i, text in enumerate(scene.texts) if text == letters)
    return [*scene.again(start, end), *short]
