"""How a draft is framed: its title, what it asks, what it leaves out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from pathlib import PurePath

from detente.draft.acts import Act
from detente.draft.apart import crises, foremost
from detente.draft.gravity import FORCE, PRESSURE, STEP, TRIFLE, gravity
from detente.draft.labels import label
from detente.draft.parts import Parts
from detente.draft.priorities import status
from detente.draft.questions import MOST_QUESTIONS, listed, questions, the, unlinked
from detente.draft.vague import vague
from detente.draft.wishes import MOST_CITED
from detente.read.claim import Claim, Document, Reading

_NOTHING = (
    "No conflict was found in the text: who could do what that others care about? "
    "Add the decision makers and their options by hand."
)
_OVER = (
    "Everything that the report tells of is done or under way: is anything still to be decided, "
    "or is this history?"
)
_APART = "The report ties nothing together between {}: is this one conflict, or are they several?"
_SEVERAL = "{}: draft each alone, unless one bears on the other."
_CHOICE = "The report names {} often, but no choice of it was found: what could it do?"
_OFTEN = 4
_MOST_NAMED = 3
_ANNOUNCED = 1.1
_GRADE = {FORCE: 4.0, PRESSURE: 3.0, STEP: 2.0, TRIFLE: 1.0}
_HEADING = re.compile(
    r"(?:the )?(?:background|summary|introduction|overview|context|history|origins?|causes?|outline"
    r"|timeline|contents|analysis|key (?:points|facts|findings)|executive summary|at a glance"
    r"|(?:course of )?(?:the )?(?:crisis|dispute|conflict|events))\W*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:what|why|how)\b.*\b(?:dispute|conflict|crisis|row|quarrel|about|happen\w*|going on|matter|stake|next)\b.*\?$",
    re.IGNORECASE,
)
# asks what is or was, and nothing that will be: "Why are the two close to a clash at sea?"
_OF_THE_PAST = re.compile(
    r"(?:[^?:]+:\s+)?(?:what|why|who|how (?:much|many|did|has|have|was|were|is|are))\b[^?]*\?$",
    re.IGNORECASE,
)
_OF_THE_FUTURE = re.compile(
    r"\b(?:will|would|could|can|may|might|should|next|going to|ahead|future|now|get worse|come|how far|how long)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^\w+ (?:it|them|him)\b|\b(?:of|with|on|to) (?:it|them|him)\b")
_NAME = re.compile(r"\s[A-Z]")


def title_of(parts: Parts, kept: Sequence[Act]) -> str:
    """Return the document's title, else the question of the gravest step that is open and contested.

    A heading that any report may have ("Background", "What is the dispute about?") is no title.
    """
    documents = parts.reading.documents
    titles = list(dict.fromkeys(d.title.strip() for d in documents if d.title.strip()))
    if len(titles) == 1 and not _heading(titles[0], parts):
        return titles[0]
    if not kept:
        return "No conflict found"
    named = {actor.id: len(actor.mentions) for actor in parts.reading.actors}
    foremost = min(kept, key=lambda act: (-_weight(act, parts, named), Act.weighs(act)))
    who = parts.called[foremost.actor]
    if foremost.now:
        return f"{who[:1].upper()}{who[1:]}: {parts.labels[foremost.name]}"
    return f"Will {the(who)} {parts.labels[foremost.name]}?"


def _heading(title: str, parts: Parts) -> bool:
    """Whether a title is a part's heading that names nobody, or asks of what is and not what will be."""
    if _OF_THE_PAST.match(title) and not _OF_THE_FUTURE.search(title):
        return True
    if not (_HEADING.match(title) or _ASKS.match(title)):
        return False
    return not _NAME.search(title) and not parts.links.named(title)


def _weight(act: Act, parts: Parts, named: Mapping[str, int]) -> float:
    """Return how much an act is the question of its crisis.

    The graver and the more spoken of, the more; the more, too, where its doer and whom it
    concerns are among those named most, and where it is threatened;
    less where nobody else minds it, where it is done, or ruled out.
    """
    most = max((named.get(dm, 0) for dm in parts.deciders), default=0) or 1
    concerned = named.get(act.actor, 0) + named.get(act.target or "", 0)
    grade = gravity(parts.labels[act.name])
    weight = sqrt(act.score) * _GRADE[grade]
    weight *= 1 + concerned / most
    if status(act) == "threatened":
        weight *= _ANNOUNCED
    contested = any(
        act.name in wish.statement
        for owner, wishes in parts.wishes.items()
        if owner != act.actor
        for wish in wishes
    )
    if not contested:
        weight /= 2
    if vague(parts.labels[act.name]) or _PRONOUN.search(parts.labels[act.name]):
        weight /= 3  # a question that nobody could answer by itself
    if act.now:
        weight /= 4
    if status(act) == "ruled_out":
        weight /= 2
    return weight


