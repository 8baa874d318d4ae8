"""Every format and encoding gives the text exactly as it was, and the fields by their aliases."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.articles import read_articles
from framing.articles.decoding import decode
from framing.articles.rawrecords import ALIASES, columns_of
from framing.errors import ArticleError
from framing.values import Skipped

TEXT = "“The troops”, he said,\r\nleft\u00a0the base…\r\n\r\nThey won't return.\n"

# Any text but lone surrogates and control characters, which make it binary data; short, so
# that random words are not taken for another language.
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff\ufffd"),
    min_size=1,
    max_size=36,
).filter(lambda text: text.strip() and sum(c < " " or c == "\x7f" for c in text) <= 3)
many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(text=texts)
@many
def test_round_trip_of_text_files(tmp_path: Path, text: str) -> None:
    """A text file of any words comes back as it was, in UTF-8 and marked UTF-8, -16 and -32."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        path = tmp_path / "a.txt"
        path.write_bytes(("x " + text).encode(encoding))
        assert read_articles(path)[0].text == "x " + text


@given(text=texts)
@many
def test_round_trip_of_tables(tmp_path: Path, text: str) -> None:
    """Any text comes back as it was from CSV, TSV, JSON lines, Parquet and dataframes."""
    text = "x " + text
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": text}, ensure_ascii=False) + "\n", encoding="utf-8", newline=""
    )
    pq.write_table(pa.table({"text": [text]}), tmp_path / "a.parquet")
    for name, delimiter in (("a.csv", ","), ("a.tsv", "\t")):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
            writer.writerows([["text", "outlet"], [text, "Star"]])
    for name in ("a.jsonl", "a.parquet", "a.csv", "a.tsv"):
        assert read_articles(tmp_path / name)[0].text == text, name
    for frame in (pd.DataFrame({"text": [text]}), pa.table({"text": [text]})):
        assert read_articles(frame)[0].text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("kind", [".txt", ".csv", ".jsonl"])
def test_encodings(tmp_path: Path, encoding: str, kind: str) -> None:
    """Curly quotes, no-break spaces and CRLF survive each encoding in each format."""
    path = tmp_path / f"a{kind}"
    stream = io.StringIO(newline="")
    if kind == ".txt":
        stream.write(TEXT)
    elif kind == ".csv":
        csv.writer(stream).writerows([["id", "text"], ["1", TEXT]])
    else:
        stream.write(json.dumps({"text": TEXT}, ensure_ascii=False) + "\r\n")
    path.write_bytes(stream.getvalue().encode(encoding))
    articles = read_articles(path)
    assert articles[0].text == TEXT
    assert not [one for one in articles.warnings if "sequence" in one.reason]


def test_utf16_without_a_mark() -> None:
    """UTF-16 that does not say so is told by its zero bytes, in both orders, and that is said."""
    for encoding in ("utf-16-le", "utf-16-be"):
        said = f"read as {encoding}, a guess: save the file as UTF-8"
        assert decode(TEXT.encode(encoding)) == (TEXT, (said,))


def test_damaged_utf8_is_read_with_a_warning(tmp_path: Path) -> None:
    """A UTF-8 file with one broken byte is not taken for Windows-1252; a warning says so."""
    data = (TEXT * 3).encode().replace(b"base", b"ba\xffse", 1)
    (tmp_path / "a.txt").write_bytes(data)
    articles = read_articles(tmp_path / "a.txt")
    assert articles[0].text == (TEXT * 3).replace("base", "ba\ufffdse", 1)
    assert articles.warnings[0] == Skipped(
        (tmp_path / "a.txt").as_posix(),
        None,
        "1 broken UTF-8 sequence(s), shown as \ufffd: the file is damaged",
    )


def test_last_resort_is_the_same_every_time() -> None:
    """Bytes that no usual encoding holds give the same text and remark on each reading."""
    data = "Президент заявил, что войска уйдут домой".encode("cp1251") + b"\x81\x8d"
    first = decode(data)
    assert [decode(data) for _ in range(3)] == [first] * 3
    assert first[1][-1].endswith("a guess: save the file as UTF-8")


@pytest.mark.parametrize("field", ["text", "outlet", "date", "event", "title", "url", "id"])
def test_aliases_in_any_case(field: str) -> None:
    """Each field is known by each of its aliases, in capitals and with spaces for underscores."""
    for alias in ALIASES[field]:
        written = alias.upper().replace("_", " ")
        assert columns_of(["words", written]) == {field: written}


