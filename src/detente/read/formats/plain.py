"""Plain text, and bytes to text: what encoding it is in, and whether it's text at all."""

import codecs
import html
import re
from collections.abc import Iterator

from detente.errors import SourceError
from detente.read.formats import Raw
from detente.read.formats.lines import whole_words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# an apostrophe or quotation marks, of an old Macintosh and of Windows
_MACINTOSH = re.compile(rb"[a-z]\xd5[a-z]\b|\s\xd2[A-Za-z][^\xd2\n]{0,500}\xd3")
_WINDOWS = re.compile(rb"[\x91-\x97]")
_SAMPLE = 200_000
_WESTERN = ("cp1250", "cp1252", "cp1254", "cp1257", "iso8859", "latin", "mac_", "cp437", "cp85")
_ODD = frozenset(range(32)) - {9, 10, 12, 13, 27}


def texts(content: bytes) -> Iterator[Raw]:
    """Yield the one text of a plain file; its first short line is its title.

    Raises
    ------
    SourceError
        If it's binary or empty.
    """
    text = whole_words(decode(content))
    if not text.strip():
        raise SourceError("it is empty", "give it some text")
    yield Raw(text, title=first_line(text))


_ENTITY = re.compile(
    r"&(?:nbsp|quot|apos|amp|[lr][sd]quo|[mn]dash|hellip|shy|#(?:34|38|39|160|82(?:1[1-9]|2[0-9]|30))"
    r"|#[xX](?:22|26|27|[aA]0|20(?:1[1-9a-fA-F]|2[0-6])));"
)


def mended(text: str) -> str:
    r"""Return a text with the marks that a page has left in it as characters.

    Those of tags (``&lt;``) stay as they are.

    Examples
    --------
    >>> mended("Iran&#39;s envoy said:&nbsp;&quot;No.&quot; It&amp;rsquo;s over. &lt;b&gt;")
    'Iran\'s envoy said:\xa0"No." It’s over. &lt;b&gt;'
    """
    for _ in range(2):  # a page may have marked its marks
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda mark: html.unescape(mark.group()), text)
    return text


def first_line(text: str) -> str:
    """Return the first line, where it's short enough and alone enough to be a title."""
    line, _, rest = text.strip().partition("\n")
    line = line.strip()
    alone = rest.strip() and not line.endswith((".", ",", ";", "”", '"'))
    return line if alone and len(line) <= 120 else ""  # noqa: PLR2004 - a short reach, plain where it stands


def decode(content: bytes) -> str:
    r"""Return the text that some bytes hold, with newlines made ``\n``.

    Raises
    ------
    SourceError
        If the bytes aren't text in an encoding that can be told.

    Examples
    --------
    >>> decode("Ça va".encode("utf-16")), decode(b"a\r\nb")
    ('Ça va', 'a\nb')
    """
    text = _decoded(content)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as trouble:
                raise _unreadable() from trouble
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _guessed(content)
    else:
        if _utf16_without_mark(content):
            return _guessed(content)
    if _binary(text):
        raise SourceError("it is a binary file, not text", "give it text, HTML, Markdown or PDF")
    return text


def _utf16_without_mark(content: bytes) -> bool:
    sample = content[:2000]
    zeros = sample.count(0)
    return zeros * 3 > len(sample)


def _binary(text: str) -> bool:
    """Say whether a text has more control characters than slips account for."""
    sample = text[:_SAMPLE]
    odd = sum(ord(letter) in _ODD or letter == "\ufffd" for letter in sample)
    return odd > max(8, len(sample) // 20)


def _guessed(content: bytes) -> str:
    if _utf16_without_mark(content):
        little = content[1:2000:2].count(0) >= content[0:2000:2].count(0)
        try:
            text = content.decode("utf-16-le" if little else "utf-16-be")
        except UnicodeDecodeError as trouble:
            raise _unreadable() from trouble
        if _binary(text):
            raise SourceError(
                "it is a binary file, not text", "give it text, HTML, Markdown or PDF"
            )
        return text
    sample = content[:_SAMPLE]
    if sum(byte in _ODD for byte in sample) > max(8, len(sample) // 50):
        raise SourceError("it is a binary file, not text", "give it text, HTML, Markdown or PDF")
    if _MACINTOSH.search(sample) and not _WINDOWS.search(sample):
        return content.decode("mac_roman")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    guess = best.encoding if best else "cp1252"
    if guess.startswith(_WESTERN):  # the tongues of these can't be told by a few letters
        guess = "cp1252"
    for encoding in (guess, "cp1252", "latin-1"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise _unreadable()  # pragma: no cover - latin-1 takes every byte


def _unreadable() -> SourceError:
    return SourceError("its encoding can't be told", "save it as UTF-8")
