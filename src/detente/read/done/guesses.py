"""Whose an act is where its clause doesn't say.

The nearest answer is taken: the forces that were named before, the same act told
before ("the seizure"), and at last the party that scores best
(`detente.read.done.likeliest`). What is settled by such a score alone is noted in the
act's `inferred`, with its chance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from detente.read.article import Article
from detente.read.done import agentless, hosts, parties, undergoing
from detente.read.done.act import OWN_FORCES, Act
from detente.read.done.askers import PROPOSING, asker, warned_of
from detente.read.done.insiders import there
from detente.read.done.likeliest import likeliest
from detente.read.done.retold import in_which, told_before, undone
from detente.read.done.standoff import Scene
from detente.read.done.wanted import begged, own_measure
from detente.read.grammar import clauses
from detente.read.text.tags import LABELS
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUFFERING = frozenset(("flee", "die"))
OWN_WORDS = frozenset(("planned", "threatened", "considered", "ruled_out"))
_OF_A_CROWD = 0.8
# a doer taken from an act or a noun told before, which may be another one
_TAKEN_UP: Mapping[str, Any] = {"inferred": ("actor",), "chance": 0.6}
_QUALIFYING = frozenset(("amod", "compound", "nmod"))
_CROWDS = frozenset(("crowd", "mob", "protester", "demonstrator", "rioter", "thousand", "student"))


def whose(article: Article, act: Act, before: Sequence[Act], scene: Scene) -> Act:
    """Return an act with a doer that the text around it gives, if one does."""
    crowd = _where(article, act) if _crowd(act) is not None else None
    if crowd is not None:
        return replace(act, actor=crowd, inferred=("actor",), chance=_OF_A_CROWD)
    sent = hosts.envoy(act)
    if sent is not None and act.target is None:
        act = replace(act, target=parties.actor_near(article, sent))
    chooser = hosts.host(article, act) or _chooser(article, act)
    if chooser is not None:
        return replace(act, actor=chooser, target=act.target if act.target != chooser else None)
    blow = in_which(act, before)
    same = blow or told_before(act, before)
    if same is not None and (blow is not None or _speaking(article, act) is None):
        again = replace(act, actor=same.actor, target=act.target or same.target)
        return again if blow is not None else replace(again, **_TAKEN_UP)
    asking = asker(article, act)
    own = begged(article, act) or own_measure(article, act, asking)
    known = (
        own
        or undergoing.threatener(article, act)
        or agentless.by_whose_blow(article, act)
        or agentless.of_its_subject(article, act)
        or agentless.beside(article, act)
        or agentless.sent_from(article, act)
        or _told(article, act)
        or _speaking(article, act)
        or agentless.vowed(article, act)
        or agentless.announced(article, act)
        or agentless.where_arrested(article, act)
        or agentless.owner(article, act)
        or agentless.at_home(article, act)
        or agentless.ordered(article, act)
    )
    if known is not None and (known != asking or known == own):
        return replace(act, actor=known, target=act.target if act.target != known else None)
    found = _forces(article, act)
    found = found if found not in {None, asking} else undone(act, before, asking)
    if found is not None:
        target = act.target if act.target != found else None
        return replace(act, actor=found, target=target, **_TAKEN_UP)
    found, chance = likeliest(article, act, before, scene, asking)
    target = act.target if act.target != found else None
    inferred = ("actor",) if found else ()
    return replace(act, actor=found, target=target, inferred=inferred, chance=chance)


def _chooser(article: Article, act: Act) -> str | None:
    """Return who has the options of which one is told: "Seoul has three options. Option A: wait."."""
    label = act.standing.cues[0] if act.standing.cues else None
    if label is None or label.lower_ not in LABELS or label.i >= act.head.i:
        return None
    for noun in reversed(article.doc[: label.i]):
        if noun.lemma_ not in {"option", "choice", "course"} or noun.dep_ == "intj":
            continue
        owner = clauses.child(noun, "poss")
        who = owner if owner is not None else next(clauses.prepositional(noun, "for", "of"), None)
        if who is None and noun.head.lemma_ in {"have", "face", "weigh", "consider", "hold"}:
            who = clauses.subject(noun.head)
        found = None if who is None else parties.actor_near(article, who)
        if found is not None:
            return found
    return None


def _speaking(article: Article, act: Act) -> str | None:
    """Return the party that says what stands here, where an act noun is its own."""
    speaker = article.speaker_of(act.head)
    own = act.noun is act.head and act.status in OWN_WORDS and speaker != act.target
    if own and warned_of(act):
        return None
    return speaker if own and article.role_of(speaker) == "party" else None


def _crowd(act: Act) -> "Token | None":
    """Return the crowd that acts without a name: "Crowds smashed the windows"."""
    who = clauses.subject(act.head) if act.head.pos_ == "VERB" else None
    return who if who is not None and who.lemma_.lower() in _CROWDS else None


def _where(article: Article, act: Act) -> str | None:
    """Return the party in whose land an act takes place, as far as its sentence names it."""
    sentence = act.head.sent
    named = [
        mention.actor
        for mention in article.mentions
        if sentence.start <= mention.start < sentence.end
        and (mention.place or mention.form == "capital")
        and mention.actor != act.target
    ]
    return next((actor for actor in named if article.role_of(actor) == "party"), None)


def _forces(article: Article, act: Act) -> str | None:
    """Return whose forces do the act, where the text said so of the same word before."""
    if act.head.pos_ == "NOUN" or clauses.passive(act.head):
        return None
    who = clauses.subject(act.head)
    if who is None or who.lemma_.lower() not in word_class("force"):
        return None
    scene = None if act.event in OWN_FORCES else there(article, act)
    if scene is not None:
        return scene
    own = _qualifiers(who)
    named = [
        token
        for token in article.doc[: who.i]
        if token.lemma_ == who.lemma_
        and article.token_actor[token.i] is not None
        and own <= _qualifiers(token)
    ]
    return article.token_actor[named[-1].i] if named else None


def _qualifiers(noun: "Token") -> set[str]:
    """Return the words that tell which soldiers or ships are meant: "special" forces are others."""
    return {clauses.lemma(each) for each in noun.children if each.dep_ in _QUALIFYING}


def _told(article: Article, act: Act) -> str | None:
    """Return who is told what must be done: "told Pakistan that the terms must be observed"."""
    if act.status != "demanded" or act.head.pos_ != "VERB":
        return None
    current = act.head
    for _ in range(4):
        above = current.head
        if above.i == current.i or current.dep_ not in {"ccomp", "xcomp", "conj"}:
            return None
        if current.dep_ == "ccomp" and above.lemma_.lower() in word_class("addressing"):
            whom = clauses.child(above, "dobj", "dative")
            return None if whom is None or whom.i > current.i else article.actor_of(whom)
        current = above
    return None


def named_otherwise(article: Article, act: Act) -> bool:
    """Say whether an act has a doer of its own who is no known actor: "gunmen", a name."""
    if act.head.pos_ == "NOUN" or clauses.passive(act.head):
        return False
    if _crowd(act) is not None:
        return False
    _, who = parties.doer(article, act.head, lexicon())
    if who is None or article.actor_of(who) is not None:
        return False
    if act.head.lemma_ == "fall" or who.lemma_.lower() in word_class("force"):
        return False  # "Jijiga fell", "the 208th Brigade"
    unknown = any(each.lower_ in word_class("unknown_men") for each in who.lefts)
    if who.lemma_.lower() in word_class("victims") and (unknown or act.head.lemma_ in _SUFFERING):
        return True
    return who.lemma_.lower() in word_class("strangers") or who.pos_ == "PROPN"


def mediated(article: Article, act: Act, scene: Scene) -> bool:
    """Say whether a proposer of a truce or withdrawal has no part in the fighting himself."""
    if act.noun is not act.head or act.event != "RETREAT" or act.status != "considered":
        return False
    cue = act.standing.cues[0] if act.standing.cues else None
    if act.actor is None or cue is None or cue.lemma_.lower() not in PROPOSING:
        return False
    who = clauses.subject(cue) if cue.pos_ == "VERB" else None
    proposer = parties.actor_near(article, who) if who is not None else None
    fight = any(side is not None for side in scene.fighting)
    return fight and proposer == act.actor and act.actor not in scene.fighting
