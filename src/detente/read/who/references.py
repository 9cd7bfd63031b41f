"""Whom "the alliance", "the government", "the North" and "both sides" mean, within a document.

A noun means whom the same noun meant before, else the actor of its kind that
was named last, else the state that the sentence is most likely about.
"""

from collections import Counter

from detente.read.text.wordlists import listed, speech_verbs
from detente.read.who.antecedents import MANY, PERSON
from detente.read.who.both import sides
from detente.read.who.constitutions import WITHOUT_PRESIDENT, not_of
from detente.read.who.governed import without
from detente.read.who.likely_states import likely_state, same_kind_before, seated_in
from detente.read.who.mentions import Scene
from detente.read.who.offices import claimant
from detente.read.who.organs import BODIES, body_before
from detente.read.who.others import done_to
from detente.read.who.owned import spoken_of
from detente.read.who.owners import POINTERS
from detente.read.who.pronouns import meaning, person
from detente.read.who.shortened import nearest

_PRONOUNS = MANY | PERSON | {"it", "its", "itself", "whose", "both", "neither"}
_COMPASS = {"north": "south", "south": "north", "east": "west", "west": "east"}
_RANKS = frozenset({"prime", "foreign", "defence", "vice", "deputy"})
_HEADS = frozenset({"president", "leader", "king", "chancellor", "premier"})  # each state has one
_OF_LANDS = frozenset({"minister", "king", "queen", "emperor", "emir", "premier", "chancellor"})
_CROWNED = frozenset({"king", "queen", "emperor", "emir", "sultan"})
_COMPANIES = listed("groups", "told_company")
_FORCES = frozenset({"army", "navy", "fleet", "military", "armed-forces", "police"})


def refer(scene: Scene) -> None:
    """Resolve common nouns and pronouns of the third person, from left to right."""
    several = scene.gazetteer.words["several"]
    for i, lower in enumerate(scene.lowers):
        if scene.actor[i] is not None:
            continue
        if lower in _PRONOUNS:
            actor = meaning(scene, i)
            if actor is not None:
                scene.take(i, i + 1, actor, "pronoun")
        elif lower in _COMPASS:
            actor = _half(scene, i)
            if actor is not None:
                scene.take(i, i + 1, actor, "pronoun")
        elif lower in several:
            sides(scene, i)
        elif scene.parts[i] in {"NOUN", "PROPN"}:
            _noun(scene, i, lower)


def _half(scene: Scene, i: int) -> str | None:
    """Return the state that "the North" or "the South" means, where the text names its like."""
    after = scene.texts[i + 1] if i + 1 < len(scene.texts) else ""
    named_so = i > 0 and scene.lowers[i - 1] == "the" and scene.texts[i][:1].isupper()
    if not named_so or after[:1].isupper() or after == "of":
        return None
    side = scene.lowers[i]
    named = Counter(actor for actor in scene.actor if actor is not None)
    for actor, _ in named.most_common():
        half, _, land = actor.partition("_")
        if half not in _COMPASS or scene.kind_of(actor) != "state":
            continue
        if half == side:
            return actor
        if half == _COMPASS[side]:
            other = f"{side}_{land}"
            return other if other in scene.gazetteer.names else land
    return None


def _noun(scene: Scene, i: int, lower: str) -> None:
    """Resolve "the alliance", "the group", "the government"."""
    words = scene.gazetteer.words
    if lower == "chamber" and scene.lowers[i + 1 : i + 3] == ["of", "commerce"]:
        return
    actor = _called(scene, i, lower)
    if actor is None:
        pointers = {scene.lowers[child] for child in scene.children(i) if child < i}
        if pointers & {"its", "their", "his", "her"}:
            owner = next(
                (scene.actor[c] for c in scene.children(i) if scene.deps[c] == "poss"), None
            )
            if lower in words["state"] or lower in words["title"]:
                actor = owner
        elif pointers & POINTERS and not _qualified(scene, i):
            actor = _kindred(scene, i, lower) or _of_the_state(scene, i, lower)
    if actor:
        scene.take(i, i + 1, actor, "noun")


