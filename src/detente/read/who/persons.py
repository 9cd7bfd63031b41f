"""People: who speaks for a state by the title the text gives, and who is only quoted.

"Lithuania's foreign minister", "French President Emmanuel Macron" and later
"Macron" stand for their states. "Hong Min, head of a division at an
institute" is a source. The title in the text decides; the lexicon's list of
leaders is asked only where the text gives none.
"""

from detente.read.text.wordlists import listed
from detente.read.who.actors import slug
from detente.read.who.constitutions import not_of
from detente.read.who.crowned import numeral
from detente.read.who.lordships import name_lordships
from detente.read.who.mentions import Scene
from detente.read.who.offices import after, before, evidence, office, renamed
from detente.read.who.owners import institute_home, owner_of
from detente.read.who.personal_names import candidates, speaking_names
from detente.read.who.private import name_private
from detente.read.who.surnames import acted_upon, by_surname, governs, namesake
from detente.read.who.titled import HIGHEST, likely_home, of_a_land, same_office, surely_of

_BEFORE = listed("persons", "before_names")
_SHIPS = listed("persons", "ships") - {"the"}
_MONTHS = listed("persons", "months")
_BODIES = frozenset({"bloc", "institution"})
_HOUSES = frozenset({"assembly", "senate", "parliament", "legislature", "party", "movement"})
_PARTICLES = listed("persons", "particles")


def name_persons(scene: Scene) -> None:
    """Find people, link each to a state or to an institute, and find their later names."""
    found = [span for span in candidates(scene) if not _ship(scene, *span)]
    for start, end in sorted(found, key=lambda span: _told_before(scene, *span)):
        _introduce(scene, start, end)
    for i, text in enumerate(scene.texts):
        known = scene.last_names.get(text)
        if known is None or scene.parts[i] not in {"PROPN", "NOUN", "ADJ", "X"}:
            continue
        other = scene.form[i] == "person" and scene.actor[i] != known[0]
        if (scene.actor[i] is None or other) and not _of_longer_name(scene, i):
            scene.take(i, i + 1, known[0], "person")
    name_private(scene)
    name_lordships(scene)


def _told_before(scene: Scene, start: int, end: int) -> int:
    """Return 0 for a name whose words tell its state, 1 for one that is listed, 2 and 3 for the rest.

    What a text says of somebody anywhere goes before what is only likely, and who is known to
    hold an office leaves the others to those of whom no word tells it.
    """
    verdict, actor = evidence(scene, start, end)
    if verdict == "state" and actor and (end - start > 1 or before(scene, start)):
        return 0  # not "Holm, Brandt and Chad's president Omar Barro"
    if verdict == "office" or any(scene.form[i] == "person" for i in range(start, end)):
        return 1
    return 2 if verdict else 3


def _ship(scene: Scene, start: int, end: int) -> bool:
    """Take the name of a state's ship as the state: "the Colombian corvette Caldas"."""
    if not start or scene.lowers[start - 1] not in _SHIPS:
        return False
    head = end - 1
    owner = owner_of(scene, head) or owner_of(scene, start - 1)
    if owner is not None:
        scene.last_names.setdefault(scene.texts[head], (owner, _name(scene, start, end)))
        scene.take(head, end, owner, "noun")
    return True


def _of_longer_name(scene: Scene, i: int) -> bool:
    """Say whether a last name is part of another name: "Kennedy Airport", "Robert Kennedy"."""
    before = scene.lowers[i - 1] if i else ""
    if before in _MONTHS:
        return False  # "on 4 May Stimson told him"
    named = i > 0 and scene.parts[i - 1] == "PROPN" and scene.texts[i - 1][:1].isupper()
    if named and scene.doc[i - 1].is_sent_start and scene.entities[i - 1] != "PERSON":
        return False  # "Twice Wilson met him"
    if named and before not in _BEFORE and before not in scene.gazetteer.words["title"]:
        return True
    after = scene.texts[i + 1] if i + 1 < len(scene.texts) else ""
    return after[:1].isupper() and scene.parts[i + 1] == "PROPN"


def _introduce(scene: Scene, start: int, end: int) -> None:
    """Decide whom a name stands for, and remember it."""
    last = scene.texts[end - 1]
    full = end - start > 1
    if last in scene.last_names and (not full or _with_particle(scene, start, end)):
        return
    person = _is_person(scene, start, end)
    title = _title(scene, start, end)
    listed = _listed(scene, start, end, title)
    verdict, actor = evidence(scene, start, end)
    told = verdict in {"title", "office"} and not _a_mere(scene, start, end)
    if listed and told and _in_office(scene, listed, title):
        listed = listed if _chairs_a_house(scene, start, end) else None
    if not verdict and not listed and person:
        actor = None if full else by_surname(scene, last, titled=False)
        verdict = "state" if actor else "title" if governs(scene, start, end) else ""
    if verdict == "office":
        _doubt(scene, start, end, listed)
        verdict, actor = "state", listed or actor
    if verdict == "state" and actor:
        scene.holders.setdefault((title, actor), last)
        _remember(scene, start, end, actor)
        scene.take(start, end, actor, "person")
    elif verdict == "source":
        _take_source(scene, start, end)
    elif listed:
        scene.holders.setdefault(("president", listed), last)
        _remember(scene, start, end, listed)
    elif verdict == "title":
        _take_titled(scene, start, end, title, person=person)
    elif person and full:
        _unknown(scene, start, end)


def _title(scene: Scene, start: int, end: int) -> str:
    """Return the title beside a name, and remember whose it is."""
    title = office(scene, start, end)
    if not title and scene.lowers[start] in scene.gazetteer.words["title"]:
        title = scene.lowers[start]  # "King Hamad" stands in the list with his title
    if title:
        scene.titles.setdefault(scene.texts[end - 1], title)
    return title


