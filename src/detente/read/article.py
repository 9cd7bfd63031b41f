"""The article: one parsed document, as every extractor gets it.

An extractor is a generator ``extract(article) -> Iterator[Claim]``, listed in
`detente.read.reading.EXTRACTORS`. It makes its claims with `Article.claim`,
which takes the quote from the raw text, fills in the speaker, and gives a
*provisional* id: ``f"{kind}@{start}-{end}"``, or with ``#tag`` behind it where
two claims of one kind share a span. Claims refer to one another by those ids
(`Article.provisional`); ids in the order of the text are given at the end.

All offsets are characters of ``article.document.text``; the parser's text is
the same text folded, so ``token.idx`` is an offset too.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.read.claim import Actor, Claim, Document
from detente.read.spans import Mention, Saying
from detente.read.text.language import UNSEEN

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    Place = Token | Span | int


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """One document, parsed and resolved.

    Attributes
    ----------
    document : Document
        The raw text.
    doc : spacy.tokens.Doc
        The parsed text; character offsets are the raw text's.
    text : str
        The parsed text as one string; `doc.text` would put it together anew each time.
    sentences : tuple of Span
        Trimmed of white space, in order.
    cast : mapping of str to Actor
        Every actor by id, with its mentions, parties and sources.
    mentions : tuple of Mention
        In the order of the text; they don't overlap.
    token_actor : tuple of (str or None)
        For each token the actor that it stands for, pronouns included.
    sayings : tuple of Saying
        What was said by whom; in the order of the text, and apart.
    quotes : tuple of (int, int)
        Characters inside quotation marks, the marks left out.
    passing : frozenset of str
        Parties of the cast that the text only names in passing.
    """

    document: Document
    doc: "Doc"
    text: str
    sentences: tuple["Span", ...]
    cast: Mapping[str, Actor]
    mentions: tuple[Mention, ...]
    token_actor: tuple[str | None, ...]
    sayings: tuple[Saying, ...]
    quotes: tuple[tuple[int, int], ...]
    passing: frozenset[str] = frozenset()

    def actor_of(self, place: "Token | Span") -> str | None:
        """Return the id of the actor that a token, or the head of a span, stands for.

        A name, a demonym, a capital used for its government, a person who
        speaks for a state ("Macron", "Lithuania's foreign minister"), a noun
        that is one's own ("Chinese warships", "the Kremlin's troops"), and a
        pronoun or a common noun resolved within the document ("it", "we",
        "the alliance") all have one; other tokens have none.
        """
        return self.token_actor[_token(place).i]

    def actors_in(self, span: "Span | Iterable[Token]") -> list[str]:
        """Return the actors that a span mentions, in order, each once."""
        found = dict.fromkeys(self.token_actor[token.i] for token in span)
        return [actor for actor in found if actor is not None]

    def role_of(self, actor: str | None) -> str | None:
        """Return ``party`` or ``source``, or None for nobody."""
        known = self.cast.get(actor) if actor else None
        return known.role if known else None

    def speaker_of(self, place: "Place") -> str | None:
        """Return who says what stands at this place, None where it's the reporter."""
        saying = self.saying_at(place)
        return saying.speaker if saying else None

    def saying_at(self, place: "Place") -> Saying | None:
        """Return the saying that covers this place of the text, if any."""
        char = _char(place)
        after = bisect_right(self.sayings, char, key=lambda saying: saying.start)
        if after and char < self.sayings[after - 1].end:
            return self.sayings[after - 1]
        return None

    def last_saying(self, char: int) -> Saying | None:
        """Return the last saying that ends before a character, if any."""
        after = bisect_right(self.sayings, char, key=lambda saying: saying.end)
        return self.sayings[after - 1] if after else None

    def quoted(self, char: int) -> bool:
        """Say whether the character stands inside quotation marks."""
        after = bisect_right(self.quotes, char, key=lambda quote: quote[0])
        return bool(after) and char < self.quotes[after - 1][1]

    def date_of(self, span: "Span") -> str | None:
        """Return the date that a span names, as ``2024-10-30``, ``2024-10`` or ``2024``.

        Relative dates count from the document's date; without one they stay unknown.
        """
        from detente.read.text.dates import date_of

        return date_of(span, self.document.date)

    def sentence_at(self, place: "Place") -> "Span":
        """Return the sentence that a place of the text stands in."""
        char = _char(place)
        after = bisect_right(self.sentences, char, key=lambda span: span.start_char)
        return self.sentences[max(after - 1, 0)]

    @staticmethod
    def provisional(kind: str, start: int, end: int, tag: str = "") -> str:
        """Return the id that a claim goes by until all are numbered."""
        return f"{kind}@{start}-{end}" + (f"#{tag}" if tag else "")

    def claim(
        self, kind: str, start: int, end: int, *, rule: str, tag: str = "", **known: Any
    ) -> Claim:
        """Make a claim about the characters ``start`` to ``end``.

        Parameters
        ----------
        kind : Kind
            What sort of claim it is.
        start, end : int
            Its span; white space at its ends is left out.
        rule : str
            The rule that made it, shown by ``--explain``.
        tag : str
            Tells claims apart that share kind and span, e.g. the actor.
        **known
            Fields of `Claim`. Those not given are None, and `speaker` is who
            says the words at `start`.

        Returns
        -------
        Claim
            With a provisional id, and ``quote == document.text[start:end]``.
        """
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        end = _whole_word(text, end)
        fields: dict[str, Any] = dict.fromkeys(
            ("actor", "action", "event", "target", "status", "likelihood", "date", "condition")
        )
        fields |= {"negated": False} | known
        if "speaker" not in fields:
            fields["speaker"] = self.speaker_of(start)
        return Claim(
            id=self.provisional(kind, start, end, tag),
            document=self.document.id,
            kind=kind,  # type: ignore[arg-type] # callers pass one of KINDS
            quote=text[start:end],
            start=start,
            end=end,
            rule=rule,
            **fields,
        )


