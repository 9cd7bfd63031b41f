"""Signs that a clause tells what an act brought about or would: its verb, its subject, its place.

One sign alone says little of it, many together do. The weights of these signs stand in
``lexicon/consequence_chances.toml``; ``evaluation/consequence_chances.py`` fits them to
``evaluation/dev`` by a logistic regression (Cox 1958).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.ahead.causes import act_like, listed, sort
from detente.read.ahead.no_effects import becomes_due, decides, intends, spares
from detente.read.ahead.words_of_effect import EFFECTS, FATES, kinds
from detente.read.article import Article
from detente.read.done.act import Act
from detente.read.grammar import clauses
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modals import FUTURE
from detente.read.text.wordlists import listed as in_grammar
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

Span = tuple[int, int]

_SPELLED = {"'ll": "will", "wo": "will", "'d": "would", "ca": "can"}
_PERSONAL = frozenset(("it", "they", "he", "she", "we", "i", "you"))
_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp"))
_BEHIND = frozenset(
    ("dobj", "attr", "acomp", "oprd", "dative", "ccomp", "xcomp", "prep", "prt", "advmod", "agent",
     "advcl", "npadvmod")
)  # fmt: skip
_OF_CAUSE = frozenset(
    ("after", "since", "following", "under", "with", "amid", "from", "because", "for", "in", "by", "on")
)  # fmt: skip
_LINKS = (
    "if", "unless", "because", "after", "when", "since", "as", "once", "before", "until", "while",
    "although", "though",
)  # fmt: skip
_ARTICLES = frozenset(("the", "a", "an", "any", "every", "all", "another"))
_FAR = 4


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What a clause stands among.

    Attributes
    ----------
    article : Article
        The text.
    acts : mapping of int to Act
        By the places of their heads.
    conditions : sequence of Conditional
        In the order of the text.
    told : sequence of (int, int)
        The spans of the consequences that rules found.
    """

    article: Article
    acts: Mapping[int, Act]
    conditions: Sequence[Conditional]
    told: Sequence[Span]


def signs(scene: Scene, verb: "Token", span: Span, known: frozenset[str]) -> Iterator[str]:
    """Yield what speaks for and against a clause's telling a consequence.

    Parameters
    ----------
    scene : Scene
        What it stands among.
    verb : Token
        Its head.
    span : (int, int)
        Its characters.
    known : frozenset of str
        The lists of its verb, as `words_of_effect.may_tell` returns them.
    """
    helper = clauses.modal(verb)
    modal = "none" if helper is None else _SPELLED.get(helper.lower_, helper.lower_)
    when = "real" if helper is None else "ahead" if helper.lower_ in FUTURE else "bound"
    who = clauses.subject(verb)
    whose = _whose(scene.article, verb, who)
    yield from _of_form(verb, modal, when, whose)
    yield from _of_verb(verb, known, when, whose)
    if spares(verb):
        yield "spares"
    if _says_only(verb, whose):
        yield "says only"
    if who is not None:
        yield from _of_subject(who, when)
    yield from _above(verb, when)
    for each in clauses.kids(verb):
        yield from _below(scene.article, verb, each)
    yield from _of_conditions(scene, verb, known, whose)
    yield from _among(scene, verb, span, when)


def _says_only(verb: "Token", whose: str) -> bool:
    """Say whether a clause only asks, settles a question, or says what a paper lays down or means."""
    if becomes_due(verb) or decides(verb) or "whether" in clauses.marks(verb):
        return True
    if verb.lemma_ == "mean" and intends(verb, whose):
        return True
    return whose == "paper" and verb.lemma_.lower() in listed("causes", "laid_down")


def _whose(article: Article, verb: "Token", who: "Token | None") -> str:
    """Return of what kind the subject is."""
    if who is None:
        return "nobody"
    kind = sort(article, verb, who)
    if kind is not None:
        return kind
    role = article.role_of(article.actor_of(who))
    if who.pos_ == "PRON":
        return f"pronoun {role}" if who.lower_ in _PERSONAL else f"pronoun {who.lower_}"
    if role is not None:
        return role
    lemma = clauses.lemma(who)
    lists = (
        ("people", word_class("people")),
        ("force", word_class("force")),
        ("doer", listed("causes", "doers")),
    )
    other = "name" if who.pos_ == "PROPN" else "thing"
    return next((name for name, known in lists if lemma in known), other)


def _of_form(verb: "Token", modal: str, when: str, whose: str) -> Iterator[str]:
    perfect = clauses.perfect(verb)
    tense = "modal" if modal != "none" else "perfect" if perfect else verb.tag_
    yield from (f"modal {modal}", f"tense {tense}")
    if perfect and modal != "none":
        yield "would have"
    yield from (f"subject {whose}", f"{when} {whose}")
    yield f"{'passive' if clauses.passive(verb) else 'active'} {when}"
    if clauses.negated(verb):
        yield from ("negated", f"negated {when}", f"negated {whose}")
    if clauses.conditional(verb):
        yield "if"
    if verb.sent[-1].text == "?":
        yield "asked"
    yield from (f"mark {each}" for each in sorted(clauses.marks(verb)))


