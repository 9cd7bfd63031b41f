"""Threats with a condition: "if they cross, we will", "leave now, or we will force you".

A condition that another party may fulfil, and behind it an answer: an act against it, war,
the end of a truce, or what it would come to regret.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.barring import Line
from detente.read.bounds.comeuppance import at_war, loses, over, regrets
from detente.read.bounds.deeds import VOWING, deed, frame, held_to_account, measures
from detente.read.bounds.voiced import behind_warning, guessed, official, says
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modality import HOSTILE
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEHIND = frozenset(
    (
        "if", "inverted should", "inverted were", "unless", "in the event of", "or face", "or else",
        "as long as", "so long as", "until", "the moment", "in case of",
    )
)  # fmt: skip
_LASTING = frozenset(("continue", "keep", "remain", "stay", "persist", "persevere", "last"))
_ANSWERING = frozenset(("respond", "retaliate", "react", "reply", "act", "fight", "strike"))
_HELPING = frozenset(("help", "honour", "honor", "support", "stand", "aid", "assist"))
_DEMANDS = frozenset(("unless", "until", "as long as", "so long as"))


def threats(
    article: Article,
    acts: tuple[Act, ...],
    conditions: tuple[Conditional, ...],
    verbs: "tuple[Token, ...]",
) -> Iterator[Line]:
    """Yield threats with a condition: one party's answer to another's act."""
    for each in conditions:
        if each.rule not in _BEHIND:
            continue
        line = _by_acts(article, acts, each) or _answer(article, each)
        if line is not None:
            yield line
    for verb in verbs:
        if verb.dep_ == "conj":
            line = _or_we(article, verb) or _one_more(article, verb)
            if line is not None:
                yield line


def _by_acts(article: Article, acts: tuple[Act, ...], each: Conditional) -> Line | None:
    """Return a threat whose two halves are acts: a hostile one of who speaks, another's act."""
    demands = each.verb.lemma_ == "threaten" or (
        each.verb.dep_ in {"xcomp", "conj"} and behind_warning(each.verb)
    )
    if each.rule in _DEMANDS and demands:
        return None  # "threatened to resign unless" demands, and bars nothing
    warned = behind_warning(each.verb) or each.verb.lemma_ in {"warn", "threaten"}
    inside = [a for a in acts if each.condition_start <= a.head.idx < each.condition_end]
    whose = [a.actor for a in inside if a.actor is not None]
    for answer in acts:
        if not each.start <= answer.head.idx < each.end or answer in inside:
            continue
        if answer.actor is None or answer.status not in {"planned", "threatened", "possible"}:
            continue
        if each.rule == "until" or _kind_offer(article, each, answer):
            continue
        unnamed = answer.event is None and answer.status == "planned"
        hostile = answer.event in HOSTILE or warned
        if not hostile and not (unnamed and article.quoted(answer.head.idx)):
            continue
        own = article.speaker_of(answer.head) == answer.actor
        if _goes_on(answer.head) or _same_pronoun(article, each) or _of_talks(article, each):
            continue
        if (own or _threatening(article, each, answer)) and answer.actor not in whose:
            return _line(each, "threat with a condition", answer.actor)
    return None


def _goes_on(head: "Token") -> bool:
    """Say whether what follows only lasts, and answers nothing: "would keep fighting"."""
    above = head.head if head.dep_ in {"xcomp", "nsubj"} else head
    return bool({head.lemma_, above.lemma_} & _LASTING)


def _of_talks(article: Article, each: Conditional) -> bool:
    """Say whether a condition is how talks end, which is nobody's act: "if diplomacy failed"."""
    inside = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    first = next((token for token in inside if token.dep_ in clauses.SUBJECTS), None)
    return (
        first is not None
        and not clauses.passive(first.head)
        and first.lemma_.lower() in line_words("voices", "talks")
    )


def _same_pronoun(article: Article, each: Conditional) -> bool:
    """Say whether one and the same "he" fulfils the condition and acts upon it."""
    inside = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    first = next((token for token in inside if token.dep_ in clauses.SUBJECTS), None)
    who = clauses.subject(each.verb)
    if first is None or who is None or clauses.passive(first.head):
        return False
    return first.lower_ == who.lower_ in {"he", "she"} and not _strikes(each.verb)


def _kind_offer(article: Article, each: Conditional, answer: Act) -> bool:
    """Say whether a kindness is offered for another: "offered to cancel the order if it agreed"."""
    above = answer.head.head.lemma_
    offered = above in {"offer", "propose", "agree"} or answer.head.lemma_ in {"cancel", "lift"}
    return (offered or answer.event in {"RETREAT", "YIELD", "AID"}) and _benign(article, each)


