"""Where a text names an actor: every name of the lexicon, found in a parsed text.

A `Scene` is the working state while one document is resolved: arrays by
token that the steps fill in turn (names, persons, owners, references).
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.read.actors import Entry, Gazetteer, first_word, gazetteer
from detente.read.claim import Document
from detente.read.sentences import DATELINE
from detente.read.wordlists import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_PLACE_WORDS = listed("mentions", "place_words")
_WAYS = listed("mentions", "ways")
_TRAVEL = listed("mentions", "travel")
_STRUCK = listed("mentions", "struck")
# a name before one of these is the name of a sea, a war, a treaty: not of the actor
_THINGS = listed("mentions", "things")
_LEANING = frozenset({"pro", "anti", "non", "ex", "trans"})
_HELD = listed("mentions", "held")


_YEAR = re.compile(r"\b(1[6-9][0-9]{2}|20[0-9]{2})\b")
_OPENING = 400
_FIRST_LINES = 6
_SIDES = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})


@dataclass(slots=True, eq=False)
class Scene:
    """One document while it's being resolved; lists are by token."""

    document: Document
    doc: "Doc"
    sentences: tuple["Span", ...]
    quotes: tuple[tuple[int, int], ...]
    gazetteer: Gazetteer
    text: str  # folded, as the parser saw it
    texts: list[str]
    lowers: list[str]
    offsets: list[int]  # the character that a token begins at
    deps: list[str]
    heads: list[int]
    tags: list[str]
    parts: list[str]  # part of speech
    entities: list[str]
    actor: list[str | None]
    form: list[str]
    place: list[bool]
    sentence: list[int]  # the number of each token's sentence
    names: dict[str, str] = field(default_factory=dict)  # actors that aren't in the lexicon
    kinds: dict[str, str] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)  # ids that are quoted and don't act
    spans: list[tuple[int, int, str, str]] = field(default_factory=list)  # start, end, actor, form
    last_names: dict[str, tuple[str, str]] = field(default_factory=dict)  # word: (actor, person)
    holders: dict[tuple[str, str], str] = field(default_factory=dict)  # office, state: last name
    dateline: str | None = None  # the state that the report is sent from
    later: list[tuple[int, int, int]] = field(default_factory=list)  # person, its pronoun's token
    homes: dict[str, str] = field(default_factory=dict)  # source: the state of its "we"

    def take(self, start: int, end: int, actor: str, form: str, *, place: bool = False) -> None:
        """Let the tokens from `start` to `end` stand for an actor."""
        for i in range(start, end):
            self.actor[i], self.form[i], self.place[i] = actor, form, place
        self.spans.append((start, end, actor, form))

    def kind_of(self, actor: str) -> str:
        """Return what an actor is: ``state``, ``bloc``, ``person``..."""
        return self.kinds.get(actor) or self.gazetteer.kinds.get(actor, "")

    def name_of(self, actor: str) -> str:
        """Return the plain name of an actor."""
        known = self.names.get(actor) or self.gazetteer.names.get(actor)
        return known or actor.replace("_", " ").title()

    def children(self, i: int) -> list[int]:
        """Return the tokens that hang on token `i`, in order."""
        return [child.i for child in self.doc[i].children]


def scene(
    document: Document,
    doc: "Doc",
    sentences: tuple["Span", ...],
    quotes: tuple[tuple[int, int], ...],
) -> Scene:
    """Lay out the arrays of a parsed document, with nobody named yet."""
    tokens = list(doc)
    texts = [token.text for token in tokens]
    numbers = [0] * len(texts)
    for number, span in enumerate(sentences):
        stop = sentences[number + 1].start if number + 1 < len(sentences) else len(texts)
        numbers[span.start : stop] = [number] * (stop - span.start)
    return Scene(
        document=document,
        doc=doc,
        sentences=sentences,
        quotes=quotes,
        gazetteer=gazetteer(),
        text=doc.text,
        texts=texts,
        lowers=[text.lower() for text in texts],
        offsets=[token.idx for token in tokens],
        deps=[token.dep_ for token in tokens],
        heads=[token.head.i for token in tokens],
        tags=[token.tag_ for token in tokens],
        parts=[token.pos_ for token in tokens],
        entities=[token.ent_type_ for token in tokens],
        actor=[None] * len(texts),
        form=[""] * len(texts),
        place=[False] * len(texts),
        sentence=numbers,
    )


