"""The registry of other tools' dictionary formats: each is registered in its own file."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from framing.lexicon.formats.termrows import Imported, TermRow
from framing.lexicon.lexiconrecords import Lexicon

__all__ = ["FORMATS", "DictionaryFormat", "register"]


class DictionaryFormat(NamedTuple):
    """One foreign format: what it is called, how its files end, how it is read and written.

    `suffixes` are the endings that are this format's own. Endings that several formats share
    stand in `shared`; then `recognises` tells from the text whether a file is of this one.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Imported]
    write: Callable[[Lexicon, list[TermRow]], tuple[str, list[str]]]
    shared: tuple[str, ...] = ()
    recognises: Callable[[str], bool] = lambda text: False


FORMATS: dict[str, DictionaryFormat] = {}


def register(each: DictionaryFormat) -> None:
    """Add a format to those that are known."""
    FORMATS[each.name] = each
