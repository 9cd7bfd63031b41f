"""Ways out for alerts: a file, an address that takes JSON; `detente.store.mail` is another."""

import http.client
import os
import socket
import ssl
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from detente.errors import InputError, SourceError
from detente.provenance import checksum
from detente.read.formats.fetch import is_public, public_address
from detente.store.alerts import Alert
from detente.store.outbox import Channel

_SECONDS = 10.0
_PORTS = {"http": 80, "https": 443}
_SUCCESS = range(200, 300)


def to_file(path: Path) -> Channel:
    """Return a channel that adds alerts to a file, a line of JSON each.

    Raises
    ------
    InputError
        If it is a folder, or stands in one that isn't there.
    """
    if path.is_dir() or not path.parent.is_dir():
        what = "this is a folder" if path.is_dir() else f"the folder {path.parent} isn't there"
        raise InputError(what, "name a file in a folder that is there", where=str(path))

    def tell(alerts: Sequence[Alert]) -> None:
        words = "".join(alert.line() for alert in alerts).encode()
        try:
            handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o666)
            try:
                size = os.fstat(handle).st_size
                if size and os.pread(handle, 1, size - 1) != b"\n":
                    words = b"\n" + words  # somebody else's last line isn't ours to go on with
                while words:
                    words = words[os.write(handle, words) :]
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise SourceError(
                f"alerts can't be written ({error.strerror})", "check the folder", where=str(path)
            ) from error

    return Channel(f"file {path.absolute()}", tell)


def to_webhook(address: str, *, private: bool = False) -> Channel:
    """Return a channel that posts each alert to an address as JSON.

    Parameters
    ----------
    address : str
        Of http or https.
    private : bool
        Whether it may be on this machine or in a network that isn't public.

    Raises
    ------
    InputError
        If it is no such address.
    """
    parts = _checked(address)
    if not private:
        _refuse_private(parts)

    def tell(alerts: Sequence[Alert]) -> None:
        for alert in alerts:
            try:
                _post(parts, alert.line().encode(), private=private)
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise SourceError(
                    f"the alert couldn't be delivered ({error or type(error).__name__})",
                    "it is tried again at the next look",
                    where=f"the webhook at {parts.hostname}",
                ) from error

    return Channel(f"webhook {checksum(address.encode())}", tell, shared=True)


def _checked(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        good = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good or any(letter <= " " for letter in address):
        raise InputError("a webhook has an http(s) address", "give --webhook https://...")
    if parts.username is not None or parts.password is not None:
        raise InputError(
            "a webhook's address has no user name", "put the token into its path or query"
        )
    return parts


def _refuse_private(parts: SplitResult) -> None:
    """Refuse an address that is seen now not to be public; others are seen to at each post."""
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, _port(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return
    if not all(is_public(str(entry[4][0]).split("%", 1)[0]) for entry in found):
        raise InputError(
            f"the webhook's host {host} isn't a public one",
            "allow that with --webhook-private if you mean it",
        )


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def _post(parts: SplitResult, words: bytes, *, private: bool) -> None:
    """Post to the address that was checked; a redirect is no success and isn't followed."""
    host, port = parts.hostname or "", _port(parts)
    place = host if private else public_address(host, port)
    raw = socket.create_connection((place, port), timeout=_SECONDS)
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    try:
        if parts.scheme == "https":
            raw = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
        connection.sock = raw
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "detente",
            "Connection": "close",
        }
        connection.request("POST", path, words, headers)
        answer = connection.getresponse()
        if answer.status not in _SUCCESS:
            raise ValueError(f"the server answered {answer.status}")
    finally:
        connection.close()
        raw.close()
