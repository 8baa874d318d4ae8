"""A corpus in parts gives the rows of a single process, whatever dies on the way."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner

import framing
import framing.scale.working
from framing.cli import cli
from framing.errors import ArticleError, OutputError, SettingsError
from framing.scale import analyze_parquet, open_batch
from framing.scale.cluster import client_of

TEXTS = [
    "American occupation forces left the town on Monday. “The regime must go,” Ana Ruiz said.",
    "Coalition troops stayed, the ministry claimed. Protesters called the raid a massacre.",
    "Riot police met the demonstrators. The so-called rebels fled, according to residents.",
]
LEXICONS = ["foreign-forces", "governments", "policing"]
few = partial(analyze_parquet, lexicon=LEXICONS)  # what each process reads anew costs most


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
    batch = few(news, tmp_path / "out", workers=1)
    assert sorted(batch.table("articles")["id"]) == ["e0/Ash", "e1/Ash", "e2/Ash"]
    assert set(batch.table("articles")["outlet"]) == {"Ash"}


def test_compare_takes_the_batch(
    optional: Callable[[str], Any], corpus: Path, tmp_path: Path
) -> None:
    """A comparison of the batch says what one of the single process says."""
    optional("polars")
    batch = analyze_parquet(corpus, tmp_path / "out", workers=1)
    told = framing.compare(batch.analysis(), copies="all").findings()
    whole = framing.compare(framing.analyze(corpus, sentiment=False), copies="all").findings()
    assert list(map(str, told)) == list(map(str, whole))


def test_resume_does_only_what_is_missing(corpus: Path, tmp_path: Path) -> None:
    """A damaged and a missing part are done again, the others stay untouched."""
    out = tmp_path / "out"
    whole = few(corpus, out, workers=1)
    (out / "mentions" / "part-000002.parquet").write_bytes(b"damaged")
    (out / "parts" / "part-000004.json").unlink()
    kept = out / "mentions" / "part-000001.parquet"
    before = kept.stat().st_mtime_ns
    with pytest.raises(SettingsError, match="is not the file that was written"):
        open_batch(out)
    heard: list[int] = []
    again = few(corpus, out, workers=1, resume=True, progress=lambda done, of: heard.append(done))
    assert heard == [5, 6]
    assert kept.stat().st_mtime_ns == before
    assert again.manifest == whole.manifest


def test_resume_on_an_absent_folder_starts_afresh(corpus: Path, tmp_path: Path) -> None:
    """Nothing to go on with is no error."""
    assert few(corpus, tmp_path / "new", workers=1, resume=True).counts["articles"] == 60


def test_another_run_is_not_mixed_in(corpus: Path, tmp_path: Path) -> None:
    """Without --resume, with another lexicon, into a strange folder or a used one: refused."""
    out = tmp_path / "out"
    few(corpus, out, workers=1)
    with pytest.raises(OutputError, match="holds a batch already"):
        few(corpus, out, workers=1)
    with pytest.raises(SettingsError, match=r"lexicon \(foreign-forces, policing are left out\)"):
        few(corpus, out, workers=1, resume=True, lexicon="governments")
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="files that no batch wrote"):
        few(corpus, strange, workers=1)
    assert (strange / "thesis.txt").read_text() == "mine"


def test_what_changed_under_one_name_is_not_mixed_in(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Resuming with other rows of corrections, or with other rules of one version, is refused."""
    rows = "article_id,field,start,end,column,value,who,why\na0,text,0,26,voice,{},ana,a test\n"
    table, out = tmp_path / "mine.csv", tmp_path / "out"
    table.write_text(rows.format("quoted"))
    few(corpus, out, workers=1, corrections=str(table))
    table.write_text(rows.format("attributed"))
    with pytest.raises(SettingsError, match="another state of the table of corrections"):
        few(corpus, out, workers=1, corrections=str(table), resume=True)
    table.write_text(rows.format("quoted"))
    few(corpus, out, workers=1, corrections=str(table), resume=True)
    monkeypatch.setattr("framing.scale.resuming.code", lambda: {"voice": "another"})
    with pytest.raises(SettingsError, match="another state of framing's code"):
        few(corpus, out, workers=1, corrections=str(table), resume=True)


def test_two_runs_into_one_folder_are_refused(corpus: Path, tmp_path: Path) -> None:
    """The lock is the kernel's: it holds while a process lives, and no longer."""
    fcntl = pytest.importorskip("fcntl", reason="needs a system with file locks")
    out = tmp_path / "out"
    out.mkdir()
    with (out / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="another run is writing"):
            few(corpus, out, workers=1)
    assert few(corpus, out, workers=1).counts["articles"] == 60


