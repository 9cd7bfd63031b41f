"""Whom the subject of a word of speech means; who is new gets an id of his own."""

from collections.abc import Sequence

from detente.read.said.amounts import (
    each_of,
    last_source,
    name_of_one,
    of_them,
    one_of_two,
    people_in,
    some,
    told_of,
)
from detente.read.said.noun_subjects import kin, loose, of_a_side, person_beside
from detente.read.said.own_voice import (
    FORMER,
    bears_own_name,
    for_himself,
    for_themselves,
    own_name,
)
from detente.read.said.recall import (
    last_person,
    named_for,
    people_met,
    recalled,
    said_again,
    unnamed_before,
)
from detente.read.text.wordlists import listed, speech
from detente.read.who.letters import made_known
from detente.read.who.mentions import Scene
from detente.read.who.nameless import adjective, nameless
from detente.read.who.owners import LOOSE, plural, quoted

_AMOUNTS = listed("speakers", "amounts")
_SIDES = frozenset(
    ["side", "sides", "country", "countries", "party", "parties", "government", "governments"]
)
_HIS = frozenset({"his", "her", "its", "their"})
_CLOSED = frozenset({",", ")", "-", "—", "and", "but"})
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
    met = people_met(scene, i)
    if met is not None:
        return nameless(scene, met, scene.lowers[met])
    i = unnamed_before(scene, i)
    before = recalled(scene, i, heard, aside=aside)
    if before is not None and scene.actor[i] != before:
        scene.take(i, i + 1, before, "pronoun")
    before = before or for_himself(scene, named_for(scene, i, aside=aside))
    if before is not None:
        return before
    named, them = name_of_one(scene, i), scene.actor[of_them(scene, i)]
    if named != i and them is not None and not told_of(scene, named):
        return them
    i = person_beside(scene, people_in(scene, named))
    found = said_again(scene, i, heard) or _named_again(scene, i, heard)
    found = found or for_himself(scene, _in_apposition(scene, i))
    if found is None and scene.lowers[i] in _AMOUNTS:
        i, found = some(scene, i)
    found = found or _known(scene, i, scene.lowers[i])
    if found is None and scene.lowers[i] in _SIDES and each_of(scene, i):
        found = one_of_two(scene, i)
    return found or _unknown(scene, i, heard, last)


def _unknown(
    scene: Scene, i: int, heard: Sequence[tuple[int, str]], last: str | None
) -> str | None:
    """Return who a pronoun that fits nobody, or a noun that nobody has, is."""
    lower = scene.lowers[i]
    if lower in {"they", "them"}:
        return last_source(scene, i)
    if lower in {"he", "she", "who"}:
        before = scene.sentence[i] - 1
        just = (who for j, who in reversed(heard) if scene.sentence[j] == before)
        return last_person(scene, i) or next(just, None) or last_source(scene, i) or last
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
    own = own_name(scene, i) or for_themselves(scene, i, lower) or bears_own_name(scene, i)
    own = own or kin(scene, i) or of_a_side(scene, i) or loose(scene, i)
    if own is not None:
        return own
    if any(scene.lowers[c] in FORMER for c in children) and (
        lower in nouns["title"] or lower in nouns["state"]
    ):
        return quoted(scene, i, plural(lower), "person")
    if scene.actor[i] in LOOSE and scene.form[i] == "noun":  # "a Western ambassador"
        return quoted(scene, i, adjective(scene, i) + plural(lower), "person")
    if lower in nouns["title"] and (his := _under_whom(scene, children)) is not None:
        return None if his in scene.sources else his
    return _named_beside(scene, i, children)


def _named_beside(scene: Scene, i: int, children: list[int]) -> str | None:
    """Return who a word is by the name beside it, or by what it means already."""
    named = _in_apposition(scene, i)
    actor = scene.actor[named]
    known = named != i and scene.form[named] == "person" and actor is not None
    if known and actor not in scene.sources:
        return actor  # "its secretary-general, X": his name says more than "its"
    if scene.actor[i] is not None:
        whose = [c for c in children if c < i and scene.form[c] == "demonym"]
        return scene.actor[whose[0] if whose and scene.form[i] == "seat" else i]
    return next(
        (
            scene.actor[c]
            for c in children
            if scene.deps[c] == "appos" and scene.actor[c] and not _of_a_body(scene, i, c)
        ),
        actor if named != i else None,
    )


def _under_whom(scene: Scene, children: list[int]) -> str | None:
    """Return whom "his" means in "his adviser", unless the adviser's name is a known one."""
    known = any(
        form == "person"
        for c in children
        if scene.deps[c] == "appos"
        for _, form in scene.gazetteer.named(scene.texts[c])
    )
    his = next((c for c in children if scene.deps[c] == "poss"), None)
    if known or his is None or scene.lowers[his] not in _HIS:
        return None
    return scene.actor[his]


def _in_apposition(scene: Scene, i: int) -> int:
    """Return the name behind an office, "the Minister of Defence, Omar Said", or the token itself."""
    last = i + 1 == len(scene.lowers)
    if last or scene.lowers[i] not in scene.gazetteer.words["title"] or scene.lowers[i + 1] == ",":
        names = (c for c in scene.children(i) if scene.deps[c] == "appos")
    else:  # "the governor of Ica, Omar Vega": the parser may hang him on the place
        stop = scene.doc[i].right_edge.i
        names = (c for c in range(i + 1, stop + 1) if scene.deps[c] == "appos" and c > i + 1)
    person = (c for c in names if "person" in {scene.form[c], scene.entities[c].lower()})
    return next((c for c in person if not _of_a_body(scene, i, c)), i)


def _of_a_body(scene: Scene, i: int, name: int) -> bool:
    """Say whether a person's name can't be a body's: "A commission led by a judge, Ida Holm,"."""
    if scene.form[name] == "name":
        return False  # "the company Norsk", which the parser took for a person
    body = scene.lowers[i] in speech("benches") | speech("chambers")
    return body and "person" in {scene.form[name], scene.entities[name].lower()}


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


def _antecedent(scene: Scene, i: int) -> int:
    """Return the noun that "who" or "which" stands for, the token itself, or -1.

    A clause that only tells which one is meant, "a government that has criticised", is no saying,
    but for that of a paper which somebody made known: "adopted a resolution that called for".
    """
    if scene.lowers[i] not in {"who", "which", "that"}:
        return i
    clause = scene.heads[i]
    if scene.deps[clause] == "conj":
        clause = scene.heads[clause]
    noun = scene.heads[clause] if scene.deps[clause] == "relcl" else -1
    if scene.lowers[i] == "who" and scene.texts[i - 1] not in _CLOSED:
        return -1
    known = scene.deps[noun] == "dobj" and scene.tags[scene.heads[noun]] == "VBD"
    return noun if scene.lowers[i] != "that" or (known and made_known(scene, noun)) else -1
