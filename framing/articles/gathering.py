"""Gathers what was read: gives ids, refuses doubles, and words the error when nothing is left."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from framing.articles.building import Built
from framing.articles.collection import Articles
from framing.articles.dateorder import OrderRead, in_shown_order
from framing.articles.formats import format_of, known_suffixes
from framing.articles.likenames import like_names
from framing.articles.quality import remarks_on
from framing.articles.rawrecords import Raw
from framing.articles.walking import NEVER_ARTICLES
from framing.errors import ArticleError
from framing.values import Article, Skipped

__all__ = ["Gathering"]

_LISTED = 3  # examples in a message
# Pictures, programs and settings: what lies beside articles and never is one.
_NO_TEXT = frozenset(
    ".png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .mp3 .mp4 .wav .mov .py .pyc .ipynb .r "
    ".rmd .rds .rdata .rproj .js .css .sh .bat .yaml .yml .toml .ini .cfg .lock .log .db .sqlite "
    ".dic .do .sps".split()
)
_NO_OUTLET = (
    "no article names its outlet; name it in a column 'outlet', in front matter (outlet: …), "
    "or by folders EVENT/OUTLET.txt, of which the one that holds EVENT is given"
)


def _other_columns(articles: Sequence[Article]) -> str:
    """Name the columns that a table has beside those known: one of them may be the outlet's."""
    names = list(dict.fromkeys(str(name) for article in articles[:50] for name in article.meta))
    if not names:
        return ""
    listed = ", ".join(map(repr, names[:6]))
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return f"; if one of {listed}{more} does, call it outlet, or compare by it (--by COLUMN)"


