"""The page Outcomes: which states hold, drawn and listed, and why each does or doesn't."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import numpy as np
from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from detente.axes import BoolM
from detente.errors import DetenteError, InputError
from detente.model.states import pattern
from detente.report import narrate, words
from detente.report.voice import Voice
from detente.solve.result import Stability
from detente.web import answers
from detente.web.bench import Desk, placed, screen, status_of
from detente.web.graph import KINDS
from detente.web.kept import part
from detente.web.moves import told
from detente.web.saying import sentence
from detente.web.templating import made, page
from detente.web.unshown import unshown

PAGE = 40
LONGEST = 9
"""No state has more digits."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page was asked: a state or a move, and the filters of the table."""

    state: int | None
    before: int | None
    after: int | None
    concept: str
    dm: str
    option: str
    taken: str
    page: int

    @property
    def filters(self) -> dict[str, str]:
        """The filters, as they stand in an address."""
        given = {"concept": self.concept, "dm": self.dm, "option": self.option}
        return {name: value for name, value in given.items() if value} | (
            {"taken": self.taken} if self.option else {}
        )


@router.get("/outcomes")
def show(  # noqa: PLR0917 - the page's filters
    request: Request,
    desk: Desk,
    state: str = "",
    before: str = "",
    after: str = "",
    concept: str = "",
    dm: str = "",
    option: str = "",
    taken: str = "",
    at: str = "",
) -> Response:
    """Show what holds, the states that fit the filters, and why one of them holds or doesn't."""
    only_why = request.headers.get("hx-target") == "why"
    try:
        text = desk.model().text
        nth = int(at) if at.isdecimal() and len(at) < LONGEST else 0
        asked = Asked(
            _number(state), _number(before), _number(after), concept, dm, option, taken, nth
        )
        if only_why:
            why = part("why.html.j2", text, asked, lambda: {"wrong": ""} | _told(text, asked))
            return HTMLResponse(placed(why, desk.at))
        body = part("outcomes_body.html.j2", text, asked, lambda: _body(text, asked))
    except DetenteError as error:
        if only_why:
            return HTMLResponse(placed(_trouble(error), desk.at), status_of(error))
        return unshown(request, desk, "/outcomes", error)
    return screen(request, "outcomes.html.j2", "/outcomes", body=body)


def _trouble(error: DetenteError) -> str:
    """Say an error where the reasons would stand."""
    content = {"wrong": sentence(error), "chosen": None, "move": None, "why": None}
    return page("why.html.j2", content | {"nodes": (), "called": {}})


def _number(given: str) -> int | None:
    if not given:
        return None
    if not given.isdecimal() or len(given) > LONGEST:
        raise InputError(f"{given[:20]!r} is no state", "choose one of the table")
    return int(given)


