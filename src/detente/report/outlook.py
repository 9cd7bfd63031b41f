"""The time ahead, in words: by when, by which way, past which points, and what experts suppose."""

from itertools import pairwise
from typing import Protocol

from detente.forecast.result import Forecast
from detente.model.conflict import Conflict
from detente.model.game import Game
from detente.report import words
from detente.report.answer import until
from detente.report.content import Conditional, Fan, Line, Outlook, Point, Way
from detente.report.evidence import numbered
from detente.report.steps import verdict
from detente.report.voice import Voice

LEAST_WAY = 0.01
MOST_WAYS = 6
MOST_POINTS = 12


class Told(Protocol):
    """What a forecast is told from: a brief has it, and so has a forecast by itself."""

    @property
    def conflict(self) -> Conflict:
        """The model."""

    @property
    def game(self) -> Game:
        """Its options, and where it is now."""

    @property
    def forecast(self) -> Forecast:
        """What was forecast."""


def outlook(told: Told, voice: Voice, numbers: dict[str, int]) -> Outlook | None:
    """Put into words what a forecast says of the time ahead.

    Parameters
    ----------
    told : Told
        The forecast and what it is of.
    voice : Voice
        The words of the conflict.
    numbers : dict of str to int
        The numbers of the claims.

    Returns
    -------
    Outlook or None
        None where nothing was forecast.
    """
    found = told.forecast
    if not found.options:
        return None
    return Outlook(
        until=until(found.horizon),
        fans=tuple(fans(told, voice)),
        ways=tuple(ways(told, voice)),
        points=tuple(points(told, voice)),
        conditionals=tuple(conditionals(told, voice, numbers)),
        doubt=found.doubt,
        says=tuple(_says(found)),
    )


def fans(told: Told, voice: Voice) -> list[Fan]:
    """Return how likely each step that isn't taken yet is by when, likeliest first."""
    found, now = told.forecast, told.game.status_quo or 0
    made = [
        (
            -found.options[name].probability,
            Fan(
                words.sentence_case(voice.clause(k)),
                tuple(
                    (t, p, low, high)
                    for t, p, (low, high) in zip(
                        found.times, found.curves[name], found.band(name), strict=True
                    )
                ),
            ),
        )
        for k, name in enumerate(told.game.options)
        if name in found.curves and found.curves[name] and not now >> k & 1
    ]
    return [fan for _, fan in sorted(made, key=lambda pair: pair[0])]


def ways(told: Told, voice: Voice) -> list[Way]:
    """Return how play begins, in words, likeliest first."""
    made = []
    for way in told.forecast.ways:
        if way.probability < LEAST_WAY:
            break
        said = [words.listed(voice.difference(a, b)) for a, b in pairwise(way.states)]
        made.append(Way(tuple(said), way.probability, way.open))
    return made[:MOST_WAYS]


def points(told: Told, voice: Voice) -> list[Point]:
    """Return the open steps that can't be taken back, likeliest first, and any of them at all."""
    game, found, now = told.game, told.forecast, told.game.status_quo or 0
    final = [
        Point(
            words.sentence_case(voice.clause(k)),
            found.options[name].probability,
            found.options[name].hedged,
        )
        for k, name in enumerate(game.options)
        if name in found.options and not game.backward[k] and not now >> k & 1
    ]
    final.sort(key=lambda one: -one.probability)
    if not final:
        return []
    any_of = Point("Any way back is lost", found.no_return, found.no_return_hedged)
    return [*final[:MOST_POINTS], any_of]


def conditionals(told: Told, voice: Voice, numbers: dict[str, int]) -> list[Conditional]:
    """Return what named sources expect under a condition, beside the model's own answer."""
    made = []
    for one in told.forecast.conditionals:
        made += [
            Conditional(
                by=words.sentence_case(view.by),
                of=voice.statement(one.statement),
                given=voice.statement(one.given),
                words=view.words,
                low=view.low,
                high=view.high,
                model=one.probability,
                verdict=(
                    "the model can't be asked that"
                    if one.probability is None
                    else verdict(one.probability, view.low, view.high)
                ),
                because=numbered(view.because, numbers),
            )
            for view in one.experts
        ]
    return made


def _says(found: Forecast) -> list[Line]:
    """Say how the figures are to be read: the interval, and model error."""
    said = [
        Line(
            f"The interval is that of counting {found.draws:,} readings; it says nothing of"
            " whether the model is right."
        )
    ]
    if found.doubt > 0:
        said.append(
            Line(
                f"Model error: with a probability of {words.percent(found.doubt)} what the model"
                " says of wishes is taken to be wrong, and all that counts then is who can do"
                " what. Each figure is also given allowing for that."
            )
        )
    return said
