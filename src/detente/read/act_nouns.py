"""Nouns that tell an act: "the invasion of Cyprus", "a plan for strikes", "talks collapsed"."""

from typing import TYPE_CHECKING

from detente.read import clauses, parties
from detente.read.act import OPEN, Act, governed_start, hostile_status
from detente.read.article import Article
from detente.read.modality import HOSTILE, Standing, standing
from detente.read.operators import own, phrase
from detente.read.verbs import event_of
from detente.read.wording import action_of
from detente.read.words import NO_TYPE, Lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token


_ARMED = frozenset(("military", "ground", "armed", "air", "naval", "airborne", "amphibious"))
_SAID = frozenset(("proposal", "offer", "demand", "request", "appeal", "ultimatum"))


def noun_act(article: Article, noun: "Token", words: Lexicon) -> Act | None:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    """Return the act that a noun tells, if it tells one that no verb tells already."""
    lemma = clauses.lemma(noun)
    event = words.nouns.get(lemma)
    if event == NO_TYPE and any(each.lower_ in _ARMED for each in noun.lefts):
        event = "ASSAULT"
    if event is None or (noun.dep_ == "compound" and noun.head.lemma_.lower() in words.nouns):
        return None
    if noun.ent_type_ in {"EVENT", "LAW", "PERSON", "GPE", "WORK_OF_ART"} and noun.pos_ == "PROPN":
        return None
    if noun.dep_ == "compound" or (noun.dep_ == "pobj" and noun.head.lower_ in {"as", "like"}):
        return None
    above = noun.head.head
    if (
        lemma in words.weak
        and noun.dep_ == "pobj"
        and above.pos_ == "NOUN"
        and clauses.lemma(above) in words.nouns
    ):
        return None
    needs = words.needs.get(lemma)
    if needs is not None and not any(
        each.lemma_.lower() in needs or any(far.lemma_.lower() in needs for far in each.children)
        for each in clauses.prepositional(noun, "of")
    ):
        return None
    how = standing(noun, words)
    if how.status in {"infinitive", "participle"}:
        how.status = None
    named, target = parties.of_noun(article, noun)
    weak = lemma in words.weak
    rule = _why_noun(
        noun, how, words, named=named is not None, targeted=target is not None, weak=weak
    )
    if rule is None:
        return None
    status = how.status or "done"
    if how.negated:
        if not how.cues or status not in OPEN:
            return None
        status = how.status = "ruled_out"
    actor = named or parties.around_noun(article, noun, how, words)
    if target == actor:
        target = None
    if (
        weak
        and actor is None
        and (
            rule not in {"governed", "subject", "heading"}
            or event == NO_TYPE
            or how.governed == "possible"
        )
    ):
        return None
    start, end = clauses.extent(noun, clause=False)
    core = (start, end)
    top = how.top
    if (
        noun.dep_ == "conj"
        and weak
        and named is None
        and not (rule == "governed" and how.status == "demanded")
    ):
        return None
    if top is not None and top.i > noun.i and (rule == "subject" or noun.dep_ == "nsubjpass"):
        end = max(end, clauses.extent(top)[1])
    else:
        start = min(start, governed_start(noun, how))
    return Act(
        noun,
        noun,
        event_of(event),
        how,
        hostile_status(how, event_of(event)) or status,
        actor,
        target,
        start,
        end,
        core[0],
        core[1],
        action_of(noun),
        f"noun, {rule}",
    )


def _happens(verb: "Token", words: Lexicon) -> bool:
    """Say whether a verb tells its subject as something that happened: "talks collapsed"."""
    if verb.lemma_ == "take":
        thing = clauses.child(verb, "dobj")
        return thing is not None and thing.lemma_ == "place"
    return phrase(verb, words) in words.happening


def _why_noun(  # noqa: C901, PLR0911 - a list of cases
    noun: "Token", how: Standing, words: Lexicon, *, named: bool, targeted: bool, weak: bool
) -> str | None:
    """Return the reason why an act noun is told as an act, None where it is only named."""
    if how.cues and how.status in OPEN:
        if clauses.lemma(noun) in word_class("only_talk") or (
            how.status == "ruled_out" and words.nouns[clauses.lemma(noun)] in {"AGREE", NO_TYPE}
        ):
            return None
        return "governed"
    if how.status in OPEN and (named or (not weak and targeted)):
        return "modified"
    if (
        noun.dep_ == "ROOT"
        and words.nouns[clauses.lemma(noun)] in HOSTILE
        and any(each.lower_ in {"a", "an"} for each in noun.lefts)
    ):
        how.status = "considered"
        return "heading"
    verb = noun.head
    if (
        how.modal is not None
        and how.status in OPEN
        and not weak
        and (named or targeted or any(each.lower_ in {"a", "an", "any"} for each in noun.children))
    ):
        return "modal"
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in {"VERB", "AUX"}:
        if _happens(verb, words) and (
            named
            or not weak
            or words.nouns[clauses.lemma(noun)]
            in {"CONSULT", "ASSAULT", "MOBILIZE", "RETREAT", "SANCTION", "COERCE"}
        ):
            return "subject"
        return "named" if named and not weak else None
    if weak:
        return "named" if named and clauses.lemma(noun) in _SAID and how.status is None else None
    if named and (targeted or noun.dep_ in {"dobj", "pobj", "attr", "ROOT", "conj", "nsubj"}):
        return "named"
    if targeted and noun.dep_ in {"dobj", "pobj", "attr", "ROOT", "conj"}:
        status, _ = own(clauses.head_verb(noun), words)
        return "targeted" if status in {"done", "participle"} else None
    return None
