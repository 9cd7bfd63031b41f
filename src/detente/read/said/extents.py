"""How far a saying goes: from its speaker through the words that hang on its verb."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.read.text.dates import DAY_WORDS
from detente.read.who.mentions import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span

CONTENT = frozenset({"ccomp", "parataxis"})
_CITING = frozenset({"quote", "cite", "report"})
_TIMES = frozenset({"as", "after", "while", "when", "before", "hours", "days", "minutes"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of speech at token `verb`.

    `subject` is the token of who speaks, or None where another rule knows;
    ``start`` to ``end`` is the whole of it with its attribution, and
    ``first`` to ``last`` the words said, all in characters.
    """

    verb: int
    subject: int
    start: int
    end: int
    first: int
    last: int
    rule: str
    mind: bool = False


def extent(
    scene: Scene, span: "Span", i: int, subject: int, *, quoting: bool
) -> tuple[int, int, int, int]:
    """Return the characters of a saying with its attribution, and of what is said."""
    doc = scene.doc
    above = scene.heads[scene.heads[i]]
    if scene.deps[i] == "pcomp" and scene.doc[above].lemma_ in _CITING:
        first, last = child_edges(scene, above)  # 'X was quoted as saying "..."'
        return doc[first].idx, end_of(scene, last), doc[first].idx, end_of(scene, last)
    left, right, content = _below(scene, i, subject)
    governor = _said_about(scene, i, left)
    if governor is not None:
        first, last = child_edges(scene, governor)
        left, right = min(left, first), max(right, last)
        content.append((first, last))
    if subject > i and not content and scene.texts[i - 1] == ",":  # "within ten, said Lima"
        left = span.start
    start, end = doc[left].idx, end_of(scene, right)
    if quoting:
        start, end = _with_quotes(scene, span, start, end)
        return start, end, start, end
    if content:
        first, last = min(a for a, _ in content), max(b for _, b in content)
        return start, end, doc[first].idx, end_of(scene, last)
    return start, end, doc[i].idx, end


def _below(scene: Scene, i: int, subject: int) -> tuple[int, int, list[tuple[int, int]]]:
    """Return the first and last token of a verb with what hangs on it, and what is said there."""
    own = scene.heads[subject] == i or scene.heads[scene.heads[subject]] == i
    own = own or (scene.deps[i] == "xcomp" and scene.heads[subject] == scene.heads[i])
    left = _start_of(scene, subject) if own and subject < i else verb_start(scene, i)
    right = i
    content: list[tuple[int, int]] = []
    for child in scene.children(i):
        dep = scene.deps[child]
        first, last = child_edges(scene, child)
        if dep in {"conj", "cc"} or (content and _meanwhile(scene, i, child, first)):
            continue
        apart = last < i and scene.texts[last + 1] == ";"
        if dep in CONTENT and child != subject and not apart:
            content.append((first, last))
        if dep != "punct" and not (child == subject and child < i):
            right = max(right, last)
        if dep in CONTENT and first < left and scene.texts[last + 1 : last + 2] != [";"]:
            left = first
    return left, right, content


def _start_of(scene: Scene, subject: int) -> int:
    """Return where a subject begins, without the day that the parser took into it."""
    if scene.doc[subject].head.i == scene.heads[subject]:
        return scene.doc[subject].left_edge.i
    own = {"compound", "det", "amod", "poss"}
    named = (c for c in scene.children(subject) if scene.doc[c].dep_ in own)
    return min((c for c in named if scene.lowers[c] not in DAY_WORDS), default=subject)


def _said_about(scene: Scene, i: int, left: int) -> int | None:
    """Return the verb of the words that an attribution stands within or behind, if it does."""
    governor = scene.heads[i]
    if scene.deps[i] not in {"parataxis", "ccomp", "advcl"}:
        return None
    if scene.parts[governor] not in {"VERB", "AUX"}:
        return None
    set_off = scene.deps[i] == "ccomp" and _set_off(scene, min(left, i))
    return governor if scene.deps[i] == "parataxis" or set_off or stands_aside(scene, i) else None


def _with_quotes(scene: Scene, span: "Span", start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the quotations that stand beside it."""
    for a, b in scene.quotes:
        within = a < span.end_char and b > span.start_char
        if within and _nearby(scene, span, (a, b), (start, end)):
            start = min(start, max(a - 1, span.start_char))
            end = max(end, min(b + 1, span.end_char))
    return start, end


def _meanwhile(scene: Scene, i: int, child: int, first: int) -> bool:
    """Say whether a clause behind an attribution is the reporter's: ", he said, as ships closed in"."""
    return (
        scene.deps[child] == "advcl"
        and first > i
        and scene.texts[first - 1] == ","
        and any(scene.lowers[leaf] in _TIMES and leaf < child for leaf in scene.children(child))
    )


def _nearby(scene: Scene, span: "Span", quote: tuple[int, int], said: tuple[int, int]) -> bool:
    """Say whether a quotation belongs to the saying: nothing but commas stands between."""
    (a, b), (start, end) = quote, said
    if a <= end + 3 and b >= start - 3:
        return True
    between = scene.text[end:a] if a > end else scene.text[b:start]
    return len(between) < 4 and span.start_char <= a  # noqa: PLR2004 - a short reach, plain where it stands


def child_edges(scene: Scene, i: int) -> tuple[int, int]:
    """Return the first and the last token of what hangs on a token."""
    return scene.doc[i].left_edge.i, scene.doc[i].right_edge.i


def _set_off(scene: Scene, left: int) -> bool:
    """Say whether an attribution stands between commas or at the end of its sentence."""
    before = scene.texts[left - 1] if left else ""
    return before in {",", '"', "—", "-"}


def stands_aside(scene: Scene, i: int) -> bool:
    """Say whether a clause stands between commas before its main verb: ", he told them, tanks will"."""
    if scene.deps[i] != "advcl" or scene.tags[i] not in {"VBD", "VBZ", "VBP"}:
        return False
    first, last = child_edges(scene, i)
    children = scene.children(i)
    trails = scene.heads[i] < i and not any(scene.deps[c] in CONTENT for c in children)
    if not trails and (scene.heads[i] < i or scene.texts[last + 1] != ","):
        return False
    if not _set_off(scene, first):
        return False
    return any(scene.deps[c] == "nsubj" for c in children) and not any(
        scene.deps[c] in {"mark", "advmod"} and c < i for c in children
    )


def verb_start(scene: Scene, i: int) -> int:
    """Return where a verb begins, its auxiliaries counted in."""
    for child in scene.children(i):
        if child < i and scene.deps[child] in {"aux", "auxpass", "neg", "advmod"}:
            return child
    return i


def end_of(scene: Scene, i: int) -> int:
    """Return the character after a token."""
    return scene.doc[i].idx + len(scene.texts[i])
