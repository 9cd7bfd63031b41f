"""What weighs on who would act: opinion, cost, time, dependence, losses not made good.

Each rule looks at one verb, as those of `hindrances` do: "most voters oppose it", "sanctions
have halved its revenue", "would take years", "imports nearly all its gas".
"""

from typing import TYPE_CHECKING

from detente.read.ahead.causes import sort
from detente.read.article import Article
from detente.read.bounds.dependence import lives_by
from detente.read.done import parties
from detente.read.grammar import clauses
from detente.read.text.phrases import listed
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPANS = frozenset(("day", "week", "month", "year", "decade"))
_SCANT = frozenset(("only", "barely", "just", "hardly", "scarcely", "fewer", "few", "single"))


def _words(part: str) -> frozenset[str]:
    return frozenset(listed("constraints", "burdens", part))


def burden(article: Article, verb: "Token") -> str | None:
    """Return the sort of constraint that a verb's clause tells, if it tells one."""
    if verb.lemma_ == "be" and clauses.child(verb, "expl") is not None:
        return "capability" if _none_there(verb) else None
    who = clauses.subject(verb)
    if who is None or clauses.conditional(verb):
        return None
    for told, name in (
        (_only_so, "law"),
        (_of_opinion, "opinion"),
        (_dear, "money"),
        (_withheld, "alliance"),
        (_weakened, "capability"),
        (_takes_time, "capability"),
        (_made_hard, "capability"),
        (_leans, "capability"),
        (lives_by, "capability"),
        (_scant, "capability"),
    ):
        if told(article, verb, who):
            return name
    return None


