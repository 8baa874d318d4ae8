"""The folder of a batch is compared, charted and reported as an analysis in memory is."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.analysis import Analysis
from framing.errors import SettingsError
from framing.events import group_events, with_events
from framing.scale import BatchFolder, analyze_parquet

pytestmark = [
    pytest.mark.extra,
    pytest.mark.skipif(
        not (find_spec("pyarrow") and find_spec("polars")),
        reason="needs polars: pip install 'framing[scale]'",
    ),
]
EXAMPLES = Path(framing.__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the examples as Parquet in groups of seven rows, so that events lie in several."""
    path = tmp_path_factory.mktemp("corpus") / "news.parquet"
    rows = [
        {**{f.name: getattr(article, f.name) for f in dataclasses.fields(article)}, "meta": None}
        for article in framing.read_articles(EXAMPLES)
    ]
    pd.DataFrame(rows).drop(columns="meta").to_parquet(path, row_group_size=7)
    return path


@pytest.fixture(scope="module")
def batch(parquet: Path, tmp_path_factory: pytest.TempPathFactory) -> BatchFolder:
    """Analyse the corpus into a folder."""
    return analyze_parquet(parquet, tmp_path_factory.mktemp("batch"), workers=1)


@pytest.fixture(scope="module")
def memory(parquet: Path) -> Analysis:
    """Analyse the corpus in memory."""
    return framing.analyze(parquet, sentiment=False)


def plain(table: pd.DataFrame) -> object:
    """Return a table's values without their types."""
    return json.loads(table.to_json(orient="split", double_precision=12))["data"]


@pytest.mark.parametrize("copies", ["once", "all"])
def test_a_folder_is_compared_as_memory_is(
    batch: BatchFolder, memory: Analysis, copies: str
) -> None:
    """Every table, finding, note and number of lines is the same, though texts stay on disk."""
    here = framing.compare(memory, copies=copies)  # type: ignore[arg-type]  # parametrized
    there = framing.compare(framing.open_analysis(batch.path), copies=copies)  # type: ignore[arg-type]
    assert list(map(str, there.findings())) == list(map(str, here.findings()))
    assert there.notes == here.notes
    for name, table in here.tables.items():
        assert plain(there.tables[name]) == plain(table), name
    number = here.primary.statements[0]
    part = next(part for part in number if part.query is not None)
    assert plain(there.lines(part)[memory.mentions.columns]) == plain(
        here.lines(part)[memory.mentions.columns]
    )


def test_tables_are_those_of_memory(batch: BatchFolder, memory: Analysis) -> None:
    """Asked for by name, a table of the folder is that of the single process, types included."""
    opened = framing.open_analysis(batch.path)
    for name, table in memory.tables.items():
        found = opened.tables[name]
        assert list(found.columns) == list(table.columns)
        assert [str(t) for t in found.dtypes] == [str(t) for t in table.dtypes], name
        assert plain(found) == plain(table)


def test_articles_know_their_texts(batch: BatchFolder, memory: Analysis) -> None:
    """Offsets of a mention point at its words in the text that is fetched."""
    opened = framing.open_analysis(batch.path)
    texts = {article.id: article for article in opened.articles}
    assert [a.text for a in opened.articles] == [a.text for a in memory.articles]
    for row in opened.mentions.head(50).to_dict("records"):
        article = texts[row["article_id"]]
        words = article.text if row["field"] == "text" else article.title
        assert words[row["start"] : row["end"]] == row["text"]


def test_a_report_of_a_folder(batch: BatchFolder, memory: Analysis, tmp_path: Path) -> None:
    """The page is the same but for what the analysis says of itself."""
    found = []
    for analysis in (memory, framing.open_analysis(batch.path)):
        comparison = framing.compare(analysis)
        page = framing.write_report(comparison, tmp_path / "report.html").read_text()
        found.append(page[page.index("<main") :].split("<footer")[0])
    assert len(found[0]) > 10_000
    assert found[0].count("<mark") == found[1].count("<mark")


def test_a_source_that_changed_is_not_shown(parquet: Path, tmp_path: Path) -> None:
    """A text that is not the one analysed is refused, since offsets would lie."""
    moved = tmp_path / "news.parquet"
    moved.write_bytes(parquet.read_bytes())
    folder = analyze_parquet(moved, tmp_path / "out", workers=1).path
    table = pd.read_parquet(moved)
    table.assign(text=table["text"] + " More.").to_parquet(moved, row_group_size=7)
    opened = framing.open_analysis(folder)
    with pytest.raises(SettingsError, match="not those that were analysed"):
        opened.articles[0].text  # noqa: B018  (read)


