"""Whose troops men from a colony are: "Senegalese troops" of 1938 are France's.

Such a demonym tells where soldiers were raised and not who sent them, as long as the land
has no army of its own: in a text all of whose years lie before its independence. A text
that names the land otherwise than by its soldiers may mean it.
"""

from collections.abc import Mapping

from detente.read.text.wordlists import listed, table
from detente.read.who.ages import years_of
from detente.read.who.mentions import Scene

_SOLDIERS = listed("owners", "soldiers")
_BETWEEN = 2  # words between a demonym and its soldiers: "Indian motorised infantry"


def name_colonial(scene: Scene) -> None:
    """Take soldiers from a colony for the power that ruled it in the years of a text."""
    years = years_of(scene)
    if not years:
        return
    for land, (ruler, until) in _ruled().items():
        if max(years) > until or ruler not in scene.actor:
            continue
        for start, end, actor, form in tuple(scene.spans):
            noun = _soldiers(scene, end) if actor == land and form == "demonym" else None
            if noun is not None:
                scene.retake(start, end, ruler, "demonym")


def _soldiers(scene: Scene, end: int) -> int | None:
    """Return the soldiers that a demonym is put before: "Indian troops", "Indian motorised infantry"."""
    near = range(end, min(end + _BETWEEN + 1, len(scene.texts)))
    return next((i for i in near if scene.lowers[i] in _SOLDIERS and scene.heads[end - 1] == i), None)


def _ruled() -> Mapping[str, tuple[str, int]]:
    return {
        land: (ruler, until)
        for ruler, lands in table("grammar")["troops_of_colonies"].items()
        for land, until in lands.items()
    }
