"""The brief as Markdown: for a wiki, a mail, or a repository of briefs."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.report import words
from detente.report.answer import spoken
from detente.report.outcomes import HOLDS, strongest

if TYPE_CHECKING:
    from detente.report.brief import Brief
    from detente.report.content import Content, Line

# what Markdown or the HTML inside it would take for a sign of its own
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
MOST_LINES = 40


def markdown(brief: "Brief") -> str:
    """Return a brief as Markdown.

    Parameters
    ----------
    brief : Brief
        The results.

    Returns
    -------
    str
        CommonMark with tables; claims are footnotes ``[^n]``. No text of a
        report or a model is taken for markup. The same brief gives the same text.
    """
    content = brief.content
    parts = [
        f"# {_safe(content.headline)}",
        f"*{_safe(content.title)}*"
        + (f", as of {_safe(content.as_of)}" if content.as_of else "")
        + f". {_safe(words.sentence_case(content.basis))}.",
        "\n\n".join(_line(line) for line in content.answer),
    ]
    if not content.empty:
        parts += _body(content)
    if content.questions:
        asked = [_safe(question) for question in content.questions[:MOST_LINES]]
        parts.append(_section("Open questions", asked, ""))
    if content.claims:
        parts.append("## The evidence")
        parts.append("\n".join(_note(content)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _body(content: "Content") -> list[str]:
    return [
        "## How likely each step is",
        _steps(content),
        _section("Red lines", _red_lines(content), "No red line is on record."),
        "## What holds, and why",
        *_outcomes(content),
        _lines("Points of no return", content.no_return, "None among the open steps."),
        _lines("What would change it", content.changes, "Nothing that is unknown moves it."),
        _section(
            "Experts beside the model",
            [
                f"{_safe(one.by)}, {_safe(one.of)}: {_safe(spoken(one))}; "
                f"{one.verdict}{_refs(one.because)}"
                for one in content.experts
            ],
            "No named expert's expectation is on record.",
        ),
        _lines("Assumed, and not known", content.assumptions[:MOST_LINES], "Nothing."),
    ]


def _steps(content: "Content") -> str:
    rows = ["| step | probability | in words | hangs on |", "| --- | --- | --- | --- |"]
    for step in (*content.steps, *content.standing):
        p = "–" if step.probability is None else words.percent(step.probability)
        lead = "goes on: " if step.taken else ""
        hangs = _safe(step.hangs_on[0].text) if step.hangs_on else ""
        clause = f"{lead}{_safe(step.clause)}{_refs(step.because)}"
        rows.append(f"| {clause} | {p} | {step.term} | {hangs} |")
    return "\n".join(rows)


def _red_lines(content: "Content") -> list[str]:
    told = []
    for one in content.red_lines:
        risk = "" if one.probability is None else f" Crossed in {words.percent(one.probability)}."
        threat = f" Threatened: {_safe(one.threat)}." if one.threat else ""
        told.append(
            f"{_safe(one.by)}, against this: {_safe(one.text)}.{threat}{risk}{_refs(one.because)}"
        )
    return told


def _outcomes(content: "Content") -> list[str]:
    told = []
    for one in content.outcomes:
        if not one.why:
            continue
        chance = "" if one.probability is None else f" ({words.percent(one.probability)})"
        holds = HOLDS.get(strongest(one.concepts), "no equilibrium of the model as it stands")
        told.append(f"**{one.letter}. {_safe(one.name)}**{chance}: {holds}.")
        told.append("\n".join(f"- {_line(line)}" for line in one.why))
    return told


def _lines(title: str, lines: "Iterable[Line]", empty: str) -> str:
    return _section(title, [_line(line) for line in lines], empty)


def _section(title: str, items: list[str], empty: str) -> str:
    body = "\n".join(f"- {item}" for item in items) or empty
    return f"## {title}\n\n{body}"


def _line(line: "Line") -> str:
    assumed = f" *({_safe(line.assumed)})*" if line.assumed else ""
    return f"{_safe(line.text)}{assumed}{_refs(line.because)}"


def _refs(because: tuple[int, ...]) -> str:
    return "".join(f"[^{n}]" for n in because)


def _note(content: "Content") -> list[str]:
    told = []
    for row in content.claims:
        says = f" {_safe(row.says)}:" if row.says else ""
        speaker = f", says {_safe(row.speaker)}" if row.speaker else ""
        told.append(f"[^{row.number}]: {row.kind}:{says} “{_safe(row.quote)}”{speaker}.")
    return told


def _safe(text: str) -> str:
    """Return text on one line, with what Markdown would take for its own signs escaped."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return _SIGNS.sub(r"\\\1", " ".join(plain.split()))
