"""Who may use a shared store: accounts, the cases they may read or edit, and their sessions.

A password is kept as its argon2 hash, a session as the digest of its cookie:
whoever reads the store can be nobody by that.
"""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, delete, insert, or_, select, update

from detente.errors import InputError, NotFoundError, OutputExistsError
from detente.store import clock
from detente.store.engine import reading, writing
from detente.store.tables import access, accounts, cases, sessions

if TYPE_CHECKING:
    from argon2 import PasswordHasher

ROLES = ("reader", "editor")
"""What somebody may do in a case, each including those before it."""

SHORTEST, LONGEST = 10, 256
IDLE, WHOLE = timedelta(hours=12), timedelta(days=7)
"""A session ends when it wasn't used for so long, and after so long anyway."""

WHERE = "the team's store"
_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")
_STAMP = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may use the store."""

    id: int
    name: str
    open: bool
    by_password: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A case that somebody may use, and in which role."""

    id: int
    name: str
    title: str
    role: str


def hasher() -> "PasswordHasher":
    """Return what hashes passwords: argon2id, as the library sets it."""
    try:
        from argon2 import PasswordHasher
    except ImportError as error:
        raise InputError(
            "accounts need a package that isn't installed", "pip install 'detente[team]'"
        ) from error
    return PasswordHasher()


@cache
def nobody() -> str:
    """Return the hash that a password is held against where there is no account."""
    return hasher().hash(secrets.token_urlsafe(16))


def checked_name(name: str) -> str:
    """Return a name as it is kept.

    Raises
    ------
    InputError
        If nobody can be called so.
    """
    plain = name.strip().lower()
    if not _NAME.fullmatch(plain):
        raise InputError(
            f"an account can't be called {name!r}",
            "begin with a letter or a digit, then letters of the alphabet, digits, '.', '-', '_', '@'",
        )
    return plain


def checked_password(password: str, name: str = "") -> str:
    """Return a password that can be one.

    Raises
    ------
    InputError
        If it is too short, too long, or the name.
    """
    if len(password) < SHORTEST:
        raise InputError(
            f"the password has fewer than {SHORTEST} characters", "a few words make a good one"
        )
    if len(password.encode("utf-8", "surrogatepass")) > LONGEST:
        raise InputError(f"the password has more than {LONGEST} bytes", "give a shorter one")
    if password.lower() == name:
        raise InputError("the password is the name", "give another")
    return password


def add(engine: Engine, name: str, password: str | None) -> Account:
    """Make an account; without a password only a trusted proxy lets it in.

    Raises
    ------
    OutputExistsError
        If there is one of this name.
    """
    plain = checked_name(name)
    hashed = "" if password is None else hasher().hash(checked_password(password, plain))
    with writing(engine, WHERE) as connection:
        if connection.execute(select(accounts.c.id).where(accounts.c.name == plain)).first():
            raise OutputExistsError(f"there is an account {plain!r} already", "take another name")
        row = connection.execute(
            insert(accounts).returning(accounts.c.id),
            {"name": plain, "password": hashed, "open": True, "at": clock.now()},
        ).scalar_one()
    return Account(row, plain, open=True, by_password=bool(hashed))


def find(connection: Connection, name: str) -> Account:
    """Return the account of a name.

    Raises
    ------
    NotFoundError
        If there is none.
    """
    query = select(accounts).where(accounts.c.name == name.strip().lower())
    row = connection.execute(query).first()
    if row is None:
        raise NotFoundError(f"there is no account {name!r}", "see 'detente team list'")
    return _account(row)


def _account(row: Any) -> Account:
    return Account(row.id, row.name, bool(row.open), bool(row.password))


def listed(engine: Engine) -> list[tuple[Account, list[tuple[str, str]]]]:
    """Return all accounts by name, each with its cases (``*`` is every case) and roles."""
    with reading(engine, WHERE) as connection:
        rows = connection.execute(select(accounts).order_by(accounts.c.name)).all()
        held: dict[int, list[tuple[str, str]]] = {}
        query = (
            select(access.c.account_id, access.c.role, cases.c.name)
            .outerjoin(cases, cases.c.id == access.c.case_id)
            .order_by(cases.c.name)
        )
        for row in connection.execute(query):
            held.setdefault(row.account_id, []).append((row.name or "*", row.role))
    return [(_account(row), held.get(row.id, [])) for row in rows]


def change_password(engine: Engine, name: str, password: str | None) -> None:
    """Give an account another password; all its sessions end."""
    plain = checked_name(name)
    hashed = "" if password is None else hasher().hash(checked_password(password, plain))
    with writing(engine, WHERE) as connection:
        found = find(connection, plain)
        connection.execute(
            update(accounts).where(accounts.c.id == found.id).values(password=hashed)
        )
        connection.execute(delete(sessions).where(sessions.c.account_id == found.id))


def set_open(engine: Engine, name: str, *, to: bool) -> None:
    """Close an account, which ends its sessions, or open it again."""
    with writing(engine, WHERE) as connection:
        found = find(connection, name)
        connection.execute(update(accounts).where(accounts.c.id == found.id).values(open=to))
        if not to:
            connection.execute(delete(sessions).where(sessions.c.account_id == found.id))


