"""Verbs by which somebody bars an act: "must not", "do not", "warned them not to".

Each function looks at one verb and returns the line that it draws, if it draws one; what
is refused is in `refusals`, what is answered in `answers`.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.line import Line
from detente.read.bounds.refusals import bars_all, refused, refuses, ruled_out
from detente.read.bounds.voiced import says
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELF = frozenset(("i", "we", "it", "they", "he", "she", "you"))


def barred(article: Article, verb: "Token") -> Line | None:
    """Return the line that a verb draws by barring an act, if it draws one."""
    lemma = verb.lemma_.lower()
    if lemma == "warn":
        return _warned(article, verb)
    helper = clauses.modal(verb)
    if lemma in {"forbid", "tell", "order", "prohibit"} and helper is None:
        return _told_not_to(article, verb)
    if lemma == "rule" and helper is None:
        return ruled_out(article, verb)
    denied = clauses.negated(verb) or bars_all(verb)
    ordered = _ordered(article, verb, denied=denied)
    if ordered is not None or helper is None:
        return ordered
    line = _must_not(article, verb, helper, denied=denied)
    return line or (refused(article, verb, helper) if denied and refuses(verb) else None)


def _ordered(article: Article, verb: "Token", *, denied: bool) -> Line | None:
    """Return what a party tells another not to do: "Do not test us"."""
    if not denied or verb.tag_ != "VB" or clauses.child(verb, *clauses.SUBJECTS) is not None:
        return None
    if not any(
        each.lower_ in {"do", "n't", "not"} and each.dep_ == "aux" for each in clauses.kids(verb)
    ):
        return None
    if says(article, verb) is None or verb.dep_ in {"xcomp", "acl"}:
        return None
    lemma = verb.lemma_.lower()
    if lemma not in line_words("provoking") | line_words("voices", "barring"):
        return None  # "Do not be afraid", "Do not expose the men": orders to one's own
    start, end = stretches.whole(verb)
    return Line(start, end, None, "do not", start, end)


def _must_not(article: Article, verb: "Token", helper: "Token", *, denied: bool) -> Line | None:
    """Return what a party says that others must not do: "must not interfere", "nobody may"."""
    who = clauses.subject(verb)
    if who is None or who.lower_ in _SELF or verb.dep_ == "relcl":  # "whom nobody can name"
        return None
    if clauses.child(verb, "expl") is not None:  # "there would never be a better time"
        return None
    doer = parties.actor_near(article, who)
    if not _forbids(verb, helper, who, denied=denied):
        return None
    speaker = says(article, verb)
    outsiders = any(each.lower_ in {"foreign", "outside", "other"} for each in clauses.kids(who))
    known = doer is not None or outsiders or who.lower_ in {"nobody", "none"}
    if speaker is None or doer == speaker or (helper.lower_ == "should" and not known):
        return None
    if _exhorts(verb) or _told_ones_own(verb) or (doer is None and _only_how(verb)):
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, None, "must not", start, end, who, speaker)


def _exhorts(verb: "Token") -> bool:
    """Say whether a verb is of a state or mere conduct: "must not be naive", "must not forget"."""
    if verb.lemma_ == "be":
        first = any(each.lower_ == "first" for each in verb.subtree)
        return not first and clauses.child(verb, "acomp", "attr") is not None
    active = not clauses.passive(verb)  # "such flights must not be repeated" bars them
    return active and verb.lemma_.lower() in line_words("voices", "exhorting")


def _only_how(verb: "Token") -> bool:
    """Say whether a thing must only not be done so: "the talks must not be held in secret"."""
    return clauses.passive(verb) and verb.lemma_ in {"hold", "conduct", "lead", "run", "use"}


def _told_ones_own(verb: "Token") -> bool:
    """Say whether a party tells it to its own: "told his ministers that the games must not"."""
    current = verb
    for _ in range(3):
        if current.dep_ not in {"ccomp", "conj"}:
            return False
        current = current.head
        told = clauses.child(current, "dobj", "dative")
        if told is not None and any(each.tag_ == "PRP$" for each in clauses.kids(told)):
            return True
    return False


def _forbids(verb: "Token", helper: "Token", who: "Token", *, denied: bool) -> bool:
    word = helper.lower_
    if who.lower_ in {"nobody", "none"} or (
        who.lower_ in {"one", "country", "state", "power"} and clauses.negated(who)
    ):
        known = {*lexicon().verbs, *line_words("provoking"), *line_words("voices", "barring")}
        acts = verb.lemma_.lower() in known
        return word in {"may", "must", "shall"} or (acts and word in {"can", "will", "should"})
    if word in {"must", "should"} and verb.lemma_ in {"keep", "stay"}:
        kept_out = any(each.lower_ in {"out", "off", "away", "clear"} for each in verb.subtree)
        return kept_out or denied
    return denied and word in {"must", "may", "should"}


def _warned(article: Article, verb: "Token") -> Line | None:
    """Return "warned X against V-ing" and "warned X not to V"."""
    whom = clauses.child(verb, "dobj")
    against = next(iter(clauses.prepositional(verb, "against")), None)
    start, end = stretches.extent(
        verb, left=[each for each in clauses.kids(verb) if each.dep_ in clauses.SUBJECTS]
    )
    who = clauses.subject(verb)
    party = who is not None and article.role_of(parties.actor_near(article, who)) == "party"
    if (
        against is not None
        and party
        and not clauses.passive(verb)
        and (whom is None or whom.lemma_.lower() not in word_class("own_people"))
        and (against.pos_ == "VERB" or against.lemma_.lower() in lexicon().nouns)
    ):
        if against.pos_ == "VERB":
            end = max(end, stretches.subtree(against)[1])
        return Line(start, end, who, "warned against", against.left_edge.idx, end, whom)
    return _not_to(verb, "warned not to")


def _not_to(verb: "Token", rule: str) -> Line | None:
    act = clauses.child(verb, "xcomp", "ccomp", "advcl")
    addressed = clauses.child(verb, "dobj", "dative")
    if addressed is not None and addressed.lemma_.lower() in word_class("own_people"):
        return None
    if act is None or act.tag_ != "VB" or clauses.modal(act) is not None:
        return None
    if not any(each.tag_ == "TO" for each in clauses.kids(act)):
        return None
    if verb.lemma_ not in {"forbid", "prohibit"} and not clauses.negated(act):
        return None
    start, end = stretches.extent(
        verb, left=[each for each in clauses.kids(verb) if each.dep_ in clauses.SUBJECTS]
    )
    whom = clauses.child(verb, "dobj", "dative") or clauses.subject(act)
    return Line(
        start, max(end, stretches.whole(act)[1]), clauses.subject(verb), rule, *stretches.whole(act), whom
    )  # fmt: skip


def _told_not_to(article: Article, verb: "Token") -> Line | None:
    """Return "forbade the Prussians to enter", "told Amman not to cross the river"."""
    act = clauses.child(verb, "xcomp", "ccomp")
    if act is None or act.lemma_.lower() not in line_words("provoking"):
        return None
    line = _not_to(verb, "told not to")
    if line is None or line.by is None or line.doer is None or clauses.passive(verb):
        return None
    drawer = parties.actor_near(article, line.by)
    barred = parties.actor_near(article, line.doer)
    others = article.role_of(drawer) == article.role_of(barred) == "party" and drawer != barred
    return line if others else None
