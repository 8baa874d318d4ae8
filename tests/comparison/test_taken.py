"""What is taken away: the long table, flat files for other programs, and no formula for people."""

from __future__ import annotations

import csv
import json
import math
import time
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import framing
from framing.analysis import write_table
from framing.cli import cli

EXAMPLES = Path(__file__).parents[2] / "examples"
CATEGORIES = """schema: 1
kind: category
id: mood
title: Moods
version: 1.0.0
language: en
license: CC0-1.0
concepts:
  - {id: anger, gloss: anger, variants: [{id: anger, exact: [anger, furious, rage]}]}
  - {id: calm, gloss: calm, variants: [{id: calm, exact: [calm, quiet]}]}
"""


@pytest.fixture(scope="module")
def comparison() -> framing.Comparison:
    """Compare the examples."""
    return framing.compare(framing.analyze(EXAMPLES / "corpus", sentiment=True))


@pytest.fixture(scope="module")
def tables(comparison: framing.Comparison) -> dict[str, pd.DataFrame]:
    """Return every table that an analysis and a comparison have."""
    return {
        **comparison.analysis.tables, **comparison.tables,
        "long": comparison.long(), "codebook": comparison.codebook(),
        "distinctive": comparison.distinctive().reset_index(), "ranked": comparison.ranked(),
        "category": comparison.analysis.rates(), "wide": comparison.analysis.rates(wide=True),
    }  # fmt: skip


@pytest.fixture(scope="module")
def moods(tmp_path_factory: pytest.TempPathFactory) -> framing.Analysis:
    """Analyse three articles with two categories."""
    path = tmp_path_factory.mktemp("mood") / "mood.yaml"
    path.write_text(CATEGORIES, "utf-8")
    texts = ["Rage and anger: a furious town.", "All was quiet.", "“Calm,” said Ana Ruiz."]
    articles = [framing.Article(str(i), outlet="Ash", text=t) for i, t in enumerate(texts)]
    return framing.analyze(articles, str(path), sentiment=False)


