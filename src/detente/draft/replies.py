"""Red lines, conditionals and feared replies: what each would do because of the others.

Each rule is a generator from claims and links to wishes; all of them are tabled
in ``docs/theory/drafting.md``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.draft.acts import Act
from detente.draft.beliefs import table
from detente.draft.lexicon import lexicon
from detente.draft.links import Link, Links
from detente.draft.wishes import Wish
from detente.read.claim import Claim

_DENIAL = re.compile(
    r"\b(?:unlikely|improbable|doubtful|not|never|no longer|cannot|won['’]t)\b|n['’]t\b",
    re.IGNORECASE,
)

_UNLESS = re.compile(r"\b(?:unless|until)\b", re.IGNORECASE)

_PEACEFUL = frozenset({"agree", "ceasefire", "negotiate", "release", "mediate", "apologise"})

_KIND_ACTS = frozenset({"AGREE", "CONSULT", "CONCEDE", "RETREAT", "COOPERATE"})


def red_lines(claims: Iterable[Claim], links: Links) -> Iterator[tuple[Claim, Link]]:
    """Yield each red line with the act that it is drawn against."""
    for claim in claims:
        if claim.kind != "red_line" or claim.actor is None:
            continue
        link = links.of_claim(claim.id) or next(iter(links.causes(claim)), None)
        if link is None:
            link = links.inside(claim)
        if link is None and claim.action:
            link = links.find(claim.action, of=claim.doer)
        if link is None and claim.doer:
            link = links.nearest(claim, claim.doer)
        if link is not None and not link.taken and _UNLESS.search(claim.quote):
            link = Link(
                link.act
            )  # "unless they are withdrawn": their staying is what is threatened
        if link is not None and link.act.actor != claim.actor and _crosses(link, claim.actor):
            yield claim, link


def _crosses(link: Link, setter: str) -> bool:
    """Whether an act can cross a line at all: none that is peaceful, or that the setter asks for."""
    act = link.act
    if link.taken and (act.verb in _PEACEFUL or act.undo):
        return False
    return not any(
        one.status == "demanded"
        and one.claim.speaker == setter
        and (one.claim.negated == (one in act.ended)) == link.taken
        for one in act.every
    )


def forbidden(lines: Iterable[tuple[Claim, Link]], deciders: Iterable[str]) -> Iterator[Wish]:
    """Put each red line at the head of its setter's priorities."""
    may = set(deciders)
    for claim, link in lines:
        if claim.actor in may:
            against = Link(link.act, not link.taken)
            yield Wish(
                claim.actor or "", str(against), "red_line", table()["base"]["red_line"], (claim,)
            )


def replies(claims: Iterable[Claim], links: Links) -> Iterator[Wish]:
    """Make each conditional an `if` among the priorities of whoever would act on it."""
    for claim in claims:
        if claim.kind != "conditional":
            continue
        reply = _reply(claim, links)
        if reply is None:
            continue
        if not claim.negated and _denied(claim):
            reply = Link(reply.act, not reply.taken)
        cause = links.condition(claim, reply.act)
        if cause is None or cause.act.actor == reply.act.actor:
            continue
        if _by_kind(claim, reply.act):
            words = " ".join((claim.action or "").split())
            yield _answer(
                reply, cause, "reply_by_kind", (claim,), f"the report says “{words}”, not which act"
            )
        else:
            yield _answer(reply, cause, "reply_stated", (claim,))


def _by_kind(claim: Claim, act: Act) -> bool:
    """Whether a conditional names the act by its kind only: "measures", "a response"."""
    return not act.generic and any(
        one.claim.id == claim.id and one.sense.generic for one in act.said
    )


def _denied(claim: Claim) -> bool:
    """Whether a conditional's main clause denies the act: "won't ... until", "unlikely unless"."""
    main = claim.quote.replace(claim.condition or "", " ") if claim.condition else claim.quote
    return claim.status == "ruled_out" or _DENIAL.search(main) is not None


def _reply(claim: Claim, links: Links) -> Link | None:
    link = links.of_claim(claim.id)
    if link is None:
        own_acts = [one for one in links.causes(claim) if one.act.actor == claim.actor]
        link = own_acts[-1] if own_acts else None
    return link


