"""The reports of a case: read in their own process, taken into the store, put right there."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import Connection, func, select

from detente.errors import InputError, NotFoundError, TooLargeError
from detente.read.claim import Claim, Reading
from detente.read.shelf import Page
from detente.store import by_hand, correcting, records, taking, versions
from detente.store.tables import documents
from detente.store.window import window
from detente.web import casework
from detente.web.casespace import CaseSpace
from detente.web.jobs import Job, Jobs
from detente.web.reader import GivenUpError, Reader
from detente.web.shown import Fixed, Form, Shown, changed, drafted, known
from detente.web.uploads import taken_as

LISTED = 200
"""So many reports are listed, the latest; the others are found by searching."""

MOST_READ = 200
PATIENCE = 1.5


@dataclass(eq=False)
class CaseReports:
    """The reports of a case.

    Parameters
    ----------
    space : CaseSpace
        The case.
    jobs : Jobs
        Where reports are read.
    room : str
        The case's name among the jobs.
    reader : Reader
        What reads them.
    """

    space: CaseSpace
    jobs: Jobs
    room: str = ""
    reader: Reader = field(default_factory=Reader)
    removable: bool = False

    def shown(self, doc: str, claim: str) -> Shown:
        """Return a report: that of the claim, else the one asked for, else the latest."""
        case = self.space.case
        job = self.jobs.under_way(self.room)
        with case.reading() as connection:
            chosen = self._claim(connection, claim)
            mine = documents.c.case_id == case.id
            listed = connection.execute(
                select(documents.c.number, documents.c.title, documents.c.source)
                .where(mine)
                .order_by(documents.c.number.desc())
                .limit(LISTED)
            ).all()
            count = connection.execute(select(func.count()).select_from(documents).where(mine))
            more = int(count.scalar() or 0) - len(listed)
            number = records.number(chosen.document if chosen else doc)
            if number is None and listed:
                number = listed[0].number
            row = connection.execute(
                select(documents).where(mine, documents.c.number == min(number or 0, 2**31 - 1))
            ).first()
            own = () if row is None else records.of_documents(connection, case.id, [row.number])
            actors = () if row is None else records.actors_of(row)
        return Shown(
            listed=tuple((f"d{one.number}", one.title or one.source) for one in listed),
            more=more,
            document=None if row is None else records.document_of(row),
            claims=tuple(sorted(own, key=lambda one: (one.start, one.end, int(one.id[1:])))),
            claim=chosen,
            numbers={one.id: int(one.id[1:]) for one in own},
            names={actor.id: actor.name for actor in actors},
            job=job,
            fixes=()
            if row is None
            else tuple(
                Fixed(one.claim, one.do, one.kind, one.quote, one.known)
                for one in by_hand.fixes(case, f"d{row.number}")
            ),
        )

    def _claim(self, connection: Connection, name: str) -> Claim | None:
        number = records.number(name) if name.startswith("c") else None
        if number is None:
            return None
        found = records.by_number(connection, self.space.case.id, [min(number, 2**31 - 1)])
        return found[0] if found else None

    def files(self) -> list[str]:
        """Return the sources of the reports, the latest first."""
        query = select(documents.c.source).where(documents.c.case_id == self.space.case.id)
        with self.space.case.reading() as connection:
            return list(
                connection.execute(query.order_by(documents.c.number.desc()).limit(1000)).scalars()
            )

    def reading(self, text: str) -> Reading | None:
        """Return the claims and documents that a model rests on, with the latest ones."""

        def make() -> Reading:
            from detente.web.answers import conflict

            with self.space.case.reading() as connection:
                return window(connection, self.space.case.id, conflict(text))[1]

        return self.space.kept(f"reading {hash(text)}", make)

    def whole(self, document: str, wait: float) -> tuple[Reading, Sequence[str]]:  # noqa: ARG002 - nothing to wait for
        """Return what was read, of one document or of all where they are few."""
        case = self.space.case
        query = select(documents).where(documents.c.case_id == case.id)
        if document:
            number = records.number(document) if document.startswith("d") else None
            query = query.where(documents.c.number == min(number or 0, 2**31 - 1))
        with case.reading() as connection:
            rows = connection.execute(query.order_by(documents.c.number).limit(MOST_READ + 1)).all()
            if document and not rows:
                raise NotFoundError(f"there is no report {document!r}", "choose one of the list")
            if len(rows) > MOST_READ:
                raise TooLargeError(
                    f"the case has more than {MOST_READ} reports", "ask for one: ?document=d1"
                )
            own = records.of_documents(connection, case.id, [row.number for row in rows])
        pages = [Page(records.document_of(row), tuple(records.actors_of(row)), ()) for row in rows]
        from detente.read.gathering import gather

        return replace(gather(pages), claims=tuple(own)), ()

    def add(self, given: Sequence[tuple[str, bytes]]) -> tuple[list[str], Job | None]:
        """Have reports read and taken in; it is a job, whose result is what they change."""
        named = [(taken_as(name, content), content) for name, content in given]
        folder = Path(mkdtemp(prefix="detente-"))
        paths = []
        for n, (name, content) in enumerate(named):
            path = folder / str(n) / name
            path.parent.mkdir()
            path.write_bytes(content)
            paths.append(path)
        said = "Adding " + (named[0][0] if len(named) == 1 else f"{len(named)} reports")

        def work(job: Job) -> object:
            return casework.take(self.space, self._read(job, paths, folder), job)

        def clear() -> None:
            shutil.rmtree(folder, ignore_errors=True)

        try:
            job = self.jobs.start(said, work, room=self.room, after=clear)
        except InputError:
            clear()
            raise
        job.wait(PATIENCE)
        return [name for name, _ in named], job

    def _read(self, job: Job, paths: list[Path], folder: Path) -> tuple[list[Page], list[str]]:
        pages: list[Page] = []
        unread: list[str] = []
        left = list(paths)
        for path in left:  # each by itself: one that can't be read leaves the others
            job.tell(len(pages), len(left), f"Reading {path.name}")
            try:
                found, not_read = self.reader.read([path], dated=True, tell=lambda *_: job.tell())
            except GivenUpError as one:
                unread.append(f"{one.path.name}: {one.why}")
                continue
            pages += [_named(page, path) for page in found]
            unread += [one.replace(f"{path.parent}/", "") for one in not_read]
        return pages, [one.replace(str(folder), "") for one in unread]

    def remove(self, name: str) -> None:
        """Refuse: nothing is ever taken out of a case."""
        raise InputError(
            f"{name or 'a report'} can't be taken out of a case", "reject its claims instead"
        )

    def again(self) -> None:
        """Do nothing: what was stopped is added again."""

    def put_right(self, form: Form) -> None:
        """Reject, correct or add a claim, or take that back, beside what was read."""
        case, do, name = self.space.case, form.get("do", ""), form.get("claim", "")
        if do == "take-back":
            by_hand.take_back(case, form.get("key", ""))
            return
        if do == "add":
            given = {key: value for key, value in known(form).items() if value is not None}
            by_hand.add(
                case,
                form.get("doc", ""),
                form.get("kind", ""),
                form.get("quote", "").strip(),
                given,
            )
            return
        with case.reading() as connection:
            claim = self._claim(connection, name)
        if claim is None or claim.document != form.get("doc", ""):
            raise NotFoundError("there is no such claim any more", "choose one of the page")
        if do == "reject":
            correcting.correct(case, claim.id, {"reject": True})
        elif do == "correct":
            correcting.correct(case, claim.id, changed(claim, form))
        else:
            raise InputError(f"there is no change {do!r}", "use the page's buttons")

    def draft(self, *, on: str | None) -> None:
        """Draft the model anew, from the claims that it rests on and the latest reports."""
        case = self.space.case
        with case.reading() as connection:
            version = versions.latest(connection, case.id)
            model = None if version is None else version.conflict()
            _, reading = window(connection, case.id, model)
        if not reading.documents:
            raise InputError("there is no report to draft from", "add one first")
        self.space.save(drafted(reading), on=on)

    def close(self) -> None:
        """Stop reading, and let go of the store."""
        self.jobs.close()
        self.reader.stop()
        self.space.case.close()


def _named(page: Page, path: Path) -> Page:
    """Return a page whose source is the name under which it was sent."""
    source = page.document.source.replace(f"{path.parent}/", "")
    return taking.cleaned(replace(page, document=replace(page.document, source=source)))
