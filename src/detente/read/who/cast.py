"""The cast of a text: parties that are more than a place, and sources that are quoted.

A party acts, speaks, is acted upon or threatened somewhere in the text. A name
that only tells where something is, whose citizen somebody is or what a treaty is
called is named in passing. So are groups without a name of their own ("rebels",
"the West"), unless the text has them act again and again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from detente.read.claim import Actor
from detente.read.text.wordlists import listed
from detente.read.text.words import lexicon
from detente.read.who.mentions import Scene
from detente.read.who.owners import LOOSE

_ACTING = frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
_DEEDS = frozenset({"nsubj", "nsubjpass", "csubj", "dobj", "dative", "attr", "oprd", "ROOT"})
_HOLDING = frozenset({"compound", "amod", "poss", "nmod"})
_WEAK_FORMS = frozenset({"leaning"})
_HAVING = frozenset({"have", "include", "resemble", "contain", "recall", "remember", "mention"})
_TOWARDS = listed("cast", "towards")
_TOGETHER = listed("cast", "together")
_PEOPLES = frozenset({"palestine", "kurds"})  # of whom others speak for a part
_BODIES = frozenset({"bloc", "institution", "armed_group"})  # no place is called after them
_TRAVEL = listed("cast", "travel")
_HELD = frozenset({"position", "base", "camp", "stronghold", "leader", "fighter", "member"})
_OFTEN, _TWICE = 3, 2
_UNNAMED = LOOSE - {"arab_league"} | {"allies", "arab_states", "international_community"}


def cast(scene: Scene, speakers: set[str]) -> dict[str, Actor]:
    """Return who takes part in a text, by id.

    Parameters
    ----------
    scene : Scene
        The resolved text.
    speakers : set of str
        Ids of those who are said to say something.

    Returns
    -------
    dict of str to Actor
        Sources are in it only where they're quoted; a state that the text
        only names once, as a place, isn't.
    """
    found: dict[str, Actor] = {}
    for actor, places in _places(scene).items():
        source = actor in scene.sources or any(form == "media" for _, _, form in places)
        if actor not in speakers and (source or not _takes_part(scene, actor, places)):
            continue
        mentions = tuple(
            (
                scene.document.id,
                scene.doc[start].idx,
                scene.doc[end - 1].idx + len(scene.texts[end - 1]),
            )
            for start, end, _ in places
        )
        found[actor] = Actor(
            id=actor,
            name=scene.name_of(actor),
            mentions=mentions,
            role="source" if source else "party",
            kind=scene.kind_of(actor) or "organisation",
        )
    return found


def _places(scene: Scene) -> dict[str, list[tuple[int, int, str]]]:
    """Return where each actor is named or meant: start, end, form."""
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for start, end, actor, form in sorted(set(scene.spans)):
        if scene.actor[start] == actor:
            spans.setdefault(actor, []).append((start, end, form))
    return spans


def in_passing(scene: Scene, cast: Mapping[str, Actor], speakers: set[str]) -> frozenset[str]:
    """Return the parties of a cast that a text only names in passing.

    Parameters
    ----------
    scene : Scene
        The resolved text.
    cast : mapping of str to Actor
        What `cast` returned for it.
    speakers : set of str
        Ids of those who are said to say something.
    """
    places = _places(scene)
    return frozenset(
        actor
        for actor, known in cast.items()
        if known.role == "party" and not _stands_out(scene, actor, places[actor], speakers)
    )


def told_apart(cast: Mapping[str, Actor], passing: frozenset[str]) -> Iterable[Actor]:
    """Return the actors of a cast, those named in passing with the role of a bystander."""
    for actor in cast.values():
        yield replace(actor, role="bystander") if actor.id in passing else actor


def _stands_out(
    scene: Scene, actor: str, places: list[tuple[int, int, str]], speakers: set[str]
) -> bool:
    """Say whether a party acts or is acted upon, by how the text uses its name."""
    told = [_top(scene, start) for start, _, form in places if form not in _WEAK_FORMS]
    if scene.kind_of(actor) == "group" or actor in _UNNAMED:
        deeds = sum(_deed(scene, i) for i in told if scene.form[i] != "pronoun")
        return deeds >= (1 if actor.startswith("pro_") else _OFTEN)
    if actor in speakers:
        return True
    if scene.kind_of(actor) == "region":
        return sum(_of_its_own(scene, i) for i in told if not scene.place[i]) >= _TWICE
    if scene.kind_of(actor) in _BODIES:
        return len(places) > 1 or any(_turned_to(scene, i) or _involved(scene, i) for i in told)
    if actor in _PEOPLES and not any(form in {"name", "capital", "seat"} for _, _, form in places):
        return False
    return len(places) >= _OFTEN or any(_involved(scene, i) for i in told)


def _of_its_own(scene: Scene, i: int) -> bool:
    """Say whether a land acts, is met or has its own government here: "Crimea's parliament"."""
    dep, above = scene.deps[i], scene.heads[i]
    if dep in _HOLDING:
        return _own_or_act(scene, i, above)
    if dep == "pobj":
        return scene.lowers[above] in {"by", "with", "against", "between"}
    return dep in {"nsubj", "nsubjpass"} or scene.form[i] in {"noun", "person"}


def _deed(scene: Scene, i: int) -> bool:
    """Say whether a name is the subject, the agent or the object of a verb."""
    prep = scene.heads[i]
    return scene.deps[i] in _DEEDS or (
        scene.deps[i] == "pobj" and scene.lowers[prep] in {"by", "against", "with"}
    )


def _involved(scene: Scene, i: int) -> bool:
    """Say whether one mention has its actor do, say or suffer something."""
    if scene.place[i]:
        return False
    for _ in range(4):
        listed = scene.deps[i] == "appos" and scene.form[scene.heads[i]] == "name"
        if scene.deps[i] != "conj" and not listed:  # "the Emirates, Bahrain and Egypt"
            break
        i = scene.heads[i]
    dep, above = scene.deps[i], scene.heads[i]
    if dep in _HOLDING:
        return _own_or_act(scene, i, above)
    if dep == "pobj":
        if scene.lowers[above] == "of":
            noun = scene.heads[above]
            return scene.lowers[noun] in _TOGETHER or _own_or_act(scene, i, noun)
        return scene.lowers[above] in _TOWARDS and not _on_the_way(scene, above)
    if dep == "dobj":
        return scene.doc[above].lemma_ not in _HAVING
    return dep != "appos"


def _turned_to(scene: Scene, i: int) -> bool:
    """Say whether a body, which is no place to travel to, is asked, joined or is an owner."""
    for _ in range(3):
        if scene.deps[i] != "appos" or scene.actor[scene.heads[i]] not in {None, scene.actor[i]}:
            break
        i = scene.heads[i]  # "the new masters, the Front, have no air force"
    dep, above = scene.deps[i], scene.heads[i]
    if dep == "pobj":
        word = scene.lowers[above]
        held = word == "of" and scene.doc[scene.heads[above]].lemma_.lower() in _HELD
        return held or word in _TOWARDS or word in {"by", "to", "with", "before"}
    return dep in {"nsubj", "nsubjpass", "poss", "dative"}


def _on_the_way(scene: Scene, prep: int) -> bool:
    """Say whether a name is where somebody comes from or goes: "left for Mauritius", "from Athens"."""
    if scene.lowers[prep] not in {"from", "for", "to", "into", "towards", "toward"}:
        return False
    return scene.doc[scene.heads[prep]].lemma_.lower() in _TRAVEL


def _own_or_act(scene: Scene, i: int, noun: int) -> bool:
    """Say whether a noun is a state's own or an act: "French troops", "the invasion of Ukraine"."""
    lower, words = scene.lowers[noun], scene.gazetteer.words
    if scene.parts[noun] == "ADJ":
        return True  # a parser's slip: "The British, anxious for peace, urged"
    if scene.deps[i] == "amod" and any(scene.tags[c] == "PRP$" for c in scene.children(noun)):
        return False  # "its Russian destroyers"
    if scene.actor[noun] is not None and scene.actor[noun] == scene.actor[i]:
        return True
    lemma = scene.doc[noun].lemma_.lower()
    if lexicon().nouns.get(lemma) is not None or lower in words["state"] or lower in words["title"]:
        return scene.texts[noun][:1].islower()
    return False


