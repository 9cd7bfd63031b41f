"""Who says what: sayings with their speakers, and whom "we" means by them.

A saying is a stretch of text with one speaker. It is found by a verb of
speech and its subject, by "according to", by nouns such as "warning", and
goes on while a quotation does. The passive without an agent ("it was said")
has no speaker, and none is made up.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.read.actors import slug
from detente.read.article import Mention, Saying
from detente.read.claim import Actor
from detente.read.extents import Speech
from detente.read.groups import acts_for_itself
from detente.read.mentions import Scene
from detente.read.owners import likely_state, plural, quoted
from detente.read.speech import speeches
from detente.read.wordlists import listed
from detente.read.wordlists import speech as speech_words

if TYPE_CHECKING:
    from spacy.tokens import Span

_WE = frozenset({"we", "our", "us", "ours", "ourselves"})
_I = frozenset({"i", "my", "me", "mine", "myself"})
_AMOUNTS = listed("speakers", "amounts")
_BODIES = listed("speakers", "bodies")
_FORCES = listed("speakers", "forces")
_FORMER = frozenset({"former", "retired", "ex", "onetime"})


@dataclass(frozen=True, slots=True)
class Said:
    """What the sayings give an article."""

    cast: Mapping[str, Actor]
    mentions: tuple[Mention, ...]
    token_actor: tuple[str | None, ...]
    sayings: tuple[Saying, ...]


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
    from detente.read.cast import cast

    found: list[Saying] = []
    last: Saying | None = None
    for span in spans:
        here = _in_sentence(scene, span)
        if here:
            found += here
            last = here[-1]
        elif last is not None and _goes_on(scene.text, span, quotes):
            longer = replace(last, quote_end=span.end_char)
            found = [longer if saying is last else saying for saying in found]
            last = replace(
                longer,
                start=span.start_char,
                end=span.end_char,
                direct=True,
                rule="said:continued",
            )
            found.append(last)
            found = [
                replace(saying, quote_end=span.end_char)
                if (saying.quote_start, saying.speaker) == (last.quote_start, last.speaker)
                else saying
                for saying in found
            ]
            last = found[-1]
        elif not _inside(quotes, span.start_char):
            last = None
    found.sort(key=lambda saying: (saying.start, saying.end))
    _we(scene, found)
    mentions = tuple(
        Mention(start, end, actor, form, scene.place[start])
        for start, end, actor, form in sorted(scene.spans)
    )
    actors = cast(scene, {saying.speaker for saying in found})
    return Said(actors, mentions, tuple(scene.actor), tuple(_apart(found)))


def _in_sentence(scene: Scene, span: "Span") -> list[Saying]:
    """Return the sayings of a sentence, the outer before the inner."""
    found: list[Saying] = []
    for speech in speeches(scene, span):
        speaker = _speaker(scene, speech)
        if speaker is None or (
            speech.mind and (speaker not in scene.sources or scene.kind_of(speaker) == "people")
        ):
            continue
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
            )
        )
    return found


def _without_later(scene: Scene, speech: Speech, span: "Span") -> tuple[int, int]:
    """Return the extent of a saying, with a full stop or closing mark that ends it."""
    first, last = _between_semicolons(scene, speech, span)
    end = min(speech.end, last)
    text = scene.text
    while end < span.end_char and text[end] in ".\"')":
        end += 1
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


def _speaker(scene: Scene, speech: Speech) -> str | None:  # noqa: C901, PLR0911, PLR0912 - one case after another
    """Return the id of who the subject of a word of speech is; new sources get one."""
    i = speech.subject
    lower = scene.lowers[i]
    if lower in {"who", "which", "that"}:
        clause = scene.heads[i]
        if scene.deps[clause] != "relcl" and scene.deps[clause] == "conj":
            clause = scene.heads[clause]
        if scene.deps[clause] != "relcl":
            return None
        i = scene.heads[clause]
        lower = scene.lowers[i]
    if lower in _AMOUNTS:
        whole = _of_them(scene, i)
        before = _last_source(scene, i, many=True) if whole == i else None
        if before is not None:
            return before
        if scene.lowers[whole] == "them":
            before = _last_source(scene, whole)
            if before is not None:
                return before
        i, lower = whole, scene.lowers[whole]
    nouns = scene.gazetteer.words
    former = any(scene.lowers[c] in _FORMER for c in scene.children(i))
    if former and (lower in nouns["title"] or lower in nouns["state"]):
        return quoted(scene, i, plural(lower), "person")
    if scene.actor[i] is not None:
        whose = [c for c in scene.children(i) if c < i and scene.form[c] == "demonym"]
        return scene.actor[whose[0] if whose and scene.form[i] == "seat" else i]
    if lower in {"they", "them", "he", "she", "who"}:
        return _last_source(scene, i)
    if lower in _I | _WE | {"it", "this", "that", "what"}:
        return None
    for child in scene.children(i):
        if scene.deps[child] == "appos" and scene.actor[child]:
            return scene.actor[child]
    if scene.parts[i] not in {"NOUN", "PROPN"}:
        return None
    found = _noun(scene, i, lower)
    if found is not None and scene.actor[i] is None:
        scene.take(i, i + 1, found, "noun")
    return found


def _noun(scene: Scene, i: int, lower: str) -> str | None:  # noqa: PLR0911 - one case after another
    nouns = scene.gazetteer.words
    owner = _at(scene, i) if lower in nouns["anonymous"] else None
    owner = owner or next(
        (
            scene.actor[c]
            for c in scene.children(i)
            if scene.deps[c] in {"poss", "amod", "compound", "nmod"}
            and scene.actor[c]
            and not (lower.startswith("counterpart") and scene.form[c] == "pronoun")
            and scene.form[c] not in {"leaning", "held"}
        ),
        None,
    )
    if lower in nouns["expert"]:
        return quoted(scene, i, plural(lower), "person")
    if lower in nouns["anonymous"] or lower in nouns["title"]:
        if owner is None and any(
            scene.lowers[c] in nouns["state"]
            for c in scene.children(i)
            if scene.deps[c] in {"compound", "amod"}
        ):
            owner = likely_state(scene, i)  # "an army spokesman"
        owner = owner or (_in_capital(scene, i) if lower in nouns["title"] else None)
        return owner or quoted(scene, i, plural(lower), "person")
    if lower in speech_words("papers") or lower.removesuffix("s") in speech_words("papers"):
        maker = next(
            (
                c
                for c in scene.children(i)
                if scene.deps[c] == "compound" and scene.parts[c] == "PROPN"
            ),
            None,
        )
        if maker is not None and owner is None:
            return _named(scene, maker)
        return owner or _by(scene, i) or quoted(scene, i, lower, "paper")
    if scene.doc[i].ent_type_ in {"ORG", "PERSON", "GPE", "NORP"} or scene.parts[i] == "PROPN":
        return _named(scene, i)
    if lower in _BODIES and owner:
        return owner
    if scene.tags[i] == "NNS" and lower not in speech_words("things"):
        adjective = next(
            (
                scene.texts[c] + " "
                for c in scene.children(i)
                if scene.deps[c] in {"amod", "compound"} and scene.texts[c][:1].isupper()
            ),
            "",
        )
        return quoted(scene, i, adjective + lower, "people")
    if lower in _FORCES:
        return likely_state(scene, i) or quoted(scene, i, lower, "people")
    return None


def _at(scene: Scene, i: int) -> str | None:
    """Return the state of "an official at the ministry"."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] in {
            "at",
            "in",
            "from",
            "with",
            "of",
            "for",
        }:
            for leaf in scene.children(child):
                if scene.actor[leaf] and scene.form[leaf] in {"noun", "capital", "seat"}:
                    return scene.actor[leaf]
    return None


