"""Who can do what: options, wants, red lines and experts, each with its figures."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from detente.errors import StatementError
from detente.forecast.result import Forecast, OptionForecast
from detente.model.conflict import Conflict, DecisionMaker, Statement
from detente.model.statements import truth
from detente.report import words
from detente.report.content import Expert, Line, Party, RedLine, Step
from detente.report.evidence import numbered
from detente.report.hinges import hinge, telling, wanted
from detente.report.voice import Voice

if TYPE_CHECKING:
    from detente.report.outlook import Told

MOST_WANTS = 12
MOST_DRIVERS = 3
LEAST_EFFECT = 0.01


def steps(brief: "Told", voice: Voice, numbers: dict[str, int]) -> list[Step]:
    """Return every option as a step, in bit order."""
    game = brief.game
    now = game.status_quo or 0
    seen = experts(brief, numbers)
    made = []
    for k, name in enumerate(game.options):
        i = int(game.owner[k])
        dm, _, option = name.partition(".")
        one = brief.conflict.decision_makers[dm].options[option]
        made.append(
            _figured(
                Step(
                    option=name,
                    owner=i,
                    clause=words.sentence_case(voice.clause(k)),
                    inner=voice.clause(k),
                    act=voice.phrases[k],
                    status=words.STATUS[one.status]
                    if one.status or brief.conflict.evidence
                    else "",
                    reversible=words.REVERSIBLE[one.reversible],
                    taken=bool(now >> k & 1),
                    held_back=tuple(
                        Line(
                            words.sentence_case(hindrance.says or hindrance.kind),
                            numbered(hindrance.because, numbers),
                            words.assumed(hindrance.assumed),
                        )
                        for hindrance in brief.conflict.constraints
                        if hindrance.on == name
                    ),
                    experts=tuple(expert for expert in seen if expert.of == name),
                    because=numbered(one.because, numbers),
                    assumed=words.assumed(one.assumed),
                ),
                brief.forecast.options.get(name),
                voice,
            )
        )
    return made


def _figured(step: Step, chance: OptionForecast | None, voice: Voice) -> Step:
    """Add the forecast's figures: that the step is taken, or, once taken, that it lasts."""
    if chance is None:
        return step
    if step.taken:
        p = chance.at_end
        return replace(step, probability=p, low=p, high=p, term=words.term(p))
    return replace(
        step,
        probability=chance.probability,
        low=chance.low,
        high=chance.high,
        range_low=min(chance.range_low, chance.low),
        range_high=max(chance.range_high, chance.high),
        months=chance.months,
        hedged=chance.hedged,
        term=words.term(chance.probability),
        hangs_on=hangs_on(chance, voice),
    )


def hangs_on(chance: OptionForecast, voice: Voice) -> tuple[Line, ...]:
    """Say what the probability of an option hangs on, the most to be learned first."""
    return tuple(
        Line(
            f"{words.percent(driver.if_true)} if {hinge(voice, driver)}, "
            f"{words.percent(driver.if_false)} if not"
        )
        for driver in telling(chance.drivers, MOST_DRIVERS)
        if abs(driver.effect) >= LEAST_EFFECT
    )


def parties(brief: "Told", voice: Voice, made: list[Step], numbers: dict[str, int]) -> list[Party]:
    """Return the decision makers with their options and what they want."""
    found = []
    for i, dm in enumerate(brief.game.decision_makers):
        maker = brief.conflict.decision_makers[dm]
        wants = _wants(maker, dm, voice, numbers)
        found.append(
            Party(
                name=words.sentence_case(voice.names[i]),
                steps=tuple(step for step in made if step.owner == i),
                wants=tuple(wants[:MOST_WANTS]),
                more=max(0, len(wants) - MOST_WANTS),
                because=numbered(maker.because, numbers),
                assumed=words.assumed(maker.assumed),
            )
        )
    return found


def red_lines(brief: "Told", voice: Voice, numbers: dict[str, int]) -> list[RedLine]:
    """Return the red lines: whose, against what, the threat, and the risk of a crossing."""
    told = brief.forecast.red_lines
    chances = {(by, against): p for by, against, p in told}
    hedged = dict(zip(chances, brief.forecast.red_lines_hedged, strict=False))
    makers = brief.game.decision_makers
    made = []
    for line in brief.conflict.red_lines:
        name = (
            voice.names[makers.index(line.by)] if line.by in makers else line.by.replace("_", " ")
        )
        made.append(
            RedLine(
                by=words.sentence_case(name),
                text=words.sentence_case(voice.statement(line.against, line.by)),
                threat=line.threat,
                probability=chances.get((line.by, line.against)),
                hedged=hedged.get((line.by, line.against)),
                because=numbered(line.because, numbers),
                assumed=words.assumed(line.assumed),
            )
        )
    return made


def experts(brief: "Told", numbers: dict[str, int]) -> list[Expert]:
    """Return what named sources expect, beside what the model says of the same."""
    made = []
    for view in brief.conflict.experts:
        if view.given:
            continue
        p = probability(brief.conflict, brief.forecast, view.of)
        made.append(
            Expert(
                by=words.sentence_case(view.by),
                of=view.of,
                words=view.words,
                low=view.low,
                high=view.high,
                model=p,
                verdict=verdict(p, view.low, view.high),
                because=numbered(view.because, numbers),
            )
        )
    return sorted(made, key=lambda e: (e.of, e.by))


def probability(conflict: Conflict, forecast: Forecast, statement: str) -> float | None:
    """Return the share of the draws in which a statement is true in the end."""
    if statement in forecast.options:
        return forecast.options[statement].probability
    for question in forecast.questions:
        if question.statement == statement:
            return question.probability
    drawn = forecast.exercised
    if drawn.size == 0:
        return None
    try:
        holds = truth(conflict, statement)
    except StatementError:
        return None
    ends = drawn.astype(np.int64) @ (1 << np.arange(drawn.shape[1]))
    return float(holds[ends].mean())


def verdict(p: float | None, low: float, high: float) -> str:
    """Say how the model's figure stands to a range."""
    if p is None:
        return "the model does not speak of this"
    if p < low - 1e-9:
        return "the model holds it to be less likely"
    if p > high + 1e-9:
        return "the model holds it to be likelier"
    return "the model agrees"


def _wants(maker: DecisionMaker, dm: str, voice: Voice, numbers: dict[str, int]) -> list[Line]:
    i = voice.game.decision_makers.index(dm)
    if maker.priorities is not None:
        return [
            Line(
                words.sentence_case(wanted(voice, i, one.statement)) + _doubt(one),
                numbered(one.because, numbers),
                words.assumed(one.assumed),
            )
            for one in maker.priorities
        ]
    if maker.weights:
        ordered = sorted(maker.weights.items(), key=lambda item: (-abs(item[1]), item[0]))
        return [
            Line(f"{words.sentence_case(wanted(voice, i, text))} (weight {weight:g})")
            for text, weight in ordered
        ]
    rank = voice.game.rank[i]
    if rank.max(initial=0) == 0:
        return [Line("It is indifferent among all outcomes")]
    s = int(np.flatnonzero(rank == rank.max())[0])
    done = words.listed(voice.situation(s)) or "nobody acts"
    return [Line(f"Ranks the outcomes outright; best of all: {done}")]


def _doubt(one: Statement) -> str:
    doubts = []
    if one.sign == "unknown":
        doubts.append("or the opposite")
    if one.confidence < 1:
        doubts.append(f"{words.percent(one.confidence)} sure")
    if one.order != "known":
        doubts.append("place not known")
    return f" ({', '.join(doubts)})" if doubts else ""
