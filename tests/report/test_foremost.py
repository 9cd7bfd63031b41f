"""The headline answers the crisis's question, not the likeliest courtesy."""

from dataclasses import replace

from report import makers

from detente.report.answer import headline, likeliest, turns
from detente.report.foremost import apart, foremost
from detente.report.voice import voice


def told_with(label, shares):
    made = makers.brief()
    conflict = made.conflict
    owner, option = made.game.options[0].split(".")
    conflict.decision_makers[owner].options[option].label = label
    speaking = voice(conflict, made.game)
    steps = [
        replace(step, probability=share, act=speaking.phrases[k])
        for k, (step, share) in enumerate(
            zip(
                sorted(made.content.steps, key=lambda s: made.game.options.index(s.option)),
                shares,
                strict=True,
            )
        )
    ]
    return made, speaking, turns(speaking, steps)


def test_a_courtesy_is_left_aside_however_likely():
    made, speaking, ahead = told_with("mediate", (0.95, 0.1, 0.1, 0.1))
    about = foremost(made, ahead)
    assert made.game.options[0] in {step.option for step in ahead}
    assert made.game.options[0] not in {step.option for step in about}
    assert apart(about, ahead)
    said = headline(speaking, about, 0.1, apart=True)
    assert said == "Talk, for now: no grave or contested step is likely"
    assert likeliest(about, 0.5, "", apart=True).text.startswith("The likeliest step that bears on")


def test_nothing_is_said_of_an_unlikely_courtesy():
    made, speaking, ahead = told_with("mediate", (0.01, 0.1, 0.1, 0.1))
    about = foremost(made, ahead)
    assert not apart(about, ahead)
    assert headline(speaking, about, 0.1) == "Talk, for now: no new step is likely"


def test_where_nothing_bears_on_the_crisis_all_steps_count():
    made, _, ahead = told_with("mediate", (0.9, 0.1, 0.1, 0.1))
    only = [step for step in ahead if step.option == made.game.options[0]]
    assert foremost(made, only) == only
