"""A double click is one act."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest

from assessment.ui.once import Once


def test_callers_at_the_same_time_share_one_outcome() -> None:
    done: list[int] = []

    def work() -> int:
        sleep(0.05)
        done.append(1)
        return len(done)

    once: Once[int] = Once()
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda _: once.run(work), range(8)))
    assert outcomes == [1] * 8


def test_work_that_failed_may_be_tried_again() -> None:
    once: Once[int] = Once()
    with pytest.raises(ZeroDivisionError):
        once.run(lambda: 1 // 0)
    assert once.run(lambda: 7) == 7
