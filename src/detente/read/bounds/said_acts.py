"""Sayings that are acts, though no rule takes them for one: told by many signs together.

To say something can be to do it: "the ministry said that no ship would be let through" is a
threat, "officials said that the shells had come from the other bank" an accusation, while "the
ministry said that the talks had lasted six hours" only reports. `detente.read.done.speech_acts`
has the plain cases as rules. What it leaves over is weighed here: the word of speech, what is
said of whose acts, whether a line is drawn. The weights of these signs stand in
``lexicon/said_acts.toml``; ``evaluation/said_acts.py`` fits them to ``evaluation/dev``.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.read.article import Article
from detente.read.claim import Claim
from detente.read.done.act import OPEN, Act
from detente.read.done.events import kind
from detente.read.grammar import clauses
from detente.read.grammar.modality import HOSTILE
from detente.read.matching import matches
from detente.read.spans import Saying
from detente.read.text.weights import likelihood, weights

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_CHANCE = 0.4
"""From which chance on a saying counts as an act."""

RULE = "said with force, likely"
_SOFT = {
    "RETREAT": "CONCEDE", "CONCEDE": "CONCEDE", "AID": "SUPPORT", "SUPPORT": "SUPPORT",
    "AGREE": "AGREE", "COOPERATE": "AGREE", "CONSULT": "AGREE",
}  # fmt: skip
_PLAIN = frozenset(("punct", "det", "cc", "mark", "aux", "case"))


def claims(article: Article, acts: Sequence[Act], lines: Sequence[Claim]) -> Iterator[Claim]:
    """Yield an event for each saying that is likely an act.

    Parameters
    ----------
    article : Article
        Where they stand.
    acts : sequence of Act
        Those of the article, settled.
    lines : sequence of Claim
        The article's red lines.

    Examples
    --------
    >>> from detente.read.article import article
    >>> [each for each in claims(article("Peru said that the talks were long."), (), ())]
    []
    """
    for saying in candidates(article, acts):
        inside = within(acts, saying)
        much = chance(signs(article, saying, inside, lines))
        if much < LEAST_CHANCE:
            continue
        yield article.claim(
            "event",
            saying.quote_start,
            saying.quote_end,
            rule=f"{RULE}, {much:.0%}",
            tag=f"said {saying.speaker}",
            actor=saying.speaker,
            action=saying.verb,
            event=force(saying, inside, lines, negated=_negated(article, saying)),
            target=_target(article, saying, inside),
            status="done",
        )


def candidates(article: Article, acts: Sequence[Act]) -> Iterator[Saying]:
    """Yield the sayings of parties that no act is told by, each stretch once."""
    events = [(act.start, act.end) for act in acts if kind(act) == "event"]
    seen: set[tuple[int, int]] = set()
    for saying in article.sayings:
        quote = (saying.quote_start, saying.quote_end)
        if quote in seen or article.role_of(saying.speaker) != "party":
            continue
        seen.add(quote)
        if saying.speaker not in article.passing and not any(
            matches(each, quote) for each in events
        ):
            yield saying


def within(acts: Sequence[Act], saying: Saying) -> list[Act]:
    """Return the acts told in the words of a saying."""
    return [
        act
        for act in acts
        if saying.quote_start <= act.head.idx < max(saying.end, saying.quote_end)
    ]


def chance(seen: Iterator[str]) -> float:
    """Return the chance that an analyst would mark a saying as an act, by the signs that were seen.

    Examples
    --------
    >>> chance(iter(["draws a line", "own threatened"])) > chance(iter(["verb add"]))
    True
    """
    return likelihood(weights("said_acts", "saying"), seen)


def signs(
    article: Article, saying: Saying, inside: Sequence[Act], lines: Sequence[Claim]
) -> Iterator[str]:
    """Yield what speaks for and against a saying being an act.

    Parameters
    ----------
    article : Article
        Where it stands.
    saying : Saying
        By a party.
    inside : sequence of Act
        The acts that its words tell.
    lines : sequence of Claim
        The article's red lines.
    """
    yield from (f"verb {saying.verb.lower()}", f"rule {saying.rule}")
    yield "direct" if saying.direct else "reported"
    if _drawn(saying, lines):
        yield "draws a line"
    told = {sign for act in inside for sign in _of_act(act, saying.speaker)}
    yield from sorted(told) or ("tells no act",)
    words = _words(article, saying)
    yield from sorted({f"word {each.lower_}" for each in words if each.tag_ in {"MD", "RB", "EX"}})
    yield from sorted(
        {f"is {each.lemma_.lower()}" for each in words if each.pos_ in {"ADJ", "NOUN"}}
    )
    yield from sorted({f"does {each.lemma_.lower()}" for each in words if each.pos_ == "VERB"})
    others = {
        actor
        for each in words
        if (actor := article.actor_of(each)) not in {None, saying.speaker}
        and article.role_of(actor) == "party"
    }
    yield f"others {min(len(others), 2)}"
    verb = _verb(words, saying)
    if verb is not None:
        yield from (f"form {verb.tag_}", f"as {verb.dep_}")
        yield from (
            f"verb with {each.dep_}" for each in clauses.kids(verb) if each.dep_ not in _PLAIN
        )
        if clauses.modal(verb) is not None:
            yield "verb modal"
        if clauses.negated(verb):
            yield "verb negated"
    if any(each.text == "?" for each in words):
        yield "asked"


def _words(article: Article, saying: Saying) -> list["Token"]:
    span = article.doc.char_span(saying.quote_start, saying.quote_end, alignment_mode="expand")
    return list(span) if span is not None else []


def _verb(words: Sequence["Token"], saying: Saying) -> "Token | None":
    return next((each for each in words if each.lemma_.lower() == saying.verb.lower()), None)


def _negated(article: Article, saying: Saying) -> bool:
    """Say whether what is said is a denial."""
    verb = _verb(_words(article, saying), saying)
    return verb is not None and any(
        clauses.negated(each) for each in clauses.kids(verb) if each.dep_ in {"ccomp", "parataxis"}
    )


def _of_act(act: Act, speaker: str) -> Iterator[str]:
    whose = "own" if act.actor == speaker else "nobody's" if act.actor is None else "another's"
    state = act.status if act.status in OPEN else "done"
    yield from (f"{whose} {state}", f"{whose} {act.event} {state in OPEN}")
    if act.event in HOSTILE:
        yield f"{whose} hostile {state in OPEN}"
    if act.target == speaker:
        yield f"upon itself {state in OPEN}"


def _drawn(saying: Saying, lines: Sequence[Claim]) -> bool:
    return any(
        saying.quote_start <= each.start < max(saying.end, saying.quote_end)
        and each.actor in {None, saying.speaker}
        for each in lines
    )


def force(
    saying: Saying, inside: Sequence[Act], lines: Sequence[Claim], *, negated: bool = False
) -> str:
    """Return the PLOVER type of a saying: a threat, a refusal, a demand, a concession or a charge."""
    own = [act for act in inside if act.actor == saying.speaker and act.status in OPEN]
    theirs = [act for act in inside if act.actor not in {None, saying.speaker}]
    if _drawn(saying, lines) or any(act.status == "threatened" for act in own):
        return "THREATEN"
    if any(act.status == "ruled_out" for act in own):
        return "REJECT"
    if any(act.status == "demanded" for act in theirs):
        return "REQUEST"
    soft = next((_SOFT[act.event] for act in own if act.event in _SOFT), None)
    if soft is not None:
        return soft
    if any(act.event in HOSTILE for act in own):
        return "THREATEN"
    return "REJECT" if negated else "ACCUSE"


def _target(article: Article, saying: Saying, inside: Sequence[Act]) -> str | None:
    """Return the first other party that acts, or is acted upon, in what is said, or is named there."""
    of_acts = (
        who
        for act in inside
        for who in (
            (act.target, act.actor) if act.actor == saying.speaker else (act.actor, act.target)
        )
    )
    named = (article.actor_of(each) for each in _words(article, saying))
    return next(
        (
            who
            for who in (*of_acts, *named)
            if who is not None and who != saying.speaker and article.role_of(who) == "party"
        ),
        None,
    )
