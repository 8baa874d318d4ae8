"""`framing open`: the local page, for those who do not program."""

from __future__ import annotations

import click

from framing.cli.commands import registered
from framing.cli.terminal import say

__all__ = ["open_"]


@registered("start")
@click.command("open")
@click.option(
    "--home",
    metavar="FOLDER",
    type=click.Path(file_okay=False),
    help="Where your work is kept; by default the folder framing in your own.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to listen on.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--shortcut",
    metavar="FOLDER",
    type=click.Path(file_okay=False),
    help="Write a file to double-click into FOLDER (such as your desktop), and stop.",
)
def open_(home: str | None, port: int, no_browser: bool, shortcut: str | None) -> None:
    """Open a page in your browser: paste articles, see the findings, save a worksheet.

    The page is served on this machine to this machine alone; nothing is sent anywhere, and no
    account is needed.
    """
    from framing.local import open_page, write_shortcut

    if shortcut:
        path = write_shortcut(shortcut)
        say(f"double-click this file from now on: {path}")
        if path.suffix == ".desktop":
            say("your desktop may ask once: right-click it and allow launching")
        return
    open_page(home, port=port, browser=not no_browser, say=say)
