"""Serves the page on the loopback address, and opens the browser at it."""

from __future__ import annotations

import logging
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from framing.errors import MissingExtraError, SettingsError
from framing.local.home import Home

if TYPE_CHECKING:
    from werkzeug.serving import BaseWSGIServer

__all__ = ["HOST", "default_home", "open_page", "start"]

HOST = "127.0.0.1"


def default_home() -> Path:
    """Return where works lie unless said otherwise: the folder ``framing`` of the user's own."""
    return Path.home() / "framing"


def open_page(
    folder: str | Path | None = None,
    *,
    port: int = 0,
    browser: bool = True,
    say: Callable[[str], None] = print,
) -> None:
    """Show the page in the browser until it is stopped; where it runs already, open that one.

    Parameters
    ----------
    folder
        Where works are kept; ``framing`` in the user's own folder by default.
    port
        The port to listen on; 0 takes that of the last time, or any free one.
    browser
        Whether to open the browser; the address is said in any case.
    say
        Takes the sentences for the terminal.

    Raises
    ------
    MissingExtraError
        Without the extra ``page``.
    SettingsError
        The folder can't be written to, or the port named is taken.
    """
    home = Home(Path(folder) if folder is not None else default_home())
    token, last = home.key()
    if last and port in (0, last) and _answers(last, token):
        say("framing is open already; this is its page:")
        _show(last, token, browser, say)
        return
    server = start(home, token, port, last)
    _show(server.port, token, browser, say)
    say(f"Your work is kept in {home.folder}. Nothing is sent anywhere. To stop: Ctrl-C.")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Stopped. Your work is kept.")
    finally:
        server.server_close()


def start(home: Home, token: str, port: int = 0, last: int = 0) -> BaseWSGIServer:
    """Bind the server, at the port wished, that of the last time, or any that is free."""
    try:
        from werkzeug.serving import make_server

        from framing.local.app import create_app
    except ImportError as problem:
        if (problem.name or "").partition(".")[0] not in ("flask", "werkzeug"):
            raise
        raise MissingExtraError.of("page", "flask", "the local page") from problem
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    for wished in (port,) if port else (last, 0):
        chosen = wished or _free_port()
        try:
            server = make_server(HOST, chosen, create_app(home, token, chosen), threaded=True)
        except (OSError, SystemExit):
            continue
        home.keep(token, chosen)
        return server
    raise SettingsError(f"port {port} is taken; leave --port out, and framing takes a free one")


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


def _answers(port: int, token: str) -> bool:
    """Say whether our own page answers at that port."""
    request = urllib.request.Request(
        f"http://{HOST}:{port}/alive", headers={"Cookie": f"framing-{port}={token}"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=2) as answer:
            return bool(answer.read(20) == b"framing")
    except (OSError, urllib.error.URLError, ValueError):
        return False


def _show(port: int, token: str, browser: bool, say: Callable[[str], None]) -> None:
    address = f"http://{HOST}:{port}/?key={token}"
    say(f"framing is open at {address}")
    if browser:
        webbrowser.open(address)
