"""What ``detente solve`` is asked beyond the verdicts: run one analysis, know how to show it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from detente.errors import InputError, TooLargeError
from detente.model.conflict import CONCEPTS, Conflict
from detente.solve.result import Stability

if TYPE_CHECKING:
    from rich.console import Console

    from detente.report.voice import Voice


@dataclass(frozen=True, slots=True)
class Analysis:
    """An analysis that was run: its fields of the JSON document, and how to print it."""

    fields: Mapping[str, Any]
    show: Callable[["Voice", "Console"], None]


def asked_for(
    conflict: Conflict,
    solved: Stability,
    *,
    evolution: bool,
    no_return: bool,
    coalitions: str | None,
    joint_moves: bool,
    foresight: bool,
    change: int | None,
    conditions: int | None,
    effects: bool,
    table: str | None,
    under: str,
) -> list[Analysis]:
    """Run the analyses that were asked for, in the order of the manual."""
    runs: list[tuple[bool, Callable[[], Analysis]]] = [
        (evolution, lambda: _evolution(solved)),
        (no_return, lambda: _no_return(solved)),
        (coalitions is not None, lambda: _coalitions(solved, coalitions or "", joint=joint_moves)),
        (foresight, lambda: _foresight(solved)),
        (change is not None, lambda: _change(conflict, solved, change or 0, under)),
        (conditions is not None, lambda: _conditions(solved, conditions or 0, under)),
        (effects, lambda: _effects(solved, under)),
        (table is not None, lambda: _table(solved, table or "")),
    ]
    return [run() for asked, run in runs if asked]


def _evolution(solved: Stability) -> Analysis:
    """Ask what can be reached from the status quo."""
    from detente.report.analyses import print_evolution
    from detente.solve.evolution import equilibria_reached
    from detente.solve.evolution import evolution as evolve

    found = [evolve(solved.game), evolve(solved.game, improving=True)]
    reached = equilibria_reached(solved)
    names = solved.game.decision_makers
    return Analysis(
        {
            "evolution": [one.to_json() for one in found],
            "reached": [one.to_json(names) for one in reached],
        },
        lambda voice, console: print_evolution(voice, found, reached, console),
    )


def _no_return(solved: Stability) -> Analysis:
    """Ask which moves can't be taken back."""
    from detente.report.analyses import print_no_return
    from detente.solve.no_return import no_return as points_of_no_return

    found = points_of_no_return(solved)
    return Analysis(
        {"no_return": found.to_json()},
        lambda voice, console: print_no_return(voice, found, console),
    )


def _coalitions(solved: Stability, who: str, *, joint: bool) -> Analysis:
    """Ask what coalitions would do; `who` is "all" or "a+b,b+c"."""
    from detente.report.analyses import print_coalitions
    from detente.solve.coalitions import coalition_stability, vulnerable

    asked: list[list[str]] | None = None
    if who.strip().lower() != "all":
        asked = [
            [member.strip() for member in one.split("+") if member.strip()]
            for one in who.split(",")
        ]
        if not all(asked):
            raise InputError(
                "a coalition without members", "write all, or a+b,b+c", where="--coalitions"
            )
    moves: Literal["sequences", "joint"] = "joint" if joint else "sequences"
    judged = coalition_stability(solved.game, asked, moves=moves)
    shaken = vulnerable(solved, asked, moves=moves)
    names = solved.game.decision_makers
    return Analysis(
        {**judged.to_json(), "vulnerable": [one.to_json(names) for one in shaken]},
        lambda voice, console: print_coalitions(voice, judged, shaken, console),
    )


def _foresight(solved: Stability) -> Analysis:
    """Ask what looking further ahead changes."""
    from detente.report.analyses import print_foresight
    from detente.solve.foresight import foresight as look_ahead

    seen = look_ahead(solved.game)
    return Analysis(
        {"foresight": seen.to_json()},
        lambda voice, console: print_foresight(voice, seen, console),
    )


def _change(conflict: Conflict, solved: Stability, state: int, under: str) -> Analysis:
    """Ask what would make or break an equilibrium."""
    from detente.report.analyses import print_change
    from detente.solve.change import what_would_change

    found = what_would_change(conflict, solved.game.state(state), _concept(under))
    return Analysis(
        {"change": found.to_json()}, lambda _voice, console: print_change(found, console)
    )


def _conditions(solved: Stability, state: int, under: str) -> Analysis:
    """Ask what each decision maker must prefer for a state to be stable, and how many rankings do."""
    from detente.report.analyses import print_conditions
    from detente.solve.inverse import Count, condition, count

    game, concept = solved.game, _concept(under)
    found: list[tuple[Any, Count | None]] = []
    for i in range(len(game.decision_makers)):
        counted: Count | None
        try:
            counted = count(game, i, state, concept)
        except TooLargeError:
            counted = None
        found.append((condition(game, i, state, concept), counted))
    return Analysis(
        {
            "conditions": [
                one.to_json(game)
                | {
                    "rankings": None
                    if counted is None
                    else {
                        "stable": counted.stable,
                        "total": counted.total,
                        "others": counted.others,
                    }
                }
                for one, counted in found
            ]
        },
        lambda voice, console: print_conditions(voice, found, console),
    )


def _effects(solved: Stability, under: str) -> Analysis:
    """Ask what each option does to the equilibria."""
    from detente.report.analyses import print_effects
    from detente.solve.options import effect_of_options

    found = effect_of_options(solved.game, _concept(under))
    return Analysis(
        {"effects": [one.to_json(solved.game.options) for one in found]},
        lambda voice, console: print_effects(voice, found, under, console),
    )


def _table(solved: Stability, form: str) -> Analysis:
    """Ask for the table that analysts draw by hand."""
    from detente.report.tables import FORMATS, grid
    from detente.solve.tableau import tableau

    if form not in FORMATS:
        raise InputError(f"no format {form!r}", f"there are {', '.join(FORMATS)}", where="--table")
    rows = tableau(solved)
    cells = grid(rows, solved.game, solved.concepts)
    return Analysis(
        {"tableau": [row.to_json() for row in rows]},
        lambda _voice, console: console.print(
            FORMATS[form](cells), markup=False, highlight=False, soft_wrap=True
        ),
    )


def _concept(name: str) -> str:
    if name not in CONCEPTS:
        raise InputError(
            f"no concept {name!r}", f"there are {', '.join(CONCEPTS)}", where="--under"
        )
    return name
