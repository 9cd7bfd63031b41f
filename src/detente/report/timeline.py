"""A case by date: printed, and made a page with a picture and tables for each decision maker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.printing import head, say
from detente.report.timeline_charts import labels, maker_svg, spec, timeline_svg
from detente.report.told import Section, Table, Told, print_table

if TYPE_CHECKING:
    from rich.console import Console

    from detente.store.timeline import Moment, Timeline

__all__ = ["print_timeline", "spec", "timeline_svg", "told_timeline"]
_HISTORY = ("option", "day", "version", "status", "probability")
_MOMENTS = ("day", "what", "status", "to what was known", "words", "claim")


def told_timeline(found: "Timeline", conflict: Conflict | None, title: str) -> Told:
    """Return the page of a case by date.

    Parameters
    ----------
    found : Timeline
        The case's moments and stages.
    conflict : Conflict or None
        The latest version of its model, for names and labels.
    title : str
        What the case is called.

    Returns
    -------
    Told
        All options' chances first, then a section for each decision maker of
        the model, then one for who else did or said something.
    """
    overall = timeline_svg(found, conflict)
    sections = []
    if overall:
        sections.append(Section("How likely each option was", charts=(overall,)))
    sections += [_section(found, maker, conflict) for maker in makers(found, conflict)]
    lead = "" if sections else "Nothing has a day yet."
    if found.more:
        lead = "Earlier moments are left out."
    return Told(f"{title}: timeline", lead, tuple(sections))


def makers(found: "Timeline", conflict: Conflict | None) -> list[str]:
    """Return who has something in a timeline: the model's decision makers first."""
    there = {one.actor for one in found.moments} | {
        one.option.partition(".")[0] for one in found.stages
    }
    ours = list(conflict.decision_makers) if conflict is not None else []
    return [one for one in ours if one in there] + sorted(there - set(ours))


def _section(found: "Timeline", maker: str, conflict: Conflict | None) -> Section:
    name = maker
    if conflict is not None and maker in conflict.decision_makers:
        name = conflict.decision_makers[maker].name or maker
    drawn = maker_svg(found, maker, conflict)
    said = [one for one in found.moments if one.actor == maker]
    tables = []
    history = _history(found, maker, conflict)
    if history:
        tables.append(Table(_HISTORY, history))
    if said:
        tables.append(Table(_MOMENTS, tuple(_row(one) for one in said)))
    return Section(name, charts=(drawn,) if drawn else (), tables=tuple(tables))


def _row(one: "Moment") -> tuple[str, ...]:
    return (
        one.day, one.kind.replace("_", " "), one.status.replace("_", " "), one.verdict, one.quote,
        f"{one.claim}, {one.document}",
    )  # fmt: skip


def _history(
    found: "Timeline", maker: str, conflict: Conflict | None
) -> tuple[tuple[str, ...], ...]:
    """Return a row for each version in which something about an option is new."""
    known, rows = labels(conflict), []
    mine = [one for one in found.stages if not maker or one.option.partition(".")[0] == maker]
    for option in dict.fromkeys(one.option for one in mine):
        last: tuple[str, ...] = ()
        for one in (stage for stage in mine if stage.option == option):
            status = (one.status or "not known").replace("_", " ") + (
                ", taken" if one.taken else ""
            )
            now = (status, words.percent(one.chance.probability) if one.chance else "")
            if now != last:
                label = known.get(option, option).partition(": ")[2] or option
                rows.append((label, one.day or "no day", f"m{one.version}", *now))
            last = now
    return tuple(rows)


def print_timeline(found: "Timeline", console: "Console", conflict: Conflict | None = None) -> None:
    """Print what happened by day, and each option's history."""
    if not found.moments and not found.stages:
        say(console, "Nothing has a day yet.")
        return
    if found.moments:
        head(console, "By day")
    if found.more:
        say(console, "(Earlier moments are left out.)", "dim")
    day = ""
    for one in found.moments:
        if one.day != day:
            day = one.day
            say(console, day, "bold")
        parts = [one.kind.replace("_", " "), one.status.replace("_", " "), one.verdict]
        told = ", ".join(part for part in parts if part)
        say(console, f"{one.actor} ({told}): “{one.quote}” [{one.claim}]", indent=2, hang=2)
    _print_history(found, makers(found, conflict), console, conflict)


def _print_history(
    found: "Timeline", who: Sequence[str], console: "Console", conflict: Conflict | None
) -> None:
    told = [(maker, rows) for maker in who if (rows := _history(found, maker, conflict))]
    if not told:
        return
    head(console, "How each option went")
    for maker, rows in told:
        named = conflict.decision_makers.get(maker) if conflict is not None else None
        say(console, (named.name if named is not None else "") or maker, "bold")
        print_table(console, Table(_HISTORY, rows))
