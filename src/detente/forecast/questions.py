"""What is asked of a forecast: the sets of states whose entering is given a probability."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.axes import BoolM
from detente.forecast.beliefs import Beliefs
from detente.forecast.no_return import no_return
from detente.model.conflict import Conflict, ExpertForecast
from detente.model.game import Game
from detente.model.statements import parse, truth


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A statement that is asked about, and why: a question, an expert's, a red line."""

    kind: str
    statement: str
    truth: BoolM
    by: str = ""
    expert: ExpertForecast | None = None

    def names(self, option: str) -> bool:
        """Say whether it asks for nothing but an option."""
        return self.statement.strip().strip("()").strip() == option


def asked(conflict: Conflict | Game, questions: Sequence[str]) -> list[Question]:
    """Return every statement that is asked about: the user's, the experts', the red lines.

    What experts expect under a condition is left to `detente.forecast.conditionals`.

    Raises
    ------
    StatementError
        If one is no statement of this conflict.
    """
    if isinstance(conflict, Game):
        names = conflict.options
        return [
            Question("question", text, parse(text, names).truth(len(names))) for text in questions
        ]
    found = [Question("question", text, truth(conflict, text)) for text in questions]
    for one in conflict.experts:
        if not one.given:
            where = truth(conflict, one.of)
            found.append(Question("expert", one.of, where, by=one.by, expert=one))
    for line in conflict.red_lines:
        where = truth(conflict, line.against, line.by)
        found.append(Question("red_line", line.against, where, by=line.by))
    return found


def targets(found: Beliefs, questions: Sequence[Question]) -> tuple[list[BoolM], list[str]]:
    """Return the sets of states, and their names: options, questions, no return."""
    masks = np.arange(len(found.game.feasible))
    sets = [(masks >> k & 1).astype(np.bool_) for k in range(len(found.game.options))]
    labels = list(found.game.options)
    for one in questions:
        sets.append(one.truth)
        labels.append(one.statement)
    sets.append(no_return(found.game, found.start))
    labels.append("no return")
    return sets, labels