def test_first_alias_wins_and_the_others_stay() -> None:
    """Of two columns for one field the nearer name is taken; the other stays in meta."""
    frame = pd.DataFrame(
        {"source": ["api"], "Outlet": ["Star"], "content": ["short"], "maintext": ["Troops left."]}
    )
    (article,) = read_articles(frame)
    assert (article.outlet, article.text) == ("Star", "Troops left.")
    assert dict(article.meta) == {"source": "api", "content": "short"}


def test_all_fields_of_a_table(tmp_path: Path) -> None:
    """A CSV fills every field; numbers become strings, dates ISO, the rest stays in meta."""
    (tmp_path / "a.csv").write_text(
        "ID,Source,date_publish,story,Headline,link,body,Genre,agency,words,empty\n"
        '7,Star,"Jan. 8, 2020",12,Strike,https://a.example,Troops left.,news,AP,2,\n',
        encoding="utf-8",
    )
    (article,) = read_articles(tmp_path / "a.csv")
    assert (article.id, article.outlet, article.event) == ("7", "Star", "12")
    assert (article.date, article.title) == ("2020-01-08", "Strike")
    assert (article.url, article.text) == ("https://a.example", "Troops left.")
    assert dict(article.meta) == {"genre": "news", "agency": "AP", "words": "2"}


def test_ids_of_rows(tmp_path: Path) -> None:
    """Rows without an id are named by file and row, from 1; an empty cell is no id."""
    (tmp_path / "a.csv").write_text("id,text\n,One left.\nx,Two left.\n", encoding="utf-8")
    assert [a.id for a in read_articles(tmp_path / "a.csv")] == ["a.csv:1", "x"]
    frame = pd.DataFrame({"text": ["One left.", "Two left."]})
    assert [a.id for a in read_articles(frame)] == ["row-1", "row-2"]


def test_csv_with_semicolons_and_old_line_ends(tmp_path: Path) -> None:
    """Semicolons and lone carriage returns, as spreadsheets write them, are understood."""
    (tmp_path / "a.csv").write_bytes(b"id;text\r1;Troops, tanks left.\r2;They left.\r")
    assert [(a.id, a.text) for a in read_articles(tmp_path / "a.csv")] == [
        ("1", "Troops, tanks left."),
        ("2", "They left."),
    ]


def test_csv_that_names_its_delimiter(tmp_path: Path) -> None:
    """A spreadsheet's first line may name the delimiter; blank lines above the header are none."""
    (tmp_path / "a.csv").write_text("sep=|\n\nid|text\n1|Troops, left; all.\n", encoding="utf-8")
    (article,) = read_articles(tmp_path / "a.csv")
    assert (article.id, article.text) == ("1", "Troops, left; all.")


def test_csv_with_a_very_long_cell(tmp_path: Path) -> None:
    """A cell longer than the csv module's limit is read, and the limit stays as it was."""
    limit = csv.field_size_limit()
    text = "Troops left the base. " * 20_000
    (tmp_path / "a.csv").write_text(f"text\n{text.strip()}\n", encoding="utf-8")
    assert read_articles(tmp_path / "a.csv")[0].text == text.strip()
    assert csv.field_size_limit() == limit


def test_csv_with_broken_rows(tmp_path: Path) -> None:
    """Rows with bad quoting, too few or too many cells are skipped by line, the rest is read."""
    path = tmp_path / "a.csv"
    path.write_text(
        "id,text,outlet\n"
        '1,"One left.",Star\n'
        '2,"He said "no" twice.",Star\n'
        "3\n"
        "4,Four left, as said,Star\n"
        "5,nan,Star\n"
        "6,Six left.\n"
        '7,"Never closed\n'
        "8,Eight left.,Star\n",
        encoding="utf-8",
    )
    articles = read_articles(path)
    assert [(a.id, a.outlet) for a in articles] == [("1", "Star"), ("6", None), ("8", "Star")]
    misquoted = (
        "quoting error (quotation marks that do not pair, or a cell too long); this row is left out"
    )
    assert [(one.line, one.reason) for one in articles.skipped] == [
        (3, misquoted),
        (4, "the row ends after 1 of 3 cells, before its text"),
        (
            5,
            "4 cells under 3 columns; a cell that holds a delimiter or a quotation mark must "
            'stand in quotation marks, with "" for each one inside',
        ),
        (6, "no text: 'text' holds nothing"),
        (8, misquoted),
    ]


