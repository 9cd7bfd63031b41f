"""How the people and the acts of one conflict are named in sentences.

A `Voice` holds, for every decision maker, its name and whether it is one or
many, and for every option its verb phrase. Moves, states and statements of the
model are put into words here; `narrate` makes the arguments of them.
"""

import re
from dataclasses import dataclass, replace

import numpy as np

from detente.errors import StatementError
from detente.model.conflict import Conflict
from detente.model.expressions import And, Expression, If, Iff, Not, Or, Taken
from detente.model.game import Game
from detente.model.statements import parse
from detente.report import words
from detente.report.verbs import Form, inflect, undo_phrase, verb_phrase
from detente.solve.result import Move

# ids that are words, too: they are names only where a note has one
_WORDS = frozenset(
    [
        "a",
        "as",
        "for",
        "from",
        "in",
        "is",
        "it",
        "its",
        "no",
        "not",
        "of",
        "on",
        "one",
        "or",
        "so",
        "that",
        "the",
        "they",
        "to",
        "us",
        "we",
    ]
)
_NAMED = r"(\b(?:far|what|whether|of|does)\s|, )"
_ANYWHERE = r"((?<![\w.“]))"


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """The words of one conflict.

    Attributes
    ----------
    game : Game
        What is spoken of.
    names : tuple of str
        Each decision maker's name inside a sentence, with its article.
    plural : tuple of bool
        Does the name take a plural verb?
    phrases : tuple of str
        Each option as a verb phrase in its base form, in bit order.
    """

    game: Game
    names: tuple[str, ...]
    plural: tuple[bool, ...]
    phrases: tuple[str, ...]

    def name(self, dm: str) -> str:
        """Return the name of a decision maker, or its id in words where it is none here."""
        makers = self.game.decision_makers
        return self.names[makers.index(dm)] if dm in makers else dm.replace("_", " ")

    def pronoun(self, i: int) -> str:
        """Return "it" or "they"."""
        return "they" if self.plural[i] else "it"

    def agree(self, i: int, singular: str, plural: str) -> str:
        """Return the form of a verb that goes with a decision maker's name."""
        return plural if self.plural[i] else singular

    def present(self, i: int, phrase: str) -> str:
        """Return a verb phrase in the present, agreeing with a decision maker."""
        if phrase.startswith("not "):
            return f"{self.agree(i, 'does', 'do')} {phrase}"
        if self.plural[i]:
            return f"are{phrase[2:]}" if phrase.split(" ", 1)[0] == "be" else phrase
        return inflect(phrase, "third")

    def changed(self, before: int, after: int) -> list[int]:
        """Return the options that differ between two states, in bit order."""
        return [k for k in range(len(self.phrases)) if (before ^ after) >> k & 1]

    def act(self, move: Move, form: Form) -> str:
        """Say what a move does: "supply lethal weapons and stop sending volunteers"."""
        return words.listed(
            [
                inflect(self.phrases[k], form)
                if move.after >> k & 1
                else undo_phrase(self.phrases[k], form)
                for k in self.changed(move.before, move.after)
            ]
        )

    def present_act(self, move: Move) -> str:
        """Say what a move does in the present, agreeing with who makes it."""
        return self.act(move, "base" if self.plural[move.mover] else "third")

    def clause(self, k: int, *, taken: bool = True, article: bool = True) -> str:
        """Say that an option is taken, or isn't: "NATO does not deploy troops"."""
        i = int(self.game.owner[k])
        phrase = self.phrases[k]
        if not taken:
            phrase = f"not {phrase}"
        name = self.names[i] if article else self.names[i].removeprefix("the ")
        return f"{name} {self.present(i, phrase)}"

    def difference(self, before: int, after: int) -> list[str]:
        """Say how one state differs from another, a clause per decision maker."""
        clauses = []
        for i, name in enumerate(self.names):
            acts = []
            for k in self.changed(before, after):
                if self.game.owner[k] != i:
                    continue
                act = self.phrases[k]
                if after >> k & 1:
                    acts.append(self.present(i, act))
                elif self.plural[i]:
                    acts.append(undo_phrase(act, "base"))
                else:
                    acts.append(undo_phrase(act, "third"))
            if acts:
                clauses.append(f"{name} {words.listed(acts)}")
        return clauses

    def situation(self, s: int) -> list[str]:
        """Say what is being done at a state, a clause per decision maker that does something."""
        return self.difference(0, s)

    def outcome(self, s: int) -> str:
        """Name a state inside a sentence, by what sets it apart from the present one."""
        base = self.game.status_quo
        if s == base:
            return "the present state"
        clauses = self.difference(base or 0, s)
        if base is None and not clauses:
            return "the state in which nobody acts"
        return f"the outcome in which {words.listed(clauses)}"

    def readable(self, text: str) -> str:
        """Replace ids of options and decision makers in a sentence by words."""
        for k, name in enumerate(self.game.options):
            text = re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w.]\w)", f"“{self.phrases[k]}”", text)
        for i, dm in enumerate(self.game.decision_makers):
            if dm != self.names[i]:
                head = _NAMED if dm in _WORDS else _ANYWHERE
                text = re.sub(
                    rf"{head}{re.escape(dm)}(?![\w.]\w|\w)",
                    rf"\g<1>{self.names[i].replace(chr(92), chr(92) * 2)}",
                    text,
                )
        return text

    def statement(self, text: str, owner: str | None = None) -> str:
        """Put a statement of the model into words.

        Parameters
        ----------
        text : str
            A statement: options joined by ``! & | if iff``, with parentheses.
        owner : str, optional
            The decision maker whose options need no prefix.

        Returns
        -------
        str
            "NATO does not deploy troops to Ukraine"; a text that is no
            statement of this conflict is returned as it is.
        """
        try:
            return self.expression(parse(text, self.game.options, owner))
        except StatementError:
            return text

    def expression(self, one: Expression, *, holds: bool = True) -> str:
        """Say that an expression is true, or that it is false, with "not" at the acts."""
        match one:
            case Taken(bit=k):
                said = self.clause(k, taken=holds)
            case Not(term=term):
                said = self.expression(term, holds=not holds)
            case And(terms=terms):
                said = self._joined(terms, "and" if holds else "or", holds=holds)
            case Or(terms=terms):
                said = self._joined(terms, "or" if holds else "and", holds=holds)
            case If(then=then, condition=condition) if holds:
                said = f"{self.expression(then)} if {self.expression(condition)}"
            case If(then=then, condition=condition):
                said = f"{self.expression(condition)} but {self.expression(then, holds=False)}"
            case Iff(left=left, right=right):
                joint = "if, and only if," if holds else "or else, but not together,"
                said = f"{self.expression(left)} {joint} {self.expression(right)}"
            case _:
                said = str(one)
        return said

    def _joined(self, terms: tuple[Expression, ...], joint: str, *, holds: bool) -> str:
        said = [self.expression(term, holds=holds) for term in terms]
        if all(isinstance(term, Taken | Not) for term in terms):
            return words.listed(said, joint)
        return f", {joint} ".join(said)


