"""Signs that steer a terminal or a printer, taken out of a text before anything is read."""

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]{0,40}[ -/]{0,10}[@-~]|\][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\)|[@-Z\\^_])?"
)
_CONTROLS = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160)), " ") | dict.fromkeys(
    (0x0B, 0x0C, 0x85, 0x2028), "\n"
)


def clean(text: str) -> str:
    r"""Return a text without the marks that steer a terminal or a printer.

    Marks that end a line or a page become newlines.

    Examples
    --------
    >>> clean("\x1b[31mTalks\x1b[0m failed.\u2028War\x00 broke out.")
    'Talks failed.\nWar  broke out.'
    """
    if not _STEERING.search(text):
        return text
    text = re.sub(r"\r\n?", "\n", _ESCAPES.sub("", text))
    return text.replace("\u2029", "\n\n").translate(_CONTROLS)
