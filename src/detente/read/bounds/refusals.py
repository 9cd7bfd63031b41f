"""Refusals to bear an act: "will not tolerate", "must not be allowed", "cannot stand by"."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.line import Line, sweeping
from detente.read.bounds.voiced import behind_warning, says
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.text.neighbours import word_after
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset(("will", "wo", "would", "can", "ca", "'ll"))
_LETTING = frozenset(("allow", "permit", "let", "accept"))


def ruled_out(article: Article, verb: "Token") -> Line | None:
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


def refuses(verb: "Token") -> bool:
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


def bars_all(verb: "Token") -> bool:
    """Say whether a verb denies by its object: "would recognise no change"."""
    thing = clauses.child(verb, "dobj")
    return (
        thing is not None
        and verb.lemma_.lower() in line_words("refusing", "no_object")
        and any(each.lower_ == "no" and each.dep_ == "det" for each in clauses.kids(thing))
    )


def _next(verb: "Token") -> str:
    return word_after(verb)


def refused(article: Article, verb: "Token", helper: "Token") -> Line | None:
    """Return the line of a denied verb of refusal: "will not tolerate", "must not be allowed"."""
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
