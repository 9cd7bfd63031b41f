"""Which steps the answer is about: the grave and the contested, not the likeliest courtesy.

That a neighbour mediates may be near certain and answers nothing. A step bears on the
crisis where it is an act of force or pressure, or where another party is known to want it
or to mind it.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.draft.gravity import TRIFLE, gravity
from detente.model.conflict import DecisionMaker
from detente.report.content import Step

if TYPE_CHECKING:
    from detente.report.outlook import Told

LEAST = 2
ASIDE = 0.2


def foremost(told: "Told", steps: Sequence[Step]) -> list[Step]:
    """Return the steps that bear on the crisis, in the order given; all, where none does.

    A step that nobody minds counts where none that is graver or contested is possible.

    Parameters
    ----------
    told : Told
        The model, and what it is told from.
    steps : sequence of Step
        What may still happen.
    """
    weights = {step.option: _weight(told, step) for step in steps}
    pressing = any(
        weights[step.option] >= LEAST and (step.probability or 0.0) >= ASIDE for step in steps
    )
    least = LEAST if pressing else 1
    return [step for step in steps if weights[step.option] >= least] or list(steps)


def _weight(told: "Told", step: Step) -> int:
    owner, _, option = step.option.partition(".")
    one = told.conflict.decision_makers[owner].options[option]
    grave = gravity(one.label or step.act)
    if grave == TRIFLE:
        return 0
    others = (maker for name, maker in told.conflict.decision_makers.items() if name != owner)
    drawn = any(step.option in line.against for line in told.conflict.red_lines)
    return grave + drawn + any(_minds(maker, step.option) for maker in others)


def _minds(maker: DecisionMaker, option: str) -> bool:
    """Whether a decision maker's wishes speak of another's option, or rank the outcomes outright."""
    if maker.priorities is not None:
        said = [one.statement for one in maker.priorities]
    elif maker.weights:
        said = list(maker.weights)
    else:
        return True
    named = re.compile(rf"(?<![\w.]){re.escape(option)}(?![\w.])")
    return any(named.search(one) for one in said)


def apart(about: Sequence[Step], steps: Sequence[Step]) -> bool:
    """Say whether a step that is left aside is likely enough that it must be said."""
    return any((step.probability or 0.0) >= ASIDE for step in steps if step not in about)
