"""Speech in a sentence: its verb, the noun that speaks, and how far the words go.

The verbs are in ``lexicon/speech.toml``, by what they need before a sentence
counts as a saying.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.extents import CONTENT, Speech, child_edges, end_of, extent
from detente.read.mentions import Scene
from detente.read.tidings import (
    according,
    after_a_name,
    asks_for_silence,
    before_a_colon,
    given_out_in,
    handed_over,
    held_of,
    in_view,
    measured,
)
from detente.read.wordlists import listed, speech, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_UNREAL = listed("speech", "unreal")
_LEAST_QUOTE = 12
_DOES = listed("speech", "does")  # "went on to say", "was quick to say"
_CLEAR = frozenset({"clear", "plain", "known", "understood", "know"})


def speeches(scene: Scene, span: "Span") -> Iterator[Speech]:  # noqa: C901 - one case after another
    """Yield the words of speech of a sentence, in order."""
    nouns, told = speech("nouns"), False
    for i in range(span.start, span.end):
        part, lower = scene.parts[i], scene.lowers[i]
        if lower == "according" and i + 2 < span.end and scene.lowers[i + 1] == "to":
            found = according(scene, span, i)
        elif part in {"VERB", "AUX"}:
            lemma = scene.doc[i].lemma_.lower()
            if lemma in speech_verbs() or handed_over(scene, i, lemma):
                found = _by_verb(scene, span, i, lemma)
            elif lemma in {"make", "let"}:
                found = _made_clear(scene, span, i)
            else:
                continue
        elif lower == ":" and not told:
            found = before_a_colon(scene, span, i)
        elif lower in {"say", "says", "said"}:
            found = _set_in(scene, span, i)
        elif part == "NOUN" and lower in {
            "view",
            "opinion",
            "words",
            "judgment",
            "judgement",
            "estimate",
            "assessment",
        }:
            found = in_view(scene, span, i)
        elif part == "NOUN" and lower in nouns:
            found = _by_noun(scene, i)
        else:
            continue
        if found is not None:
            told = True
            yield found


def _by_verb(scene: Scene, span: "Span", i: int, lemma: str) -> Speech | None:  # noqa: C901, PLR0911, PLR0912 - one case after another
    children = scene.children(i)
    deps = {scene.deps[child] for child in children}
    outside = not _in_quotes(scene, scene.doc[i].idx)
    quoting = outside and _quotes_in(scene, span)
    clause = bool(CONTENT & deps) or scene.deps[i] == "parataxis"
    mind = False
    if (lemma in {"go", "continue", "read"} and "aux" in deps) or asks_for_silence(scene, i, lemma):
        return None
    if lemma in speech("say"):
        told = True
    elif lemma in speech("clause") and (clause or quoting):
        told = clause or scene.deps[i] not in {"pcomp", "acl", "relcl"}
    elif (
        (
            lemma == "tell"
            and "xcomp" in deps
            and any(
                scene.deps[c] in {"dobj", "dative"}
                and scene.actor[c]
                and scene.form[c] not in {"noun", "pronoun"}
                for c in children
            )
        )
        or (
            lemma == "claim"
            and any(
                scene.lowers[c] in {"responsibility", "attack", "attacks", "bombing", "raid"}
                for c in children
            )
        )
        or (lemma == "rule" and any(scene.deps[c] == "prt" for c in children))
    ):
        told = True
    elif lemma in speech("about"):
        told = (
            any(
                scene.deps[child] in {"dobj", "nsubjpass"}
                and scene.lowers[child] in speech("topics")
                for child in children
            )
            or clause
            or any(scene.lowers[child] == "as" for child in children)
        )
    elif lemma in speech("object"):
        told = _with_object(scene, i, lemma, children)
    else:
        told = False
    told = told or handed_over(scene, i, lemma) or measured(scene, i, lemma)
    if not told and lemma in speech("mind"):
        told = mind = clause or held_of(scene, i, lemma)
    if not told and lemma in speech("clause") and scene.texts[i + 1 : i + 2] == [","]:
        return _set_in(scene, span, i)
    if not told or _unreal(scene, i, children, quoting=quoting):
        return None
    if scene.deps[i] in {"amod", "compound"}:
        return None
    subject = _subject(scene, i)
    if subject is None:
        subject = given_out_in(scene, i, lemma)
    if subject is None and lemma == "say":
        return _set_in(scene, span, i)
    if subject is None or _negated(scene, subject, children):
        return None
    start, end, first, last = extent(scene, span, i, subject, quoting=quoting)
    return Speech(i, subject, start, end, first, last, f"said:{lemma}", mind)


def _with_object(scene: Scene, i: int, lemma: str, children: list[int]) -> bool:  # noqa: C901, PLR0911 - one case after another
    """Say whether a verb such as "denounce" or "call" has what it needs, in a main clause."""
    deps = {scene.deps[child] for child in children}
    if (
        scene.deps[i] in {"relcl", "acl"}
        and scene.texts[i - 1] != ","
        and lemma in {"demand", "call", "describe", "promise"}
    ):
        return False
    if lemma == "call":
        called = any(scene.deps[c] == "prep" and scene.lowers[c] in {"for", "on"} for c in children)
        named = bool({"oprd", "ccomp", "xcomp"} & deps)
        return (called or named) and not any(scene.lowers[c] == "what" for c in children)
    if lemma == "press" and "xcomp" in deps:
        return True
    if lemma == "speak":
        return any(scene.lowers[c] == "of" for c in children)
    if lemma == "report":
        return "dobj" in deps
    if lemma == "compare":
        return "dobj" in deps and any(scene.lowers[c] in {"to", "with"} for c in children)
    if lemma in {"dub", "term", "label", "brand"}:
        return "oprd" in deps or "as" in scene.lowers[i + 1 : i + 9] or _two_objects(scene, i)
    if lemma in {"describe", "press", "appeal", "characterise", "characterize", "portray"}:
        return (
            any(
                scene.deps[c] == "prep" and scene.lowers[c] in {"as", "for", "to", "against"}
                for c in children
            )
            or "as" in scene.lowers[i + 1 : i + 9]
        )
    if scene.tags[i] == "VBG" and scene.deps[i] in {"advcl", "acl"}:
        return False
    if lemma == "offer":
        return bool({"xcomp", "advcl"} & deps)
    if "agent" in deps:
        return scene.deps[i] in {"ROOT", "conj", "ccomp"}
    return bool({"dobj", "xcomp", "ccomp", "prep", "dative", "prt"} & deps)


def _two_objects(scene: Scene, i: int) -> bool:
    return [scene.deps[child] for child in scene.children(i)].count("dobj") > 1


def _unreal(scene: Scene, i: int, children: list[int], *, quoting: bool) -> bool:
    """Say whether the speech didn't take place: "could say", "not said", "to say"."""
    if scene.deps[i] == "advcl" and any(
        scene.deps[child] == "mark" and scene.lowers[child] in {"if", "unless", "lest"}
        for child in children
    ):
        return True
    if any(scene.lowers[child] == "have" for child in children) and scene.deps[i] == "xcomp":
        return False
    if (
        scene.tags[i] == "VB"
        and scene.deps[i] in {"xcomp", "advcl", "acl", "relcl", "pcomp"}
        and (scene.doc[scene.heads[i]].lemma_ not in _DOES)
    ):
        return True
    does = scene.doc[scene.heads[i]].lemma_ in _DOES
    unreal = _UNREAL - {"to"} if does or scene.deps[i] == "xcomp" else _UNREAL
    return not quoting and any(
        scene.deps[child] == "aux" and scene.lowers[child] in unreal for child in children
    )


