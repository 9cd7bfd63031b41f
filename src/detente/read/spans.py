"""Where a text speaks of an actor, and where somebody's words stand: records of its resolution."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text speaks of an actor: tokens ``start`` to ``end``.

    `form` says how: ``name demonym capital person title noun pronoun``.
    `place` is true where the name is only said to be where something happens.
    """

    start: int
    end: int
    actor: str
    form: str
    place: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch of text that somebody is said to have said: characters ``start`` to ``end``.

    ``quote_start`` to ``quote_end`` is what an analyst would mark: the sentence
    with its attribution. `direct` is true inside quotation marks. `trust` is the chance,
    0 to 1, that it's a saying and that an analyst would hear the same speaker.
    """

    start: int
    end: int
    speaker: str
    verb: str
    direct: bool
    quote_start: int
    quote_end: int
    rule: str
    trust: float = 1.0
