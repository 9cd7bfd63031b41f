"""Whether a state's company acts for itself: "Petrobras would go to arbitration".

A company that a state owns is its tool as long as a text has it do next to nothing;
one that is the subject of several deeds has a will of its own.
"""

from collections import defaultdict

from detente.read.who.deeds import several_deeds
from detente.read.who.mentions import Scene


def name_companies(scene: Scene) -> None:
    """Take each state's company that does little of its own for its state."""
    owners = scene.gazetteer.owners
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end, actor, _ in scene.spans:
        if actor in owners:
            places[actor].append((start, end))
    for actor, found in places.items():
        if not several_deeds(scene, found):
            scene.spans = [span for span in scene.spans if span[2] != actor]
            for start, end in found:
                scene.take(start, end, owners[actor], "seat")
