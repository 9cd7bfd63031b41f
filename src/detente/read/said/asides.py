"""Sayings that stand aside: ", officials in Lima say,", "made it clear that", ", he made plain."."""

from typing import TYPE_CHECKING

from detente.read.said.extents import Speech, end_of
from detente.read.said.tellers import teller
from detente.read.text.wordlists import speech
from detente.read.who.mentions import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span

_CLEAR = frozenset({"clear", "plain", "known", "understood", "know", "seen", "felt"})
_LET = frozenset({"know", "understand", "see", "feel"})
_BREAKS = frozenset({",", '"', "—"})
_COMMAS = frozenset({",", "."})
_STOPS = _COMMAS | frozenset({"who", "in", "at", "from", "as", "on", "of"})
_TO_SOMEBODY = frozenset({"tell", "inform", "assure", "remind", "warn", "write", "cable"})
_SOME = frozenset({"some", "many", "others"})
_WIDEST = 10  # words between two commas
_NEAR = 5  # words from "made" to its "clear"
_PHRASE = 9  # words of "in a note, however," before "that"


def set_in(scene: Scene, span: "Span", i: int) -> Speech | None:
    """Find ", officials in Whitehall say," and ", warned one of them," where the parser found none."""
    if scene.texts[i][:1].isupper():
        return None
    if scene.tags[i] == "VBN" and scene.doc[i].lemma_ not in speech("inverting"):
        return None
    left = i - 1
    while left >= span.start and i - left < _WIDEST and scene.texts[left] not in _BREAKS:
        left -= 1
    if left < span.start or scene.texts[left] not in _BREAKS:
        return None
    if left < i - 1:
        subject = _before(scene, span, left, i)
    else:
        subject = with_title(scene, span, i)
        subject = _behind(scene, span, i) if subject is None else subject
    if subject is None:
        return None
    start, end = span.start_char, span.end_char
    return Speech(i, subject, start, end, start, end, "said:set-in")


def with_title(scene: Scene, span: "Span", i: int) -> int | None:
    """Return who speaks in ", Omar Said, the king's envoy, warned last week": a name between commas."""
    if (
        scene.texts[i - 1] != ","
        or scene.tags[i] not in {"VBD", "VBZ"}
        or not _ends_behind(scene, span, i)
    ):
        return None
    second = _break_before(scene, span, i - 1)
    first = -1 if second is None else _break_before(scene, span, second)
    if second is None or first is None or first < 0:
        return None
    for name in (second - 1, i - 2):
        if scene.form[name] == "person" or scene.entities[name] == "PERSON":
            return name
    return None


def _break_before(scene: Scene, span: "Span", i: int) -> int | None:
    """Return the mark before a phrase that ends before `i` and holds no verb."""
    for j in range(i - 1, max(span.start, i - _WIDEST) - 1, -1):
        if scene.texts[j] in _BREAKS:
            return j if j < i - 1 else None
        if scene.parts[j] in {"VERB", "AUX", "SCONJ"}:
            return None
    return None


def inverted(scene: Scene, span: "Span", i: int) -> bool:
    """Say whether who speaks stands behind a verb between commas: "troops, said an envoy, would go"."""
    if scene.texts[i - 1] != "," or scene.tags[i] not in {"VBD", "VBZ"}:
        return False
    who = _behind(scene, span, i)
    if who is None or who < i:
        return False
    nouns = scene.gazetteer.words
    people = nouns["title"] | nouns["anonymous"] | nouns["expert"] | speech("persons")
    return scene.form[who] == "person" or scene.lowers[who] in people


def _before(scene: Scene, span: "Span", left: int, i: int) -> int | None:
    """Return who speaks in ", Orr remarked acidly,": a name and a verb, nothing more."""
    if not _ends_behind(scene, span, i):
        return None
    parts = scene.parts[left + 1 : i]
    if scene.lowers[left + 1] in {"which", "who", "that"}:
        return None
    if not parts or parts[0] in {"CCONJ", "ADP"} or {"VERB", "AUX", "SCONJ"} & set(parts):
        return None
    if left == i - 2 and scene.lowers[i - 1] in _SOME:
        return i - 1  # ", some argue,"
    return _first_noun(scene, left + 1, i)


def _ends_behind(scene: Scene, span: "Span", i: int) -> bool:
    """Say whether an aside ends behind its verb, whom it was told and when."""
    after = i + 1
    if after < span.end and scene.deps[after] == "prt":
        after += 1  # ", diplomats point out,"
    for child in scene.children(i) if scene.doc[i].lemma_ in _TO_SOMEBODY else ():
        if child > i and scene.deps[child] in {"dobj", "dative"}:
            after = max(after, scene.doc[child].right_edge.i + 1)  # ", he told reporters,"
    while after < span.end and (scene.parts[after] == "ADV" or _dated(scene, after, span.end)):
        after += 1
    if after < span.end and scene.parts[after] == "ADP" and scene.doc[i].lemma_ in _TO_SOMEBODY:
        after = _past_place(scene, after, span.end)
    return after >= span.end or scene.texts[after] in {",", "."}


