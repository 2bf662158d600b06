"""Work in the background: how far it is, how it ended, and one of a name at a time."""

from threading import Event

from assessment import jobs

PATIENCE = 20


def test_a_job_tells_how_far_it_is_and_that_it_ended() -> None:
    told, go_on, ended = Event(), Event(), Event()

    def work(job: jobs.Job) -> None:
        job.tell(1, 4, "2026-05")
        told.set()
        go_on.wait(PATIENCE)
        job.tell(4, 4, "writing")
        ended.set()

    job = jobs.start("tells", work, "reference")
    told.wait(PATIENCE)
    assert (job.share, job.note, job.finished) == (0.25, "2026-05", False)
    assert jobs.start("tells", work) is job is jobs.find("tells")
    go_on.set()
    assert ended.wait(PATIENCE)
    assert (job.share, job.note) == (1.0, "writing")


def test_an_error_ends_a_job_and_is_kept() -> None:
    job = jobs.Job()

    def work(_: jobs.Job) -> None:
        raise ValueError("no")

    job.run(work)
    assert job.finished
    assert str(job.error) == "no"


def test_a_finished_job_makes_way_for_the_next() -> None:
    done = Event()
    first = jobs.start("again", lambda _: None)
    while not first.finished:
        done.wait(0.01)
    assert jobs.start("again", lambda _: None) is not first
    assert jobs.find("never") is None
