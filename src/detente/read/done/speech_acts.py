"""Sayings that are acts by what they say: "told Delhi that it would retaliate" is a threat.

A neutral word of speech has the force of its content: a hostile act of the
speaker's own is a threat, a denied one a refusal, a duty of another's a demand,
and another's hostile act an accusation.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import OPEN, Act
from detente.read.done.wording import action_of
from detente.read.grammar import clauses, stretches
from detente.read.grammar.modality import HOSTILE, standing
from detente.read.grammar.modals import WILL
from detente.read.text.wordlists import listed
from detente.read.text.words import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = listed("speech_acts", "verbs")
_DIRE = listed("speech_acts", "dire")
_SOFT = {
    "RETREAT": "CONCEDE", "CONCEDE": "CONCEDE", "AID": "SUPPORT", "SUPPORT": "SUPPORT",
    "AGREE": "AGREE", "COOPERATE": "AGREE",
}  # fmt: skip
_DENYING = frozenset({"contend", "insist", "maintain", "reply", "retort", "rejoin", "answer"})
_GIVEN = frozenset({"known", "plain", "clear", "know", "understand", "understood"})
_ANSWERS = listed("speech_acts", "answers")
_TREATED = frozenset({"regard", "treat", "consider", "view", "see", "meet", "answer", "take"})
# what these say is weighty whatever it is
_WEIGHTY = {
    "reply": "REJECT", "retort": "REJECT", "rejoin": "REJECT", "contend": "REJECT", "declare": "REJECT",
    "proclaim": "REJECT", "answer": "REJECT", "rule": "REJECT", "hint": "THREATEN", "inform": "REQUEST",
    "resolve": "AGREE",
}  # fmt: skip
_CAN = WILL | {"can", "could", "ca"}
_OUGHT = frozenset({"must", "should", "ought"})


def forced(article: Article, verb: "Token", acts: Mapping[int, Act], words: Lexicon) -> Act | None:
    """Return the act that a word of speech is by its content, None where it only reports.

    Parameters
    ----------
    article : Article
        Where it stands.
    verb : Token
        A verb.
    acts : mapping of int to Act
        What has been found, by the place of its head.
    words : Lexicon
        The words.
    """
    said = [
        each
        for each in verb.children
        if each.dep_ in {"ccomp", "parataxis", "acomp", "oprd", "xcomp"}
        and (each.pos_ in {"VERB", "AUX"} or each.lower_ in _GIVEN)
    ]
    if not said or verb.lemma_.lower() not in _SAYING:
        return None
    said = [inner for each in said for inner in _content(each)]
    how = standing(verb, words)
    speaker, who = parties.doer(article, verb, words)
    if how.status not in {"done", "ongoing"} or who is None or not _heard(article, speaker, who):
        return None
    clause = [*said, *(far for each in said for far in each.conjuncts if far.i > verb.i)]
    force = next(
        (
            found
            for each in clause
            if (found := _force(article, each, speaker, acts) or _denial(verb, each))
        ),
        None,
    )
    if force is None:
        force = _weighty(article, verb, speaker, said)
    if force is None:
        return None
    left = [each for each in verb.children if each.dep_ in clauses.SUBJECTS]
    start, end = stretches.extent(verb, left=left)
    whole = [stretches.whole(each) for each in said]
    if verb.dep_ != "conj":
        start = min([start, *(first for first, _ in whole)])
    end = max([end, *(last for _, last in whole)])
    status = "done" if verb.tag_ == "VBZ" else how.status
    return Act(
        verb,
        None,
        force,
        how,
        status,
        speaker,
        _addressed(article, verb, speaker, clause),
        start,
        end,
        start,
        end,
        action_of(verb),
        "said with force",
    )


def _content(clause: "Token") -> list["Token"]:
    """Return the heads of what is said: behind "made known" and "let it be understood" too."""
    if clause.lower_ not in _GIVEN:
        return [clause] if clause.dep_ in {"ccomp", "parataxis"} else []
    return [each for each in clause.children if each.dep_ == "ccomp"]


def _heard(article: Article, speaker: str | None, who: "Token") -> bool:
    """Say whether it is a party, or its paper, that says it."""
    if speaker is None:
        return who.lemma_.lower() in listed("speech_acts", "papers")
    return article.role_of(speaker) == "party"


def _addressed(
    article: Article, verb: "Token", speaker: str | None, clause: list["Token"]
) -> str | None:
    told = [
        each
        for each in verb.children
        if each.dep_ in {"dobj", "dative"} or (each.dep_ == "nsubjpass")
    ]
    told += clauses.prepositional(verb, "to", "against")
    told += [who for each in clause if (who := clauses.subject(each)) is not None]
    told += [thing for each in clause for thing in clauses.objects(each)]
    found = (parties.actor_near(article, each) for each in told)
    return next((each for each in found if each is not None and each != speaker), None)


def _force(
    article: Article, verb: "Token", speaker: str | None, acts: Mapping[int, Act]
) -> str | None:
    """Return the type of saying this clause, None for a plain report."""
    helper = clauses.modal(verb)
    word = helper.lower_ if helper is not None else ""
    who = clauses.subject(verb)
    actor = parties.actor_near(article, who) if who is not None else None
    own = (actor is not None and actor == speaker) or (
        who is not None and who.lower_ in {"we", "i"}
    )
    act = acts.get(verb.i)
    denied = clauses.negated(verb)
    if own and denied and word in _CAN:
        return "THREATEN" if verb.lemma_ == "hesitate" else "REJECT"
    if word in _OUGHT and not own:
        return "REQUEST"
    if word in WILL | {"could", "might", "may"} and not denied:
        hostile = act is not None and act.event in HOSTILE - {"MOBILIZE"} and word in WILL
        theirs = own or (clauses.passive(verb) and actor != speaker)
        if (
            _dire(verb)
            or (own and verb.lemma_ in _ANSWERS)
            or (hostile and theirs and not _itself(verb))
        ):
            return "THREATEN"
        if act is not None and (own or clauses.passive(verb)) and word in WILL:
            return _SOFT.get(act.event or "")
    another = actor is not None and not own and article.role_of(actor) == "party"
    told = act is not None and act.event in HOSTILE and act.status not in OPEN
    return "ACCUSE" if told and another and not denied else None


def _denial(verb: "Token", said: "Token") -> str | None:
    """Read "replied that it was not so" as a rejection."""
    return "REJECT" if verb.lemma_ in _DENYING and clauses.negated(said) else None


def _weighty(
    article: Article, verb: "Token", speaker: str | None, said: list["Token"]
) -> str | None:
    """Return the type of what is weighty by the word alone, or by whom it is told.

    So are a reply, a hint, what is let be known, what one party tells another to its face,
    and what it wants of it.
    """
    if not _states(verb):
        return None
    lemma = verb.lemma_.lower()
    if lemma in _WEIGHTY:
        return _WEIGHTY[lemma]
    if lemma == "want":
        asked = verb.tag_ in {"VBZ", "VBP"} and any(
            (actor := article.actor_of(each)) is not None and actor != speaker
            for inner in said
            for each in inner.subtree
        )
        return "REQUEST" if asked else None
    known = lemma == "let" and any(each.lower_ in _GIVEN for each in clauses.kids(verb))
    whom = clauses.child(verb, "dobj", "dative") if lemma == "tell" else None
    told = article.actor_of(whom) if whom is not None else None
    faced = told is not None and told != speaker and article.role_of(told) == "party"
    if not (known or faced):
        return None
    if any(clauses.negated(each) or _for_nothing(each) for each in said):
        return "REJECT"
    return "THREATEN" if any(clauses.modal(each) is not None for each in said) else "REJECT"


def _for_nothing(verb: "Token") -> bool:
    """Say whether an object is denied: "would send no ships"."""
    things = [each for each in clauses.kids(verb) if each.dep_ == "dobj"]
    return any(each.lower_ == "no" for thing in things for each in thing.lefts)


def _states(verb: "Token") -> bool:
    """Say whether a clause itself, behind no "who" or "when", tells what somebody declared."""
    if verb.dep_ not in {"ROOT", "conj", "ccomp"} or clauses.negated(verb):
        return False
    return any(
        each.dep_ in {"ccomp", "xcomp", "parataxis"} and each.i > verb.i
        for each in clauses.kids(verb)
    )


def _itself(verb: "Token") -> bool:
    """Say whether the act falls on its doer: "would dissolve itself"."""
    return any(
        each.dep_ == "dobj" and each.lower_.endswith(("self", "selves")) for each in verb.children
    )


def _dire(verb: "Token") -> bool:
    """Say whether a clause foretells the worst: "there would be grave consequences"."""
    if verb.lemma_ in _TREATED and clauses.passive(verb):
        return any(each.lemma_.lower() in _DIRE for each in verb.subtree if each.i > verb.i)
    things = [each for each in verb.children if each.dep_ in {"attr", "dobj", "nsubj", "prep"}]
    return any(
        each.lemma_.lower() in _DIRE or any(far.lemma_.lower() in _DIRE for far in each.children)
        for each in things
    )
