"""Draft a conflict from what was read: claims in, a model with its evidence out.

Everything in a draft names the claims it rests on or says why it is assumed;
what the text leaves open stays unknown and is asked. The rules are tabled in
``docs/theory/drafting.md``. Nothing depends on chance or on the order in which
claims are handed over.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from detente.draft.acts import Act, final_by_nature
from detente.draft.attached import constraints, experts, irreversible
from detente.draft.beliefs import table
from detente.draft.both import for_both
from detente.draft.clusters import acts as clustered
from detente.draft.labels import label
from detente.draft.links import Link, Links
from detente.draft.mentions import mentions, names, ordered, parties
from detente.draft.naming import name_options, tidied
from detente.draft.parties import chosen, for_blocs, goes_on, grounded, is_option, with_belligerents
from detente.draft.priorities import demands, own, stakes, status
from detente.draft.questions import MOST_QUESTIONS, questions, the, unlinked
from detente.draft.replies import feared, forbidden, red_lines, replies
from detente.draft.righted import righted
from detente.draft.sides import sides
from detente.draft.wishes import MOST_CITED, Wish, cited, settled, stated
from detente.model.conflict import Conflict, DecisionMaker, Evidence, Option, RedLine
from detente.read.claim import Claim, Document, Reading

_NOTHING = (
    "No conflict was found in the text: who could do what that others care about? "
    "Add the decision makers and their options by hand."
)
_NO_REPLY = "the crossing of a red line is answered; the report doesn't say how"


def draft(
    source: "Reading | Document | str | Path | Sequence[Document | str | Path]",
    *,
    title: str | None = None,
) -> Conflict:
    """Draft a conflict from a reading, or from sources that are read first.

    Parameters
    ----------
    source : Reading, or what `detente.read` takes
        What was read, or a source, or a list of sources.
    title : str, optional
        The title of the model; left out, the document's, or one made of who
        decides over what.

    Returns
    -------
    Conflict
        It has no faults, and builds into a game unless it has no options. Every element names claims of
        `evidence` or says why it is assumed; where the text has no conflict
        there are no decision makers, and `open_questions` says so.

    Raises
    ------
    SourceError, TooLargeError, ModelMissingError
        As `detente.read` does, where a source has to be read first.

    Notes
    -----
    At most 8 decision makers and 14 options, those most spoken of; the rest
    is named in `notes`. Time grows with the number of claims: some 3 ms for
    a report, about a second for 600.

    Examples
    --------
    >>> draft(Reading((), (), ())).open_questions[0]
    'No conflict was found in the text: who could do what that others care about? Add the decision makers and their options by hand.'
    """
    reading = righted(tidied(source if isinstance(source, Reading) else _read(source)))
    claims = ordered(reading)
    called = names(reading)
    parts = _Parts(reading, claims)
    spoken = for_both(mentions(reading, claims), reading, claims)
    every = clustered(for_blocs(spoken))
    options = with_belligerents(every, grounded((act for act in every if is_option(act)), every))
    parts.kept, parts.left = chosen(options, _setters(claims, parts.called))
    name_options(parts.kept)
    parts.links = Links(reading, claims, parts.kept, called)
    parts.lines = list(red_lines(claims, parts.links))
    parts.deciders = _deciders(parts)
    return _assembled(parts, title)


def _read(source: "Document | str | Path | Sequence[Document | str | Path]") -> Reading:
    from detente.read.reading import read

    if isinstance(source, (Document, str, Path)):
        return read(source)
    return read(*source)


@dataclass(slots=True)
class _Parts:
    """What a draft is put together from."""

    reading: Reading
    claims: list[Claim]
    called: Mapping[str, str] = field(init=False)
    kept: list[Act] = field(default_factory=list)
    left: list[Act] = field(default_factory=list)
    links: Links = field(init=False)
    lines: list[tuple[Claim, Link]] = field(default_factory=list)
    deciders: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.called = parties(self.reading)


def _setters(claims: Iterable[Claim], called: Mapping[str, str]) -> list[str]:
    """Return the parties that drew red lines against others, each once."""
    drawn = [
        claim.actor
        for claim in claims
        if claim.kind == "red_line" and claim.actor in called and claim.actor != claim.doer
    ]
    return list(dict.fromkeys(one for one in drawn if one))


def _deciders(parts: _Parts) -> list[str]:
    """Return who decides: owners of options in the order of the text, then bare setters."""
    owners = [act.actor for act in parts.kept]
    bare = [claim.actor for claim, _ in parts.lines if claim.actor in parts.called]
    return [one for one in dict.fromkeys((*owners, *bare)) if one]


def _assembled(parts: _Parts, title: str | None) -> Conflict:
    called = {dm: parts.called[dm] for dm in parts.deciders}
    wishes = settled(_wishes(parts))
    kept = sorted(parts.kept, key=lambda act: (parts.deciders.index(act.actor), act.first))
    labels = {
        act.name: label(
            act,
            parts.links.surfaces(act.actor),
            parts.called,
            parts.links.texts,
        )
        for act in kept
    }
    final = irreversible(parts.claims, parts.links)
    forecasts, unplaced = experts(
        parts.claims, parts.links, _everybody(parts.reading), parts.deciders
    )
    conflict = Conflict(
        title=title if title is not None else _title(parts.reading, kept, labels, called),
        as_of=max((d.date[:10] for d in parts.reading.documents if d.date), default=""),
        status_quo=[act.name for act in kept if act.now],
        infeasible=list(_impossible(kept)),
        red_lines=_lines(parts),
        constraints=list(constraints(parts.claims, parts.links)),
        experts=forecasts,
    )
    for dm, name in called.items():
        mine = [act for act in kept if act.actor == dm]
        conflict.decision_makers[dm] = DecisionMaker(
            name=name,
            options={act.option: _option(act, labels[act.name], final) for act in mine},
            priorities=[stated(wish) for wish in wishes.get(dm, ())],
            because=_grounds(mine)[:3],
            assumed="" if _grounds(mine) else "it is modelled because it has drawn a red line",
        )
    conflict.open_questions = _asked(parts, kept, labels, called, wishes)
    conflict.notes = _notes(parts, unplaced)
    conflict.evidence = _evidence(conflict, parts)
    return conflict


def _wishes(parts: _Parts) -> list[Wish]:
    """Return all wishes; a red line that nothing answers gets an assumed reply, and its option."""
    deciders = parts.deciders
    found = [
        *forbidden(parts.lines, deciders),
        *feared(parts.claims, parts.links, parts.lines, deciders),
        *replies(parts.claims, parts.links),
    ]
    answered = {(w.owner, w.statement.partition(" if ")[2]) for w in found}
    for claim, link in parts.lines:
        setter = claim.actor
        if setter is None or setter not in deciders or (setter, str(link)) in answered:
            continue
        answered.add((setter, str(link)))
        act = _retaliation(parts, setter)
        found.append(
            Wish(
                setter,
                f"{act.option} if {link}",
                "reply",
                table()["base"]["reply_assumed"],
                assumed=_NO_REPLY,
            )
        )
        found.append(
            Wish(
                link.act.actor,
                f"!{act.name}",
                "feared",
                table()["base"]["harmed"],
                assumed="it minds the reply to its crossing of a red line",
            )
        )
    answers = {f"{w.owner}.{w.statement.partition(' if ')[0]}" for w in found if w.kind == "reply"}
    found += own(parts.kept, answers)
    found += demands(parts.kept, deciders)
    found += stakes(parts.kept, deciders, sides(parts.claims))
    return found


def _retaliation(parts: _Parts, setter: str) -> Act:
    """Return the setter's act of retaliation, made where the report names none."""
    for act in parts.kept:
        if act.actor == setter and act.verb == "retaliate":
            return act
    made = Act(setter, "retaliate", "", option="retaliate")
    parts.kept.append(made)
    return made


