"""What one clause doesn't say of an act and the text around it does.

Three things are settled once all acts and conditions are known: how an act
stands that is part of a condition; whose an act is that names nobody; and upon
whom it falls (`detente.read.done.guesses`, `detente.read.done.likeliest`).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done.accused import by_the_accused
from detente.read.done.act import OPEN, Act
from detente.read.done.asked import demanded_of
from detente.read.done.askers import warned_of
from detente.read.done.guesses import mediated, named_otherwise, whose
from detente.read.done.insiders import home, insider
from detente.read.done.parties import doer
from detente.read.done.stances import stance
from detente.read.done.standoff import scene
from detente.read.done.two_sides import one_of_two
from detente.read.done.upon_whom import upon_whom
from detente.read.done.verbs import likeliest_of
from detente.read.grammar import clauses
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.modality import HOSTILE
from detente.read.grammar.modals import WILL
from detente.read.text.words import lexicon, word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

DEMANDING = frozenset(
    (
        "unless",
        "until",
        "till",
        "only when",
        "in exchange for",
        "in return for",
        "on condition that",
        "provided",
    )
)

_CHAMBERS = frozenset(("parliament", "congress", "senate", "cabinet"))
_MORE_SERVANTS = frozenset(
    ("spokesman", "spokesmen", "spokeswoman", "envoy", "soldier", "controller", "council")
)


def settle(
    article: Article, acts: Sequence[Act], conditions: Sequence[Conditional]
) -> tuple[Act, ...]:
    """Return the acts with what the text around them settles.

    Parameters
    ----------
    article : Article
        Where they stand.
    acts : sequence of Act
        In the order of the text.
    conditions : sequence of Conditional
        Of the same article.

    Returns
    -------
    tuple of Act
        The same acts in the same order, but for those told as what might have been;
        `actor`, `target` and `status` may differ.
    """
    stood = [
        _own_words(article, _in_condition(article, act, conditions))
        for act in acts
        if not _counterfactual(act, conditions) and not _mere_mention(act, conditions)
    ]
    stage = scene(article, stood)
    demands = [each for each in conditions if _demanding(article, each)]
    settled: list[Act] = []
    for act in stood:
        asked = demanded_of(article, act, demands, stood)
        known = act if asked is None else replace(act, actor=asked)
        servant = _servant(article, act)
        inside = not servant and (insider(article, act) or _commission(article, act))
        if servant or inside or _nobody(article, act):
            known = replace(known, actor=_home(article, act) if inside else None)
        if mediated(article, act, stage):
            known = replace(known, actor=None)
        named = act.actor is None and named_otherwise(article, act)
        stranger = named and _stranger(article, act)
        if known.actor is None and named and not stranger:
            known = replace(known, actor=_home(article, act))
        one = one_of_two(article, known, stage)
        if one is not None:
            target = known.target if known.target != one else None
            known = replace(known, actor=one, target=target)
        if known.actor is None and not stranger:
            known = whose(article, known, settled, stage)
        if known.target is None or known.target == known.actor:
            target = upon_whom(article, known, stage, settled)
            inferred = (*known.inferred, *(("target",) if target is not None else ()))
            known = replace(known, target=target, inferred=inferred)
        settled.append(stance(article, known))
    return by_the_accused(settled)


def _stranger(article: Article, act: Act) -> bool:
    """Say whether the doer is somebody of whom the text knows no more: gunmen, a bare name.

    "The Constitutional Court" and "some Republicans" are of a state's inside.
    """
    who = _doer(article, act)
    if who is None or who.lower_ in _CHAMBERS:
        return False
    if who.pos_ == "PROPN":
        return who.tag_ == "NNP" and all(each.dep_ != "det" for each in clauses.kids(who))
    return who.lemma_.lower() not in {"crowd", "mob"}


def _home(article: Article, act: Act) -> str | None:
    """Return in whose inside the doer acts that has no state."""
    return home(article, act, _doer(article, act))


def _doer(article: Article, act: Act) -> "Token | None":
    """Return the noun that does an act, where a verb tells it."""
    return doer(article, act.head, lexicon())[1] if act.head.pos_ != "NOUN" else None


def _commission(article: Article, act: Act) -> bool:
    """Say whether the doer is a body of nobody named: "a commission led by a Swede"."""
    who = _doer(article, act) if act.actor is None else None
    return who is not None and who.lemma_.lower() in word_class("commissions")


def _nobody(article: Article, act: Act) -> bool:
    """Say whether the doer is a thing that was taken for somebody: a message, a noun of no party."""
    if act.actor is None:
        return False
    if act.actor.rsplit("_", 1)[-1] in word_class("papers"):
        return True
    return article.role_of(act.actor) is None


def _servant(article: Article, act: Act) -> bool:
    """Say whether the doer is somebody without a name who acts for a state: officers, envoys."""
    known = article.cast.get(act.actor) if act.actor is not None else None
    if known is None or known.role != "source":
        return False
    last = known.id.rsplit("_", 1)[-1]
    return bool({last, last.removesuffix("s")} & (word_class("servants") | _MORE_SERVANTS))


def _counterfactual(act: Act, conditions: Sequence[Conditional]) -> bool:
    """Say whether an act stands behind "had they ...": told as what didn't happen."""
    return any(
        each.rule == "inverted had" and each.condition_start <= act.head.idx < each.condition_end
        for each in conditions
    )