def _line(each: Conditional, rule: str, actor: str | None) -> Line:
    return Line(
        each.start, each.end, None, rule, each.condition_start, each.condition_end, None, actor
    )


def _threatening(article: Article, each: Conditional, answer: Act) -> bool:
    """Say whether the answer stands behind a verb of threat or promise of the same party."""
    current = each.verb
    for _ in range(5):
        bare = clauses.modal(current) is None
        if bare and current.lemma_.lower() in line_words("warning") and current.pos_ == "VERB":
            who = clauses.subject(current)
            return who is not None and parties.actor_near(article, who) == answer.actor
        if current.head is current:
            return False
        current = current.head
    return False


def _answer(article: Article, each: Conditional) -> Line | None:
    """Return "if the reactor was hit it would leave the treaty", said by who would leave."""
    verb = frame(each.verb)
    who = clauses.subject(verb)
    drawer = says(article, verb)
    voiced = article.quoted(verb.idx) or article.speaker_of(verb) is not None
    first = who is not None and who.lower_ in {"we", "i"} and voiced
    vowing = verb.lemma_ in VOWING and clauses.child(verb, "xcomp") is not None
    if who is None or not (vowing or _to_come(verb, first=first)) or _asked_for(verb):
        return None
    if drawer is None and official(article, verb) and not guessed(verb):
        drawer = parties.actor_near(article, who)
    if (drawer is None and not first) or _own_condition(article, each, drawer):
        return None
    if each.rule in _DEMANDS and (verb.dep_ == "xcomp" or _threatened(verb)):
        return None
    if verb.lemma_ in _HELPING or _goes_on(verb):
        return None
    answered = (
        _fights(article, each, verb, who, drawer, first=first)
        or regrets(verb)
        or loses(article, verb, who, drawer)
        or at_war(verb)
        or over(verb, who)
    )
    return _line(each, "an answer with a condition", drawer) if answered else None


def _asked_for(verb: "Token") -> bool:
    """Say whether a clause only asks what would be: "has not said what it would do if"."""
    return any(each.tag_ in {"WP", "WRB"} and each.i < verb.i for each in clauses.kids(verb))


def _threatened(verb: "Token") -> bool:
    return "threaten" in {verb.lemma_, verb.head.lemma_}


def _to_come(verb: "Token", *, first: bool) -> bool:
    """Say whether a clause is what would be, or what "we" do in a quotation."""
    if any(
        each.dep_ in {"aux", "auxpass"} and each.lower_ in {*WILL, "might"}
        for each in clauses.kids(verb)
    ):
        return True
    return first and verb.tag_ == "VBP"


def _fights(
    article: Article,
    each: Conditional,
    verb: "Token",
    who: "Token",
    drawer: str | None,
    *,
    first: bool,
) -> bool:
    """Say whether what follows is an answer of the speaker's, to an act that calls for one."""
    if clauses.negated(verb) or _benign(article, each):
        return False
    harmed = parties.actor_near(article, who)
    own = first or harmed == drawer
    forces = harmed is None and clauses.lemma(who) in {*word_class("force"), *word_class("people")}
    passive = clauses.passive(verb) and deed(verb).i == verb.i
    if not passive and not own and not forces:
        return False
    told = deed(verb)
    key = phrase(told, lexicon())
    men = {clauses.lemma(each) for each in clauses.objects(told)} & {*word_class("force")}
    if told.lemma_ == "withdraw" and men:
        return False  # an army called back is a kindness, an ambassador isn't
    beside = {each.lemma_.lower() for each in clauses.kids(verb) if each.dep_ in {"conj", "xcomp"}}
    if (
        (own and beside & _ANSWERING)
        or {key, told.lemma_.lower()} & line_words("reprisals")
        or (own and not passive and measures(told))
        or (passive and told.lemma_ == "hold" and held_to_account(told))
        or (lexicon().verbs.get(key) in {"ASSAULT", "COERCE"} and not (own and passive))
    ):
        return True
    return _provoked(article, each, drawer) and not (passive and own)


def _inside(article: Article, each: Conditional) -> "list[Token]":
    span = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    return [token for token in span if token.pos_ in {"VERB", "NOUN"}]


