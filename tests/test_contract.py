"""What is relied on from outside: columns, types, flags, exit codes, signatures.

Later work only adds to this file.
"""

from __future__ import annotations

import csv
import inspect
import io
import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import framing
from framing import statistics
from framing.cli import cli

MENTIONS = (
    "article_id outlet event field start end text lexicon concept variant toward target direction "
    "bindings intensity loaded weight voice speaker speaker_name speaker_kind cue rule distanced "
    "negated zone sentence sentence_start sentence_end"
).split()
ATTRIBUTIONS = (
    "article_id field kind speaker speaker_name speaker_kind cue cue_class source_start source_end "
    "cue_start cue_end content rule"
).split()
ADDED = "wording voice_broad act p_own uncertain counted".split()
CUES = "article_id field start end text kind voice sentence".split()

TEXT = (
    "American occupation forces left the base on Monday, officials said.\n\n"
    "“The regime is finished,” said Ana Prell, a spokeswoman for the union.\n"
)


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, list(arguments))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make EVENT/OUTLET.txt with two outlets."""
    top = tmp_path_factory.mktemp("news")
    (top / "base").mkdir()
    (top / "base" / "post.txt").write_text(TEXT, encoding="utf-8")
    (top / "base" / "wire.txt").write_text(
        "U.S. troops left the base on Monday. The government said it was glad of that.\n",
        encoding="utf-8",
    )
    return top


@pytest.fixture(scope="module")
def analysis(folder: Path) -> framing.Analysis:
    """Analyse the two articles with everything at its default."""
    return framing.analyze(framing.read_articles(folder))


class TestTables:
    """The four tables."""

    def test_columns(self, analysis: framing.Analysis) -> None:
        """The columns stand in the agreed order; additions come after them."""
        assert list(analysis.mentions.columns)[: len(MENTIONS)] == MENTIONS
        assert list(analysis.attributions.columns)[: len(ATTRIBUTIONS)] == ATTRIBUTIONS
        assert list(analysis.cues.columns)[: len(CUES)] == CUES
        assert set(ADDED) <= set(analysis.mentions.columns)
        assert "act" in analysis.attributions.columns
        assert {"article_id", "words", "own_words", "sentences"} <= set(analysis.scores.columns)

    def test_types(self, analysis: framing.Analysis) -> None:
        """Ids are strings, integers stay integers beside missing values, booleans booleans."""
        table = analysis.mentions
        assert str(table["article_id"].dtype) == "string"
        for name in ("start", "end", "direction", "intensity", "sentence"):
            assert str(table[name].dtype) == "Int64"
        for name in ("loaded", "distanced", "negated", "uncertain", "counted"):
            assert str(table[name].dtype) == "boolean"

    def test_offsets(self, analysis: framing.Analysis) -> None:
        """A mention's text is the article's text between its offsets."""
        texts = {article.id: article.text for article in analysis.articles}
        assert len(analysis.mentions) > 3
        for row in analysis.mentions.itertuples():
            assert texts[row.article_id][row.start : row.end] == row.text
            assert row.sentence_start <= row.start < row.sentence_end

    def test_voices(self, analysis: framing.Analysis) -> None:
        """The voices have the agreed names, and here all but distanced occur."""
        assert set(analysis.mentions["voice"]) == {"own", "quoted", "attributed"}

    def test_bindings(self, analysis: framing.Analysis) -> None:
        """Every slot is listed with slot, target, direction, offsets and rule."""
        row = analysis.mentions[analysis.mentions["variant"] == "occupation-forces"].iloc[0]
        assert row["toward"] == "holder"
        assert row["target"] == "United States"
        assert row["direction"] == -1
        assert row["voice"] == "attributed"
        assert set(row["bindings"][0]) == {"slot", "target", "direction", "start", "end", "rule"}

    def test_provenance(self, analysis: framing.Analysis) -> None:
        """Version, lexicons with SHA-256 and counts travel with the result, as JSON."""
        provenance = json.loads(json.dumps(analysis.provenance))
        assert provenance["framing"] == framing.__version__
        assert all(len(one["sha256"]) == 64 for one in provenance["lexicons"])
        assert provenance["counts"]["articles"] == 2

    def test_boilerplate_is_kept_and_never_scored(self) -> None:
        """A website's own lines yield no rows."""
        text = TEXT + "\nPress TV’s website can also be accessed at occupation forces:\n"
        found = framing.analyze([framing.Article("a", text=text)], sentiment=False)
        assert found.mentions["end"].max() < len(TEXT)


