"""Nouns that are somebody's own, and groups without a name: "Chinese warships", "Chechen rebels"."""

from collections import Counter
from collections.abc import Container, Mapping

from detente.read.text.wordlists import listed
from detente.read.who.actors import slug
from detente.read.who.apart import set_apart
from detente.read.who.mentions import Scene
from detente.read.who.offices import PAST
from detente.read.who.owners import LOOSE, POINTERS, named_by, owner_of, plural, quoted

_FIGHTERS = listed("owners", "fighters")
_HIRED = frozenset({"mercenary", "mercenaries"})
_CROWDS = listed("owners", "crowds")
_ATTACKERS = listed("bands", "attackers")
_CAPTORS = listed("bands", "captors")
_UNKNOWN = frozenset({"unknown", "unidentified", "masked", "suspected"})
_AMOUNTS = frozenset({"some", "several", "many", "armed", "about", "hundreds", "dozens", "other"})
_COUNTING = frozenset({"nummod", "quantmod", "advmod"})
_ON_ANY_SIDE = frozenset({"militias", "paramilitaries", "irregulars", "partisans", "islamists"})
_CAMPS = frozenset({"coalition", "camp", "bloc", "alliance", "front", "axis", "side", "group"})
_LED = frozenset({"coalition", "force", "forces", "mission", "troops"})


def own(scene: Scene) -> None:
    """Let a noun that is somebody's own stand for its owner: "Chinese warships"."""
    words = scene.gazetteer.words
    led: dict[str, str] = {}
    scene.apart = set_apart(scene)
    for i, lower in enumerate(scene.lowers):
        if scene.actor[i] is not None or scene.parts[i] not in {"NOUN", "PROPN", "ADJ"}:
            continue
        leader = _leader(scene, i, led) if lower in _LED else None
        if leader is not None:
            led[lower] = leader
            scene.take(i, i + 1, leader, "noun")
        elif lower in words["group"]:
            _group(scene, i)
        elif lower in _ATTACKERS:
            _attackers(scene, i)
        elif lower in _CAMPS and (whom := _leaned_to(scene, i)) is not None:
            _new_group(scene, i, f"the {scene.texts[whom - 2].lower()}-{scene.texts[whom]} {lower}")
        elif (scene.parts[i] == "NOUN" and lower in words["expert"]) or (
            lower in words["title"] and any(scene.lowers[c] in PAST for c in scene.children(i))
        ):
            quoted(scene, i, plural(lower))
        elif lower in words["state"] or lower in words["title"]:
            _owned(scene, i, lower)


def _owned(scene: Scene, i: int, lower: str) -> None:
    """Take a noun of states for its owner's; officials of no one state are only quoted."""
    owner = owner_of(scene, i)
    if owner in LOOSE and lower in scene.gazetteer.words["anonymous"]:
        quoted(scene, i, f"{scene.texts[scene.doc[i].left_edge.i]} {plural(lower)}")
    elif owner is not None:
        scene.take(i, i + 1, owner, "noun")


def _leader(scene: Scene, i: int, led: Mapping[str, str]) -> str | None:
    """Return who leads a coalition: "the Saudi-led coalition", and then "the coalition"."""
    before = [child for child in scene.children(i) if child < i]
    for child in before:
        if scene.lowers[child].endswith("led"):
            holders = (child, *scene.children(child))
            return next((scene.actor[j] for j in holders if scene.form[j] == "held"), None)
    bare = [scene.lowers[child] for child in before] == ["the"]
    return led.get(scene.lowers[i]) if bare else None


def _leaned_to(scene: Scene, i: int) -> int | None:
    """Return the name that a camp is for or against: "the pro-Ukraine coalition" isn't Ukraine."""
    return next(
        (
            child
            for child in scene.children(i)
            if scene.form[child] == "leaning" and child > 1 and scene.texts[child - 1] == "-"
        ),
        None,
    )


def _group(scene: Scene, i: int) -> None:
    """Name fighters and crowds by their modifier: "Chechen rebels" are themselves."""
    known = _known_group(scene, i)
    if known is not None:
        scene.take(i, i + 1, known, "noun")
        return
    lower = scene.lowers[i]
    many = "militias" if lower == "militia" else lower if lower == "opposition" else plural(lower)
    for child in scene.children(i):
        if (
            child < i
            and scene.deps[child] in {"amod", "compound", "poss", "nmod"}
            and _by_modifier(scene, i, child, many)
        ):
            return
    land = _in_a_land(scene, i)
    if land is None:
        _new_group(scene, i, many)
    else:
        scene.take(i, i + 1, land, "noun")


