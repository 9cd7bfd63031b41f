"""What speaks for each state where a government, an army or an office has no name beside it.

"Lima closed its ports. On Friday the government said": Peru is the subject of the sentence
before, in its paragraph, by its capital. Each state that a text names has such signs, and how
much of each; `who.likely_states` weighs them.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from itertools import chain

from detente.read.who.mentions import Scene

_NAMING = frozenset({"name", "demonym", "capital", "seat", "person"})
_HOLDING = frozenset({"compound", "poss", "amod", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FEW = 3  # mentions that are added to a text's, so that a share of few says little
_HEADING = 9  # words of a heading at most


def signs(scene: Scene, place: int, taken: Container[str] = ()) -> Mapping[str, dict[str, float]]:
    """Return what speaks for each state that a text names, those in `taken` left out.

    Parameters
    ----------
    scene : Scene
        With states named.
    place : int
        The token of a noun without a name, such as "government".
    taken : container of str
        States that the noun can't be of.

    Returns
    -------
    mapping of str to dict
        For each state its signs by name, and how much of each.
    """
    named = states_named(scene, 0, len(scene.texts))
    whole = named.total() + _FEW
    found = {state: {"share of text": n / whole} for state, n in named.items()}
    found = {state: found[state] for state in sorted(found) if state not in taken}
    if not found:
        return found
    first = paragraph(scene, place)
    before = {actor for actor in scene.actor[:place] if actor}
    for state, seen in found.items():
        if state not in before and state != scene.dateline:
            seen["not yet named"] = 1.0
    subjects = chain(
        subject_states(scene, place, main=True), subject_states(scene, place, main=False)
    )
    told: dict[str, set[str | None]] = {
        "dateline": {scene.dateline},
        "heading": {_in_heading(scene, first)},
        "headline": set(_states(scene, scene.sentences[0].start, scene.sentences[0].end)),
        "last subject": {next((state for state in subjects if state in found), None)},
        "last named": {next((s for s in near_states(scene, place) if s in found), None)},
        "same noun": {_same_noun(scene, place)},
    }
    told |= _around(scene, place)
    for sign, states in told.items():
        for known in found.keys() & states:
            found[known][sign] = 1.0
    leading = _leading(scene, first, place)
    for state in leading.keys() & found.keys():
        found[state]["share of subjects"] = leading[state] / (leading.total() + 1)
    return found


def states_named(scene: Scene, first: int, stop: int) -> Counter[str]:
    """Return how often some tokens name each state."""
    return Counter(
        actor
        for i in range(first, stop)
        if (actor := scene.actor[i]) and scene.form[i] in _NAMING and is_state(scene, actor)
    )


def paragraph(scene: Scene, place: int) -> int:
    """Return the first token of the paragraph that a token stands in."""
    start = scene.text.rfind("\n", 0, scene.offsets[place]) + 1
    while place and scene.offsets[place - 1] >= start:
        place -= 1
    return place


def is_state(scene: Scene, actor: str) -> bool:
    """Say whether an actor is a state or a land within one."""
    return scene.kind_of(actor) in {"state", "region"}


def subject_states(scene: Scene, place: int, *, main: bool) -> Iterator[str]:
    """Yield the states that are subjects in the sentence of a place or the two before, the last first."""
    sentence = scene.sentence[place]
    for i in range(place - 1, -1, -1):
        if scene.sentence[i] < sentence - 2:
            break
        actor = scene.actor[i]
        if not actor or scene.place[i] or scene.form[i] in {"leaning", "held", "media"}:
            continue
        if not is_state(scene, actor):
            continue
        head = _whole(scene, i)
        if scene.deps[head] in _SUBJECTS and (
            not main or scene.deps[scene.heads[head]] in {"ROOT", "conj", "ccomp"}
        ):
            yield actor


def near_states(scene: Scene, place: int) -> Iterator[str]:
    """Yield the states named before a place, in its sentence or the two before, the last first."""
    sentence = scene.sentence[place]
    for i in range(place - 1, -1, -1):
        if scene.sentence[i] < sentence - 2:
            break
        actor = scene.actor[i]
        told = scene.form[i] not in {"leaning", "held"} and not scene.place[i]
        if actor and told and is_state(scene, actor):
            yield actor


def _states(scene: Scene, first: int, stop: int) -> Iterator[str]:
    for i in range(first, stop):
        actor = scene.actor[i]
        if actor and is_state(scene, actor):
            yield actor


def _whole(scene: Scene, i: int) -> int:
    """Return the noun that a name stands before: "government" in "the Danish government"."""
    while scene.deps[i] in _HOLDING and scene.heads[i] != i:
        i = scene.heads[i]
    return i


def _around(scene: Scene, place: int) -> dict[str, set[str | None]]:
    """Return the states named before a place in its sentence, and by a capital in the one before."""
    found: dict[str, set[str | None]] = {"same sentence": set(), "capital before": set()}
    found["set in"] = set()
    sentence = scene.sentence[place]
    for i in range(place - 1, -1, -1):
        if scene.sentence[i] < sentence - 1:
            break
        actor = scene.actor[i]
        if actor and is_state(scene, actor):
            if scene.sentence[i] == sentence:
                found["same sentence"].add(actor)
                if opening(scene, i):
                    found["set in"].add(actor)
            elif scene.form[i] == "capital":
                found["capital before"].add(actor)
    return found


def opening(scene: Scene, i: int) -> bool:
    """Say whether a name is the scene that its sentence opens with: "In Peru the army"."""
    prep = scene.heads[i]
    inside = scene.deps[i] == "pobj" and scene.lowers[prep] in {"in", "inside", "within"}
    return inside and (prep == 0 or scene.sentence[prep - 1] != scene.sentence[i])


def _leading(scene: Scene, first: int, place: int) -> Counter[str]:
    """Return how often each state is a subject in the paragraph before a place."""
    return Counter(
        actor
        for i in range(first, place)
        if (actor := scene.actor[i]) and not scene.place[i] and is_state(scene, actor)
        if scene.deps[_whole(scene, i)] in _SUBJECTS
    )


def _same_noun(scene: Scene, place: int) -> str | None:
    """Return the state that the same noun was of when it was used last."""
    for i in range(place - 1, -1, -1):
        if scene.lowers[i] == scene.lowers[place] and scene.form[i] == "noun":
            actor = scene.actor[i]
            if actor and is_state(scene, actor):
                return actor
    return None


def _in_heading(scene: Scene, first: int) -> str | None:
    """Return the one state that the last heading before a paragraph names: "Chad's options"."""
    text, end = scene.text, scene.offsets[first]
    line, start = "", end
    while not (line and line[-1] not in '.!:"' and len(line.split()) <= _HEADING):
        end = text.rfind("\n", 0, start)
        if end < 0:
            return None
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
    named = {
        actor
        for i in range(first - 1, -1, -1)
        if start <= scene.offsets[i] < end
        if (actor := scene.actor[i]) and is_state(scene, actor)
    }
    return named.pop() if len(named) == 1 else None