@pytest.fixture(scope="module")
def formulas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a corpus whose outlets, events and ids a spreadsheet would compute."""
    path = tmp_path_factory.mktemp("news") / "news.csv"
    rows = [
        ("-1+1", "=HYPERLINK(\"http://x.example\")", "+cmd|x", "The regime fell. It rained."),
        ("@two", "Birch", "+cmd|x", "=The government fell. It rained."),
    ]  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "outlet", "event", "text"])
        writer.writerows(rows)
    return path


def test_the_codebook_explains_every_column(comparison: framing.Comparison) -> None:
    """Every column of every table that a folder holds has a meaning."""
    book = comparison.codebook()
    assert set(book["table"]) == {*comparison.analysis.tables, *comparison.tables, "long"}
    assert not book.loc[book["meaning"].str.len() < 5, ["table", "column"]].values.tolist()


class TestLong:
    """One row an article, concept and wording."""

    def test_counts_are_those_of_the_lines(self, comparison: framing.Comparison) -> None:
        """Summed up, n is every naming in own words, and totals are sums of n."""
        long = comparison.long()
        own = comparison.lines({"scope": "own"})
        assert long["n"].sum() == len(own) > 50
        sums = long.groupby(["article_id", "lexicon", "concept"])
        assert (sums["n"].sum() == sums["total"].first()).all()
        written = own.groupby(["article_id", "concept", "wording"]).size()
        used = long.loc[long["n"] > 0].set_index(["article_id", "concept", "wording"])["n"]
        assert used.groupby(level=[0, 1, 2]).sum().to_dict() == written.to_dict()

    def test_what_could_have_been_written_has_a_row(self, comparison: framing.Comparison) -> None:
        """Wordings of other articles stand with n = 0, unless they are left out."""
        long, used = comparison.long(), comparison.long(zeros=False)
        assert len(used) == (long["n"] > 0).sum() < len(long)
        one = long.groupby(["lexicon", "concept"])["article_id"].nunique()
        rows = long.groupby(["lexicon", "concept"]).size()
        choices = long.drop_duplicates(["lexicon", "concept", "variant", "wording"])
        assert (choices.groupby(["lexicon", "concept"]).size() * one == rows).all()

    def test_other_sides_and_scopes(self) -> None:
        """Side is what is compared, outlet whose article it is; attributed words on request."""
        table = pd.DataFrame({
            "outlet": ["Ash", "Birch"], "leaning": ["left", "right"], "event": ["pull-out"] * 2,
            "text": ["The occupation forces left.", "Ana Ruiz said the occupation forces left."],
        })  # fmt: skip
        analysis = framing.analyze(framing.read_articles(table), "foreign-forces", sentiment=False)
        comparison = framing.compare(analysis, by="leaning")
        own, worded = comparison.long(), comparison.long(scope="outlet_worded")
        assert own[["side", "outlet", "story", "n"]].values.tolist() == [
            ["left", "Ash", "pull-out", 1]
        ]
        assert worded["side"].tolist() == ["left", "right"]


class TestFlat:
    """Files of one cell a value: no infinity, no list."""

    @pytest.mark.parametrize("kind", ["csv", "xlsx", "dta", "sav"])
    def test_no_infinite_and_no_list_cell_in_any_table(
        self, tables: dict[str, pd.DataFrame], tmp_path: Path, kind: str, optional
    ) -> None:
        """Every table goes out and comes back with as many rows and columns, all cells plain."""
        optional({"csv": "csv", "xlsx": "openpyxl"}.get(kind, "pyreadstat"))
        assert any(math.isinf(v) for v in tables["differences"]["odds_ratio"])  # the case is there
        for name, table in tables.items():
            back = read(write_table(table, tmp_path / f"{name}.{kind}"))
            assert len(back) == len(table), name
            assert len(back.columns) == len(table.columns), name
            for column in back:
                cells = back[column].tolist()
                assert not any(isinstance(c, list | dict | tuple) for c in cells), (name, column)
                assert not any(isinstance(c, float) and math.isinf(c) for c in cells)
                assert not {"inf", "-inf", "Infinity", "-Infinity"} & {str(c) for c in cells}

    @pytest.mark.parametrize("kind", ["xlsx", "dta", "sav"])
    def test_same_table_same_bytes(
        self, tables: dict[str, pd.DataFrame], tmp_path: Path, kind: str, optional
    ) -> None:
        """No clock enters a file."""
        optional("openpyxl" if kind == "xlsx" else "pyreadstat")
        one = write_table(tables["naming"], tmp_path / f"one.{kind}").read_bytes()
        time.sleep(1.1)
        assert write_table(tables["naming"], tmp_path / f"two.{kind}").read_bytes() == one

    def test_values_labels_and_names_in_stata(
        self, tables: dict[str, pd.DataFrame], tmp_path: Path, optional
    ) -> None:
        """Numbers, texts and flags are the table's; labels say what a name was."""
        pyreadstat = optional("pyreadstat")
        table = tables["naming"]
        path = write_table(table, tmp_path / "n.dta", labels={"n": "how many"})
        back, about = pyreadstat.read_dta(path)
        assert back["n"].tolist() == table["n"].tolist()
        assert back["wording"].tolist() == table["wording"].fillna("").tolist()
        assert back["loaded"].tolist() == [int(v) for v in table["loaded"]]
        assert about.column_names_to_labels["n"] == "how many"
        odd = pd.DataFrame({"if": [1], "liwc.anger": [2.5], "x" * 40: ["é"]})
        back, about = pyreadstat.read_dta(write_table(odd, tmp_path / "odd.dta"))
        assert back.columns.tolist() == ["if_", "liwc_anger", "x" * 32]
        assert about.column_names_to_labels["liwc_anger"] == "liwc.anger"


def read(path: Path) -> pd.DataFrame:
    """Read a file as another program would."""
    if path.suffix == ".csv":
        return pd.read_csv(path, low_memory=False)
    if path.suffix == ".xlsx":
        return pd.read_excel(path, engine="openpyxl")
    import pyreadstat

    reader = pyreadstat.read_dta if path.suffix == ".dta" else pyreadstat.read_sav
    return reader(path)[0]


