"""Verbs by which somebody bars an act: "will not tolerate", "must not", "warned them not to".

Each function looks at one verb and returns the line that it draws, if it draws one; what
is answered is in `answers`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.voiced import behind_warning, says
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token


STRICT_ANY = frozenset(
    ("any", "every", "whoever", "anyone", "anybody", "whatever", "anything", "each")
)
_SELF = frozenset(("i", "we", "it", "they", "he", "she", "you"))
_OWN = frozenset(("will", "wo", "would", "can", "ca", "'ll"))
_SET_PHRASES = frozenset(
    (
        "moment", "time", "cost", "rate", "case", "event", "more", "longer", "day", "minute", "hour",
        "means", "mean", "way", "effort", "measure", "step", "reason", "possibility", "sense", "chance",
        "price", "length", "circumstance", "date", "doubt", "reckoning",
    )
)  # fmt: skip
_LETTING = frozenset(("allow", "permit", "let", "accept"))


@dataclass(frozen=True, slots=True)
class Line:
    """A red line at a place: its clause, who draws it, and what words forbid what."""

    start: int
    end: int
    by: "Token | None"
    rule: str
    act_start: int
    act_end: int
    doer: "Token | None" = None
    actor: str | None = None


def barred(article: Article, verb: "Token") -> Line | None:
    """Return the line that a verb draws by barring an act, if it draws one."""
    lemma = verb.lemma_.lower()
    if lemma == "warn":
        return _warned(article, verb)
    helper = clauses.modal(verb)
    if lemma in {"forbid", "tell", "order", "prohibit"} and helper is None:
        return _told_not_to(article, verb)
    if lemma == "rule" and helper is None:
        return _ruled_out(article, verb)
    denied = clauses.negated(verb) or _bars_all(verb)
    ordered = _ordered(article, verb, denied=denied)
    if ordered is not None or helper is None:
        return ordered
    line = _must_not(article, verb, helper, denied=denied)
    return line or (_refused(article, verb, helper) if denied and _refuses(verb) else None)


def _ruled_out(article: Article, verb: "Token") -> Line | None:
    """Return "ruled out allowing Iran to enrich uranium"."""
    who, let = clauses.subject(verb), clauses.child(verb, "xcomp", "pcomp", "dobj", "advcl")
    if who is None or let is None or let.lemma_ not in _LETTING or _next(verb) != "out":
        return None
    below = clauses.child(let, "ccomp", "xcomp")
    barred = clauses.subject(below) if below is not None else None
    drawer = parties.actor_near(article, who)
    if barred is None or article.role_of(drawer) != "party" or clauses.negated(verb):
        return None
    if parties.actor_near(article, barred) == drawer:
        return None
    start, end = stretches.whole(verb)
    return Line(start, end, who, "will not tolerate", let.idx, end, barred)


def _refuses(verb: "Token") -> bool:
    """Say whether a denied verb is one of refusal: "not tolerate", "not stand by"."""
    lemma = verb.lemma_.lower()
    if lemma in {"recognise", "recognize"} and not (_whole_class(verb) or behind_warning(verb)):
        return False
    return lemma in line_words("refusing") or f"{lemma}_{_next(verb)}" in line_words("refusing")


def _whole_class(verb: "Token") -> bool:
    """Say whether an object is any of its kind: "no border drawn by force", "any change"."""
    thing = clauses.child(verb, "dobj")
    return thing is not None and any(
        each.lower_ in {"no", "any"} and each.dep_ == "det" for each in clauses.kids(thing)
    )


def _bars_all(verb: "Token") -> bool:
    """Say whether a verb denies by its object: "would recognise no change"."""
    thing = clauses.child(verb, "dobj")
    return (
        thing is not None
        and verb.lemma_.lower() in line_words("refusing", "no_object")
        and any(each.lower_ == "no" and each.dep_ == "det" for each in clauses.kids(thing))
    )


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


def sweeping(word: "Token") -> bool:
    """Say whether a word takes in every case: "any", "whoever", but not "at any moment"."""
    return word.lower_ in STRICT_ANY and word.head.lower_ not in _SET_PHRASES


def _next(verb: "Token") -> str:
    return verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""


def _refused(article: Article, verb: "Token", helper: "Token") -> Line | None:
    start, end = stretches.whole(verb)
    lemma = verb.lemma_.lower()
    who = clauses.subject(verb)
    if clauses.passive(verb):
        if lemma not in {"allow", "permit", "tolerate", "accept", "let"}:
            known = lemma in {"recognise", "recognize"} and who is not None
            if not known or says(article, verb) is None:
                return None
        return Line(start, end, None, "must not be allowed", start, end, who)
    if who is None or not _can_refuse(article, verb, who) or not _own_will(verb, helper):
        return None
    if (
        _only_an_offer(verb)
        or _only_leave(verb)
        or _of_oneself(verb)
        or _only_told(article, verb, helper, who)
    ):
        return None
    return Line(start, end, who, "will not tolerate", verb.idx + len(verb), end)


def _own_will(verb: "Token", helper: "Token") -> bool:
    """Say whether what a verb denies is a will, and no want of means: "could not let"."""
    lemma = verb.lemma_.lower()
    if helper.lower_ == "could" and lemma in line_words("refusing", "unable"):
        return False
    if any(each.lower_ in {"hardly", "scarcely"} for each in clauses.kids(verb)):
        return False
    if lemma == "hesitate":
        below = clauses.child(verb, "xcomp")
        return below is not None and (
            below.lemma_.lower() in line_words("reprisals")
            or lexicon().verbs.get(below.lemma_.lower()) in {"ASSAULT", "COERCE", "MOBILIZE"}
        )
    return lemma not in {"compromise", "surrender", "accept"} or helper.lower_ in _OWN


def _only_an_offer(verb: "Token") -> bool:
    """Say whether what isn't accepted is an offer, and no act."""
    if verb.lemma_ not in {"accept", "recognise", "recognize", "abandon", "surrender"}:
        return False
    no_longer = any(each.lower_ in {"longer", "more"} for each in clauses.kids(verb))
    return any(
        each.lemma_.lower() in line_words("refusing", "terms")
        or any(far.lower_ in {"less", "fewer"} for far in each.subtree)
        or (no_longer and each.pos_ == "NOUN" and clauses.lemma(each) not in lexicon().nouns)
        for each in clauses.objects(verb)
    )


