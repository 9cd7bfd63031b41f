"""What the page Report shows, from a folder of reports as from a case; and who keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from detente.errors import InputError
from detente.read.claim import Claim, Document, Reading
from detente.web.jobs import Job

TEXTS = ("actor", "action", "target", "speaker", "date", "condition")
Form = dict[str, str]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was put right about one claim, and by what name it is taken back."""

    key: str
    do: str
    kind: str
    quote: str
    known: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """One report with its claims, and the list of the others.

    Attributes
    ----------
    listed : tuple of (str, str)
        Id and title of the reports that are listed, `more` others left out.
    document, claims, claim
        The one that is shown, its claims, and the one whose record is shown.
    doubtful : tuple of Claim
        Acts of the report that the reader leaves open: it isn't clear who does them.
    numbers : dict
        The number of each claim.
    names : dict
        Who the actors are.
    files : tuple of str
        The files that can be taken out.
    job : Job or None
        The reading that goes on.
    trouble : tuple of str
        What a person should know of the reports.
    stopped : bool
        Whether reports are left unread because somebody stopped the reading.
    fixes : tuple of Fixed
        What was put right in the report that is shown.
    """

    listed: tuple[tuple[str, str], ...] = ()
    more: int = 0
    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    claim: Claim | None = None
    numbers: dict[str, int] | None = None
    names: dict[str, str] | None = None
    files: tuple[str, ...] = ()
    job: Job | None = None
    trouble: tuple[str, ...] = ()
    stopped: bool = False
    fixes: tuple[Fixed, ...] = ()
    doubtful: tuple[Claim, ...] = ()


class Reports(Protocol):
    """Who keeps the reports."""

    removable: bool

    def shown(self, doc: str, claim: str) -> Shown:
        """Return what the page shows when it is asked for a report or a claim."""

    def files(self) -> list[str]:
        """Return the names of the reports."""

    def reading(self, text: str) -> Reading | None:
        """Return what a brief on this model rests on; None while that is being read."""

    def whole(self, document: str, wait: float) -> tuple[Reading, Sequence[str]]:
        """Return what was read, of one document or of all, with what a person should know."""

    def add(self, given: Sequence[tuple[str, bytes]]) -> tuple[list[str], Job | None]:
        """Take reports in; return their names, and the job that reads them."""

    def remove(self, name: str) -> None:
        """Take a report out."""

    def put_right(self, form: Form) -> None:
        """Reject, correct or add a claim, or take that back."""

    def again(self) -> None:
        """Read what was left unread when somebody stopped the reading."""

    def draft(self, *, on: str | None) -> None:
        """Draft the model anew."""

    def close(self) -> None:
        """Let go of everything."""


def drafted(reading: Reading) -> str:
    """Return the text of a model drafted from what was read."""
    from detente.draft.drafting import draft as make
    from detente.model.formats.yaml import dumps

    return dumps(make(reading))


def known(form: Form) -> dict[str, Any]:
    """Return the fields of a claim that a form gives."""
    found: dict[str, Any] = {
        name: form[name].strip() or None for name in (*TEXTS, "status", "event") if name in form
    }
    if "negated" in form:
        found["negated"] = form["negated"] == "yes"
    return found


def changed(claim: Claim, form: Form, *, same: bool = False) -> dict[str, Any]:
    """Return the fields of a claim that a form changes.

    Parameters
    ----------
    claim : Claim
        As it is.
    form : mapping
        What was sent.
    same : bool
        Whether a doer or speaker that stays the same counts, too: somebody says that it is right.

    Raises
    ------
    InputError
        If it changes none.
    """
    given = {"kind": form.get("kind", claim.kind)} | known(form)
    kept = {"actor", "speaker"} if same else set()
    found = {
        name: value
        for name, value in given.items()
        if value != getattr(claim, name) or (name in kept and value)
    }
    if not found:
        raise InputError("nothing was changed", "change a field first")
    return found