def test_an_id_claimed_in_two_parts_is_refused(tmp_path: Path) -> None:
    """Doubles are found wherever in the corpus they stand; the folder is not whole."""
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install '.[test]'")
    path = tmp_path / "news.parquet"
    rows = [{"id": str(n % 19), "text": f"{TEXTS[0]} {n}"} for n in range(20)]
    pd.DataFrame(rows).to_parquet(path, row_group_size=5)
    with pytest.raises(ArticleError, match="two articles claim the id '0'"):
        few(path, tmp_path / "out", workers=1)
    with pytest.raises(SettingsError, match="not written to the end"):
        open_batch(tmp_path / "out")


RUN = f"""
import sys
from framing.scale import analyze_parquet
workers = int(sys.argv[3])
analyze_parquet(sys.argv[1], sys.argv[2], workers=workers, resume=True, lexicon={LEXICONS})
"""


def start(corpus: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    """Start a run in a process group of its own."""
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    words = [sys.executable, "-c", RUN, str(corpus), str(out), str(workers)]
    return subprocess.Popen(
        words, env=environment, start_new_session=True, stderr=subprocess.DEVNULL
    )


def children_of(process: int) -> list[int]:
    """Return the processes that a process has started, theirs included."""
    found = []
    for line in Path(f"/proc/{process}/task/{process}/children").read_text().split():
        found += [int(line), *children_of(int(line))]
    return found


def runs(process: int) -> bool:
    """Tell whether a process is there and not only waiting to be counted off."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc to find workers")
def test_workers_end_with_a_killed_run(corpus: Path, tmp_path: Path) -> None:
    """Who kills the run alone leaves no worker that waits, with all its lexicons, for ever."""
    run = start(corpus, tmp_path / "out", 2)
    workers: list[int] = []
    while len(workers) < 3 and run.poll() is None:  # two, and what keeps track of them
        time.sleep(0.01)
        workers = children_of(run.pid)
    run.kill()
    run.wait()
    assert len(workers) >= 3
    until = time.monotonic() + 60
    while any(map(runs, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    left = [worker for worker in workers if runs(worker)]
    for worker in left:
        os.kill(worker, signal.SIGKILL)
    assert left == []


def files_in(folder: Path) -> int:
    """Count what stands in a folder and below it, temporary files too."""
    return sum(1 for _ in folder.rglob("*")) if folder.is_dir() else 0


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc to find workers")
def test_killed_runs_end_in_the_same_tables(corpus: Path, tmp_path: Path) -> None:
    """Killed twenty-four times, the run or one of its workers, and resumed each time.

    A moment is a number of files written, so that a busy machine is killed at its work too. The
    tables are those of an undisturbed run. A run that came to its end is begun again. Every third
    run has two workers, which lose one of them twice as often as the run itself is killed.
    """
    moments, ended = random.Random(18), 0  # noqa: S311  no secret is made
    whole = framing.analyze(corpus, LEXICONS, sentiment=False)
    for number in range(24):
        out = tmp_path / f"out{ended}"
        written = files_in(out) + moments.randrange(40)
        run = start(corpus, out, 2 if number % 3 == 2 else 1)
        while run.poll() is None and files_in(out) < written:
            time.sleep(0.01)
        time.sleep(moments.uniform(0, 0.05))
        workers = children_of(run.pid) if run.poll() is None else []
        if number % 9 != 8 and workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(moments.choice(workers), signal.SIGKILL)
            run.wait(120)
        else:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)
            run.wait()
        if run.returncode == 0:
            same(open_batch(out), whole)
            ended += 1
    for number in range(ended + 1):
        out = tmp_path / f"out{number}"
        batch = few(corpus, out, workers=1, resume=True)
        same(batch, whole)
        assert not [file for file in batch.path.rglob(".*") if file.name != ".lock"]


FULL = f"""
import resource, signal, sys
from framing.errors import OutputError
from framing.scale import analyze_parquet
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    analyze_parquet(sys.argv[1], sys.argv[2], workers=1, resume=True, lexicon={LEXICONS})
except OutputError as error:
    print(error)
    sys.exit(3)
"""


@pytest.mark.parametrize("limit", [0, 3_000, 9_000])
def test_a_full_disk_is_told_and_the_run_goes_on(corpus: Path, tmp_path: Path, limit: int) -> None:
    """Where no more can be written the run ends in words, and the next one finishes it."""
    out = tmp_path / "out"
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    words = [sys.executable, "-c", FULL, str(corpus), str(out), str(limit)]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "could not be written" in done.stdout) == (3, True), done.stderr
    assert not [file for file in out.rglob(".*") if file.name != ".lock"]
    with pytest.raises(SettingsError):
        open_batch(out)
    batch = few(corpus, out, workers=1, resume=True)
    assert batch.counts["articles"] == 60


@pytest.mark.slow
def test_a_small_disk_that_fills(corpus: Path, tmp_path: Path) -> None:
    """On a file system of 64 kB the run ends in words; with room it is finished."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can't be mounted here")
    try:
        with pytest.raises(OutputError, match="could not be written"):
            few(corpus, disk / "out", workers=1)
        subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
        batch = few(corpus, disk / "out", workers=1, resume=True)
        same(batch, framing.analyze(corpus, LEXICONS, sentiment=False))
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("damage", ["cut", "empty", "flipped", "gone", "exchanged"])
@pytest.mark.parametrize("where", ["mentions/part-000003.parquet", "parts/part-000003.json"])
def test_a_damaged_part_is_made_again(
    corpus: Path, tmp_path: Path, damage: str, where: str
) -> None:
    """However a part's file is damaged, resuming makes that part again and no other."""
    out = tmp_path / "out"
    whole = few(corpus, out, workers=1)
    file = out / where
    data = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        middle = len(data) // 2
        made = {
            "cut": data[:middle], "empty": b"",
            "flipped": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
            "exchanged": (out / where.replace("3.", "4.")).read_bytes(),
        }  # fmt: skip
        file.write_bytes(made[damage])
    heard: list[int] = []
    again = few(corpus, out, workers=1, resume=True, progress=lambda done, _: heard.append(done))
    assert heard in ([6], [])  # a flip in a record's remarks may leave it as good as it was
    assert again.manifest == whole.manifest


