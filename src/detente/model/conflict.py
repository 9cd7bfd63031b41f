"""The conflict as people edit it: decision makers, options, priorities, evidence.

A `Conflict` is what a model file says, no more: it may be half-finished or
wrong. `detente.model.build.game` turns it into a frozen `Game` or says, in
sentences, why it can't.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from detente.errors import ModelError

Status = Literal[
    "done", "ongoing", "planned", "threatened", "considered", "possible", "demanded", "ruled_out"
]
Reversible = Literal["both", "forward", "backward"]
Order = Literal["known", "partly", "unknown"]
Sign = Literal["known", "unknown"]
Concept = Literal["nash", "gmr", "smr", "seq", "sseq", "sim"]

Probability = Annotated[float, Field(ge=0, le=1, strict=True, allow_inf_nan=False)]
"""A number from 0 to 1; neither true, which YAML reads as 1, nor text, nor nan."""

CONCEPTS: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq", "sseq", "sim")


class Part(BaseModel):
    """Any part of a model: strict about its fields, with evidence."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class Grounded(Part):
    """A part that says where it comes from."""

    because: list[str] = Field(default_factory=list, description="ids of the claims it rests on")
    assumed: str = Field(default="", description="why it is assumed, where no claim says it")


class Option(Grounded):
    """Something a decision maker may do or not do."""

    label: str = Field(default="", description="the option in words, a verb phrase")
    status: Status | None = Field(default=None, description="how far it has gone in the reporting")
    reversible: Reversible = Field(
        default="both",
        description="both: can be taken and undone; forward: never undone; backward: never taken up again",
    )
    readiness: float | None = Field(
        default=None, gt=0, description="how soon it can come: acts per month; left out: by status"
    )


class Statement(Grounded):
    """One priority of a decision maker: it wants `statement` to be true."""

    statement: str = Field(description="options joined by ! & | if iff, with parentheses")
    confidence: Probability = Field(
        default=1.0, description="probability that the decision maker holds it at all"
    )
    order: Order = Field(default="known", description="is its place among the priorities known?")
    sign: Sign = Field(
        default="known", description="unknown: it may as well want the statement false"
    )


class DecisionMaker(Grounded):
    """An actor that has options, and preferences among the states."""

    name: str = Field(default="", description="the name in words")
    options: dict[str, Option] = Field(default_factory=dict)
    priorities: list[Statement] | None = Field(
        default=None, description="most important first; [] is indifferent among all states"
    )
    ranking: list[int | list[int]] | None = Field(
        default=None, description="states as bit masks, best first; a nested list is a tie"
    )
    weights: dict[str, float] | None = Field(
        default=None, description="statement: weight; a state scores the sum of the true ones"
    )
    payoffs: dict[int, float] | None = Field(
        default=None, description="state as bit mask: payoff, larger is better"
    )
    foresight: dict[Concept, float] | None = Field(
        default=None, description="how it looks ahead: stability concept: weight"
    )
    readiness: float | None = Field(
        default=None,
        gt=0,
        description="how soon it acts: acts per month; an option's own goes first",
    )


class RedLine(Grounded):
    """A line that `by` has drawn against a statement's coming true."""

    by: str
    against: str
    threat: str = Field(default="", description="the reply that was threatened, in words")


class Constraint(Grounded):
    """Something that stands in the way of an option."""

    on: str = Field(description="the option, as decision_maker.option")
    kind: Literal["capability", "law", "money", "opinion", "alliance", "other"] = "other"
    says: str = Field(default="", description="the constraint in words")
    binds: Probability | None = Field(
        default=None,
        description="probability that it keeps the option from being taken; left out: by kind",
    )


class ExpertForecast(Grounded):
    """What a named source expects, in its words and as a range of probability."""

    by: str = Field(description="who said it")
    of: str = Field(description="the statement that is forecast, often one option")
    given: str = Field(
        default="", description="what it supposes, a statement; left out: nothing is supposed"
    )
    words: str = Field(default="", description="the words of likelihood")
    low: Probability
    high: Probability


class Evidence(Part):
    """A quote that the model rests on, kept with it so that the file stands alone."""

    quote: str
    document: str = ""
    start: int | None = None
    end: int | None = None
    speaker: str | None = None
    kind: str = ""


