"""Which party of a text is the likeliest to do an act, or to suffer it.

A party scores by being named in the sentence, just before or in the paragraph, by
being often spoken of, by acting against the one who is known. The weights were fitted to
the passages of ``evaluation/dev`` by a conditional logit and rounded; on
passages left out of the fit they name the right doer in 60 of 100 cases, and
the right target in 72 of those whose doer is right.
"""

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import OPEN, OWN_FORCES, Act
from detente.read.grammar import clauses
from detente.read.grammar.modality import HOSTILE
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Span

BY_FORCE = frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "COERCE"))
VERBAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_BY_NAME_ALONE = 0.3  # the chance of a doer that no more is known of than its name
_LATELY = 6  # acts back
_LATE = 3
_PARAGRAPH = 150  # words
WINDOW = 40  # words before a sentence in which a party is still near


@dataclass(frozen=True, slots=True)
class Scene:
    """The parties of a text: who stands against whom, and how much they are spoken of.

    `share` and `force` are a party's mentions and its acts by force, of those of
    the party that has most; `fighting` are those who have struck or been struck.
    """

    against: Mapping[str, Counter[str]]
    share: Mapping[str, float]
    force: Mapping[str, float]
    fighting: frozenset[str | None] = frozenset()


def scene(article: Article, acts: Sequence[Act]) -> Scene:
    """Return the parties of an article, by what its acts say of them."""
    counts = Counter(
        actor
        for actor in article.token_actor
        if actor is not None and article.role_of(actor) == "party" and actor not in article.passing
    )
    force = Counter(act.actor for act in acts if act.actor is not None and act.event in BY_FORCE)
    most, strongest = max(counts.values(), default=1), max(force.values(), default=1)
    return Scene(
        opponents(acts),
        {actor: count / most for actor, count in counts.items()},
        {actor: count / strongest for actor, count in force.items()},
        frozenset(
            side
            for act in acts
            if act.event == "ASSAULT" and act.status not in OPEN
            for side in (act.actor, act.target)
        ),
    )


def opponents(acts: Sequence[Act]) -> dict[str, Counter[str]]:
    """Count for each party whom it acts upon or is acted upon by, hostile acts twice."""
    found: dict[str, Counter[str]] = {}
    for act in acts:
        if act.actor is not None and act.target is not None and act.actor != act.target:
            weight = 2 if act.event in HOSTILE else 1
            found.setdefault(act.actor, Counter())[act.target] += weight
            found.setdefault(act.target, Counter())[act.actor] += weight
    return found


def likeliest(
    article: Article, act: Act, before: Sequence[Act], scene: Scene, asking: str | None
) -> tuple[str | None, float]:
    """Return the party that scores best as the doer of an act, and its chance among all.

    The chance is the logit's own, as if one of the parties had to be the doer.
    """
    counting = _counting(article, act)
    out = {
        None,
        counting,
        None if act.event in OWN_FORCES else act.target,
        None if act.event == "ASSAULT" else asking,  # "pressed for air strikes": its own
    }
    here, places = _near(article, act)
    beside = _around(article, act)
    behind = _named_behind(article, act)
    subjects = _subjects(article, act)
    earlier = _subject_before(article, act)
    late = [each.actor for each in reversed(before) if each.actor is not None][:_LATE]
    struck = next((each.target for each in reversed(before) if each.target is not None), None)
    victim = act.target or counting
    foes = scene.against.get(victim, Counter()) if victim is not None else Counter()
    speaker = article.speaker_of(act.head)
    speakers_foes = scene.against.get(speaker or "", Counter())
    askers_foes = scene.against.get(asking or "", Counter())
    by_force = act.event in BY_FORCE
    feud = 1.15 if counting is None else 3.0
    scored = {
        actor: 1.8 * scene.share[actor]
        + 1.0 * beside.get(actor, 0.0)
        + 0.7 * (actor in behind)
        + 0.45 * here.get(actor, 0.0)
        + 0.5 * (actor in places)
        + 0.55 * (actor in subjects)
        + 0.35 * (actor == earlier)
        + 0.45 * (actor in late)
        + 0.35 * (actor == struck)
        + (0.7 if actor == act.target else feud * _hostility(foes, actor))
        + 0.4 * (actor == speaker)
        + 0.75 * _hostility(speakers_foes, actor)
        - 1.15 * (actor == asking)
        + 0.75 * _hostility(askers_foes, actor)
        - 0.4 * _state(article, actor)
        - 1.05 * (by_force and _unarmed(article, actor))
        for actor in scene.share
        if actor not in out
    }
    if not scored:
        once = None if asking is None else _named_once(article, act, {*out, act.target, asking})
        return once, _BY_NAME_ALONE
    best = max(sorted(scored), key=lambda actor: scored[actor])
    return best, 1 / sum(math.exp(score - scored[best]) for score in scored.values())


