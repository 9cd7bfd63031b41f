"""What stands between the browser and the workbench: one gate for every request.

In this order: only HTTP; only the hosts that the server goes by (a name that
somebody points at this machine is not one); only requests that come from the
workbench's own pages or are opened by hand; only with the cookie that the start
address is exchanged for, once; only bodies within bounds of size and time.
Every answer, refusals too, carries the same headers.
"""

import asyncio
import secrets
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

MOST_BODY = 24 * 2**20
"""The largest body of a request, in bytes."""

MOST_SECONDS = 60.0
"""How long a body may take to arrive."""

POLICY = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (
        b"permissions-policy",
        b"camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ),
    (b"cache-control", b"no-store"),
)
ONLY_HTTPS = (b"strict-transport-security", b"max-age=31536000")
SAFE = frozenset({"GET", "HEAD"})
KNOWN = SAFE | {"POST", "PUT"}

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass(eq=False)
class Key:
    """The secrets of one running workbench.

    `token` opens it once: whoever comes first with it gets the cookie, and it
    is void from then on. `session` is the cookie's value, never in an address.
    """

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    _used: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def exchange(self, token: str) -> bool:
        """Say whether the token opens, and void it if it does."""
        with self._lock:
            right = secrets.compare_digest(token.encode(), self.token.encode())
            if not right or self._used:
                return False
            self._used = True
            return True

    def fits(self, session: str) -> bool:
        """Say whether a cookie's value is the right one."""
        return secrets.compare_digest(session.encode("utf-8", "replace"), self.session.encode())


@dataclass(frozen=True, eq=False)
class Gate:
    """The gate as ASGI: let through or refuse, and add the headers.

    Parameters
    ----------
    app : ASGI application
        What stands behind: it asks who is there.
    hosts : frozenset of str
        What a request may call this server.
    scheme : str
        What browsers reach it by; where a trusted proxy says so, as it says.
    proxies : frozenset of str
        Addresses whose word on the scheme is taken.
    """

    app: App
    hosts: frozenset[str]
    scheme: str = "http"
    proxies: frozenset[str] = frozenset()

    @property
    def key(self) -> Key:
        """The secrets of a workbench for one person."""
        key: Key = self.app.key  # type: ignore[attr-defined] # only a door with a key has one
        return key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        scheme = self._scheme(scope)
        marked = _marking(send, HEADERS if scheme == "http" else (*HEADERS, ONLY_HTTPS))
        refusal = self._refused(scope, scheme)
        if refusal is not None:
            await say(marked, *refusal)
            return
        scope["scheme"] = scheme
        await self.app(scope, _bounded(receive), marked)

    def _scheme(self, scope: Scope) -> str:
        said = all_of(scope, b"x-forwarded-proto")
        if said and (scope.get("client") or ("",))[0] in self.proxies:
            return "https" if [one.strip().lower() for one in said] == ["https"] else "http"
        return self.scheme

    def _refused(self, scope: Scope, scheme: str) -> tuple[int, str] | None:
        """Return why a request is refused before it is asked who it is from."""
        given = all_of(scope, b"host")
        if len(given) != 1 or given[0].lower() not in self.hosts:
            return 421, "This server doesn't go by that name."
        if scope["method"] not in KNOWN:
            return 405, "There is no such method here."
        site = "".join(all_of(scope, b"sec-fetch-site")).lower()
        mode = "".join(all_of(scope, b"sec-fetch-mode")).lower()
        if scope["method"] in SAFE:
            elsewhere = site not in {"", "same-origin", "none"} and mode != "navigate"
        else:
            elsewhere = site not in {"", "same-origin", "none"}
            origins = all_of(scope, b"origin")
            own = {f"{scheme}://{given[0].lower()}"}
            if site == "same-origin":  # forms of pages that send no referrer have no origin
                own.add("null")
            elsewhere = elsewhere or not {one.lower() for one in origins} <= own
        if elsewhere:
            return 403, "Requests from other sites are refused."
        sizes = all_of(scope, b"content-length")
        if any(not size.isdigit() or int(size) > MOST_BODY for size in sizes):
            return 413, f"More than {MOST_BODY >> 20} MB can't be sent at once."
        return None


def own_hosts(port: int) -> frozenset[str]:
    """Return what a server on this machine is called by it."""
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))


@dataclass(frozen=True, eq=False)
class Door:
    """The door for one person: opened by the start address, then by its cookie."""

    app: App
    key: Key
    port: int
    home: str = "/"

    @property
    def cookie(self) -> str:
        """The cookie's name; browsers share cookies among the ports of a host, so it has the port."""
        return f"detente-{self.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["path"] == "/start":
            await self._start(scope, send)
        elif not self._known(scope):
            await say(send, 401, _NO_COOKIE)
        else:
            await self.app(scope, receive, send)

    async def _start(self, scope: Scope, send: Send) -> None:
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        home = (b"location", self.home.encode())
        if scope["method"] != "GET":
            await say(send, 405, "Open this address in a browser.")
        elif self.key.exchange(token):
            cookie = f"{self.cookie}={self.key.session}; HttpOnly; SameSite=Strict; Path=/"
            await say(send, 303, "", (home, (b"set-cookie", cookie.encode("latin-1"))))
        elif self._known(scope):  # the same browser opens its start address again
            await say(send, 303, "", (home,))
        else:
            await say(send, 403, _USED)

    def _known(self, scope: Scope) -> bool:
        return any(self.key.fits(value) for value in cookies(scope, self.cookie))


def cookies(scope: Scope, name: str) -> list[str]:
    """Return the values of a request's cookies of a name."""
    found = []
    for line in all_of(scope, b"cookie"):
        try:
            one = SimpleCookie(line).get(name)
        except CookieError:
            continue
        if one is not None:
            found.append(one.value)
    return found


_NO_COOKIE = (
    "Open the address that 'detente serve' printed: it has the token that lets this browser in."
)
_USED = (
    "This address opens the workbench once, and it was used, or it is wrong. "
    "Stop 'detente serve' and start it again for a new one."
)


def all_of(scope: Scope, name: bytes) -> list[str]:
    """Return the values of a request's headers of a name."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def _marking(send: Send, headers: tuple[tuple[bytes, bytes], ...]) -> Send:
    """Return a `send` that adds what headers an answer doesn't have yet."""

    async def marked(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            given = list(message.get("headers", ()))
            have = {key.lower() for key, _ in given}
            message = {
                **message,
                "headers": given + [pair for pair in headers if pair[0] not in have],
            }
        await send(message)

    return marked


def _bounded(receive: Receive) -> Receive:
    """Return a `receive` that refuses a body which is too large or takes too long."""
    got = 0
    deadline: float | None = None

    async def bounded() -> MutableMapping[str, Any]:
        nonlocal got, deadline
        from starlette.exceptions import HTTPException

        now = asyncio.get_running_loop().time()
        deadline = now + MOST_SECONDS if deadline is None else deadline
        if got < 0:  # all of it is here: what comes now is the end of the connection
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), max(0.0, deadline - now))
        except TimeoutError:
            raise HTTPException(408, "The request took too long to arrive.") from None
        got += len(message.get("body", b""))
        if got > MOST_BODY:
            raise HTTPException(413, f"More than {MOST_BODY >> 20} MB can't be sent at once.")
        if not message.get("more_body", False):
            got = -1
        return message

    return bounded


async def say(
    send: Send, status: int, text: str, headers: tuple[tuple[bytes, bytes], ...] = ()
) -> None:
    """Answer with a sentence."""
    body = text.encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(body)).encode()),
                *headers,
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})
