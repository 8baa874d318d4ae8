"""`read_articles`: whatever was given, as articles, with a note on all that was not one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeAlias

from framing.articles.building import build_article
from framing.articles.collection import Articles
from framing.articles.formats import format_of, known_suffixes
from framing.articles.formats.arrowfile import read_parquet
from framing.articles.gathering import Gathering
from framing.articles.intake import Ignored, Intake, Item, Remark, TooLargeError
from framing.articles.rawrecords import Raw
from framing.articles.walking import FoundFile, find_files, shown
from framing.errors import ArticleError
from framing.output import remember_read
from framing.values import Article, Skipped

if TYPE_CHECKING:
    from narwhals.typing import IntoDataFrame, IntoLazyFrame

__all__ = ["ArticleSource", "read_articles", "rows_of_file", "take"]

FilePath: TypeAlias = "str | os.PathLike[str]"

ArticleSource: TypeAlias = (
    "FilePath | Sequence[FilePath] | Sequence[Article] | IntoDataFrame | IntoLazyFrame"
)
"""What every function takes as `articles`: paths, a dataframe of any library, or articles."""


def read_articles(source: ArticleSource) -> Articles:
    """Read news articles from files, folders, patterns or any dataframe.

    Parameters
    ----------
    source
        A path (str or path-like) to a folder, a file or a glob pattern; a list of these; or a
        dataframe of pandas, polars or any other library that narwhals knows. Articles read
        already, or a list of `Article`, come back as they are.

        One article per file: .txt and .md (with optional YAML front matter; of Markdown the words
        without its marks), .html (extra ``html``), .docx, .rtf, .odt and .pdf (extra ``exports``;
        a PDF is the worst source and marked so). What such a file hides from its reader is not
        read, and a .txt whose first line names columns is a table. A file of these kinds that is
        the export of a database (Nexis, Nexis Uni, ProQuest, Factiva, Europresse, WISO) gives an
        article a record, with its outlet, date and title; labels and index terms are no text. One
        article per row: .csv, .tsv, .jsonl, .json (a list, or a news API's answer), .xlsx
        (``exports``), .parquet (extra ``parquet``).
        Saved pages in web archives: .warc (``html``, ``exports``). All of them also as .gz, .bz2,
        .xz, or as a folder in a .zip.

        Columns are known under their usual names, in any case: text (maintext, content, body),
        outlet (source, outlet_name, source_domain), date (date_publish, datetime), event
        (event_id, story), title (headline), url, id. All others survive in ``Article.meta``.
        Inside a folder, ``EVENT/OUTLET.txt`` names both. Addresses of pages are not fetched.

    Returns
    -------
    Articles
        The articles in the order of files and rows; with ``skipped`` (what could not be read:
        file, line, reason), ``warnings`` (what looks cut, was guessed or left out) and
        ``ignored`` (files that are no articles). One bad record never keeps the others from
        being read.

    Raises
    ------
    ArticleError
        When nothing usable could be read, or when two articles claim one id.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "pullout").mkdir()
    >>> _ = (folder / "pullout" / "Herald.txt").write_text("The troops left the base on Monday.")
    >>> articles = read_articles(folder)
    >>> articles[0].id, articles[0].event, articles[0].outlet, articles[0].text
    ('pullout/Herald', 'pullout', 'Herald', 'The troops left the base on Monday.')
    """
    if isinstance(source, Articles):
        return source
    if isinstance(source, list | tuple) and source:
        given = [item for item in source if isinstance(item, Article)]
        if len(given) == len(source):
            return Articles(given)
    gathering = Gathering(_name_of(source))
    for item in _rows(source, gathering):
        take(item, gathering)
    return gathering.finish()


def take(item: Item, gathering: Gathering) -> None:
    """Gather one thing that a reader yields: an article's row, or a word about what is none."""
    if isinstance(item, Skipped):
        gathering.skip(item)
    elif isinstance(item, Remark):
        gathering.warn(item.file, item.line, item.text)
    elif isinstance(item, Ignored):
        gathering.ignore(item.file)
    else:
        _add(item, gathering)