def _whole_word(text: str, end: int) -> int:
    """Return where a word ends that has marks inside which take no room."""
    stop = end
    while stop < len(text) and text[stop].isalnum():
        stop += 1
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in UNSEEN):
        start -= 1
    return stop if any(mark in UNSEEN for mark in text[start:end]) else end


def _token(place: "Token | Span") -> "Token":
    root: Token | None = getattr(place, "root", None)
    return place if root is None else root  # type: ignore[return-value] # a span has a root


def _char(place: "Place") -> int:
    if isinstance(place, int):
        return place
    start = getattr(place, "idx", None)
    return place.start_char if start is None else start  # type: ignore[union-attr]


def build(document: Document, doc: "Doc") -> Article:
    """Resolve who is meant and who speaks in a parsed document.

    Parameters
    ----------
    document : Document
        The raw text.
    doc : Doc
        The same text, parsed by `detente.read.text.language.parse`.

    Returns
    -------
    Article
        What extractors read.
    """
    from detente.read.said.speakers import sayings
    from detente.read.text.quotations import quotations
    from detente.read.text.sentences import sentences
    from detente.read.who.mentions import resolve

    spans = sentences(doc)
    text = doc.text
    quotes = quotations(text)
    found = resolve(document, doc, spans, quotes, text)
    said = sayings(spans, found, quotes)
    return Article(
        document,
        doc,
        text,
        spans,
        said.cast,
        said.mentions,
        said.token_actor,
        said.sayings,
        quotes,
        said.passing,
    )


def article(text: str, *, date: str | None = None, name: str = "text") -> Article:
    """Parse and resolve a text: what tests and notebooks start from.

    Parameters
    ----------
    text : str
        Plain text.
    date : str, optional
        The day it was published, ``2024-10-30``.
    name : str
        What to call the document.
    """
    from detente.read.text.language import parse

    document = Document(id=name, title="", date=date, source=name, text=text)
    return build(document, next(parse([text])))
