"""What happens when a report comes in: read, matched, proposed, carried in, forecast anew."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from detente.model.formats import yaml
from detente.read.claim import Document
from detente.read.shelf import Page
from detente.store import deciding, taking, versions
from detente.store.case import Case, Run
from detente.store.change import DRAWS, Asking, Change, linked_by, moves, quotes_of, title_of
from detente.store.deciding import Kept
from detente.store.taking import Taken
from detente.store.versions import Version
from detente.store.window import window

__all__ = ["DRAWS", "Asking", "Change", "accept", "add", "read_new"]


def add(
    case: Case,
    pages: Iterable[Page | Document],
    *,
    accept: bool = False,
    forecast: Asking | None = None,
    saved: Callable[[Taken], None] | None = None,
    details: Mapping[str, Any] | None = None,
) -> Change:
    """Take reports in and say what they change.

    Each report is kept in a transaction of its own, with what it proposes;
    `saved` is called when it is on the disk.

    Parameters
    ----------
    case : Case
        Where to.
    pages : iterable of Page or Document
        What was read, or documents that are read here unless their text is known.
    accept : bool
        Whether all that is proposed is carried into the model at once, report
        by report.
    forecast : Asking, optional
        How to forecast the model before and after; left out, nothing is forecast.
    saved : callable, optional
        Told of each report that is kept.
    details : mapping of str to JSON values, optional
        What else the log says of the runs that take reports in.

    Raises
    ------
    InputError
        If the forecasts' horizon can't be read or lies in the past; nothing is taken in then.

    Returns
    -------
    Change
        What came in, what it proposes, and how the forecasts move.
    """
    before = versions.current(case)
    if forecast is not None:
        forecast.check(None if before is None else before.conflict())
    taken: list[Taken] = []
    proposed: list[Kept] = []
    failed: list[tuple[Kept, str]] = []
    drafted = False
    first = before
    for page in pages:
        one, numbers, made = _one(case, page, details or {})
        taken.append(one)
        if saved is not None:
            saved(one)
        if made is not None:
            versions.show(case, made)
            drafted = drafted or first is None
            first = first or made
        new = _named(case, numbers)
        proposed += new
        if accept and new:
            _, done, bad = deciding.accept(case, new)
            failed += bad
            accepted = {p.number for p in done}
            proposed = [replace(p, accepted=True) if p.number in accepted else p for p in proposed]
    after = versions.current(case)
    done = [one for one in proposed if one.accepted]
    start = before if drafted and not proposed else first
    if all(one.known for one in taken) and not proposed:
        forecast = None  # nothing came in: what was forecast stands
    found, model = moves(case, start, after, done or proposed, forecast)
    return Change(
        case=case.name,
        title=title_of(case, model),
        taken=tuple(taken),
        proposed=tuple(proposed),
        model_before=None if before is None else before.number,
        model_after=None if after is None else after.number,
        moves=tuple(found),
        supposed=bool(proposed) and not done,
        failed=tuple(failed),
        drafted=drafted,
        conflict=model,
        horizon=(forecast.horizon if forecast else None) or "no horizon",
        warnings=tuple(w for one in taken for w in one.warnings),
        link=linked_by(model, forecast),
        quotes=quotes_of(case, proposed),
    )


def accept(case: Case, wanted: Sequence[Kept], *, forecast: Asking | None = None) -> Change:
    """Carry proposals into the model and say what that changes."""
    before = versions.current(case)
    if forecast is not None:
        forecast.check(None if before is None else before.conflict())
    version, done, failed = deciding.accept(case, wanted)
    done = [replace(one, accepted=True) for one in done]
    found, model = moves(case, before, version, done, forecast)
    return Change(
        case=case.name,
        title=title_of(case, model),
        proposed=tuple(done),
        model_before=None if before is None else before.number,
        model_after=version.number,
        moves=tuple(found),
        failed=tuple(failed),
        conflict=model,
        horizon=(forecast.horizon if forecast else None) or "no horizon",
        link=linked_by(model, forecast),
        quotes=quotes_of(case, done),
    )


def read_new(case: Case, documents: Iterable[Document]) -> Iterable[Page | Document]:
    """Read documents, one after the other; what came in before isn't read again."""
    from detente.read.reading import read_page

    for document in documents:
        known = taking.is_known(case, document)
        yield document if known else read_page(document)


def _one(
    case: Case, page: Page | Document, details: Mapping[str, Any]
) -> tuple[Taken, list[int], Version | None]:
    """Keep one report with what it proposes, or with the first model drafted from it."""
    if isinstance(page, Document):
        page = Page(page, (), ())
    page = taking.cleaned(page)
    keys = taking.keys_of(page)
    said = page.document.title or page.document.source
    with case.writing("add", said, **details) as run:
        one = taking.put(run, page, keys)
        if one.known:
            return one, [], None
        version = versions.latest(run.connection, case.id)
        if version is None:
            return one, [], _first_model(run, one)
        return one, _proposed(run, version, one), None


def _first_model(run: Run, one: Taken) -> Version:
    from detente.draft.drafting import draft

    _, reading = window(run.connection, run.case_id, None, [one.document])
    return versions.put(run, yaml.dumps(draft(reading)))


def _proposed(run: Run, version: Version, one: Taken) -> list[int]:
    from detente.store.proposing import proposals
    from detente.store.wording import said

    if not one.claims:
        return []
    model = version.conflict()
    before, after = window(run.connection, run.case_id, model, [one.document])
    found = [replace(p, said=said(p, model)) for p in proposals(model, before, after)]
    return deciding.put(run, found)


def _named(case: Case, numbers: Sequence[int]) -> list[Kept]:
    if not numbers:
        return []
    with case.reading() as connection:
        return [one for one in deciding.kept(connection, case.id) if one.number in set(numbers)]
