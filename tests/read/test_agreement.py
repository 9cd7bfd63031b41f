"""The agreement of two annotators, against a case counted by hand."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SET = Path(__file__).parents[2] / "evaluation"
TEXT = "Ruritania struck at dawn. Zenda may answer, and it would be war. Ruritania fled.\n"
HEAD = 'crisis = "Zenda"\nmanner = "wire"\nactors = [{actors}]\n'
ACT = """
[[claims]]
kind = "{kind}"
quote = "{quote}"
actor = "{actor}"
status = "{status}"
event = "ASSAULT"
optional = {optional}
"""


def act(quote: str, actor: str, kind: str = "event", *, optional: bool = False) -> str:
    status = "done" if kind == "event" else "possible"
    return ACT.format(
        kind=kind, quote=quote, actor=actor, status=status, optional=str(optional).lower()
    )


@pytest.fixture(scope="module")
def agreement() -> ModuleType:
    spec = importlib.util.spec_from_file_location("agreement", SET / "agreement.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["agreement"] = module
    spec.loader.exec_module(module)
    return module


def test_border_cases_hide_disagreement_that_the_f_shows(
    agreement: ModuleType, tmp_path: Path
) -> None:
    """The first requires 1 of 2 acts, the second both: precision 1, recall 1, F 2/3."""
    (tmp_path / "test").mkdir()
    (tmp_path / "second").mkdir()
    (tmp_path / "same.toml").write_text("same = []\n", encoding="utf-8")
    (tmp_path / "test" / "zenda.txt").write_text(TEXT, encoding="utf-8")
    first = HEAD.format(actors='"ruritania"') + 'actors_also = ["zenda"]\n'
    first += act("Ruritania struck at dawn", "ruritania")
    first += act("Ruritania fled", "ruritania", optional=True)
    second = HEAD.format(actors='"ruritania", "zenda"')
    second += act("Ruritania struck", "zenda") + act("Ruritania fled", "ruritania")
    second += act("Zenda may answer", "zenda", "option")
    (tmp_path / "test" / "zenda.toml").write_text(first, encoding="utf-8")
    (tmp_path / "second" / "zenda.toml").write_text(second, encoding="utf-8")

    shown = agreement.table(agreement.pairs(tmp_path, tmp_path / "second")).splitlines()
    assert "| acts done or ongoing | 1 | 2 | 1 | 0.67 | 1.00 | 1.00 |" in shown
    assert "| options not yet done | 0 | 1 | 0 | 0.00 | 0.00 | - |" in shown
    assert "| actors (canonical) | 1 | 2 | 1 | 0.67 | 1.00 | 1.00 |" in shown
    assert "| actor right | 0.00 | 0.00 | 1 |" in shown
    assert "| status right | 1.00 | 1.00 | 1 |" in shown


def test_the_second_annotation_fits_its_texts(agreement: ModuleType) -> None:
    """Loading checks each quote, kind, status, type and actor."""
    both = agreement.pairs(SET, SET / "second")
    assert [second.name for _, second in both] == [
        path.stem for path in sorted((SET / "second").glob("*.toml"))
    ]
    assert all(first.text == second.text for first, second in both)
    assert len(both) == 8
