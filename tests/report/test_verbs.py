"""Verb phrases are inflected as English has them."""

import pytest

from detente.report.verbs import IRREGULAR, head, inflect, undo_phrase, verb_phrase

TABLE = [
    ("supply lethal weapons", "supplied lethal weapons", "supplying lethal weapons", "supplies lethal weapons"),
    ("deploy troops", "deployed troops", "deploying troops", "deploys troops"),
    ("ban exports", "banned exports", "banning exports", "bans exports"),
    ("send escorts", "sent escorts", "sending escorts", "sends escorts"),
    ("withdraw", "withdrew", "withdrawing", "withdraws"),
    ("commit forces", "committed forces", "committing forces", "commits forces"),
    ("visit the front", "visited the front", "visiting the front", "visits the front"),
    ("offer talks", "offered talks", "offering talks", "offers talks"),
    ("impose sanctions", "imposed sanctions", "imposing sanctions", "imposes sanctions"),
    ("agree to talks", "agreed to talks", "agreeing to talks", "agrees to talks"),
    ("veto the resolution", "vetoed the resolution", "vetoing the resolution", "vetoes the resolution"),
    ("attack", "attacked", "attacking", "attacks"),
    ("quit the pact", "quit the pact", "quitting the pact", "quits the pact"),
    ("be patient", "was patient", "being patient", "is patient"),
    ("have talks", "had talks", "having talks", "has talks"),
    ("fix the border", "fixed the border", "fixing the border", "fixes the border"),
    ("step up patrols", "stepped up patrols", "stepping up patrols", "steps up patrols"),
    ("re-arm", "re-armed", "re-arming", "re-arms"),
    ("openly arm the rebels", "openly armed the rebels", "openly arming the rebels", "openly arms the rebels"),
    ("arm and train rebels", "armed and trained rebels", "arming and training rebels", "arms and trains rebels"),
    ("rally allies", "rallied allies", "rallying allies", "rallies allies"),
    ("traffic arms", "trafficked arms", "trafficking arms", "traffics arms"),
    ("join talks and sign", "joined talks and sign", "joining talks and sign", "joins talks and sign"),
    ("not join the talks", "did not join the talks", "not joining the talks", "does not join the talks"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "past", "gerund", "third"), TABLE, ids=[row[0] for row in TABLE])
def test_a_phrase_is_inflected_at_its_head(base, past, gerund, third):
    assert inflect(base, "past") == past
    assert inflect(base, "gerund") == gerund
    assert inflect(base, "third") == third
    assert inflect(base, "base") == base


@pytest.mark.parametrize(
    ("verb", "participle"),
    [("give", "given"), ("take", "taken"), ("withdraw", "withdrawn"), ("supply", "supplied"),
     ("hold", "held"), ("be", "been"), ("strike", "struck"), ("undertake", "undertaken")],
)  # fmt: skip
def test_participles_follow_has(verb, participle):
    assert head(verb, "participle") == participle


def test_no_irregular_verb_is_made_by_rule():
    for base, forms in IRREGULAR.items():
        assert set(forms) != {base + "ed"}, base


@pytest.mark.parametrize(
    ("label", "phrase"),
    [
        ("Supply lethal weapons.", "supply lethal weapons"),
        ("to send envoys", "send envoys"),
        ("NATO membership", "choose “NATO membership”"),
        ("Lethal weapons", "choose “Lethal weapons”"),
        ("troops", "choose “troops”"),
        ("the full project", "choose “the full project”"),
        ("", "choose “first order”"),
        ("  finance   the\ndam ", "finance the dam"),
    ],
)
def test_a_label_that_is_no_verb_phrase_is_quoted(label, phrase):
    assert verb_phrase(label, "someone.first_order") == phrase


@pytest.mark.parametrize(
    ("phrase", "form", "said"),
    [
        ("deploy troops", "base", "stop deploying troops"),
        ("deploy troops", "third", "stops deploying troops"),
        ("deploy troops", "gerund", "ceasing to deploy troops"),
        ("keep silent", "past", "no longer kept silent"),
        ("refuse talks", "base", "no longer refuse talks"),
    ],
)
def test_undoing_is_stopping_or_doing_no_longer(phrase, form, said):
    assert undo_phrase(phrase, form) == said
