"""Where the parties of a reading are named, and what is said of them."""

from detente.draft.announced import acting_for
from detente.read.claim import Reading


class Room:
    """Where the parties are named, and what is said of them."""

    def __init__(self, reading: Reading) -> None:
        self.parties = {a.id for a in reading.actors if a.role == "party" and a.kind != "person"}
        self.sources = {a.id for a in reading.actors if a.role == "source"}
        self.claims = reading.claims
        self.texts = {document.id: document.text for document in reading.documents}
        self.acting_for = acting_for(reading, self.parties)
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        for actor in reading.actors:
            for document, start, end in actor.mentions:
                if actor.id in self.parties:
                    self._spans.setdefault(document, []).append((start, end, actor.id))
        for spans in self._spans.values():
            spans.sort()

    def named(self, document: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return the parties named between two places of a text, in their order."""
        return [one for one in self._spans.get(document, ()) if start <= one[0] and one[1] <= end]


def other_than(target: str | None, doer: str | None, instead: str | None = None) -> str | None:
    """Return the target of an act that is given to another doer: nobody acts upon itself."""
    return instead if target == doer else target
