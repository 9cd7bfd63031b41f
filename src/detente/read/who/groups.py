"""Parties, militias and movements that no list knows, told by their names.

"The White Army", "the Free Aceh Movement" and "the Rwanda National Congress"
act for themselves, though the lexicon hasn't got them. Some heads are a state's
as often ("Forces", "Council"): these need a word of their cause beside them.
"""

from collections.abc import Sequence

from detente.read.text.wordlists import listed
from detente.read.who.actors import slug
from detente.read.who.mentions import Scene
from detente.read.who.numbered import with_number

_KINDS = {
    "armed_group": listed("groups", "names_of_armed_groups"),
    "party": listed("groups", "names_of_parties"),
}
_BODIES = listed("groups", "names_of_bodies")
_KIND_OF = {
    **{word: kind for kind, words in reversed(_KINDS.items()) for word in words},
    **dict.fromkeys(_BODIES, "armed_group"),
}
_CAUSES = listed("groups", "causes")
_WITH_STATES = listed("groups", "names_with_states")
_SERVICES = listed("groups", "services")
_COMMON = listed("newcomers", "common") | listed("groups", "of_the_world")
_NOUNS = listed("groups", "nouns_of_armed_groups") | listed("groups", "nouns_of_parties")
_NAMED_BY_ONE = frozenset({"Party", "League", "Bloc", "Alliance", "Federation", "Confederation"})
_UNIONS = _NAMED_BY_ONE - {"Party"} | {
    "Union",
    "Community",
    "Organisation",
    "Organization",
    "Council",
}
_MEMBERS = frozenset({"States", "Nations", "Countries", "Republics", "Peoples"})
_JOINTS = frozenset({"for", "of", "the", "in", "and", "to"})
_OWNED = frozenset({"People", "Peoples", "Workers", "Worker", "Peasants", "Citizens", "Women"})
_MARKS = frozenset({"'s", "'", "-"})
_LONG = 9
_UNITS = frozenset({"Army", "Armies", "Brigade", "Brigades", "Guard", "Guards", "Legion", "Corps"})
_ARMS = listed("groups", "arms")
_NUMBERED = listed("groups", "numbered")
_RULING = frozenset({"Command", "Council", "Committee", "Assembly", "Bureau"})


def name_groups(scene: Scene) -> None:
    """Find names of groups, and take each as an actor under its own name."""
    for i, text in enumerate(scene.texts):
        kind = "bloc" if _of_states(scene, i) else _kind(text)
        if kind is None or (scene.actor[i] is not None and scene.form[i] != "seat"):
            continue
        capital = _beginning(scene, i)
        end = _tail(scene, i + 1)
        start = with_number(scene, capital, i)
        if (
            kind != "bloc"
            and start == capital
            and not (_head_first(scene, i, end) if start == i else _is_group(scene, start, i, kind))
        ):
            continue
        known = _known(scene, start, end)
        if known is None:
            take_group(scene, start, end, kind)
        else:
            scene.take(start + 1, end, known, "name")
    _acronyms(scene)


def _of_states(scene: Scene, i: int) -> bool:
    """Say whether a name begins that is of a body of states: "the League of Western States"."""
    if scene.texts[i] not in _UNIONS or scene.lowers[i + 1 : i + 2] != ["of"]:
        return False
    end = _tail(scene, i + 1)
    return end > i + 2 and scene.texts[end - 1] in _MEMBERS


def kind_of_name(texts: Sequence[str]) -> str | None:
    """Return what the words of a name call it: ``party``, ``armed_group``; None for other bodies."""
    kinds = (kind for text in texts for kind, words in _KINDS.items() if text in words)
    return next(kinds, None)


def _known(scene: Scene, start: int, end: int) -> str | None:
    """Return the listed group in a name with its people before it: "the Algerian National Liberation Front"."""
    if scene.form[start] != "demonym":
        return None
    named = scene.gazetteer.named(" ".join(scene.texts[start + 1 : end]))
    return named[0][0] if named else None


def _kind(text: str) -> str | None:
    return _KIND_OF.get(text)


def _beginning(scene: Scene, i: int) -> int:
    """Return where a name begins that ends at token `i`: "the People's Liberation Front"."""
    start = i
    while start > 0 and i - start < _LONG:
        if _goes_with(scene, start - 1) or (start < i and _mark(scene, start - 1)):
            start -= 1
        elif start < i and _coupled(scene, start - 1):
            start -= 2
        else:
            break
    while start < i and scene.texts[start] in _MARKS:
        start += 1
    return start


def _coupled(scene: Scene, i: int) -> bool:
    """Say whether "and" stands within a name: "the Justice and Equality Movement"."""
    return (
        i > 1
        and scene.lowers[i] == "and"
        and scene.lowers[i - 2] == "the"
        and scene.actor[i - 1] is None
        and _goes_with(scene, i - 1)
    )


