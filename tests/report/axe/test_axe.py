"""The page in a browser: no violation that axe-core knows of, nothing fetched, no sideways scroll.

Needs node, chromium, and a folder of node modules with playwright-core and
axe-core, named by DETENTE_NODE_MODULES; skipped where any of them is missing::

    npm install --prefix /tmp/axe playwright-core axe-core
    DETENTE_NODE_MODULES=/tmp/axe/node_modules python -m pytest tests/report/axe
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from report import makers

from detente.report.html import page

MODULES = os.environ.get("DETENTE_NODE_MODULES", "")
NODE = shutil.which("node")
CHROMIUM = shutil.which("chromium")

pytestmark = pytest.mark.skipif(
    not (NODE and CHROMIUM and MODULES and Path(MODULES, "axe-core").is_dir()),
    reason="needs node, chromium and DETENTE_NODE_MODULES with playwright-core and axe-core",
)


def test_axe_finds_nothing_light_or_dark_wide_or_narrow(tmp_path):
    file = tmp_path / "brief.html"
    file.write_text(page(makers.brief()), encoding="utf-8")
    check = Path(__file__).with_name("check.mjs")
    done = subprocess.run(  # noqa: S603 - our own script on our own page
        [NODE, check, MODULES, CHROMIUM, file],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    for one in json.loads(done.stdout):
        assert one["violations"] == [], one
        assert not one["overflow"], one
        assert one["fetched"] == 0, one
