"""Where a reading speaks of somebody's act: the raw material of options.

Claims of kind ``event`` and ``option`` speak of their actor's act. The other
kinds say something about an act: that it is forbidden, would be the reply to
another, is hindered, would follow, is forecast. They point to the act's own
claim where the reader saw it; where it didn't, their words are read. Claims
are taken in the order of their text, whatever the order in which they came.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from detente.draft.background import old, simple_past
from detente.draft.blocs import standing
from detente.draft.freed import freed, let_go
from detente.draft.lexicon import key_of, lemma, lexicon, tokens
from detente.draft.mention import ACTS, DONE, HARD, Mention
from detente.draft.owners import Guesses, named_at, rightful
from detente.draft.together import in_condition, read_together
from detente.draft.turns import to_law
from detente.draft.words import NOTHING, Sense, gist, sense
from detente.read.claim import Claim, Reading

_ROLES = {
    "red_line": "forbidden",
    "conditional": "reply",
    "constraint": "hindered",
    "consequence": "effect",
    "forecast": "forecast",
}

_SENT = frozenset({"troops", "ships", "aircraft", "missiles", "weapons", "tanks", "drones"})

_MADE_KNOWN = re.compile(r"(?:let it be known|make (?:it )?(?:clear|known|plain))\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?P<verb>[a-z]+) (?:the|an?|any|its|their|such|further|another|all|this|that|these|those)\s"
)
_OWN_MASTER = 3
"""A person who does so many acts of his own is a party."""

_LINE = re.compile(r"\bred lines?\b", re.IGNORECASE)
_NOUN_FIRST = re.compile(r"(?:the|an?|any|further|another|more|its|their|such|no|one|if)\b")


_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})

# what is promised is a claim of its own
_TO_POWER = re.compile(r"(?:seize|take|win|hold|come to|rise to|lose) (?:the )?(?:power|office)\b")
_PROMISED = re.compile(r"(?:promise|pledge|vow|threaten|offer)\b", re.IGNORECASE)

# what even a source may propose to those who decide, see `both`
_PROPOSED_BY_ANY = frozenset({"ceasefire"})
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT", "PROTEST"})


def ordered(reading: Reading) -> list[Claim]:
    """Return the claims in the order of the documents and of their text."""
    rank = {document.id: k for k, document in enumerate(reading.documents)}

    def place(claim: Claim) -> tuple[int | str, ...]:
        return (
            rank.get(claim.document, len(rank)),
            claim.document,
            claim.start,
            claim.end,
            claim.kind,
            claim.actor or "",
            claim.action or "",
            claim.id,
        )

    return sorted(reading.claims, key=place)


def parties(reading: Reading) -> dict[str, str]:
    """Return id and name of everybody who may act, sources left out.

    A person acts for a state or a movement, but for one of whom the report tells several
    acts and of no party behind him: a chieftain, a governor who has broken away.
    """
    acted = Counter(claim.actor for claim in reading.claims if claim.kind in ACTS)
    return {
        actor.id: actor.name or actor.id
        for actor in sorted(reading.actors, key=lambda one: one.id)
        if actor.role == "party" and (actor.kind != "person" or acted[actor.id] >= _OWN_MASTER)
    }


def names(reading: Reading) -> frozenset[str]:
    """Return the words by which actors are called, but for words that name acts."""
    texts = {document.id: document.text for document in reading.documents}
    called = [actor.name for actor in reading.actors]
    called += [actor.id.replace("_", " ") for actor in reading.actors]
    called += [
        texts[document][start:end]
        for actor in reading.actors
        for document, start, end in actor.mentions
        if document in texts and end - start < 60  # noqa: PLR2004 - longer is no name
    ]
    forms = lexicon().forms
    return frozenset(word for text in called for word in tokens(text) if word not in forms)


def mentions(reading: Reading, claims: Iterable[Claim]) -> list[Mention]:
    """Return what the claims say of the parties' acts, in the order given.

    Parameters
    ----------
    reading : Reading
        Who is who.
    claims : iterable of Claim
        Its claims, in order.

    Returns
    -------
    list of Mention
        At most one for each claim, none of them of a source, a person, or of
        mere talk.
    """
    claims = [let_go(claim, reading) for claim in read_together(claims)]
    may_act, called = parties(reading), names(reading)
    doubtful = Guesses(reading)
    texts = {document.id: document.text for document in reading.documents}
    dates = {document.id: document.date or "" for document in reading.documents}
    told = {
        key: replace(
            one,
            sure=not doubtful.of(one),
            old=old(
                one.claim, texts.get(one.claim.document, ""), dates.get(one.claim.document, "")
            ),
            past=simple_past(one.claim, texts.get(one.claim.document, "")),
        )
        for key, one in _direct(claims, may_act, called)
    }
    free = {claim.id: open_ for claim in claims if (open_ := freed(claim, reading))}
    direct = {
        key: one
        for key, one in rightful(told, named_at(reading)).items()
        if not any(_inside(one, other) for other in free.values())
    }
    found = list(direct.values())
    for place, claim in enumerate(claims):
        role = _ROLES.get(claim.kind)
        if role is None:
            continue
        host = _host(claim, direct)
        if host is not None:
            found.append(replace(host, claim=claim, role=role, place=place, told=host.claim.status))
            continue
        claim = free.get(claim.id, claim)  # noqa: PLW2901 - what it sets free is what it is about
        doer, spoken = _own_words(claim, may_act, called)
        if doer is not None and spoken:
            one = Mention(claim, doer, spoken, role, place)
            found.append(replace(one, sure=not doubtful.of(one)))
    return sorted(found, key=lambda one: one.place)


def _inside(one: Mention, free: Claim) -> bool:
    """Whether an act is what its doer would no longer hold back: "a reason to deny it missiles"."""
    claim = one.claim
    within = claim.document == free.document and free.start <= claim.start and claim.end <= free.end
    return within and one.sense.deny and one.actor == free.actor


def _direct(
    claims: Iterable[Claim], may_act: Mapping[str, str], called: frozenset[str]
) -> Iterator[tuple[str, Mention]]:
    """Yield the acts that claims speak of outright, by the claim's id.

    An act without a doer, or one demanded by its own doer, is the one actor's
    that is said to consider the same, or to be doing what shall end.
    """
    nobody: list[tuple[int, Claim, Sense]] = []
    known: dict[tuple[str, str, bool], list[Mention]] = {}
    for place, claim in enumerate(claims):
        if claim.kind not in {"event", "option"} or (claim.actor and claim.actor == claim.target):
            continue
        spoken = act_of(claim, called)
        if not spoken:
            continue
        if claim.actor is None or (claim.status == "demanded" and claim.speaker == claim.actor):
            nobody.append((place, claim, spoken))
        elif claim.actor in may_act or spoken.verb in _PROPOSED_BY_ANY:
            mention = Mention(claim, claim.actor, spoken, "act", place)
            known.setdefault(spoken.key, []).append(mention)
            yield claim.id, mention
    for place, claim, spoken in nobody:
        if claim.status in DONE or spoken.generic:
            continue
        if spoken.undo:
            same = {
                one.actor
                for (_, thing, undo), said in known.items()
                for one in said
                if thing == spoken.thing and thing and not undo and one.now
            }
        else:
            same = {
                one.actor
                for one in known.get(spoken.key, ())
                if not one.now and one.sense.marks >= spoken.marks
            }
        same.discard(claim.speaker or "")
        bloc = standing(claim.speaker, same)
        alone = len(same) == 1 and (claim.actor is None or spoken.undo)
        if bloc or alone:
            yield claim.id, Mention(claim, bloc or same.pop(), spoken, "act", place)


def _host(claim: Claim, direct: Mapping[str, Mention]) -> Mention | None:
    """Return the mention of the act that a claim is about, among those it points to."""
    told = [direct[other] for other in claim.because if other in direct]
    if claim.kind == "conditional":
        told = [one for one in told if not in_condition(claim, one.claim)]
        own = [one for one in told if one.actor == claim.actor]
        return max(own, key=lambda one: (bool(one.sense.thing), -one.place), default=None)
    if claim.kind == "consequence":
        return next((one for one in told[1:] if one.actor == claim.actor), None)
    if claim.kind == "red_line":
        return next((one for one in told if one.actor not in {claim.actor, None}), None)
    return next(iter(told), None)


def _own_words(
    claim: Claim, may_act: Mapping[str, str], called: frozenset[str]
) -> tuple[str | None, Sense]:
    """Return whose act a claim's own words speak of, and which."""
    doer = claim.actor
    if claim.kind == "red_line":
        doer = claim.doer
    elif claim.kind == "constraint":
        doer = claim.doer or claim.actor
    elif claim.kind == "consequence" and (claim.doer is None or claim.doer == claim.actor):
        return None, NOTHING
    if doer not in may_act or doer == claim.target:
        return None, NOTHING
    spoken = act_of(claim, called)
    if claim.kind == "red_line":
        spoken = _forbidden(claim.action or "", spoken, called)
    return doer, spoken


