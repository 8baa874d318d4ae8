"""A corpus in parts gives the rows of a single process, whatever dies on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.errors import ArticleError, OutputError, SettingsError
from framing.scale import analyze_parquet, open_batch

TEXTS = [
    "American occupation forces left the town on Monday. “The regime must go,” Ana Ruiz said.",
    "Coalition troops stayed, the ministry claimed. Protesters called the raid a massacre.",
    "Riot police met the demonstrators. The so-called rebels fled, according to residents.",
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Write sixty short articles as Parquet in six groups of rows."""
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install '.[test]'")
    rows = [
        {"id": f"a{n}", "outlet": "Ash" if n % 2 else "Birch", "event": f"e{n // 2}",
         "text": f"{TEXTS[n % 3]} It was day {n}."}
        for n in range(60)
    ]  # fmt: skip
    path = tmp_path / "news.parquet"
    pd.DataFrame(rows).to_parquet(path, row_group_size=10)
    return path


def same(batch: framing.scale.BatchFolder, analysis: framing.Analysis) -> None:
    """Every table of the batch equals that of the single process."""
    for name, table in analysis.tables.items():
        found = batch.table(name)
        assert list(found.columns) == list(table.columns)
        assert json.loads(found.to_json(orient="values")) == json.loads(
            table.to_json(orient="values")
        ), name


def test_rows_are_those_of_a_single_process(corpus: Path, tmp_path: Path) -> None:
    """Six parts of one file give the tables of `analyze`, in the same order."""
    batch = analyze_parquet(corpus, tmp_path / "out", workers=1)
    same(batch, framing.analyze(corpus, sentiment=False))
    assert batch.counts["articles"] == 60
    assert len(list((tmp_path / "out" / "mentions").iterdir())) == 6


def test_a_folder_of_files_is_cut_too(tmp_path: Path) -> None:
    """EVENT/OUTLET.txt files and JSON lines are read in parts with the ids of a whole read."""
    news = tmp_path / "news"
    for n, text in enumerate(TEXTS):
        (news / f"e{n}").mkdir(parents=True)
        (news / f"e{n}" / "Ash.txt").write_text(text, encoding="utf-8")
    batch = analyze_parquet(news, tmp_path / "out", workers=1)
    assert sorted(batch.table("articles")["id"]) == ["e0/Ash", "e1/Ash", "e2/Ash"]
    assert set(batch.table("articles")["outlet"]) == {"Ash"}


def test_compare_takes_the_batch(corpus: Path, tmp_path: Path) -> None:
    """A comparison of the batch says what one of the single process says."""
    batch = analyze_parquet(corpus, tmp_path / "out", workers=1)
    told = framing.compare(batch.analysis(), copies="all").findings()
    whole = framing.compare(framing.analyze(corpus, sentiment=False), copies="all").findings()
    assert list(map(str, told)) == list(map(str, whole))


def test_resume_does_only_what_is_missing(corpus: Path, tmp_path: Path) -> None:
    """A damaged and a missing part are done again, the others stay untouched."""
    out = tmp_path / "out"
    whole = analyze_parquet(corpus, out, workers=1)
    (out / "mentions" / "part-000002.parquet").write_bytes(b"damaged")
    (out / "parts" / "part-000004.json").unlink()
    kept = out / "mentions" / "part-000001.parquet"
    before = kept.stat().st_mtime_ns
    with pytest.raises(SettingsError, match="is not the file that was written"):
        open_batch(out)
    heard: list[int] = []
    again = analyze_parquet(
        corpus, out, workers=1, resume=True, progress=lambda done, of: heard.append(done)
    )
    assert heard == [5, 6]
    assert kept.stat().st_mtime_ns == before
    assert again.manifest == whole.manifest


def test_resume_on_an_absent_folder_starts_afresh(corpus: Path, tmp_path: Path) -> None:
    """Nothing to go on with is no error."""
    assert (
        analyze_parquet(corpus, tmp_path / "new", workers=1, resume=True).counts["articles"] == 60
    )


def test_another_run_is_not_mixed_in(corpus: Path, tmp_path: Path) -> None:
    """Without --resume, with another lexicon, into a strange folder or a used one: refused."""
    out = tmp_path / "out"
    analyze_parquet(corpus, out, workers=1)
    with pytest.raises(OutputError, match="holds a batch already"):
        analyze_parquet(corpus, out, workers=1)
    with pytest.raises(SettingsError, match="begun with another lexicon"):
        analyze_parquet(corpus, out, workers=1, resume=True, lexicon="governments")
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="files that no batch wrote"):
        analyze_parquet(corpus, strange, workers=1)
    assert (strange / "thesis.txt").read_text() == "mine"


def test_two_runs_into_one_folder_are_refused(corpus: Path, tmp_path: Path) -> None:
    """The lock is the kernel's: it holds while a process lives, and no longer."""
    fcntl = pytest.importorskip("fcntl", reason="needs a system with file locks")
    out = tmp_path / "out"
    out.mkdir()
    with (out / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="another run is writing"):
            analyze_parquet(corpus, out, workers=1)
    assert analyze_parquet(corpus, out, workers=1).counts["articles"] == 60


def test_an_id_claimed_in_two_parts_is_refused(tmp_path: Path) -> None:
    """Doubles are found wherever in the corpus they stand; the folder is not whole."""
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install '.[test]'")
    path = tmp_path / "news.parquet"
    rows = [{"id": str(n % 19), "text": f"{TEXTS[0]} {n}"} for n in range(20)]
    pd.DataFrame(rows).to_parquet(path, row_group_size=5)
    with pytest.raises(ArticleError, match="two articles claim the id '0'"):
        analyze_parquet(path, tmp_path / "out", workers=1)
    with pytest.raises(SettingsError, match="not written to the end"):
        open_batch(tmp_path / "out")


RUN = """
import sys
from framing.scale import analyze_parquet
analyze_parquet(sys.argv[1], sys.argv[2], workers=int(sys.argv[3]), resume=True)
"""


def start(corpus: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    """Start a run in a process group of its own."""
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    words = [sys.executable, "-c", RUN, str(corpus), str(out), str(workers)]
    return subprocess.Popen(
        words, env=environment, start_new_session=True, stderr=subprocess.DEVNULL
    )


@pytest.mark.slow
def test_killed_runs_end_in_the_same_tables(corpus: Path, tmp_path: Path) -> None:
    """Killed at ten moments and resumed each time, the tables are those of an undisturbed run."""
    out = tmp_path / "out"
    for moment in range(10):
        run = start(corpus, out, 1 + moment % 2)
        time.sleep(0.4 + 0.23 * moment)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    batch = analyze_parquet(corpus, out, workers=2, resume=True)
    same(batch, framing.analyze(corpus, sentiment=False))


@pytest.mark.slow
def test_a_dask_cluster_gives_the_same(corpus: Path, tmp_path: Path) -> None:
    """Parts handed to a cluster of two workers come out as on one process."""
    distributed = pytest.importorskip("distributed", reason="needs dask: pip install '.[dev]'")
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    with cluster, distributed.Client(cluster) as client:
        batch = analyze_parquet(corpus, tmp_path / "out", client=client)
    same(batch, framing.analyze(corpus, sentiment=False))


def test_the_command_line(corpus: Path, tmp_path: Path) -> None:
    """`framing batch IN OUT` writes the folder and says how much."""
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    words = [sys.executable, "-m", "framing.cli", "batch", str(corpus), str(tmp_path / "out")]
    done = subprocess.run(
        [*words, "--workers", "1"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "60 articles, 0 skipped" in done.stderr
    assert open_batch(tmp_path / "out").counts["articles"] == 60
