"""Run the Python blocks of the README and of every page of the docs as tests."""

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

collect_ignore_glob = ["src/detente/store/migrations/*"]  # Alembic imports these, nobody else

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md", "docs/**/*.md"],
).pytest()
