"""What people can call has a heading in the docs, and the docs keep to the house's form."""

from pathlib import Path

import pytest

from detente import cases
from detente.model.conflict import CONCEPTS

ROOT = Path(__file__).parent.parent
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)


def test_every_verb_has_a_heading():
    from typer.main import get_command

    from detente.cli.app import app

    page = (ROOT / "docs/reference/command-line.md").read_text()
    verbs = get_command(app).commands
    assert verbs
    for verb in verbs:
        assert f"## detente {verb}\n" in page


@pytest.mark.parametrize("concept", CONCEPTS)
def test_every_concept_has_a_page(concept):
    assert (ROOT / f"docs/theory/{concept}.md").exists()


def test_every_case_is_told_of():
    page = (ROOT / "docs/theory/published-cases.md").read_text()
    for name in cases.names():
        assert f"`{name}`" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_starts_with_its_title(page):
    first = page.read_text().splitlines()[0]
    assert first.startswith("# ")
