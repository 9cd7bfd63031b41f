"""Which state of several ages a name means: Russia or the Soviet Union, Brussels or the Union.

Bismarck is Prussia's in a text of 1866 and Germany's in one of 1880.

What dates a text are its years, but for those that a treaty or a war is called
by, and the people whom it names.
"""

import re
from collections import Counter

from detente.read.who.actors import Older
from detente.read.who.mentions import Scene

_YEAR = re.compile(r"\b(1[6-9][0-9]{2}|20[0-9]{2})\b")
_CALLED = (
    r"(?:treaty|treaties|convention|protocol|agreement|pact|accords?|charter|constitution|act|law|statute"
    r"|resolution|armistice|memorandum|declaration|decree|war|revolution|coup|census|crisis|truce)"
)
_NAMED_BY_YEAR = re.compile(
    rf"\b{_CALLED}\s+(?:of|from|in|since)\s+(?P<year>[12][0-9]{{3}})\b", re.IGNORECASE
)
_YEAR_THEN_NAME = re.compile(
    rf"\b(?P<year>[12][0-9]{{3}})\s+(?:[\w-]+\s+){{0,2}}{_CALLED}\b", re.IGNORECASE
)
_LEFT = 1949
_REUNITED = 1990
_WITH_NEW_PEOPLE = frozenset({"russia"})  # whose leaders are listed apart from the older state's
_NAMING = frozenset({"name", "demonym"})
_UNION = 1993
_OPENING = 400


def age(scene: Scene) -> None:
    """Let "Moscow" and "the Russians" mean the Soviet Union in a text of its time."""
    counts = Counter(actor for _, _, actor, form in scene.spans if form not in {"capital", "seat"})
    head = _head(scene)
    told = {(actor, form) for _, _, actor, form in scene.spans}
    dated = bool(_years(head))
    years = years_of(scene)
    for new, older in scene.gazetteer.older.items():
        first, last = older.years
        of_its_time = dated and first <= min(years) and max(years) <= last
        if not older.wholly and not older.renamed and 0 < last < max(years, default=0):
            _outlived(scene, new, older.actor)
        if new in _WITH_NEW_PEOPLE and (new, "person") in told:
            of_its_time = False  # "as in 1971; Vladimir Putin offered to help"
        if older.renamed:
            _one_name(scene, new, older.actor, of_its_time=of_its_time)
            continue
        if last and not older.wholly:
            if not _in_years(older, years, named=counts[older.actor], dated=dated):
                continue
        elif not (of_its_time and older.wholly) and (
            counts[older.actor] <= (counts[new] if older.wholly else 0)
        ):
            continue
        kinds = {"capital", "seat", "person"} if last else {"capital", "seat"}
        for place, (start, end, actor, form) in enumerate(scene.spans):
            if actor == new and (older.wholly or form in kinds):
                scene.spans[place] = (start, end, older.actor, form)
                scene.actor[start:end] = [older.actor] * (end - start)
    _exiles(scene, years)
    _reunited(scene, years)
    _europe(scene, years, counts)


def _in_years(older: Older, years: list[int], *, named: int, dated: bool) -> bool:
    """Say whether a text is of an older state's years: "Berlin" is Prussia's in one of 1870.

    A text without a year is, where it names that state.
    """
    if not years:
        return named > 0
    return dated and older.years[0] <= _middle(years) <= older.years[1]


def _one_name(scene: Scene, new: str, former: str, *, of_its_time: bool) -> None:
    """Let a state that changed its name have the one that the text uses: Zaire in 1996.

    The name decides that stands oftener; where both or none do, the time of the text.
    """
    named = Counter(actor for _, _, actor, form in scene.spans if form == "name")
    more = named[former] - named[new]
    meant = former if more > 0 or (of_its_time and not more) else new
    other = new if meant == former else former
    _rename(scene, other, meant)


def _outlived(scene: Scene, new: str, older: str) -> None:
    """Let the leaders of a state that is over and never named be those of the one that is.

    Who led North Vietnam led Vietnam after it.
    """
    named = {actor for _, _, actor, form in scene.spans if form in _NAMING}
    if new in named and older not in named:
        _rename(scene, older, new)


def _rename(scene: Scene, actor: str, meant: str) -> None:
    """Let every word for an actor stand for another."""
    for place, (start, end, known, form) in enumerate(scene.spans):
        if known == actor:
            scene.spans[place] = (start, end, meant, form)
            scene.actor[start:end] = [meant] * (end - start)


def _reunited(scene: Scene, years: list[int]) -> None:
    """Let Bonn and its chancellors be Germany's in a text that dates from after 1990."""
    if max(years, default=0) <= _REUNITED:
        return
    if not any(actor == "west_germany" and form in _NAMING for _, _, actor, form in scene.spans):
        _rename(scene, "west_germany", "germany")


def _europe(scene: Scene, years: list[int], counts: Counter[str]) -> None:
    """Let "Brussels" and "the Europeans" mean the Union, in a text of its time.

    Brussels is Belgium's where the text speaks of Belgium, and the alliance's
    where it speaks of that and not of the Union.
    """
    middle = _middle(years) if years else 0
    since = max(years, default=0) if counts["european_union"] else middle
    if since < _UNION and (years or counts["soviet_union"]):
        return
    seat = "nato" if counts["nato"] and not counts["european_union"] else "european_union"
    for place, (start, end, actor, form) in enumerate(scene.spans):
        if actor == "european_states":
            meant, manner = "european_union", "noun"
        elif actor == "belgium" and form == "capital" and not counts["belgium"]:
            meant, manner = seat, form
        else:
            continue
        scene.spans[place] = (start, end, meant, manner)
        scene.actor[start:end] = [meant] * (end - start)


def _head(scene: Scene) -> str:
    return f"{scene.document.date or ''} {scene.text[:_OPENING]}"


def _middle(years: list[int]) -> int:
    return sorted(years)[len(years) // 2]


def years_of(scene: Scene) -> list[int]:
    """Return the years that date a document, its own among them; those of its opening count twice."""
    return _years(f"{_head(scene)} {scene.text}")


def _years(text: str) -> list[int]:
    """Return the years that date a text: not those that a treaty or a war is called by."""
    named = {found.start("year") for found in _NAMED_BY_YEAR.finditer(text)}
    named |= {found.start("year") for found in _YEAR_THEN_NAME.finditer(text)}
    return [int(found.group()) for found in _YEAR.finditer(text) if found.start() not in named]


def _exiles(scene: Scene, years: list[int]) -> None:
    """Let people of a government that later left mean the land they ruled: Chiang before 1949."""
    if not years or min(years) >= _LEFT:
        return
    for place, (start, end, actor, form) in enumerate(scene.spans):
        if actor == "taiwan" and form == "person":
            scene.spans[place] = (start, end, "china", form)
            scene.actor[start:end] = ["china"] * (end - start)
