"""Nouns that tell an act: "the invasion of Cyprus", "a plan for strikes", "talks collapsed"."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import noun_parties
from detente.read.done.act import OPEN, Act, hostile_status
from detente.read.done.noun_reasons import rule_of
from detente.read.done.timetable import timetabled
from detente.read.done.verbs import event_of, likeliest_of
from detente.read.done.weighing import bargained, one_course, weighed
from detente.read.done.wording import action_of
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modality import Standing, standing
from detente.read.text.words import NO_TYPE, Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


_ARMED = frozenset(("military", "ground", "armed", "air", "naval", "airborne", "amphibious"))
_DEED = ("tion", "sion", "ment", "al", "ance", "ence", "ery", "ure", "ing")
_LONG = 5


def noun_act(
    article: Article, noun: "Token", words: Lexicon, entry: "tuple[str, Token] | None" = None
) -> Act | None:
    """Return the act that a noun tells, if it tells one that no verb tells already.

    Parameters
    ----------
    article : Article
        Where it stands.
    noun : Token
        The noun.
    words : Lexicon
        The words.
    entry : tuple of (str, Token), optional
        How it stands by the list that it is an entry of, and the word that opens that list.
    """
    event = _event(noun, words)
    if event is None and entry is not None and entry[0] == "demanded":
        event = NO_TYPE
    if event is None or _only_dated(noun) or _only_named(article, noun, words):
        return None
    how = _how(noun, words, entry)
    named, target = noun_parties.of_noun(article, noun)
    rule = "listed" if entry is not None and event == NO_TYPE else None
    rule = rule or rule_of(noun, how, words, named=named, target=target)
    if rule is None:
        return None
    status = how.status or "done"
    if how.negated:
        if (not how.cues or status not in OPEN) and rule != "denied":
            return None
        status = how.status = "ruled_out"
    actor = named or noun_parties.around_noun(article, noun, how, words, target)
    if actor is None and _needs_doer(noun, how, rule, event, words):
        return None
    status = hostile_status(how, event_of(event)) or status
    return _told(noun, how, (event, status), (actor, target), rule)


def supposed_act(article: Article, noun: "Token", words: Lexicon) -> Act | None:
    """Return what might be an act not done that a noun names, though no rule says that it's told."""
    if _only_dated(noun) or _only_named(article, noun, words):
        return None
    how = _how(noun, words, None)
    lemma = clauses.lemma(noun)
    if how.status not in OPEN:
        if lemma not in words.nouns or clauses.modal(clauses.head_verb(noun)) is None:
            return None
        how.status = "possible"
    if how.negated:
        how.status = "ruled_out"
    named, target = noun_parties.of_noun(article, noun)
    actor = named or noun_parties.around_noun(article, noun, how, words)
    event = _event(noun, words) or NO_TYPE
    return _told(noun, how, (event, how.status), (actor, target), "likely")


def likely_deed(article: Article, noun: "Token", words: Lexicon) -> Act | None:
    """Return what might be an act done that a noun names, though no rule says that it's told."""
    if _only_dated(noun) or _only_named(article, noun, words):
        return None
    how = _how(noun, words, None)
    if how.status in OPEN or how.negated:
        return None
    status = how.status = how.status or "done"
    named, target = noun_parties.of_noun(article, noun)
    actor = named or noun_parties.around_noun(article, noun, how, words, target)
    return _told(noun, how, (_event(noun, words) or NO_TYPE, status), (actor, target), "likely")


def _told(
    noun: "Token",
    how: Standing,
    what: tuple[str, str | None],
    sides: tuple[str | None, str | None],
    rule: str,
) -> Act:
    """Return the act of a noun: what and how it stands, who does it and upon whom.

    Nobody acts upon himself.
    """
    event, status = what
    actor, target = sides
    core = stretches.extent(noun, clause=False)
    start, end = _extent(noun, how, rule, core)
    return Act(
        noun,
        noun,
        event_of(event) or likeliest_of(noun),
        how,
        status,
        actor,
        None if target == actor else target,
        start,
        end,
        core[0],
        core[1],
        action_of(noun),
        f"noun, {rule}",
    )


def _how(noun: "Token", words: Lexicon, entry: "tuple[str, Token] | None") -> Standing:
    """Return how a noun's act stands: by what governs it, its list, a red line or a bargain."""
    how = standing(noun, words)
    if entry is not None and (not how.cues or how.status not in OPEN):
        how = Standing(entry[0], cues=[entry[1]], top=noun)
    if how.status in {"infinitive", "participle"}:
        how.status = None
    if how.cues and how.status == "planned" and how.cues[0].lemma_ == "seek":
        how.status = "demanded"  # "sought assistance from Britain"
    untold = not how.cues or how.status not in OPEN or how.status == "ruled_out"
    typed = words.nouns.get(clauses.lemma(noun), NO_TYPE) != NO_TYPE  # no vote, no election
    day = timetabled(noun) if untold and typed else None
    if day is not None:
        return Standing("planned", cues=[day], top=noun)
    line = _line(noun) or (bargained(noun, words) if not how.cues else None)
    if line is not None:
        return Standing("possible", cues=[line], top=noun)
    course = one_course(noun) if not how.cues else None
    return how if course is None else Standing("considered", cues=[course], top=noun)


