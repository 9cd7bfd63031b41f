"""Who asks for an act, offers something for it or warns of it: somebody else is to do it."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import Act
from detente.read.grammar import clauses
from detente.read.grammar.modals import WILL
from detente.read.text.words import lexicon, line_words, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

PROPOSING = frozenset(("propose", "suggest", "recommend", "canvass", "float", "table", "advocate"))
_BLOWS = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
_RESTING = frozenset(("cease", "end", "halt", "pause", "relent", "rest", "return", "stop"))
_UP = 4


def asker(article: Article, act: Act) -> str | None:
    """Return the party that asks for an act, offers something for it or fears it, if one does."""
    offering = _bargaining(act)
    if offering is not None:
        return parties.actor_near(article, offering)
    return _asking(article, act) or _setting(article, act)


def _setting(article: Article, act: Act) -> str | None:
    """Return who sets a condition that others have to meet: "won't talk unless the jets are grounded"."""
    if act.status != "demanded" or act.head.pos_ != "VERB" or not clauses.passive(act.head):
        return None
    clause = clauses.conjuncts_head(act.head)
    above = clause.head
    if clause.dep_ != "advcl" or above.pos_ not in {"VERB", "AUX"} or above.lemma_ in _RESTING:
        return None  # "won't rest until the intruders are driven out": by himself
    setter = article.speaker_of(above)
    for _ in range(_UP):
        who = clauses.agent(above) if clauses.passive(above) else clauses.subject(above)
        found = None if who is None else parties.actor_near(article, who)
        setter = found if article.role_of(found) == "party" else setter
        if above.dep_ not in {"ccomp", "xcomp", "acomp"}:
            break
        above = above.head
    return setter


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
        if who is None and cue.pos_ == "VERB":
            who = parties.doer(article, cue, lexicon())[1]
        found = None if who is None else parties.actor_near(article, who)
        if found is not None:
            return found
    return None


def _bargaining(act: Act) -> "Token | None":
    """Return who offers something "in return for" an act, or proposes that others do it."""
    cue = act.standing.cues[0] if act.standing.cues else None
    if cue is None or act.noun is not act.head:
        return None
    if cue.lower_ == "for":
        return clauses.subject(clauses.head_verb(cue))
    proposed = act.status == "considered" and cue.lemma_.lower() in PROPOSING
    return clauses.subject(cue) if proposed else None


def warned_of(act: Act) -> bool:
    """Say whether a speaker tells what an act of others would bring: "an attack would mean war"."""
    if warned_off(act.head):
        return True
    verb = act.head.head
    if act.head.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    met = clauses.passive(verb) and verb.lemma_.lower() in line_words("answered")
    if act.event not in _BLOWS and not met:
        return False
    if act.head.lemma_.lower() in word_class("in_return"):
        return False
    return verb.lemma_.lower() not in word_class("under_way")


def warned_off(noun: "Token") -> bool:
    """Say whether somebody is warned off an act: "warned against a raid", "would regard a raid as war"."""
    above = noun.head
    if noun.dep_ == "dobj":
        helper = clauses.modal(above)
        seen = above.lemma_.lower() in word_class("taking_for")
        return seen and helper is not None and helper.lower_ in WILL
    if noun.dep_ != "pobj":
        return False
    if above.lower_ == "against":
        return above.head.lemma_.lower() in {"warn", "caution", "warning"}
    return above.lower_ == "for" and above.head.lemma_.lower() in word_class("paid_for")


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
