"""What joins the theatres of a model, and what the link changes: in sentences and tables."""

from typing import TYPE_CHECKING

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.timeline_charts import labels
from detente.report.told import Line, Section, Table, Told, print_told

if TYPE_CHECKING:
    from rich.console import Console

    from detente.store.deciding import Kept
    from detente.store.theatres import Held, Link, Tie

MOST_OUTCOMES = 8
_OUTCOMES = ("what is done there", "by itself", "together", "who would leave it")
_CHANCES = ("option", "by itself", "together", "the link changes it by")


def told_link(link: "Link", conflict: Conflict, title: str) -> Told:
    """Return the page on what the link of theatres changes."""
    return Told(f"{title}: theatres", _lead(link, conflict), tuple(link_sections(link, conflict)))


def link_sections(link: "Link", conflict: Conflict) -> list[Section]:
    """Return a section for what joins the theatres, and one for each of them."""
    return [_joined(link, conflict), *(_theatre(link, one, conflict) for one in link.theatres)]


def print_link(link: "Link", conflict: Conflict, title: str, console: "Console") -> None:
    """Print what the link of theatres changes."""
    print_told(told_link(link, conflict, title), console)


def _lead(link: "Link", conflict: Conflict) -> str:
    lost = sum(bool(one.alone) and not one.together for one in link.outcomes)
    new = sum(bool(one.together) and not one.alone for one in link.outcomes)
    moved = [one for one in link.options if one.tells]
    said = f"{words.sentence_case(words.counted(len(link.theatres), 'theatre'))}"
    if link.shared:
        said += f" share {words.listed(_who(link.shared, conflict))}"
    parts = []
    if new:
        parts.append(f"makes {words.counted(new, 'outcome')} hold")
    if lost:
        parts.append(f"unmakes {words.counted(lost, 'outcome')}")
    if moved:
        parts.append(f"moves {words.counted(len(moved), 'forecast')}")
    return f"{said}. The link {words.listed(parts) if parts else 'changes nothing'}."


def _who(names: tuple[str, ...], conflict: Conflict) -> list[str]:
    return [conflict.decision_makers[dm].name or dm for dm in names]


def _joined(link: "Link", conflict: Conflict) -> Section:
    """Return who is part of two theatres, and which statements reach over."""
    lines = [
        Line(f"{name}: {words.listed(_who(makers, conflict))}")
        for name, makers in link.theatres.items()
    ]
    seen: set[tuple[str, str]] = set()
    for one in link.ties:
        if (one.by, one.statement) not in seen:
            seen.add((one.by, one.statement))
            lines.append(Line(_tie(one, conflict)))
    return Section("What joins them", tuple(lines))


def _tie(one: "Tie", conflict: Conflict) -> str:
    who = conflict.decision_makers[one.by].name or one.by
    does = "draws a red line against" if one.kind == "red_line" else "wants"
    named = labels(conflict)
    others = words.listed([f"“{named.get(option, option)}”" for option in one.options])
    return f"{one.theatre}: {who} {does} “{one.statement}”, which speaks of {others}"


def _theatre(link: "Link", theatre: str, conflict: Conflict) -> Section:
    held = [one for one in link.outcomes if one.theatre == theatre]
    held.sort(key=lambda one: (bool(one.alone) and bool(one.together), one.alone == one.together))
    lines = [Line(said) for said in (_changed(held),) if said]
    shown = held[:MOST_OUTCOMES]
    rows = [[_done(one, conflict), _under(one.alone), _under(one.together)] for one in shown]
    if any(one.leaves for one in shown):
        for row, one in zip(rows, shown, strict=True):
            row.append(words.listed(_who(one.leaves, conflict)))
    more = len(held) - MOST_OUTCOMES
    if more > 0:
        lines.append(
            Line(f"{words.sentence_case(words.counted(more, 'further outcome'))} not shown.")
        )
    named = labels(conflict)
    chances = tuple(
        (
            named.get(one.option, one.option), words.percent(one.alone.probability),
            words.percent(one.together.probability),
            f"{100 * one.shift:+.0f} points" if one.tells else "nothing that can be told",
        )
        for one in link.options
        if one.theatre == theatre
    )  # fmt: skip
    outcomes = Table(_OUTCOMES[: len(rows[0])] if rows else (), tuple(map(tuple, rows)))
    tables = [outcomes] if rows else []
    return Section(theatre, tuple(lines), tables=(*tables, Table(_CHANCES, chances)))


def _changed(held: "list[Held]") -> str:
    lost = sum(not one.together for one in held)
    new = sum(not one.alone for one in held)
    both = len(held) - lost - new
    parts = [
        f"{words.number(n)} {said}"
        for n, said in ((both, "hold either way"), (lost, "only by itself"), (new, "only together"))
        if n
    ]
    total = words.counted(len(held), "outcome")
    return f"Of {total}, {words.listed(parts)}." if held else "No outcome holds."


def _done(one: "Held", conflict: Conflict) -> str:
    named = labels(conflict)
    return "; ".join(named.get(option, option) for option in one.options) or "nobody acts"


def _under(concepts: tuple[str, ...]) -> str:
    """Say whether something holds, and under which concept at the strongest."""
    if not concepts:
        return "does not hold"
    return f"holds ({words.CONCEPTS.get(concepts[0], concepts[0])})"


def by_theatre(proposals: "list[Kept]", conflict: Conflict) -> Section | None:
    """Return which proposals are about which theatre; None where there is only one."""
    from detente.store.theatres import of

    if len(conflict.theatres) < 2:  # noqa: PLR2004 - nothing is linked
        return None
    found: dict[str, list[str]] = {name: [] for name in conflict.theatres}
    nowhere = []
    for one in proposals:
        named = [str(step[key]) for step in one.steps for key in ("of", "by") if key in step]
        mine = of(conflict, {name.lstrip("!").partition(".")[0] for name in (one.about, *named)})
        for name in mine:
            found[name].append(one.name)
        if not mine:
            nowhere.append(one.name)
    lines = [Line(f"{name}: {', '.join(names)}") for name, names in found.items() if names]
    if nowhere:
        lines.append(
            Line(
                f"in no theatre yet: {', '.join(nowhere)} (name who is part of which in model.yaml)"
            )
        )
    return Section("By theatre", tuple(lines)) if lines else None
