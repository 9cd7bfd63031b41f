"""Sayings that a noun tells: "Iran's warning that", "Tokyo's answer was that", "Lima was blunt:"."""

from typing import TYPE_CHECKING

from detente.read.said.extents import Speech, child_edges, end_of
from detente.read.text.wordlists import speech
from detente.read.who.mentions import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span

_TAKES = frozenset({"take", "hold", "share", "express", "form", "voice", "hear"})
_CONFINE = frozenset({"confine", "limit", "restrict"})
_SHORT = 12  # a title in quotation marks is no saying
_FROM = frozenset({"by", "from", "of"})
_AT = frozenset({"by", "from", "of", "in", "among", "at"})


def by_noun(scene: Scene, i: int) -> Speech | None:
    """Find "Iran's warning that ...", "a statement by Iran that ..."."""
    told = scene.lowers[i] in speech("nouns") | speech("views")
    clause = next((c for c in scene.children(i) if told and _that(scene, c)), None)
    if clause is None:
        clause = _plea(scene, i)
    if clause is None:
        return None
    subject = None
    for child in scene.children(i):
        if scene.deps[child] in {"poss", "amod", "compound"} and scene.actor[child]:
            subject = child
        elif scene.deps[child] == "prep" and scene.lowers[child] in _FROM:
            told_by = scene.lowers[child] != "of"  # "a warning from the chief of police that"
            subject = next(
                (
                    c
                    for c in scene.children(child)
                    if scene.actor[c]
                    or (told_by and scene.parts[c] == "NOUN" and not _all(scene, c))
                ),
                subject,
            )
    left = scene.doc[i].left_edge.i
    if subject is None:
        subject = _taker(scene, i) or _confined(scene, i)
        left = left if subject is None else scene.doc[subject].left_edge.i
    if subject is None:
        return None
    first, last = child_edges(scene, clause)
    start, end = scene.doc[left].idx, end_of(scene, last)
    return Speech(i, subject, start, end, scene.doc[first].idx, end, "said:noun")


def _plea(scene: Scene, i: int) -> int | None:
    """Return what "a call by Lima for a truce" or "Lima's demand for a truce" asks for."""
    if scene.lowers[i] not in speech("pleas") or _refused(scene, i):
        return None
    told = any(
        scene.deps[c] == "poss" and scene.actor[c] and scene.form[c] != "pronoun"
        for c in scene.children(i)
    ) or any(scene.deps[c] == "prep" and scene.lowers[c] == "by" for c in scene.children(i))
    if not told:
        return None
    for child in scene.children(i):
        asked = scene.deps[child] == "prep" and scene.lowers[child] == "for"
        if asked or (scene.deps[child] == "acl" and scene.tags[child] == "VB"):
            return child
    return _asked_of_agent(scene, i)


def _refused(scene: Scene, i: int) -> bool:
    """Say whether a plea is only what somebody turns down or grants: "rejected Lima's demand for"."""
    return scene.deps[i] in {"dobj", "nsubjpass"} and (
        scene.doc[scene.heads[i]].lemma_ in speech("met_with")
    )


def _asked_of_agent(scene: Scene, i: int) -> int | None:
    """Return "for a truce" where the parser hung it on who calls: "a call by Lima for a truce"."""
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] == "by":
            for who in scene.children(child):
                for leaf in scene.children(who):
                    if scene.deps[leaf] == "prep" and scene.lowers[leaf] == "for" and leaf > who:
                        return leaf
    return None


def _taker(scene: Scene, i: int) -> int | None:
    """Return who took the view, or was of the opinion, that a noun tells."""
    if scene.lowers[i] not in speech("views"):
        return None
    verb = scene.heads[i]
    if scene.deps[i] == "pobj" and scene.lowers[verb] == "of":
        verb = scene.heads[verb]
        held = scene.doc[verb].lemma_ == "be"
    else:
        held = scene.deps[i] == "dobj" and scene.doc[verb].lemma_ in _TAKES
    if not held:
        return None
    return next((c for c in scene.children(verb) if scene.deps[c] == "nsubj" and c < verb), None)


def _all(scene: Scene, i: int) -> bool:
    """Say whether a noun is of those who are to do it: "a call for restraint by all sides"."""
    return scene.lowers[i] in scene.gazetteer.words["several"]


