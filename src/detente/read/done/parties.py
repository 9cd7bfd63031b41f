"""Who does an act, and to whom.

The doer is the subject, the agent or the owner of an act, or is handed on by
the word that governs it ("urged Iran to halt": Iran; "threatened to strike":
the subject). The target is the object, else a noun behind against, on, to...,
else another party of the sentence.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.controllers import controller
from detente.read.done.nearby import actor_near
from detente.read.done.partitives import whole_of
from detente.read.done.speaking_on import speaks_on
from detente.read.grammar import clauses
from detente.read.text.words import Lexicon, lexicon, word_class

__all__ = [
    "AGAINST", "actor_near", "controller", "doer", "plausible", "said_by_party", "target",
]  # fmt: skip

if TYPE_CHECKING:
    from spacy.tokens import Token

_MADE_KNOWN = frozenset(
    ("adopt", "pass", "issue", "release", "publish", "sign", "table", "draft", "circulate", "send")
)
AGAINST = (
    "against",
    "on",
    "upon",
    "to",
    "toward",
    "towards",
    "into",
    "with",
    "of",
    "from",
    "over",
    "for",
    "near",
    "off",
    "around",
    "between",
)

_WHITHER = frozenset(("to", "into", "toward", "towards", "for", "near", "over", "in", "at"))


def doer(article: Article, verb: "Token", words: Lexicon) -> tuple[str | None, "Token | None"]:
    """Return who does what a verb says: an actor's id if known, and the noun.

    A passive without "by" names nobody.
    """
    by = clauses.agent(verb)
    if by is not None:
        return actor_near(article, by), by
    if clauses.passive(verb):
        who = clauses.subject(verb) if _of_itself(verb) else None
        return (None, None) if who is None else (actor_near(article, who), who)
    giver = _giver(article, verb)
    if giver is not None:
        return actor_near(article, giver), giver
    who = speaks_on(article, verb) or clauses.causer(verb)
    if who is None:
        who = clauses.subject(verb)
    if who is None:
        who = controller(verb, article, words) or _behind_adjective(article, verb)
    if who is None:
        return None, None
    who = whole_of(who) or who
    found = actor_near(article, who)
    paper = who.dep_ == "dobj" and who.lemma_.lower() in word_class("papers")
    if found is None and paper and who.head.lemma_ in _MADE_KNOWN:
        maker = clauses.subject(who.head)  # "the Council adopted a resolution that called on both"
        found, who = (None, who) if maker is None else (actor_near(article, maker), maker)
    return found, who


def _of_itself(verb: "Token") -> bool:
    """Say whether a participle tells what its subject does: "France is opposed to it", "allied to Iran"."""
    return verb.lemma_.lower() in word_class("of_itself") and any(
        each.dep_ in {"xcomp", "ccomp"}
        or (each.dep_ == "prep" and each.lower_ in {"to", "with", "in", "at"})
        for each in verb.children
    )


def _giver(article: Article, verb: "Token") -> "Token | None":
    """Return who gives what somebody receives: "had received assurances from Pakistan"."""
    if verb.lemma_.lower() not in word_class("receiving"):
        return None
    for thing in clauses.objects(verb):
        for head in (verb, thing):
            for each in clauses.prepositional(head, "from"):
                if article.role_of(actor_near(article, each)) == "party":
                    return each
    return None


def _behind_adjective(article: Article, verb: "Token") -> "Token | None":
    """Return a people that the parser took for an adjective's: "The British, anxious for peace, urged"."""
    for aside in verb.lefts:
        if aside.dep_ == "advcl" and aside.pos_ == "ADJ":
            for each in aside.lefts:
                if each.dep_ == "amod" and article.actor_of(each) is not None:
                    return each
    return None


def target(
    article: Article,
    verb: "Token",
    noun: "Token | None",
    actor: str | None,
    *,
    joint: bool = False,
    event: str | None = None,
) -> str | None:
    """Return upon whom a verb's act falls, by grammar alone.

    Parameters
    ----------
    article : Article
        Where it stands.
    verb : Token
        The verb.
    noun : Token or None
        The act noun that it carries.
    actor : str or None
        Who does it; never its own target.
    joint : bool
        Whether it is done with one another: of "Greece and Turkey met" the
        second is the target of the first, and places are none.
    event : str, optional
        Its type: who leaves goes to no adversary, and forces stand in a friend's country.
    """
    preps = (*AGAINST, *(() if joint else ("in", "at")))
    force = word_class("force") | word_class("servants")
    if event == "RETREAT" and all(each.lemma_.lower() in force for each in clauses.objects(verb)):
        preps = tuple(each for each in ("from", *preps) if each not in _WHITHER)
    elif event == "ASSAULT":
        preps = (
            "against",
            "at",
            *(each for each in preps if each not in {"against", "at", "from"}),
            "from",
        )
    things = [each for each in (noun, *clauses.objects(verb)) if each is not None]
    candidates = [
        *clauses.objects(verb),
        *(each for each in verb.children if each.dep_ == "dative"),
    ]
    who = clauses.subject(verb)
    among = [] if who is None else [*who.conjuncts]
    if who is not None and verb.lemma_.lower() in word_class("mutual"):
        among += [each for of in who.children if of.dep_ == "amod" for each in of.conjuncts]
        joint = True
    if joint:
        candidates = [*among, *candidates]
    for head in (verb, *things):
        behind = clauses.behind_prepositions(head)
        for prep in preps:
            candidates += behind.get(prep, ())
    for each in verb.children:
        if each.dep_ == "xcomp":
            candidates += clauses.objects(each)
    beside = set() if joint or event == "RETREAT" else {article.actor_of(each) for each in among}
    found = (actor_near(article, each) for each in candidates)
    return next((each for each in found if each not in {None, actor, *beside}), None)


def plausible(verb: "Token", actor: str | None, who: "Token | None", target: str | None) -> bool:
    """Say whether a verb of the lexicon has a doer or a victim that can be one."""
    if actor is not None or who is None:
        return actor is not None or target is not None or clauses.passive(verb)
    if who.pos_ == "PRON":
        return (
            who.lower_ not in {"that", "this", "which", "what", "there", "nothing"}
            or target is not None
        )
    if (
        target is not None
        or who.lemma_.lower() in word_class("people")
        or who.ent_type_ in {"ORG", "GPE", "NORP", "PERSON"}
        or who.pos_ == "PROPN"
    ):
        return True
    return who.lemma_.lower() in lexicon().classes["force"] | lexicon().classes["arms"]


def said_by_party(article: Article, verb: "Token") -> bool:
    """Say whether a clause is what a party says of itself, as far as grammar shows."""
    above = verb.head
    who = clauses.subject(above)
    if any(each.dep_ == "advcl" and clauses.conditional(each) for each in verb.children):
        return False
    return who is not None and article.role_of(article.actor_of(who)) == "party"