def grant(engine: Engine, name: str, role: str | None, case: str = "") -> None:
    """Give an account a role in a case, or in every case; with None take it away.

    Raises
    ------
    NotFoundError
        If there is no such account or case.
    """
    if role is not None:
        checked_role(engine, role, case)
    with writing(engine, WHERE) as connection:
        found = find(connection, name)
        number = _case(connection, case)
        of = access.c.case_id.is_(None) if number is None else access.c.case_id == number
        connection.execute(delete(access).where(access.c.account_id == found.id, of))
        if role is not None:
            connection.execute(
                insert(access), {"account_id": found.id, "case_id": number, "role": role}
            )


def checked_role(engine: Engine, role: str, case: str = "") -> None:
    """See that there is such a role, and such a case.

    Raises
    ------
    InputError
        If there is no such role.
    NotFoundError
        If there is no such case.
    """
    if role not in ROLES:
        raise InputError(f"there is no role {role!r}", f"there are {', '.join(ROLES)}")
    with reading(engine, WHERE) as connection:
        _case(connection, case)


def _case(connection: Connection, name: str) -> int | None:
    """Return the row of a case; None where none is named."""
    if not name:
        return None
    number = connection.execute(select(cases.c.id).where(cases.c.name == name)).scalar()
    if number is None:
        raise NotFoundError(f"the store has no case {name!r}", "make it: detente case new --store")
    return int(number)


def places(engine: Engine, account: Account, case: str | None = None) -> list[Place]:
    """Return the cases that an account may use, by name; only one of them, if named."""
    query = (
        select(cases, access.c.role, access.c.case_id)
        .join(access, or_(access.c.case_id == cases.c.id, access.c.case_id.is_(None)))
        .where(access.c.account_id == account.id)
        .order_by(cases.c.name)
    )
    if case is not None:
        query = query.where(cases.c.name == case)
    found: dict[int, Place] = {}
    with reading(engine, WHERE) as connection:
        # what is said of one case counts before what is said of every case
        for row in sorted(connection.execute(query), key=lambda one: one.case_id is not None):
            found[row.id] = Place(row.id, row.name, row.title, row.role)
    return sorted(found.values(), key=lambda one: one.name)


def verify(engine: Engine, name: str, password: str) -> Account | None:
    """Return the account that a name and a password open.

    Notes
    -----
    As much is hashed where there is no such account, it is closed, or it has
    no password, so the time doesn't tell them apart.
    """
    from argon2.exceptions import Argon2Error, InvalidHashError

    with reading(engine, WHERE) as connection:
        row = connection.execute(
            select(accounts).where(accounts.c.name == name.strip().lower()[:64])
        ).first()
    usable = row is not None and bool(row.open) and bool(row.password)
    kept = row.password if usable and row is not None else nobody()
    given = password if len(password.encode("utf-8", "replace")) <= LONGEST else ""
    try:
        fits: bool = hasher().verify(kept, given)
    except (Argon2Error, InvalidHashError):
        fits = False
    return _account(row) if fits and usable else None


def begin(engine: Engine, account: Account) -> str:
    """Begin a session; return the value of its cookie, which is kept nowhere."""
    token = secrets.token_urlsafe(32)
    now = clock.now()
    old = _stamp(datetime.now(UTC) - WHOLE)
    with writing(engine, WHERE) as connection:
        connection.execute(delete(sessions).where(sessions.c.made < old))
        connection.execute(
            insert(sessions),
            {"digest": _digest(token), "account_id": account.id, "made": now, "seen": now},
        )
    return token


def who(engine: Engine, token: str) -> Account | None:
    """Return whose session a cookie is, if it is one that hasn't ended."""
    query = (
        select(sessions.c.id.label("session"), sessions.c.made, sessions.c.seen, sessions.c.digest,
               accounts)
        .join(accounts, accounts.c.id == sessions.c.account_id)
        .where(sessions.c.digest == _digest(token))
    )  # fmt: skip
    now = datetime.now(UTC)
    with reading(engine, WHERE) as connection:
        row = connection.execute(query).first()
    if row is None or not row.open or not hmac.compare_digest(row.digest, _digest(token)):
        return None
    if row.made < _stamp(now - WHOLE) or row.seen < _stamp(now - IDLE):
        end(engine, token)
        return None
    if row.seen < _stamp(now - _STAMP):
        with writing(engine, WHERE) as connection:
            connection.execute(
                update(sessions).where(sessions.c.id == row.session).values(seen=_stamp(now))
            )
    return _account(row)


def end(engine: Engine, token: str) -> None:
    """End a session."""
    with writing(engine, WHERE) as connection:
        connection.execute(delete(sessions).where(sessions.c.digest == _digest(token)))


def named(engine: Engine, name: str) -> Account | None:
    """Return the open account of a name that a trusted proxy gives."""
    try:
        with reading(engine, WHERE) as connection:
            found = find(connection, checked_name(name))
    except (NotFoundError, InputError):
        return None
    return found if found.open else None


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
