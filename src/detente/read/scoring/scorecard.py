"""The scorecard of the reader: counts, shares, the floors beside them, the mistakes."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Floor(NamedTuple):
    """What a row of the table should reach."""

    label: str
    precision: float | None
    recall: float | None


ROWS: dict[str, Floor] = {
    "actors": Floor("actors (canonical)", 0.88, 0.85),
    "event": Floor("acts done or ongoing", 0.70, 0.65),
    "option": Floor("options not yet done", 0.75, 0.65),
    "conditional": Floor("conditionals", 0.90, 0.82),
    "forecast": Floor("forecasts", 0.65, 0.65),
    "consequence": Floor("consequences", 0.62, 0.48),
    "red_line": Floor("red lines", 0.65, 0.50),
    "constraint": Floor("constraints", 0.50, 0.30),
    "speakers": Floor("speakers of statements", 0.88, 0.78),
    "statement": Floor("statements, whoever speaks", None, None),
}
ASPECTS: dict[str, float | None] = {
    "actor": 0.85, "target": 0.55, "status": 0.68, "event": 0.60, "speaker": None,
}  # fmt: skip
ASPECT_LABELS = {
    "actor": "actor right",
    "target": "target right",
    "status": "status right",
    "event": "PLOVER type right",
    "speaker": "speaker right (statements)",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A miss, a false alarm, or a right quote with a wrong answer."""

    passage: str
    kind: str
    what: str  # "missed" | "false" | "wrong actor"...
    quote: str
    note: str = ""


@dataclass(slots=True)
class Tally:
    """Counts over passages.

    Attributes
    ----------
    right, claimed, marked : Counter of str
        By row of the table: finds that are right, all that the reader claims
        (without those on border cases), all that people marked.
    aspect_right, aspect_asked : Counter of str
        By aspect, over the matched acts whose annotation has an answer.
    bent : int
        Claims whose quote is not exactly ``text[start:end]``.
    """

    right: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    aspect_right: Counter[str] = field(default_factory=Counter)
    aspect_asked: Counter[str] = field(default_factory=Counter)
    passages: int = 0
    claims: int = 0
    bent: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    def precision(self, row: str) -> float | None:
        """Return the share of claims that are right, None where nothing was claimed."""
        return self.right[row] / self.claimed[row] if self.claimed[row] else None

    def recall(self, row: str) -> float | None:
        """Return the share of marks that were found, None where nothing was marked."""
        return self.right[row] / self.marked[row] if self.marked[row] else None

    def aspect(self, name: str) -> float | None:
        """Return the share of matched acts on which `name` is right."""
        asked = self.aspect_asked[name]
        return self.aspect_right[name] / asked if asked else None

    def to_json(self) -> dict[str, Any]:
        """Return counts, shares and floors as JSON values."""
        return {
            "passages": self.passages,
            "claims": self.claims,
            "quotes_not_exact": self.bent,
            "rows": {
                row: {
                    "right": self.right[row],
                    "claimed": self.claimed[row],
                    "marked": self.marked[row],
                    "precision": self.precision(row),
                    "recall": self.recall(row),
                    "floor": {"precision": floor.precision, "recall": floor.recall},
                }
                for row, floor in ROWS.items()
            },
            "on_matched_acts": {
                name: {
                    "right": self.aspect_right[name],
                    "asked": self.aspect_asked[name],
                    "share": self.aspect(name),
                    "floor": floor,
                }
                for name, floor in ASPECTS.items()
            },
        }


def table(tally: Tally, title: str) -> str:
    """Return the figures as a Markdown table, floors beside them.

    Parameters
    ----------
    tally : Tally
        The counts.
    title : str
        Said above the table.
    """
    head = (
        f"{title}: {tally.passages} passages, {tally.claims} claims, "
        f"{tally.bent} quotes that are not exact"
    )
    lines = [
        head,
        "",
        "| | precision | floor | recall | floor | right | claimed | marked |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row, floor in ROWS.items():
        cells = [
            floor.label,
            _share(tally.precision(row), floor.precision),
            _share(floor.precision),
            _share(tally.recall(row), floor.recall),
            _share(floor.recall),
            *(str(count[row]) for count in (tally.right, tally.claimed, tally.marked)),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "| on matched acts | share | floor | of |", "| --- | ---: | ---: | ---: |"]
    for name, least in ASPECTS.items():
        cells = [
            ASPECT_LABELS[name],
            _share(tally.aspect(name), least),
            _share(least),
            str(tally.aspect_asked[name]),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "A figure below its floor has a star."]
    return "\n".join(lines)


def _share(share: float | None, floor: float | None = None) -> str:
    if share is None:
        return "-"
    star = "*" if floor is not None and share < floor else ""
    return f"{share:.2f}{star}"


def mistakes(tally: Tally) -> str:
    """Return the mistakes, by kind and sort, each with its passage and words."""
    lines: list[str] = []
    for row, floor in ROWS.items():
        for what in sorted({m.what for m in tally.mistakes if m.kind == row}):
            chosen = [m for m in tally.mistakes if (m.kind, m.what) == (row, what)]
            lines += ["", f"## {floor.label}: {what} ({len(chosen)})"]
            lines += [
                f"- {m.passage}: {m.quote}" + (f"  [{m.note}]" if m.note else "") for m in chosen
            ]
    return "\n".join(lines).lstrip("\n")
