"""Gathers what was read: gives ids, refuses doubles, and words the error when nothing is left."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from framing.articles.collection import Articles
from framing.articles.files import KINDS
from framing.articles.quality import remarks_on
from framing.articles.records import Raw
from framing.errors import ArticleError
from framing.values import Article, Skipped

__all__ = ["Gathering"]

_LISTED = 3  # examples in a message
_READABLE = ", ".join(KINDS)
_NO_OUTLET = (
    "no article names its outlet; name it in a column 'outlet', in front matter (outlet: …), "
    "or by folders EVENT/OUTLET.txt"
)


class Gathering:
    """Collects articles and remarks, and turns them into `Articles` at the end."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._articles: list[tuple[Article, Raw]] = []
        self._skipped: list[Skipped] = []
        self._warnings: list[Skipped] = []
        self._ignored: list[str] = []
        self._files = 0

    def note_file(self) -> None:
        """Count a file or dataframe seen, read or not."""
        self._files += 1

    def ignore(self, file: str) -> None:
        """Remember a file that was never meant as an article."""
        self._ignored.append(file)

    def add(self, item: Article | Skipped, raw: Raw | Skipped) -> None:
        """Take one article with the row it came from, or the reason why there is none."""
        if isinstance(item, Skipped) or isinstance(raw, Skipped):
            if isinstance(item, Skipped):
                self._skipped.append(item)
            return
        self._articles.append((item, raw))
        for remark in (*raw.remarks, *remarks_on(item)):
            self._warnings.append(Skipped(raw.file, raw.line, remark))

    def finish(self) -> Articles:
        """Return what was gathered; raise when that is nothing, or an id is claimed twice."""
        if not self._articles:
            raise ArticleError(self._nothing())
        articles = self._with_own_ids()
        if len(articles) > 1 and not any(article.outlet for article in articles):
            self._warnings.append(Skipped(self._name, None, _NO_OUTLET))
        return Articles(articles, self._skipped, self._warnings, self._ignored)

    def _with_own_ids(self) -> list[Article]:
        """Check ids that articles claim; an id made from a path gives way to a longer one."""
        claimed: dict[str, Raw] = {}
        places: dict[str, int] = {}
        for article, raw in self._articles:
            if article.id == raw.place:
                places[raw.place] = places.get(raw.place, 0) + 1
            elif article.id in claimed:
                raise ArticleError(_twice(article.id, claimed[article.id], raw))
            else:
                claimed[article.id] = raw
        articles = []
        for article, raw in self._articles:
            own = article.id
            if own == raw.place and (places[own] > 1 or own in claimed):
                articles.append(replace(article, id=raw.longer))
            else:
                articles.append(article)
        return articles

    def _nothing(self) -> str:
        """Word the error for a read that gave no article: what was there, and what to do."""
        if len(self._skipped) == 1:
            return _worded(self._skipped[0])
        if self._skipped:
            listed = "; ".join(_worded(one) for one in self._skipped[:_LISTED])
            return f"no article could be read from {self._name}: {listed}{_more(self._skipped)}"
        if self._ignored:
            listed = ", ".join(os.path.basename(file) for file in self._ignored[:_LISTED])
            return (
                f"{self._name} holds no articles: what lies in it is none by its kind or name "
                f"({listed}{_more(self._ignored)}); framing reads {_READABLE}"
            )
        if self._files:
            return f"{self._name} holds no articles: there is not a row in it"
        return (
            f"{self._name} is empty; put articles in it as EVENT/OUTLET.txt, "
            f"or in files of these kinds: {_READABLE}"
        )


def _more(listed: Sequence[object]) -> str:
    return f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""


def _worded(one: Skipped) -> str:
    line = "" if one.line is None else f", line {one.line}"
    return f"{one.file}{line}: {one.reason}"


def _where(raw: Raw) -> str:
    return raw.file if raw.line is None else f"{raw.file}, line {raw.line}"


def _twice(identity: str, first: Raw, second: Raw) -> str:
    return (
        f"two articles claim the id {identity!r}: {_where(first)} and {_where(second)}; give each "
        "its own, or leave ids out and framing makes them from file names and rows"
    )
