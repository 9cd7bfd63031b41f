"""Who contends for the rule of a state is a party of his own; who holds it undisputed is the state."""

import pytest

from detente.read.reading import read_text


def cast(text: str) -> set[str]:
    return {actor.id for actor in read_text(text).actors if actor.role == "party"}
