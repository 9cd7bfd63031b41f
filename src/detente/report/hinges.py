"""What a probability hangs on, in words.

The forecast names what it doesn't know in the model's terms ("russia: holds
!nato.troops"). Here such a name becomes a clause that can stand after "if".
"""

import re

from detente.errors import StatementError
from detente.forecast.result import Driver
from detente.model.expressions import Expression, If, Iff, Not, Taken
from detente.model.statements import parse
from detente.report.verbs import inflect
from detente.report.voice import Voice

_NAMED = re.compile(
    r"(?P<who>[^:]+): (?:(?P<verb>holds|wants|puts) (?P<what>.+?)(?P<first> first)?"
    r"|looks ahead as (?P<concept>\w+)|(?P<kind>\w+) constraint binds)(?: \(\d+\))?"
)
_LOOKS = {
    "nash": "{name} {looks} no further than {its} own move",
    "gmr": "{name} {fears} any reply, whatever it costs those who make it",
    "smr": "{name} {fears} any reply that {pronoun} could not mend",
    "seq": "{name} {fears} only replies that pay those who make them",
    "sseq": "{name} {fears} only replies that pay those who make them and that {pronoun} could not mend",
    "sim": "{name} {expects} the others to move at the same time",
}
_HINDERS = {
    "capability": "a lack of means keeps",
    "law": "the law keeps",
    "money": "a lack of money keeps",
    "opinion": "opinion at home keeps",
    "alliance": "its alliances keep",
    "other": "what stands in the way keeps",
}


def hinge(voice: Voice, driver: Driver) -> str:
    """Return what is not known as a clause: "Russia wants NATO not to deploy troops".

    Parameters
    ----------
    voice : Voice
        The words of the conflict.
    driver : Driver
        An unknown of the forecast.

    Returns
    -------
    str
        A clause in the present. An unknown of a kind not known here is told by
        its own label.
    """
    found = _NAMED.fullmatch(driver.unknown)
    if found is None:
        return voice.readable(driver.label or driver.unknown)
    who = found["who"].strip()
    if found["kind"] is not None and who in voice.game.options:
        k = voice.game.options.index(who)
        hinders = _HINDERS.get(found["kind"], _HINDERS["other"])
        name = voice.names[int(voice.game.owner[k])]
        return f"{hinders} {name} from {inflect(voice.phrases[k], 'gerund')}"
    if who not in voice.game.decision_makers:
        return voice.readable(driver.label or driver.unknown)
    i = voice.game.decision_makers.index(who)
    if found["concept"] is not None:
        return _looks(voice, i, found["concept"])
    if found["first"]:
        return f"it is among the first aims of {voice.names[i]} {aim(voice, i, found['what'])}"
    wish = wanted(voice, i, found["what"])
    return f"{voice.names[i]} {voice.agree(i, 'wants', 'want')} {wish}"


def wanted(voice: Voice, i: int, statement: str) -> str:
    """Return a wish as it stands after "wants": "to arm Orlan", "Russia not to strike"."""
    dm = voice.game.decision_makers[i]
    try:
        one = parse(statement, voice.game.options, dm)
    except StatementError:
        return f"“{statement}”"
    return _wish(voice, i, one, holds=True)


def _wish(voice: Voice, i: int, one: Expression, *, holds: bool) -> str:
    while isinstance(one, Not):
        one, holds = one.term, not holds
    if isinstance(one, Taken):
        owner = int(voice.game.owner[one.bit])
        to = f"{'' if holds else 'not '}to {voice.phrases[one.bit]}"
        return to if owner == i else f"{voice.names[owner]} {to}"
    if isinstance(one, If) and holds:
        return f"{_wish(voice, i, one.then, holds=True)} if {voice.expression(one.condition)}"
    if isinstance(one, Iff) and holds and isinstance(one.left, Taken | Not):
        wish = _wish(voice, i, one.left, holds=True)
        return f"{wish} if, and only if, {voice.expression(one.right)}"
    return f"it so that {voice.expression(one, holds=holds)}"


def aim(voice: Voice, i: int, statement: str) -> str:
    """Return a wish as an infinitive: "to arm Orlan", "to have Russia not strike".

    See `wanted` for the form that stands after "wants".
    """
    wish = wanted(voice, i, statement)
    if wish.startswith(("to ", "not to ")):
        return wish
    for owner, name in enumerate(voice.names):
        for phrase in ("not to ", "to "):
            start = f"{name} {phrase}"
            if owner != i and wish.startswith(start):
                return f"to have {name} {phrase.removesuffix('to ')}{wish[len(start) :]}"
    return f"to have {wish}"


def telling(drivers: tuple[Driver, ...], most: int) -> list[Driver]:
    """Choose the drivers worth telling: the most to be learned first, each matter once.

    How far one decision maker looks ahead is one matter, though each concept is
    an unknown of its own; so is a wish that may not be held, or be the opposite.
    """
    chosen: list[Driver] = []
    matters: set[str] = set()
    for driver in sorted(drivers, key=lambda d: (-d.shift, -abs(d.effect), d.unknown)):
        about = matter(driver)
        if about not in matters:
            matters.add(about)
            chosen.append(driver)
    return chosen[:most]


def matter(driver: Driver) -> str:
    """Return what an unknown is about.

    All ways of looking ahead are one matter, and so is one wish: whether it is
    held, which way, and in what place.
    """
    found = _NAMED.fullmatch(driver.unknown)
    if found is None:
        return driver.unknown
    if found["concept"] is not None:
        return f"{found['who']} looks ahead"
    if found["what"]:  # to want something, and to want it not to be, are one matter
        what = found["what"].lstrip("!(").rstrip(")").removeprefix(f"{found['who']}.")
        return f"{found['who']}: {what}"
    return driver.unknown


def _looks(voice: Voice, i: int, concept: str) -> str:
    template = _LOOKS.get(concept, "{name} {looks} ahead as " + concept)
    return template.format(
        name=voice.names[i],
        looks=voice.agree(i, "looks", "look"),
        fears=voice.agree(i, "fears", "fear"),
        expects=voice.agree(i, "expects", "expect"),
        its=voice.agree(i, "its", "their"),
        pronoun=voice.pronoun(i),
    )
