"""What changed, on one page in words: for the terminal and for the browser.

The order is the reader's: what happened (red lines, status quo), what is
heard for the first time, what was contradicted, then the forecasts and why
they moved, then what waits for a decision.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.moved import forecasts, steps
from detente.report.theatres import by_theatre, link_sections
from detente.report.told import Line, Section, Table, Told, page, print_told

if TYPE_CHECKING:
    from detente.store.deciding import Kept
    from detente.store.growing import Change
    from detente.store.history import Difference
    from detente.store.taking import Taken

__all__ = ["Line", "Section", "Table", "Told", "difference", "page", "print_told", "told"]
MOST_LINES = 12


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
    quotes = dict(change.quotes)
    sections = [
        *_reports(change),
        *_proposals(change, quotes),
        *_verdicts(change),
        *forecasts(change.moves, change.conflict, supposed=change.supposed),
        *_theatres(change),
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
    own = next((step["because"] for step in one.steps if step["do"] == "option"), one.because)
    told_ = list(dict.fromkeys(quotes[name] for name in own if name in quotes))[:2]
    return Line(f"{one.name}: {words.sentence_case(one.said)}{mark}", tuple(told_), one.because[:8])


def _verdicts(change: "Change") -> list[Section]:
    """Return what the new claims are to the known ones; of a first report only what it calls new."""
    sections = []
    fresh = [one for one in change.taken if not one.known]
    if change.drafted:
        fresh = fresh[1:]
    for verdict, heading in _VERDICTS:
        lines = _claimed(fresh, verdict)
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


def _claimed(fresh: Sequence["Taken"], verdict: str) -> list[Line]:
    """Return a line for each quote whose claims have a verdict, with those they were matched with."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for one in fresh:
        for claim in one.claims:
            word, other = one.verdicts.get(claim.id, ("", None))
            if word == verdict:
                names, others = found.setdefault(" ".join(claim.quote.split()), ([], []))
                names.append(claim.id)
                others += [other] if other and other not in others else []
    return [
        Line(f"{', '.join(names)}{f', to {words.listed(others)}' if others else ''}: “{quote}”")
        for quote, (names, others) in found.items()
    ]


def _theatres(change: "Change") -> list[Section]:
    """Return which proposals are about which theatre, and what the link of theatres changes."""
    if change.conflict is None:
        return []
    found = by_theatre(list(change.proposed), change.conflict)
    told_ = link_sections(change.link, change.conflict) if change.link is not None else []
    return [*([found] if found is not None else []), *told_]


def _failed(change: "Change") -> list[Section]:
    lines = [Line(f"{one.name}: {why}") for one, why in change.failed]
    return [Section("Could not be carried in, and stays open", tuple(lines))] if lines else []


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
            lines = [
                Line(f"{one.name}: {words.sentence_case(one.said)}", (), one.because[:8])
                for one in mine
            ]
            sections.append(Section(heading, tuple(lines)))
    sections += steps(found.moves, conflict)
    if found.lines:
        sections.append(
            Section("In model.yaml", tuple(Line(line, exact=True) for line in found.lines))
        )
    return Told(
        f"From m{found.a} to m{found.b}", "" if sections else "Nothing changed.", tuple(sections)
    )