def _add(raw: Raw, gathering: Gathering) -> None:
    """Build one article; whatever goes wrong in it costs this article and no other."""
    try:
        built = build_article(raw)
        if isinstance(built, Skipped):
            gathering.skip(built)
        else:
            gathering.add(built, raw)
    except Exception as error:  # the one guard: a hostile record is skipped, the rest is read
        gathering.skip(
            Skipped(raw.file, raw.line, f"this record can't be read ({type(error).__name__})")
        )


def _name_of(source: Any) -> str:
    """Name what was given, for messages."""
    if isinstance(source, str | os.PathLike):
        return f"{shown(os.fsdecode(source))!r}"
    if isinstance(source, list | tuple):
        listed = ", ".join(_name_of(item) for item in source[:3])
        return f"{listed} …" if len(source) > 3 else listed or "the empty list"
    return "the dataframe"


def _rows(source: Any, gathering: Gathering) -> Iterator[Item]:
    if isinstance(source, str | os.PathLike):
        yield from _rows_of_paths([source], gathering)
    elif isinstance(source, list | tuple):
        for item in source:
            if not isinstance(item, str | os.PathLike):
                raise ArticleError(
                    f"read_articles was given a list with a {type(item).__name__} in it; "
                    "give paths or Article values, or a dataframe with a column 'text'"
                )
        yield from _rows_of_paths(source, gathering)
    else:
        from framing.articles.dataframes import rows_of_frame

        gathering.note_file()
        yield from rows_of_frame(source)


def _rows_of_paths(
    sources: Iterable[str | os.PathLike[str]], gathering: Gathering
) -> Iterator[Item]:
    seen: dict[str, str] = {}
    for source in sources:
        for found in find_files(source):
            if isinstance(found, Skipped):
                yield found
                continue
            gathering.note_file()
            real = os.path.realpath(found.path)
            if found.ignored:
                gathering.ignore(found.file)
            elif real not in seen:
                seen[real] = found.file
                remember_read([real])
                yield from rows_of_file(found)
            elif os.path.islink(found.path):
                reason = f"a link to {seen[real]}, which is read already"
                yield Skipped(found.file, None, reason)


def rows_of_file(found: FoundFile, *, group: int | None = None) -> Iterator[Item]:
    """Yield what is in one file; whatever goes wrong in its reader costs this file and no other.

    `group` reads one group of rows of a Parquet file alone.
    """
    place = found.below or PurePosixPath(shown(found.path.name))
    kind = format_of(found.path.suffix.lower())
    try:
        if not os.path.isfile(found.path):
            yield Skipped(found.file, None, "not a regular file, or a link that leads nowhere")
        elif kind is None:
            known = ", ".join(known_suffixes())
            yield Skipped(found.file, None, f"not a kind of file framing reads ({known})")
        else:
            hints = _hints(found.below)
            intake = Intake.of_path(found.path, found.file, place.as_posix(), hints)
            rows = kind.read(intake) if group is None else read_parquet(intake, group=group)
            first = next(rows, None)
            if first is not None:
                yield first
                yield from rows
            elif group is None:
                yield intake.remark("there is not a row in it")
    except TooLargeError as error:
        yield Skipped(found.file, None, f"{error}")
    except OSError as error:
        yield Skipped(
            found.file, None, f"the file can't be read: {error.strerror or 'not readable'}"
        )
    except Exception as error:
        kind_of_error = type(error).__name__
        yield Skipped(
            found.file, None, f"the file is damaged; nothing more of it is read ({kind_of_error})"
        )


def _hints(below: PurePosixPath | None) -> Mapping[str, str]:
    """Take EVENT and OUTLET from the last two components below the folder given."""
    if below is None or len(below.parts) < 2:
        return {}
    return {"event": below.parts[-2], "outlet": below.stem}
