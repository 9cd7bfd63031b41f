"""Of which land a monarch is whom a list has by a bare given name: "King Ferdinand".

Kings share their names. The list's King Ferdinand is Bulgaria's, but "King Ferdinand of
Tarvia" is Tarvia's, "Prince Ferdinand Holm" is somebody else, and a text that never speaks
of Bulgaria means no king of Bulgaria. A name that only one house bears needs no such word.
"""

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_RANKS = listed("persons", "ranks")
_SHARED = listed("persons", "shared_by_monarchs")
_LANDS = frozenset({"state", "region"})
_NUMERALS = frozenset("IVX")


def numeral(text: str) -> bool:
    """Say whether a word is the number of a monarch.

    Examples
    --------
    >>> numeral("XIV"), numeral("Ida")
    (True, False)
    """
    return set(text) <= _NUMERALS


def land_behind(scene: Scene, end: int) -> int | None:
    """Return the token that begins the name in "of Tarvia", "of the Two Sicilies", where one is known."""
    if scene.lowers[end : end + 1] != ["of"]:
        return None
    land = end + 2 if scene.lowers[end + 1 : end + 2] == ["the"] else end + 1
    return land if land < len(scene.actor) and scene.actor[land] is not None else None


def settle_crowned(scene: Scene) -> None:
    """Give listed monarchs to the land that the text tells, and let namesakes go."""
    for start, end, actor, form in tuple(scene.spans):
        if form != "person" or end - start < 2 or scene.lowers[start] not in _RANKS:  # noqa: PLR2004 - a rank and a name
            continue
        behind = end
        while behind < len(scene.texts) and numeral(scene.texts[behind]):
            behind += 1
        land = land_behind(scene, behind)
        told = None if land is None else scene.actor[land]
        if told is not None and scene.kind_of(told) in _LANDS:
            scene.retake(start, behind, told, "person")
        elif _longer(scene, behind) or _of_no_land(scene, end, actor):
            _let_go(scene, start, end)


def _longer(scene: Scene, end: int) -> bool:
    """Say whether a name goes on: "Prince Alexander Holm"."""
    return (
        end < len(scene.texts)
        and scene.parts[end] == "PROPN"
        and scene.entities[end] == "PERSON"
        and scene.texts[end][:1].isupper()
    )


def _of_no_land(scene: Scene, end: int, actor: str) -> bool:
    """Say whether a name that many monarchs bear is listed for a land that the text doesn't name."""
    return scene.lowers[end - 1] in _SHARED and not any(
        other == actor and form != "person" for _, _, other, form in scene.spans
    )


def _let_go(scene: Scene, start: int, end: int) -> None:
    scene.spans = [span for span in scene.spans if span[0] != start]
    scene.actor[start:end] = [None] * (end - start)
    scene.form[start:end] = [""] * (end - start)
