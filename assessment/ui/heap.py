"""Keep the full collection cheap that Streamlit runs after every rerun.

It walks every object that is not set aside, also the answers and figures kept between reruns: seconds of CPU for a room
full of readers. What survives a collection that took long is set aside (`gc.freeze`), so that the next one walks only
what is new. What is set aside and dies in a cycle would stay for ever, so every so often all is taken back once.
"""

import gc
import time
from collections.abc import Callable

SLOW_SECONDS = 0.004
"""A collection longer than this has walked more than a rerun's own objects."""
FULL_EVERY = 25
"""One slow collection of so many takes everything back, once, for about a tenth of a second."""


def watch() -> None:
    """Set aside what is there now, and from now on what slow collections leave."""
    gc.collect()
    gc.freeze()
    gc.callbacks.append(_watcher())


def _watcher(clock: Callable[[], float] = time.perf_counter) -> Callable[[str, dict[str, int]], None]:
    started = 0.0
    slow_count = 0

    def observe(phase: str, about: dict[str, int]) -> None:
        nonlocal started, slow_count
        if about["generation"] < 2:
            return
        if phase == "start":
            started = clock()
        elif clock() - started > SLOW_SECONDS:
            slow_count += 1
            if slow_count % FULL_EVERY:
                gc.freeze()
            else:
                gc.unfreeze()

    return observe
