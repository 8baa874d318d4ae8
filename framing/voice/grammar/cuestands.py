"""Where a cue stands, as far as it bears on where its content ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

__all__ = ["CueStands"]


class CueStands(Protocol):
    """What is asked where a content may end: what a cue stands in, and which verbs report."""

    @property
    def subordinate(self) -> bool:
        """In an introductory clause ("While X said C, Y did"), so that the main clause ends it."""
        ...

    @property
    def inserted(self) -> bool:
        """In a relative clause or between commas."""
        ...

    @property
    def speaks(self) -> Callable[[int], bool]:
        """Tells whether a token is a verb of speech or judgement."""
        ...

    @property
    def utters(self) -> Callable[[int], bool]:
        """Tells whether it is one and means neither belief nor intent.

        "He said he was tired and wanted to go".
        """
        ...
