"""Whose an act is that a passive tells without saying by whom.

Something beside the verb says it: the blow in which somebody died, whose the
forces are that were moved, whose the act was that is ended, who strikes in the
clause that hangs on it, from where a thing was sent, who announces it.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import noun_parties, parties
from detente.read.done.act import OWN_FORCES, Act
from detente.read.done.hosts import envoy
from detente.read.done.insiders import there
from detente.read.grammar import clauses
from detente.read.grammar.modality import HOSTILE
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import phrase
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHEN = frozenset(("when", "as", "after", "since", "because", "while"))
_OFFICES = frozenset(("ministry", "office", "quay", "wilhelmstrasse"))
_SENDING = frozenset(("send", "ship", "supply", "smuggle", "fire", "launch", "deliver"))


def by_whose_blow(article: Article, act: Act) -> str | None:
    """Return whose the blow is in which somebody suffers: "killed in shelling by Indian guns"."""
    if act.head.pos_ != "VERB" or not clauses.passive(act.head):
        return None
    for noun in clauses.prepositional(act.head, "in", "during", "by"):
        if noun.lemma_.lower() not in lexicon().nouns:
            continue
        told = [
            *clauses.prepositional(noun, "by"),
            *(by for each in noun.children if each.dep_ == "acl" and (by := clauses.agent(each))),
        ]
        found = (parties.actor_near(article, each) for each in told)
        actor = next((each for each in found if each is not None), None)
        if actor is not None and article.role_of(actor) == "party":
            return actor
    return None


def of_its_subject(article: Article, act: Act) -> str | None:
    """Return whose the act is that a passive sets going or ends: "the American sanctions were eased".

    Those who make a pact are those between whom it is.
    """
    if act.head.pos_ != "VERB" or not clauses.passive(act.head):
        return None
    lemma = act.head.lemma_.lower()
    for noun in clauses.objects(act.head):
        named, _ = noun_parties.of_noun(article, noun)
        own = lemma in word_class("carrying_out") and clauses.lemma(noun) in lexicon().nouns
        pact = act.event == "AGREE" and lemma in word_class("making_pacts")
        if (own or pact) and article.role_of(named) == "party":
            return named
    return None


def beside(article: Article, act: Act) -> str | None:
    """Return who strikes in a clause that hangs on it: "was killed when Sudanese soldiers opened fire"."""
    if act.head.pos_ != "VERB" or act.event not in HOSTILE or not clauses.passive(act.head):
        return None
    first = clauses.conjuncts_head(act.head)
    for clause in (
        *clauses.kids(act.head),
        *(clauses.kids(first) if first.i != act.head.i else ()),
    ):
        if clause.dep_ != "advcl" or not clauses.marks(clause) & _WHEN:
            continue
        for verb in (clause, *clause.conjuncts):
            if verb.i < clause.i or verb.pos_ != "VERB" or not _strikes(verb):
                continue
            who = clauses.subject(verb)
            found = parties.actor_near(article, who) if who is not None else None
            if found != act.target and article.role_of(found) == "party":
                return found
    return None


def _strikes(verb: "Token") -> bool:
    if clauses.passive(verb) or clauses.negated(verb):
        return False
    fire = any(each.lemma_ == "fire" for each in clauses.objects(verb))
    return fire or lexicon().verbs.get(phrase(verb, lexicon())) in HOSTILE


def sent_from(article: Article, act: Act) -> str | None:
    """Return from whose land something is sent: "rifles had been sent to him from Mexican ports"."""
    if act.head.pos_ != "VERB" or not clauses.passive(act.head):
        return None
    if act.head.lemma_.lower() not in _SENDING:
        return None
    for each in clauses.prepositional(act.head, "from"):
        found = parties.actor_near(article, each)
        if found != act.target and article.role_of(found) == "party":
            return found
    return None


def where_arrested(article: Article, act: Act) -> str | None:
    """Return in whose land somebody is arrested, tried or summoned: by its authorities."""
    if act.head.pos_ != "VERB" or act.head.lemma_.lower() not in word_class("by_authority"):
        return None
    if not clauses.passive(act.head):
        return None
    whom = [*clauses.objects(act.head), *([act.head.head] if act.head.dep_ == "acl" else [])]
    place = there(article, act)
    own = {parties.actor_near(article, each) for each in whom}
    return place if place is not None and place not in own else None


def announced(article: Article, act: Act) -> str | None:
    """Return who says that forces are moved, where nobody is said to: "Paris announced that troops were sent"."""
    if act.head.pos_ != "VERB" or not clauses.passive(act.head) or act.target is not None:
        return None
    speaker = article.speaker_of(act.head)
    if act.event not in OWN_FORCES or article.role_of(speaker) != "party":
        return None
    moved = act.head.lemma_.lower() in word_class("commanding") | word_class("sending")
    forces = word_class("force") | word_class("servants")
    own = any(each.lemma_.lower() in forces for each in clauses.objects(act.head))
    return speaker if moved and own else None


def vowed(article: Article, act: Act) -> str | None:
    """Return who threatens what is told in the passive: "warned that they would be sent back"."""
    helper = act.standing.modal
    if act.status != "threatened" or helper is None or helper.lower_ not in WILL:
        return None
    if not clauses.passive(act.head):
        return None
    speaker = article.speaker_of(act.head)
    return speaker if article.role_of(speaker) == "party" else None


def at_home(article: Article, act: Act) -> str | None:
    """Return the state that deposes, elects or executes its own: "Bishop was executed"."""
    if act.head.pos_ != "VERB" or act.head.lemma_.lower() not in word_class("at_home"):
        return None
    whom = clauses.subject(act.head) if clauses.passive(act.head) else None
    if whom is None and act.head.tag_ == "VBN" and act.head.dep_ in {"acl", "relcl", "conj"}:
        whom = act.head.head
    return None if whom is None else article.actor_of(whom)


def ordered(article: Article, act: Act) -> str | None:
    """Return whose the forces are that are ordered, alerted or flown in: their own state's."""
    if act.head.pos_ != "VERB" or not clauses.passive(act.head) or envoy(act):
        return None
    whom = clauses.subject(act.head)
    if whom is None or act.head.lemma_.lower() not in word_class("commanding"):
        return None
    if whom.pos_ in {"NUM", "PRON", "DET"} or whom.tag_ == "CD":  # "200 of its men"
        whom = next(clauses.prepositional(whom, "of"), whom)
    if any(
        each.lemma_.lower() in _OFFICES for each in clauses.prepositional(act.head, "to", "into")
    ):
        return None  # "the ambassador was called to the foreign ministry"
    people = whom.tag_ in {"NNPS", "NNS"} and whom.ent_type_ == "NORP"
    forces = word_class("force") | word_class("servants") | {"man"}
    if people or whom.lemma_.lower() in forces:
        own = (each for each in whom.children if each.dep_ in {"poss", "amod", "compound"})
        named = article.actor_of(whom) or next(
            (actor for each in own if (actor := article.actor_of(each)) is not None), None
        )
        return named or (there(article, act) if _readied(act) else None)
    sent = act.head.lemma_.lower() in word_class("sending")
    human = whom.ent_type_ == "PERSON" or whom.lemma_.lower() in word_class("servants")
    return article.actor_of(whom) if sent and human else None


def _readied(act: Act) -> bool:
    """Say whether forces are readied where they are, at home: "reservists were called up in Bosnia"."""
    return act.head.lemma_.lower() in word_class("readying")


def owner(article: Article, act: Act) -> str | None:
    """Return whose the forces are that were moved, where nobody is said to move them."""
    if act.event not in OWN_FORCES or act.head.pos_ == "NOUN":
        return None
    own = word_class("force") | word_class("servants") | word_class("people")
    mover = clauses.child(act.head, "nsubj")
    if mover is not None and mover.lemma_.lower() in own:
        return None  # "patrol boats have shadowed the Malaysian ships"
    for each in clauses.objects(act.head):
        owner = article.actor_of(each) if each.ent_type_ != "GPE" else None
        if owner is None and each.lemma_.lower() in own:
            named = [far for far in each.children if far.dep_ in {"poss", "amod", "compound"}]
            named += clauses.prepositional(each, "from")
            owner = next((actor for far in named if (actor := article.actor_of(far))), None)
        if owner is not None and article.role_of(owner) == "party":
            return owner
    return None
