"""People who bear the name of a place: "Lord Salisbury", and then "Salisbury refused".

Where a text has named somebody so, with his rank, and names the place's state by nothing
else, the bare name means him and no capital.
"""

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_BEFORE = listed("persons", "before_names")
_PLACES = frozenset({"capital", "name"})


def name_lordships(scene: Scene) -> None:
    """Let the bare name of a place stand for somebody who was named by it before."""
    named = {
        scene.texts[end - 1]: (actor, end)
        for start, end, actor, form in reversed(scene.spans)
        if form == "person" and _with_rank(scene, start, end)
    }
    for start, end, land, form in tuple(scene.spans):
        text = scene.texts[start]
        if end - start > 1 or form not in _PLACES or text not in named:
            continue
        actor, first = named[text]
        if start >= first and not _spoken_of(scene, land, text):
            scene.retake(start, end, actor, "person")
            scene.place[start] = False


def _with_rank(scene: Scene, start: int, end: int) -> bool:
    """Say whether a rank stands before a name or opens it: "Lord Salisbury"."""
    ranks = scene.gazetteer.words["title"] | _BEFORE - {"the"}
    inside = end - start > 1 and scene.lowers[start] in ranks
    return inside or (start > 0 and scene.lowers[start - 1] in ranks)


def _spoken_of(scene: Scene, land: str, text: str) -> bool:
    """Say whether a text names a land by another word as well."""
    return any(actor == land and scene.texts[start] != text for start, _, actor, _ in scene.spans)
