"""The workbench of a team: who is there, which case it is about, what they may do in it.

One request after the other: static files are anybody's; who isn't signed in
sees the sign-in page and nothing else; a case that somebody may not read is
one that isn't there; what changes something needs an editor, and is noted.
"""

import threading
from collections import OrderedDict
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from detente.store import accounts, audit, clock
from detente.store.accounts import Account, Place
from detente.store.case import Case
from detente.web import roles
from detente.web.bench import Bench, screen
from detente.web.jobs import Jobs
from detente.web.limits import Limiter
from detente.web.openings import case_bench
from detente.web.reader import MOST_SECONDS, Reader
from detente.web.security import SAFE, App, Receive, Scope, Send, all_of, cookies, say

SHUT = "Sign in first."
HIDDEN = "There is no such page."
NOT_YOURS = "You may read this case, not change it."
MOST_OPEN = 64
"""So many cases are kept at hand."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who makes a request, and what they may do in its case."""

    account: Account
    role: str = ""

    @property
    def name(self) -> str:
        """The account's name."""
        return self.account.name


@dataclass(eq=False)
class Team:
    """A shared store and those who use it.

    Parameters
    ----------
    engine : Engine
        The store.
    port : int
        The port: part of the cookie's name.
    header : str
        The header in which a trusted proxy names who is there; empty for none.
    proxies : frozenset of str
        The addresses of such proxies: the header of any other is not looked at.
    """

    engine: Engine
    port: int
    header: str = ""
    proxies: frozenset[str] = frozenset()
    seconds: float = MOST_SECONDS
    by_name: Limiter = field(default_factory=lambda: Limiter(10, 900.0))
    by_address: Limiter = field(default_factory=lambda: Limiter(40, 900.0))
    hashing: threading.BoundedSemaphore = field(
        default_factory=lambda: threading.BoundedSemaphore(2)
    )
    _open: OrderedDict[int, Bench] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _folders: TemporaryDirectory[str] = field(
        default_factory=lambda: TemporaryDirectory(prefix="detente-team-")
    )

    def __post_init__(self) -> None:
        """Have work and a reader, for all cases together."""
        self.jobs = Jobs()
        self.reader = Reader(self.seconds)

    def cookie(self, scheme: str) -> str:
        """Return the name of the session's cookie; over https no other site can set it."""
        return "__Host-detente" if scheme == "https" else f"detente-team-{self.port}"

    def bench(self, place: Place) -> Bench:
        """Return what a case is worked on with."""
        with self._lock:
            found = self._open.get(place.id)
            if found is None:
                folder = Path(self._folders.name) / str(place.id)
                folder.mkdir(exist_ok=True)
                case = Case(folder, self.engine, place.id, place.name, place.title)
                at = f"/c/{quote(place.name)}"
                found = case_bench(case, self.jobs, self.reader, room=place.name, at=at)
                self._open[place.id] = found
            self._open.move_to_end(place.id)
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
        return found

    def close(self) -> None:
        """Stop all work and let go of the store."""
        self.jobs.close()
        self.reader.stop()
        self.engine.dispose()
        self._folders.cleanup()

    def who(self, scope: Scope) -> Account | None:
        """Return who makes a request: whom a trusted proxy names, else whose session it is."""
        if self.header and address(scope) in self.proxies:
            said = all_of(scope, self.header.lower().encode())
            if said:
                return accounts.named(self.engine, said[0]) if len(said) == 1 else None
        for token in cookies(scope, self.cookie(scope["scheme"])):
            found = accounts.who(self.engine, token)
            if found is not None:
                return found
        return None

    def origin(self, scope: Scope) -> str:
        """Return the address that a request comes from, as a trusted proxy tells it."""
        at = address(scope)
        if at in self.proxies:
            told = ",".join(all_of(scope, b"x-forwarded-for")).split(",")
            return next((one.strip() for one in reversed(told)
                         if one.strip() and one.strip() not in self.proxies), at)[:64]  # fmt: skip
        return at


def address(scope: Scope) -> str:
    """Return the address at the other end of the connection."""
    return str((scope.get("client") or ("",))[0])