@pytest.mark.parametrize(
    "command",
    [["findings"], ["compare"], ["chart", "naming", "-o", "naming.svg"], ["kwic", "forces"]],
)
def test_commands_take_the_folder(batch: BatchFolder, tmp_path: Path, command: list[str]) -> None:
    """Commands that compare, draw and search open the folder and analyse nothing again."""
    words = [sys.executable, "-m", "framing.cli", *command, str(batch.path)]
    done = subprocess.run(
        words, cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(EXAMPLES.parent), "HOME": str(tmp_path), "PATH": "/usr/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "nothing is analysed again" in done.stderr


def test_events_are_found_in_a_folder(batch: BatchFolder, memory: Analysis) -> None:
    """Articles of a batch are grouped into events by their texts, as those in memory are."""
    found = []
    for analysis in (memory, framing.open_analysis(batch.path)):
        loose = framing.Articles([dataclasses.replace(a, event=None) for a in analysis.articles])
        found.append(group_events(loose))
    assert found[0]["event"].notna().any()
    pd.testing.assert_frame_equal(found[0], found[1])


def test_found_events_are_compared_on_the_folder(parquet: Path, tmp_path: Path) -> None:
    """A batch without events is grouped, and compared by what was found, as in memory."""
    loose = tmp_path / "news.parquet"
    table = pd.read_parquet(parquet).assign(event=None)
    table.to_parquet(loose, row_group_size=7)
    folder = analyze_parquet(loose, tmp_path / "out", workers=1).path
    here, there = framing.analyze(loose, sentiment=False), framing.open_analysis(folder)
    found = []
    for analysis in (here, there):
        events = group_events(analysis.articles)
        placed = analysis.with_articles(with_events(analysis.articles, events))
        assert placed.mentions["event"].notna().any()
        assert analysis.mentions["event"].isna().all()
        comparison = framing.compare(placed)
        found.append([*map(str, comparison.findings()), *comparison.notes])
    assert found[0] == found[1]
    assert any("event" in sentence for sentence in found[0])


def test_events_read_no_text_and_go_with_these_articles_alone(batch: BatchFolder) -> None:
    """Placing a batch's articles fetches nothing; other articles than those are refused."""
    gone = framing.open_analysis(batch.path, articles=batch.path / "nowhere")
    events = {article.id: "one" for article in gone.articles}
    placed = gone.with_articles(with_events(gone.articles, events))
    assert {article.event for article in placed.articles} == {"one"}
    with pytest.raises(SettingsError, match="other articles than those analysed"):
        gone.with_articles(gone.articles[:-1])


def test_the_command_compares_a_folder_by_a_table_of_events(
    batch: BatchFolder, tmp_path: Path
) -> None:
    """`framing events OUT -o`, corrected by hand, goes back in with --events."""
    table = pd.DataFrame({"article_id": [a.id for a in framing.open_analysis(batch.path).articles]})
    table.assign(event="talks").to_csv(tmp_path / "events.csv", index=False)
    words = [sys.executable, "-m", "framing.cli", "compare", str(batch.path), "--events",
             str(tmp_path / "events.csv")]  # fmt: skip
    done = subprocess.run(
        words, cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(EXAMPLES.parent), "HOME": str(tmp_path), "PATH": "/usr/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "In this event" in done.stdout


def test_articles_that_moved_are_found_again(parquet: Path, tmp_path: Path) -> None:
    """A batch whose articles lie elsewhere now is opened with their new place."""
    old, new = tmp_path / "old.parquet", tmp_path / "new.parquet"
    old.write_bytes(parquet.read_bytes())
    folder = analyze_parquet(old, tmp_path / "out", workers=1).path
    old.rename(new)
    opened = framing.open_analysis(folder, articles=new)
    assert "forces" in " ".join(article.text for article in opened.articles)


def test_a_table_streams_into_a_group_by(batch: BatchFolder, memory: Analysis) -> None:
    """`scan` gives a Polars frame that counts without reading the table whole."""
    counted = batch.scan("mentions").group_by("voice").len().collect()
    assert dict(counted.iter_rows()) == memory.mentions["voice"].value_counts().to_dict()


def test_a_folder_written_anew_under_an_open_handle_is_refused(
    parquet: Path, tmp_path: Path
) -> None:
    """Tables of the run that was opened are never mixed with those of a later one."""
    out = tmp_path / "out"
    analyze_parquet(parquet, out, workers=1)
    opened = framing.open_analysis(out)
    assert len(opened.mentions)
    shutil.rmtree(out)
    analyze_parquet(parquet, out, workers=1, lexicon="war")
    for read in (lambda: opened.scores, lambda: opened.counted("cues"), lambda: opened.cues):
        with pytest.raises(SettingsError, match="open it again"):
            read()
    assert len(framing.open_analysis(out).mentions)


def test_compare_takes_a_batch_and_the_folder_of_a_saved_analysis(
    batch: BatchFolder, memory: Analysis, tmp_path: Path
) -> None:
    """What was analysed is opened, whether the folder or its handle is given."""
    wanted = plain(framing.compare(memory).differences)
    saved = memory.save(tmp_path / "kept")
    for given in (batch, batch.path, str(batch.path), saved):
        assert plain(framing.compare(given).differences) == wanted


def test_a_batch_stopped_before_its_first_part_is_told_as_one(
    batch: BatchFolder, tmp_path: Path
) -> None:
    """Its folder holds a manifest alone, and the way on is to resume it."""
    begun = tmp_path / "begun"
    begun.mkdir()
    left = {**batch.manifest, "whole": False, "files": {}}
    (begun / "manifest.json").write_text(json.dumps(left, indent=1), "utf-8")
    for opened in (framing.open_analysis, framing.compare):
        with pytest.raises(SettingsError, match="not written to the end; run framing batch --res"):
            opened(begun)
