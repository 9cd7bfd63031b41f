"""What no rule takes up: acts that many signs together make likely, done or not."""

import tomllib
from importlib.resources import files
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.read.article import article
from detente.read.claim import PLOVER
from detente.read.done.act import LIKELY, OPEN
from detente.read.done.acts import find
from detente.read.done.chances import chance
from detente.read.done.leftovers import LEAST_CHANCE, signs
from detente.read.findings import extract
from detente.read.text.words import lexicon

TOLD = (
    # text, a word of the option, who would do it, how it stands
    (
        "Chile yielded to Peru on Monday and promised to live on good terms with Peru.",
        "live",
        "chile",
        "planned",
    ),
    (
        "France shelled the port. France ruled out a rescue operation there.",
        "rescue",
        "france",
        "ruled_out",
    ),
)
NOT_TOLD = (
    "Malawi has a long border with Zambia, and its people live from maize.",
    "Peru seized the ship. The sailors would like to see their families.",
    "Togo changed its constitution in order to stay in the union.",
)
DONE = (
    # text, a word of the event, who does it, how it stands
    ("Kenya shut the border. Uganda tried to calm the dispute.", "tried", "uganda", "done"),
    (
        "Norway seized two ships. Denmark has kept its ambassador in Oslo.",
        "kept",
        "denmark",
        "done",
    ),
)
NOT_DONE = (
    "Peru seized the ship. Chile has a long coast, and its people live from fish.",
    "Togo seized the port. The war cost Benin half of its trade.",
    "Togo seized the port. Benin has indicated that it will wait.",
)
TEXTS = (
    *(text for text, *_ in DONE),
    *(text for text, *_ in TOLD),
    *NOT_TOLD,
    "Kenya and Uganda quarrel over a rock. Kenya will have to think, and a way out may be found.",
    "Observers expect a long campaign. Who would pay? If Norway came in, Sweden might follow.",
)


@pytest.mark.parametrize(("text", "word", "actor", "status"), TOLD)
def test_what_no_rule_takes_up_is_told_where_it_is_likely(
    text: str, word: str, actor: str, status: str
) -> None:
    claims = [each for each in extract(article(text)) if each.kind == "option"]
    found = next(each for each in claims if word in each.quote)
    assert (found.actor, found.status) == (actor, status)
    assert found.rule in LIKELY
    assert found.trust is not None


@pytest.mark.parametrize(("text", "word", "actor", "status"), DONE)
def test_what_was_done_and_no_rule_takes_up_is_an_event_where_it_is_likely(
    text: str, word: str, actor: str, status: str
) -> None:
    claims = [each for each in extract(article(text)) if each.kind == "event"]
    found = next(each for each in claims if word in each.quote)
    assert (found.actor, found.status) == (actor, status)
    assert found.rule in LIKELY


@pytest.mark.parametrize("text", NOT_DONE)
def test_states_and_effects_are_no_events(text: str) -> None:
    assert not [each for each in extract(article(text)) if each.rule in LIKELY]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_states_wishes_and_purposes_stay_untold(text: str) -> None:
    assert not [each for each in extract(article(text)) if each.rule in LIKELY]


@pytest.mark.parametrize("text", TEXTS)
def test_more_is_left_over_the_less_is_asked_and_rules_are_never_told_again(text: str) -> None:
    here = article(text)
    by_least = [
        {act.head.i for act in find(here, least=least) if act.rule in LIKELY}
        for least in (_least(0.0), _least(0.2), LEAST_CHANCE, _least(0.6), _least(1.0))
    ]
    assert all(more >= less for more, less in pairwise(by_least))
    assert not by_least[-1]
    everything = find(here, least=_least(0.0))
    ruled = {act.head.i: act.rule for act in find(here, least=_least(1.0))}
    heads = [act.head.i for act in everything]
    assert len(heads) == len(set(heads))
    assert {i: rule for i, rule in ruled.items() if i in heads} == ruled
    for act in everything:
        if act.rule in LIKELY:
            assert act.event is None or act.event in PLOVER
            assert list(signs(here, act, (), lexicon())) == list(signs(here, act, (), lexicon()))


@pytest.mark.parametrize("kind", ["option", "event"])
def test_each_weight_is_of_a_sign_that_the_reader_can_see(kind: str) -> None:
    text = files("detente.read").joinpath("lexicon", "chances.toml").read_text("utf-8")
    weights = tomllib.loads(text)[kind]
    forms = ("verb", "noun", "modal", "stands", "as", "form", "active", "passive", "cue", "with")
    seen = set(
        chain.from_iterable(
            signs(here, act, (), lexicon())
            for here in map(article, TEXTS)
            for act in find(here, least=_least(0.0))
            if act.rule in LIKELY and (act.status in OPEN) == (kind == "option")
        )
    )
    assert {each.split()[0] for each in seen} >= {"verb", "noun", "n", "modal", "in", "holds"}
    assert any(name.split()[0] in forms for name in weights)
    assert len(seen & set(weights)) > 30  # the names of the signs are those of the weights


@given(st.lists(st.sampled_from(["verb", "noun", "asked", "modal must", "negated", "?"])))
@settings(deadline=None, max_examples=30)
def test_a_chance_is_between_nothing_and_certainty_and_unknown_signs_say_nothing(
    seen: list[str],
) -> None:
    for kind in ("option", "event"):
        assert 0 < chance(seen, kind) < 1
        assert chance(seen, kind) == chance([*seen, "no such sign"], kind)


def _least(chance: float) -> dict[str, float]:
    return dict.fromkeys(LEAST_CHANCE, chance)
