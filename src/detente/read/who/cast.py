"""The cast of a text: parties that are more than a place, and sources that are quoted.

A party acts, speaks, is acted upon or threatened somewhere in the text. A name
that only tells where something is, whose citizen somebody is or what a treaty is
called is named in passing. So are groups without a name of their own ("rebels",
"the West"), unless the text has them act again and again.
"""

from collections.abc import Mapping

from detente.read.claim import Actor
from detente.read.who.mentions import Scene
from detente.read.who.owners import LOOSE
from detente.read.who.standing import stands_out, top

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
    found: dict[str, Actor] = {}
    for actor, places in _places(scene).items():
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


def _places(scene: Scene) -> dict[str, list[tuple[int, int, str]]]:
    """Return where each actor is named or meant: start, end, form."""
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for start, end, actor, form in sorted(set(scene.spans)):
        if scene.actor[start] == actor:
            spans.setdefault(actor, []).append((start, end, form))
    return spans


def in_passing(scene: Scene, cast: Mapping[str, Actor], speakers: set[str]) -> frozenset[str]:
    """Return the parties of a cast that a text only names in passing.

    Parameters
    ----------
    scene : Scene
        The resolved text.
    cast : mapping of str to Actor
        What `cast` returned for it.
    speakers : set of str
        Ids of those who are said to say something.
    """
    places = _places(scene)
    return frozenset(
        actor
        for actor, known in cast.items()
        if known.role == "party" and not stands_out(scene, actor, places[actor], speakers)
    )


def _takes_part(scene: Scene, actor: str, places: list[tuple[int, int, str]]) -> bool:
    told = [
        start
        for start, _, form in places
        if not scene.place[start] and form not in _WEAK_FORMS and not _of_a_source(scene, start)
    ]
    kind = scene.kind_of(actor)
    told = [top(scene, i) for i in told]
    if kind == "region":
        return bool(told)
    if kind == "group" or actor in LOOSE - {"arab_league"}:
        return len(told) > 1 or any(scene.deps[i] in _ACTING for i in told)
    if actor == "germany" and all(form == "capital" for _, _, form in places):
        return "soviet_union" not in {other for _, _, other, _ in scene.spans}
    return bool(told) or len(places) > 1


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
