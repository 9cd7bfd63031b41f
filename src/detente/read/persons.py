"""People: who speaks for a state by the title the text gives, and who is only quoted.

"Lithuania's foreign minister", "French President Emmanuel Macron" and later
"Macron" stand for their states. "Hong Min, head of a division at an
institute" is a source. The title in the text decides; the lexicon's list of
leaders is asked only where the text gives none.
"""

from detente.read.actors import slug
from detente.read.mentions import Scene
from detente.read.offices import after, before, evidence, office, renamed
from detente.read.owners import likely_state
from detente.read.wordlists import listed, speech_verbs

_LEADING = frozenset({"minister", "president", "secretary", "premier", "chancellor", "spokesman"})
_GOVERNED = frozenset(
    {"government", "cabinet", "administration", "regime", "army", "troops", "junta"}
)
_SHIPS = listed("persons", "ships")


def name_persons(scene: Scene) -> None:
    """Find people, link each to a state or to an institute, and find their later names."""
    people = _candidates(scene)
    for start, end in people:
        _introduce(scene, start, end)
    for i, text in enumerate(scene.texts):
        known = scene.last_names.get(text)
        other = scene.form[i] == "person" and known is not None and scene.actor[i] != known[0]
        if (
            known
            and (scene.actor[i] is None or other)
            and scene.parts[i] in {"PROPN", "NOUN", "ADJ", "X"}
        ):
            before = scene.texts[i - 1] if i else ""
            after = scene.texts[i + 1] if i + 1 < len(scene.texts) else ""
            if (
                scene.parts[i - 1] == "PROPN"
                and before[:1].isupper()
                and before
                not in {
                    "Mr",
                    "Mrs",
                    "Ms",
                    "Dr",
                    "Mr.",
                    "Mrs.",
                    "Ms.",
                    "Dr.",
                    "Gen.",
                    "President",
                }
                and scene.lowers[i - 1] not in scene.gazetteer.words["title"]
            ):
                continue
            if after[:1].isupper() and scene.parts[i + 1] == "PROPN":
                continue
            scene.take(i, i + 1, known[0], "person")


def _candidates(scene: Scene) -> list[tuple[int, int]]:  # noqa: C901 - one case after another
    """Return stretches that may be a person's name, left to right."""
    found: list[tuple[int, int]] = []
    for entity in scene.doc.ents:
        start, end = entity.start, entity.end
        while (
            start < end
            and not (start and scene.lowers[start - 1] in _LEADING)
            and (
                scene.lowers[start] in scene.gazetteer.words["title"]
                or scene.lowers[start]
                in {
                    "mr",
                    "mr.",
                    "mrs",
                    "mrs.",
                    "ms",
                    "ms.",
                    "dr",
                    "dr.",
                    "the",
                    "sir",
                    "gen.",
                    "prime",
                    "foreign",
                    "defence",
                    "defense",
                    "u.s",
                    "sen.",
                    "lt.",
                    "col.",
                }
            )
        ):
            start += 1
        while end > start and (scene.lowers[end - 1] in {"'s", "'", ",", "."}):
            end -= 1
        if start >= end or any(
            scene.actor[i] and scene.form[i] != "person" for i in range(start, end)
        ):
            continue
        words = scene.texts[start:end]
        if not all(
            word[:1].isupper()
            or word[:1] in "-'."
            or word in {"al", "bin", "ibn", "de", "van", "von", "der", "el", "ben"}
            for word in words
        ):
            continue
        if words[-1].lower() in scene.gazetteer.words["state"] and len(words) > 1:
            continue
        if entity.label_ == "PERSON" or (
            entity.label_ in {"GPE", "ORG", "NORP", "LOC", "FAC", "PRODUCT"} and len(words) <= 4  # noqa: PLR2004 - a short reach, plain where it stands
        ):
            found.append((start, end))
    taken = {i for start, end in found for i in range(start, end)}
    for start, end, _, form in scene.spans:
        if form == "person" and start not in taken:
            found.append((start, end))
    title = scene.gazetteer.words["title"]
    for i in range(1, len(scene.texts)):
        if (
            scene.parts[i] == "PROPN"
            and scene.texts[i][:1].isupper()
            and i not in taken
            and scene.actor[i] is None
            and scene.lowers[i - 1] in title
            and scene.lowers[i] not in title
            and scene.texts[i - 1][:1].isupper()
            and scene.lowers[i] not in {"general", "of"}
            and not (i > 1 and scene.lowers[i - 2] in _SHIPS)
        ):
            end = i + 1
            while (
                end < len(scene.texts)
                and (scene.parts[end] == "PROPN" or _joined(scene, end))
                and end not in taken
                and scene.actor[end] is None
            ):
                end += 1
            found.append((i, end))
    return sorted(set(found) | set(_speaking_names(scene, taken)))


