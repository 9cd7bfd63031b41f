"""Who says what: sayings with their speakers, and whom "we" means by them.

A saying is a stretch of text with one speaker. It is found by a verb of
speech and its subject, by "according to", by nouns such as "warning", and
goes on while a quotation does. The passive without an agent ("it was said")
has no speaker, and none is made up.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.read.claim import Actor
from detente.read.said.doubts import signs, trust
from detente.read.said.extents import Speech
from detente.read.said.speech import quoted_before, speeches
from detente.read.said.voices import voice
from detente.read.spans import Mention, Saying
from detente.read.text.wordlists import speech as words
from detente.read.who.mentions import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span

_WE = frozenset({"we", "our", "us", "ours", "ourselves"})
_HELPERS = frozenset({"has", "have", "had", "did", "does", "do", "is", "are", "was"})
_HEADING = 10  # words of a heading at most
_AHEAD = 6  # sentences to the one that tells who speaks, and words to its verb
_NEAR = 300  # characters to the last saying within which "he" may mean who spoke there
_HEARERS = frozenset({"person", "name", "capital", "demonym"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HE = frozenset({"he", "she", "it", "they"})
_I = frozenset({"i", "my", "me", "mine", "myself"})


@dataclass(frozen=True, slots=True)
class Said:
    """What the sayings give an article."""

    cast: Mapping[str, Actor]
    mentions: tuple[Mention, ...]
    token_actor: tuple[str | None, ...]
    sayings: tuple[Saying, ...]
    passing: frozenset[str]


def sayings(
    spans: tuple["Span", ...],
    scene: Scene,
    quotes: tuple[tuple[int, int], ...],
) -> Said:
    """Find who says what, then resolve "we" by it, and make the cast.

    Parameters
    ----------
    spans : tuple of Span
        The text's sentences.
    scene : Scene
        Who is meant.
    quotes : tuple of (int, int)
        Characters inside quotation marks.

    Returns
    -------
    Said
        The article's sayings, actors by token and cast.
    """
    from detente.read.who.cast import cast, in_passing

    found: list[Saying] = []
    last: Saying | None = None
    heard: list[tuple[int, str]] = []
    for k, span in enumerate(spans):
        here = _in_sentence(scene, span, heard, _heard(found, span))
        if here and _asks_what(span):
            here = [saying for saying in here if saying.direct]
        if here:
            found += here
            last = here[-1]
        elif _told_behind(scene, spans[k : k + _AHEAD]):
            last = None
        elif last is not None and _goes_on(scene.text, span, quotes):
            last = _continue(found, last, span)
        elif not _inside(quotes, span.start_char):
            last = None
    found.sort(key=lambda saying: (saying.start, saying.end))
    _we(scene, found)
    mentions = tuple(
        Mention(start, end, actor, form, scene.place[start])
        for start, end, actor, form in sorted(scene.spans)
    )
    speakers = {saying.speaker for saying in found}
    actors = cast(scene, speakers)
    passing = in_passing(scene, actors, speakers)
    return Said(actors, mentions, tuple(scene.actor), tuple(_apart(found)), passing)


@cache
def _telling() -> frozenset[str]:
    return words("say") | words("inverting")


def _told_behind(scene: Scene, spans: tuple["Span", ...]) -> bool:
    """Say whether a sentence is in a quotation whose speaker comes after it, in a sentence of his own."""
    start = spans[0].start_char
    if scene.text[start] != '"' and not _inside(scene.quotes, start):
        return False
    for span in spans[1:]:
        begin = quoted_before(scene, span)
        if begin is not None:
            told = any(token.lemma_ in _telling() for token in span[:_AHEAD])
            return told and begin <= start
    return False


def _asks_what(span: "Span") -> bool:
    """Say whether a sentence or a heading asks what is said: "What has Beijing said?", "What they say"."""
    if len(span) < 3 or span[0].lower_ not in {"what", "how", "why", "where", "when"}:  # noqa: PLR2004 - what, who, a verb
        return False
    if len(span) < _HEADING and not span[-1].is_punct:
        return True
    return span[-1].text == "?" and span[1].lower_ in _HELPERS


def _heard(found: list[Saying], span: "Span") -> str | None:
    """Return who spoke last, shortly before a sentence."""
    if found and span.start_char - found[-1].quote_end < _NEAR:
        return found[-1].speaker
    return None


def _continue(found: list[Saying], last: Saying, span: "Span") -> Saying:
    """Let the last saying go on through a sentence of quoted words."""
    longer = replace(last, quote_end=span.end_char)
    found[:] = [longer if saying is last else saying for saying in found]
    found.append(
        replace(
            longer,
            start=span.start_char,
            end=span.end_char,
            direct=True,
            rule="said:continued",
        )
    )
    same = (longer.quote_start, longer.speaker)
    found[:] = [
        replace(saying, quote_end=span.end_char)
        if (saying.quote_start, saying.speaker) == same
        else saying
        for saying in found
    ]
    return found[-1]


def _in_sentence(
    scene: Scene, span: "Span", heard: list[tuple[int, str]], last: str | None
) -> list[Saying]:
    """Return the sayings of a sentence, the outer before the inner."""
    found: list[Saying] = []
    for speech in speeches(scene, span):
        speaker = voice(
            scene,
            speech.subject,
            heard,
            found[-1].speaker if found else last,
            aside=_words_first(scene, speech),
        )
        speaker = _not_the_hearer(scene, speech, speaker)
        if speaker is None or (speech.mind and not _has_a_mind(scene, speaker)):
            continue
        before = found[-1].speaker if found else last
        heard.append((speech.subject, speaker))
        start, end = _without_later(scene, speech, span)
        found.append(
            Saying(
                start=max(speech.first, start),
                end=max(min(speech.last, end), max(speech.first, start) + 1),
                speaker=speaker,
                verb=scene.lowers[speech.verb],
                direct=any(a < end and b > start for a, b in scene.quotes),
                quote_start=start,
                quote_end=end,
                rule=speech.rule,
                trust=trust(signs(scene, speech, speaker, before)),
            )
        )
    return found


def _has_a_mind(scene: Scene, speaker: str) -> bool:
    """Say whether what somebody thinks is his saying: a source's, not a party's or a people's."""
    if speaker not in scene.sources or scene.kind_of(speaker) == "people":
        return False
    return scene.names.get(speaker) not in scene.guesses.values()


