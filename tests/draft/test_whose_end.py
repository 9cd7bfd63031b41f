"""An ending belongs to whom the report names, whoever else does such a thing."""

from detente.draft.drafting import draft
from detente.read.claim import Document


def test_an_end_with_a_named_doer_stays_with_it():
    text = (
        "American warplanes struck Yemen in response to Houthi attacks on shipping. The Houthis say"
        " they target ships and will stop only when Israel ends its offensive in Gaza."
    )
    made = draft(Document("d1", "", None, "t", text))
    assert not [one for one in made.option_names() if one.startswith("houthis.end_")]
