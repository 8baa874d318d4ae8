"""Serves the page on the loopback address, and opens the browser at it."""

from __future__ import annotations

import hmac
import logging
import secrets
import threading
import urllib.request
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from framing.errors import MissingExtraError, SettingsError
from framing.local.home import Home

if TYPE_CHECKING:
    from werkzeug.serving import BaseWSGIServer

__all__ = ["HOST", "answers", "default_home", "open_page", "start"]

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
    _require_flask()
    home = Home(Path(folder) if folder is not None else default_home())
    token, last = home.key()
    if last and port in (0, last) and answers(last, token):
        say("framing is open already; this is its page:")
        _show(last, token, browser, say)
        return
    server = start(home, token, port, last)
    from framing.local.outcome import warm

    threading.Thread(target=warm, daemon=True).start()
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
    _require_flask()
    from werkzeug.serving import make_server

    from framing.local.app import create_app

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


def _require_flask() -> None:
    try:
        import flask  # noqa: F401 - only whether it is there
    except ImportError as problem:
        raise MissingExtraError.of("page", "flask", "the local page") from problem


def _free_port() -> int:
    import socket

    with socket.socket() as door:
        door.bind((HOST, 0))
        return int(door.getsockname()[1])


def answers(port: int, token: str) -> bool:
    """Say whether our own page answers at that port.

    It proves that it knows the key; the key itself is not told to whoever listens there now.
    """
    from framing.local.guards import ALIVE, proof

    asked = secrets.token_hex(16)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://{HOST}:{port}{ALIVE}?prove={asked}", timeout=2) as answer:
            said = answer.read(100).decode("ascii", "replace")
    except (OSError, ValueError):
        return False
    return hmac.compare_digest(said, proof(token, asked))


def _show(port: int, token: str, browser: bool, say: Callable[[str], None]) -> None:
    address = f"http://{HOST}:{port}/?key={token}"
    say(f"framing is open at {address}")
    if browser:
        webbrowser.open(address)