def _around(article: Article, act: Act) -> dict[str, float]:
    """Return how often the actors are spoken of in an act's paragraph, of the one most spoken of."""
    doc, sentence = article.doc, act.head.sent
    opened = article.text.rfind("\n", 0, act.head.idx) + 1
    closed = article.text.find("\n", act.head.idx)
    closed = len(article.text) if closed < 0 else closed
    counts = Counter(
        actor
        for i in range(max(0, sentence.start - _PARAGRAPH), min(sentence.end + WINDOW, len(doc)))
        if (actor := article.token_actor[i]) is not None and opened <= doc[i].idx < closed
    )
    most = max(counts.values(), default=1)
    return {actor: count / most for actor, count in counts.items()}


def _named_behind(article: Article, act: Act) -> set[str]:
    """Return the two parties that were spoken of last before an act."""
    found: set[str] = set()
    for i in range(act.head.i - 1, max(act.head.i - 2 * WINDOW, -1), -1):
        actor = article.token_actor[i]
        if actor is not None and article.role_of(actor) == "party":
            found.add(actor)
            if len(found) == 2:  # noqa: PLR2004 - two sides
                break
    return found


def _subjects(article: Article, act: Act) -> set[str]:
    """Return who does what governs an act whose doer is a noun of nobody known."""
    head = act.head
    if head.pos_ in {"NOUN", "PROPN"} or clauses.passive(head):
        return set()
    found: set[str] = set()
    for _ in range(_LATELY):
        if head.head.i == head.i:
            break
        head = head.head
        who = clauses.subject(head) if head.pos_ in {"VERB", "AUX"} else None
        actor = parties.actor_near(article, who) if who is not None else None
        if actor is not None:
            found.add(actor)
    return found


def _subject_before(article: Article, act: Act) -> str | None:
    """Return the subject of the sentence before an act's."""
    earlier = article.sentence_at(max(act.head.sent.start_char - 2, 0))
    if earlier.start >= act.head.sent.start:
        return None
    who = clauses.subject(earlier.root)
    return parties.actor_near(article, who) if who is not None else None


def _near(article: Article, act: Act) -> tuple[dict[str, float], set[str]]:
    """Return how near the actors of an act's sentence stand to it, 0 to 1, and which are places."""
    sentence = act.head.sent
    away: dict[str, int] = {}
    for i in range(sentence.start, sentence.end):
        actor = article.token_actor[i]
        if actor is not None:
            away.setdefault(actor, abs(i - act.head.i))
    far = max(away.values(), default=0) + 1
    places = {
        mention.actor
        for mention in article.mentions
        if mention.place and sentence.start <= mention.start < sentence.end
    }
    return {actor: 1 - gap / far for actor, gap in away.items()}, places & set(away)


def upon_whom(
    article: Article, act: Act, scene: Scene, acts_before: Sequence[Act] = ()
) -> str | None:
    """Return upon whom an act falls that doesn't say so itself: the likeliest of the parties."""
    if act.actor is None:
        return None
    if _at_home(article, act):
        return act.actor
    afraid = _feared_by(article, act)
    if afraid not in {None, act.actor}:
        return afraid
    beside = _beside(article, act) if act.event not in VERBAL else set()
    foes = scene.against.get(act.actor, Counter())
    teller = _counting(article, act) if _unarmed(article, article.speaker_of(act.head)) else None
    sentence = act.head.sent
    here = set(_parties(article, sentence, act))
    earlier = article.token_actor[max(0, sentence.start - WINDOW) : sentence.start]
    before = {actor for actor in earlier if actor is not None}
    done = reversed(acts_before[-_LATELY:])
    last = next((each.actor for each in done if each.actor not in {None, act.actor}), None)
    ahead, answers = act.status in OPEN, _answers(act)
    by_force = act.event in BY_FORCE
    scored = {
        actor: (1.35 if ahead else 1.7) * (actor in here)
        + 0.7 * (actor in before)
        + 1.55 * _hostility(foes, actor)
        + (3.85 if ahead else 3.0) * share
        + (0.4 + 3.0 * answers) * (actor == last)
        - 0.85 * (by_force and _unarmed(article, actor))
        for actor, share in scene.share.items()
        if actor != act.actor and actor not in beside and actor != teller
    }
    if not scored:
        return _named_once(article, act, beside)
    return max(sorted(scored), key=lambda actor: scored[actor], default=None)