def test_csv_with_endless_quoting_errors(tmp_path: Path) -> None:
    """A file that is nothing but quoting errors is given up, not read for ever."""
    path = tmp_path / "a.csv"
    path.write_text("text\nOne left.\n" + '"a"b\n' * 5000, encoding="utf-8")
    articles = read_articles(path)
    assert len(articles) == 1
    assert articles.skipped[-1].reason == (
        "50 quoting errors before this line; the rest is not read"
    )


def test_jsonl_of_all_kinds(tmp_path: Path) -> None:
    """Lines that are no objects, have no text, or hold half characters are skipped by line."""
    path = tmp_path / "a.jsonl"
    path.write_text(
        '[1]\n{"words": "x"}\n\n{"text": null}\n{"text": 3}\n{"text": "\\ud800 left"}\n'
        '{"text": "Troops\u2028left.", "source": {"id": 1, "name": "Star"}, '
        '"n": {"a": [1, null]}}\n' + "[" * 100_000,
        encoding="utf-8",
    )
    articles = read_articles(path)
    (article,) = articles
    assert (article.id, article.text, article.outlet) == ("a.jsonl:7", "Troops\u2028left.", "Star")
    assert dict(article.meta) == {"n": {"a": [1, None]}}
    assert [one.line for one in articles.skipped] == [1, 2, 4, 5, 6, 8]
    reasons = [one.reason for one in articles.skipped]
    assert reasons[0] == "a JSON list where an object (one article) is expected"
    assert reasons[1].startswith("no text key; keys found: words; rename the one")
    assert reasons[2] == "no text: 'text' holds nothing"
    assert reasons[3] == "no text: 'text' holds a value of type int"
    assert (
        reasons[4] == "the text holds half characters (lone surrogates), or bytes that are no UTF-8"
    )
    assert reasons[5].startswith("broken JSON")


