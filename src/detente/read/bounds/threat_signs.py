"""What tells a threat from any other "if ... then": who says it, who would act, upon what.

One sign says little: many conditions are feared, offered or merely weighed. Together they tell
a good deal. `signs` yields them by name; the weights of these names stand in
``lexicon/threats.toml``, and ``evaluation/threats.py`` fits them.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.comers import by_means
from detente.read.bounds.comeuppance import open_options, over, regrets
from detente.read.bounds.threat_halves import Halves, event, whose
from detente.read.bounds.voiced import behind_warning
from detente.read.done.act import OPEN, Act
from detente.read.grammar import clauses
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modality import HOSTILE
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = {
    "inverted should": "if", "inverted were": "if", "in case of": "in the event of",
    "or else": "or face", "failing which": "or face", "if not": "or face",
    "so long as": "as long as",
}  # fmt: skip
_SHORT = {"'ll": "will", "wo": "will", "'d": "would", "ca": "can"}
_PRICES = frozenset(("consequence", "price", "cost", "regret", "responsible", "responsibility"))
_PROMISING = frozenset(
    ("threaten", "vow", "warn", "promise", "swear", "offer", "agree", "refuse", "propose")
)
_LASTING = frozenset(("continue", "keep", "remain", "stay", "persist", "last"))
_ANSWERING_FOR = frozenset(("guarantee", "answer", "vouch", "ensure"))
_SPEAKERS = frozenset(("first", "drawer", "pronoun drawer"))
_OTHERS = frozenset(("party", "pronoun party", "you"))
_VOICES = {"carried on": "party", "unnamed": "party", "message": "party"}


def signs(article: Article, acts: Sequence[Act], each: Conditional, both: Halves) -> Iterator[str]:
    """Yield what speaks for and against a conditional being a threat.

    Parameters
    ----------
    article : Article
        Where it stands.
    acts : sequence of Act
        Those of the article.
    each : Conditional
        One of `detente.read.ahead.conditionals.find`.
    both : Halves
        Its halves.
    """
    kind = _KINDS.get(each.rule, each.rule)
    answered = whose(article, both.who, both.drawer)
    fulfilled = whose(article, both.first, both.drawer)
    manner = "harm" if any(map(_harms, _with_others(both.deed))) else "plain"
    yield kind
    yield from _of_voice(article, both)
    yield from _of_answer(both, each, answered)
    yield from _of_condition(article, both, each, fulfilled, manner)
    voice = _VOICES.get(both.voice, both.voice)
    sides = f"{_side(fulfilled)} > {_side(answered)}"
    passive = " passive" if clauses.passive(both.verb) else ""
    yield from (f"{sides} in {voice}", f"{sides} {manner}{passive}")
    yield f"{manner} in {voice}"
    wanted = _wanted(both.condition)
    yield from (f"{kind} {wanted}", f"{kind} {wanted} {manner}")
    yield from _of_acts(acts, each)


def _side(kind: str) -> str:
    """Return whose act a half is: the speaker's, another party's, nobody's, or perhaps somebody's."""
    if kind in _SPEAKERS:
        return "speaker"
    if kind in _OTHERS:
        return "other"
    return kind if kind == "nobody" or kind.endswith("named") else "some"


def _of_voice(article: Article, both: Halves) -> Iterator[str]:
    verb = both.verb
    yield f"voice {both.voice}"
    if article.quoted(verb.idx):
        yield "quoted"
    saying = article.saying_at(verb.idx)
    if saying is not None:
        yield f"said {saying.rule.rsplit(':', 1)[-1]}"
    if verb.head.i != verb.i and verb.dep_ in {"ccomp", "xcomp", "conj", "advcl", "acl"}:
        yield f"under {verb.head.lemma_.lower()}"
    if behind_warning(verb):
        yield "behind warning"
    if verb.sent[-1].text == "?":
        yield "asked"


def _of_answer(both: Halves, each: Conditional, answered: str) -> Iterator[str]:
    verb, told = both.verb, both.deed
    helper = clauses.modal(verb)
    if helper is None:
        yield f"modal {'to' if verb.tag_ == 'VB' else verb.tag_}"
    else:
        yield f"modal {_SHORT.get(helper.lower_, helper.lower_)}"
    passive = "passive " if clauses.passive(verb) else ""
    yield from (f"by {passive}{answered}", f"type {passive}{event(told)}")
    yield f"deed {told.lemma_.lower()}"
    yield from (f"top {lemma}" for lemma in sorted({verb.lemma_, each.verb.lemma_} & _PROMISING))
    lasts = told.lemma_ in _LASTING
    for name, seen in (
        ("not", clauses.negated(verb)),
        ("happens", told.lemma_.lower() in line_words("voices", "happening")),
        ("goes on", lasts or (told.lemma_ == "go" and phrase(told, lexicon()) == "go_on")),
        ("no promise", clauses.negated(verb) and told.lemma_ in _ANSWERING_FOR),
        ("regrets", regrets(verb)),
        ("all is open", open_options(verb, both.who)),
        ("over", both.who is not None and over(verb, both.who)),
        ("by means", by_means(told)),
    ):
        if seen:
            yield name
    yield from _ills_told(both, each)


def _ills_told(both: Halves, each: Conditional) -> Iterator[str]:
    """Yield what ill is named in an answer: an embargo, a war, a price."""
    ills = line_words("ultimatums", "ills") | line_words("reprisals", "prices")
    ills |= line_words("reprisals", "answers")
    if {thing.lemma_.lower() for thing in clauses.objects(both.deed)} & ills:
        yield "an ill"
    if both.who is not None and both.who.lemma_.lower() in ills | line_words("over", "things"):
        yield "an ill comes"
    rest = {
        token.lemma_.lower()
        for token in both.verb.subtree
        if not each.condition_start <= token.idx < each.condition_end
    }
    if "war" in rest:
        yield "war"
    if rest & _PRICES:
        yield "no price" if clauses.negated(both.verb) else "a price"


def _of_condition(
    article: Article, both: Halves, each: Conditional, fulfilled: str, manner: str
) -> Iterator[str]:
    before = article.text[max(each.condition_start - 6, 0) : each.condition_start + 5].lower()
    if "only " in before:
        yield from ("only", f"only {manner}")
    if each.condition_start <= each.start:
        yield "if first"
    first, verb = both.first, both.condition
    if first is not None:
        if first.lemma_.lower() in line_words("voices", "talks"):
            yield "if talks"
        if _by_itself(first, fulfilled):
            yield "if by itself"
    if verb is None:
        yield f"if by {fulfilled}"
        return
    passive = "passive " if clauses.passive(verb) else ""
    yield from (f"if by {passive}{fulfilled}", f"if type {passive}{event(verb)}")
    yield from (f"if by {passive}{fulfilled} in {both.voice}", f"if deed {verb.lemma_.lower()}")
    if clauses.negated(verb):
        yield "if not"
    helper = clauses.modal(verb)
    if helper is not None:
        yield f"if {helper.lower_}"


def _with_others(told: "Token") -> "list[Token]":
    """Return a deed with those told beside it: "would appeal to the court and break off relations"."""
    return [told, *(each for each in clauses.kids(told) if each.dep_ == "conj")]


def _harms(told: "Token") -> bool:
    """Say whether a deed hurts: an army called back is a kindness, an ambassador isn't."""
    men = {clauses.lemma(each) for each in clauses.objects(told)} & {*word_class("force")}
    if told.lemma_ == "withdraw" and men:
        return False
    return event(told) in HOSTILE or told.lemma_.lower() in line_words("reprisals")


