"""A change of a case: what came in, what it proposes, and how the forecasts move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from detente.forecast.horizon import day_of, months
from detente.model.conflict import Conflict
from detente.store import asking, deciding, records
from detente.store.asking import Chance, Move
from detente.store.case import Case
from detente.store.deciding import Kept
from detente.store.taking import Taken
from detente.store.theatres import Link, link
from detente.store.versions import Version

DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Change:
    """What one look at a case changed, or would change.

    Attributes
    ----------
    case, title : str
        The case, and the title of its model.
    taken : tuple of Taken
        The reports that came in.
    proposed : tuple of Kept
        What they propose, with what was decided.
    model_before, model_after : int or None
        Numbers of the versions of the model; None before there was one.
    moves : tuple of Move
        How the forecasts moved; where nothing was accepted, how they would if
        all of it were (`supposed`).
    supposed : bool
        Whether `moves` is only what would be.
    failed : tuple of (Kept, str)
        What no longer fits the model.
    drafted : bool
        Whether the model was drafted from these reports, there being none.
    conflict : Conflict or None
        The model that `moves` ends with, for its names and labels.
    horizon : str
        Until when was forecast.
    warnings : tuple of str
        What the reader has to say of the reports.
    link : Link or None
        What the link of that model's theatres changes, where it names some and
        is forecast.
    quotes : mapping of str to str
        The words of the claims that the proposals rest on.
    """

    case: str
    title: str
    taken: tuple[Taken, ...] = ()
    proposed: tuple[Kept, ...] = ()
    model_before: int | None = None
    model_after: int | None = None
    moves: tuple[Move, ...] = ()
    supposed: bool = False
    failed: tuple[tuple[Kept, str], ...] = ()
    drafted: bool = False
    conflict: Conflict | None = None
    horizon: str = "no horizon"
    warnings: tuple[str, ...] = ()
    link: Link | None = None
    quotes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asking:
    """How forecasts are made: the same for all versions that are compared."""

    draws: int = DRAWS
    seed: int = 0
    horizon: str | None = None

    def check(self, conflict: Conflict | None) -> None:
        """Refuse a horizon that can't be forecast to, as far as that is known before any work.

        Raises
        ------
        InputError
            If it can't be read, or lies in the past of the model that is there.
        """
        if conflict is not None:
            months(self.horizon, conflict.as_of)
        elif self.horizon is not None and day_of(self.horizon.strip()) is None:
            months(self.horizon)

    def __call__(self, conflict: Conflict) -> Mapping[str, Chance]:
        """Return the chances of a model's questions."""
        found = asking.ask(conflict, draws=self.draws, seed=self.seed, horizon=self.horizon)
        return asking.chances(found)


def moves(
    case: Case,
    before: Version | None,
    after: Version | None,
    changes: Sequence[Kept],
    forecast: Asking | None,
) -> tuple[list[Move], Conflict | None]:
    """Return how forecasts moved from one version to the other, and the model at the end."""
    if after is None:
        return [], None
    conflict = after.conflict()
    if forecast is None:
        return [], conflict
    found = asking.ask(conflict, draws=forecast.draws, seed=forecast.seed, horizon=forecast.horizon)
    if found is not None:
        asking.put(case, after, found, as_of=conflict.as_of)
    if before is None:
        return [Move(name, None, one) for name, one in asking.chances(found).items()], conflict
    if not changes:
        then = (
            forecast(before.conflict()) if before.digest != after.digest else asking.chances(found)
        )
        now = asking.chances(found)
        names = dict.fromkeys([*then, *now])
        return [Move(name, then.get(name), now.get(name)) for name in names], conflict
    done = changes[0].accepted
    start = before.conflict() if done else conflict
    moves = asking.moves(case, start, changes, forecast)
    if not done:
        with case.reading() as connection:
            for one in changes:
                try:
                    conflict = deciding.stepped(connection, case.id, conflict, one)
                except ValueError:
                    continue
    return moves, conflict


def title_of(case: Case, model: Conflict | None) -> str:
    """Return what the case was called by its analyst, else what its model is."""
    return model.title if model is not None and case.title == case.name else case.title


def quotes_of(case: Case, proposed: Sequence[Kept]) -> dict[str, str]:
    """Return the words of the claims that proposals rest on."""
    named = {name for one in proposed for name in one.because}
    numbers = [number for name in named if (number := records.number(name)) is not None]
    with case.reading() as connection:
        found = records.by_number(connection, case.id, numbers)
    return {claim.id: claim.quote for claim in found}


def linked_by(model: Conflict | None, forecast: Asking | None) -> Link | None:
    """Return what the link of a model's theatres changes; None where it has no two of them."""
    if model is None or forecast is None or model.status_quo is None:
        return None
    return link(model, forecast) if len(model.theatres) > 1 else None
