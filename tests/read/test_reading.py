"""From sources to a reading."""

from dataclasses import replace
from pathlib import Path

import pytest

from detente.read import parallel
from detente.read.article import article
from detente.read.claim import Claim, Document
from detente.read.gathering import number
from detente.read.reading import EXTRACTORS, extract, read, read_each
from detente.read.shelf import Shelf

TEXT = """Norway warns Sweden over the strait

OSLO, May 3 - Norway warned on Friday that it would close the strait if Sweden sent its fleet. Sweden said that it was considering it.

"We will not be the first to shoot," the Swedish prime minister told reporters. Analysts doubt that either side wants a war."""


def put(folder: Path, name: str, text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_every_quote_is_its_span(tmp_path: Path) -> None:
    reading = read(put(tmp_path, "a.txt"))
    (document,) = reading.documents
    assert len(reading.claims) > 3
    for claim in reading.claims:
        assert claim.quote == document.text[claim.start : claim.end]
    for actor in reading.actors:
        for name, start, end in actor.mentions:
            assert name == document.id
            assert document.text[start:end]


def test_claims_are_numbered_in_the_order_of_the_text(tmp_path: Path) -> None:
    reading = read(put(tmp_path, "a.txt"))
    assert [claim.id for claim in reading.claims] == [
        f"c{n}" for n in range(1, len(reading.claims) + 1)
    ]
    places = [(claim.start, claim.end, claim.kind) for claim in reading.claims]
    assert places == sorted(places)
    ids = {claim.id for claim in reading.claims}
    assert all(set(claim.because) <= ids - {claim.id} for claim in reading.claims)


def test_the_same_text_gives_the_same_reading(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    assert read(path).to_json() == read(path).to_json()


def test_several_documents_keep_their_order(tmp_path: Path) -> None:
    paths = [put(tmp_path, name) for name in ("b.txt", "a.txt")]
    reading = read(*paths)
    assert [document.source for document in reading.documents] == [str(path) for path in paths]
    assert [claim.document for claim in reading.claims] == sorted(
        claim.document for claim in reading.claims
    )
    norway = next(actor for actor in reading.actors if actor.id == "norway")
    assert {document for document, _, _ in norway.mentions} == {"d1", "d2"}


def test_a_text_without_a_crisis_is_an_empty_reading(tmp_path: Path) -> None:
    reading = read(
        put(tmp_path, "a.txt", "Boil the rice for ten minutes, then add salt and butter.")
    )
    assert reading.claims == ()
    assert "no act, threat or forecast" in reading.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte, dass die Gespräche nicht beendet seien und dass weitere folgen würden.",
        "Le ministre a déclaré que les pourparlers n'étaient pas terminés et que d'autres suivraient.",
        "外交部长表示，会谈尚未结束，双方将继续就边界问题进行磋商。",
        "Министр заявил, что переговоры не завершены и что за ними последуют другие встречи.",
    ],
)
def test_other_languages_are_told(tmp_path: Path, text: str) -> None:
    reading = read(put(tmp_path, "a.txt", text))
    assert reading.claims == ()
    assert "only English is read" in reading.warnings[0]


def test_a_bad_file_in_a_folder_is_a_warning(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    reading = read(tmp_path)
    assert len(reading.documents) == 1
    assert any("b.pdf: it is not a PDF" in warning for warning in reading.warnings)


def test_progress_counts_the_documents(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    seen: list[tuple[int, str]] = []
    read(tmp_path, progress=lambda done, source: seen.append((done, Path(source).name)))
    assert seen == [(1, "a.txt"), (2, "b.txt")]


def test_what_was_kept_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, kept = put(tmp_path, "a.txt"), tmp_path / "kept"
    first = read(path, keep=kept)
    monkeypatch.setattr("detente.read.reading.read_page", lambda _: pytest.fail("read again"))
    assert read(path, keep=kept).to_json() == first.to_json()


def test_a_half_written_page_is_read_again(tmp_path: Path) -> None:
    path, kept = put(tmp_path, "a.txt"), tmp_path / "kept"
    first = read(path, keep=kept)
    (file,) = kept.iterdir()
    file.write_text("{", "utf-8")
    assert read(path, keep=kept).to_json() == first.to_json()


def test_a_changed_text_is_another_page(tmp_path: Path) -> None:
    document = Document("d1", "", None, "x", TEXT)
    shelf = Shelf(tmp_path)
    for page in read_each([document], keep=tmp_path):
        assert shelf.take(document) == page
    assert shelf.take(replace(document, text=TEXT + "x")) is None


def test_work_is_drawn_as_it_is_needed() -> None:
    drawn: list[int] = []

    def numbers() -> object:
        for n in range(100):
            drawn.append(n)
            yield n

    spread = parallel.spread(abs, numbers(), 1)  # type: ignore[arg-type]
    assert next(spread) == 0
    assert len(drawn) < 10
    spread.close()  # type: ignore[attr-defined]


def claim(name: str, **known: object) -> Claim:
    made = Claim(
        name,
        "d1",
        "event",
        None,
        None,
        None,
        None,
        None,
        False,  # noqa: FBT003 - taken by position
        None,
        None,
        None,
        None,
        "",
        0,
        0,
    )
    return replace(made, **known)  # type: ignore[arg-type]


def test_references_follow_the_numbers() -> None:
    numbered = number(
        [
            claim("a", because=("b", "gone", "a", "b")),
            claim("b"),
            claim("b", document="d2", because=("a",)),
        ]
    )
    assert [c.id for c in numbered] == ["c1", "c2", "c3"]
    assert [c.because for c in numbered] == [("c2",), (), ()]


def test_extractors_are_modules_with_an_extract_function() -> None:
    assert len({name for name, _ in EXTRACTORS}) == len(EXTRACTORS)
    claims = extract(article("Norway warned Sweden that it would close the strait."))
    keys = [(c.kind, c.start, c.end, c.actor, c.action, c.target) for c in claims]
    assert len(set(keys)) == len(keys)
