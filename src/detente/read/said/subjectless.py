"""Who speaks by a verb that has no subject: a noun beside it, one that the parser misplaced, an agent."""

from detente.read.grammar.slips import before_its_verb, behind_year, beside, mistaken, swallowed
from detente.read.said.tidings import after_a_name
from detente.read.text.wordlists import speech
from detente.read.who.mentions import Scene


def without_subject(scene: Scene, i: int) -> int | None:
    """Return who speaks by a verb that has no subject and shares none."""
    dep, above = scene.deps[i], scene.heads[i]
    if above == i:
        found = after_a_name(scene, i)
        return _behind_phrase(scene, i) if found is None else found
    if dep == "acl":
        return _behind_noun(scene, i, above)
    return agent(scene, i) if dep == "advcl" else None  # "Lee, criticised for his restraint, ..."


def _behind_phrase(scene: Scene, i: int) -> int | None:
    """Return the subject that the parser took into the phrase before: "On the 9th Siad announced"."""
    verb = scene.doc[i]
    taken = behind_year(verb) or mistaken(verb) or swallowed(verb) or beside(verb)
    if taken is not None:
        return taken.i
    adverb = next((c for c in scene.children(i) if c < i and scene.deps[c] == "advmod"), None)
    if adverb is not None and scene.texts[adverb] in scene.last_names:
        return adverb  # "Bely replied"
    if not i:
        return None
    name = i - 1
    while name and scene.deps[name] in {"aux", "neg", "advmod"}:
        name -= 1
    alone = scene.form[name - 1] != "person" and scene.deps[name - 1] == "compound"
    named = alone and scene.form[name] == "person"
    if named and before_its_verb(scene.doc[i], scene.doc[name]):
        return name  # "On the sidelines of the summit in Kazan Xi told"
    if scene.actor[name] and scene.parts[name] == "NOUN" and scene.deps[name] in {"dobj", "pobj"}:
        return name if scene.tags[i] in {"VBD", "VBZ"} and scene.deps[i] == "ROOT" else None
    return _behind_day(scene, i)


def _behind_day(scene: Scene, i: int) -> int | None:
    """Return the name or the noun behind a day: "On 18 August a second secretary asked"."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and child < i and scene.lowers[child] in {"on", "in"}:
            for leaf in scene.children(child):
                name = scene.deps[leaf] == "pobj" and scene.parts[leaf] == "PROPN"
                if name and leaf == i - 1 and leaf - child > 1 and scene.entities[leaf] != "DATE":
                    return leaf
                for noun in scene.children(leaf):
                    if scene.deps[noun] == "appos" and scene.entities[leaf] == "DATE":
                        return noun
    return None


def agent(scene: Scene, i: int) -> int | None:
    """Return the noun behind "by" of a passive."""
    for child in scene.children(i):
        if scene.deps[child] == "agent":
            for leaf in scene.children(child):
                if scene.deps[leaf] == "pobj":
                    return leaf
    return None


def _behind_noun(scene: Scene, i: int, noun: int) -> int | None:
    """Return who speaks by a verb that hangs on a noun: "a note demanding", "a claim denied by"."""
    if scene.tags[i] == "VBG":
        return _sender(scene, noun) if scene.lowers[noun] in speech("handed") else noun
    by = agent(scene, i)
    if scene.deps[noun] == "appos" and scene.deps[scene.heads[noun]] == "ROOT" and by is None:
        return scene.heads[noun]  # a slip: "Peru, an ally of Chile, called for"
    if by is None and scene.heads[noun] == noun and scene.texts[i - 1] == ",":
        return noun  # a slip: "The minister, Ida Holm, pressed for talks"
    if by is not None or (scene.tags[i] == "VBN" and not _says_that(scene, i)):
        return by
    root = scene.doc[i].sent.root.i
    if scene.actor[root] and root < i:
        return root
    return noun if scene.heads[noun] == noun else None  # a parser's slip: "The note called on all"


def _says_that(scene: Scene, i: int) -> bool:
    """Say whether a clause hangs on a verb, as on no passive behind a noun."""
    return any(scene.deps[c] == "ccomp" and c > i for c in scene.children(i))


def _sender(scene: Scene, noun: int) -> int:
    """Return who sends a note that demands: "Austria sent an ultimatum demanding"."""
    verb = scene.heads[noun]
    if scene.deps[noun] == "dobj" and verb != noun:
        who = next((c for c in scene.children(verb) if scene.deps[c] == "nsubj"), None)
        return noun if who is None else who
    return noun
