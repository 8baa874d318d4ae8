"""`Comparison`: the tables of one comparison, its declared measure and its provenance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from framing.analysis.codebook import codebook_of
from framing.comparison.coded import corrected_table
from framing.comparison.contrasts import difference_table
from framing.comparison.declared import declare, question_of
from framing.comparison.distinct import distinctive_of, uses_of
from framing.comparison.findings import findings_of
from framing.comparison.lines import lines_of, query_of
from framing.comparison.material import Material
from framing.comparison.meanings import MEANINGS
from framing.comparison.methods import methods_paragraph, provenance_of
from framing.comparison.namingtable import long_table, naming_table, share_table
from framing.comparison.ownwords import with_own_counts
from framing.comparison.queries import Part, Query, Sentence
from framing.comparison.ranking import ranked
from framing.comparison.ratetable import rate_table
from framing.comparison.settings import Settings
from framing.comparison.sourcetable import coverage_table, source_table
from framing.comparison.stancetable import stance_table, target_table
from framing.comparison.stancetests import stance_differences, target_differences
from framing.errors import ComparisonError, SettingsError
from framing.page import summary
from framing.statistics.choicetests import MEASURES
from framing.values import Scope

if TYPE_CHECKING:
    pass

__all__ = ["Comparison", "need_comparison"]

_OF_ARTICLES = ("articles", "outlets", "coverage")  # what is counted there are articles


class Comparison:
    """What outlets call the same things, side by side: `compare` makes it.

    "Own voice" means *not detectably attributed* throughout. Own voice and outlet-worded (own
    and attributed) stand side by side in every table, as scopes ``own`` and ``outlet_worded``.

    Attributes
    ----------
    analysis : Analysis
        What was compared.
    settings : Settings
        What was asked for: by, within, reference, target, concepts, copies, seed, scopes.
    by, within : str
        The columns compared and matched on. Whatever they are, the tables call them `outlet` and
        `event`.
    question : str
        What the comparison asks, in one sentence.
    primary : Primary
        The measure declared beforehand: what was counted, and the test's result or its refusal.
    declared : DataFrame
        The rows of `differences` with the naming choice. The other tables are made when they are
        first asked for.
    naming : DataFrame
        `lexicon, concept, variant, intensity, direction, loaded, outlet, scope, n, total, share,
        shrunk_share, wording`: what was counted; `naming_table` gives the rest.
    shares : DataFrame
        Loaded namings by concept: `lexicon, concept, outlet, scope, n, total, share,
        shrunk_share, n_eff, articles, events, wording`.
    differences : DataFrame
        Contrasts within events: see `framing.comparison.contrasts.difference_table`.
    stance : DataFrame
        `outlet, measure, target, scope, n, total, value, kind, outlet_b, events, nonzero_events,
        low, high, approximate, p_value, p_adjusted, smallest_p, p_events, p_units, units_note,
        event_share, story_share, note`: rows on one side, and rows of differences within events.
    rates : DataFrame
        `lexicon, concept, scope, outlet, n, total, value, kind, outlet_b, events, nonzero_events,
        low, high, approximate, p_value, p_adjusted, smallest_p, p_events, p_units, units_note,
        event_share, story_share, note`: category lexicons, sides and differences.
    targets : DataFrame
        `outlet, target, scope, value, weighted, n, against, neutral, favour, kind, outlet_b,
        events, nonzero_events, low, high, approximate, p_value, p_adjusted, smallest_p, p_events,
        p_units, units_note, event_share, story_share, note`: the target index, and its differences
        toward the target asked for. Not validated, as `note` says: too few of the roles are found.
        It is shown nowhere else.
    sources : DataFrame
        `outlet, speaker_name, speaker_kind, passages, words, share, doubt_cues, cues, also`.
    coverage : DataFrame
        `event, outlet, articles, words, own_words, namings, own_namings, copies`.
    material : Material
        The rows that were counted, under the outlets and events that were compared.
    notes : tuple of str
        What is missing or stands outside, in sentences.
    provenance : dict
        Version, settings, seed, counts, and the provenance of the analysis. Written, never read.

    Examples
    --------
    >>> import framing, pandas as pd
    >>> news = pd.DataFrame({"event": "e", "outlet": ["Herald", "Wire"], "text": [
    ...     "The occupation forces left at dawn.", "The foreign troops left at dawn."]})
    >>> found = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> "Wire “foreign troops” 1 of 1" in str(found.findings()[0])
    True
    >>> found.naming_table().query("scope == 'own'")[["outlet", "variant", "n"]].values.tolist()
    [['Wire', 'foreign-forces', 1], ['Herald', 'occupation-forces', 1]]
    >>> found.distinctive("Herald", min_count=1)["count_a"].to_dict()["occupation forces"]
    1
    >>> found.methods_text()[:27], len(found.long(zeros=False))
    ('We compared 2 articles of 2', 2)
    """

    naming: pd.DataFrame
    shares: pd.DataFrame
    differences: pd.DataFrame
    stance: pd.DataFrame
    rates: pd.DataFrame
    targets: pd.DataFrame
    sources: pd.DataFrame
    coverage: pd.DataFrame

    def __init__(self, material: Material, notes: Sequence[str]) -> None:
        self.material, self.analysis = material, material.analysis
        self.notes = tuple(notes)
        self.declared = difference_table(material, measures=MEASURES[:1])
        self._made: dict[str, pd.DataFrame] = {}
        self.question = question_of(material)
        self.primary = declare(material, self.declared, lambda: self.rates)
        self._findings: tuple[Sentence, ...] | None = None  # written when first asked for
        self._ranked: dict[Scope, pd.DataFrame] = {}

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Return a table, made when it is first asked for."""
        if name not in TABLES:
            raise AttributeError(
                f"a comparison has no {name!r}; its tables are {', '.join(TABLES)}"
            )
        if name not in self._made:
            self._made[name] = TABLES[name](self)
        return self._made[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES]

    @property
    def settings(self) -> Settings:
        """What was asked for."""
        return self.material.settings

    @property
    def by(self) -> str:
        """The column whose values are compared."""
        return self.settings.by

    @property
    def within(self) -> str:
        """The column that matches articles with one another."""
        return self.settings.within

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets compared, in alphabetical order."""
        return self.material.outlets

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name, in their usual order."""
        return {name: getattr(self, name) for name in TABLES}

    @cached_property
    def provenance(self) -> dict[str, Any]:
        """Everything needed to make the same comparison again."""
        return provenance_of(self)

    def findings(self, *, details: bool = False) -> list[Sentence]:
        """Say what was found, the strongest evidence first.

        Ordered by p-value, then by the lower end of D*, and what was not tested by what a test
        would have weighed (T); ranked from five namings a side on, while
        a single event always shows its words and counts. Below them stands what does not differ
        although it could have been seen, then the rates of category lexicons, where there are any.

        Parameters
        ----------
        details : bool
            Whether each also says what stands folded: the p-value with every event by itself where
            running stories are exchanged, and what misreading alone could make.

        Returns
        -------
        list of Sentence
            `str` gives the words; the parts that are numbers have their query (`lines`).
        """

        def rates() -> pd.DataFrame:
            return self.rates

        if details:
            return findings_of(self.material, self.declared, details=True, rates=rates)
        if self._findings is None:
            self._findings = tuple(findings_of(self.material, self.declared, rates=rates))
        return list(self._findings)

    def differences_by_concept(self) -> pd.DataFrame:
        """Return the rows of `differences` but those of single variants, made without these."""
        if "differences" in self._made:
            return self.differences.loc[self.differences["measure"] != "variant share"]
        if "by concept" not in self._made:
            measures = tuple(name for name in MEASURES[1:] if name != "variant")
            self._made["by concept"] = _with_declared(self, measures)
        return self._made["by concept"]

    def ranked(self, scope: str = "own") -> pd.DataFrame:
        """Return the naming choices by concept and contrast in the order of the findings.

        Parameters
        ----------
        scope : {"own", "outlet_worded"}
            Own words, or with them those that the outlet attributes to others.

        Returns
        -------
        DataFrame
            Rows of `differences` of the measure ``naming choice``.

        Raises
        ------
        ComparisonError
            For another scope.
        """
        known = [str(each) for each in self.settings.scopes]
        if scope not in known:
            raise ComparisonError(f"scope is {' or '.join(map(repr, known))}, not {scope!r}")
        asked = Scope(scope)
        if asked not in self._ranked:
            self._ranked[asked] = ranked(self.declared, asked, self.material)
        return self._ranked[asked].copy()

    def lines(self, number: Query | Part | Mapping[str, object] | pd.Series) -> pd.DataFrame:
        """Return the rows behind a number: of any table, sentence, chart or page.

        Parameters
        ----------
        number : Query, Part, row of a table, or link of a chart
            A row is a Series or mapping with a table's columns; a part is one of a sentence's.

        Returns
        -------
        DataFrame
            Rows of the mentions counted; of cues, reported passages or articles where the number
            counts these. Uses of a word have article_id, outlet, event, field, start, end, text.

        Raises
        ------
        ComparisonError
            Where the words given count nothing.
        """
        query = query_of(number)
        if query.show == "uses":
            return uses_of(self, query)
        found = lines_of(self.material, query)
        table = {"passages": "attributions", "cues": "cues"}.get(query.show, "mentions")
        return found if query.show in _OF_ARTICLES else self.analysis.completed(table, found)

    def naming_table(self, *, zeros: bool = False, misreading: bool = False) -> pd.DataFrame:
        """Count each variant by side and scope.

        Parameters
        ----------
        zeros : bool
            Whether what a side never wrote stands there with n = 0.
        misreading : bool
            Whether ``own_expected, own_low, own_high`` say how many of the side's namings by the
            variant, in whatever voice they were read, are likely its own words: the 95% interval
            of `framing.voice.own_interval`, which holds the errors of reading voices. They are
            alike in all scopes.

        Returns
        -------
        DataFrame
            The rows and columns of `naming`, and those asked for.
        """
        table = naming_table(self.material, zeros=zeros) if zeros else self.naming
        by = ["lexicon", "concept", "variant", "outlet"]
        return with_own_counts(table, self, by) if misreading else table

    def distinctive(
        self,
        outlet: str | None = None,
        against: str | None = None,
        *,
        voice: Literal["own", "all"] = "own",
        ngrams: tuple[int, int] = (1, 3),
        prior: float | Mapping[str, float] | pd.Series | None = None,
        reference: Mapping[str, float] | pd.Series | None = None,
        min_count: int = 3,
    ) -> pd.DataFrame:
        """Rank words and short phrases by how far they tell one outlet's text from another's.

        Only events that both sides cover are counted, where there are any, so that what was
        covered does not pass for how it was worded. Each length of terms is computed by itself.
        Two spellings of one word ("labour", "labor") are one term, in the one written more.

        Parameters
        ----------
        outlet, against : str, optional
            The two sides. Without `against`, all other outlets together (or the other one of
            two); without `outlet`, every outlet in turn.
        voice : {"own", "all"}
            Own-voice text alone, or all of it (boilerplate left out in both).
        ngrams : tuple of int
            Shortest and longest term in words.
        prior : float or mapping of term to float, optional
            α_w of Fightin' Words. By default α₀ = 1000 spread as both sides use the terms.
        reference : mapping of term to count, optional
            Frequencies of your own to spread α₀ = 1000 by instead.
        min_count : int
            Terms rarer than this on both sides together are not listed (they stay in the totals).

        Returns
        -------
        DataFrame
            Indexed by `term`, highest z first within each pair of sides:

            - `outlet_a`, `outlet_b` (missing: all others), `words` (length of the term),
              `count_a`, `count_b` (raw), `total_a`, `total_b` (all terms of that length);
            - `delta`, `se`, `z`: log odds with the prior, see `framing.statistics.fightin_words`;
              `z_weak`, `z_strong`: z with the prior ×0.1 and ×10;
            - `p_value`: from exchanging the outlets' texts within events, for all terms together
              (`framing.statistics.swaps.swap_p_values`); missing under 6 matched `events`;
            - `g2`, `log_ratio`: keyness, see `framing.statistics.keyness`;
            - `contribution`: to the Jensen–Shannon divergence, see `framing.statistics.word_shift`;
            - `articles`, `dispersion` (normalised DP), `well_spread` (DP < .8 and three articles
              or more): over the articles of the side that uses the term more.

        Raises
        ------
        ComparisonError
            For an outlet that is not compared, an unknown voice, or impossible lengths.
        """
        return distinctive_of(
            self, outlet, against, voice=voice, ngrams=ngrams,
            prior=prior, reference=reference, min_count=min_count,
        )  # fmt: skip

    def corrected(self, coded: pd.DataFrame) -> pd.DataFrame:
        """Correct shares, leans and differences by coded namings, whatever the tool's errors.

        Parameters
        ----------
        coded : DataFrame
            From `framing.validate.coded_sheet`, or any other annotator's labels in its columns:
            `article_id, field, start, end, lexicon, concept, coded_own, probability`.

        Returns
        -------
        DataFrame
            `lexicon, concept, measure, kind, outlet, outlet_b, uncorrected, value, low, high,
            coded, namings, events, note`: see `framing.comparison.coded.corrected_table`.

        Raises
        ------
        ComparisonError
            When a column is missing, a naming is coded twice, or none of them is of a matched
            event of this comparison.
        """
        return corrected_table(self.material, coded)

    def methods_text(self) -> str:
        """Write the methods paragraph for a paper, with counts, seed and references.

        Returns
        -------
        str
            English sentences in one paragraph, the works cited behind them.
        """
        return methods_paragraph(self)

    def long(self, *, scope: str = "own", zeros: bool = True) -> pd.DataFrame:
        """Return one row per article, concept and wording: the table that mixed models take.

        Parameters
        ----------
        scope : str
            Whose words: ``own``, ``outlet_worded``, ``attributed``, ``quoted`` … or ``all``.
        zeros : bool
            Whether wordings that other articles chose for the concept stand there with n = 0.

        Returns
        -------
        DataFrame
            `event, story, side, outlet, article_id, date, genre, lexicon, concept, variant,
            wording, loaded, direction, n, total`: of `total` namings of the concept by that
            article, `n` were worded so.

        Raises
        ------
        ComparisonError
            For a scope that there is not.
        """
        if scope not in (known := [str(each) for each in Scope]):
            raise ComparisonError(f"scope is {' or '.join(map(repr, known))}, not {scope!r}")
        return long_table(self.material, Scope(scope), zeros=zeros)

    def codebook(self) -> pd.DataFrame:
        """Say what each column means, of the comparison's tables and of the analysis's.

        Returns
        -------
        DataFrame
            `table, column, type, meaning`, a row for each column of each table.
        """
        found = codebook_of({**self.tables, "long": self.long()}, MEANINGS)
        return pd.concat([codebook_of(self.analysis.tables), found], ignore_index=True)

    def save(
        self,
        folder: str | Path,
        *,
        format: str = "csv",  # noqa: A002 (pandas' word)
        text: bool = True,
    ) -> Path:
        """Write the analysis, the tables of the comparison and its provenance into `folder`.

        Parameters
        ----------
        folder : path
            Made if it is not there.
        format : {"csv", "jsonl", "parquet"}
            How tables are written.
        text : bool
            False leaves the articles' texts out, as in ``analysis.save(folder, text=False)``.

        Returns
        -------
        Path
            The folder. ``comparison.json`` in it holds question, primary measure, notes and
            provenance; `open_analysis` reads the analysis back.
        """
        from framing.comparison.comparisonfolder import save_comparison

        return save_comparison(self, Path(folder), format, text=text)

    def __repr__(self) -> str:
        """Say in one line what is compared."""
        return (
            f"<Comparison of {len(self.outlets)} by {self.by} within {self.within}: "
            f"{len(self.material.articles)} articles, {len(self.material.events)} events>"
        )

    def _repr_html_(self) -> str:
        """Show question, declared measure and what is missing in a notebook."""
        rows: list[tuple[str, object]] = [
            ("question", self.question),
            ("declared measure", self.primary.measure),
            *(("", str(sentence)) for sentence in self.primary.sentences),
            (self.settings.sides, ", ".join(self.outlets)),
            (f"{self.settings.units} covered", int(self.coverage["event"].nunique())),
            *(("note", note) for note in self.notes),
        ]
        return summary("Comparison", rows, note="“own” means not detectably attributed to anybody.")


