"""A corpus in parts that can be read apart: groups of rows of Parquet, files, bundles of files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from framing.articles.collection import Articles
from framing.articles.formats import format_of
from framing.articles.formats.arrowfile import count_groups
from framing.articles.gathering import Gathering
from framing.articles.reading import rows_of_file, take
from framing.articles.walking import FoundFile, find_files
from framing.errors import ArticleError
from framing.values import Skipped

__all__ = ["ArticlePart", "blocks_of", "parts_of"]

_FILES = 500  # small files that make one part


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """What one worker reads at a time: files, or one group of rows of a Parquet file."""

    files: tuple[FoundFile, ...]
    group: int | None = None

    @property
    def name(self) -> str:
        """What messages call it."""
        more = f" and {len(self.files) - 1} more" if len(self.files) > 1 else ""
        rows = "" if self.group is None else f", row group {self.group}"
        return f"{self.files[0].file}{more}{rows}"

    @property
    def key(self) -> list[object]:
        """What it is made of, for telling whether a source has changed: names, sizes, times."""
        return [
            [f.file, (found := os.stat(f.path)).st_size, found.st_mtime_ns, self.group]
            for f in self.files
        ]


def parts_of(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> list[ArticlePart]:
    """Cut what paths mean into parts, in the order `read_articles` would read them.

    Parameters
    ----------
    source : path or iterable of paths
        Files, folders or patterns.

    Raises
    ------
    ArticleError
        Where there is no file to read.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "Herald.txt").write_text("The troops left the base on Monday.")
    >>> [[article.text for article in block] for part in parts_of(folder) for block in
    ...  blocks_of(part)]
    [['The troops left the base on Monday.']]
    """
    given = [source] if isinstance(source, str | os.PathLike) else list(source)
    parts: list[ArticlePart] = []
    small: list[FoundFile] = []
    seen: set[str] = set()
    problems: list[str] = []
    for given_part in given:
        for found in find_files(given_part):
            if isinstance(found, Skipped):
                problems.append(f"{found.file}: {found.reason}")
            elif not found.ignored and (real := os.path.realpath(found.path)) not in seen:
                seen.add(real)
                kind = format_of(found.path.suffix.lower())
                if kind is not None and kind.one:
                    small.append(found)
                    continue
                if kind is not None and kind.name == "parquet":
                    parts += [ArticlePart((found,), at) for at in range(count_groups(found.path))]
                else:
                    parts.append(ArticlePart((found,)))
    parts += [ArticlePart(tuple(small[at : at + _FILES])) for at in range(0, len(small), _FILES)]
    if not parts:
        raise ArticleError(
            "; ".join(problems[:3])
            or "there is no file to read; name a folder or files of articles"
        )
    return parts


def blocks_of(part: ArticlePart, *, size: int = 1000) -> Iterator[Articles]:
    """Read a part as blocks of `size` articles at most, each with what was skipped in it.

    Ids are those that `read_articles` gives, but for files of one name in several folders named
    apart; whether an id is claimed twice shows only when all parts are read.
    """
    gathering = Gathering(part.name)
    for found in part.files:
        gathering.note_file()
        for item in rows_of_file(found, group=part.group):
            take(item, gathering)
            if len(gathering) >= size:
                yield gathering.part()
    last = gathering.part()
    if len(last) or last.skipped or last.warnings:
        yield last