def _joined(scene: Scene, i: int) -> bool:
    """Say whether a token is a hyphen within a name, or the word behind one: "Anwaar-ul-Haq"."""
    if i + 1 < len(scene.texts) and scene.texts[i] == "-":
        return True
    return scene.texts[i - 1] == "-" and scene.texts[i][:1].isalpha()


def _speaking_names(scene: Scene, taken: set[int]) -> list[tuple[int, int]]:
    """Return names of two or three words that are subjects of a word of speech."""
    found = []
    for i, dep in enumerate(scene.deps):
        if (
            dep not in {"nsubj", "pobj"}
            or scene.parts[i] != "PROPN"
            or scene.actor[i]
            or i in taken
        ):
            continue
        governor = scene.heads[i]
        if scene.doc[governor].lemma_ not in speech_verbs() and scene.lowers[governor] != "to":
            continue
        if scene.lowers[governor] == "to" and scene.lowers[scene.heads[governor]] != "according":
            continue
        start = i
        while (
            start > 0
            and scene.parts[start - 1] == "PROPN"
            and scene.heads[start - 1] == i
            and (
                scene.actor[start - 1] is None
                and scene.lowers[start - 1] not in scene.gazetteer.words["title"]
            )
        ):
            start -= 1
        if scene.lowers[i] in scene.gazetteer.words["state"]:
            continue
        if 1 <= i - start <= 2 and not any(  # noqa: PLR2004 - a short reach, plain where it stands
            scene.texts[j] in scene.gazetteer.words["institute"] for j in range(start, i + 1)
        ):
            found.append((start, i + 1))
    return found


def _introduce(scene: Scene, start: int, end: int) -> None:  # noqa: C901, PLR0912 - one case after another
    """Decide whom a name stands for, and remember it."""
    person = (
        scene.entities[start] == "PERSON"
        or scene.entities[end - 1] == "PERSON"
        or (
            end - start > 1
            and scene.deps[end - 1] in {"nsubj", "pobj"}
            and (start, end) in _speaking_names(scene, set())
        )
    )
    listed = next((scene.actor[i] for i in range(start, end) if scene.form[i] == "person"), None)
    name = scene.document.text[
        scene.doc[start].idx : scene.doc[end - 1].idx + len(scene.texts[end - 1])
    ]
    short = scene.last_names.get(scene.texts[end - 1])
    full = end - start > 1
    if short and not full:
        return
    verdict, actor = evidence(scene, start, end)
    title = office(scene, start, end)
    if not verdict and not listed and full and _governs(scene, end):
        verdict = "title"
    if verdict == "office":
        verdict, actor = "state", listed or actor
    if verdict == "state" and actor:
        scene.holders.setdefault((title, actor), scene.texts[end - 1])
        _remember(scene, start, end, actor)
        scene.take(start, end, actor, "person")
    elif verdict == "source":
        actor = slug(name)
        scene.names[actor], scene.kinds[actor] = name, "person"
        scene.sources.add(actor)
        home = _home_of_source(scene, start, end)
        if home:
            scene.homes[actor] = home
        _remember(scene, start, end, actor)
        scene.take(start, end, actor, "person")
        for i in before(scene, start) + after(scene, start, end) + renamed(scene, start):
            titled = scene.lowers[i] in scene.gazetteer.words["title"]
            if scene.actor[i] is None and (
                titled or scene.lowers[i] in scene.gazetteer.words["expert"]
            ):
                scene.take(i, i + 1, actor, "person")
    elif listed:
        scene.holders.setdefault(("president", listed), scene.texts[end - 1])
        _remember(scene, start, end, listed)
    elif verdict == "title":
        pronoun = _pronoun_beside(scene, start, end)
        if pronoun is not None:
            scene.later.append((start, end, pronoun))
        held = {
            state
            for (known, state), holder in scene.holders.items()
            if known == title and holder != scene.texts[end - 1]
        }
        home = None if pronoun is not None else likely_state(scene, start, held)
        if home:
            scene.holders.setdefault((title, home), scene.texts[end - 1])
        if home:
            _remember(scene, start, end, home)
            scene.take(start, end, home, "person")
        elif person:
            _unknown(scene, start, end, name)
    elif person and full:
        _unknown(scene, start, end, name)


