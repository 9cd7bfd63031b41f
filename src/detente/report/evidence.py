"""The claims that a brief rests on: numbered, listed, and marked in their articles."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from detente.model.conflict import Conflict, Grounded, Statement
from detente.read.claim import Claim, Document, Reading
from detente.report import words
from detente.report.content import Article, ClaimRow, Line
from detente.report.hinges import wanted
from detente.report.quotes import Paragraph, paragraphs
from detente.report.voice import Voice

MOST_CLAIMS = 300
MOST_ASSUMPTIONS = 60
MOST_TOGETHER = 6
MOST_QUOTED = 2_000

_URL = re.compile(r"https?://")
_EVENTS = {"reported": "reported, not confirmed", "indicated": "indicated", "alleged": "alleged"}


def numbering(reading: Reading | None, conflict: Conflict) -> dict[str, int]:
    """Give each claim a number, in the order in which they stand in the text, from 1."""
    ids: list[str] = []
    if reading is not None:
        order = {document.id: n for n, document in enumerate(reading.documents)}
        ids = [
            claim.id
            for claim in sorted(
                reading.claims,
                key=lambda c: (order.get(c.document, len(order)), c.start, c.end, c.id),
            )
        ]
    ids += [one for one in conflict.evidence if one not in set(ids)]
    return {one: n for n, one in enumerate(dict.fromkeys(ids), 1)}


def numbered(because: Iterable[str], numbers: dict[str, int]) -> tuple[int, ...]:
    """Return the numbers of claims; ids that aren't listed are passed over."""
    return tuple(sorted({numbers[one] for one in because if one in numbers}))


def claim_rows(
    reading: Reading | None, conflict: Conflict, numbers: dict[str, int]
) -> list[ClaimRow]:
    """List every claim, by number; those kept in the model only come last."""
    rows = []
    if reading is not None:
        names = {actor.id: actor.name for actor in reading.actors}
        titles = {document.id: called(document) for document in reading.documents}
        rows = [_row(claim, names, titles, numbers[claim.id]) for claim in reading.claims]
    listed = {row.number for row in rows}
    for one, evidence in conflict.evidence.items():
        if numbers[one] not in listed:
            kind = evidence.kind or "statement"
            rows.append(
                ClaimRow(
                    number=numbers[one],
                    kind=words.KINDS.get(kind, kind),
                    key=kind,
                    says="",
                    quote=words.shortened(evidence.quote, MOST_QUOTED),
                    speaker=(evidence.speaker or "").replace("_", " "),
                    status="",
                    document=PurePath(evidence.document).name,
                )
            )
    return sorted(rows, key=lambda row: row.number)


def articles(reading: Reading | None, numbers: dict[str, int], most: int) -> list[Article]:
    """Return the documents with their quotes marked, claims up to number `most`."""
    if reading is None:
        return []
    shown = {one: n for one, n in numbers.items() if n <= most}
    return [
        Article(
            id=document.id,
            title=called(document),
            date=document.date or "",
            source=document.source if _URL.match(document.source) else "",
            paragraphs=_without_title(
                paragraphs(document, reading.claims, shown), called(document)
            ),
        )
        for document in reading.documents
    ]


def _without_title(found: list[Paragraph], title: str) -> tuple[Paragraph, ...]:
    """Leave out a first line that only repeats the title and was not quoted."""
    if found and not any(piece.numbers for piece in found[0].pieces):
        first = "".join(piece.text for piece in found[0].pieces).strip(" #*")
        if first and first == title and not found[0].skipped:
            return tuple(found[1:])
    return tuple(found)


def called(document: Document) -> str:
    """Return a document's title, or for want of one its file's name; never a path."""
    title = " ".join(document.title.split())
    if title and title != document.source:
        return words.shortened(title, 160)
    name = document.source if _URL.match(document.source) else PurePath(document.source).name
    return name if name not in {"", "-"} else "The report"


