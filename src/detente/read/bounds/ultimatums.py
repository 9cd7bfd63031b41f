"""Ultimatums: "gave them until Friday to leave", "pull back or face attack", "warned of reprisals".

Also what is to be left undone: "demanded that NATO refrain from", "Stay away from our waters".

Each function looks at one verb and returns the line that it draws, if it draws one: a time
within which another party is to yield, a choice between yielding and worse, and an answer
that is only named.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.comers import whoever_comes
from detente.read.bounds.line import Line, sweeping
from detente.read.bounds.voiced import SHARED, says
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.operators import bare_passive
from detente.read.text.neighbours import word_before
from detente.read.text.words import lexicon, line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVING = frozenset(("give", "allow", "grant", "have"))
_TERMS = frozenset(("deadline", "ultimatum"))
_NAMING = frozenset(("warn", "threaten", "promise", "vow", "pledge", "caution"))
_UNTIL = frozenset(("until", "till", "deadline", "ultimatum"))
_SPANS = frozenset(("minute", "hour", "day", "week", "fortnight", "month"))
_FAR = 24  # words behind "gave" within which "to withdraw" stands


def ultimatum(article: Article, verb: "Token") -> Line | None:
    """Return the line that a verb draws by a time to yield in, or by an answer named."""
    lemma = verb.lemma_.lower()
    if lemma in _GIVING:
        return _time_given(article, verb, lemma)
    if lemma in _NAMING:
        return _named(article, verb)
    if lemma in {"demand", "insist", "require", "stipulate"}:
        return _demanded(article, verb)
    if lemma in {"stay", "keep"}:
        return _stay_away(article, verb)
    if verb.dep_ == "conj":
        return _or_face(article, verb)
    return _deadline_set(article, verb)


def _time_given(article: Article, verb: "Token", lemma: str) -> Line | None:
    """Return "gave him until Friday to withdraw", "has 48 hours to free them, Accra said"."""
    ordered = _yielding(verb, 0)
    if ordered is None or clauses.negated(verb):
        return None
    between = verb.doc[verb.i + 1 : ordered.i]
    until = any(each.lower_ in _UNTIL for each in between)
    if not until and not any(each.lemma_.lower() in _SPANS for each in between):
        return None
    who = clauses.subject(verb)
    passive = clauses.passive(verb)
    if lemma == "have" or passive:
        speaker = says(article, verb)
        giver = clauses.agent(verb) if passive else None
        if who is None or (speaker is None and giver is None):
            return None
        return _order(article, verb, ordered, giver, who, speaker if giver is None else None)
    told = next((each for each in between if _named_other(article, each, who)), None)
    told = told or clauses.child(verb, "dative", "dobj")
    if who is None or told is None or told.lemma_.lower() in line_words("ultimatums", "guests"):
        return None
    return _order(article, verb, ordered, who, told, None)


def _named_other(article: Article, word: "Token", who: "Token | None") -> bool:
    giver = parties.actor_near(article, who) if who is not None else None
    return article.actor_of(word) not in {None, giver}


def _order(  # noqa: PLR0917 - the parts of one clause
    article: Article,
    verb: "Token",
    ordered: "Token",
    by: "Token | None",
    told: "Token",
    speaker: str | None,
) -> Line | None:
    drawer = speaker or (parties.actor_near(article, by) if by is not None else None)
    same = parties.actor_near(article, told) == drawer and told.pos_ != "NOUN"
    worse = _alternative(ordered)
    if same or (article.role_of(drawer) != "party" and not worse):
        return None
    start = stretches.whole(verb)[0]
    if not worse and ordered.lemma_.lower() not in line_words("ultimatums", "grave"):
        return None
    end = max(stretches.whole(ordered)[1], worse)
    rule = "a time to yield in"
    return Line(start, end, by, rule, ordered.idx, end, told, drawer)


def _yielding(verb: "Token", near: int) -> "Token | None":
    """Return the verb of what somebody is to do: "to withdraw", "to hand over the men"."""
    last = min(verb.i + (near or _FAR), verb.sent.end)
    for each in verb.doc[verb.i + 1 : last]:
        if each.tag_ == "VB" and each.i and verb.doc[each.i - 1].tag_ == "TO":
            return each if each.lemma_.lower() in line_words("ultimatums", "yielding") else None
    return None


def _alternative(verb: "Token") -> int:
    """Return where "or face war" behind a verb ends."""
    ends = [
        stretches.subtree(each)[1]
        for each in verb.subtree
        if each.dep_ == "conj" and each.tag_ in {"VB", "VBN"} and word_before(each) == "or"
        if each.i > verb.i and _worse(each)
    ]
    return max(ends, default=0)


def _deadline_set(article: Article, verb: "Token") -> Line | None:
    """Return "set a deadline of 1 May for Israel to lift the blockade"."""
    thing = clauses.child(verb, "dobj")
    if thing is None or thing.lemma_.lower() not in _TERMS or clauses.passive(verb):
        return None
    who, ordered = clauses.subject(verb), _yielding(thing, 0)
    if who is None or ordered is None:
        return None
    told = next((each for each in verb.doc[thing.i : ordered.i] if article.actor_of(each)), None)
    return _order(article, verb, ordered, who, told, None) if told is not None else None


def _or_face(article: Article, verb: "Token") -> Line | None:
    """Return "told Manila to stop or face the consequences", "must leave or be destroyed"."""
    above = verb.head
    either = any(each.lower_ == "or" and each.dep_ == "cc" for each in clauses.kids(above))
    if not either or verb.tag_ not in {"VB", "VBN"} or above.tag_ not in {"VB", "VBP"}:
        return None
    if not _worse(verb) or clauses.negated(verb):
        return None
    drawer = says(article, above) or says(article, verb)
    governing = above.head if above.dep_ in {"xcomp", "advcl", "relcl", "acl", "ccomp"} else above
    told = clauses.child(above, *clauses.SUBJECTS) or clauses.child(governing, "dative", "dobj")
    doer = parties.actor_near(article, told) if told is not None else None
    ordered = above.tag_ == "VB" and told is None and article.quoted(above.idx)
    if drawer is None or doer == drawer or (doer is None and told is None and not ordered):
        return None
    start = stretches.whole(above)[0]
    end = stretches.subtree(verb)[1]
    return Line(start, end, None, "yield or face it", start, verb.idx, told, drawer)


def _worse(verb: "Token") -> bool:
    """Say whether a verb is of what befalls who does not yield: "face war", "be attacked"."""
    lemma = verb.lemma_.lower()
    if clauses.passive(verb):
        return lexicon().verbs.get(lemma) in {"ASSAULT", "COERCE", "SANCTION"} or (
            lemma in line_words("answered")
        )
    if lemma in {"die", "perish"}:
        return True
    if lemma in {"lose", "forfeit"}:
        return clauses.child(verb, "dobj") is not None
    if lemma not in {"face", "suffer", "risk", "bear", "meet", "expect"}:
        return False
    things = [*clauses.objects(verb)]
    things += [far for each in things for far in clauses.prepositional(each, "of")]
    return any(
        each.lemma_.lower() in _ills() or lexicon().nouns.get(clauses.lemma(each)) == "ASSAULT"
        for each in things
    )


def _ills() -> frozenset[str]:
    return (
        line_words("reprisals", "prices")
        | line_words("reprisals", "answers")
        | line_words("ultimatums", "ills")
    )


def _named(article: Article, verb: "Token") -> Line | None:
    """Return "warned of a crushing response to any attack", "warned Oslo of consequences if"."""
    who = clauses.subject(verb)
    drawer = parties.actor_near(article, who) if who is not None else None
    if article.role_of(drawer) != "party":
        return None
    if clauses.passive(verb) or clauses.negated(verb):
        return None
    told = clauses.child(verb, "dobj")
    things = [*clauses.prepositional(verb, "of", "with"), *([told] if told is not None else [])]
    ill = next((each for each in things if each.lemma_.lower() in _ills()), None)
    if ill is None:
        return None
    start, end = stretches.whole(verb)
    hung = [
        each
        for each in (*clauses.kids(verb), *clauses.kids(ill))
        if each.dep_ == "advcl" and clauses.conditional(each) and each.i > verb.i
    ]
    other = told if told is not None and told.i != ill.i else None
    addressed = other is not None and parties.actor_near(article, other) not in {None, drawer}
    at = [*clauses.prepositional(ill, "to", "for", "against", "on", "upon")]
    aimed = any(_an_act(each) or whoever_comes(each) for each in at)
    if drawer in SHARED and not any(map(sweeping, at)):
        return None
    done = any(
        True for each in (verb, *things) for _ in clauses.prepositional(each, "over", "after")
    )
    if not (hung or aimed or (addressed and not done)):
        return None
    end = max([end, *(stretches.subtree(each)[1] for each in hung)])
    return Line(start, end, who, "warned of an answer", start, end, other, drawer)


def _an_act(noun: "Token") -> bool:
    """Say whether a noun is an act, or whoever does one: "any attack", "anyone who helps"."""
    if noun.pos_ == "VERB":
        return True
    sweeps = any(map(sweeping, (noun, *clauses.kids(noun))))
    return sweeps or lexicon().nouns.get(clauses.lemma(noun)) == "ASSAULT"


def _demanded(article: Article, verb: "Token") -> Line | None:
    """Return "demanded that NATO refrain from deploying", "insists that it not be armed"."""
    act, who = clauses.child(verb, "ccomp"), clauses.subject(verb)
    if act is None or who is None or clauses.passive(verb) or not _left_undone(act):
        return None
    whom = clauses.subject(act)
    if whom is None or clauses.modal(act) is not None:
        return None
    drawer, barred_one = parties.actor_near(article, who), parties.actor_near(article, whom)
    nobodys = barred_one is None and not _none(whom)  # "insists that no mines be laid"
    if article.role_of(drawer) != "party" or nobodys or barred_one == drawer:
        return None
    start = stretches.whole(verb)[0]
    return Line(start, stretches.whole(act)[1], who, "demanded not to", *stretches.whole(act), whom)


def _left_undone(act: "Token") -> bool:
    """Say whether what is asked for is that a thing be not done."""
    if act.tag_ not in {"VB", "VBP", "VBN"} or act.lemma_.lower() in line_words(
        "voices", "exhorting"
    ):
        return False
    bare = bare_passive(act)
    if act.tag_ == "VBN" and not bare:
        return False
    if act.lemma_ in {"refrain", "abstain", "desist"}:
        return True
    whom = clauses.subject(act)
    subjunctive = whom is not None and whom.tag_ in {"NN", "NNP"}  # "that Niger keep out"
    if act.lemma_ in {"keep", "stay"} and (subjunctive or not clauses.finite(act)):
        return any(each.lower_ in {"out", "off", "away", "clear"} for each in act.subtree)
    none = bare and whom is not None and _none(whom)
    return (none or clauses.negated(act)) and not clauses.finite(act)


def _none(whom: "Token") -> bool:
    return any(each.lower_ == "no" for each in clauses.kids(whom))


def _stay_away(article: Article, verb: "Token") -> Line | None:
    """Return what a party shouts at others: "Stay away from our waters", "Keep out"."""
    out = any(each.lower_ in {"out", "off", "away", "clear"} for each in clauses.kids(verb))
    if not out or verb.tag_ != "VB" or clauses.child(verb, *clauses.SUBJECTS, "aux") is not None:
        return None
    if not article.quoted(verb.idx) or says(article, verb) is None or verb.dep_ in {"xcomp", "acl"}:
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, None, "do not", start, end)
