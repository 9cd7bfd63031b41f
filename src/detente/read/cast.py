"""The cast of a text: parties that are more than a place, and sources that are quoted."""

from detente.read.claim import Actor
from detente.read.mentions import Scene
from detente.read.owners import LOOSE

_ACTING = frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
_WEAK_FORMS = frozenset({"leaning"})


def cast(scene: Scene, speakers: set[str]) -> dict[str, Actor]:
    """Return who takes part in a text, by id.

    Parameters
    ----------
    scene : Scene
        The resolved text.
    speakers : set of str
        Ids of those who are said to say something.

    Returns
    -------
    dict of str to Actor
        Sources are in it only where they're quoted; a state that the text
        only names once, as a place, isn't.
    """
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for start, end, actor, form in sorted(set(scene.spans)):
        if scene.actor[start] != actor:
            continue
        spans.setdefault(actor, []).append((start, end, form))
    found: dict[str, Actor] = {}
    for actor, places in spans.items():
        source = actor in scene.sources or any(form == "media" for _, _, form in places)
        if actor not in speakers and (source or not _takes_part(scene, actor, places)):
            continue
        mentions = tuple(
            (
                scene.document.id,
                scene.doc[start].idx,
                scene.doc[end - 1].idx + len(scene.texts[end - 1]),
            )
            for start, end, _ in places
        )
        found[actor] = Actor(
            id=actor,
            name=scene.name_of(actor),
            mentions=mentions,
            role="source" if source else "party",
            kind=scene.kind_of(actor) or "organisation",
        )
    return found


def _takes_part(scene: Scene, actor: str, places: list[tuple[int, int, str]]) -> bool:
    told = [
        start
        for start, _, form in places
        if not scene.place[start] and form not in _WEAK_FORMS and not _of_a_source(scene, start)
    ]
    kind = scene.kind_of(actor)
    told = [_top(scene, i) for i in told]
    if kind == "region":
        return bool(told)
    if kind == "group" or actor in LOOSE:
        return len(told) > 1 or any(scene.deps[i] in _ACTING for i in told)
    if actor == "germany" and all(form == "capital" for _, _, form in places):
        return "soviet_union" not in {other for _, _, other, _ in scene.spans}
    return bool(told) or len(places) > 1


def _top(scene: Scene, i: int) -> int:
    """Return the last word of the name that a token begins: "League" of "Arab League"."""
    actor = scene.actor[i]
    while scene.deps[i] == "compound" and scene.actor[scene.heads[i]] == actor:
        i = scene.heads[i]
    return i


def _of_a_source(scene: Scene, i: int) -> bool:
    """Say whether a name only tells where a source is from: "Western diplomats", "Rome's Institute"."""
    if (
        scene.deps[i] == "poss"
        and scene.texts[scene.heads[i]] in scene.gazetteer.words["institute"]
    ):
        return True
    return scene.deps[i] in {"amod", "compound", "poss"} and (
        scene.actor[scene.heads[i]] in scene.sources
    )
