"""The language model's matrix products, by numpy's BLAS on one thread.

Half of what a parse costs are products of matrices. thinc, the library below spaCy, has them
done by a BLAS of its own, which knows few processors; the one that numpy brings knows most
and does them in a third of the time. It would share each product out among all processors,
though: these are so small that the sharing costs more than it brings, and the last bits of a
sum would depend on how many processors there are. So it's held to one thread while a text
is parsed, and given its threads back behind it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController, threadpool_limits

_lock = Lock()
_inside: list["threadpool_limits"] = []  # the limit, once for each text that is being parsed


def hasten(model: "Language") -> None:
    """Have numpy's BLAS do the products of all layers of a model that runs on the processor.

    Parameters
    ----------
    model : Language
        Changed in place; other models that are loaded keep what they have. One whose
        layers are on another device, or written for another BLAS, is left as it is.
    """
    from thinc.api import NumpyOps

    plain = NumpyOps(use_blis=False)
    for layer in layers(model):
        if type(layer.ops) is NumpyOps:
            layer.ops = plain


def layers(model: "Language") -> Iterator[Any]:  # thinc's own class takes two types, told nowhere
    """Yield each layer of each network of a model."""
    for _, step in model.pipeline:
        network: Any = getattr(step, "model", None)
        if hasattr(network, "walk"):
            yield from network.walk()


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold the BLAS to one thread until the last of those who asked for it is done.

    Examples
    --------
    >>> with one_thread():
    ...     {each["num_threads"] for each in threads().info() if each["user_api"] == "blas"} <= {1}
    True
    """
    with _lock:
        _inside.append(_inside[0] if _inside else threads().limit(limits=1, user_api="blas"))
    try:
        yield
    finally:
        with _lock:
            limit = _inside.pop()
            if not _inside:
                limit.restore_original_limits()


@cache
def threads() -> "ThreadpoolController":
    """Return what sets the threads of the libraries loaded by now: they're looked for once."""
    import numpy  # noqa: F401, ICN001 # its BLAS must be there to be found
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