def _answer(
    reply: Link, cause: Link, figure: str, claims: tuple[Claim, ...], assumed: str = ""
) -> Wish:
    bare = reply.act.option if reply.taken else f"!{reply.act.option}"
    return Wish(
        reply.act.actor, f"{bare} if {cause}", "reply", table()["base"][figure], claims, assumed
    )


def feared(
    claims: Sequence[Claim],
    links: Links,
    lines: Sequence[tuple[Claim, Link]],
    deciders: Iterable[str],
) -> Iterator[Wish]:
    """Make a feared reply unwanted by who fears it, and wanted by the other if provoked."""
    may = set(deciders)
    for claim in claims:
        reply = links.of_claim(claim.id)
        if reply is None or not reply.taken or reply.act.now:
            continue
        cause = _cause(claim, links, reply.act)
        if cause is not None:
            yield from _linked(claim, reply, cause)
            continue
        if claim.kind not in {"option", "consequence", "event", "forecast", "constraint"}:
            continue
        fearer = links.fearer(claim, may)
        if fearer is None and claim.status == "threatened" and claim.target in may:
            fearer = claim.target
        if fearer in may and fearer != reply.act.actor:
            figure = table()["base"]["feared"]
            yield Wish(fearer or "", f"!{reply.act.name}", "feared", figure, (claim,))
            yield from _provoked(claim, reply, fearer or "", links, lines)
        elif claim.status == "threatened":
            yield from _provoked(claim, reply, None, links, lines)


def _cause(claim: Claim, links: Links, reply: Act) -> Link | None:
    """Return the act of another that a consequence is said to follow from."""
    if claim.kind != "consequence":
        return None
    found = [link for link in links.causes(claim) if link.act.actor != reply.actor]
    if found:
        return found[0]
    if claim.doer and claim.doer != reply.actor:
        return links.find(claim.quote, without=reply, of=claim.doer)
    if claim.condition:
        return links.find(claim.condition, without=reply)
    return None


def _linked(claim: Claim, reply: Link, cause: Link) -> Iterator[Wish]:
    sign = "" if _welcome(claim, reply.act) else "!"
    figure = table()["base"]["feared"]
    yield Wish(cause.act.actor, f"{sign}{reply.act.name}", "feared", figure, (claim,))
    yield _answer(reply, cause, "reply_feared", (claim,))


def _welcome(claim: Claim, act: Act) -> bool:
    """Whether what an act brings about is peace and no punishment."""
    if act.verb in _PEACEFUL:
        return not act.undo
    if act.undo and act.verb in lexicon().stance["against"]:
        return True
    return claim.event in _KIND_ACTS


def _provoked(
    claim: Claim, reply: Link, fearer: str | None, links: Links, lines: Sequence[tuple[Claim, Link]]
) -> Iterator[Wish]:
    """Say what would bring the feared act about, where the report doesn't."""
    drawn = [
        link
        for line, link in lines
        if line.actor == reply.act.actor and fearer in {None, link.act.actor}
    ]
    if drawn:
        for link in drawn:
            yield _answer(
                reply,
                link,
                "reply_assumed",
                (claim,),
                "it answers the crossing of its red line; the report names no cause",
            )
        return
    wanted = [
        Link(act, one.claim.negated != (one not in act.ended))
        for act in links.acts
        for one in act.every
        if one.status == "demanded"
        and one.claim.speaker == reply.act.actor != act.actor
        and fearer in {None, act.actor}
    ]
    if wanted:
        unmet = Link(wanted[0].act, not wanted[0].taken)
        yield _answer(
            reply,
            unmet,
            "reply_assumed",
            (claim,),
            "it answers a demand that isn't met; the report names no cause",
        )
        return
    cause = _foremost(fearer, links) if fearer else None
    if cause is not None:
        yield _answer(
            reply,
            cause,
            "reply_assumed",
            (claim,),
            "it answers this act; the report names no cause",
        )


def _foremost(actor: str, links: Links) -> Link | None:
    """Return the actor's act, not done yet, that is spoken of most."""
    mine = [
        act
        for act in links.acts
        if act.actor == actor and not act.now and not act.undo and act.verb not in _PEACEFUL
    ]
    return Link(min(mine, key=Act.weighs)) if mine else None
