"""Which state an office, a government or an army without a name is most likely of.

No single sign tells it: not the place that a report is sent from, nor who was the
subject just before. They are weighed together, and a heading that names one state
says most.
"""

from collections import Counter
from collections.abc import Container, Iterator
from itertools import chain

from detente.read.who.mentions import Scene
from detente.read.who.owners import seat_of

_SCENE, _BESIDE = 16, 4
_NAMING = frozenset({"name", "demonym", "capital", "seat", "person"})
_OFTEN = 5
_HEADING = 9  # words of a heading at most
# what each sign weighs
_SENT_FROM, _SUBJECT, _PARAGRAPH, _TEXT, _NEAREST, _TITLED = 2.0, 1.0, 0.7, 0.7, 0.5, 3.0


def likely_state(scene: Scene, place: int, taken: Container[str] = ()) -> str | None:
    """Return the state that an office or a government without a name is most likely of.

    States in `taken` are passed over: they are known to have another in the office.

    It is the state in whose capital the sentence is set; else the likeliest by the heading
    above, the dateline, the subject and the state named last just before, and by which state
    the paragraph so far and the whole text name most often.
    """
    seated = seated_in(scene, place)
    if seated is not None:
        return seated
    first = _paragraph(scene, place)
    subjects = chain(
        _subject_states(scene, place, main=True), _subject_states(scene, place, main=False)
    )
    near = _near_states(scene, place)
    signs = (
        (_SENT_FROM, scene.dateline),
        (_SUBJECT, next((state for state in subjects if state not in taken), None)),
        (_PARAGRAPH, _most_named(scene, first, place, taken)),
        (_TEXT, _most_named(scene, 0, len(scene.texts), taken)),
        (_NEAREST, next((state for state in near if state not in taken), None)),
        (_TITLED, _in_heading(scene, first)),
    )
    weights: Counter[str] = Counter()
    for weight, state in signs:
        if state is not None and state not in taken:
            weights[state] += weight  # type: ignore[assignment] # a Counter of weights
    if max(weights.values(), default=0) <= _TEXT:
        return None  # named most often in all, and nowhere near
    return max(sorted(weights), key=lambda state: weights[state])


def spoken_of_most(scene: Scene, taken: Container[str] = ()) -> str | None:
    """Return the state that a text names again and again, where nothing nearer tells whose a government is."""
    most = _most_named(scene, 0, len(scene.texts), taken)
    return most if most and scene.actor.count(most) >= _OFTEN else None


def _paragraph(scene: Scene, place: int) -> int:
    """Return the first token of the paragraph that a token stands in."""
    start = scene.text.rfind("\n", 0, scene.offsets[place]) + 1
    while place and scene.offsets[place - 1] >= start:
        place -= 1
    return place


def _most_named(scene: Scene, first: int, stop: int, taken: Container[str]) -> str | None:
    """Return the state that some tokens name most often."""
    named = Counter(
        actor
        for i in range(first, stop)
        if (actor := scene.actor[i]) and scene.form[i] in _NAMING and _is_state(scene, actor)
        if actor not in taken
    )
    return max(sorted(named), key=lambda state: named[state], default=None)


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
        if (actor := scene.actor[i]) and _is_state(scene, actor)
    }
    return named.pop() if len(named) == 1 else None


def _is_state(scene: Scene, actor: str) -> bool:
    return scene.kind_of(actor) in {"state", "region"}


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
    return next(_subject_states(scene, place, main=True), None)


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


def _subject_states(scene: Scene, place: int, *, main: bool) -> Iterator[str]:
    sentence = scene.sentence[place]
    for i in range(place - 1, -1, -1):
        if scene.sentence[i] < sentence - 2:
            break
        actor = scene.actor[i]
        if not actor or scene.place[i] or scene.form[i] in {"leaning", "held", "media"}:
            continue
        if scene.kind_of(actor) not in {"state", "region"}:
            continue
        head = i
        while (
            scene.deps[head] in {"compound", "poss", "amod", "nmod"} and scene.heads[head] != head
        ):
            head = scene.heads[head]
        if scene.deps[head] in {"nsubj", "nsubjpass"} and (
            not main or scene.deps[scene.heads[head]] in {"ROOT", "conj", "ccomp"}
        ):
            yield actor


def _near_states(scene: Scene, place: int) -> Iterator[str]:
    """Yield the states named before a place, in its sentence or the two before, the last first."""
    sentence = scene.sentence[place]
    for i in range(place - 1, -1, -1):
        if scene.sentence[i] < sentence - 2:
            break
        actor = scene.actor[i]
        if (
            actor
            and scene.form[i] not in {"leaning", "held"}
            and not scene.place[i]
            and (scene.kind_of(actor) in {"state", "region"})
        ):
            yield actor