def _doubt(scene: Scene, start: int, end: int, sure: str | None) -> None:
    """Remember that the state of a full name is only guessed: "Secretary-General Ida Holm"."""
    if sure is None and end - start > 1:
        scene.guesses[scene.texts[end - 1]] = _name(scene, start, end)


def _with_particle(scene: Scene, start: int, end: int) -> bool:
    """Take a last name with its particle for whoever bears it: "Del Rosario said"."""
    if end - start != 2 or scene.lowers[start] not in _PARTICLES:  # noqa: PLR2004 - a particle and a name
        return False
    scene.take(start, end, scene.last_names[scene.texts[start + 1]][0], "person")
    return True


def _in_office(scene: Scene, listed: str, title: str) -> bool:
    """Say whether who led a side of his own has come to office: "President Laurent Kabila"."""
    return scene.kind_of(listed) == "person" and title.rsplit(" ", 1)[-1] in HIGHEST


def _a_mere(scene: Scene, start: int, end: int) -> bool:
    """Say whether an office is told of as one of several: "X, a minister in the government that fell"."""
    behind = after(scene, start, end)
    return bool(behind) and scene.lowers[behind[0]] in {"a", "an", "one"}


def _chairs_a_house(scene: Scene, start: int, end: int) -> bool:
    """Say whether somebody's office is over a house or a party: "president of the National Assembly"."""
    near = scene.lowers[max(start - 7, 0) : start] + scene.lowers[end : end + 7]
    return "of" in near and not _HOUSES.isdisjoint(near)


def _listed(scene: Scene, start: int, end: int, title: str) -> str | None:
    """Return whom the list has a name for; a namesake's tokens are let go.

    So are those of "Prime Minister X", who heads an alliance in the list.
    """
    found = next((scene.actor[i] for i in range(start, end) if scene.form[i] == "person"), None)
    if found is None:
        return None
    other = of_a_land(title) and scene.kind_of(found) in _BODIES
    if other or (end - start > 1 and namesake(scene, start, end, found)):
        scene.actor[start:end] = [None] * (end - start)
        scene.form[start:end] = [""] * (end - start)
        return None
    return found


def _is_person(scene: Scene, start: int, end: int) -> bool:
    """Say whether the parser takes a name for a person's, or the text has it speak."""
    if "PERSON" in {scene.entities[start], scene.entities[end - 1]}:
        return True
    return (
        end - start > 1
        and scene.deps[end - 1] in {"nsubj", "pobj"}
        and (start, end) in speaking_names(scene, set())
    )


def _take_source(scene: Scene, start: int, end: int) -> None:
    """Take somebody as only quoted, with the words that say so."""
    name = _name(scene, start, end)
    actor = slug(name)
    scene.names[actor], scene.kinds[actor] = name, "person"
    scene.sources.add(actor)
    home = institute_home(scene, after(scene, start, end) + before(scene, start))
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


def _take_titled(scene: Scene, start: int, end: int, title: str, *, person: bool) -> None:
    """Take somebody with an office whose state isn't said as of the likeliest state."""
    last = scene.texts[end - 1]
    told = scene.last_names.get(last)
    if told is not None and told[1] == _name(scene, start, end) and told[0] not in scene.sources:
        scene.take(start, end, told[0], "person")  # words elsewhere tell whose he is
        return
    pronoun = _pronoun_beside(scene, start, end)
    if pronoun is not None:
        scene.later.append((start, end, pronoun))
    held = {
        state
        for (known, state), holder in scene.holders.items()
        if known == title and holder != last
    }
    held |= not_of(scene, title.rsplit(" ", 1)[-1])
    home = None
    if pronoun is None:
        home = by_surname(scene, last, titled=True)
        if home and of_a_land(title) and scene.kind_of(home) in _BODIES:
            home = None
        _doubt(scene, start, end, None if home else last)  # a namesake of one who is listed
        home = home or same_office(scene, start, end)
        if home is None:
            held |= acted_upon(scene, last)
            home = likely_home(scene, start, _name(scene, start, end), title, held)
            if not surely_of(scene, start, title, home):
                scene.guesses[last] = _name(scene, start, end)
    if home:
        scene.holders.setdefault((title, home), last)
        _remember(scene, start, end, home)
        scene.take(start, end, home, "person")
    elif person:
        _unknown(scene, start, end)


def _name(scene: Scene, start: int, end: int) -> str:
    """Return a name as the text has it."""
    last = scene.doc[end - 1]
    return scene.document.text[scene.doc[start].idx : last.idx + len(last.text)]


def _pronoun_beside(scene: Scene, start: int, end: int) -> int | None:
    """Return the pronoun in "its leader, X" or "X, their spokesman"."""
    for i in renamed(scene, start) + after(scene, start, end) + before(scene, start):
        if scene.lowers[i] in {"its", "their"}:
            return i
        if i and scene.lowers[i - 1] in {"its", "their"}:
            return i - 1
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


def _unknown(scene: Scene, start: int, end: int) -> None:
    """Take a person whom the text gives no office as somebody who is only quoted."""
    name = _name(scene, start, end)
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
    while len(words) > 1 and numeral(words[-1]):
        words.pop()  # "Ferdinand II" is "Ferdinand" later, and no other is "II"
    if not words:  # initials, or marks that the parser took for a name
        return
    for word in {words[-1], words[0]} if len(words) <= 3 else {words[-1]}:  # noqa: PLR2004 - a short reach, plain where it stands
        entries = scene.gazetteer.entries.get(word.lower(), ())
        if any(entry.text == word and entry.form != "person" for entry in entries):
            continue
        scene.last_names.setdefault(word, (actor, name))