def need_comparison(given: object, what: str) -> None:
    """Refuse what is no comparison, where one is drawn or written.

    Raises
    ------
    SettingsError
        Saying how to come by one.
    """
    if not isinstance(given, Comparison):
        raise SettingsError(
            f"{what} takes what framing.compare returned, not this {type(given).__name__}; "
            "framing.compare makes one of an analysis, or of articles"
        )


def _with_declared(made: Comparison, measures: tuple[str, ...]) -> pd.DataFrame:
    """Put other measures of the same contrasts below what was declared."""
    beside = difference_table(made.material, measures=measures)
    return pd.concat([made.declared, beside], ignore_index=True)


TABLES: dict[str, Callable[[Comparison], pd.DataFrame]] = {
    "naming": lambda made: naming_table(made.material),
    "shares": lambda made: share_table(made.material),
    "differences": lambda made: _with_declared(made, MEASURES[1:]),
    "stance": lambda made: stance_table(
        made.material, made.sources, stance_differences(made.material)
    ),
    "rates": lambda made: rate_table(made.material),
    "targets": lambda made: target_table(made.material, target_differences(made.material)),
    "sources": lambda made: source_table(made.material),
    "coverage": lambda made: coverage_table(made.material),
}
"""How each table is made, in their usual order; what nobody looks at is never computed."""
