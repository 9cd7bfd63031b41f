"""What the verbs print: fits 80 columns, no colour in a pipe, the same each time, bounded."""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from report import makers
from rich.console import Console

from detente.model.conflict import Conflict
from detente.report import terminal
from detente.solve.solving import solve

GOLDEN = Path(__file__).parent / "golden"

PRINTED = {
    "brief": lambda c: terminal.print_brief(makers.brief(), c),
    "reading": lambda c: terminal.print_reading(makers.reading(), c, explain=True),
    "draft": lambda c: terminal.print_draft(makers.conflict(), c),
    "stability": lambda c: terminal.print_stability(makers.conflict(), makers.brief().stability, c),
    "why": lambda c: terminal.print_why(makers.conflict(), makers.brief().stability, 16, c),
    "forecast": lambda c: terminal.print_forecast(makers.conflict(), makers.forecast(), c),
    "cases": lambda c: terminal.print_cases({"strait": makers.conflict()}, c),
}


def printed(verb: str, width: int = 80) -> str:
    out = io.StringIO()
    PRINTED[verb](Console(file=out, width=width, highlight=False))
    return out.getvalue()


@pytest.mark.parametrize("verb", PRINTED)
def test_it_prints_what_it_printed_before(verb):
    """Set DETENTE_GOLDEN=write to accept a change, and read the difference before committing it."""
    file = GOLDEN / f"{verb}.txt"
    text = "\n".join(line.rstrip() for line in printed(verb).splitlines()) + "\n"
    if os.environ.get("DETENTE_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", PRINTED)
@pytest.mark.parametrize("width", [60, 80, 140])
def test_it_fits_and_has_no_colour_in_a_pipe(verb, width):
    text = printed(verb, width)
    assert "\x1b" not in text
    assert max(len(line) for line in text.splitlines()) <= width


def test_control_characters_do_not_reach_the_terminal():
    conflict = makers.conflict()
    conflict.title = "Title \x1b[31mred\x07"
    out = io.StringIO()
    terminal.print_draft(conflict, Console(file=out, width=80))
    assert "\x1b" not in out.getvalue()
    assert "\x07" not in out.getvalue()


def test_a_large_conflict_prints_in_bounds():
    large = Conflict(status_quo=[], title="Large")
    for n in range(6):
        large.add(f"dm{n}", options=[f"a{n}", f"b{n}"], priorities=[f"a{n} | b{n}"])
    out = io.StringIO()
    terminal.print_stability(large, solve(large), Console(file=out, width=80))
    assert "more equilibria" in out.getvalue()
    assert len(out.getvalue().splitlines()) < 120


def test_states_with_long_numbers_are_never_cut_short():
    large = Conflict(status_quo=[], title="Large")
    for n in range(8):
        large.add(f"dm{n}", options=[f"a{n}", f"b{n}"], priorities=[f"a{n} & b{n}"])
    out = io.StringIO()
    terminal.print_stability(large, solve(large), Console(file=out, width=80))
    assert " 65535 " in out.getvalue()
    assert "…" not in out.getvalue()
    assert max(len(line) for line in out.getvalue().splitlines()) <= 80


def test_a_reading_without_claims_says_so():
    out = io.StringIO()
    empty = makers.Reading((makers.Document("d1", "Weather", None, "-", "Sun."),), (), ())
    terminal.print_reading(empty, Console(file=out, width=80))
    assert "No claim was found" in out.getvalue()


def test_what_is_left_open_is_told_with_the_likeliest_doer():
    reading = makers.reading()
    left = tuple(replace(reading.claims[0], id=f"c{90 + n}", trust=0.3) for n in range(25))
    out = io.StringIO()
    terminal.print_reading(replace(reading, doubtful=left), Console(file=out, width=80))
    text = out.getvalue()
    assert "not clear whose they are: 25 acts" in text
    assert "perhaps" in text
    assert "and 5 more: use --json to see them all" in text


def test_a_statement_that_is_left_open_is_told_with_the_likeliest_speaker():
    reading = makers.reading()
    act = replace(reading.claims[0], id="c90", trust=0.3)
    said = replace(act, id="c91", kind="statement", actor=None, speaker="moldova")
    out = io.StringIO()
    terminal.print_reading(replace(reading, doubtful=(act, said)), Console(file=out, width=80))
    assert "not clear whose they are: one act and one statement" in " ".join(out.getvalue().split())
    assert "(perhaps moldova)" in out.getvalue()