def _only_dated(noun: "Token") -> bool:
    """Say whether a response is only dated, and told behind "when": "its response came on 3 May, when"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "about" and verb.head.lemma_ == "ask":
        return True  # "asked about a strike, he said"
    if noun.dep_ not in clauses.SUBJECTS or verb.lemma_ != "come":
        return False
    day = next(clauses.prepositional(verb, "on", "in", "at"), None)
    told = (clauses.child(each, "advcl", "relcl") for each in (verb, day) if each is not None)
    return any(each is not None and "when" in clauses.marks(each) for each in told)


def _event(noun: "Token", words: Lexicon) -> str | None:
    """Return the type of an act noun, with what its complements say of it."""
    lemma = clauses.lemma(noun)
    event = words.nouns.get(lemma)
    if event is None:
        return askable(noun, words)
    if event == NO_TYPE and any(each.lower_ in _ARMED for each in noun.lefts):
        event = "ASSAULT"
    needs = words.needs.get(lemma)
    if needs is None:
        return event
    if not any(
        each.lemma_.lower() in needs or any(far.lemma_.lower() in needs for far in each.children)
        for each in clauses.prepositional(noun, "of")
    ):
        return None
    return "ASSAULT" if event == NO_TYPE else event


def _line(noun: "Token") -> "Token | None":
    """Return the red line that a noun tells, as "two red lines: the deployment of tanks" does."""
    top = noun
    while top.dep_ == "conj":
        top = top.head
    named = [top.head] if top.dep_ == "appos" else []
    if top.dep_ == "nsubj":
        named = [each for each in top.head.children if each.dep_ == "attr"]
    return next(
        (
            each
            for each in named
            if each.lemma_ == "line" and any(of.lower_ == "red" for of in each.children)
        ),
        None,
    )


def askable(noun: "Token", words: Lexicon) -> str | None:
    """Return the type of a thing that is an act where somebody asks for it; None for other things.

    It is on the list, or it is a deed by its ending: "the reinstatement of the council".
    """
    lemma = noun.lemma_.lower()
    listed = words.asked.get(lemma)
    if listed is not None or noun.pos_ != "NOUN":
        return listed
    deed = lemma.endswith(_DEED) and len(lemma) > _LONG and lemma not in words.classes["no_deeds"]
    return NO_TYPE if deed and any(each.dep_ == "prep" for each in noun.children) else None


def _only_named(article: Article, noun: "Token", words: Lexicon) -> bool:
    """Say whether a noun is part of a name or of another noun's act, and tells none itself."""
    lemma = clauses.lemma(noun)
    if noun.dep_ == "compound" or (noun.dep_ == "pobj" and noun.head.lower_ in {"as", "like"}):
        return True
    if noun.pos_ == "PROPN" and article.actor_of(noun) is not None:
        return True
    if (
        noun.ent_type_ in {"EVENT", "LAW", "PERSON", "GPE", "WORK_OF_ART", "DATE"}
        and noun.pos_ == "PROPN"
    ):
        return True
    above = noun.head.head
    if ("noun", above.lemma_.lower()) in words.operators and noun.head.lower_ in {"for", "of"}:
        return False  # "calls for sanctions"
    return (
        lemma in words.weak
        and noun.dep_ == "pobj"
        and above.pos_ == "NOUN"
        and clauses.lemma(above) in words.nouns
    )


def _needs_doer(noun: "Token", how: Standing, rule: str, event: str, words: Lexicon) -> bool:
    """Say whether a weak noun tells no act where nobody does it."""
    lemma = clauses.lemma(noun)
    if lemma not in words.weak or rule in {"listed", "goes on"}:
        return False
    if weighed(noun, how, rule):
        return False
    armed = event == "ASSAULT" and words.nouns[lemma] == NO_TYPE
    return (
        rule not in {"governed", "subject", "heading"}
        or event == NO_TYPE
        or (how.governed == "possible" and not armed)
    )


def _extent(noun: "Token", how: Standing, rule: str, core: tuple[int, int]) -> tuple[int, int]:
    """Return how far the words go that tell the act, with those that govern it."""
    start, end = core
    top = how.top
    if (
        top is not None
        and top.i > noun.i
        and (rule in {"subject", "goes on"} or noun.dep_ == "nsubjpass")
    ):
        return start, max(end, stretches.extent(top)[1])
    return start, end
