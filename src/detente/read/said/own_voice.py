"""Who speaks for himself and not for a state: lawmakers, former envoys, newspapers, opposition leaders."""

from detente.read.said.amounts import of_them
from detente.read.text.wordlists import listed, speech
from detente.read.who.actors import slug
from detente.read.who.mentions import Scene
from detente.read.who.nameless import adjective
from detente.read.who.owners import plural, quoted

_LEGISLATORS = listed("speakers", "legislators")
_HOUSES = listed("speakers", "houses")
_UNBOUND = listed("speakers", "unbound")
_OF_STATE = listed("speakers", "of_state")
_BOARDS = frozenset({"bureau", "politburo", "leadership", "delegation"})
FORMER = frozenset({"former", "retired", "ex", "onetime"})
_SEATS = frozenset({"hague", "geneva", "strasbourg", "luxembourg", "nuremberg"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def bears_own_name(scene: Scene, i: int) -> str | None:
    """Return who has been in office or wants to be: "a former envoy, Ida Holm", "the opposition leader, X"."""
    children = scene.children(i)
    if not any(
        scene.lowers[c] in FORMER or scene.lowers[c] == "opposition" for c in children if c < i
    ):
        return None
    reach = range(i + 1, scene.doc[i].right_edge.i + 1)  # the parser may hang him on a place
    names = (j for j in reach if scene.deps[j] == "appos")
    name = next((j for j in names if scene.entities[j] in {"PERSON", "ORG", ""}), None)
    if name is None:
        return None
    first = scene.doc[name].left_edge.i
    words = [j for j in range(first, name + 1) if scene.parts[j] == "PROPN"]
    if len(words) < 2:  # noqa: PLR2004 - a last name alone may be anybody's
        return None
    start, end = scene.doc[words[0]].idx, scene.doc[name].idx + len(scene.texts[name])
    return quoted(scene, i, scene.document.text[start:end], "person")


def own_name(scene: Scene, i: int) -> str | None:
    """Return the id of a person who speaks for himself: a senator, a lawyer with a name."""
    for child in scene.children(i):
        if scene.deps[child] == "appos" and scene.form[child] == "person":
            sources = scene.sources
            if scene.actor[i] in sources and scene.actor[child] in sources:
                return scene.actor[child]
    if scene.form[i] != "person":
        return None
    start = i
    while start and scene.form[start - 1] == "person":
        start -= 1
    if not start or not (scene.lowers[start - 1] in _LEGISLATORS or _nobodys(scene, start - 1)):
        return None
    first, last = scene.doc[start], scene.doc[i]
    name = scene.document.text[first.idx : last.idx + len(last.text)]
    home = scene.actor[i]
    if scene.lowers[start - 1] in _LEGISLATORS and home and home not in scene.sources:
        return _own_id(scene, name, home)  # he speaks for himself, and acts as one of his state's
    return quoted(scene, i, name, "person")


def for_himself(scene: Scene, i: int) -> str | None:
    """Return the own id of an official whose state no word of the text gives."""
    name = scene.guesses.get(scene.texts[i]) if scene.form[i] == "person" else None
    home = scene.actor[i]
    if name is None or home is None or home in scene.sources:
        return None
    if scene.last_names.get(scene.texts[i], (home, ""))[0] != home:
        return None
    return _own_id(scene, name, home)


def _own_id(scene: Scene, name: str, home: str) -> str:
    """Return the own id of a person, who is remembered as a source of a state."""
    own = slug(name)
    scene.names.setdefault(own, name)
    scene.kinds.setdefault(own, "person")
    scene.homes.setdefault(own, home)
    scene.sources.add(own)
    return own


def _nobodys(scene: Scene, i: int) -> bool:
    """Say whether a spokesman stands before a name without a word of whose he is."""
    if scene.texts[i] not in _SPOKESMEN:
        return False
    return not any(
        scene.actor[j] or scene.lowers[j] in {"'s", "ministry", "government", "house", "army"}
        for j in range(max(i - 4, 0), i)
    )


def for_themselves(scene: Scene, i: int, lower: str) -> str | None:
    """Return people who have a state and don't speak for it: lawmakers, mediators, a people."""
    children = scene.children(i)
    if scene.form[i] == "demonym" and scene.tags[i] in {"NNS", "NNPS"}:
        kin = next(
            (c for c in children if scene.deps[c] in {"compound", "amod"} and c == i - 1), -1
        )
        if kin >= 0 and scene.texts[kin][:1].isupper() and scene.actor[kin] is None:
            return quoted(scene, i, f"{scene.texts[kin]} {scene.texts[i]}", "people")
    if scene.form[i] == "person":
        return None
    house = of_them(scene, i) if lower in {"member", "members"} else i
    if house != i and (found := _member(scene, i, house)) is not None:
        return found
    court = lower in speech("benches") and any(scene.lowers[c] in _SEATS for c in children)
    if not court and (lower not in _UNBOUND or _with_a_master(scene, i, children)):
        return None
    many = lower if court or lower == "media" else plural(lower)
    name = many if court else adjective(scene, i) + many  # "the Hague tribunal"
    return quoted(scene, i, name, "institution" if court else "person")


def _member(scene: Scene, i: int, house: int) -> str | None:
    """Return who the members of a bloc, a parliament, a party or a committee are."""
    lower, whole, named = scene.lowers[i], scene.lowers[house], scene.actor[house]
    if whole in _HOUSES:
        if whole.endswith("committee"):
            return quoted(scene, i, lower, "people")
        name = f"{whole} {lower}" if whole == "party" else f"{lower} of {whole}"
        return quoted(scene, i, name, "people")
    if whole in _BOARDS:
        owner = next(
            (scene.actor[c] for c in scene.children(house) if scene.deps[c] == "poss"), None
        )
        return owner or quoted(scene, i, whole, "people")
    bloc = lower == "members" and named is not None and scene.kind_of(named) == "bloc"
    return named if bloc else None  # "the members of the Arab League"


def _with_a_master(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a paper speaks for somebody, "state media", or has a name: "the People's Daily"."""
    named = scene.texts[i][:1].isupper() and not scene.doc[i].is_sent_start
    named = named or any(scene.form[c] == "media" for c in children)
    return named or any(scene.lowers[c] in _OF_STATE for c in children)
