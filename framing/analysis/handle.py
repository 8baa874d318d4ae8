"""`Analysis`: the four tables of one run with the articles and the provenance they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from framing.analysis.categoryrates import category_rates, wide_rates
from framing.analysis.codebook import codebook_of
from framing.analysis.columns import COUNTED, PLACED, TABLES
from framing.analysis.lighttable import LightTable, light, regrouped, words_of
from framing.analysis.provenance import events_made
from framing.analysis.recipe import Recipe
from framing.analysis.savedfolder import save_analysis
from framing.articles import Articles
from framing.errors import SettingsError
from framing.page import summary
from framing.values import VOICES

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from framing.lexicon import Lexicon
    from framing.values import Target

__all__ = ["Analysis", "same_articles"]


class Analysis:
    """What `analyze` found: four tidy tables, and everything needed to argue with them.

    Attributes
    ----------
    articles : Articles
        What was read, and in ``articles.skipped`` what could not be.
    mentions : pandas.DataFrame
        One row per naming, loaded or neutral. ``article.text[start:end] == text`` always (or
        ``article.title`` where `field` is ``title``).
    attributions : pandas.DataFrame
        One row per reported passage: speaker, cue, content.
    cues : pandas.DataFrame
        One row per stance cue.
    scores : pandas.DataFrame
        One row per article; every figure is a count of rows of the other tables, or such a count
        over a denominator that stands beside it.
    provenance : dict
        Version, settings, lexicons with their SHA-256, counts read, skipped and empty.
    lexicons : tuple of Lexicon
        The lexicons that were used; an analysis opened from disk brings its own.
    targets : tuple of Target
        The targets that the user declared.
    recipe : Recipe
        The choices it was made with, from which `framing.reproduce` makes it again.
    digests : mapping
        SHA-256 and length of texts that are not here, by article.
    tables : mapping
        All tables by name, as DataFrames.

    Examples
    --------
    >>> import tempfile, framing
    >>> news = [framing.Article("a", outlet="Herald", event="e", text="The regime fell."),
    ...         framing.Article("b", outlet="Wire", event="f", text="The government fell.")]
    >>> found = framing.analyze(news, "governments", sentiment=False)
    >>> found.mentions[["article_id", "text"]].values.tolist()
    [['a', 'regime'], ['b', 'government']]
    >>> found.of_event("f").mentions["text"].tolist()
    ['government']
    >>> found.rates(wide=True).shape, set(found.codebook()["table"]) == set(found.tables)
    ((2, 4), True)
    >>> saved = found.save(tempfile.mkdtemp() + "/saved", text=False)
    >>> again = framing.open_analysis(saved)
    >>> again.has_texts, again.with_articles(found.articles).has_texts
    (False, True)
    """

    def __init__(
        self,
        articles: Articles,
        tables: Mapping[str, pd.DataFrame | LightTable],
        provenance: Mapping[str, Any],
        *,
        lexicons: Sequence[Lexicon] = (),
        targets: Sequence[Target] = (),
        recipe: Recipe | None = None,
        digests: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self.articles = articles
        self._tables = {
            name: tables[name] if name == "scores" else light(tables[name])
            for name in TABLES
            if name in tables
        }
        self.provenance = dict(provenance)
        self.lexicons = tuple(lexicons)
        self.targets = tuple(targets)
        self.digests = dict(digests or {})
        self.recipe = recipe or Recipe(targets=self.targets)

    def _table(self, name: str) -> pd.DataFrame:
        """Return a table as users see it; from then on it stands so."""
        held = self._tables[name]
        if isinstance(held, LightTable):
            held = self._tables[name] = held.frame()
        return held

    @property
    def mentions(self) -> pd.DataFrame:
        """One row per naming."""
        return self._table("mentions")

    @mentions.setter
    def mentions(self, table: pd.DataFrame) -> None:
        self._tables["mentions"] = table

    @property
    def attributions(self) -> pd.DataFrame:
        """One row per reported passage."""
        return self._table("attributions")

    @attributions.setter
    def attributions(self, table: pd.DataFrame) -> None:
        self._tables["attributions"] = table

    @property
    def cues(self) -> pd.DataFrame:
        """One row per stance cue."""
        return self._table("cues")

    @cues.setter
    def cues(self, table: pd.DataFrame) -> None:
        self._tables["cues"] = table

    @property
    def scores(self) -> pd.DataFrame:
        """One row per article."""
        return self._table("scores")

    @scores.setter
    def scores(self, table: pd.DataFrame) -> None:
        self._tables["scores"] = table

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The four tables by name, in their usual order."""
        return {name: self._table(name) for name in TABLES}

    @property
    def has_texts(self) -> bool:
        """Whether the articles' texts are here, and not only what was found in them."""
        return any(article.text for article in self.articles) or not self.scores["words"].sum()

    def of_event(self, event: str) -> Analysis:
        """Return what was found in the articles of one event alone.

        Parameters
        ----------
        event : str
            As the column ``event`` has it.

        Raises
        ------
        SettingsError
            When no article covers it; the message names some that are covered.
        """
        kept = [article for article in self.articles if article.event == event]
        if not kept:
            known = sorted({article.event for article in self.articles if article.event})
            raise SettingsError(
                f"no article covers the event {event!r}; known are "
                f"{', '.join(known[:8]) or 'none'}{' …' if len(known) > 8 else ''}"
            )
        ids = {article.id for article in kept}
        tables = {
            name: table.loc[table["article_id"].isin(ids)].reset_index(drop=True)
            for name, table in self.tables.items()
        }
        return Analysis(
            Articles(kept), tables, self.provenance, lexicons=self.lexicons, targets=self.targets,
            recipe=self.recipe, digests=self.digests,
        )  # fmt: skip

    def with_articles(self, articles: Articles) -> Analysis:
        """Return the same analysis with its articles in other events.

        Parameters
        ----------
        articles : Articles
            These articles as `framing.events.with_events` gives them.

        Raises
        ------
        SettingsError
            When they are others than those analysed.
        """
        same_articles(self.articles, articles)
        tables = {name: regrouped(table, articles) for name, table in self._tables.items()}
        provenance = {**self.provenance, "events": events_made(articles)}
        return Analysis(
            articles, tables, provenance, lexicons=self.lexicons, targets=self.targets,
            recipe=self.recipe, digests=self.digests,
        )  # fmt: skip

    def codebook(self) -> pd.DataFrame:
        """Say what each column of the four tables means.

        Returns
        -------
        DataFrame
            `table, column, type, meaning`, a row for each column of each table.
        """
        return codebook_of(self.tables)

    def rates(
        self,
        *,
        wide: bool = False,
        voice: Literal["own", "quoted", "attributed", "all"] = "all",
        value: Literal["n", "weight", "per_1000"] = "n",
    ) -> pd.DataFrame:
        """Count the entries of category lexicons: a dictionary × document table.

        Parameters
        ----------
        wide : bool
            One row per article and one column per category, in place of one row per article,
            category and voice.
        voice, value : str
            What the wide table's cells are: counts, weights or rates per 1,000 words, in which
            voice.

        Returns
        -------
        pandas.DataFrame
            Long: see `framing.analysis.categoryrates.category_rates`. Wide: `doc_id` (the
            article's id), `outlet`, `event`, `words` (of that voice), then the categories by
            name, which is ``lexicon.category`` where two lexicons share one. The table goes as
            it is into pandas, into polars (``polars.from_pandas``), and by `write_table` as
            Parquet into R (``arrow::read_parquet``), where `doc_id` is what quanteda calls a
            document.

        Raises
        ------
        SettingsError
            For a voice or value that there is not, or one given without `wide`.
        """
        if wide:
            return wide_rates(self, voice=voice, value=value)
        if (voice, value) != ("all", "n"):
            raise SettingsError(
                "voice= and value= choose the cells of the wide table; give wide=True beside them, "
                "or leave them out: the long table has every voice and all three values"
            )
        return category_rates(self)

    def counted(
        self,
        name: str,
        columns: Sequence[str] | None = None,
        among: npt.NDArray[np.bool_] | None = None,
    ) -> pd.DataFrame:
        """Return what comparisons count of a table, numbered as the table is.

        The words of large tables are categories in alphabetical order.

        Parameters
        ----------
        name
            Name of the table: ``mentions``, ``attributions``, ``cues`` or ``scores``.
        columns
            Only these; by default those that comparisons read.
        among
            Which rows are wanted, one mark a row; by default all.
        """
        table = self._tables[name]
        wanted = COUNTED.get(name) if columns is None else tuple(columns)
        if isinstance(table, LightTable):
            return table.counted(wanted or tuple(table.types), among)
        if wanted is not None and table.index.is_unique:
            table = table[[column for column in wanted if column in table.columns]]
        return table if among is None else table.loc[among]

    def completed(
        self, name: str, rows: pd.DataFrame, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Return rows of `counted` with all columns; outlet and event stay as compared.

        Parameters
        ----------
        name
            Name of the table.
        rows
            Rows of it, with its index and some of its columns.
        columns
            Only these of the table's; by default all.
        """
        table = self._tables[name]
        if isinstance(table, LightTable):
            whole = table.frame(rows.index, columns)
        elif set(table.columns if columns is None else columns) <= set(rows.columns):
            return rows
        else:
            whole = table.loc[rows.index, slice(None) if columns is None else list(columns)]
        kept = [name for name in rows.columns if name in PLACED or name not in whole.columns]
        return whole.assign(**{name: words_of(rows[name]) for name in kept})

    def save(self, folder: str | Path, *, format: str = "jsonl", text: bool = True) -> Path:  # noqa: A002 (pandas' word)
        """Write articles, tables and provenance into `folder`; `open_analysis` reads them back.

        Parameters
        ----------
        folder : path
            Made if it is not there. Files in it of the same names are replaced whole.
        format : {"jsonl", "csv", "parquet"}
            How the tables are written; Parquet needs the extra ``framing[parquet]``. CSV has one
            empty cell for an empty text and for a missing one: read back, both are missing.
        text : bool
            False leaves out what copyright protects: texts, headlines, columns of the articles
            that hold sentences, and what is longer than a naming in a cell. Offsets, namings and
            the texts' SHA-256 stay, so that others can join their own copies
            (``open_analysis(folder, articles=…)``). An analysis opened without texts is saved
            without them. ``comparison.save(folder, text=False)`` also keeps which events are one
            running story, which nobody can find without texts.

        Returns
        -------
        Path
            The folder; ``codebook.csv`` in it says what every column means.
        """
        return save_analysis(self, Path(folder), format, text=text and self.has_texts)

    def __repr__(self) -> str:
        """Say in one line how much there is."""
        return (
            f"<Analysis: {len(self.articles)} articles, {len(self.mentions)} mentions, "
            f"{len(self.attributions)} attributions, {len(self.cues)} cues>"
        )

    def _repr_html_(self) -> str:
        """Show what there is in a notebook, with how it was made."""
        counts = self.provenance["counts"]
        voices = self.mentions["voice"].value_counts()
        rows: list[tuple[str, object]] = [
            ("articles", counts["articles"]),
            ("skipped, looking damaged", f"{counts['skipped']}, {counts['warnings']}"),
            ("mentions", len(self.mentions)),
            *((f"… {voice}", int(voices.get(voice, 0))) for voice in VOICES),
            ("attributions", len(self.attributions)),
            ("stance cues", len(self.cues)),
            ("lexicons", ", ".join(lexicon["id"] for lexicon in self.provenance["lexicons"])),
            ("voice reader", self.provenance["settings"]["reader"]),
        ]
        if self.provenance["corrections"]["given"]:
            rows.append(("corrections applied", self.provenance["corrections"]["applied"]))
        return summary("Analysis", rows, note="“own” means not detectably attributed to anybody.")


def same_articles(before: Articles, after: Articles) -> Articles:
    """Return the articles given later; refuse others than those analysed."""
    if [article.id for article in before] != [article.id for article in after]:
        raise SettingsError(
            "these are other articles than those analysed; give them the events of a table by "
            "framing.events.with_events(analysis.articles, table)"
        )
    return after
