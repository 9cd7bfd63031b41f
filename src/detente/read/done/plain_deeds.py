"""Plain verbs that are acts because a party does them to somebody or something.

"Finland took two towns", "Brazil could bring its partners together": no list knows
the verb for an act, but it tells one of a party's.
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.untyped import INERT, somebody
from detente.read.done.verbs import Typed
from detente.read.grammar import clauses
from detente.read.text.wordlists import listed
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNDONE = listed("untyped", "undone")
_EMPTY = listed("untyped", "empty")
_STEPS = listed("untyped", "steps")


def deed(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let a plain verb of the past count where a party does it: "Finland took two towns".

    It asks for another party, or for a thing that it is done to; states, thoughts, outcomes
    and what only weighs or counts are left out.
    """
    lemma = verb.lemma_.lower()
    if not _told_as_done(verb) or lemma in _UNDONE or lemma in words.saying:
        return None
    inside = verb.dep_ == "ccomp"
    if not inside and verb.dep_ not in {"ROOT", "conj"}:
        return None
    below = clauses.kids(verb)
    if any(each.dep_ in {"ccomp", "oprd", "acomp", "attr"} for each in below):
        return None
    who = clauses.agent(verb) if clauses.passive(verb) else clauses.subject(verb)
    if who is None or _nothing_done(verb):
        return None
    if not somebody(article, who, words) and who.lemma_.lower() not in words.classes["people"]:
        return None
    doer = parties.actor_near(article, who)
    behind = (each for each in verb.subtree if each.i > verb.i)
    upon = any((actor := article.actor_of(each)) is not None and actor != doer for each in behind)
    alone = lemma in _STEPS and not inside
    thing = clauses.child(verb, "dobj") is not None or clauses.passive(verb)
    return Typed(None, None, "deed") if upon or alone or (thing and not inside) else None


def _told_as_done(verb: "Token") -> bool:
    past = verb.tag_ in {"VBD", "VBN"} and clauses.finite(verb)
    return past and not clauses.negated(verb) and clauses.modal(verb) is None


def _nothing_done(verb: "Token") -> bool:
    """Say whether a verb with its object tells no deed: "drew a lesson", "took note", "put it at"."""
    things = [each for each in clauses.kids(verb) if each.dep_ in {"dobj", "dative", "nsubjpass"}]
    if not things:
        return False
    thing = things[-1]
    if any(
        each.lemma_.lower() in _EMPTY or each.lower_.endswith(("self", "selves")) for each in things
    ):
        return True
    if any(each.lower_ in {"no", "little", "few", "nothing"} for each in (thing, *thing.lefts)):
        return True
    after = {each.lower_ for each in clauses.kids(verb) if each.dep_ == "prep" and each.i > thing.i}
    return verb.lemma_ == "leave" and bool(after & {"with", "without"})


def could(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let a plain verb count that a party could do: "Brazil could bring its partners together"."""
    helper = clauses.modal(verb)
    lemma = verb.lemma_.lower()
    if helper is None or helper.lower_ != "could" or verb.dep_ not in {"ROOT", "conj", "ccomp"}:
        return None
    if clauses.negated(verb) or clauses.passive(verb) or verb.sent[-1].text == "?":
        return None
    if lemma in words.stative or lemma in INERT:
        return None
    who = clauses.subject(verb)
    if who is None or article.role_of(article.actor_of(who)) != "party" or _nothing_done(verb):
        return None
    if lemma in words.classes["working"] and who.pos_ == "PRON":
        return None
    upon = any(each.dep_ in {"dobj", "dative"} for each in clauses.kids(verb))
    upon = upon or any(each.dep_ in {"prep", "prt"} for each in clauses.kids(verb))
    return Typed(None, None, "could") if upon else None