def _forbidden(action: str, spoken: Sense, called: frozenset[str]) -> Sense:
    """Return the act that a red line's words name; nothing where they name a thing alone."""
    spoken = spoken or gist(action, called)
    if not spoken.verb and spoken.thing in _SENT:
        return replace(spoken, verb="deploy")  # "their troops in the zone"
    by_verb = action[:1].islower() and not _NOUN_FIRST.match(action)
    deed = any(word in lexicon().deeds for word in tokens(action)[:4])
    known = spoken.verb in lexicon().verbs.values() or spoken.undo or spoken.generic
    if known or deed or by_verb:
        return spoken
    return NOTHING


def _threat(claim: Claim) -> Sense:
    """Return the act of a threat whose verb is mostly no act: "bring down the government"."""
    words = tokens(claim.action or "")
    stop = next(
        (k for k, one in enumerate(words) if k and one in lexicon().kinds["behind"]), len(words)
    )
    hard = claim.event in HARD and claim.status in {"threatened", "planned"}
    if not hard or claim.kind not in {"option", "conditional"} or stop < 2:  # noqa: PLR2004 - a verb and its object
        return NOTHING
    return Sense(key_of(lemma(words[0])), key_of(lemma(words[stop - 1])), words=tuple(words[:stop]))


def _idle(action: str) -> bool:
    """Whether what is done is done to nothing: "settle anything", "lend their names"."""
    words = tokens(action)
    stop = next(
        (k for k, one in enumerate(words) if k and one in lexicon().kinds["behind"]), len(words)
    )
    empty = lexicon().kinds["empty"]
    if to_law(action):
        return False
    if _TO_POWER.match(action):
        return True
    if "each other" in action and key_of(lemma(words[0])) not in lexicon().verbs:
        return True
    return len(words) > 1 and (words[-1] in empty or (stop > 1 and words[stop - 1] in empty))


