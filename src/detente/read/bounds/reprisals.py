"""Answers that a party announces to another's act, where no word of refusal stands.

Each function looks at one verb of what a party says, or warns of, and returns the
line that it draws: a price ("would bear the consequences"), an act equated with a worse
one ("would be an attack on all"), and a thing that nobody may do.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.ahead.causes import sort
from detente.read.article import Article
from detente.read.bounds.answers import dealt_harshly
from detente.read.bounds.exclusions import kept_out, nobody, there_would, whoever
from detente.read.bounds.line import Line, sweeping
from detente.read.bounds.voiced import SHARED, behind_warning, had_been, likely, says, unnamed
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.text.words import lexicon, line_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEARING = frozenset(("bear", "pay", "face", "suffer"))
_VERDICTS = frozenset(("disaster", "catastrophe", "madness", "folly"))
_MORE = frozenset(("another", "further", "new", "more", "such", "next", "single", "fresh"))


def announced(article: Article, verbs: "tuple[Token, ...]") -> Iterator[Line]:
    """Yield the lines that announced answers draw, in the order of the text."""
    for verb in verbs:
        line = _of_verb(article, verb)
        if line is not None:
            yield line


def _of_verb(article: Article, verb: "Token") -> Line | None:
    lemma = verb.lemma_.lower()
    if lemma in {"warn", "tell"}:
        return kept_out(article, verb)
    drawer = says(article, verb)
    if (drawer is None and not unnamed(article, verb)) or likely(verb) or had_been(verb):
        return None
    if clauses.modal(verb) is None:
        return _now(article, verb, lemma, drawer)
    looks = (_more_answered, _priced, _equated, whoever, nobody, there_would, _obliges)
    found = (look(article, verb, lemma, drawer) for look in looks)
    return next((line for line in found if line is not None), None)


def _now(article: Article, verb: "Token", lemma: str, drawer: str | None) -> Line | None:
    """Return the line of a verb without a modal of its own."""
    if lemma in _BEARING and verb.dep_ == "xcomp" and verb.head.lemma_ == "have":
        return _priced(article, verb, lemma, drawer)
    if lemma in {"expose", "risk"}:
        return _exposed(verb, drawer)
    return _all_for_one(verb, drawer) if lemma == "be" else None


def _act_like(who: "Token") -> bool:
    return clauses.lemma(who) in lexicon().nouns or who.pos_ == "VERB"


def _more_answered(article: Article, verb: "Token", lemma: str, drawer: str | None) -> Line | None:
    """Return "another raid would be answered" and "will not go unpunished"."""
    who = clauses.subject(verb)
    if who is None or who.i > verb.i:
        return None
    unpunished = (
        lemma in {"go", "pass", "remain", "be"}
        and clauses.negated(verb)
        and any(each.lower_ in line_words("reprisals", "unpunished") for each in clauses.kids(verb))
    )
    answered = clauses.passive(verb) and lemma in line_words("answered")
    answered = answered and (lemma != "deal" or dealt_harshly(verb))
    if not (unpunished or answered) or clauses.negated(verb) != unpunished:
        return None
    more = any(each.lower_ in _MORE | {"any", "every"} for each in clauses.kids(who))
    entering = any(each.dep_ in {"relcl", "acl"} for each in clauses.kids(who))
    graded = any(each.lower_ == "as" for each in clauses.kids(verb))
    bad = bool({each.lemma_.lower() for each in verb.subtree} & line_words("answered", "as"))
    if (graded or lemma in line_words("answered", "graded")) and not (graded and bad):
        return None
    forced = lemma in {"resist", "repel", "repulse", "oppose", "meet", "answer"} and any(
        each.lower_ in {"force", "fire", "arms", "means"} for each in verb.subtree
    )
    act = _act_like(who) and who.lemma_.lower() not in line_words("answered", "kindly")
    several = entering and not any(each.dep_ in {"det", "poss"} for each in clauses.kids(who))
    if unpunished and who.pos_ == "VERB":
        more = True  # "seizing the tanker would not go unanswered"
    if not ((act and (more or ((forced or graded) and answered))) or (several and answered)):
        return None
    if parties.actor_near(article, who) == drawer and not act:
        return None
    start, end = stretches.whole(verb)
    subject = stretches.subtree(who)
    return Line(min(start, subject[0]), end, None, "more will be answered", *subject, who, drawer)


def _priced(article: Article, verb: "Token", lemma: str, drawer: str | None) -> Line | None:
    """Return "would bear the consequences if it joined", "would have grave consequences"."""
    things = {each.lemma_.lower() for each in clauses.objects(verb)}
    frame = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ == "have" else verb
    who = clauses.subject(frame)
    if lemma == "pay" and clauses.passive(verb) and who is not None and "price" in things:
        return Line(
            *stretches.whole(verb), None, "a price announced", *stretches.whole(verb), None, drawer
        )
    asked = any(each.tag_ in {"WDT", "WP", "WRB"} for each in verb.lefts) or any(
        far.tag_ in {"WDT", "WP"} for each in clauses.objects(verb) for far in clauses.kids(each)
    )
    if who is None or asked or not things & line_words("reprisals", "prices"):
        return None
    if drawer in SHARED:
        return None
    paid = lemma in {"bear", "face", "pay", "suffer", "reap", "regret"}
    if paid and (_act_like(who) or parties.actor_near(article, who) in {None, drawer}):
        return None
    grave = any(
        each.lower_ in line_words("reprisals", "grave")
        for thing in clauses.objects(verb)
        for each in clauses.kids(thing)
    )
    brought = lemma in {"have", "bring", "entail", "carry", "produce"} and grave
    others = parties.actor_near(article, who) not in {None, drawer}
    brought = brought and (_act_like(who) or others) and clauses.lemma(who) != "war"
    hung = [*clauses.kids(verb), *(clauses.kids(frame) if frame.i != verb.i else ())]
    conditioned = any(each.dep_ == "advcl" and clauses.conditional(each) for each in hung)
    told = paid and lemma in _BEARING and others
    if not (brought or told or (paid and conditioned)):
        return None
    start, end = stretches.whole(frame)
    if conditioned:
        end = max([end, *(stretches.subtree(each)[1] for each in hung if each.i > verb.i)])
    return Line(start, end, None, "a price announced", start, end, who, drawer)


def _exposed(verb: "Token", drawer: str | None) -> Line | None:
    """Return "any vessel entering it exposes itself to destruction"."""
    who = clauses.subject(verb)
    if who is None or clauses.negated(verb):
        return None
    sweeps = any(map(sweeping, (who, *clauses.kids(who))))
    told = any(each.dep_ in {"relcl", "acl"} for each in clauses.kids(who))
    itself = any(each.lower_ in {"itself", "themselves", "himself"} for each in clauses.kids(verb))
    if not (sweeps or told) or (verb.lemma_ == "expose" and not itself):
        return None
    if verb.lemma_ == "risk" and not sweeps:
        return None
    return Line(*stretches.whole(verb), None, "at its peril", *stretches.subtree(who), who, drawer)


def _equated(article: Article, verb: "Token", lemma: str, drawer: str | None) -> Line | None:
    """Return "would be an attack on all", "would be the end of the talks"."""
    who = clauses.subject(verb)
    if who is not None and lemma == "make" and _made_foe(article, verb, drawer):
        start, end = stretches.whole(verb)
        return Line(start, end, None, "as good as war", start, end, None, drawer)
    if who is None or lemma not in {"be", "mean", "constitute", "amount", "spell", "equal"}:
        return None
    told = clauses.child(verb, "attr", "dobj") or next(iter(clauses.prepositional(verb)), None)
    told = told or clauses.child(verb, "ccomp")
    like = clauses.child(verb, "acomp")
    if told is None and like is not None and like.lower_ in {"tantamount", "equivalent", "equal"}:
        told = next(iter(clauses.prepositional(like, "to")), None)
    if told is None or clauses.negated(verb):
        return None
    sweeps = any(map(sweeping, (who, *clauses.kids(who))))
    named = told.lemma_.lower() in line_words("reprisals", "equals")
    at_war = clauses.child(verb, "ccomp") if lemma == "mean" else None
    named |= at_war is not None and any(each.lower_ == "war" for each in at_war.subtree)
    legitimate = told.lemma_ == "target" and any(
        each.lower_ in {"legitimate", "fair", "lawful", "military"} for each in clauses.kids(told)
    )
    dead = any(each.lower_ == "dead" for each in clauses.kids(told))
    ends = told.lemma_ == "end" and sort(article, verb, who) not in {None, "paper"}
    if told.lemma_ in _VERDICTS and not behind_warning(verb):
        return None  # "said that a war would be a disaster": what would come of it
    equal = named and not dead and (_act_like(who) or sweeps or ends)
    if not (legitimate or equal):
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, None, "as good as war", *stretches.subtree(who), who, drawer)


def _made_foe(article: Article, verb: "Token", drawer: str | None) -> bool:
    """Say whether an act would make another a foe: "would make Oslo a party to the war"."""
    foe = clauses.child(verb, "ccomp", "oprd", "xcomp")
    if foe is None or foe.lemma_.lower() not in line_words("reprisals", "foes"):
        return False
    whom = clauses.child(foe, "nsubj") or clauses.child(verb, "dobj")
    return whom is not None and parties.actor_near(article, whom) not in {None, drawer}


def _all_for_one(verb: "Token", drawer: str | None) -> Line | None:
    """Return "an attack on one is an attack on all"."""
    who, told = clauses.subject(verb), clauses.child(verb, "attr")
    if who is None or told is None or not who.lemma_ == told.lemma_ == "attack":
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, None, "as good as war", *stretches.subtree(who), who, drawer)


def _obliges(article: Article, verb: "Token", lemma: str, drawer: str | None) -> Line | None:
    """Return "any mobilisation must compel Germany to follow", "would leave us no choice but"."""
    who = clauses.subject(verb)
    if lemma not in {"compel", "oblige", "force", "leave"} or who is None:
        return None
    sweeps = any(each.lower_ in _MORE | {"any", "every"} for each in clauses.kids(who))
    bound = clauses.child(verb, "dative", "dobj")
    below = clauses.child(verb, "xcomp", "ccomp")
    bound = bound or (clauses.subject(below) if below is not None else None)
    if bound is None or (found := parties.actor_near(article, bound)) is None:
        return None
    ours = found == drawer or bound.lower_ == "us"
    if not (sweeps and _act_like(who)) and not (ours and sort(article, verb, who) is not None):
        return None
    if lemma == "leave" and not any(
        each.lemma_.lower() in {"choice", "alternative", "option"} for each in clauses.kids(verb)
    ):
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, None, "would oblige to answer", *stretches.subtree(who), who, drawer)
