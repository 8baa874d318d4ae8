"""Files to double-click: one for each system, which start the page without a command."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from framing.errors import SettingsError
from framing.output import write_whole

__all__ = ["SYSTEMS", "write_shortcut"]

SYSTEMS = {"win32": "framing.bat", "darwin": "framing.command", "linux": "framing.desktop"}
"""The name of the file, by system."""


def write_shortcut(folder: str | Path, *, system: str | None = None) -> Path:
    """Write the file that opens framing's page by double-click.

    It holds the path of the Python that runs now, so it works on the machine it was written on.

    Parameters
    ----------
    folder
        Where to put it, such as the desktop.
    system
        ``win32``, ``darwin`` or ``linux``; the one this runs on by default.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    SettingsError
        There is no such system, or no such folder.

    Examples
    --------
    >>> import tempfile
    >>> write_shortcut(tempfile.mkdtemp(), system="linux").name
    'framing.desktop'
    """
    system = system or ("linux" if sys.platform not in SYSTEMS else sys.platform)
    if system not in SYSTEMS:
        raise SettingsError(f"no file to double-click is known for {system!r}")
    place = Path(folder)
    if not place.is_dir():
        raise SettingsError(f"{place} is no folder; name one, such as your desktop")
    path = place / SYSTEMS[system]
    write_whole(path, _content(system, sys.executable))
    if system != "win32":
        path.chmod(0o755)
    return path


def _content(system: str, python: str) -> str:
    """Return what stands in the file.

    Examples
    --------
    >>> print(_content("darwin", "/opt/my env/bin/python"), end="")
    #!/bin/sh
    exec '/opt/my env/bin/python' -m framing.cli open
    """
    if system == "win32":
        quoted = python.replace("%", "%%")
        return f'@echo off\r\ntitle framing\r\n"{quoted}" -m framing.cli open\r\npause\r\n'
    command = f"{shlex.quote(python)} -m framing.cli open"
    if system == "darwin":
        return f"#!/bin/sh\nexec {command}\n"
    inside = '"' + "".join(f"\\\\{c}" if c in '"`$\\' else c for c in python) + '"'
    return (
        "[Desktop Entry]\nType=Application\nName=framing\n"
        "Comment=Compare how outlets name the same things\n"
        f"Exec={inside.replace('%', '%%')} -m framing.cli open\nTerminal=true\n"
    )
