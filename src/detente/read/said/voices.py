"""Whom the subject of a word of speech means; who is new gets an id of his own."""

from collections import Counter
from collections.abc import Sequence

from detente.read.said.recall import last_person, recalled, said_again, unnamed_before
from detente.read.text.wordlists import listed, speech
from detente.read.who.actors import slug
from detente.read.who.mentions import Scene
from detente.read.who.nameless import adjective, nameless
from detente.read.who.owners import LOOSE, plural, quoted

_AMOUNTS = listed("speakers", "amounts")
_LEGISLATORS = listed("speakers", "legislators")
_GATHERINGS = listed("speakers", "gatherings")
_HOUSES = listed("speakers", "houses")
_UNBOUND = listed("speakers", "unbound")
_OF_STATE = listed("speakers", "of_state")
_FORMER = frozenset({"former", "retired", "ex", "onetime"})
_SOME = frozenset({"some", "many", "others", "several"})
_SIDES = frozenset(
    ["side", "sides", "country", "countries", "party", "parties", "government", "governments"]
)
_SEATS = frozenset({"hague", "geneva", "strasbourg", "luxembourg", "nuremberg"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_HIS = frozenset({"his", "her", "its", "their"})
_I_WE = frozenset({"i", "my", "me", "mine", "myself", "we", "our", "us", "ours", "ourselves"})


def voice(
    scene: Scene,
    i: int,
    heard: Sequence[tuple[int, str]] = (),
    last: str | None = None,
    *,
    aside: bool = False,
) -> str | None:
    """Return the id of who the subject at token `i` is, None where nobody can be told.

    `heard` are the tokens and ids of those who spoke before, `last` is the
    last of them, whom a pronoun means that nobody else fits; `aside` says that
    the words come before their speaker.
    """
    i = _antecedent(scene, i)
    if i < 0:
        return None
    shared = next((who for j, who in reversed(heard) if j == i), None)
    if shared is not None and scene.parts[i] == "PRON":
        return shared  # "It repeated the demand and warned": one subject, one speaker
    i = unnamed_before(scene, i)
    before = recalled(scene, i, heard, aside=aside)
    if before is not None:
        if scene.actor[i] != before:
            scene.take(i, i + 1, before, "pronoun")
        return before
    i = _people_in(scene, i)
    found = said_again(scene, i, heard) or _named_again(scene, i, heard)
    found = found or _for_himself(scene, _in_apposition(scene, i))
    if found is None and scene.lowers[i] in _AMOUNTS:
        i, found = _some(scene, i)
    found = found or _known(scene, i, scene.lowers[i])
    if found is None and scene.lowers[i] in _SIDES and _each(scene, i):
        found = _one_of_two(scene, i)
    return found or _unknown(scene, i, last)


def _some(scene: Scene, i: int) -> tuple[int, str | None]:
    """Return the noun that an amount is of, and who is meant by "both", "some" or "one of them"."""
    if scene.lowers[i] == "both" and scene.actor[i] is not None:
        return i, scene.actor[i]
    some = scene.lowers[i] in _SOME and _of_them(scene, i) == i
    i, found = _counted(scene, i)
    if found is None and scene.lowers[i] in {"each", "both", "either", "neither"}:
        found = _one_of_two(scene, i)
    if found is None and some:
        found = quoted(scene, i, scene.lowers[i], "people")
    return i, found


def _people_in(scene: Scene, i: int) -> int:
    """Return the people in "a group of retired officers", or the token itself."""
    whole = _of_them(scene, i) if scene.lowers[i] in _GATHERINGS else i
    return whole if scene.tags[whole] == "NNS" else i


def _each(scene: Scene, i: int) -> bool:
    """Say whether a noun is "each side", "both countries": one of two is as right as the other."""
    return any(scene.lowers[c] in {"each", "both", "neither", "either"} for c in scene.children(i))


def _unknown(scene: Scene, i: int, last: str | None) -> str | None:
    """Return who a pronoun that fits nobody, or a noun that nobody has, is."""
    lower = scene.lowers[i]
    if lower in {"they", "them"}:
        return _last_source(scene, i)
    if lower in {"he", "she", "who"}:
        return last_person(scene, i) or _last_source(scene, i) or last
    if lower in {"someone", "somebody"}:
        return quoted(scene, i, lower, "person")
    if lower in _I_WE or scene.parts[i] not in {"NOUN", "PROPN"}:
        return None
    name = _in_apposition(scene, i)
    found = nameless(scene, name, scene.lowers[name])
    if found is not None and scene.actor[i] is None:
        scene.take(i, i + 1, found, "noun")
    return found


def _known(scene: Scene, i: int, lower: str) -> str | None:
    """Return who a word stands for that is resolved already, or a former holder of an office."""
    nouns = scene.gazetteer.words
    children = scene.children(i)
    own = _own_name(scene, i) or _for_themselves(scene, i, lower)
    if own is not None:
        return own
    if any(scene.lowers[c] in _FORMER for c in children) and (
        lower in nouns["title"] or lower in nouns["state"]
    ):
        return quoted(scene, i, plural(lower), "person")
    if scene.actor[i] in LOOSE and scene.form[i] == "noun":  # "a Western ambassador"
        return quoted(scene, i, adjective(scene, i) + plural(lower), "person")
    if lower in nouns["title"]:
        his = next((c for c in children if scene.deps[c] == "poss"), None)
        known = any(
            form == "person"
            for c in children
            if scene.deps[c] == "appos"
            for _, form in scene.gazetteer.named(scene.texts[c])
        )
        if his is not None and scene.lowers[his] in _HIS and scene.actor[his] and not known:
            own = scene.actor[his]  # "his adviser, X": whose the pronoun says
            return None if own in scene.sources else own
    if scene.actor[i] is not None:
        whose = [c for c in children if c < i and scene.form[c] == "demonym"]
        return scene.actor[whose[0] if whose and scene.form[i] == "seat" else i]
    named = _in_apposition(scene, i)
    return next(
        (
            scene.actor[c]
            for c in children
            if scene.deps[c] == "appos" and scene.actor[c] and not _of_a_body(scene, i, c)
        ),
        scene.actor[named] if named != i else None,
    )


def _one_of_two(scene: Scene, i: int) -> str | None:
    """Return the party named most before "each accused the other"."""
    named = Counter(
        actor
        for j, actor in enumerate(scene.actor[:i])
        if actor
        and actor not in scene.sources
        and not scene.place[j]
        and scene.kind_of(actor) in {"state", "region", "armed_group", "group"}
    ).most_common(2)
    return named[0][0] if len(named) > 1 else None


def _own_name(scene: Scene, i: int) -> str | None:
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


def _in_apposition(scene: Scene, i: int) -> int:
    """Return the name behind an office, "the Minister of Defence, Omar Said", or the token itself."""
    if scene.lowers[i] not in scene.gazetteer.words["title"] or scene.lowers[i + 1] == ",":
        names = (c for c in scene.children(i) if scene.deps[c] == "appos")
    else:  # "the governor of Ica, Omar Vega": the parser may hang him on the place
        stop = scene.doc[i].right_edge.i
        names = (c for c in range(i + 1, stop + 1) if scene.deps[c] == "appos" and c > i + 1)
    person = (c for c in names if "person" in {scene.form[c], scene.entities[c].lower()})
    return next((c for c in person if not _of_a_body(scene, i, c)), i)


def _of_a_body(scene: Scene, i: int, name: int) -> bool:
    """Say whether a person's name can't be a body's: "A commission led by a judge, Ida Holm,"."""
    body = scene.lowers[i] in speech("benches") | speech("chambers")
    return body and "person" in {scene.form[name], scene.entities[name].lower()}


def _for_himself(scene: Scene, i: int) -> str | None:
    """Return the own id of an official whose state no word of the text gives."""
    name = scene.guesses.get(scene.texts[i]) if scene.form[i] == "person" else None
    home = scene.actor[i]
    if name is None or home is None or home in scene.sources:
        return None
    if scene.last_names.get(scene.texts[i], ("", ""))[0] != home:
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


def _named_again(scene: Scene, i: int, heard: Sequence[tuple[int, str]]) -> str | None:
    """Return who spoke under the same last name before, where the text says who that is."""
    if scene.form[i] != "person":
        return None
    return next(
        (
            speaker
            for j, speaker in heard
            if j < i and scene.texts[j] == scene.texts[i] and speaker in scene.sources
        ),
        None,
    )


def _for_themselves(scene: Scene, i: int, lower: str) -> str | None:
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
    if lower in {"member", "members"}:
        house = _of_them(scene, i)
        named = scene.actor[house] if lower == "members" and house != i else None
        if named and scene.lowers[house] not in _HOUSES and scene.kind_of(named) == "bloc":
            return named  # "the members of the Arab League"
        if house != i and scene.lowers[house] in _HOUSES:
            whole = scene.lowers[house]
            small = whole.endswith("committee")
            return quoted(scene, i, lower if small else f"{lower} of {whole}", "people")
    court = lower in speech("benches") and any(scene.lowers[c] in _SEATS for c in children)
    if not court and (lower not in _UNBOUND or _with_a_master(scene, i, children)):
        return None
    name = lower if court else adjective(scene, i) + plural(lower)  # "the Hague tribunal"
    name = name.replace("medias", "media")
    return quoted(scene, i, name, "institution" if court else "person")


def _with_a_master(scene: Scene, i: int, children: list[int]) -> bool:
    """Say whether a paper speaks for somebody, "state media", or has a name: "the People's Daily"."""
    named = scene.texts[i][:1].isupper() and not scene.doc[i].is_sent_start
    named = named or any(scene.form[c] == "media" for c in children)
    return named or any(scene.lowers[c] in _OF_STATE for c in children)


def _antecedent(scene: Scene, i: int) -> int:
    """Return the noun that "who" or "which" stands for, the token itself, or -1."""
    if scene.lowers[i] not in {"who", "which", "that"}:
        return i
    clause = scene.heads[i]
    if scene.deps[clause] == "conj":
        clause = scene.heads[clause]
    return scene.heads[clause] if scene.deps[clause] == "relcl" else -1


def _counted(scene: Scene, i: int) -> tuple[int, str | None]:
    """Return the noun in "one of them", or who is meant by a bare number."""
    whole = _of_them(scene, i)
    for child in scene.children(i):
        if scene.deps[child] == "appos" and scene.actor[child]:  # "one of them, Chen Yi,"
            return whole, scene.actor[child]
    if whole == i:
        return whole, _last_source(scene, i, many=True)
    return whole, _last_source(scene, whole) if scene.lowers[whole] == "them" else None


def _of_them(scene: Scene, i: int) -> int:
    """Return the noun in "one of them", "some of the officials", or the token itself."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] == "of":
            for leaf in scene.children(child):
                return leaf
    return i


def _last_source(scene: Scene, i: int, *, many: bool = False) -> str | None:
    """Return the source that spoke last, for a pronoun that no party fits."""
    several = many or scene.lowers[i] in {"they", "them"}
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 2:
            return None
        actor = scene.actor[j]
        if actor in scene.sources and (scene.tags[j] in {"NNS", "NNPS"}) == several:
            return actor
    return None
