"""What a worksheet is made of: texts with their outlets masked, and the namings in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from framing.values import Span

__all__ = ["LEVELS", "Item", "Key", "Sheet", "SheetText", "Task", "WorksheetFiles"]

LEVELS: dict[str, str] = {
    "find": "Find it",
    "voice": "Whose voice is it?",
    "rewrite": "Rewrite it neutrally",
    "guess": "Guess the outlet",
    "compare": "Compare two outlets",
}
"""The five levels of a worksheet, by the name an option takes, in the order of a course."""


@dataclass(frozen=True, slots=True)
class Item:
    """One naming and its answer; `start`, `end` are offsets into the masked field.

    Where a careful reader may differ, `also` are further voices that count as right, `either`
    says that marking it as loaded and leaving it both do, and `why` says why. `decided` is true
    where a person has accepted or changed the answer.
    """

    id: str
    article: str
    field: str
    start: int
    end: int
    text: str
    concept: str
    loaded: bool
    voice: str
    speaker: str | None = None
    milder: tuple[str, ...] = ()
    stronger: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    either: bool = False
    why: str = ""
    decided: bool = False

    @property
    def accepted(self) -> tuple[str, ...]:
        """The voices that count as right, the key's own first."""
        return (self.voice, *self.also)


@dataclass(frozen=True, slots=True)
class Task:
    """One sentence to be written anew, with the loaded words that stand in it.

    `facts` are names and numbers that a rewrite keeps (forms of one fact joined by ``|``), `rest`
    the other words that say what happened.
    """

    id: str
    article: str
    text: str
    words: tuple[str, ...]
    facts: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetText:
    """One article as pupils see it: a letter, its masked fields, and what is left to read.

    `fields` maps ``title`` and ``text`` to the masked words; `shown` gives the spans of each
    field's paragraphs that are shown (boilerplate is left out) and `words` those of its words.
    """

    label: str
    outlet: str
    article_id: str
    fields: dict[str, str]
    shown: dict[str, tuple[Span, ...]]
    words: dict[str, tuple[Span, ...]]

    def lettered(self, letters: Mapping[str, str]) -> SheetText:
        """Return the same text under the letter that `letters` gives for its own."""
        return replace(self, label=letters[self.label])


@dataclass(frozen=True, slots=True)
class Key:
    """Everything marking needs; it is written beside the worksheet and never into it.

    A key with `undecided` namings is a draft: no person has read them. One for guessing has none:
    its answers are the outlets, which the articles name.
    """

    sheet: str
    level: str
    title: str
    texts: tuple[SheetText, ...]
    items: tuple[Item, ...]
    tasks: tuple[Task, ...]
    listed: tuple[str, ...]
    made_from: str
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: its key, and what pupils may choose from."""

    key: Key
    outlets: tuple[tuple[str, str], ...]
    concepts: tuple[str, ...]
    language: str = "en"
    masked: bool = True


class WorksheetFiles(NamedTuple):
    """The three files of a worksheet: for pupils, for marking, for printing.

    Attributes
    ----------
    sheet : Path
        The page for pupils; it holds no answer.
    key : Path
        For marking.
    printable : Path
        To print: the texts with lines to write on, then the answers apart.
    """

    sheet: Path
    key: Path
    printable: Path
