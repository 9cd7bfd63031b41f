"""States and peoples that no list knows, told by how a text uses their names.

A text about "Tarvia" and "the Aldovan parliament" must have parties too. A name
counts as a state's where the words around it do: it has a government, an army
or a people's adjective, or it acts among states. The rules prefer silence: a
name beside a title or a first name is a person, and a name behind "the" a thing.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from detente.read.text.wordlists import listed, speech_verbs
from detente.read.text.words import lexicon
from detente.read.who.actors import slug
from detente.read.who.mentions import Scene

_RULED = listed("newcomers", "ruled")
_OF = listed("newcomers", "of")
_SIDES = listed("newcomers", "sides")
_COMMON = listed("newcomers", "common")
_LANDS = ("ia", "land", "stan", "ova", "mark", "ya", "ana", "onia", "grad", "burg")
_PEOPLES = ("ian", "an", "ese", "ish", "i", "ic", "er", "ander")
_SHORT = 4
_ADDRESSING = frozenset({"urge", "warn", "ask", "tell", "press", "accuse", "assure", "order"})
_BESIDE_VERB = frozenset(
    {"nsubj", "dobj", "nsubjpass", "conj", "dative", "advmod", "npadvmod", "dep"}
)
_RULERS = listed("newcomers", "rulers")
_LAND = listed("newcomers", "land")
_TOWNS = listed("newcomers", "towns")
_SHIPS = listed("persons", "ships") - {"the"}
_NEXT_TO = frozenset({"neighbouring", "neighboring", "landlocked"})  # "Neighbouring Tarvia"
_JOINT = frozenset({"CONSULT", "AGREE", "COOPERATE"})


@dataclass(slots=True)
class _Use:
    """How a text uses a name that nobody knows."""

    places: list[int] = field(default_factory=list)
    ruled: int = 0  # it has a government, an army, a border
    people: int = 0  # it is an adjective of those
    acting: int = 0  # it does what parties do
    met: int = 0  # it is acted upon, or named beside a party
    place: int = 0  # something happens in it
    person: int = 0
    town: int = 0  # it is called a town
    mapped: int = 0  # the parser takes it for a country


def name_newcomers(scene: Scene) -> None:
    """Find the states of a text that aren't in the lexicon, and their peoples' adjectives."""
    uses = _uses(scene)
    if not uses:
        return
    roots = {name: _root(name, uses) for name in uses}
    together: dict[str, list[str]] = defaultdict(list)
    for name, root in roots.items():
        together[root].append(name)
    new: set[str] = set()
    for root, names in together.items():
        if not _is_state(root, [uses[name] for name in names], paired=len(names) > 1):
            continue
        actor = slug(root)
        if actor in scene.gazetteer.names:
            continue
        scene.names.setdefault(actor, root)
        scene.kinds.setdefault(actor, "state")
        new.add(actor)
        for name in names:
            form = "name" if name == root else "demonym"
            for i in uses[name].places:
                scene.take(_first(scene, i), i + 1, actor, form, place=_is_place(scene, i))
    _capitals(scene, new)


def _uses(scene: Scene) -> dict[str, _Use]:
    found: dict[str, _Use] = defaultdict(_Use)
    people = {
        text
        for start, end, _, form in scene.spans
        if form == "person"
        for text in scene.texts[start:end]
    }
    for i, text in enumerate(scene.texts):
        if text in people or not _may_be_name(scene, i, text):
            continue
        start = _first(scene, i)
        use = found[" ".join(scene.texts[start : i + 1])]
        use.places.append(i)
        _see(scene, start, i, use)
    return found


def _may_be_name(scene: Scene, i: int, text: str) -> bool:
    if not text[:1].isupper() or len(text) < _SHORT or not text.isalpha() or text.isupper():
        return False
    if scene.actor[i] is not None or scene.parts[i] not in {"PROPN", "ADJ", "NOUN", "VERB"}:
        return False
    lower = scene.lowers[i]
    words = scene.gazetteer.words
    if (
        lower in _COMMON
        or text in _SIDES
        or lower.startswith("american")
        or scene.entities[i] in {"DATE", "TIME", "LANGUAGE", "EVENT", "LAW"}
    ):
        return False
    if any(lower in words[kind] for kind in ("title", "state", "group", "country", "several")):
        return False
    opens = i == 0 or scene.sentence[i - 1] != scene.sentence[i]
    return not (opens and scene.parts[i] != "PROPN" and not lower.endswith(_PEOPLES))


def _first(scene: Scene, i: int) -> int:
    """Return where a name begins: "North Tarvia" has two words."""
    if i and scene.texts[i - 1] in _SIDES and scene.actor[i - 1] is None:
        return i - 1
    return i


def _see(scene: Scene, start: int, i: int, use: _Use) -> None:
    """Note what the words around one place say of a name."""
    before = scene.lowers[start - 1] if start else ""
    if before in _NEXT_TO:
        use.ruled += 1
    elif _part_of_person(scene, start, i):
        use.person += 1
        return
    noun = scene.heads[i]
    if start and scene.form[start - 1] == "demonym":
        return  # "Russian Turkestan"
    use.town += _a_town(scene, i, noun) or before in _SHIPS
    use.mapped += scene.entities[i] in {"GPE", "NORP"}
    use.ruled += any(
        scene.deps[c] == "appos" and scene.lowers[c] in _LAND and c > i for c in scene.children(i)
    )
    dep = scene.deps[i]
    ruled = scene.lowers[noun] in _RULED or scene.doc[noun].lemma_.lower() in _RULED
    if dep == "poss":
        use.ruled += ruled
    elif dep in {"amod", "compound", "nmod"} and noun > i:
        use.people += ruled and scene.lowers[i].endswith(_PEOPLES)
    elif dep == "pobj":
        _see_behind(scene, i, noun, use)
    elif dep in _BESIDE_VERB and before not in {"the", "a", "an"}:
        _see_acting(scene, i, dep, use)
    if before == "the" and scene.lowers[i].endswith("s") and dep in {"nsubj", "pobj"}:
        use.people += scene.lowers[i][:-1].endswith(_PEOPLES[:3])


def _a_town(scene: Scene, i: int, above: int) -> bool:
    """Say whether a word beside a name calls it a town: "the city of X", "X, a Russian settlement"."""
    of = scene.lowers[above] == "of" and scene.lowers[scene.heads[above]] in _TOWNS
    return of or any(
        scene.deps[c] in {"appos", "compound", "nmod"} and scene.lowers[c] in _TOWNS
        for c in scene.children(i)
    )


def _part_of_person(scene: Scene, start: int, i: int) -> bool:
    """Say whether a title, a first name or a last name stands beside a name."""
    words = scene.gazetteer.words
    before = scene.texts[start - 1] if start else ""
    if before.lower() in words["title"] or before in {"Mr", "Mrs", "Ms", "Dr", "Sir", "Lord"}:
        return True
    known = start > 0 and scene.actor[start - 1] is not None
    if start and before[:1].isupper() and scene.parts[start - 1] == "PROPN" and not known:
        return True
    after = scene.texts[i + 1] if i + 1 < len(scene.texts) else ""
    if after[:1].isupper() and scene.parts[i + 1] == "PROPN":
        titled = after.lower() in words["title"] or after.lower() in words["state"]
        if not titled:
            return True
    return scene.entities[i] == "PERSON" and (scene.doc[i].ent_iob_ == "I" or _goes_on(scene, i))


def _goes_on(scene: Scene, i: int) -> bool:
    return i + 1 < len(scene.texts) and scene.doc[i + 1].ent_iob_ == "I"


def _see_behind(scene: Scene, i: int, prep: int, use: _Use) -> None:
    word = scene.lowers[prep]
    above = scene.heads[prep]
    if word in {"of", "for", "to"} and scene.lowers[above] in _OF:
        use.ruled += 1
    elif (
        word in {"of", "for"} and scene.doc[above].lemma_.lower() in scene.gazetteer.words["title"]
    ):
        use.ruled += scene.lowers[above] in _RULERS
    elif word in {"with", "between"} and lexicon().nouns.get(scene.doc[above].lemma_) in _JOINT:
        use.acting += scene.entities[i] != "PERSON"
    elif word in {"against", "with", "between"}:
        use.met += scene.entities[i] != "PERSON"
    elif word in {"in", "at", "near", "from", "to", "into", "across"}:
        use.place += 1


def _see_acting(scene: Scene, i: int, dep: str, use: _Use) -> None:
    verb = scene.doc[scene.heads[i]]
    if dep == "conj":
        prep = scene.heads[verb.i]
        if scene.deps[verb.i] == "pobj" and scene.lowers[prep] in {"with", "between"}:
            _see_behind(scene, i, prep, use)
        use.met += scene.actor[verb.i] is not None and scene.form[verb.i] == "name"
        return
    lemma = verb.lemma_.lower()
    words = lexicon()
    if verb.pos_ != "VERB":
        return
    act = lemma in words.verbs or lemma in words.frames or lemma in words.light
    if dep == "nsubj" or (dep in {"advmod", "npadvmod", "dep"} and i < verb.i):
        use.acting += act or ("verb", lemma) in words.operators
    elif lemma in _ADDRESSING:
        use.acting += 1
    elif act or lemma in speech_verbs():
        use.met += 1


def _is_state(root: str, uses: list[_Use], *, paired: bool) -> bool:
    """Say whether a name is a state's, by all that the text says of it."""
    ruled = sum(use.ruled for use in uses)
    people = sum(use.people for use in uses)
    acting = sum(use.acting for use in uses)
    met = sum(use.met for use in uses)
    person = sum(use.person for use in uses)
    mapped = sum(use.mapped for use in uses)
    total = sum(len(use.places) for use in uses)
    if any(use.town for use in uses) and not (paired and people and acting > 1):
        return False  # an island that has a people and acts is more than a place
    if person:
        return paired and ruled + people > 0 and person < total / 2
    if paired and ruled + people + acting > 0:
        return True
    land = root.lower().endswith(_LANDS)
    if people and not (ruled or acting or met or mapped or land):
        return people > 1
    if ruled or people:
        return bool(acting or met or mapped or land or ruled + people > 1)
    here = sum(use.place for use in uses)  # more happens in a town than it does
    return (
        acting > 0
        and here <= acting + met
        and bool(land or (mapped and (met or acting > 1)) or (met > 0 and acting > 1))
    )


