"""Two good records and a hostile one give two articles, for every reader."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from framing import read_articles
from framing.articles.formats import known_suffixes
from framing.articles.formats.webarchive import read_archive
from framing.articles.intake import Intake
from framing.errors import ArticleError

GOOD = (
    "The troops left the base on Monday, and the crowd that had waited since dawn went home. ",
    "The last ship sailed at noon with the flags of both sides, an officer at the harbour said. ",
)
DEEP = "[" * 400 + "]" * 400
HOSTILE_VALUES = {
    "half a character in the text": {"text": "\ud800 left."},
    "half a character in the outlet": {"text": GOOD[0], "outlet": "A\ud800"},
    "half a character in the id": {"text": GOOD[0], "id": "A\ud800"},
    "half a character in the event": {"text": GOOD[0], "event": "A\ud800"},
    "no text": {"text": None},
    "a number for a text": {"text": 3},
    "a list for a text": {"text": ["a"]},
    "a removed text": {"text": "[Removed]"},
    "a question about cookies": {"text": "We use cookies. Accept all cookies or reject all."},
}


def names(path: Path) -> tuple[list[str], list[str]]:
    """Return the good texts that were read, and the reasons of all that was skipped."""
    articles = read_articles(path)
    return [a.text.strip() for a in articles], [one.reason for one in articles.skipped]


def good() -> list[str]:
    """Return the good texts as they come back."""
    return [text.strip() for text in GOOD]


@pytest.mark.parametrize("kind", HOSTILE_VALUES)
def test_json_values(tmp_path: Path, kind: str) -> None:
    """One line of JSON that can be no article costs itself; so in a list, so in an answer."""
    rows = [{"text": GOOD[0]}, HOSTILE_VALUES[kind], {"text": GOOD[1]}]
    lines = tmp_path / "a.jsonl"
    lines.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    listed = tmp_path / "a.json"
    listed.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    answer = tmp_path / "b.json"
    answer.write_text(json.dumps({"status": "ok", "articles": rows}), encoding="utf-8")
    for path in (lines, listed, answer):
        texts, reasons = names(path)
        assert texts == good(), path
        assert len(reasons) == 1


@pytest.mark.parametrize("written", ["{", '{"text": "x', "[" * 100_000, "3", '{"a": 1}', "\\"])
def test_json_lines(tmp_path: Path, written: str) -> None:
    """A line that is no JSON, no object or has no text costs itself."""
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": GOOD[0]}), written, json.dumps({"text": GOOD[1]})]
    path.write_text("\n".join(lines), encoding="utf-8")
    texts, reasons = names(path)
    assert texts == good()
    assert len(reasons) == 1


ODD_LINES = {
    "not a number": '{"text": NaN}',
    "a truth for a text": '{"text": true}',
    "an endless number": f'{{"text": "{GOOD[0]}", "n": {"9" * 5000}}}',
    "objects in objects": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "two objects": '{"text": "a"}{"text": "b"}',
    "a comma too many": '{"text": "a"},',
    "quotation marks of Python": "{'text': 'a'}",
    "a comment": "// a comment",
    "a list": '["a", "b"]',
    "nothing": "null",
    "a bare vertical tab": f'{{"text": "{GOOD[0]}\x0b"}}',
    "a bare zero": f'{{"id": "\0", "text": "{GOOD[0]}"}}',
}


@pytest.mark.parametrize("kind", ODD_LINES)
def test_odd_lines_of_json_are_told_by_file_and_line(tmp_path: Path, kind: str) -> None:
    """The remark names the file and the line, and both neighbours are read."""
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": GOOD[0]}), ODD_LINES[kind], json.dumps({"text": GOOD[1]})]
    path.write_text("\n".join(lines), encoding="utf-8")
    articles = read_articles(path)
    assert [a.text.strip() for a in articles] == good()
    assert [(Path(one.file).name, one.line) for one in articles.skipped] == [("a.jsonl", 2)]


@pytest.mark.parametrize("element", ['{"text": "bro"ken"}', '{"text": x}', '{"a": {"b": }}', "{,}"])
def test_json_lists(tmp_path: Path, element: str) -> None:
    """A broken object in a list costs itself."""
    path = tmp_path / "a.json"
    whole = [json.dumps({"text": text}) for text in GOOD]
    path.write_text(f"[{whole[0]},\n{element},\n{whole[1]}]", encoding="utf-8")
    texts, reasons = names(path)
    assert texts == good()
    assert len(reasons) == 1


def test_deep_values_cost_their_column_only(tmp_path: Path) -> None:
    """Lists 400 deep in a column nobody needs are left out, said, and the article is read."""
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "{GOOD[0]}", "x": {DEEP}, "y": 1}}\n', encoding="utf-8")
    articles = read_articles(path)
    assert dict(articles[0].meta) == {"y": 1}
    assert any("'x' nests more than" in one.reason for one in articles.warnings)
    frame = pd.DataFrame({"text": [GOOD[0]], "x": [json.loads(DEEP)]})
    assert len(read_articles(frame)) == 1


@pytest.mark.parametrize(
    "front",
    [
        "x: !!bool maybe", "x: !!timestamp abc", "x: !!int ''", "x: !!float ''", "x: !!python/a b",
        "date: 2020-02-30", "date: 0000-01-01", "outlet: no",
    ],
)  # fmt: skip
def test_odd_front_matter_is_read(tmp_path: Path, front: str) -> None:
    """Odd tags, bad dates and words that YAML takes for booleans do not cost the article."""
    (tmp_path / "a.txt").write_text(GOOD[0], encoding="utf-8")
    (tmp_path / "b.txt").write_text(GOOD[1], encoding="utf-8")
    (tmp_path / "c.txt").write_text(f"---\n{front}\n---\n{GOOD[0]}", encoding="utf-8")
    articles = read_articles(tmp_path)
    assert len(articles) == 3
    assert articles.skipped == ()
    if front.startswith("outlet"):
        assert articles[2].outlet == "no"
    if front.startswith("date"):
        assert articles[2].meta["date"] == front[6:]
        assert any("not read" in one.reason for one in articles.warnings)


@pytest.mark.parametrize("front", ["x: " + "[" * 4000, "x: &a [*a]", "x: [1", "{a: b}: c"])
def test_front_matter_that_is_refused(tmp_path: Path, front: str) -> None:
    """Front matter that can't be read costs its own article."""
    for name, text in (("a", GOOD[0]), ("b", GOOD[1]), ("c", f"---\n{front}\n---\n{GOOD[0]}")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    texts, reasons = names(tmp_path)
    if len(texts) == 2:
        assert texts == good()
        assert reasons[0].startswith("the front matter can't be read")
    else:  # "{a: b}: c" does not open as settings do, and is text
        assert front.startswith("{")


@pytest.mark.parametrize(
    "page",
    [
        b'<meta charset="undefined"><p>%s</p>', b'<meta charset="unicode_escape"><p>%s</p>',
        b'<meta charset="utf-16"><p>%s</p>', b'<meta charset="idna"><p>%s</p>', b"<p>%s\xff</p>",
    ],
)  # fmt: skip
def test_pages_that_name_no_encoding(
    tmp_path: Path, page: bytes, optional: Callable[..., Any]
) -> None:
    """A page that names an encoding there is none of is read as UTF-8."""
    optional("trafilatura", "html")
    filler = (GOOD[0] + GOOD[1]).encode() * 3
    for name, front in (("a", b"<p>%s</p>"), ("b", b"<p>%s</p>"), ("c", page)):
        body = b"<html><head><title>T</title></head><body>" + front.replace(b"%s", filler)
        (tmp_path / f"{name}.html").write_bytes(body + b"</body></html>")
    assert len(read_articles(tmp_path)) == 3


@pytest.mark.parametrize(
    "page",
    [
        b"", b"<html>", b"\x00\x01" * 999, b"<p>" * 5000, b"<div>" * 1500 + b"x", b"<" * 9999,
        b"<!DOCTYPE html>", b"<span>x</span>" * 21_000,
        b"<p " + b"".join(b"a%d=1 " % n for n in range(100_000)) + b">x</p>",
        b"<p " + b"".join(b"a%d='>'/" % n for n in range(100_000)) + b">x</p>",
    ],
    ids=lambda page: str(page[:12]),
)  # fmt: skip
def test_hostile_pages(tmp_path: Path, page: bytes, optional: Callable[..., Any]) -> None:
    """A page without an article, of nothing but elements, or damaged costs itself."""
    optional("trafilatura", "html")
    for name, text in zip("ab", GOOD, strict=True):
        body = f"<html><body><article><h1>Title</h1><p>{text * 4}</p></article></body></html>"
        (tmp_path / f"{name}.html").write_text(body, encoding="utf-8")
    (tmp_path / "c.html").write_bytes(page)
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["a", "b"]
    assert len(articles.skipped) == 1


def test_a_null_character_does_not_end_a_page(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """What stands behind it is read, as browsers do."""
    optional("trafilatura", "html")
    text = GOOD[0] + GOOD[1]
    body = (
        f"<html><body><article><p>\0{text}</p><p>{text}\0Then\0 none stayed.</p></article></body>"
    )
    (tmp_path / "a.html").write_text(body, encoding="utf-8")
    (article,) = read_articles(tmp_path)
    assert article.text.endswith("Then none stayed.")


@pytest.mark.parametrize("row", ['"x"y,1', "a,b,c,d", '"never closed,1'])
def test_csv_rows(tmp_path: Path, row: str) -> None:
    """A row whose quotation marks or cells do not fit costs itself."""
    path = tmp_path / "a.csv"
    path.write_text(f'text,id\n"{GOOD[0]}",7\n{row}\n"{GOOD[1]}",8\n', encoding="utf-8")
    articles = read_articles(path)
    assert good()[0] in [a.text.strip() for a in articles]
    assert good()[1] in [a.text.strip() for a in articles]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_may_be_parted_by_any_usual_mark(tmp_path: Path, mark: str) -> None:
    """What parts the names of the columns parts the cells."""
    path = tmp_path / "a.csv"
    rows = [["id", "outlet", "text"], ["1", "Ash", f'"{GOOD[0]}"'], ["2", "Elm", f'"{GOOD[1]}"']]
    path.write_text("".join(mark.join(row) + "\n" for row in rows), encoding="utf-8")
    assert [a.outlet for a in read_articles(path)] == ["Ash", "Elm"]


def test_a_column_without_a_name_is_no_date(tmp_path: Path) -> None:
    """The row numbers that pandas writes stand under no name; they date nothing."""
    frame = pd.DataFrame({"outlet": ["Ash", "Elm"], "text": list(GOOD)}, index=[20240102, 20240103])
    frame.to_csv(tmp_path / "a.csv")
    for source in (tmp_path / "a.csv", frame.rename_axis("").reset_index()):
        articles = read_articles(source)
        assert [a.date for a in articles] == [None, None]
        assert not any("date" in one.reason for one in articles.warnings)


def test_a_quotation_mark_that_swallows_rows_is_said(tmp_path: Path) -> None:
    """Rows inside a quoted cell look like rows: a warning on the line where the cell opened."""
    path = tmp_path / "a.csv"
    rows = [f'1,"{GOOD[0]}', f"2,{GOOD[1][:40]}", '3,the third",x', f"4,{GOOD[0][:30]}"]
    path.write_text("id,text,outlet\n" + "\n".join(rows), encoding="utf-8")
    said = [one for one in read_articles(path).warnings if "rows of their own" in one.reason]
    assert [one.line for one in said] == [2]


def test_a_long_row_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row longer than any article is left out, and the rows below it are read."""
    monkeypatch.setattr("framing.articles.formats.delimited.LARGEST_CELL", 2_000)
    path = tmp_path / "a.csv"
    path.write_text(f'text\n"{GOOD[0]}"\n{"x " * 3000}\n"{GOOD[1]}"\n', encoding="utf-8")
    texts, reasons = names(path)
    assert texts == good()
    assert "more than 2,000 characters" in reasons[0]


def parquet(path: Path, extra: Any, pa: Any) -> None:
    """Write two good rows and one in whose column `x` stands something that can't be read."""
    import pyarrow.parquet as pq

    table = pa.table({"text": pa.array([GOOD[0], GOOD[1], GOOD[0] + "!"]), "x": extra})
    pq.write_table(table, path)


def test_parquet_cells(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """Bytes that are no UTF-8, times no calendar has and zones nobody knows cost one cell."""
    pa = optional("pyarrow", "parquet")
    bad = pa.array([b"a", b"b", b"\xff\xfe"], pa.binary()).view(pa.binary())
    strings = pa.Array.from_buffers(pa.string(), 3, bad.buffers())
    times = {
        "strings": strings,
        "days": pa.array([1, 2, 2_000_000_000], pa.int32()).view(pa.date32()),
        "times": pa.array([1, 2, 2**62], pa.int64()).view(pa.timestamp("us")),
        "zones": pa.array([1, 2, 3], pa.int64()).view(pa.timestamp("us", tz="Nowhere/Land")),
        "durations": pa.array([1, 2, 2**62], pa.int64()).view(pa.duration("s")),
    }
    for name, column in times.items():
        path = tmp_path / f"{name}.parquet"
        parquet(path, column, pa)
        articles = read_articles(path)
        assert len(articles) == 3, name
        assert any("can't be read here" in one.reason for one in articles.warnings), name


def test_parquet_texts(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """A text of bytes that are no UTF-8 costs its row."""
    pa = optional("pyarrow", "parquet")
    import pyarrow.parquet as pq

    data = [GOOD[0].encode(), b"\xff\xfe left", GOOD[1].encode()]
    array = pa.array(data, pa.binary())
    texts = pa.Array.from_buffers(pa.string(), 3, array.buffers())
    pq.write_table(pa.table({"text": texts}), tmp_path / "a.parquet")
    found, reasons = names(tmp_path / "a.parquet")
    assert found == good()
    assert len(reasons) == 1


@pytest.mark.slow
def test_parquet_bytes(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """A column of bytes that nobody said are text is read as UTF-8; other bytes cost their row."""
    arrow = optional("pyarrow", "parquet")
    parquet = optional("pyarrow.parquet", "parquet")
    cells = {
        "text": [GOOD[0].encode(), b"\xff\xfe" + GOOD[0].encode(), GOOD[1].encode()],
        "outlet": [b"Ash", b"Birch", "Élan".encode()],
        "note": [b"\xff", b"", b"kept"],
    }
    columns = {name: arrow.array(values, arrow.binary()) for name, values in cells.items()}
    parquet.write_table(arrow.table(columns), tmp_path / "a.parquet")
    for source in (tmp_path, pd.DataFrame(cells)):
        articles = read_articles(source)
        assert [a.text for a in articles] == list(GOOD)
        assert [a.outlet for a in articles] == ["Ash", "Élan"]
        assert [a.meta["note"] for a in articles] == ["?", "kept"]
        assert ["no UTF-8" in one.reason for one in articles.skipped] == [True]


ODD_COLUMNS: dict[str, Callable[[], Any]] = {
    "intervals": lambda: pd.interval_range(0, 3),
    "complex numbers": lambda: [1j, 2, 3],
    "objects": lambda: [object(), len, {1, 2}],
    "sparse": lambda: pd.arrays.SparseArray([0, 2, 1]),
    "periods": lambda: pd.period_range("2024-01", periods=3, freq="M"),
    "categories nobody uses": lambda: pd.Categorical(["a", None, "b"], categories=["a", "b", "c"]),
    "times of several zones": lambda: [
        pd.Timestamp("2024-01-01"), pd.Timestamp("2024-01-01", tz="Asia/Tokyo"), pd.NaT
    ],
    "lengths of time": lambda: pd.to_timedelta([0, 1, 2], unit="D"),
    "huge numbers": lambda: [1, 10**30, -1],
    "missing of all kinds": lambda: [None, float("nan"), pd.NA],
    "bytes": lambda: [b"a", b"\xc3\xa9", b""],
}  # fmt: skip


@pytest.mark.parametrize("kind", ODD_COLUMNS)
@pytest.mark.parametrize("name", ["note", "date", "outlet", "event", "id", "title", "genre", ""])
def test_odd_columns_of_a_dataframe_cost_no_article(kind: str, name: str) -> None:
    """Whatever stands beside the texts, the texts are read; what is not kept is said."""
    texts = [*GOOD, GOOD[0] + GOOD[1]]
    frame = pd.DataFrame({"text": texts, name: ODD_COLUMNS[kind]()}, index=[0, 0, 0])
    articles = read_articles(frame)
    assert [a.text for a in articles] + [one.reason for one in articles.skipped] == texts


@pytest.mark.parametrize("value", [object(), Path("a"), {"a": 1}, Decimal(3), datetime(2024, 1, 1)])
def test_a_text_that_is_none_costs_its_row(value: object) -> None:
    """What Python would merely print is no article's text."""
    articles = read_articles(pd.DataFrame({"text": [GOOD[0], value, GOOD[1]]}))
    assert [a.text for a in articles] == list(GOOD)
    assert [f"a value of type {type(value).__name__}" in s.reason for s in articles.skipped] == [
        True
    ]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl", "a.json"])
def test_a_table_without_a_row_is_said(tmp_path: Path, name: str) -> None:
    """An export that holds nothing is not passed over in silence beside others that do."""
    (tmp_path / "b.txt").write_text(GOOD[0], encoding="utf-8")
    (tmp_path / name).write_text("[]" if name.endswith("n") else "")
    if name == "a.csv":
        (tmp_path / name).write_text("text,outlet\n")
    said = [one.reason for one in read_articles(tmp_path).warnings if str(one.file).endswith(name)]
    assert said == ["there is not a row in it"]


def test_flipped_bits_in_parquet_end_in_words(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """Whatever bit of a file flips, the read ends in articles or in words."""
    import random

    pa = optional("pyarrow", "parquet")
    parquet(tmp_path / "a.parquet", pa.array([datetime(2020, 1, 1, tzinfo=UTC)] * 3), pa)
    data = (tmp_path / "a.parquet").read_bytes()
    dice = random.Random(0)  # noqa: S311 - the same flips each time
    for _ in range(300):
        broken = bytearray(data)
        broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        (tmp_path / "b.parquet").write_bytes(bytes(broken))
        with suppress(ArticleError):  # any other error would be a traceback
            assert len(read_articles(tmp_path / "b.parquet")) <= 3


def test_an_index_named_like_a_column() -> None:
    """An index that is a column too, and an index of several levels, are columns once."""
    frame = pd.DataFrame({"id": ["a", "b"], "text": list(GOOD)})
    assert [a.id for a in read_articles(frame.set_index("id", drop=False))] == ["a", "b"]
    frame["event"] = "e"
    (first, _) = read_articles(frame.set_index(["event", "id"]))
    assert (first.id, first.event) == ("a", "e")


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    """A file name in an old encoding is read, its odd byte shown; a zip's too."""
    raw = str(tmp_path).encode() + b"/caf\xe9.txt"
    with open(raw, "wb") as stream:
        stream.write(GOOD[0].encode())
    (tmp_path / "b.txt").write_text(GOOD[1], encoding="utf-8")
    articles = read_articles(tmp_path)
    assert sorted(a.id for a in articles) == ["b", "caf\\xe9"]
    for article in articles:
        article.id.encode()


def test_word_files(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """Documents of each kind are read; a damaged one of each costs itself."""
    docx = optional("docx", "exports")
    optional("striprtf", "exports")
    document = docx.Document()
    document.add_paragraph(GOOD[0])
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.rtf").write_text(
        rf"{{\rtf1\ansi {GOOD[1]}\par \u8220?Yes\u8221?}}", encoding="ascii"
    )
    with zipfile.ZipFile(tmp_path / "c.odt", "w") as archive:
        namespace = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        archive.writestr("content.xml", f"<a {namespace}><text:p>{GOOD[0]}</text:p></a>")
    (tmp_path / "d.txt").write_text(rf"{{\rtf1\ansi {GOOD[1]}}}", encoding="ascii")
    for name in ("x.docx", "x.odt", "x.rtf", "x.doc", "y.docx"):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0 damaged" * 20)
    with zipfile.ZipFile(tmp_path / "z.docx", "w") as archive:
        archive.writestr("other", "x")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["a", "b", "c", "d"]
    assert articles[1].text.endswith("“Yes”")
    assert not any("rtf1" in a.text for a in articles)
    assert len(articles.skipped) == 6


def test_spreadsheets(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """A spreadsheet's rows are articles; other sheets and full cells are said."""
    openpyxl = optional("openpyxl", "exports")
    book = openpyxl.Workbook()
    sheet = book.active
    rows: list[list[object]] = [
        ["outlet", "date", "text"],
        ["Star", datetime(2021, 5, 3), GOOD[0]],
        [None, None, None],
        ["Post", "3 May 2021", GOOD[1]],
        ["Sun", None, 7],
        ["Sun", None, (GOOD[0] * 400)[:32_767]],
    ]
    for row in rows:
        sheet.append(row)
    book.create_sheet("notes").append(["a", "b"])
    book.save(tmp_path / "a.xlsx")
    articles = read_articles(tmp_path / "a.xlsx")
    assert [(a.outlet, a.date) for a in articles[:2]] == [
        ("Star", "2021-05-03"),
        ("Post", "2021-05-03"),
    ]
    assert len(articles.skipped) == 1
    said = " ".join(one.reason for one in articles.warnings)
    assert "1 more sheet(s) are not read: 'notes'" in said
    assert "cut its text" in said


def a_pdf(lines: list[str]) -> bytes:
    """Return the bytes of a PDF of one page with these lines."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode("latin-1")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    return data + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)


def test_pdf(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """A PDF's lines are joined and parted words put together; it is marked; damage is said."""
    optional("pypdf", "exports")
    lines = ["The occupa-", "tion forces left the base on", "Monday.", "None stayed."]
    (tmp_path / "a.pdf").write_bytes(a_pdf(lines))
    (tmp_path / "b.txt").write_bytes(a_pdf(["Another one left."]))
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 damaged")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["a", "b"]
    assert "The occupation forces left the base on Monday." in articles[0].text
    assert any("the worst source" in one.reason for one in articles.warnings)
    assert len(articles.skipped) == 1


@pytest.mark.parametrize("behind", [b"", b"\n\0\0\0", b"\nx" * 100_000])
def test_what_stands_behind_a_pdf_is_passed_over(
    tmp_path: Path, behind: bytes, optional: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody looks back through it line by line; a file without an end is not looked through."""
    pypdf = optional("pypdf", "exports")
    held: list[int] = []
    reader = pypdf.PdfReader
    monkeypatch.setattr(
        pypdf, "PdfReader", lambda stream: held.append(len(stream.getvalue())) or reader(stream)
    )
    page = a_pdf(["The forces left the base on", "Monday."])
    (tmp_path / "a.pdf").write_bytes(page + behind)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4" + behind)
    articles = read_articles(tmp_path)
    assert [a.text for a in articles] == ["The forces left the base on Monday."]
    assert [Path(one.file).name for one in articles.skipped] == ["b.pdf"]
    assert max(held) <= len(page)


def a_warc(optional: Callable[..., Any], *, compress: bool) -> bytes:
    """Return a web archive of two pages, a picture, and a page without an article."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=compress)
    pages = [f"<html><body><article><p>{text * 4}</p></article></body></html>" for text in GOOD]
    for number, (kind, body) in enumerate(
        [("text/html", pages[0]), ("image/png", "x"), ("text/html", ""), ("text/html", pages[1])]
    ):
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        payload = io.BytesIO(body.encode())
        address = f"https://lantern.example/{number}"
        record = writer.create_warc_record(address, "response", payload, http_headers=headers)
        writer.write_record(record)
    return stream.getvalue()


@pytest.mark.parametrize("compress", [True, False])
def test_web_archives(tmp_path: Path, compress: bool, optional: Callable[..., Any]) -> None:
    """Each page of a web archive is read; pictures are counted, a page of nothing is skipped."""
    optional("warcio", "exports")
    optional("trafilatura", "html")
    path = tmp_path / ("a.warc.gz" if compress else "a.warc")
    data = a_warc(optional, compress=compress)
    path.write_bytes(data)
    articles = read_articles(path)
    assert [a.url for a in articles] == ["https://lantern.example/0", "https://lantern.example/3"]
    assert len(articles.skipped) == 1
    assert any("1 record(s) that are no HTML pages" in one.reason for one in articles.warnings)
    path.write_bytes(data[: len(data) * 2 // 3])
    assert len(read_articles(path)) == 1


@pytest.mark.parametrize("head", [b"\0", b"WARC/1.0\r\nA: ", b"WARC/1.0\r\nA: b\r\n "])
@pytest.mark.parametrize("more", [b"x", b"a: b\r\n", b" b\r\n"])
def test_a_record_of_a_web_archive_whose_head_does_not_end(
    tmp_path: Path, head: bytes, more: bytes, optional: Callable[..., Any]
) -> None:
    """What comes before it is read; of the head no more than a megabyte is kept."""
    optional("warcio", "exports")
    optional("trafilatura", "html")
    read: list[int] = []

    class Counted(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            read.append(size or 0)
            return super().read(size)

    data = a_warc(optional, compress=False) + head + more * (30_000_000 // len(more))
    made = Intake("a.warc", "a.warc", ".warc", lambda: Counted(data))
    items = list(read_archive(made))
    assert [type(item).__name__ for item in items].count("Raw") == 2
    assert any("damaged or cut off" in getattr(item, "reason", "") for item in items)
    assert sum(read) < 5_000_000


def test_records_without_a_body_are_passed_over(
    tmp_path: Path, optional: Callable[..., Any]
) -> None:
    """Pages that were seen before are heads alone: what follows many in a row is read."""
    optional("warcio", "exports")
    optional("trafilatura", "html")
    head = b"WARC/1.0\r\nWARC-Type: revisit\r\nX: %s\r\nContent-Length: 0\r\n\r\n" % (b"x" * 2_000)
    path = tmp_path / "a.warc"
    path.write_bytes((head + b"\r\n\r\n") * 600 + a_warc(optional, compress=False))
    assert len(read_articles(path)) == 2


def test_compressed_files(tmp_path: Path) -> None:
    """Tables and texts are read out of .gz, .bz2, .xz and .zip; a damaged one costs itself."""
    table = "text,outlet\n" + "\n".join(f'"{text}",Star' for text in GOOD)
    packers: dict[str, Callable[[bytes], bytes]] = {
        "gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress,
    }  # fmt: skip
    for ending, pack in packers.items():
        path = tmp_path / f"news.csv.{ending}"
        path.write_bytes(pack(table.encode()))
        assert names(path)[0] == good(), ending
        (tmp_path / "other.txt").write_text(GOOD[0], encoding="utf-8")
        path.write_bytes(pack(table.encode())[:-12])
        reasons = names(tmp_path)[1]
        assert any("damaged or cut off" in reason for reason in reasons), ending
        path.unlink()


def test_zip_is_a_folder(tmp_path: Path) -> None:
    """A zip archive names events and outlets as a folder does; what is no article is left out."""
    path = tmp_path / "corpus.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pullout/Star.txt", GOOD[0])
        archive.writestr("pullout/Post.txt", GOOD[1])
        archive.writestr("__MACOSX/pullout/._Star.txt", "x")
        archive.writestr("README.txt", "x")
        archive.writestr("inner.zip", "PK")
    articles = read_articles(path)
    assert [(a.id, a.event, a.outlet) for a in articles] == [
        ("pullout/Post", "pullout", "Post"),
        ("pullout/Star", "pullout", "Star"),
    ]
    assert [one.reason for one in articles.skipped] == [
        "an archive inside an archive; unpack it first"
    ]
    assert len(articles.ignored) == 2


def test_an_archive_without_a_file_is_said(tmp_path: Path) -> None:
    """An empty archive is not passed over in silence."""
    (tmp_path / "a.txt").write_text(GOOD[0], encoding="utf-8")
    zipfile.ZipFile(tmp_path / "b.zip", "w").close()
    reasons = [one.reason for one in read_articles(tmp_path).skipped]
    assert reasons == ["there is not a file in the archive"]


@pytest.mark.parametrize("kind", ["gz", "zip", "docx"])
def test_what_swells_without_end_is_refused(
    tmp_path: Path, kind: str, optional: Callable[..., Any]
) -> None:
    """A few bytes that unpack to millions are refused, and the rest is read."""
    optional("docx", "exports")
    (tmp_path / "a.txt").write_text(GOOD[0], encoding="utf-8")
    big = b"text\n" + b"a " * 20_000_000
    if kind == "gz":
        (tmp_path / "b.csv.gz").write_bytes(gzip.compress(big))
    else:
        with zipfile.ZipFile(tmp_path / f"b.{kind}", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("b.txt", big)
    articles = read_articles(tmp_path)
    assert len(articles) == 1
    assert "which no text does" in articles.skipped[0].reason


def test_every_format_is_held_here() -> None:
    """No ending is registered that these tests do not know."""
    assert set(known_suffixes()) == {
        ".bz2", ".csv", ".doc", ".docx", ".gz", ".htm", ".html", ".json", ".jsonl", ".md",
        ".ndjson", ".odt", ".parquet", ".pdf", ".pq", ".rtf", ".tab", ".text", ".tsv", ".txt",
        ".warc", ".xhtml", ".xlsm", ".xlsx", ".xz", ".zip",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl", "jsonl.gz"])
def test_a_record_of_control_characters_costs_no_other(tmp_path: Path, kind: str) -> None:
    """Zero bytes in one row do not make a table binary data; a picture is some all the same."""
    rows = [GOOD[0], "\0\x01\x02" * 400, GOOD[1]]
    if kind.startswith("jsonl"):
        data = "".join(f'{{"id": "{n}", "text": "{text}"}}\n' for n, text in enumerate(rows))
    else:
        mark = "\t" if kind == "tsv" else ","
        lines = [f'{n}{mark}"{text}"' for n, text in enumerate(rows)]
        data = f"id{mark}text\n" + "\n".join(lines) + "\n"
    path = tmp_path / f"a.{kind}"
    path.write_bytes(gzip.compress(data.encode()) if kind.endswith("gz") else data.encode())
    articles = read_articles(path)
    assert set(good()) <= {a.text.strip() for a in articles}
    said = [*articles.skipped, *articles.warnings]
    assert any(one.line == (2 if kind.startswith("jsonl") else 3) for one in said), said
    noise = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    path.write_bytes(gzip.compress(noise) if kind.endswith("gz") else noise)
    with pytest.raises(ArticleError, match="binary data"):
        read_articles(path)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (pd.DataFrame({"text": GOOD}).to_json(), "to_json(orient='records'"),
        (pd.DataFrame({"text": GOOD}).to_json(orient="split"), "to_json(orient='records'"),
        (json.dumps({"a": {"text": GOOD[0]}, "b": {"text": GOOD[1]}}), "2 articles stand in one"),
        (json.dumps({"columns": 2, "words": GOOD[0]}), "keys found: columns, words;"),
    ],
)
def test_json_that_is_no_list_of_articles(tmp_path: Path, written: str, told: str) -> None:
    """A table by columns and articles by names are told apart, with what to write instead."""
    path = tmp_path / "a.json"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(ArticleError, match=re.escape(told)):
        read_articles(path)


def test_the_names_of_the_columns_once_more(tmp_path: Path) -> None:
    """Two tables put together have no outlet called "outlet"."""
    path = tmp_path / "a.csv"
    table = "".join(f'outlet,text\nAsh,"{text}"\n' for text in GOOD)
    path.write_text(table, encoding="utf-8")
    texts, reasons = names(path)
    assert texts == good()
    assert reasons == ["the names of the columns once more: two tables were put together"]


@pytest.mark.parametrize(
    "notice",
    [
        "403 Forbidden\n\nnginx",
        "Checking your browser before you enter. DDoS protection by a firm of that name.",
    ],
)
def test_a_page_that_bars_the_way(tmp_path: Path, notice: str) -> None:
    """A server's refusal is no article, and an article that mentions one is."""
    for name, text in (("a", notice), ("b", GOOD[0] + "The page said 403 Forbidden. " + GOOD[1])):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    texts, reasons = names(tmp_path)
    assert len(texts) == 1
    assert "403" in texts[0]
    assert reasons == ["a page that bars the way (a robot check, an error), not an article"]


def test_words_that_were_inserted_are_read_and_those_deleted_are_not(
    tmp_path: Path, optional: Callable[..., Any]
) -> None:
    """A change that its author had recorded is read as it stands after it; a note is none twice."""
    docx = optional("docx", "exports")
    etree = optional("lxml.etree", "exports")
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0].paragraphs[0]
    for paragraph in (document.add_paragraph(GOOD[0]), cell):
        for tag, words in (
            ("ins", "Tugs came."),
            ("del", "Rafts came."),
            ("smartTag", " Osk fell."),
        ):
            run = paragraph.add_run(words)._r
            change = etree.SubElement(paragraph._p, run.tag.replace("}r", "}" + tag))
            change.append(run)
    document.save(tmp_path / "a.docx")
    space = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text")
    )
    body = (
        "<text:tracked-changes><text:p>Rafts came.</text:p></text:tracked-changes>"
        f"<text:p>{GOOD[1]}Tugs<text:note><text:p>See there.</text:p></text:note> came.</text:p>"
    )
    with zipfile.ZipFile(tmp_path / "b.odt", "w") as archive:
        archive.writestr("content.xml", f"<office:text {space}>{body}</office:text>")
    texts, reasons = names(tmp_path)
    assert texts == [
        f"Tugs came. Osk fell.\n{GOOD[0]}Tugs came. Osk fell.", f"{GOOD[1]}Tugs came.",
    ]  # fmt: skip
    assert reasons == []


def test_a_page_keeps_its_quotations_and_not_what_is_struck(
    tmp_path: Path, optional: Callable[..., Any]
) -> None:
    """Words of a <q> stand in marks, as a browser draws them; words of a <del> are gone."""
    optional("trafilatura", "html")
    said = (
        "<p>He said <q>the <b>barges</b> sank</q> and <del>wept</del><ins>left</ins> the hall.</p>"
    )
    page = f"<html><body><article><h1>Title</h1><p>{GOOD[0]}</p>{said}<p>{GOOD[1]}</p></article>"
    (tmp_path / "a.html").write_text(f"{page}</body></html>", encoding="utf-8")
    assert "He said “the barges sank” and left the hall." in names(tmp_path)[0][0]
