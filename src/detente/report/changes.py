"""What changed, on one page in words: for the terminal and for the browser.

The order is the reader's: what happened (red lines, status quo), what is
heard for the first time, what was contradicted, then the forecasts and why
they moved, then what waits for a decision.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.model.conflict import Conflict
from detente.read.claim import Claim
from detente.report import words
from detente.report.printing import head, say

if TYPE_CHECKING:
    from rich.console import Console

    from detente.store.asking import Cause, Chance, Move
    from detente.store.deciding import Kept
    from detente.store.growing import Change
    from detente.store.history import Difference

MOST_LINES = 12
_LEAST = 0.005


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, with the quotes that it rests on."""

    text: str
    quotes: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All that a page on a change says."""

    title: str
    lead: str
    sections: tuple[Section, ...]


_HEADINGS = {
    "crossed": ("A red line was crossed", "A red line would be crossed"),
    "moved": ("The status quo has moved", "The status quo would move"),
    "option": ("First mention of an option", "First mention of an option"),
    "status": ("Further, or less far, than before", "Further, or less far, than before"),
    "red_line": ("A red line was stated", "A red line was stated"),
    "priority": ("What they want", "What they want"),
    "dropped": ("What they no longer want", "What they no longer want"),
    "confidence": ("How sure it is what they want", "How sure it is what they want"),
    "constraint": ("What stands in the way", "What stands in the way"),
    "expert": ("What experts expect", "What experts expect"),
}
_VERDICTS = (
    ("contradicted", "Contradicted"),
    ("stronger", "Said more strongly"),
    ("weaker", "Said less strongly"),
    ("first", "Heard for the first time"),
)


def told(change: "Change") -> Told:
    """Return what a page on a change says."""
    quotes = {claim.id: claim.quote for one in change.taken for claim in one.claims}
    sections = [
        *_reports(change),
        *_proposals(change, quotes),
        *_verdicts(change),
        *_forecasts(change.moves, change.conflict, supposed=change.supposed),
        *_failed(change),
    ]
    return Told(change.title or change.case, _lead(change), tuple(sections))


def _lead(change: "Change") -> str:
    new = [one for one in change.taken if not one.known]
    parts = []
    if change.taken:
        known = len(change.taken) - len(new)
        came = f"{words.sentence_case(words.counted(len(new), 'new report'))} came in"
        parts.append(came + (f", {words.number(known)} of known text" if known else ""))
    if change.drafted:
        parts.append(
            "the model was drafted from the first"
            if len(new) > 1
            else "the model was drafted from it"
        )
    accepted = [one for one in change.proposed if one.accepted]
    if accepted:
        parts.append(
            f"{words.counted(len(accepted), 'change')} went into the model, now m{change.model_after}"
        )
    elif change.proposed:
        parts.append(f"{words.counted(len(change.proposed), 'change')} to the model are proposed")
    elif change.taken and not change.drafted:
        parts.append("nothing in the model would change")
    return words.sentence_case("; ".join(parts)) + "." if parts else "Nothing changed."


def _reports(change: "Change") -> list[Section]:
    if not change.taken:
        return []
    lines = []
    for one in change.taken:
        day = f"{one.date[:10]}, " if one.date else ""
        name = one.title or one.source
        what = "its text is known" if one.known else words.counted(len(one.claims), "claim")
        lines.append(Line(f"{one.document}: {day}{name}: {what}"))
    return [Section("Reports", tuple(lines))]


def _proposals(change: "Change", quotes: dict[str, str]) -> list[Section]:
    sections = []
    for kind, (done, open_) in _HEADINGS.items():
        mine = [one for one in change.proposed if one.kind == kind]
        if not mine:
            continue
        lines = [_proposed(one, quotes) for one in mine]
        heading = done if any(one.accepted for one in mine) else open_
        sections.append(Section(heading, tuple(lines)))
    return sections


def _proposed(one: "Kept", quotes: dict[str, str]) -> Line:
    mark = {True: " (accepted)", False: " (rejected)", None: ""}[one.accepted]
    told_ = [quotes[name] for name in one.because if name in quotes][:2]
    return Line(f"{one.name}: {words.sentence_case(one.said)}{mark}", tuple(told_), one.because[:8])


def _verdicts(change: "Change") -> list[Section]:
    """Return what the new claims are to the known ones; of a first report only what it calls new."""
    sections = []
    fresh = [one for one in change.taken if not one.known]
    if change.drafted:
        fresh = fresh[1:]
    for verdict, heading in _VERDICTS:
        lines = [
            _claimed(claim, other)
            for one in fresh
            for claim in one.claims
            for word, other in [one.verdicts.get(claim.id, ("", None))]
            if word == verdict
        ]
        if not lines:
            continue
        more = len(lines) - MOST_LINES
        shown = lines[:MOST_LINES] + ([Line(f"and {words.number(more)} more")] if more > 0 else [])
        sections.append(Section(heading, tuple(shown)))
    again = sum(word in {"again", "same"} for one in fresh for word, _ in one.verdicts.values())
    if again:
        said = words.sentence_case(words.counted(again, "claim says", "claims say"))
        sections.append(Section("Heard before", (Line(f"{said} what was known."),)))
    return sections


def _claimed(claim: Claim, other: str | None) -> Line:
    against = f", to {other}" if other else ""
    return Line(f"{claim.id}{against}: “{' '.join(claim.quote.split())}”")


def _forecasts(
    moves: Sequence["Move"], conflict: Conflict | None, *, supposed: bool
) -> list[Section]:
    name = _namer(conflict)
    moved, new, same = [], [], 0
    for one in moves:
        if one.after is None:
            continue
        if one.before is None:
            new.append(Line(f"{name(one.question)}: {words.percent(one.after.probability)}"))
        elif _within(one.before, one.after):
            same += 1
        else:
            moved.append(_moved(one, name, supposed=supposed))
    sections = []
    if moved:
        heading = (
            "How the forecast would move, were all of it accepted"
            if supposed
            else "The forecast moved"
        )
        if same:
            moved.append(Line(_stayed(same)))
        sections.append(Section(heading, tuple(moved)))
    elif same:
        sections.append(
            Section("The forecast", (Line("No forecast moved beyond the error of sampling."),))
        )
    if new:
        sections.append(Section("Forecast for the first time", tuple(new)))
    return sections


def _within(before: "Chance", after: "Chance") -> bool:
    """Whether a forecast moved by no more than the error of sampling it."""
    room = max(before.high - before.low, after.high - after.low) / 2
    return abs(after.probability - before.probability) <= max(room, _LEAST)


def _stayed(same: int) -> str:
    said = words.sentence_case(words.counted(same, "other forecast"))
    return f"{said} moved by no more than the error of sampling, or not at all."


def _moved(one: "Move", name: Callable[[str], str], *, supposed: bool) -> Line:
    before, after = one.before, one.after
    if before is None or after is None:
        return Line("")
    verb = "would go" if supposed else "went"
    text = (
        f"The forecast of {name(one.question)} {verb} from {words.percent(before.probability)}"
        f" to {words.percent(after.probability)}"
    )
    if one.causes:
        text += " because " + words.listed([_cause(cause) for cause in one.causes[:3]])
    else:
        text += "; no single change moves it beyond the error of sampling"
    return Line(text + ".")


def _cause(cause: "Cause") -> str:
    points = round(100 * cause.shift)
    size = f"{points:+d} points" if abs(points) != 1 else f"{points:+d} point"
    return f"{cause.said} ({cause.proposal}, {size})"


def _failed(change: "Change") -> list[Section]:
    lines = [Line(f"{one.name}: {why}") for one, why in change.failed]
    return [Section("Could not be carried in, and stays open", tuple(lines))] if lines else []


def _namer(conflict: Conflict | None) -> Callable[[str], str]:
    """Return a function that says a question in words: an option by its label."""
    labels = {}
    if conflict is not None:
        for dm, maker in conflict.decision_makers.items():
            for option, one in maker.options.items():
                if one.label:
                    labels[f"{dm}.{option}"] = f"“{maker.name or dm}: {one.label}”"
    return lambda question: labels.get(question, f"“{question}”")


def difference(found: "Difference", conflict: Conflict | None) -> Told:
    """Return what a page on the difference of two versions says."""
    sections = []
    if found.documents:
        lines = [
            Line(f"{name}: {f'{day[:10]}, ' if day else ''}{title}")
            for name, day, title in found.documents
        ]
        sections.append(Section("Reports that came in", tuple(lines)))
    if found.verdicts:
        counts = ", ".join(f"{n} {word}" for word, n in found.verdicts.items())
        sections.append(Section("Their claims", (Line(f"{counts}."),)))
    for kind, (heading, _) in _HEADINGS.items():
        mine = [one for one in found.accepted if one.kind == kind]
        if mine:
            sections.append(Section(heading, tuple(_proposed(one, {}) for one in mine)))
    sections += _forecasts_only(found.moves, conflict)
    if found.lines:
        sections.append(Section("In model.yaml", tuple(Line(line) for line in found.lines)))
    return Told(
        f"From m{found.a} to m{found.b}", "" if sections else "Nothing changed.", tuple(sections)
    )


def _forecasts_only(moves: Sequence["Move"], conflict: Conflict | None) -> list[Section]:
    name = _namer(conflict)
    lines = [
        Line(
            f"{name(one.question)}: from {words.percent(one.before.probability)}"
            f" to {words.percent(one.after.probability)}"
        )
        for one in moves
        if one.before
        and one.after
        and abs(one.after.probability - one.before.probability) >= _LEAST
    ]
    return [Section("The forecast moved", tuple(lines))] if lines else []


def print_told(page: Told, console: "Console") -> None:
    """Print what a page says."""
    head(console, page.title)
    if page.lead:
        say(console, page.lead)
    for section in page.sections:
        head(console, section.heading)
        for line in section.lines:
            say(console, line.text, indent=2, hang=4)
            for quote in line.quotes:
                say(console, f"“{' '.join(quote.split())}”", "dim", indent=6)


def page(told_: Told, *, charts: Sequence[tuple[str, str]] = ()) -> str:
    """Return what is told as one self-contained HTML page.

    Parameters
    ----------
    told_ : Told
        What it says.
    charts : sequence of (str, str)
        Headings, and SVG elements made here, their texts escaped.
    """
    from detente.report import html

    style = html._style()  # noqa: SLF001 - the same room's page
    template: Any = html._environment().get_template("changes.html.j2")  # noqa: SLF001
    return str(
        template.render(
            t=told_,
            style=html._safe(style),  # noqa: SLF001
            policy=html._policy(style),  # noqa: SLF001
            charts=[(heading, html._safe(svg)) for heading, svg in charts],  # noqa: SLF001
        )
    )
