"""The language of statements: ``!russia.strike``, ``lethal if russia.technology``.

==============  ==========================  =======================
written         means                       binds
==============  ==========================  =======================
``dm.option``   the option is taken         (a bare name: the owner's)
``! a``         a is false                  tightest
``a & b``       both are true
``a | b``       at least one is true
``a if b``      when b is true, so is a     loosest, not chained
``a iff b``     both are true or neither    loosest, not chained
==============  ==========================  =======================

``if`` and ``iff`` don't chain: ``a if b if c`` needs parentheses, so that no
reader has to guess.

A statement is parsed once into a frozen `Expression` and evaluated over all
``2**O`` states at a time.
"""

import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

from detente.axes import BoolM
from detente.errors import StatementError
from detente.model.expressions import And, Expression, If, Iff, Not, Or, Taken, both, either

if TYPE_CHECKING:
    from lark import Lark

    from detente.model.conflict import Conflict

__all__ = [
    "And",
    "Expression",
    "If",
    "Iff",
    "Not",
    "Or",
    "Taken",
    "both",
    "either",
    "parse",
    "truth",
]

LONGEST = 10_000
"""The longest statement that is read, in characters."""

DEEPEST = 50
"""How deep parentheses may nest."""

MANY = 500
"""Of more options than this, none is suggested for a name that isn't there."""

RESERVED = frozenset({"if", "iff"})
"""Words that can't name an option."""

NAME = r"[^\W\d][\w-]*"
"""What an id of a decision maker or an option looks like."""

_GRAMMAR = rf"""
    ?start: disjunction
        | disjunction "if" disjunction -> if_
        | disjunction "iff" disjunction -> iff
    ?disjunction: conjunction ("|" conjunction)*
    ?conjunction: negation ("&" negation)*
    ?negation: atom
        | "!" negation -> not_
    ?atom: NAME -> option
        | "(" start ")"
    NAME: /{NAME}(\.{NAME})?/
    %ignore /\s+/
"""

# what people write who know another language, longest first; "a -> b" is "b if a"
_INSTEAD = {
    "<->": "iff", "<=>": "iff", "->": "if, the other way round", "=>": "if, the other way round",
    "and": "&", "&&": "&", "&": "& once", "or": "|", "||": "|", "not": "!", "~": "!", "-": "!",
    "¬": "!", "∧": "&", "∨": "|", "==": "iff", "=": "iff",
}  # fmt: skip


def numbered(options: Sequence[str]) -> dict[str, int]:
    """Return the bit of each option, as `parse` takes it; for parsing many statements.

    Examples
    --------
    >>> numbered(["nato.troops", "russia.strike"])
    {'nato.troops': 0, 'russia.strike': 1}
    """
    return {unicodedata.normalize("NFC", name): bit for bit, name in enumerate(options)}


def parse(
    text: str, options: Sequence[str] | Mapping[str, int], owner: str | None = None
) -> Expression:
    """Parse a statement.

    Parameters
    ----------
    text : str
        The statement, at most 10,000 characters, parentheses at most 50 deep.
    options : sequence of str, or mapping of str to int
        Every option of the conflict as ``decision_maker.option``, in bit order;
        or what `numbered` makes of that.
    owner : str, optional
        The decision maker whose options may be named without prefix.

    Returns
    -------
    Expression
        It prints as a statement that parses to an equal expression.

    Raises
    ------
    StatementError
        If the text is no statement, or names an option that isn't there; the
        message says the column, what was expected, and names that come near.

    Examples
    --------
    >>> lethal = parse("lethal if (russia.arms)", ["seoul.lethal", "russia.arms"], owner="seoul")
    >>> str(lethal)
    'seoul.lethal if russia.arms'
    >>> lethal.truth(2).tolist()  # only "arms without lethal", state 2, breaks it
    [True, True, False, True]
    """
    from lark.exceptions import UnexpectedInput, VisitError

    text = unicodedata.normalize("NFC", text)
    _guard(text)
    tree: Any = None
    wrong: UnexpectedInput | None = None
    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        wrong = error
    except VisitError as error:  # pragma: no cover - the builder raises nothing of its own
        raise StatementError(f"{shown(text)} can't be read") from error
    if wrong is not None:  # said out here: with the parser as its context it couldn't be pickled
        _explain(wrong, text)
    bits = options if isinstance(options, Mapping) else numbered(options)
    return _resolve(tree, text, bits, owner)


def truth(conflict: "Conflict", text: str, owner: str | None = None) -> BoolM:
    """Return at which states of a conflict a statement is true.

    Parameters
    ----------
    conflict : Conflict
        The conflict, with `O` options.
    text : str
        The statement.
    owner : str, optional
        The decision maker whose options may be named without prefix.

    Returns
    -------
    (2**O,) array of bool
        Entry `s` says whether the statement is true at the state with bit
        mask `s`, feasible or not.

    Raises
    ------
    StatementError
        If the text is no statement of this conflict.
    """
    names = conflict.option_names()
    return parse(text, names, owner).truth(len(names))


class _Name:
    """A name and where it stands, until it is resolved."""

    __slots__ = ("column", "text")

    def __init__(self, text: str, column: int) -> None:
        self.text, self.column = text, column


