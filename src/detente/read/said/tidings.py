"""Sayings without a verb of speech: "according to", notes handed over, news from a capital."""

from typing import TYPE_CHECKING

from detente.read.said.extents import Speech
from detente.read.text.wordlists import speech
from detente.read.who.mentions import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span

_FIGURE_WITHIN = 12
_FALLEN = frozenset({"dead", "wounded", "killed", "injured", "missing"})
_NEAR_FIGURE = 5  # words from "put" to its "dead": "put the enemy's dead at 200"


def handed_over(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether a verb hands over words: "lodged a protest", "sent a note to"."""
    if lemma not in speech("hands"):
        return False
    for child in scene.children(i):
        if scene.deps[child] not in {"dobj", "nsubjpass"}:
            continue
        if scene.lowers[child] in speech("handed"):
            return lemma not in {"give", "make", "read", "repeat"} or any(
                scene.deps[c] == "prep" or scene.deps[c] == "acl" for c in scene.children(child)
            )
    return False


def given_out_in(scene: Scene, i: int, lemma: str) -> int | None:
    """Return the capital in "It was announced in Lima that", which stands for its government."""
    if lemma not in speech("given_out"):
        return None
    children = scene.children(i)
    if not any(scene.deps[c] == "nsubjpass" and scene.lowers[c] == "it" for c in children):
        return None
    for child in children:
        if scene.deps[child] == "prep" and scene.lowers[child] in {"in", "at", "from"}:
            for leaf in scene.children(child):
                if scene.actor[leaf] and scene.form[leaf] in {"capital", "seat"}:
                    return leaf
    return None


def held_of(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether a mind holds something of a thing: "doubt it", "see little prospect"."""
    if lemma == "see":
        return any(
            scene.deps[c] == "dobj" and scene.lowers[c] in speech("prospects")
            for c in scene.children(i)
        )
    return lemma in speech("held") and any(
        scene.deps[c] in {"dobj", "xcomp"} for c in scene.children(i)
    )


def measured(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether somebody gives a figure: "put the losses at", "rates the chance as"."""
    if lemma not in {"put", "rate", "set"}:
        return False
    counted = any(
        scene.deps[c] == "dobj" and scene.lowers[c] in speech("figures") for c in scene.children(i)
    ) or any(word in _FALLEN for word in scene.lowers[i + 1 : i + _NEAR_FIGURE])
    return counted and any(
        scene.lowers[j] in {"at", "as"} and scene.parts[j + 1] != "PROPN"
        for j in range(i + 1, min(i + _FIGURE_WITHIN, len(scene.lowers) - 1))
    )  # not "put the wounded ashore at Lima"


def asks_for_silence(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether it's "who asked not to be named", which tells nothing."""
    return lemma in {"ask", "request"} and any(
        scene.deps[c] == "xcomp" and scene.doc[c].lemma_ in {"name", "identify", "quote"}
        for c in scene.children(i)
    )


def according(scene: Scene, span: "Span", i: int) -> Speech | None:
    """Find "according to Lima", whose words are the whole sentence."""
    subject = _phrase_head(scene, i + 2, span.end)
    if subject is None or scene.lowers[subject] in {"himself", "herself", "themselves", "itself"}:
        return None
    return Speech(
        i,
        subject,
        span.start_char,
        span.end_char,
        span.start_char,
        span.end_char,
        "said:according-to",
    )


def in_view(scene: Scene, span: "Span", i: int) -> Speech | None:
    """Find "in her view", "in the view of"."""
    if scene.deps[i] != "pobj" or scene.lowers[scene.heads[i]] != "in":
        return None
    owner = next((c for c in scene.children(i) if scene.deps[c] == "poss"), None)
    if owner is None:
        for child in scene.children(i):
            if scene.deps[child] == "prep" and scene.lowers[child] == "of":
                owner = next(iter(scene.children(child)), None)
    if owner is None:
        return None
    start, end = span.start_char, span.end_char
    return Speech(i, owner, start, end, start, end, "said:in-view")


def _phrase_head(scene: Scene, i: int, end: int) -> int | None:
    """Return the head of the noun phrase that begins at token `i`."""
    here = i
    if scene.lowers[here : here + 3][1:] == ["of", "them"]:
        return here  # "according to one of them"
    while here < min(end, i + 14):
        if scene.parts[here] in {"NOUN", "PROPN", "PRON"} and scene.deps[here] not in {
            "compound",
            "poss",
            "amod",
            "nmod",
        }:
            return here
        here += 1
    return None


def after_a_name(scene: Scene, verb: int) -> int | None:
    """Return who speaks where the parser hung it on a name: "In talks with X, the premier said"."""
    first = scene.doc[verb].sent.start
    for j in range(first, verb):
        if scene.deps[j] == "appos" and scene.actor[j] and scene.parts[j] == "NOUN":
            left = scene.doc[j].left_edge.i
            if (
                left > first
                and scene.texts[left - 1] in {",", ";"}
                and scene.deps[scene.heads[j]] == "pobj"
            ):
                return j
    return None
