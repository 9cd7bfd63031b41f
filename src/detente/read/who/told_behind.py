"""What stands behind a name and tells whose somebody is without a title.

"Ida Holm, who commanded the Danish troops" is of Denmark, "Ida Holm for the League" of the
League; "Ida Holm, who teaches law in Lima" speaks for nobody.
"""

from detente.read.who.mentions import Scene

_COMMANDING = frozenset({"command", "lead", "head"})
_TROOPS = frozenset(
    {"troops", "forces", "force", "army", "contingent", "peacekeepers", "mission", "fleet"}
)
_STUDY = frozenset({"teach", "study", "follow", "research", "advise", "lecture", "cover", "track"})


def leads(scene: Scene, end: int) -> str | None:
    """Return whose troops somebody leads: "Ida Holm, who commanded the Danish troops in Chad"."""
    if scene.lowers[end : end + 2] != [",", "who"]:
        return None
    verb = scene.heads[end + 1]
    if scene.doc[verb].lemma_ not in _COMMANDING:
        return None
    whom = next((c for c in scene.children(verb) if scene.deps[c] == "dobj"), None)
    if whom is None or scene.lowers[whom] not in _TROOPS:
        return None
    return next(
        (
            scene.actor[c]
            for c in scene.children(whom)
            if c < whom and scene.actor[c] and scene.form[c] in {"name", "demonym"}
        ),
        None,
    )


def studies(scene: Scene, end: int) -> bool:
    """Say whether somebody is told of as an expert: "Ida Holm, who teaches law in Lima"."""
    if scene.lowers[end : end + 2] != [",", "who"] or end + 2 >= len(scene.texts):
        return False
    return scene.doc[scene.heads[end + 1]].lemma_ in _STUDY


def stands_for(scene: Scene, end: int) -> str | None:
    """Return the body that somebody goes about for: "Ida Holm for the League and Omar Barro for the UN"."""
    after = end + 1 + (scene.lowers[end + 1 : end + 2] == ["the"])
    if scene.lowers[end : end + 1] != ["for"] or after >= len(scene.texts):
        return None
    body = scene.actor[after]
    return body if body and scene.kind_of(body) in {"bloc", "institution"} else None
