"""Mail to plain text: the words of an ``.eml`` file or a saved page, with subject and date.

A mail that was attached is a document of its own. Other attachments stay out, and
are named.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from detente.errors import SourceError
from detente.read.formats import Raw
from detente.read.formats.html import page
from detente.read.formats.lines import whole_words
from detente.read.formats.plain import decode

_MOST_PARTS = 200
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_TROUBLE = (LookupError, ValueError, AttributeError, KeyError, TypeError, IndexError)


def texts(content: bytes) -> Iterator[Raw]:
    """Yield the text of a mail and of each mail attached to it.

    Of what is there twice, as plain text and as HTML, the plain text is taken. The
    marks of quoted lines are left out, their words are not.

    Raises
    ------
    SourceError
        If it has no text.
    """
    message = email.message_from_bytes(content.lstrip(), policy=email.policy.default)
    found = [raw for mail in _mails(message) if (raw := _raw(mail)) is not None]
    if not found:
        raise SourceError(
            "there is no text in the mail", "save its text, or what is attached, as a file"
        )
    yield from found


def _raw(message: EmailMessage) -> Raw | None:
    attached: list[str] = []
    try:
        body = "\n\n".join(_bodies(message, attached, [0])).strip()
    except SourceError:
        raise
    except _TROUBLE as trouble:
        raise SourceError("it is not a mail that can be read", "save its text") from trouble
    if not body:
        return None
    left = tuple(
        f"its attachment {name!r} is not read: save it as a file and give it too"
        for name in attached
    )
    return Raw(body + "\n", title=_header(message, "Subject"), date=_date(message), left=left)


def _mails(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield a mail and those that are attached to it."""
    yield message
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            return
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            yield from (each for each in part.get_payload() if isinstance(each, EmailMessage))


def _bodies(part: EmailMessage, attached: list[str], count: list[int]) -> Iterator[str]:
    """Yield the texts of a mail's parts in their order; one of those that say the same."""
    count[0] += 1
    if count[0] > _MOST_PARTS or part.get_content_type() == "message/rfc822":
        return
    if part.is_multipart():
        inner = [each for each in part.get_payload() if isinstance(each, EmailMessage)]
        if part.get_content_type() == "multipart/alternative":
            inner = _plainest(inner)
        elif part.get_content_type() == "multipart/related":
            inner = inner[:1] + [each for each in inner[1:] if each.is_attachment()]
        for each in inner:
            yield from _bodies(each, attached, count)
        return
    kind = part.get_content_type()
    name = part.get_filename()
    if name or part.is_attachment() or kind not in {"text/plain", "text/html"}:
        if name and part.get_content_maintype() != "image":
            attached.append(" ".join(str(name).split())[:100])
        return
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes) and payload.strip():
        text = _decoded(payload, part.get_content_charset())
        if kind == "text/html":
            yield page(text).text.strip()
        else:
            yield whole_words(_QUOTED.sub("", text)).strip("\n")


def _plainest(parts: list[EmailMessage]) -> list[EmailMessage]:
    """Return the part of an alternative that is read: the plain one with words, else the last."""
    for part in parts:
        payload = part.get_payload(decode=True)
        if (
            part.get_content_type() == "text/plain"
            and isinstance(payload, bytes)
            and payload.strip()
        ):
            return [part]
    told = [part for part in parts if part.is_multipart() or part.get_content_type() == "text/html"]
    return told[-1:]


def _decoded(payload: bytes, charset: str | None) -> str:
    if charset:
        try:
            return payload.decode(charset).replace("\r\n", "\n").replace("\r", "\n")
        except (LookupError, UnicodeError):
            pass
    return decode(payload)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())[:300]
    except _TROUBLE:  # a header made to break
        return ""


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