def assumptions(conflict: Conflict, voice: Voice, numbers: dict[str, int]) -> list[Line]:
    """Say everything that the model takes for granted, or holds to be unknown."""
    grouped: dict[str, tuple[list[str], list[str]]] = {}
    for what, part in _parts(conflict, voice):
        if part.assumed:
            reason = words.assumed(part.assumed)
        elif not part.because and conflict.evidence:
            reason = "the model gives no reason"
        else:
            continue
        said, because = grouped.setdefault(reason, ([], []))
        said.append(what)
        because += part.because
    lines = []
    for reason, (said, because) in grouped.items():
        more = len(said) - MOST_TOGETHER
        told = "; ".join(said[:MOST_TOGETHER]) + (f"; and {more} more" if more > 0 else "")
        lines.append(Line(words.sentence_case(told), numbered(because, numbers), reason))
    return lines + _unknown(conflict, voice, numbers)


def _unknown(conflict: Conflict, voice: Voice, numbers: dict[str, int]) -> list[Line]:
    lines = []
    for i, dm in enumerate(voice.game.decision_makers):
        stated = conflict.decision_makers[dm].priorities or []
        floating = [one for one in stated if one.order != "known"]
        if floating:
            lines.append(
                Line(
                    f"What weighs more for {voice.names[i]} is not known for "
                    f"{words.counted(len(floating), 'priority', 'priorities')} of "
                    f"{words.number(len(stated))}; the forecast tries the orders.",
                )
            )
        unsure = [one for one in stated if one.sign == "unknown" or one.confidence < 1]
        if unsure:
            wishes = [f"{wanted(voice, i, one.statement)} ({_doubt(one)})" for one in unsure]
            lines.append(
                Line(
                    f"It is not certain that {voice.names[i]} {voice.agree(i, 'wants', 'want')} "
                    f"{'; '.join(wishes)}.",
                    numbered((ref for one in unsure for ref in one.because), numbers),
                )
            )
    return lines


def _doubt(one: Statement) -> str:
    if one.sign == "unknown":
        return "or the opposite"
    return words.percent(one.confidence)


def _parts(conflict: Conflict, voice: Voice) -> Iterator[tuple[str, Grounded]]:
    for i, dm in enumerate(voice.game.decision_makers):
        maker = conflict.decision_makers[dm]
        name = voice.names[i]
        yield f"{name} {voice.agree(i, 'is', 'are')} a party to the conflict", maker
        for option, one in maker.options.items():
            k = voice.game.options.index(f"{dm}.{option}")
            yield f"{name} can {voice.phrases[k]}", one
        for n, wish in enumerate(maker.priorities or [], 1):
            wanting = f"{name} {voice.agree(i, 'wants', 'want')}"
            yield f"{wanting} {wanted(voice, i, wish.statement)} ({words.ordinal(n)})", wish
    for line in conflict.red_lines:
        said = voice.statement(line.against, line.by)
        yield f"{_party(voice, line.by)} has drawn a red line at this: {said}", line
    for hindrance in conflict.constraints:
        yield f"a constraint on {hindrance.on}: {hindrance.says or hindrance.kind}", hindrance
    for view in conflict.experts:
        yield f"{view.by} expects {view.words or 'something'} of {view.of}", view


def _party(voice: Voice, dm: str) -> str:
    makers = voice.game.decision_makers
    return voice.names[makers.index(dm)] if dm in makers else dm.replace("_", " ")


def _row(claim: Claim, names: dict[str, str], titles: dict[str, str], number: int) -> ClaimRow:
    def named(one: str | None) -> str:
        return "" if one is None else names.get(one, one.replace("_", " "))

    who = named(claim.doer or claim.actor)
    act = claim.action or ""
    says = f"{who}: {'not ' * claim.negated}{act}" if who and act else who or act
    if claim.kind == "red_line" and claim.actor and claim.doer:
        says = f"{says} (line drawn by {named(claim.actor)})"
    notes = []
    if claim.certainty in _EVENTS:
        notes.append(_EVENTS[claim.certainty])
    if claim.novel:
        notes.append("for the first time")
    if claim.irreversible:
        notes.append("irreversible")
    if claim.likelihood:
        notes.append(f"“{claim.likelihood}”")
    if claim.condition:
        notes.append(f"on condition: “{words.shortened(claim.condition, 80)}”")
    return ClaimRow(
        number=number,
        kind=words.KINDS.get(claim.kind, claim.kind),
        key=claim.kind,
        says=words.sentence_case(says),
        quote=words.shortened(claim.quote, MOST_QUOTED),
        speaker=named(claim.speaker),
        status=words.STATUS.get(claim.status, "") if claim.status else "",
        document=titles.get(claim.document, claim.document),
        notes=tuple(notes),
        in_text=True,
    )
