"""Nobody but this machine's own browser gets in, and the page gives nothing away."""

from __future__ import annotations

import io
import re
import stat
import sys
from typing import Any

import pytest

from framing.local.guards import form_token, proof
from framing.local.serving import HOST

from .conftest import PORT, TOKEN, Page

ORIGIN = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def stranger(home: Any, optional: Any) -> Any:
    """Give a client without the cookie."""
    optional("flask", "page")
    from framing.local.app import create_app

    return create_app(home, TOKEN, PORT).test_client()


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1:1", "127.0.0.2"]
)
def test_another_host_name_is_refused(page: Page, host: str) -> None:
    """A site whose name was made to lead here reads nothing, even with the user's cookie."""
    answer = page.client.get("/", base_url=f"http://{host}", headers={"Cookie": ""})
    assert answer.status_code == 421
    assert "form_token" not in answer.text


def test_without_the_key_there_is_nothing(stranger: Any) -> None:
    """Every address asks for the key, the sign of life too; the answer says how to get in."""
    for path in ("/", "/alive", "/work/x/", "/work/x/made/y"):
        answer = stranger.get(path, base_url=ORIGIN)
        assert answer.status_code == 403
        assert "Open framing again" in answer.text
        assert form_token(TOKEN) not in re.sub(r'value="[^"]*"', "", answer.text)
    assert stranger.get("/?key=wrong", base_url=ORIGIN).status_code == 403
    assert stranger.post("/works", base_url=ORIGIN).status_code == 403


def test_the_page_proves_itself_without_the_key(stranger: Any) -> None:
    """A second start asks by a riddle: whoever has taken the port meanwhile learns no key."""
    answer = stranger.get("/alive?prove=abc", base_url=ORIGIN)
    assert answer.text == proof(TOKEN, "abc") != proof(TOKEN, "abd")
    assert TOKEN not in answer.text


def test_the_key_goes_from_the_address_into_a_strict_cookie(stranger: Any) -> None:
    """Once given, it is out of the address, out of scripts' reach and of other sites' requests."""
    answer = stranger.get(f"/?key={TOKEN}", base_url=ORIGIN)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert TOKEN not in answer.text
    assert stranger.get("/", base_url=ORIGIN).status_code == 200


def test_a_form_needs_the_pages_token_and_origin(page: Page) -> None:
    """The cookie alone changes nothing, and neither does a form of another site."""
    plain = page.client.post("/works", data={"title": "x"}, base_url=ORIGIN)
    assert plain.status_code == 403
    guessed = page.send("/works", {"title": "x", "form_token": "0" * 64})
    assert guessed.status_code == 403
    foreign = page.send("/works", {"title": "x"}, headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403
    own = page.send("/works", {"title": "x"}, headers={"Origin": ORIGIN})
    assert own.status_code == 200
    assert page.get("/").text.count('href="/work/') == 1


def test_pages_may_run_their_own_script_only(page: Page) -> None:
    """The policy names the script by its hash; nothing is fetched, framed, cached or told on."""
    answer = page.get("/")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', answer.text)[1]
    assert re.search(r"script-src 'sha256-[^']+';", policy)
    assert "default-src 'none'" in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r"(?:src|href)=[\"']https?:", answer.text)


def test_a_made_page_is_saved_and_never_shown_here(page: Page, two: str) -> None:
    """A report with its own script does not run under this page's address."""
    page.send(f"{two}/take", {"what": "tables"})
    answer = page.get(f"{two}/made/lindow-at-noon-tables.zip")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    ["made/..%2Fwork.json", "made/../work.json", "made/%2Fetc%2Fpasswd", "made/.hidden", "made/x"],
)
def test_no_name_leads_out_of_the_folder(page: Page, two: str, path: str) -> None:
    """What is not among the things made is not there."""
    assert page.get(f"{two}/{path}").status_code == 404


@pytest.mark.parametrize("slug", ["..", "%2e%2e", ".page.json", "a/b", "A", ""])
def test_no_work_lies_outside_the_home(page: Page, slug: str) -> None:
    """Works are folders of the home with names that framing gave."""
    assert page.get(f"/work/{slug}/").status_code == 404


def test_too_much_at_once_is_refused_in_words(page: Page, two: str) -> None:
    """More bytes than fit are taken in, thrown away, and answered with what to do."""
    page.client.application.config["MAX_CONTENT_LENGTH"] = 10_000
    files = {"files": (io.BytesIO(b"x" * 20_000), "big.txt")}
    answer = page.send(f"{two}/add", files)
    assert answer.status_code == 413
    assert "Nothing was added; give fewer files" in answer.text


def test_it_listens_to_this_machine_only() -> None:
    """The address is the loopback one and can't be set."""
    assert HOST == "127.0.0.1"


@pytest.mark.skipif(sys.platform == "win32", reason="files there have no mode")
def test_the_key_is_the_users_own(home: Any) -> None:
    """The file with the key can be read by nobody else, and the key outlives a restart."""
    token, _ = home.key()
    home.keep(token, 5123)
    mode = (home.folder / ".page.json").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    assert home.key() == (token, 5123)
    assert len(token) >= 43