def _takes_part(scene: Scene, actor: str, places: list[tuple[int, int, str]]) -> bool:
    told = [
        start
        for start, _, form in places
        if not scene.place[start] and form not in _WEAK_FORMS and not _of_a_source(scene, start)
    ]
    kind = scene.kind_of(actor)
    told = [_top(scene, i) for i in told]
    if kind == "region":
        return bool(told)
    if kind == "group" or actor in LOOSE:
        return len(told) > 1 or any(scene.deps[i] in _ACTING for i in told)
    if actor == "germany" and all(form == "capital" for _, _, form in places):
        return "soviet_union" not in {other for _, _, other, _ in scene.spans}
    return bool(told) or len(places) > 1


def _top(scene: Scene, i: int) -> int:
    """Return the head of the name that a token begins: "League" of "Arab League"."""
    actor = scene.actor[i]
    for _ in range(6):
        above = scene.heads[i]
        inside = scene.deps[i] in {"compound", "pobj", "prep", "amod", "nmod"}
        if not inside or scene.actor[above] != actor or above == i:
            break
        i = above
    return i


def _of_a_source(scene: Scene, i: int) -> bool:
    """Say whether a name only tells where a source is from: "Western diplomats", "Rome's Institute"."""
    if (
        scene.deps[i] == "poss"
        and scene.texts[scene.heads[i]] in scene.gazetteer.words["institute"]
    ):
        return True
    return scene.deps[i] in {"amod", "compound", "poss"} and (
        scene.actor[scene.heads[i]] in scene.sources
    )
