"""The answer first: one headline, and the few sentences that it stands on."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.report import words
from detente.report.content import Expert, Line, Outcome, Step
from detente.report.hinges import hinge, matter, telling
from detente.report.outcomes import HOLDS, strongest
from detente.report.verbs import Form, inflect, undo_phrase
from detente.report.voice import Voice

if TYPE_CHECKING:
    from detente.report.outlook import Told

MOST_CHANGES = 6
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
LEAST_EFFECT = 0.02
# bounds of the headlines: likely, an even call, possible
LIKELY, EVEN, POSSIBLE = 0.55, 0.45, 0.20
NAMED = 3
LEAST = 0.005


def headline(
    voice: Voice, open_steps: list[Step], some: float | None, *, apart: bool = False
) -> str:
    """Answer whether the talk will turn into action, in one sentence.

    Parameters
    ----------
    voice : Voice
        The words of the conflict.
    open_steps : list of Step
        The steps not taken yet, likeliest first.
    some : float or None
        Probability that any of them is taken, see `any_step`.
    apart : bool
        Whether other steps, which bear less on the crisis, are left aside.
    """
    kind = "grave or contested step" if apart else "new step"
    if not open_steps:
        return "No step is open to anybody: what is done is done"
    known = [step for step in open_steps if step.probability is not None]
    if not known:
        return "What comes next was not forecast; what holds is said below"
    top = known[0]
    p = top.probability or 0.0
    if p >= LIKELY:
        likely = [step for step in known if (step.probability or 0) >= LIKELY][:2]
        parts = [_likely(voice, step, first=n == 0) for n, step in enumerate(likely)]
        said = words.sentence_case(words.listed(parts))
    elif p >= EVEN:
        said = f"An even call whether {voice.names[top.owner]} will {top.act}"
    elif (some or 0) >= LIKELY:
        what = "Something grave or contested" if apart else "Something new"
        said = f"{what} is likely to be done, though no single step is more likely than not"
    elif (some or 0) >= EVEN:
        said = "An even call between talk and action"
    elif p >= POSSIBLE:
        said = f"Talk, for now: no {kind} is more likely than not"
    else:
        said = f"Talk, for now: no {kind} is likely"
    return said


def turns(voice: Voice, steps: list[Step]) -> list[Step]:
    """Return all that may still happen, likeliest first: new steps, and stopping what goes on.

    An option that is taken and may be undone is told as the step of undoing it.
    """
    game = voice.game
    found = []
    for step in steps:
        k = game.options.index(step.option)
        if not step.taken:
            found.append(step)
        elif game.backward[k]:
            found.append(_stopping(voice, step))
    return sorted(found, key=lambda step: (-(step.probability or 0.0), step.taken))


def _stopping(voice: Voice, step: Step) -> Step:
    i = step.owner
    form: Form = "base" if voice.plural[i] else "third"
    inner = f"{voice.names[i]} {undo_phrase(step.act, form)}"
    return replace(
        step,
        act=undo_phrase(step.act, "base"),
        inner=inner,
        clause=words.sentence_case(inner),
        probability=None if step.probability is None else 1 - step.probability,
    )


def any_step(brief: "Told", open_steps: list[Step], *, apart: bool = False) -> float | None:
    """Return how likely it is that anything new happens at all.

    That is the share of the draws in which a new step is taken, or the
    probability that play ends elsewhere than now, whichever is larger. Of `apart`
    steps only the draws count in which one of them is taken.
    """
    drawn = brief.forecast.exercised
    bits = [brief.game.options.index(step.option) for step in open_steps if not step.taken]
    if drawn.size == 0:
        return None
    stays = sum(s.probability for s in brief.forecast.states if s.state == brief.game.status_quo)
    taken = float(drawn[:, bits].any(axis=1).mean()) if bits else 0.0
    if apart:
        return taken
    return max(taken, 1 - stays)


def answer(
    voice: Voice,
    open_steps: list[Step],
    outcomes: list[Outcome],
    *,
    some: float | None,
    held: int,
    until: str = "",
    about: list[Step] | None = None,
    apart: bool = False,
) -> list[Line]:
    """Return the sentences under the headline: step, outcome, reason, hinge, danger.

    `about` are the steps that the answer is about, all where it is left out; `apart`
    says whether others, likely enough to be named, are left aside.
    """
    lines = []
    known = [step for step in open_steps if step.probability is not None]
    told = [step for step in (open_steps if about is None else about) if step in known]
    if told:
        lines.append(likeliest(told, some, until, apart=apart))
    lines += _ending(outcomes, held)
    lines += _reason(voice, told, outcomes)
    if told:
        lines += hinging(told)
    final = [
        step for step in known if step.reversible == words.REVERSIBLE["forward"] and not step.taken
    ]
    if final:
        acts = [f"{voice.names[s.owner]} {inflect(s.act, 'gerund')}" for s in final[:NAMED]]
        if len(final) > NAMED:
            acts.append(words.counted(len(final) - NAMED, "more step"))
        lines.append(Line(f"What could not be taken back: {words.listed(acts)}."))
    return lines


def until(horizon: str) -> str:
    """Return a horizon as it stands in a sentence; empty where there is none.

    Examples
    --------
    >>> until("6 months"), until("2031-10-01"), until("no horizon")
    (' within 6 months', ' by 2031-10-01', '')
    """
    if not horizon or horizon == "no horizon":
        return ""
    return f" by {horizon}" if _DAY.fullmatch(horizon.strip()) else f" within {horizon.strip()}"


def changes(brief: "Told", voice: Voice) -> list[Line]:
    """Say what the answers hang on, the strongest first, across all options."""
    found: dict[str, tuple[float, int, str]] = {}
    for option, chance in brief.forecast.options.items():
        k = voice.game.options.index(option)
        for driver in telling(chance.drivers, MOST_CHANGES):
            weight = driver.shift or abs(driver.effect)
            known = found.get(matter(driver))
            if abs(driver.effect) < LEAST_EFFECT or (known and known[0] <= -weight):
                continue
            said = (
                f"If {hinge(voice, driver)}, {words.likelihood(driver.if_true, capital=False)} "
                f"{voice.clause(k)} ({words.percent(driver.if_true)}); if not, "
                f"{words.term(driver.if_false)} ({words.percent(driver.if_false)})."
            )
            found[matter(driver)] = (-weight, k, said)
    return [Line(text) for *_, text in sorted(found.values())[:MOST_CHANGES]]


def spoken(expert: Expert) -> str:
    """Say an expert's expectation with its range."""
    said = f"“{expert.words}”, " if expert.words else ""
    return f"{said}{words.interval(expert.low, expert.high)}"


