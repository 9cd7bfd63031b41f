"""Names that a text gives in full and then cuts short: "the League of Nations ... the League"."""

from collections.abc import Iterator

from detente.read.who.actors import Entry
from detente.read.who.mentions import Scene

_BODIES = frozenset({"bloc", "institution", "armed_group", "group", "party"})
_KNOWN_BY = frozenset({"Union", "Community", "League", "Alliance", "Council", "Organization"})


def shorten(scene: Scene) -> None:
    """Resolve names that a text gives in full and then cuts short: "the League's commission"."""
    for i, part in enumerate(scene.parts):
        if part in {"NOUN", "PROPN"} and scene.actor[i] is None:
            _shortened(scene, i)


def _shortened(scene: Scene, i: int) -> None:
    """Resolve the last word of a name that was given in full before: "the League", "the Community"."""
    text = scene.texts[i]
    if not text[:1].isupper() or i == 0 or scene.lowers[i - 1] != "the":
        return
    if i + 1 < len(scene.texts) and scene.texts[i + 1][:1].isupper():
        return
    for start, end, actor, form in sorted(scene.spans, reverse=True):
        if start >= i or form != "name" or end - start < 2:  # noqa: PLR2004 - a name of one word
            continue
        if scene.kind_of(actor) in _BODIES and text in scene.texts[start:end]:
            scene.take(i, i + 1, actor, "name")
            return
    body = nearest(scene, i, {"bloc", "institution"}) if text in _KNOWN_BY else None
    if body is not None:
        names = (entry.text for entry in _entries_of(scene, body))
        if any(name.endswith(f" {text}") or name.startswith(f"{text} ") for name in names):
            scene.take(i, i + 1, body, "name")


def _entries_of(scene: Scene, actor: str) -> Iterator[Entry]:
    for entries in scene.gazetteer.entries.values():
        yield from (entry for entry in entries if entry.actor == actor)


def nearest(scene: Scene, i: int, kinds: set[str]) -> str | None:
    """Return the actor of these kinds that was named last, however long ago."""
    for j in range(i - 1, -1, -1):
        actor = scene.actor[j]
        if actor and scene.form[j] not in {"leaning", "held"} and scene.kind_of(actor) in kinds:
            return actor
    return None
