"""Whose an act is, and upon whom it falls, where its clause doesn't say.

The nearest answer is taken: the forces that were named before, the same act told
before ("the seizure"), and at last the party that scores best
(`detente.read.done.likeliest`). What is settled by such a score alone is noted in the
act's `inferred`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import agentless, parties
from detente.read.done.act import OPEN, Act
from detente.read.done.likeliest import Scene, likeliest
from detente.read.grammar import clauses
from detente.read.text.tags import LABELS
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
_SUFFERING = frozenset(("flee", "die"))
OWN_WORDS = frozenset(("planned", "threatened", "considered", "ruled_out"))
_UNDOING = (("freeing", "capturing"), ("lifting", "imposing"), ("reopening", "closing"))
_PROPOSING = frozenset(("propose", "suggest", "recommend", "canvass", "float", "table", "advocate"))
_OF_A_CROWD = 0.8
_ROOT = 4  # letters
_CROWDS = frozenset(("crowd", "mob", "protester", "demonstrator", "rioter", "thousand", "student"))


def whose(article: Article, act: Act, before: Sequence[Act], scene: Scene) -> Act:
    """Return an act with a doer that the text around it gives, if one does."""
    crowd = _where(article, act) if _crowd(act) is not None else None
    if crowd is not None:
        return replace(act, actor=crowd, inferred=("actor",), chance=_OF_A_CROWD)
    chooser = _chooser(article, act)
    if chooser is not None:
        return replace(act, actor=chooser, target=act.target if act.target != chooser else None)
    blow = _in_which(act, before)
    same = blow or _told_before(act, before)
    if same is not None and (blow is not None or _speaking(article, act) is None):
        return replace(act, actor=same.actor, target=act.target or same.target)
    bargaining = _bargaining(act)
    asking = _asking(article, act)
    if bargaining is not None:
        asking = parties.actor_near(article, bargaining)
    known = (
        agentless.by_whose_blow(article, act)
        or agentless.of_its_subject(article, act)
        or agentless.beside(article, act)
        or agentless.sent_from(article, act)
        or _told(article, act)
        or _speaking(article, act)
        or agentless.vowed(article, act)
        or agentless.announced(article, act)
        or agentless.owner(article, act)
        or agentless.at_home(article, act)
        or agentless.ordered(article, act)
        or _forces(article, act)
    )
    if known is not None and known != asking:
        return replace(act, actor=known, target=act.target if act.target != known else None)
    found = _undone(act, before, asking)
    if found is not None:
        return replace(act, actor=found, target=act.target if act.target != found else None)
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


def _in_which(act: Act, before: Sequence[Act]) -> Act | None:
    """Return the blow that somebody died in: "answered with a raid, in which four were killed"."""
    verb = act.head
    if verb.dep_ != "relcl" or not clauses.passive(verb) or clauses.agent(verb) is not None:
        return None
    inside = any(
        each.dep_ == "prep" and each.i < verb.i and any(far.tag_ == "WDT" for far in each.children)
        for each in clauses.kids(verb)
    )
    blows = (each for each in reversed(before) if each.head.sent.start == verb.sent.start)
    return (
        next((each for each in blows if each.event == "ASSAULT" and each.actor), None)
        if inside
        else None
    )


def _speaking(article: Article, act: Act) -> str | None:
    """Return the party that says what stands here, where an act noun is its own."""
    speaker = article.speaker_of(act.head)
    own = act.noun is act.head and act.status in OWN_WORDS and speaker != act.target
    if own and warned_of(act):
        return None
    return speaker if own and article.role_of(speaker) == "party" else None


def warned_of(act: Act) -> bool:
    """Say whether a speaker tells what an act of others would bring: "an attack would mean war"."""
    verb = act.head.head
    if act.head.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    met = clauses.passive(verb) and verb.lemma_.lower() in line_words("answered")
    if act.event not in {"ASSAULT", "COERCE"} and not met:
        return False
    if act.head.lemma_.lower() in word_class("in_return"):
        return False
    return verb.lemma_.lower() not in word_class("under_way")


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
    named = [
        token
        for token in article.doc[: who.i]
        if token.lemma_ == who.lemma_ and article.token_actor[token.i] is not None
    ]
    return article.token_actor[named[-1].i] if named else None


def _told(article: Article, act: Act) -> str | None:
    """Return who is told what must be done: "told Pakistan that the terms must be observed"."""
    if act.status != "demanded" or act.head.pos_ != "VERB":
        return None
    current = act.head
    for _ in range(4):
        above = current.head
        if above is current or current.dep_ not in {"ccomp", "xcomp", "conj"}:
            return None
        if current.dep_ == "ccomp" and above.lemma_.lower() in word_class("addressing"):
            whom = clauses.child(above, "dobj", "dative")
            return None if whom is None or whom.i > current.i else article.actor_of(whom)
        current = above
    return None


def _undone(act: Act, before: Sequence[Act], asking: str | None) -> str | None:
    """Return who did what this act undoes: "the crew was freed" by who had seized it."""
    lemma = clauses.lemma(act.head)
    done = next((done for undoing, done in _UNDOING if lemma in word_class(undoing)), None)
    if done is None or (act.head.pos_ == "VERB" and not clauses.passive(act.head)):
        return None
    things = _things(act)
    for each in reversed(before):
        told = {clauses.lemma(each.head), "" if each.noun is None else clauses.lemma(each.noun)}
        known = each.actor not in {None, asking} and "actor" not in each.inferred
        if not known or each.status in OPEN or not told & word_class(done):
            continue
        if done != "imposing" or things & (told | _things(each)):
            return each.actor
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
    if act.actor is None or cue is None or cue.lemma_.lower() not in _PROPOSING:
        return False
    who = clauses.subject(cue) if cue.pos_ == "VERB" else None
    proposer = parties.actor_near(article, who) if who is not None else None
    fight = any(side is not None for side in scene.fighting)
    return fight and proposer == act.actor and act.actor not in scene.fighting


def _bargaining(act: Act) -> "Token | None":
    """Return who offers something "in return for" an act, or proposes that others do it."""
    cue = act.standing.cues[0] if act.standing.cues else None
    if cue is None or act.noun is not act.head:
        return None
    if cue.lower_ == "for":
        return clauses.subject(clauses.head_verb(cue))
    proposed = act.status == "considered" and cue.lemma_.lower() in _PROPOSING
    return clauses.subject(cue) if proposed else None


def _asking(article: Article, act: Act) -> str | None:
    """Return who demands or fears the act, where somebody else is to do it."""
    if act.status not in {"demanded", "possible", "threatened", "considered"}:
        return None
    if act.noun is act.head and warned_of(act):
        speaker = article.speaker_of(act.head)
        if article.role_of(speaker) == "party":
            return speaker
    if act.status == "considered":
        above = act.head.head
        wished = act.head.tag_ == "VBN" and above.lemma_.lower() in word_class("wishing")
        who = clauses.subject(above) if wished else None
        return None if who is None else parties.actor_near(article, who)
    if act.status == "threatened":
        return None
    for cue in act.standing.cues:
        if act.status == "possible" and cue.lemma_.lower() not in word_class("fearing"):
            continue
        who = _demanding(cue) if cue.pos_ == "VERB" else _owning(cue)
        if who is not None and parties.actor_near(article, who) is not None:
            return parties.actor_near(article, who)
    return None


def _demanding(verb: "Token") -> "Token | None":
    """Return who demands, also by a participle: "Manila protested, demanding that they be freed"."""
    who = clauses.subject(verb)
    if who is None and verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return clauses.subject(verb.head)
    return who


def _owning(noun: "Token") -> "Token | None":
    """Return whose demand or call it is."""
    owner = clauses.child(noun, "poss", "amod", "compound")
    return owner if owner is not None else clauses.subject(clauses.head_verb(noun))


def _told_before(act: Act, before: Sequence[Act]) -> Act | None:
    """Return the earlier act that a definite noun takes up: "the seizure", "the attacks"."""
    if act.event is None:
        same = (
            each for each in reversed(before) if each.noun is not None and each.actor is not None
        )
        alike = (
            each for each in same if each.noun is not None and each.noun.lemma_ == act.head.lemma_
        )
        return next(alike, None) if act.noun is act.head else None
    own = _roots(act)
    before = [each for each in before if own & _roots(each)]
    if act.head.tag_ == "VBG" or act.status in OPEN:
        things = _things(act)
        for each in reversed(before):
            if (
                each.event == act.event
                and each.actor not in {None, act.target}
                and things & _things(each)
            ):
                return each
    if act.noun is not act.head:
        return None
    if not any(each.lower_ in DEFINITE for each in act.head.children if each.dep_ == "det"):
        return None
    for each in reversed(before):
        if each.event == act.event and each.actor is not None and each.actor != act.target:
            return each
    return None


def _roots(act: Act) -> set[str]:
    """Return the beginnings of the words that tell an act: "seiz" of seizing and of a seizure."""
    told = [act.head, *([] if act.noun is None else [act.noun])]
    return {clauses.lemma(each)[:_ROOT] for each in told}


def _things(act: Act) -> set[str]:
    """Return the lemmas of what an act is done with: "weapon" of "supply lethal weapons"."""
    head = act.head
    if head.pos_ in {"NOUN", "PROPN"}:
        found = {each.lemma_.lower() for each in head.children if each.dep_ == "compound"}
        return (
            found
            | {each.lemma_.lower() for each in clauses.prepositional(head, "of")}
            | {clauses.lemma(head)}
        )
    return {clauses.lemma(each) for each in clauses.objects(head)}
