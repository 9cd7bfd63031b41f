"""The same blocks on other machines, by Dask distributed (extra ``cluster``).

A block carries its draws' seeds, so whoever plays it gets the same bytes. What
a worker had when it died is played again by another; blocks that are done stay
done. TLS and everything else about the connection is Dask's own configuration
(``DASK_DISTRIBUTED__COMM__TLS__...``): an address ``tls://...`` asks for it.
"""

from collections.abc import Generator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from detente.errors import InputError, ModelMissingError

if TYPE_CHECKING:
    from detente.forecast.ensemble import Task
    from detente.forecast.played import Played

WAIT = 10.0
"""Seconds to wait for a scheduler to answer."""


def by_cluster(
    task: "Task", spans: list[tuple[int, int]], address: str
) -> "Generator[Played, None, None]":
    """Play blocks on a Dask cluster, and hand them on in their order.

    Parameters
    ----------
    task : Task
        What the blocks share; sent once to each worker that needs it.
    spans : list of (int, int)
        The draws of each block.
    address : str
        Of the scheduler, such as ``tcp://10.0.0.1:8786``.

    Yields
    ------
    Played
        What came of each block. Where the cluster is lost midway, what came in
        is kept, as after Ctrl-C.

    Raises
    ------
    InputError
        If no scheduler answers there, or no block came back.
    ModelMissingError
        If Dask distributed isn't installed.
    """
    client = _client(address)
    done = 0
    try:
        shared = client.submit(_same, task, pure=False)  # not scattered: that can't be made again
        futures = client.map(_block, spans, [shared] * len(spans), pure=False, retries=3)
        for future in futures:
            try:
                part = future.result()
            except Exception as error:
                if not done:
                    raise InputError(
                        f"the cluster at {address} gave up: {error}",
                        "see that its workers run and have the same version of detente",
                    ) from error
                raise KeyboardInterrupt from error  # keep what is done, as after Ctrl-C
            done += 1
            yield part
    finally:
        client.close(timeout=2)


def _same(task: "Task") -> "Task":
    return task


def _block(span: tuple[int, int], task: "Task") -> "Played":
    return task.block(span)


def _client(address: str) -> Any:
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ModelMissingError(
            "a cluster needs Dask distributed", "run: pip install 'detente[cluster]'"
        ) from error
    try:
        return distributed.Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise InputError(
            f"no cluster answers at {address}", "give the address of a Dask scheduler that runs"
        ) from error
