"""The front door: what is asked, what is refused, what is said on the way."""

import numpy as np
import pytest
from strategies import random_game

from detente import cases
from detente.errors import InputError, NotFoundError, TooLargeError
from detente.solve import room, sim, solving
from detente.solve.batch import equilibria_of_each, solve_many
from detente.solve.rules import Rules
from detente.solve.solving import CONCEPTS, solve

GAME = random_game(5, options=(2, 2, 1), feasible=0.8, levels=6, irreversible=0.3)


def test_only_what_is_asked_is_solved():
    assert solve(GAME, concepts=["seq", "nash"]).concepts == ("nash", "seq")
    assert solve(GAME, concepts="smr").concepts == ("smr",)
    assert solve(GAME).concepts == CONCEPTS


@pytest.mark.parametrize("concepts", [["nash", "mashed"], "mashed"])
def test_an_unknown_concept_is_named(concepts):
    with pytest.raises(NotFoundError, match="mashed"):
        solve(GAME, concepts=concepts)


def test_no_concept_at_all_is_refused():
    with pytest.raises(InputError, match="no concept"):
        solve(GAME, concepts=[])


def test_no_threads_are_refused():
    with pytest.raises(InputError, match="0 threads"):
        solve(GAME, threads=0)


def test_too_large_is_said_before_anything_is_taken(monkeypatch):
    monkeypatch.setattr(room, "available", lambda: 2000)
    with pytest.raises(
        TooLargeError, match=r"32 states for 3 decision makers.*at most \d+ options"
    ):
        solve(GAME)


def test_sim_is_left_out_of_large_games_unless_named(monkeypatch):
    monkeypatch.setattr(solving, "SIM_MASKS", 16)
    solved = solve(GAME)
    assert "sim" not in solved.concepts
    assert solved.provenance.parameters["left_out"] == ["sim"]
    assert "sim" in solve(GAME, concepts=["sim"]).concepts


def test_verdicts_can_not_be_written():
    solved = solve(GAME)
    with pytest.raises(ValueError, match="read-only"):
        solved.of("nash")[0, 0] = True


def test_the_number_of_threads_changes_nothing():
    game = random_game(7, options=(5, 5, 4), feasible=0.7, levels=30, irreversible=0.3)
    one, two = solve(game, threads=1), solve(game, threads=2)
    assert one.to_json() == two.to_json()


def test_progress_ends_at_one():
    said = []
    game = random_game(7, options=(5, 5, 4))
    solve(
        game,
        concepts=["gmr", "seq", "sim"],
        progress=lambda share, what: said.append((share, what)),
    )
    shares = [share for share, _ in said]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(said) > 3
    assert all(what for _, what in said)


def test_breaking_off_leaves_the_work_at_once():
    game = random_game(7, options=(5, 5, 4))

    def interrupt(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        solve(game, progress=interrupt)
    assert solve(game, concepts="nash").equilibria("nash").size > 0


def profiles(count):
    return [random_game(n, options=(2, 2, 1), feasible=1.0, levels=5).rank for n in range(count)]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_batch_is_one_by_one(threads):
    game = random_game(5, options=(2, 2, 1), irreversible=0.4)
    ranks = np.array(profiles(150))
    held = solve_many(game, ranks, concepts=("nash", "seq", "gmr", "smr", "sseq"), threads=threads)
    for d in (0, 1, 70, 149):
        alone = solve(
            type(game)(
                game.decision_makers, game.options, game.owner, game.forward, game.backward,
                game.feasible, ranks[d].copy(),
            )
        )  # fmt: skip
        for concept, rows in held.items():
            assert np.flatnonzero(rows[d]).tolist() == alone.equilibria(concept).tolist()


def test_a_batch_takes_an_iterator_without_end():
    game = random_game(5, options=(2, 2, 1))

    def forever():
        while True:
            yield game.rank

    found = equilibria_of_each(game, forever(), threads=2)
    assert next(found)["nash"].tolist() == solve(game).equilibrium("nash").tolist()
    found.close()


def test_an_empty_batch_is_empty():
    assert solve_many(GAME, [])["nash"].shape == (0, 32)


def test_profiles_that_do_not_fit_are_named():
    with pytest.raises(InputError, match=r"profile 0 has the shape \(2, 2\)"):
        solve_many(GAME, [np.zeros((2, 2))])
    with pytest.raises(InputError, match="profile 0 leaves a feasible state unranked"):
        solve_many(GAME, [np.full(GAME.rank.shape, -1)])
    with pytest.raises(InputError, match="sim has no batch form"):
        solve_many(GAME, [GAME.rank], concepts=["sim"])


def test_a_path_is_read_and_solved(tmp_path):
    path = tmp_path / "model.yaml"
    path.write_text(cases.text("elmira"), encoding="utf-8")
    assert (
        solve(path).to_json()["equilibria"] == solve(cases.load("elmira")).to_json()["equilibria"]
    )
    assert solve(str(path), concepts="nash").equilibria("nash").size == 6


def test_a_small_game_says_how_far_it_is_too():
    said = []
    solve(GAME, progress=lambda share, _: said.append(share))
    assert said[-1] == 1.0


def test_a_batch_says_how_far_it_is():
    said = []
    solve_many(GAME, profiles(4), progress=lambda share, _: said.append(share))
    assert said == [0.25, 0.5, 0.75, 1.0]


def test_a_batch_too_large_to_hold_is_refused(monkeypatch):
    monkeypatch.setattr(room, "available", lambda: 100)
    with pytest.raises(TooLargeError, match="equilibria of all profiles"):
        solve_many(GAME, profiles(4))


def test_free_memory_is_known_somehow_everywhere(monkeypatch):
    assert room.available() > 1 << 20

    def no_such_file(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(room.Path, "read_text", no_such_file)
    assert room.available() > 1 << 20
    monkeypatch.setattr(room.os, "sysconf_names", {})
    assert room.available() == 4 << 30


def test_sim_stops_when_told_to():
    stop = np.ones(1, dtype=np.uint32)
    stable = np.empty(len(GAME.feasible), dtype=np.bool_)
    assert sim.judge(Rules.of(GAME), GAME.rank, 0, stable, stop) == 0
