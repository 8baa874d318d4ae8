"""`read_articles`: whatever was given, as articles, with a note on all that was not one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from framing.articles.building import build_article
from framing.articles.collection import Articles
from framing.articles.files import KINDS, Found, find_files
from framing.articles.gathering import Gathering
from framing.articles.plain import read_plain
from framing.articles.records import Raw
from framing.articles.tables import rows_of_csv, rows_of_jsonl, rows_of_parquet
from framing.errors import ArticleError
from framing.values import Skipped

__all__ = ["read_articles"]

_LARGEST = 20_000_000  # bytes; a file that is one article is smaller by far
_TOO_LARGE = "too large for one article; many articles belong in a .jsonl, .csv or .parquet file"


def read_articles(source: Any) -> Articles:
    """Read news articles from files, folders, patterns or any dataframe.

    Parameters
    ----------
    source
        A path (str or path-like) to a folder, a file or a glob pattern; a list of these; or a
        dataframe of pandas, polars or any other library that narwhals knows. Files are .txt and
        .md (with optional YAML front matter), .html and .htm (extra ``html``), .jsonl, .csv,
        .tsv and .parquet (extra ``parquet``). Columns are known under their usual names, in any
        case: text (maintext, content, body), outlet (source, outlet_name, source_domain), date
        (date_publish, datetime), event (event_id, story), title (headline), url, id. All others
        survive in ``Article.meta``. Inside a folder, ``EVENT/OUTLET.txt`` names both.

    Returns
    -------
    Articles
        The articles in the order of files and rows; with ``skipped`` (what could not be read),
        ``warnings`` (what looks cut or damaged) and ``ignored`` (files that are no articles).

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
    gathering = Gathering(_name_of(source))
    for item in _rows(source, gathering):
        gathering.add(item if isinstance(item, Skipped) else build_article(item), item)
    return gathering.finish()


def _name_of(source: Any) -> str:
    """Name what was given, for messages."""
    if isinstance(source, str | os.PathLike):
        return f"{os.fspath(source)!r}"
    if isinstance(source, list | tuple):
        listed = ", ".join(_name_of(one) for one in source[:3])
        return f"{listed} …" if len(source) > 3 else listed or "the empty list"
    return "the dataframe"


def _rows(source: Any, gathering: Gathering) -> Iterator[Raw | Skipped]:
    if isinstance(source, str | os.PathLike):
        yield from _rows_of_paths([source], gathering)
    elif isinstance(source, list | tuple):
        for one in source:
            if not isinstance(one, str | os.PathLike):
                raise ArticleError(
                    f"read_articles was given a list with a {type(one).__name__} in it; "
                    "give paths, or put the articles in a dataframe with a column 'text'"
                )
        yield from _rows_of_paths(source, gathering)
    else:
        from framing.articles.frames import rows_of_frame

        gathering.note_file()
        yield from rows_of_frame(source)


def _rows_of_paths(
    sources: Iterable[str | os.PathLike[str]], gathering: Gathering
) -> Iterator[Raw | Skipped]:
    seen: set[str] = set()
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
                seen.add(real)
                yield from _rows_of_file(found, gathering)


def _rows_of_file(found: Found, gathering: Gathering) -> Iterator[Raw | Skipped]:
    kind = KINDS.get(found.path.suffix.lower())
    place = found.below or PurePosixPath(found.path.name)
    stem = place.with_suffix("").as_posix()
    try:
        if not os.path.isfile(found.path):
            yield Skipped(found.file, None, "not a regular file, or a link that leads nowhere")
        elif kind is None:
            known = ", ".join(KINDS)
            yield Skipped(found.file, None, f"not a kind of file framing reads ({known})")
        elif kind in {"plain", "html"} and os.path.getsize(found.path) > _LARGEST:
            size = os.path.getsize(found.path) // 1_000_000
            yield Skipped(found.file, None, f"{size} MB: {_TOO_LARGE}")
        elif kind == "plain":
            yield read_plain(found.path, found.file, stem, _hints(found.below))
        elif kind == "html":
            from framing.articles.pages import read_page

            page = read_page(found.path, found.file, stem, _hints(found.below))
            if page is None:
                gathering.ignore(found.file)
            else:
                yield page
        elif kind == "csv":
            yield from rows_of_csv(found.path, found.file, place.as_posix())
        elif kind == "jsonl":
            yield from rows_of_jsonl(found.path, found.file, place.as_posix())
        else:
            yield from rows_of_parquet(found.path, found.file, place.as_posix())
    except OSError as error:
        yield Skipped(
            found.file, None, f"the file can't be read: {error.strerror or 'not readable'}"
        )


def _hints(below: PurePosixPath | None) -> Mapping[str, str]:
    """Take EVENT and OUTLET from the last two components below the folder given."""
    if below is None or len(below.parts) < 2:
        return {}
    return {"event": below.parts[-2], "outlet": below.stem}
