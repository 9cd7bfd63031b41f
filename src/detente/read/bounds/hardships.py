"""What another's act would bring on it, where no blow is told: "steps would follow", "you will be taken".

Each function looks at one verb of what would be, behind a condition: measures that come into
force, blame laid in advance, who would have to go, what befalls whoever is spoken to, and the
speaker's own men, who would fight.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.deeds import deed, strikes
from detente.read.bounds.provocations import doer_of, provoked
from detente.read.bounds.voiced import onlooker
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEASURES = frozenset(
    ("measure", "countermeasure", "step", "action", "sanction", "penalty", "punishment", "embargo",
     "reprisal", "retaliation")
)  # fmt: skip
_COMING = frozenset(
    ("follow", "come", "become", "begin", "start", "apply", "enter", "take", "impose", "result")
)
_BLAMED = frozenset(("responsible", "accountable", "liable", "answerable", "blame"))
_GOING = frozenset(("leave", "go", "withdraw", "quit", "depart", "evacuate", "pack", "vacate"))
_KIND = frozenset(
    ("free", "release", "pay", "welcome", "help", "protect", "give", "allow", "receive", "reward",
     "spare", "save", "invite", "treat", "forgive", "pardon", "offer", "tell", "ask", "feed")
)  # fmt: skip
_RANKS = frozenset(
    ("adm", "gen", "col", "lt", "capt", "cmdr", "maj", "sgt", "brig", "admiral", "general",
     "colonel", "captain", "commander", "major", "brigadier", "marshal", "chief", "commandant",
     "sheikh", "mullah")
)  # fmt: skip
_BORNE = frozenset(("defend", "protect", "resist", "fight"))


def measures_follow(verb: "Token", who: "Token") -> bool:
    """Say whether measures come of it: "the measures would come into force", "other steps would follow"."""
    told = deed(verb)
    none = any(each.lower_ == "no" for each in clauses.kids(who))
    coming = bool({verb.lemma_, told.lemma_} & _COMING) and who.lemma_.lower() in _MEASURES
    return coming and not none and not clauses.negated(verb)


def blamed(article: Article, verb: "Token", who: "Token", drawer: str | None) -> bool:
    """Say whether another is blamed beforehand: "the government will be responsible"."""
    other = parties.actor_near(article, who)
    if drawer is None or other in {None, drawer} or verb.lemma_ != "be" or clauses.negated(verb):
        return False
    below = clauses.child(verb, "acomp", "xcomp", "oprd", "attr")
    return below is not None and below.lemma_.lower() in _BLAMED


def driven_out(article: Article, verb: "Token", who: "Token", drawer: str | None) -> bool:
    """Say whether another would have to go: "British forces would have to leave unless"."""
    other = parties.actor_near(article, who)
    forced = verb.lemma_ == "have" and not clauses.negated(verb)
    known = drawer is not None and other not in {None, drawer}
    return known and forced and deed(verb).lemma_ in _GOING


def befalls_you(article: Article, each: Conditional, verb: "Token") -> bool:
    """Say whether whoever is spoken to is told what will be done to him: "if you come, you will be".

    Examples
    --------
    >>> from detente.read.article import article
    >>> from detente.read.ahead.conditionals import find
    >>> text = article('"If you leave Ghana by sea, you will be jailed," the minister said.')
    >>> [befalls_you(text, each, each.verb) for each in find(text)]
    [True]
    """
    first, who, helper = doer_of(article, each), clauses.subject(verb), clauses.modal(verb)
    if first is None or who is None or helper is None or onlooker(article, verb.idx):
        return False
    told = helper.lower_ in WILL and clauses.passive(verb) and not clauses.negated(verb)
    spoken = first.lower_ == who.lower_ == "you" and article.quoted(verb.idx)
    return told and spoken and verb.lemma_ not in _KIND


def own_men_fight(article: Article, each: Conditional, verb: "Token", who: "Token") -> bool:
    """Say whether "we", "our ships" or "his men" would fight back: said by whoever leads them.

    Of whom it is said need not be known: he who speaks for men that would fight is no onlooker.
    """
    if clauses.negated(verb) or clauses.passive(verb) or onlooker(article, verb.idx):
        return False
    helper = clauses.modal(verb)
    own = {kid.lower_ for kid in clauses.kids(who) if kid.dep_ == "poss"}
    men = clauses.lemma(who) in {*word_class("force"), *word_class("people")}
    ours = who.lower_ == "we" and article.quoted(verb.idx) and _in_command(article, verb)
    ours = ours or (men and bool(own & {"his", "her", "their", "our", "my"}))
    if not ours or helper is None or helper.lower_ not in WILL or not provoked(article, each):
        return False
    told = deed(verb)
    firm = told.lemma_ == "take" and any(
        thing.lemma_.lower() in _MEASURES for thing in clauses.objects(told)
    )
    return strikes(verb) or told.lemma_ in _BORNE or firm


def _in_command(article: Article, verb: "Token") -> bool:
    """Say whether whose words these are is nobody known by name, or bears a rank or an office."""
    speaker = article.speaker_of(verb)
    known = article.cast.get(speaker) if speaker is not None else None
    if known is None or article.role_of(speaker) == "party":
        return True
    last = known.name.split()[-1]
    office = {*word_class("people"), *word_class("force"), *_RANKS}
    for token in article.doc:
        if token.text != last:
            continue
        beside = [*clauses.kids(token)]
        if token.dep_ == "appos":
            beside += [token.head, *clauses.kids(token.head)]
        if any(each.lemma_.lower().rstrip(".") in office for each in beside):
            return True
    return False


def rises(verb: "Token", who: "Token") -> bool:
    """Say whether men take up arms, whoever they are: "the veterans would take up arms"."""
    if clauses.negated(verb) or clauses.passive(verb):
        return False
    told = deed(verb)
    arms = told.lemma_ == "take" and any(
        thing.lemma_.lower() in {"arm", "arms", "weapon"} for thing in clauses.objects(told)
    )
    men = who.ent_type_ == "" and who.lemma_.lower() not in {"it", "this", "that"}
    fights = told.lemma_ == "fight" and lexicon().verbs.get(phrase(told, lexicon())) == "ASSAULT"
    return men and (arms or (fights and clauses.lemma(who) in word_class("force")))


def parted(article: Article, each: Conditional) -> Conditional:
    """Return a conditional without a comma, parted where "we will" begins: "if they come we will fire".

    A parser takes such an answer for a part of the condition, and what was said for a mere
    verb of saying.
    """
    if article.saying_at(each.verb.idx) is not None and clauses.modal(each.verb) is not None:
        return each
    inside = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    for token in inside:
        helper = token.head if token.dep_ in clauses.SUBJECTS else None
        modal = clauses.modal(helper) if helper is not None else None
        if helper is None or modal is None or modal.lower_ not in {"will", "'ll", "shall"}:
            continue
        later = token.lower_ in {"we", "i"} and token.i > inside.start + 3
        if later and clauses.modal(each.verb) is None and each.verb.lemma_ in _SAYING:
            return replace(each, verb=helper, condition_end=token.idx)
    return each


_SAYING = frozenset(("say", "tell", "warn", "add", "write", "declare", "announce", "insist"))
