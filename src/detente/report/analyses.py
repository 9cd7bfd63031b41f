"""Print what an analyst asks of a solved conflict, one function for each question.

What can be reached, what can't be taken back, what coalitions would leave, what
looking further ahead changes, and what would change an answer. Each is bounded
and says how much is left out.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from detente.report import words
from detente.report.printing import head, say
from detente.report.voice import Voice
from detente.solve.result import Move

if TYPE_CHECKING:
    from rich.console import Console

    from detente.solve.change import Changes, Edit
    from detente.solve.coalitions import CoalitionStability, Vulnerable
    from detente.solve.evolution import Evolution, Reached
    from detente.solve.foresight import Foresight
    from detente.solve.inverse import Condition, Count
    from detente.solve.no_return import NoReturn
    from detente.solve.options import OptionEffect

MOST = 12


def print_evolution(
    voice: Voice, found: Sequence["Evolution"], reached: Sequence["Reached"], console: "Console"
) -> None:
    """Print the table of step by state, and how each equilibrium can be reached."""
    for one in found:
        by = "improvements" if one.improving else "any legal moves"
        head(console, f"What can be reached from state {one.start}, by {by}")
        for step, states in enumerate(one.table()):
            if step:
                say(console, f"{_steps(step)}: {_states(states)}", indent=2, hang=4)
        if len(one.table()) == 1:
            say(console, "Nothing.", indent=2)
    head(console, "Equilibria, and how play gets there")
    for state in reached[:MOST]:
        under = ", ".join(state.concepts)
        say(console, f"State {state.state} ({under}): {voice.outcome(state.state)}", hang=2)
        if state.improvements is not None:
            say(console, f"by improvements: {_path(voice, state.improvements)}", indent=2, hang=2)
        elif state.moves is not None:
            way = _path(voice, state.moves)
            say(console, f"not by improvements; by moves: {way}", indent=2, hang=2)
        else:
            say(console, "can't be reached", indent=2)
    _left(console, len(reached))


def print_no_return(voice: Voice, found: "NoReturn", console: "Console") -> None:
    """Print the moves that can't be taken back, what they close off, and who could prevent them."""
    head(console, f"Points of no return from state {found.start}")
    for point in found.points[:MOST]:
        mover = words.sentence_case(voice.names[point.move.mover])
        pays = "pays" if point.improving else "does not pay"
        say(
            console,
            f"{mover} can {voice.act(point.move, 'base')} (state {point.move.before} to"
            f" {point.move.after}); it {pays}. It closes off {point.closed} of the"
            f" {point.closed + point.open} states still within reach.",
            hang=2,
        )
        lost = {one: states for one, states in point.lost.items() if states}
        for concept, states in lost.items():
            say(console, f"equilibria lost under {concept}: {_states(states)}", indent=2, hang=2)
        for one in point.preventers:
            who = words.sentence_case(voice.names[one.decision_maker])
            will = "and would" if one.willing else "but would not"
            say(console, f"{who} could prevent it at state {one.state}, {will}.", indent=2)
    if not found.points:
        say(console, "None: every step can be taken back.")
    _left(console, len(found.points))


def print_coalitions(
    voice: Voice,
    solved: "CoalitionStability",
    shaken: Sequence["Vulnerable"],
    console: "Console",
) -> None:
    """Print which states hold for each coalition, and which equilibria one would leave."""
    head(console, "States stable for every coalition asked about")
    for concept in solved.stable:
        say(console, f"{concept}: {_states(solved.for_all(concept).tolist())}", indent=2, hang=4)
    head(console, "Equilibria that a coalition would leave")
    for one in shaken[:MOST]:
        members = words.listed([voice.names[i] for i in one.coalition])
        deterred = f" (deterred under {', '.join(one.deterred)})" if one.deterred else ""
        say(
            console,
            f"State {one.state} ({', '.join(one.concepts)}): {members} together reach"
            f" {_states(one.to)}, which all of them like better{deterred}.",
            hang=2,
        )
    if not shaken:
        say(console, "None.")
    _left(console, len(shaken))