def _negated(scene: Scene, subject: int, children: list[int]) -> bool:
    if scene.lowers[subject] in {"nobody", "none", "nothing"}:
        return True
    if any(
        scene.deps[child] == "neg"
        or (scene.deps[child] == "dobj" and scene.lowers[child] == "nothing")
        for child in children
    ):
        return True
    return any(
        scene.lowers[child] in {"few", "no"} for child in scene.children(subject)
    ) and not any(scene.lowers[child] == "a" for child in scene.children(subject))


def _subject(scene: Scene, i: int) -> int | None:  # noqa: C901, PLR0911, PLR0912 - one case after another
    """Return the token of who speaks: a verb's subject or agent, its own or shared."""
    raised = shared = False
    for _ in range(5):
        passive = None
        for child in scene.children(i):
            if scene.deps[child] == "nsubj":
                return child
            if scene.deps[child] == "nsubjpass":
                passive = child
        if passive is not None:
            return _passive(scene, i, passive, raised=raised, shared=shared)
        aside = _subject_of_aside(scene, i)
        if aside is not None:
            return aside
        dep, governor = scene.deps[i], scene.heads[i]
        if governor == i:
            return after_a_name(scene, i)
        if dep in {"ccomp", "relcl"}:
            return None
        if (
            dep == "advcl"
            and scene.tags[i] == "VBN"
            and not any(scene.deps[child] == "aux" for child in scene.children(i))
        ):
            return _agent(scene, i)  # "Lee, criticised for his restraint, ..."
        if dep == "acl":
            if scene.tags[i] == "VBG":
                return governor
            root = scene.doc[i].sent.root.i
            finite = scene.tags[i] in {"VBD", "VBZ", "VBP"} or scene.texts[i - 1] == ","
            if finite and scene.actor[root] and root < i and _agent(scene, i) is None:
                return root
            return _agent(scene, i)
        if dep == "pcomp":
            governor = scene.heads[governor]
        elif dep not in {"conj", "xcomp", "advcl", "parataxis", "dep"}:
            return None
        if scene.parts[governor] == "ADJ":  # "was careful to say"
            governor = scene.heads[governor]
        if scene.parts[governor] not in {"VERB", "AUX"}:
            return governor if scene.parts[governor] in {"PROPN", "NOUN"} else None
        raised, shared = dep == "xcomp", dep == "conj"
        i = governor
    return None