def test_parquet(tmp_path: Path) -> None:
    """Parquet keeps types apart: dates, integers beside missing values, and lists."""
    table = pa.table(
        {
            "id": [1, None],
            "body": ["One left.", "Two left."],
            "datetime": [datetime(2020, 1, 8, 10, 5), None],
            "tags": [["a"], None],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    first, second = read_articles(tmp_path / "a.parquet")
    assert (first.id, first.date, dict(first.meta)) == ("1", "2020-01-08T10:05:00", {"tags": ["a"]})
    assert (second.id, second.date, dict(second.meta)) == ("a.parquet:2", None, {})


def test_parquet_that_is_none(tmp_path: Path) -> None:
    """A broken Parquet file and one without a text column are errors that say so."""
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(ArticleError, match="not a readable Parquet file"):
        read_articles(tmp_path / "a.parquet")
    pq.write_table(pa.table({"words": ["x"]}), tmp_path / "b.parquet")
    with pytest.raises(ArticleError, match="no text column; columns found: words"):
        read_articles(tmp_path / "b.parquet")


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.html", "trafilatura", "html"), ("a.parquet", "pyarrow", "parquet")],
)
def test_missing_extras(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    """Without the library of an extra the file is skipped with the command that installs it."""
    (tmp_path / "b.txt").write_text("Troops left.", encoding="utf-8")
    (tmp_path / name).write_bytes(b"<html>")
    monkeypatch.setitem(sys.modules, module, None)
    articles = read_articles(tmp_path)
    assert len(articles) == 1
    assert articles.skipped[0].reason == (
        f"reading {Path(name).suffix} files needs {module}; install it with: "
        f'pip install "framing[{extra}]" (in a checkout: pip install ".[{extra}]")'
    )


def test_html(tmp_path: Path) -> None:
    """The article is taken out of a saved page, with title, date and outlet where it has them."""
    body = "".join(
        f"<p>The troops left base number {n} on Monday, officials of the ministry said.</p>"
        for n in range(8)
    )
    (tmp_path / "a.html").write_bytes(
        (
            "<html><head><meta charset='windows-1252'><title>Troops leave</title>"
            "<meta property='og:site_name' content='The Star'>"
            "<meta property='article:published_time' content='2020-01-08'></head>"
            "<body><nav>Home World Sport</nav><article><h1>Troops leave</h1>"
            f"{body}<p>“Enough”, he said.</p></article><footer>© Star</footer></body></html>"
        ).encode("windows-1252")
    )
    (article,) = read_articles(tmp_path / "a.html")
    assert "base number 7" in article.text
    assert "“Enough”, he said." in article.text
    assert "Home World" not in article.text
    assert (article.title, article.outlet, article.date) == (
        "Troops leave",
        "The Star",
        "2020-01-08",
    )
    folder = tmp_path / "x"
    (folder / "pullout").mkdir(parents=True)
    (tmp_path / "a.html").rename(folder / "pullout" / "Sun.htm")
    (article,) = read_articles(folder)
    assert (article.event, article.outlet) == ("pullout", "Sun")


def test_html_without_an_article(tmp_path: Path) -> None:
    """A page without an article, and one that breaks the parser, are skipped."""
    (tmp_path / "a.html").write_text("<html><body></body></html>", encoding="utf-8")
    (tmp_path / "b.html").write_text("<" * 1000, encoding="utf-8")
    (tmp_path / "c.txt").write_text("Troops left.", encoding="utf-8")
    articles = read_articles(tmp_path)
    assert len(articles) == 1
    assert len(articles.skipped) == 2


def frame_values() -> dict[str, list[Any]]:
    """Return columns with every kind of missing value a dataframe may hold."""
    return {
        "id": [1.0, float("nan"), 3.0],
        "text": ["One left.", "Two left.", None],
        "date": [date(2020, 1, 8), None, None],
        "outlet": ["Star", None, None],
        "score": [0.5, None, 1.0],
    }


def test_pandas_frame() -> None:
    """A pandas frame with NaN, NaT, NA and NumPy values gives plain values."""
    frame = pd.DataFrame(frame_values())
    frame["date"] = pd.to_datetime(frame["date"])
    frame["flag"] = pd.array([True, pd.NA, False], dtype="boolean")
    frame["array"] = [np.array([1, 2]), None, None]
    articles = read_articles(frame)
    first, second = articles
    assert (first.id, first.date, first.outlet) == ("1", "2020-01-08", "Star")
    assert dict(first.meta) == {"score": 0.5, "flag": True, "array": [1, 2]}
    assert (second.id, second.date, second.outlet, dict(second.meta)) == ("row-2", None, None, {})
    assert articles.skipped == (Skipped("the dataframe", 3, "no text: 'text' holds nothing"),)


def test_named_index_is_a_column() -> None:
    """An index with a name counts as a column; one without is only a row number."""
    frame = pd.DataFrame({"text": ["One left."]}, index=pd.Index(["a7"], name="id"))
    assert read_articles(frame)[0].id == "a7"
    assert read_articles(pd.DataFrame({"text": ["One left."]}, index=["a7"]))[0].id == "row-1"


def test_polars_frames(optional: Callable[[str], Any]) -> None:
    """A polars frame, eager or lazy, and an Arrow table read like a pandas one."""
    frame = optional("polars").DataFrame(frame_values(), strict=False)
    for source in (frame, frame.lazy(), frame.to_arrow()):
        first, second = read_articles(source)
        assert (first.id, first.date, first.outlet) == ("1", "2020-01-08", "Star")
        assert (second.id, dict(second.meta)) == ("row-2", {})


def test_frame_with_doubled_columns() -> None:
    """A frame with two columns of one name is refused in plain words."""
    frame = pd.DataFrame([["One left.", "x"]], columns=["text", "text"])
    with pytest.raises(ArticleError, match="DataFrame: more than one column is called 'text'"):
        read_articles(frame)


def test_unread_date_stays_in_meta() -> None:
    """A date that can't be read is kept as written."""
    (article,) = read_articles(pd.DataFrame({"text": ["One left."], "date": ["last week"]}))
    assert (article.date, dict(article.meta)) == (None, {"date": "last week"})


def test_what_framing_wrote_itself_is_no_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports, worksheets and their keys are passed over in silence, with or without extras."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.txt").write_text("Troops left.", encoding="utf-8")
    page = "<html><head><meta name='generator' content='framing 1'></head><p>Troops.</p></html>"
    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    (tmp_path / "s.key.json").write_text('{\n"kind": "framing-key",\n"texts": []}', "utf-8")
    articles = read_articles(tmp_path)
    assert (len(articles), articles.skipped) == (1, ())
