"""`reproduce`: whether the same input still gives the tables of a folder, and what differs."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from framing._version import VERSION
from framing.analysis import analyze, open_analysis, read_table, write_table
from framing.analysis.provenance import code, environment
from framing.analysis.tablefiles import KEPT, plain
from framing.analysis.textfree import corpus_sha256, without_sentences
from framing.articles import Articles, ArticleSource, need_texts, read_articles
from framing.comparison.comparing import compare
from framing.comparison.settings import Settings
from framing.errors import LexiconError, SettingsError
from framing.language.numberwords import counted
from framing.lexicon import load_lexicon
from framing.output import MANIFEST

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.voice import VoiceReader

__all__ = ["Reproduction", "reproduce"]

_COLUMNS = ("table", "column", "rows", "saved", "now", "where")


@dataclass(frozen=True, slots=True)
class Reproduction:
    """Whether a folder's tables came out again.

    Attributes
    ----------
    tables : tuple of str
        The tables that were compared.
    articles : int
        The articles analysed again.
    differences : pandas.DataFrame
        One row per table and column that differs: `table, column` (missing where whole rows are
        more or fewer), `rows` (that differ), `saved, now` (the first of them), `where`.
    conditions : tuple of str
        What is not as it was then: versions, the code of one version, lexicons, articles.
    """

    tables: tuple[str, ...]
    articles: int
    differences: pd.DataFrame
    conditions: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether every table is the same."""
        return not len(self.differences)

    def statements(self) -> list[str]:
        """Say in sentences what came out again, what did not, and what is not as it was.

        Returns
        -------
        list of str
            Whether the tables are the same; where not, one sentence for each row of
            `differences`; then the `conditions`.

        Examples
        --------
        >>> Reproduction(("mentions",) * 3, 2, pd.DataFrame(), ()).statements()
        ['The same input gives the same 3 tables of 2 articles.']
        """
        articles = counted(self.articles, "article")
        named = f"{len(self.tables)} tables of {articles}"
        if self.same:
            said = [f"The same input gives the same {named}."]
        else:
            tables = list(dict.fromkeys(self.differences["table"]))
            said = [f"Of {named} {len(tables)} differ: {', '.join(tables)}."]
        for row in self.differences.to_dict("records"):
            values = f"{_shown(row['saved'])} then, {_shown(row['now'])} now"
            if isinstance(row["column"], str):
                count = "1 row differs" if row["rows"] == 1 else f"{row['rows']} rows differ"
                of = f"{row['table']}.{row['column']}: {count}; first"
            else:  # whole rows are more or fewer; where none of them has a name, counts say all
                of = f"{row['table']}:"
            said.append(f"{of} {row['where']}: {values}.")
        return [*said, *self.conditions]


def _shown(value: object) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def reproduce(
    folder: str | Path, articles: ArticleSource | None = None, *, reader: VoiceReader | None = None
) -> Reproduction:
    """Make a saved analysis, and the comparison saved with it, again, and compare every table.

    It is made with the lexicons, targets, corrections and settings of the folder, by the version
    of framing that runs. Numbers that differ by less than a billionth are the same.

    Parameters
    ----------
    folder : path
        What ``analysis.save``, ``comparison.save`` or ``framing compare --tables`` wrote.
    articles : path, list of paths, DataFrame or Articles, optional
        The articles; needed where the folder was saved without texts. Otherwise it holds them.
    reader : VoiceReader, optional
        The voice reader, where it was one of your own.

    Returns
    -------
    Reproduction

    Raises
    ------
    SettingsError
        When the folder can't be opened, its texts are not here, or its reader is not known.

    Examples
    --------
    >>> import tempfile, framing
    >>> found = framing.analyze([framing.Article("a", text="The regime fell.")], "governments")
    >>> reproduce(found.save(tempfile.mkdtemp())).statements()
    ['The same input gives the same 4 tables of 1 article.']
    """
    folder = Path(folder)
    free = _without_texts(folder)
    given = None if articles is None else read_articles(articles)
    saved = open_analysis(folder, articles=given if free else None)
    need_texts(saved.articles, "the same tables again")
    conditions = list(_conditions(saved, None if free else given))
    read = _in_order(saved, given if given is not None and not free else saved.articles)
    conditions += [f"{row.file}: {row.reason}." for row in saved.articles.warnings if free]
    again = analyze(
        read, saved.lexicons, targets=saved.targets, corrections=_rows(saved),
        reader=reader or _reader(saved.recipe.reader), sentiment=saved.recipe.sentiment,
    )  # fmt: skip
    ids = {article.id for article in read}
    pairs = [
        (name, _of(saved.tables[name], ids), again.tables[name]) for name in saved.tables
    ] + list(_compared(folder, again))
    rows: list[dict[str, Any]] = []
    for name, then, now in pairs:
        rows += _differences(name, _shortened(name, then, free), _shortened(name, now, free))
    differences = pd.DataFrame(rows, columns=list(_COLUMNS))
    names = tuple(name for name, *_ in pairs)
    return Reproduction(names, len(read), differences, tuple(conditions))


