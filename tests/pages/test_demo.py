"""What a reader sees while the demo county is being loaded, and above every page while it is shown."""

import pytest

from assessment import access, jobs, reference, settings
from assessment.ui import demo
from tests.pages.conftest import Visit, words


@pytest.mark.usefixtures("empty_store")
def test_a_loading_county_shows_its_progress_instead_of_any_page(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    job = jobs.Job("reference")
    monkeypatch.setattr(demo, "loading", lambda: job)
    job.tell(12, 45, "2024-10")
    at = visit("review/rankings")
    assert "正在载入演示数据" in words(at)
    assert [bar.proto.text for bar in at.get("progress")] == ["已读取：2024年10月"]


@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_offers_the_demo_county_and_says_why_it_failed(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []
    monkeypatch.setattr(demo, "begin", lambda: begun.append(True))
    monkeypatch.setattr(demo, "failure", lambda: "坏了")
    at = visit("intake/upload")
    assert [error.value for error in at.error] == ["坏了"]
    at.button(key="load_demo").click().run()
    assert begun == [True]


@pytest.mark.usefixtures("county")
def test_the_line_stands_while_the_demo_county_holds(visit: Visit) -> None:
    files = reference.folder_files(settings.SAMPLE)
    reference.load(access.store(), files, "demo", "demo")
    assert "sj-demo" in words(visit("intake/history"))
    reference.load(access.store(), files, "王莉")
    assert "sj-demo" not in words(visit("intake/history"))