def _words_first(scene: Scene, speech: Speech) -> bool:
    """Say whether the words come before who says them: "The bridge was lost, he said."."""
    if speech.start >= scene.offsets[scene.doc[speech.subject].left_edge.i]:
        return False
    return not any(
        c > speech.verb and scene.deps[c] == "ccomp" for c in scene.children(speech.verb)
    )


def _not_the_hearer(scene: Scene, speech: Speech, speaker: str | None) -> str | None:
    """Return who speaks where it can't be who is told: "the president told Mr Clinton that"."""
    named = scene.form[speech.subject] in {"name", "capital", "seat", "person", "demonym"}
    hearer = next(
        (
            scene.actor[c]
            for c in scene.children(speech.verb)
            if scene.deps[c] in {"dobj", "dative"} and scene.form[c] in _HEARERS
        ),
        None,
    )
    if named or speaker is None or hearer != speaker:
        return speaker
    here = scene.sentence[speech.subject]
    for j in range(speech.subject - 1, -1, -1):
        if scene.sentence[j] < here - 1:
            break
        other = scene.actor[j] not in {None, speaker} and scene.deps[j] in _SUBJECTS
        if other and (scene.sentence[j] == here or scene.lowers[speech.subject] in _HE):
            return scene.actor[j]
    return speaker


def _without_later(scene: Scene, speech: Speech, span: "Span") -> tuple[int, int]:
    """Return the extent of a saying, with a full stop or closing mark that ends it."""
    first, last = _between_semicolons(scene, speech, span)
    end = min(speech.end, last)
    text = scene.text
    while end < span.end_char and text[end] in ".\"')":
        end += 1
    begin = quoted_before(scene, span)
    if begin is not None and scene.doc[speech.verb].lemma_ in _telling():
        return begin, end
    return max(speech.start, first), end


def _between_semicolons(scene: Scene, speech: Speech, span: "Span") -> tuple[int, int]:
    """Return the part of a sentence that a word of speech can reach over."""
    first, last = span.start_char, span.end_char
    for i in range(span.start, span.end):
        if scene.texts[i] == ";" and not _inside(scene.quotes, scene.offsets[i]):
            if i > speech.verb:
                return first, scene.offsets[i]
            first = scene.offsets[min(i + 1, span.end - 1)]
    return first, last


def _goes_on(text: str, span: "Span", quotes: tuple[tuple[int, int], ...]) -> bool:
    """Say whether a sentence is, for the most part, a quotation that no verb introduces."""
    start, end = span.start_char, span.end_char
    if text[start] != '"' and not _inside(quotes, start):
        return False
    covered = sum(max(0, min(b, end) - max(a, start)) for a, b in quotes)
    return covered * 2 >= end - start


def _inside(quotes: tuple[tuple[int, int], ...], place: int) -> bool:
    after = bisect_right(quotes, place, key=lambda quote: quote[0])
    return bool(after) and place < quotes[after - 1][1]


def _we(scene: Scene, found: list[Saying]) -> None:
    """Let "we" and "I" inside somebody's words mean the one who speaks."""
    for saying in found:
        speaker = saying.speaker
        home = scene.homes.get(speaker) if speaker in scene.sources else speaker
        first = bisect_left(scene.offsets, saying.start)
        for i in range(first, bisect_left(scene.offsets, saying.end)):
            lower = scene.lowers[i]
            if scene.actor[i] is not None:
                continue
            if lower in _WE and home and scene.kind_of(home) != "person":
                scene.take(i, i + 1, home, "pronoun")
            elif lower in _I:
                scene.take(i, i + 1, speaker, "pronoun")


def _apart(found: list[Saying]) -> list[Saying]:
    """Cut sayings so that they don't overlap: the inner one wins."""
    edges = sorted({edge for saying in found for edge in (saying.start, saying.end)})
    pieces: list[Saying] = []
    for start, end in pairwise(edges):
        over = [saying for saying in found if saying.start <= start and saying.end >= end]
        if not over:
            continue
        inner = min(over, key=lambda saying: (saying.end - saying.start, -saying.start))
        if (
            pieces
            and pieces[-1].end == start
            and (
                (pieces[-1].quote_start, pieces[-1].speaker, pieces[-1].verb)
                == (inner.quote_start, inner.speaker, inner.verb)
            )
        ):
            pieces[-1] = replace(pieces[-1], end=end)
        else:
            pieces.append(replace(inner, start=start, end=end))
    return pieces