def voice(conflict: Conflict, game: Game | None = None) -> Voice:
    """Return the words of a conflict.

    Parameters
    ----------
    conflict : Conflict
        For names and labels.
    game : Game, optional
        The same conflict as arrays, for its order of decision makers and bits;
        left out, the voice can name parties and acts but no preferences.
    """
    game = _bare(conflict) if game is None else game
    names = []
    phrases = {}
    for dm in game.decision_makers:
        maker = conflict.decision_makers[dm]
        names.append(maker.name or dm.replace("_", " "))
        for option, one in maker.options.items():
            name = f"{dm}.{option}"
            phrase = verb_phrase(one.label, name)
            many = words.is_plural(names[-1])
            phrases[name] = re.sub(r"\bits\b", "their", phrase) if many else phrase
    return Voice(
        game=game,
        names=tuple(words.with_article(name) for name in names),
        plural=tuple(words.is_plural(name) for name in names),
        phrases=tuple(phrases[name] for name in game.options),
    )


def placed(conflict: Conflict, start: int | None) -> Voice:
    """Return the words of a conflict that is in a state, which may be one that its file leaves open."""
    bare = _bare(conflict)
    kinds = [conflict.decision_makers[dm].options[one].reversible for dm, one in
             (name.split(".", 1) for name in bare.options)]  # fmt: skip
    return voice(
        conflict,
        replace(
            bare,
            status_quo=start,
            forward=np.array([kind != "backward" for kind in kinds], dtype=np.bool_),
            backward=np.array([kind != "forward" for kind in kinds], dtype=np.bool_),
        ),
    )


def _bare(conflict: Conflict) -> Game:
    """Return a game without states, for a conflict that is only named."""
    makers = tuple(conflict.decision_makers)
    options = tuple(conflict.option_names())
    free = np.ones(len(options), dtype=np.bool_)
    return Game(
        decision_makers=makers,
        options=options,
        owner=np.array([makers.index(one.partition(".")[0]) for one in options], dtype=np.int8),
        forward=free,
        backward=free.copy(),
        feasible=np.zeros(0, dtype=np.bool_),
        rank=np.zeros((len(makers), 0), dtype=np.int32),
    )
