"""Parties, militias and movements that no list knows, told by their names.

"The White Army", "the Free Aceh Movement" and "the Kuomintang, the main
opposition party" act for themselves, though the lexicon hasn't got them.
"""

from detente.read.text.wordlists import listed
from detente.read.who.actors import slug
from detente.read.who.mentions import Scene

_KINDS = {
    "armed_group": listed("groups", "names_of_armed_groups"),
    "party": listed("groups", "names_of_parties"),
}
_NOUNS = listed("groups", "nouns_of_armed_groups") | listed("groups", "nouns_of_parties")
_NAMED_BY_ONE = frozenset({"Party", "League", "Bloc", "Alliance", "Federation", "Confederation"})
_JOINTS = frozenset({"for", "of", "the", "in", "and", "to"})
_LONG = 9
_UNITS = frozenset({"Army", "Armies", "Brigade", "Brigades", "Guard", "Guards", "Legion", "Corps"})
_ARMS = listed("groups", "arms")
_NUMBERED = listed("groups", "numbered")


def name_groups(scene: Scene) -> None:
    """Find names of groups, and take each as an actor under its own name."""
    for i, text in enumerate(scene.texts):
        kind = next((kind for kind, words in _KINDS.items() if text in words), None)
        if kind is None or scene.actor[i] is not None:
            continue
        start = i
        while start > 0 and i - start < 4 and _goes_with(scene, start - 1):  # noqa: PLR2004 - a short reach, plain where it stands
            start -= 1
        words = scene.texts[start:i]
        if not words or any(scene.actor[j] for j in range(start, i)):
            continue
        if start > 0 and scene.texts[start - 1][:1].isdigit():
            continue  # "the 16th Parachute Brigade" is a unit of some army
        if (
            words[-1].lower() in _NUMBERED
            or (text in _UNITS and words[-1].lower() in _ARMS)
            or (
                kind == "party" and text not in _NAMED_BY_ONE and len(words) < 2  # noqa: PLR2004 - "Coastal League"
            )
        ):
            continue
        _take(scene, start, _tail(scene, i + 1), kind)
    _acronyms(scene)


def _tail(scene: Scene, end: int) -> int:
    """Return where a name ends that goes on: "the Popular Front for the Liberation of Palestine"."""
    i = last = end
    while i < min(end + _LONG, len(scene.texts)):
        if scene.texts[i][:1].isupper() and scene.texts[i].isalpha() and last < i:
            last = i + 1
        elif scene.lowers[i] not in _JOINTS and not (scene.texts[i][:1].isupper() and last == i):
            break
        elif scene.texts[i][:1].isupper():
            last = i + 1
        if i == end and scene.lowers[i] not in {"for", "of", "in"}:
            return end
        i += 1
    return last if last - end > 1 else end


def _acronyms(scene: Scene) -> None:
    """Let letters in brackets behind a group's name stand for it from there on: "(MNLA)"."""
    for start, end, actor, form in list(scene.spans):
        if form != "name" or end - start < 2 or end + 2 >= len(scene.texts):  # noqa: PLR2004 - a name of one word has no letters
            continue
        short = scene.texts[end + 1]
        if scene.texts[end] != "(" or scene.texts[end + 2] != ")":
            continue
        if not (short.isupper() and 1 < len(short) < _LONG) or scene.actor[end + 1] is not None:
            continue
        for i, text in enumerate(scene.texts):
            if text == short and scene.actor[i] is None:
                scene.take(i, i + 1, actor, "name")


def acts_for_itself(scene: Scene, start: int, end: int) -> bool:
    """Say whether the words beside a name call it a party or a group."""
    near = {scene.lowers[j] for j in range(end, min(end + 8, len(scene.texts)))}
    if not (end < len(scene.texts) and scene.texts[end] == ","):
        near = set()
    near |= {scene.lowers[j] for j in range(max(start - 2, 0), start)}
    return bool(near & _NOUNS)


def _goes_with(scene: Scene, i: int) -> bool:
    text = scene.texts[i]
    return (
        scene.parts[i] in {"PROPN", "ADJ", "NOUN"}
        and text[:1].isupper()
        and text.isalpha()
        and not (scene.doc[i].is_sent_start and scene.parts[i] != "PROPN")
    )


def _take(scene: Scene, start: int, end: int, kind: str) -> None:
    first, last = scene.doc[start], scene.doc[end - 1]
    name = scene.document.text[first.idx : last.idx + len(last.text)]
    actor = slug(name)
    scene.names.setdefault(actor, " ".join(name.split()))
    scene.kinds.setdefault(actor, kind)
    scene.take(start, end, actor, "name")
