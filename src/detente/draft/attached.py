"""What hangs on options: constraints, experts' forecasts, and what can't be taken back."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Literal

from detente.draft.acts import Act
from detente.draft.lexicon import lemma, lexicon, tokens
from detente.draft.links import Link, Links
from detente.model.conflict import Constraint, ExpertForecast
from detente.read.claim import Claim

_LASTING = re.compile(
    r"\birreversibl\w*|\bpoint of no return\b|\b(?:not|never|cannot|couldn['’]t|can['’]t) be (?:undone|reversed)\b",
    re.IGNORECASE,
)
_BARE = frozenset({"", "will", "would", "shall", "is to", "are to"})
MOST_ATTACHED = 40
"""At most so many constraints, and so many forecasts, are attached."""

Hindrance = Literal["capability", "law", "money", "opinion", "alliance", "other"]
_KINDS: tuple[Hindrance, ...] = ("law", "money", "opinion", "alliance", "capability")


def constraints(claims: Iterable[Claim], links: Links) -> Iterator[Constraint]:
    """Attach each constraint to the option it hinders, in the claim's own words, each once."""
    said: set[str] = set()
    for claim in claims:
        words = " ".join(claim.quote.split())
        if claim.kind != "constraint" or words in said or len(said) >= MOST_ATTACHED:
            continue
        link, assumed = _hindered(claim, links)
        if link is None or (link.act.now and hindrance(claim.quote) == "other"):
            continue
        said.add(words)
        yield Constraint(
            on=link.act.name,
            kind=hindrance(claim.quote),
            says=words,
            because=[claim.id],
            assumed=assumed,
        )


def _hindered(claim: Claim, links: Links) -> tuple[Link | None, str]:
    link = links.of_claim(claim.id) or next(iter(links.causes(claim)), None)
    if link is not None:
        return link, ""
    who = claim.doer or claim.actor
    if who is None:
        return None, ""
    link = links.find(claim.action or claim.quote, of=who)
    if link is not None:
        return link, ""
    open_ = [act for act in links.acts if act.actor == who and not act.now]
    if not open_ or hindrance(claim.quote) == "other":
        return None, ""
    return (
        Link(min(open_, key=Act.weighs)),
        "it hinders the option that is spoken of most; the report doesn't say which",
    )


def hindrance(words: str) -> Hindrance:
    """Return the kind of a constraint, by its words.

    >>> hindrance("whether its stocks of shells are sufficient"), hindrance("war fatigue")
    ('capability', 'opinion')
    """
    said = tokens(words)
    forms = {form for word in said for form in (word, lemma(word), word.removesuffix("s"))}
    counted = {kind: len(cues & forms) for kind, cues in lexicon().hindrances.items()}
    best = max(_KINDS, key=lambda kind: counted.get(kind, 0))
    return best if counted.get(best) else "other"


def experts(
    claims: Iterable[Claim], links: Links, called: Mapping[str, str], parties: Container[str]
) -> tuple[list[ExpertForecast], list[Claim]]:
    """Return the forecasts that name an option and a range, and the claims that don't.

    Parameters
    ----------
    claims : iterable of Claim
        All of them.
    links : Links
        What the acts are called.
    called : mapping of str to str
        Names of the speakers.
    parties : container of str
        Who decides: what they say of the future is threat or promise, no forecast.

    Notes
    -----
    What is expected only under a condition keeps it, as what the forecast supposes; where
    the condition is tied to no act it is left to the conditionals.
    """
    found: dict[tuple[str | float, ...], ExpertForecast] = {}
    left: list[Claim] = []
    claims = list(claims)
    conditionals = [claim for claim in claims if claim.kind == "conditional"]
    for claim in claims:
        if claim.kind != "forecast":
            continue
        link = links.of_claim(claim.id) or next(iter(links.causes(claim)), None)
        if link is None and claim.actor:
            link = links.find(claim.action or claim.quote, of=claim.actor)
        if link is None or claim.low is None or claim.high is None or link.act.now:
            left.append(claim)
            continue
        if claim.speaker in parties or not _said_outright(claim):
            continue
        under = _condition(claim, conditionals)
        given = None if under is None else links.condition(under, link.act)
        if under is not None and (given is None or given.act is link.act):
            continue
        speaker = claim.speaker or "the report"
        low, high = sorted((min(max(claim.low, 0.0), 1.0), min(max(claim.high, 0.0), 1.0)))
        forecast = ExpertForecast(
            by=called.get(speaker, speaker),
            of=str(link),
            given="" if given is None else str(given),
            words=claim.likelihood or "",
            low=low,
            high=high,
            because=[claim.id],
        )
        key = (forecast.by, forecast.of, forecast.given, forecast.words, low, high)
        if len(found) < MOST_ATTACHED:
            found.setdefault(key, forecast)
    return list(found.values()), left


def _condition(claim: Claim, conditionals: Iterable[Claim]) -> Claim | None:
    """Return the claim that has the condition of a forecast: itself, or one of the same words."""
    if claim.condition:
        return claim
    for one in conditionals:
        same = (one.document, one.speaker) == (claim.document, claim.speaker)
        if same and one.start < claim.end and claim.start < one.end:
            return one
    return None


def _said_outright(claim: Claim) -> bool:
    """Say whether a forecast is somebody's: the report's own bare "will" is no judgement."""
    return claim.speaker is not None or (claim.likelihood or "").lower() not in _BARE


def irreversible(claims: Iterable[Claim], links: Links) -> dict[str, list[str]]:
    """Return the options that can't be undone, with the claims that say so.

    A claim that calls an act's consequence irreversible makes the act so: the
    cause it points to, the doer's act, or the act of its condition.
    """
    found: dict[str, list[str]] = {}
    for claim in claims:
        if not (
            claim.irreversible or (claim.kind == "conditional" and _LASTING.search(claim.quote))
        ):
            continue
        for link in _final(claim, links):
            found.setdefault(link.act.name, []).append(claim.id)
    return found


def _final(claim: Claim, links: Links) -> list[Link]:
    if claim.kind in {"event", "option"}:
        link = links.of_claim(claim.id)
        return [link] if link else []
    if claim.kind not in {"consequence", "conditional"}:
        return []
    effect = links.of_claim(claim.id)
    causes = [one for one in links.causes(claim) if effect is None or one.act is not effect.act]
    if claim.kind == "conditional":
        link = links.condition(claim, effect.act if effect else None)
        causes = [link] if link else []
    elif not causes:
        words = claim.condition or (claim.quote if claim.doer else "")
        link = links.find(words, of=claim.doer) if words else None
        causes = [link] if link else []
    return [link for link in causes if link.taken]
