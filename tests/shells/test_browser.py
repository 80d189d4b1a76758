"""The app in a real browser: a question answered with its evidence, a query run, hostile report text shown as text."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tieout import Library, Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

Served = Callable[[Path], str]

pytestmark = pytest.mark.browser

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
MARKUP = (
    '<script>window.ran=1</script><img src=x onerror="window.ran=2">![shot](http://evil.example/a.png)'
    '<form action="http://evil.example/f"><input name=q></form>'
)
HOSTILE = f"""Sustainability Report 2024 of Quiet Harbour Limited (fictional)
Environment 1 Emissions 1.1 The Quiet Harbour Waste Policy {MARKUP} asks every office to sort its waste.
Key performance indicators Unit 2023 2024 Scope 1 GHG emissions tCO2e 5.10 4.20 Scope 2 GHG emissions tCO2e 61.00 57.30
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; a user without one skips these tests, the project's own check never does."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing, and in CI it must not be")
        pytest.skip("no Chromium here: install it (apt-get install chromium) to run the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield opened
        opened.close()


class Seen:
    """What a page tried: addresses beyond the server, and dialogs."""

    def __init__(self, page: Page, server: str) -> None:
        self.foreign: list[str] = []
        self.dialogs: list[str] = []
        self._server = server
        page.on("request", self._request)
        page.on("dialog", self._dialog)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._server, "data:", "blob:")):
            self.foreign.append(request.url)

    def _dialog(self, dialog: object) -> None:
        self.dialogs.append(str(dialog))
        dialog.dismiss()  # type: ignore[attr-defined]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that waits long enough for a busy machine."""
    opened = browser.new_page(viewport={"width": 1500, "height": 1200})
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


def ask(page: Page, server: str, question: str) -> None:
    """Open the app and ask."""
    page.goto(server)
    page.get_by_label("Question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def test_a_question_shows_figure_evidence_page_and_path(page: Page, sample_server: str) -> None:
    seen = Seen(page, sample_server)
    ask(page, sample_server, "What were Kestrel Bay's Scope 2 emissions in 2024?")
    page.locator(".message.bot", has_text="214.24").first.wait_for()
    page.locator("[role=gridcell]", has_text="kestrel-bay-2024").first.wait_for()
    page.locator(".tieout-page", has_text="214.24").wait_for()
    page.locator(".js-plotly-plot text", has_text="Scope 2 GHG emissions").first.wait_for()
    assert (seen.foreign, seen.dialogs) == ([], [])


def test_an_answer_shows_its_printed_page_and_what_lies_around_it(page: Page, sample_server: str) -> None:
    seen = Seen(page, sample_server)
    ask(page, sample_server, "What were Lantau Ridge's Scope 2 emissions in 2024?")
    page.locator(".message.bot", has_text="1,688").first.wait_for()
    page.get_by_role("tab", name="As printed").click()
    page.locator("img[src*='/file=']").first.wait_for()
    page.get_by_role("tab", name="What lies around it").click()
    page.locator(".js-plotly-plot text", has_text="statement to a clause").first.wait_for()
    page.get_by_role("tab", name="Compare").click()
    page.get_by_role("button", name="Compare", exact=True).click()
    page.locator(".js-plotly-plot text", has_text="gri:305-1").first.wait_for()
    assert (seen.foreign, seen.dialogs) == ([], [])


def test_the_sparql_tab_runs_a_shipped_query(page: Page, sample_server: str) -> None:
    page.goto(sample_server)
    page.get_by_role("tab", name="SPARQL").click()
    page.get_by_role("button", name="Run", exact=True).click()
    page.wait_for_function("[...document.querySelectorAll('textarea')].some(t => /^[1-9][0-9]* rows/.test(t.value))")


def test_hostile_report_text_stays_text(page: Page, serve: Served, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "harbour.txt"
    source.write_text(HOSTILE, encoding="utf-8")
    library = Library(Settings(index=folder / "index", encoder_threads=1))
    library.ingest(library.requests([source], organization="Quiet <b onmouseover=alert(1)>Harbour</b>", period="2024"))
    library.close()
    server = serve(folder / "index")
    seen = Seen(page, server)
    ask(page, server, "What does the Quiet Harbour Waste Policy ask?")
    page.locator("[role=gridcell]", has_text="<script>window.ran=1</script>").first.wait_for()
    page.locator(".tieout-page", has_text="<img src=x").wait_for()
    page.locator(".message.bot", has_text="<script>window.ran=1</script><img src=x onerror=").wait_for()
    page.get_by_label("Question").fill("<img src=x onerror=alert(3)> Scope 2 emissions?")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator(".message.user", has_text="<img src=x onerror=alert(3)>").wait_for()
    page.get_by_role("tab", name="Reports").click()
    page.locator("[role=gridcell]", has_text="<b onmouseover=alert(1)>").first.wait_for()
    page.wait_for_timeout(500)
    assert page.evaluate("window.ran") is None
    assert page.locator("img[src='x'], form[action*='evil'], img[src*='evil'], b[onmouseover]").count() == 0
    assert (seen.foreign, seen.dialogs) == ([], [])
