"""Where a text names an actor: the working state while one document is resolved.

A `Scene` holds arrays by token that the steps fill in turn: names, persons,
owners, references.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.read.claim import Document
from detente.read.grammar import clauses
from detente.read.grammar.slips import behind_year, swallowed
from detente.read.who.actors import Gazetteer, gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


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
    guesses: dict[str, str] = field(default_factory=dict)  # last name of whom no word gives a state
    titles: dict[str, str] = field(default_factory=dict)  # last name: the title before or behind it
    homes: dict[str, str] = field(default_factory=dict)  # source: the state of its "we"
    fronts: set[str] = field(default_factory=set)  # persons who are a side with their fighters
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)  # noun: groups it isn't
    bands: set[str] = field(default_factory=set)  # groups without a name that a text is about
    crafts: list[int] = field(default_factory=list)  # ships and planes, by noun or by name

    def take(self, start: int, end: int, actor: str, form: str, *, place: bool = False) -> None:
        """Let the tokens from `start` to `end` stand for an actor."""
        for i in range(start, end):
            self.actor[i], self.form[i], self.place[i] = actor, form, place
        self.spans.append((start, end, actor, form))

    def retake(self, start: int, end: int, actor: str, form: str) -> None:
        """Let tokens stand for an actor, and no longer for those whose names begin among them."""
        self.spans = [span for span in self.spans if not start <= span[0] < end]
        self.take(start, end, actor, form)

    def again(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield each place that has the words from `start` to `end`, that one among them."""
        words, size = self.texts[start:end], end - start
        for i in range(len(self.texts) - size + 1):
            if self.texts[i] == words[0] and self.texts[i : i + size] == words:
                yield i, i + size

    def kind_of(self, actor: str) -> str:
        """Return what an actor is: ``state``, ``bloc``, ``person``..."""
        return self.kinds.get(actor) or self.gazetteer.kinds.get(actor, "")

    def name_of(self, actor: str) -> str:
        """Return the plain name of an actor."""
        known = self.names.get(actor) or self.gazetteer.names.get(actor)
        return known or actor.replace("_", " ").title()

    def children(self, i: int) -> list[int]:
        """Return the tokens that hang on token `i`, in order."""
        return [child.i for child in clauses.kids(self.doc[i])]


def scene(
    document: Document,
    doc: "Doc",
    sentences: tuple["Span", ...],
    quotes: tuple[tuple[int, int], ...],
    text: str,
) -> Scene:
    """Lay out the arrays of a parsed document, with nobody named yet."""
    tokens = list(doc)
    texts = [token.text for token in tokens]
    numbers = [0] * len(texts)
    for number, span in enumerate(sentences):
        stop = sentences[number + 1].start if number + 1 < len(sentences) else len(texts)
        numbers[span.start : stop] = [number] * (stop - span.start)
    deps, heads = [token.dep_ for token in tokens], [token.head.i for token in tokens]
    for noun, verb in _swallowed_subjects(sentences):
        deps[noun], heads[noun] = "nsubj", verb
    return Scene(
        document=document,
        doc=doc,
        sentences=sentences,
        quotes=quotes,
        gazetteer=gazetteer(),
        text=text,
        texts=texts,
        lowers=[text.lower() for text in texts],
        offsets=[token.idx for token in tokens],
        deps=deps,
        heads=heads,
        tags=[token.tag_ for token in tokens],
        parts=[token.pos_ for token in tokens],
        entities=[token.ent_type_ for token in tokens],
        actor=[None] * len(texts),
        form=[""] * len(texts),
        place=[False] * len(texts),
        sentence=numbers,
    )


def _swallowed_subjects(sentences: tuple["Span", ...]) -> Iterator[tuple[int, int]]:
    """Yield the subjects that the parser took into an opening phrase: "In 1961 Peru closed the strait"."""
    for span in sentences:
        for verb in (span.root, *(word for word in span if word.dep_ == "conj")):
            if verb.tag_ in {"VBD", "VBZ", "VBP"} and not any(
                each.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for each in verb.children
            ):
                noun = behind_year(verb) or swallowed(verb)
                if noun is not None:
                    yield noun.i, verb.i


def resolve(
    document: Document,
    doc: "Doc",
    sentences: tuple["Span", ...],
    quotes: tuple[tuple[int, int], ...],
    text: str,
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
    text : str
        The parsed text as one string.

    Returns
    -------
    Scene
        With `actor` filled but for "we", which needs its speaker.
    """
    from detente.read.who.bands import name_bands
    from detente.read.who.breakaways import name_breakaways
    from detente.read.who.companies import name_companies
    from detente.read.who.crafts import name_crafts
    from detente.read.who.doers import name_doers, name_founded
    from detente.read.who.fronts import name_fronts
    from detente.read.who.groups import name_groups
    from detente.read.who.introduced import name_introduced
    from detente.read.who.leaders import lead_sides, name_leaders, name_members, shorten_nouns
    from detente.read.who.lettered import name_lettered
    from detente.read.who.naming import name_states
    from detente.read.who.newcomers import name_newcomers
    from detente.read.who.organs import name_organs
    from detente.read.who.owned import own
    from detente.read.who.persons import name_persons, settle_persons
    from detente.read.who.references import refer
    from detente.read.who.regions import name_regions
    from detente.read.who.rivals import name_rivals
    from detente.read.who.selfnamed import name_selfnamed
    from detente.read.who.shortened import shorten
    from detente.read.who.towns import name_towns

    found = scene(document, doc, sentences, quotes, text)
    name_states(found)
    name_companies(found)
    name_lettered(found)
    name_groups(found)
    name_introduced(found)
    name_selfnamed(found)
    name_leaders(found)
    name_towns(found)
    name_newcomers(found)
    name_persons(found)
    name_fronts(found)
    name_doers(found)
    name_founded(found)
    name_rivals(found)
    shorten(found)
    shorten_nouns(found)
    name_regions(found)
    name_breakaways(found)
    own(found)
    name_bands(found)
    name_crafts(found)
    name_organs(found)
    refer(found)
    settle_persons(found)
    name_members(found)
    lead_sides(found)
    found.spans = [
        (start, end, actor, form)
        for start, end, actor, form in dict.fromkeys(found.spans)
        if found.actor[start] == actor
    ]
    return found
