"""Red lines: acts that somebody says must not happen, or would be answered.

The words "red line" are one form (`lines`). The others are a refusal to bear an
act ("will not tolerate"), an answer announced for it ("any attack would be met
with", "would be regarded as"), a warning against it (`barring`), and a threat
with a condition ("if they cross, we will").
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.bounds.against import against
from detente.read.bounds.answers import answered
from detente.read.bounds.barring import barred
from detente.read.bounds.comers import ready
from detente.read.bounds.line import Line
from detente.read.bounds.named import named
from detente.read.bounds.orders import ordered
from detente.read.bounds.reprisals import announced
from detente.read.bounds.threats import threats
from detente.read.bounds.ultimatums import ultimatum
from detente.read.bounds.verdicts import judged
from detente.read.bounds.voiced import onlooker
from detente.read.claim import Claim
from detente.read.done import events, parties
from detente.read.done.act import OPEN, Act
from detente.read.grammar import clauses, stretches
from detente.read.grammar.conditions import Conditional
from detente.read.grammar.predicates import predicates
from detente.read.text.words import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_CITED = frozenset(("red line", "red line, apposed"))  # whoever tells of these, they are drawn
_WARNED = frozenset(("warned against", "warned not to", "told to keep out"))
_POINTING = frozenset(("such", "these", "those", "this", "that"))
_SURE = frozenset(
    (
        "any ... will be answered",
        "threat with a condition",
        "whoever",
        "as good as war",
        "more will be answered",
        "under orders to",
        "vowed to strike any",
    )
)


def claims(
    article: Article, acts: tuple[Act, ...], conditions: tuple[Conditional, ...]
) -> Iterator[Claim]:
    """Yield each red line; of overlapping ones the first rule's stays."""
    taken: list[tuple[int, int]] = []
    verbs = predicates(article.doc)
    by_verb = tuple(_by_verb(article, verbs))
    for line in (
        *(
            each for each in by_verb if each.rule in _WARNED
        ),  # "warned Oslo against crossing a red line"
        *named(article, acts),
        *by_verb,
        *judged(article),
        *threats(article, acts, conditions, verbs),
        *announced(article, verbs),
    ):
        if any(line.start < end and start < line.end for start, end in taken):
            continue
        claim = _claim(article, acts, line)
        sure = line.rule in _SURE or (
            line.rule in _CITED and article.speaker_of(line.start) is not None
        )
        if claim.actor is None and claim.doer is None and not sure:
            continue
        if line.rule not in _CITED and onlooker(article, line.start):
            continue
        taken.append((line.start, line.end))
        yield claim


def _by_verb(article: Article, verbs: "tuple[Token, ...]") -> Iterator[Line]:
    """Yield the lines that verbs draw, in the order of the text."""
    for verb in verbs:
        line = barred(article, verb) or answered(article, verb) or ultimatum(article, verb)
        line = line or ordered(article, verb) or ready(article, verb)
        if line is not None:
            yield line


def _claim(article: Article, acts: tuple[Act, ...], line: Line) -> Claim:
    drawer = line.actor or (parties.actor_near(article, line.by) if line.by is not None else None)
    speaker = article.speaker_of(line.start)
    if drawer is None:
        drawer = speaker if article.role_of(speaker) == "party" else _subject_before(article, line)
    within = [act for act in acts if line.act_start <= act.head.idx < line.act_end]
    sure = (act for act in within if "actor" not in act.inferred)
    act = next((act for act in sure if act.actor not in {None, drawer}), None)
    act = act or next((act for act in within if act.status in OPEN), None)
    act = act or _pointed_back(article, acts, line, drawer)
    known = act is not None and act.actor != drawer and "actor" not in act.inferred
    doer = act.actor if act is not None and known else None
    if doer is None and line.doer is not None:
        doer = parties.actor_near(article, line.doer)
    if doer is None or doer == drawer:
        doer = against(article, acts, line, drawer)
    text = article.document.text
    action = act.action if act else text[line.act_start : line.act_end].strip(" ,;—-")
    return article.claim(
        "red_line",
        line.start,
        line.end,
        rule=line.rule,
        actor=drawer,
        action=action[:160] or None,
        event=act.event if act else None,
        target=act.target if act and act.target != drawer else None,
        doer=doer,
        inferred=("target",) if act and act.target != drawer and "target" in act.inferred else (),
        because=(events.identity(article, act),) if act else (),
    )


def _pointed_back(
    article: Article, acts: tuple[Act, ...], line: Line, drawer: str | None
) -> Act | None:
    """Return the act told before that a line takes up: "Chadian strikes ... such strikes would mean"."""
    base = lexicon().base
    for token in stretches.span_at(article.doc, line.act_start, line.act_end):
        if token.pos_ != "NOUN" or not any(each.lower_ in _POINTING for each in token.lefts):
            continue
        deed = base.get(token.lemma_.lower(), token.lemma_.lower())
        for act in reversed(acts):
            told = {base.get(each.lemma_.lower(), each.lemma_.lower()) for each in _words(act)}
            if act.head.i < token.i and act.actor not in {None, drawer} and deed in told:
                return act
    return None


def _words(act: Act) -> "tuple[Token, ...]":
    return (act.head,) if act.noun is None else (act.head, act.noun)


def _subject_before(article: Article, line: Line) -> str | None:
    """Return the party that governs the clause: "Japan said it could not tolerate"."""
    sentence = article.sentence_at(line.start)
    before = [
        actor
        for token in sentence
        if token.idx < line.end
        and (actor := article.actor_of(token)) is not None
        and token.dep_ in clauses.SUBJECTS
    ]
    return before[0] if before else None
