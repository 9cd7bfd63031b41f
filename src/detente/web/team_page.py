"""Signing in and out, the list of cases, and one's own account."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse

from detente.errors import DetenteError, InputError
from detente.store import accounts, audit
from detente.store.accounts import Account
from detente.web.app import pages
from detente.web.bench import Form, screen, status_of
from detente.web.saying import sentence
from detente.web.security import Gate, cookies
from detente.web.team import Team, TeamDoor
from detente.web.templating import page

WRONG = "The name or the password is wrong."
SLOW = "Too many tries. Wait a quarter of an hour, or ask who keeps the accounts."

router = APIRouter(include_in_schema=False)


def team_of(request: Request) -> Team:
    """Return the team that a request is made to."""
    team: Team = request.app.state.team
    return team


Here = Annotated[Team, Depends(team_of)]


@router.get("/login")
def ask(request: Request) -> Response:
    """Ask for name and password; who is signed in already goes on."""
    if request.scope.get("detente.who") is not None:
        return RedirectResponse("/", 303)
    return _entry()


@router.post("/login")
def enter(request: Request, team: Here, form: Form) -> Response:
    """Sign in: the answer is the same whether the name or the password is wrong."""
    name, at = form.get("name", "").strip().lower()[:64], team.origin(request.scope)
    if team.by_name.wait(name) > 0 or team.by_address.wait(at) > 0:
        return _entry(SLOW, 429, {"retry-after": "900"})
    with team.hashing:  # it takes 64 MB each time
        account = accounts.verify(team.engine, name, form.get("password", ""))
    if account is None:
        team.by_name.failed(name)
        team.by_address.failed(at)
        audit.note(team.engine, name, "sign in", address=at, said="refused")
        return _entry(WRONG, 401)
    team.by_name.passed(name)
    audit.note(team.engine, account.name, "sign in", address=at, said="done")
    return _signed_in(request, team, account, "/")


@router.post("/logout")
def leave(request: Request, team: Here) -> Response:
    """Sign out: the session ends here and in the store."""
    _end(request, team)
    audit.note(
        team.engine, _me(request).name, "sign out", address=team.origin(request.scope), said="done"
    )
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(
        team.cookie(request.scope["scheme"]), path="/", httponly=True, samesite="strict",
        secure=request.scope["scheme"] == "https",
    )  # fmt: skip
    return answer


@router.get("/")
def cases(request: Request, team: Here) -> Response:
    """List the cases that one may use."""
    found = accounts.places(team.engine, _me(request))
    return _shown(
        request,
        "cases.html.j2",
        "/",
        places=[(f"/c/{quote(one.name)}/case", one) for one in found],
    )


@router.get("/account")
def account(request: Request) -> Response:
    """Show one's account."""
    return _shown(request, "account.html.j2", "/account")


@router.post("/account")
def change(request: Request, team: Here, form: Form) -> Response:
    """Change one's password: every other session ends, and this one is made anew."""
    me = _me(request)
    try:
        if not me.by_password:
            raise InputError("you sign in elsewhere", "change your password there")
        if team.by_name.wait(me.name) > 0:
            raise InputError("there were too many tries", "wait a quarter of an hour")
        with team.hashing:
            if accounts.verify(team.engine, me.name, form.get("old", "")) is None:
                team.by_name.failed(me.name)
                raise InputError("the old password is wrong", "give the one that you sign in with")
            if form.get("new", "") != form.get("again", ""):
                raise InputError("the two new passwords differ", "give the same twice")
            accounts.change_password(team.engine, me.name, form.get("new", ""))
    except DetenteError as error:
        return _shown(request, "account.html.j2", "/account", trouble=sentence(error), status=422)
    audit.note(team.engine, me.name, "password", address=team.origin(request.scope), said="changed")
    return _signed_in(request, team, me, "/account?said=password")


@router.get("/logout")
def back() -> Response:
    """Lead back to the list."""
    return RedirectResponse("/", 303)


def workbench(team: Team, *, hosts: frozenset[str], scheme: str = "http") -> Gate:
    """Return the workbench of a team, as an ASGI application.

    Parameters
    ----------
    team : Team
        The store and its accounts.
    hosts : frozenset of str
        What requests may call the server.
    scheme : str
        ``https`` where this server itself speaks it.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        team.close()

    entry = FastAPI(lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    entry.state.team = team
    entry.state.bench = None
    entry.include_router(router)
    entry.add_exception_handler(DetenteError, _told)
    entry.add_exception_handler(HTTPException, _http)
    return Gate(TeamDoor(entry, pages(), team), hosts, scheme, team.proxies)


def _me(request: Request) -> Account:
    found: Account = request.scope["detente.who"].account
    return found


def _end(request: Request, team: Team) -> None:
    for token in cookies(request.scope, team.cookie(request.scope["scheme"])):
        accounts.end(team.engine, token)


def _signed_in(request: Request, team: Team, account: Account, to: str) -> Response:
    """Begin a session with a cookie of its own: one that was there before counts no more."""
    _end(request, team)
    answer = RedirectResponse(to, 303)
    answer.set_cookie(
        team.cookie(request.scope["scheme"]), accounts.begin(team.engine, account), path="/",
        httponly=True, samesite="strict", secure=request.scope["scheme"] == "https",
    )  # fmt: skip
    return answer


def _entry(trouble: str = "", status: int = 200, headers: dict[str, str] | None = None) -> Response:
    shown = page("login.html.j2", {"trouble": trouble})
    return HTMLResponse(shown, status, headers)


def _shown(request: Request, template: str, here: str, **content: Any) -> Response:
    return screen(request, template, here, me=_me(request), **content)


async def _told(_: Request, error: Exception) -> Response:
    if not isinstance(error, DetenteError):
        raise error
    return HTMLResponse(page("login.html.j2", {"trouble": sentence(error)}), status_of(error))


async def _http(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    what = "There is no such page." if error.status_code == 404 else "That can't be done here."  # noqa: PLR2004 - not found
    return Response(what, error.status_code, media_type="text/plain", headers=error.headers)
