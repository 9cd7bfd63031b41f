"""Whose a person is of whom a text gives the last name, or an office without its state.

"Secretary Stimson" is American, since the lexicon has one Stimson whose state
the text speaks of. Somebody whose cabinet, cruisers or country the text
speaks of holds an office, whether or not it says which.
"""

from collections import Counter
from functools import cache

from detente.read.text.wordlists import listed
from detente.read.who.actors import gazetteer
from detente.read.who.mentions import Scene
from detente.read.who.naming import FAMILY_FIRST

_GOVERNED = listed("persons", "governed")
_HIS = frozenset({"his", "her"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WITH_ONES_OWN = listed("persons", "with_ones_own")
_AT_WHOM = frozenset({"to", "against", "with", "upon"})
_NUMERALS = frozenset("IVX")
_BARE = 2  # so often a state must be named for a bare surname to be of it


def by_surname(scene: Scene, last: str, *, titled: bool) -> str | None:
    """Return the one state named in a text that has listed people of this name.

    Parameters
    ----------
    scene : Scene
        With states named.
    last : str
        The last name as it stands.
    titled : bool
        Whether a title stands before it: then it's enough that the state is
        named at all.
    """
    if set(last) <= _NUMERALS:
        return None  # "Oscar II" shares no family with another second
    states = scene.gazetteer.surnames.get(last, ())
    if not states:
        return None
    named = Counter(
        actor
        for actor, form in zip(scene.actor, scene.form, strict=True)
        if actor and form != "person"
    )
    least = 1 if titled else _BARE
    here = [state for state in states if named[state] >= least]
    return max(here, key=lambda state: (named[state], state), default=None)


def namesake(scene: Scene, start: int, end: int, state: str) -> bool:
    """Say whether a full name only shares its last word with one that is listed.

    It does where the list has the last name alone or with another first name, and the
    text doesn't speak of that one's state: "Omar Metternich" is no Austrian of old.
    """
    last = scene.doc[end - 1]
    name = scene.text[scene.offsets[start] : last.idx + len(last.text)]
    if state in FAMILY_FIRST and scene.texts[start] in scene.gazetteer.surnames:
        return False
    full = _full_names().get((state, scene.texts[end - 1]), frozenset())
    if any(text in name for text in full):
        return False
    titled = scene.lowers[start] in scene.gazetteer.words["title"]
    if not full and (titled or scene.kind_of(state) != "state"):
        return False  # "Count Metternich" is named in full
    return not any(
        actor == state and form != "person"
        for actor, form in zip(scene.actor, scene.form, strict=True)
    )


@cache
def _full_names() -> dict[tuple[str, str], frozenset[str]]:
    """Return the listed names of more than one word by their state and last word."""
    found: dict[tuple[str, str], set[str]] = {}
    for entries in gazetteer().entries.values():
        for entry in entries:
            if entry.form == "person" and " " in entry.text:
                last = entry.text.rsplit(" ", 1)[-1]
                found.setdefault((entry.actor, last), set()).add(entry.text)
    return {key: frozenset(names) for key, names in found.items()}


def acted_upon(scene: Scene, last: str) -> frozenset[str]:
    """Return the states that somebody does something to, wherever a text names him: none is his.

    "Barro accused Chad", "Barro wanted to force Chad to pay": he isn't of Chad. Those
    that he rules, visits or goes back to may be his own.
    """
    found: set[str] = set()
    for i, text in enumerate(scene.texts):
        if text != last or scene.deps[i] not in _SUBJECTS:
            continue
        verbs = [scene.heads[i]]
        for verb in verbs:
            if scene.doc[verb].lemma_ in _WITH_ONES_OWN:
                continue
            for child in scene.children(verb):
                if scene.deps[child] in {"xcomp", "conj"} and scene.parts[child] == "VERB":
                    verbs.append(child)
                elif scene.deps[child] in {"dobj", "dative"}:
                    found |= _named(scene, child)
                elif scene.lowers[child] in _AT_WHOM:
                    found |= {who for leaf in scene.children(child) for who in _named(scene, leaf)}
    return frozenset(found)


def _named(scene: Scene, i: int) -> set[str]:
    """Return the state that a word names, as more than a place."""
    actor = scene.actor[i]
    named = actor and scene.form[i] in {"name", "capital"} and not scene.place[i]
    return {actor} if actor and named and scene.kind_of(actor) == "state" else set()


def governs(scene: Scene, start: int, end: int) -> bool:
    """Say whether a text gives somebody a government, an army or a country of his own.

    "Harold Wilson's government", "the cabinet of Reijiro Wakatsuki", "Matsuoka
    warned that his country ...".
    """
    n = len(scene.texts)
    if end + 1 < n and scene.lowers[end] in {"'s", "'"}:
        return any(word in _GOVERNED for word in scene.lowers[end + 1 : end + 3])
    if start > 1 and scene.lowers[start - 1] == "of" and scene.lowers[start - 2] in _GOVERNED:
        return True
    if scene.deps[end - 1] not in _SUBJECTS:
        return False
    sentence = scene.sentence[start]
    i = end
    while i + 1 < n and scene.sentence[i] == sentence:
        if scene.lowers[i] in _HIS and scene.lowers[scene.heads[i]] in _GOVERNED:
            return True
        if scene.form[i] == "person":  # somebody else, whose "his" may be
            return False
        i += 1
    return False
