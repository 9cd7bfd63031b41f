"""Nouns that tell an act: "the invasion of Cyprus", "a plan for strikes", "talks collapsed"."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import noun_parties
from detente.read.done.act import OPEN, Act, hostile_status
from detente.read.done.verbs import event_of, likeliest_of
from detente.read.done.weighing import (
    bargained,
    denied,
    imagined,
    item,
    one_course,
    supposed,
    weighed,
)
from detente.read.done.wording import action_of
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modality import HOSTILE, Standing, standing
from detente.read.grammar.modals import WILL
from detente.read.grammar.operators import own, phrase
from detente.read.text.words import NO_TYPE, Lexicon, lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token


_ARMED = frozenset(("military", "ground", "armed", "air", "naval", "airborne", "amphibious"))
_DEED = ("tion", "sion", "ment", "al", "ance", "ence", "ery", "ure", "ing")
_LONG = 5
_HAPPENING = HOSTILE | {"CONSULT", "RETREAT"}
_SEEN = HOSTILE | {"CONSULT", "PROTEST", "THREATEN"}
_SAID = frozenset(("proposal", "offer", "demand", "request", "appeal", "ultimatum"))


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
    rule = rule or _rule(noun, how, words, named=named, target=target)
    if rule is None:
        return None
    status = how.status or "done"
    if how.negated:
        if (not how.cues or status not in OPEN) and rule != "denied":
            return None
        status = how.status = "ruled_out"
    actor = named or noun_parties.around_noun(article, noun, how, words)
    if actor is None and _needs_doer(noun, how, rule, event, words):
        return None
    core = stretches.extent(noun, clause=False)
    start, end = _extent(noun, how, rule, core)
    return Act(
        noun,
        noun,
        event_of(event) or likeliest_of(noun),
        how,
        hostile_status(how, event_of(event)) or status,
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


def _rule(
    noun: "Token", how: Standing, words: Lexicon, *, named: str | None, target: str | None
) -> str | None:
    lemma = clauses.lemma(noun)
    if lemma not in words.nouns:
        return _asked(noun, how, words)
    weak = lemma in words.weak
    rule = (
        "denied"
        if denied(noun)
        else _goes_on(noun, how)
        or _why_noun(
            noun, how, words, named=named is not None, targeted=target is not None, weak=weak
        )
    )
    if (
        noun.dep_ == "conj"
        and weak
        and named is None
        and not (rule == "governed" and how.status in {"demanded", "considered", "planned"})
    ):
        return None
    return rule


def _asked(noun: "Token", how: Standing, words: Lexicon) -> str | None:
    """Say whether a thing is asked for, promised or proposed: "demanded an apology"."""
    if not how.cues or how.status not in OPEN - {"possible"} or noun.dep_ == "nsubj":
        return None
    first = clauses.conjuncts_head(noun)
    if all(each.dep_ in {"punct", "cc", "conj"} for far in (noun, first) for each in far.children):
        return None  # "asked for troops" says nothing of which
    cue = how.cues[0]
    if cue.pos_ not in {"VERB", "NOUN"} or _needed(cue):
        return None
    lemma = cue.lemma_.lower()
    thing = words.asked.get(noun.lemma_.lower()) != NO_TYPE  # "asked for an explanation" is talk
    with_for = thing and lemma in words.classes["asking_with_for"] and _behind_for(noun)
    wanted = lemma == "want" and noun.dep_ == "dobj" and lemma in words.classes["wishing"]
    if lemma in words.classes["asking_for"] or with_for or wanted:
        return "asked for"
    return None


def _needed(cue: "Token") -> bool:
    """Say whether a thing, not somebody, asks for it: "revision requires a new fact"."""
    return cue.lemma_ == "require" and not clauses.passive(cue)


def _behind_for(noun: "Token") -> bool:
    """Say whether a noun, or the first of its series, stands behind "for": "asked them for tanks"."""
    first = clauses.conjuncts_head(noun)
    return first.dep_ == "pobj" and first.head.lower_ == "for"


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


def _happens(verb: "Token", words: Lexicon) -> bool:
    """Say whether a verb tells its subject as something that happened: "talks collapsed"."""
    if verb.lemma_ == "take":
        thing = clauses.child(verb, "dobj")
        return thing is not None and thing.lemma_ == "place"
    if verb.lemma_ == "be":
        under = (each.lower_ for each in clauses.prepositional(verb, "under", "in"))
        now = any(each.lower_ in {"underway", "afoot"} for each in verb.children)
        return now or any(each in {"way", "progress"} for each in under)
    return phrase(verb, words) in words.happening


def _why_noun(
    noun: "Token", how: Standing, words: Lexicon, *, named: bool, targeted: bool, weak: bool
) -> str | None:
    """Return the reason why an act noun is told as an act, None where it is only named."""
    lemma = clauses.lemma(noun)
    if how.cues and how.status in OPEN:
        refused = how.status == "ruled_out" and words.nouns[lemma] in {"AGREE", NO_TYPE}
        return None if refused or lemma in word_class("only_talk") else "governed"
    helper = None if weak or how.cues or how.status in OPEN else imagined(noun, words)
    if helper is not None:
        how.status, how.modal = "possible", helper
        return "modal"
    if how.status in OPEN and (named or (not weak and targeted)) and not _lies_aside(noun, how):
        return "modified"
    if item(noun) or _heads(noun, words):
        how.status = "considered"
        return "heading"
    one = any(each.lower_ in {"a", "an", "any"} for each in noun.children)
    on_modal = how.modal is not None and how.status in OPEN
    if on_modal and (not weak or supposed(noun, words)) and (named or targeted or one):
        return "modal"
    return _why_told(noun, how, words, named=named, targeted=targeted, weak=weak)


def _lies_aside(noun: "Token", how: Standing) -> bool:
    """Say whether a noun only stands by what may happen: "will meet at Russia's request"."""
    if noun.dep_ != "pobj":
        return False
    return how.modal is not None or noun.head.lower_ in {
        "after",
        "following",
        "under",
        "at",
        "since",
    }


def _goes_on(noun: "Token", how: Standing) -> str | None:
    """Return "goes on" where what is under way is to continue: "the operation will continue"."""
    verb = noun.head
    definite = any(each.lower_ in {"the", "this", "its", "our", "their"} for each in noun.lefts)
    planned = (
        noun.dep_ in clauses.SUBJECTS
        and definite
        and how.modal is not None
        and how.modal.lower_ in WILL
        and not clauses.negated(verb)
        and verb.lemma_ in {"continue", "go", "proceed", "resume"}
        and noun.lemma_.lower() in word_class("carried_on")
    )
    if not planned:
        return None
    how.status = "planned"
    return "goes on"


def _heads(noun: "Token", words: Lexicon) -> bool:
    """Say whether a blow stands alone as a heading: "A strike on the reactor."."""
    return (
        noun.dep_ == "ROOT"
        and words.nouns[clauses.lemma(noun)] in HOSTILE
        and any(each.lower_ in {"a", "an"} for each in noun.lefts)
    )


def _there_was(verb: "Token") -> bool:
    """Say whether a verb tells that something was: "there were clashes"."""
    if verb.lemma_ != "be" or clauses.child(verb, "expl") is None or clauses.negated(verb):
        return False
    status, _ = own(verb, lexicon())
    return status in {"done", "ongoing"}


def _by_clause(
    noun: "Token", how: Standing, words: Lexicon, *, named: bool, weak: bool
) -> str | None:
    """Return the reason why a subject is told as something that happened: "talks collapsed"."""
    if clauses.modal(noun.head) is not None and how.status not in OPEN:
        return None  # "a landing would have given them a pretext"
    told = named or not weak or words.nouns[clauses.lemma(noun)] in _HAPPENING
    if told and _happens(noun.head, words):
        return "subject"
    return "named" if named and not weak else None


def _why_told(
    noun: "Token", how: Standing, words: Lexicon, *, named: bool, targeted: bool, weak: bool
) -> str | None:
    """Return the reason why an act noun is told as something that happened."""
    lemma = clauses.lemma(noun)
    if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"}:
        return _by_clause(noun, how, words, named=named, weak=weak)
    if noun.dep_ == "attr" and words.nouns[lemma] in _SEEN and _there_was(noun.head):
        return "subject"
    if weak:
        return "named" if named and lemma in _SAID and how.status is None else None
    if named and (targeted or noun.dep_ in {"dobj", "pobj", "attr", "ROOT", "conj", "nsubj"}):
        return "named"
    if targeted and noun.dep_ in {"dobj", "pobj", "attr", "ROOT", "conj"}:
        status, _ = own(clauses.head_verb(noun), words)
        return "targeted" if status in {"done", "participle"} else None
    return None
