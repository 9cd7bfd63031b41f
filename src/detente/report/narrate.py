"""Put the solvers' witnesses into sentences.

The argument for a state's stability is always the same: *if I moved there, they
would answer so, which leaves me no better off, so I don't*. Each sentence here
is made from a `Witness` and the conflict's `Voice`, and from nothing else.
"""

from typing import Any

from detente.model.conflict import Conflict
from detente.report import words
from detente.report.voice import Voice
from detente.report.voice import voice as voice_of
from detente.solve.result import Deterred, Move, Stability, Witness

MOST_REPLIES = 4
OWN_INTEREST = frozenset({"seq", "sseq"})


def why(voice: Voice, witness: Witness, *, limit: int = 3) -> list[str]:
    """Say why a state is stable for a decision maker, or why it isn't.

    Parameters
    ----------
    voice : Voice
        The words of the conflict.
    witness : Witness
        From ``stability.why(concept, decision_maker, state)``.
    limit : int
        At most so many deterred improvements are told; the others are counted.

    Returns
    -------
    list of str
        Whole sentences, at least one.
    """
    i = witness.decision_maker
    name = words.sentence_case(voice.names[i])
    if not witness.stable:
        if witness.undeterred is None:
            return [f"{name} {voice.agree(i, 'does', 'do')} not stay here."]
        return [unstable(voice, witness)]
    if not witness.deterred:
        return [content(voice, i, witness.state)]
    plainest = _plainest(witness)[:limit]
    told = [deterred(voice, witness, one) for one in plainest]
    more = len(witness.deterred) - len(plainest)
    if more > 0:
        told.append(
            f"{words.sentence_case(words.counted(more, 'other move'))} "
            f"that {voice.names[i]} would like better "
            f"{'meets' if more == 1 else 'meet'} such a reply too."
        )
    return told


def _plainest(witness: Witness) -> list[Deterred]:
    """Return the deterred improvements that don't merely add to another one, plainest first."""
    changes = {
        one.improvement.after: one.improvement.after ^ witness.state for one in witness.deterred
    }
    return sorted(
        (
            one
            for one in witness.deterred
            if not any(
                other & changes[one.improvement.after] == other
                for after, other in changes.items()
                if after != one.improvement.after
            )
        ),
        key=lambda one: changes[one.improvement.after].bit_count(),
    )


def content(voice: Voice, i: int, s: int) -> str:
    """Say that a decision maker has no move it prefers, or no move at all."""
    name = words.sentence_case(voice.names[i])
    moves = voice.game.moves(i, s)
    has = voice.agree(i, "has", "have")
    if not moves:
        return f"{name} {has} no move left to make here."
    gains = voice.agree(i, "gains", "gain")
    if len(moves) == 1:
        move = Move(i, s, moves[0])
        rank = voice.game.rank[i]
        feeling = "would like that less" if rank[moves[0]] < rank[s] else "would be no better off"
        return f"If {voice.names[i]} {voice.act(move, 'past')}, {voice.pronoun(i)} {feeling}."
    return f"{name} {gains} nothing by moving alone."


def unstable(voice: Voice, witness: Witness) -> str:
    """Say which move a decision maker would make, since nothing deters it."""
    move = witness.undeterred
    if move is None:
        raise ValueError("a stable state has no undeterred move")
    i = witness.decision_maker
    name = words.sentence_case(voice.names[i])
    said = f"{name} would gain by {voice.act(move, 'gerund')}"
    if witness.concept == "nash":
        return f"{said}."
    be = voice.agree(i, "is", "are")
    return f"{said}, and {be} not deterred: no reply would undo that."


def deterred(voice: Voice, witness: Witness, one: Deterred) -> str:
    """Tell one improvement, the reply that deters it, and what is left after that.

    It goes: "If South Korea supplied lethal weapons, Russia would have reason to give
    North Korea technology. That would leave South Korea worse off, so it does not."
    """
    i = witness.decision_maker
    subject = voice.names[i]
    game = voice.game
    opening = f"If {subject} {voice.act(one.improvement, 'past')}, "
    worse = bool(game.rank[i, one.sanction] < game.rank[i, witness.state])
    off = "worse off" if worse else "no better off"
    verdict = f"That would leave {subject} {off}"
    does = voice.agree(i, "does", "do")
    ending = f"so {voice.pronoun(i)} {does} not"
    if not one.reply:
        return f"{opening}{voice.pronoun(i)} would itself be no better off, {ending}."
    if witness.concept == "sim":
        reply = _together(voice, one.reply)
        return f"{opening}{reply} at the same time. {verdict}, {ending}."
    reply = _in_turn(voice, one.reply, gains=witness.concept in OWN_INTEREST)
    if one.counter is not None and one.counter.before != one.counter.after:
        then = "it then" if not voice.plural[i] else "they then"
        verdict += f", even if {then} {voice.act(one.counter, 'past')}"
    return f"{opening}{reply}. {verdict}, {ending}."


def _in_turn(voice: Voice, reply: tuple[Move, ...], *, gains: bool) -> str:
    """Return "Russia would have reason to X, and then North Korea to Y", or "Russia could X"."""
    told = [
        f"{voice.names[move.mover]} {link} {voice.act(move, 'base')}"
        for n, move in enumerate(reply[:MOST_REPLIES])
        for link in [("to" if n else "would have reason to") if gains else "could"]
    ]
    if len(reply) > MOST_REPLIES:
        told.append(f"{words.counted(len(reply) - MOST_REPLIES, 'more move')} would follow")
    return ", and then ".join(told)


def _together(voice: Voice, reply: tuple[Move, ...]) -> str:
    return words.listed(
        [f"{voice.names[move.mover]} might {voice.act(move, 'base')}" for move in reply]
    )


def why_json(conflict: Conflict, stability: Stability, s: int) -> dict[str, Any]:
    """Return the reasons for every verdict at a state, for ``detente solve --why --json``.

    Parameters
    ----------
    conflict : Conflict
        For names and labels.
    stability : Stability
        What was solved.
    s : int
        A feasible state.

    Returns
    -------
    dict
        ``{"state", "taken", "reasons": [{"concept", "decision_maker",
        "stable", "undeterred", "deterred", "sentences"}]}``; a move is ``[decision maker, before, after]``.
    """
    speaking = voice_of(conflict, stability.game)
    makers = stability.game.decision_makers

    def move(one: Move) -> list[Any]:
        return [makers[one.mover], one.before, one.after]

    reasons = []
    for concept in stability.concepts:
        for i, dm in enumerate(makers):
            witness = stability.why(concept, i, s)
            reasons.append(
                {
                    "concept": concept,
                    "decision_maker": dm,
                    "stable": witness.stable,
                    "undeterred": None if witness.undeterred is None else move(witness.undeterred),
                    "deterred": [
                        {
                            "improvement": move(one.improvement),
                            "reply": [move(step) for step in one.reply],
                            "sanction": one.sanction,
                            "counter": None if one.counter is None else move(one.counter),
                        }
                        for one in witness.deterred
                    ],
                    "sentences": why(speaking, witness),
                }
            )
    return {"state": s, "taken": list(stability.game.taken(s)), "reasons": reasons}