def _confined(scene: Scene, i: int) -> int | None:
    """Return who does no more than to ask: "Lima has confined itself to a call for"."""
    verb = scene.heads[scene.heads[i]]
    if scene.lowers[scene.heads[i]] != "to" or scene.doc[verb].lemma_ not in _CONFINE:
        return None
    return next((c for c in scene.children(verb) if scene.deps[c] == "nsubj"), None)


def _that(scene: Scene, clause: int) -> bool:
    return scene.deps[clause] in {"acl", "ccomp"} and any(
        scene.lowers[leaf] in {"that", "whether"} and scene.deps[leaf] == "mark"
        for leaf in scene.children(clause)
    )


def equated(scene: Scene, i: int) -> Speech | None:
    """Find "Lima's answer was that ...", "the view in Lima is that ..." by its noun."""
    be = scene.heads[i]
    if scene.deps[i] != "nsubj" or scene.doc[be].lemma_ != "be":
        return None
    clause = next((c for c in scene.children(be) if c > be and _that(scene, c)), None)
    subject = _holder(scene, i)
    if clause is None or subject is None:
        return None
    first, last = child_edges(scene, clause)
    start, end = scene.doc[scene.doc[i].left_edge.i].idx, end_of(scene, last)
    mind = scene.lowers[i] in speech("beliefs")
    return Speech(be, subject, start, end, scene.doc[first].idx, end, "said:equated", mind)


def _holder(scene: Scene, i: int) -> int | None:
    """Return whose an answer or a view is: "Lima's", "of the generals", "in Lima"."""
    for child in scene.children(i):
        if scene.deps[child] == "poss" or (
            scene.deps[child] in {"amod", "compound"} and scene.actor[child]
        ):
            return child
    for child in scene.children(i):
        if scene.deps[child] == "prep" and scene.lowers[child] in _AT:
            for leaf in scene.children(child):
                seated = scene.lowers[child] not in {"in", "at"} or scene.form[leaf] in {
                    "capital",
                    "seat",
                }
                if scene.deps[leaf] == "pobj" and seated:
                    return leaf
    return None


def _name_before(scene: Scene, span: "Span", i: int) -> Speech | None:
    """Find 'Omar Said, the premier: "No talks."'."""
    who = next((j for j in range(span.start, i) if scene.form[j] == "person"), None)
    if who is None and scene.lowers[span.start] == "from":  # "From the Danish navy: ..."
        who = next((j for j in range(span.start, i) if scene.deps[j] == "pobj"), None)
    if who is None:  # "Ukraine's foreign minister: ..."
        offices = scene.gazetteer.words["title"] | scene.gazetteer.words["anonymous"]
        who = next((j for j in range(span.start, i) if scene.lowers[j] in offices), None)
    if who is None:
        return None
    while who + 1 < i and scene.form[who + 1] == "person":
        who += 1
    start, end = span.start_char, span.end_char
    return Speech(i, who, start, end, scene.doc[i].idx, end, "said:colon")


def _clause_behind(scene: Scene, span: "Span", i: int) -> bool:
    """Say whether a sentence stands behind a colon, as it doesn't in "Ica: a valley that waits"."""
    return any(
        scene.deps[j] == "nsubj" and scene.deps[scene.heads[j]] not in {"relcl", "acl", "advcl"}
        for j in range(i + 1, span.end)
    )


def before_a_colon(scene: Scene, span: "Span", i: int) -> Speech | None:
    """Find "Lima was blunt: "No talks."" and "The answer from Lima was plain: no talks."."""
    if i + 1 >= span.end or scene.doc[i].idx + _SHORT > span.end_char:
        return None
    quoted = scene.texts[i + 1] == '"'
    named = scene.form[span.start] == "person" or scene.lowers[span.start] == "from"
    if (quoted or (named and _clause_behind(scene, span, i))) and not any(
        scene.parts[j] in {"VERB", "AUX"} for j in range(span.start, i)
    ):
        return _name_before(scene, span, i)
    for j in range(i - 1, span.start - 1, -1):
        if scene.deps[j] != "nsubj" or scene.parts[scene.heads[j]] != "AUX":
            continue
        subject = j if scene.actor[j] and quoted else None
        if scene.lowers[j] in speech("stances"):
            subject = _holder(scene, j)
        if subject is not None:
            start, end = span.start_char, span.end_char
            return Speech(scene.heads[j], subject, start, end, scene.doc[i].idx, end, "said:colon")
    return None