def _governs(scene: Scene, end: int) -> bool:
    """Say whether a name has a government of its own: "Harold Wilson's government"."""
    return (
        end + 1 < len(scene.texts)
        and scene.lowers[end] in {"'s", "'"}
        and any(word in _GOVERNED for word in scene.lowers[end + 1 : end + 3])
    )


def _pronoun_beside(scene: Scene, start: int, end: int) -> int | None:
    """Return the pronoun in "its leader, X" or "X, their spokesman"."""
    for i in renamed(scene, start) + after(scene, start, end) + before(scene, start):
        if scene.lowers[i] in {"its", "their"}:
            return i
    return None


def settle_persons(scene: Scene) -> None:
    """Let a person introduced as "its leader" stand for whom the pronoun turned out to mean."""
    for start, _, pronoun in scene.later:
        actor, known = scene.actor[pronoun], scene.actor[start]
        if actor is None or known is None or known not in scene.sources:
            continue
        for i, other in enumerate(scene.actor):
            if other == known:
                scene.actor[i] = actor
        scene.spans = [
            (a, b, actor if other == known else other, form) for a, b, other, form in scene.spans
        ]
        scene.sources.discard(known)
        for word, (other, name) in list(scene.last_names.items()):
            if other == known:
                scene.last_names[word] = (actor, name)


def _unknown(scene: Scene, start: int, end: int, name: str) -> None:
    """Take a person whom the text gives no office as somebody who is only quoted."""
    actor = slug(name)
    if not actor or actor in scene.gazetteer.names:
        return
    scene.names[actor], scene.kinds[actor] = name, "person"
    scene.sources.add(actor)
    _remember(scene, start, end, actor)
    scene.take(start, end, actor, "person")


def _remember(scene: Scene, start: int, end: int, actor: str) -> None:
    words = [word for word in scene.texts[start:end] if word[:1].isupper() and len(word) > 1]
    name = " ".join(words)
    if not words:  # initials, or marks that the parser took for a name
        return
    for word in {words[-1], words[0]} if len(words) <= 3 else {words[-1]}:  # noqa: PLR2004 - a short reach, plain where it stands
        entries = scene.gazetteer.entries.get(word.lower(), ())
        if any(entry.text == word and entry.form != "person" for entry in entries):
            continue
        scene.last_names.setdefault(word, (actor, name))


def _home_of_source(scene: Scene, start: int, end: int) -> str | None:
    """Return the state of a source's institute, for its "we"."""
    context = after(scene, start, end) + before(scene, start)
    for i in context:
        word = scene.texts[i]
        if scene.actor[i] and scene.kind_of(scene.actor[i] or "") == "state":
            nearby = {scene.lowers[j] for j in range(i + 1, min(i + 3, len(scene.texts)))}
            if nearby & {
                "research",
                "studies",
                "division",
                "desk",
                "program",
                "programme",
                "affairs",
            }:
                continue
            return scene.actor[i]
        if word == "Korea":
            return "south_korea"
    return None
