"""From YAML text to plain values, each with the line where it stands.

The values are made from the parser's events, one at a time, so that hostile
text is refused while it is read: nesting is bounded, and anchors, aliases and
tags are no part of a model file. Plain scalars follow YAML 1.2: ``NO`` is a
string, and so is a date; every key is a string.
"""

import math
import re
from collections.abc import Iterator
from typing import Any

from detente.errors import ModelError
from detente.model.faults import Path
from detente.model.statements import shown

DEEPEST = 20
"""How deep maps and lists may nest."""

MOST = 500_000
"""The most maps, lists and values of a file."""

LONGEST = 1_000
"""The longest run of characters that starts like a tag, an anchor or an alias."""

_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Any] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}


def read(text: str, name: str) -> tuple[Any, dict[Path, int]]:
    r"""Return the value that a YAML text holds, and the line of each part.

    Parameters
    ----------
    text : str
        The text of one document.
    name : str
        What the file is called, for messages.

    Returns
    -------
    tuple of (value, dict of path to line)
        Maps, lists, strings, numbers, booleans and None; the lines count from 1.

    Raises
    ------
    ModelError
        If the text is no YAML, or uses what a model file doesn't: aliases,
        tags, a key twice, several documents, nesting over 20 deep.

    Examples
    --------
    >>> read("a: NO\nb: [1, 2024-10-30]", "model.yaml")[0]
    {'a': 'NO', 'b': [1, '2024-10-30']}
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if found := re.search(rf"[!&*]\S{{{LONGEST}}}", text):  # the parser takes long over these
        line = text.count("\n", 0, found.start()) + 1
        what = f"{LONGEST:,} characters stand without a blank"
        raise ModelError(what, "is it a model file?", where=f"{name}:{line}")
    events = YAML(typ="safe", pure=True).parse(text)
    try:
        return _Tree(name, events).document()
    except MarkedYAMLError as error:
        raise _explained(error, text, name) from error
    except (YAMLError, ValueError, IndexError, AttributeError, TypeError, AssertionError) as error:
        # the parser lets some of Python's own errors out on malformed text
        if isinstance(error, ModelError):
            raise
        at, odd = getattr(error, "position", None), getattr(error, "character", None)
        if isinstance(at, int) and isinstance(odd, int):
            line = len(_BREAKS.findall(text, 0, at)) + 1
            raise ModelError(
                f"the character U+{odd:04X} can't stand in YAML",
                "take it out",
                where=f"{name}:{line}",
            ) from error
        said = str(error).strip().splitlines()
        what = said[0] if said and isinstance(error, YAMLError) else "the text is no YAML"
        raise ModelError(what, "correct the file", where=name) from error


def scalar(text: str) -> Any:
    """Return what a plain scalar means in YAML 1.2's core schema.

    Examples
    --------
    >>> [scalar(one) for one in ("12", "1.5", "yes", "true", "0x1F", "")]
    [12, 1.5, 'yes', True, 31, None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
    if len(text) <= 400 and _FLOAT.fullmatch(text):  # noqa: PLR2004 - longer than any float
        return float(text)
    return text


class _Tree:
    """Builds the values of one document from its events.

    The kinds of event are told by name: ruamel is imported where a file is
    read, and a model may have many thousand of them.
    """

    def __init__(self, name: str, events: Iterator[Any]) -> None:
        self.name, self.events = name, events
        self.lines: dict[Path, int] = {}
        self.count = 0

    def document(self) -> tuple[Any, dict[Path, int]]:
        value: Any = None
        documents = 0
        for event in self.events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise self.fault(event, "a second document starts", "keep one model in a file")
                value = self.node(next(self.events), ())
        return value, self.lines

    def node(self, event: Any, path: Path) -> Any:
        self.count += 1
        if self.count > MOST:
            raise self.fault(event, f"the file has over {MOST:,} parts", "a model has fewer")
        self.lines[path] = event.start_mark.line + 1
        kind = type(event).__name__
        if kind == "AliasEvent":
            raise self.fault(
                event, f"*{shown(event.anchor)[1:-1]} is an alias", "write out what it stands for"
            )
        self.check_tag(event)
        if len(path) > DEEPEST:
            raise self.fault(event, f"it nests over {DEEPEST} deep", "a model is flatter")
        if kind == "ScalarEvent":
            return scalar(event.value) if event.implicit[0] and not event.style else event.value
        if kind == "MappingStartEvent":
            return self.mapping(path)
        if kind == "SequenceStartEvent":
            return self.sequence(path)
        raise self.fault(event, "a value is missing", "correct the file")

    def mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self.events:
            kind = type(event).__name__
            if kind == "MappingEndEvent":
                break
            if kind != "ScalarEvent":
                raise self.fault(event, "a key is a map, a list or an alias", "keys are words")
            self.check_tag(event)
            key = event.value
            if key in found:
                first = self.lines[(*path, key)]
                raise self.fault(
                    event, f"{shown(key)} stands twice, first on line {first}", "keep one of them"
                )
            found[key] = None
            line = event.start_mark.line + 1
            found[key] = self.node(next(self.events), (*path, key))
            self.lines[(*path, key)] = line
        return found

    def sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        for event in self.events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            found.append(self.node(event, (*path, len(found))))
        return found

    def check_tag(self, event: Any) -> None:
        """Refuse anchors and tags: a tag is mostly a statement without quotes."""
        if event.anchor is not None:
            raise self.fault(
                event,
                f"&{shown(event.anchor)[1:-1]} is an anchor",
                "leave it out; put statements in quotes",
            )
        tag = event.tag
        if tag is not None and str(tag) != "!":
            said = f"{tag} {getattr(event, 'value', '')}".strip()
            said = shown(said)[1:-1]
            raise self.fault(
                event,
                f"{said} stands without quotes, so YAML takes it for a tag",
                f'write "{said}"' if str(tag).startswith("!") else "leave the tag out",
            )

    def fault(self, event: Any, what: str, todo: str) -> ModelError:
        return ModelError(what, todo, where=f"{self.name}:{event.start_mark.line + 1}")


def _explained(error: Any, text: str, name: str) -> ModelError:
    """Say a parser's error in words that help."""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    lines = _BREAKS.split(text)  # as the parser counts them, which Python doesn't
    here = lines[min(line, len(lines) - 1)]
    what, todo = str(error.problem or "the text is no YAML"), "correct the line"
    before = here[: mark.column] if mark else ""
    if "'\\t'" in what:
        what, todo = "the line is indented by a tab", "use spaces"
    elif re.search(r"(^|[\s,:\[-])![^\s\"']", here) and re.search(
        "anchor|tag", f"{what} {error.context}"
    ):
        what, todo = "a statement stands without quotes", 'write it as "!russia.strike & nato.arms"'
    elif "stream end" in what or "end of stream" in what:
        opened = error.context_mark.line + 1 if error.context_mark else line + 1
        what, todo = f"what opens on line {opened} is never closed", "close the bracket or quote"
        line = opened - 1
    elif what.startswith(("expected ',' or '}'", "expected ',' or ']'")) and error.context_mark:
        opened = error.context_mark.line + 1
        what, todo = "a comma or a bracket is missing", f"the bracket opens on line {opened}"
    elif "mapping values are not allowed" in what and before.count(":"):
        what, todo = "a second colon stands in the line", "put text that holds a colon in quotes"
    elif "cannot start any token" in what:
        found = re.search(r"character (\S+|' ') that", what)
        what = f"{found[1] if found else repr(here)} can't start a value"
        todo = "put the text in quotes"
    elif "but found" in what or "expected" in what:
        what, todo = f"the line doesn't fit the ones above it: {what}", "check the indentation"
    return ModelError(" ".join(what.split()), todo, where=f"{name}:{line + 1}")
