"""Whose troops men from a colony are: "Senegalese troops" of 1938 are France's.

Such a demonym tells where soldiers were raised and not who sent them, as long as the land
has no army of its own: in a text most of whose years lie before its independence. A text
in which the land itself acts, or is acted upon, may mean it.
"""

from collections.abc import Mapping
from functools import cache

from detente.read.text.wordlists import listed, table
from detente.read.who.ages import years_of
from detente.read.who.mentions import Scene

_SOLDIERS = listed("owners", "soldiers")
_BETWEEN = 2  # words between a demonym and its soldiers: "Indian motorised infantry"


def name_colonial(scene: Scene) -> None:
    """Take soldiers from a colony for the power that ruled it in the years of a text."""
    years = sorted(years_of(scene))
    if not years:
        return
    middle = years[len(years) // 2]
    for land, (ruler, until) in _ruled().items():
        if middle > until or land not in scene.actor or _acts(scene, land):
            continue
        for start, end, actor, form in tuple(scene.spans):
            if actor == land and form == "demonym" and _before_soldiers(scene, end):
                scene.retake(start, end, ruler, "demonym")


def _acts(scene: Scene, land: str) -> bool:
    """Say whether a land is named as more than a place or by its people."""
    return any(
        actor == land and form in {"name", "capital", "person"} and not scene.place[start]
        for start, _, actor, form in scene.spans
    )


def _before_soldiers(scene: Scene, end: int) -> bool:
    """Say whether a demonym is put before soldiers: "Indian troops", "Indian motorised infantry"."""
    near = range(end, min(end + _BETWEEN + 1, len(scene.texts)))
    return any(scene.lowers[i] in _SOLDIERS and scene.heads[end - 1] == i for i in near)


@cache
def _ruled() -> Mapping[str, tuple[str, int]]:
    return {
        land: (ruler, until)
        for ruler, lands in table("grammar")["troops_of_colonies"].items()
        for land, until in lands.items()
    }