@pytest.mark.slow
def test_a_dask_cluster_gives_the_same(
    optional: Callable[[str], Any], corpus: Path, tmp_path: Path
) -> None:
    """Parts handed to a cluster of two workers come out as on one process."""
    distributed = optional("distributed")
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    with cluster, distributed.Client(cluster) as client:
        batch = few(corpus, tmp_path / "out", client=client)
    same(batch, framing.analyze(corpus, LEXICONS, sentiment=False))


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


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--scheduler", "tcp://127.0.0.1:9"), "belongs to --engine dask"),
        (
            ("--scheduler", "tcp://127.0.0.1:9", "--engine", "dask", "--workers", "2"),
            "has workers of its own",
        ),
    ],
)
def test_a_scheduler_that_would_not_be_asked_is_refused(
    options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    """An address that the local engine, or workers that a cluster, would pass over is an error."""
    done = CliRunner().invoke(cli, ["batch", "news.parquet", str(tmp_path / "out"), *options])
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere at all", "tcp://"])
def test_a_scheduler_that_does_not_answer_is_told_in_words(
    optional: Callable[[str], Any], address: str
) -> None:
    """No traceback of Dask's: which address, and what one looks like."""
    optional("distributed")
    import dask

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(SettingsError, match=f"no Dask scheduler answers at {address}"),
    ):
        client_of(address)


