"""Whose a noun is: "Chinese warships", "the government in Khartoum"."""

from collections.abc import Container, Iterator

from detente.read.text.wordlists import listed
from detente.read.who.actors import slug
from detente.read.who.mentions import Scene

# groupings without an office of their own: their "officials" are only quoted
LOOSE = frozenset({"west", "european_states", "gulf_states", "arab_league", "baltic_states"})
_SCENE, _BESIDE = 16, 4
_SEATED = listed("owners", "seated")
POINTERS = frozenset({"the", "these", "those", "this", "that"})
_NAMING = frozenset({"name", "demonym", "capital", "seat", "noun", "person"})


def likely_state(scene: Scene, place: int, taken: Container[str] = ()) -> str | None:
    """Return the state that an office or a government without a name is most likely of.

    States in `taken` are passed over: they are known to have another in the office.

    It is the state that the dateline is from; else the subject of the text
    just before; else the one named last.
    """
    seated = seated_in(scene, place)
    if seated is not None:
        return seated
    likely = (
        scene.dateline,
        *_subject_states(scene, place, main=True),
        *_subject_states(scene, place, main=False),
        *_near_states(scene, place),
    )
    return next((state for state in likely if state and state not in taken), None)


def last_subject_state(scene: Scene, place: int) -> str | None:
    """Return the state that the text just before a place has for a main subject."""
    return next(_subject_states(scene, place, main=True), None)


def seated_in(scene: Scene, place: int) -> str | None:
    """Return the state whose capital a sentence sets its scene in: "In Moscow the government ...".

    So it does where a clause tells of that place, "at odds with Moscow, where the cabinet ...",
    and where somebody writes from there: "our man in Moscow writes: the cabinet ...".
    """
    sentence = scene.sentence[place]
    for i in range(place - 1, max(place - _SCENE, -1), -1):
        if scene.sentence[i] != sentence:
            break
        prep = scene.heads[i]
        if (
            scene.form[i] == "capital"
            and scene.deps[i] == "pobj"
            and (
                "where" in scene.lowers[i + 1 : i + 3]
                or ":" in scene.texts[i + 1 : i + 3]
                or (
                    scene.lowers[prep] in {"in", "at", "from"}
                    and (place - i < _BESIDE or _opens(scene, prep))
                )
            )
        ):
            return scene.actor[i]
    return None


def _opens(scene: Scene, i: int) -> bool:
    """Say whether a word opens its sentence, a conjunction aside."""
    return any(
        j < 0 or scene.sentence[j] != scene.sentence[i] or scene.texts[j] == ";"
        for j in (i - 1, i - 2)
    )


def _subject_states(scene: Scene, place: int, *, main: bool) -> Iterator[str]:
    sentence = scene.sentence[place]
    for i in range(place - 1, -1, -1):
        if scene.sentence[i] < sentence - 2:
            break
        actor = scene.actor[i]
        if not actor or scene.place[i] or scene.form[i] in {"leaning", "held", "media"}:
            continue
        if scene.kind_of(actor) not in {"state", "region"}:
            continue
        head = i
        while (
            scene.deps[head] in {"compound", "poss", "amod", "nmod"} and scene.heads[head] != head
        ):
            head = scene.heads[head]
        if scene.deps[head] in {"nsubj", "nsubjpass"} and (
            not main or scene.deps[scene.heads[head]] in {"ROOT", "conj", "ccomp"}
        ):
            yield actor


def _near_states(scene: Scene, place: int) -> Iterator[str]:
    """Yield the states named before a place, in its sentence or the two before, the last first."""
    sentence = scene.sentence[place]
    for i in range(place - 1, -1, -1):
        if scene.sentence[i] < sentence - 2:
            break
        actor = scene.actor[i]
        if (
            actor
            and scene.form[i] not in {"leaning", "held"}
            and not scene.place[i]
            and (scene.kind_of(actor) in {"state", "region"})
        ):
            yield actor


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
                elif scene.form[leaf] in ({"capital", "seat", "name"} if seated else _NAMING):
                    of = of or scene.actor[leaf]
    if found:
        return (
            found[-1][1]
            if len({scene.deps[child] for child, _ in found}) > 1
            and scene.deps[found[0][0]] != "poss"
            else found[0][1]
        )
    return of


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
