"""Print results on a terminal: one function for each verb.

Everything is bounded, fits 80 columns, and reads without colour: colour only
repeats what words and signs say. A piped console gets the same words.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from detente.model.conflict import Conflict
from detente.read.claim import Reading
from detente.report import narrate, words
from detente.report.answer import spoken
from detente.report.evidence import called
from detente.report.forecast_print import print_forecast
from detente.report.outcomes import HOLDS, argument, equilibria, strongest
from detente.report.printed import (
    print_claim,
    print_contradictions,
    print_doubtful,
    print_maker,
    print_questions,
)
from detente.report.printing import WIDEST, bar, ground, head, refs, rule, say, some
from detente.report.voice import Voice, voice
from detente.solve.result import Stability

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from detente.report.brief import Brief
    from detente.report.content import Content, Line, Step

__all__ = [
    "print_brief",
    "print_cases",
    "print_draft",
    "print_forecast",
    "print_reading",
    "print_stability",
    "print_why",
]

MOST_CLAIMS = 80
MOST_STATES = 10
MOST_OPTIONS = 24
ARGUED = 3


def print_reading(reading: Reading, console: "Console", *, explain: bool = False) -> None:
    """Print the claims of a reading, in the order of the text.

    Parameters
    ----------
    reading : Reading
        What was read.
    console : rich.console.Console
        Where to.
    explain : bool
        Also print the rule that made each claim.
    """
    names = {actor.id: actor.name for actor in reading.actors}
    for document in reading.documents:
        claims = sorted(
            (claim for claim in reading.claims if claim.document == document.id),
            key=lambda claim: (claim.start, claim.end, claim.id),
        )
        heading = words.listed([part for part in (called(document), document.date) if part], "of")
        if len(reading.documents) > 1 and document.source not in heading:
            heading += f" ({document.source})"
        rule(console, f"{heading}: {words.counted(len(claims), 'claim')}")
        for claim in claims[:MOST_CLAIMS]:
            print_claim(console, claim, names, explain=explain)
        if len(claims) > MOST_CLAIMS:
            say(console, f"and {len(claims) - MOST_CLAIMS} more: use --json to see them all", "dim")
    print_contradictions(console, reading)
    print_doubtful(console, reading.doubtful, names)
    if not reading.claims:
        say(console, "No claim was found: the text speaks of no act that a party took or may take.")
    parties = [actor.name for actor in reading.actors if actor.role == "party"]
    sources = [actor.name for actor in reading.actors if actor.role == "source"]
    if parties:
        say(console, f"Parties: {some(parties)}.")
    if sources:
        say(console, f"Quoted, not parties: {some(sources)}.")
    for warning in reading.warnings:
        say(console, f"Note: {warning}", "yellow")


def print_draft(conflict: Conflict, console: "Console") -> None:
    """Print a model as it was drafted: who can do what, who wants what, what is open.

    Parameters
    ----------
    conflict : Conflict
        The model; it needn't be complete.
    console : rich.console.Console
        Where to.
    """
    rule(console, conflict.title or "An untitled conflict")
    for dm, maker in conflict.decision_makers.items():
        print_maker(console, dm, maker)
    for line in conflict.red_lines:
        threat = f"; threatened: {line.threat}" if line.threat else ""
        text = f"Red line of {line.by}: {line.against}{threat}{ground(line)}"
        say(console, text, "red", hang=2)
    for hindrance in conflict.constraints:
        says = hindrance.says or hindrance.kind
        say(console, f"Constraint on {hindrance.on}: {says}{ground(hindrance)}", hang=2)
    for view in conflict.experts:
        said = f"{view.words or 'no words'}, {words.interval(view.low, view.high)}"
        say(console, f"{view.by} on {view.of}: {said}{ground(view)}", hang=2)
    print_questions(console, conflict.open_questions)


def print_stability(conflict: Conflict, stability: Stability, console: "Console") -> None:
    """Print which outcomes hold: a tableau of equilibria, then why in words.

    Parameters
    ----------
    conflict : Conflict
        For names and labels.
    stability : Stability
        What was solved.
    console : rich.console.Console
        Where to.
    """
    game = stability.game
    speaking = voice(conflict, game)
    held = equilibria(stability)
    rule(console, conflict.title or "An untitled conflict")
    say(
        console,
        f"{words.sentence_case(words.counted(len(game.decision_makers), 'decision maker'))}, "
        f"{words.counted(len(game.options), 'option')}, "
        f"{words.counted(len(game.states), 'feasible state')}; "
        f"{words.counted(len(held), 'state is', 'states are')} an equilibrium under some concept.",
    )
    ordered = sorted(held, key=lambda s: (-len(held[s]), s != game.status_quo, s))
    room = _fitting(console, ordered)
    shown = ordered[:room]
    if game.status_quo is not None and game.status_quo not in shown:
        shown = [*shown[: room - 1], game.status_quo]
    if shown:
        console.print(_tableau(speaking, stability, shown, held))
    left = len(set(ordered) - set(shown))
    if left:
        say(
            console,
            f"and {words.counted(left, 'more equilibrium', 'more equilibria')}: use --json",
            "dim",
        )
    for s in shown[:ARGUED]:
        say(console, _titled(speaking, s, held.get(s, ())), "bold")
        for line in argument(stability, speaking, s)[:8]:
            say(console, f"- {line.text}", indent=2)
    if len(shown) > ARGUED:
        say(console, "For any other state: --why STATE.", "dim")


def print_why(conflict: Conflict, stability: Stability, s: int, console: "Console") -> None:
    """Print, concept by concept, why a state is stable or not for each decision maker.

    Parameters
    ----------
    conflict : Conflict
        For names and labels.
    stability : Stability
        What was solved.
    s : int
        A feasible state.
    console : rich.console.Console
        Where to.
    """
    game = stability.game
    speaking = voice(conflict, game)
    rule(console, f"State {s}")
    done = words.listed(speaking.situation(s)) or "nobody acts"
    say(console, f"{words.sentence_case(done)}.")
    held = [one for one in stability.concepts if stability.of(one)[:, s].all()]
    called = words.listed([words.CONCEPTS.get(one, one) for one in held])
    say(console, f"An equilibrium under {called}." if held else "An equilibrium under no concept.")
    for i, name in enumerate(speaking.names):
        say(console, words.sentence_case(name), "bold")
        told: dict[tuple[bool, str], list[str]] = {}
        for concept in stability.concepts:
            witness = stability.why(concept, i, s)
            text = " ".join(narrate.why(speaking, witness, limit=2))
            told.setdefault((witness.stable, text), []).append(words.CONCEPTS.get(concept, concept))
        for (stable, text), under in told.items():
            sign = "stable" if stable else "unstable"
            say(console, f"{sign} ({', '.join(under)}): {text}", indent=2, hang=2)


def print_brief(brief: "Brief", console: "Console") -> None:
    """Print a brief: the answer first, then what it stands on.

    Parameters
    ----------
    brief : Brief
        The results.
    console : rich.console.Console
        Where to.
    """
    content = brief.content
    rule(console, content.title)
    when = f"As of {content.as_of}, " if content.as_of else "From "
    say(console, f"{when}{content.basis}.", "dim")
    console.print()
    say(console, content.headline + ".", "bold")
    console.print()
    for line in content.answer:
        _line(console, line)
    if content.empty:
        return
    head(console, "How likely each step is")
    for step in (*content.steps[:12], *content.standing[:6]):
        _step(console, step)
    _red_lines(console, content)
    _outcomes(console, content)
    _section(console, "Points of no return", content.no_return, "None among the open steps.")
    _section(console, "What would change it", content.changes, "Nothing that is unknown moves it.")
    _experts(console, content)
    _section(console, "Assumed, and not known", content.assumptions[:8], "Nothing.")
    left = len(content.assumptions) - 8 + content.more_assumptions
    if left > 0:
        say(console, f"and {left} more, on the page", "dim", indent=2)
    for question in content.questions[:6]:
        say(console, f"? {question}", indent=2, hang=2)
    if content.claims:
        text = f"[n] is a claim: {words.counted(len(content.claims), 'quote')}, on the page."
        say(console, text, "dim")


def print_cases(cases: Mapping[str, Conflict], console: "Console") -> None:
    """Print the library of published conflicts: name, size, title, source.

    Parameters
    ----------
    cases : mapping of str to Conflict
        The cases by name.
    console : rich.console.Console
        Where to.
    """
    for name, conflict in cases.items():
        size = f"{len(conflict.decision_makers)} × {len(conflict.option_names())}"
        say(console, f"{name}  ({size} options)", "bold")
        say(console, conflict.title, indent=2)
        if conflict.source:
            say(console, conflict.source, "dim", indent=2)


def _red_lines(console: "Console", content: "Content") -> None:
    head(console, "Red lines")
    for one in content.red_lines:
        risk = "" if one.probability is None else f" Crossed in {words.percent(one.probability)}."
        threat = f" Threatened: {one.threat}." if one.threat else ""
        say(
            console,
            f"- {one.by}, against this: {one.text}.{threat}{risk}{refs(one.because)}",
            hang=2,
        )
    if not content.red_lines:
        say(console, "No red line is on record.")


def _outcomes(console: "Console", content: "Content") -> None:
    head(console, "What holds, and why")
    for outcome in content.outcomes[:3]:
        chance = "" if outcome.probability is None else f" ({words.percent(outcome.probability)})"
        holds = HOLDS.get(strongest(outcome.concepts), "no equilibrium of the model as it stands")
        say(console, f"{outcome.letter}. {outcome.name}{chance}: {holds}.", "bold", hang=3)
        for line in outcome.why[:4]:
            say(console, f"- {line.text}", indent=3, hang=2)


def _experts(console: "Console", content: "Content") -> None:
    if content.experts:
        head(console, "Experts beside the model")
        for view in content.experts:
            say(
                console,
                f"- {view.by}: {view.of}: {spoken(view)}; {view.verdict}.{refs(view.because)}",
                hang=2,
            )


def _tableau(
    speaking: Voice, stability: Stability, shown: Sequence[int], held: dict[int, tuple[str, ...]]
) -> "RenderableType":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    game = stability.game
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("option", overflow="fold")
    for s in shown:
        table.add_column(
            f"{s}{'*' if s == game.status_quo else ''}", justify="center", no_wrap=True
        )
    for k, act in enumerate(speaking.phrases[:MOST_OPTIONS]):
        owner = speaking.names[int(game.owner[k])].removeprefix("the ")
        cells = ["Y" if s >> k & 1 else "-" for s in shown]
        named = words.shortened(words.sentence_case(f"{owner}: {act}"), 200)
        table.add_row(Text(named), *cells)  # a label may hold what looks like markup
    table.add_section()
    for concept in stability.concepts:
        cells = ["yes" if concept in held.get(s, ()) else "" for s in shown]
        table.add_row(words.CONCEPTS.get(concept, concept), *cells)
    table.caption = "* the status quo" if game.status_quo in shown else None
    table.caption_justify = "left"
    return table


def _titled(speaking: Voice, s: int, concepts: tuple[str, ...]) -> str:
    holds = HOLDS.get(strongest(concepts), "no equilibrium")
    return f"{s}. {words.sentence_case(speaking.outcome(s))}: {holds}"


def _fitting(console: "Console", states: Sequence[int]) -> int:
    """Return how many columns of states have room beside the options; at least two."""
    widest = max((len(str(s)) for s in states), default=1)
    column = max(widest + 1, 3) + 2
    return min(MOST_STATES, max(2, (min(console.width, WIDEST) - 34) // column))


def _step(console: "Console", step: "Step") -> None:
    lead = "goes on: " if step.taken else ""
    text = f"{lead}{step.clause}{refs(step.because)}"
    if step.probability is None:
        say(console, text)
        return
    bar(console, text, step.probability, step.low, step.high)
    for one in step.hangs_on[:1]:
        say(console, f"hangs on: {one.text}", "dim", indent=4)
    for view in step.experts[:3]:
        say(console, f"{view.by}: {spoken(view)}; {view.verdict}", "magenta", indent=4)


def _section(console: "Console", title: str, lines: "Sequence[Line]", empty: str) -> None:
    head(console, title)
    for line in lines:
        _line(console, line, bullet="- ")
    if not lines:
        say(console, empty)


def _line(console: "Console", line: "Line", bullet: str = "") -> None:
    assumed = f" ({line.assumed})" if line.assumed else ""
    say(console, f"{bullet}{line.text}{assumed}{refs(line.because)}", hang=len(bullet))
