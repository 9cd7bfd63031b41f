"""Alerts by mail: encrypted, and never with a password on a command line.

The server is named in a TOML file or in the environment, whose word goes
before the file's::

    host = "smtp.example.org"      # DETENTE_MAIL_HOST
    port = 587                     # DETENTE_MAIL_PORT; left out, that of security
    security = "starttls"          # DETENTE_MAIL_SECURITY: starttls, tls, or none on this machine
    user = "desk"                  # DETENTE_MAIL_USER
    password = "..."               # DETENTE_MAIL_PASSWORD
    from = "detente@example.org"   # DETENTE_MAIL_FROM; left out, the user
    ca = "/etc/ssl/ours.pem"       # DETENTE_MAIL_CA: certificates to trust instead of the system's
"""

import os
import smtplib
import ssl
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from ipaddress import ip_address
from pathlib import Path

from detente.errors import InputError, SourceError
from detente.provenance import checksum
from detente.store.alerts import Alert
from detente.store.outbox import Channel

_SECONDS = 20.0
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_KEYS = ("host", "port", "security", "user", "password", "from", "ca")
_LARGEST = 100_000
_OTHERS = 0o077
_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server, and as whom mail is handed to it."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""


def settings(path: Path | None = None, environment: Mapping[str, str] | None = None) -> Server:
    """Return the mail server that a file and the environment name.

    Raises
    ------
    InputError
        If they name none, or one that mail isn't safe with.
    """
    told = {} if path is None else _read(path)
    around = os.environ if environment is None else environment
    for key in _KEYS:
        told[key] = around.get(f"DETENTE_MAIL_{key.upper()}", "") or told.get(key, "")
    if not told["host"]:
        raise InputError(
            "no mail server is named", "set DETENTE_MAIL_HOST, or give --mail-settings FILE"
        )
    security = told["security"] or "starttls"
    if security not in _PORTS:
        raise InputError(
            f"mail's security can't be {security!r}", f"it is one of {', '.join(_PORTS)}"
        )
    if security == "none" and not _here(told["host"]):
        raise InputError(
            "mail to another machine isn't sent unencrypted", "set security to starttls or tls"
        )
    port = told["port"] or str(_PORTS[security])
    if not port.isdecimal() or not 0 < int(port) < 2**16:
        raise InputError(f"mail's port can't be {port!r}", "give a number, as 587")
    sender = address(told["from"] or told["user"])
    return Server(
        told["host"], int(port), security, sender, told["user"], told["password"], told["ca"]
    )


def _read(path: Path) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            found = tomllib.loads(file.read(_LARGEST).decode("utf-8"))
    except OSError as error:
        raise InputError(
            f"can't be read ({error.strerror})", "check the path", where=str(path)
        ) from error
    except ValueError as error:
        raise InputError(
            "this is no TOML", 'write lines as host = "smtp.example.org"', where=str(path)
        ) from error
    for key, value in found.items():
        if key not in _KEYS or type(value) not in {str, int}:
            raise InputError(
                f"{key!r} is no setting of mail", f"they are {', '.join(_KEYS)}", where=str(path)
            )
    if found.get("password") and mode & _OTHERS:
        raise InputError(
            "others can read the password in it", f"run: chmod 600 {path}", where=str(path)
        )
    return {key: str(value) for key, value in found.items()}


def _here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(words: str) -> str:
    """Return a mail address, or say that it is none.

    Raises
    ------
    InputError
        If it isn't of the form NAME@HOST.
    """
    try:
        found = Address(addr_spec=words)
    except (ValueError, MessageError, IndexError):
        found = None
    if found is None or not found.username or not found.domain or not words.isascii():
        raise InputError(f"{words!r} is no mail address", "write it as desk@example.org")
    return str(found)


def to_mail(receivers: Sequence[str], server: Server) -> Channel:
    """Return a channel that mails alerts, those of one look together.

    Raises
    ------
    InputError
        If a receiver is no mail address.
    """
    to = [address(one) for one in receivers]

    def tell(alerts: Sequence[Alert]) -> None:
        if not alerts:
            return
        try:
            _send(message(alerts, server.sender, to), server, to)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise SourceError(
                f"the mail couldn't be sent ({_reason(error)})",
                "it is tried again at the next look",
                where=f"{server.host}:{server.port}",
            ) from error

    return Channel(f"mail {checksum(*(one.encode() for one in to))}", tell, shared=True)


def message(alerts: Sequence[Alert], sender: str, to: Sequence[str]) -> EmailMessage:
    """Return the mail that tells of some alerts, the weightiest in its subject."""
    first = next((one for one in alerts if one.kind != "report"), alerts[0])
    more = f" (and {len(alerts) - 1} more)" if len(alerts) > 1 else ""
    said = _line(first.said)
    short = said if len(said) <= _SUBJECT else said[: _SUBJECT - 2].rstrip() + " …"
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = sender, ", ".join(to)
    mail["Subject"] = f"[{_line(first.case)}] {short}{more}"
    mark = checksum(*(one.line().encode() for one in alerts)).rpartition(":")[2]
    mail["Message-ID"] = f"<{mark}@detente.invalid>"  # one that comes twice is known by it
    mail["Auto-Submitted"] = "auto-generated"
    lines = [f"{one.at}  {one.id}  {one.kind}: {_line(one.said)}" for one in alerts]
    sources = dict.fromkeys(
        f"{one.document}: {_line(one.source)}" for one in alerts if one.document
    )
    mail.set_content("\n".join([*lines, "", "Reports:", *sources]) + "\n")
    return mail


def _send(mail: EmailMessage, server: Server, to: Sequence[str]) -> None:
    if server.security == "tls":
        opened: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=_SECONDS, context=_trusted(server)
        )
    else:
        opened = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
    with opened as smtp:
        if server.security == "starttls":
            smtp.starttls(context=_trusted(server))
        if server.user and server.password:
            smtp.login(server.user, server.password)
        refused = smtp.send_message(mail, server.sender, list(to))
    if refused:
        raise ValueError(f"refused for {', '.join(sorted(refused))}")


def _trusted(server: Server) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=server.ca or None)


def _line(words: str) -> str:
    """Return words of a report on one line, with nothing that a terminal or a header acts on."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def _reason(error: Exception) -> str:
    """Return what failed, without what was sent."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        return _line(f"{error.smtp_code} {words}")[:200]
    return _line(str(error) or type(error).__name__)[:200]
