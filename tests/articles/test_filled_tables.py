"""Tables that people fill in are read however their spreadsheets write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.analysis.corrections import load_corrections
from framing.articles.filledtables import filled_table
from framing.events import with_events
from framing.validate import read_codes, read_labels

Saver = Callable[[pd.DataFrame, Path], object]

SAVERS: dict[str, Saver] = {
    "semicolons.csv": lambda t, p: t.to_csv(p, sep=";", index=False, encoding="cp1252"),
    "tabs.csv": lambda t, p: t.to_csv(p, sep="\t", index=False, encoding="utf-16"),
    "commas.csv": lambda t, p: t.to_csv(p, index=False, encoding="utf-8-sig"),
    "hinted.csv": lambda t, p: p.write_text("sep=;\n" + t.to_csv(sep=";", index=False), "utf-8"),
    "book.xlsx": lambda t, p: t.to_excel(p, index=False),
    "rows.jsonl": lambda t, p: t.to_json(p, orient="records", lines=True, force_ascii=False),
    "columns.parquet": lambda t, p: t.to_parquet(p, index=False),
}


@pytest.fixture(params=SAVERS)
def saved(
    request: pytest.FixtureRequest, tmp_path: Path, optional: Callable[..., object]
) -> Callable[[pd.DataFrame], Path]:
    """Save a table as one spreadsheet or another would."""
    optional("openpyxl")
    optional("pyarrow")
    path = tmp_path / str(request.param)

    def save(table: pd.DataFrame) -> Path:
        SAVERS[path.name](table, path)
        return path

    return save


def test_a_sheet_of_codes_is_read_from_any_spreadsheet(
    saved: Callable[[pd.DataFrame], Path],
) -> None:
    """Delimiter, encoding and kind of file change nothing; a whole number may come as 0.0."""
    table = pd.DataFrame(
        {
            "Item": ["item-0001", "item-0002"],
            "Naming": ["Yes", None],
            "Voice": ["Own ", None],
            "missed": [None, 0.0],
            "note": ["“café”", None],
        }
    )
    (codes,) = read_codes([saved(table)]).values()
    assert codes["item-0001"].naming is True
    assert codes["item-0001"].voice == "own"
    assert codes["item-0002"].missed == 0


def test_a_table_of_events_is_read_from_any_spreadsheet(
    saved: Callable[[pd.DataFrame], Path],
) -> None:
    """Names beyond ASCII stay what they are, and a blank behind an event parts nothing."""
    news = framing.read_articles(
        pd.DataFrame({"id": ["é1", "é2"], "text": ["A wall fell.", "The wall fell."]})
    )
    table = pd.DataFrame({"article_id": ["é1", "é2"], "event": ["“wall”", "“wall” "]})
    assert {a.event for a in with_events(news, saved(table))} == {"“wall”"}


def test_corrections_are_read_from_any_spreadsheet(saved: Callable[[pd.DataFrame], Path]) -> None:
    """Spreadsheets write truth in capitals."""
    table = pd.DataFrame(
        {
            "article_id": ["é1"],
            "start": [4],
            "end": [9],
            "column": ["loaded"],
            "value": ["FALSE"],
            "who": ["Zoë"],
        }
    )
    (one,) = load_corrections(saved(table))
    assert (one.article, one.start, one.end, one.value, one.who) == ("é1", 4, 9, "false", "Zoë")


def test_labels_are_read_from_any_spreadsheet(saved: Callable[[pd.DataFrame], Path]) -> None:
    """Places are whole numbers however they were written."""
    table = pd.DataFrame({"article_id": ["é1"], "start": [4.0], "end": [9.0], "own": [1]})
    read = read_labels(saved(table))
    assert read[["article_id", "start", "end", "label"]].values.tolist() == [["é1", 4, 9, "own"]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\x01\x02\x03" * 400, "it is no table"),
        (b'a,b\n"c', "it is no table"),
        (b"x,y\n1,2\n", "lacks the columns 'a', 'b'; it has x, y. Do so"),
        (b"", "lacks the columns 'a', 'b'. Do so"),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonl", "parquet"])
def test_what_is_no_such_table_is_told(
    tmp_path: Path, content: bytes, words: str, ending: str
) -> None:
    """The message names the file and what it lacks; a damaged container is no table."""
    path = tmp_path / f"t.{ending}"
    path.write_bytes(content)
    if ending != "csv":
        words = "it is no table|lacks the columns|needs"
    with pytest.raises(framing.FramingError, match=words):
        filled_table(path, "the sheet", ("a", "b"), "Do so")


def test_an_article_of_two_events_is_refused(tmp_path: Path) -> None:
    """Of two rows that contradict each other neither holds silently."""
    path = tmp_path / "events.csv"
    path.write_text("article_id,event\na,wall\nb,wall\na,bridge\n", encoding="utf-8")
    news = framing.read_articles(pd.DataFrame({"id": ["a", "b"], "text": ["A wall.", "Walls."]}))
    with pytest.raises(framing.SettingsError, match="'a' two events, 'wall' and 'bridge'"):
        with_events(news, path)
    with pytest.raises(framing.SettingsError, match="'a' two events"):
        with_events(news, pd.read_csv(path))


def test_corrections_that_contradict_each_other_are_refused() -> None:
    """The same decision twice is one; two values for it are a question to the reader."""
    row = {"article_id": "a", "start": 0, "end": 4, "column": "voice", "value": "own"}
    assert len(load_corrections([row, dict(row)])) == 2
    with pytest.raises(framing.SettingsError, match=r"row 2: voice of a, 0–4 is 'quoted' here"):
        load_corrections([row, {**row, "value": "quoted"}])