def _dear(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether something costs a party money, or has cut into it."""
    return clauses.modal(verb) is None and (_costs(verb) or _drained(article, verb, who))


def _only_so(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether a thing is let only so far: "may fire only in self-defence"."""
    helper = clauses.modal(verb)
    lets = verb.lemma_.lower() in {"allow", "permit", "authorise", "authorize", "let", "entitle"}
    may = helper is not None and helper.lower_ == "may" and _body(article, who)
    if not (may or (lets and helper is None and verb.tag_ in {"VBZ", "VBP"})):
        return False
    return any(each.lower_ == "only" and each.i > verb.i for each in verb.subtree)


def _party(article: Article, who: "Token") -> bool:
    return article.role_of(parties.actor_near(article, who)) == "party"


def _body(article: Article, who: "Token") -> bool:
    """Say whether somebody is a party, its people or forces."""
    lemma = clauses.lemma(who)
    return (
        _party(article, who) or lemma in word_class("people") or lemma in lexicon().classes["force"]
    )


def _of_opinion(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether people are against it, or a party shrinks from it."""
    lemma = verb.lemma_.lower()
    if clauses.modal(verb) is None and not clauses.passive(verb):
        many = _most(article, who) and _against(verb, who, lemma)
        against = lemma in _words("sours") and clauses.lemma(who) in _words("publics")
        dreads = lemma in {"fear", "dread", "risk"} and _body(article, who)
        feared = {clauses.lemma(each) for each in clauses.objects(verb)} & _words("dreaded")
        wanes = clauses.lemma(who) in _words("moods") and lemma in _words("waning")
        drawn = lemma in {"fear", "dread"} and any(
            (each.tag_ == "VBG" or any(far.lower_ == "being" for far in clauses.kids(each)))
            and each.lemma_.lower() in _words("drawn")
            for each in clauses.kids(verb)
        )
        if many or against or wanes or ((drawn or feared) and dreads):
            return True
        return _unwilling(article, verb, who, lemma)
    return False


def _against(verb: "Token", who: "Token", lemma: str) -> bool:
    """Say whether many are against, or few in favour."""
    few = any(each.lower_ in {"few", "hardly", "no"} for each in clauses.kids(who))
    if few != clauses.negated(verb) or (few and lemma in _words("favours")):
        return lemma in _words("favours")
    return lemma in _words("stances") and verb.dep_ != "relcl"


def _most(article: Article, who: "Token") -> bool:
    """Say whether many of a people are meant: "most Germans", "two thirds of voters"."""
    inside = [*who.subtree]
    part = any(each.lemma_.lower() in _words("shares") for each in inside)
    people = any(
        each.lemma_.lower() in _words("publics") or article.actor_of(each) is not None
        for each in inside
    )
    return part and people


def _unwilling(article: Article, verb: "Token", who: "Token", lemma: str) -> bool:
    """Say whether a party wants no war, opposes a step, or refuses to serve."""
    if lemma == "oppose" and not clauses.negated(verb):
        now = verb.tag_ in {"VBZ", "VBP"}
        return now and _party(article, who) and clauses.child(verb, "dobj") is not None
    if lemma == "refuse" and clauses.child(verb, "xcomp") is not None:
        return verb.tag_ != "VBD" and clauses.lemma(who) in _words("balking")
    if (
        lemma not in {"want", "wish", "desire"}
        or who.lower_ in {"we", "i"}
        or not clauses.negated(verb)
    ):
        return False
    wanted = {clauses.lemma(each) for each in clauses.objects(verb)}
    below = clauses.child(verb, "xcomp", "ccomp")
    drawn = below is not None and below.lemma_.lower() in _words("drawn")
    return (_body(article, who) or who.lower_ in {"nobody", "neither", "none"}) and (
        drawn or bool(wanted & _words("shunned"))
    )


def _costs(verb: "Token") -> bool:
    """Say whether something costs money, and not lives: "costs Moscow 300 million dollars a day"."""
    owes = verb.lemma_ == "owe" and verb.tag_ in {"VBZ", "VBP"}
    if owes and any(each.ent_type_ == "MONEY" for each in verb.subtree):
        return True
    if verb.lemma_ != "cost" or verb.pos_ != "VERB" or verb.tag_ not in {"VBZ", "VBP", "VBG"}:
        return False
    return any(
        each.lemma_.lower() in _words("purse") or each.ent_type_ == "MONEY" for each in verb.subtree
    )


def _drained(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether want or sanctions have cut into means: "sanctions have halved its revenue"."""
    if verb.lemma_.lower() not in _words("draining") or clauses.negated(verb):
        return False
    if clauses.passive(verb) or clauses.lemma(who) not in _words("drains"):
        return False
    means = listed("constraints", "obstacles", "economy") + listed(
        "constraints", "obstacles", "means"
    )
    means += listed("constraints", "obstacles", "stocks")
    return any(
        clauses.lemma(each) in means or article.actor_of(each) is not None
        for each in clauses.objects(verb)
    )


def _withheld(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether another will give nothing: "would send no troops"."""
    lemma = verb.lemma_.lower()
    things = [*clauses.objects(verb)]
    if clauses.passive(verb) or not _body(article, who):
        return False
    helper = clauses.modal(verb)
    if helper is None or helper.lower_ not in {"will", "would"}:
        return False
    return lemma in _words("giving") and any(
        each.lower_ == "no" for thing in things for each in clauses.kids(thing)
    )


def _weakened(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether a party is worn down, or its losses are not made good."""
    if clauses.modal(verb) is not None or not clauses.passive(verb):
        return False
    lemma = verb.lemma_.lower()
    if verb.dep_ in {"acl", "amod"} or clauses.child(verb, *clauses.SUBJECTS) is None:
        return False
    if clauses.negated(verb):
        return lemma in _words("restored")
    means = clauses.lemma(who) in listed("constraints", "clauses", "resources")
    if clauses.lemma(who) == "patience":
        return False
    return lemma in _words("worn") and (means or _body(article, who))


def _takes_time(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether an act is slow: "would take years", "withdrawal takes three months"."""
    if verb.lemma_ not in {"take", "last"} or verb.tag_ in {"VBD", "VBN", "VBG"}:
        return False
    span = next((each for each in clauses.kids(verb) if each.lemma_.lower() in _SPANS), None)
    if span is None or span.dep_ not in {"dobj", "npadvmod"} or clauses.negated(verb):
        return False
    return verb.lemma_ == "take" and (
        who.lower_ == "it" or sort(article, verb, who) in {"act", "abstract", "linked"}
    )


def _made_hard(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether something makes an act hard: "the mountains make an advance impossible"."""
    if article.role_of(article.actor_of(who)) == "source":
        return False
    if verb.lemma_ not in {"make", "render", "leave"} or clauses.modal(verb) is not None:
        return False
    if clauses.passive(verb) or clauses.negated(verb):
        return False
    said = [each for each in clauses.kids(verb) if each.dep_ in {"ccomp", "oprd", "acomp", "xcomp"}]
    if verb.tag_ == "VBD" or any(each.lower_ == "had" for each in clauses.kids(verb)):
        return False
    return any(
        each.pos_ == "ADJ" and each.lower_ in _words("hard") for each in said if each.i > verb.i
    )


def _leans(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether a party lives by others: "relies on American aid", "imports most of its gas"."""
    lemma = verb.lemma_.lower()
    if not _body(article, who) or clauses.passive(verb) or clauses.negated(verb):
        return False
    if verb.tag_ == "VBD" or any(each.lower_ == "had" for each in clauses.kids(verb)):
        return False  # what once was so
    if lemma in {"depend", "rely"}:
        asked = any(each.lower_ in {"whether", "how"} for each in who.subtree)
        return clauses.modal(verb) is None and not asked and clauses.finite(verb)
    if lemma not in {"import", "buy", "draw", "earn", "sell", "export", "owe"}:
        return False
    return any(
        each.lemma_.lower() in _words("shares") and each.i > verb.i
        for thing in clauses.objects(verb)
        for each in thing.subtree
    )


def _scant(article: Article, verb: "Token", who: "Token") -> bool:
    """Say whether a party has too little: "numbers barely 6,000 men", "no longer has the planes"."""
    lemma = verb.lemma_.lower()
    if clauses.passive(verb) or not _body(article, who):
        return False
    if lemma in {"number", "total", "field", "muster", "count"}:
        return verb.pos_ == "VERB" and any(each.lower_ in _SCANT for each in verb.subtree)
    if lemma not in {"have", "possess", "own"} or clauses.modal(verb) is not None:
        return False
    below = clauses.child(verb, "ccomp")  # "has the ships to clear the strait"
    thing = clauses.child(verb, "dobj")
    thing = thing or (clauses.subject(below) if below is not None else None)
    if thing is None:
        return False
    lemma = clauses.lemma(thing)
    means = lemma in {
        *word_class("force"),
        *lexicon().classes["arms"],
        *listed("constraints", "obstacles", "means"),
        *listed("constraints", "obstacles", "stocks"),
        *_words("powers"),
    }
    none = clauses.negated(verb) or any(
        each.lower_ in {"hardly", "scarcely", "barely"} for each in thing.subtree
    )
    return none and (means or thing.tag_ == "WDT")


def _none_there(verb: "Token") -> bool:
    """Say whether means are not there: "there is no mechanism to enforce it"."""
    what = clauses.child(verb, "attr")
    if what is None or clauses.modal(verb) is not None:
        return False
    none = clauses.negated(what) or any(
        each.lower_ in {"few", "little"} for each in clauses.kids(what)
    )
    return none and clauses.lemma(what) in {
        *listed("constraints", "obstacles", "means"),
        *_words("powers"),
        *_words("wanting"),
    }
