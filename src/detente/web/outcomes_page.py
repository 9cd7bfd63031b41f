"""The page Outcomes: which states hold, drawn and listed, and why each does or doesn't."""

from typing import Any

import numpy as np
from fastapi import APIRouter, Request, Response

from detente.errors import DetenteError, InputError
from detente.model.states import pattern
from detente.report import narrate, words
from detente.report.voice import Voice
from detente.solve.result import Stability
from detente.web import answers
from detente.web.bench import Desk, screen, sentence, status_of
from detente.web.templating import made

PAGE = 40

router = APIRouter(include_in_schema=False)


@router.get("/outcomes")
def show(  # noqa: PLR0917 - the page's filters
    request: Request,
    desk: Desk,
    state: str = "",
    concept: str = "",
    option: str = "",
    taken: str = "",
    at: str = "",
) -> Response:
    """Show what holds, the states that fit the filters, and why one of them holds or doesn't."""
    try:
        text = desk.model().text
        stability = answers.solved(text)
        held = answers.held(text)
        speaking = answers.spoken(text)
        chosen = _chosen(stability, state)
        listed = _filtered(stability, concept, option, taken)
    except DetenteError as error:
        return screen(
            request,
            "trouble.html.j2",
            "/outcomes",
            status=status_of(error),
            trouble=sentence(error),
        )
    page = int(at) if at.isdecimal() and len(at) < 7 else 0  # noqa: PLR2004 - a page's number
    page = min(page, max(0, len(listed) - 1) // PAGE)
    letters = {one.state: one.letter for one in held.outcomes}
    game = stability.game
    return screen(
        request,
        "outcomes.html.j2",
        "/outcomes",
        held=held,
        drawing=made(held.drawing),
        letters=letters,
        speaking=speaking,
        equilibria=[
            (one, stability.equilibria(one)[:PAGE].tolist(), len(stability.equilibria(one)))
            for one in stability.concepts
        ],
        rows=[_row(stability, speaking, s) for s in listed[page * PAGE : (page + 1) * PAGE]],
        found=len(listed),
        every=len(game.states),
        page=page,
        pages=-(-len(listed) // PAGE),
        concepts=stability.concepts,
        options=game.options,
        phrases=speaking.phrases,
        names=speaking.names,
        concept=concept,
        option=option,
        taken=taken,
        chosen=chosen,
        why=None if chosen is None else _why(stability, speaking, chosen),
        letter=letters.get(-1 if chosen is None else chosen, ""),
        now=game.status_quo,
    )


def _chosen(stability: Stability, state: str) -> int | None:
    if not state:
        return None
    if not state.isdecimal() or len(state) > 9:  # noqa: PLR2004 - more digits than any state has
        raise InputError(f"{state[:20]!r} is no state", "choose one of the table")
    return stability.game.state(int(state))


def _filtered(stability: Stability, concept: str, option: str, taken: str) -> list[int]:
    game = stability.game
    kept = game.feasible.copy()
    if concept:
        kept &= stability.equilibrium(concept)
    if option:
        bit = np.arange(len(kept)) >> game.option(option) & 1
        kept &= bit == (taken != "no")
    found: list[int] = np.flatnonzero(kept).tolist()
    return found


def _row(stability: Stability, speaking: Voice, s: int) -> dict[str, Any]:
    game = stability.game
    holds = [one for one in stability.concepts if stability.of(one)[:, s].all()]
    return {
        "state": s,
        "pattern": pattern(s, len(game.options)),
        "says": words.sentence_case("; ".join(speaking.situation(s))) or "Nobody acts",
        "holds": holds,
        "now": s == game.status_quo,
    }


def _why(stability: Stability, speaking: Voice, s: int) -> dict[str, Any]:
    """Return for each decision maker and concept the verdict and the reason in words."""
    game = stability.game
    makers = []
    for i, dm in enumerate(game.decision_makers):
        told: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
        for concept in stability.concepts:
            witness = stability.why(concept, i, s)
            sentences = tuple(narrate.why(speaking, witness))
            told.setdefault((witness.stable, sentences), []).append(concept)
        makers.append(
            {
                "id": dm,
                "name": words.sentence_case(speaking.names[i]),
                "verdicts": [
                    {"stable": stable, "sentences": sentences, "concepts": concepts}
                    for (stable, sentences), concepts in told.items()
                ],
            }
        )
    return {
        "situation": words.sentence_case("; ".join(speaking.situation(s))) or "Nobody acts",
        "pattern": pattern(s, len(game.options)),
        "makers": makers,
        "holds": [one for one in stability.concepts if stability.of(one)[:, s].all()],
    }