def _towards(claim: Claim, spoken: Sense) -> Sense:
    """Return what is done about an act of force as what it is: "repudiate the raid" is no raid."""
    found = _ABOUT.match(claim.action or "")
    if claim.rule.startswith("noun") or found is None or spoken.undo or not spoken.verb:
        return spoken
    table, head = lexicon(), lemma(found["verb"].lower())
    known = head in table.forms and head in table.forms.values()
    if known or spoken.verb == key_of(head) or table.deeds.get(found["verb"]):
        return spoken
    if spoken.verb not in table.grades["force"]:
        return spoken
    return replace(
        spoken, verb=key_of(head), thing=spoken.verb, marks=frozenset(), words=(head, *spoken.words)
    )


def act_of(claim: Claim, called: frozenset[str]) -> Sense:
    """Return the act that a claim's words speak of; nothing where they only talk."""
    words = claim.action or ""
    if _LINE.search(words) or _MADE_KNOWN.match(words):
        return NOTHING  # "cross a red line" says that an act is forbidden, not which
    if claim.kind == "event" and (claim.event in _SAID or _PROMISED.match(claim.action or "")):
        return NOTHING
    spoken = _towards(claim, sense(claim.action or "", called)) or _threat(claim)
    if not spoken or _idle(claim.action or "") or (claim.event in _SPEECH and not spoken.known):
        return NOTHING
    kinds = lexicon().kinds
    bare = spoken.thing and not spoken.verb and not spoken.undo
    if spoken.thing in kinds["none"] or (bare and spoken.thing not in kinds["acts"]):
        return NOTHING
    if not spoken.known and not spoken.generic and not spoken.undo and claim.event is None:
        return NOTHING
    return spoken
