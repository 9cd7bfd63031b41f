"""Print how a case stands: its status, its log, what waits, what was found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.printing import head, say
from detente.report.theatres import by_theatre
from detente.report.timeline_charts import labels

if TYPE_CHECKING:
    from rich.console import Console

    from detente.store.deciding import Kept
    from detente.store.history import Entry, Status
    from detente.store.searching import Hit

_VERBS = {
    "add": "added", "accept": "accepted", "reject": "rejected", "edit": "edited",
    "forecast": "forecast", "resolve": "resolved", "correct": "corrected", "import": "imported",
}  # fmt: skip


def print_status(found: "Status", conflict: Conflict | None, console: "Console") -> None:
    """Print how a case stands."""
    head(console, found.title)
    say(
        console,
        f"{words.sentence_case(words.counted(found.documents, 'report'))},"
        f" {words.counted(found.claims, 'claim')}; kept in {found.store}.",
    )
    if found.latest is not None:
        name, day, title = found.latest
        say(console, f"The latest is {name}: {f'{day[:10]}, ' if day else ''}{title}", hang=2)
    if found.verdicts:
        counts = ", ".join(f"{n} {word}" for word, n in found.verdicts.items())
        say(console, f"Claims about acts: {counts}.", hang=2)
    if found.model is None:
        say(console, "There is no model yet: it is drafted from the first report.")
        return
    say(console, f"The model is m{found.model}, in model.yaml.")
    if found.chances:
        head(console, "The latest forecast")
        names = labels(conflict)
        taken = set(conflict.status_quo or ()) if conflict is not None else set()
        for question, one in found.chances.items():
            if question in taken:
                continue
            span = words.interval(one.low, one.high)
            room = f" ({span})" if span != words.percent(one.probability) else ""
            say(
                console,
                f"{words.percent(one.probability):>9}{room}  {names.get(question, question)}",
                indent=2, hang=4,
            )  # fmt: skip
        now = [names.get(question, question) for question in found.chances if question in taken]
        if now:
            head(console, "So already")
            for name in now:
                say(console, name, indent=2, hang=4)
    if found.open:
        head(
            console, f"{words.sentence_case(words.counted(len(found.open), 'proposal'))} to decide"
        )
        print_lines(found.open, console)


def print_log(found: Sequence["Entry"], console: "Console") -> None:
    """Print what was done with a case."""
    if not found:
        say(console, "Nothing was done yet.")
    for one in found:
        parts = [f"{one.at[:16].replace('T', ' ')}  {one.by} {_VERBS.get(one.verb, one.verb)}"]
        parts.append(f"{one.document}: {one.said}" if one.document else one.said)
        tail = []
        if one.known:
            tail.append("its text was known")
        elif one.document:
            tail.append(words.counted(one.claims, "claim"))
        if one.proposals:
            tail.append(words.counted(one.proposals, "proposal"))
        if one.model is not None:
            tail.append(f"model m{one.model}")
        line = " ".join(part for part in parts if part)
        more = f" ({', '.join(tail)})" if tail else ""
        say(console, line + more, hang=4)


def print_proposals(
    found: Sequence["Kept"], console: "Console", conflict: Conflict | None = None
) -> None:
    """Print proposals, each with what it rests on, and about which theatre they are."""
    if not found:
        say(console, "Nothing waits for a decision.")
        return
    print_lines(found, console)
    theatres = None if conflict is None else by_theatre(list(found), conflict)
    if theatres is not None:
        head(console, theatres.heading)
        for line in theatres.lines:
            say(console, line.text, indent=2, hang=4)


def print_lines(found: Sequence["Kept"], console: "Console") -> None:
    """Print a line for each proposal."""
    mark = {True: ", accepted", False: ", rejected", None: ""}
    for one in found:
        refs = f" [{', '.join(one.because[:8])}]"
        said = words.sentence_case(one.said)
        say(console, f"{one.name}{mark[one.accepted]}: {said}{refs}", indent=2, hang=4)


def print_hits(documents: Sequence["Hit"], claims: Sequence["Hit"], console: "Console") -> None:
    """Print what a search found."""
    if not documents and not claims:
        say(console, "Nothing was found.")
    for heading, found in (("Documents", documents), ("Claims", claims)):
        if not found:
            continue
        head(console, heading)
        for one in found:
            inside = f" in {one.document}" if one.id != one.document else ""
            day = f"{one.date[:10]}, " if one.date else ""
            say(console, f"{one.id}{inside}: {day}{one.title}", indent=2, hang=4)
            say(console, one.words, "dim", indent=6)
