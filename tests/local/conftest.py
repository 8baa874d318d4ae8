"""A home in a temporary folder, the page's application, and two articles to paste."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from framing.local import Home

TOKEN, PORT = "k" * 43, 8123

POST = """Regime sends occupation troops to Lindow

Harbour Post
3 May 2024

The regime sent troops to Lindow on Friday. “The terrorists must go,” said Ana Roe.

Ana Roe told reporters that the regime would fall."""

STAR = """Government sends troops to Lindow

Source: Lindow Star

The government sent troops to Lindow on Friday, the ministry said. “It is a regime,” said Bo Lund.

The so-called “peacekeepers” came at noon."""


class Page:
    """The page as one window sees it: it follows forms as a browser would send them."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.client.set_cookie(f"framing-{PORT}", TOKEN, domain="127.0.0.1")

    def get(self, path: str, **more: Any) -> Any:
        """Ask for an address of the page."""
        return self.client.get(path, base_url=f"http://127.0.0.1:{PORT}", **more)

    def send(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> Any:
        """Send a form with the token that every form of the page carries."""
        form = {"form_token": self.token(), **(data or {})}
        options = {"follow_redirects": True, **more}
        return self.client.post(path, data=form, base_url=f"http://127.0.0.1:{PORT}", **options)

    def token(self) -> str:
        """Return the token that stands in the forms."""
        return re.search(r'name="form_token" value="(\w+)"', self.get("/").text)[1]

    def fields(self, path: str, form: str = "") -> dict[str, str]:
        """Return what stands in the inputs of a page: hidden, typed, and ticked ones."""
        html = self.get(path).text
        found = {}
        for tag in re.findall(r"<input[^>]*>", html):
            name = re.search(r' name="([^"]*)"', tag)
            value = re.search(r' value="([^"]*)"', tag)
            ticked = 'type="radio"' not in tag and 'type="checkbox"' not in tag
            if name and (ticked or " checked" in tag):
                found[name[1]] = value[1] if value else "on"
        return found


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Give a home that is empty yet."""
    return Home(tmp_path / "framing")


@pytest.fixture
def window(home: Home, optional: Callable[[str, str], Any]) -> Callable[[], Page]:
    """Give a function that opens one more window on the same home."""
    optional("flask", "page")
    from framing.local.app import create_app

    app = create_app(home, TOKEN, PORT)
    return lambda: Page(app.test_client())


@pytest.fixture
def page(window: Callable[[], Page]) -> Page:
    """Open one window."""
    return window()


@pytest.fixture
def two(page: Page) -> str:
    """Begin a work with two articles; return its address."""
    page.send("/works", {"title": "Lindow at noon"})
    for text in (POST, STAR):
        page.send("/work/lindow-at-noon/add", {"pasted": text})
    fields = page.fields("/work/lindow-at-noon/")
    page.send("/work/lindow-at-noon/fields", {**fields, "outlet|a1": "Harbour Post"})
    return "/work/lindow-at-noon"