def _of_verb(verb: "Token", known: frozenset[str], when: str, whose: str) -> Iterator[str]:
    lemma = verb.lemma_.lower()
    words = lexicon()
    yield f"verb {lemma}"
    acts = lemma in words.verbs or lemma in words.frames
    found = {
        *known,
        *(("saying",) if lemma in words.saying else ()),
        *(("inert",) if lemma in in_grammar("untyped", "inert") else ()),
        *(("state",) if lemma in words.stative else ()),
        *(("fearing",) if lemma in listed("causes", "fearing") else ()),
    }
    for each in sorted(found):
        yield from (f"is {each}", f"is {each} {when}")
    if not found and not acts:
        yield "is none"
    what = _what(known, acts=acts)
    yield from (f"{what} of {whose}", f"{what} {when} {whose}")


def _what(known: frozenset[str], *, acts: bool) -> str:
    if known & EFFECTS:
        return "effect"
    if known & FATES:
        return "fate"
    return "act" if acts else "other"


def _of_subject(who: "Token", when: str) -> Iterator[str]:
    for each in kinds(clauses.lemma(who)):
        yield from (f"subject is {each}", f"subject is {each} {when}")
    before = {each.lower_ for each in clauses.kids(who) if each.i < who.i}
    if before & {"no", "few", "neither"} or who.lower_ in {"nobody", "none", "nothing", "few"}:
        yield "subject no"
    if before & {"this", "that", "these", "such"}:
        yield "subject this"
    yield from (f"subject {each}" for each in sorted(before & _ARTICLES) or ("bare",))
    if who.tag_ == "VBG":
        yield "subject gerund"


def first_of(verb: "Token") -> "Token":
    """Return the first of coordinated verbs."""
    for _ in range(_FAR):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return verb


def _above(verb: "Token", when: str) -> Iterator[str]:
    yield from (f"as {verb.dep_}", f"as {verb.dep_} {when}")
    top = first_of(verb)
    if top.dep_ not in _CLAUSES:
        return
    above = top.head.lemma_.lower()
    yield from (f"under {top.dep_}", f"under {above}")
    if above in lexicon().saying:
        yield "under saying"
    if above in listed("causes", "fearing") or above in listed("causes", "feared"):
        yield from ("under fear", f"under fear {when}")


def _below(article: Article, verb: "Token", each: "Token") -> Iterator[str]:
    """Yield the signs of what hangs on a verb."""
    behind = each.i > verb.i
    if each.dep_ == "advcl":
        links = clauses.marks(each)
        link = next((word for word in _LINKS if word in links), "none")
        yield f"{'behind' if behind else 'before'} it {link}"
    if behind and each.dep_ in _BEHIND:
        yield f"with {each.dep_}"
    if each.dep_ == "prep":
        yield from _with_preposition(article, each, behind=behind)
    elif behind and each.dep_ == "prt":
        yield f"with {each.lower_}"
    elif behind and each.dep_ in {"dobj", "attr"}:
        yield from (f"object {kind}" for kind in kinds(clauses.lemma(each)))
        if article.role_of(article.actor_of(each)) == "party":
            yield "object party"
        before = {word.lower_ for word in clauses.kids(each)}
        if before & {"its", "their", "his", "her"}:
            yield "object own"
        if "no" in before:
            yield "object no"


def _with_preposition(article: Article, prep: "Token", *, behind: bool) -> Iterator[str]:
    yield f"{'with' if behind else 'before'} {prep.lower_}"
    noun = clauses.child(prep, "pobj")
    if noun is None:
        return
    if act_like(article, noun):
        near = "after" if prep.lower_ in _OF_CAUSE else "with"
        yield f"{near} an act" if behind else "before an act"
    if behind:
        yield from (f"prep {kind}" for kind in kinds(clauses.lemma(noun)))


def _of_conditions(scene: Scene, verb: "Token", known: frozenset[str], whose: str) -> Iterator[str]:
    """Yield how a clause stands in a conditional: in the condition, or as what follows."""
    place = verb.idx
    within = next((each for each in scene.conditions if each.start <= place < each.end), None)
    if within is None:
        yield "no condition"
        return
    if within.condition_start <= place < within.condition_end:
        yield "a condition"
        return
    if within.verb.i != verb.i and not (verb.dep_ == "conj" and first_of(verb).i == within.verb.i):
        yield "in a conditional"
        return
    follows = "follows" if within.verb.i == verb.i else "follows too"
    yield from (follows, f"follows {within.rule}", f"follows of {whose}")
    if known:
        yield f"follows {_what(known, acts=False)}"


def _among(scene: Scene, verb: "Token", span: Span, when: str) -> Iterator[str]:
    """Yield the signs of the act that a clause tells and of the consequences around it."""
    act = scene.acts.get(verb.i)
    if act is None:
        yield "no act"
    else:
        yield from (f"act {act.status}", f"act {act.event}")
    sentence = scene.article.sentence_at(verb.idx)
    first, last = sentence.start_char, sentence.end_char
    beside = [
        each
        for each in scene.told
        if first <= each[0] < last and not (each[0] < span[1] and span[0] < each[1])
    ]
    if not beside:
        return
    yield "one beside"
    yield "one before" if any(end <= verb.idx for _, end in beside) else "one behind"
    if verb.dep_ == "conj" and _in(verb.head, beside):
        yield from ("one coordinated", f"one coordinated {when}")
    if any(each.dep_ == "conj" and _in(each, beside) for each in clauses.kids(verb)):
        yield "one coordinated behind"


def _in(token: "Token", spans: Sequence[Span]) -> bool:
    return any(start <= token.idx < end for start, end in spans)
