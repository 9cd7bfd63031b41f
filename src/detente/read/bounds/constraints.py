"""What stands in the way of an act: forces, law, money, opinion, allies.

There's no grammar of constraints; there are cues, in
``lexicon/constraints.toml``. A cue counts in a clause that is about a party or
an act; a weak cue only where the clause also denies, needs or limits.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds import hindrances
from detente.read.bounds.hindrances import Hindrance, about_party
from detente.read.claim import Claim
from detente.read.done import events, parties
from detente.read.done.act import Act
from detente.read.grammar import clauses, stretches
from detente.read.text.neighbours import word_before
from detente.read.text.phrases import listed, pattern
from detente.read.text.words import word_class

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONG = 180  # characters; a longer clause is quoted without what hangs on it
_DONE_WITHOUT = frozenset(("send", "lose", "fire", "use", "sink", "bring", "want", "ask", "see"))
_HAVING = frozenset(("has", "have", "had", "with", "no"))
_HELD = frozenset(
    ("hold", "follow", "produce", "win", "boycott", "take", "regain", "observe", "monitor")
)
SORTS = ("capability", "law", "money", "opinion", "alliance")
_SHOWN = frozenset(("polls show", "polls", "opinion polls"))
LIMITING = re.compile(
    r"\b(?:no|not|n't|never|without|only|lack\w*|limit\w*|requir\w*|need\w*|must|cannot|can't|until|few|little|"
    r"less|too|bar(?:s|red)|forbid\w*|forbade|prohibit\w*|oppos\w*|against|unless|whether|hardly|"
    r"barely|scarcely|renounc\w*|outlaw\w*|fewer|however|but|hamper\w*|hinder\w*|constrain\w*|refus\w*|vetoed|block\w*|difficult|hard)\b",
    re.IGNORECASE,
)


@cache
def _cues() -> tuple[dict[str, str], frozenset[str], re.Pattern[str]]:
    sort_of = {cue: sort for sort in reversed(SORTS) for cue in listed("constraints", sort)}
    return sort_of, frozenset(listed("constraints", "weak")), pattern(sort_of)


def claims(article: Article, acts: tuple[Act, ...]) -> Iterator[Claim]:
    """Yield one constraint for each clause that has a cue."""
    taken: list[tuple[int, int]] = []
    for each in (*_by_cue(article), *hindrances.find(article)):
        start, end = each[:2]
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        yield _claim(article, acts, each)


def _by_cue(article: Article) -> Iterator[Hindrance]:
    sort_of, weak, cues = _cues()
    text = article.text
    for each in _every(cues, text):
        span = stretches.span_at(article.doc, each.start(), each.end())
        cue = each.group().lower()
        head = clauses.head_verb(span.root)
        if head.pos_ not in {"VERB", "AUX"}:
            continue
        start, end = stretches.whole(head)
        start, end = min(start, each.start()), max(end, each.end())
        sentence = article.sentence_at(each.start())
        if sort_of.get(cue) == "alliance" and head.tag_ in {"VBD", "VBG"}:
            continue  # what another did: "Mexico refused permission"
        if cue in weak and not about_party(article, sentence):
            continue
        if _no_obstacle(article, span, head):
            continue
        if cue in _SHOWN and (told := _told_before(head)) is not None:
            start, end = min(start, stretches.whole(told)[0]), max(end, stretches.whole(told)[1])
        if cue in weak and not LIMITING.search(
            text[min(start, head.left_edge.idx) : end].replace(each.group(), " ")
        ):
            continue
        if end - start > LONG:
            start, end = stretches.extent(
                head, left=[each for each in clauses.kids(head) if each.dep_ in clauses.SUBJECTS]
            )
            start, end = min(start, span.start_char), max(end, span.end_char)
        thing = _noted(span.root, head)
        if thing is not None:
            start, end = stretches.extent(thing, clause=False)
            comma = text.find(",", span.end_char, end)
            end = max(end if comma < 0 else comma, span.end_char)
            start = min(start, span.start_char)
        yield start, end, sort_of.get(cue, "capability"), head


def _told_before(verb: "Token") -> "Token | None":
    """Return the clause that stands before "polls show"."""
    return next((each for each in verb.lefts if each.dep_ == "ccomp"), None)


def _no_obstacle(article: Article, cue: "Span", verb: "Token") -> bool:
    """Say whether a cue stands for something else: "has no intention", "hard to believe"."""
    plain, first = cue.text.lower(), cue[0]
    behind = article.doc[cue.end : min(cue.end + 3, len(article.doc))]
    others = set(listed("constraints", "no_obstacles"))
    if first.lower_ in _HAVING:
        others.update(listed("constraints", "no_obstacles", "had"))
    if any(each.lower_ in others for each in behind):
        return True
    return (
        (plain == "bound by" and clauses.negated(verb))
        or (plain == "alone" and (verb.lemma_ == "be" or clauses.negated(verb)))
        or (plain == "alone" and first.head.pos_ in {"NOUN", "PROPN", "PRON"})
        or (plain == "permission" and word_before(first) == "without")
        or (plain in {"election", "elections"} and verb.lemma_.lower() in _HELD)
        or (
            plain.startswith(("hard to", "difficult to"))
            and first.i > 0
            and first.doc[first.i - 1].dep_ == "neg"
        )
        or (first.lower_ == "no" and verb.lemma_ in _DONE_WITHOUT)
        or (clauses.conditional(verb) and cue.root.i == verb.i)
    )


def _noted(cue: "Token", verb: "Token") -> "Token | None":
    """Return what somebody notes or fears, where it is a noun that has the cue in it."""
    if verb.lemma_.lower() not in word_class("noting"):
        return None
    current = cue
    for _ in range(clauses.FAR):
        if current.head.i == verb.i:
            return current if current.dep_ == "dobj" else None
        current = current.head
    return None


def _every(cues: re.Pattern[str], text: str) -> "Iterator[re.Match[str]]":
    """Yield each cue, also one that begins inside another."""
    place = 0
    while (found := cues.search(text, place)) is not None:
        yield found
        place = found.start() + 1


def _claim(article: Article, acts: tuple[Act, ...], hindrance: Hindrance) -> Claim:
    start, end, sort, head = hindrance
    who = clauses.subject(head)
    actor = parties.actor_near(article, who) if who is not None else None
    if actor is None or article.role_of(actor) != "party":
        span = stretches.span_at(article.doc, start, end)
        named = article.actors_in(span)
        named = named or article.actors_in(article.sentence_at(start))
        actor = next((each for each in named if article.role_of(each) == "party"), None)
    act = next((a for a in acts if start <= a.head.idx < end), None)
    sentence = article.sentence_at(start)
    if act is None:
        act = next(
            (
                a
                for a in acts
                if sentence.start_char <= a.head.idx < sentence.end_char and a.actor == actor
            ),
            None,
        )
    return article.claim(
        "constraint",
        start,
        end,
        rule=f"{sort} cue",
        actor=actor,
        action=act.action if act else None,
        event=act.event if act else None,
        target=act.target if act else None,
        doer=act.actor if act and act.actor != actor else None,
        inferred=("target",) if act and "target" in act.inferred else (),
        because=(events.identity(article, act),) if act else (),
    )
