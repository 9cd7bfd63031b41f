"""Organs of a state that a text names without it: the Senate, the general staff.

Some are those of few states, and are taken for the one of these that was named
last; the others are of the state that the sentence is most likely about.
"""

from detente.read.text.wordlists import listed
from detente.read.who.likely_states import likely_state, seated_in
from detente.read.who.mentions import Scene
from detente.read.who.owners import owner_of

_OWNED = listed("organs", "owned")
BODIES = {"court": frozenset({"court", "tribunal"}), "council": frozenset({"council"})}
_OF_BODIES = listed("organs", "of_bodies")
_NEAR = 2  # sentences
_SECURITY = ["the", "national", "security"]
_RULING = listed("organs", "ruling_council")
_TWO = frozenset(
    f"{first} {noun}"
    for noun in (
        "staff",
        "command",
        "guard",
        "guards",
        "force",
        "forces",
        "court",
        "council",
        "commission",
    )
    for first in listed("organs", noun)
)


def name_organs(scene: Scene) -> None:
    """Find organs that nothing beside them gives to a state, and take each for its state."""
    for i, lower in enumerate(scene.lowers):
        if scene.actor[i] is not None or scene.parts[i] not in {"NOUN", "PROPN"}:
            continue
        few = scene.gazetteer.organs.get(scene.texts[i])
        if lower in _OWNED and (owner := owner_of(scene, i) or _behind(scene, i)) is not None:
            state = None if owner in scene.sources else owner
        elif few is not None:
            state = _behind(scene, i) or _one_of(scene, i, few)
        elif _of_a_body(scene, i, lower):
            state = _body_near(scene, i)
        elif _two(scene, i, lower):
            state = _same_before(scene, i, lower) or _behind(scene, i) or _beside(scene, i)
            state = state or likely_state(scene, i)
        else:
            continue
        if state is not None:
            scene.take(i, i + 1, state, "noun")


def _one_of(scene: Scene, i: int, states: tuple[str, ...]) -> str | None:
    """Return the state of these that is seated here, or was named last before a word, or at all."""
    if i + 1 < len(scene.texts) and scene.texts[i + 1][:1].isupper():
        return None  # "House Speaker", "Treasury Department"
    if scene.lowers[i + 1 : i + 2] == ["of"] or scene.lowers[i - 1 : i] != ["the"]:
        return None
    seated = seated_in(scene, i)
    if seated in states:
        return seated
    named = [(start, actor) for start, _, actor, _ in scene.spans if actor in states]
    before = [pair for pair in named if pair[0] < i]
    return max(before)[1] if before else min(named, default=(0, None))[1]


def _two(scene: Scene, i: int, lower: str) -> bool:
    """Say whether a word ends the name of an organ: "the general staff", "the National Security Council"."""
    if scene.lowers[max(i - 3, 0) : i] == _SECURITY and lower == "council":
        return scene.actor[i - 1] is None
    if scene.texts[i] == "Council" and scene.lowers[i - 1] in _RULING:
        return scene.actor[i - 1] is None  # "the Revolutionary Command Council"
    return (
        i > 1
        and scene.lowers[i - 2] == "the"
        and f"{scene.lowers[i - 1]} {lower}" in _TWO
        and scene.actor[i - 1] is None
        and scene.lowers[i + 1 : i + 2] != ["of"]
    )


def _of_a_body(scene: Scene, i: int, lower: str) -> bool:
    """Say whether a noun is of some body of states: "member states", "foreign ministers agreed"."""
    if scene.tags[i] != "NNS" or owner_of(scene, i) is not None:
        return False
    before = [scene.lowers[c] for c in scene.children(i) if c < i]
    if not {"its", "their", "his", "'s", "two", "both", "own", "party", "family"}.isdisjoint(
        before
    ):
        return False
    if any(scene.lowers[c] in {"of", "from"} for c in scene.children(i)):
        return False
    if lower == "ministers":
        return before == ["foreign"] and scene.deps[i] != "poss"
    return lower in _OF_BODIES or (lower in {"states", "countries"} and "member" in before)


def _body_near(scene: Scene, i: int) -> str | None:
    """Return the body of states named last, in a noun's sentence or the two before."""
    named = (
        (start, actor)
        for start, _, actor, form in scene.spans
        if start < i
        and form in {"name", "noun"}
        and scene.sentence[start] >= scene.sentence[i] - _NEAR
        and scene.kind_of(actor) in {"institution", "bloc"}
    )
    return max(named, default=(0, None))[1]


def _behind(scene: Scene, i: int) -> str | None:
    """Return the state in whose capital an organ sits: "the general staff in Paris"."""
    at = scene.lowers[i + 1 : i + 2] in (["in"], ["at"])
    return scene.actor[i + 2] if at and scene.form[i + 2 : i + 3] == ["capital"] else None


def _beside(scene: Scene, i: int) -> str | None:
    """Return whose an organ is that is another name: "Chad's new rulers, the Ruling Council"."""
    first = scene.doc[i].left_edge.i
    if scene.deps[i] != "appos" or first < 2 or scene.texts[first - 1] != ",":  # noqa: PLR2004 - a noun and its comma
        return None
    other = first - 2  # the parser may hang it on a noun further up
    return scene.actor[other] if scene.form[other] == "noun" else owner_of(scene, other)


def _same_before(scene: Scene, i: int, lower: str) -> str | None:
    """Return whose the same organ was before."""
    for j in range(i - 1, 0, -1):
        if (
            scene.lowers[j] == lower
            and scene.lowers[j - 1] == scene.lowers[i - 1]
            and scene.form[j] == "noun"
        ):
            return scene.actor[j]
    return None


def body_before(scene: Scene, i: int, words: frozenset[str]) -> str | None:
    """Return the body of states named last by one of some nouns: no fund is "the court"."""
    named = (
        (start, actor)
        for start, end, actor, _ in scene.spans
        if start < i
        and scene.kind_of(actor) in {"institution", "bloc"}
        and not words.isdisjoint(scene.lowers[start:end])
    )
    own = words & {"council"}  # of courts a state has several
    organs = (
        (j, scene.actor[j]) for j in range(i) if scene.lowers[j] in own and _is_organ(scene, j)
    )
    return max((*named, *organs), key=lambda pair: pair[0], default=(0, None))[1]


def _is_organ(scene: Scene, i: int) -> bool:
    """Say whether a word ends the name of a state's own council: "the Ruling Council"."""
    return scene.form[i] == "noun" and scene.texts[i][:1].isupper() and scene.actor[i] is not None
