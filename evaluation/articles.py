"""What the reader makes of a passage before it claims anything, for the scripts beside it."""
# ruff: noqa: INP001 - beside scripts, no package

from detente.read.article import Article, build
from detente.read.claim import Document
from detente.read.scoring.marked import Passage
from detente.read.text import language


def article_of(passage: Passage) -> Article:
    """Return the parsed text of a passage, with who is meant and who says what in it."""
    text = passage.path.read_text("utf-8")
    document = Document(id="d1", title="", date=None, source=passage.name, text=text)
    return build(document, next(language.parse([text])))
