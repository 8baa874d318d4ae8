"""Gathers what was read: gives ids, refuses doubles, and words the error when nothing is left."""

from __future__ import annotations

from dataclasses import replace

from framing.articles.collection import Articles
from framing.articles.files import KINDS, Found
from framing.articles.quality import remarks_on
from framing.articles.records import Raw
from framing.errors import ArticleError
from framing.values import Article, Skipped

__all__ = ["Gathering"]

_READABLE = ", ".join(KINDS)


class Gathering:
    """Collects articles and remarks, and turns them into `Articles` at the end."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._articles: list[tuple[Article, Raw]] = []
        self._skipped: list[Skipped] = []
        self._warnings: list[Skipped] = []
        self._ignored: list[str] = []
        self._files = 0

    def note_file(self, found: Found) -> None:
        """Count a file seen, read or not."""
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
        return Articles(self._with_own_ids(), self._skipped, self._warnings, self._ignored)

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
        if self._skipped:
            listed = "; ".join(_worded(one) for one in self._skipped[:3])
            more = len(self._skipped) - 3
            return f"nothing usable was read from {self._name}: {listed}" + (
                f"; and {more} more" if more > 0 else ""
            )
        if not self._files:
            return (
                f"{self._name} is empty; put articles in it as EVENT/OUTLET.txt, "
                f"or as other files of these kinds: {_READABLE}"
            )
        kinds = sorted({"." + name.rpartition(".")[2] for name in self._ignored})
        return (
            f"{self._name} holds no articles: its {self._files} files ({', '.join(kinds)}) are of "
            f"other kinds; framing reads {_READABLE}"
        )


def _worded(one: Skipped) -> str:
    line = "" if one.line is None else f", line {one.line}"
    return f"{one.file}{line}: {one.reason}"


def _where(raw: Raw) -> str:
    return raw.file if raw.line is None else f"{raw.file}, line {raw.line}"


def _twice(identity: str, first: Raw, second: Raw) -> str:
    return (
        f"two articles claim the id {identity!r}: {_where(first)} and {_where(second)}; "
        "give one of them another id, or take the id out and framing makes one from its place"
    )
