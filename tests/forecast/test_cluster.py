"""Who does the work changes nothing: threads, a cluster, a cluster that loses a worker, Ctrl-C."""

import json
import logging
import os
import signal
import sys
import warnings

import numpy as np
import pytest
from forecast.makers import crisis

from detente.errors import InputError, ModelMissingError
from detente.forecast import ensemble
from detente.forecast.forecasting import forecast


def flat(found):
    return json.dumps(found.to_json(), sort_keys=True), found.exercised.tobytes()


def test_ctrl_c_gives_what_is_done_so_far():
    def stop(done, _):
        if done >= 2 * ensemble.MOST_BLOCK:
            raise KeyboardInterrupt

    cut = forecast(crisis(), draws=9000, progress=stop)
    assert cut.draws == 2 * ensemble.MOST_BLOCK
    assert f"Stopped after {cut.draws:,} of 9,000 draws." in cut.notes
    whole = forecast(crisis(), draws=cut.draws, doubt=0)
    for name, one in whole.options.items():
        assert cut.options[name] == one
    assert cut.states == whole.states


def test_ctrl_c_before_anything_is_done_is_ctrl_c(monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(ensemble.Task, "block", stop)
    with pytest.raises(KeyboardInterrupt):
        forecast(crisis(), draws=100)


def test_a_block_does_not_depend_on_what_came_before():
    whole = forecast(crisis(), draws=5000).played
    assert len(whole.which) == 5000
    assert whole.which.max() == len(whole.readings) - 1
    assert whole.paths.shape == (5000, ensemble.PATH)
    assert np.array_equal(whole.stable.sum(axis=1) > 0, [True] * 5)


def test_blocks_of_any_size_give_the_same_draws(monkeypatch):
    whole = forecast(crisis(), draws=200, seed=2)
    monkeypatch.setattr(ensemble, "WORK", 64 * 24)  # blocks of 24 draws
    small = forecast(crisis(), draws=200, seed=2)
    assert small.chances.tobytes() == whole.chances.tobytes()
    assert small.exercised.tobytes() == whole.exercised.tobytes()
    assert (small.played.counted, whole.played.counted) == (24, 200)
    assert any("counted in the first 24 readings only" in note for note in small.notes)
    monkeypatch.setattr(ensemble, "WORK", 64)
    large = forecast(crisis(), draws=32, seed=2)
    assert large.played.counted == 0
    assert any("too large for its equilibria" in note for note in large.notes)


def test_an_unreachable_cluster_gets_a_sentence(monkeypatch):
    pytest.importorskip("distributed")
    from detente import cluster

    monkeypatch.setattr(cluster, "WAIT", 0.5)
    for address in ("tcp://127.0.0.1:1", "nonsense://x"):
        with pytest.raises(InputError, match=f"no cluster answers at {address}"):
            forecast(crisis(), draws=10, cluster=address)


def test_without_dask_there_is_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ModelMissingError, match=r"pip install 'detente\[cluster\]'"):
        forecast(crisis(), draws=10, cluster="tcp://127.0.0.1:1")


@pytest.fixture(scope="module")
def address():
    distributed = pytest.importorskip("distributed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0
        )
        yield made.scheduler_address
        made.close()


@pytest.mark.filterwarnings("ignore")
def test_a_lost_cluster_is_not_told_as_a_traceback(address):
    from detente.cluster import connected

    logger = logging.getLogger("distributed.client")
    before = logger.level
    with connected(address):
        assert not logger.isEnabledFor(logging.CRITICAL)
    assert logger.level == before


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_gives_the_same_bytes_even_if_a_worker_is_killed(address):
    from distributed import Client

    alone = forecast(crisis(), draws=8000, seed=4)
    assert flat(forecast(crisis(), draws=8000, seed=4, cluster=address)) == flat(alone)

    with Client(address, set_as_default=False) as client:
        workers = client.run(os.getpid)
    killed = []

    def kill(*_):
        if not killed:
            killed.append(workers.popitem()[1])
            os.kill(killed[0], signal.SIGKILL)

    found = forecast(crisis(), draws=8000, seed=4, cluster=address, progress=kill)
    assert killed
    assert flat(found) == flat(alone)
