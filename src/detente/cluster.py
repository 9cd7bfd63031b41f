"""Work done on a Dask cluster (extra ``cluster``): in order, in batches, and safe from dead workers.

A batch carries all that it needs, so whoever does it gets the same bytes. What
a worker had when it died is done again by another; batches that are done stay
done. TLS and everything else about the connection is Dask's own configuration
(``DASK_DISTRIBUTED__COMM__TLS__...``): an address ``tls://...`` asks for it.
"""

import logging
import socket
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeVar
from urllib.parse import urlsplit

from detente.errors import InputError, ModelMissingError
from detente.provenance import versions

WAIT = 10.0
"""Seconds to wait for a scheduler to answer."""

RETRIES = 3
"""How often a batch is tried again."""

AHEAD = 4
"""Batches that wait at each thread of the workers: memory stays flat over much work."""

Given = TypeVar("Given")
Made = TypeVar("Made")


class ClusterLostError(InputError):
    """The cluster died, or gave up, when some of the work may have been done."""


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """Connect to a Dask scheduler, for as long as there is work for it.

    Parameters
    ----------
    address : str
        Of the scheduler, such as ``tcp://10.0.0.1:8786`` or ``tls://...``.

    Yields
    ------
    distributed.Client
        Its workers have the same version of detente as this machine.

    Raises
    ------
    InputError
        If no scheduler answers there, or a worker has another version.
    ModelMissingError
        If Dask distributed isn't installed here.
    """
    client = _client(address)
    with _unlogged():
        try:
            _same_everywhere(client, address)
            yield client
        finally:
            client.close(timeout=2)


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep a lost connection out of the log: it is told in a sentence, never as a traceback."""
    logger = logging.getLogger("distributed.client")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def in_order(
    client: Any, work: Callable[..., Made], given: Iterable[Given], *shared: Any
) -> Generator[Made, None, None]:
    """Yield ``work(x, *shared)`` for each `x`, in the order of `given`.

    Parameters
    ----------
    client : distributed.Client
        From `connected`.
    work : callable
        A function of a module that the workers have too.
    given : iterable
        Drawn as workers get free.
    *shared
        Sent to each worker once.

    Yields
    ------
    Made
        The first one as soon as it is done.

    Raises
    ------
    ClusterLostError
        If the cluster is lost or a batch fails three times over.
    """
    # not scattered: what was scattered to a worker that dies can't be made again
    kept = [client.submit(_same, one, pure=False) for one in shared]
    threads = sum(client.nthreads().values()) or 1
    waiting: deque[Any] = deque()
    try:
        for one in given:
            waiting.append(client.submit(work, one, *kept, pure=False, retries=RETRIES))
            if len(waiting) >= AHEAD * threads:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    finally:
        for future in waiting:
            future.cancel()


def _result(future: Any) -> Any:
    try:
        return future.result()
    except InputError:  # the work's own complaint
        raise
    except Exception as error:
        raise ClusterLostError(
            f"the cluster gave up: {error}",
            "see that its workers run and have the same version of detente",
        ) from error


def _same(one: Made) -> Made:
    return one


def _version() -> str:
    return versions("detente")["detente"]


def _same_everywhere(client: Any, address: str) -> None:
    """Check that all workers have the version that this machine has."""
    try:
        found = client.run(_version)
    except Exception as error:
        raise InputError(
            f"the workers of {address} can't run detente: {error}",
            "install the same version of detente on them",
        ) from error
    here = _version()
    others = sorted({one for one in found.values() if one != here})
    if others:
        raise InputError(
            f"workers of {address} have detente {', '.join(others)}, and here it is {here}",
            "install the same version on all",
        )


def _client(address: str) -> Any:
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ModelMissingError(
            "a cluster needs Dask distributed", "run: pip install 'detente[cluster]'"
        ) from error
    _answering(address)
    try:
        return distributed.Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        raise _unreachable(address) from error


def _answering(address: str) -> None:
    """Knock at the door: a client that finds nobody would go on trying when it is closed."""
    dask: Any = import_module("dask")
    kinds: Any = import_module("distributed.comm.registry").backends
    try:
        found = urlsplit(address)
        if found.scheme not in kinds:
            raise _unreachable(address)
        if found.scheme == "tcp" and dask.config.get("distributed.comm.require-encryption", None):
            raise _unreachable(address, "Dask is told to encrypt: that is tls://")
        if found.scheme in {"tcp", "tls"}:
            socket.create_connection((found.hostname or "", found.port or 0), WAIT).close()
    except InputError:
        raise
    except (OSError, ValueError) as error:
        raise _unreachable(address) from error


def _unreachable(address: str, why: str = "") -> InputError:
    return InputError(
        f"no cluster answers at {address}" + (f" ({why})" if why else ""),
        "give the address of a Dask scheduler that runs",
    )