def test_a_cluster_whose_workers_die_is_told_in_words(
    optional: Callable[[str], Any], corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part that kills each worker of a cluster that takes it is named, with what to do."""
    distributed = optional("distributed")

    class Dead:
        key = "a part"

        def result(self) -> None:
            raise distributed.KilledWorker("a part", None, 3)

    class Cluster:
        def submit(self, *_: object, **__: object) -> Dead:
            return Dead()

    monkeypatch.setattr(distributed, "as_completed", lambda futures: futures[:1])
    with pytest.raises(OutputError, match=r"Dask's workers died .*news\.parquet, row group"):
        few(corpus, tmp_path / "out", client=Cluster())


def test_an_edited_manifest_is_refused(corpus: Path, tmp_path: Path) -> None:
    """Counts and settings that were changed by hand are not believed; resuming writes them anew."""
    out = tmp_path / "out"
    analyze_parquet(corpus, out, workers=1)
    manifest = out / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"articles": 60', '"articles": 61', 1))
    with pytest.raises(SettingsError, match=r"manifest\.json is not as it was written"):
        open_batch(out)
    assert analyze_parquet(corpus, out, workers=1, resume=True).counts["articles"] == 60
    assert open_batch(out).counts["articles"] == 60


def test_a_folder_in_its_former_layout_opens(corpus: Path, tmp_path: Path) -> None:
    """What stands in the manifest counts, not its layout; nor how a part's columns are encoded."""
    import pyarrow.parquet as parquet

    from framing.digests import digest_of, manifest_digest

    out = tmp_path / "out"
    batch = few(corpus, out, workers=1)
    before = batch.table("mentions")
    manifest = dict(batch.manifest)
    for file in batch.files("mentions"):
        parquet.write_table(parquet.read_table(file), file, compression="zstd")
        manifest["files"][f"mentions/{file.name}"] = digest_of(file)
    manifest["sha256"] = manifest_digest(manifest)
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1), "utf-8")
    pd.testing.assert_frame_equal(open_batch(out).table("mentions"), before)


def test_positions_are_written_as_steps(corpus: Path, tmp_path: Path) -> None:
    """Offsets and numbers of sentences rise through a part; words are places in a dictionary."""
    import pyarrow.parquet as parquet

    batch = few(corpus, tmp_path / "out", workers=1)
    for table, position in (("mentions", "start"), ("cues", "end"), ("attributions", "element")):
        group = parquet.read_metadata(batch.files(table)[0]).row_group(0)
        columns = [group.column(at) for at in range(group.num_columns)]
        encodings = {each.path_in_schema.rpartition(".")[2]: each.encodings for each in columns}
        assert "DELTA_BINARY_PACKED" in encodings[position]
        assert any("DICTIONARY" in each for each in encodings["article_id"])


def test_a_part_is_written_block_by_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of any length is one part: what is done of it does not wait in memory for the rest."""
    import pyarrow.parquet as parquet

    news, out = tmp_path / "news.jsonl", tmp_path / "out"
    rows = [json.dumps({"id": f"a{n}", "text": TEXTS[n % 3]}) for n in range(8)]
    news.write_text("\n".join([*rows, "{broken", '{"id": "a8", "text": ""}']), "utf-8")
    monkeypatch.setattr("framing.scale.working._BLOCK", 3)
    on_disk: list[int] = []
    made = framing.scale.working.batch_of

    def counting(*given: Any, **options: Any) -> Any:
        on_disk.append(sum(path.stat().st_size > 100 for path in out.glob("mentions/.part-*")))
        return made(*given, **options)

    monkeypatch.setattr("framing.scale.working.batch_of", counting)
    batch = few(news, out, workers=1)
    same(batch, framing.analyze(news, LEXICONS, sentiment=False))
    assert on_disk == [0, 1, 1]
    for table in ("articles", "mentions", "attributions", "cues", "scores"):
        assert parquet.read_metadata(batch.files(table)[0]).num_row_groups == 3
    assert [row.line for row in batch.table("remarks").itertuples() if row.kind == "skipped"] == [
        9, 10
    ]  # fmt: skip


def test_a_part_that_breaks_off_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written of it before is taken away: a part is whole, or is not there."""
    news, out = tmp_path / "news.jsonl", tmp_path / "out"
    news.write_text("\n".join(json.dumps({"text": TEXTS[n % 3]}) for n in range(4)), "utf-8")
    monkeypatch.setattr("framing.scale.working._BLOCK", 2)
    made, asked = framing.scale.working.batch_of, iter((True, False))

    def breaking(*given: Any, **options: Any) -> Any:
        if not next(asked):
            raise MemoryError
        return made(*given, **options)

    monkeypatch.setattr("framing.scale.working.batch_of", breaking)
    with pytest.raises(MemoryError):
        few(news, out, workers=1)
    assert not list(out.rglob("*part-*"))
    monkeypatch.undo()
    assert few(news, out, workers=1, resume=True).counts["articles"] == 4


def test_a_file_is_no_folder_to_write_into(corpus: Path, tmp_path: Path) -> None:
    """OUT that is a file, or the folder that is read, is refused in words and stays as it was."""
    before = corpus.read_bytes()
    with pytest.raises(OutputError, match="is a file; name a folder"):
        few(corpus, corpus, workers=1)
    with pytest.raises(OutputError, match="is being read"):
        few(tmp_path, tmp_path, workers=1)
    assert corpus.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["news.parquet"]