def name_states(scene: Scene) -> None:
    """Find every name of the lexicon, the longest first, from left to right."""
    entries = scene.gazetteer.entries
    text = scene.text
    i, n = 0, len(scene.texts)
    while i < n:
        word = scene.lowers[i]
        found = entries.get(word) or entries.get(first_word(word))
        entry = _match(found, text, scene.offsets[i]) if found else None
        if entry is None:
            i += 1
            continue
        stop = scene.offsets[i] + len(entry.text)
        end = i + 1
        while end < n and scene.offsets[end] < stop:
            end += 1
        if _means(scene, entry, i, end):
            _take(scene, entry, i, end)
        i = end
    _age(scene)
    _dateline(scene)


def _match(entries: tuple[Entry, ...], text: str, place: int) -> Entry | None:
    for entry in entries:
        stop = place + len(entry.text)
        here = text[place:stop]
        same = here == entry.text or (
            len(here) > 3 and here.isupper() and here == entry.text.upper()  # noqa: PLR2004 - a short reach, plain where it stands
        )
        if same and not text[stop : stop + 1].isalnum():  # noqa: SIM102 - two questions
            if entry.text.endswith(".") or text[stop : stop + 1] != "." or not _initials(here):
                return entry
    return None


def _initials(text: str) -> bool:
    """Say whether a text is an abbreviation whose last point would be cut off."""
    return "." in text


def _opening_verb(scene: Scene, i: int) -> bool:
    """Say whether a word is a participle that opens its sentence, capital and all: "Crossing Turkey's line"."""
    if i < 0 or not scene.lowers[i].endswith("ing") or len(scene.texts[i]) < 6:  # noqa: PLR2004 - "Sing", "King"
        return False
    return i == 0 or scene.sentence[i - 1] != scene.sentence[i]


def _means(scene: Scene, entry: Entry, start: int, end: int) -> bool:  # noqa: C901, PLR0911 - one case after another
    """Say whether a name that was found means the actor, here."""
    after = scene.lowers[end] if end < len(scene.texts) else ""
    before = scene.lowers[start - 1] if start else ""
    if scene.entities[start] == "PERSON" and entry.form in {"capital", "name", "demonym"}:
        person = scene.doc[start].ent_iob_ == "I" or (
            end < len(scene.texts)
            and scene.entities[end] == "PERSON"
            and scene.doc[end].ent_iob_ == "I"
            and scene.parts[end] == "PROPN"
        )
        if entry.form == "demonym":
            person = scene.doc[start].ent_iob_ == "I" and entry.text != "Soviet"
        if _opening_verb(scene, start - 1):
            person = False
        if person and " " not in entry.text and not entry.text.isupper():
            return False
    if entry.weak and scene.entities[start] == "PERSON" and not _alone(scene, start, end):
        return False
    if entry.form == "person" and " " not in entry.text:
        longer = (
            end < len(scene.texts)
            and scene.parts[end] == "PROPN"
            and scene.texts[end][:1].isupper()
        )
        return scene.parts[start] == "PROPN" and after not in _THINGS and not longer
    if entry.form == "media" and " " not in entry.text:
        return scene.deps[start] != "dobj" and not (
            entry.text in {"Guardian", "Economist", "Dawn"} and before != "the"
        )
    if (
        before in _SIDES
        and scene.texts[start - 1][:1].isupper()
        and entry.form in {"name", "capital"}
    ):
        return start > 1 and scene.sentence[start - 2] != scene.sentence[start]
    if (
        start
        and entry.form == "name"
        and scene.form[start - 1] == "demonym"
        and (scene.actor[start - 1] != entry.actor)
    ):
        return False  # a territory: "French Congo"
    if entry.form in {"name", "demonym", "capital"} and end - start <= 2:  # noqa: PLR2004 - a short reach, plain where it stands
        if after in _THINGS and scene.texts[end][:1].isupper():
            return False
        if before == "of" and start > 1 and scene.lowers[start - 2] in _THINGS:
            return not scene.texts[start - 2][:1].isupper()
    return True


def _alone(scene: Scene, start: int, end: int) -> bool:
    """Say whether a name stands by itself wherever the text has it: "Chad refused"."""
    text = scene.texts[start]
    for i, other in enumerate(scene.texts):
        if other != text:
            continue
        beside = (i - 1, i + end - start)
        if any(
            0 <= j < len(scene.texts)
            and scene.parts[j] == "PROPN"
            and scene.entities[j] == "PERSON"
            and scene.texts[j][:1].isupper()
            for j in beside
        ):
            return False
    return True