def _mark(scene: Scene, i: int) -> bool:
    """Say whether a mark stands within a name: "People's", "Pan-Africanist"."""
    if i == 0 or scene.texts[i] not in _MARKS:
        return False
    before = scene.texts[i - 1]
    return before[:1].isupper() and (scene.texts[i] == "-" or before in _OWNED)


def _head_first(scene: Scene, i: int, end: int) -> bool:
    """Say whether a name begins with its head: "the Front for the Liberation of the Congo"."""
    behind = scene.texts[i + 1 : end]
    return (
        i > 0
        and scene.lowers[i - 1] == "the"
        and behind[:1] == ["for"]
        and not _CAUSES.isdisjoint(behind)
    )


def _is_group(scene: Scene, start: int, i: int, kind: str) -> bool:
    """Say whether a stretch of capitals with such a head is a group's name."""
    head, words = scene.texts[i], scene.texts[start:i]
    if start > 0 and scene.texts[start - 1][:1].isdigit():
        return False  # "the 16th Parachute Brigade" is a unit of some army
    if scene.texts[i + 1 : i + 2] and scene.texts[i + 1] in _BODIES:
        return False  # "the Revolutionary Command Council"
    behind = scene.texts[i + 1 : _tail(scene, i + 1)]
    cause = not _CAUSES.isdisjoint((*words, *behind))
    known = [j for j in range(start, i) if scene.actor[j] is not None]
    if known and not _called_after_state(scene, start, i, known):
        return False
    last = words[-1].lower()
    if head in _BODIES:
        called = head.startswith("Organi") and not known and last not in _COMMON  # "Badr"
        return (cause and last not in _SERVICES and (head not in _RULING or bool(behind))) or called
    if last in _NUMBERED or (head in _UNITS and last in _ARMS):
        return bool(known) and head not in _UNITS
    return kind != "party" or head in _NAMED_BY_ONE or len(words) > 1 or bool(behind)


def _called_after_state(scene: Scene, start: int, i: int, known: list[int]) -> bool:
    """Say whether a group's name may have that of a state: "the Rwanda National Congress"."""
    if scene.texts[i] not in _WITH_STATES or scene.texts[i - 1].lower() in _SERVICES:
        return False
    named = {scene.form[j] for j in known}
    if not named <= {"name", "demonym"} or known[-1] - start >= len(known):
        return False
    others = [text for text in scene.texts[known[-1] + 1 : i] if text.isalpha()]
    if not others:  # "Lesotho Congress for Democracy", not "the Soviet Union"
        follows = scene.lowers[i + 1 : i + 2] == ["for"]
        return follows and scene.texts[i] in {"Congress", "Movement", "Alliance", "Union"}
    own = not _CAUSES.isdisjoint(others) or "National" in others
    return own or (named == {"name"} and scene.texts[i] == "Party")


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
        if scene.lowers[i] == "of" and scene.entities[i + 1 : i + 2] == ["PERSON"]:
            break  # "the Vanuaaku Pati of Walter Lini"
        i += 1
    return last if last - end > 1 else end


def _acronyms(scene: Scene) -> None:
    """Let letters stand for a group's name from there on: "(MNLA)", and "the RNC" without brackets."""
    for start, end, actor, form in list(scene.spans):
        if form != "name" or end - start < 2:  # noqa: PLR2004 - a name of one word has no letters
            continue
        behind = scene.texts[end : end + 3]
        letters = behind[1] if len(behind) > 2 and behind[::2] == ["(", ")"] else ""  # noqa: PLR2004 - the brackets and what's in them
        if not (letters.isupper() and 1 < len(letters) < _LONG):
            if actor not in scene.names:
                continue
            initials = [text[0] for text in scene.texts[start:end] if text[:1].isupper()]
            letters = "".join(initials)
            if len(letters) < 3:  # noqa: PLR2004 - two letters may be anything's
                continue
        for i, text in enumerate(scene.texts):
            if text == letters and scene.actor[i] is None:
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
        scene.parts[i] in {"PROPN", "ADJ", "NOUN", "VERB"}
        and text[:1].isupper()
        and text.isalpha()
        and not (scene.doc[i].is_sent_start and scene.parts[i] != "PROPN")
    )


def take_group(scene: Scene, start: int, end: int, kind: str) -> str:
    """Take a stretch of a text as the name of a group, and return its id."""
    first, last = scene.doc[start], scene.doc[end - 1]
    name = " ".join(scene.document.text[first.idx : last.idx + len(last.text)].split())
    actor = slug(name.replace("'s", "s").replace("’s", "s"))
    known = scene.gazetteer.names
    if actor not in known:
        scene.names.setdefault(actor, name)
        scene.kinds.setdefault(actor, kind)
    scene.retake(start, end, actor, "name")
    return actor
