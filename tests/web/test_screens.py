"""The screens in a browser: drawn, moved about by keyboard, completed, reordered, without a fault.

Run where Playwright and a Chromium are.
"""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from web.conftest import MODEL

from detente.web.app import workbench
from detente.web.serving import listening
from detente.web.workspace import Workspace

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
SCREENS = [
    "/model",
    "/outcomes",
    "/outcomes?before=0&after=1",
    "/forecast?draws=200&horizon=6+months",
    "/forecast?draws=200&if-borland.blockade=yes&order-aldova=2+1+3",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """Serve a workbench on a free port; return the address that opens it."""
    import uvicorn

    folder = tmp_path_factory.mktemp("screens")
    Path(folder, "model.yaml").write_text(MODEL, encoding="utf-8")
    bound = listening(0)
    port = bound.getsockname()[1]
    gate = workbench(Workspace(folder), port=port)
    server = uvicorn.Server(uvicorn.Config(gate, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    with socket.create_connection(("127.0.0.1", port), timeout=5):
        pass
    yield f"http://127.0.0.1:{port}/start?token={gate.key.token}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser(address):
    """Return an open browser, and what it keeps once it was let in."""
    with playwright.sync_playwright() as made:
        opened = made.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        first = opened.new_context()
        first.new_page().goto(address)
        yield opened, first.storage_state(), address.split("/start")[0]
        opened.close()


@pytest.fixture
def tab(browser):
    """Return a page that fails the test where the browser finds a fault in it."""
    opened, state, base = browser
    context = opened.new_context(
        storage_state=state, base_url=base, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    faults = []
    given_up = ("htmx:afterRequest", "htmx:sendAbort")  # a question put aside for the next

    def told(message):
        if message.type == "error" and not message.text.startswith(given_up):
            faults.append(message.text)

    page.on("console", told)
    page.on("pageerror", lambda one: faults.append(str(one)))
    yield page
    context.close()
    assert faults == []


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "dark"), (2560, "light")]
)
def test_screens_fit_and_keep_to_the_policy(browser, width, scheme):
    opened, state, base = browser
    context = opened.new_context(
        storage_state=state, base_url=base, color_scheme=scheme,
        viewport={"width": width, "height": 900},
    )  # fmt: skip
    page = context.new_page()
    said = []
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    for path in SCREENS:
        page.goto(path)
        if "/outcomes" in path and width > 700:
            page.wait_for_selector(".graph-stage canvas")
        root = "document.documentElement"
        assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), path
        assert said == [], path
        page.evaluate(AXE.read_text(encoding="utf-8") + ";void 0")
        found = page.evaluate("axe.run(document).then(r => r.violations.map(v => v.id))")
        assert found == [], path
    context.close()


def test_the_drawing_is_asked_by_mouse_and_by_keyboard(tab):
    tab.goto("/outcomes")
    tab.wait_for_selector(".graph-stage canvas")
    assert tab.locator(".flat").is_hidden()
    node = tab.locator(".node:not(.now)").first
    box, state = node.bounding_box(), node.get_attribute("data-state")
    tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tab.wait_for_selector(f'#why[data-state="{state}"]')
    tab.wait_for_selector(f'.node[data-state="{state}"][aria-current]')  # it has settled
    assert tab.url.endswith(f"/outcomes?state={state}")
    tab.locator(".node.now").focus()
    tab.keyboard.press("ArrowRight")
    aim = tab.evaluate("document.activeElement.dataset.state")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(f'#why[data-state="{aim}"]')
    tab.wait_for_selector(f'.node[data-state="{aim}"][aria-current]')
    tab.locator(".node.now").focus()
    tab.keyboard.press("m")
    assert "Enter asks why" in tab.locator(".graph [role=status]").inner_text()
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#why[data-move]")
    assert tab.locator("a[data-move][aria-current]").count() == 1


def test_a_second_question_is_answered_though_the_first_is_still_out(tab):
    held = []

    def hold(route):
        held.append(route)

    tab.goto("/outcomes")
    tab.route("**/outcomes?state=*", hold)
    tab.locator(".holding a[data-state]").first.click()
    tab.wait_for_selector("#working.htmx-request")
    tab.locator(".moves-table a[data-move]").first.click()
    tab.wait_for_selector("#why[data-move]")
    assert len(held) == 1
    assert "state=" not in tab.url


def test_a_statement_is_completed_read_back_and_saved(tab):
    tab.goto("/model")
    field = tab.locator("#new-0")
    field.press_sequentially("!cl")
    assert tab.locator(".choices li code").all_inner_texts() == ["close"]
    tab.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "choice-0"
    tab.keyboard.press("Enter")
    assert field.input_value() == "!close "
    field.press_sequentially("if bor")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Tab")
    assert field.input_value() == "!close if borland.blockade "
    reads = tab.locator("#new-0-reads")
    playwright.expect(reads).to_have_text(
        "Aldova does not close the strait if Borland blockades the port."
    )
    field.press_sequentially("&")
    playwright.expect(reads).to_have_class("reads odd")
    field.fill("!close if borland.blockade")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Enter")
    playwright.expect(tab.locator("#said")).to_have_text("Saved.")
    assert "!close if borland.blockade" in tab.locator("#file").input_value()
    tab.click("#undo")
    playwright.expect(tab.locator("#said")).to_have_text("Undone.")


def test_priorities_are_dragged_and_the_file_follows(tab):
    tab.goto("/model")
    lines = tab.locator(".priorities[data-dm=aldova] > li")
    before = lines.locator("summary bdi").all_inner_texts()
    lines.nth(2).drag_to(lines.nth(0))
    playwright.expect(tab.locator("#said")).to_contain_text("Moved.")
    assert lines.locator("summary bdi").all_inner_texts() == [before[2], *before[:2]]
    tab.click("#undo")
    playwright.expect(tab.locator("#said")).to_have_text("Undone.")


def test_what_if_takes_another_order_and_keeps_its_address_short(tab):
    tab.goto("/forecast?draws=200")
    tab.locator(".ordering summary").first.click()
    tab.locator('[data-order="order-0"] li >> nth=1').locator('[data-by="-1"]').click()
    assert tab.locator("#order-0").input_value() == "2 1 3"
    tab.click("text=See the difference")
    playwright.expect(tab.locator("h1")).to_have_text("What if")
    assert tab.url.split("?")[1] == "draws=200&seed=0&order-aldova=2%201%203"
    assert tab.locator(".delta").count() > 0


def test_without_scripts_the_same_is_read_and_asked(browser):
    opened, state, base = browser
    context = opened.new_context(storage_state=state, base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("/outcomes")
    assert page.locator(".flat svg").is_visible()
    assert page.locator(".graph").is_hidden()
    page.locator(".flat svg a").nth(1).click()
    assert "/outcomes?state=" in page.url
    page.select_option("#ask-after", index=1)
    page.click("text=Why, or why not?")
    assert "after=" in page.url
    page.goto("/forecast?draws=200")
    page.locator(".ordering summary").first.click()
    page.fill("#order-0", "2 1 3")
    page.select_option("#if-1-0", "yes")
    page.click("text=See the difference")
    assert page.locator("h1").inner_text() == "What if"
    page.goto("/model")
    page.fill("#new-1", "!blockade")
    page.locator("section[aria-labelledby=maker-1] form.add >> nth=0").locator("button").click()
    assert page.locator("#said").inner_text() == "Saved."
    page.click("#undo")
    context.close()
