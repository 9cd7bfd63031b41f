"""Which of the acts not done are told as somebody's options.

An act may stand as open by grammar alone and yet be no choice of anybody: what
was refused and left at that, what only came about, a capability, the purpose of
a deed that is told already, a word for something known ("rejected the apology"),
an effect ("a defeat would expose the coast"). Such acts stay acts, for the
forecasts and red lines built of them, but they are not told as options.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.read.done.act import LIKELY, OPEN, Act
from detente.read.grammar import clauses
from detente.read.text.wordlists import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_TURNED_DOWN = listed("choices", "turned_down")
_WANTED = listed("choices", "wanted")
_EVENTS_FELT = listed("choices", "felt")
_VAGUE = listed("choices", "vague")
_ADDRESSING = listed("choices", "addressing")
_CAN = frozenset({"can", "ca"})
_FORETOLD = frozenset({"would", "could", "might", "may", "will", "'ll", "'d", "can"})
_POINTING = frozenset({"this", "that", "these", "those", "which", "it", "what"})
_WEIGHTY = frozenset(
    ("RETREAT", "CONCEDE", "CONSULT", "AID", "ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AGREE")
)  # acts that matter undone: "refused to withdraw its troops"
_LACKED = frozenset({"nothing", "little", "something", "anything", "enough", "leader", "base"})
_SOME = frozenset({"a", "an", "any", "another", "some"})
_LEAST_TRUST = 0.6  # of the doer of an act that no rule takes up


def told(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Return the acts that are told as events or options.

    Parameters
    ----------
    acts : sequence of Act
        In the order of the text.

    Returns
    -------
    tuple of Act
        In the same order; every act done or ongoing is among them.
    """
    open_heads = {act.head.i: act for act in acts if act.status in OPEN and not no_choice(act)}
    return tuple(
        act
        for act in acts
        if act.status not in OPEN
        or not (no_choice(act) or _told_by(act, open_heads) or _anybodys(act))
    )


def _anybodys(act: Act) -> bool:
    """Say whether it's doubtful that an act is told at all, and whose it would be, too."""
    return act.rule in LIKELY and act.trust < _LEAST_TRUST


def no_choice(act: Act) -> bool:
    """Say whether an act that isn't done is nobody's choice."""
    head = act.head
    if act.standing.modal is None and _turned_down(act):
        return True
    if head.pos_ in {"NOUN", "PROPN"}:
        return _known(act) or _vague(act) or _addressed(act)
    return any(rule(act) for rule in _NO_CHOICES)


def _turned_down(act: Act) -> bool:
    """Say whether somebody has refused it, which is the event: "declined to comment"."""
    if not act.standing.cues:
        return False
    cue = act.standing.cues[0]
    lemma = cue.lemma_.lower()
    noun = act.head.pos_ in {"NOUN", "PROPN"}
    if cue.pos_ != "VERB":
        return cue.pos_ == "ADJ" and cue.lower_ in {"unable", "unwilling"}
    if clauses.negated(cue) and lemma in _WANTED:
        return noun
    if lemma not in _TURNED_DOWN or clauses.modal(cue) is not None or clauses.conditional(cue):
        return False
    if noun:
        return not _any_such(act.head)
    return cue.tag_ in {"VBD", "VBN"} and act.event not in _WEIGHTY


def _any_such(noun: "Token") -> bool:
    """Say whether a noun with words of its own is any of its kind: "any wider talks"."""
    several = len(list(noun.subtree)) > 2  # noqa: PLR2004 - more than "a war"
    return several and any(each.lower_ in _SOME for each in noun.lefts)


def _known(act: Act) -> bool:
    """Say whether a noun names what has been told already: "rejected the apology"."""
    head = act.head
    if not act.standing.cues or act.rule == "noun, modal":
        return False
    kids = list(head.children)
    the = any(each.lower_ in {"the", "this", "that", "these", "those"} for each in kids)
    return the and all(each.i < head.i or each.dep_ in {"punct", "cc", "conj"} for each in kids)


def _vague(act: Act) -> bool:
    """Say whether a bare noun is too vague for a choice: "called for help", "a plan of action"."""
    head = act.head
    if not act.standing.cues or any(
        each.dep_ not in {"punct", "cc", "conj"} for each in head.children
    ):
        return False
    return head.lemma_.lower() in _VAGUE


def _addressed(act: Act) -> bool:
    """Say whether a noun names who is told to do it, and no act: "told all flights to turn"."""
    cue = act.standing.cues[0] if act.standing.cues else None
    if cue is None or cue.pos_ != "VERB" or cue.lemma_.lower() not in _ADDRESSING:
        return False
    return cue.lemma_ == "tell" or clauses.child(cue, "xcomp") is not None


def _purpose(act: Act) -> bool:
    """Say whether an infinitive only tells what a deed was for: "came to sign the accord"."""
    head = act.head
    return (
        head.dep_ == "advcl"
        and act.status == "planned"
        and not act.standing.cues
        and act.standing.modal is None
        and any(each.tag_ == "TO" for each in head.children)
        and not clauses.passive(head)
    )