def _mere_mention(act: Act, conditions: Sequence[Conditional]) -> bool:
    """Say whether a condition only names an act that nobody is said to do: "while the war goes on"."""
    if act.rule != "noun, subject" or act.actor is not None:
        return False
    return any(each.condition_start <= act.head.idx < each.condition_end for each in conditions)


def _demanding(article: Article, condition: Conditional) -> bool:
    """Say whether a condition tells what somebody asks for: "unless", "only if they leave"."""
    if condition.rule in DEMANDING:
        return True
    return article.text[condition.condition_start :][:5].lower() == "only "


def _in_condition(article: Article, act: Act, conditions: Sequence[Conditional]) -> Act:
    for each in conditions:
        if each.condition_start <= act.head.idx < each.condition_end:
            if each.rule.startswith("inverted"):
                return replace(act, status="possible")
            if act.status in OPEN and act.status not in {"planned", "possible"}:
                return act
            status = "demanded" if _demanding(article, each) else "possible"
            return replace(act, status=status)
    return act


def _own_words(article: Article, act: Act) -> Act:
    """Read what a party says that it would do as its plan, or as a threat."""
    helper = act.standing.modal
    if act.status == "threatened" and helper is not None:
        for cue in act.standing.cues:
            who = clauses.subject(cue) if cue.pos_ == "VERB" else None
            warner = article.actor_of(who) if who is not None else None
            if (
                cue.lemma_ in {"warn", "caution"}
                and act.actor is not None
                and warner not in {act.actor, None}
            ):
                return replace(act, status="possible")
    if helper is None or helper.lower_ not in WILL or act.status not in {"possible", "planned"}:
        return _refused_by_speaker(article, act)
    speaker = article.speaker_of(act.head)
    if speaker is None or article.role_of(speaker) != "party":
        return act
    if act.noun is act.head and warned_of(act):
        return act
    unnamed = act.actor is None and (act.noun is act.head or clauses.passive(act.head))
    if speaker != act.actor and not unnamed:
        return act
    vague = act.event == "COERCE" and act.noun is not None and likeliest_of(act.noun) is not None
    hostile = act.event in HOSTILE - {"MOBILIZE"} and not vague  # "would take measures"
    if act.event != "ASSAULT" and act.head.dep_ == "ccomp" and act.head.head.lemma_ == "announce":
        hostile = False
    status = "threatened" if hostile else "planned"
    return replace(act, actor=speaker, status=status)


def _refused_by_speaker(article: Article, act: Act) -> Act:
    """Let what is promised or refused in the passive be the speaker's: "told him that no help would be given"."""
    helper = act.standing.modal
    if act.status != "ruled_out" or act.actor is not None or helper is None:
        return act
    speaker = article.speaker_of(act.head)
    own = helper.lower_ in WILL and clauses.passive(act.head) and act.event not in HOSTILE
    if own and article.role_of(speaker) == "party":
        return replace(act, actor=speaker)
    return act
