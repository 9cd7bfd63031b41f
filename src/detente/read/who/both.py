"""Whom "both", "both sides" and "the two countries" mean within a document."""

from collections import Counter

from detente.read.who.mentions import Scene

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OFFICES = frozenset({"leader", "president", "minister", "king", "premier"})
_POLITICAL = frozenset(
    {"main", "major", "political", "ruling", "opposition", "governing", "coalition"}
)
_LEGISLATORS = frozenset(
    {"members", "senators", "lawmakers", "deputies", "legislators", "congressmen", "mps", "leaders"}
)
_COUNTS = {"three": 3, "four": 4, "five": 5}
_STEP = 3  # words from one name of a row to the next: "Iran, Oman and Qatar"


def sides(scene: Scene, i: int) -> None:
    """Let "both sides" and "the two countries" stand for the two actors named most so far."""
    quantity = next(
        (
            child
            for child in scene.children(i)
            if scene.lowers[child] in {"both", "two", "neither", "either"}
        ),
        None,
    )
    if quantity is None:
        _more_than_two(scene, i)
        return
    if scene.lowers[i] == "parties" and _in_parliament(scene, i):
        return
    people = _two_people(scene, i) if scene.doc[i].lemma_ in _OFFICES else ()
    if people:
        scene.take(quantity, quantity + 1, people[1], "pronoun")
        scene.take(i, i + 1, people[0], "pronoun")
        return
    counts = _states_before(scene, min(i, quantity))
    most = [actor for actor, _ in counts.most_common(2)]
    if len(most) == 2:  # noqa: PLR2004 - a short reach, plain where it stands
        scene.take(quantity, quantity + 1, most[0], "pronoun")
        scene.take(i, i + 1, most[1], "pronoun")


def _in_parliament(scene: Scene, i: int) -> bool:
    """Say whether parties are those of one parliament: "both main parties", "senators of both parties"."""
    if any(scene.lowers[c] in _POLITICAL for c in scene.children(i) if c < i):
        return True
    prep = scene.heads[i]
    inside = scene.deps[i] == "pobj" and scene.lowers[prep] in {"of", "from", "in"}
    return inside and scene.lowers[scene.heads[prep]] in _LEGISLATORS


def _two_people(scene: Scene, i: int) -> tuple[str, ...]:
    """Return the two that people of the sentence before speak for: "Trump called Sisi. Both leaders agreed"."""
    people = {
        scene.texts[j]: actor
        for j, actor in enumerate(scene.actor[:i])
        if actor is not None
        and scene.form[j] == "person"
        and scene.parts[j] == "PROPN"
        and scene.deps[j] != "compound"
        and scene.sentence[i] - 1 <= scene.sentence[j] <= scene.sentence[i]
        and actor not in scene.sources
    }
    found = tuple(dict.fromkeys(people.values()))
    if len(people) == 2 and len(found) == 1:  # noqa: PLR2004 - "Kasavubu and Lumumba", of one state
        return found * 2
    return found if len(found) == 2 else ()  # noqa: PLR2004 - both


def _more_than_two(scene: Scene, i: int) -> None:
    """Let "the three countries" stand for the first of as many that were named in a row."""
    count = next(
        (_COUNTS[scene.lowers[c]] for c in scene.children(i) if scene.lowers[c] in _COUNTS), 0
    )
    definite = any(scene.lowers[c] in {"the", "these", "those", "all"} for c in scene.children(i))
    if not count or not definite or scene.deps[i] not in SUBJECTS:
        return
    row: list[int] = []
    for j in range(i - 1, -1, -1):
        named = scene.actor[j] is not None and scene.form[j] in {"name", "demonym", "capital"}
        if named and (not row or row[-1] - j <= _STEP):
            row.append(j)
        elif named or (row and row[-1] - j > _STEP):
            break
    actors = list(dict.fromkeys(actor for j in reversed(row) if (actor := scene.actor[j])))
    if len(actors) == count:
        scene.take(i, i + 1, actors[0], "noun")


def other_than_subject(scene: Scene, i: int) -> str | None:
    """Return one of the two that "both" means: named most so far, not who speaks to them."""
    if scene.deps[i] not in {"dobj", "pobj", "nsubj", "nsubjpass"}:
        return None
    if scene.lowers[i] == "both" and (pair := _pair_before(scene, i)) is not None:
        return pair
    counts = _states_before(scene, i)
    verb = scene.heads[i]
    if scene.parts[verb] != "VERB":
        verb = scene.heads[verb]
    doers = {scene.actor[child] for child in scene.children(verb) if scene.deps[child] in SUBJECTS}
    most = [actor for actor, _ in counts.most_common(3) if actor not in doers]
    return most[0] if len(most) > 1 else None


def _pair_before(scene: Scene, i: int) -> str | None:
    """Return the first of two that the sentence before joins: "appealed to Iran and Oman. Both sent"."""
    if scene.deps[i] not in SUBJECTS:
        return None
    for j in range(i - 1, 0, -1):
        if scene.sentence[j] == scene.sentence[i] or scene.deps[j] != "conj":
            continue
        if scene.sentence[j] < scene.sentence[i] - 1:
            break
        first = scene.heads[j]
        pair = [scene.actor[first], scene.actor[j]]
        several = any(scene.deps[child] == "conj" for child in scene.children(j))
        if None not in pair and pair[0] != pair[1] and not several and scene.parts[j] == "PROPN":
            return pair[0]
    return None


def _states_before(scene: Scene, i: int) -> Counter[str]:
    """Count how often each party that may be one of two sides is named.

    Who speaks of them in the sentence is neither: "Washington said that both sides ...".
    """
    outside = _tellers(scene, i)
    counts = Counter(
        actor
        for j, actor in enumerate(scene.actor)
        if actor
        and actor not in scene.sources
        and actor not in outside
        and not scene.place[j]
        and scene.form[j] not in {"leaning", "held"}
        and scene.kind_of(actor) in {"state", "region", "armed_group", "group"}
    )
    before = {actor for actor in scene.actor[:i] if actor}
    return Counter({actor: count for actor, count in counts.items() if actor in before})


def _tellers(scene: Scene, i: int) -> set[str | None]:
    """Return the subjects of the verbs of speech above a place."""
    found: set[str | None] = set()
    for _ in range(8):
        above = scene.heads[i]
        if above == i:
            break
        if (
            scene.deps[i] in {"ccomp", "xcomp", "dobj", "pobj", "dative"}
            and scene.parts[above] == "VERB"
        ):
            found |= {scene.actor[c] for c in scene.children(above) if scene.deps[c] == "nsubj"}
        i = above
    return found
