"""A blow held ready for whoever does a thing: "is ready to sink ships that enter", "fines for those who".

Whom it would strike is named by what he would do: "anyone who crosses", "vessels that come
near", "intruding planes", "those who break the truce". What would strike him is held ready
(would, ready to, threatened to, has authority to), and not done.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.line import Line, sweeping
from detente.read.bounds.voiced import SHARED, had_been, likely, says
from detente.read.done import parties
from detente.read.grammar import clauses, stretches
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = ("on", "upon", "at", "against", "to", "for")
_BLOWS = frozenset(("ASSAULT", "COERCE", "SANCTION"))
_USING = frozenset(
    (
        "impose",
        "use",
        "slap",
        "take",
        "open",
        "apply",
        "launch",
        "place",
        "put",
        "order",
        "set",
        "begin",
    )
)
_CUTTING = frozenset(("break", "sever", "cut", "suspend", "end", "downgrade"))
_TIES = frozenset(("relation", "tie", "link", "contact", "trade", "cooperation"))
_GIVEN = frozenset(("have", "give", "get", "receive", "issue", "be"))
_LIVING = frozenset(("order", "call", "lead", "carry", "commit", "take", "lose", "flee", "suffer"))


def whoever_comes(noun: "Token") -> bool:
    """Say whether a noun takes in whoever does a thing: "any ship", "those who", "vessels that enter"."""
    sweeps = [each for each in (noun, *clauses.kids(noun)) if sweeping(each)]
    told = any(each.dep_ in {"relcl", "acl"} for each in clauses.kids(noun))
    if sweeps and (told or sweeps[0].lower_ not in {"every", "each"}):
        return True  # "will sink every ship that comes", not "will take every village"
    return _by_their_deed(noun) or _intruders(noun)


def _by_their_deed(noun: "Token") -> bool:
    """Say whether some are named by what they would do, and no known ones by what they did."""
    doing = [each for each in clauses.kids(noun) if each.dep_ in {"relcl", "acl"}]
    if not doing or any(map(_done, doing)):
        return False
    return noun.lower_ in {"those", "anyone", "anybody"} or _bare(noun)


def _bare(noun: "Token") -> bool:
    plural = noun.tag_ in {"NNS", "NNPS"} and noun.ent_type_ != "PERSON"
    return plural and not any(each.dep_ in {"det", "poss", "nummod"} for each in clauses.kids(noun))


def _done(doing: "Token") -> bool:
    """Say whether a deed is over, or suffered: "those who had fled", "men held at the port"."""
    had = any(each.lower_ in {"had", "has", "have"} for each in clauses.kids(doing))
    if doing.dep_ == "acl":
        return doing.tag_ != "VBG"
    subject = clauses.child(doing, *clauses.SUBJECTS)
    others = subject is not None and subject.tag_ not in {"WDT", "WP"}
    others = others or clauses.passive(doing)
    return had or others or doing.lemma_.lower() in _LIVING or doing.pos_ == "AUX"


def _intruders(noun: "Token") -> bool:
    """Say whether some are so named for the act: "trespassers", "intruding vessels"."""
    if not _bare(noun):
        return False
    if noun.lemma_.lower() in line_words("answered", "wrongdoers"):
        return True
    return any(
        each.dep_ in {"amod", "compound"} and each.lower_ in line_words("answered", "trespassing")
        for each in noun.lefts
    )


def struck(verb: "Token") -> "Token | None":
    """Return whoever a verb would strike: "ships" in "would sink ships that enter".

    Examples
    --------
    >>> from detente.read.article import article
    >>> text = article("Kenya would fire on vessels that enter the bay.")
    >>> struck(text.doc[2]).text
    'vessels'
    """
    if blow(verb):
        upon = [*clauses.objects(verb)]
    elif by_means(verb) or _cuts(verb):
        upon = []
    else:
        return None
    upon += clauses.prepositional(verb, *_AT)
    upon += _taken_for_clause(verb)
    if _cuts(verb):
        ties = [verb, *clauses.objects(verb)]
        upon += [far for each in ties for far in clauses.prepositional(each, "with")]
    for each in clauses.objects(verb):
        upon += clauses.prepositional(each, *_AT)
    return next((each for each in upon if whoever_comes(each) or each.dep_ == "nsubj"), None)


def _taken_for_clause(verb: "Token") -> "list[Token]":
    """Return "drones" of "would shoot down drones entering", where a parser makes it a clause."""
    found = (each for each in clauses.kids(verb) if each.dep_ == "advcl" and each.tag_ == "VBG")
    who = (clauses.child(each, "nsubj") for each in found)
    return [each for each in who if each is not None and each.i > verb.i and _bare(each)]


def blow(verb: "Token") -> bool:
    """Say whether a verb is itself of a blow, or of what the law does to somebody."""
    words, lemma = lexicon(), verb.lemma_.lower()
    types = {words.verbs.get(phrase(verb, words)), words.verbs.get(lemma)}
    return bool(types & _BLOWS) or lemma in line_words("reprisals", "suits")


def by_means(verb: "Token") -> bool:
    """Say whether means are used that hurt: "use force", "take action", "open fire"."""
    if verb.lemma_ in {"move", "act"}:
        return any(True for _ in clauses.prepositional(verb, "against"))
    things = {each.lemma_.lower() for each in clauses.objects(verb)}
    means = line_words("ultimatums", "ills") | line_words("answered", "harsh")
    if verb.lemma_ not in _USING:
        return False
    hostile = {lexicon().nouns.get(clauses.lemma(each)) for each in clauses.objects(verb)}
    return bool(things & means) or bool(hostile & _BLOWS)


def _cuts(verb: "Token") -> bool:
    """Say whether ties are cut: "break off relations", "sever its links"."""
    things = {each.lemma_.lower() for each in clauses.objects(verb)}
    return verb.lemma_ in _CUTTING and bool(things & _TIES)


def ready(article: Article, verb: "Token") -> Line | None:
    """Return "is ready to sink ships that enter", "had orders to fire on anyone", "vowed to".

    What a verb with "will" announces is in `detente.read.bounds.answers`.
    """
    if verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "acl", "relcl", "conj", "advcl", "ccomp"}:
        return None
    above = _held(verb)
    top = clauses.head_verb(above) if above is not None else verb
    aim = (struck(verb) or _answered(verb) or at_first(verb)) if above is not None else None
    if aim is None and above is not None and above.pos_ == "NOUN" and blow(verb):
        aim = next(filter(_provoking, (*clauses.kids(verb), *clauses.kids(top))), None)
    if above is None or aim is None or clauses.negated(verb) or had_been(verb):
        return None
    if likely(top):
        return None  # "would probably get orders to ram intruders"
    who = clauses.agent(top) if clauses.passive(top) else None
    who = who or clauses.subject(top)
    drawer = parties.actor_near(article, who) if who is not None else None
    if article.role_of(drawer) != "party":
        drawer = says(article, verb)
    vowed = above.lemma_.lower() in line_words("ready", "verbs") and clauses.finite(above)
    if (drawer is None and not vowed) or drawer in SHARED:
        return None
    start, end = min(above.idx, stretches.whole(top)[0]), stretches.whole(verb)[1]
    if above.pos_ == "NOUN" and clauses.modal(top) is None and top.lemma_ not in _GIVEN:
        start = above.idx  # "sent more ships, with orders to fire if attacked"
    end = max(end, aim.idx + len(aim), stretches.subtree(aim)[1] if aim.dep_ == "advcl" else 0)
    rule = "vowed to strike any" if vowed else "ready to strike any"
    return Line(start, end, None, rule, verb.idx, end, aim, drawer)


def _answered(verb: "Token") -> "Token | None":
    """Return the act that would be answered: "vowed to respond to any armed adventure"."""
    if verb.lemma_.lower() not in line_words("ready", "answers"):
        return None
    upon = [*clauses.objects(verb), *clauses.prepositional(verb, *_AT)]
    if verb.head.pos_ in {"ADJ", "VERB"}:  # "was determined to react, and hard, to any threat"
        upon += clauses.prepositional(verb.head, "to")
    return next(
        (
            each
            for each in upon
            if any(map(sweeping, (each, *clauses.kids(each))))
            and each.lemma_.lower() not in line_words("answered", "kindly")
        ),
        None,
    )


def at_first(verb: "Token") -> "Token | None":
    """Return what a blow waits for: "at the first sign of an attack", "at the next incident"."""
    if not blow(verb):
        return None
    for each in clauses.prepositional(verb, "at"):
        waited = any(far.lower_ in {"first", "next", "slightest"} for far in clauses.kids(each))
        if waited and each.lemma_.lower() in line_words("ready", "signs"):
            return each
    return None


def _provoking(clause: "Token") -> bool:
    """Say whether a clause behind orders is of an act that calls for them: "if attacked"."""
    if clause.dep_ != "advcl" or not clauses.conditional(clause):
        return False
    return clause.lemma_.lower() in line_words("provoking")


def _held(verb: "Token") -> "Token | None":
    """Return the word by which a blow is held ready: "ready", "orders", "threatened"."""
    current = verb
    while current.dep_ == "conj" and current.head.tag_ == "VB":
        current = current.head
    if not any(each.tag_ == "TO" for each in clauses.kids(current)):
        return None
    above = current.head
    lemma = above.lemma_.lower()
    if above.pos_ in {"NOUN", "ADJ"} or above.lower_ in line_words("ready", "adjectives"):
        known = line_words("ready", "nouns") | line_words("ready", "adjectives")
        return above if {lemma, above.lower_} & known else None
    if above.pos_ != "VERB" or clauses.negated(above):
        return None
    if lemma in _GIVEN:  # "gave the army a free hand to"
        given = (each for each in clauses.kids(above) if each.dep_ in {"dobj", "npadvmod"})
        return next((each for each in given if each.lemma_ in line_words("ready", "nouns")), None)
    if lemma in line_words("ready", "telling") and not clauses.passive(above):
        whom = clauses.child(above, "dobj", "dative") or clauses.subject(verb)
        men = {*word_class("force"), *word_class("people")}
        return above if whom is not None and clauses.lemma(whom) in men else None
    return above if lemma in line_words("ready", "verbs") | line_words("ready", "telling") else None
