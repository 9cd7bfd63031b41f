"""A model in and out of the workbench: Détente's own file, GMCR+'s, or a table of payoffs."""

from dataclasses import dataclass
from pathlib import Path

from detente.errors import InputError, TooLargeError
from detente.model.conflict import Conflict
from detente.model.formats import FORMATS, gmcr, gmcr_write, left_out, normal_form, yaml
from detente.model.formats.source import decode

LARGEST = 4 * 2**20
"""The largest model file that can be taken in, in bytes."""

SUFFIXES = tuple(FORMATS)
KINDS = {
    ".yaml": "application/yaml; charset=utf-8",
    ".gmcr": "application/json; charset=utf-8",
}
"""Suffix of what can be taken out -> its type."""


@dataclass(frozen=True, slots=True)
class Given:
    """A model file as it is taken out."""

    text: str
    kind: str
    missing: tuple[str, ...]


def taken_in(name: str, content: bytes) -> str:
    """Return the text of the model file that an uploaded file makes.

    Parameters
    ----------
    name : str
        What the file is called; its suffix says the format.
    content : bytes
        The file.

    Returns
    -------
    str
        A text that loads. One that is of Détente's own format stays as it is,
        with its comments.

    Raises
    ------
    InputError
        If the suffix names no format of models.
    TooLargeError
        If it is over `LARGEST`.
    ModelError
        If it isn't a model.
    """
    shown = name.replace("\\", "/").rsplit("/", 1)[-1][:80]
    suffix = Path(shown).suffix.lower()
    if suffix not in FORMATS:
        raise InputError(
            f"{suffix[:20] or 'no suffix'} names no format of models",
            f"give one of {' '.join(FORMATS)}",
            where=shown,
        )
    if len(content) > LARGEST:
        raise TooLargeError(
            f"the file is larger than {LARGEST >> 20} MB, which is the limit",
            "a model is smaller than that",
            where=shown,
        )
    if suffix in {".yaml", ".yml"}:
        text = decode(content, shown).replace("\r\n", "\n")
        yaml.loads(text, shown)
        return text
    read = gmcr.loads if suffix == ".gmcr" else normal_form.loads
    made = yaml.dumps(read(content, shown))
    yaml.loads(made)
    return made


def given_out(conflict: Conflict, text: str, suffix: str) -> Given:
    """Return a model as a file of a format, with what that format can't hold.

    Raises
    ------
    InputError
        If nothing is given out in that format.
    ModelError
        If the model isn't finished, and the format asks for that.
    """
    if suffix not in KINDS:
        raise InputError(f"no model is given out as {suffix!r}", f"ask for {' or '.join(KINDS)}")
    if suffix == ".yaml":
        return Given(text, KINDS[suffix], ())
    made = gmcr_write.dumps(conflict)
    return Given(made, KINDS[suffix], tuple(left_out(conflict, f"model{suffix}")))
