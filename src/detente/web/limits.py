"""Slow down who tries many passwords: by name, and by where they come from."""

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

MOST_KEYS = 20_000


@dataclass(eq=False)
class Limiter:
    """Counts failures, and says how long to wait after too many.

    Parameters
    ----------
    most : int
        So many failures are borne within `seconds`.
    seconds : float
        After so long a failure is forgotten.
    now : callable
        The clock.
    """

    most: int
    seconds: float
    now: Callable[[], float] = time.monotonic
    _failures: dict[Hashable, list[float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, key: Hashable) -> float:
        """Return for how many seconds nothing is tried any more; 0 where it may be."""
        with self._lock:
            kept = self._kept(key)
            return kept[0] + self.seconds - self.now() if len(kept) >= self.most else 0.0

    def failed(self, key: Hashable) -> None:
        """Count a failure."""
        with self._lock:
            self._failures[key] = [*self._kept(key), self.now()][-self.most :]
            while len(self._failures) > MOST_KEYS:
                del self._failures[next(iter(self._failures))]

    def passed(self, key: Hashable) -> None:
        """Forget the failures of somebody who has come in."""
        with self._lock:
            self._failures.pop(key, None)

    def _kept(self, key: Hashable) -> list[float]:
        after = self.now() - self.seconds
        return [one for one in self._failures.get(key, ()) if one > after]
