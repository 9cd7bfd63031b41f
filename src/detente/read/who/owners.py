"""Whose a noun is: "Chinese warships", "the government in Khartoum"."""

from collections.abc import Iterable

from detente.read.text.wordlists import listed, table
from detente.read.who.actors import slug
from detente.read.who.mentions import Scene

# groupings without an office of their own: their "officials" are only quoted
LOOSE = frozenset({"west", "european_states", "gulf_states", "arab_league", "baltic_states"})
_SEATED = listed("owners", "seated")
# cities where the offices of a state sit that doesn't go by their name
_OFFICES_IN = {
    city: state for state, cities in table("grammar")["offices_in"].items() for city in cities
}
POINTERS = frozenset({"the", "these", "those", "this", "that"})
_NAMING = frozenset({"name", "demonym", "capital", "seat", "noun", "person"})


def quoted(scene: Scene, i: int, name: str, kind: str = "person") -> str:
    """Take a noun as somebody who is only quoted, and return the id."""
    actor = slug(name)
    scene.names.setdefault(actor, name)
    scene.kinds.setdefault(actor, kind)
    scene.sources.add(actor)
    scene.take(i, i + 1, actor, "noun")
    return actor


def plural(noun: str) -> str:
    """Return the plural of a noun by its last letter.

    Examples
    --------
    >>> plural("analyst"), plural("adversary"), plural("experts")
    ('analysts', 'adversaries', 'experts')
    """
    if noun.endswith("s"):
        return noun
    if noun.endswith("men"):
        return noun
    if noun.endswith(("man", "woman")) and noun not in {"human", "german"}:
        return noun[:-2] + "en"
    consonant = noun[-2:-1] not in {"a", "e", "o", "u"}
    return noun[:-1] + "ies" if noun.endswith("y") and consonant else noun + "s"


def owner_of(scene: Scene, i: int) -> str | None:  # noqa: C901 - one case after another
    """Return whose a noun is, by its possessive, adjective, compound or ``of``."""
    of = None
    found: list[tuple[int, str]] = []
    if any(scene.deps[c] == "poss" and scene.tags[c] == "PRP$" for c in scene.children(i)):
        return None  # "its ambassador to Tehran": whose the pronoun is
    for child in scene.children(i):
        dep = scene.deps[child]
        if dep in {"poss", "amod", "compound", "nmod", "nummod"} and child < i:
            actor = named_by(scene, child)
            if actor is not None:
                found.append((child, actor))
        elif dep == "prep" and scene.lowers[child] in {"of", "from", "for", "in", "at"}:
            seated = scene.lowers[child] in {"in", "at"}
            if seated and scene.lowers[i] not in _SEATED:
                continue
            if scene.lowers[child] == "from" and scene.lowers[i] == "people":
                continue  # "people from Syria" are only born there
            for leaf in scene.children(child):
                if scene.deps[leaf] != "pobj":
                    continue
                if scene.actor[leaf] is None and not seated and leaf > i:
                    office = scene.lowers[leaf] in (
                        scene.gazetteer.words["title"] | scene.gazetteer.words["state"]
                    )
                    of = of or (owner_of(scene, leaf) if office else None)
                elif scene.form[leaf] in ({"", "capital", "seat", "name"} if seated else _NAMING):
                    of = of or scene.actor[leaf] or seat_of(scene, leaf)
    if found:
        return (
            found[-1][1]
            if len({scene.deps[child] for child, _ in found}) > 1
            and scene.deps[found[0][0]] != "poss"
            else found[0][1]
        )
    return of


def seat_of(scene: Scene, i: int) -> str | None:
    """Return the state whose offices sit in a city: its capital, or one that never stands for it.

    "The ministry in Jerusalem" is Israel's, though "Jerusalem" is no name for Israel.
    """
    if scene.form[i] in {"capital", "seat"}:
        return scene.actor[i]
    state = _OFFICES_IN.get(scene.texts[i])
    return state if state in scene.actor else None


def named_by(scene: Scene, i: int) -> str | None:
    """Return the actor of a noun, else of a word beside it that tells whose it is."""
    if scene.actor[i] is not None and scene.form[i] not in {"leaning", "held", "person"}:
        return scene.actor[i]
    if scene.form[i] == "person" and scene.deps[i] == "poss":
        return scene.actor[i]
    for child in scene.children(i):
        if (
            scene.deps[child] in {"compound", "amod", "poss", "nmod"}
            and scene.actor[child]
            and (scene.form[child] not in {"leaning", "held", "person"})
        ):
            return scene.actor[child]
    return None


def institute_home(scene: Scene, context: Iterable[int]) -> str | None:
    """Return the state of the institute in some words beside a source, for its "we"."""
    for i in context:
        word = scene.texts[i]
        if scene.actor[i] and scene.kind_of(scene.actor[i] or "") == "state":
            nearby = {scene.lowers[j] for j in range(i + 1, min(i + 3, len(scene.texts)))}
            if nearby & {
                "research",
                "studies",
                "division",
                "desk",
                "program",
                "programme",
                "affairs",
            }:
                continue
            return scene.actor[i]
        if word == "Korea":
            return "south_korea"
    return None