class TestWide:
    """Dictionary × document tables."""

    def test_one_row_a_document_one_column_a_category(self, moods: framing.Analysis) -> None:
        """Counts, also of what is not there."""
        wide = moods.rates(wide=True)
        assert wide.columns.tolist() == ["doc_id", "outlet", "event", "words", "anger", "calm"]
        assert wide[["doc_id", "words", "anger", "calm"]].values.tolist() == [
            ["0", 6, 3, 0], ["1", 3, 0, 1], ["2", 4, 0, 1]
        ]  # fmt: skip

    def test_by_voice_and_as_rates(self, moods: framing.Analysis) -> None:
        """Own words alone, and per 1,000 of them."""
        own = moods.rates(wide=True, voice="own")
        assert own["calm"].tolist() == [0, 1, 0]
        rates = moods.rates(wide=True, value="per_1000")
        assert rates["anger"].tolist() == [500, 0, 0]
        with pytest.raises(framing.SettingsError, match="own, quoted, attributed, all"):
            moods.rates(wide=True, voice="ours")

    def test_as_pandas_polars_and_arrow(
        self, moods: framing.Analysis, tmp_path: Path, optional
    ) -> None:
        """The table goes as it is into other frames, and by Parquet to whatever reads Arrow."""
        polars, parquet = optional("polars"), optional("pyarrow.parquet")
        wide = moods.rates(wide=True)
        assert polars.from_pandas(wide)["anger"].to_list() == [3, 0, 0]
        path = write_table(wide, tmp_path / "dfm.parquet")
        assert parquet.read_table(path)["calm"].to_pylist() == [0, 1, 1]

    def test_equals_the_counts_of_a_vectorizer(self, moods: framing.Analysis) -> None:
        """What scikit-learn counts with the same words, added up by category."""
        from sklearn.feature_extraction.text import CountVectorizer

        words = {"anger": ["anger", "furious", "rage"], "calm": ["calm", "quiet"]}
        wide = moods.rates(wide=True)
        for category, listed in words.items():
            counts = CountVectorizer(vocabulary=listed).transform(a.text for a in moods.articles)
            assert wide[category].tolist() == counts.sum(axis=1).ravel().tolist()[0]


class TestFormulas:
    """Files for people hold no formula; files for programs hold what was read."""

    def cells(self, path: Path) -> list[str]:
        """Return every cell of a CSV."""
        with path.open(encoding="utf-8", newline="") as stream:
            return [cell for row in csv.reader(stream) for cell in row]

    def run(self, *arguments: str | Path) -> None:
        """Run a command that must end well."""
        done = CliRunner().invoke(cli, [str(one) for one in arguments])
        assert done.exit_code == 0, done.output

    def test_sheets_events_and_data_of_charts(self, formulas: Path, tmp_path: Path) -> None:
        """None of their cells begins with what makes a spreadsheet compute."""
        self.run("validate", "sheet", formulas, "-o", tmp_path / "s")
        self.run("events", formulas, "-o", tmp_path / "events.csv")
        self.run(
            "chart", "naming", formulas, "-o", tmp_path / "a.svg", "--data", tmp_path / "a.csv"
        )
        for name in ("s/sheet.csv", "events.csv", "a.csv"):
            cells = self.cells(tmp_path / name)
            assert not [c for c in cells if c[:1] in "=+@\t" and c], name
            assert not [c for c in cells if c.startswith("-") and not number(c)], name
        assert "'+cmd|x" in self.cells(tmp_path / "events.csv")

    def test_events_come_back_as_they_were(self, formulas: Path, tmp_path: Path) -> None:
        """The apostrophes that were put there are taken off when the table is handed back."""
        self.run("events", formulas, "-o", tmp_path / "events.csv")
        self.run(
            "mentions", formulas, "--events", tmp_path / "events.csv", "-o", tmp_path / "m.csv"
        )
        assert set(pd.read_csv(tmp_path / "m.csv")["event"]) == {"+cmd|x"}

    def test_other_tables_on_request(self, formulas: Path, tmp_path: Path) -> None:
        """Exact by default, for programs; safe with --spreadsheet-safe."""
        self.run("mentions", formulas, "-o", tmp_path / "m.csv")
        assert "-1+1" in self.cells(tmp_path / "m.csv")
        self.run("mentions", formulas, "-o", tmp_path / "safe.csv", "--spreadsheet-safe")
        assert "'-1+1" in self.cells(tmp_path / "safe.csv")
        assert not [c for c in self.cells(tmp_path / "safe.csv") if c[:1] in "=+@" and c]

    def test_no_text_is_a_formula_in_a_workbook(
        self, formulas: Path, tmp_path: Path, optional
    ) -> None:
        """The cell holds the words themselves, as text."""
        openpyxl = optional("openpyxl")
        self.run("mentions", formulas, "-o", tmp_path / "m.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "m.xlsx").active
        held = [c for row in sheet.iter_rows() for c in row if str(c.value).startswith("=HYPER")]
        assert held
        assert {cell.data_type for cell in held} == {"s"}


def number(cell: str) -> bool:
    """Whether a cell is a number."""
    try:
        json.loads(cell)
    except ValueError:
        return False
    return True
