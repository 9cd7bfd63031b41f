"""What is believed where a model is silent: judgements, not measurements.

Every number here can be overridden in the model file: by priorities, by
``foresight``, ``agreement`` and ``doubt``, by ``readiness`` and by ``binds``. They were set by hand, to be
wide, and no record of forecasts stands behind them yet; `detente.forecast.backtest`
says how the method has done with them.
"""

from collections.abc import Mapping

FORESIGHT: Mapping[str, float] = {"nash": 0.25, "gmr": 0.25, "smr": 0.25, "seq": 0.25}
"""How a decision maker looks ahead, where nothing says: the four classical ways alike."""

AGREEMENT = 0.5
"""How likely two parties can agree on a step together, where nothing says how they play."""

DOUBT = 0.2
"""How likely what a model says of wishes is wrong, where the model doesn't say.

By Laplace's rule one outcome out of four that no reading reaches, as in the library of
cases, would ask for a third. But the reference that takes its place throws away all that is
known of wishes, which is more than what was wrong in that case: so it is put lower.
"""

WISH: Mapping[str, float] = {
    "done": 0.9,
    "ongoing": 0.9,
    "planned": 0.8,
    "threatened": 0.4,
    "considered": 0.4,
    "possible": 0.2,
    "demanded": 0.2,
    "ruled_out": 0.05,
}
"""Status of an option: how likely its owner wants it for itself, where no priority speaks of it."""

PACE: Mapping[str, float] = {
    "done": 2.0,
    "ongoing": 2.0,
    "planned": 1.0,
    "threatened": 0.5,
    "considered": 1 / 3,
    "possible": 0.2,
    "demanded": 0.25,
    "ruled_out": 0.1,
}
"""Status of an option: acts per month once its owner wants to act."""

PACE_UNSAID = 0.5
"""Acts per month of an option without a status."""

BINDS: Mapping[str, float] = {
    "capability": 0.3,
    "law": 0.3,
    "alliance": 0.25,
    "money": 0.2,
    "opinion": 0.15,
    "other": 0.15,
}
"""Kind of a constraint: how likely it keeps the option from being taken at all."""
