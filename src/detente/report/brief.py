"""The main job: from reports, or a model of them, to a brief.

``read -> draft -> build -> solve -> forecast``, each by its own room; here they
are only called in turn and their results kept together.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from detente.forecast.result import Forecast
from detente.model.conflict import CONCEPTS, Conflict
from detente.model.game import Game
from detente.provenance import Provenance, versions
from detente.read.claim import Reading
from detente.report.content import Content
from detente.solve.result import Stability

NOT_FORECAST = (
    "Nothing was forecast: the status quo isn't known. "
    "Say in status_quo which options are taken now."
)
MODELS = (".yaml", ".yml", ".gmcr")

Source = str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | Reading | Conflict


@dataclass(frozen=True, eq=False)
class Brief:
    """All results that a brief tells, and what it says of them.

    Attributes
    ----------
    reading : Reading or None
        What was read; None where the brief is on a model.
    conflict : Conflict
        The model, drafted or given.
    game : Game
        The model as arrays.
    stability : Stability
        Which states hold, for whom.
    forecast : Forecast
        How likely each option is.
    provenance : Provenance
        Where all this comes from.
    """

    reading: Reading | None
    conflict: Conflict
    game: Game
    stability: Stability
    forecast: Forecast
    provenance: Provenance

    @cached_property
    def content(self) -> Content:
        """What the brief says, section by section; composed once."""
        from detente.report.compose import compose

        return compose(self)

    def to_html(self) -> str:
        """Return the brief as one self-contained page."""
        from detente.report.html import page

        return page(self)

    def to_markdown(self) -> str:
        """Return the brief as Markdown, the claims as footnotes."""
        from detente.report.markdown import markdown

        return markdown(self)

    def _repr_html_(self) -> str:
        """Show the brief in a notebook, in a frame of its own."""
        from html import escape

        return (
            f'<iframe srcdoc="{escape(self.to_html())}" sandbox="" title="Brief" '
            'width="100%" height="800"></iframe>'
        )

    def to_json(self) -> dict[str, Any]:
        """Return the JSON shape of ``detente brief``: the shapes of the other verbs, together."""
        content = self.content
        return {
            "title": content.title,
            "as_of": content.as_of,
            "headline": content.headline,
            "answer": [line.text for line in content.answer],
            "points_of_no_return": [line.text for line in content.no_return],
            "changes": [line.text for line in content.changes],
            "assumptions": [
                {"says": line.text, "why": line.assumed} for line in content.assumptions
            ],
            "open_questions": list(content.questions),
            "read": None if self.reading is None else self.reading.to_json(),
            "model": self.conflict.model_dump(mode="json"),
            "solve": self.stability.to_json(self.conflict.title),
            "forecast": self.forecast.to_json(),
            "provenance": self.provenance.to_json(),
        }


def brief(source: Source, *, draws: int = 1000, seed: int = 0, horizon: str | None = None) -> Brief:
    """Read, draft, solve and forecast, and keep it all together.

    Parameters
    ----------
    source : path, list of paths, Reading or Conflict
        Reports to be read; what was read already; or a model, in a file
        (``.yaml``, ``.gmcr``) or as an object. A model is not read or drafted:
        its quotes come from its own evidence.
    draws : int
        How many readings of what isn't known the forecast samples.
    seed : int
        Seed of the forecast's random numbers.
    horizon : str, optional
        Until when the forecast looks.

    Returns
    -------
    Brief
        The same source, draws, seed and horizon give the same brief.

    Raises
    ------
    InputError
        If a source can't be read, or the model can't be solved.

    Notes
    -----
    A text with no conflict in it gives an empty brief that says so. Nearly all of the time goes into the language model's loading and parsing.
    """
    from detente.forecast.forecasting import forecast
    from detente.model.build import game as build
    from detente.solve.solving import solve

    reading, conflict = _conflict(source)
    empty = not conflict.option_names()
    game = _empty_game(conflict) if empty else build(conflict)
    provenance = Provenance(
        command="brief",
        model=game.checksum(),
        parameters={"draws": draws, "horizon": horizon},
        seed=seed,
        versions=versions("detente", "numpy", "spacy", "vl-convert-python"),
    )
    return Brief(
        reading=reading,
        conflict=conflict,
        game=game,
        stability=_empty_stability(game) if empty else solve(game),
        forecast=(
            forecast(conflict, draws=draws, seed=seed, horizon=horizon)
            if not empty and (game.status_quo is not None or game.feasible[0])
            else _no_forecast(game, seed, horizon)
        ),
        provenance=provenance,
    )


def _empty_game(conflict: Conflict) -> Game:
    """Return the game of a conflict in which nobody can do anything: one state, the present."""
    none = np.zeros(0, dtype=np.bool_)
    return Game(
        decision_makers=tuple(conflict.decision_makers),
        options=(),
        owner=np.zeros(0, dtype=np.int8),
        forward=none,
        backward=none.copy(),
        feasible=np.ones(1, dtype=np.bool_),
        rank=np.zeros((len(conflict.decision_makers), 1), dtype=np.int32),
        status_quo=0,
    )


def _empty_stability(game: Game) -> Stability:
    """Return that the one state of an empty game is stable for everybody there is."""
    stable = np.ones((len(game.decision_makers), 1), dtype=np.bool_)
    return Stability(
        game=game,
        stable=dict.fromkeys(CONCEPTS, stable),
        provenance=Provenance("solve", game.checksum()),
    )


def _no_forecast(game: Game, seed: int, horizon: str | None) -> Forecast:
    """Return a forecast of nothing, for a conflict of which nobody knows where it stands."""
    return Forecast(
        horizon=horizon or "no horizon",
        draws=0,
        seed=seed,
        options={},
        states=(),
        red_lines=(),
        exercised=np.zeros((0, len(game.options)), dtype=np.bool_),
        provenance=Provenance("forecast", game.checksum(), {"draws": 0}, seed),
        notes=(NOT_FORECAST,) if game.options else (),
    )


def _conflict(source: Source) -> tuple[Reading | None, Conflict]:
    if isinstance(source, Conflict):
        return None, source
    if isinstance(source, Reading):
        from detente.draft.drafting import draft

        return source, draft(source)
    paths = [source] if isinstance(source, str | os.PathLike) else list(source)
    if len(paths) == 1 and Path(paths[0]).suffix.lower() in MODELS:
        from detente.model.formats import load

        return None, load(Path(paths[0]))
    from detente.draft.drafting import draft
    from detente.read.reading import read

    reading = read(*(os.fspath(path) for path in paths))
    return reading, draft(reading)
