"""What an effect may come from: an act, what a pronoun takes up, a state of things, a thing.

A party or a person does what it does; it isn't a cause of the kind that has
consequences. Neither is a paper for what it only lays down.
"""

from functools import cache
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.grammar import clauses
from detente.read.grammar.modals import FUTURE
from detente.read.text.words import lexicon, table, word_class, words

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTS = frozenset(("act", "linked", "abstract", "paper"))
_TAKING_UP = frozenset(("this", "that", "these", "those"))
_RESOLVED = frozenset(("it", "they"))
_ENDINGS = (
    "tion", "sion", "ment", "ance", "ence", "ency", "ancy", "ness", "dom", "ism", "tude", "ure",
    "ity", "al", "age", "ship", "acy",
)  # fmt: skip
_AGAINST = frozenset(("whereas", "while", "although", "though", "since", "because"))
_OF_DEEDS = frozenset(("lead_to", "result_in", "contribute_to"))  # no party does these
_BODIES = frozenset(("ORG", "GPE"))
_HARMING = frozenset(
    ("harm", "hurt", "damage", "benefit", "prejudice", "prejudge", "divide", "weaken", "undermine",
     "complicate", "encourage", "embarrass", "jeopardise", "jeopardize", "endanger")
)  # fmt: skip
_TALKS = frozenset(("talk", "talks", "summit", "conference", "meeting", "session", "inquiry"))
_LONG_ENOUGH = 6  # letters of a noun that is known by its ending


@cache
def listed(part: str, key: str = "verbs") -> frozenset[str]:
    """Return a list of ``consequences.toml`` as a set."""
    return frozenset(words(table("consequences")[part][key]))


def restrictive(noun: "Token") -> bool:
    """Say whether "that" opens a clause that only tells which thing is meant."""
    return noun.lower_ == "that" and noun.head.dep_ == "relcl" and not _behind_comma(noun.head)


def _behind_comma(clause: "Token") -> bool:
    first = clause.left_edge.i
    return bool(first) and clause.doc[first - 1].text in {",", "—", "--"}


def sort(article: Article, verb: "Token", noun: "Token | None") -> str | None:
    """Return what kind of cause the subject of a verb is.

    Parameters
    ----------
    article : Article
        Where it stands.
    verb : Token
        The verb of the effect.
    noun : Token or None
        Its subject, as `clauses.subject` gives it.

    Returns
    -------
    str or None
        ``act``; ``linked``, a pronoun for what was told before; ``abstract``, a state
        or a happening; ``paper``; ``thing``; None for a party, a person, or nobody.
    """
    if noun is None:
        return None
    stands = clauses.child(verb, *clauses.SUBJECTS)
    if stands is not None and verb.dep_ == "relcl":
        if stands.tag_ == "WP":  # "those who allowed it"
            return None
        if stands.tag_ == "WDT":
            return _of_relative(article, verb, stands, noun)
    if noun.pos_ in {"PRON", "SCONJ"} or noun.tag_ in {"DT", "WDT", "PRP"}:
        return _of_pronoun(article, verb, noun)
    return _of_noun(article, noun)


def _of_relative(article: Article, verb: "Token", stands: "Token", noun: "Token") -> str | None:
    if noun.pos_ == "VERB":
        return "linked"
    found = _of_noun(article, noun)
    told = found in {"act", "abstract", "thing"} or (
        found is None and verb.lemma_ == "leave" and clauses.modal(verb) is not None
    )
    if (
        stands.lower_ == "which"
        and _behind_comma(verb)
        and (told or _of_a_deed(verb) or _no_party(article, verb, noun))
    ):
        return "linked"
    return found


def _no_party(article: Article, verb: "Token", noun: "Token") -> bool:
    """Say whether a verb of effect follows on no party: ", which forced the smelter to"."""
    if verb.lemma_.lower() not in listed("strong"):
        return False
    if article.actor_of(noun) is not None or noun.ent_type_ in {"PERSON", "ORG", "NORP"}:
        return False
    lemma = clauses.lemma(noun)
    return lemma not in word_class("people") | word_class("force") and (
        lemma not in listed("causes", "doers") or lemma in _TALKS
    )


def _of_a_deed(verb: "Token") -> bool:
    """Say whether a verb tells what a deed means, and never what a party does: ", which means that"."""
    if verb.lemma_ == "mean":
        return clauses.child(verb, "ccomp") is not None
    if verb.lemma_ in {"make", "render"} and verb.tag_ in {"VBD", "VBZ"}:
        return any(each.dep_ in {"oprd", "acomp", "ccomp"} for each in clauses.kids(verb))
    known = {f"{verb.lemma_}_{each.lower_}" for each in clauses.kids(verb) if each.i > verb.i}
    return bool(known & _OF_DEEDS)