def _past_place(scene: Scene, i: int, end: int) -> int:
    """Return the comma behind "on state television", or the token itself where none is near."""
    for j in range(i + 1, min(i + _NEAR, end)):
        if scene.texts[j] in {",", "."}:
            return j
        if scene.parts[j] in {"VERB", "AUX", "SCONJ"}:
            break
    return i


def _dated(scene: Scene, j: int, end: int) -> bool:
    """Say whether a word belongs to a day: ", she announced on Saturday,"."""
    if scene.entities[j] in {"DATE", "TIME"}:
        return True
    return scene.lowers[j] in {"on", "in", "at"} and (
        j + 1 < end and scene.entities[j + 1] in {"DATE", "TIME"}
    )


def _behind(scene: Scene, span: "Span", i: int) -> int | None:
    """Return who speaks in ", warned one of them,"."""
    after = scene.parts[i + 1 : i + 2]
    if (
        scene.tags[i] == "VBG"
        or scene.doc[i].lemma_ not in speech("inverting")
        or after in (["ADP"], ["SCONJ"])
    ):
        return None
    return _first_noun(scene, i + 1, _comma(scene, span, i))


def _comma(scene: Scene, span: "Span", i: int) -> int:
    """Return the place of the comma that closes an aside, or `i` where none is near."""
    reach = range(i + 1, min(i + _WIDEST, span.end))
    stops = _STOPS if scene.texts[i - 1] == '"' else _COMMAS
    return next((j for j in reach if scene.lowers[j] in stops), i)


def behind_quotation(scene: Scene, i: int, subject: int) -> int:
    """Return who stands between a quotation and its verb, where the parser's subject is inside it."""
    place = scene.offsets[subject]
    end = next((b for a, b in scene.quotes if a <= place < b), None)
    if end is None or end > scene.offsets[i]:
        return subject
    first = next(j for j in range(subject, i + 1) if scene.offsets[j] >= end)
    nouns = [j for j in range(first, i) if scene.parts[j] in {"NOUN", "PROPN", "PRON"}]
    named = (j for j in reversed(nouns) if scene.form[j] == "person")
    return next(named, _first_noun(scene, first, i) or subject)


def _first_noun(scene: Scene, first: int, stop: int) -> int | None:
    for j in range(first, stop):
        head = scene.deps[j] not in {"compound", "amod"}
        if scene.parts[j] in {"NOUN", "PROPN", "PRON"} and head:
            return j
    return None


def made_clear(scene: Scene, span: "Span", i: int) -> Speech | None:
    """Find "made it clear that", "let it be known that"."""
    reach = range(i + 1, min(i + _NEAR, span.end))
    clear = next((j for j in reach if scene.lowers[j] in _CLEAR), None)
    if clear is None and scene.lowers[i] in {"let", "lets"}:
        clear = next((c for c in scene.children(i) if scene.lowers[c] in _LET), None)
    if clear is None or clear + 1 >= span.end:
        return None
    subject = teller(scene, i)
    if subject is None:
        return None
    left = scene.doc[subject].left_edge.i if subject < i and scene.heads[subject] == i else i
    after = scene.lowers[_past_phrase(scene, clear + 1, span.end)]
    if after in {".", ","} and left > span.start and scene.texts[left - 1] == ",":
        start, end = span.start_char, span.end_char
        return Speech(i, subject, start, end, start, end, "said:made-clear")
    if after not in {"that", "it", "he", "what", "how"} and not _clause_below(scene, clear):
        return None
    right = scene.doc[i].right_edge.i
    start, end = scene.doc[left].idx, end_of(scene, max(right, clear + 1))
    return Speech(i, subject, start, end, scene.doc[clear + 1].idx, end, "said:made-clear")


def _clause_below(scene: Scene, clear: int) -> bool:
    """Say whether a clause with "that" hangs on "know", however far: "let Lima know, by cable, that"."""
    return any(
        scene.deps[c] == "ccomp"
        and c > clear
        and any(scene.lowers[leaf] == "that" for leaf in scene.children(c))
        for c in scene.children(clear)
    )


def _past_phrase(scene: Scene, i: int, end: int) -> int:
    """Return where "that" stands behind a phrase: "known, however, in a note that"; else `i`."""
    for j in range(i, min(i + _PHRASE, end)):
        if scene.parts[j] in {"VERB", "AUX"}:
            break
        if scene.lowers[j] == "that" and scene.deps[j] == "mark":
            return j
    return i
