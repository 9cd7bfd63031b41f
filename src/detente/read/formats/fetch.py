"""Ask for an address: only when told to, only in public, and never for too much.

The name is resolved here, every address that it resolves to is checked, and
the connection goes to the address that was checked, so a name that changes
its mind between check and connection gains nothing. Each redirect goes the
same way again.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from detente.errors import InputError, SourceError, TooLargeError

LARGEST = 20 * 2**20
MOST_REDIRECTS = 5
MOST_SECONDS = 30.0
_PORTS = {"http": 80, "https": 443}
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave, and the suffix that files of its kind have."""

    content: bytes
    suffix: str


def get(address: str) -> Fetched:
    """Return what stands at an address.

    Parameters
    ----------
    address : str
        ``http://`` or ``https://``, of a host that is public.

    Raises
    ------
    SourceError
        If the address isn't public, can't be reached, or answers with an error.
    TooLargeError
        If it gives over 20 MB or takes over 30 seconds.
    """
    deadline = time.monotonic() + MOST_SECONDS
    here = address
    for _ in range(MOST_REDIRECTS + 1):
        parts = checked(here)
        try:
            answer = _ask(parts, public_address(parts.hostname or "", _port(parts)), deadline)
        except InputError as trouble:
            raise trouble.at(address) from trouble
        except (OSError, http.client.HTTPException, ValueError) as trouble:
            raise SourceError(
                f"it can't be fetched ({trouble or type(trouble).__name__})",
                "check the address",
                where=address,
            ) from trouble
        if isinstance(answer, Fetched):
            return answer
        here = urljoin(here, answer)
    raise SourceError(f"over {MOST_REDIRECTS} redirects", "give the final address", where=address)


def checked(address: str) -> SplitResult:
    """Return the parts of an address that may be asked for.

    Raises
    ------
    SourceError
        If it isn't http or https, or carries a user name or an odd port.

    Examples
    --------
    >>> checked("https://news.example/a").hostname
    'news.example'
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as trouble:
        raise SourceError("not an address", "check it", where=address) from trouble
    if parts.scheme not in _PORTS or not parts.hostname:
        raise SourceError("only http and https addresses are read", "check it", where=address)
    if parts.username is not None or parts.password is not None:
        raise SourceError("an address with a user name isn't fetched", "remove it", where=address)
    if port not in {None, 80, 443, 8080, 8443}:
        raise SourceError(
            f"port {port} isn't one that pages are served on", "check it", where=address
        )
    if any(letter in address for letter in "\r\n\t \x00"):
        raise SourceError("not an address", "check it", where=address)
    return parts


def public_address(host: str, port: int) -> str:
    """Return an address that `host` resolves to, once all of them are seen to be public.

    Raises
    ------
    SourceError
        If the name isn't known, or any of its addresses is private, local,
        reserved or a multicast one.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as trouble:
        raise SourceError("the host isn't known", "check the address", where=host) from trouble
    addresses = [str(entry[4][0]).split("%", 1)[0] for entry in found]
    for address in addresses:
        if not is_public(address):
            raise SourceError("the host isn't a public one", "give a public address", where=host)
    return addresses[0]


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the public network.

    Examples
    --------
    >>> is_public("8.8.8.8"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def _ask(parts: SplitResult, address: str, deadline: float) -> Fetched | str:
    """Ask one address once; return what it gave, or where it points."""
    host = parts.hostname or ""
    left = _left(deadline)
    raw = socket.create_connection((address, _port(parts)), timeout=left)
    connection = http.client.HTTPConnection(host, _port(parts), timeout=left)
    try:
        if parts.scheme == "https":
            raw = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
        connection.sock = raw
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request(
            "GET",
            path.encode("ascii", "ignore").decode() or "/",
            headers={
                "User-Agent": "detente",
                "Accept": "text/html,application/pdf,text/*,*/*;q=0.5",
                "Accept-Encoding": "identity",
                "Connection": "close",
            },
        )
        answer = connection.getresponse()
        if answer.status in {301, 302, 303, 307, 308} and answer.getheader("Location"):
            return str(answer.getheader("Location"))
        if answer.status != 200:  # noqa: PLR2004 - a short reach, plain where it stands
            raise SourceError(
                f"the server answered {answer.status}", "check the address", where=host
            )
        kind = (answer.getheader("Content-Type") or "").split(";", 1)[0].strip().lower()
        return Fetched(_body(answer, deadline), _SUFFIXES.get(kind, ""))
    finally:
        connection.close()
        raw.close()


def _body(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        _left(deadline)
        part = answer.read1(65536)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise TooLargeError(f"the page is over the limit of {LARGEST // 2**20} MB", "save it")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TooLargeError(
            f"it takes over {MOST_SECONDS:.0f} seconds, which is the limit", "save it"
        )
    return left
