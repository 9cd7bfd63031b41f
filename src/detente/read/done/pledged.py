"""Plain verbs that are acts not done by who says or asks for them.

What a party says of itself ("said it would stay out"), what it is told that it
should do ("Norway should keep the islands supplied"), what is asked of it or
promised by it ("called on both sides to avoid bloodshed"), and what it could do
besides ("could repeat the line and add a fishing zone").
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.verbs import Typed
from detente.read.grammar import clauses
from detente.read.grammar.modality import standing
from detente.read.grammar.modals import WILL
from detente.read.grammar.partners import partner
from detente.read.text.wordlists import listed
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATES = listed("untyped", "states")
_SHOULD = frozenset(("should", "must", "ought"))
_ASKING = frozenset(("demanded", "planned", "threatened", "ruled_out", "considered"))
_BOUND = frozenset(("dobj", "prep", "prt", "xcomp", "advmod", "dative", "oprd", "ccomp", "acomp"))
_RULERS = frozenset(("government", "cabinet", "president", "leader", "ruler", "minister", "side"))
_ASKED_OF = frozenset(("ROOT", "ccomp", "conj", "parataxis"))


def pledged(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let a plain verb count that a party says, owes, is asked or could do.

    Parameters
    ----------
    verb : Token
        A verb of no list.
    article : Article
        Where it stands.
    words : Lexicon
        The words.

    Returns
    -------
    Typed or None
        Without a type; None for a state, a feeling, and what nobody is to do.
    """
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma in _STATES or lemma in words.saying:
        return None
    helper = clauses.modal(verb)
    if helper is not None:
        return (
            _said_of_itself(verb, helper, article)
            or _owed(verb, helper, article)
            or _of_none(verb, helper)
        )
    return _asked(verb, article, words) or _besides(verb, article)


def _bound(verb: "Token") -> bool:
    return any(each.dep_ in _BOUND for each in clauses.kids(verb))


def _said_of_itself(verb: "Token", helper: "Token", article: Article) -> Typed | None:
    """Let what a party says that it will or won't do be its act: "said it would follow"."""
    if helper.lower_ not in WILL or clauses.passive(verb) or clauses.conditional(verb):
        return None
    who = clauses.subject(verb)
    actor = article.actor_of(who) if who is not None else None
    if actor is None or article.role_of(actor) != "party" or article.speaker_of(verb) != actor:
        return None
    taken = verb.lemma_.lower() == "tolerate"  # draws a line instead
    return Typed(None, None, "pledged") if verb.dep_ in _ASKED_OF and not taken else None


def _owed(verb: "Token", helper: "Token", article: Article) -> Typed | None:
    """Let what a party should or must do be asked of it."""
    if helper.lower_ not in _SHOULD or verb.dep_ not in _ASKED_OF or _open_question(verb):
        return None
    if clauses.perfect(verb):
        return None
    who = clauses.subject(verb)
    if who is None or helper.i < who.i or article.role_of(article.actor_of(who)) != "party":
        return None
    return Typed(None, None, "owed") if _bound(verb) else None


def _of_none(verb: "Token", helper: "Token") -> Typed | None:
    """Let what no government could do be ruled out: "no Indian government could sit still"."""
    return Typed(None, None, "of none") if of_none(verb, helper) else None


def of_none(verb: "Token", helper: "Token") -> bool:
    """Say whether no government at all could do what a verb tells."""
    if helper.lower_ not in {"could", "would", "can", "will"} or clauses.passive(verb):
        return False
    who = clauses.subject(verb)
    if who is None or who.lemma_.lower() not in _RULERS or verb.dep_ not in _ASKED_OF:
        return False
    if clauses.perfect(verb):
        return False
    return any(each.lower_ in {"no", "neither"} for each in clauses.kids(who))


def _open_question(verb: "Token") -> bool:
    """Say whether a clause asks what, why or how: "what Norway should do"."""
    return any(each.tag_ in {"WP", "WRB", "WDT"} for each in clauses.kids(verb))


def _asked(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let what a word of asking or promising governs be an act, whatever verb tells it."""
    wished = clauses.passive(verb) and clauses.child(verb, "nsubjpass") is not None
    clause = verb.dep_ == "ccomp" or (wished and verb.dep_ == "conj")
    infinitive = any(each.tag_ == "TO" for each in clauses.kids(verb))
    if not (clause or infinitive) or not (wished or _bound(verb)):
        return None
    how = standing(verb, words)
    if how.status not in _ASKING or not how.cues or how.cues[0].pos_ != "VERB":
        return None
    if how.cues[0].lemma_.lower() not in words.classes["binding_words"]:
        return None
    actor, who = parties.doer(article, verb, words)
    unknown = actor is None and (who is None or clauses.passive(how.cues[0]))
    if unknown or article.role_of(actor) == "source":
        return None
    return Typed(None, None, "asked" if article.role_of(actor) == "party" else "asked, nobody")


def _besides(verb: "Token", article: Article) -> Typed | None:
    """Let a second verb behind "could", "would" or "may" count: "could wait and send an elder"."""
    if verb.dep_ != "conj" or verb.tag_ != "VB" or clauses.finite(verb):
        return None
    first = partner(verb)
    helper = clauses.modal(first)
    if (
        helper is None
        or helper.lower_ not in {"could", "may", "might", "would", "will"}
        or clauses.passive(first)
    ):
        return None
    if any(each.tag_ == "TO" for each in clauses.kids(verb)) or clauses.negated(first):
        return None
    who = clauses.subject(verb)
    if who is None or article.role_of(article.actor_of(who)) != "party":
        return None
    return Typed(None, None, "besides") if clauses.child(verb, "dobj", "prep") is not None else None
