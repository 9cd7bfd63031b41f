"""Who says what: sayings found by their verb, their quotation marks, or "according to".

A saying is a stretch of text with one speaker. It is found by

- a verb of speech with its subject, before, after or inside what is said,
- "according to", and nouns such as "in a statement by",
- a quotation that goes on over sentences, which keeps its speaker.

The passive without an agent ("it was said") has no speaker, and none is made
up.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from detente.read.actors import slug
from detente.read.article import Mention, Saying
from detente.read.claim import Actor
from detente.read.mentions import Scene

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WE = frozenset({"we", "our", "us", "ours", "ourselves"})
_I = frozenset({"i", "my", "me", "mine", "myself"})
_LONGEST_QUOTE = 3_000


@cache
def speech() -> Mapping[str, frozenset[str]]:
    """Return the words of speech, from ``lexicon/speech.toml``."""
    import tomllib

    text = files("detente.read").joinpath("lexicon", "speech.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the stretches between double quotation marks, the marks left out.

    A quotation that isn't closed ends with its paragraph, unless the next one
    opens with a mark again: then it goes on there.

    Examples
    --------
    >>> quotations('He said: "We stay." She left.')
    ((10, 18),)
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for place, letter in enumerate(text):
        if letter == "\n":
            if opened is not None:
                if place > opened:
                    found.append((opened, place))
                opened = None
        elif letter == '"':
            if opened is None:
                opened = place + 1
            else:
                if place > opened:
                    found.append((opened, place))
                opened = None
    if opened is not None and len(text) > opened:
        found.append((opened, len(text)))
    return tuple((start, end) for start, end in found if end - start <= _LONGEST_QUOTE)


@dataclass(frozen=True, slots=True)
class Said:
    """What the sayings give an article."""

    cast: Mapping[str, Actor]
    mentions: tuple[Mention, ...]
    token_actor: tuple[str | None, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Verb:
    """A word of speech with its speaker: token `i`, spoken of in tokens `first` to `last`."""

    i: int
    speaker: str | None
    first: int
    last: int
    rule: str


def sayings(
    doc: "Doc", spans: tuple["Span", ...], scene: Scene, quotes: tuple[tuple[int, int], ...],
) -> Said:
    """Find who says what, then resolve "we" by it, and make the cast.

    Parameters
    ----------
    doc : Doc
        The parsed text.
    spans : tuple of Span
        Its sentences.
    scene : Scene
        Who is meant.
    quotes : tuple of (int, int)
        Characters inside quotation marks.

    Returns
    -------
    Said
        The article's sayings, actors by token and cast.
    """
    found: list[Saying] = []
    last: Saying | None = None
    for span in spans:
        here = list(_in_sentence(scene, span, quotes))
        if here:
            found += here
            last = here[-1]
            continue
        going_on = _goes_on(scene, span, quotes, last)
        if going_on is not None:
            found.append(going_on)
            last = going_on
        elif not _inside(quotes, span.start_char) and not doc.text[span.start_char] == '"':
            last = None
    found.sort(key=lambda saying: (saying.start, saying.end))
    _we(scene, found)
    return Said(_cast(scene, found), _mentions(scene), tuple(scene.actor), tuple(_apart(found)))


def _in_sentence(
    scene: Scene, span: "Span", quotes: tuple[tuple[int, int], ...]
) -> Iterator[Saying]:
    """Yield the sayings of a sentence, the outer before the inner."""
    for verb in _verbs(scene, span):
        if verb.speaker is None:
            continue
        start, end = _words(scene, span, verb)
        direct = any(a < span.end_char and b > span.start_char for a, b in quotes)
        yield Saying(
            start=start, end=end, speaker=verb.speaker, verb=scene.lowers[verb.i],
            direct=direct, quote_start=span.start_char, quote_end=span.end_char, rule=verb.rule,
        )


def _verbs(scene: Scene, span: "Span") -> Iterator[Verb]:
    words = speech()
    for token in span:
        i = token.i
        lemma = token.lemma_.lower()
        if scene.parts[i] in {"VERB", "AUX"} and lemma in words["verbs"]:
            yield from _by_verb(scene, span, i, lemma)
        elif scene.lowers[i] == "according" and i + 1 < span.end and scene.lowers[i + 1] == "to":
            speaker = _noun_speaker(scene, span, i + 2)
            if speaker:
                yield Verb(i, speaker, i, i + 1, "said:according-to")
        elif scene.lowers[i] in words["nouns"] and scene.parts[i] == "NOUN":
            speaker = _noun_of_speech(scene, i)
            if speaker:
                yield Verb(i, speaker, i, i, "said:noun")


def _by_verb(scene: Scene, span: "Span", i: int, lemma: str) -> Iterator[Verb]:
    words = speech()
    children = scene.children(i)
    deps = {scene.deps[child]: child for child in children}
    negated = "neg" in deps
    said = (
        {"ccomp", "parataxis"} & set(deps)
        or (scene.deps[i] in {"parataxis"})
        or _has_quote(scene, span, i)
    )
    told = lemma in words["strong"] or said or (
        lemma in words["acts"] and ({"xcomp", "dobj", "prep", "advcl"} & set(deps))
    )
    if not told or (negated and lemma not in {"say", "rule"} and not said):
        return
    if any(scene.deps[c] == "aux" and scene.lowers[c] in {"would", "could", "may", "might", "should", "to", "must", "can"} for c in children) and not _has_quote(scene, span, i):
        return
    subject = _subject(scene, i)
    if subject is None:
        agent = _agent(scene, i)
        if agent is not None:
            speaker = _noun_speaker(scene, span, agent, exact=True)
            if speaker:
                yield Verb(i, speaker, i, i, "said:agent")
        return
    if scene.deps[subject] == "nsubjpass":
        agent = _agent(scene, i)
        speaker = _noun_speaker(scene, span, agent, exact=True) if agent is not None else None
        if speaker:
            yield Verb(i, speaker, i, i, "said:agent")
        return
    speaker = _noun_speaker(scene, span, subject, exact=True)
    if speaker:
        yield Verb(i, speaker, min(subject, i), max(subject, i), f"said:{lemma}")


def _subject(scene: Scene, i: int) -> int | None:
    """Return the subject of a verb, its own or the one it shares with the verb before."""
    for _ in range(4):
        for child in scene.children(i):
            if scene.deps[child] in _SUBJECTS:
                return child
        if scene.deps[i] in {"conj", "xcomp", "advcl", "acl"} and scene.heads[i] != i:
            if scene.deps[i] == "acl":
                return scene.heads[i]
            i = scene.heads[i]
        else:
            return None
    return None


def _agent(scene: Scene, i: int) -> int | None:
    for child in scene.children(i):
        if scene.deps[child] == "agent":
            for leaf in scene.children(child):
                if scene.deps[leaf] == "pobj":
                    return leaf
    return None


def _has_quote(scene: Scene, span: "Span", i: int) -> bool:
    """Say whether quoted words stand in the sentence, outside of which the verb is."""
    place = scene.doc[i].idx
    if _inside(scene.quotes, place):
        return False
    return any(
        start < span.end_char and end > span.start_char and end - start > 12  # noqa: PLR2004
        for start, end in scene.quotes
    )


def _noun_speaker(scene: Scene, span: "Span", i: int, *, exact: bool = False) -> str | None:
    """Return the id of who the noun phrase at token `i` is; new sources get an id."""
    if not exact:
        i = _phrase_head(scene, i, span.end)
    if i >= len(scene.texts):
        return None
    if scene.deps[i] in {"relcl"}:
        return None
    lower = scene.lowers[i]
    if lower in {"who", "which", "that"}:
        governor = scene.heads[scene.heads[i]] if scene.deps[scene.heads[i]] == "relcl" else i
        if governor == i or governor >= len(scene.texts):
            return None
        i, lower = governor, scene.lowers[governor]
    words = scene.gazetteer.words
    if scene.actor[i] is not None:
        return scene.actor[i]
    if lower in _I | _WE:
        return None
    inner = _inner_name(scene, i)
    if inner:
        return inner
    if scene.parts[i] not in {"NOUN", "PROPN"}:
        return None
    if lower in words["expert"]:
        return _source(scene, i, _plural(lower), "person")
    if lower in words["anonymous"]:
        return _source(scene, i, _plural(lower), "person")
    if lower in speech()["papers"]:
        owner = next((scene.actor[c] for c in scene.children(i) if scene.actor[c]), None)
        return owner or _source(scene, i, _plural(lower), "paper")
    entity = scene.doc[i].ent_type_
    if entity in {"ORG", "PERSON", "GPE", "NORP"} or scene.parts[i] == "PROPN":
        return _named_source(scene, i)
    return None


def _inner_name(scene: Scene, i: int) -> str | None:
    """Return the actor of an apposition or of a part of a name: "its leader, X"."""
    for child in scene.children(i):
        if scene.deps[child] == "appos" and scene.actor[child]:
            return scene.actor[child]
    return None


def _phrase_head(scene: Scene, i: int, end: int) -> int:
    """Return the head of the noun phrase that begins at token `i`."""
    while i < end and scene.parts[i] in {"DET", "ADJ", "NUM", "PUNCT"} and scene.actor[i] is None:
        i += 1
    limit = i + 12
    while i < min(end, limit) and scene.deps[i] in {"compound", "amod", "poss", "nmod", "det", "nummod", "case", "punct", "advmod"}:
        if scene.heads[i] <= i:
            if scene.deps[i] == "case":
                i += 1
                continue
            break
        i = scene.heads[i]
    return min(i, len(scene.texts) - 1)


def _source(scene: Scene, i: int, name: str, kind: str) -> str:
    actor = slug(name)
    scene.names.setdefault(actor, name)
    scene.kinds.setdefault(actor, kind)
    scene.sources.add(actor)
    scene.take(i, i + 1, actor, "noun")
    return actor


def _named_source(scene: Scene, i: int) -> str | None:
    """Take an unknown proper name that speaks as a source."""
    start = end = i
    entity = scene.doc[i].ent_type_
    if entity:
        while start > 0 and scene.doc[start].ent_iob_ == "I":
            start -= 1
        while end + 1 < len(scene.texts) and scene.doc[end + 1].ent_iob_ == "I":
            end += 1
    else:
        while start > 0 and scene.parts[start - 1] == "PROPN":
            start -= 1
    while start < end and scene.lowers[start] in {"the", "a"}:
        start += 1
    while end > start and scene.lowers[end] in {"'s", "'"}:
        end -= 1
    if any(scene.actor[j] for j in range(start, end + 1)):
        return next(scene.actor[j] for j in range(start, end + 1) if scene.actor[j])
    first, last = scene.doc[start], scene.doc[end]
    name = scene.document.text[first.idx : last.idx + len(last.text)]
    if not name[:1].isupper() or len(name) < 2:  # noqa: PLR2004 - an initial is no name
        return None
    actor = slug(name)
    scene.names.setdefault(actor, " ".join(name.split()))
    scene.kinds.setdefault(actor, "organisation" if entity == "ORG" else "person")
    scene.sources.add(actor)
    scene.take(start, end + 1, actor, "person")
    return actor


def _plural(noun: str) -> str:
    if noun.endswith("s") or noun in speech()["papers"]:
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def _noun_of_speech(scene: Scene, i: int) -> str | None:
    """Return whose "statement", "warning" or "speech" it is, where it has a clause."""
    children = scene.children(i)
    if not any(scene.deps[child] in {"acl", "ccomp"} and any(
        scene.lowers[leaf] == "that" for leaf in scene.children(child)
    ) for child in children):
        return None
    for child in children:
        if scene.deps[child] in {"poss", "amod", "compound"} and scene.actor[child]:
            return scene.actor[child]
        if scene.deps[child] == "prep" and scene.lowers[child] in {"by", "from", "of"}:
            for leaf in scene.children(child):
                if scene.actor[leaf]:
                    return scene.actor[leaf]
    return None


def _words(scene: Scene, span: "Span", verb: Verb) -> tuple[int, int]:
    """Return the characters that are what the verb's subject says."""
    i = verb.i
    if verb.rule in {"said:according-to"}:
        return span.start_char, span.end_char
    if _has_quote(scene, span, i):
        return span.start_char, span.end_char
    for child in scene.children(i):
        if scene.deps[child] in {"ccomp", "parataxis", "xcomp", "advcl", "dobj", "prep"} and (
            scene.deps[child] in {"ccomp", "parataxis", "xcomp"} or child > i
        ):
            first, last = scene.doc[child].left_edge, scene.doc[child].right_edge
            if scene.deps[child] in {"ccomp", "parataxis"}:
                if child < i:
                    return first.idx, span.end_char
                return first.idx, last.idx + len(last.text)
            return scene.doc[i].idx, scene.doc[i].right_edge.idx + len(scene.doc[i].right_edge.text)
    if scene.deps[i] in {"parataxis", "ccomp"} and scene.heads[i] != i:
        return span.start_char, span.end_char
    edge = scene.doc[i].right_edge
    return scene.doc[i].idx, edge.idx + len(edge.text)