@dataclass(frozen=True, eq=False)
class TeamDoor:
    """The door for a team, as ASGI.

    Parameters
    ----------
    entry : ASGI application
        Sign-in, the list of cases, one's account.
    app : ASGI application
        The pages of a case.
    team : Team
        Who may come in.
    """

    entry: App
    app: App
    team: Team

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await self.entry(scope, receive, send)
            return
        path = scope["path"]
        if path.startswith("/static/"):
            await self.app(scope, receive, send)
            return
        account = await run_in_threadpool(self.team.who, scope)
        if account is None:
            await self._outside(scope, receive, send)
            return
        scope["detente.who"] = Who(account)
        with clock.acting(account.name):
            if path.startswith("/c/"):
                await self._case(scope, receive, send, account)
            else:
                await self.entry(scope, receive, send)

    async def _outside(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve somebody who isn't signed in: the sign-in page, and the way to it."""
        if scope["path"] == "/login":
            await self.entry(scope, receive, send)
        elif all_of(scope, b"hx-request"):  # the whole page goes there, not a part of one
            await say(send, 401, SHUT, ((b"hx-redirect", b"/login"),))
        elif scope["method"] in SAFE and b"text/html" in b"".join(
            value for key, value in scope["headers"] if key == b"accept"
        ):
            await say(send, 303, "", ((b"location", b"/login"),))
        else:
            await say(send, 401, SHUT)

    async def _case(self, scope: Scope, receive: Receive, send: Send, account: Account) -> None:
        _, _, name, *_ = scope["path"].split("/")
        inside = scope["path"].removeprefix(f"/c/{name}")
        found = await run_in_threadpool(accounts.places, self.team.engine, account, name)
        need = roles.needed(scope["method"], inside)
        if found and not inside:
            await say(send, 303, "", ((b"location", f"/c/{quote(name)}/case".encode()),))
            return
        if not found or need is None:
            await self._noted(scope, send, account, (404, HIDDEN))
            return
        place = found[0]
        bench = await run_in_threadpool(self.team.bench, place)
        scope["root_path"] = f"/c/{name}"
        scope["detente.bench"] = bench
        scope["detente.who"] = Who(account, place.role)
        if not roles.may(place.role, need):
            await run_in_threadpool(self._note, scope, account, name, "403", "")
            if inside.startswith("/api/"):
                await say(send, 403, NOT_YOURS)
            else:  # a page, since it is put in the place of one
                told = screen(Request(scope), "trouble.html.j2", "", status=403, trouble=NOT_YOURS)
                await told(scope, receive, send)
            return
        await self.app(scope, receive, await self._telling(scope, send, bench, account))

    async def _noted(
        self, scope: Scope, send: Send, account: Account, refusal: tuple[int, str]
    ) -> None:
        """Refuse, and note that somebody wanted to change what they may not."""
        if scope["method"] not in SAFE:
            name = scope["path"].split("/")[2]
            await run_in_threadpool(self._note, scope, account, name, str(refusal[0]), "")
        await say(send, *refusal)

    async def _telling(self, scope: Scope, send: Send, bench: Bench, account: Account) -> Send:
        """Return a `send` that puts the case's name into ways to go, and notes what was changed."""
        changes = scope["method"] not in SAFE
        before = 0
        if changes and bench.case is not None:
            before = await run_in_threadpool(bench.case.number)

        async def telling(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _placed(message.get("headers", ()), bench.at)}
                if changes:
                    said, version = str(message["status"]), f"m{before}" if before else ""
                    await run_in_threadpool(self._note, scope, account, bench.room, said, version)
            await send(message)

        return telling

    def _note(self, scope: Scope, account: Account, case: str, said: str, version: str) -> None:
        inside = unquote(scope["path"]).removeprefix(f"/c/{case}")
        audit.note(
            self.team.engine, account.name, f"{scope['method']} {inside}", case=case, said=said,
            version=version, address=self.team.origin(scope),
        )  # fmt: skip


_WAYS = frozenset({b"location", b"hx-location", b"hx-push-url", b"hx-redirect", b"hx-replace-url"})


def _placed(headers: Any, at: str) -> list[tuple[bytes, bytes]]:
    """Return headers whose addresses of our own begin with the case's."""
    return [
        (key, at.encode() + value)
        if key.lower() in _WAYS and value[:1] == b"/" and value[:2] != b"//"
        else (key, value)
        for key, value in headers
    ]
