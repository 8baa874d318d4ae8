"""Tables as people keep them: under a title, under another name, with cells left to compute."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from framing import Articles, read_articles
from framing.errors import ArticleError

TEXT = (
    "The troops left the base on Monday, and the crowd that had waited since dawn went home "
    "along the harbour, where the last ship lay with the flags of both sides. It sailed at noon, "
    "an officer said, and the work of the port began again on the day after that with a band."
)


def reasons(articles: Articles) -> list[str]:
    """Return what was said about what was read."""
    return [one.reason for one in (*articles.skipped, *articles.warnings)]


def read(folder: Path, name: str, written: str) -> Articles:
    """Read a file of that name."""
    (folder / name).write_text(written, encoding="utf-8")
    return read_articles(folder / name)


def workbook(path: Path, openpyxl: Any, *rows: list[object]) -> Articles:
    """Read a workbook of these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return read_articles(path)


@pytest.mark.parametrize(
    "above",
    [
        "Our articles\n",
        "Our articles,,\n,,\n",
        "Our articles,,\nTaken out:,3 May,\n\n",
        '"Our articles, all of them",,\n',
        "sep=,\nOur articles\n",
        "\n\nOur articles\n",
    ],
)
def test_rows_above_the_names_of_columns_are_left_out_and_said(tmp_path: Path, above: str) -> None:
    """A title is no name of a column; the lines of what follows are those of the file."""
    rows = f'outlet,text,date\nStar,"{TEXT}",2020-03-04\nSun,,2020-03-04\n'
    articles = read(tmp_path, "a.csv", above + rows)
    assert [(one.id, one.outlet, one.text) for one in articles] == [("a.csv:1", "Star", TEXT)]
    (skipped,) = articles.skipped
    assert skipped.line == above.count("\n") + 3
    assert any("above the names of the columns: 'Our articles" in one for one in reasons(articles))


def test_a_title_above_other_marks(tmp_path: Path) -> None:
    """What parts the cells is taken from the names of the columns, not from the title."""
    (article,) = read(tmp_path, "a.csv", f"Mine, all of May\noutlet;text\nStar;{TEXT}\n")
    assert (article.outlet, article.text) == ("Star", TEXT)


@pytest.mark.parametrize(
    "written",
    [
        "paper,words,day\nStar,text,date\n",  # a row of a table without a column of texts
        "Our articles\nwords\nThe troops left.\n",
        "Our articles\ntext\nThe troops left.\n",  # one column: any line could be its name
        "Our articles\n" * 40 + "outlet,text\nStar,The troops left.\n",
    ],
)
def test_a_table_that_names_no_text_is_refused(tmp_path: Path, written: str) -> None:
    """A row below the first is taken for the names of columns only under a title of few rows."""
    with pytest.raises(ArticleError, match="no text column"):
        read(tmp_path, "a.csv", written)


def test_a_workbook_has_titles_too(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """A spreadsheet's title is left out as a CSV file's is; lines are the sheet's own."""
    rows = ["Our articles"], [], ["outlet", "text", "day"], ["Star", TEXT], ["Sun", None, 2]
    articles = workbook(tmp_path / "a.xlsx", optional("openpyxl", "exports"), *rows)
    assert [(one.outlet, one.text) for one in articles] == [("Star", TEXT)]
    assert articles.skipped[0].line == 5
    assert "1 row stands above the names of the columns: 'Our articles'" in reasons(articles)


def test_formulas_that_nobody_computed_are_said(
    tmp_path: Path, optional: Callable[..., Any]
) -> None:
    """A program that writes a formula without its value leaves a cell that reads as empty."""
    rows = ["outlet", "text"], ['="St"&"ar"', TEXT], ["Sun", TEXT], ["=A3", "=B3"]
    articles = workbook(tmp_path / "a.xlsx", optional("openpyxl", "exports"), *rows)
    assert [one.outlet for one in articles] == [None, "Sun"]
    (told,) = [one for one in articles.warnings if "formula" in one.reason]
    assert told.line == 2
    assert told.reason.startswith(
        "3 cells with formulas whose values are not in the file, and read as empty (columns: "
        "'outlet', 'text')"
    )


def test_cells_without_a_formula_are_not_said(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """An empty cell is an empty cell."""
    rows = ["outlet", "text"], [None, TEXT], ["Sun", TEXT]
    articles = workbook(tmp_path / "a.xlsx", optional("openpyxl", "exports"), *rows)
    assert not [one for one in reasons(articles) if "formula" in one]


def test_rows_parted_by_tabs_may_know_no_quoting(tmp_path: Path) -> None:
    """A quotation that opens a cell is not its marks; rows that are quoted are read as ever."""
    texts = [f'"{TEXT}" So he said.', f'"Yes, {TEXT}', f'He said "no." {TEXT}']
    rows = "".join(f"{text}\tStar\t{at}\n" for at, text in enumerate(texts))
    quoted = f'"{TEXT} ""So"", he said.\n\nIt was so."\tStar\t3\n'
    articles = read(tmp_path, "a.tsv", f"text\toutlet\tid\n{rows}{quoted}Too\tmany\t4\tcells\n")
    assert [one.text for one in articles] == [*texts, f'{TEXT} "So", he said.\n\nIt was so.']
    assert {one.outlet for one in articles} == {"Star"}
    assert [one.line for one in articles.skipped] == [8]
    assert (
        "2 rows with quotation marks that no table has are read as they stand, cells parted by tabs"
    ) in reasons(articles)


def test_five_hundred_broken_rows_are_read(tmp_path: Path) -> None:
    """No file of tabs is given up for its quotation marks."""
    rows = "".join(f'"We go," {TEXT}\tStar\n' for _ in range(500))
    assert len(read(tmp_path, "a.tsv", f"text\toutlet\n{rows}")) == 500


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_table_under_a_texts_name_is_read_and_said(tmp_path: Path, mark: str) -> None:
    """A .txt whose first line names columns is a table: an article a row."""
    rows = ("outlet", "text", "date"), ("Star", f'"{TEXT}"', "2020-03-04"), ("Sun", TEXT[:50], "")
    written = "".join(mark.join(row) + "\n" for row in rows if mark != "," or row[0] != "Sun")
    articles = read(tmp_path, "a.txt", written)
    assert (articles[0].outlet, articles[0].text, articles[0].date) == ("Star", TEXT, "2020-03-04")
    assert any(one.startswith("read as a table, an article a row") for one in reasons(articles))


def test_a_table_of_unknown_columns_is_said(tmp_path: Path) -> None:
    """What looks like a table and names no text is one article, with the next step."""
    (article,) = articles = read(tmp_path, "a.txt", f"paper\twords\nStar\t{TEXT}\nSun\t{TEXT}\n")
    assert article.text.startswith("paper\twords")
    assert (
        "looks like a table of 2 columns and is read as one article: call the column of the texts "
        "'text', and let the file's name end in .csv"
    ) in reasons(articles)


@pytest.mark.parametrize(
    "opening",
    [
        "Troops, tanks and ships leave",
        "text, date",  # two words, and no row
        "The text; the outlet; the date.",
        "Marno, 3 May, Star",
        "Body",
        '"The troops must go, date or no date',
    ],
)
def test_an_article_is_no_table(tmp_path: Path, opening: str) -> None:
    """Commas in an article's first line make no cells of it."""
    articles = read(tmp_path, "a.txt", f"{opening}\n\n{TEXT}\n\nThe band played on.\n")
    assert len(articles) == 1
    assert articles[0].text.startswith(opening)
    assert not [one for one in reasons(articles) if "table" in one]
