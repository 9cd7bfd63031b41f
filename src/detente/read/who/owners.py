"""Whose a noun is: "Chinese warships", "the government in Khartoum", "Chechen rebels"."""

from collections import Counter
from collections.abc import Container, Iterator

from detente.read.text.wordlists import listed
from detente.read.who.actors import slug
from detente.read.who.mentions import Scene

# groupings without an office of their own: their "officials" are only quoted
LOOSE = frozenset({"west", "european_states", "gulf_states", "arab_league", "baltic_states"})
_SCENE, _BESIDE = 16, 4
_SEATED = listed("owners", "seated")
_FIGHTERS = listed("owners", "fighters")
_CROWDS = listed("owners", "crowds")
_ATTACKERS = frozenset({"gunmen", "gunman", "attackers", "attacker", "assailants", "raiders"})
_UNKNOWN = frozenset({"unknown", "unidentified", "masked", "suspected"})
POINTERS = frozenset({"the", "these", "those", "this", "that"})
_CAMPS = frozenset({"coalition", "camp", "bloc", "alliance", "front", "axis", "side", "group"})
_PAST = frozenset({"former", "ex", "retired", "onetime"})
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


def own(scene: Scene) -> None:
    """Let a noun that is somebody's own stand for its owner: "Chinese warships"."""
    words = scene.gazetteer.words
    for i, lower in enumerate(scene.lowers):
        if scene.actor[i] is not None or scene.parts[i] not in {"NOUN", "PROPN", "ADJ"}:
            continue
        if lower in words["group"]:
            _group(scene, i)
        elif lower in _ATTACKERS:
            _attackers(scene, i)
        elif lower in _CAMPS and (whom := _leaned_to(scene, i)) is not None:
            _new_group(scene, i, f"the {scene.texts[whom - 2].lower()}-{scene.texts[whom]} {lower}")
        elif (scene.parts[i] == "NOUN" and lower in words["expert"]) or (
            lower in words["title"] and any(scene.lowers[c] in _PAST for c in scene.children(i))
        ):
            quoted(scene, i, plural(lower))
        elif lower in words["state"] or lower in words["title"]:
            owner = owner_of(scene, i)
            if owner in LOOSE and lower in words["anonymous"]:
                quoted(scene, i, f"{scene.texts[scene.doc[i].left_edge.i]} {plural(lower)}")
            elif owner is not None:
                scene.take(i, i + 1, owner, "noun")


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
            actor = _leaf(scene, child)
            if actor is not None:
                found.append((child, actor))
        elif dep == "prep" and scene.lowers[child] in {"of", "from", "for", "in", "at"}:
            seated = scene.lowers[child] in {"in", "at"}
            if seated and scene.lowers[i] not in _SEATED:
                continue
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


def _leaf(scene: Scene, i: int) -> str | None:
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
                actor = scene.actor[leaf] or _leaf(scene, leaf)
                if actor and scene.kind_of(actor) == "region":
                    return actor
    return None


def _known_group(scene: Scene, i: int) -> str | None:
    """Return the named group that fighters are of: "rebels of the M23", later "the rebels"."""
    if scene.lowers[i] not in _FIGHTERS:
        return None
    kinds = {"armed_group", "party"}
    before = [child for child in scene.children(i) if child < i]
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] == "of":
            for leaf in scene.children(child):
                actor = scene.actor[leaf] or _leaf(scene, leaf)
                if actor and scene.kind_of(actor) in kinds:
                    return actor
    if not before or any(scene.lowers[child] not in POINTERS for child in before):
        return None
    return spoken_of(scene, i, kinds)


def _attackers(scene: Scene, i: int) -> None:
    """Take "the gunmen" as the armed group that a text is about, and so "ten gunmen" where it has but one."""
    before = [scene.lowers[child] for child in scene.children(i) if child < i]
    actor = _known_group(scene, i)
    if actor is None and not set(before) & _UNKNOWN:
        counts = Counter(
            actor for _, _, actor, _ in scene.spans if scene.kind_of(actor) == "armed_group"
        ).most_common(2)
        if counts and counts[0][1] > 1 + 2 * sum(count for _, count in counts[1:]):
            actor = counts[0][0]
    if actor is not None:
        scene.take(i, i + 1, actor, "noun")


def spoken_of(scene: Scene, i: int, kinds: Container[str]) -> str | None:
    """Return the body of some kinds that a text is about: of those named before the most often named.

    Of several named as often it's the one named last.
    """
    named = [
        (start, actor)
        for start, _, actor, form in scene.spans
        if scene.kind_of(actor) in kinds and form not in {"leaning", "held"}
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
