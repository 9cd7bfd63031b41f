"""The brief as a PDF, from its one page, by WeasyPrint (extra ``pdf``).

The page holds all it needs, so nothing is fetched: the only addresses that are
followed are ``data:``. The drawings are styled by the page's style sheet, of
which WeasyPrint gives pictures nothing; so each carries its part of it here,
in the colours of print.
"""

import re
import threading
from functools import cache
from importlib.resources import files

from detente.errors import InputError

_SVG = re.compile(r"(<svg\b[^>]*>)(.*?)(</svg>)", re.DOTALL)
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:,\s*[^()]*)?\)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PAINTS = re.compile(r"\b(?:fill|stroke|font-size|font-weight)\b")
_TURN = threading.Lock()
"""One PDF is set at a time: it takes a core for some seconds."""


def pdf(page: str) -> bytes:
    """Return a page of this room as a PDF; the same page gives the same bytes.

    Parameters
    ----------
    page : str
        A whole HTML document, as `detente.report.html.page` returns it.

    Returns
    -------
    bytes
        The PDF.

    Raises
    ------
    InputError
        If WeasyPrint isn't installed, or lacks the libraries it stands on.

    Notes
    -----
    About two seconds for a brief of fifteen pages on one core.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ImportError as error:
        raise InputError(
            "a PDF needs a package that isn't installed", "pip install 'detente[pdf]'"
        ) from error
    except OSError as error:
        raise InputError(
            "a PDF needs the library Pango, which isn't installed",
            "install it with the system's packages, as libpango-1.0-0 and libpangoft2-1.0-0",
        ) from error
    fetch = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    with _TURN:
        made: bytes = HTML(string=_painted(page), url_fetcher=fetch).write_pdf()
    return made


def _painted(page: str) -> str:
    """Return a page whose pictures name their colours."""
    colours, rules = _style()

    def paint(found: re.Match[str]) -> str:
        start, inside, end = found.groups()
        inside = _named(inside, colours)
        style = f"<style>{rules}</style>" if 'class="' in inside else ""
        return f"{_named(start, colours)}{style}{inside}{end}"

    return _SVG.sub(paint, page)


def _named(text: str, colours: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda found: colours.get(found[1], "#000000"), text)


@cache
def _style() -> tuple[dict[str, str], str]:
    """Return the colours of print, and the rules of the style sheet that paint drawings."""
    sheet = files("detente.report").joinpath("templates", "brief.css").read_text("utf-8")
    printed = sheet[sheet.index("@media print") :]
    block = _RULE.search(printed[printed.index(":root") :])
    declared = re.findall(r"(--[\w-]+):\s*([^;]+);", block[2] if block else "")
    colours = {name: value.strip() for name, value in declared}
    rules = []
    for selector, body in _RULE.findall(sheet[: sheet.index("@media print")]):
        names = [one.strip().removeprefix(".drawing ").removeprefix("svg ")
                 for one in selector.split(",")]  # fmt: skip
        if _PAINTS.search(body) and all(_DRAWN.match(one) for one in names):
            rules.append(f"{', '.join(names)} {{{_named(body, colours)}}}")
    return colours, " ".join(rules)


_DRAWN = re.compile(
    r"(?:text\b|\.(?:head|box|holds|now|inner|letter|tag|figure|track|bar|move|deterred|threatened"
    r"|reply|tip|badge|key|keytip)\b)[\w. -]*$"
)
