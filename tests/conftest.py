"""Fixtures shared by all tests: the measuring corpora, the examples, a browser, optional parts.

The light suite needs the extra `test` only. A test that needs more asks `optional` for it, and
skips in one line that says what to install.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import eachrow
import pytest
from hypothesis import HealthCheck, settings

# A busy machine makes no test wrong: what is slow is measured by benchmarks, not here.
settings.register_profile("framing", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("framing")

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a test of many rows be asked only those whose name holds a text."""
    parser.addoption("--row", action="append", default=[], help="ask only rows that hold this text")


def pytest_configure(config: pytest.Config) -> None:
    """Tell the tests of many rows which are asked for."""
    eachrow.ONLY[:] = config.getoption("--row")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks `optional` for more than the extra `test`: an environment without skips it."""
    for item in items:
        if "optional" in getattr(item, "fixturenames", ()):
            item.add_marker("extra")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of the measuring corpora, or skip where it is absent."""
    folder = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
    if not folder.is_dir():
        pytest.skip(f"the measuring corpora are not at {folder}; set FRAMING_CORPORA")
    return folder


@pytest.fixture(scope="session")
def examples() -> Path:
    """Return the folder of the teaching corpus."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def optional() -> Callable[[str], Any]:
    """Return a function that imports a module, or skips and says which extra brings it."""

    def imported(module: str, extra: str = "dev") -> Any:
        package = module.partition(".")[0]
        return pytest.importorskip(
            module, reason=f"{package} is not installed: pip install '.[{extra}]'"
        )

    return imported


@pytest.fixture(scope="module")
def browser(optional: Callable[[str], Any]) -> Iterator[Any]:
    """Start the Chromium of this machine through Playwright, or skip, saying what is missing.

    For one module only: two running Playwrights in one process get in each other's way.
    """
    playwright = optional("playwright.sync_api")
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if chromium is None:
        pytest.skip("there is no Chromium: apt-get install chromium")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield found
        found.close()


@pytest.fixture
def tab_to() -> Callable[[Any, str], int]:
    """Return a function that presses Tab until something of that selector has the focus.

    Nothing is focused by a script, which also reaches what no key does. It returns how often it
    pressed.
    """

    def pressed(page: Any, selector: str) -> int:
        for count in range(1, 500):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return count
        raise AssertionError(f"500 presses of Tab do not reach {selector}")

    return pressed


@pytest.fixture
def axe(optional: Callable[[str], Any]) -> Any:
    """Return axe-core's Python door, which finds what shuts people out of a page."""
    return optional("axe_playwright_python.sync_playwright")
