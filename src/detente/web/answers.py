"""What the model's text answers to: solved, forecast and briefed on, each kept a while.

Everything here is a function of the text of the model file, so an answer can't
be older than the model that it is shown beside.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from detente.errors import InputError, TooLargeError
from detente.forecast.forecasting import forecast
from detente.forecast.result import Forecast
from detente.model.build import game as build
from detente.model.conflict import Conflict
from detente.model.formats import yaml
from detente.model.game import Game
from detente.provenance import Provenance
from detente.read.claim import Reading
from detente.report.brief import NOT_FORECAST, Brief
from detente.report.content import Outcome
from detente.report.drawing import badges
from detente.report.outcomes import no_return
from detente.report.voice import Voice, voice
from detente.solve.result import Stability
from detente.solve.solving import solve
from detente.web.graph import Drawn, drawn, named
from detente.web.ordering import Orders, reordered
from detente.web.together import Shaken, shaken
from detente.web.watching import listener

MOST_OPTIONS = 18
"""The workbench answers at once, so it takes no more options than that allows."""

MOST_DRAWS = 20_000
DRAWS, FEW_DRAWS = 1_000, 200
MANY_OPTIONS = 12
"""With more options than this, fewer draws are made where none are asked for."""

MOST_BRIEFS = 4
_briefs: dict[tuple[str, int, int, int], tuple[Reading | None, Brief]] = {}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Held:
    """The outcomes worth naming, the drawing of them, and what can't be taken back."""

    outcomes: tuple[Outcome, ...]
    more: int
    drawn: Drawn
    letters: Mapping[int, str]
    badges: tuple[str, ...]
    no_return: tuple[str, ...]
    more_no_return: int


@lru_cache(maxsize=32)
def conflict(text: str) -> Conflict:
    """Return the conflict of a model file's text; never to be changed, it is shared."""
    return yaml.loads(text)


@lru_cache(maxsize=4)
def solved(text: str) -> Stability:
    """Return the model solved, under every concept.

    Raises
    ------
    TooLargeError
        If the model has more options than are answered here.
    ModelError
        If the model is unfinished.
    """
    return solve(game(text))


@lru_cache(maxsize=4)
def game(text: str) -> Game:
    """Return the model as arrays."""
    named = conflict(text)
    options = len(named.option_names())
    if options > MOST_OPTIONS:
        raise TooLargeError(
            f"the model has {options} options, and the workbench answers up to {MOST_OPTIONS}",
            "use 'detente solve', or split the model into theatres",
        )
    if not options:
        raise InputError("the model has no options", "add some on the page Model")
    return build(named)


def usual_draws(text: str) -> int:
    """Return how many draws are made where no number is asked for.

    A large model gets fewer, so that a page is answered in seconds; the
    intervals show what that costs.
    """
    return DRAWS if len(game(text).options) <= MANY_OPTIONS else FEW_DRAWS


def spoken(text: str) -> Voice:
    """Return the words of the model."""
    return voice(conflict(text), game(text))


@lru_cache(maxsize=24)
def foreseen(  # noqa: PLR0917 - by position, as they are kept
    text: str,
    draws: int = DRAWS,
    seed: int = 0,
    horizon: str | None = None,
    assume: tuple[tuple[str, bool], ...] = (),
    orders: Orders = (),
) -> Forecast:
    """Return the forecast of the model, with what is assumed, and priorities in another order.

    Raises
    ------
    InputError
        If the parameters are out of range or the model is unfinished.
    NotFoundError
        If something is assumed that isn't there.
    """
    if draws > MOST_DRAWS:
        raise TooLargeError(
            f"{draws:,} draws take long", f"ask for up to {MOST_DRAWS:,} here, or use the terminal"
        )
    known = game(text)
    if known.status_quo is None and not known.feasible[0]:
        raise InputError(NOT_FORECAST.rstrip("."))
    return forecast(
        conflict(text),
        draws=draws,
        seed=seed,
        horizon=horizon,
        assume=dict(assume),
        priorities=reordered(conflict(text), orders),
        progress=listener(),
    )


def _untold(known: Game) -> Forecast:
    """Return a forecast of nothing, where only what holds is asked about."""
    return Forecast(
        horizon="no horizon",
        draws=0,
        seed=0,
        options={},
        states=(),
        red_lines=(),
        exercised=np.zeros((0, len(known.options)), dtype=np.bool_),
        provenance=Provenance("forecast", known.checksum(), {"draws": 0}, 0),
    )


def plain(text: str) -> Brief:
    """Return what holds in the model as a brief without a report and a forecast."""
    stability = solved(text)
    return Brief(
        reading=None,
        conflict=conflict(text),
        game=stability.game,
        stability=stability,
        forecast=_untold(stability.game),
        provenance=stability.provenance,
    )


@lru_cache(maxsize=4)
def best(text: str) -> tuple[list[Outcome], int]:
    """Return the present state and the strongest equilibria, and how many more there are."""
    return named(solved(text), spoken(text))


@lru_cache(maxsize=4)
def held(text: str) -> Held:
    """Return what holds in the model, as the page Outcomes shows it."""
    solution = plain(text)
    speaking = spoken(text)
    outcomes, more = best(text)
    pictured = drawn(solution, speaking, outcomes)
    final, more_final = no_return(solution, speaking)
    return Held(
        outcomes=tuple(outcomes),
        more=more,
        drawn=pictured,
        letters={node.state: node.letter for node in pictured.nodes}
        | {one.state: one.letter for one in outcomes},
        badges=badges(speaking),
        no_return=tuple(line.text for line in final),
        more_no_return=more_final,
    )


@lru_cache(maxsize=4)
def together(text: str) -> tuple[list[Shaken], int]:
    """Return the outcomes that a coalition would leave, and how many more cases there are."""
    return shaken(solved(text), spoken(text), held(text).outcomes)


def briefed(
    text: str, reading: Reading | None, *, draws: int | None = None, seed: int = 0
) -> Brief:
    """Return the brief on the model, with the reports where the model's quotes are in them."""
    draws = usual_draws(text) if draws is None else draws
    asked = (text, draws, seed, id(reading))
    with _lock:
        kept = _briefs.get(asked)
    if kept is not None and kept[0] is reading:
        return kept[1]
    made = _brief(text, reading, draws, seed)
    with _lock:
        _briefs[asked] = (reading, made)  # with the reading, so that its id stays its own
        while len(_briefs) > MOST_BRIEFS:
            del _briefs[next(iter(_briefs))]
    return made


def _brief(text: str, reading: Reading | None, draws: int, seed: int) -> Brief:
    stability = solved(text)
    named = conflict(text)
    return Brief(
        reading=reading if reading is not None and _fits(named, reading) else None,
        conflict=named,
        game=stability.game,
        stability=stability,
        forecast=foreseen(text, draws, seed),
        provenance=Provenance(
            "brief",
            stability.game.checksum(),
            {"draws": draws, "horizon": None},
            seed,
            stability.provenance.versions,
        ),
    )


def _fits(named: Conflict, reading: Reading) -> bool:
    """Say whether the claims that a model rests on are the reading's claims."""
    quotes = {claim.id: claim.quote for claim in reading.claims}
    return bool(reading.claims) and all(
        quotes.get(claim) == one.quote for claim, one in named.evidence.items()
    )