def _only_told(article: Article, verb: "Token", helper: "Token", who: "Token") -> bool:
    """Say whether a refusal is only told, or judged: "Franco would not let them", "no one could"."""
    if helper.lower_ == "could" and any(each.lower_ == "no" for each in clauses.kids(who)):
        return True
    thing = clauses.child(verb, "dobj")
    bare = thing is not None and thing.pos_ == "PRON" and thing.lower_ not in {"this", "that"}
    told = helper.lower_ == "would" and verb.lemma_ in _LETTING and bare
    return told and says(article, verb) is None


def _of_oneself(verb: "Token") -> bool:
    """Say whether what isn't borne is no act of another's: "not allow itself to", "not surrender"."""
    if verb.lemma_ in {"surrender", "compromise", "bow", "back", "abandon"}:
        return True
    if any(
        each.lemma_.lower() in line_words("voices", "plights")
        for adjective in clauses.kids(verb)
        for each in clauses.prepositional(adjective, "to")
    ):
        return True  # "cannot remain indifferent to their fate"
    things = [*clauses.objects(verb)]
    below = clauses.child(verb, "ccomp", "xcomp")
    if below is not None:
        things += [each for each in (clauses.subject(below),) if each is not None]
    return any(
        each.lower_ in {"itself", "himself", "herself", "themselves", "ourselves", "myself"}
        or each.lemma_.lower() in {"refugee", "migrant", "defeat", "election"}
        or (each.lemma_.lower() in line_words("voices", "matters") and not _whole_class(verb))
        for each in things
    )


def _only_leave(verb: "Token") -> bool:
    """Say whether leave is refused for what harms nobody: "would not let him go", "the ship to dock"."""
    below = clauses.child(verb, "ccomp", "xcomp")
    if verb.lemma_ not in _LETTING or below is None:
        return False
    who = clauses.subject(below)
    swept = who is not None and any(map(sweeping, clauses.kids(who)))
    return below.lemma_.lower() in line_words("refusing", "leave") and not swept


def _can_refuse(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether the subject is somebody who can bar an act, and who says so."""
    party = parties.actor_near(article, who)
    if who.lower_ in {"which", "that", "there"} and party is None:
        return False
    if verb.lemma_ == "let" and (
        party is None or (says(article, verb) is None and not _of_another(article, verb, party))
    ):
        return party is not None and _own_land(verb)
    if verb.lemma_ in {"recognise", "recognize"} and says(article, verb) is not None:
        return True
    return party is not None or who.pos_ == "PRON" or who.lemma_.lower() in word_class("people")


def _own_land(verb: "Token") -> bool:
    """Say whether others would use what is one's own: "will not let its soil be used"."""
    below = clauses.child(verb, "ccomp", "xcomp")
    whose = clauses.subject(below) if below is not None else None
    return (
        below is not None
        and whose is not None
        and clauses.passive(below)
        and any(each.tag_ == "PRP$" for each in clauses.kids(whose))
    )


def _of_another(article: Article, verb: "Token", party: str) -> bool:
    """Say whether what is not let be is another party's act: "will not let Iran obtain a bomb"."""
    below = clauses.child(verb, "ccomp", "xcomp")
    whose = clauses.subject(below) if below is not None else None
    other = parties.actor_near(article, whose) if whose is not None else None
    helper = clauses.modal(verb)
    will = helper is not None and helper.lower_ in _OWN - {"would", "can", "ca"}
    return will and other is not None and other != party


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
