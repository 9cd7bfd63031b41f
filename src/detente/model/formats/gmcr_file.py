"""What a file of GMCR+ holds, as records; unknown fields are kept to be told."""

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, ValidationError

from detente.errors import ModelError
from detente.model.formats.validation import said


class Choice(BaseModel):
    """An option of the file."""

    model_config = ConfigDict(extra="allow")
    name: str
    permittedDirection: Literal["both", "fwd", "back"] = "both"  # noqa: N815 - the file's name


class Maker(BaseModel):
    """A decision maker of the file."""

    model_config = ConfigDict(extra="allow")
    name: str
    options: list[StrictInt]
    preferences: list[Any] = Field(default_factory=list)
    preferenceRanking: list[StrictInt | list[StrictInt]] | None = None  # noqa: N815 - the file's name
    preferenceVector: list[StrictInt | list[StrictInt]] | None = None  # noqa: N815 - the file's name
    misperceptions: list[Any] = Field(default_factory=list)
    payoffs: list[float] | None = None

    @property
    def ranking(self) -> list[int | list[int]] | None:
        """The states as the decision maker ranks them, under the new name or the old."""
        return self.preferenceVector if self.preferenceRanking is None else self.preferenceRanking


class File(BaseModel):
    """A file of GMCR+."""

    model_config = ConfigDict(extra="allow")
    options: list[Choice]
    decisionMakers: list[Maker]  # noqa: N815 - the file's name
    infeasibles: list[Any] = Field(default_factory=list)
    useManualPreferenceRanking: bool = False  # noqa: N815 - the file's name
    useManualPreferenceVectors: bool = False  # noqa: N815 - the file's name
    program: str = ""
    version: str = ""
    coalitions: list[Any] | None = None
    coalitionsFull: list[Any] | None = None  # noqa: N815 - the file's name

    @property
    def manual(self) -> bool:
        """Say whether rankings were entered by hand."""
        return self.useManualPreferenceRanking or self.useManualPreferenceVectors


def parse(text: str, name: str) -> File:
    """Return the records of a file.

    Raises
    ------
    ModelError
        If the text is no JSON, or has not the fields of such a file.
    """
    data = read_json(text, name)
    if not isinstance(data, dict):
        raise ModelError(
            "this is no file of GMCR+", "it should hold options and decisionMakers", where=name
        )
    try:
        return File.model_validate(data)
    except ValidationError as error:
        raise said(error, data, {}, name) from error


def read_json(text: str, name: str) -> Any:
    """Return what a JSON text holds; a key twice in one object is a fault.

    Raises
    ------
    ModelError
        If the text is no JSON.
    """

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise ModelError(f"{key!r} stands twice in one object", "keep one", where=name)
            found[key] = value
        return found

    try:
        return json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise ModelError(
            f"the text is no JSON: {error.msg.lower()} at column {error.colno}",
            "correct the file",
            where=f"{name}:{error.lineno}",
        ) from error
    except RecursionError as error:
        raise ModelError("the text nests too deep", "a model is flatter", where=name) from error
    except ValueError as error:
        if isinstance(error, ModelError):
            raise
        raise ModelError(
            "the text holds a number that is too long", "correct it", where=name
        ) from error
