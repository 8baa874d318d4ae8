"""Starting: one server a home, files to double-click, and the command."""

from __future__ import annotations

import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from framing.cli import cli
from framing.errors import SettingsError
from framing.local import Home, open_page, write_shortcut
from framing.local.serving import answers, start


@pytest.fixture
def served(home: Home, optional: Any) -> Iterator[tuple[int, str]]:
    """Serve a home on a free port; give the port and the key."""
    optional("flask", "page")
    token, last = home.key()
    server = start(home, token, 0, last)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.port, token
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_second_start_opens_the_page_that_runs(home: Home, served: tuple[int, str]) -> None:
    """Two double-clicks are one server; the address is said again."""
    said: list[str] = []
    open_page(home.folder, browser=False, say=said.append)
    assert said == [
        "framing is open already; this is its page:",
        f"framing is open at http://127.0.0.1:{served[0]}/?key={served[1]}",
    ]


def test_a_stranger_on_the_port_is_not_taken_for_the_page(
    tmp_path: Path, served: tuple[int, str]
) -> None:
    """Another program, or another home's page, that listens there now is passed by."""
    assert answers(*served)
    assert not answers(served[0], "another" * 7)
    assert not answers(1, served[1])


def test_without_the_extra_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library stays light: the page is an extra, and its absence is said with the cure."""
    monkeypatch.setitem(sys.modules, "flask", None)
    done = CliRunner().invoke(cli, ["open", "--home", str(tmp_path / "home"), "--no-browser"])
    assert done.exit_code == 2
    assert 'pip install "framing[page]"' in done.output
    assert not (tmp_path / "home").exists()


def test_a_restart_takes_the_same_port_and_key(home: Home, served: tuple[int, str]) -> None:
    """A page left open finds its server again: what was served on last is kept."""
    assert home.key() == (served[1], served[0])


def test_a_taken_port_is_said(tmp_path: Path, served: tuple[int, str]) -> None:
    """A port that was named and is taken is refused with the way out."""
    with pytest.raises(SettingsError, match=r"is taken; leave --port out"):
        start(Home(tmp_path / "other"), "t" * 43, served[0])


def test_over_the_wire_a_stranger_gets_words_and_no_page(served: tuple[int, str]) -> None:
    """The real server refuses what carries no key."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with pytest.raises(urllib.error.HTTPError) as refused:
        direct.open(f"http://127.0.0.1:{served[0]}/")
    assert refused.value.code == 403
    refused.value.close()


@pytest.mark.parametrize(
    ("system", "name", "holds"),
    [
        ("win32", "framing.bat", "-m framing.cli open\r\n"),
        ("darwin", "framing.command", "-m framing.cli open\n"),
        ("linux", "framing.desktop", "Terminal=true"),
    ],
)
def test_a_file_to_double_click_for_each_system(
    tmp_path: Path, system: str, name: str, holds: str
) -> None:
    """Each holds the Python that runs now, and can be started."""
    path = write_shortcut(tmp_path, system=system)
    assert path.name == name
    written = path.read_bytes().decode()
    assert holds in written
    assert Path(sys.executable).name in written
    if system != "win32" and sys.platform != "win32":
        assert path.stat().st_mode & 0o111


@pytest.mark.skipif(sys.platform == "win32", reason="runs a shell")
def test_the_file_for_a_mac_starts_this_python(tmp_path: Path) -> None:
    """It is a shell's file, and what it starts is the command."""
    path = write_shortcut(tmp_path, system="darwin")
    script = path.read_text(encoding="utf-8").replace(" open\n", " open --help\n")
    path.write_text(script, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([path], capture_output=True, text=True, check=True, cwd=root)
    assert "no account" in done.stdout.replace("\n", " ").replace("  ", " ")


def test_the_command_writes_the_file(tmp_path: Path) -> None:
    """`framing open --shortcut FOLDER` says where it lies; a folder that is none is named."""
    done = CliRunner().invoke(cli, ["open", "--shortcut", str(tmp_path)])
    assert done.exit_code == 0
    assert len(list(tmp_path.iterdir())) == 1
    failed = CliRunner().invoke(cli, ["open", "--shortcut", str(tmp_path / "none")])
    assert failed.exit_code == 2
    with pytest.raises(SettingsError, match="no file to double-click"):
        write_shortcut(tmp_path, system="amiga")