def _in_capital(scene: Scene, i: int) -> str | None:
    """Return the state in "the premier told parliament in Lima", where no other is known."""
    for j in range(i, len(scene.texts)):
        if scene.sentence[j] != scene.sentence[i]:
            return None
        before = scene.lowers[scene.heads[j]]
        if scene.form[j] == "capital" and scene.deps[j] == "pobj" and before == "in":
            return scene.actor[j]
    return None


def _by(scene: Scene, i: int) -> str | None:
    for child in scene.children(i):
        if scene.deps[child] in {"prep", "acl"} and scene.lowers[child] not in {
            "to",
            "on",
            "about",
        }:
            for leaf in scene.doc[child].subtree:
                if scene.actor[leaf.i] and leaf.i - i < 6:  # noqa: PLR2004 - a short reach, plain where it stands
                    return scene.actor[leaf.i]
    return None


def _of_them(scene: Scene, i: int) -> int:
    """Return the noun in "one of them", "some of the officials", or the token itself."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] == "of":
            for leaf in scene.children(child):
                return leaf
    return i


def _last_source(scene: Scene, i: int, *, many: bool = False) -> str | None:
    """Return the source that spoke last, for a pronoun that no party fits."""
    plural = many or scene.lowers[i] in {"they", "them"}
    for j in range(i - 1, -1, -1):
        if scene.sentence[j] < scene.sentence[i] - 2:
            return None
        actor = scene.actor[j]
        if actor in scene.sources and (scene.tags[j] in {"NNS", "NNPS"}) == plural:
            return actor
    return None


def _named(scene: Scene, i: int) -> str | None:  # noqa: C901 - one case after another
    """Take an unknown proper name that speaks as a source."""
    start = end = i
    entity = scene.doc[i].ent_type_
    if entity:
        while start > 0 and scene.doc[start].ent_iob_ == "I":
            start -= 1
        while end + 1 < len(scene.texts) and scene.doc[end + 1].ent_iob_ == "I":
            end += 1
    else:
        while start > 0 and scene.parts[start - 1] == "PROPN" and scene.heads[start - 1] == i:
            start -= 1
    while start < end and scene.lowers[start] in {"the", "a"}:
        start += 1
    while end > start and scene.lowers[end] in {"'s", "'"}:
        end -= 1
    for j in range(start, end + 1):
        if scene.actor[j]:
            return scene.actor[j]
    first, last = scene.doc[start], scene.doc[end]
    name = scene.document.text[first.idx : last.idx + len(last.text)]
    if not name[:1].isupper() or len(name) < 2:  # noqa: PLR2004 - a short reach, plain where it stands
        return None
    actor = slug(name)
    scene.names.setdefault(actor, " ".join(name.split()))
    scene.kinds.setdefault(actor, "organisation" if entity == "ORG" else "person")
    if not acts_for_itself(scene, start, end + 1):
        scene.sources.add(actor)
    scene.take(start, end + 1, actor, "person")
    return actor


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
