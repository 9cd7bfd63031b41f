"""Write a conflict as a model file that people like to read and edit."""

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from detente.model.conflict import Conflict

HEADER = """\
A model of a conflict, for Détente. Edit it, then run: detente solve FILE
Options take their bits in the order in which they stand: the first is bit 0.
Priorities: most important first; ! not, & and, | or, if, iff, parentheses.
"""

WIDTH = 100
"""Flow maps that would be longer are written over several lines."""

_LONGEST_QUOTE = 70
_MOST_QUOTES = 2


def writer() -> YAML:
    """Return a round-trip reader and writer, set as model files are."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1 << 16  # never break a line: a quote stays findable
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def dumps(conflict: Conflict) -> str:
    r"""Return a conflict as the text of a model file.

    Parameters
    ----------
    conflict : Conflict
        The conflict; it may be unfinished.

    Returns
    -------
    str
        `detente.model.formats.yaml.loads` makes an equal conflict of it. What
        equals its default is left out, and where a part cites a claim whose
        quote is kept, the quote stands beside it as a comment.

    Examples
    --------
    >>> seoul = Conflict(title="Arms")
    >>> _ = seoul.add("seoul", options=["arms"], priorities=["!arms"])
    >>> print("\n".join(dumps(seoul).splitlines()[3:]))
    <BLANKLINE>
    detente: 1
    title: Arms
    decision_makers:
      seoul:
        options:
          arms: {}
        priorities:
          - "!arms"
    """
    tree = styled_conflict(conflict)
    tree.yaml_set_start_comment(HEADER + "\n")
    return _text(tree).replace("# \n", "\n", 1).replace("#\n", "\n", 1)


def plain(conflict: Conflict) -> dict[str, Any]:
    """Return a conflict as plain values, what equals its default left out."""
    kept = conflict.model_dump(exclude_defaults=True)
    return {"detente": conflict.detente, **kept}


def styled_conflict(conflict: Conflict) -> CommentedMap:
    """Return a conflict as a tree ready to be written."""
    tree = CommentedMap()
    for key, value in plain(conflict).items():
        tree[key] = styled(value, (key,))
    _quote_beside(tree, conflict)
    return tree


def styled(value: Any, path: tuple[str | int, ...]) -> Any:
    """Return a part as it is best written at its place in a model."""
    if _is_statement(path) and isinstance(value, dict) and set(value) == {"statement"}:
        return DoubleQuotedScalarString(value["statement"])
    if isinstance(value, dict):
        last = ("because", "assumed")
        keys = [key for key in value if key not in last] + [key for key in last if key in value]
        made = CommentedMap((key, styled(value[key], (*path, key))) for key in keys)
        if not value or _flows(value, path):
            made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        made_list = CommentedSeq(styled(one, (*path, k)) for k, one in enumerate(value))
        if not value or _flows(value, path):
            made_list.fa.set_flow_style()
        return made_list
    if isinstance(value, str):
        return _string(value, path)
    return value


def _is_statement(path: tuple[str | int, ...]) -> bool:
    return len(path) == 4 and path[2] == "priorities"  # noqa: PLR2004 - decision_makers, id, priorities, k


def _flows(value: Any, path: tuple[str | int, ...]) -> bool:
    """Say whether a part fits in one line, as options and short lists do."""
    record = len(path) >= 2 and (  # noqa: PLR2004 - deeper than the top
        path[-2] in {"options", "priorities", "red_lines", "constraints", "experts"}
        or path[-1] in {"because", "status_quo", "feasible", "foresight"}
        or "ranking" in path
        or path[0] == "theatres"
    )
    if path[0] == "evidence" and len(path) == 2:  # noqa: PLR2004 - evidence, claim
        return len(repr(value)) <= 2 * WIDTH
    top = path[-1] in {"status_quo", "feasible"}
    return (record or top) and len(repr(value)) <= WIDTH + 20


def _string(text: str, path: tuple[str | int, ...]) -> Any:
    """Return a text in the quotes that it needs; statements are always quoted."""
    statement = path[-1] in {"statement", "against", "of", "given"} or (
        len(path) == 2 and path[0] == "infeasible"  # noqa: PLR2004 - infeasible, k
    )
    if statement or _needs_quotes(text):
        return DoubleQuotedScalarString(text)
    return text


def _needs_quotes(text: str) -> bool:
    """Say whether plain text would be read as something else, or upset a parser."""
    from detente.model.formats.yaml_tree import scalar

    plain_ok = text.isprintable() and text == text.strip() and isinstance(scalar(text), str)
    return not plain_ok or any(c in text for c in "#:{}[],&*!|>'\"%@`?=~")


def _quote_beside(tree: CommentedMap, conflict: Conflict) -> None:
    """Set the quotes of cited claims beside options, priorities and records."""
    if not conflict.evidence:
        return
    makers = tree.get("decision_makers", {}).values()
    groups = [maker.get(name) for maker in makers for name in ("options", "priorities")]
    groups += [tree.get(name) for name in ("red_lines", "constraints", "experts")]
    for group in groups:
        for key in group if isinstance(group, dict) else range(len(group or ())):
            _beside(group, key, conflict)


def _beside(group: Any, key: Any, conflict: Conflict) -> None:
    """Set the quotes that one part cites beside it, a few of them."""
    part = group[key]
    if not isinstance(part, CommentedMap) or not part.get("because"):
        return
    quotes = [said for claim in part["because"] if (said := _quoted(conflict, claim))]
    if len(quotes) > _MOST_QUOTES:
        quotes[_MOST_QUOTES:] = [f"and {len(quotes) - _MOST_QUOTES} more"]
    if quotes and part.fa.flow_style():
        group.yaml_add_eol_comment("; ".join(quotes), key, column=0)
    elif quotes:
        part.yaml_add_eol_comment("; ".join(quotes), "because", column=0)


def _quoted(conflict: Conflict, claim: str) -> str:
    if claim not in conflict.evidence:
        return ""
    quote = " ".join(conflict.evidence[claim].quote.split())
    quote = "".join(c for c in quote if c.isprintable())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 3] + "..."
    return f"{claim}: “{quote}”"


def _text(tree: CommentedMap) -> str:
    out = io.StringIO()
    writer().dump(tree, out)
    return out.getvalue()


__all__ = ["dumps", "plain", "styled", "styled_conflict", "writer"]
