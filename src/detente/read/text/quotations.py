"""Where a text stands in quotation marks."""

import re

_LONGEST_QUOTE = 3_000
_SINGLE = re.compile(r"(?<![\w'])'(?=\w)([^\n]{3,1500}?[.,!?])'(?!\w)")


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the stretches between double quotation marks, the marks left out.

    A quotation that isn't closed ends with its paragraph. In a text without
    double marks single ones are taken, where they can't be apostrophes.

    Examples
    --------
    >>> quotations('He said: "We stay." She left.')
    ((10, 18),)
    """
    if '"' not in text:
        return tuple(match.span(1) for match in _SINGLE.finditer(text))
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for place, letter in enumerate(text + "\n"):
        if letter == '"' and opened is None:
            opened = place + 1
        elif letter in '"\n' and opened is not None:
            if opened < place <= opened + _LONGEST_QUOTE:
                found.append((opened, place))
            opened = None
    return tuple(found)