def _take(scene: Scene, entry: Entry, start: int, end: int) -> None:
    form = entry.form
    before = scene.lowers[start - 2] if start > 1 and scene.texts[start - 1] == "-" else ""
    inside = scene.texts[end - 1]
    held = "-" in inside and inside.rsplit("-", 1)[1].lower() in _HELD
    follows = end + 1 < len(scene.texts) and scene.texts[end] == "-"
    if before in _LEANING or (start and scene.lowers[start - 1] in _LEANING):
        form = "leaning"
    elif held or (follows and scene.lowers[end + 1] in _HELD):
        form = "held"
    head = _head(scene, start, end)
    scene.take(start, end, entry.actor, form, place=_is_place(scene, head, entry.form))


def _head(scene: Scene, start: int, end: int) -> int:
    """Return the token of a stretch that hangs outside it."""
    for i in range(end - 1, start - 1, -1):
        if not start <= scene.heads[i] < end or scene.heads[i] == i:
            return i
    return end - 1


def _is_place(scene: Scene, i: int, form: str) -> bool:  # noqa: PLR0911 - one case after another
    """Say whether a name is only where something happens."""
    while scene.deps[i] == "conj" and 0 < i - scene.heads[i] <= 4:  # noqa: PLR2004 - a short reach, plain where it stands
        i = scene.heads[i]
    governor = scene.heads[i]
    lemma = scene.doc[governor].lemma_
    if scene.deps[i] == "pobj":
        word = scene.lowers[governor]
        if word in _PLACE_WORDS:
            return True
        if form == "capital" and word in _WAYS:
            above = scene.doc[scene.heads[governor]].lemma_
            return above in _TRAVEL or word != "from"
        return False
    if form == "capital":
        if scene.deps[i] in {"dobj", "nsubjpass"}:
            return lemma in _STRUCK
        return scene.deps[i] in {"compound", "nmod", "npadvmod", "appos"}
    if scene.deps[i] == "compound":
        return scene.lowers[governor] in _THINGS or scene.lowers[governor] in {"conflict", "border"}
    return False


def _dateline(scene: Scene) -> None:
    """Note the state that a report is sent from: "PARIS, Jan. 3 - ..."."""
    for span in scene.sentences[:_FIRST_LINES]:
        line = DATELINE.fullmatch(span.text + " ")
        if line is None:
            continue
        for i in range(span.start, span.end):
            if scene.actor[i] and scene.form[i] in {"capital", "name"}:
                scene.dateline = scene.dateline or scene.actor[i]
                scene.place[i] = True
        return


def _age(scene: Scene) -> None:
    """Let "Moscow" and "the Russians" mean the Soviet Union in a text of its time."""
    counts = Counter(
        actor for _, _, actor, form in scene.spans if form not in {"capital", "seat", "person"}
    )
    head = f"{scene.document.date or ''} {scene.text[:_OPENING]}"
    years = [int(year) for year in _YEAR.findall(f"{head} {scene.text}")]
    dated = _YEAR.search(head) is not None
    for new, older in scene.gazetteer.older.items():
        first, last = older.years
        of_its_time = dated and first <= min(years) and max(years) <= last
        if of_its_time and older.wholly:
            pass
        elif counts[older.actor] <= (counts[new] if older.wholly else 0):
            continue
        for place, (start, end, actor, form) in enumerate(scene.spans):
            if actor == new and (older.wholly or form in {"capital", "seat"}):
                scene.spans[place] = (start, end, older.actor, form)
                scene.actor[start:end] = [older.actor] * (end - start)


def resolve(
    document: Document,
    doc: "Doc",
    sentences: tuple["Span", ...],
    quotes: tuple[tuple[int, int], ...],
) -> Scene:
    """Find who is named in a document and whom its pronouns mean.

    Parameters
    ----------
    document : Document
        The raw text.
    doc : Doc
        The parsed text.
    sentences : tuple of Span
        Its sentences.
    quotes : tuple of (int, int)
        Characters inside quotation marks.

    Returns
    -------
    Scene
        With `actor` filled but for "we", which needs its speaker.
    """
    from detente.read.groups import name_groups
    from detente.read.newcomers import name_newcomers
    from detente.read.owners import own
    from detente.read.persons import name_persons, settle_persons
    from detente.read.references import refer

    found = scene(document, doc, sentences, quotes)
    name_states(found)
    name_groups(found)
    name_newcomers(found)
    name_persons(found)
    own(found)
    refer(found)
    settle_persons(found)
    found.spans = [
        (start, end, actor, form)
        for start, end, actor, form in dict.fromkeys(found.spans)
        if found.actor[start] == actor
    ]
    return found
