"""What would have to be wanted otherwise for the likeliest outcome to hold, or to stop holding."""

from typing import TYPE_CHECKING

from detente.report import words
from detente.report.content import Line, Outcome
from detente.report.hinges import aim
from detente.report.outcomes import strongest
from detente.report.voice import Voice

if TYPE_CHECKING:
    from detente.report.brief import Brief
    from detente.solve.change import Edit

MOST_OPTIONS = 12
MOST_EDITS = 2


def turning(brief: "Brief", voice: Voice, outcomes: list[Outcome]) -> list[Line]:
    """Say which single change of a priority turns the likeliest outcome's verdict round.

    Parameters
    ----------
    brief : Brief
        The results.
    voice : Voice
        The words of the conflict.
    outcomes : list of Outcome
        The outcomes, likeliest first.

    Returns
    -------
    list of Line
        At most one, naming up to two changes, swaps and drops before additions. Large models are left out, as
        are those whose preferences aren't given as priorities.
    """
    makers = brief.conflict.decision_makers.values()
    if (
        not outcomes
        or len(brief.game.options) > MOST_OPTIONS
        or not any(maker.priorities for maker in makers)
    ):
        return []
    from detente.solve.change import what_would_change

    top = outcomes[0]
    concept = strongest(top.concepts) or "seq"
    for kinds in (("swap", "drop"), ("add",)):
        found = what_would_change(
            brief.conflict, top.state, concept, edits=1, kinds=kinds, limit=MOST_EDITS
        )
        if found.changes:
            break
    if not found.changes:
        return []
    name = "the present state" if top.now else f"outcome {top.letter}"
    verdict = "would hold" if found.makes else "would stop holding"
    ways = [edited(voice, change.edits[0]) for change in found.changes]
    called = words.CONCEPTS.get(concept, concept)
    return [
        Line(
            f"In the model as it stands, {name} {verdict} ({called}) if one priority changed: "
            f"if {'; or if '.join(ways)}."
        )
    ]


def edited(voice: Voice, edit: "Edit") -> str:
    """Say one change to the priorities of a decision maker, as it stands after "if"."""
    i = voice.game.decision_makers.index(edit.decision_maker)
    name = voice.names[i]
    wish = aim(voice, i, edit.statement)
    if edit.kind == "drop":
        return f"{name} no longer cared {wish}"
    if edit.kind == "swap":
        other = aim(voice, i, edit.other_statement)
        return f"{name} cared more {other} than {wish}"
    place = words.ordinal(edit.position + 1)
    return f"{name} also cared {wish}, as {voice.agree(i, 'its', 'their')} {place} priority"
