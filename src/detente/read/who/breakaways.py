"""Lands that a text calls by their cause: "the breakaway region", "the separatist authorities".

They mean the land that was named last, if it is one that acts for itself: Transnistria, not
Moldova, and no group of separatists.
"""

from detente.read.text.wordlists import listed
from detente.read.who.mentions import Scene

_CAUSES = listed("breakaways", "causes")
_LANDS = listed("breakaways", "lands")
_HEADS = listed("breakaways", "heads")
_NEAR = 4  # sentences


def name_breakaways(scene: Scene) -> None:
    """Take each land, or its authorities, with a word of its cause for the region named last."""
    for i, lower in enumerate(scene.lowers):
        if lower not in _CAUSES or scene.actor[i] is not None or i + 1 >= len(scene.lowers):
            continue
        noun = scene.heads[i]
        if not i < noun <= i + 2 or scene.actor[noun] is not None:
            continue
        if scene.lowers[noun] not in _LANDS | _HEADS or _told_behind(scene, noun):
            continue
        region = _region_before(scene, i)
        if region is not None:
            scene.take(i, noun + 1, region, "noun")


def _told_behind(scene: Scene, noun: int) -> bool:
    """Say whether words behind tell which it is: "the breakaway region of Gaskia"."""
    return any(
        scene.deps[c] == "appos" or scene.lowers[c] in {"of", "in"} or scene.actor[c] is not None
        for c in scene.children(noun)
        if c > noun
    )


def _region_before(scene: Scene, i: int) -> str | None:
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - _NEAR:
            return None
        actor = scene.actor[j]
        if actor and scene.kind_of(actor) == "region" and scene.form[j] not in {"leaning", "held"}:
            return actor
    return None