def _benign(article: Article, each: Conditional) -> bool:
    """Say whether a condition is a kindness: "if the sanctions were lifted"."""
    if each.rule in _DEMANDS:
        return False
    kind = [
        token
        for token in _inside(article, each)
        if token.pos_ == "VERB" and token.lemma_.lower() in line_words("benign")
    ]
    return any(not clauses.negated(token) for token in kind)


def _provoked(article: Article, each: Conditional, drawer: str | None) -> bool:
    """Say whether a condition is a hostile act of another's, or one upon the speaker."""
    del drawer
    for token in _inside(article, each):
        if lexicon().nouns.get(clauses.lemma(token)) in {"ASSAULT", "COERCE"}:
            return True
        if token.pos_ == "VERB" and not clauses.negated(token):
            key = phrase(token, lexicon())
            if key in line_words("provoking") or token.lemma_.lower() in line_words("provoking"):
                return True
    return False


def _own_condition(article: Article, each: Conditional, drawer: str | None) -> bool:
    """Say whether the condition is the speaker's own act, or nobody's: "if talks fail"."""
    inside = stretches.span_at(article.doc, each.condition_start, each.condition_end)
    subject = next((token for token in inside if token.dep_ in clauses.SUBJECTS), None)
    if subject is None:
        return False
    verb = subject.head
    if clauses.passive(verb):
        return False
    doer = parties.actor_near(article, subject)
    if subject.lower_ in {"it", "they", "he"} and _strikes(each.verb) and _does(verb):
        return False
    hostile = lexicon().nouns.get(clauses.lemma(subject)) in {"ASSAULT", "COERCE", "MOBILIZE"}
    forced = measures(deed(each.verb)) or (hostile and clauses.lemma(subject) != "war")
    nobodys = clauses.lemma(subject) in lexicon().nouns or subject.lower_ in word_class("things")
    nobodys = nobodys and not forced
    return (doer is not None and doer == drawer) or (doer is None and nobodys)


def _strikes(verb: "Token") -> bool:
    """Say whether the answer is a blow: who strikes "if it attacks" seldom means itself."""
    key = phrase(deed(verb), lexicon())
    return lexicon().verbs.get(key) == "ASSAULT"


def _does(verb: "Token") -> bool:
    """Say whether a condition is a deed, and no need or wish of the speaker's own."""
    return verb.pos_ == "VERB" and verb.lemma_ not in _OWN_NEEDS and clauses.modal(verb) is None


_OWN_NEEDS = frozenset(
    (
        "see",
        "feel",
        "think",
        "want",
        "wish",
        "need",
        "have",
        "find",
        "deem",
        "receive",
        "get",
        "decide",
    )
)


def _or_we(article: Article, verb: "Token") -> Line | None:
    """Return "either they lay down their arms or we shall fight", "leave now, or we will ..."."""
    above = verb.head
    who = clauses.child(verb, "nsubj")
    if who is None or clauses.negated(verb) or not _to_come(verb, first=False):
        return None
    if not any(each.dep_ == "cc" and each.lower_ == "or" for each in clauses.kids(above)):
        return None
    drawer = says(article, verb)
    party = parties.actor_near(article, who)
    first = who.lower_ == "we" and article.quoted(verb.idx)
    other = clauses.child(above, "nsubj")
    bound = clauses.modal(above)
    must = bound is not None and bound.lower_ in {"must", "should"} and other is not None
    hurts = must and (regrets(verb) or at_war(verb) or verb.lemma_ in {"face", "follow"})
    if not first and (drawer is None or (party != drawer and not hurts)):
        return None
    ordered = above.tag_ == "VB" and other is None
    told = other is not None and parties.actor_near(article, other) not in {None, party}
    if not (ordered or told):
        return None
    start, end = stretches.subtree(above)
    return Line(
        min(start, above.left_edge.idx),
        end,
        None,
        "do it, or we will",
        start,
        verb.idx,
        other,
        drawer,
    )


def _one_more(article: Article, verb: "Token") -> Line | None:
    """Return "one more rocket and we will march"."""
    thing, who = verb.head, clauses.child(verb, "nsubj")
    if thing.pos_ not in {"NOUN", "PROPN"} or who is None or not _to_come(verb, first=False):
        return None
    if not any(each.lower_ in {"more", "another"} for each in clauses.kids(thing)):
        return None
    drawer = says(article, verb)
    if drawer is None or parties.actor_near(article, who) != drawer:
        return None
    start, end = stretches.subtree(thing)[0], stretches.whole(verb)[1]
    return Line(start, end, None, "one more, and we will", start, verb.idx, None, drawer)
