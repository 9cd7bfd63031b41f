"""The whole way in a real browser, as somebody new would go it; and what bars anybody from it."""

import json
import re
from pathlib import Path

import pytest
from store.pages import FIRST, SECOND
from web.browser import needs_weasyprint, served
from web.conftest import MODEL, REPORT

from detente.store import growing
from detente.store.case import new
from detente.store.growing import Asking
from detente.web.app import workbench
from detente.web.serving import listening
from detente.web.workspace import Workspace

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
SCREENS = ("/", "/model", "/outcomes", "/outcomes?state=3", "/forecast", "/brief")
DROP = """([text, name]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: "text/plain"}));
  const drop = document.getElementById("drop");
  for (const type of ["dragover", "drop"]) {
    drop.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: data}));
  }
}"""
SELECT = """(words) => {
  const article = document.getElementById("article");
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
    return true;
  }
  return false;
}"""


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """Return the address of a workbench on a folder with a model, its token, and the folder."""
    folder = tmp_path_factory.mktemp("crisis")
    (folder / "model.yaml").write_text(MODEL)
    bound = listening(0)
    app = workbench(Workspace(folder), port=bound.getsockname()[1])
    with served(app, bound) as at:
        yield at, app.key.token, folder


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Return the address of a workbench on a case, and the application."""
    made = new(tmp_path_factory.mktemp("cases") / "strait", title="A strait and a port")
    growing.add(made, [FIRST], forecast=Asking(draws=20))
    growing.add(made, [SECOND])
    bound = listening(0)
    app = workbench(made, port=bound.getsockname()[1])
    with served(app, bound) as at:
        yield at, app


@pytest.fixture(scope="module")
def state(chromium, bench):
    """Return the cookie of a browser that was let in."""
    at, token, _ = bench
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{at}/start?token={token}")
    found = context.storage_state()
    context.close()
    return found


def opened(chromium, **more):
    """Return a page that remembers what went wrong on it."""
    page = chromium.new_context(**more).new_page()
    page.set_default_timeout(60_000)  # on two slow cores that do other work, too
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    return page


def equilibria(page):
    """Return the row of each concept on the page Outcomes."""
    rows = page.locator("main table").first.locator("tbody tr").all_inner_texts()
    return {row.split("\t")[0].strip(): row for row in rows}


def test_the_whole_way_of_somebody_new(chromium, bench, state, tmp_path):  # noqa: PLR0915 - one way, gone once
    at, _, folder = bench
    page = opened(chromium, storage_state=state, accept_downloads=True)
    page.goto(f"{at}/")

    # drop a report on the page: it is read, and its claims are marked
    page.evaluate(DROP, [REPORT, "monday.txt"])
    page.locator("article#article mark").first.wait_for()
    assert (folder / "documents" / "monday.txt").read_text() == REPORT

    # correct a claim, with the keyboard
    page.locator(".refs a").first.focus()
    page.keyboard.press("Enter")
    page.locator("#record").wait_for()
    page.locator("#record summary").focus()
    page.keyboard.press("Enter")
    page.locator("#c-status").select_option("planned")
    page.locator("#record button[value=correct]").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Corrected:").wait_for()
    fixed = (folder / "documents" / "monday.txt.claims.jsonl").read_text()
    assert json.loads(fixed)["set"]["status"] == "planned"

    # select words to add a claim
    assert page.evaluate(SELECT, "Analysts say")
    page.locator("#add-claim summary").click()
    assert page.locator("#a-quote").input_value() == "Analysts say"
    page.locator("#a-kind").select_option("forecast")
    page.locator("#add-claim button[value=add]").click()
    page.get_by_text("Added:").wait_for()

    # what holds, before
    page.get_by_role("link", name="Outcomes", exact=True).click()
    page.wait_for_url("**/outcomes")
    page.locator("main table").first.wait_for()
    before = equilibria(page)

    # reorder a priority by keyboard: what holds is another
    page.get_by_role("link", name="Model", exact=True).click()
    page.wait_for_url("**/model")
    line = page.locator(".priorities[data-dm=borland] > li").first
    words = line.inner_text()
    line.locator("summary").focus()
    page.keyboard.press("Alt+ArrowDown")
    page.get_by_text("Moved.").wait_for()
    assert page.locator(".priorities[data-dm=borland] > li").first.inner_text() != words
    assert (folder / "model.yaml").read_text() != MODEL
    page.get_by_role("link", name="Outcomes", exact=True).click()
    page.wait_for_url("**/outcomes")
    page.locator("main table").first.wait_for()
    after = equilibria(page)
    assert set(after) == set(before)
    assert after != before

    # ask why
    page.locator("main table a[href^='/outcomes?state=']:visible").first.click()
    page.locator("#why").wait_for()
    assert re.search(r"Stays|Leaves", page.locator("#why").inner_text())

    # what if an option is forbidden
    page.get_by_role("link", name="Forecast", exact=True).click()
    page.wait_for_url("**/forecast")
    suppose = page.locator("select[name='if-borland.blockade']").first
    suppose.wait_for()
    suppose.select_option("no")
    page.get_by_role("button", name="See the difference").click()
    page.wait_for_url("**if-borland.blockade=no**")
    page.locator(".delta").first.wait_for()

    # the same with many draws, as work that goes on by itself
    page.locator("#f-draws").fill("4000")
    page.get_by_role("button", name="In the background").click()
    page.get_by_text("4,000").first.wait_for()
    page.locator(".delta").first.wait_for()

    # and take the PDF away
    page.get_by_role("link", name="Brief", exact=True).click()
    page.wait_for_url("**/brief")
    needs_weasyprint()
    with page.expect_download() as taken:
        page.get_by_role("link", name="The brief as a PDF").click()
    taken.value.save_as(tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")
    assert page.faults == []
    page.context.close()


def test_a_case_from_a_report_to_a_decision(chromium, case):
    at, app = case
    page = opened(chromium)
    page.goto(f"{at}/start?token={app.key.token}")
    page.wait_for_url("**/case")
    waiting = page.locator(".proposals > li").count()
    page.get_by_role("button", name="Accept p", exact=False).first.click()
    page.wait_for_url("**/jobs/**")
    page.get_by_text("What changed", exact=True).wait_for()
    page.get_by_role("link", name="Case", exact=True).click()
    page.wait_for_url("**/case")
    assert page.locator(".proposals > li").count() == waiting - 1
    page.evaluate(DROP, [REPORT, "monday.txt"])  # on the page of a case, too
    page.wait_for_url("**/jobs/**")
    page.get_by_text("One new report came in", exact=False).first.wait_for()
    page.locator("a.button", has_text="Decide").wait_for()
    page.get_by_role("link", name="Case", exact=True).click()
    page.wait_for_url("**/case")
    page.locator("#q").fill("blockade")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=blockade**")
    page.locator("#search a[href^='/?claim=']").first.click()
    page.locator("#record").wait_for()
    assert page.faults == []
    page.context.close()


def test_a_page_that_is_only_read_needs_no_scripts(chromium, bench, state):
    at = bench[0]
    page = opened(chromium, storage_state=state, java_script_enabled=False)
    for path in SCREENS:
        page.goto(f"{at}{path}")
        assert page.locator("h1").count() == 1
        assert page.locator("main").inner_text().strip()
    page.context.close()


def barriers(page):
    """Return what axe finds on a page."""
    page.evaluate(AXE.read_text("utf-8"))  # by the debugger, which no policy binds
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:160]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", SCREENS)
def test_axe_finds_nothing_on_a_screen(chromium, bench, state, path, scheme):
    page = opened(chromium, storage_state=state, color_scheme=scheme)
    page.goto(f"{bench[0]}{path}")
    page.wait_for_load_state("networkidle")
    assert barriers(page) == []
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_screens_of_a_case(chromium, case, scheme):
    at, app = case
    page = opened(chromium, color_scheme=scheme)
    page.context.add_cookies([{"name": app.app.cookie, "value": app.key.session, "url": at}])
    for path in ("/case", "/case?q=troops", "/jobs", "/case/changes?a=m1&b=m1"):
        page.goto(f"{at}{path}")
        page.wait_for_load_state("networkidle")
        assert (path, barriers(page)) == (path, [])
    page.context.close()


@pytest.mark.parametrize("width", [360, 2560])
def test_no_screen_is_wider_than_the_window(chromium, bench, state, width):
    page = opened(chromium, storage_state=state, viewport={"width": width, "height": 800})
    for path in SCREENS:
        page.goto(f"{bench[0]}{path}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert (path, wide) == (path, width)
    page.context.close()