class TestCommands:
    """Names, flags, streams and exit codes of the command line."""

    @pytest.mark.parametrize(
        ("command", "columns"),
        [("mentions", MENTIONS), ("attributions", ATTRIBUTIONS), ("cues", CUES)],
    )
    def test_tables(self, folder: Path, command: str, columns: list[str]) -> None:
        """Tables go to standard output as CSV; what is no result goes to standard error."""
        done = run(command, str(folder))
        assert done.exit_code == 0, done.output
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
        assert list(rows[0])[: len(columns)] == columns
        assert "2 articles read" in done.stderr

    def test_cells(self, folder: Path, tmp_path: Path) -> None:
        """Missing is empty in CSV and null in JSON lines; booleans and lists are JSON."""
        rows = list(csv.DictReader(io.StringIO(run("mentions", str(folder)).stdout)))
        assert {row["distanced"] for row in rows} <= {"true", "false"}
        assert json.loads(rows[0]["bindings"])
        own = [row for row in rows if row["voice"] == "own"]
        assert own[0]["speaker"] == ""
        out = tmp_path / "m.jsonl"
        assert run("mentions", str(folder), "-o", str(out)).exit_code == 0
        lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        assert [line["text"] for line in lines] == [row["text"] for row in rows]
        assert lines[rows.index(own[0])]["speaker"] is None
        assert isinstance(lines[0]["start"], int)

    def test_parquet(self, folder: Path, tmp_path: Path) -> None:
        """Parquet holds the same rows."""
        out = tmp_path / "m.parquet"
        assert run("mentions", str(folder), "-o", str(out)).exit_code == 0
        assert list(pd.read_parquet(out).columns)[: len(MENTIONS)] == MENTIONS

    def test_score(self, folder: Path) -> None:
        """`score` gives one row an article, with sentiment; --no-sentiment leaves it out."""
        rows = list(csv.DictReader(io.StringIO(run("score", str(folder)).stdout)))
        assert [row["outlet"] for row in rows] == ["post", "wire"]
        assert "polarity_own" in rows[0]
        without = list(
            csv.DictReader(io.StringIO(run("score", str(folder), "--no-sentiment").stdout))
        )
        assert "polarity_own" not in without[0] or without[0]["polarity_own"] == ""

    def test_compare_writes_report_and_tables(self, folder: Path, tmp_path: Path) -> None:
        """One event succeeds: a report, tables, exit status 0, although every test refuses."""
        report, tables = tmp_path / "report.html", tmp_path / "tables"
        done = run("compare", str(folder), "-o", str(report), "--tables", str(tables))
        assert done.exit_code == 0, done.output
        page = report.read_text(encoding="utf-8")
        assert "<title>" in page
        assert '<html lang="' in page
        assert (tables / "naming.csv").is_file()
        assert (tables / "mentions.csv").is_file()
        assert (tables / "provenance.json").is_file()

    def test_exit_codes(self, tmp_path: Path, folder: Path) -> None:
        """0 done, 1 nothing usable read, 2 wrong usage."""
        assert run("mentions", str(tmp_path)).exit_code == 1
        assert run("mentions").exit_code == 2
        assert run("mentions", str(folder), "--lexicon", "forign-forces").exit_code == 2
        assert run("--version").exit_code == 0
        assert run("nonsense").exit_code == 2

    def test_unknown_lexicon_is_met_with_help(self, folder: Path) -> None:
        """The message names the lexicon, the command that lists them, and the nearest id."""
        done = run("mentions", str(folder), "--lexicon", "forign-forces")
        assert "lexicon 'forign-forces' is not installed" in done.stderr
        assert "framing lexicon list" in done.stderr
        assert "Did you mean 'foreign-forces'?" in done.stderr

    def test_kwic(self, folder: Path) -> None:
        """`kwic` shows a term with its context."""
        rows = list(csv.DictReader(io.StringIO(run("kwic", "regime", str(folder)).stdout)))
        assert [row["text"] for row in rows] == ["regime"]
        assert rows[0]["voice"] == "quoted"

    def test_lexicon_commands(self) -> None:
        """`lexicon list`, `show` and `check` work on what is shipped."""
        assert "foreign-forces" in run("lexicon", "list").stdout
        shown = run("lexicon", "show", "foreign-forces")
        assert shown.exit_code == 0
        assert "occupation-forces" in shown.stdout
        path = framing.load_lexicon("foreign-forces").path
        assert run("lexicon", "check", str(path)).exit_code == 0