def _called(scene: Scene, i: int, lower: str) -> str | None:
    """Return whom a title's name stands for: "the Speaker of the House, Nancy Pelosi"."""
    if lower not in scene.gazetteer.words["title"]:
        return None
    for child in scene.children(i):
        if scene.deps[child] == "appos" and scene.form[child] == "person":
            return scene.actor[child]
    return None


def _qualified(scene: Scene, i: int) -> bool:
    """Say whether something before a noun tells whose it is, but for "the" and its like."""
    return any(
        scene.actor[child] or scene.deps[child] in {"poss", "compound"}
        for child in scene.children(i)
        if child < i and scene.deps[child] != "det"
    )


def _kindred(scene: Scene, i: int, lower: str) -> str | None:
    """Return the body of a noun's kind that was named last: "the alliance", "the court"."""
    words = scene.gazetteer.words
    if lower in words["armed"] - words["alliance"]:
        return spoken_of(scene, i, {"armed_group", "group"})
    kinds: set[str] = set()
    if lower in words["alliance"]:
        kinds.add("bloc")
    if lower in words["armed"]:
        kinds |= {"armed_group", "group"}
    if lower in words["institution"]:
        kinds.add("institution")
    if lower in _COMPANIES:
        return nearest(scene, i, {"company"}) or _only_one(scene, i, "organisation")
    if lower in BODIES:
        return body_before(scene, i, BODIES[lower])
    return nearest(scene, i, kinds) if kinds else None


def _only_one(scene: Scene, i: int, kind: str) -> str | None:
    """Return the actor of a kind that a text names before, where it names no other of it."""
    named = {
        actor
        for actor in scene.actor[:i]
        if actor and actor not in scene.sources and scene.kind_of(actor) == kind
    }
    return named.pop() if len(named) == 1 else None


def _of_the_state(scene: Scene, i: int, lower: str) -> str | None:
    """Return the state of "the government", "the junta" or "the minister"."""
    words = scene.gazetteer.words
    if lower not in words["country"] and lower not in words["title"]:
        return None
    if any(_restricts(scene, child) for child in scene.children(i)):
        return None
    barred = not_of(scene, lower)
    if lower in words["title"]:
        actor = _holder(scene, i, lower, barred)
        if lower == "president" and actor in WITHOUT_PRESIDENT:
            actor = _president(scene, i) or actor
        teller = _teller(scene, i)
        if actor and teller == actor and _same_before(scene, i, any_noun=True) != actor:
            return None  # "Obama has said that the colonel must go": not Obama
        if actor and (actor not in scene.sources or lower in {"head", "director"}):
            return actor
    barred |= done_to(scene, i)
    known = _tellers_own(scene, i, lower) or _joined(scene, i, lower) or _same_before(scene, i)
    if known is None and lower == "administration" and "united_states" in scene.actor:
        return "united_states"  # others have governments
    return known or likely_state(scene, i, barred | without(scene, lower))


def _holder(scene: Scene, i: int, lower: str, barred: frozenset[str]) -> str | None:
    """Return the state of whoever holds an office, if the text has spoken of such a person."""
    before = {scene.lowers[c] for c in scene.children(i) if c < i} & _RANKS
    actor = _bearer(scene, i, lower, before)
    actor = actor or claimant(scene, lower, i) or seated_in(scene, i)
    if actor is None:
        head = lower in _HEADS and not before
        actor = person(scene, i, _titled_otherwise(scene, lower) if head else ())
    if actor and lower in _OF_LANDS and scene.kind_of(actor) not in {"state", "region"}:
        return None
    return None if actor in barred - WITHOUT_PRESIDENT else actor


