"""The page in Chromium: by pressed keys from empty to a saved worksheet, and in bad weather."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from framing.classroom import read_key
from framing.local import Home
from framing.local.serving import start

from .conftest import POST, STAR

pytestmark = pytest.mark.slow
TabTo = Callable[[Any, str], int]


class Served:
    """A home served on a port that outlives its server, as it does for a closed laptop lid."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.token, _ = home.key()
        self.port = 0
        self.begin()

    def begin(self) -> None:
        """Start the server, at the port of the last time."""
        token, last = self.home.key()
        self._server = start(self.home, token, 0, last)
        self.port = self._server.port
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop the server."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """The address that `framing open` prints."""
        return f"http://127.0.0.1:{self.port}/?key={self.token}"


@pytest.fixture
def served(home: Home, optional: Callable[[str, str], Any]) -> Iterator[Served]:
    """Serve the home."""
    optional("flask", "page")
    found = Served(home)
    yield found
    found.end()


@pytest.fixture
def opened(browser: Any, served: Served) -> Iterator[Any]:
    """Open the page in a window that notes what goes wrong and what is asked of others."""
    context = browser.new_context(viewport={"width": 1100, "height": 850}, accept_downloads=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda sent: wrong.append(sent.url) if _abroad(sent.url, served) else None)
    page.goto(served.address)
    page.wait_for_selector("#title")
    yield page
    context.close()
    assert [one for one in wrong if "Failed to load resource" not in one] == []


def _abroad(url: str, served: Served) -> bool:
    return not url.startswith((f"http://127.0.0.1:{served.port}/", "data:", "blob:"))


def press(page: Any, tab_to: TabTo, selector: str, key: str = "Enter") -> None:
    """Reach something by Tab, press a key on it, and wait for the page that follows."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press(key)


def test_by_keys_alone_from_the_empty_page_to_a_saved_worksheet(
    opened: Any, served: Served, tab_to: TabTo, tmp_path: Path
) -> None:
    """Paste two articles, name an outlet, see the findings, decide, and save sheet and key."""
    page = opened
    tab_to(page, "#title")
    page.keyboard.type("Lindow at noon")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for text in (POST, STAR):
        tab_to(page, "#pasted")
        page.keyboard.insert_text(text)
        press(page, tab_to, "#add button")
    assert page.locator(".drafts > li").count() == 2
    tab_to(page, "#outlet-a1")
    page.keyboard.press("Control+a")
    page.keyboard.type("The Harbour Post")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press(page, tab_to, 'nav a[href$="/findings"]')
    assert "regime" in page.inner_text(".thing")
    press(page, tab_to, 'nav a[href$="/decisions"]')
    press(page, tab_to, '.works a[href$="/a1"]')
    tab_to(page, 'input[type="radio"][name^="voice|a1|text"]')
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    press(page, tab_to, "main form button")
    assert page.url.endswith("a2") or "decisions/a2" in page.url
    press(page, tab_to, "main form button")
    press(page, tab_to, 'nav a[href$="/take"]')
    assert re.search(r"All [1-9]\d* decisions are yours", page.inner_text("main"))
    press(page, tab_to, "form button.main")
    for name in ("lindow-at-noon-find.html", "lindow-at-noon-find.key.json"):
        tab_to(page, f'a[href$="{name}"]')
        with page.expect_download() as caught:
            page.keyboard.press("Enter")
        caught.value.save_as(tmp_path / name)
    key = read_key(tmp_path / "lindow-at-noon-find.key.json")
    assert key.undecided == 0
    assert {text.outlet for text in key.texts} == {"The Harbour Post", "Lindow Star"}
    assert "attributed" in {item.voice for item in key.items}
    assert "Lindow" in (tmp_path / "lindow-at-noon-find.html").read_text(encoding="utf-8")


def _with_two(page: Any) -> None:
    page.fill("#title", "Lindow at noon")
    page.click("text=Begin")
    for number, text in enumerate((POST, STAR), 1):
        page.fill("#pasted", text)
        page.click("#add button")
        page.wait_for_selector(f"#outlet-a{number}")
    page.click("text=Save outlets")
    page.wait_for_selector(".notes")


PLACES = ("", "article/a1", "findings", "decisions", "decisions/a1", "take")


