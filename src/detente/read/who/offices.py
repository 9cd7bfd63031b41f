"""Offices: what the words beside a person's name say of whom the person speaks for.

They stand before the name ("French President ..."), after it (", head of an
institute,"), or the name stands after them ("the French president, ...").
"""

import re
from collections import Counter

from detente.read.text.wordlists import listed, speech
from detente.read.who.crowned import land_behind, numeral
from detente.read.who.mentions import Scene
from detente.read.who.told_behind import leads, stands_for, studies

_LINKS = listed("persons", "links")
_ARMED = listed("persons", "armed")
PAST = frozenset(
    {
        "former",
        "ex",
        "retired",
        "onetime",
        "ex-",
        "deposed",
        "ousted",
        "overthrown",
        "toppled",
        "exiled",
        "unseated",
        "dethroned",
    }
)
_ONCE = frozenset({"once", "formerly", "previously", "later", "then", "himself", "herself"})
_REBELLIOUS = listed("groups", "rebellious")
_SENT = frozenset({"delegate"})  # an office only beside a name
_PUT_IN = frozenset({"installed", "appointed", "imposed", "named"})
_IN_CHARGE = listed("persons", "in_charge")
_LEFT, _RIGHT = 9, 22
_NO_OFFICE = listed("persons", "before_no_office")
_HINTS = ("office", "title")  # what tells less of a person than a state named beside him


def evidence(scene: Scene, start: int, end: int) -> tuple[str, str | None]:
    """Return what the words beside a name say: ``state``, ``source``, ``title`` or nothing."""
    led = _crowned(scene, start, end) or leads(scene, end) or stands_for(scene, end)
    if led is not None:
        return "state", led
    if not before(scene, start) and studies(scene, end):
        return "source", None
    hinted: dict[str, tuple[str, str | None]] = {}
    for context in (before(scene, start), after(scene, start, end), renamed(scene, start)):
        if context:
            verdict = judge(scene, context)
            if verdict[0] in _HINTS:  # "General X, head of Chad's junta"
                hinted.setdefault(verdict[0], verdict)
            elif hinted and _of_a_party(scene, verdict[1]) and _ministers(scene, start):
                continue  # "Deputy Prime Minister X, the head of the Harbour Party"
            elif verdict[0]:
                return verdict
    for hint in _HINTS:
        if hint in hinted:
            return hinted[hint]
    owner = possessed(scene, start)
    return ("state", owner) if owner and scene.entities[start] == "PERSON" else ("", None)


def _crowned(scene: Scene, start: int, end: int) -> str | None:
    """Return the land of a monarch with a number: "Charles XV of Sweden"."""
    if end - start < 2 or not numeral(scene.texts[end - 1]):  # noqa: PLR2004 - a name and its number
        return None
    land = land_behind(scene, end)
    return None if land is None else scene.actor[land]


def _of_a_party(scene: Scene, actor: str | None) -> bool:
    return actor is not None and scene.kind_of(actor) == "party"


def _ministers(scene: Scene, start: int) -> bool:
    """Say whether a minister's title stands before a name: of a state, whatever party he is of."""
    return not {"minister", "premier"}.isdisjoint(scene.lowers[i] for i in before(scene, start))


def office(scene: Scene, start: int, end: int) -> str:
    """Return the title beside a name, without its state: ``prime minister``."""
    for context in (before(scene, start), after(scene, start, end), renamed(scene, start)):
        titles = [
            i
            for i in context
            if scene.lowers[i] in scene.gazetteer.words["title"]
            or scene.lowers[i] in {"prime", "foreign", "defence", "defense", "vice", "deputy"}
        ]
        if titles:
            return " ".join(scene.lowers[i].replace("defense", "defence") for i in titles)
    return ""


def judge(scene: Scene, context: list[int]) -> tuple[str, str | None]:
    """Return whose office some words are: ``state``, ``office``, ``source``, ``title`` or nothing.

    ``office`` is a title that tells its state without naming it.
    """
    lowers = [scene.lowers[i] for i in context]
    if lowers[0] in _ONCE:
        return "", None  # "once an official of the Fund": nothing of whom he speaks for now
    titled = any(word in scene.gazetteer.words["title"] or word in _SENT for word in lowers)
    if _quoted_only(scene, context, lowers, titled=titled):
        return "source", None
    if not titled:
        return "", None
    actors = (
        scene.actor[i]
        for i in context
        if scene.actor[i]
        and scene.form[i] not in {"leaning", "held", "media"}
        and not _posted_there(scene, i, lowers)
        and not _hired_from(scene, i)
    )
    owner = next(actors, None)
    if owner is None and any(_pointed_out(scene, i) for i in context):
        owner = _nearest_body(scene, context[0])
    if owner is not None:
        return "state", owner
    if not _REBELLIOUS.isdisjoint(lowers):
        return "source", None  # "rebel leader X" holds no state's office
    told = _telling_office(scene, context, lowers)
    return ("title", None) if told is None else ("office", told)


