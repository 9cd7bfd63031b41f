"""What an act would set free is an option of whom it sets free, and its holding back is none."""

from detente.draft.drafting import draft
from detente.read.claim import Document


def test_a_reason_to_deny_becomes_an_option_to_give():
    text = (
        "Norway may supply missiles to Finland. Missiles for Finland could remove any reason for Russia"
        " to deny Iran the technology of long-range rockets. Russia warned that it would retaliate if"
        " Norway supplied missiles to Finland."
    )
    made = draft(Document("d1", "", None, "t", text))
    labels = [one.label for one in made.decision_makers["russia"].options.values()]
    assert any(label.startswith("give Iran the technology") for label in labels)
    assert not any("deny" in label for label in labels)
