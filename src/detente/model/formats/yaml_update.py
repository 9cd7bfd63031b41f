"""Change a model file where the conflict changed, and nowhere else.

The text is read as a tree that keeps comments; only the parts whose meaning
changed are set anew. What the writer would lay out differently elsewhere is
then taken back, line by line.
"""

import io
import re
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from detente.errors import DetenteError
from detente.model.conflict import Conflict
from detente.model.formats.yaml_write import dumps, plain, styled, writer

_OPENS = re.compile(r":\s*(#.*)?$")  # a key with nothing behind it but a comment


def update(text: str, conflict: Conflict) -> str:
    r"""Return the text of a model file, changed to describe `conflict`.

    Parameters
    ----------
    text : str
        A model file.
    conflict : Conflict
        What it should describe.

    Returns
    -------
    str
        A text that loads to `conflict`. Comments, order and layout stand
        wherever the meaning didn't change; equal to `text` if none did.

    Raises
    ------
    ModelError
        If `text` is no model file.

    Examples
    --------
    >>> from detente.model.formats.yaml import loads
    >>> text = "title: Arms   # a working title\ndecision_makers:\n  seoul: {options: [arms]}\n"
    >>> arms = loads(text)
    >>> arms.title = "Arms for Kyiv"
    >>> print(update(text, arms), end="")
    title: Arms for Kyiv # a working title
    decision_makers:
      seoul: {options: [arms]}
    """
    from detente.model.formats.yaml import loads

    before = loads(text)
    old, new = plain(before), plain(conflict)
    if old == new and _order(old) == _order(new):
        return text
    yaml = writer()
    yaml.indent(**_indents(text))
    tree = yaml.load(text)
    same = _dumped(yaml, tree)
    _merge(tree, old, new, ())
    changed = _dumped(yaml, tree)
    patched = (_patched(text, same, changed, keep=keep) for keep in (True, False))
    for candidate in (*patched, changed):
        try:
            if (found := loads(candidate)) == conflict and _order(plain(found)) == _order(new):
                return candidate
        except DetenteError:
            continue
    return dumps(conflict)


def _order(value: Any) -> Any:
    """Return the order of the keys that matters: decision makers and their options."""
    makers = value.get("decision_makers", {})
    return [(dm, list(maker.get("options", ()))) for dm, maker in makers.items()]


def _merge(node: Any, old: Any, new: Any, path: tuple[str | int, ...]) -> Any:
    """Return the node of a part that meant `old` and is to mean `new`."""
    if repr(old) == repr(new):  # the order of keys counts: it is that of the bits
        return node
    if isinstance(node, CommentedMap) and isinstance(old, dict) and isinstance(new, dict):
        _merge_map(node, old, new, path)
        return node
    lists = isinstance(node, CommentedSeq) and isinstance(old, list) and isinstance(new, list)
    if lists and len(node) == len(old):
        _merge_list(node, old, new, path)
        return node
    return styled(new, path)


def _merge_map(node: CommentedMap, old: Any, new: Any, path: tuple[str | int, ...]) -> None:
    # keys that are written although they equal their default are in neither
    for key in [key for key in node if key not in new and _known(key, old) in old]:
        del node[key]
    for position, (key, value) in enumerate(new.items()):
        here = (*path, key)
        if key in node:
            made = _merge(node[key], old.get(key), value, here)
            if made is not node[key]:
                node[key] = made
        elif path or key != "detente":  # a file that names no version needs none now
            before = [one for one in list(new)[:position] if one in node]
            after = list(node).index(before[-1]) + 1 if before else 0
            node.insert(after, key, styled(value, here))
    wanted = [key for key in new if key in node]
    if (
        path
        and path[-1] in {"decision_makers", "options"}
        and [k for k in node if k in new] != wanted
    ):
        for key in wanted:
            node.move_to_end(key)


def _known(key: Any, old: Any) -> Any:
    return key if key in old else str(key)


def _merge_list(node: CommentedSeq, old: Any, new: Any, path: tuple[str | int, ...]) -> None:
    marks = [repr(one) for one in old], [repr(one) for one in new]
    steps = SequenceMatcher(a=marks[0], b=marks[1], autojunk=False).get_opcodes()
    for step, a, a_end, b, b_end in reversed(steps):
        if step == "equal":
            continue
        shared = min(a_end - a, b_end - b)
        for k in range(shared):
            node[a + k] = _merge(node[a + k], old[a + k], new[b + k], (*path, b + k))
        for _ in range(a_end - a - shared):
            del node[a + shared]
        for k in reversed(range(b + shared, b_end)):
            node.insert(a + shared, styled(new[k], (*path, k)))


def _dumped(yaml: YAML, tree: Any) -> str:
    out = io.StringIO()
    yaml.dump(tree, out)
    return out.getvalue()


def _indents(text: str) -> dict[str, int]:
    """Guess how far maps and lists are indented in a file, from the first of each."""
    found = {"mapping": 2, "offset": 2}
    opened: int | None = None  # how far the line stands in that opened a block
    known: set[str] = set()
    for line in text.splitlines():
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        inner = len(line) - len(line.lstrip(" "))
        if opened is not None:
            kind = "offset" if bare.startswith("- ") else "mapping"
            if kind not in known and (inner > opened or kind == "offset"):
                known.add(kind)
                found[kind] = max(0, inner - opened)
        opened = inner if _OPENS.search(line) else None
    return {**found, "sequence": found["offset"] + 2}


def _patched(text: str, same: str, changed: str, *, keep: bool) -> str:
    """Apply to `text` the lines that differ between its two dumps.

    With `keep`, lines that are comments and nothing else stay, even where what
    they stood beside is gone.
    """
    own, base, aim = (part.splitlines(keepends=True) for part in (text, same, changed))
    # line k of the unchanged dump is line at[k] of the text
    at: dict[int, int] = {}
    for a, b, size in SequenceMatcher(a=base, b=own, autojunk=False).get_matching_blocks():
        at |= {a + k: b + k for k in range(size)}
    if len(own) == len(base):
        at = {k: at.get(k, k) for k in range(len(base))}
    at[len(base)] = len(own)
    out: list[str] = []
    done = 0
    for step, a, a_end, b, b_end in SequenceMatcher(a=base, b=aim, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        if a not in at or a_end not in at:
            return changed
        out += own[done : at[a]] + aim[b:b_end]
        done = at[a_end]
        if keep:
            gone = [line for line in own[at[a] : done] if line.lstrip().startswith("#")]
            out += [line for line in gone if line not in aim[b:b_end]]
    return "".join(out + own[done:])
