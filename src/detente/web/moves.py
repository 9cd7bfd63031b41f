"""Why one move is made or isn't, in words."""

from dataclasses import dataclass
from typing import Any

from detente.model.game import Game
from detente.report import narrate, words
from detente.report.voice import Voice
from detente.solve.result import Deterred, Move, Stability, Witness
from detente.solve.why import deterrent

MOST_ACTS = 12
MOST_ANSWERED = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of a move."""

    before: int
    after: int
    mover: int | None
    act: str
    verdicts: tuple[dict[str, Any], ...]
    notes: tuple[str, ...]


def told(stability: Stability, voice: Voice, before: int, after: int) -> Told:
    """Say whether a move is made, concept by concept, and why or why not.

    Parameters
    ----------
    stability : Stability
        The model, solved.
    voice : Voice
        Its words.
    before, after : int
        Feasible states.

    Returns
    -------
    Told
        `mover` is None where nobody can make the move, and `notes` says why.
    """
    game = stability.game
    s, q = game.state(before), game.state(after)
    impossible = _impossible(voice, s, q)
    if impossible:
        return Told(s, q, None, "; ".join(voice.difference(s, q)[:MOST_ACTS]), (), (impossible,))
    mover = int(game.owner[voice.changed(s, q)[0]])
    move = Move(mover, s, q)
    notes = []
    if final(game, s, q):
        notes.append("This cannot be taken back.")
    if game.rank[mover, q] <= game.rank[mover, s]:
        notes = [_does_not_pay(voice, move), *_answers(stability, voice, move), *notes]
        verdicts: list[dict[str, Any]] = []
    else:
        verdicts = _verdicts(stability, voice, move)
    act = f"{voice.names[mover]} {voice.present_act(move)}"
    return Told(s, q, mover, act, tuple(verdicts), tuple(notes))


def final(game: Game, s: int, q: int) -> bool:
    """Say whether a move changes an option that can't be changed back."""
    return any(
        not (game.backward[k] if q >> k & 1 else game.forward[k])
        for k in range(len(game.options))
        if (s ^ q) >> k & 1
    )


def _impossible(voice: Voice, s: int, q: int) -> str:
    """Return why nobody can make a move, empty where somebody can."""
    game = voice.game
    if s == q:
        return "These are the same state: there is nothing to do."
    movers = sorted({int(game.owner[k]) for k in voice.changed(s, q)})
    if len(movers) > 1:
        names = words.sentence_case(words.listed([voice.names[i] for i in movers]))
        return f"{names} would have to act, so it takes more than one move."
    stuck = [
        k for k in voice.changed(s, q) if not (game.forward[k] if q >> k & 1 else game.backward[k])
    ]
    if stuck:
        what = words.listed([voice.phrases[k] for k in stuck])
        back = any(s >> k & 1 for k in stuck)
        how = "what can't be taken back" if back else "what can't be taken up again"
        return f"{words.sentence_case(voice.names[movers[0]])} can't: it would change {how} (to {what})."
    if not game.legal(s, q):
        return "The rules of the model allow no such move."
    return ""


def _verdicts(stability: Stability, voice: Voice, move: Move) -> list[dict[str, Any]]:
    """Return whether an improvement is deterred, concepts that say the same together."""
    found: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for concept in stability.concepts:
        held = deterrent(stability.game, concept, move)
        sentences = tuple(narrate.why(voice, _witness(concept, move, held)))
        found.setdefault((held is not None, sentences), []).append(concept)
    return [
        {"deterred": deterred, "sentences": sentences, "concepts": concepts}
        for (deterred, sentences), concepts in found.items()
    ]


def _witness(concept: str, move: Move, held: Deterred | None) -> Witness:
    if held is None:
        return Witness(concept, move.mover, move.before, stable=False, undeterred=move)
    return Witness(concept, move.mover, move.before, stable=True, deterred=(held,))


def _does_not_pay(voice: Voice, move: Move) -> str:
    i = move.mover
    rank = voice.game.rank[i]
    name = words.sentence_case(voice.names[i])
    if rank[move.after] == rank[move.before]:
        return f"{name} would be no better off, so {voice.pronoun(i)} {voice.agree(i, 'does', 'do')} not do it for its own sake."
    return f"{name} would like that less than where it stands, so {voice.pronoun(i)} {voice.agree(i, 'does', 'do')} not do it for its own sake."


def _answers(stability: Stability, voice: Voice, move: Move) -> list[str]:
    """Say which improvements this move is part of the answer to."""
    game = stability.game
    start = game.status_quo
    if start is None:
        return []
    said: list[str] = []
    for i in range(len(game.decision_makers)):
        for concept in stability.concepts:
            if i == move.mover or concept == "sim" or not stability.of(concept)[i, start]:
                continue
            for one in stability.why(concept, i, start).deterred:
                if move in one.reply:
                    line = (
                        f"It is part of the answer that keeps {voice.names[i]} from "
                        f"{voice.act(one.improvement, 'gerund')}."
                    )
                    if line not in said:
                        said.append(line)
    return said[:MOST_ANSWERED]
