"""What a brief says, section by section, before it is set as a page or on a terminal.

Everything here is plain text with the numbers of the claims it rests on: no
markup, no colour, no layout. The page, the terminal and Markdown say the same.
"""

from dataclasses import dataclass, field

from detente.report.quotes import Paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or two, with what it rests on.

    `because` are numbers of listed claims; `assumed` says why something is
    taken for granted that no claim says.
    """

    text: str
    because: tuple[int, ...] = ()
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class Expert:
    """What a named source expects of a step, beside the model's own figure."""

    by: str
    of: str
    words: str
    low: float
    high: float
    model: float | None
    verdict: str
    because: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """An option, as something that may happen."""

    option: str
    owner: int
    clause: str  # "South Korea supplies lethal weapons to Ukraine"
    inner: str  # the same inside a sentence
    act: str  # "supply lethal weapons to Ukraine"
    status: str  # in words
    reversible: str  # in words
    taken: bool  # at the status quo
    probability: float | None = None
    low: float = 0.0
    high: float = 1.0
    range_low: float | None = None  # what one piece of news could make of it
    range_high: float | None = None
    months: float | None = None  # by when half of the ways that take it have done so
    term: str = ""
    hedged: float | None = None  # allowing for model error
    hangs_on: tuple[Line, ...] = ()
    held_back: tuple[Line, ...] = ()  # constraints
    experts: tuple[Expert, ...] = ()
    because: tuple[int, ...] = ()
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A decision maker: what it can do and what it wants."""

    name: str
    steps: tuple[Step, ...]
    wants: tuple[Line, ...]
    more: int = 0  # wants that aren't listed
    because: tuple[int, ...] = ()
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class RedLine:
    """A line somebody has drawn, and how likely it is to be crossed."""

    by: str
    text: str
    threat: str
    probability: float | None
    because: tuple[int, ...] = ()
    assumed: str = ""
    hedged: float | None = None  # allowing for model error


@dataclass(frozen=True, slots=True)
class Fan:
    """How likely a step is by when: months, probability and its interval, one row a time."""

    clause: str
    points: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """How play may begin: its first steps in words, and how likely it begins so."""

    steps: tuple[str, ...]  # none: nothing happens
    probability: float
    open: bool  # whether it goes on from there


@dataclass(frozen=True, slots=True)
class Conditional:
    """What a named source expects under a condition, beside the model's answer to the same."""

    by: str
    of: str
    given: str
    words: str
    low: float
    high: float
    model: float | None
    verdict: str
    because: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A step that can't be taken back, or any of them, and how likely it is."""

    clause: str
    probability: float
    hedged: float | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a forecast says of the time ahead, beside the steps' own figures."""

    until: str  # " within 6 months", or nothing
    fans: tuple[Fan, ...]
    ways: tuple[Way, ...]
    points: tuple[Point, ...]
    conditionals: tuple[Conditional, ...]
    doubt: float
    says: tuple[Line, ...]  # how the figures are to be read


@dataclass(frozen=True, slots=True)
class Outcome:
    """A state worth naming: what is done there, how likely it is, why it holds."""

    state: int
    letter: str
    name: str  # "The present state", "Tavia supplies ..."
    clauses: tuple[str, ...]  # what differs from the present state
    situation: tuple[str, ...]  # all that is being done
    concepts: tuple[str, ...]  # under which it is an equilibrium
    now: bool
    probability: float | None = None
    low: float = 0.0
    high: float = 1.0
    why: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as it is listed."""

    number: int
    kind: str  # the word for it
    key: str  # the kind itself
    says: str  # who does what, in a few words
    quote: str
    speaker: str
    status: str
    document: str
    notes: tuple[str, ...] = ()
    in_text: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its quotes marked."""

    id: str
    title: str
    date: str
    source: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a brief says."""

    title: str
    as_of: str
    basis: str  # "one report, 10 claims"
    headline: str
    answer: tuple[Line, ...]
    steps: tuple[Step, ...]  # likeliest first, those not taken yet
    standing: tuple[Step, ...]  # those under way now
    parties: tuple[Party, ...]
    red_lines: tuple[RedLine, ...]
    outcomes: tuple[Outcome, ...]
    more_outcomes: int
    no_return: tuple[Line, ...]
    more_no_return: int
    changes: tuple[Line, ...]
    experts: tuple[Expert, ...]
    assumptions: tuple[Line, ...]
    more_assumptions: int
    questions: tuple[str, ...]
    articles: tuple[Article, ...]
    claims: tuple[ClaimRow, ...]
    more_claims: int
    method: tuple[Line, ...]
    made: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = field(default=())
    outlook: Outlook | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing that anybody could do."""
        return not (self.steps or self.standing)