def _feared_by(article: Article, act: Act) -> str | None:
    """Return the party that fears an act: upon it the act would fall."""
    above = act.head
    for _ in range(3):
        if above.dep_ not in {"dobj", "conj", "ccomp", "pobj", "prep"}:
            return None
        above = above.head
        if above.pos_ == "VERB" and above.lemma_.lower() in word_class("fearing"):
            who = clauses.subject(above)
            found = parties.actor_near(article, who) if who is not None else None
            return found if article.role_of(found) == "party" else None
    return None


def _at_home(article: Article, act: Act) -> bool:
    """Say whether it falls upon the doer's own: "the guard toppled the president"."""
    if act.head.pos_ != "VERB" or act.head.lemma_.lower() not in word_class("at_home"):
        return False
    return any(parties.actor_near(article, each) == act.actor for each in clauses.objects(act.head))


def _answers(act: Act) -> bool:
    """Say whether an act answers one told just before: "Colombo answered with air strikes"."""
    if act.head.lemma_.lower() in word_class("answering"):
        return True
    behind = clauses.prepositional(act.head, "in", "as")
    return any(each.lemma_.lower() in word_class("in_return") for each in behind)


def _named_once(article: Article, act: Act, beside: Container[str | None]) -> str | None:
    """Return the party named nearest, where no other than the doer is spoken of twice."""
    away: dict[str, int] = {}
    for place, actor in enumerate(article.token_actor):
        if actor is None or actor == act.actor or actor in beside:
            continue
        if article.role_of(actor) == "party":
            gap = abs(place - act.head.i)
            away[actor] = min(away.get(actor, gap), gap)
    return min(sorted(away), key=lambda actor: away[actor], default=None)


def _hostility(foes: Counter[str], actor: str) -> float:
    """Return how much two parties act against each other, 0 to 1."""
    return min(foes.get(actor, 0), 4) / 4


def _beside(article: Article, act: Act) -> set[str]:
    """Return the parties that do the act together: "Egypt and Syria attacked"."""
    who = clauses.subject(act.head) if act.head.pos_ == "VERB" else None
    if who is None or article.actor_of(who) != act.actor:
        return set()
    return {actor for each in who.conjuncts if (actor := article.actor_of(each)) is not None}


def _parties(article: Article, sentence: "Span", act: Act) -> list[str]:
    """Return the parties that a sentence names, those nearest to the act first."""
    found: dict[str, int] = {}
    for token in sentence:
        actor = article.actor_of(token)
        if actor is None or article.role_of(actor) != "party" or token.i == act.head.i:
            continue
        distance = abs(token.i - act.head.i)
        found[actor] = min(found.get(actor, distance), distance)
    return sorted(found, key=lambda actor: (found[actor], actor))


def _counting(article: Article, act: Act) -> str | None:
    """Return who only counts the dead or the fled: "At least 25 were killed, the mayor says"."""
    verb = act.head
    who = clauses.subject(verb) if verb.pos_ == "VERB" else None
    if who is None or verb.lemma_.lower() not in word_class("suffered"):
        return None
    people = who.lemma_.lower() in word_class("victims") or who.like_num or who.pos_ == "NUM"
    return article.speaker_of(verb) if people else None


def _state(article: Article, actor: str) -> bool:
    known = article.cast.get(actor)
    return known is not None and known.kind == "state"


def _unarmed(article: Article, actor: str | None) -> bool:
    """Say whether a party is a body or a person, without an army of its own."""
    known = article.cast.get(actor) if actor is not None else None
    armed = {"state", "armed_group", "group", "region", "alliance", "bloc"}
    return known is not None and known.kind not in armed