def _bearer(scene: Scene, i: int, lower: str, before: set[str]) -> str | None:
    """Return the state of the person spoken of last who bears a title: "the general".

    Of heads of states several may be spoken of without their title, so they're left out.
    """
    if lower in _HEADS and lower not in _CROWNED and not before:
        return None
    bearers = {last for last, title in scene.titles.items() if _is_title(title, lower, before)}
    places = (*range(i - 1, -1, -1), *range(i + 1, len(scene.texts))) if bearers else ()
    return next(
        (scene.actor[j] for j in places if scene.form[j] == "person" and scene.texts[j] in bearers),
        None,
    )


def _is_title(title: str, lower: str, before: set[str]) -> bool:
    """Say whether a person's title is the one that a noun and the words before it name."""
    words = set(title.split())
    return words >= before | {lower} and (words - {lower}) & _RANKS <= before


def _titled_otherwise(scene: Scene, lower: str) -> frozenset[str]:
    """Return the last names of those who bear another title than this one."""
    return frozenset(last for last, title in scene.titles.items() if lower not in title.split())


def _president(scene: Scene, i: int) -> str | None:
    """Return the state named last before whose president acts for it."""
    for j in range(i - 1, -1, -1):
        actor = scene.actor[j]
        if (
            actor
            and actor not in WITHOUT_PRESIDENT
            and not scene.place[j]
            and scene.form[j] not in {"leaning", "held"}
            and scene.kind_of(actor) == "state"
        ):
            return actor
    return None


def _tellers_own(scene: Scene, i: int, lower: str) -> str | None:
    """Return the state whose official speaks of "the army": his own."""
    if lower not in scene.gazetteer.words["services"]:
        return None
    actor = _teller(scene, i)
    return actor if actor and scene.kind_of(actor) == "state" else None


def _teller(scene: Scene, i: int) -> str | None:
    """Return the party that says the clause that a noun stands in."""
    for _ in range(8):
        above = scene.heads[i]
        if above == i:
            return None
        if scene.deps[i] == "ccomp" and scene.doc[above].lemma_ in speech_verbs():
            who = _subject(scene, above)
            actor = None if who is None else scene.actor[who]
            return scene.homes.get(actor) if actor in scene.sources else actor
        i = above
    return None


def _joined(scene: Scene, i: int, lower: str) -> str | None:
    """Return whose forces acted in the clause that a force's is joined to: "Israel bombed it, and the navy"."""
    verb = scene.heads[i]
    if lower not in _FORCES or scene.deps[i] != "nsubj" or scene.deps[verb] != "conj":
        return None
    who = _subject(scene, scene.heads[verb])
    actor = None if who is None or scene.place[who] else scene.actor[who]
    return actor if actor and scene.kind_of(actor) == "state" else None


def _subject(scene: Scene, verb: int) -> int | None:
    """Return the subject of a verb, or of the one that it's joined to: "he came and said"."""
    for _ in range(4):
        who = next((c for c in scene.children(verb) if scene.deps[c] == "nsubj"), None)
        if who is not None or scene.deps[verb] != "conj":
            return who
        verb = scene.heads[verb]
    return None


def _restricts(scene: Scene, child: int) -> bool:
    """Say whether a clause tells which one is meant: "the government that fell", not "the junta, which"."""
    if scene.deps[child] not in {"relcl", "acl"}:
        return False
    return scene.texts[scene.doc[child].left_edge.i - 1] != ","


def _same_before(scene: Scene, i: int, *, any_noun: bool = False) -> str | None:
    """Return whose the same noun was when it was used before: "Chile's junta ... the junta"."""
    if not any_noun and scene.lowers[i] not in scene.gazetteer.words["own_kind"]:
        return same_kind_before(scene, i)
    before, behind = range(i - 1, -1, -1), range(i + 1, len(scene.lowers))
    for j in (*before, *behind):
        if scene.lowers[j] == scene.lowers[i] and scene.actor[j] and scene.form[j] == "noun":
            return scene.actor[j]
    return None
