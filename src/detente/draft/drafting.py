"""Draft a conflict from what was read: claims in, a model with its evidence out.

Everything in a draft names the claims it rests on or says why it is assumed;
what the text leaves open stays unknown and is asked. The rules are tabled in
``docs/theory/drafting.md``. Nothing depends on chance or on the order in which
claims are handed over.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from detente.draft.acts import Act, final_by_nature
from detente.draft.attached import constraints, experts, irreversible
from detente.draft.both import for_both
from detente.draft.choices import goes_on, is_option, with_belligerents, with_main
from detente.draft.clusters import acts as clustered
from detente.draft.exclusive import exclusive
from detente.draft.framing import asked, notes_of, title_of
from detente.draft.grounding import grounded
from detente.draft.links import Links
from detente.draft.mentions import mentions, names, ordered
from detente.draft.naming import name_options, tidied
from detente.draft.parties import chosen, for_blocs
from detente.draft.parts import Parts
from detente.draft.priorities import status
from detente.draft.replies import red_lines
from detente.draft.righted import righted
from detente.draft.sides import sides
from detente.draft.telling import labelled, main_pairs, main_parties, too_vague
from detente.draft.theatres import theatres
from detente.draft.wanting import NO_REPLY, all_wishes
from detente.draft.wishes import cited, settled, stated
from detente.model.conflict import Conflict, DecisionMaker, Evidence, Option, RedLine
from detente.read.claim import Claim, Document, Reading
from detente.read.signing import whole


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
    is named in `notes`. Time grows with the number of claims: some 10 ms for
    a report, about a second for 600.

    Examples
    --------
    >>> draft(Reading((), (), ())).open_questions[0]
    'No conflict was found in the text: who could do what that others care about? Add the decision makers and their options by hand.'
    """
    given = source if isinstance(source, Reading) else _read(source)
    reading = righted(tidied(whole(given)))
    claims = ordered(reading)
    called = names(reading)
    parts = Parts(reading, claims)
    parts.sides = sides(claims)
    main = main_pairs(reading)
    parts.opposed = parts.sides.opposed | main
    spoken = for_both(mentions(reading, claims), reading, claims)
    told, guesses = grounded(spoken, parts.sides, main)
    every = clustered(for_blocs(told))
    parts.guessed = [act for act in clustered(guesses) if is_option(act)]
    options = with_belligerents(every, filter(is_option, every))
    parts.links = Links(reading, claims, (), called)
    clear = [act for act in options if not too_vague(act, parts)]
    if len({act.actor for act in clear}) < 2:  # noqa: PLR2004 - a conflict has two sides
        spoken_for = {act.actor for act in clear}
        clear = [act for act in options if act in clear or act.actor not in spoken_for]
    silent = set(main_parties(reading)) - {act.actor for act in clear}
    theirs = [act for act in every if act.actor in silent and not too_vague(act, parts)]
    clear = with_main(theirs, clear, silent)
    parts.kept, parts.left = chosen(clear, _setters(claims, parts.called))
    parts.left += [act for act in options if act not in clear]
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


def _setters(claims: Iterable[Claim], called: Mapping[str, str]) -> list[str]:
    """Return the parties that drew red lines against others, each once."""
    drawn = [
        claim.actor
        for claim in claims
        if claim.kind == "red_line" and claim.actor in called and claim.actor != claim.doer
    ]
    return list(dict.fromkeys(one for one in drawn if one))


def _deciders(parts: Parts) -> list[str]:
    """Return who decides: owners of options in the order of the text, then bare setters."""
    owners = [act.actor for act in parts.kept]
    bare = [claim.actor for claim, _ in parts.lines if claim.actor in parts.called]
    return [one for one in dict.fromkeys((*owners, *bare)) if one]


def _assembled(parts: Parts, title: str | None) -> Conflict:
    called = {dm: parts.called[dm] for dm in parts.deciders}
    parts.wishes = settled(all_wishes(parts))
    kept = sorted(parts.kept, key=lambda act: (parts.deciders.index(act.actor), act.first))
    parts.theatres = theatres(kept, parts.wishes, called)
    parts.labels = {act.name: labelled(act, parts) for act in kept}
    final = irreversible(parts.claims, parts.links)
    forecasts, unplaced = experts(
        parts.claims, parts.links, _everybody(parts.reading), parts.deciders
    )
    conflict = Conflict(
        title=title if title is not None else title_of(parts, kept),
        as_of=max((d.date[:10] for d in parts.reading.documents if d.date), default=""),
        status_quo=[act.name for act in kept if act.now],
        infeasible=[*_impossible(kept), *exclusive(kept)],
        red_lines=_lines(parts),
        constraints=list(constraints(parts.claims, parts.links)),
        experts=forecasts,
        theatres=parts.theatres,
    )
    for dm, name in called.items():
        mine = [act for act in kept if act.actor == dm]
        conflict.decision_makers[dm] = DecisionMaker(
            name=name,
            options={act.option: _option(act, parts.labels[act.name], final) for act in mine},
            priorities=[stated(wish) for wish in parts.wishes.get(dm, ())],
            because=_grounds(mine)[:3],
            assumed="" if _grounds(mine) else "it is modelled because it has drawn a red line",
        )
    conflict.open_questions = asked(parts, kept)
    conflict.notes = notes_of(parts, unplaced)
    conflict.evidence = _evidence(conflict, parts)
    return conflict


def _option(act: Act, words: str, final: Mapping[str, Sequence[str]]) -> Option:
    said = final.get(act.name, ())
    assumed = "" if act.every else NO_REPLY
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


def _lines(parts: Parts) -> list[RedLine]:
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


def _evidence(conflict: Conflict, parts: Parts) -> dict[str, Evidence]:
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
