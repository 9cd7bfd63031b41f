"""To whom the word above hands on an infinitive or participle without a subject.

"Urged Iran to halt" hands it to Iran, "threatened to strike" to the subject, "sentenced
him for spying" to him, and "orders to shoot" to who has them.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.nearby import actor_near
from detente.read.grammar import clauses
from detente.read.grammar.operators import operator
from detente.read.text.words import Lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

# "He accused Niger of a raid, called for talks": by him, though a parser hangs one on the other
_FINITE = frozenset(("VBD", "VBZ"))
_HAVING = frozenset(("have", "get", "receive", "hold", "carry", "obtain", "win", "await", "lack"))


def controller(verb: "Token", article: Article, words: Lexicon) -> "Token | None":  # noqa: C901, PLR0911, PLR0912 - a list of cases
    """Return the noun that the word above hands on as the doer of an infinitive or participle."""
    current, allowed = verb, False
    for _ in range(8):
        above = current.head
        if above.i == current.i:
            return None
        if _goes_on(current):
            current, above = above, above.head
            while above.pos_ != "VERB" and above.head.i != above.i:
                current, above = above, above.head
            return clauses.subject(above)
        if above.pos_ == "NOUN" and above.lemma_.lower() in word_class("leave_to_act"):
            given = _given_leave(article, above) or _has_leave(above)
            if given is not None:
                return given
            allowed = True
        if above.pos_ in {"VERB", "AUX"} and above.dep_ not in {"aux", "auxpass"}:
            if current.pos_ == "NOUN" and current.dep_ in clauses.SUBJECTS and _judged(above):
                return None  # "an attempt to enter would be resisted": by who says so
            judged = judged_for(above, current)
            if judged is not None:
                return judged
            if (
                not allowed
                and above.lemma_.lower() in word_class("hands_on")
                and current.dep_ in {"xcomp", "ccomp", "advcl", "prep", "acl"}
                and not _by_itself(current)
            ):
                given = _handed_on(article, above, current)
                if given is not None:
                    return given
            by = clauses.agent(above)
            if by is not None:
                return by
            if not (clauses.passive(above) and current.dep_ != "xcomp"):
                who = clauses.subject(above)
                if who is not None and who.i not in {verb.i, current.i}:
                    return who
        elif above.pos_ in {"NOUN", "PROPN"} and operator(above, words) == "demanded":
            for each in clauses.prepositional(above, "on", "to", "for", "upon"):
                if article.actor_of(each):
                    return each
            return None
        elif above.pos_ in {"NOUN", "PROPN"}:
            owner = clauses.child(above, "poss")
            if owner is not None and article.actor_of(owner):
                return owner
            for each in above.children:
                if each.dep_ in {"amod", "compound", "nmod"} and article.actor_of(each):
                    return each
            if current.dep_ in {"acl", "relcl"} and operator(above, words) is None:
                return above if actor_near(article, above) else None
            for each in clauses.prepositional(above, "by", "from", "on"):
                if article.actor_of(each) and operator(above, words) is not None:
                    return each
        current = above
    return None


def _by_itself(verb: "Token") -> bool:
    """Say whether a past tense without "when" or "if" only looks like a clause below another."""
    below = verb.dep_ in {"advcl", "ccomp"} and verb.tag_ in _FINITE
    return below and not any(
        each.dep_ == "mark" or each.tag_ == "WRB" for each in clauses.kids(verb)
    )


def _goes_on(verb: "Token") -> bool:
    """Say whether a past tense goes on a clause, though a parser joins it to an infinitive in it.

    "He asked Niger to help and, when it refused, threatened to close the road": he threatened.
    """
    first = verb.head
    return verb.dep_ == "conj" and verb.tag_ == "VBD" and first.tag_ == "VB"


def _judged(verb: "Token") -> bool:
    """Say whether a clause tells what others think of an act, or how they would meet it."""
    helper = clauses.modal(verb)
    return helper is not None and helper.lower_ in {"would", "will", "'ll", "'d"}


def judged_for(verb: "Token", below: "Token") -> "Token | None":
    """Return who is punished, blamed or thanked for what stands behind "for" or "over"."""
    if below.dep_ != "prep" or below.lower_ not in {"for", "over"}:
        return None
    if verb.lemma_.lower() not in word_class("judged_for"):
        return None
    return clauses.subject(verb) if clauses.passive(verb) else clauses.child(verb, "dobj")


def _handed_on(article: Article, above: "Token", below: "Token") -> "Token | None":
    """Return the noun that a verb of asking, making or letting hands an act on to."""
    if any(n.lemma_ in word_class("leave_to_act") for n in clauses.prepositional(above, "for")):
        return None  # "asked Chile for leave to land"
    given = clauses.child(above, "dobj")
    if given is None and clauses.passive(above):
        given = clauses.subject(above)
    told = [n for n in clauses.prepositional(above, "on", "upon", "to") if n.i > above.i]
    if given is None:
        given = next((n for n in told if article.actor_of(n)), None)
    if given is None:
        given = next((n for n in told if n.pos_ == "PRON" and below.dep_ == "xcomp"), None)
    if given is not None and (given.pos_ == "PRON" or actor_near(article, given) or _people(given)):
        return given
    if clauses.passive(above) or above.lemma_.lower() not in word_class("asking_others"):
        return None  # who asks something of others, known or not, isn't to do it himself
    wanted = [
        n for n in clauses.prepositional(above, "for") if n.i > above.i and _doing(article, n)
    ]
    for each in (given, *told, *wanted):
        if each is not None and each.i < below.i:
            return each
    return None


def _doing(article: Article, noun: "Token") -> bool:
    """Say whether somebody, not a thing, is asked for: "asked for an international force to fight"."""
    lemma = noun.lemma_.lower()
    able = word_class("force") | word_class("people") | word_class("servants")
    return lemma in able or article.actor_of(noun) is not None


def _people(noun: "Token") -> bool:
    """Say whether a noun of no known actor names people who can act: "all claimants"."""
    lemma = noun.lemma_.lower()
    if lemma in word_class("force") | word_class("servants"):
        return False  # "ordered the air force to strike": one's own
    return (
        noun.ent_type_ in {"ORG", "NORP", "PERSON", "GPE"}
        or lemma in word_class("people")
        or lemma in word_class("strangers")
    )


def _given_leave(article: Article, noun: "Token") -> "Token | None":
    """Return who is given leave, time or orders to act: "gave Serbia a week to withdraw"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in word_class("giving"):
        return None
    whom = clauses.child(verb, "dative")
    if whom is not None and whom.pos_ == "ADP":
        whom = clauses.child(whom, "pobj")
    if whom is None:
        whom = next(clauses.prepositional(verb, "to"), None)
    return whom if whom is not None and actor_near(article, whom) is not None else None


def _has_leave(noun: "Token") -> "Token | None":
    """Return who has leave or orders to act: "the police had orders to detain him"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in _HAVING:
        return clauses.subject(verb)
    if noun.dep_ == "pobj" and verb.lower_ in {"with", "under", "without"}:
        return clauses.subject(clauses.head_verb(verb))
    return None