def _hired_from(scene: Scene, i: int) -> bool:
    """Say whether a nation tells where somebody is from who serves another: "their Dutch adviser"."""
    before = scene.lowers[i - 1] if i else ""
    return scene.form[i] == "demonym" and before in {"its", "their", "his", "her"}


def _posted_there(scene: Scene, i: int, lowers: list[str]) -> bool:
    """Say whether a place is where an envoy is posted: "the ambassador in Lima", "the envoy to Peru"."""
    before = scene.lowers[i - 2 : i] if scene.lowers[i - 1] == "the" else scene.lowers[i - 1 : i]
    if "for" in before and not _IN_CHARGE.isdisjoint(lowers):
        return True  # "the Secretary of State for India"
    return not speech("abroad").isdisjoint(lowers) and not {"in", "to", "at"}.isdisjoint(before)


def _pointed_out(scene: Scene, i: int) -> bool:
    """Say whether a word points back to a body named before: "the movement", "the Front".

    "The leader of the National Front" does not: that is a name of its own.
    """
    if scene.lowers[i] not in _ARMED:
        return False
    opens = bool(scene.doc[i].is_sent_start)
    return opens or scene.texts[i].islower() or (i > 0 and scene.lowers[i - 1] == "the")


def _quoted_only(scene: Scene, context: list[int], lowers: list[str], *, titled: bool) -> bool:
    """Say whether some words are an expert's, an institute's, a paper's or of the past."""
    words = scene.gazetteer.words
    if any(word in words["expert"] for word in lowers):
        return True
    house = any(scene.texts[i] in words["institute"] and scene.form[i] != "seat" for i in context)
    state_council = titled and {"security", "state", "military", "privy", "war"} & set(lowers)
    if house and not (titled and ("minister" in lowers or state_council)):
        return True
    if any(scene.form[i] == "media" for i in context):
        return True
    return titled and bool(PAST & set(lowers))


def _telling_office(scene: Scene, context: list[int], lowers: list[str]) -> str | None:
    """Return the state of an office that is its alone, or of one of those named."""
    phrase = " ".join(lowers).replace(" - ", "-")
    offices = scene.gazetteer.offices
    told = [known for known in offices if re.search(rf"\b{known}\b", phrase)]
    if told:
        return offices[max(told, key=len)]  # "secretary of state for India" is no American
    return claimant(scene, phrase, context[0])


def _nearest_body(scene: Scene, place: int) -> str | None:
    """Return the armed group that "the movement's leader" leads: the one named last before, or at all."""
    kinds = {"armed_group", "group", "party"}
    bodies = [(start, actor) for start, _, actor, _ in scene.spans if scene.kind_of(actor) in kinds]
    earlier = [pair for pair in bodies if pair[0] < place]
    return max(earlier)[1] if earlier else min(bodies, default=(0, None))[1]


def before(scene: Scene, start: int) -> list[int]:
    """Return the words of office that stand left of a name: "French President ..."."""
    title = scene.gazetteer.words["title"]
    expert = scene.gazetteer.words["expert"]
    found: list[int] = []
    for i in range(start - 1, max(start - 1 - _LEFT, -1), -1):
        lower = scene.lowers[i]
        known = (
            lower in title
            or lower in expert
            or lower in _LINKS
            or scene.actor[i] is not None
            or (scene.texts[i][:1].isupper() and scene.parts[i] in {"PROPN", "ADJ", "NOUN"})
        )
        if lower in _PUT_IN and i > 1 and scene.texts[i - 1] == "-" and scene.actor[i - 2]:
            return [i - 2, *found] if found else []  # "the Danish-appointed mayor Omar Barro"
        if not known or (lower in {"and", ","}):
            break
        found.insert(0, i)
    if not found:
        return []
    near = found[-1]
    if scene.lowers[near] in title or scene.lowers[near] in expert:
        return found
    if any(scene.lowers[i] in title for i in found[-4:]) and scene.lowers[near] not in {
        "of",
        "for",
        "the",
        "at",
        "to",
        "on",
    }:
        return found
    return []


def possessed(scene: Scene, start: int) -> str | None:
    """Return the state in "Rwanda's Paul Kagame"."""
    if start < 2 or scene.lowers[start - 1] not in {"'s", "'"}:  # noqa: PLR2004 - a name and its mark
        return None
    actor = scene.actor[start - 2]
    return actor if actor and scene.kind_of(actor) in {"state", "region", "bloc"} else None


def after(scene: Scene, start: int, end: int) -> list[int]:
    """Return the words of an apposition after a name: ", head of ... at ...,"."""
    n = len(scene.texts)
    if end >= n:
        return []
    titled = start > 0 and scene.lowers[start - 1] in scene.gazetteer.words["title"]
    if titled and (land := land_behind(scene, end)) is not None:
        return [start - 1, land]
    if scene.lowers[end] in {"of", "at", "from", "with"}:
        return _house_behind(scene, end)
    return _apposition(scene, end) if scene.texts[end] in {",", "(", "—"} else []


