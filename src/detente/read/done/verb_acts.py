"""The act that a verb tells: what it is, how it stands, who does it, and how far its words go."""

from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import OPEN, SPEECH, Act, governed_start, hostile_status
from detente.read.done.idioms import idiom
from detente.read.done.no_acts import tells_no_act
from detente.read.done.otherwise import likeliest
from detente.read.done.plain_deeds import could, deed
from detente.read.done.pledged import of_none, pledged
from detente.read.done.undergoing import turned
from detente.read.done.untensed import any_that, loose, might_have, punctual
from detente.read.done.untyped import conditional, governed, undone, unlisted
from detente.read.done.verbs import Typed, typed
from detente.read.done.wording import action_of
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modality import Standing, standing
from detente.read.grammar.operators import given_time
from detente.read.grammar.slips import displaced
from detente.read.text.tags import LABELS
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


_UNLIKELY = frozenset(("unlikely", "doubtful", "improbable", "likely", "possible", "probable"))
_SURE = frozenset(("verb", "frame", "light verb"))


def verb_act(
    article: Article,
    verb: "Token",
    words: Lexicon,
    entry: "tuple[str, Token] | None" = None,
    what: Typed | None = None,
) -> Act | None:
    """Return the act that a verb tells, None where it tells none.

    Parameters
    ----------
    article : Article
        Where it stands.
    verb : Token
        The verb.
    words : Lexicon
        The words.
    entry : tuple of (str, Token), optional
        How it stands by the list that it is an entry of, and the word that opens that list.
    what : Typed, optional
        What it does, where that is known already.
    """
    if what is None:
        what = None if tells_no_act(verb, words) else _what(article, verb, words)
    if what is None and entry is not None and entry[1].lower_ in LABELS and verb.tag_ == "VB":
        what = Typed(likeliest(verb, words), None, "labelled")
    how = stands(verb, what, words, entry) if what is not None else None
    if what is None or how is None:
        return None
    actor, who = parties.doer(article, verb, words)
    given = given_time(verb)
    if given is not None:
        actor, who = parties.actor_near(article, given), given
    if what.rule == "due" and who is None:  # whoever is expected, not who expects them
        who = clauses.subject(verb)
        actor = parties.actor_near(article, who) if who is not None else None
    if actor is None and who is None and what.rule == "unlisted":
        return None
    if how.status == "demanded" and who is not None and _own_people(who, words):
        return None
    if verb.lemma_ in {"warn", "caution"} and article.role_of(actor) == "source":
        return None
    joint = what.event in {"AGREE", "CONSULT", "COOPERATE"}
    target = parties.target(article, verb, what.noun, actor, joint=joint, event=what.event)
    sure = what.rule == "due" or _told(how, verb, who)
    if not sure and not parties.plausible(verb, actor, who, target):
        return None
    actor, target = turned(article, verb, actor, target)
    (start, end), core = _extents(verb, what, how)
    return Act(
        verb,
        what.noun
        if what.noun is not verb and what.rule != "stopped" and verb.lemma_ != "seek"
        else None,
        what.event,
        how,
        punctual(verb, hostile_status(how, what.event), what.event),
        actor,
        target,
        start,
        end,
        core[0],
        core[1],
        action_of(verb),
        what.rule,
    )


def _what(article: Article, verb: "Token", words: Lexicon) -> Typed | None:
    told = idiom(article, verb, words)
    if told is not None or verb.pos_ == "AUX":
        return told
    known = typed(verb, article, words)
    if known is not None:
        return known
    found = (
        unlisted(verb, article, words)
        or governed(verb, article, words)
        or conditional(verb, article, words)
        or undone(verb, article, words)
        or deed(verb, article, words)
        or could(verb, article, words)
        or pledged(verb, article, words)
    )
    if found is None or found.event is not None:
        return found
    return Typed(likeliest(verb, words), found.noun, found.rule)


def stands(
    verb: "Token", what: Typed, words: Lexicon, entry: "tuple[str, Token] | None" = None
) -> Standing | None:
    """Return how a verb's act stands, None where the text asserts nothing of it."""
    how = _doubted(verb, standing(verb, words))
    if how.status is None and what.rule in _SURE and might_have(verb):
        how.status = "possible"
    if what.rule == "refusal":
        how.status = "ongoing" if verb.tag_ in {"VBZ", "VBP"} else "done"
    if what.rule == "due" and how.status in {"done", "ongoing"}:
        how.status = "possible" if verb.lemma_ == "expect" else "planned"
    if any_that(verb, how):
        how.status = "possible"
    if what.rule == "ruled out" and how.status not in OPEN:
        how.status = "ruled_out"
    if entry is not None and (not how.cues or how.status not in OPEN):
        how = Standing(entry[0], cues=[entry[1]], top=verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and what.event in {"SUPPORT", "REJECT"}:
        return None
    if how.status in {"infinitive", "participle"}:
        how.status = loose(verb, how)
    judged = what.rule == "frame" and what.event == "ACCUSE" and what.noun is verb
    if judged and how.status in OPEN:
        return None
    return how if how.status is not None else None


def _doubted(verb: "Token", how: Standing) -> Standing:
    """Take what somebody doubts as possible, and what no government could do as ruled out."""
    above = verb.head
    rated = clauses.child(above, "acomp")
    unlikely = rated is not None and rated.lower_ in _UNLIKELY
    if how.status == "planned" and verb.dep_ == "ccomp" and (above.lemma_ == "doubt" or unlikely):
        how.status = "possible"
    if how.status is None and how.modal is not None and of_none(verb, how.modal):
        how.status = "ruled_out"
    return how


def _own_people(who: "Token", words: Lexicon) -> bool:
    """Say whether those who are told to do it are a state's own and no party: its citizens."""
    return who.lemma_.lower() in words.classes["own_people"]


def _told(how: Standing, verb: "Token", who: "Token | None") -> bool:
    """Say whether an open act counts though nobody is named who does it."""
    return how.status in OPEN and (
        bool(how.cues)
        or how.governed is not None
        or (verb.dep_ in {"csubj", "ROOT"} and who is None)
    )


def _extents(verb: "Token", what: Typed, how: Standing) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the characters of an act's clause, and those of the act alone."""
    left = [
        each for each in verb.children if each.dep_ in {*clauses.SUBJECTS, "aux", "auxpass", "neg"}
    ]
    core = stretches.extent(
        verb, left=[each for each in left if each.dep_ not in {"aux", "auxpass", "neg"}]
    )
    start, end = stretches.extent(verb, left=left)
    if what.event in SPEECH:
        said = clauses.child(verb, "ccomp", "xcomp")
        if said is not None and said.i > verb.i:
            end = max(end, stretches.whole(said)[1])
    start = min(start, governed_start(verb, how))
    if displaced(verb):
        end = max(end, verb.head.idx + len(verb.head))
    return (start, end), core