def _capability(act: Act) -> bool:
    """Say whether "can" only tells what is within somebody's power."""
    helper = act.standing.modal
    if helper is None or helper.lower_ not in _CAN:
        return False
    head = act.head
    if clauses.negated(head) and not clauses.passive(head) and _but_for(head):
        return False
    if clauses.passive(head) or clauses.negated(head):
        return True
    who = clauses.subject(head)
    return who is not None and who.lower_ in {"you", "one", "anybody", "anyone", "everybody"}


def _but_for(verb: "Token") -> bool:
    """Say whether "cannot" holds only as things are: "can't punish him without losing votes"."""
    return any(
        (each.dep_ == "prep" and each.lower_ == "without")
        or (
            each.dep_ == "advcl"
            and clauses.marks(each) & {"unless", "until", "before", "while", "if"}
        )
        or (each.dep_ == "advmod" and each.lower_ == "long" and clauses.child(each, "advcl"))
        for each in clauses.kids(verb)
    )


def _for_as_long(act: Act) -> bool:
    """Say whether a clause tells what lasts: "as long as it occupies the area".

    What somebody gives up is a term: "as long as it drops the base".
    """
    head = act.head
    lasting = head.dep_ == "advcl" and head.head.lower_ == "long" and act.standing.modal is None
    return lasting and act.event not in {"RETREAT", "CONCEDE"}


def _nothing_to(act: Act) -> bool:
    """Say whether an infinitive tells what somebody lacks: "had nothing to offer"."""
    head = act.head
    if head.dep_ not in {"relcl", "acl"} or head.tag_ != "VB" or act.standing.cues:
        return False
    return head.head.lower_ in _LACKED


def _reason(act: Act) -> bool:
    """Say whether a clause gives an effect as a reason: "since it would breach the treaty"."""
    head = act.head
    helper = act.standing.modal
    if head.dep_ != "advcl" or helper is None or helper.lower_ not in {"would", "'d"}:
        return False
    return bool(clauses.marks(head) & {"because", "since", "as"})


def _preferred(act: Act) -> bool:
    """Say whether somebody did what he preferred to do: "has preferred to wait"."""
    cue = act.standing.cues[0] if act.standing.cues else None
    if cue is None or cue.lemma_ != "prefer" or cue.pos_ != "VERB":
        return False
    return cue.tag_ in {"VBD", "VBN"} and not clauses.passive(cue)


def _too_much(act: Act) -> bool:
    """Say whether an infinitive measures what stands before it: "too light to breach the wall"."""
    above = act.head.head
    if above.pos_ not in {"ADJ", "ADV"} or act.head.tag_ != "VB":
        return False
    if above.lower_ == "able":
        return above.head.tag_ == "VBD" and not clauses.negated(above.head)
    return any(each.lower_ in {"too", "so", "enough"} for each in above.children)


def _wondered(act: Act) -> bool:
    """Say whether a clause only asks how or what: "draw up a list of what might be offered"."""
    head = act.head
    asked = head.dep_ == "ROOT" and any(each.text == "?" for each in head.children)
    return (asked or head.dep_ in {"ccomp", "pcomp"}) and any(
        each.lower_ in {"how", "what", "who", "why"} and each.i < head.i for each in head.children
    )


def _effect(act: Act) -> bool:
    """Say whether what is foretold is what a thing brings about, and no party's act."""
    helper = act.standing.modal
    head = act.head
    if helper is None or helper.lower_ not in _FORETOLD or clauses.passive(head):
        return False
    who = clauses.subject(head)
    if who is None:
        return False
    if who.pos_ in {"VERB", "AUX"}:
        return True
    return who.lower_ in _POINTING - {"it"} and who.pos_ in {"PRON", "DET"} and head.dep_ != "relcl"


def _made(act: Act) -> bool:
    """Say whether a participle only tells of a plan or an order who made it: "a plan drawn up there"."""
    head = act.head
    if head.dep_ != "acl" or head.tag_ != "VBN" or act.standing.modal is not None:
        return False
    return not any(each.tag_ == "TO" for each in head.children)


def _felt(act: Act) -> bool:
    """Say whether a verb tells what somebody feels or meets with: "Iran would loathe it"."""
    plain = clauses.child(act.head, "prt") is None
    return plain and act.rule != "due" and act.head.lemma_.lower() in _EVENTS_FELT


_NO_CHOICES = (
    _purpose, _capability, _effect, _too_much, _wondered, _made, _felt,
    _for_as_long, _nothing_to, _reason, _preferred,
)  # fmt: skip


def _told_by(act: Act, open_heads: dict[int, Act]) -> bool:
    """Say whether the verb that governs an act is told as an option with it: "might offer talks"."""
    cue: Token | None = act.standing.cues[0] if act.standing.cues else None
    above = open_heads.get(cue.i) if cue is not None else None
    if above is None or above.head.i == act.head.i:
        return False
    asks = above.event == "REQUEST" and above.head.lemma_ != "offer"
    return not asks or act.head.pos_ == "VERB"