def _by_itself(first: "Token", fulfilled: str) -> bool:
    """Say whether a condition comes about by nobody's act: "if tension rose", "if the virus spreads"."""
    own = line_words("voices", "by_itself") | line_words("voices", "mutual")
    if first.lemma_.lower() in own or first.lower_ == "nothing":
        return True
    happens = first.head.lemma_.lower() in line_words("voices", "happening")
    return happens and fulfilled in {"thing", "act"}


def _of_acts(acts: Sequence[Act], each: Conditional) -> Iterator[str]:
    for act in acts:
        if not each.start <= act.head.idx < each.end:
            continue
        kind = "hostile" if act.event in HOSTILE else "kind" if act.event else "untyped"
        if each.condition_start <= act.head.idx < each.condition_end:
            yield f"if {kind} act"
        elif act.status in OPEN:
            yield f"{kind} act {act.status}"


def _wanted(verb: "Token | None") -> str:
    """Return what a condition is: a kindness, a provocation or neither, done or left undone."""
    if verb is None:
        return "neutral done"
    lemma = verb.lemma_.lower()
    done = "undone" if clauses.negated(verb) else "done"
    if lemma in line_words("benign"):
        return f"kind {done}"
    hostile = lemma in line_words("provoking") or event(verb) in HOSTILE
    return f"{'hostile' if hostile else 'neutral'} {done}"
