"""Which state an office, a government or an army without a name is most likely of.

No single sign tells it: not the place that a report is sent from, nor who was the
subject just before. They are weighed together, by weights that a regression over
read passages gave (``lexicon/likely_states.toml``).
"""

from collections.abc import Container

from detente.read.text.weights import weights
from detente.read.who.mentions import Scene
from detente.read.who.owners import seat_of
from detente.read.who.state_signs import opening, signs, states_named, subject_states

_SCENE, _BESIDE = 16, 4
_OFTEN = 5


def likely_state(scene: Scene, place: int, taken: Container[str] = ()) -> str | None:
    """Return the state that an office or a government without a name is most likely of.

    States in `taken` are passed over: they are known to have another in the office.

    It is the state in whose capital the sentence is set, or which it opens in; else the one that most speaks for,
    by how often it is named and is a subject, by the heading and the dateline, and by who is
    named just before.
    """
    seated = seated_in(scene, place) or _in_the_land(scene, place, taken)
    if seated is not None:
        return seated
    known = weights("likely_states", "state")
    chances = {
        state: sum(known[sign] * much for sign, much in seen.items())
        for state, seen in signs(scene, place, taken).items()
        if "not yet named" not in seen or "heading" in seen
    }
    return max(chances, key=chances.__getitem__, default=None)


def _in_the_land(scene: Scene, place: int, taken: Container[str]) -> str | None:
    """Return the state that a sentence opens in, right before a noun: "In Jordan the government"."""
    for i in range(place - 1, max(place - _BESIDE, -1), -1):
        state = scene.actor[i]
        if state and state not in taken and scene.kind_of(state) == "state" and opening(scene, i):
            return state
    return None


def spoken_of_most(scene: Scene, taken: Container[str] = ()) -> str | None:
    """Return the state that a text names again and again, where nothing nearer tells whose a government is."""
    named = states_named(scene, 0, len(scene.texts))
    free = [state for state in sorted(named) if state not in taken]
    most = max(free, key=named.__getitem__, default=None)
    return most if most and scene.actor.count(most) >= _OFTEN else None


def same_kind_before(scene: Scene, i: int) -> str | None:
    """Return whose the same noun with the same adjective was: "Chad's interim cabinet ... The interim cabinet"."""
    told = {scene.lowers[c] for c in scene.children(i) if scene.deps[c] == "amod" and c < i}
    for j in range(i - 1, -1, -1) if told else ():
        same = scene.lowers[j] == scene.lowers[i] and scene.form[j] == "noun"
        if same and any(scene.lowers[c] in told for c in scene.children(j)):
            return scene.actor[j]
    return None


def last_subject_state(scene: Scene, place: int) -> str | None:
    """Return the state that the text just before a place has for a main subject."""
    return next(subject_states(scene, place, main=True), None)


def seated_in(scene: Scene, place: int) -> str | None:
    """Return the state whose capital a sentence sets its scene in: "In Moscow the government ...".

    So it does where a clause tells of that place, "at odds with Moscow, where the cabinet ...",
    and where somebody writes from there: "our man in Moscow writes: the cabinet ...".
    """
    sentence = scene.sentence[place]
    for i in range(place - 1, max(place - _SCENE, -1), -1):
        if scene.sentence[i] != sentence:
            break
        prep = scene.heads[i]
        if (
            seat_of(scene, i) is not None
            and scene.form[i] != "seat"
            and scene.deps[i] == "pobj"
            and (
                "where" in scene.lowers[i + 1 : i + 3]
                or ":" in scene.texts[i + 1 : i + 3]
                or (
                    scene.lowers[prep] in {"in", "at", "from"}
                    and (place - i < _BESIDE or _opens(scene, prep))
                )
            )
        ):
            return seat_of(scene, i)
    return None


def _opens(scene: Scene, i: int) -> bool:
    """Say whether a word opens its sentence, a conjunction aside."""
    return any(
        j < 0 or scene.sentence[j] != scene.sentence[i] or scene.texts[j] == ";"
        for j in (i - 1, i - 2)
    )
