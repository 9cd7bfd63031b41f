"""Who only undergoes an act, though he is the subject: threats, gifts, envoys, both sides."""

import pytest

from detente.read.article import article
from detente.read.done.acts import find
from detente.read.done.settle import settle


def doer(text: str, word: str) -> str | None:
    here = article(text)
    acts = settle(here, find(here), ())
    return next(act.actor for act in acts if act.head.text == word)


QUARREL = "Chad shelled Niger. Niger shelled Chad. Chad bombed Niger again. "
WATCHED = "Mali watched, Mali waited, and Mali complained. "


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        # who utters a threat would do what others would suffer
        ("Chad closed the border. Niger warned that Chad would pay a heavy price.", "pay", "niger"),
        ("Niger and Chad quarrel. Chad said that Niger would face sanctions.", "face", "chad"),
        ("Niger and Chad quarrel. Chad said that Niger would face sanctions.", "sanctions", "chad"),
        # but one pays a duty oneself
        ("Chad said that Niger would pay a duty on salt.", "pay", "niger"),
        # what is received somebody else has given
        ("Chad and Niger signed a treaty. Niger received a strip of land.", "received", "chad"),
        # but a visitor is received by his host
        ("Chad and Niger made peace. Niger received the president of Chad.", "received", "niger"),
        # an envoy is summoned and ordered out by his host
        (
            "Chad accused Niger. The ambassador of Niger was summoned to the Chadian ministry.",
            "summoned",
            "chad",
        ),
        ("Chad protested to Niger. The Nigerien envoy was ordered to leave.", "ordered", "chad"),
        # but a fleet is ordered about by its own state
        ("Niger protested. The Chadian fleet was ordered to leave.", "ordered", "chad"),
        # both sides are those who fight, whoever is named most
        (QUARREL + WATCHED + "Mali persuaded both sides to sign a truce.", "sign", "niger"),
        (QUARREL + WATCHED + "The two sides signed a truce.", "signed", "niger"),
        # but the sides of somebody are his own
        (QUARREL + "Two Malian ministers signed a truce.", "signed", "mali"),
        # who warns others off a raid doesn't plan it
        (QUARREL + "Mali helped Chad. Chad warned against any further raid.", "raid", "niger"),
        # a past tense that a parser hangs on another is by the same subject
        (
            "Chad accused Niger of preparing a raid, called for talks and left.",
            "called",
            "chad",
        ),
        (
            (
                "Chad appealed to Mali and Niger to send supplies and, when they refused, "
                "asked Russia for arms."
            ),
            "asked",
            "chad",
        ),
        # the name right before a coordinated verb is its subject
        (
            "Mali warned Niger. In June Chad shelled Niger, and in September Mali bombed Niger.",
            "bombed",
            "mali",
        ),
        # what somebody's seizure is was done to him
        (
            QUARREL + "Chad seized a ship of Mali and Niger called its seizure piracy.",
            "seized",
            "chad",
        ),
    ],
)
def test_the_doer_is_not_who_undergoes_it(text: str, word: str, actor: str | None) -> None:
    assert doer(text, word) == actor
