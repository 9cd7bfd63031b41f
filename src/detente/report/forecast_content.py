"""Compose what a forecast by itself says: the parts of a brief that need no solving."""

from dataclasses import dataclass, replace

from detente.forecast.result import Forecast
from detente.model.conflict import Conflict
from detente.report import answer, steps, words
from detente.report.content import Content, Line
from detente.report.evidence import numbering
from detente.report.forecast_print import alone
from detente.report.foremost import apart, foremost
from detente.report.outlook import outlook
from detente.report.voice import Voice

MOST_ENDS = 12
LEAST = 0.005


@dataclass(frozen=True, slots=True)
class End:
    """Where play may end, how likely, and in how many readings it is an equilibrium."""

    says: str
    probability: float
    low: float
    high: float
    hedged: float | None
    robust: str


def compose(conflict: Conflict, forecast: Forecast) -> tuple[Content, list[End], Voice]:
    """Put a forecast into words, section by section.

    Parameters
    ----------
    conflict : Conflict
        The model.
    forecast : Forecast
        What was forecast.

    Returns
    -------
    content : Content
        With what a forecast has of it; no claim is numbered.
    ends : list of End
        Likeliest first.
    voice : Voice
        The words of the conflict.
    """
    told, speaking = alone(conflict, forecast)
    numbers: dict[str, int] = {} if conflict.evidence else numbering(None, conflict)
    made = steps.steps(told, speaking, numbers)
    ahead = answer.turns(speaking, made)
    about = foremost(told, ahead)
    aside = apart(about, ahead)
    some = answer.any_step(told, ahead)
    until = answer.until(forecast.horizon)
    known = [step for step in about if step.probability is not None]
    found = ends(forecast, speaking)
    lines = (
        [answer.likeliest(known, some, until, apart=aside), *answer.hinging(known)] if known else []
    )
    if found:
        first = found[0]
        room = words.interval(first.low, first.high)
        figure = words.percent(first.probability) + (f" ({room})" if first.high > first.low else "")
        says = (
            first.says[:1].lower() + first.says[1:] if first.says.startswith("The ") else first.says
        )
        lines.insert(
            1, Line(f"Where it most likely stands{until or ' in the end'}: {says}, {figure}.")
        )
    return (
        Content(
            title=conflict.title or "An untitled conflict",
            as_of=conflict.as_of,
            basis=f"{words.counted(forecast.draws, 'reading')} of what is not known",
            headline=answer.headline(
                speaking, about, answer.any_step(told, about, apart=aside), apart=aside
            ),
            answer=tuple(lines),
            steps=tuple(
                sorted(
                    (step for step in made if not step.taken),
                    key=lambda step: (-(step.probability or 0.0), made.index(step)),
                )
            ),
            standing=tuple(step for step in made if step.taken),
            parties=(),
            red_lines=tuple(steps.red_lines(told, speaking, numbers)),
            outcomes=(),
            more_outcomes=0,
            no_return=(),
            more_no_return=0,
            changes=tuple(answer.changes(told, speaking)),
            experts=tuple(
                replace(one, of=words.sentence_case(speaking.statement(one.of)))
                for one in steps.experts(told, numbers)
            ),
            assumptions=(),
            more_assumptions=0,
            questions=(),
            articles=(),
            claims=(),
            more_claims=0,
            method=(Line(METHOD),),
            made=tuple(_made(forecast)),
            notes=tuple(words.sentence_case(speaking.readable(note)) for note in forecast.notes),
            outlook=outlook(told, speaking, numbers),
        ),
        found,
        speaking,
    )


METHOD = (
    "A probability is the mean, over the readings of what is not known (which wishes are held, in"
    " what order, how far each party looks ahead, whether two can agree), of the chance that the"
    " step is taken. It says how firmly the answer follows from the model; it is no frequency of"
    " past crises."
)


def ends(forecast: Forecast, voice: Voice) -> list[End]:
    """Return where play may end, likeliest first."""
    made = []
    for one in forecast.states[:MOST_ENDS]:
        if max(one.probability, *one.robust.values(), 0.0) < LEAST:
            continue
        held = {words.CONCEPTS.get(name, name): share for name, share in one.robust.items()}
        share = max(held.values(), default=0.0)
        under = [name for name, own in held.items() if own == share and share > 0]
        made.append(
            End(
                says=words.sentence_case(
                    voice.outcome(one.state).removeprefix("the outcome in which ")
                ),
                probability=one.probability,
                low=one.low,
                high=one.high,
                hedged=one.hedged,
                robust=f"{words.percent(share)} ({words.listed(under)})" if under else "",
            )
        )
    return made


def _made(forecast: Forecast) -> list[tuple[str, str]]:
    record = forecast.provenance
    rows = [
        ("Horizon", forecast.horizon),
        ("Draws", f"{forecast.draws:,}"),
        ("Seed", str(forecast.seed)),
        ("Model error", words.percent(forecast.doubt) if forecast.doubt else "not allowed for"),
        ("Model", record.model),
    ]
    return rows + sorted(record.versions.items())