def _option(act: Act, words: str, final: Mapping[str, Sequence[str]]) -> Option:
    said = final.get(act.name, ())
    assumed = "" if act.every else _NO_REPLY
    if act.every and goes_on(act):
        assumed = "the report tells it as done; it is taken to go on"
    forward = bool(said)
    if not forward and not act.now and final_by_nature(act):
        forward, assumed = (
            True,
            assumed or "an act of this kind can't be undone",
        )
    return Option(
        label=words,
        status=status(act) if act.every else "possible",
        reversible="forward" if forward else "both",
        because=list(dict.fromkeys([*_grounds([act]), *said[:3]])),
        assumed=assumed,
    )


def _grounds(acts: Iterable[Act]) -> list[str]:
    return cited(one.claim for act in acts for one in act.every)


def _impossible(kept: Sequence[Act]) -> Iterable[str]:
    """Yield what logic forbids: more of what isn't there."""
    for act in kept:
        for base in kept:
            if (
                "more" in act.marks
                and (base.actor, base.verb, base.thing) == (act.actor, act.verb, act.thing)
                and base.marks == act.marks - {"more"}
            ):
                yield f"{act.name} & !{base.name}"


def _lines(parts: _Parts) -> list[RedLine]:
    drawn: dict[tuple[str, str], list[Claim]] = {}
    for claim, link in parts.lines:
        if claim.actor is not None and claim.actor in parts.deciders:
            drawn.setdefault((claim.actor, str(link)), []).append(claim)
    return [
        RedLine(
            by=by,
            against=against,
            because=cited(claims),
            threat=next((claim.condition for claim in claims if claim.condition), ""),
        )
        for (by, against), claims in drawn.items()
    ]


