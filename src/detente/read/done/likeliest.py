"""Which party of a text is the likeliest to do an act.

A party scores by being named in the sentence, just before or in the paragraph, by
being often spoken of, by being what the paragraph or the heading is about, by acting
against the one who is known. The weights were fitted to
the passages of ``evaluation/dev`` by a conditional logit and rounded; on
passages left out of the fit they name the right doer in 60 of 100 cases.
"""

import math
from collections import Counter
from collections.abc import Sequence

from detente.read.article import Article
from detente.read.done import parties
from detente.read.done.act import OWN_FORCES, Act
from detente.read.done.askers import warned_off
from detente.read.done.hosts import envoy
from detente.read.done.standoff import (
    BY_FORCE,
    WINDOW,
    Scene,
    hostility,
    named_once,
    unarmed,
    who_counts,
)
from detente.read.done.topics import heading, topic
from detente.read.done.undergoing import undergone
from detente.read.grammar import clauses
from detente.read.grammar.modality import HOSTILE

_BY_NAME_ALONE = 0.3  # the chance of a doer that no more is known of than its name
_SUFFERED = frozenset((*HOSTILE, "ACCUSE", "PROTEST", "REJECT", "REQUEST"))
_LATELY = 6  # verbs up
_LATE = 3  # acts back
_WEIGHTS = {
    "share": 1.8,
    "beside": 1.0,
    "behind": 0.7,
    "here": 0.45,
    "a place": 0.5,
    "governs": 0.55,
    "topic": 0.45,
    "heading": 0.9,
    "earlier": 0.35,
    "late": 0.45,
    "struck": 0.35,
    "on itself": 1.0,
    "feud": 1.15,
    "speaks": 0.4,
    "speaker's foe": 0.75,
    "asks": -1.15,
    "asker's foe": 0.75,
    "a state": -0.4,
    "unarmed": -1.05,
}
_COUNTED = 2.6  # how much more a feud says of who has killed those that somebody counts
_PARAGRAPH = 150  # words


def likeliest(
    article: Article, act: Act, before: Sequence[Act], scene: Scene, asking: str | None
) -> tuple[str | None, float]:
    """Return the party that scores best as the doer of an act, and its chance among all.

    The chance is the logit's own, as if one of the parties had to be the doer.
    """
    scored = {
        actor: sum(_WEIGHTS[sign] * value for sign, value in seen.items())
        for actor, seen in signs(article, act, before, scene, asking).items()
    }
    if not scored:
        out = {who_counts(article, act), act.target, asking}
        once = None if asking is None else named_once(article, act, out)
        return once, _BY_NAME_ALONE
    best = max(sorted(scored), key=lambda actor: scored[actor])
    return best, 1 / sum(math.exp(score - scored[best]) for score in scored.values())


def signs(
    article: Article, act: Act, before: Sequence[Act], scene: Scene, asking: str | None
) -> dict[str, dict[str, float]]:
    """Return what speaks for each party that an act may be by, and against it."""
    counting = who_counts(article, act)
    feud = 1.0 if counting is None else _COUNTED
    on_itself = _on_itself(article, act)
    out = {
        None,
        counting,
        act.target if on_itself is None else None,
        # who presses for air strikes means his own, not who will strike "if attacked", nor who
        # warns against a raid
        asking
        if act.event != "ASSAULT" or act.head.dep_ == "advcl" or warned_off(act.head)
        else None,
    }
    here, places = _near(article, act)
    beside = _around(article, act)
    behind = _named_behind(article, act)
    subjects = _subjects(article, act)
    earlier = _subject_before(article, act)
    subject, headed = topic(article, act.head), heading(article, act.head)
    late = [each.actor for each in reversed(before) if each.actor is not None][:_LATE]
    struck = next((each.target for each in reversed(before) if each.target is not None), None)
    victim = act.target or counting
    foes = scene.against.get(victim, Counter()) if victim is not None else Counter()
    speaker = article.speaker_of(act.head)
    speakers_foes = scene.against.get(speaker or "", Counter())
    askers_foes = scene.against.get(asking or "", Counter())
    by_force = act.event in BY_FORCE
    return {
        actor: {
            "share": scene.share[actor],
            "beside": beside.get(actor, 0.0),
            "behind": actor in behind,
            "here": here.get(actor, 0.0),
            "a place": actor in places,
            "governs": actor in subjects,
            "topic": actor == subject,
            "heading": actor == headed,
            "earlier": actor == earlier,
            "late": actor in late,
            "struck": actor == struck,
            "on itself": (on_itself or 0.0) * (actor == act.target),
            "feud": feud * hostility(foes, actor) * (actor != act.target),
            "speaks": actor == speaker,
            "speaker's foe": hostility(speakers_foes, actor),
            "asks": actor == asking,
            "asker's foe": hostility(askers_foes, actor),
            "a state": _state(article, actor),
            "unarmed": by_force and unarmed(article, actor),
        }
        for actor in scene.share
        if actor not in out
    }


def _on_itself(article: Article, act: Act) -> float | None:
    """Return what speaks for a doer that the act falls upon, None where it can't be.

    Who moves forces moves its own; what is done in or about a country may be done by it ("the
    airports at Warsaw were closed", "a court in Kaunas sentenced them"), but nobody expels or
    kills his own.
    """
    if undergone(act.head) or envoy(act) is not None:
        return None
    if act.event in OWN_FORCES:
        return 0.7
    head = act.head
    if act.target is None or head.pos_ in {"NOUN", "PROPN"}:
        return None
    passive = clauses.passive(head)
    things = list(clauses.objects(head))
    if not things and head.dep_ in {"acl", "relcl"}:
        things = [head.head]
    hit = any(article.actor_of(each) == act.target for each in things)
    if act.event in _SUFFERED:
        if passive:
            hit = any(parties.actor_near(article, each) == act.target for each in things)
        hit |= any(
            parties.actor_near(article, each) == act.target
            for word in (head, *things)
            for each in clauses.prepositional(word, "on", "upon", "against", "to")
        )
    if hit:
        return None
    return -1.0 if act.event == "ASSAULT" else -0.3


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


def _state(article: Article, actor: str) -> bool:
    known = article.cast.get(actor)
    return known is not None and known.kind == "state"