def _likely(voice: Voice, step: Step, *, first: bool) -> str:
    name = voice.names[step.owner]
    p = step.probability or 0.0
    be = voice.agree(step.owner, "is", "are")
    term = words.term(p)
    return f"{name} {be} {term} to {step.act}" if first else f"{name} {term} to {step.act}"


def likeliest(known: list[Step], some: float | None, until: str, *, apart: bool = False) -> Line:
    """Name the likeliest new steps, with their figures; of those that bear on the crisis if `apart`."""
    kind = "step that bears on the crisis" if apart else "new step"
    top = known[0]
    p = top.probability or 0.0
    others = [step for step in known[1:4] if (step.probability or 0) >= LEAST]
    text = f"The likeliest {kind}{until}: {top.inner} ({words.term(p)}, {words.percent(p)})."
    if others:
        rest = [f"{step.inner} ({words.percent(step.probability or 0)})" for step in others]
        text += f" After that: {words.listed(rest)}."
    if top.range_low is not None and top.range_high is not None:
        room = words.interval(top.range_low, top.range_high)
        text += f" News of one thing that is not known could put the first anywhere from {room}."
    if some is not None and len(known) > 1:
        text += f" In {words.percent(some)} of the draws something changes."
    return Line(text, top.because)


def _ending(outcomes: list[Outcome], held: int) -> list[Line]:
    likely = [one for one in outcomes if one.probability]
    if not likely:
        said = words.sentence_case(words.counted(held, "outcome"))
        hold = "holds" if held == 1 else "hold"
        return [Line(f"{said} {hold} in the model as it stands, under one concept at least.")]
    top = likely[0]
    held_by = strongest(top.concepts)
    name = "the present state" if top.now else f"“{top.name}”"
    text = (
        f"The likeliest outcome is {name}: {words.percent(top.probability or 0)} "
        f"({words.interval(top.low, top.high)})."
    )
    if held_by:
        text += f" It holds because {HOLDS[held_by]}."
    else:
        text += (
            " In the model taken at its word it is no equilibrium; it holds under other readings."
        )
    if len(likely) > 1:
        second = likely[1]
        name = "the present state" if second.now else f"“{second.name}”"
        text += f" Next comes {name}, {words.percent(second.probability or 0)}."
    return [Line(text)]


def _reason(voice: Voice, known: list[Step], outcomes: list[Outcome]) -> list[Line]:
    """Return the argument that holds the likeliest step back, or else the first one there is."""
    told = [
        line
        for one in outcomes[:2]
        for line in one.why
        if line.text.startswith("If ") and " would " in line.text
    ]
    for step in known[:2]:
        start = f"If {voice.names[step.owner]} {inflect(step.act, 'past')},"
        about = [line for line in told if line.text.startswith(start)]
        if about:
            return about[:1]
    return told[:1]


def hinging(known: list[Step]) -> list[Line]:
    """Say what the likeliest step hangs on most."""
    for step in known[:2]:
        if step.hangs_on:
            return [Line(f"Whether {step.inner} hangs most on this: {step.hangs_on[0].text}.")]
    return []
