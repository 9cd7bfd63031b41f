"""Read a large corpus on the workers of a Dask cluster: see `detente.cluster`.

Documents travel with their text and with the corrections that stand beside
them here, so the workers need no file of this machine, and what they read is
what would be read here, to the byte.
"""

from collections.abc import Iterable, Iterator

from detente.cluster import connected, in_order
from detente.read import corrections
from detente.read.claim import Document
from detente.read.corrections import Correction
from detente.read.reading import read_page
from detente.read.shelf import Page, Shelf

BATCH = 24_000
"""Characters of a batch: about a second's reading."""

Given = tuple[Document, list[Correction]]


def read_on(
    address: str, documents: Iterable[Document], shelf: Shelf | None = None
) -> Iterator[Page]:
    """Read documents on a cluster, and hand them on in their order.

    Parameters
    ----------
    address : str
        Of the scheduler, such as ``tcp://10.0.0.1:8786``.
    documents : iterable of Document
        Drawn as workers get free.
    shelf : Shelf, optional
        What was read before is taken from it, and what is read is kept there.

    Yields
    ------
    Page
        One for each document.

    Raises
    ------
    InputError
        If no scheduler answers, or the cluster is lost; what was read until
        then is on the shelf.
    """
    with connected(address) as client:
        for pages in _spread(client, documents, shelf):
            yield from pages


def _spread(
    client: object, documents: Iterable[Document], shelf: Shelf | None
) -> Iterator[list[Page]]:
    """Yield the pages batch by batch; those on the shelf go along without being read."""
    known: list[list[Page | None]] = []

    def batches() -> Iterator[list[Given]]:
        for batch in batched(documents):
            kept = [None if shelf is None else shelf.take(one) for one in batch]
            known.append(kept)
            yield [
                (one, corrections.beside(one))
                for one, page in zip(batch, kept, strict=True)
                if page is None
            ]

    for read in in_order(client, read_batch, batches()):
        if shelf is not None:
            for page in read:
                shelf.put(page)
        fresh = iter(read)
        yield [next(fresh) if page is None else page for page in known.pop(0)]


def batched(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Group documents to about a second's work, in their order; a long one is by itself."""
    batch: list[Document] = []
    size = 0
    for one in documents:
        if batch and size + len(one.text) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += len(one.text)
    if batch:
        yield batch


def read_batch(given: list[Given]) -> list[Page]:
    """Read some documents with their corrections; done on a worker."""
    return [read_page(document, corrected) for document, corrected in given]
