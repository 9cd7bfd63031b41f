"""What follows in a conditional, or is feared, where it tells an effect and no party's own act."""

from typing import TYPE_CHECKING

from detente.read.ahead.causes import act_like, listed, sort
from detente.read.ahead.effects import Effect, names
from detente.read.ahead.no_effects import becomes_due, spares
from detente.read.article import Article
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modals import FUTURE
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_FROM = frozenset(("from", "in", "by", "under", "after", "over"))
_BLOWS = frozenset(("ASSAULT", "COERCE", "PROTEST", "SANCTION"))
_DOABLE = frozenset(
    ("sink", "burn", "break", "split")
)  # "would sink" is suffered, "would sink it" done
_FOLLOWING = frozenset(
    (
        "if", "inverted had", "inverted were", "inverted should", "without", "unless", "once",
        "the moment", "in the event of", "but for", "in the absence of", "in case of",
    )
)  # fmt: skip


def consequent(
    article: Article, verb: "Token", conditions: tuple[Conditional, ...]
) -> "Effect | None":
    """Return what follows in a conditional, where it tells an effect and no party's own act."""
    if verb.dep_ in {"advcl", "relcl"} or not any(
        each.dep_ in {"aux", "auxpass"} and each.lower_ in FUTURE for each in clauses.kids(verb)
    ):
        return None
    if any(each.verb.i == verb.i and _wanted(verb, each) for each in conditions):
        return None
    who = clauses.subject(verb)
    if not (_follows(verb, conditions) or _linked(verb) or _feared(article, verb, who)):
        return None
    if spares(verb) or becomes_due(verb) or _own_answer(article, verb, who) or _asked(verb):
        return None
    if verb.dep_ == "ccomp" and verb.head.lemma_ in {"doubt", "deny"}:
        return None
    known = names(verb)
    kind = sort(article, verb, who)
    if who is not None and kind is None and clauses.lemma(who) not in listed("causes", "weather"):
        told = _unable(verb, who) or _undergoes(verb, known)
    else:
        told = _unable(verb, who) or _comes_over(verb, known, who)
    return (*stretches.whole(verb), verb, None, "consequent") if told else None


def _own_answer(article: Article, verb: "Token", who: "Token | None") -> bool:
    """Say whether a party tells what it would do itself; of the past it tells an effect."""
    said_by = article.speaker_of(verb)
    if who is None or said_by is None or article.actor_of(who) != said_by:
        return False
    return not clauses.perfect(verb)


def _follows(verb: "Token", conditions: tuple[Conditional, ...]) -> bool:
    """Say whether a clause is what follows, or is coordinated with it."""
    above = verb.head.i if verb.dep_ == "conj" else verb.i
    return any(each.verb.i in {verb.i, above} and each.rule in _FOLLOWING for each in conditions)


def _linked(verb: "Token") -> bool:
    """Say whether "then" or "otherwise" makes of a clause what follows from what was told."""
    return any(
        each.dep_ == "advmod" and each.lower_ in {"then", "otherwise", "thereby"}
        for each in clauses.kids(verb)
    )


def _asked(verb: "Token") -> bool:
    """Say whether a clause only asks: "in what position it would find itself"."""
    if verb.dep_ in {"ccomp", "advcl"} and verb.head.lemma_ in {"ask", "wonder", "inquire"}:
        return True
    return any(
        each.tag_ in {"WRB", "WP", "WDT"}
        for left in verb.lefts
        for each in (left, *(left.subtree if left.dep_ == "prep" else ()))
    )


def _feared(article: Article, verb: "Token", who: "Token | None") -> bool:
    """Say whether a clause is what somebody fears would come of an act that is told with it."""
    hung = any(each.dep_ == "advcl" for each in clauses.kids(verb))
    named = (each for each in verb.subtree if each.dep_ == "pobj" and each.head.lower_ in _FROM)
    caused = hung or act_like(article, who) or any(act_like(article, each) for each in named)
    if not caused and verb.dep_ != "conj":
        return False
    current = verb
    for _ in range(3):
        if current.dep_ not in {"ccomp", "conj", "advcl"}:
            return False
        current = current.head
        if current.lemma_.lower() in listed("causes", "fearing"):
            return current.pos_ == "VERB"
    return False


def _wanted(verb: "Token", condition: Conditional) -> bool:
    """Say whether a condition is an aim: what follows is what it needs, no effect of it."""
    inside = stretches.span_at(verb.doc, condition.condition_start, condition.condition_end)
    return any(each.lemma_.lower() in {"want", "wish", "desire", "aim"} for each in inside)


def _unable(verb: "Token", who: "Token | None") -> bool:
    """Say whether nobody, or some party no longer, could do a thing: "no president will be able to"."""
    if who is None:
        return False
    nobody = who.lower_ in {"nobody", "none"} or any(
        each.lower_ == "no" for each in clauses.kids(who)
    )
    able = any(each.lower_ in {"able", "safe", "office"} for each in verb.subtree)
    if nobody:
        return not clauses.passive(verb)
    return verb.lemma_ == "be" and clauses.negated(verb) and able


def _undergoes(verb: "Token", known: frozenset[str]) -> bool:
    """Say whether a party doesn't act, but something comes over it: "would have to choose"."""
    if known & listed("undergone"):
        return verb.lemma_ not in _DOABLE or clauses.child(verb, "dobj") is None
    if clauses.passive(verb):
        return bool(known & listed("affected"))
    if any(each.lower_ in {"hardly", "scarcely"} for each in clauses.kids(verb)):
        return bool(known & listed("standing_by"))
    if verb.lemma_ == "have":
        return any(each.dep_ in {"xcomp", "dobj"} for each in clauses.kids(verb))
    if verb.lemma_ == "find":
        return any(each.lower_.endswith(("self", "selves")) for each in clauses.kids(verb))
    return verb.lemma_ == "be" and not clauses.negated(verb) and _in_plight(verb)


def _in_plight(verb: "Token") -> bool:
    """Say whether a party would be in some state, other than ready to act."""
    said = [each for each in clauses.kids(verb) if each.dep_ in {"acomp", "attr", "prep", "advmod"}]
    behind = [each for each in said if each.i > verb.i]
    return bool(behind) and not any(each.lower_ in listed("plights", "willing") for each in behind)


def _comes_about(verb: "Token") -> bool:
    """Say whether there would be a war or a want: no talks, no vote, no others."""
    what = clauses.child(verb, "attr")
    if what is None or clauses.negated(verb):
        return False
    if any(each.lower_ == "no" for each in what.lefts):
        return any(each.lower_ == "left" for each in verb.subtree)
    lemma = clauses.lemma(what)
    event = lexicon().nouns.get(lemma)
    return lemma in listed("causes", "abstract") | listed("ensuing") or event in _BLOWS


def _comes_over(verb: "Token", known: frozenset[str], who: "Token | None") -> bool:
    """Say whether something happens to a thing or a state comes about: no party acts."""
    if who is None:
        return clauses.child(verb, "expl") is not None and _comes_about(verb)
    if who.pos_ == "PRON" and verb.lemma_ == "be":
        return any(each.lower_ in listed("plights", "over") for each in clauses.kids(verb))
    if who.pos_ == "PRON":
        return False
    if clauses.passive(verb):
        return bool(known & listed("affected"))
    if verb.lemma_ == "be":
        told = clauses.child(verb, "attr")
        return told is None or told.lemma_.lower() in listed("verdicts", "nouns")
    return not clauses.negated(verb) and bool(
        known & (listed("modal") | listed("strong") | listed("comes_about"))
    )
