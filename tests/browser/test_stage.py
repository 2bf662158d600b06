"""The stage in a real browser: walked by keyboard alone, legible from the last row, nothing cut."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import settle
from tests.pages.running import running_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHOWN = """() => [...document.querySelectorAll('.stg-slide')]
    .filter(slide => getComputedStyle(slide).visibility === 'visible').map(slide => +slide.dataset.n)"""
CUT = """() => [...document.querySelectorAll('.stg-slide')].map(slide => {
    const body = slide.querySelector('.stg-body').getBoundingClientRect(), title = slide.querySelector('h2');
    const over = [...slide.querySelectorAll('.stg-body > *, .stg-body table, .stg-body svg')]
        .some(part => part.getBoundingClientRect().bottom > body.bottom + 2);
    const wide = [...slide.querySelectorAll('td, th')].some(cell => cell.scrollWidth > cell.clientWidth + 2);
    return [slide.dataset.n, over, wide, title.scrollHeight > title.clientHeight * 1.25];
}).filter(([, ...faults]) => faults.some(Boolean))"""
SMALL = """() => [...document.querySelectorAll('.stg-slide *')].filter(part => {
    if (part.children.length || !part.textContent.trim()) return false;
    const picture = part.closest('svg');
    const scale = picture ? picture.getBoundingClientRect().width / picture.viewBox.baseVal.width : 1;
    return parseFloat(getComputedStyle(part).fontSize) * scale < 23.95;
}).map(part => part.textContent.slice(0, 20))"""


@pytest.fixture(scope="module")
def stage(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on the demo county, which has called two meetings."""
    no_socket = shutil.ignore_patterns("*.sock")
    folder = shutil.copytree(demo_folder, tmp_path_factory.mktemp("stage"), ignore=no_socket, dirs_exist_ok=True)
    with running_server(folder) as address:
        yield address


def on_stage(chromium: "Browser", address: str, locale: str = "zh-CN", **more: int) -> "Page":
    size = {"width": more.get("width", 1920), "height": more.get("height", 1080)}
    page = chromium.new_context(locale=locale, viewport=size).new_page()
    page.goto(f"{address}/stage")
    page.locator(".stg-slide[data-n='1']").wait_for(state="visible")
    return page


def at(page: "Page") -> int:
    (number,) = page.evaluate(SHOWN)
    return int(number)


def test_the_stage_is_walked_by_keyboard_alone(chromium: "Browser", stage: str) -> None:
    page = on_stage(chromium, stage)
    count = page.locator(".stg-slide").count()
    walked = []
    for key in ("ArrowRight", " ", "PageDown", "ArrowLeft", "PageUp", "End", "ArrowRight", "Home", "ArrowLeft"):
        page.keyboard.press(key)
        walked.append(at(page))
    assert walked == [2, 3, 4, 3, 2, count, count, 1, 1]
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    assert at(page) == 12
    assert "slide=12" in page.url
    page.reload()
    page.locator(".stg-slide[data-n='12']").wait_for(state="visible")
    page.keyboard.press("f")
    page.wait_for_timeout(200)
    assert page.evaluate("() => !!document.fullscreenElement")
    page.keyboard.press("b")
    assert page.evaluate("() => document.body.classList.contains('stg-dark')")
    page.keyboard.press("Escape")
    assert at(page) == 12
    page.keyboard.press("o")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert at(page) == 3
    page.context.close()


def test_the_chair_jumps_to_a_unit_and_back_and_leaves_by_escape(chromium: "Browser", stage: str) -> None:
    page = on_stage(chromium, stage)
    page.keyboard.type("7")  # the first ranking: what the sections before it hold is stated by tests/meeting
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    name = page.evaluate("() => document.activeElement.textContent")
    page.keyboard.press("Enter")
    settle(page)
    assert "/unit_profile?" in page.url
    assert name in page.locator("h1.sj-title").inner_text()
    page.keyboard.press("Escape")
    page.locator(".stg-slide[data-n='7']").wait_for(state="visible")
    page.keyboard.press("Escape")
    settle(page)
    assert "/review_pack?" in page.url
    assert page.locator("[data-testid=stSidebar]").is_visible()
    page.context.close()


def test_any_unit_is_found_by_typing_a_part_of_its_name(chromium: "Browser", stage: str) -> None:
    page = on_stage(chromium, stage)
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    page.keyboard.type("北岭")
    page.keyboard.press("Enter")
    settle(page)
    assert "北岭头镇" in page.locator("h1.sj-title").inner_text()
    page.keyboard.press("Escape")
    page.locator(".stg-slide[data-n='20']").wait_for(state="visible")
    page.context.close()


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_nothing_on_the_wall_is_cut_or_small(chromium: "Browser", stage: str, locale: str) -> None:
    page = on_stage(chromium, stage, locale)
    page.wait_for_timeout(300)
    assert page.evaluate(CUT) == []
    assert page.evaluate(SMALL) == []
    page.context.close()


def test_the_wall_is_the_same_on_any_projector(chromium: "Browser", stage: str) -> None:
    page = on_stage(chromium, stage, width=1024, height=768)
    page.wait_for_timeout(300)
    assert page.evaluate(CUT) == []
    box = page.locator(".stg-slide[data-n='1']").bounding_box()
    assert box is not None
    assert round(box["width"] / box["height"], 2) == round(16 / 9, 2)
    page.context.close()


def test_the_data_and_their_check_code_stand_on_every_screen(chromium: "Browser", stage: str) -> None:
    page = on_stage(chromium, stage)
    feet = set(page.locator(".stg-slide > footer > span:first-child").all_text_contents())
    assert len(feet) == 1
    assert feet.pop().startswith("2026年6月 · 草稿，未公布 · 截至修订 6 · 校验码 ")
    page.context.close()


def test_the_next_slide_is_there_in_less_than_a_third_of_a_second(chromium: "Browser", stage: str) -> None:
    page = on_stage(chromium, stage)
    count = page.locator(".stg-slide").count()
    times = []
    for step in range(50):
        key, to = ("ArrowRight", step + 2) if step < count - 1 else ("ArrowLeft", 2 * count - 2 - step)
        began = time.perf_counter()
        page.keyboard.press(key)
        page.locator(f".stg-slide[data-n='{to}']").wait_for(state="visible")
        times.append(time.perf_counter() - began)
    assert sorted(times)[47] < 0.3
    page.context.close()


def test_the_pack_is_made_beside_the_reader_and_comes_as_files(chromium: "Browser", stage: str, tmp_path: Path) -> None:
    page = chromium.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{stage}/review_pack")
    settle(page)
    page.get_by_role("button", name="生成评审材料").click()
    page.get_by_role("button", name="演示文稿（PPT）").wait_for()
    for label, kind in (
        ("演示文稿（PPT）", "pptx"),
        ("附表（Excel）", "xlsx"),
        ("打印稿（网页）", "html"),
        ("全部（ZIP）", "zip"),
    ):
        with page.expect_download() as begun:
            page.get_by_role("button", name=label).click()
        file = tmp_path / begun.value.suggested_filename
        begun.value.save_as(file)
        assert file.suffix == f".{kind}"
        assert file.stat().st_size > 50_000
    page.context.close()


def test_a_picture_is_drawn_as_png_by_the_readers_browser(chromium: "Browser", stage: str, tmp_path: Path) -> None:
    page = chromium.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{stage}/review_pack")
    settle(page)
    with page.expect_download() as begun:
        page.get_by_role("button", name="图片（PNG）").click()
    begun.value.save_as(tmp_path / "picture.png")
    head = (tmp_path / "picture.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") == 2400
    page.context.close()
