"""Long work: so many at once, so many waiting, each with its progress and a way to stop it.

A job runs in a thread and says how far it is; being told to stop, the next time
it says so it ends. What it found is kept until newer ones take its place.
"""

import contextvars
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from detente.errors import DetenteError, InputError, NotFoundError
from detente.store import clock
from detente.web.saying import place

AT_ONCE, MOST, KEPT = 2, 8, 40
OVER = frozenset({"done", "failed", "stopped"})


class TooManyError(InputError):
    """So much work is waiting that no more is taken."""


class StoppedError(Exception):
    """Somebody pressed Stop."""


@dataclass(eq=False)
class Job:
    """One piece of work.

    Attributes
    ----------
    id : str
        Its name in addresses.
    room : str
        The case it belongs to; others don't see it.
    said, by : str
        What it is, and who asked for it.
    state : str
        ``waiting``, ``running``, and then ``done``, ``failed`` or ``stopped``.
    done, total : int
        How far it is; a total of 0 is not known.
    step : str
        What it does now.
    to : str
        The address of what it found.
    found : object
        What it found, where that has no address.
    trouble : str
        Why it failed.
    """

    id: str
    room: str
    said: str
    by: str
    made: str
    state: str = "waiting"
    done: int = 0
    total: int = 0
    step: str = ""
    to: str = ""
    found: Any = None
    trouble: str = ""
    changes: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)
    _over: threading.Event = field(default_factory=threading.Event)

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in OVER

    def tell(self, done: int | None = None, total: int | None = None, step: str = "") -> None:
        """Say how far it is.

        Raises
        ------
        StoppedError
            If it was told to stop.
        """
        if self._stop.is_set():
            raise StoppedError
        said = (done if done is not None else self.done,
                total if total is not None else self.total, step or self.step)  # fmt: skip
        if said != (self.done, self.total, self.step):
            self.done, self.total, self.step = said
            self.changes += 1

    def stop(self) -> None:
        """Tell it to stop."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Wait until it is over, so long at most, and say whether it is."""
        return self._over.wait(seconds)

    def to_json(self) -> dict[str, Any]:
        """Return what the API says of it."""
        names = ("id", "said", "by", "made", "state", "done", "total", "step", "to", "trouble")
        return {name: getattr(self, name) for name in names}

    def _run(self, work: "Callable[[Job], Any]", after: Callable[[], None]) -> None:
        state, trouble = "stopped", ""
        try:
            if not self._stop.is_set():
                self.state = "running"
                self.changes += 1
                found = work(self)
                self.to, self.found = (found, None) if isinstance(found, str) else ("", found)
            state = "stopped" if self._stop.is_set() and not (self.found or self.to) else "done"
        except StoppedError:
            state = "stopped"
        except DetenteError as error:
            state, trouble = "failed", str(error.at(place(error.where)))
        except Exception as error:  # noqa: BLE001 - a job's fault is told, and the server goes on
            fault = f"it stopped by a fault of the program ({type(error).__name__})"
            state, trouble = "failed", fault
        finally:
            after()
            self._end(state, trouble)

    def _end(self, state: str, trouble: str) -> None:
        self.trouble = trouble
        self.state = state
        self.changes += 1
        self._over.set()


@dataclass(eq=False)
class Jobs:
    """The work of one server.

    Parameters
    ----------
    at_once, most : int
        How many run, and how many may run or wait.
    """

    at_once: int = AT_ONCE
    most: int = MOST
    _all: dict[str, Job] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _pool: ThreadPoolExecutor | None = None

    def start(
        self,
        said: str,
        work: Callable[[Job], Any],
        *,
        room: str = "",
        after: Callable[[], None] = lambda: None,
    ) -> Job:
        """Begin a piece of work, or put it behind others.

        Parameters
        ----------
        said : str
            What it is, for people.
        work : callable
            Takes the job, and returns the address of what it found, or that itself.
        room : str
            The case it belongs to.
        after : callable
            Called when it is over, also where it never began.

        Raises
        ------
        TooManyError
            If `most` are under way.
        """
        with self._lock:
            under_way = sum(not job.over for job in self._all.values())
            if under_way >= self.most:
                raise TooManyError(
                    f"{under_way} pieces of work are under way, which is the limit",
                    "wait for one of them, or stop one",
                )
            if self._pool is None:
                self._pool = ThreadPoolExecutor(self.at_once, thread_name_prefix="job")
            job = Job(secrets.token_hex(8), room, said, clock.who(), clock.now())
            self._all[job.id] = job
            old = [one.id for one in self._all.values() if one.over]
            for name in old[: max(0, len(self._all) - KEPT)]:
                del self._all[name]
            context = contextvars.copy_context()
            self._pool.submit(context.run, job._run, work, after)  # noqa: SLF001 - of this module
        return job

    def get(self, name: str, room: str = "") -> Job:
        """Return a job of a case.

        Raises
        ------
        NotFoundError
            If there is none of this name there.
        """
        job = self._all.get(name)
        if job is None or job.room != room:
            raise NotFoundError("there is no such piece of work any more", "begin it again")
        return job

    def of(self, room: str = "") -> list[Job]:
        """Return the jobs of a case, the newest first."""
        return [job for job in list(self._all.values())[::-1] if job.room == room]

    def under_way(self, room: str = "") -> Job | None:
        """Return the newest job of a case that isn't over; None if there is none.

        A page looks at it before what the job may change: what is done meanwhile is
        shown the next time.
        """
        return next((job for job in self.of(room) if not job.over), None)

    def close(self) -> None:
        """Stop all of them, for good."""
        for job in list(self._all.values()):
            job.stop()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