def test_axe_finds_nothing_light_dark_and_on_a_phone(opened: Any, served: Served, axe: Any) -> None:
    """axe-core has nothing to say on any page, at two widths, in both themes; nothing overflows."""
    page = opened
    _serious(axe, page)
    _with_two(page)
    page.goto(f"http://127.0.0.1:{served.port}/work/lindow-at-noon/take")
    page.click("text=Make tables")
    page.wait_for_selector("#files")
    for width, theme in ((1100, "light"), (1100, "dark"), (360, "light")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=theme)
        for place in PLACES:
            page.goto(f"http://127.0.0.1:{served.port}/work/lindow-at-noon/{place}")
            _serious(axe, page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, place


def _serious(axe: Any, page: Any) -> None:
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_a_lost_connection_keeps_what_was_typed_and_recovers(opened: Any, served: Served) -> None:
    """The lid closes, the server is gone: words say so, nothing is sent, and it goes on after."""
    page = opened
    _with_two(page)
    page.click("text=Read, correct or remove it >> nth=0")
    page.wait_for_selector("#text")
    page.fill("#text", "Typed while nobody was there. " * 5)
    served.end()
    page.click('button[value="save"]')
    page.wait_for_selector("#lost:not([hidden])")
    assert "What you typed stays here" in page.inner_text("#lost")
    assert page.input_value("#text").startswith("Typed while")
    assert page.inner_text('button[value="save"]') == "Save"
    served.begin()
    page.wait_for_selector("#lost", state="hidden", timeout=15_000)
    page.click('button[value="save"]')
    page.wait_for_selector(".notes")
    assert served.home.work("lindow-at-noon").draft("a1").text.startswith("Typed while")


def test_files_dropped_anywhere_are_added(opened: Any, served: Served) -> None:
    """A drop on the page, not only on the field, hands the files over; too many bytes are told."""
    page = opened
    page.fill("#title", "Dropped")
    page.click("text=Begin")
    page.wait_for_selector("#pasted")
    drop = """([names, text]) => {
      const data = new DataTransfer();
      for (const name of names) data.items.add(new File([text + name], name, {type: "text/plain"}));
      for (const kind of ["dragover", "drop"])
        document.querySelector("h1").dispatchEvent(
          new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
    }"""
    page.evaluate(drop, [["harbour-post.txt", "lindow-star.txt"], f"{POST} From "])
    page.click("#add button")
    page.wait_for_selector("#outlet-a2")
    assert page.locator(".drafts > li").count() == 2
    page.evaluate("document.getElementById('add').dataset.most = 10")
    page.set_input_files("#files", {"name": "b.txt", "mimeType": "text/plain", "buffer": b"x" * 99})
    assert "at most 0 MB fit at once" in page.inner_text("#toolarge")


def test_hostile_text_runs_nowhere(opened: Any, served: Served) -> None:
    """Markup in every field makes nothing, and a page of half a million characters opens."""
    page = opened
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.fill("#title", "<script>alert(1)</script>\u202e")
    page.click("text=Begin")
    for name in ("Post", "Star"):
        evil = f"<script>alert(1)</script><svg onload=alert(2)>\u202e {name}"
        text = f"{evil}\n\nThe regime fell. {evil} The troops stayed in Lindow. " * 3
        page.fill("#pasted", text)
        page.click("#add button")
        page.wait_for_selector(".notes")
    for number in (1, 2):
        page.fill(f"#outlet-a{number}", f"<img src=x onerror=alert({number})>")
    page.click("text=Save outlets")
    page.wait_for_selector(".notes")
    base = page.url.partition("?")[0]
    for place in PLACES:
        page.goto(f"{base}{place}")
        assert page.locator("main script, main img, main [onload]").count() == 0
    page.goto(base)
    fill = "n => { document.getElementById('pasted').value = '<b>«“'.repeat(n); }"
    page.evaluate(fill, 100_000)
    page.click("#add button")
    page.wait_for_selector(".notes")
    assert "It was kept as" in page.inner_text(".notes")
    assert page.input_value("#pasted") == ""


def test_without_script_everything_works(browser: Any, served: Served) -> None:
    """The forms are plain HTML: a browser with scripts off comes as far."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.address)
    page.wait_for_selector("#title")
    _with_two(page)
    page.click('nav a[href$="/take"]')
    page.click("text=Make worksheet and key")
    page.wait_for_selector("#files")
    made = served.home.work("lindow-at-noon").made / "lindow-at-noon-find.key.json"
    assert json.loads(made.read_text(encoding="utf-8"))["undecided"] > 0
    context.close()