def _house_behind(scene: Scene, end: int) -> list[int]:
    """Return the words of an institute after a name: "of the Institute for ..."."""
    named = range(end + 1, min(end + 10, len(scene.texts)))
    house = next((i for i in named if scene.texts[i] in scene.gazetteer.words["institute"]), None)
    if house is not None and all(
        scene.texts[i][:1].isupper()
        or scene.lowers[i] in {"the", "of", "for", "and", "on", "'s", "-"}
        for i in range(end + 1, house)
    ):
        return list(range(end + 1, house + 1))
    return []


def _apposition(scene: Scene, end: int) -> list[int]:
    """Return the words between a name's comma and the next, where they tell an office."""
    if scene.lowers[end + 1 : end + 2] and scene.lowers[end + 1] in _NO_OFFICE:
        return []  # "Mulino, after a talk with the French ambassador,"
    found: list[int] = []
    titled = False
    for i in range(end + 1, min(end + 1 + _RIGHT, len(scene.texts))):
        if scene.texts[i] in {",", ")", "—", ";", "."} and found:
            break
        if scene.parts[i] in {"VERB", "AUX"} and scene.tags[i] not in {"VBG", "VBN"}:
            if any(scene.deps[c] == "nsubj" and c in found for c in scene.children(i)):
                return []  # "Mao, most historians now think, meant to ..."
            break
        lower = scene.lowers[i]
        if lower in {"who", "which", "whose", "that"}:
            break
        if lower in scene.gazetteer.words["title"] or lower in scene.gazetteer.words["expert"]:
            titled = titled or i - end <= 8  # noqa: PLR2004 - a short reach, plain where it stands
        found.append(i)
    return found if titled and not _another(scene, found) else []


def _another(scene: Scene, found: list[int]) -> bool:
    """Say whether an apposition is itself a titled name: "Southern Command, General X,"."""
    title = scene.gazetteer.words["title"]
    first = next((i for i in found if scene.lowers[i] not in title), None)
    return (
        first is not None
        and first > found[0]
        and scene.texts[found[0]][:1].isupper()
        and scene.entities[first] == "PERSON"
    )


def renamed(scene: Scene, start: int) -> list[int]:
    """Return the words of an office that a name is put after: "the French president, X"."""
    title = scene.gazetteer.words["title"] | _SENT
    name = start
    while start > 1 and scene.lowers[start - 1] in title and scene.texts[start - 1][:1].isupper():
        start -= 1  # ", the American commander, Gen. X, ..."
    if start < 2 or scene.texts[start - 1] != ",":  # noqa: PLR2004 - a short reach, plain where it stands
        return []
    head = start - 2
    first = head
    while (
        first > 0
        and head - first < _LEFT
        and scene.texts[first - 1] not in {",", ".", ";"}
        and (scene.parts[first - 1] not in {"VERB", "AUX"} or scene.lowers[first - 1] in PAST)
    ):
        first -= 1
    expert = scene.gazetteer.words["expert"]
    title = title | expert if _closes(scene, name) else title
    named = scene.lowers[head] in title or scene.lowers[scene.heads[name]] in title
    if named or (_closes(scene, name) and _with_complement(scene, first, head)):
        return list(range(first, head + 1))
    return []


def _closes(scene: Scene, name: int) -> bool:
    """Say whether a mark ends what begins with a name: an apposition, no new clause."""
    end = name + 1
    while end < len(scene.texts) and (
        scene.parts[end] == "PROPN" or scene.entities[end] == "PERSON" or scene.texts[end] == "-"
    ):
        end += 1
    return end == len(scene.texts) or scene.texts[end] in {",", ".", ";", ")", "—", "?"}


def _with_complement(scene: Scene, first: int, head: int) -> bool:
    """Say whether words are a title and what it is over: "the deputy commissar for foreign affairs"."""
    title, expert = scene.gazetteer.words["title"], scene.gazetteer.words["expert"]
    at = next((i for i in range(first, head) if scene.lowers[i] in title | expert), None)
    if at is None:
        return False
    if scene.lowers[at] in expert:  # "an analyst in Lima, Ida Holm,"
        return scene.lowers[at + 1] in {"of", "for", "in", "at", "with", "from"}
    posted = scene.lowers[at] in speech("abroad") and scene.lowers[at + 1] in {"to", "in", "at"}
    if scene.lowers[at + 1] not in {"of", "for"} and not posted:
        return False
    owned = (i for i in range(at, head) if scene.lowers[i] in {"'s", "'"})
    return all(scene.actor[i - 1] is not None for i in owned)


def claimant(scene: Scene, phrase: str, place: int) -> str | None:
    """Return whose an office is that several have: of those named, the one named most often.

    Of several named as often it's the one named last before.
    """
    for known, states in scene.gazetteer.claimed.items():
        if known.startswith("vice") and scene.dateline not in {None, *states}:
            continue  # many have one, and the report is from where the vice president is at home
        if re.search(rf"\b{known}\b", phrase):
            named = [(start, actor) for start, _, actor, _ in scene.spans if actor in states]
            counts = Counter(actor for _, actor in named)
            ranked = [(counts[actor], start < place, start, actor) for start, actor in named]
            if ranked:
                return max(ranked)[-1]
    return None
