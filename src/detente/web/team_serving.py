"""Serve a team's workbench: where it listens, what it is called, whom it trusts."""

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path

from detente.errors import InputError, NotFoundError
from detente.store.engine import open_engine
from detente.store.migrate import ready
from detente.store.teams import store_of
from detente.web.security import Gate, own_hosts
from detente.web.serving import LOOPBACK, listening
from detente.web.team import Team
from detente.web.team_page import workbench


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a team's workbench is served.

    Attributes
    ----------
    store : str
        The address of the store, or the path of a SQLite file.
    port, bind : int, str
        Where it listens.
    hosts : tuple of str
        The names that browsers know it by, with a port where that isn't the scheme's own.
    tls : (Path, Path) or None
        Certificate and key.
    proxies : tuple of str
        Addresses of proxies whose word is taken on scheme, origin and user.
    header : str
        The header in which they name the user.
    """

    store: str
    port: int = 0
    bind: str = LOOPBACK
    hosts: tuple[str, ...] = ()
    tls: tuple[Path, Path] | None = None
    proxies: tuple[str, ...] = ()
    header: str = ""


def prepared(terms: Terms) -> tuple[Gate, socket.socket, str]:
    """Return the workbench, the socket it listens on, and its address.

    Raises
    ------
    InputError
        If passwords would go over a network in the clear, or a term makes no sense.
    """
    _sensible(terms)
    engine = open_engine(store_of(terms.store))
    ready(engine, "the team's store", make=True)
    bound = listening(terms.port, terms.bind)
    port = int(bound.getsockname()[1])
    scheme = "http" if terms.tls is None else "https"
    team = Team(engine, port, terms.header, frozenset(terms.proxies))
    hosts = frozenset(one.lower() for one in terms.hosts) | own_hosts(port)
    name = terms.hosts[0] if terms.hosts else f"127.0.0.1:{port}"
    shown = "https" if terms.tls is not None or terms.proxies else "http"
    return workbench(team, hosts=hosts, scheme=scheme), bound, f"{shown}://{name}/"


def _sensible(terms: Terms) -> None:
    for one in (terms.bind, *terms.proxies):
        try:
            ipaddress.ip_address(one)
        except ValueError as error:
            raise InputError(f"{one!r} is no address", "give one as 10.0.0.2") from error
    for path in terms.tls or ():
        if not path.is_file():
            raise NotFoundError("there is no such file", "name the PEM file", where=str(path))
    if terms.header and not terms.proxies:
        raise InputError(
            "a header that names users is trusted from named proxies only", "give --proxy ADDRESS"
        )
    away = not ipaddress.ip_address(terms.bind).is_loopback
    if away and terms.tls is None and not terms.proxies:
        raise InputError(
            "passwords would go over the network in the clear",
            "give --tls-cert and --tls-key, or put a proxy before it and name it with --proxy",
        )
    if away and not terms.hosts:
        raise InputError(
            "the name that browsers know the server by is missing", "give --host NAME[:PORT]"
        )