@cache
def _parser() -> "Lark":
    from lark import Lark, Token, Transformer

    class Build(Transformer[Token, Any]):
        """Build nested tuples while parsing, so that no tree is walked twice."""

        def option(self, found: list[Token]) -> _Name:
            return _Name(str(found[0]), found[0].column or 1)

        def not_(self, found: list[Any]) -> tuple[Any, ...]:
            return ("!", *found)

        def conjunction(self, found: list[Any]) -> tuple[Any, ...]:
            return ("&", *found)

        def disjunction(self, found: list[Any]) -> tuple[Any, ...]:
            return ("|", *found)

        def if_(self, found: list[Any]) -> tuple[Any, ...]:
            return ("if", *found)

        def iff(self, found: list[Any]) -> tuple[Any, ...]:
            return ("iff", *found)

    return Lark(_GRAMMAR, parser="lalr", lexer="basic", transformer=Build())


def _resolve(node: Any, text: str, bits: Mapping[str, int], owner: str | None) -> Expression:
    if isinstance(node, _Name):
        return _option(node, text, bits, owner)
    operator, *parts = node
    while operator == "!" and isinstance(parts[0], tuple) and parts[0][0] == "!":
        node = parts[0][1]  # !!a is a; unrolled here, so that a run of ! can't nest
        if isinstance(node, _Name) or node[0] != "!":
            return _resolve(node, text, bits, owner)
        operator, *parts = node
    terms = [_resolve(part, text, bits, owner) for part in parts]
    if operator == "!":
        return terms[0].negated()
    if operator == "&":
        return both(*terms)
    if operator == "|":
        return either(*terms)
    return If(*terms) if operator == "if" else Iff(*terms)


def _option(name: _Name, text: str, bits: Mapping[str, int], owner: str | None) -> Taken:
    full = name.text if "." in name.text else unicodedata.normalize("NFC", f"{owner}.{name.text}")
    if full in bits:
        return Taken(full, bits[full])
    raise StatementError(
        f"column {name.column} of {shown(text)}: there is no option {shown(name.text)}",
        _nearest(name.text, list(bits), owner),
    )


def _nearest(name: str, options: list[str], owner: str | None) -> str:
    """Say which names come near, or which there are."""
    if len(options) > MANY:  # no model that can be solved; comparing would take long
        return f"there are {len(options):,} options"
    bare = name.rpartition(".")[2]
    near = [full for full in options if full.rpartition(".")[2] == bare]
    if not near:
        own = {full.partition(".")[2]: full for full in options if full.startswith(f"{owner}.")}
        known = {**{full: full for full in options}, **own}
        near = [known[close] for close in difflib.get_close_matches(name, known, n=3)]
    if near:
        return f"did you mean {' or '.join(dict.fromkeys(near))}?"
    if not options:
        return "this conflict has no options yet"
    more = f" and {len(options) - 8} more" if len(options) > 8 else ""  # noqa: PLR2004 - a line's worth
    return f"the options are {', '.join(options[:8])}{more}"


def _guard(text: str) -> None:
    """Refuse what is too long or too deep to be anybody's priority."""
    if not text.strip():
        raise StatementError("a statement is empty", "name an option, as in !russia.strike")
    if len(text) > LONGEST:
        raise StatementError(
            f"a statement has {len(text):,} characters, and {LONGEST:,} is the limit",
            "split it into several",
        )
    depth = deepest = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise StatementError(
            f"{shown(text)} nests parentheses {deepest:,} deep, and {DEEPEST} is the limit",
            "write it flatter, or split it into several",
        )


def _explain(error: Any, text: str) -> NoReturn:
    """Turn a parser's error into a sentence."""
    token = getattr(error, "token", None)
    if token is None:  # a character that starts nothing
        start, found = error.pos_in_stream, text[error.pos_in_stream]
    elif token.type == "$END":
        start, found = len(text), ""
    else:
        start, found = token.start_pos, str(token)
    expected = set(error.accepts or ()) if token is not None else set()
    before = text[:start].rstrip()
    if before == "not" or before.endswith((" not", "(not")):
        start, found = len(before) - 3, "not"
    place = f"column {start + 1} of {shown(text)}"
    for wrong, right in _INSTEAD.items():
        if found and text.startswith(wrong, start) and (not wrong.isalpha() or found == wrong):
            raise StatementError(f"{place}: {wrong!r} is no operator here", f"write {right}")
    if found in RESERVED and "NAME" not in expected and not expected & {"IF", "IFF"}:
        raise StatementError(
            f"{place}: if and iff can't be chained", "put one of the parts in parentheses"
        )
    what = f"{place}: {shown(found)} doesn't fit here" if found else f"{place}: it stops too early"
    if "NAME" in expected:
        raise StatementError(what, "an option, ! or ( should stand there")
    if token is None:
        raise StatementError(what, "a statement has names, ! & | if iff and parentheses")
    close = " or )" if "RPAR" in expected else ""
    raise StatementError(what, f"one of & | if iff{close} should stand there")


def shown(text: str) -> str:
    r"""Quote a text for a message, in one line and cut to a length that fits it.

    Examples
    --------
    >>> print(shown("nato.troops &\n  !russia.strike"))
    'nato.troops & !russia.strike'
    """
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= 60 else flat[:57] + "...")  # noqa: PLR2004 - a line's worth
