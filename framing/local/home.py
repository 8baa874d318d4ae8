"""The folder in which all works lie, and the key by which one machine's page knows its own user."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import unicodedata
from pathlib import Path

from framing.errors import SettingsError
from framing.local.workfolder import Work
from framing.output import write_whole

__all__ = ["Home"]

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_KEY = ".page.json"


class Home:
    """All works of one person, in one folder.

    Parameters
    ----------
    folder : Path
        Each work is a folder in it; it need not be there before the first is begun.

    Examples
    --------
    >>> import tempfile
    >>> home = Home(Path(tempfile.mkdtemp()))
    >>> home.begin("The march at Dunmarrow!").slug, home.begin("The march at Dunmarrow!").slug
    ('the-march-at-dunmarrow', 'the-march-at-dunmarrow-2')
    >>> [work.title for work in home.works()]
    ['The march at Dunmarrow!', 'The march at Dunmarrow!']
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._works: dict[str, Work] = {}

    def works(self) -> list[Work]:
        """Return the works there are, by name."""
        if not self.folder.is_dir():
            return []
        names = sorted(path.parent.name for path in self.folder.glob("*/work.json"))
        return [work for name in names if (work := self.work(name)) is not None]

    def work(self, slug: str) -> Work | None:
        """Return one work, the same object each time; None where there is none of that name.

        `slug` is the name of its folder: 1 to 60 of ``a-z``, ``0-9`` and ``-``, no hyphen first.
        """
        if not _SLUG.fullmatch(slug) or not (self.folder / slug / "work.json").is_file():
            return None
        return self._works.setdefault(slug, Work(self.folder / slug))

    def begin(self, title: str) -> Work:
        """Make a folder for a new event.

        Parameters
        ----------
        title : str
            The event's name: its first 120 characters are kept, white space as single spaces. An
            empty one becomes "An event".

        Returns
        -------
        Work
            In a folder of its own, named after the title, with a number where that name is taken.
        """
        title = " ".join(title.split())[:120] or "An event"
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50] or "event"
        slug, number = stem, 2
        while (self.folder / slug).exists():
            slug, number = f"{stem}-{number}", number + 1
        work = self._works.setdefault(slug, Work(self.folder / slug))
        work.begin(title)
        return work

    def key(self) -> tuple[str, int]:
        """Return the token and the port of the last time, made where there are none.

        Kept from one start to the next, so that a page left open finds its server again. The file
        can be read by this user alone.

        Raises
        ------
        SettingsError
            The folder can't be written to.
        """
        path = self.folder / _KEY
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(path.read_text(encoding="utf-8"))
            if len(kept["token"]) >= 32 and 0 <= int(kept["port"]) < 65536:
                return str(kept["token"]), int(kept["port"])
        token = secrets.token_urlsafe(32)
        self.keep(token, 0)
        return token, 0

    def keep(self, token: str, port: int) -> None:
        """Write down the token and the port that is served on, for `key` to return.

        Parameters
        ----------
        token : str
            What the page's own user is known by; `key` takes one of 32 characters or more.
        port : int
            0 to 65535; 0 for none yet.

        Raises
        ------
        SettingsError
            The folder can't be written to.
        """
        path = self.folder / _KEY
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, json.dumps({"token": token, "port": port}))
            os.chmod(path, 0o600)
        except OSError as problem:
            raise SettingsError(
                f"{self.folder} can't be written to; name another folder with --home"
            ) from problem