def _by_modifier(scene: Scene, i: int, child: int, many: str) -> bool:
    """Name a group by one word before it, and say whether that names it."""
    actor, form = scene.actor[child], scene.form[child]
    if actor is None:
        return False
    kind = scene.kind_of(actor)
    state = kind == "state"
    if kind in {"armed_group", "region"} or (
        form == "demonym" and state and scene.lowers[i] in _CROWDS
    ):
        scene.take(i, i + 1, actor, "noun")  # "Kurdish rebels", "Libyan demonstrators"
    elif form == "demonym":
        _new_group(scene, i, f"{scene.texts[child]} {many}")
    elif scene.deps[child] == "poss" and form == "name" and state:
        demonym = scene.gazetteer.demonyms.get(actor)
        _new_group(scene, i, f"{demonym} {many}" if demonym else many)
    elif form == "leaning":
        favoured = scene.lowers[child - 2] == "pro"
        _new_group(scene, i, f"pro-{scene.texts[child]} {many}" if favoured else many)
    else:
        return False
    return True


def _in_a_land(scene: Scene, i: int) -> str | None:
    """Return the land within a state that a group is of: "nationalists in the Amhara region"."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] in {"in", "from", "of"}:
            for leaf in scene.children(child):
                actor = scene.actor[leaf] or named_by(scene, leaf)
                if actor and scene.kind_of(actor) == "region":
                    return actor
    return None


def _known_group(scene: Scene, i: int) -> str | None:
    """Return the named group that fighters are of: "rebels of the M23", later "the rebels"."""
    before = [child for child in scene.children(i) if child < i]
    if scene.lowers[i] in _HIRED:  # of a firm, as rebels never are
        again = bool(before) and all(scene.lowers[child] in POINTERS for child in before)
        return spoken_of(scene, i, {"company"}) if again else None
    if scene.lowers[i] not in _FIGHTERS:
        return None
    kinds = {"armed_group", "party"}
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] == "of":
            for leaf in scene.children(child):
                actor = scene.actor[leaf] or named_by(scene, leaf)
                if actor and scene.kind_of(actor) in kinds:
                    return actor
    if scene.apart.get(scene.lowers[i]):
        return None
    if not before or any(scene.lowers[child] not in POINTERS for child in before):
        plain = all(scene.lowers[c] in _AMOUNTS or scene.deps[c] in _COUNTING for c in before)
        fighters = scene.tags[i] == "NNS" and scene.lowers[i] not in _ON_ANY_SIDE
        return main_fighters(scene) if plain and fighters else None
    return spoken_of(scene, i, kinds) or main_fighters(scene)


def main_fighters(scene: Scene) -> str | None:
    """Return the armed group that a text is about, where no other comes near it."""
    counts = Counter(
        actor
        for _, _, actor, _ in scene.spans
        if scene.kind_of(actor) == "armed_group" or actor in scene.fronts
    ).most_common()
    if counts and counts[0][1] > 1 + 2 * sum(count for _, count in counts[1:]):
        return counts[0][0]
    return None


def _attackers(scene: Scene, i: int) -> None:
    """Take "the gunmen" as the armed group that a text is about, and so "ten gunmen" where it has but one."""
    before = [scene.lowers[child] for child in scene.children(i) if child < i]
    actor = _known_group(scene, i)
    if actor is None and not (set(before) & _UNKNOWN or scene.apart.get(scene.lowers[i])):
        actor = main_fighters(scene)
    if actor is None and "the" in before:
        actor = _captors(scene)
    if actor is not None:
        scene.take(i, i + 1, actor, "noun")


def _captors(scene: Scene) -> str | None:
    """Return the hijackers or kidnappers that a text has spoken of: later they're "the gunmen"."""
    held = (name for name in scene.names if scene.kinds.get(name) == "group")
    return next((name for name in held if name.rsplit("_", 1)[-1] in _CAPTORS), None)


def spoken_of(scene: Scene, i: int, kinds: Container[str]) -> str | None:
    """Return the body of some kinds that a text is about: of those named before the most often named.

    Of several named as often it's the one named last.
    """
    named = [
        (start, actor)
        for start, _, actor, form in scene.spans
        if (scene.kind_of(actor) in kinds or actor in scene.fronts)
        and form not in {"leaning", "held"}
    ]
    counts = Counter(actor for _, actor in named)
    before = [(counts[actor], start, actor) for start, actor in named if start < i]
    return max(before)[2] if before else None


def _new_group(scene: Scene, i: int, name: str) -> None:
    actor = slug(name.removeprefix("the "))
    last = name.rsplit(" ", 1)[-1]
    if " " not in name:
        for known in reversed(list(scene.names)):
            if scene.kinds.get(known) == "group" and scene.names[known].endswith(last):
                actor, name = known, scene.names[known]
                break
    scene.names[actor], scene.kinds[actor] = name, "group"
    scene.take(i, i + 1, actor, "noun")
