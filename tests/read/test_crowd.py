"""A corpus read on a cluster is the corpus read here, to the byte, whoever dies on the way."""

import json
import os
import signal
import warnings

import pytest

from detente import cluster
from detente.errors import InputError, ModelMissingError
from detente.read import crowd
from detente.read.claim import Document
from detente.read.reading import read
from detente.read.shelf import Shelf

TOLD = [
    "Aldova is considering a blockade of the port. Borland warned that it would strike if Aldova did.",
    "Borland has sent two ships to the strait. Analysts say that a strike is unlikely.",
    "Nothing of note happened in the hills, but the ministry of Aldova threatened to close the strait.",
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    for n in range(9):
        (folder / f"{n:02}.txt").write_text(TOLD[n % 3] + f" That was day {n + 1}.", "utf-8")
    put_right = {"do": "add", "kind": "event", "quote": "two ships", "actor": "borland"}
    (folder / "01.claims.jsonl").write_text(json.dumps(put_right) + "\n", "utf-8")
    return folder


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


def flat(reading):
    return json.dumps(reading.to_json(), sort_keys=True)


@pytest.mark.filterwarnings("ignore")
def test_the_same_bytes_even_if_a_worker_is_killed(address, corpus, monkeypatch):
    here = flat(read(corpus))
    monkeypatch.setattr(crowd, "BATCH", 200)
    assert flat(read(corpus, cluster=address)) == here

    from distributed import Client

    with Client(address, set_as_default=False) as client:
        workers = client.run(os.getpid)
    killed = []

    def kill(*_):
        if not killed:
            killed.append(workers.popitem()[1])
            os.kill(killed[0], signal.SIGKILL)

    assert flat(read(corpus, cluster=address, progress=kill)) == here
    assert killed


@pytest.mark.filterwarnings("ignore")
def test_what_is_kept_is_not_read_again(address, corpus, tmp_path, monkeypatch):
    first = read(corpus / "00.txt", corpus / "01.txt", keep=tmp_path / "kept")
    assert len(first.documents) == 2
    sent = []
    whole = crowd.in_order

    def counting(client, work, given, *shared):
        def told():
            for batch in given:
                sent.extend(document.source for document, _ in batch)
                yield batch

        return whole(client, work, told(), *shared)

    monkeypatch.setattr(crowd, "in_order", counting)
    found = read(corpus, cluster=address, keep=tmp_path / "kept")
    assert flat(found) == flat(read(corpus))
    assert len(sent) == 7
    assert not any(source.endswith(("00.txt", "01.txt")) for source in sent)


def test_a_cluster_that_dies_midway_leaves_what_was_read_on_the_shelf(
    corpus, tmp_path, monkeypatch
):
    """Whatever kills it: the third batch never comes back."""

    def dying(_, work, given, *__):
        for n, batch in enumerate(given):
            if n == 2:
                raise cluster.ClusterLostError("the cluster gave up: no workers")
            yield work(batch)

    monkeypatch.setattr(crowd, "connected", _nobody)
    monkeypatch.setattr(crowd, "in_order", dying)
    monkeypatch.setattr(crowd, "BATCH", 1)
    with pytest.raises(InputError, match="the cluster gave up: no workers"):
        read(corpus, cluster="tcp://x:1", keep=tmp_path / "kept")
    assert len(list((tmp_path / "kept").iterdir())) == 2
    shelf = Shelf(tmp_path / "kept")
    documents = [one for one in read(corpus).documents if shelf.take(one) is not None]
    assert [one.source[-6:] for one in documents] == ["00.txt", "01.txt"]


class _nobody:  # noqa: N801 - stands in for a context manager
    def __init__(self, address):
        self.address = address

    def __enter__(self):
        return None

    def __exit__(self, *_):
        return None


def test_an_unreachable_cluster_gets_a_sentence(monkeypatch, corpus):
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "WAIT", 0.5)
    with pytest.raises(InputError, match=r"no cluster answers at tcp://127\.0\.0\.1:1"):
        read(corpus, cluster="tcp://127.0.0.1:1")


def test_without_dask_there_is_a_sentence(monkeypatch, corpus):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(ModelMissingError, match=r"pip install 'detente\[cluster\]'"):
        read(corpus, cluster="tcp://127.0.0.1:1")


@pytest.mark.filterwarnings("ignore")
def test_workers_of_another_version_get_a_sentence(address, monkeypatch):
    monkeypatch.setattr(cluster, "versions", lambda _: {"detente": "0.0.0"})
    with (
        pytest.raises(InputError, match=r"have detente [\d.]+\S*, and here it is 0\.0\.0"),
        cluster.connected(address),
    ):
        pass


def test_batches_are_of_about_a_size_and_lose_nothing(monkeypatch):
    monkeypatch.setattr(crowd, "BATCH", 10)
    sizes = [3, 4, 5, 20, 1, 9, 2]
    given = [
        Document(id=f"d{n}", title="", date=None, source="", text="x" * size)
        for n, size in enumerate(sizes)
    ]
    found = list(crowd.batched(given))
    assert [len(batch) for batch in found] == [2, 1, 1, 2, 1]
    assert [one for batch in found for one in batch] == given