def _everybody(reading: Reading) -> dict[str, str]:
    return {actor.id: actor.name or actor.id for actor in reading.actors}


def _title(
    reading: Reading, kept: Sequence[Act], labels: Mapping[str, str], called: Mapping[str, str]
) -> str:
    titles = list(dict.fromkeys(d.title.strip() for d in reading.documents if d.title.strip()))
    if len(titles) == 1:
        return titles[0]
    if not kept:
        return "No conflict found"
    foremost = min(kept, key=lambda act: (act.now, Act.weighs(act)))
    who = called[foremost.actor]
    if foremost.now:
        return f"{who}: {labels[foremost.name]}"
    return f"Will {the(who)} {labels[foremost.name]}?"


def _asked(
    parts: _Parts,
    kept: Sequence[Act],
    labels: Mapping[str, str],
    called: Mapping[str, str],
    wishes: Mapping[str, Sequence[Wish]],
) -> list[str]:
    if not kept:
        return [
            _NOTHING,
        ]
    asked = []
    if len(called) == 1:
        (name,) = called.values()
        asked.append(
            f"Only {name} was found to have a choice: who else decides, and over what? "
            "With one decision maker there is no conflict to solve."
        )
    asked += questions(kept, labels, called, wishes)
    asked += unlinked(parts.claims, parts.links, {claim.id for claim, _ in parts.lines})
    asked = list(dict.fromkeys(asked))
    more = len(asked) - MOST_QUESTIONS
    if more > 0:
        asked = [*asked[:MOST_QUESTIONS], f"There are {more} more questions of the same kinds."]
    return asked


def _notes(parts: _Parts, unplaced: Sequence[Claim]) -> list[str]:
    notes = []
    if parts.left:
        names = [
            f"{parts.called[act.actor]}: {label(act, parts.links.surfaces(act.actor))}"
            for act in parts.left
        ]
        notes.append(f"Left out, being spoken of least: {_some(names, '; ')}.")
    if unplaced:
        which = _some([claim.id for claim in unplaced], ", ")
        notes.append(f"Forecasts of no option in this model, or without a likelihood: {which}.")
    return [*notes, *parts.reading.warnings]


def _some(names: Sequence[str], between: str) -> str:
    """Join names, the first dozen of them."""
    more = len(names) - MOST_CITED
    shown = between.join(names[:MOST_CITED])
    return f"{shown}{between}and {more} more" if more > 0 else shown


def _evidence(conflict: Conflict, parts: _Parts) -> dict[str, Evidence]:
    """Return the quote of every claim that the draft names, in the order of the text."""
    used: set[str] = set()
    grounded = [*conflict.red_lines, *conflict.constraints, *conflict.experts]
    for maker in conflict.decision_makers.values():
        grounded += [maker, *maker.options.values(), *(maker.priorities or ())]
    for part in grounded:
        used.update(part.because)
    return {
        claim.id: Evidence(
            quote=claim.quote,
            document=claim.document,
            start=claim.start,
            end=claim.end,
            speaker=claim.speaker,
            kind=claim.kind,
        )
        for claim in parts.claims
        if claim.id in used
    }
