"""Speech in a sentence: each word that tells somebody's saying, and how far the words go.

The words are in ``lexicon/speech.toml``. A verb is judged by `utterances`, its
subject found by `tellers`; what has no verb of speech is in `tidings`,
`speech_nouns` and `asides`.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from detente.read.said.asides import behind_quotation, inverted, made_clear, set_in, with_title
from detente.read.said.convictions import convinced
from detente.read.said.extents import Speech, extent
from detente.read.said.needs import small_word_verbs
from detente.read.said.noun_subjects import may_speak
from detente.read.said.speech_nouns import before_a_colon, by_noun, equated
from detente.read.said.tellers import teller
from detente.read.said.tidings import (
    according,
    given_out_in,
    handed_over,
    in_view,
)
from detente.read.said.unspoken import unspoken
from detente.read.said.utterances import minded, negated, pair_verbs, told, unreal
from detente.read.text.wordlists import speech, speech_verbs
from detente.read.who.mentions import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span

_THEY = frozenset({"some", "many", "others", "they", "critics", "analysts", "historians"})
_LEAST_QUOTE = 12
_GAP = 3  # characters from a closing mark to the next word
_VIEWS = frozenset({"view", "opinion", "words", "judgment", "judgement", "estimate", "assessment"})


def speeches(scene: Scene, span: "Span") -> Iterator[Speech]:
    """Yield the words of speech of a sentence, in order."""
    found_one = False
    for i in range(span.start, span.end):
        part, lower = scene.parts[i], scene.lowers[i]
        if part in {"VERB", "AUX"}:
            found = _verb(scene, span, i)
        elif part == "NOUN":
            found = _noun(scene, span, i, lower)
        elif lower == ":" and not found_one:
            found = before_a_colon(scene, span, i)
        else:
            found = None
        if found is None and lower == "according" and scene.lowers[i + 1 : i + 2] == ["to"]:
            found = according(scene, span, i)
        if found is None and part not in {"VERB", "AUX"} and _thought_aside(scene, i, lower):
            found = set_in(scene, span, i)
        if found is None and lower in speech("convinced"):
            found = convinced(scene, i)
        if found is not None:
            found_one = True
            yield found


def _thought_aside(scene: Scene, i: int, lower: str) -> bool:
    """Say whether a word that no verb was seen in tells a saying: ", officials say,", ", some argue,"."""
    if lower in {"say", "says", "said"}:
        return True
    return lower in speech("argued_aside") and scene.lowers[i - 1] in _THEY


@cache
def _verbs() -> frozenset[str]:
    return _plain_verbs() | speech("hands")


@cache
def _plain_verbs() -> frozenset[str]:
    return speech_verbs() | pair_verbs() | small_word_verbs()


def _verb(scene: Scene, span: "Span", i: int) -> Speech | None:
    lemma = scene.doc[i].lemma_.lower()
    if lemma == "let" or (lemma == "make" and not unreal(scene, i, quoting=False)):
        clear = made_clear(scene, span, i)
        if clear is not None:
            return clear
    if lemma not in _verbs():
        return None
    if lemma in _plain_verbs() or handed_over(scene, i, lemma):
        return _by_verb(scene, span, i, lemma)
    return None


def _noun(scene: Scene, span: "Span", i: int, lower: str) -> Speech | None:
    if (
        scene.deps[i] == "conj"
        and scene.lowers[i + 1 : i + 2] == ["that"]
        and lower in speech("say")
    ):
        return _by_verb(scene, span, i, lower)  # a slip: "deny that it fell and retort that"
    found = in_view(scene, span, i) if lower in _VIEWS else None
    told = lower in speech("nouns") or lower in speech("views") or lower in speech("pleas")
    if found is None and told:
        found = by_noun(scene, i)
    if found is None and (lower in speech("stances") or lower in speech("beliefs")):
        found = equated(scene, i)
    return found


def _by_verb(scene: Scene, span: "Span", i: int, lemma: str) -> Speech | None:
    outside = not _in_quotes(scene, scene.doc[i].idx)
    quoting = outside and (_quotes_in(scene, span) or quoted_before(scene, span) is not None)
    if not outside or unspoken(scene, i, lemma) or unreal(scene, i, quoting=quoting):
        return None
    plain = told(scene, i, lemma, quoting=quoting)
    if not plain:
        aside = set_in(scene, span, i) if lemma in speech("clause") else None
        if aside is not None or not minded(scene, i, lemma):
            return aside
    subject = teller(scene, i)
    if subject is None:
        subject = given_out_in(scene, i, lemma)
    if subject is None:
        return set_in(scene, span, i)
    if negated(scene, i, subject):
        return None
    if quoting and outside:
        subject = behind_quotation(scene, i, subject)
    aside = set_in(scene, span, i) if _strays(scene, span, i, subject) else None
    if aside is not None:
        return aside
    voiced = scene.tags[i] in {"VBZ", "VBP"} and lemma in speech("voiced_mind")
    start, end, first, last = extent(scene, span, i, subject, quoting=quoting)
    return Speech(i, subject, start, end, first, last, f"said:{lemma}", not (plain or voiced))


def _strays(scene: Scene, span: "Span", i: int, subject: int) -> bool:
    """Say whether a comma parts a verb from its subject: "Lima, Orr remarked acidly, slept"."""
    if subject < i - 1 and inverted(scene, span, i):
        return True
    if scene.deps[i] in {"conj", "advcl"} and scene.texts[i - 1] == ",":
        named = with_title(scene, span, i)
        return named is not None and subject < named
    if _behind_comma(scene, i, subject):
        return True
    near = i - 1
    while near > subject and scene.parts[near] == "ADV":
        near -= 1
    return (
        subject < near
        and scene.deps[near] != "relcl"
        and scene.parts[near] in {"PROPN", "PRON", "NOUN"}
        and "," in scene.texts[subject:near]
        and scene.texts[near - 1] == ","
    )


def _behind_comma(scene: Scene, i: int, subject: int) -> bool:
    """Say whether who speaks stands behind a comma, and a thing before it: "fired shells, the ministry said"."""
    thing = scene.actor[subject] is None and scene.tags[subject] in {"NNS", "NN"}
    if not thing or scene.tags[i] not in {"VBD", "VBZ"} or may_speak(scene, subject):
        return False
    comma = next((j for j in range(i - 1, subject, -1) if scene.texts[j] == ","), None)
    if comma is None or scene.lowers[comma + 1] not in {"the", "a", "an"}:
        return False
    between = range(comma + 1, i)
    if any(scene.parts[j] in {"VERB", "AUX", "CCONJ", "SCONJ"} for j in between):
        return False
    return any(scene.actor[j] or may_speak(scene, j) for j in between)


def quoted_before(scene: Scene, span: "Span") -> int | None:
    """Return where a quotation begins that ends in a question or a cry right before a sentence.

    The parser parts the two: '"Who is next? Nobody knows!" | the king said'.
    """
    start = span.start_char
    if '"' not in scene.text[max(start - _GAP, 0) : start]:
        return None
    for a, b in scene.quotes:
        if b <= start <= b + _GAP and scene.text[b - 1] in "?!":
            return a - 1
    return None


def _quotes_in(scene: Scene, span: "Span") -> bool:
    return any(
        a < span.end_char and b > span.start_char and b - a > _LEAST_QUOTE for a, b in scene.quotes
    )


def _in_quotes(scene: Scene, place: int) -> bool:
    return any(a <= place < b for a, b in scene.quotes)
