"""A team in a real browser: signing in, a case under its own address, two who edit one model."""

import pytest
from store.pages import FIRST, SECOND
from web.browser import served
from web.conftest import REPORT
from web.test_browser import AXE, DROP, barriers, opened

from detente.store import accounts, growing
from detente.store.case import new
from detente.store.engine import open_engine
from detente.store.growing import Asking
from detente.web.security import own_hosts
from detente.web.serving import listening
from detente.web.team import Team
from detente.web.team_page import workbench

argon2 = pytest.importorskip("argon2")
WORDS = "correct horse battery"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """Return the address of a team's workbench with one case and two editors and a reader."""
    folder = tmp_path_factory.mktemp("team")
    store = f"sqlite:///{folder}/team.db"
    case = new(folder / "strait", store=store, title="A strait and a port")
    growing.add(case, [FIRST], forecast=Asking(draws=20))
    growing.add(case, [SECOND])
    case.close()
    engine = open_engine(store)
    for name, role in (("ana", "editor"), ("ben", "editor"), ("cleo", "reader")):
        accounts.add(engine, name, WORDS)
        accounts.grant(engine, name, role, "strait")
    bound = listening(0)
    port = bound.getsockname()[1]
    with served(workbench(Team(engine, port), hosts=own_hosts(port)), bound) as at:
        yield at


def signed_in(chromium, at, name, **more):
    page = opened(chromium, **more)
    page.goto(at)
    page.wait_for_url("**/login")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(WORDS)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Cases").wait_for()
    return page


def test_two_editors_and_a_reader(chromium, shared):
    ana = signed_in(chromium, shared, "ana")
    ana.get_by_role("link", name="A strait and a port").click()
    ana.wait_for_url("**/c/strait/case")
    ben = signed_in(chromium, shared, "ben")
    for page in (ana, ben):
        page.goto(f"{shared}/c/strait/model")
        page.locator(".priorities > li").first.wait_for()
    lines = ana.locator(".priorities:has(li:nth-child(2)) > li").first
    lines.locator("summary").focus()
    ana.keyboard.press("Alt+ArrowDown")
    ana.get_by_text("Moved.").wait_for()
    assert "/c/strait/model" in ana.url
    ben.locator(".priorities:has(li:nth-child(2)) > li").first.locator("summary").focus()
    ben.keyboard.press("Alt+ArrowDown")  # on the version before
    ben.get_by_role("alert").get_by_text("changed by somebody else").wait_for()

    # a report that is dropped: its progress comes by events under the case's address
    ana.goto(f"{shared}/c/strait/case")
    ana.evaluate(DROP, [REPORT, "monday.txt"])
    ana.wait_for_url("**/c/strait/jobs/**")
    ana.locator("a.button", has_text="Decide").wait_for()
    ana.get_by_role("link", name="Report", exact=True).first.click()
    ana.wait_for_url(f"{shared}/c/strait/")
    ana.locator("article#article").wait_for()

    cleo = signed_in(chromium, shared, "cleo")
    cleo.goto(f"{shared}/c/strait/forecast")
    cleo.locator("h1").wait_for()
    answer = cleo.request.post(f"{shared}/c/strait/model", form={"do": "undo"})
    assert answer.status == 403
    cleo.goto(f"{shared}/c/strait/model")
    assert cleo.locator("main form[method=post] button:enabled").count() == 0
    line = cleo.locator(".priorities:has(li:nth-child(2)) > li").first
    words = line.inner_text()
    line.locator("summary").focus()
    cleo.keyboard.press("Alt+ArrowDown")  # nothing to press: nothing is sent
    assert line.inner_text() == words
    assert barriers(cleo) == []
    cleo.get_by_role("button", name="Sign out").click()
    cleo.wait_for_url("**/login")
    cleo.goto(f"{shared}/c/strait/case")
    cleo.wait_for_url("**/login")
    assert ana.faults == []
    for page in (ana, ben, cleo):
        page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_way_in(chromium, shared, scheme):
    assert AXE.is_file()
    page = opened(chromium, color_scheme=scheme)
    page.goto(f"{shared}/login")
    assert barriers(page) == []
    page.context.close()
    page = signed_in(chromium, shared, "ana", color_scheme=scheme)
    for path in ("/", "/account", "/c/strait/case"):
        page.goto(f"{shared}{path}")
        assert (path, barriers(page)) == (path, [])
    page.context.close()
