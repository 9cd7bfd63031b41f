"""Forecast a conflict: whether the talk turns into action, how likely, and by when.

Each draw is a complete reading of what is not known. In it play starts from
the status quo; a decision maker leaves a state by an improvement that isn't
deterred as far as it looks ahead, after a time that is exponential with its
pace. What is reported is the mean over the draws.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from detente.axes import BoolM
from detente.errors import InputError, TooLargeError
from detente.forecast import model_error, summary
from detente.forecast.beliefs import Beliefs, beliefs, crisp, unknowing
from detente.forecast.conditionals import conditionals
from detente.forecast.ensemble import play
from detente.forecast.horizon import months
from detente.forecast.interventions import suppose, with_priorities
from detente.forecast.played import Played
from detente.forecast.questions import asked as questions_asked
from detente.forecast.questions import targets
from detente.forecast.result import Forecast
from detente.forecast.unknowns import unknowns
from detente.model.conflict import Conflict
from detente.model.game import Game
from detente.provenance import Provenance, checksum, versions

MOST_DRAWS = 1_000_000
"""The most draws of one forecast."""

MOST_ACTS = 20_000
"""The most acts that could happen by a horizon."""

MOST_BYTES = 2 << 30
"""The most memory that the arrays over all states may take."""

STEPS = 12
"""Points in time at which the probability is given, up to the horizon."""


def forecast(
    conflict: Conflict | Game | str | Path,
    *,
    draws: int = 1000,
    seed: int = 0,
    horizon: str | None = None,
    workers: int = 1,
    assume: Mapping[str, bool] | None = None,
    priorities: Mapping[str, Sequence[Any]] | None = None,
    questions: Sequence[str] = (),
    exact: bool = True,
    joint: bool | None = None,
    doubt: float | None = None,
    cluster: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Forecast:
    """Forecast which options are exercised, and where play ends.

    Parameters
    ----------
    conflict : Conflict, Game or path
        The conflict, or the file of its model. Of a bare game all is known but
        how far the decision makers look ahead.
    draws : int
        How many readings of the unknowns to sample, 1 to 1,000,000.
    seed : int
        The same seed gives the same forecast, whatever `workers` is.
    horizon : str, optional
        ``"6 months"``, ``"90 days"`` or a day, ``2025-04-30``; left out, play
        goes on until it rests.
    workers : int
        Threads to use.
    assume : mapping of str to bool, optional
        What if: options forced or forbidden, unknowns settled; see
        `detente.forecast.interventions.suppose`.
    priorities : mapping of str to list of statements, optional
        What if: decision makers that want something else.
    questions : sequence of str, optional
        Statements whose coming true is asked about.
    exact : bool
        Compute the chances of a reading where its chain has up to 64 states;
        if not, count histories, one a draw.
    joint : bool, optional
        Whether two decision makers also move together, where that is an improvement
        for both that neither is deterred from: in every reading, or in none. Left out,
        it is as unknown as the model says; see `detente.forecast.beliefs`.
    doubt : float, optional
        The weight of model error in what is `hedged`; 0 leaves it out. Left out, it is
        the model's own, else the default; see `detente.forecast.model_error`.
    cluster : str, optional
        Address of a Dask scheduler, ``tcp://...`` or ``tls://...``, whose workers
        do the work (extra ``cluster``); the bytes are the same.
    progress : callable, optional
        Told how many draws are done, of how many.

    Returns
    -------
    Forecast
        Every probability is a mean over its saved draws. Interrupted (Ctrl-C),
        it is the forecast of the draws that were done, and says so; model error
        and experts' conditions are left out then.

    Raises
    ------
    InputError
        If `draws` is out of range or the horizon lies in the past.
    TooLargeError
        If the arrays over all states would take over 2 GiB.
    ModelError
        If the conflict makes no game or its beliefs contradict each other.
    NotFoundError
        If something is assumed that isn't there.
    StatementError
        If a question is no statement of this conflict.

    Notes
    -----
    Cost is linear in the distinct readings among the draws and, in each, in
    the states; memory doesn't grow with the product of the two.

    Examples
    --------
    >>> talks = Conflict(status_quo=[])
    >>> _ = talks.add("a", options=["act"], priorities=["act"], foresight={"nash": 1})
    >>> round(forecast(talks, horizon="2 months").options["a.act"].probability, 3)  # 1 - exp(-1)
    0.632
    """
    _check(draws, seed, workers)
    found, conflict = _believed(conflict, priorities)
    asked = questions_asked(conflict, questions)
    end = months(horizon, conflict.as_of if isinstance(conflict, Conflict) else "")
    if joint is not None:
        found = replace(found, agreement=float(joint))
    found = suppose(found, assume or {})
    _bearable(found, end, len(asked) + len(found.game.options) + 1, workers)
    times = np.array([end]) if np.isinf(end) else end * np.arange(1, STEPS + 1) / STEPS
    sets, labels = targets(found, asked)
    differs = unknowns(found)
    doubt = model_error.weight(found, doubt, certain=not differs)
    spare = model_error.reference_draws(draws, len(found.game.feasible)) if doubt else 0
    whole = draws + spare

    def played(
        one: Beliefs, sets: list[BoolM], draws: int, *, before: int = 0, robust: bool = False
    ) -> Played:
        def tell(done: int, _: int) -> None:
            if progress is not None:
                progress(min(before + done, whole), whole)

        return play(
            one,
            sets,
            times,
            draws=draws,
            seed=seed,
            workers=workers,
            exact=exact,
            robust=robust,
            cluster=cluster,
            progress=tell,
        )

    main = played(found, sets, draws, robust=True)
    if (done := len(main.which)) < draws:
        note = f"Stopped after {done:,} of {draws:,} draws."
        found = replace(found, notes=(*found.notes, note))
    made = summary.summarise(
        found,
        main,
        differs,
        asked,
        labels,
        horizon="no horizon" if horizon is None else horizon.strip(),
        times=() if np.isinf(end) else tuple(times.tolist()),
        provenance=Provenance(
            command="forecast",
            model=_checksum(found),
            parameters={
                "draws": done,
                "horizon": horizon,
                "assume": dict(sorted((assume or {}).items())),
                "priorities": {dm: list(map(str, one)) for dm, one in (priorities or {}).items()},
                "questions": list(questions),
                "exact": exact,
                "joint": joint,
                "doubt": doubt,
            },
            seed=seed,
            versions=versions("detente", "numpy", "numba"),
        ),
        seed=seed,
    )
    if done < draws:
        return made
    try:
        if spare:
            other = played(unknowing(found), sets, spare, before=draws)
            made = model_error.hedge(made, other, doubt, asked)
        if isinstance(conflict, Conflict):
            answers, supposed = conditionals(
                conflict, found, lambda one, sets: played(one, sets, draws, before=whole)
            )
            made = replace(made, conditionals=answers, supposed=supposed)
    except KeyboardInterrupt:
        made = replace(made, notes=(*made.notes, "Stopped before model error was allowed for."))
    return made


def _check(draws: int, seed: int, workers: int) -> None:
    if not 1 <= draws <= MOST_DRAWS:
        raise InputError(
            f"{draws:,} draws can't be made", f"ask for 1 to {MOST_DRAWS:,}, such as 1,000"
        )
    if seed < 0:
        raise InputError(f"the seed is {seed}", "give 0 or a positive whole number")
    if workers < 1:
        raise InputError(f"{workers} workers can't work", "give 1 or more")


def _bearable(found: Beliefs, end: float, targets: int, workers: int) -> None:
    """Refuse what wouldn't fit in memory, or a horizon too full to be worked out."""
    owners, size = found.game.owner, len(found.game.feasible)
    wishes = sum(len(one or ()) for one in found.wishes)
    need = size * (wishes + targets + workers * (16 * len(found.names) + 64))
    if need > MOST_BYTES:
        raise TooLargeError(
            f"a forecast of {len(owners)} options would take {need / 2**30:.1f} GiB of memory, and"
            f" {MOST_BYTES >> 30} GiB is the limit",
            "merge options, use fewer workers, or split the model into theatres",
        )
    fastest = sum(found.pace[owners == i].max(initial=0.0) for i in set(owners.tolist()))
    if np.isfinite(end) and fastest * end > MOST_ACTS:
        raise InputError(
            f"up to {fastest * end:,.0f} acts could happen by the horizon, and {MOST_ACTS:,} is"
            " the limit",
            "give a nearer horizon, or none, or less readiness",
        )


def _believed(
    conflict: Conflict | Game | str | Path, priorities: Mapping[str, Sequence[Any]] | None
) -> tuple[Beliefs, Conflict | Game]:
    """Return the beliefs, and the conflict that they are of."""
    if isinstance(conflict, Game):
        return crisp(conflict), conflict
    if not isinstance(conflict, Conflict):
        from detente.model.formats import load

        conflict = load(conflict)
    conflict = with_priorities(conflict, priorities or {})
    return beliefs(conflict), conflict


def _checksum(found: Beliefs) -> str:
    """Return a checksum of all that the forecast sees."""
    parts = [found.game.checksum().encode(), str(found.start).encode(), found.pace.tobytes()]
    for wishes in found.wishes:
        parts.append(b"ranked" if wishes is None else b"wishes")
        for one in wishes or ():
            parts.append(repr((one.confidence, one.order, one.reversed)).encode())
            parts.append(np.packbits(one.truth).tobytes())
    parts += [repr(sorted(shares.items())).encode() for shares in found.foresight]
    parts += [repr((one.option, one.binds)).encode() for one in found.hindrances]
    parts.append(repr((found.agreement, found.doubt)).encode())
    return checksum(*parts)