def _of_pronoun(article: Article, verb: "Token", noun: "Token") -> str | None:
    below = verb.dep_ == "ccomp" and verb.head.dep_ == "relcl"
    if noun.lower_ == "that" and below and verb.head.left_edge.i == noun.i:
        return _of_noun(article, verb.head.head)  # "a step that officials said could undo"
    if noun.lower_ == "which" or (noun.lower_ in _TAKING_UP and noun.tag_ != "WDT"):
        return "linked"
    if noun.lower_ not in _RESOLVED:
        return None
    behind = {f"{verb.lemma_}_{each.lower_}" for each in clauses.kids(verb) if each.i > verb.i}
    if noun.lower_ == "it" and (behind & _OF_DEEDS or _harms(verb)):
        return "linked"
    above = verb.head if verb.dep_ == "conj" else verb
    told = above.dep_ == "ccomp" and not _beside(above)
    if told and (parties.said_by_party(article, above) or _may_be_it(noun, above)):
        return None
    alone = article.actor_of(noun) is None and noun.lower_ == "it"
    return "linked" if alone or _parallel(article, verb) else None


def _harms(verb: "Token") -> bool:
    """Say whether a verb tells what no party would say of itself: "it would harm the talks"."""
    helper = clauses.modal(verb)
    return helper is not None and helper.lower_ in FUTURE and verb.lemma_ in _HARMING


def _may_be_it(noun: "Token", said: "Token") -> bool:
    """Say whether "it" may be who says so: "the company announced that it would leave"."""
    who = clauses.child(said.head, "nsubj")
    return (
        noun.lower_ == "it"
        and who is not None
        and who.ent_type_ in _BODIES
        and who.tag_ not in {"NNS", "NNPS"}
    )


def _parallel(article: Article, verb: "Token") -> bool:
    """Say whether "it" takes up an act: the subject of the clause, or the sentence, before."""
    before = _clause_before(verb)
    if before is None:
        return False
    who = clauses.child(before, *clauses.SUBJECTS)
    if who is not None and who.lower_ == "it" and verb.dep_ == "conj":
        return before.i < verb.i and sort(article, before, who) == "linked"
    return who is not None and who.pos_ != "PRON" and _of_noun(article, who) in {"act", "abstract"}


def _beside(verb: "Token") -> bool:
    """Say whether a clause only stands before another, as "it cost him much; it pleased us"."""
    above = verb.head
    return verb.i < above.i and above.lemma_.lower() not in lexicon().saying


def _clause_before(verb: "Token") -> "Token | None":
    set_against = verb.dep_ == "advcl" and clauses.marks(verb) & _AGAINST
    if verb.dep_ in {"conj", "parataxis"} or set_against:
        return verb.head
    beside = next(
        (
            each
            for each in verb.lefts
            if each.dep_ in {"ccomp", "parataxis"} and each.pos_ == "VERB"
        ),
        None,
    )
    if beside is not None:
        return beside
    first = verb.sent.start
    alone = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and _beside(verb))
    return verb.doc[first - 1].sent.root if alone and first else None


def _of_noun(article: Article, noun: "Token") -> str | None:
    if noun.pos_ in {"VERB", "AUX"}:
        return "act" if noun.tag_ in {"VBG", "VB"} else None
    inside = next(clauses.prepositional(noun, "of"), None)
    lemma = clauses.lemma(noun)
    if lemma in listed("causes", "heads") and inside is not None:
        return _of_noun(article, inside)
    if noun.pos_ not in {"NOUN", "PROPN"} or article.actor_of(noun) is not None:
        return None
    if noun.ent_type_ in {"DATE", "TIME", "PERSON", "MONEY", "CARDINAL"}:
        return None
    found = _of_lemma(lemma)
    return found if noun.pos_ == "NOUN" or found != "thing" else None


def _of_lemma(lemma: str) -> str | None:
    if lemma in listed("causes", "doers") or lemma in listed("causes", "weather"):
        return None
    if lemma in listed("causes", "papers"):
        return "paper"
    if lemma in lexicon().nouns or lemma in word_class("things"):
        return "act"
    if lemma in word_class("people") or lemma in word_class("force"):
        return None
    abstract = lemma in listed("causes", "abstract") or _named_by_ending(lemma)
    return "abstract" if abstract else "thing"


def _named_by_ending(lemma: str) -> bool:
    return (
        len(lemma) > _LONG_ENOUGH
        and lemma.endswith(_ENDINGS)
        and lemma not in listed("causes", "bodies")
    )


def act_like(article: Article, noun: "Token | None") -> bool:
    """Say whether a noun is an act or a thing and no party: what has effects."""
    if noun is None:
        return False
    if noun.lower_ in {"which", "this", "that", "these"}:
        return not restrictive(noun)
    return noun.pos_ == "VERB" or (noun.pos_ != "PRON" and _of_noun(article, noun) in ACTS)
