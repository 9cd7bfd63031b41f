"""Expressions over options: what a statement says once it is parsed.

An expression is frozen and hashable, prints as a statement with as few
parentheses as it needs, and evaluates over all ``2**O`` states at a time.

The table of an expression runs over the options that it names only; it is then
spread over the others by broadcasting, which writes each state once. So a
statement of two options costs the same whatever stands in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from detente.axes import BoolM

# bit -> an array that runs along this bit's axis only
_Axes: TypeAlias = dict[int, NDArray[np.bool_]]


class Expression:
    """What a statement says. The kinds are Taken, Not, And, Or, If and Iff."""

    __slots__ = ()
    binds = 0  # how tightly the operator holds its parts together

    def parts(self) -> tuple["Expression", ...]:
        """Return the expressions that this one is made of."""
        raise NotImplementedError

    def _values(self, axes: _Axes) -> NDArray[np.bool_]:
        raise NotImplementedError

    def _text(self, owner: str) -> str:
        raise NotImplementedError

    def bits(self) -> frozenset[int]:
        """Return the bits of the options that are named."""
        return frozenset(leaf.bit for leaf in self._leaves())

    @property
    def names(self) -> tuple[str, ...]:
        """The options that are named, as ``decision_maker.option``, in bit order."""
        leaves = {(leaf.bit, leaf.name) for leaf in self._leaves()}
        return tuple(name for _, name in sorted(leaves))

    def truth(self, n_options: int) -> BoolM:
        """Return at which states the expression is true.

        Parameters
        ----------
        n_options : int
            How many options the conflict has.

        Returns
        -------
        (2**n_options,) array of bool
            Entry `s` is the truth at the state with bit mask `s`; a new array.

        Notes
        -----
        O(2**v) for each operator, with `v` the options named, and one write
        for each state.

        Examples
        --------
        >>> Not(Taken("russia.strike", 1)).truth(2).tolist()
        [True, True, False, False]
        """
        used = sorted(self.bits(), reverse=True)
        table = self._table(used)
        # a named bit is an axis of 2; the bits between two of them are one axis of 1
        narrow, wide = [], []
        above = n_options
        for bit in used:
            narrow += [1, 2]
            wide += [1 << (above - bit - 1), 2]
            above = bit
        narrow.append(1)
        wide.append(1 << above)
        return np.broadcast_to(table.reshape(narrow), wide).reshape(-1).copy()

    def constant(self) -> bool | None:
        """Return what the expression always is, or None where that depends.

        Examples
        --------
        >>> a = Taken("x.a", 0)
        >>> If(a, a).constant(), Iff(a, a.negated()).constant(), a.constant()
        (True, False, None)
        """
        table = self._table(sorted(self.bits(), reverse=True))
        if table.all():
            return True
        return None if table.any() else False

    def negated(self) -> "Expression":
        """Return the expression that is true where this one is false."""
        return Not(self)

    def text(self, owner: str | None = None) -> str:
        """Return the statement, the options of `owner` without prefix."""
        return self._text("" if owner is None else f"{owner}.")

    def __str__(self) -> str:
        return self._text("")

    def _table(self, used: list[int]) -> NDArray[np.bool_]:
        both_ways = np.array([False, True])
        axes = {
            bit: both_ways.reshape([2 if other == bit else 1 for other in used]) for bit in used
        }
        return np.broadcast_to(self._values(axes), [2] * len(used))

    def _leaves(self) -> Iterator["Taken"]:
        for part in self.parts():
            yield from part._leaves()  # noqa: SLF001 - of this same class

    def _inside(self, part: "Expression", owner: str) -> str:
        """Return the text of a part, in parentheses if it holds less tightly."""
        text = part._text(owner)  # noqa: SLF001 - of this same class
        return text if part.binds > self.binds else f"({text})"


@dataclass(frozen=True, slots=True, repr=True)
class Taken(Expression):
    """The option `name` is taken, which is bit `bit` of the state."""

    name: str
    bit: int
    binds = 4

    def parts(self) -> tuple[Expression, ...]:
        """Return nothing: it is a leaf."""
        return ()

    def _leaves(self) -> Iterator["Taken"]:
        yield self

    def _values(self, axes: _Axes) -> NDArray[np.bool_]:
        return axes[self.bit]

    def _text(self, owner: str) -> str:
        return self.name.removeprefix(owner)


@dataclass(frozen=True, slots=True)
class Not(Expression):
    """The term is false."""

    term: Expression
    binds = 3

    def parts(self) -> tuple[Expression, ...]:
        """Return the term."""
        return (self.term,)

    def negated(self) -> Expression:
        """Return the term itself."""
        return self.term

    def _values(self, axes: _Axes) -> NDArray[np.bool_]:
        return ~self.term._values(axes)  # noqa: SLF001 - of this same class

    def _text(self, owner: str) -> str:
        return f"!{self._inside(self.term, owner)}"


@dataclass(frozen=True, slots=True)
class And(Expression):
    """All terms are true; make one with `both`, which flattens."""

    terms: tuple[Expression, ...]
    binds = 2

    def parts(self) -> tuple[Expression, ...]:
        """Return the terms."""
        return self.terms

    def _values(self, axes: _Axes) -> NDArray[np.bool_]:
        values = self.terms[0]._values(axes)  # noqa: SLF001 - of this same class
        for term in self.terms[1:]:
            values = values & term._values(axes)  # noqa: SLF001 - of this same class
        return values

    def _text(self, owner: str) -> str:
        return " & ".join(self._inside(term, owner) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Or(Expression):
    """At least one term is true; make one with `either`, which flattens."""

    terms: tuple[Expression, ...]
    binds = 1

    def parts(self) -> tuple[Expression, ...]:
        """Return the terms."""
        return self.terms

    def _values(self, axes: _Axes) -> NDArray[np.bool_]:
        values = self.terms[0]._values(axes)  # noqa: SLF001 - of this same class
        for term in self.terms[1:]:
            values = values | term._values(axes)  # noqa: SLF001 - of this same class
        return values

    def _text(self, owner: str) -> str:
        return " | ".join(self._inside(term, owner) for term in self.terms)


@dataclass(frozen=True, slots=True)
class If(Expression):
    """When `condition` is true, so is `then`."""

    then: Expression
    condition: Expression
    binds = 0

    def parts(self) -> tuple[Expression, ...]:
        """Return the consequence and the condition."""
        return (self.then, self.condition)

    def _values(self, axes: _Axes) -> NDArray[np.bool_]:
        return self.then._values(axes) | ~self.condition._values(axes)  # noqa: SLF001 - of this same class

    def _text(self, owner: str) -> str:
        return f"{self._inside(self.then, owner)} if {self._inside(self.condition, owner)}"


@dataclass(frozen=True, slots=True)
class Iff(Expression):
    """Both are true, or neither."""

    left: Expression
    right: Expression
    binds = 0

    def parts(self) -> tuple[Expression, ...]:
        """Return both sides."""
        return (self.left, self.right)

    def _values(self, axes: _Axes) -> NDArray[np.bool_]:
        return self.left._values(axes) == self.right._values(axes)  # noqa: SLF001 - of this same class

    def _text(self, owner: str) -> str:
        return f"{self._inside(self.left, owner)} iff {self._inside(self.right, owner)}"


def both(*terms: Expression) -> Expression:
    """Join terms by ``&``, as many as there are; an `And` among them is opened."""
    flat = [one for term in terms for one in (term.terms if isinstance(term, And) else (term,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def either(*terms: Expression) -> Expression:
    """Join terms by ``|``, as many as there are; an `Or` among them is opened.

    Examples
    --------
    >>> a, b = Taken("x.a", 0), Taken("x.b", 1)
    >>> str(both(either(a, b), either(either(a)).negated()))
    '(x.a | x.b) & !x.a'
    """
    flat = [one for term in terms for one in (term.terms if isinstance(term, Or) else (term,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))
