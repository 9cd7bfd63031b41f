"""Compose what a brief says out of its results: see `Content`."""

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.draft.framing import several_crises
from detente.read.signing import with_doubtful
from detente.report import answer, evidence, outcomes, steps, words
from detente.report.content import Content, Expert, Line
from detente.report.foremost import apart, foremost
from detente.report.outlook import outlook
from detente.report.turning import turning
from detente.report.voice import Voice, voice

if TYPE_CHECKING:
    from detente.report.brief import Brief


ADD_BY_HAND = (
    "There is nothing to solve or to forecast. Whoever could do something that others care about "
    "can be added to the model by hand."
)
ONE_BY_ONE = "A brief of each alone says more, unless one bears on the other."


def compose(brief: "Brief") -> Content:
    """Put a brief's results into words, section by section.

    Parameters
    ----------
    brief : Brief
        The results.

    Returns
    -------
    Content
        Plain text; every line has the numbers of the claims it rests on. The
        same brief gives the same content.
    """
    speaking = voice(brief.conflict, brief.game)
    reading = brief.reading
    if reading is not None:
        reading = with_doubtful(reading, brief.conflict.evidence)
    numbers = evidence.numbering(reading, brief.conflict)
    rows = evidence.claim_rows(reading, brief.conflict, numbers)
    shown = {one: n for one, n in numbers.items() if n <= evidence.MOST_CLAIMS}
    made = steps.steps(brief, speaking, shown)
    open_steps = sorted(
        (step for step in made if not step.taken),
        key=lambda step: (-(step.probability or 0.0), made.index(step)),
    )
    told, more = outcomes.outcomes(brief, speaking) if brief.game.options else ([], 0)
    ahead = answer.turns(speaking, made)
    about = foremost(brief, ahead)
    aside = apart(about, ahead)
    some = answer.any_step(brief, ahead)
    final, more_final = outcomes.no_return(brief, speaking)
    assumed = evidence.assumptions(brief.conflict, speaking, shown)
    return Content(
        title=brief.conflict.title or "An untitled conflict",
        as_of=brief.conflict.as_of,
        basis=_basis(brief, len(rows)),
        headline=(
            answer.headline(
                speaking,
                about,
                answer.any_step(brief, about, apart=aside),
                apart=aside,
            )
            if brief.game.options
            else _nothing(brief)
        ),
        answer=(
            (
                *_mixed(brief),
                *answer.answer(
                    speaking,
                    ahead,
                    told,
                    about=about,
                    apart=aside,
                    some=some,
                    until=answer.until(brief.forecast.horizon),
                    held=len(outcomes.equilibria(brief.stability)),
                ),
            )
            if brief.game.options
            else (Line(ADD_BY_HAND),)
        ),
        steps=tuple(open_steps),
        standing=tuple(step for step in made if step.taken),
        parties=tuple(steps.parties(brief, speaking, made, shown)),
        red_lines=tuple(steps.red_lines(brief, speaking, shown)),
        outcomes=tuple(told),
        more_outcomes=more,
        no_return=tuple(final),
        more_no_return=more_final,
        changes=(*answer.changes(brief, speaking), *turning(brief, speaking, told)),
        experts=tuple(_named(steps.experts(brief, shown), speaking)),
        assumptions=tuple(assumed[: evidence.MOST_ASSUMPTIONS]),
        more_assumptions=max(0, len(assumed) - evidence.MOST_ASSUMPTIONS),
        questions=tuple(brief.conflict.open_questions),
        articles=tuple(evidence.articles(reading, numbers, evidence.MOST_CLAIMS)),
        claims=tuple(rows[: evidence.MOST_CLAIMS]),
        more_claims=max(0, len(rows) - evidence.MOST_CLAIMS),
        method=tuple(_method(brief)),
        made=tuple(_made(brief)),
        notes=tuple(_notes(brief, speaking)),
        outlook=outlook(brief, speaking, shown),
    )


def _nothing(brief: "Brief") -> str:
    """Say that there is nothing to be briefed on."""
    if brief.reading is not None:
        return "No conflict was found: the text names nobody who could act on others"
    return "No conflict yet: the model gives nobody an option"


def _mixed(brief: "Brief") -> list[Line]:
    """Warn, before anything else, that the reports tell of several crises."""
    said = several_crises(brief.reading) if brief.reading is not None else ""
    return [Line(f"{said}. {ONE_BY_ONE}")] if said else []


def _notes(brief: "Brief", speaking: Voice) -> list[str]:
    told = [*brief.conflict.notes, *(brief.reading.warnings if brief.reading else ())]
    told += [words.sentence_case(speaking.readable(note)) for note in brief.forecast.notes]
    return list(dict.fromkeys(told))


def _basis(brief: "Brief", n_claims: int) -> str:
    if brief.reading is not None:
        reports = words.counted(len(brief.reading.documents), "report")
        return f"{reports}, {words.counted(n_claims, 'claim')}"
    if n_claims:
        return f"a model with {words.counted(n_claims, 'quote')}"
    return brief.conflict.source or "a model without quotes"


def _named(found: list[Expert], speaking: Voice) -> list[Expert]:
    return [
        replace(expert, of=words.sentence_case(speaking.statement(expert.of))) for expert in found
    ]


def _method(brief: "Brief") -> list[Line]:
    forecast = brief.forecast
    game = brief.game
    return [
        Line(
            f"The model has {words.counted(len(game.decision_makers), 'decision maker')} with "
            f"{words.counted(len(game.options), 'option')} and "
            f"{words.counted(len(game.states), 'feasible state')}. "
            "It is a graph model for conflict resolution: each party moves its own options, and a "
            "state holds when nobody has a move that would pay and is not deterred."
        ),
        Line(
            f"A probability is the mean, over {words.counted(forecast.draws, 'reading')} of what is "
            "not known (which wishes are held, in what order, how far each party looks ahead), of "
            "the chance that the step is taken. It says how firmly the answer follows from what "
            "was read; it is no frequency of past crises."
        ),
    ]


def _made(brief: "Brief") -> list[tuple[str, str]]:
    record = brief.provenance
    rows = [
        ("Horizon", brief.forecast.horizon),
        ("Draws", f"{brief.forecast.draws:,}"),
        ("Seed", str(brief.forecast.seed)),
        ("Model", record.model),
    ]
    rows += [(name, version) for name, version in sorted(record.versions.items())]
    return rows
