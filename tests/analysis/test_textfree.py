"""A folder that breaks no copyright: facts without texts, and texts joined back by their hashes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.analysis.textfree import LONGEST

EXAMPLES = Path(__file__).parents[2] / "examples"
WIRE = " ".join(f"Point {i} of the harbour talks was put off until the spring." for i in range(9))


@pytest.fixture(scope="module")
def analysis() -> framing.Analysis:
    """Analyse the examples, with a column of prose and one of facts."""
    read = framing.read_articles(EXAMPLES / "corpus")
    lead = [
        replace(a, meta={**a.meta, "summary": a.text[:90], "leaning": ("left", "right")[i % 2]})
        for i, a in enumerate(read)
    ]
    return framing.analyze(framing.Articles(lead), sentiment=False)


@pytest.fixture(scope="module")
def folder(analysis: framing.Analysis, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save it without texts."""
    return analysis.save(tmp_path_factory.mktemp("free") / "saved", text=False)


def runs(words: str, length: int) -> set[str]:
    """Return every run of so many words."""
    listed = words.split()
    return {" ".join(listed[i : i + length]) for i in range(len(listed) - length + 1)}


def test_no_sentence_of_an_article_is_in_the_folder(
    analysis: framing.Analysis, folder: Path
) -> None:
    """No file holds more than a few words on end of any text, nor a headline."""
    written = "\n".join(path.read_text("utf-8") for path in sorted(folder.iterdir()))
    # what JSON wrote as \\u2019 is read back, so that no text hides behind an escape
    written = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), written)
    written = " ".join(written.replace("\\n", " ").replace('\\"', '"').split())
    kept = runs(written, LONGEST + 1)
    assert runs(analysis.articles[0].text, 2) & runs(written, 2)  # the sieve does catch words
    for article in analysis.articles:
        assert not runs(article.text, LONGEST + 1) & kept
        assert len((article.title or "").split()) < 4 or article.title not in written
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert "summary" in manifest["columns left out"]
    assert "leaning" not in manifest["columns left out"]


def test_the_numbers_are_the_same_without_texts(analysis: framing.Analysis, folder: Path) -> None:
    """A comparison of the folder has the tables of the whole one, sources by shortened names."""
    free, whole = framing.compare(framing.open_analysis(folder)), framing.compare(analysis)
    for name, table in whole.tables.items():
        if name == "sources":
            counts = ["outlet", "passages", "words", "share"]
            order = [t[counts].sort_values(counts).reset_index(drop=True)
                     for t in (table, free.sources)]  # fmt: skip
            pd.testing.assert_frame_equal(*order)
        else:
            pd.testing.assert_frame_equal(table, free.tables[name])
    assert framing.compare(framing.open_analysis(folder), by="leaning").outlets == ("left", "right")


def test_own_copies_are_joined_by_their_texts(analysis: framing.Analysis, folder: Path) -> None:
    """Whatever their ids, own copies bring texts back, and with them every table as it was."""
    mine = framing.Articles(
        [replace(a, id=f"mine-{i}") for i, a in enumerate(reversed(list(analysis.articles)))]
    )
    joined = framing.open_analysis(folder, articles=mine)
    assert [(a.id, a.text, a.title) for a in joined.articles] == [
        (a.id, a.text, a.title) for a in analysis.articles
    ]
    assert joined.articles.warnings == ()
    for name, table in analysis.tables.items():
        pd.testing.assert_frame_equal(table, joined.tables[name])
    for row in joined.mentions.head(50).itertuples():
        text = next(a for a in joined.articles if a.id == row.article_id)
        assert (text.text if row.field == "text" else text.title)[row.start : row.end] == row.text


def test_missing_and_changed_copies_are_said(analysis: framing.Analysis, folder: Path) -> None:
    """One copy changed by a character, one with another headline, one not there."""
    first, second, _, *others = analysis.articles
    mine = [replace(first, text=first.text + "!"), replace(second, title="Other"), *others]
    joined = framing.open_analysis(folder, articles=framing.Articles(mine))
    said = {row.file: row.reason for row in joined.articles.warnings}
    assert len(said) == 3
    assert "changed" in said[first.id]
    assert "headline" in said[second.id]
    assert "not among" in said[analysis.articles[2].id]
    assert [bool(a.text) for a in joined.articles[:4]] == [False, True, False, True]


def test_what_needs_texts_says_so(folder: Path) -> None:
    """Words, passages, sheets and events are refused with the remedy; the report is written."""
    opened = framing.open_analysis(folder)
    comparison = framing.compare(opened)
    assert any("texts are not here" in note for note in comparison.notes)
    from framing.charts import DispersionDisplay
    from framing.events import group_events
    from framing.passages import align_passages
    from framing.validate import draw_sheet

    for refused in (
        comparison.distinctive,
        lambda: align_passages(opened, opened.articles[0].event or ""),
        lambda: DispersionDisplay.from_comparison(comparison),
        lambda: draw_sheet(opened),
        lambda: group_events(opened.articles),
    ):
        with pytest.raises(framing.SettingsError, match="articles=…"):
            refused()
    assert framing.write_report(comparison, folder.parent / "report.html").stat().st_size > 10_000


def test_copies_are_still_counted_once(tmp_path: Path) -> None:
    """Reposted copy can't be found without texts, so the folder names it."""
    articles = framing.Articles(
        [framing.Article(i, outlet=i, event="talks", text=WIRE) for i in ("Ash", "Birch")]
    )
    saved = framing.analyze(articles, sentiment=False).save(tmp_path / "free", text=False)
    assert list(framing.compare(framing.open_analysis(saved)).material.copies.index) == ["Birch"]


def test_how_events_were_made_stays(tmp_path: Path) -> None:
    """What framing says of an article itself is no prose of the article's."""
    from framing.events import group_events, with_events

    loose = framing.Articles(
        [framing.Article(i, outlet=i, text=f"{WIRE} {i} was there.") for i in ("Ash", "Birch")]
    )
    analysis = framing.analyze(with_events(loose, group_events(loose)), sentiment=False)
    opened = framing.open_analysis(analysis.save(tmp_path / "free", text=False))
    assert "least mean similarity" in framing.compare(opened).methods_text()


def test_saved_again_it_can_still_be_joined(analysis: framing.Analysis, folder: Path) -> None:
    """What was opened without texts is saved without them, and keeps their digests."""
    again = framing.open_analysis(folder).save(folder.parent / "again")
    joined = framing.open_analysis(again, articles=analysis.articles)
    assert all(article.text for article in joined.articles)


def test_a_folder_with_texts_takes_no_others(analysis: framing.Analysis, tmp_path: Path) -> None:
    """Copies are for a folder without texts; the error says how to open this one."""
    saved = analysis.save(tmp_path / "whole")
    with pytest.raises(framing.SettingsError, match="open it without articles="):
        framing.open_analysis(saved, articles=analysis.articles)


def test_the_codebook_explains_every_column(analysis: framing.Analysis, folder: Path) -> None:
    """Every column of every table has a type and a meaning, in the folder and in Python."""
    book = pd.read_csv(folder / "codebook.csv", keep_default_na=False)
    want = [(name, column) for name, table in analysis.tables.items() for column in table.columns]
    assert list(zip(book["table"], book["column"], strict=True)) == want
    assert (book["meaning"].str.len() > 5).all()
    assert set(book["type"]) <= {"string", "integer", "number", "boolean", "list"}