def _without_texts(folder: Path) -> bool:
    """Whether a folder was saved without texts; what is wrong with it `open_analysis` tells."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and manifest.get("text") is False


def _conditions(saved: Analysis, given: Articles | None) -> Iterator[str]:
    """Say what is not as it was: versions, the code of one version, lexicons, the corpus."""
    told, here = saved.provenance, environment()
    then = told.get("environment", {})
    versions = {"framing": (told.get("framing"), VERSION)}
    versions["Python"] = (then.get("python"), here["python"])
    for name, version in here["packages"].items():
        versions[name] = (then.get("packages", {}).get(name), version)
    for name, (was, version) in versions.items():
        if was is not None and was != version:
            yield f"{name} was {was} and is {version}."
    then_code, code_here = told.get("code") or {}, code()
    changed = [room for room, was in then_code.items() if code_here.get(room, was) != was]
    if changed and told.get("framing") == VERSION:
        yield (
            f"The code of {', '.join(changed)} is not that of then, though the version is the same "
            "(another SHA-256): rules may read other words otherwise."
        )
    for lexicon in saved.lexicons:
        try:
            now = load_lexicon(lexicon.id)
        except LexiconError:  # one of the user's own: the folder's is the only one
            continue
        if now.sha256 != lexicon.sha256:
            yield (
                f"The lexicon {lexicon.id} is {lexicon.version} in the folder, which is used, and "
                f"{now.version} in this version of framing (another SHA-256)."
            )
    known = told.get("corpus", {}).get("sha256")
    if given is not None and known and corpus_sha256(given) != known:
        yield "The articles given are not those that were analysed (another SHA-256 of the corpus)."


def _in_order(saved: Analysis, articles: Sequence[Any]) -> Articles:
    """Return the articles that have their text, in the order in which they were analysed."""
    place = {article.id: number for number, article in enumerate(saved.articles)}
    kept = [article for article in articles if article.text]
    return Articles(sorted(kept, key=lambda article: place.get(article.id, len(place))))


def _rows(saved: Analysis) -> list[dict[str, Any]]:
    """Return the corrections as they were given."""
    return [
        {
            "article_id": correction.article, "field": correction.field,
            "start": correction.start, "end": correction.end,
            "column": correction.column, "value": correction.value,
            "who": correction.who, "why": correction.why,
        }
        for correction in saved.recipe.corrections
    ]  # fmt: skip


def _reader(name: str) -> VoiceReader | None:
    """Return the reader of that name; None is the default one."""
    if name == "rules":
        return None
    kind, _, pipeline = name.partition(":")
    if kind == "spacy":
        from framing.voice import SpacyReader

        return SpacyReader.installed(pipeline)
    raise SettingsError(f"voices were read by {name!r}, which framing does not have: give reader=")


def _compared(folder: Path, again: Analysis) -> Iterator[tuple[str, pd.DataFrame, pd.DataFrame]]:
    """Yield the tables of the comparison saved in the folder, if any, then and now."""
    about = folder / "comparison.json"
    if not about.is_file():
        return
    asked = json.loads(about.read_text("utf-8")).get("settings")
    if asked is None:
        return
    settings = Settings.of(asked)
    found = compare(again, **settings.asked())
    with tempfile.TemporaryDirectory() as place:
        for name, table in found.tables.items():
            file = next((p for k in KEPT if (p := folder / f"{name}.{k}").is_file()), None)
            if file is not None:  # read back as the saved one is: the file's types, not memory's
                now = write_table(table, Path(place) / file.name)
                yield name, read_table(file, {}), read_table(now, {})


def _of(table: pd.DataFrame, ids: set[str]) -> pd.DataFrame:
    """Keep the rows of the articles that are here."""
    return table.loc[table["article_id"].isin(ids)]


def _shortened(name: str, table: pd.DataFrame, free: bool) -> pd.DataFrame:
    """Shorten cells as a folder without texts has them."""
    return without_sentences(name, table)[0] if free else table


def _differences(name: str, then: pd.DataFrame, now: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield one row for each column that differs, or one where there are more rows or fewer."""
    if len(then) != len(now):
        yield {
            "table": name, "column": None, "rows": abs(len(then) - len(now)),
            "saved": f"{len(then)} rows", "now": f"{len(now)} rows", "where": _first(then, now),
        }  # fmt: skip
        return
    for column in dict.fromkeys([*then.columns, *now.columns]):
        cells = [
            [plain(v) for v in table[column]] if column in table else [None] * len(table)
            for table in (then, now)
        ]
        apart = [i for i, (a, b) in enumerate(zip(*cells, strict=True)) if not _same(a, b)]
        if apart:
            yield {
                "table": name, "column": str(column), "rows": len(apart),
                "saved": cells[0][apart[0]], "now": cells[1][apart[0]],
                "where": _row(then, apart[0]),
            }  # fmt: skip


def _first(then: pd.DataFrame, now: pd.DataFrame) -> str:
    """Say of which article there are more rows or fewer, or which row is the first of its own."""
    if "article_id" in then and "article_id" in now:
        counts = [table["article_id"].value_counts() for table in (then, now)]
        apart = counts[0].sub(counts[1], fill_value=0)
        changed = sorted(apart[apart != 0].index)
        return f"article {changed[0]}" if changed else "in another order"
    return f"row {min(len(then), len(now))}"


def _row(table: pd.DataFrame, place: int) -> str:
    if "article_id" not in table:
        return f"row {place}"
    return f"article {table['article_id'].iloc[place]}, row {place}"


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float) or isinstance(other, float):
        if isinstance(one, int | float) and isinstance(other, int | float):
            return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))
        return False
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(one[k], other[k]) for k in one)
    return bool(one == other)