class Conflict(Part):
    """A conflict: what `model.yaml` says.

    Options take their bits in the order in which they stand: the first option
    of the first decision maker is bit 0.

    Examples
    --------
    >>> chicken = Conflict(title="Chicken")
    >>> _ = chicken.add("left", options=["swerve"], priorities=["left.swerve | right.swerve", "!swerve"])
    >>> _ = chicken.add("right", options=["swerve"], priorities=["left.swerve | right.swerve", "!swerve"])
    >>> chicken.option_names()
    ['left.swerve', 'right.swerve']
    """

    detente: Literal[1] = 1
    title: str = ""
    as_of: str = Field(default="", description="the day the model speaks of, YYYY-MM-DD")
    decision_makers: dict[str, DecisionMaker] = Field(default_factory=dict)
    status_quo: list[str] | None = Field(
        default=None, description="the options taken now; left out: not known"
    )
    infeasible: list[str] = Field(
        default_factory=list, description="statements whose states can't be"
    )
    feasible: list[int] | None = Field(
        default=None, description="or: the feasible states outright, as bit masks"
    )
    red_lines: list[RedLine] = Field(default_factory=list)
    constraints: list[Constraint] = Field(default_factory=list)
    experts: list[ExpertForecast] = Field(default_factory=list)
    agreement: Probability | None = Field(
        default=None,
        description="probability that two parties can agree on a step, for the forecast",
    )
    doubt: Probability | None = Field(
        default=None,
        description="probability that what the model says of wishes is wrong, for the forecast",
    )
    theatres: dict[str, list[str]] = Field(
        default_factory=dict, description="name: the decision makers that meet there"
    )
    evidence: dict[str, Evidence] = Field(default_factory=dict, description="claim id: its quote")
    open_questions: list[str] = Field(
        default_factory=list, description="what the reporting doesn't say and the model needs"
    )
    source: str = Field(default="", description="the publication that the model was taken from")
    notes: list[str] = Field(default_factory=list)

    # where each part stands in the file it was read from; no part of the conflict
    _places: dict[tuple[str | int, ...], str] = PrivateAttr(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """Compare what the models say, not the files they were read from."""
        if not isinstance(other, Conflict):
            return NotImplemented
        return self.model_dump() == other.model_dump()

    __hash__ = None  # type: ignore[assignment] # it is edited

    def keep_places(self, places: dict[tuple[str | int, ...], str]) -> None:
        """Remember where each part stands in the file that it was read from."""
        self._places = places

    def place(self, path: tuple[str | int, ...]) -> str:
        """Return ``file:line`` of a part, or of the nearest around it; empty if unknown."""
        while path:
            if path in self._places:
                return self._places[path]
            path = path[:-1]
        return self._places.get((), "")

    def add(
        self,
        decision_maker: str,
        /,
        options: list[str] | dict[str, Any] | None = None,
        priorities: list[Any] | None = None,
        **fields: Any,
    ) -> DecisionMaker:
        """Add a decision maker and return it, for building a conflict in Python.

        Parameters
        ----------
        decision_maker : str
            Its id.
        options : list of str or dict of str to Option, optional
            Its options, by id.
        priorities : list of str or Statement, optional
            Its priorities, most important first.
        **fields
            Any other field of `DecisionMaker`.

        Returns
        -------
        DecisionMaker
            The new one, now part of the conflict.

        Raises
        ------
        ModelError
            If there is one of this id already, or a field doesn't fit.
        """
        if decision_maker in self.decision_makers:
            raise ModelError(f"there is a decision maker {decision_maker!r} already")
        if isinstance(options, list):
            if len(set(options)) < len(options):
                raise ModelError(f"an option of {decision_maker} stands twice", "keep one of them")
            options = {name: {} for name in options}
        stated = (
            None
            if priorities is None
            else [{"statement": one} if isinstance(one, str) else one for one in priorities]
        )
        data = {"options": options or {}, "priorities": stated, **fields}
        whole = {"decision_makers": {decision_maker: data}}
        try:
            made = Conflict.model_validate(whole).decision_makers[decision_maker]
        except ValidationError as error:
            from detente.model.formats.validation import said

            raise said(error, whole, {}, str(decision_maker)) from error
        self.decision_makers[decision_maker] = made
        return made

    def option_names(self) -> list[str]:
        """Return ``decision_maker.option`` for every option, in bit order."""
        return [
            f"{dm}.{option}"
            for dm, maker in self.decision_makers.items()
            for option in maker.options
        ]
