"""What long collections leave is set aside; every so often all is taken back."""

import pytest

from assessment.ui import heap


def collections(monkeypatch: pytest.MonkeyPatch, *seconds: float, generation: int = 2) -> list[str]:
    """What is done to the heap while collections take so long."""
    done: list[str] = []
    monkeypatch.setattr("gc.freeze", lambda: done.append("freeze"))
    monkeypatch.setattr("gc.unfreeze", lambda: done.append("unfreeze"))
    moments = iter([moment for at, taken in enumerate(seconds) for moment in (at, at + taken)])
    observe = heap._watcher(lambda: next(moments))
    for _ in seconds:
        observe("start", {"generation": generation})
        observe("stop", {"generation": generation})
    return done


def test_only_a_slow_full_collection_sets_its_survivors_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    assert collections(monkeypatch, 0.001, 0.02, 0.001) == ["freeze"]
    assert collections(monkeypatch, 0.02, generation=1) == []


def test_everything_is_taken_back_once_in_twenty_five(monkeypatch: pytest.MonkeyPatch) -> None:
    done = collections(monkeypatch, *[0.02] * 51)
    assert [at for at, what in enumerate(done, 1) if what == "unfreeze"] == [25, 50]
    assert done.count("freeze") == 49
