"""Mail to plain text: the body of an ``.eml`` file, with its subject and date."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from detente.errors import SourceError
from detente.read.formats import Raw
from detente.read.formats.html import page
from detente.read.formats.plain import decode

_MOST_PARTS = 200


def texts(content: bytes) -> Iterator[Raw]:
    """Yield the text of a mail: its plain part, else its HTML part; attachments stay out.

    Raises
    ------
    SourceError
        If it has no text.
    """
    message = email.message_from_bytes(content, policy=email.policy.default)
    try:
        body = _body(message)
    except SourceError:
        raise
    except (LookupError, ValueError, AttributeError, KeyError, TypeError, IndexError) as trouble:
        raise SourceError("it is not a mail that can be read", "save its text") from trouble
    if not body.strip():
        raise SourceError("there is no text in the mail", "save its text")
    yield Raw(body, title=_header(message, "Subject"), date=_date(message))


def _body(message: EmailMessage) -> str:
    plain, marked = "", ""
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            break
        if part.is_multipart() or part.get_filename():
            continue
        kind = part.get_content_type()
        if kind not in {"text/plain", "text/html"}:
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        text = _decoded(payload, part.get_content_charset())
        if kind == "text/plain" and not plain:
            plain = text
        elif kind == "text/html" and not marked:
            marked = text
    if plain.strip():
        return plain
    return page(marked).text if marked.strip() else ""


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
    except (ValueError, IndexError, KeyError, TypeError, AttributeError):  # a header made to break
        return ""


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