def print_foresight(voice: Voice, seen: "Foresight", console: "Console") -> None:
    """Print limited-move stability by horizon, and non-myopic stability."""
    head(console, "Looking further ahead: equilibria by the number of moves foreseen")
    for h in range(1, min(len(seen.stable), MOST) + 1):
        say(console, f"{h}: {_states(seen.equilibria(h).tolist())}", indent=2, hang=4)
    if seen.non_myopic is not None:
        states = _states(seen.non_myopic_equilibria().tolist())
        say(console, f"However far one looks: {states}")
    if seen.period is not None and seen.period > 1:
        say(console, f"What is expected repeats every {seen.period} horizons, without settling.")
    for tie in seen.ties[:3]:
        who = words.sentence_case(voice.names[tie.decision_maker])
        say(
            console,
            f"Note: at state {tie.state} {who} likes {_states(tie.ends)} equally; the definition"
            " leaves open which is expected, and the lowest move was taken.",
            "dim",
        )


def print_change(found: "Changes", console: "Console") -> None:
    """Print the smallest changes to the priorities that turn a verdict round."""
    verb = "make" if found.makes else "break"
    head(console, f"What would {verb} state {found.state} an equilibrium under {found.concept}")
    for change in found.changes:
        say(console, f"- {'; and '.join(edited(edit) for edit in change.edits)}", hang=2)
    if not found.changes:
        say(console, "No change of that size to the priorities does.")
    if not found.complete:
        say(console, "The search gave up: something smaller may do it too.", "yellow")
    say(console, f"{found.tried} changed models were tried.", "dim")


def edited(edit: "Edit") -> str:
    """Put one change to the priorities into words."""
    place = edit.position + 1
    match edit.kind:
        case "swap":
            other = 0 if edit.other is None else edit.other + 1
            return (
                f"{edit.decision_maker} swaps its priorities {place} ({edit.statement}) and"
                f" {other} ({edit.other_statement})"
            )
        case "drop":
            return f"{edit.decision_maker} drops its priority {place} ({edit.statement})"
        case _:
            return f"{edit.decision_maker} holds {edit.statement} as its priority {place}"


def print_conditions(
    voice: Voice,
    found: Sequence[tuple["Condition", "Count | None"]],
    console: "Console",
) -> None:
    """Print what each decision maker must prefer for a state to be stable for it."""
    for one, count in found:
        head(
            console,
            f"{words.sentence_case(voice.names[one.decision_maker])}: state {one.state} is stable"
            f" under {one.concept} if",
        )
        for demand in one.demands[:MOST]:
            ways = " or ".join(_no_better(way) for way in demand.ways[:4])
            more = f" or one of {len(demand.ways) - 4} more" if len(demand.ways) > 4 else ""  # noqa: PLR2004 - a line's worth
            say(console, f"- for its move to {demand.move}: {ways}{more}", hang=2)
        if not one.demands:
            say(console, "- always: it has no move that could pay")
        if count is not None:
            say(
                console,
                f"{count.stable:,} of {count.total:,} strict rankings make it so.",
                indent=2,
            )


def print_effects(
    voice: Voice, found: Sequence["OptionEffect"], concept: str, console: "Console"
) -> None:
    """Print for each option what its being there, or its having to be taken, does."""
    head(console, f"What each option does to the equilibria under {concept}")
    for one in found:
        say(console, words.sentence_case(voice.clause(one.option)), "bold")
        say(console, f"taken at: {_states(one.taken)}", indent=2, hang=2)
        if one.lost_without:
            lost = _states(one.lost_without)
            say(console, f"not taken, and yet these hold only by it: {lost}", indent=2, hang=2)
        if one.gained_without:
            gained = _states(one.gained_without)
            say(console, f"would hold if it could not be taken: {gained}", indent=2, hang=2)


def _no_better(states: Sequence[int]) -> str:
    named = _states(states)
    return f"{named} {'is' if len(states) == 1 else 'are'} no better than it"


def _states(states: Iterable[int]) -> str:
    listed = list(states)
    shown = ", ".join(map(str, listed[: MOST * 2]))
    more = f" and {len(listed) - MOST * 2} more" if len(listed) > MOST * 2 else ""
    return f"{shown}{more}" or "none"


def _path(voice: Voice, path: Sequence[Move]) -> str:
    if not path:
        return "play is there already"
    return ", then ".join(f"{voice.names[move.mover]} {voice.present_act(move)}" for move in path)


def _steps(step: int) -> str:
    return words.counted(step, "step")


def _left(console: "Console", size: int) -> None:
    if size > MOST:
        say(console, f"and {size - MOST} more: use --json to see them all", "dim")