def _root(name: str, uses: dict[str, _Use]) -> str:
    """Return the name of the land that an adjective is of: Aldovan of Aldova.

    Examples
    --------
    >>> _root("Aldovans", {"Aldova": _Use(), "Aldovans": _Use()})
    'Aldova'
    >>> _root("Kestrian", {"Kestrian": _Use(people=1)})
    'Kestria'
    """
    word = name.removesuffix("s") if name.lower()[:-1].endswith(_PEOPLES) else name
    for ending in _PEOPLES:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORT - 1:
            continue
        for land in (
            stem,
            f"{stem}ia",
            f"{stem}a",
            f"{stem}y",
            f"{stem}e",
            f"{stem}land",
            f"{stem}o",
        ):
            if land != name and land in uses:
                return land
    if uses[name].people:
        if word.endswith("ian"):
            return word[:-1]
        if word.endswith("an"):
            return word[:-1]
    return name


def _is_place(scene: Scene, i: int) -> bool:
    return scene.deps[i] == "pobj" and scene.lowers[scene.heads[i]] in {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "across",
        "around",
    }


def _capitals(scene: Scene, new: set[str]) -> None:
    """Let a seat stand for its state: "Velmgrad, the Tarvian capital"; "the capital, Velmgrad"."""
    seats = _seats(scene, new)
    taken = {scene.actor[i]: seats[text] for i, text in enumerate(scene.texts) if text in seats}
    for place, (start, end, actor, _) in enumerate(scene.spans):
        if actor in new and actor in taken:
            scene.spans[place] = (start, end, taken[actor], "capital")
            for i in range(start, end):
                scene.actor[i], scene.form[i] = taken[actor], "capital"
    for i, text in enumerate(scene.texts):
        if text in seats and scene.actor[i] is None:
            scene.take(i, i + 1, seats[text], "capital", place=_is_place(scene, i))


def _seats(scene: Scene, new: set[str]) -> dict[str, str]:
    """Return the names that a text calls a capital, and of which state."""
    seats: dict[str, str] = {}
    for i, lower in enumerate(scene.lowers):
        if lower != "capital":
            continue
        owners = (scene.actor[each.i] for each in scene.doc[i].subtree if each.i != i)
        owner = next((each for each in owners if each and scene.kind_of(each) == "state"), None)
        if owner is None:
            continue
        for j in (i - 1, i - 2, i - 3, i - 4, i + 1, i + 2):
            if (
                0 <= j < len(scene.texts)
                and scene.parts[j] == "PROPN"
                and scene.actor[j] != owner
                and (scene.actor[j] is None or scene.actor[j] in new)
                and scene.sentence[j] == scene.sentence[i]
                and "," in scene.texts[min(i, j) : max(i, j) + 1]
            ):
                seats[scene.texts[j]] = owner
                break
    return seats