def asked(parts: Parts, kept: Sequence[Act]) -> list[str]:
    """Return what the report doesn't say and the model needs, the gravest first."""
    if not kept:
        return [_NOTHING]
    called = {dm: parts.called[dm] for dm in parts.deciders}
    several = several_crises(parts.reading)
    found = [_SEVERAL.format(several)] if several else []
    found += _one_sided(parts.reading, called)
    found += _silent(parts.reading, called)
    if all(act.now for act in kept):
        found.append(_OVER)
    if len(parts.theatres) > 1:
        found.append(_APART.format(listed(list(parts.theatres))))
    found += questions(kept, parts.labels, called, parts.wishes)
    found += unlinked(parts.claims, parts.links, {claim.id for claim, _ in parts.lines})
    found = list(dict.fromkeys(found))
    more = len(found) - MOST_QUESTIONS
    if more > 0:
        found = [*found[:MOST_QUESTIONS], f"There are {more} more questions of the same kinds."]
    return found


def several_crises(reading: Reading) -> str:
    """Say of which crises the reports tell where they share no main party, else nothing."""
    groups = crises(reading)
    if len(groups) < 2:  # noqa: PLR2004 - one crisis is no division
        return ""
    told = [
        f"{listed([the(name) for name in foremost(reading, members)])} ({_sources(members)})"
        for members in groups[:_MOST_NAMED]
    ]
    more = len(groups) - len(told)
    told += [f"{more} more"] if more else []
    return f"The reports tell of {len(groups)} crises with other main parties: {'; '.join(told)}"


def _sources(members: Sequence[Document]) -> str:
    first = PurePath(members[0].source).name or members[0].title or members[0].id
    more = len(members) - 1
    return first if not more else f"{first} and {more} more"


def _one_sided(reading: Reading, called: Mapping[str, str]) -> Iterable[str]:
    """Yield the question who else decides, with those whom the report names most."""
    if len(called) != 1:
        return
    (name,) = called.values()
    others = sorted(
        (
            actor
            for actor in reading.actors
            if actor.role == "party" and actor.kind != "person" and actor.id not in called
        ),
        key=lambda actor: (-len(actor.mentions), actor.name),
    )[:_MOST_NAMED]
    named = f" It also names {listed([the(actor.name) for actor in others])}." if others else ""
    yield (
        f"Only {the(name)} was found to have a choice: who else decides, and over what?{named} "
        "With one decision maker there is no conflict to solve."
    )


def _silent(reading: Reading, called: Mapping[str, str]) -> Iterable[str]:
    """Yield for a party that is named as often as those that decide what choice it has."""
    if len(called) == 1:
        return
    times = sorted(len(actor.mentions) for actor in reading.actors if actor.id in called)
    least = max(times[(len(times) - 1) // 2], _OFTEN) if times else _OFTEN
    for actor in sorted(reading.actors, key=lambda one: (-len(one.mentions), one.name)):
        party = actor.role == "party" and actor.kind not in {"person", "institution"}
        if party and actor.id not in called and len(actor.mentions) >= least:
            yield _CHOICE.format(the(actor.name))


def notes_of(parts: Parts, unplaced: Sequence[Claim]) -> list[str]:
    """Return what the draft leaves out, and what the reader warned of."""
    notes = []
    if parts.left:
        names = [
            f"{parts.called[act.actor]}: {label(act, parts.links.surfaces(act.actor))}"
            for act in parts.left
        ]
        notes.append(f"Left out, being spoken of least or too vaguely: {_some(names, '; ')}.")
    if parts.guessed:
        names = [
            f"{label(act, parts.links.surfaces(act.actor))} ({the(parts.called[act.actor])}?)"
            for act in parts.guessed
        ]
        notes.append(
            f"Left out, since the report doesn't say whose act it is: {_some(names, '; ')}."
        )
    if unplaced:
        which = _some([claim.id for claim in unplaced], ", ")
        notes.append(f"Forecasts of no option in this model, or without a likelihood: {which}.")
    return [*notes, *parts.reading.warnings]


def _some(names: Sequence[str], between: str) -> str:
    """Join names, the first dozen of them."""
    more = len(names) - MOST_CITED
    shown = between.join(names[:MOST_CITED])
    return f"{shown}{between}and {more} more" if more > 0 else shown
