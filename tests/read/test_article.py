"""The record that extractors read."""

from detente.read.article import article

TEXT = "On Monday Norway said that it “may act”.\n\nSweden waited."


def test_a_claim_quotes_the_raw_text_and_trims_it() -> None:
    read = article(TEXT)
    start = TEXT.index(" Norway")
    claim = read.claim("statement", start, TEXT.index(".") + 1, rule="test")
    assert claim.quote == TEXT[claim.start : claim.end]
    assert claim.quote.startswith("Norway")
    assert claim.id == read.provisional("statement", claim.start, claim.end)
    assert claim.rule == "test"


def test_a_claim_takes_its_speaker_from_its_place() -> None:
    read = article(TEXT)
    start = TEXT.index("may act")
    assert read.claim("option", start, start + 7, rule="test").speaker == "norway"
    assert read.claim("option", start, start + 7, rule="test", speaker=None).speaker is None
    sweden = TEXT.index("Sweden")
    assert read.claim("event", sweden, len(TEXT), rule="test").speaker is None


def test_places_may_be_tokens_spans_and_characters() -> None:
    read = article(TEXT)
    place = TEXT.index("act")
    token = next(token for token in read.doc if token.idx == place)
    span = read.doc[token.i : token.i + 1]
    assert read.speaker_of(token) == read.speaker_of(span) == read.speaker_of(place) == "norway"
    assert read.sentence_at(token) == read.sentence_at(place)
    assert read.sentence_at(len(TEXT) - 1).text == "Sweden waited."


def test_quoted_tells_the_words_from_their_frame() -> None:
    read = article(TEXT)
    assert read.quoted(TEXT.index("may"))
    assert not read.quoted(TEXT.index("Norway"))
    assert not read.quoted(TEXT.index("Sweden"))


def test_roles_of_actors() -> None:
    read = article("Analysts say that Norway will act.")
    assert read.role_of("norway") == "party"
    assert read.role_of("analysts") == "source"
    assert read.role_of("nobody") is None


def test_an_empty_text_has_an_article() -> None:
    read = article("")
    assert read.sentences == ()
    assert read.cast == {}
    assert read.sayings == ()


def test_dates_count_from_the_documents() -> None:
    read = article("On Wednesday Norway acted.", date="2024-11-01")
    assert read.date_of(read.sentences[0]) == "2024-10-30"
    unknown = article("On Wednesday Norway acted.")
    assert unknown.date_of(unknown.sentences[0]) is None