class TestFunctions:
    """Signatures and small promises of the public functions."""

    def test_signatures(self) -> None:
        """Parameters have the agreed names, and options are keyword-only."""
        analyze = inspect.signature(framing.analyze).parameters
        assert list(analyze)[:6] == [
            "articles", "lexicon", "targets", "corrections", "reader", "sentiment",
        ]  # fmt: skip
        assert analyze["targets"].kind is inspect.Parameter.KEYWORD_ONLY
        compare = inspect.signature(framing.compare).parameters
        assert list(compare)[:7] == [
            "analysis", "by", "within", "reference", "concepts", "target", "seed",
        ]  # fmt: skip
        assert compare["by"].default == "outlet"
        assert compare["within"].default == "event"
        assert compare["seed"].default == 0

    def test_articles(self, folder: Path) -> None:
        """`Articles` is a sequence of `Article` with what was skipped."""
        articles = framing.read_articles(folder)
        assert len(articles) == 2
        assert (articles[0].event, articles[0].outlet) == ("base", "post")
        assert articles[0].text == TEXT
        assert articles.skipped == ()

    def test_naming_by_folder_only_inside_a_folder(self, folder: Path) -> None:
        """A single file given as PATH gets no outlet from its name."""
        assert framing.read_articles(folder / "base" / "post.txt")[0].outlet is None

    def test_voice_of(self) -> None:
        """`voice_of` gives one voice a span of the text."""
        article = framing.Article("a", text=TEXT)
        spans = [(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("forces", "regime")]
        assert framing.voice_of(article, spans) == ["attributed", "quoted"]

    def test_comparison_tables(self, analysis: framing.Analysis) -> None:
        """`Comparison` offers its tables as DataFrames."""
        comparison = framing.compare(analysis)
        for name in ("naming", "differences", "stance", "sources", "coverage"):
            assert isinstance(getattr(comparison, name), pd.DataFrame), name

    def test_differences(self) -> None:
        """The naming choice is primary, over all concepts and a concept, own and outlet-worded."""
        articles = [
            framing.Article(f"{event}-{outlet}", outlet, str(event), text=f"{word} came home.")
            for event in range(6)
            for outlet, word in (("Ash", "Illegal aliens"), ("Birch", "Undocumented immigrants"))
        ]
        comparison = framing.compare(framing.analyze(articles, sentiment=False))
        table = comparison.differences
        assert {"naming choice", "lean", "variant share"} <= set(table["measure"])
        first = table[(table["measure"] == "naming choice") & (table["scope"] == "own")]
        assert set(first["role"]) == {"primary"}
        assert first["concept"].isna().sum() == 1
        wanted = (
            "p_value p_adjusted difference low high p_units variant wording_a wording_b".split()
        )
        assert set(wanted) <= set(table.columns)
        assert set(first["p_value"]) == {2 / 64}
        assert set(first["difference"]) == {1.0}
        assert {"own", "outlet_worded"} == set(table["scope"])
        said = comparison.findings()
        assert comparison.primary.statements[0] in said
        assert "“illegal aliens” 6 of 6 times" in str(said[0])
        assert "wording" in comparison.naming.columns

    def test_statistics_on_plain_counts(self) -> None:
        """What the pure functions take, and the names of what they return."""
        found = statistics.naming_choice([[1, 0]] * 6, [[0, 1]] * 6, seed=0)
        names = "statistic raw_difference difference p_value n_events smallest_p".split()
        assert [getattr(found, name) for name in names] == [6, 1, 1, 2 / 64, 6, 2 / 64]
        more, less = {"v": 7, "w": 3}, pd.Series({"v": 2, "w": 7})
        words = statistics.fightin_words(more, less, prior={"v": 0.01, "w": 0.01})
        assert list(words.columns) == ["count_a", "count_b", "delta", "se", "z"]
        keys = statistics.keyness(more, less)
        assert list(keys.columns) == ["count_a", "count_b", "g2", "p", "log_ratio"]
        assert "contribution" in statistics.word_shift(more, less)
        assert list(statistics.adjust_p_values([0.5, 0.5])) == [0.5, 0.5]
        assert statistics.rogan_gladen(0.5, sensitivity=1, specificity=1) == 0.5

    def test_errors_are_also_built_in_errors(self) -> None:
        """Each error is the built-in error a caller would catch."""
        assert issubclass(framing.ArticleError, ValueError)
        assert issubclass(framing.LexiconError, ValueError)
        assert issubclass(framing.ComparisonError, ValueError)
        assert issubclass(framing.MissingExtraError, ImportError)
        for name in ("ArticleError", "LexiconError", "ComparisonError", "MissingExtraError"):
            assert issubclass(getattr(framing, name), framing.FramingError)