def _goes_on(
    scene: Scene, span: "Span", quotes: tuple[tuple[int, int], ...], last: Saying | None
) -> Saying | None:
    """Return the saying of a sentence inside an open quotation, or one that is all quotation."""
    if last is None:
        return None
    start = span.start_char
    letter = scene.doc.text[start]
    opened = letter == '"'
    if _inside(quotes, start) or opened:
        covered = sum(
            max(0, min(b, span.end_char) - max(a, start)) for a, b in quotes
        )
        if covered * 2 >= span.end_char - start:
            return replace(
                last, start=start, end=span.end_char, quote_start=start, quote_end=span.end_char,
                direct=True, rule="said:continued",
            )
    return None


def _inside(quotes: tuple[tuple[int, int], ...], place: int) -> bool:
    after = bisect_right(quotes, place, key=lambda quote: quote[0])
    return bool(after) and place < quotes[after - 1][1]


def _we(scene: Scene, found: list[Saying]) -> None:
    """Let "we" and "I" inside somebody's words mean the one who speaks."""
    for saying in found:
        speaker = saying.speaker
        home = scene.homes.get(speaker) if speaker in scene.sources else speaker
        for token in scene.doc.char_span(saying.start, saying.end, alignment_mode="expand") or ():
            if scene.actor[token.i] is not None:
                continue
            lower = scene.lowers[token.i]
            if lower in _WE and home and scene.kind_of(home) != "person":
                scene.take(token.i, token.i + 1, home, "pronoun")
            elif lower in _I:
                scene.take(token.i, token.i + 1, speaker, "pronoun")


