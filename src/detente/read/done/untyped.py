"""Verbs of no list that are acts by what stands around them.

A party does it to a party; "will", "must" or "would" speaks of what a party
will do; a word governs it that makes acts of verbs ("agreed to review"); or it
stands behind "if".
"""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import OPEN
from detente.read.done.verbs import Typed
from detente.read.grammar import clauses
from detente.read.grammar.modality import Standing, standing
from detente.read.grammar.modals import BINDING, WILL
from detente.read.grammar.operators import TERMS, phrase, semi_modal
from detente.read.text.wordlists import listed
from detente.read.text.words import Lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANSWERING = frozenset(("respond", "retaliate", "act", "react"))  # acts with nothing said of how
_FORETELLING = frozenset(
    ("will", "would", "may", "might", "must", "shall", "'ll", "should", "ought")
)


INERT = listed("untyped", "inert")
_SUFFERED = listed("untyped", "suffered")
_ENABLING = frozenset(("have", "let", "allow", "enable", "permit", "need"))
_THEY = frozenset(("it", "they", "he", "she", "we", "these", "those", "nothing", "nobody"))
_BEING_TO = frozenset(("be", "due"))


def unlisted(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let an unknown verb count where a party does it to a party or a place."""
    lemma = verb.lemma_.lower()
    key = phrase(verb, words)
    if ("verb", lemma) in words.operators or ("verb", key) in words.operators:
        return None
    who = clauses.subject(verb.head if semi_modal(verb) is not None else verb)
    if who is not None and lemma not in words.stative and _to_be_done(verb, who, article, words):
        return Typed(None, None, "unlisted, foretold")
    named = verb.text[:1].isupper() and not verb.is_sent_start
    unknown = who is not None and not clauses.passive(verb) and _nobody(article, who)
    if {lemma, key} & words.never or lemma in words.light or named or unknown:
        return None
    things = [*clauses.objects(verb), *clauses.prepositional(verb, "against", "into", "on", "at")]
    to_party = any(
        article.actor_of(each) is not None or each.ent_type_ in {"GPE", "NORP"} for each in things
    )
    told = who is not None and verb.tag_ in {"VBD", "VBN"} and bool(things)
    by_party = (
        told
        and who is not None
        and not clauses.passive(verb)
        and article.role_of(parties.actor_near(article, who)) == "party"
    )
    return Typed(None, None, "unlisted") if to_party or by_party else None


def _to_be_done(verb: "Token", who: "Token", article: Article, words: Lexicon) -> bool:
    """Say whether a modal speaks of what a party or its forces will, may or must do."""
    helper = clauses.modal(verb) or semi_modal(verb)
    if helper is None or helper.lower_ not in _FORETELLING:
        return False
    if who.pos_ == "PRON" and verb.lemma_.lower() in words.classes["working"]:
        return False
    if helper.lower_ in BINDING and clauses.passive(verb):
        return who.pos_ in {"NOUN", "PROPN"}
    actor = article.actor_of(who)
    forces = who.lemma_.lower() in words.classes["force"]
    if actor is None and (forces or who.lemma_.lower() in words.classes["shares"]):
        actor = parties.actor_near(article, who)
    stepping = verb.lemma_.lower() in words.classes["stepping"]
    if stepping and (forces or who.lemma_.lower() in words.classes["shares"]):
        return forces or article.role_of(actor) == "party"
    if helper.lower_ == "should" and clauses.child(verb, "dobj") is None:
        return False
    return (forces or article.role_of(actor) == "party") and any(
        each.dep_ in {"dobj", "prep", "prt", "xcomp", "advmod"} for each in verb.children
    )


def _nobody(article: Article, who: "Token") -> bool:
    return parties.actor_near(article, who) is None and who.lemma_.lower() not in word_class(
        "people"
    )


def conditional(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let any verb count behind "if", "unless" or "until" that a party does or a thing undergoes."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return None
    behind = any(each.dep_ == "mark" and each.lower_ in _CONDITIONS for each in clauses.kids(verb))
    who = clauses.subject(verb)
    if who is None or not (behind or clauses.conditional(verb)):
        return None
    if lemma in words.stative:
        moves = _fails(verb) or (_comes(verb) and who.lower_ != "it")
        told = moves and somebody(article, who, words)
        return Typed(None, None, "conditional") if told else None
    if clauses.passive(verb):
        fit = who.pos_ in {"NOUN", "PROPN"} and lemma not in _SUFFERED
        return Typed(None, None, "conditional, undergone") if fit else None
    if not somebody(article, who, words) or not _steps(verb, who, words):
        return None
    return Typed(None, None, "conditional")


_CONDITIONS = frozenset(("until", "till", "provided", "once"))
_FAILING = frozenset(("fail", "continue", "refuse", "decline", "try", "begin", "cease"))
_COMING = frozenset(("come", "go", "get", "remain", "stay", "return", "leave"))


def _fails(verb: "Token") -> bool:
    """Say whether a verb tells that somebody does or doesn't do a thing: "if he failed to act"."""
    below = clauses.child(verb, "xcomp")
    return verb.lemma_.lower() in _FAILING and below is not None and below.pos_ == "VERB"


def _comes(verb: "Token") -> bool:
    """Say whether a verb tells a move: "if the Chinese came in", "if the Marines remained on"."""
    return verb.lemma_.lower() in _COMING and any(
        each.dep_ in {"prep", "prt", "advmod"} and each.i > verb.i for each in verb.children
    )


_ASKED = frozenset(("demanded", "planned", "threatened", "considered", "ruled_out"))
_SIDES = frozenset(
    ("side", "party", "government", "army", "capital", "neighbour", "neighbor", "power", "camp",
     "two", "three", "four", "five", "both", "neither", "other", "rest", "leader", "minister", "one", "some", "many", "most", "several", "all", "few")
)  # fmt: skip


def governed(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let any verb count that a word governs which makes acts of verbs: "agreed to review"."""
    lemma = verb.lemma_.lower()
    stands = lemma in words.stative and lemma not in words.classes["stepping"]
    if stands or verb.dep_ not in {
        "xcomp",
        "ccomp",
        "pcomp",
        "acl",
        "conj",
        "advcl",
    }:
        return None
    how = standing(verb, words)
    if not how.cues or how.status not in OPEN:
        return None
    if how.status == "possible" and not _foretold(verb, how, words):
        return None
    complements = any(
        each.dep_ in {"dobj", "prep", "prt", "nsubjpass", "dative"} for each in verb.children
    )
    answers = lemma in _ANSWERING and not complements
    asked = how.status in _ASKED and (
        lemma in words.classes["stepping"]
        or lemma not in INERT
        or any(each.dep_ == "advmod" for each in verb.children)
    )
    if not answers and not complements and not asked:
        return None
    actor, who = parties.doer(article, verb, words)
    several = who is not None and who.lemma_.lower() in _SIDES and how.status in _ASKED
    if article.role_of(actor) != "party" and not (several and actor is None):
        return None
    return Typed("ASSAULT" if answers else None, None, "governed")


def _foretold(verb: "Token", how: Standing, words: Lexicon) -> bool:
    """Say whether a merely possible act is expected of its doer or hangs on a modal."""
    if how.modal is not None and how.modal.head.i != verb.i:
        return True
    cue = how.cues[-1]
    if cue.pos_ == "ADJ" and verb.tag_ == "VB":
        return cue.lower_ in word_class("likely_adjectives")
    return cue.lemma_.lower() in words.classes["expecting"] and verb.tag_ == "VB"


def undone(verb: "Token", article: Article, words: Lexicon) -> Typed | None:
    """Let a verb count that a modal or a governing word says of a party, or of what is done to a thing.

    "Manila will go on with its patrols", "the pact would be prolonged", "they agreed ... and
    to hand over the wanted".
    """
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma in INERT or _leads(verb, words):
        return None
    how = standing(verb, words)
    licence = _licence(verb, how)
    if how.status not in OPEN or licence is None:
        return None
    if clauses.passive(verb):
        who = clauses.subject(verb)
        thing = who is not None and (who.pos_ in {"NOUN", "PROPN"} or who.lower_ in _THEY)
        fit = thing and lemma not in _SUFFERED
        return Typed(None, None, f"undone to it, {licence}") if fit else None
    if licence == "by a day":
        return Typed(None, None, f"undone, {licence}")
    _, who = parties.doer(article, verb, words)
    if who is None or not somebody(article, who, words) or not _steps(verb, who, words):
        return None
    return Typed(None, None, f"undone, {licence}")


def _steps(verb: "Token", who: "Token", words: Lexicon) -> bool:
    """Say whether a verb with what hangs on it tells a step somebody takes."""
    lemma = verb.lemma_.lower()
    if who.pos_ == "PRON" and lemma in words.classes["working"]:
        return False
    return lemma in words.classes["stepping"] or any(
        each.dep_ in {"dobj", "prep", "prt", "xcomp", "dative", "oprd"} and each.i > verb.i
        for each in verb.children
    )


def somebody(article: Article, who: "Token", words: Lexicon) -> bool:
    """Say whether a noun is a party, its forces or its people, and no thing of a party's."""
    if article.role_of(article.actor_of(who)) == "party":
        return True
    lemma = who.lemma_.lower()
    own = parties.actor_near(article, who) is not None
    return lemma in words.classes["force"] or (
        own and (lemma in words.classes["people"] or lemma in words.classes["shares"])
    )


def _leads(verb: "Token", words: Lexicon) -> bool:
    """Say whether a verb only leads on to another: "would try to land"."""
    key = phrase(verb, words)
    lemma = verb.lemma_.lower()
    known = ("verb", key) in words.operators or ("verb", lemma) in words.operators
    return known and any(
        each.dep_ in {"xcomp", "ccomp"} and not (lemma in words.turned and each.tag_ == "VBG")
        for each in verb.children
    )


def _licence(verb: "Token", how: Standing) -> str | None:
    """Return what makes a plain verb an act not done: a modal, a governing word, "is to"."""
    if how.cues:
        return _by_cue(verb, how)
    if how.modal is not None:
        word = how.modal.lower_
        found = "will" if word in WILL else "must" if word in BINDING else "may"
        return found if found != "may" or word in {"may", "might"} else None
    to_be = how.top is not None and how.top.lemma_ in _BEING_TO
    if to_be and how.top is not None and how.top.lemma_ == "be":
        to_be = clauses.child(how.top, "acomp") is None  # "was necessary to protect"
    scheduled = verb.tag_ in {"VBZ", "VBP"}  # "arrives tomorrow"
    return "is to" if how.status == "planned" and (to_be or scheduled) else None


def _by_cue(verb: "Token", how: Standing) -> str | None:
    cue = how.cues[0]
    if cue.lemma_.lower() in TERMS or (how.status == "demanded" and cue.lemma_ == "give"):
        return "by a day"
    handed_on = verb.tag_ == "VB" and how.status == "demanded" and not clauses.subject(verb)
    plain = cue.pos_ == "VERB" and cue.lemma_ not in _ENABLING and not handed_on
    return "governed" if plain and how.status in _ASKED else None