def _body(text: str, asked: Asked) -> dict[str, Any]:
    """Return all that the page shows."""
    stability = answers.solved(text)
    held = answers.held(text)
    speaking = answers.spoken(text)
    game = stability.game
    fits = _fitting(stability, asked)
    listed = np.flatnonzero(fits & _taken(stability, asked)).tolist()
    nth = min(asked.page, max(0, len(listed) - 1) // PAGE)
    shaken, more_shaken = answers.together(text)
    return _told(text, asked) | {
        "wrong": "",
        "summary": _summary(stability),
        "held": held,
        "drawn": held.drawn,
        "drawing": made(held.drawn.svg),
        "elements": json.dumps(held.drawn.elements, ensure_ascii=False, separators=(",", ":")),
        "fits": ",".join(str(one.state) for one in held.drawn.nodes if fits[one.state]),
        "kinds": KINDS,
        "letters": held.letters,
        "moves": held.drawn.elements["moves"],
        "holding": [
            {
                "state": one.state,
                "name": one.name,
                "fits": bool(fits[one.state]),
                "leaving": [
                    _leaving(stability, concept, one.state) for concept in stability.concepts
                ],
            }
            for one in held.outcomes
        ],
        "shaken": shaken,
        "more_shaken": more_shaken,
        "rows": [_row(stability, speaking, s) for s in listed[nth * PAGE : (nth + 1) * PAGE]],
        "found": len(listed),
        "every": len(game.states),
        "page": nth,
        "pages": -(-len(listed) // PAGE),
        "query": urlencode(asked.filters),
        "filtered": bool(asked.filters),
        "asked": asked,
        "options": game.options,
        "makers": game.decision_makers,
        "names": speaking.names,
    }


def _told(text: str, asked: Asked) -> dict[str, Any]:
    """Return why the state holds, or the move is made, that was asked about."""
    stability = answers.solved(text)
    held = answers.held(text)
    speaking = answers.spoken(text)
    found: dict[str, Any] = {
        "concepts": stability.concepts,
        "now": stability.game.status_quo,
        "nodes": held.drawn.nodes,
        "chosen": None,
        "move": None,
        "why": None,
        "letter": "",
    }
    called = {one.state: _called(speaking, one.letter, one.state) for one in held.drawn.nodes}
    if asked.before is not None and asked.after is not None:
        move = told(stability, speaking, asked.before, asked.after)
        for s in (move.before, move.after):
            called.setdefault(s, f"state {s}")
        found |= {"move": move}
    else:
        chosen = stability.game.status_quo if asked.state is None else asked.state
        if chosen is not None:
            chosen = stability.game.state(chosen)
            found |= {
                "chosen": chosen,
                "letter": held.letters.get(chosen, ""),
                "why": _why(stability, speaking, chosen),
            }
    return found | {"called": called}


def _called(speaking: Voice, letter: str, s: int) -> str:
    base = speaking.game.status_quo
    clauses = speaking.difference(base or 0, s)
    said = "as things are" if s == base else "; ".join(clauses) or "nobody acts"
    return f"{letter}: {words.shortened(said, 70)}"


def _summary(stability: Stability) -> str:
    """Say in two sentences how much holds."""
    game = stability.game
    held = np.array([stability.equilibrium(one) for one in stability.concepts])
    some, every = int(held.any(axis=0).sum()), int(held.all(axis=0).sum())
    if not some:
        return f"Of {len(game.states):,} states none holds under any concept: somebody always moves on."
    opening = (
        f"Of {len(game.states):,} states {some:,} {'holds' if some == 1 else 'hold'}"
        f" under some concept and {f'{every:,}' if every else 'none'} under every one."
    )
    if game.status_quo is None:
        return f"{opening} Which of them is the present one, the model doesn’t say."
    now = [
        words.CONCEPTS[one]
        for one in stability.concepts
        if stability.equilibrium(one)[game.status_quo]
    ]
    if len(now) == len(stability.concepts):
        return f"{opening} The present state holds under every one."
    if now:
        return f"{opening} The present state holds under {words.listed(now)}."
    return f"{opening} The present state does not hold."


def _leaving(stability: Stability, concept: str, s: int) -> list[int]:
    found: list[int] = np.flatnonzero(~stability.of(concept)[:, s]).tolist()
    return found


def _fitting(stability: Stability, asked: Asked) -> BoolM:
    """Say of each state whether it is stable as the filters ask."""
    game = stability.game
    who = [game.decision_maker(asked.dm)] if asked.dm else range(len(game.decision_makers))
    concepts = [asked.concept] if asked.concept else list(stability.concepts)
    kept = game.feasible.copy()
    if asked.concept or asked.dm:
        kept &= np.any([np.all(stability.of(one)[list(who)], axis=0) for one in concepts], axis=0)
    return kept


def _taken(stability: Stability, asked: Asked) -> BoolM:
    """Say of each state whether the option is taken there, or isn't, as the filters ask."""
    states = np.arange(len(stability.game.feasible))
    if not asked.option:
        return np.ones(len(states), dtype=np.bool_)
    bit = states >> stability.game.option(asked.option) & 1
    return bit == (asked.taken != "no")


def _row(stability: Stability, speaking: Voice, s: int) -> dict[str, Any]:
    game = stability.game
    return {
        "state": s,
        "pattern": pattern(s, len(game.options)),
        "says": words.sentence_case("; ".join(speaking.situation(s))) or "Nobody acts",
        "holds": [one for one in stability.concepts if stability.of(one)[:, s].all()],
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