def _apart(found: list[Saying]) -> list[Saying]:
    """Cut sayings so that they don't overlap: the inner one wins."""
    edges = sorted({edge for saying in found for edge in (saying.start, saying.end)})
    pieces: list[Saying] = []
    for start, end in zip(edges, edges[1:], strict=False):
        over = [saying for saying in found if saying.start <= start and saying.end >= end]
        if not over:
            continue
        inner = min(over, key=lambda saying: (saying.end - saying.start, -saying.start))
        if pieces and pieces[-1].end == start and pieces[-1].quote_start == inner.quote_start and (
            pieces[-1].speaker == inner.speaker and pieces[-1].verb == inner.verb
        ):
            pieces[-1] = replace(pieces[-1], end=end)
        else:
            pieces.append(replace(inner, start=start, end=end))
    return pieces


def _mentions(scene: Scene) -> tuple[Mention, ...]:
    return tuple(
        Mention(start, end, actor, form, scene.place[start])
        for start, end, actor, form in sorted(scene.spans)
    )


def _cast(scene: Scene, found: list[Saying]) -> dict[str, Actor]:
    """Return who takes part: parties that are more than a place, and sources that are quoted."""
    speakers = {saying.speaker for saying in found}
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for start, end, actor, form in sorted(scene.spans):
        spans.setdefault(actor, []).append((start, end, form))
    cast: dict[str, Actor] = {}
    for actor, places in spans.items():
        source = actor in scene.sources or any(form == "media" for _, _, form in places)
        if actor not in speakers:
            if source:
                continue
            told = [start for start, _, form in places if not scene.place[start] and form not in {"leaning"}]
            if not told and len(places) < 2:  # noqa: PLR2004 - a place that is named once
                continue
        text = scene.doc
        mentions = tuple(
            (scene.document.id, text[start].idx, text[end - 1].idx + len(scene.texts[end - 1]))
            for start, end, _ in places
        )
        cast[actor] = Actor(
            id=actor, name=scene.name_of(actor), mentions=mentions,
            role="source" if source else "party", kind=scene.kind_of(actor) or "organisation",
        )
    return cast
