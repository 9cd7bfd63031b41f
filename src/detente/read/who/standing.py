"""Who stands out in a text: parties that do or suffer something there, not bystanders named in passing.

What is named in several sentences nearly always takes part. What one sentence
names does where it acts, speaks, is met or acted upon; not where people or
things are from it, a vote is about it, or a body is only joined or left.
"""

from detente.read.text.wordlists import listed
from detente.read.text.words import lexicon
from detente.read.who.mentions import Scene
from detente.read.who.owners import LOOSE

_DEEDS = frozenset({"nsubj", "nsubjpass", "csubj", "dobj", "dative", "attr", "oprd", "ROOT"})
_HOLDING = frozenset({"compound", "amod", "poss", "nmod"})
_WEAK_FORMS = frozenset({"leaning"})
_HAVING = frozenset({"have", "include", "resemble", "contain", "recall", "remember", "mention"})
_TOWARDS = listed("cast", "towards")
_ABOUT = frozenset({"on", "for", "from"})  # what a noun may only be about, for or from
_TOGETHER = listed("cast", "together")
_PEOPLES = frozenset({"palestine", "kurds"})  # of whom others speak for a part
_JOINED = listed("cast", "joined")
_BODIES = frozenset({"bloc", "institution", "armed_group"})  # no place is called after them
_TRAVEL = listed("cast", "travel")
_HELD = frozenset({"position", "base", "camp", "stronghold", "leader", "fighter", "member"})
_BORN = frozenset({"people"})
_NO_BLOW = frozenset({"CONSULT", "AGREE", "NONE", None})
_NAMED = frozenset({"name", "capital", "seat", "person"})
_OFTEN, _TWICE = 3, 2
UNNAMED = LOOSE - {"arab_league"} | {"allies", "arab_states", "international_community"}
"""Actors that are no body with a name of its own."""


def top(scene: Scene, i: int) -> int:
    """Return the head of the name that a token begins: "League" of "Arab League"."""
    actor = scene.actor[i]
    for _ in range(6):
        above = scene.heads[i]
        inside = scene.deps[i] in {"compound", "pobj", "prep", "amod", "nmod"}
        if not inside or scene.actor[above] != actor or above == i:
            break
        i = above
    return i


def stands_out(
    scene: Scene, actor: str, places: list[tuple[int, int, str]], speakers: set[str]
) -> bool:
    """Say whether a party acts or is acted upon, by how the text uses its name.

    Parameters
    ----------
    scene : Scene
        The resolved text.
    actor : str
        The party's id.
    places : list of (int, int, str)
        Where it is named or meant: first token, the one after the last, form.
    speakers : set of str
        Ids of those who are said to say something.
    """
    places = [place for place in places if not _guessed(scene, place)]
    told = [top(scene, start) for start, _, form in places if form not in _WEAK_FORMS]
    kind = scene.kind_of(actor)
    if actor in scene.bands:
        return True
    if kind == "group" or actor in UNNAMED:
        deeds = {i for i in told if scene.form[i] != "pronoun" and _deed(scene, i)}
        return len(deeds) >= (1 if actor.startswith("pro_") else _OFTEN)
    if actor in speakers:
        return True
    named = any(form in _NAMED for _, _, form in places)
    several = len({scene.sentence[start] for start, _, _ in places}) > 1
    if _little_known(scene, actor, kind):
        found = several and any(_deed(scene, i) for i in told)
    elif kind == "company":
        found = any(_deed(scene, i) and (several or _does(scene, i)) for i in told)
    elif kind == "region":
        found = sum(_of_its_own(scene, i) for i in told if not scene.place[i]) >= _TWICE
    elif kind in _BODIES:
        met = [i for i in told if named and not _membership(scene, i)]
        found = several or any(_turned_to(scene, i) or _involved(scene, i) for i in met)
    elif _of_a_people(scene, actor, places):
        found = False
    else:
        found = len(places) >= _OFTEN or any(_involved(scene, i) for i in told)
    return found


def _little_known(scene: Scene, actor: str, kind: str) -> bool:
    """Say whether a group is one state's own affair, or one that no list knows."""
    if kind == "party" or scene.name_of(actor).endswith(" Party"):
        return True
    return kind in {"armed_group", "organisation", "company"} and actor in scene.names


def _guessed(scene: Scene, place: tuple[int, int, str]) -> bool:
    """Say whether somebody's state is only likely, by no word of the text."""
    _, end, form = place
    return form == "person" and scene.texts[end - 1] in scene.guesses


def _of_a_people(scene: Scene, actor: str, places: list[tuple[int, int, str]]) -> bool:
    """Say whether a text only has people of a land, who live elsewhere: "ethnic Albanian rebels"."""
    if any(form in _NAMED - {"person"} for _, _, form in places):
        return False
    return actor in _PEOPLES or any(
        start and scene.lowers[start - 1] == "ethnic" for start, _, _ in places
    )


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


def _does(scene: Scene, i: int) -> bool:
    """Say whether a name is the doer: "Hyundai will build the port", not "forced down a Ryanair jet"."""
    return scene.deps[i] == "nsubj" or (
        scene.deps[i] == "pobj" and scene.lowers[scene.heads[i]] == "by"
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
        return scene.lowers[above] in _TOWARDS and not (
            _on_the_way(scene, above) or _subject_matter(scene, above)
        )
    if dep == "dobj":
        return scene.doc[above].lemma_ not in _HAVING or _inverted(scene, above)
    return dep not in {"appos", "attr"} or _cleft(scene, above)


def _membership(scene: Scene, i: int) -> bool:
    """Say whether a body is only joined, left or met within: "expelled from Comecon", "a G20 summit"."""
    dep, above = scene.deps[i], scene.heads[i]
    if dep == "pobj" and scene.lowers[above] in {"from", "into", "to", "of", "in"}:
        above = scene.heads[above]
    elif dep == "compound":
        return lexicon().nouns.get(scene.doc[above].lemma_.lower()) == "CONSULT"
    elif dep != "dobj":
        return False
    return scene.doc[above].lemma_.lower() in _JOINED


def _inverted(scene: Scene, verb: int) -> bool:
    """Say whether what looks like an object is the subject: "So have Bahrain and Russia"."""
    return any(scene.lowers[c] in {"so", "nor", "neither"} for c in scene.children(verb))


def _cleft(scene: Scene, verb: int) -> bool:
    """Say whether a clause picks out who did it: "it was Britain that refused"."""
    subject = next((c for c in scene.children(verb) if scene.deps[c] == "nsubj"), None)
    return subject is not None and scene.lowers[subject] == "it"


def _subject_matter(scene: Scene, prep: int) -> bool:
    """Say whether a noun is only about a land or from there: "votes on Ukraine", "buyers from Syria"."""
    noun = scene.heads[prep]
    if scene.lowers[prep] not in _ABOUT or scene.parts[noun] not in {"NOUN", "PROPN"}:
        return False
    event = lexicon().nouns.get(scene.doc[noun].lemma_.lower())
    if scene.lowers[prep] == "on":
        return event in _NO_BLOW
    own = scene.lowers[noun] in scene.gazetteer.words["state"] - _BORN
    return event in {None, "NONE"} and not own


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
