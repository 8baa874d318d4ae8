"""A draft: one article as a person sees and corrects it, and the version by which they saw it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from framing.articles.dates import iso_date
from framing.errors import SettingsError
from framing.values import Article

__all__ = ["FIELDS", "LONGEST", "LONGEST_FIELD", "Draft", "corrected", "draft_of"]

LONGEST = 400_000
"""Characters of one article on the page; the longest reports have a tenth of it."""

FIELDS = ("outlet", "title", "date", "text")
"""What a person can correct."""

LONGEST_FIELD = 300
"""Characters of an outlet, a title or a date."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article, as it lies in ``articles.jsonl``.

    Empty strings stand for what is not known; `guessed` names the fields that nobody wrote and
    the page took from the text or the file's name.
    """

    id: str
    text: str
    outlet: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    file: str = ""
    guessed: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """A fingerprint of what is written here; who saves says which one they changed.

        Examples
        --------
        >>> Draft("a1", "x").version == Draft("a1", "x").version != Draft("a1", "y").version
        True
        """
        written = json.dumps([getattr(self, name) for name in FIELDS], ensure_ascii=True)
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    def article(self, event: str) -> Article:
        """Return the article that is analysed."""
        outlet, title, day = self.outlet or None, self.title or None, self.date or None
        return Article(self.id, outlet, event, day, title, self.url or None, self.text)

    def record(self, event: str) -> dict[str, Any]:
        """Return the line of ``articles.jsonl``, which `read_articles` reads as well."""
        return {**asdict(self), "event": event}


def draft_of(record: Mapping[str, Any]) -> Draft:
    """Read a line of ``articles.jsonl`` back."""
    kept = {name: record[name] for name in Draft.__slots__ if name in record}
    return Draft(**{**kept, "guessed": tuple(kept.get("guessed", ()))})


def corrected(draft: Draft, fields: Mapping[str, str]) -> Draft:
    """Return the draft with what a person wrote; what they saw and left is a guess no longer.

    Raises
    ------
    SettingsError
        In words for the page: a text that is empty or far too long, a date that is none.

    Examples
    --------
    >>> corrected(Draft("a1", "Troops left."), {"date": "3 May 2021", "outlet": " Post "}).date
    '2021-05-03'
    """
    given = {name: fields[name] for name in FIELDS if name in fields}
    text = given.get("text", draft.text).replace("\r\n", "\n")
    if not text.strip():
        raise SettingsError("the article has no text; paste it, or remove the article")
    if len(text) > LONGEST:
        raise SettingsError(
            f"this text has {len(text):,} characters, and one article on this page may have "
            f"{LONGEST:,}; if it is several articles, paste them one by one"
        )
    short = {name: " ".join(given[name].split()) for name in given if name != "text"}
    for name, value in short.items():
        if len(value) > LONGEST_FIELD:
            raise SettingsError(
                f"the {name} has {len(value)} characters; at most {LONGEST_FIELD} fit"
            )
    if short.get("date"):
        day = iso_date(short["date"])
        if day is None:
            raise SettingsError(
                f"the date {short['date'][:40]!r} is not understood; write it like 2024-05-17"
            )
        short["date"] = day[:10]
    return replace(draft, text=text, guessed=(), **short)
