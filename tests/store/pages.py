"""Reports as the reader would give them, written here so that no test of the store waits for it."""

from detente.read.claim import Actor, Claim, Document
from detente.read.shelf import Page

NAMES = {"aldova": "Aldova", "borland": "Borland", "cormia": "Cormia"}
SAYS = {
    "considered": "{who} is considering whether to {act}",
    "planned": "{who} plans to {act}",
    "threatened": "{who} threatens to {act}",
    "done": "{who} has begun to {act}",
    "ruled_out": "{who} has ruled out to {act}",
}


def page(*said: tuple, title: str = "", day: str | None = None, extra: str = "") -> Page:
    """Return a page with one claim a sentence: (who, act, status) or (who, act, "red_line", doer)."""
    text, spans = f"{title}\n\n{extra}", []
    for one in said:
        who, act, status = one[0], one[1], one[2]
        if status == "red_line":
            sentence = f"{NAMES[who]} draws a red line against {NAMES[one[3]]}: {act}"
        else:
            sentence = SAYS[status].format(who=NAMES[who], act=act)
        spans.append((len(text), len(text) + len(sentence), one))
        text += sentence + ". "
    claims = []
    for place, (start, end, one) in enumerate(spans):
        red = one[2] == "red_line"
        claims.append(
            Claim(
                id=f"x@{place}",
                document="d1",
                kind="red_line" if red else "event" if one[2] == "done" else "option",
                actor=one[0],
                action=one[1],
                event=None,
                target=None,
                status=None if red else one[2],
                negated=False,
                speaker=None,
                likelihood=None,
                date=None,
                condition=None,
                quote=text[start:end],
                start=start,
                end=end,
                rule="test",
                doer=one[3] if red else None,
            )
        )
    actors = tuple(
        Actor(
            id=name,
            name=spoken,
            kind="state",
            mentions=tuple(
                ("d1", at, at + len(spoken))
                for at in range(len(text))
                if text.startswith(spoken, at)
            ),
        )
        for name, spoken in NAMES.items()
        if spoken in text
    )
    document = Document("d1", title, day, f"{title or 'note'}.txt", text)
    return Page(document, actors, tuple(claims))


FIRST = page(
    ("aldova", "deploy troops to the strait", "considered"),
    ("borland", "draw a line", "threatened"),
    ("borland", "blockade the port", "threatened"),
    ("borland", "deploy troops to the strait", "red_line", "aldova"),
    title="A strait and a port",
    day="2030-01-01",
)
SECOND = page(
    ("aldova", "deploy troops to the strait", "done"),
    ("cormia", "supply weapons to Aldova", "considered"),
    title="Troops in the strait",
    day="2030-02-01",
)