def _passive(scene: Scene, i: int, subject: int, *, raised: bool, shared: bool) -> int | None:
    """Return who speaks where the verb above is passive: "X said five were killed and vowed"."""
    if raised or scene.doc[i].lemma_ in {"quote", "cite", "hear"}:
        return subject
    above = scene.heads[i]
    if shared and scene.deps[i] == "ccomp" and scene.doc[above].lemma_ in speech("say"):
        return _subject(scene, above)
    return _agent(scene, i)


def _subject_of_aside(scene: Scene, i: int) -> int | None:
    """Return the subject that the parser gave to an aside: "Hitler, enraged at ..., told"."""
    for child in scene.children(i):
        if (
            child < i
            and scene.parts[child] == "VERB"
            and scene.deps[child]
            in {
                "advcl",
                "parataxis",
                "ccomp",
            }
        ):
            for leaf in scene.children(child):
                if leaf < child and scene.deps[leaf] in _SUBJECTS and scene.texts[leaf + 1] == ",":
                    return leaf
    return None


def _set_in(scene: Scene, span: "Span", i: int) -> Speech | None:
    """Find ", officials in Whitehall say," where the parser took no verb for one."""
    after = scene.texts[i + 1] if i + 1 < span.end else "."
    if after not in {",", "."} or scene.texts[i][:1].isupper():
        return None
    left = i - 1
    while left >= span.start and i - left < 10 and scene.texts[left] not in {",", '"', "—"}:  # noqa: PLR2004 - a short reach, plain where it stands
        left -= 1
    if left < span.start or scene.texts[left] not in {",", '"', "—"}:
        return None
    for j in range(left + 1, i):
        if scene.parts[j] in {"NOUN", "PROPN", "PRON"} and scene.deps[j] not in {
            "compound",
            "amod",
        }:
            start, end = span.start_char, span.end_char
            return Speech(i, j, start, end, start, end, "said:set-in")
    return None


def _agent(scene: Scene, i: int) -> int | None:
    for child in scene.children(i):
        if scene.deps[child] == "agent":
            for leaf in scene.children(child):
                if scene.deps[leaf] == "pobj":
                    return leaf
    return None


def _quotes_in(scene: Scene, span: "Span") -> bool:
    return any(
        a < span.end_char and b > span.start_char and b - a > _LEAST_QUOTE for a, b in scene.quotes
    )


def _in_quotes(scene: Scene, place: int) -> bool:
    return any(a <= place < b for a, b in scene.quotes)


def _made_clear(scene: Scene, span: "Span", i: int) -> Speech | None:
    """Find "made it clear that", "let it be known that"."""
    reach = range(i + 1, min(i + 5, span.end))
    clear = next((j for j in reach if scene.lowers[j] in _CLEAR), None)
    if (
        clear is None
        or clear + 1 >= span.end
        or scene.lowers[clear + 1] not in {"that", "it", "he"}
    ):
        return None
    subject = _subject(scene, i)
    if subject is None:
        return None
    left = scene.doc[subject].left_edge.i if subject < i and scene.heads[subject] == i else i
    right = scene.doc[i].right_edge.i
    start, end = scene.doc[left].idx, end_of(scene, max(right, clear + 1))
    return Speech(i, subject, start, end, scene.doc[clear + 1].idx, end, "said:made-clear")


def _by_noun(scene: Scene, i: int) -> Speech | None:
    """Find "Iran's warning that ...", "a statement by Iran that ..."."""
    clause = next(
        (
            c
            for c in scene.children(i)
            if scene.deps[c] in {"acl", "ccomp"}
            and any(
                scene.lowers[leaf] == "that" and scene.deps[leaf] == "mark"
                for leaf in scene.children(c)
            )
        ),
        None,
    )
    if clause is None:
        return None
    subject = None
    for child in scene.children(i):
        if scene.deps[child] in {"poss", "amod", "compound"} and scene.actor[child]:
            subject = child
        elif scene.deps[child] == "prep" and scene.lowers[child] in {"by", "from", "of"}:
            subject = next((c for c in scene.children(child) if scene.actor[c]), subject)
    if subject is None:
        return None
    first, last = child_edges(scene, clause)
    start = scene.doc[scene.doc[i].left_edge.i].idx
    return Speech(
        i,
        subject,
        start,
        end_of(scene, last),
        scene.doc[first].idx,
        end_of(scene, last),
        "said:noun",
    )
