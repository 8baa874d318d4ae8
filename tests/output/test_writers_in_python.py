"""Whatever function of the library writes a file, what this process has read stays as it was."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import framing
from framing.analysis import write_table
from framing.classroom import mark_answers, marking_page, worksheet
from framing.errors import OutputError
from framing.learn import save_model
from framing.lexicon import load_lexicon, write_lexicon
from framing.report import write_attributions, write_report
from framing.validate import draw_sheet, write_sheet

TEXT = "The occupation forces left the town on Monday, and a child waved."
ROWS = [
    {"id": str(n), "outlet": outlet, "event": "e", "text": f"{TEXT} {outlet} saw it."}
    for n, outlet in enumerate(["Ash", "Birch"])
]
WORDS = "The regime fell on Monday, and the rebels who had waited for it cheered."

Writer = Callable[[framing.Comparison, Path], Any]


def corpus(path: Path) -> Path:
    """Write two articles (one, where a file holds but one) as the ending says."""
    kind = path.suffix
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == ".html":
        path.write_text(f"<html><body><article><p>{WORDS}</p></article></body></html>")
    elif kind == ".csv":
        pd.DataFrame(ROWS).to_csv(path, index=False)
    elif kind == ".parquet":
        pd.DataFrame(ROWS).to_parquet(path)
    elif kind == ".xlsx":
        pd.DataFrame(ROWS).to_excel(path, index=False)
    elif kind == ".json":
        path.write_text(json.dumps(ROWS))
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


def marked(comparison: framing.Comparison, folder: Path) -> Any:
    """Make a worksheet elsewhere and mark one pupil's answers to it."""
    files = worksheet(comparison.analysis, folder / "made" / "sheet.html", level="voice")
    key = json.loads(files.key.read_text("utf-8"))
    places = {n: key["items"][0][n] for n in ("article", "field", "start", "end", "text")}
    mark = {**places, "concept": None, "voice": "own", "how": None, "other": "", "reason": ""}
    answers = {
        "kind": "framing-answers", "schema": 1, "sheet": key["sheet"], "level": key["level"],
        "student": "owl", "started": "2024-05-17T08:00:00.000Z",
        "saved": "2024-05-17T08:30:00.000Z", "marks": [mark], "choices": {},
    }  # fmt: skip
    (folder / "owl.json").write_text(json.dumps(answers))
    return mark_answers([folder / "owl.json"], files.key)


WRITERS: dict[str, tuple[str, Writer]] = {
    "write_report": ("news.jsonl", lambda c, p: write_report(c, p)),
    "write_report, page": ("news.html", lambda c, p: write_report(c, p)),
    "write_attributions": ("news.html", lambda c, p: write_attributions(c.analysis, p)),
    "write_table, csv": ("news.csv", lambda c, p: write_table(c.naming, p)),
    "write_table, jsonl": ("news.jsonl", lambda c, p: write_table(c.naming, p)),
    "write_table, parquet": ("news.parquet", lambda c, p: write_table(c.naming, p)),
    "write_table, xlsx": ("news.xlsx", lambda c, p: write_table(c.naming, p)),
    "Analysis.save": ("saved/articles.jsonl", lambda c, p: c.analysis.save(p.parent)),
    "Analysis.save, table": (
        "saved/scores.csv", lambda c, p: c.analysis.save(p.parent, format="csv"),
    ),
    "Comparison.save": ("saved/naming.csv", lambda c, p: c.save(p.parent, format="csv")),
    "worksheet": ("e/sheet.html", lambda c, p: worksheet(c.analysis, p, level="find")),
    "worksheet, key": (
        "e/sheet.key.json",
        lambda c, p: worksheet(c.analysis, p.with_name("sheet.html"), level="find"),
    ),
    "worksheet, printed": (
        "e/sheet.print.html",
        lambda c, p: worksheet(c.analysis, p.with_name("sheet.html"), level="find"),
    ),
    "marking_page": ("news.html", lambda _, p: marking_page(p)),
    "Marking.write": ("news.html", lambda c, p: marked(c, p.parent).write(p)),
    "Marking.to_csv": ("e/class.csv", lambda c, p: marked(c, p.parent.parent).to_csv(p.parent)),
    "write_sheet": ("e/sheet.csv", lambda c, p: write_sheet(draw_sheet(c.analysis), p.parent)),
    "write_lexicon": ("news.csv", lambda _, p: write_lexicon(load_lexicon("protest"), p)),
    "save_model": ("news.jsonl", lambda _, p: save_model(framing.learn.StanceFeatures(), p)),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("linked", [False, True], ids=["itself", "hard link"])
def test_no_function_writes_over_articles_that_were_read(
    name: str, linked: bool, tmp_path: Path
) -> None:
    """The corpus keeps its bytes, under its own name and under another link to it."""
    file, write = WRITERS[name]
    if name in ("Analysis.save, table", "Comparison.save"):
        few = framing.analyze([framing.Article("1", text=TEXT)], sentiment=False)
        few.save(tmp_path / "saved", format="csv")
        (tmp_path / file).unlink(missing_ok=True)
    if file.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    if file.endswith(".xlsx"):
        pytest.importorskip("openpyxl")
    if name == "save_model":
        pytest.importorskip("skops")
    path = corpus(tmp_path / file)
    assert len(framing.read_articles(path))
    comparison = framing.compare(framing.analyze(pd.DataFrame(ROWS), sentiment=False))
    before = path.read_bytes()
    if linked:
        os.link(path, tmp_path / "kept")
        os.rename(path, tmp_path / "elsewhere")
        os.rename(tmp_path / "kept", path)
    with pytest.raises(OutputError, match=r"not written over|no part of a saved analysis"):
        write(comparison, path)
    assert path.read_bytes() == before


def test_a_lexicon_that_was_read_is_not_written_over(tmp_path: Path) -> None:
    """Neither a report nor another lexicon takes the place of one's own word list."""
    path = tmp_path / "mine.csv"
    path.write_text("word,category\nregime,bad\n")
    lexicon = load_lexicon(path)
    for write in (lambda: write_lexicon(lexicon, path), lambda: marking_page(path)):
        with pytest.raises(OutputError, match="not written over"):
            write()
    assert path.read_text() == "word,category\nregime,bad\n"


def test_what_we_wrote_ourselves_may_be_written_anew(tmp_path: Path) -> None:
    """A report among articles, and a table that was read back, are made again."""
    for outlet in ("Ash", "Birch"):
        (tmp_path / "e" / f"{outlet}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "e" / f"{outlet}.txt").write_text(f"{TEXT} {outlet} saw it.")
    table = tmp_path / "made" / "mentions.csv"
    for _ in range(2):
        comparison = framing.compare(framing.analyze(tmp_path / "e", sentiment=False))
        write_report(comparison, tmp_path / "e" / "report.html")
        write_table(comparison.material.mentions, table)
        assert len(framing.read_articles(table)) == 2
