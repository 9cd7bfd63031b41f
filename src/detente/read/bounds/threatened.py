"""What a red line announces is threatened: "would bomb the camps" in "if they stay, we would bomb"."""

from collections.abc import Sequence
from dataclasses import replace

from detente.read.claim import Claim
from detente.read.done.act import Act
from detente.read.grammar.conditions import Conditional

# rules of lines whose own words hold the answer
_ANSWERING = frozenset(
    (
        "threat with a condition", "do it, or we will",
        "one more, and we will", "otherwise", "will strike any", "will answer any", "ready to strike any", "vowed to strike any",
        "under orders to", "reserves the right",
    )
)  # fmt: skip
_KIND = frozenset(("AID", "SUPPORT", "RETREAT", "AGREE", "COOPERATE", "CONSULT", "CONCEDE"))


def threatened(
    acts: tuple[Act, ...], lines: Sequence[Claim], conditions: Sequence[Conditional]
) -> tuple[Act, ...]:
    """Return the acts, those that answer the crossing of a line as threatened.

    Parameters
    ----------
    acts : tuple of Act
        In the order of the text.
    lines : sequence of Claim
        The red lines of the same article.
    conditions : sequence of Conditional
        Its conditionals: what stands behind "if" answers nothing.
    """
    spans = [(line.start, line.end, line.actor) for line in lines if line.rule in _ANSWERING]
    if not spans:
        return acts
    behind = [(each.condition_start, each.condition_end) for each in conditions]
    return tuple(
        replace(act, status="threatened") if _answers(act, spans, behind) else act for act in acts
    )


def _answers(
    act: Act,
    spans: Sequence[tuple[int, int, str | None]],
    behind: Sequence[tuple[int, int]],
) -> bool:
    place = act.head.idx
    if act.status not in {"planned", "possible"} or act.noun is act.head or act.event in _KIND:
        return False
    if any(start <= place < end for start, end in behind):
        return False
    return any(
        start <= place < end and (act.actor == actor or actor is None or act.actor is None)
        for start, end, actor in spans
    )