class Gathering:
    """Collects articles and remarks, and turns them into `Articles` at the end."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._articles: list[tuple[Article, Raw]] = []
        self._skipped: list[Skipped] = []
        self._warnings: list[Skipped] = []
        self._ignored: list[str] = []
        self._unread: list[tuple[str, Raw]] = []
        self._files = 0

    def note_file(self) -> None:
        """Count a file or dataframe seen, read or not."""
        self._files += 1

    def ignore(self, file: str) -> None:
        """Remember a file that was never meant as an article."""
        self._ignored.append(file)

    def skip(self, row: Skipped) -> None:
        """Remember what was to be an article and could not be read."""
        self._skipped.append(row)

    def warn(self, file: str, line: int | None, text: str) -> None:
        """Remember what looks wrong without keeping an article from being read."""
        self._warnings.append(Skipped(file, line, text))

    def add(self, built: Built, raw: Raw) -> None:
        """Take one article with the row it came from."""
        self._articles.append((built.article, raw))
        if built.unread_date is not None:
            self._unread.append((built.unread_date, raw))
        for remark in (*built.remarks, *remarks_on(built.article)):
            self.warn(raw.file, raw.line, remark)

    def __len__(self) -> int:
        """Count the articles gathered so far."""
        return len(self._articles)

    def part(self) -> Articles:
        """Return what was gathered as one block of a longer read, and start the next one.

        Ids stay as they are: whether one is claimed twice shows only when all blocks are read.
        """
        block = [article for article, _ in self._articles]
        self._warn_of_dates(())
        found = Articles(
            block, self._skipped, self._warnings, self._ignored, places=self._places(block)
        )
        self._articles, self._skipped, self._warnings = [], [], []
        self._ignored, self._unread = [], []
        return found

    def finish(self) -> Articles:
        """Return what was gathered; raise when that is nothing, or an id is claimed twice."""
        if not self._articles:
            raise ArticleError(self._nothing())
        orders = self._read_by_order()
        articles = self._with_own_ids()
        single, self._warnings = self._warnings, []
        if len(articles) > 1 and not any(article.outlet for article in articles):
            self.warn(self._name, None, _NO_OUTLET + _other_columns(articles))
        self._warn_of_dates(orders)
        self._warn_of_spellings(articles)
        self._warn_of_kinds()
        warnings = [*self._warnings, *single]  # what concerns all of them first
        return Articles(
            articles, self._skipped, warnings, self._ignored, places=self._places(articles)
        )

    def _places(self, articles: Sequence[Article]) -> dict[str, tuple[str, int | None]]:
        """Return the file and line of each article by its id."""
        rows = [raw for _, raw in self._articles]
        return {
            article.id: (raw.file, raw.line) for article, raw in zip(articles, rows, strict=True)
        }

    def _read_by_order(self) -> list[OrderRead]:
        """Read dates that may be two as their column shows, and return what was read so."""
        dated, orders = in_shown_order(self._articles, self._unread)
        if dated:
            self._articles = [
                (dated.get(raw.longer, article), raw) for article, raw in self._articles
            ]
            self._unread = [(day, raw) for day, raw in self._unread if raw.longer not in dated]
        return orders

    def _warn_of_dates(self, orders: Sequence[OrderRead]) -> None:
        """Say once how many dates were not read, with an example and what to write instead."""
        for order in orders:
            dates = "date that may be two is" if order.read == 1 else "dates that may be two are"
            others = "another" if order.shown == 1 else f"{order.shown} others"
            self.warn(
                order.row.file,
                order.row.line,
                f"{order.read} {dates} read with the {order.first} first, such as "
                f"{order.examples[0]!r}, as {others} of the column must be "
                f"({order.examples[1]!r}): write dates as 2021-05-03",
            )
        if self._unread:
            written, raw = self._unread[0]
            many = f"{len(self._unread)} dates are" if len(self._unread) > 1 else "a date is"
            self.warn(
                raw.file,
                raw.line,
                f"{many} not read, such as {written!r} (the day or the month may come first, or "
                "it is none); kept in meta['date']: write dates as 2021-05-03",
            )

    def _warn_of_spellings(self, articles: Sequence[Article]) -> None:
        """Say which outlets may be one under several names."""
        counts = Counter(a.outlet for a in articles if a.outlet)
        for names in like_names(counts):
            listed = ", ".join(f"{name!r} ({counts[name]})" for name in names)
            self.warn(
                self._name,
                None,
                f"one outlet may stand here under {len(names)} names and is counted as "
                f"{len(names)}: {listed}; give it one name",
            )

    def _warn_of_kinds(self) -> None:
        """Name files of kinds that are not read: nobody would miss them otherwise."""
        other = [file for file in self._ignored if _may_hold_text(file)]
        if other:
            listed = ", ".join(os.path.basename(file) for file in other[:_LISTED])
            self.warn(
                self._name,
                None,
                f"{len(other)} file(s) left out, of kinds framing does not read "
                f"({listed}{_more(other)})",
            )

    def _with_own_ids(self) -> list[Article]:
        """Check ids that articles claim; an id made from a path gives way to a longer one."""
        claimed: dict[str, Raw] = {}
        places = Counter(article.id for article, raw in self._articles if article.id == raw.place)
        for article, raw in self._articles:
            if article.id != raw.place:
                _claim(claimed, article.id, raw)
        articles = []
        for article, raw in self._articles:
            own = article.id
            if own == raw.place and (places[own] > 1 or own in claimed):
                article = replace(article, id=raw.longer)
                _claim(claimed, article.id, raw)
            articles.append(article)
        return articles

    def _nothing(self) -> str:
        """Word the error for a read that gave no article: what was there, and what to do."""
        readable = ", ".join(known_suffixes())
        if len(self._skipped) == 1:
            return _worded(self._skipped[0])
        if self._skipped:
            listed = "; ".join(_worded(skip) for skip in self._skipped[:_LISTED])
            return f"no article could be read from {self._name}: {listed}{_more(self._skipped)}"
        if self._ignored:
            listed = ", ".join(os.path.basename(file) for file in self._ignored[:_LISTED])
            return (
                f"{self._name} holds no articles: what lies in it is none by its kind or name "
                f"({listed}{_more(self._ignored)}); framing reads {readable}"
            )
        if self._files:
            return f"{self._name} holds no articles: there is not a row in it"
        return (
            f"{self._name} is empty; put articles in it as EVENT/OUTLET.txt, "
            f"or in files of these kinds: {readable}"
        )


def _claim(claimed: dict[str, Raw], identity: str, raw: Raw) -> None:
    if identity in claimed:
        raise ArticleError(_twice(identity, claimed[identity], raw))
    claimed[identity] = raw


def _may_hold_text(file: str) -> bool:
    """Say whether a file that was left out might have been meant as an article."""
    name = os.path.basename(file)
    suffix = os.path.splitext(name)[1].lower()
    never = not name or NEVER_ARTICLES.match(name) or suffix in _NO_TEXT
    return not never and format_of(suffix) is None


def _more(listed: Sequence[object]) -> str:
    return f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""


def _worded(skip: Skipped) -> str:
    line = "" if skip.line is None else f", line {skip.line}"
    return f"{skip.file}{line}: {skip.reason}"


def _where(raw: Raw) -> str:
    return raw.file if raw.line is None else f"{raw.file}, line {raw.line}"


def _twice(identity: str, first: Raw, second: Raw) -> str:
    return (
        f"two articles claim the id {identity!r}: {_where(first)} and {_where(second)}; give each "
        "its own, or leave ids out and framing makes them from file names and rows"
    )
