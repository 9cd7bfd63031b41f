"""The same blocks on other machines: see `detente.cluster`."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from detente.cluster import ClusterLostError, connected, in_order
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.forecast.ensemble import Task
    from detente.forecast.played import Played


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
    done = 0
    with connected(address) as client:
        try:
            for part in in_order(client, _block, spans, task):
                done += 1
                yield part
        except ClusterLostError as error:
            if not done:
                raise InputError(error.what, error.todo, where=address) from error
            raise KeyboardInterrupt from error  # keep what is done, as after Ctrl-C


def _block(span: tuple[int, int], task: "Task") -> "Played":
    return task.block(span)
